import { readFile, writeFile } from 'node:fs/promises';
import type { CheckOptions } from '../app/checkWorkbook';
import { guessLocale } from '../app/locale';
import { registerCustomFunctions } from './customFunctions';
import { EmbeddedWorkbook } from '../host/bridge/embedded';
import { startOfficeInNode } from '../host/client/node';
import type { FileWarning } from '../host/xlsx/fileError';
import { openXlsx } from '../host/xlsx/open';
import { lossesOnSave, saveXlsx } from '../host/xlsx/save';

/** What the command line says of how a file is read. */
export interface OpenOptions extends Pick<CheckOptions, 'today' | 'language'> {
  /** How dates and numbers kept as text are read; absent: told by the workbook. */
  readonly locale?: string;
}

/** A workbook file open in the embedded workbook, with Office.js and the add-in's functions at work on it. */
export interface OpenWorkbook {
  readonly embedded: EmbeddedWorkbook;
  /** What could not be read in full. */
  readonly warnings: readonly FileWarning[];
  /** How dates and numbers kept as text are read. */
  readonly locale: string;
  /** Saves the workbook as it stands; tells what could not be kept. */
  save(path: string): Promise<readonly FileWarning[]>;
  close(): void;
}

/**
 * Opens an .xlsx file and starts Office.js on it.
 *
 * @throws FileError when the file is damaged, protected by a password or no workbook; Node's error when it cannot be read.
 */
export async function openWorkbookFile(path: string, options: OpenOptions): Promise<OpenWorkbook> {
  const { workbook, warnings } = openXlsx(new Uint8Array(await readFile(path)));
  const embedded = new EmbeddedWorkbook(workbook);
  registerCustomFunctions(embedded.calculation.functions, workbook.dateSystem);
  const office = await startOfficeInNode(embedded);
  // A file does not say whose Excel wrote it.
  workbook.culture = options.locale ?? (await guessLocale(options));
  return {
    embedded,
    warnings,
    locale: workbook.culture,
    save: async (target) => {
      embedded.calculation.recalculate();
      await embedded.calculation.pending;
      const losses = lossesOnSave(workbook);
      await writeFile(target, saveXlsx(workbook));
      return losses;
    },
    close: () => office.stop(),
  };
}
