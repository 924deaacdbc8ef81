import type { CellRef } from '../planning/issue';
import type { RawValue } from '../sheets/inputs/raw';
import type { OutputKey } from '../sheets/spec';
import { MARK, parseMark } from './ownership';
import { runExcel } from './run';

/** A cell as it stands: what it shows, holds and computes. */
export interface CellReading {
  readonly text: string;
  readonly value: RawValue;
  /** Begins with '=' where the cell is a formula. */
  readonly formula: string;
}

/** A cell, the output sheet it is on (undefined on people's own sheets), and the first two cells of its row. */
export interface MarkedCell extends CellReading {
  readonly key?: OutputKey;
  readonly rowLabels: readonly [string, string];
}

/** Reads a cell and what tells which row of which output it is; ExcelFailure 'excel-not-found' when the sheet is gone. */
export async function readMarkedCell(cell: CellRef): Promise<MarkedCell> {
  return runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cell.sheet);
    const mark = sheet.customProperties.getItemOrNullObject(MARK);
    mark.load('value');
    const range = sheet.getRangeByIndexes(cell.row, cell.column, 1, 1);
    range.load('values,formulas,text');
    const labels = sheet.getRangeByIndexes(cell.row, 0, 1, 2);
    labels.load('text');
    await context.sync();
    return {
      ...readingOf(range),
      key: mark.isNullObject ? undefined : parseMark(mark.value)?.key,
      rowLabels: [labels.text[0]?.[0] ?? '', labels.text[0]?.[1] ?? ''] as const,
    };
  });
}

/** Reads cells, one sync for all of them; a cell of a sheet that is gone reads undefined. */
export async function readCells(cells: readonly CellRef[]): Promise<readonly (CellReading | undefined)[]> {
  if (cells.length === 0) return [];
  return runExcel(async (context) => {
    const names = context.workbook.worksheets;
    names.load('items/name');
    await context.sync();
    const present = new Set(names.items.map((sheet) => sheet.name.toLowerCase()));
    const ranges = cells.map(({ sheet, row, column }) => {
      if (!present.has(sheet.toLowerCase())) return undefined;
      const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1);
      range.load('values,formulas,text');
      return range;
    });
    await context.sync();
    return ranges.map((range) => range && readingOf(range));
  });
}

function readingOf(range: Excel.Range): CellReading {
  const formula = range.formulas[0]?.[0] as unknown;
  return {
    text: range.text[0]?.[0] ?? '',
    value: (range.values[0]?.[0] ?? '') as RawValue,
    formula: typeof formula === 'string' && formula.startsWith('=') ? formula : '',
  };
}
