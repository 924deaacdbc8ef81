import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';

const QUOTE = 34;
const APOSTROPHE = 39;
const BRACKET = 91;
const COLON = 58;
const DOLLAR = 36;

/** Letters, digits and whatever else may be part of a name; all beyond ASCII counts as such. */
function isWordCode(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 46 ||
    code === 92 ||
    code === 63 ||
    code > 127
  );
}

/**
 * A formula's text with each relative reference written as its offset from the formula's cell, found without cutting
 * the text into tokens. Texts with equal keys mean the same seen from their cells, so that they can share a tree.
 * @returns undefined for texts with whole rows or columns or unclosed quotes, which need the tokens
 */
export function relativeKey(text: string, row: number, column: number): string | undefined {
  let key = '';
  let copied = 0;
  let isAfterCell = false;
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i);
    if (code === QUOTE || code === APOSTROPHE || code === BRACKET) {
      i = skipQuoted(text, i);
      if (i < 0) return undefined;
      isAfterCell = false;
    } else if (code === COLON) {
      if (!isAfterCell) return undefined;
      i++;
      isAfterCell = false;
    } else if (code === DOLLAR || isWordCode(code)) {
      const cell = scanCell(text, i);
      isAfterCell = cell !== undefined;
      if (cell) {
        const rowPart = cell.absoluteRow ? `$${cell.row}` : cell.row - row;
        const columnPart = cell.absoluteColumn ? `$${cell.column}` : cell.column - column;
        key += `${text.slice(copied, i)}\u0001${rowPart},${columnPart}\u0001`;
        copied = i = cell.end;
      } else i = skipWord(text, i);
    } else {
      i++;
      isAfterCell = false;
    }
  }
  return copied === 0 ? text : key + text.slice(copied);
}

function skipWord(text: string, start: number): number {
  let i = start;
  while (i < text.length && (text.charCodeAt(i) === DOLLAR || isWordCode(text.charCodeAt(i)))) i++;
  return i;
}

/** Position after a text, a quoted sheet name or brackets with all that is in them; -1 when they never close. */
function skipQuoted(text: string, start: number): number {
  const open = text.charCodeAt(start);
  if (open !== BRACKET) {
    const close = text.indexOf(open === QUOTE ? '"' : "'", start + 1);
    return close < 0 ? -1 : close + 1; // a doubled quote opens again at once
  }
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === APOSTROPHE) i++;
    else if (code === BRACKET) depth++;
    else if (code === 93 && --depth === 0) return i + 1;
  }
  return -1;
}

interface ScannedCell {
  readonly row: number;
  readonly column: number;
  readonly absoluteRow: boolean;
  readonly absoluteColumn: boolean;
  readonly end: number;
}

/** An A1 reference that is a whole word and no function, sheet or table name. */
export function scanCell(text: string, start: number): ScannedCell | undefined {
  let i = start;
  const absoluteColumn = text.charCodeAt(i) === DOLLAR;
  if (absoluteColumn) i++;
  let column = 0;
  const letters = i;
  for (; i < text.length; i++) {
    const letter = text.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90 || text.charCodeAt(i) < 65) break;
    column = column * 26 + letter - 64;
  }
  if (i === letters || i - letters > 3 || column > MAX_COLUMNS) return undefined;
  const absoluteRow = text.charCodeAt(i) === DOLLAR;
  if (absoluteRow) i++;
  const digits = i;
  let row = 0;
  for (; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) break;
    row = row * 10 + digit;
  }
  if (i === digits || i - digits > 7 || text.charCodeAt(digits) === 48 || row > MAX_ROWS) return undefined;
  if (i < text.length) {
    const next = text.charCodeAt(i);
    if (next === 40 || next === 33 || next === BRACKET || isWordCode(next)) return undefined;
  }
  return { row: row - 1, column: column - 1, absoluteRow, absoluteColumn, end: i };
}
