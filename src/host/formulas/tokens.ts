import type { ErrorCode } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import { columnNumber } from './address';
import { scanCell } from './relative-key';
import { findClosingBracket } from './structured';

/** A corner as written: zero-based index and whether a $ stood before it. */
export interface Corner {
  row: number;
  column: number;
  absoluteRow: boolean;
  absoluteColumn: boolean;
}

/** A reference as written, both corners; whole columns have rows 0..last, whole rows columns 0..last. */
export interface ReferenceText {
  sheet: string | undefined;
  lastSheet: string | undefined;
  kind: 'cell' | 'area' | 'columns' | 'rows';
  first: Corner;
  last: Corner;
}

export type Token = { start: number; end: number; spaceBefore: boolean } & (
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  | { kind: 'error'; code: ErrorCode; sheet: string | undefined }
  | { kind: 'reference'; reference: ReferenceText }
  | { kind: 'name'; name: string; sheet: string | undefined }
  | { kind: 'function'; name: string }
  | { kind: 'structured'; table: string | undefined; brackets: string }
  | { kind: 'operator'; operator: string }
  | { kind: 'end' }
);

/** Thrown by the tokeniser and the parser on text that is no formula; caught at `parseFormula`. */
export class FormulaSyntaxError extends Error {}

const ERROR_CODES: readonly ErrorCode[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
];
const SPACE = /[ \t\r\n\u00a0]*/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const ROWS = /\$?\d+:\$?\d+(?![\p{L}\p{N}_.(])/uy;
const COLUMNS = /\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(![])/uy;
const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\?]*/uy;
const BARE_SHEETS = /(\[[^\]]*\][\p{L}\p{N}_.]*|[\p{L}\p{N}_.]+)(?::([\p{L}\p{N}_.]+))?!/uy;
const QUOTED_SHEETS = /'((?:[^']|'')+)'!/y;
const OPERATOR = /<>|<=|>=|[-+*/^&=<>%(){},;:#@]/y;

function matchAt(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/**
 * Cuts en-US formula text into tokens; the last one is always `end`.
 * @param text without the leading '='
 * @throws FormulaSyntaxError on characters that cannot be part of a formula
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (;;) {
    const start = position + (matchAt(SPACE, text, position)?.[0].length ?? 0);
    const at = { start, end: start, spaceBefore: start > position };
    if (start >= text.length) {
      tokens.push({ ...at, kind: 'end' });
      return tokens;
    }
    const token = readToken(text, start, at, tokens[tokens.length - 1]);
    tokens.push(token);
    position = token.end;
  }
}

type Place = { start: number; end: number; spaceBefore: boolean };

function readToken(text: string, start: number, at: Place, previous: Token | undefined): Token {
  const c = text.charCodeAt(start);
  if (c === 34) return readString(text, start, at);
  if (c === 35 /* # */) {
    const error = readError(text, start, at, undefined);
    if (error) return error;
  }
  const isDigit = (c >= 48 && c <= 57) || c === 46;
  if (isDigit || c === 36 /* $ */ || c > 64) {
    const operand = isDigit ? readNumeric(text, start, at) : readWord(text, start, at, undefined, undefined);
    if (operand) return operand;
  }
  if (c === 39 /* ' */) return readQuotedSheet(text, start, at);
  if (c === 91 /* [ */) return readBracket(text, start, at, previous);
  const operator = matchAt(OPERATOR, text, start)?.[0];
  if (!operator) throw new FormulaSyntaxError(`Unexpected character at ${start + 1}.`);
  return { ...at, end: start + operator.length, kind: 'operator', operator };
}

function readString(text: string, start: number, at: Place): Token {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0) throw new FormulaSyntaxError('A text has no closing quotation mark.');
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  return { ...at, end: end + 1, kind: 'string', value: text.slice(start + 1, end).replace(/""/g, '"') };
}

function readError(text: string, start: number, at: Place, sheet: string | undefined): Token | undefined {
  const upper = text.slice(start, start + 13).toUpperCase();
  const code = ERROR_CODES.find((e) => upper.startsWith(e));
  return code && { ...at, end: start + code.length, kind: 'error', code, sheet };
}

/** A number, whole rows (3:7), or a sheet whose name begins with a digit. */
function readNumeric(text: string, start: number, at: Place): Token | undefined {
  if (matchAt(ROWS, text, start)) return readReference(text, start, at, undefined, undefined);
  const sheets = matchAt(BARE_SHEETS, text, start);
  if (sheets && !/^\d+$/.test(sheets[0])) return readSheetQualified(text, start, at, sheets);
  const number = matchAt(NUMBER, text, start);
  return number ? { ...at, end: start + number[0].length, kind: 'number', value: Number(number[0]) } : undefined;
}

/** Cell, area, columns, sheet prefix, function, table or name. */
function readWord(
  text: string,
  start: number,
  at: Place,
  sheet: string | undefined,
  lastSheet: string | undefined,
): Token | undefined {
  const reference = readReference(text, start, at, sheet, lastSheet);
  if (reference) return reference;
  if (sheet === undefined) {
    const sheets = matchAt(BARE_SHEETS, text, start);
    if (sheets) return readSheetQualified(text, start, at, sheets);
  }
  const word = matchAt(WORD, text, start)?.[0];
  if (!word) return undefined;
  const end = start + word.length;
  if (text[end] === '[') {
    const close = findClosingBracket(text, end);
    if (close < 0) throw new FormulaSyntaxError('A bracket is not closed.');
    return { ...at, end: close, kind: 'structured', table: word, brackets: text.slice(end, close) };
  }
  if (text[end] === '(' && sheet === undefined) return { ...at, end, kind: 'function', name: word };
  return { ...at, end, kind: 'name', name: word, sheet };
}

function readSheetQualified(text: string, start: number, at: Place, match: RegExpExecArray): Token {
  return readAfterSheet(text, start + match[0].length, at, match[1] ?? '', match[2]);
}

function readQuotedSheet(text: string, start: number, at: Place): Token {
  const match = matchAt(QUOTED_SHEETS, text, start);
  if (!match) throw new FormulaSyntaxError('A quoted sheet name needs an exclamation mark after it.');
  const name = (match[1] ?? '').replace(/''/g, "'");
  // The path of another workbook may hold a colon: 'C:\\plans\\[Book.xlsx]Sheet1'!A1.
  const [first, last] = name.includes('[') ? [name] : name.split(':');
  return readAfterSheet(text, start + match[0].length, at, first ?? '', last);
}

function readAfterSheet(
  text: string,
  position: number,
  at: Place,
  sheet: string,
  lastSheet: string | undefined,
): Token {
  const token = readError(text, position, at, sheet) ?? readWord(text, position, at, sheet, lastSheet);
  if (!token) throw new FormulaSyntaxError('A sheet name needs a reference after it.');
  return token;
}

function readBracket(text: string, start: number, at: Place, previous: Token | undefined): Token {
  // [1]Sheet1!A1 and [Book.xlsx]Sheet1!A1 are other workbooks; [Column] and [@Column] the table around the formula.
  const sheets = matchAt(BARE_SHEETS, text, start);
  if (sheets && previous?.kind !== 'structured') return readSheetQualified(text, start, at, sheets);
  const close = findClosingBracket(text, start);
  if (close < 0) throw new FormulaSyntaxError('A bracket is not closed.');
  return { ...at, end: close, kind: 'structured', table: undefined, brackets: text.slice(start, close) };
}

function readReference(
  text: string,
  start: number,
  at: Place,
  sheet: string | undefined,
  lastSheet: string | undefined,
): Token | undefined {
  const first = readCell(text, start);
  if (first) {
    const second = text[first.end] === ':' ? readCell(text, first.end + 1) : undefined;
    const end = second?.end ?? first.end;
    const [a, b] = second ? orderCorners(first.corner, second.corner) : [first.corner, first.corner];
    return {
      ...at,
      end,
      kind: 'reference',
      reference: { sheet, lastSheet, kind: second ? 'area' : 'cell', first: a, last: b },
    };
  }
  const columns = matchAt(COLUMNS, text, start)?.[0];
  const spanned = columns ? readColumns(columns) : undefined;
  if (columns && spanned)
    return { ...at, end: start + columns.length, kind: 'reference', reference: { sheet, lastSheet, ...spanned } };
  const rows = matchAt(ROWS, text, start)?.[0];
  const crossed = rows ? readRows(rows) : undefined;
  if (rows && crossed)
    return { ...at, end: start + rows.length, kind: 'reference', reference: { sheet, lastSheet, ...crossed } };
  return undefined;
}

function readCell(text: string, start: number): { corner: Corner; end: number } | undefined {
  const cell = scanCell(text, start);
  if (!cell) return undefined;
  const { row, column, absoluteRow, absoluteColumn, end } = cell;
  return { corner: { row, column, absoluteRow, absoluteColumn }, end };
}

/** B5:A1 means A1:B5; each index keeps its own $. */
function orderCorners(a: Corner, b: Corner): [Corner, Corner] {
  const [top, bottom] = a.row <= b.row ? [a, b] : [b, a];
  const [left, right] = a.column <= b.column ? [a, b] : [b, a];
  return [
    { row: top.row, absoluteRow: top.absoluteRow, column: left.column, absoluteColumn: left.absoluteColumn },
    { row: bottom.row, absoluteRow: bottom.absoluteRow, column: right.column, absoluteColumn: right.absoluteColumn },
  ];
}

function readColumns(text: string): Pick<ReferenceText, 'kind' | 'first' | 'last'> | undefined {
  const [a = '', b = ''] = text.split(':');
  const first = columnNumber(a.replace('$', ''));
  const last = columnNumber(b.replace('$', ''));
  if (first < 0 || last < 0) return undefined;
  const [from, to] = orderCorners(
    { row: 0, column: first, absoluteRow: true, absoluteColumn: a.startsWith('$') },
    { row: MAX_ROWS - 1, column: last, absoluteRow: true, absoluteColumn: b.startsWith('$') },
  );
  return { kind: 'columns', first: from, last: to };
}

function readRows(text: string): Pick<ReferenceText, 'kind' | 'first' | 'last'> | undefined {
  const [a = '', b = ''] = text.split(':');
  const first = Number(a.replace('$', '')) - 1;
  const last = Number(b.replace('$', '')) - 1;
  if (first < 0 || last < 0 || first >= MAX_ROWS || last >= MAX_ROWS) return undefined;
  const [from, to] = orderCorners(
    { row: first, column: 0, absoluteRow: a.startsWith('$'), absoluteColumn: true },
    { row: last, column: MAX_COLUMNS - 1, absoluteRow: b.startsWith('$'), absoluteColumn: true },
  );
  return { kind: 'rows', first: from, last: to };
}
