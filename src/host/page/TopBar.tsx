import { useSyncExternalStore } from 'react';
import type { StepLabel } from '../editing/session';
import type { Desk } from './desk';
import type { PageLanguage, Say } from './words';

export const SAMPLES = [
  { id: 'manufacturer', file: 'manifattura.xlsx' },
  { id: 'services', file: 'services.xlsx' },
  { id: 'empty', file: 'Cadenza.xlsx' },
] as const;

export type SampleId = (typeof SAMPLES)[number]['id'];

/** Regional settings on offer. */
export const REGIONS = [
  { culture: 'it-IT', name: 'Italia 1.234,56' },
  { culture: 'en-US', name: 'US 1,234.56' },
] as const;

interface TopBarProps {
  readonly desk: Desk | undefined;
  readonly fileName: string;
  readonly language: PageLanguage;
  readonly culture: string;
  readonly say: Say;
  readonly openSample: (id: SampleId) => void;
  readonly openFile: (file: File) => void;
  readonly save: () => void;
  readonly setLanguage: (language: PageLanguage) => void;
  readonly setCulture: (culture: string) => void;
}

/** The page's own bar: workbooks, undo, language, and what this page is. */
export function TopBar(props: TopBarProps) {
  const { desk, fileName, language, culture, say, openSample, openFile, save, setLanguage, setCulture } = props;
  return (
    <header className="bar">
      <img src="assets/icons/cadenza-32.png" alt="" width={20} height={20} />
      <strong>Cadenza</strong>
      {desk && <UndoButtons desk={desk} say={say} />}
      <span className="file-name">{fileName}</span>
      <select
        aria-label={say('samples')}
        value=""
        onChange={(event) => {
          const id = SAMPLES.find((sample) => sample.id === event.target.value)?.id;
          if (id) openSample(id);
        }}
      >
        <option value="" disabled hidden>
          {say('samples')}
        </option>
        {SAMPLES.map(({ id }) => (
          <option key={id} value={id}>
            {say(`sample.${id}`)}
          </option>
        ))}
      </select>
      <label className="button">
        {say('open')}
        <input
          type="file"
          accept=".xlsx"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) openFile(file);
          }}
        />
      </label>
      <button type="button" className="button" disabled={!desk} onClick={save}>
        {say('save')}
      </button>
      <span className="note" title={say('noteTitle')}>
        {say('note')}
      </span>
      <select
        aria-label={say('region')}
        title={say('region.title')}
        value={culture}
        onChange={(event) => setCulture(event.target.value)}
      >
        {REGIONS.map((region) => (
          <option key={region.culture} value={region.culture}>
            {region.name}
          </option>
        ))}
      </select>
      <select
        aria-label={say('language')}
        value={language}
        onChange={(event) => setLanguage(event.target.value === 'it' ? 'it' : 'en')}
      >
        <option value="it">Italiano</option>
        <option value="en">English</option>
      </select>
    </header>
  );
}

function UndoButtons({ desk, say }: { desk: Desk; say: Say }) {
  useSyncExternalStore(desk.subscribe, desk.getVersion);
  const { undoLabel, redoLabel } = desk.session.history;
  const title = (word: 'undo' | 'redo', label: string | undefined): string =>
    label === undefined ? say(word) : `${say(word)}: ${say(`undo.${label as StepLabel}`)}`;
  const button = (word: 'undo' | 'redo', label: string | undefined, action: () => void, sign: string) => (
    <button
      type="button"
      className="sign"
      disabled={label === undefined}
      title={title(word, label)}
      aria-label={title(word, label)}
      onClick={action}
    >
      {sign}
    </button>
  );
  return (
    <>
      {button('undo', undoLabel, () => desk.session.undo(), '↶')}
      {button('redo', redoLabel, () => desk.session.redo(), '↷')}
    </>
  );
}
