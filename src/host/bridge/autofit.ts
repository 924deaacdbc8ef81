import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { forEachCell, styleAt } from './cells';
import type { Host } from './host';
import { displayText } from './read';
import { pointsToWidth } from '../model/geometry';

/** Mean advance of a character relative to the font's size, for Calibri and its like. */
const ADVANCE_OF_SIZE = 0.5;
const BOLD_FACTOR = 1.08;
const LINE_OF_SIZE = 1.36;
const PADDING_POINTS = 5.25;
/** Excel's widest column and highest row. */
const WIDEST_CHARACTERS = 255;
const HIGHEST_POINTS = 409.5;

/** Points a text takes in one line; an estimate from the font's size, there being no fonts to measure. */
function textPoints(text: string, size: number, bold: boolean): number {
  return text.length * size * ADVANCE_OF_SIZE * (bold ? BOLD_FACTOR : 1);
}

/** Makes each column as wide as its longest shown text (wrapped texts aside); empty columns stay as they are. */
export function autofitColumns(sheet: Worksheet, area: Area, host: Host): void {
  const widest = new Map<number, number>();
  forEachCell(sheet, area, (_cell, row, column) => {
    const { font, alignment } = styleAt(sheet, row, column);
    if (alignment.wrapText) return;
    const text = displayText(sheet, row, column, host.workbook.culture);
    const indent = alignment.indent * 9;
    const points = Math.max(...text.split('\n').map((line) => textPoints(line, font.size, font.bold))) + indent;
    if (text !== '') widest.set(column, Math.max(widest.get(column) ?? 0, points));
  });
  for (const [column, points] of widest) {
    const width = Math.min(WIDEST_CHARACTERS, pointsToWidth(points + PADDING_POINTS));
    sheet.columns.set(column, { ...sheet.columns.get(column), width });
  }
}

/** Makes each row as high as its tallest text needs, wrapped into its column's width. */
export function autofitRows(sheet: Worksheet, area: Area, host: Host): void {
  const highest = new Map<number, number>();
  forEachCell(sheet, area, (_cell, row, column) => {
    const { font, alignment } = styleAt(sheet, row, column);
    const text = displayText(sheet, row, column, host.workbook.culture);
    if (text === '') return;
    const room = ((sheet.columns.get(column)?.width ?? sheet.defaultColumnWidth) * 7 * 3) / 4;
    const lines = text
      .split('\n')
      .map((line) => (alignment.wrapText ? Math.max(1, Math.ceil(textPoints(line, font.size, font.bold) / room)) : 1))
      .reduce((sum, count) => sum + count, 0);
    highest.set(row, Math.max(highest.get(row) ?? 0, lines * font.size * LINE_OF_SIZE));
  });
  for (const [row, points] of highest) {
    const height = Math.min(HIGHEST_POINTS, Math.max(sheet.defaultRowHeight, Math.ceil(points * 4) / 4));
    sheet.rows.set(row, { ...sheet.rows.get(row), height });
  }
}
