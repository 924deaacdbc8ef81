import type { ColumnFormat, Worksheet } from '../../model/workbook';
import { MAX_COLUMNS } from '../../model/cell';
import type { StyleWriter } from '../styles/write';
import { child, children, flag, numeric } from '../xml/element';
import { patchElement } from '../xml/patch';
import { tag } from '../xml/write';
import type { Section } from './section';

/** Pixels of a digit of the default font and of a column's padding: files count them in, people do not. */
const DIGIT = 7;
const PADDING = 5;

/** Widths, hiding, groups and styles of columns, and the sizes of all others (sheetFormatPr, cols). */
export const columnsSection: Section = {
  name: 'columns',
  read({ root, sheet, styles }) {
    const format = child(root, 'sheetFormatPr')?.attributes ?? {};
    sheet.defaultRowHeight = numeric(format['defaultRowHeight'], 15);
    const base = numeric(format['baseColWidth'], 8);
    // Excel rounds the standard width up to 8 pixels.
    const standard = Math.ceil((base * DIGIT + PADDING) / 8) * 8;
    const width = format['defaultColWidth'];
    sheet.defaultColumnWidth = width === undefined ? characters(standard / DIGIT) : characters(Number(width));
    for (const { attributes } of children(child(root, 'cols'), 'col')) {
      const column = readColumn(attributes, styles.styleOfXf);
      const first = Math.max(numeric(attributes['min'], 1), 1);
      const last = Math.min(numeric(attributes['max'], first), MAX_COLUMNS);
      const isDefault = Object.keys(column).length === 1 && column.width === sheet.defaultColumnWidth;
      // Some writers list every column of the sheet, all alike.
      if (Object.keys(column).length === 0 || (isDefault && last - first > 100)) continue;
      for (let at = first - 1; at < last; at++) sheet.columns.set(at, { ...column });
    }
  },
  state: (sheet) => [
    sheet.defaultRowHeight,
    sheet.defaultColumnWidth,
    deepestLevel(sheet.rows),
    [...sheet.columns].filter(([, format]) => isFormatted(format)).sort(([a], [b]) => a - b),
  ],
  write({ root, text, sheet, styles }) {
    const attributes = {
      defaultColWidth: sheet.defaultColumnWidth === 8.43 ? undefined : fileWidth(sheet.defaultColumnWidth),
      defaultRowHeight: sheet.defaultRowHeight,
      customHeight: sheet.defaultRowHeight !== 15 || undefined,
      outlineLevelRow: deepestLevel(sheet.rows) || undefined,
      outlineLevelCol: deepestLevel(sheet.columns) || undefined,
    };
    const element = child(root, 'sheetFormatPr');
    return {
      sheetFormatPr: element ? patchElement(text, element, attributes) : tag('sheetFormatPr', attributes),
      cols: writeColumns(sheet, styles),
    };
  },
};

function readColumn(attributes: Readonly<Record<string, string>>, styleOfXf: readonly number[]): ColumnFormat {
  const { width, customWidth, hidden, outlineLevel, collapsed, style } = attributes;
  const own = width !== undefined && (flag(customWidth) || attributes['bestFit'] !== undefined || width !== '');
  const column: ColumnFormat = {};
  if (own && Number(width) > 0) column.width = characters(Number(width));
  if (flag(hidden)) column.hidden = true;
  if (numeric(outlineLevel, 0) > 0) column.outlineLevel = numeric(outlineLevel, 0);
  if (flag(collapsed)) column.collapsed = true;
  const look = styleOfXf[numeric(style, 0)] ?? 0;
  if (look !== 0) column.style = look;
  return column;
}

function writeColumns(sheet: Worksheet, styles: StyleWriter): string {
  const columns = [...sheet.columns].filter(([, format]) => isFormatted(format)).sort(([a], [b]) => a - b);
  const runs: { first: number; last: number; xml: string; write: () => string }[] = [];
  for (const [at, format] of columns) {
    const key = JSON.stringify([format.width, format.hidden, format.outlineLevel, format.collapsed, format.style]);
    const run = runs[runs.length - 1];
    if (run && run.last === at - 1 && run.xml === key) run.last = at;
    else {
      const next = { first: at, last: at, xml: key, write: () => writeColumn(sheet, format, next, styles) };
      runs.push(next);
    }
  }
  return runs.length > 0 ? tag('cols', {}, runs.map((run) => run.write()).join('')) : '';
}

function writeColumn(
  sheet: Worksheet,
  format: ColumnFormat,
  { first, last }: { first: number; last: number },
  styles: StyleWriter,
): string {
  return tag('col', {
    min: first + 1,
    max: last + 1,
    width: fileWidth(format.width ?? sheet.defaultColumnWidth),
    style: format.style ? styles.xf(format.style) : undefined,
    hidden: format.hidden,
    customWidth: format.width !== undefined,
    outlineLevel: format.outlineLevel || undefined,
    collapsed: format.collapsed,
  });
}

function isFormatted({ width, hidden, outlineLevel, collapsed, style }: ColumnFormat): boolean {
  return width !== undefined || Boolean(hidden || outlineLevel || collapsed || style);
}

function deepestLevel(formats: ReadonlyMap<number, { outlineLevel?: number }>): number {
  let deepest = 0;
  for (const { outlineLevel } of formats.values()) deepest = Math.max(deepest, outlineLevel ?? 0);
  return deepest;
}

/** Characters as people count them of a width in a file. @example characters(9.140625) //=> 8.43 */
function characters(width: number): number {
  const pixels = Math.round(width * DIGIT);
  const value = pixels > DIGIT + PADDING ? (pixels - PADDING) / DIGIT : pixels / (DIGIT + PADDING);
  return Math.round(value * 100) / 100;
}

/** The file's width, to 1/256 of a digit as Excel writes it. @example fileWidth(8.43) //=> 9.140625 */
function fileWidth(width: number): number {
  const pixels = width < 1 ? Math.round(width * (DIGIT + PADDING)) : Math.round(width * DIGIT) + PADDING;
  return Math.floor((pixels / DIGIT) * 256) / 256;
}
