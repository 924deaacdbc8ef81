import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { ColumnFormat, RowFormat, Worksheet } from '../model/workbook';
import { isWholeColumns, isWholeRows } from '../model/area';
import { checkWritable, tellFormatChanged } from './cells';
import { fail } from './errors';
import type { Host } from './host';

/** Everything a row or a column may say of itself. */
export type LineFormat = ColumnFormat & RowFormat;

/** Changes what a row or column says of itself; what is as in every other line is not said at all. */
export function setLine<F extends LineFormat>(lines: Map<number, F>, line: number, change: Partial<LineFormat>): void {
  const format: LineFormat = { ...lines.get(line), ...change };
  if (!format.hidden) delete format.hidden;
  if (!format.collapsed) delete format.collapsed;
  if (!format.outlineLevel) delete format.outlineLevel;
  if (format.style === undefined) delete format.style;
  if (Object.keys(format).length === 0) lines.delete(line);
  // A change names only members of its own kind of line.
  else lines.set(line, format as F);
}

/** Whether the rows are hidden: true, false, or null when they differ. */
export function rowsHidden(sheet: Worksheet, area: Area): boolean | null {
  return hiddenState(sheet.rows, area.top, area.bottom);
}

/** Whether the columns are hidden: true, false, or null when they differ. */
export function columnsHidden(sheet: Worksheet, area: Area): boolean | null {
  return hiddenState(sheet.columns, area.left, area.right);
}

function hiddenState(lines: ReadonlyMap<number, { hidden?: boolean }>, from: number, to: number): boolean | null {
  let hidden = 0;
  for (const [line, format] of lines) if (line >= from && line <= to && format.hidden) hidden++;
  return hidden === 0 ? false : hidden === to - from + 1 ? true : null;
}

/** Changes the format of an area's columns; the whole sheet's width becomes the default. */
export function setColumns(sheet: Worksheet, area: Area, change: Partial<ColumnFormat>, host: Host): void {
  checkWritable(sheet, undefined, host);
  if (isWholeRows(area) && !isPartial(change)) {
    sheet.defaultColumnWidth = change.width ?? sheet.defaultColumnWidth;
    for (const column of [...sheet.columns.keys()]) setLine(sheet.columns, column, change);
    return;
  }
  if (area.right - area.left >= MAX_COLUMNS - 1) fail('RangeExceedsLimit');
  for (let column = area.left; column <= area.right; column++) setLine(sheet.columns, column, change);
  tellFormatChanged(sheet, area, host);
}

/** Changes the format of an area's rows; the whole sheet's height becomes the default. */
export function setRows(sheet: Worksheet, area: Area, change: Partial<RowFormat>, host: Host): void {
  checkWritable(sheet, undefined, host);
  if (isWholeColumns(area) && !isPartial(change)) {
    sheet.defaultRowHeight = change.height ?? sheet.defaultRowHeight;
    for (const row of [...sheet.rows.keys()]) setLine(sheet.rows, row, change);
    return;
  }
  if (area.bottom - area.top >= MAX_ROWS - 1) fail('RangeExceedsLimit');
  for (let row = area.top; row <= area.bottom; row++) setLine(sheet.rows, row, change);
  tellFormatChanged(sheet, area, host);
}

/** Anything but a size: cannot be the sheet's default. */
const isPartial = (change: Partial<ColumnFormat & RowFormat>) =>
  change.width === undefined && change.height === undefined;

/** The one size that all lines share, or null. */
export function commonSize(
  size: (line: number) => number,
  from: number,
  to: number,
  known: Iterable<number>,
): number | null {
  const first = size(from);
  // Lines without a format of their own have the default size: look at those that have one, and at one that has none.
  let inside = 0;
  for (const line of known) {
    if (line < from || line > to) continue;
    inside++;
    if (size(line) !== first) return null;
  }
  if (inside === to - from + 1) return first;
  const formatted = new Set(known);
  for (let line = from; line <= to; line++) if (!formatted.has(line)) return size(line) === first ? first : null;
  return first;
}
