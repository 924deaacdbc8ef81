import { areaAddress, cellAddress, columnLetters } from '../../model/address';
import type { Cell } from '../../model/cell';
import { CellError } from '../../model/cell';
import { tableAt } from '../../model/table';
import type { RowFormat, Worksheet } from '../../model/workbook';
import { formulaToFile } from '../formulaText';
import { ARRAY_FUNCTIONS } from '../futureFunctions';
import type { StringWriter } from '../strings';
import type { StyleWriter } from '../styles/write';
import { encodeControls, escapeText } from '../xml/text';
import type { Attributes } from '../xml/write';
import { textTag } from '../xml/write';
import type { SourceRow } from './readCells';
import { hashRow } from './rowHash';

/** What writing cells needs of the rest of the file. */
export interface CellWriters {
  readonly styles: StyleWriter;
  readonly strings: Pick<StringWriter, 'index'>;
  /** Number of the cell metadata "dynamic array"; asked only when one is written. */
  dynamicArray(): number;
}

/** The rows as they were in the file, to be kept where nothing changed. */
export interface CellSource {
  readonly text: string;
  readonly rows: ReadonlyMap<number, SourceRow>;
}

/** Rows of a sheet against those of its file. */
export interface RowComparison {
  /** Whether any cell or row format differs. */
  readonly changed: boolean;
  /** Rows that are what they were. */
  readonly kept: ReadonlySet<number>;
}

/** Compares a sheet's cells and row formats with the file's. */
export function compareRows(sheet: Worksheet, source: ReadonlyMap<number, SourceRow>): RowComparison {
  const kept = new Set<number>();
  const rows = rowNumbers(sheet);
  let changed = false;
  for (const row of rows) {
    const hash = source.size > 0 ? hashRow(sheet.cells.rowCells(row) ?? [], sheet.rows.get(row)) : -1;
    if (hash === (source.get(row)?.hash ?? 0)) kept.add(row);
    else changed = true;
  }
  for (const [row, { hash }] of source) {
    if (rows.has(row)) continue;
    if (hash === 0) kept.add(row);
    else changed = true;
  }
  return { changed, kept };
}

/** The inside of <sheetData>: rows that did not change as they were, the others written anew. */
export function writeRows(
  sheet: Worksheet,
  source: CellSource | undefined,
  { kept }: RowComparison,
  writers: CellWriters,
): string {
  const numbers = new Set([...rowNumbers(sheet), ...(source?.rows.keys() ?? [])]);
  const pieces: string[] = [];
  for (const row of [...numbers].sort((a, b) => a - b)) {
    const known = source?.rows.get(row);
    if (source && known && !known.shared && kept.has(row)) pieces.push(source.text.slice(known.start, known.end));
    else pieces.push(writeRow(sheet, row, source, known, writers));
  }
  return pieces.join('');
}

function rowNumbers(sheet: Worksheet): Set<number> {
  return new Set([...sheet.cells.rowNumbers(), ...sheet.rows.keys()]);
}

/** Attributes of a row that the model has no word for. */
const KEPT_ROW_ATTRIBUTES = /\s(thickTop|thickBot|ph|x14ac:dyDescent)="[^"]*"/g;

function writeRow(
  sheet: Worksheet,
  row: number,
  source: CellSource | undefined,
  known: SourceRow | undefined,
  writers: CellWriters,
): string {
  const entries = [...(sheet.cells.rowCells(row) ?? [])].sort(([a], [b]) => a - b);
  let inner = '';
  for (const [column, cell] of entries) inner += writeCell(sheet, row, column, cell, writers);
  const open = source && known ? source.text.slice(known.start, source.text.indexOf('>', known.start)) : '';
  const kept = (open.match(KEPT_ROW_ATTRIBUTES) ?? []).join('');
  const format = rowAttributes(sheet.rows.get(row), writers.styles);
  if (inner === '' && kept === '' && format === '') return '';
  return inner ? `<row r="${row + 1}"${format}${kept}>${inner}</row>` : `<row r="${row + 1}"${format}${kept}/>`;
}

function rowAttributes(format: RowFormat | undefined, styles: StyleWriter): string {
  if (!format) return '';
  const attributes: Attributes = {
    ...(format.style && { s: styles.xf(format.style), customFormat: true }),
    ht: format.height,
    hidden: format.hidden,
    customHeight: format.height !== undefined,
    outlineLevel: format.outlineLevel || undefined,
    collapsed: format.collapsed,
  };
  let text = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) text += ` ${name}="${value === true ? 1 : value}"`;
  return text;
}

function writeCell(sheet: Worksheet, row: number, column: number, cell: Cell, writers: CellWriters): string {
  const xf = writers.styles.xf(cell.style, cell.quotePrefix);
  const { value } = cell;
  if (value === null && cell.formula === undefined && xf === 0) return '';
  const dynamic = cell.formula !== undefined && !cell.arrayRange && isDynamicArray(cell);
  const formula = cell.formula === undefined ? '' : writeFormula(sheet, row, column, cell, dynamic);
  const [type, content] = writeValue(cell, writers);
  const style = xf === 0 ? '' : ` s="${xf}"`;
  const metadata = dynamic ? ` cm="${writers.dynamicArray()}"` : '';
  const open = `<c r="${columnLetters(column)}${row + 1}"${style}${type}${metadata}`;
  return formula || content ? `${open}>${formula}${content}</c>` : `${open}/>`;
}

function writeFormula(sheet: Worksheet, row: number, column: number, cell: Cell, dynamic: boolean): string {
  const table = sheet.tables.length > 0 ? tableAt(sheet, row, column) : undefined;
  const text = formulaToFile(cell.formula ?? '', table, sheet.workbook);
  if (!cell.arrayRange && !dynamic) return textTag('f', text);
  const { rows, columns } = cell.arrayRange ?? cell.spill ?? { rows: 1, columns: 1 };
  const ref = areaAddress({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  return textTag('f', text, { t: 'array', ref });
}

/** The cell's type attribute and its value element. */
function writeValue(cell: Cell, writers: CellWriters): [string, string] {
  const { value } = cell;
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? ['', `<v>${value}</v>`] : [' t="e"', '<v>#NUM!</v>'];
    case 'boolean':
      return [' t="b"', value ? '<v>1</v>' : '<v>0</v>'];
    case 'string':
      if (cell.formula !== undefined) return [' t="str"', `<v>${escapeText(encodeControls(value))}</v>`];
      return [' t="s"', `<v>${writers.strings.index(value, cell.richText)}</v>`];
    default:
      return value instanceof CellError ? [' t="e"', `<v>${fileError(value)}</v>`] : ['', ''];
  }
}

/**
 * The error as the cell's text may say it. A value that is still being calculated is saved as Excel saves it; the errors of dynamic arrays
 * are no words of the format: Excel too writes #VALUE! there (and tells them apart elsewhere), and they come back with the calculation.
 */
function fileError({ code }: CellError): string {
  if (code === '#BUSY!') return '#GETTING_DATA';
  return code === '#SPILL!' || code === '#CALC!' ? '#VALUE!' : code;
}

const CODE = /"(?:[^"]|"")*"|'(?:[^']|'')*'/g;
const CALL = /([A-Za-z_][A-Za-z0-9_.]*)\(/g;
const RANGE = String.raw`(?:\$?[A-Z]{1,3}\$?\d+(?::|#)(?:\$?[A-Z]{1,3}\$?\d+)?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|(?:[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*)?\[[^@\]]*\])`;
const SHEET = String.raw`(?:[\w.\u00c0-\uffff]+!|""!)?`;
/** A range beside an operator, alone in parentheses at most (the end of a call is one value): calculated item by item. */
const RANGE_ARITHMETIC = new RegExp(
  String.raw`(?<![\w.\u00c0-\uffff])\(${SHEET}${RANGE}\)\s*[-+*/^&=<>]|${RANGE}\s*[-+*/^&=<>]|[-+*/^&=<>]\s*\(?${SHEET}${RANGE}`,
  'i',
);
/** Functions of one value, given a range: so many results. */
const SCALAR_CALL = new RegExp(
  `\\b(?:ABS|ROUND(?:UP|DOWN)?|INT|MOD|SQRT|EXP|LN|LEN|LEFT|RIGHT|MID|TRIM|UPPER|LOWER|TEXT|VALUE|YEAR|MONTH|DAY|WEEKDAY|ISNUMBER|ISTEXT|ISBLANK|ISERROR|NOT|SIGN|N)\\(\\s*${SHEET}${RANGE}`,
  'i',
);

/**
 * Whether Excel would keep a formula as a dynamic array formula: one that spills, uses an array function, or reckons with whole
 * ranges. Written otherwise, Excel would take a single item of each range (implicit intersection, shown as @).
 */
export function isDynamicArray(cell: Pick<Cell, 'formula' | 'spill'>): boolean {
  if (cell.spill) return true;
  const code = (cell.formula ?? '').replace(CODE, '""');
  for (const [, name] of code.matchAll(CALL)) if (ARRAY_FUNCTIONS.has((name ?? '').toUpperCase())) return true;
  if (/^SUMPRODUCT\([^()]*(?:\([^()]*\)[^()]*)*\)$/i.test(code)) return false;
  return RANGE_ARITHMETIC.test(code) || SCALAR_CALL.test(code) || /[A-Z]\d+#/i.test(code);
}

/** Address of all cells with content or format, for <dimension>. */
export function dimension(sheet: Worksheet): string {
  const used = sheet.usedArea();
  return used ? areaAddress(used) : cellAddress(0, 0);
}
