import type { Worksheet } from './workbook';

/** Widest digit of the default font (Calibri 11) in pixels; Excel counts column widths in it. */
const DIGIT_PIXELS = 7;
/** Pixels of padding in a column, left and right, and the line. */
const PADDING_PIXELS = 5;
const POINTS_PER_PIXEL = 0.75;

/** Points of a column width given in characters. @example widthToPoints(8.43) //=> 48 */
export function widthToPoints(characters: number): number {
  const pixels =
    characters < 1
      ? Math.round(characters * (DIGIT_PIXELS + PADDING_PIXELS))
      : Math.round(characters * DIGIT_PIXELS + PADDING_PIXELS);
  return pixels * POINTS_PER_PIXEL;
}

/** Characters of a column width given in points. @example pointsToWidth(48) //=> 8.43 */
export function pointsToWidth(points: number): number {
  const pixels = Math.round(points / POINTS_PER_PIXEL);
  const characters =
    pixels <= DIGIT_PIXELS + PADDING_PIXELS
      ? pixels / (DIGIT_PIXELS + PADDING_PIXELS)
      : (pixels - PADDING_PIXELS) / DIGIT_PIXELS;
  return Math.round(characters * 100) / 100;
}

/** Height of a row in points; 0 when hidden. */
export function rowHeight(sheet: Worksheet, row: number): number {
  const format = sheet.rows.get(row);
  return format?.hidden ? 0 : (format?.height ?? sheet.defaultRowHeight);
}

/** Width of a column in points; 0 when hidden. */
export function columnWidth(sheet: Worksheet, column: number): number {
  const format = sheet.columns.get(column);
  return format?.hidden ? 0 : widthToPoints(format?.width ?? sheet.defaultColumnWidth);
}

/** Points from the sheet's top to a row's top. */
export function rowTop(sheet: Worksheet, row: number): number {
  let top = row * sheet.defaultRowHeight;
  for (const at of sheet.rows.keys()) if (at < row) top += rowHeight(sheet, at) - sheet.defaultRowHeight;
  return top;
}

/** Points from the sheet's left to a column's left. */
export function columnLeft(sheet: Worksheet, column: number): number {
  const standard = widthToPoints(sheet.defaultColumnWidth);
  let left = column * standard;
  for (const at of sheet.columns.keys()) if (at < column) left += columnWidth(sheet, at) - standard;
  return left;
}

/** The row at this many points from the top, and how far into it. */
export function rowAt(sheet: Worksheet, points: number): { index: number; offset: number } {
  return locate(points, (row) => rowHeight(sheet, row));
}

/** The column at this many points from the left, and how far into it. */
export function columnAt(sheet: Worksheet, points: number): { index: number; offset: number } {
  return locate(points, (column) => columnWidth(sheet, column));
}

function locate(points: number, size: (index: number) => number): { index: number; offset: number } {
  let left = Math.max(points, 0);
  for (let index = 0; index < 1_048_575; index++) {
    const length = size(index);
    if (left < length) return { index, offset: left };
    left -= length;
  }
  return { index: 1_048_575, offset: 0 };
}
