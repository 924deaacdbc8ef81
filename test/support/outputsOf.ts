import type { Language } from '../../src/planning/input';
import type { Plan } from '../../src/planning/result';
import { buildOutputs, outputName } from '../../src/sheets/outputs/outputs';
import type { Place } from '../../src/sheets/outputs/grid';
import type { OutputKey, SheetSpec } from '../../src/sheets/spec';
import { OUTPUT_KEYS } from '../../src/sheets/spec';
import type { CalculatedSheets } from './sheetSpecs';

/** Every output under its own name. */
export function namesIn(language: Language): Record<OutputKey, string> {
  return Object.fromEntries(OUTPUT_KEYS.map((key) => [key, outputName(key, language)])) as Record<OutputKey, string>;
}

/** The output sheets of a plan, run on 25 November 2026 at noon. */
export function outputsOf(plan: Plan, language: Language = 'en', names = namesIn(language)): SheetSpec[] {
  return buildOutputs(plan, { language, names, run: { at: 46351.5, by: 'Anna', fingerprint: 'abc' }, earlier: [] });
}

/** A row of a sheet of blocks: the cells of its buckets, found by the titles a reader sees; and the cell of the horizon beside them. */
export function blockRow(
  sheets: CalculatedSheets,
  sheet: string,
  block: string,
  label: string,
  buckets: number,
): { readonly cells: Place; readonly total: Place } {
  const top = sheets.find(sheet, block);
  const { row } = sheets.find(sheet, label, top.row);
  return {
    cells: { sheet, row, column: 5, rows: 1, columns: buckets },
    total: { sheet, row, column: 4, rows: 1, columns: 1 },
  };
}

/** One cell of a row of cells. */
export function cellAt(cells: Place, index: number): Place {
  return { ...cells, column: cells.column + index, columns: 1 };
}
