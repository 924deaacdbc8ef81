import { formatCell } from '../formulas/display';
import type { Area, Cell, CellValue } from '../model/cell';
import { CellError } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { cellCount, columnCount } from './area';
import { isWholeColumns, isWholeRows } from '../model/area';
import { styleIndexAt } from './cells';
import type { Host } from './host';

/**
 * One value a cell, as the client expects of values, formulas, text …; null for unbounded ranges and above the limit of
 * cells in one get, as Excel answers.
 */
export function readGrid(
  sheet: Worksheet,
  area: Area,
  host: Host,
  pick: (cell: Cell | undefined, row: number, column: number) => unknown,
): readonly (readonly unknown[])[] | null {
  if (isWholeColumns(area) || isWholeRows(area) || cellCount(area) > host.limits.cellsPerGet) return null;
  host.counters.cellsRead += cellCount(area);
  const rows: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.cells.rowCells(row);
    const line: unknown[] = new Array(columnCount(area));
    for (let c = 0; c < line.length; c++) line[c] = pick(cells?.get(area.left + c), row, area.left + c);
    rows.push(line);
  }
  return rows;
}

/** Brings formulas up to date before their values are read, unless calculation is manual or suspended. */
export function calculateForReading(host: Host): void {
  host.bringUpToDate();
}

/** A cell's value as the API gives it: '' for empty, errors by their text. */
export function apiValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return value instanceof CellError ? value.code : value;
}

/** A formula with '=', or the constant (errors and texts as they are). */
export function apiFormula(cell: Cell | undefined): string | number | boolean {
  if (!cell) return '';
  return cell.formula === undefined ? apiValue(cell.value) : `=${cell.formula}`;
}

/** What `valueTypes` says of a value. */
export function valueType(value: CellValue): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Double';
}

/** What a cell shows on the screen. */
export function displayText(sheet: Worksheet, row: number, column: number, culture: string): string {
  const value = sheet.value(row, column);
  if (value === null) return '';
  const { numberFormat } = sheet.workbook.styles.get(styleIndexAt(sheet, row, column));
  return formatCell(value, numberFormat, culture, sheet.workbook.dateSystem);
}

/** A value as header cells and names of series show it: text, whatever it was. */
export function headerText(value: CellValue): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(apiValue(value));
}
