import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';

/**
 * Letters of a column.
 * @param column zero-based, 0..16383
 * @example columnLetters(27) //=> 'AB'
 */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/**
 * Column of its letters, without regard to case.
 * @returns zero-based index; -1 when the letters name no column of a sheet
 * @example columnNumber('ab') //=> 27
 */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) {
    const letter = letters.charCodeAt(i) & 0xdf;
    if (letter < 65 || letter > 90) return -1;
    column = column * 26 + (letter - 64);
  }
  return column > 0 && column <= MAX_COLUMNS ? column - 1 : -1;
}

/**
 * A1 text of a cell, relative unless asked otherwise.
 * @example cellAddress(4, 1, true, false) //=> 'B$5'
 */
export function cellAddress(row: number, column: number, absoluteRow = false, absoluteColumn = false): string {
  return `${absoluteColumn ? '$' : ''}${columnLetters(column)}${absoluteRow ? '$' : ''}${row + 1}`;
}

/** Whether a zero-based row and column lie on a sheet. */
export function isOnSheet(row: number, column: number): boolean {
  return row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LOOKS_LIKE_CELL = /^([A-Za-z]{1,3}\d+|[rR]\d*[cC]\d*|[rRcC])$/;

/**
 * A sheet name as a formula writes it before the exclamation mark, quoted when it must be.
 * @example quoteSheetName("Bilancio d'esercizio") //=> "'Bilancio d''esercizio'"
 */
export function quoteSheetName(name: string): string {
  return PLAIN_SHEET_NAME.test(name) && !LOOKS_LIKE_CELL.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}
