import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { cultureOf } from '../bridge/cultures';
import type { DescribedFunction } from './functionGuide';
import type { RibbonButton, RibbonTab } from './manifest';
import { readRibbon } from './manifest';
import { NoticeBar } from './Notice';
import type { Opened } from './opened';
import { insertTemplate, lossesOf, offerToPane, openWorkbook, saveOpened } from './opened';
import { Ribbon } from './Ribbon';
import type { SampleId } from './TopBar';
import { REGIONS, SAMPLES, TopBar } from './TopBar';
import { Workspace } from './Workspace';
import type { PageLanguage, Say } from './words';
import { say as sayIn } from './words';

/** What the add-in brings, read from its own files beside the page. */
interface AddIn {
  readonly tab: RibbonTab;
  readonly functions: readonly DescribedFunction[];
}

async function loadAddIn(language: PageLanguage): Promise<AddIn> {
  const tab = readRibbon(await (await fetch('manifest.xml')).text(), language);
  const { functions } = (await (await fetch(tab.functions)).json()) as { functions: readonly DescribedFunction[] };
  return { tab, functions };
}

/** Follows the system's choice between light and dark. */
function useDark(): boolean {
  const query = useMemo(() => matchMedia('(prefers-color-scheme: dark)'), []);
  const [dark, setDark] = useState(query.matches);
  useEffect(() => {
    const update = () => setDark(query.matches);
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  }, [query]);
  return dark;
}

const parameters = new URLSearchParams(window.location.search);
const wanted = parameters.get('lang') ?? navigator.language;
const FIRST_LANGUAGE: PageLanguage = wanted.startsWith('it') ? 'it' : 'en';
const FIRST_SAMPLE = SAMPLES.find(({ id }) => id === parameters.get('sample'))?.id;
/** The browser's region goes with its own language only. */
const region = parameters.get('region') ?? (navigator.language.startsWith(FIRST_LANGUAGE) ? navigator.language : '');
const FIRST_CULTURE =
  REGIONS.find(({ culture }) => culture === region)?.culture ?? (FIRST_LANGUAGE === 'it' ? 'it-IT' : 'en-US');

/** The demo: a spreadsheet with the add-in's ribbon tab above it and its pane beside it. */
export function DemoPage() {
  const dark = useDark();
  const [language, setLanguage] = useState<PageLanguage>(FIRST_LANGUAGE);
  const [culture, setCulture] = useState<string>(FIRST_CULTURE);
  const [addIn, setAddIn] = useState<AddIn>();
  const [current, setCurrent] = useState<Opened>();
  const [loading, setLoading] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [losses, setLosses] = useState<readonly string[]>([]);
  const [isPaneShown, setPaneShown] = useState(true);
  const [isDropping, setDropping] = useState(false);
  const say = useCallback<Say>((word, values) => sayIn(language, word, values), [language]);
  const latest = useRef({ current, culture, say });
  latest.current = { current, culture, say };

  const open = useCallback(async (fileName: string, read: (() => Promise<ArrayBuffer>) | undefined) => {
    const { say: speak } = latest.current;
    setLoading(fileName);
    setFailure(undefined);
    try {
      const bytes = read ? new Uint8Array(await read()) : undefined;
      const next = openWorkbook(fileName, bytes, latest.current.culture, `${speak('sheets.stem')}1`);
      latest.current.current?.desk.dispose();
      setCurrent(next);
      setLosses([]);
      if (next.wantsTemplate) void insertTemplate(next);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setFailure(speak('notice.failed', { message }));
    } finally {
      setLoading(undefined);
    }
  }, []);
  const openSample = useCallback(
    (id: SampleId) => {
      const file = SAMPLES.find((sample) => sample.id === id)?.file ?? '';
      return open(file, id === 'empty' ? undefined : async () => (await fetch(`samples/${file}`)).arrayBuffer());
    },
    [open],
  );
  const openFile = useCallback((file: File) => void open(file.name, () => file.arrayBuffer()), [open]);

  useEffect(
    () => void openSample(FIRST_SAMPLE ?? (FIRST_LANGUAGE === 'it' ? 'manufacturer' : 'services')),
    [openSample],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = sayIn(language, 'title');
    loadAddIn(language).then(setAddIn, (error: unknown) => setFailure(String(error)));
  }, [language]);
  useEffect(() => {
    if (!current) return;
    current.desk.setCulture(culture);
  }, [current, culture]);

  // The pane starts anew with each workbook and language.
  const paneKey = current && addIn ? `${current.number} ${addIn.tab.functions}` : undefined;
  // Offered while drawing, not after: the frame asks for its host as soon as it is in the page.
  const disconnect = useMemo(() => {
    if (!current || !addIn) return undefined;
    return offerToPane(current, language, { namespace: addIn.tab.namespace, metadata: addIn.functions });
  }, [current, addIn, language]);
  useEffect(() => disconnect, [disconnect]);
  useEffect(() => current?.desk.embedded.runtime.onChange((state) => setPaneShown(state === 'Visible')), [current]);

  useFileDrop(openFile, setDropping);

  const press = (button: RibbonButton) => {
    setPaneShown((shown) => shown || button.action.kind === 'pane');
    if (button.action.kind === 'pane' || !current) return;
    void current.ribbon.run(button.action.name, button.id).then((completed) => {
      if (!completed) setFailure(say('notice.command'));
    });
  };
  const save = () => {
    if (!current) return;
    const found = lossesOf(current);
    setLosses(found);
    if (found.length === 0) saveOpened(current);
  };
  const guide = useMemo(
    () => ({
      namespace: addIn?.tab.namespace ?? '',
      functions: addIn?.functions ?? [],
      separator: cultureOf(culture).decimalSeparator === ',' ? ';' : ',',
    }),
    [addIn, culture],
  );

  return (
    <>
      <TopBar
        desk={current?.desk}
        fileName={loading === undefined ? (current?.fileName ?? '') : say('loading', { name: loading })}
        language={language}
        culture={culture}
        say={say}
        openSample={(id) => void openSample(id)}
        openFile={openFile}
        save={save}
        setLanguage={setLanguage}
        setCulture={setCulture}
      />
      {addIn && <Ribbon tab={addIn.tab} say={say} press={press} />}
      {failure !== undefined && <NoticeBar text={failure} close={() => setFailure(undefined)} say={say} />}
      {losses.length > 0 && current && (
        <NoticeBar text={`${say('notice.losses')} ${losses.join(' ')}`} close={() => setLosses([])} say={say}>
          <button
            type="button"
            onClick={() => {
              setLosses([]);
              saveOpened(current);
            }}
          >
            {say('notice.save-anyway')}
          </button>
        </NoticeBar>
      )}
      {current && (
        <main className={isPaneShown ? 'desk' : 'desk alone'}>
          <Workspace key={current.number} desk={current.desk} dark={dark} say={say} guide={guide} />
          {paneKey !== undefined && (
            <aside className="pane" hidden={!isPaneShown} aria-label={say('pane.title')}>
              <button
                type="button"
                className="close"
                aria-label={say('pane.close')}
                title={say('pane.close')}
                onClick={() => setPaneShown(false)}
              >
                ✕
              </button>
              <iframe key={paneKey} title={say('pane.title')} src="demo-pane.html" />
            </aside>
          )}
        </main>
      )}
      {isDropping && <div className="dropping">{say('drop')}</div>}
    </>
  );
}

/** Lets an .xlsx file be dropped anywhere on the page. */
function useFileDrop(openFile: (file: File) => void, setDropping: (dropping: boolean) => void): void {
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setDropping(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDropping(false);
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      setDropping(false);
      if (!file) return;
      event.preventDefault();
      openFile(file);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [openFile, setDropping]);
}
