import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { FunctionMetadata } from '../bridge/customFunctions';
import { EmbeddedWorkbook } from '../bridge/embedded';
import { installHostInPage } from '../client/page';
import { FileError } from '../xlsx/fileError';
import { openXlsx } from '../xlsx/open';
import { lossesOnSave, saveXlsx } from '../xlsx/save';
import { Spreadsheet } from './Spreadsheet';
import './page.css';

const SAMPLES = [
  { file: 'samples/manifattura.xlsx', name: 'Manifattura (italiano)' },
  { file: 'samples/services.xlsx', name: 'Services firm (English)' },
];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface Opened {
  readonly name: string;
  readonly embedded: EmbeddedWorkbook;
  /** Counts workbooks opened: the pane starts anew with each. */
  readonly number: number;
}

declare global {
  interface Window {
    /** Called by the pane's page before it loads Office.js: makes that window find its host here. */
    installEmbeddedHost?: (pane: Window) => void;
    /** For scripts that drive the page. */
    embeddedWorkbook?: EmbeddedWorkbook;
  }
}

let opened = 0;

async function openBytes(name: string, bytes: Uint8Array): Promise<Opened> {
  const { workbook } = openXlsx(bytes);
  workbook.culture = navigator.language.startsWith('it') ? 'it-IT' : 'en-US';
  const metadata = (await (await fetch('functions.json')).json()) as { functions: FunctionMetadata[] };
  const embedded = new EmbeddedWorkbook(workbook);
  window.embeddedWorkbook = embedded;
  window.installEmbeddedHost = (pane) => {
    installHostInPage(pane, embedded, {
      locale: navigator.language,
      functions: { namespace: 'CADENZA', metadata: metadata.functions },
    });
  };
  return { name, embedded, number: ++opened };
}

function save({ name, embedded }: Opened): void {
  const losses = lossesOnSave(embedded.workbook);
  if (losses.length > 0 && !window.confirm(losses.map((loss) => loss.message).join('\n'))) return;
  const url = URL.createObjectURL(new Blob([saveXlsx(embedded.workbook) as BlobPart], { type: XLSX }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The demo: a spreadsheet with the add-in's pane beside it. */
function DemoPage() {
  const [current, setCurrent] = useState<Opened>();
  const [failure, setFailure] = useState<string>();
  const open = (name: string, read: () => Promise<ArrayBuffer>) =>
    void read()
      .then(async (buffer) => setCurrent(await openBytes(name, new Uint8Array(buffer))))
      .then(() => setFailure(undefined))
      .catch((error: unknown) => {
        if (error instanceof FileError) setFailure(error.message);
        else setFailure(String(error));
      });
  return (
    <>
      <header className="bar">
        <strong>Cadenza</strong>
        {SAMPLES.map(({ file, name }) => (
          <button
            key={file}
            type="button"
            onClick={() => open(file.replace('samples/', ''), async () => (await fetch(file)).arrayBuffer())}
          >
            {name}
          </button>
        ))}
        <label className="file">
          Open .xlsx
          <input
            type="file"
            accept=".xlsx"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) open(file.name, () => file.arrayBuffer());
            }}
          />
        </label>
        {current && (
          <button type="button" onClick={() => save(current)}>
            Save .xlsx
          </button>
        )}
        <span className="note">A page to try Cadenza without Excel. Its home is Excel.</span>
      </header>
      {failure && (
        <p role="alert" className="failure">
          {failure}
        </p>
      )}
      {current ? (
        <div className="desk">
          <Spreadsheet key={current.number} embedded={current.embedded} />
          <iframe key={`pane ${current.number}`} title="Cadenza" src="demo-pane.html" />
        </div>
      ) : (
        <p className="welcome">Choose a sample or open a workbook of your own: it stays on this machine.</p>
      )}
      <div id="portal" />
    </>
  );
}

const container = document.getElementById('demo');
if (container) createRoot(container).render(<DemoPage />);
