import { insertSheets } from '../excel/insert';
import type { OnWaiting } from '../excel/run';
import { emptyStats } from '../excel/stats';
import type { Language } from '../planning/input';
import { TABLE_KINDS } from '../planning/input';
import type { Day } from '../planning/units';
import { templateSheets } from '../sheets/template';
import { readInput } from './checkWorkbook';
import { freeName } from './outputNames';

/**
 * Use case "Insert template": adds a sheet for every input table that the workbook does not have yet, with headings, an example to
 * overwrite and lists of choices. What is there is left alone.
 *
 * @returns Names of the sheets added, in workbook order.
 * @throws ExcelFailure when Excel refuses; the workbook is then as it was.
 */
export async function insertTemplate(
  language: Language,
  today: Day,
  onWaiting?: OnWaiting,
): Promise<readonly string[]> {
  const { parsed, reading } = await readInput({ today, language, onWaiting });
  const present = new Set(parsed.input.sources.map((source) => source.kind));
  const kinds = TABLE_KINDS.filter((kind) => !present.has(kind));
  const taken = new Set(reading.sheetNames.map((name) => name.toLowerCase()));
  const sheets = templateSheets(language, today, kinds).map((sheet) => {
    const name = freeName(sheet.name, taken);
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
  if (sheets.length > 0) await insertSheets(sheets, reading.sheetNames.length, emptyStats());
  return sheets.map((sheet) => sheet.name);
}
