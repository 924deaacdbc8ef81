import type { RefObject } from 'react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { areaAddress } from '../model/address';
import { nameOfPlace, namesOf } from '../editing/places';
import type { Desk } from './desk';
import { FunctionHint } from './FunctionHint';
import type { FunctionGuide } from './functionGuide';
import type { Say } from './words';

interface FormulaBarProps {
  readonly desk: Desk;
  readonly say: Say;
  readonly nameBox: RefObject<HTMLInputElement>;
  readonly guide: FunctionGuide;
  readonly focusGrid: () => void;
  readonly tell: (text: string) => void;
}

/** Name box and formula bar. */
export function FormulaBar({ desk, say, nameBox, guide, focusGrid, tell }: FormulaBarProps) {
  const version = useSyncExternalStore(desk.subscribe, desk.getVersion);
  const { draft, sheet } = desk;
  const isSpilled = draft === undefined && sheet.cell(desk.active.row, desk.active.column)?.spilledFrom !== undefined;
  const finish = (enter: boolean) => {
    if (enter && !desk.commit()) return;
    if (!enter) desk.cancel();
    focusGrid();
  };
  return (
    <div className="formula-bar">
      <NameBox key={sheet.id} desk={desk} version={version} say={say} box={nameBox} focusGrid={focusGrid} tell={tell} />
      <button
        type="button"
        className="plain"
        disabled={!draft}
        title={say('formula.cancel')}
        onClick={() => finish(false)}
      >
        ✕
      </button>
      <button
        type="button"
        className="plain"
        disabled={!draft}
        title={say('formula.enter')}
        onClick={() => finish(true)}
      >
        ✓
      </button>
      <span className="fx" aria-hidden>
        fx
      </span>
      <div className="formula">
        <textarea
          rows={1}
          aria-label={say('formula')}
          className={isSpilled ? 'spilled' : ''}
          spellCheck={false}
          autoComplete="off"
          value={desk.shownText}
          onFocus={() => {
            if (!desk.draft) desk.startTyping();
          }}
          onBlur={() => {
            // Looked at only: nothing is being typed.
            if (desk.draft?.mode === 'edit' && desk.draft.text === desk.savedText) desk.cancelDraft();
          }}
          onChange={(event) => desk.setDraft(event.target.value, 'edit')}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const isEnter = event.key === 'Enter' && !event.altKey;
            if (!isEnter && event.key !== 'Escape' && event.key !== 'Tab') return;
            event.preventDefault();
            if (event.key === 'Escape') return finish(false);
            if (!desk.commit(event.ctrlKey)) return;
            desk.move(event.key === 'Tab' ? 'right' : event.shiftKey ? 'up' : 'down');
            focusGrid();
          }}
        />
        {draft && <FunctionHint text={draft.text} guide={guide} label={say('functions.label')} />}
      </div>
    </div>
  );
}

interface NameBoxProps {
  readonly desk: Desk;
  readonly version: number;
  readonly say: Say;
  readonly box: RefObject<HTMLInputElement>;
  readonly focusGrid: () => void;
  readonly tell: (text: string) => void;
}

/** Shows where one is, and goes to the address, name or table that is typed. */
function NameBox({ desk, version, say, box, focusGrid, tell }: NameBoxProps) {
  const { embedded, sheet, selection, activeArea } = desk;
  const [typed, setTyped] = useState<string>();
  const place = nameOfPlace(
    embedded.workbook,
    { sheet, area: selection },
    { ...activeArea, bottom: activeArea.top, right: activeArea.left },
  );
  useEffect(() => setTyped(undefined), [version]);
  const go = (text: string) => {
    setTyped(undefined);
    if (desk.commit() && desk.goToText(text)) focusGrid();
    else tell(say('notice.place', { text }));
  };
  return (
    <>
      <input
        ref={box}
        className="name-box"
        aria-label={say('name-box')}
        list="names"
        title={areaAddress(selection)}
        value={typed ?? place}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          const { value, list } = event.target;
          setTyped(value);
          // Chosen from the list, not typed.
          const isChosen =
            !(event.nativeEvent instanceof InputEvent) || event.nativeEvent.inputType === 'insertReplacementText';
          if (list && isChosen) go(value);
        }}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // The key is done with: the grid, which has the keyboard next, must not get it too.
          event.preventDefault();
          if (event.key === 'Enter') go(event.currentTarget.value);
          else focusGrid();
        }}
      />
      <datalist id="names">
        {namesOf(embedded.workbook).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
