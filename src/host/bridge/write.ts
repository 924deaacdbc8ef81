import type { Area, Cell } from '../model/cell';
import { adoptHeaders } from '../model/table';
import type { Table, Worksheet } from '../model/workbook';
import { columnCount, rowCount } from './area';
import { isWholeColumns, isWholeRows } from '../model/area';
import { checkWritable, styleIndexAt } from './cells';
import { readEntry } from './entry';
import { fail } from './errors';
import type { Host } from './host';

/** A value that was set: one for every cell, or one a cell. */
export type Grid = readonly (readonly unknown[])[] | { readonly scalar: unknown };

/** Reads what a two-dimensional property was set to: a scalar (or 1 × 1) counts for every cell, other sizes must fit. */
export function gridOf(value: unknown, area: Area): Grid {
  if (!Array.isArray(value)) return { scalar: value };
  const rows = value as readonly unknown[];
  const first = rows[0];
  if (rows.length === 1 && Array.isArray(first) && first.length === 1) return { scalar: first[0] as unknown };
  const isFitting =
    rows.length === rowCount(area) && rows.every((row) => Array.isArray(row) && row.length === columnCount(area));
  if (!isFitting)
    return fail(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return rows as readonly (readonly unknown[])[];
}

/** What a grid holds for a cell; a single value stands for all of them. */
export function gridAt(grid: Grid, row: number, column: number): unknown {
  return 'scalar' in grid ? grid.scalar : grid[row]?.[column];
}

/** Writes values or formulas into an area: null leaves a cell alone, '' clears it, texts are read as entries. */
export function writeContents(sheet: Worksheet, area: Area, value: unknown, host: Host): void {
  const grid = gridOf(value, area);
  // Excel documents that cell values of an unbounded range cannot be set.
  if (isWholeColumns(area) || isWholeRows(area)) fail('InvalidArgument');
  checkWritable(sheet, area, host);
  checkMerges(sheet, area);
  const isCell = area.top === area.bottom && area.left === area.right;
  const before = isCell ? sheet.value(area.top, area.left) : undefined;
  const { dateSystem } = sheet.workbook;
  for (let r = 0; r < rowCount(area); r++)
    for (let c = 0; c < columnCount(area); c++) {
      const input = gridAt(grid, r, c);
      if (input === null || input === undefined) continue;
      writeCell(sheet, area.top + r, area.left + c, input, dateSystem);
      host.counters.cellsWritten++;
    }
  for (const table of sheet.tables) if (touchesHeaders(table, area)) adoptHeaders(table);
  sheet.changed(area, before);
}

/** Puts one constant or formula into a cell, as entered through the API; keeps its format. */
export function writeCell(
  sheet: Worksheet,
  row: number,
  column: number,
  input: unknown,
  dateSystem: 1900 | 1904 = 1900,
): void {
  const style = styleIndexAt(sheet, row, column);
  if (input === '') return clearContent(sheet, row, column, style);
  if (typeof input === 'number' || typeof input === 'boolean')
    return store(sheet, row, column, { value: input, style });
  if (typeof input !== 'string') return fail('InvalidArgument');
  const { styles } = sheet.workbook;
  const shown = styles.get(style);
  const entry = readEntry(input, shown.numberFormat, dateSystem, row, column);
  if (!entry) return fail('InvalidArgument', `The formula '${input.slice(0, 200)}' is not valid.`);
  const isGeneral = shown.numberFormat === 'General';
  const newStyle =
    isGeneral && entry.numberFormat !== undefined
      ? styles.intern({ ...shown, numberFormat: entry.numberFormat })
      : style;
  const cell: Cell =
    'formula' in entry.content
      ? { value: null, formula: entry.content.formula, style: newStyle }
      : { value: entry.content.value, style: newStyle };
  if (entry.quotePrefix) cell.quotePrefix = true;
  store(sheet, row, column, cell);
}

function store(sheet: Worksheet, row: number, column: number, cell: Cell): void {
  sheet.cells.set(row, column, cell);
}

function clearContent(sheet: Worksheet, row: number, column: number, style: number): void {
  if (!sheet.cells.get(row, column)) return;
  if (style === 0) sheet.cells.delete(row, column);
  else sheet.cells.set(row, column, { value: null, style });
}

/** Takes contents out of the cells that exist in an area, keeping their formats. */
export function clearContents(sheet: Worksheet, area: Area): void {
  for (const row of [...sheet.cells.rowNumbers()]) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of [...(sheet.cells.rowCells(row) ?? [])])
      if (column >= area.left && column <= area.right) clearContent(sheet, row, column, cell.style);
  }
}

/** Only the first cell of a merged area holds a value: an area that cuts through a merge cannot be written. */
function checkMerges(sheet: Worksheet, area: Area): void {
  for (const merge of sheet.merges) {
    const overlaps =
      merge.top <= area.bottom && merge.bottom >= area.top && merge.left <= area.right && merge.right >= area.left;
    if (!overlaps) continue;
    const isFirstInside = area.top <= merge.top && area.left <= merge.left;
    if (!isFirstInside) fail('InvalidArgument', 'You cannot change a part of a merged cell.');
  }
}

/** A table's columns are called what its header cells say: writing one renames the column. */
function touchesHeaders(table: Table, area: Area): boolean {
  const { top, left, right } = table.area;
  return table.showHeaders && area.top <= top && area.bottom >= top && area.left <= right && area.right >= left;
}
