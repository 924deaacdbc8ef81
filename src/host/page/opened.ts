import { EmbeddedWorkbook } from '../bridge/embedded';
import { installHostInPage } from '../client/page';
import type { OfficeColors } from '../client/page';
import { RibbonCommands } from '../client/ribbon';
import { Workbook } from '../model/workbook';
import { openXlsx } from '../xlsx/open';
import { lossesOnSave, saveXlsx } from '../xlsx/save';
import { Desk } from './desk';
import type { DescribedFunction } from './functionGuide';
import type { PageLanguage } from './words';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An open workbook with everything that lives as long as it does. */
export interface Opened {
  readonly fileName: string;
  readonly desk: Desk;
  readonly ribbon: RibbonCommands;
  /** Counts workbooks opened: the pane starts anew with each. */
  readonly number: number;
  /** The add-in puts its template into it as soon as it can. */
  readonly wantsTemplate: boolean;
}

declare global {
  interface Window {
    /** Called by the pane's page before it loads Office.js: makes that window find its host here. */
    installEmbeddedHost?: (pane: Window) => void;
    /** For scripts that drive the page. */
    embeddedWorkbook?: EmbeddedWorkbook;
    demoDesk?: Desk;
  }
}

let opened = 0;

/** By a message to oneself: unlike timers, browsers do not slow these down in hidden pages. */
function nextTurn(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
}

/** Opens a workbook. @param bytes of an .xlsx file; undefined for an empty workbook that gets the template */
export function openWorkbook(
  fileName: string,
  bytes: Uint8Array | undefined,
  culture: string,
  sheetName: string,
): Opened {
  const workbook = bytes ? openXlsx(bytes).workbook : new Workbook();
  if (!bytes) workbook.addSheet(sheetName);
  const embedded = new EmbeddedWorkbook(workbook, { culture, nextTurn });
  const desk = new Desk(embedded, (work) => requestAnimationFrame(work));
  window.embeddedWorkbook = embedded;
  window.demoDesk = desk;
  return { fileName, desk, ribbon: new RibbonCommands(), number: ++opened, wantsTemplate: !bytes };
}

/** The colours that the pane learns of the window around it. */
const OFFICE_COLORS: Readonly<Record<'light' | 'dark', OfficeColors>> = {
  light: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#1F2933',
    controlBackgroundColor: '#F3F5F7',
    controlForegroundColor: '#1F2933',
  },
  dark: {
    bodyBackgroundColor: '#1F2225',
    bodyForegroundColor: '#F1F3F5',
    controlBackgroundColor: '#26292D',
    controlForegroundColor: '#F1F3F5',
  },
};

const LOCALES: Readonly<Record<PageLanguage, string>> = { en: 'en-US', it: 'it-IT' };

/** Makes the next pane that loads find this workbook. @returns ends its connection */
export function offerToPane(
  { desk, ribbon }: Opened,
  language: PageLanguage,
  functions: { readonly namespace: string; readonly metadata: readonly DescribedFunction[] },
): () => void {
  let disconnect: (() => void) | undefined;
  window.installEmbeddedHost = (pane) => {
    disconnect?.();
    disconnect = installHostInPage(pane, desk.embedded, {
      locale: LOCALES[language],
      functions,
      ribbon,
      theme: () => OFFICE_COLORS[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'],
      openWindow: (url) => window.open(url, '_blank', 'noopener'),
    });
  };
  return () => disconnect?.();
}

/** What saving would lose, in words for people; empty when nothing. */
export function lossesOf({ desk }: Opened): string[] {
  return lossesOnSave(desk.embedded.workbook).map(({ message }) => message);
}

/** Gives the workbook to the browser as a file to keep. */
export function saveOpened({ desk, fileName }: Opened): void {
  const url = URL.createObjectURL(new Blob([saveXlsx(desk.embedded.workbook) as BlobPart], { type: XLSX }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const TEMPLATE_TRIES = 60;
const TEMPLATE_PAUSE_MS = 400;

/** Asks the add-in for its template as soon as it listens and is not busy. */
export async function insertTemplate({ desk, ribbon }: Opened): Promise<void> {
  const { sheets } = desk.embedded.workbook;
  for (let tries = 0; tries < TEMPLATE_TRIES && !sheets.some(({ tables }) => tables.length > 0); tries++) {
    await new Promise((resolve) => setTimeout(resolve, TEMPLATE_PAUSE_MS));
    await ribbon.run('insertTemplate', 'Cadenza.Template');
  }
}
