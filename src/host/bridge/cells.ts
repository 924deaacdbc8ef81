import type { Area, Cell } from '../model/cell';
import type { CellStyle } from '../model/style';
import type { Worksheet } from '../model/workbook';
import { columnCount, rowCount } from './area';
import { isWholeColumns, isWholeRows } from '../model/area';
import { fail } from './errors';
import { EVENT, WORKBOOK_TARGET } from './events';
import type { Host } from './host';
import { formatArea } from './area';

/** The style a cell shows: its own, else its row's, else its column's. */
export function styleIndexAt(sheet: Worksheet, row: number, column: number): number {
  return sheet.cell(row, column)?.style ?? sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? 0;
}

/** The style a cell shows, whether or not the cell is there. */
export function styleAt(sheet: Worksheet, row: number, column: number): CellStyle {
  return sheet.workbook.styles.get(styleIndexAt(sheet, row, column));
}

/**
 * The one value that all cells of an area share, or null when they differ (Excel's answer for mixed formats).
 * Cells that are not there share the style of their row or column.
 */
export function commonStyle<V>(sheet: Worksheet, area: Area, pick: (style: CellStyle) => V): V | null {
  const seen = new Map<number, V>();
  let common: V | undefined;
  for (const index of distinctStyles(sheet, area)) {
    if (seen.has(index)) continue;
    const value = pick(sheet.workbook.styles.get(index));
    seen.set(index, value);
    if (common === undefined) common = value;
    else if (!Object.is(common, value)) return null;
  }
  return common ?? null;
}

/** Style indices that occur in an area; never walks cells that do not exist. */
export function distinctStyles(sheet: Worksheet, area: Area): ReadonlySet<number> {
  const found = new Set<number>();
  const plainColumns = columnCount(area) > 200 ? undefined : columnStyles(sheet, area);
  const rows = rowCount(area);
  let rowsWithCells = 0;
  for (const row of sheet.cells.rowNumbers()) {
    if (row < area.top || row > area.bottom) continue;
    rowsWithCells++;
    addRowStyles(sheet, area, row, plainColumns, found);
  }
  // A row that holds no cell shows the styles of the columns, or its own.
  if (rowsWithCells < rows) {
    const plain = plainColumns ?? columnStyles(sheet, area);
    for (const style of plain) found.add(style);
    for (const [row, format] of sheet.rows)
      if (row >= area.top && row <= area.bottom && format.style !== undefined) found.add(format.style);
  }
  return found;
}

function addRowStyles(
  sheet: Worksheet,
  area: Area,
  row: number,
  plainColumns: readonly number[] | undefined,
  found: Set<number>,
): void {
  const cells = sheet.cells.rowCells(row);
  let inside = 0;
  for (const [column, cell] of cells ?? [])
    if (column >= area.left && column <= area.right) {
      found.add(cell.style);
      inside++;
    }
  if (inside === columnCount(area)) return;
  const own = sheet.rows.get(row)?.style;
  const plain = own === undefined ? (plainColumns ?? columnStyles(sheet, area)) : [own];
  plain.forEach((style, index) => {
    // Known one by one in narrow areas; in wide ones a column style counts as shown.
    if (plain.length === 1 || plainColumns === undefined || !cells?.has(area.left + index)) found.add(style);
  });
}

/** Styles of the columns themselves: one a column in narrow areas, the distinct ones in wide areas. */
function columnStyles(sheet: Worksheet, area: Area): readonly number[] {
  if (columnCount(area) <= 200)
    return Array.from({ length: columnCount(area) }, (_, i) => sheet.columns.get(area.left + i)?.style ?? 0);
  const styles = new Set<number>([0]);
  for (const [column, format] of sheet.columns)
    if (column >= area.left && column <= area.right && format.style !== undefined) styles.add(format.style);
  return [...styles];
}

/** Cells that a request may format one by one; beyond it an area has to be whole rows or columns. */
const MOST_CELLS_FORMATTED = 10_000_000;

/** Gives every cell of an area a changed style; whole columns and rows get it as theirs. */
export function restyle(sheet: Worksheet, area: Area, change: (style: CellStyle) => CellStyle, host: Host): void {
  checkWritable(sheet, undefined, host);
  const { styles } = sheet.workbook;
  const changed = new Map<number, number>();
  const restyled = (index: number): number => {
    let result = changed.get(index);
    if (result === undefined) changed.set(index, (result = styles.intern(change(styles.get(index)))));
    return result;
  };
  if (isWholeColumns(area)) restyleColumns(sheet, area, restyled);
  else if (isWholeRows(area)) restyleRows(sheet, area, restyled);
  else restyleCells(sheet, area, restyled);
  tellFormatChanged(sheet, area, host);
}

/** Tells listeners that the formats of an area have changed. */
export function tellFormatChanged(sheet: Worksheet, area: Area, host: Host): void {
  const worksheetId = sheet.id;
  const address = formatArea(area);
  host.events.emit(EVENT.worksheetFormatChanged, [worksheetId, WORKBOOK_TARGET], {
    worksheetId,
    address,
    referenceId: `${worksheetId}!${address}`,
    ...host.events.origin,
  });
}

function restyleCells(sheet: Worksheet, area: Area, restyled: (index: number) => number): void {
  if (rowCount(area) * columnCount(area) > MOST_CELLS_FORMATTED) fail('RangeExceedsLimit');
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      setCellStyle(sheet, row, column, restyled(styleIndexAt(sheet, row, column)));
}

function setCellStyle(sheet: Worksheet, row: number, column: number, style: number): void {
  const cell = sheet.cells.get(row, column);
  if (cell) cell.style = style;
  else if (style !== plainStyle(sheet, row, column)) sheet.cells.set(row, column, { value: null, style });
}

/** The style of a cell that is not there. */
function plainStyle(sheet: Worksheet, row: number, column: number): number {
  return sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? 0;
}

function restyleColumns(sheet: Worksheet, area: Area, restyled: (index: number) => number): void {
  for (let column = area.left; column <= area.right; column++) {
    const format = sheet.columns.get(column);
    sheet.columns.set(column, { ...format, style: restyled(format?.style ?? 0) });
  }
  restyleExisting(sheet, area, restyled);
}

function restyleRows(sheet: Worksheet, area: Area, restyled: (index: number) => number): void {
  for (let row = area.top; row <= area.bottom; row++) {
    const format = sheet.rows.get(row);
    sheet.rows.set(row, { ...format, style: restyled(format?.style ?? 0) });
  }
  restyleExisting(sheet, area, restyled);
}

function restyleExisting(sheet: Worksheet, area: Area, restyled: (index: number) => number): void {
  forEachCell(sheet, area, (cell) => {
    cell.style = restyled(cell.style);
  });
}

/** Visits the cells of an area that exist, rows and columns in order. */
export function forEachCell(
  sheet: Worksheet,
  area: Area,
  visit: (cell: Cell, row: number, column: number) => void,
): void {
  const rows = [...sheet.cells.rowNumbers()].filter((row) => row >= area.top && row <= area.bottom);
  for (const row of rows.sort((a, b) => a - b)) {
    const columns = [...(sheet.cells.rowCells(row)?.keys() ?? [])].filter((c) => c >= area.left && c <= area.right);
    for (const column of columns.sort((a, b) => a - b)) {
      const cell = sheet.cells.get(row, column);
      if (cell) visit(cell, row, column);
    }
  }
}

/** AccessDenied where a protected sheet does not let the area be changed. `area` undefined: anything but contents. */
export function checkWritable(sheet: Worksheet, area: Area | undefined, host: Host): void {
  if (host.faults.protectedSheets.has(sheet.name)) fail('AccessDenied');
  if (!sheet.protection) return;
  if (!area) {
    if (sheet.protection.allowFormatCells !== true) fail('AccessDenied');
    return;
  }
  // Cells are locked unless their style says otherwise.
  const { styles } = sheet.workbook;
  for (const style of distinctStyles(sheet, area)) if (styles.get(style).locked) fail('AccessDenied');
}
