import type { CellRef } from '../planning/issue';

/**
 * The letters of a column.
 *
 * @param column Zero-based: 0 is A, 16383 is XFD.
 * @example columnLetters(27) //=> 'AB'
 */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/**
 * The zero-based column that letters name; undefined when they are not letters of a column (A to XFD).
 *
 * @example columnIndex('ab') //=> 27
 */
export function columnIndex(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= 16_384 ? index - 1 : undefined;
}

/**
 * The A1 address of a cell inside its sheet; row and column are zero-based.
 *
 * @example cellAddress(6, 1) //=> 'B7'
 */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/**
 * A sheet's name as a formula writes it: in apostrophes unless it is a plain word that could be nothing else.
 *
 * Excel reads `A1!B7`, `R1C1!B7` or `2026!B7` as something other than a sheet, so such names are quoted too.
 *
 * @example quoteSheet("Piano d'azione") //=> "'Piano d''azione'"
 */
export function quoteSheet(name: string): string {
  const plainWord = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const readsAsReference = /^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/.test(name);
  const readsAsBoolean = /^(true|false)$/i.test(name);
  return plainWord && !readsAsReference && !readsAsBoolean ? name : `'${name.replaceAll("'", "''")}'`;
}

/**
 * A cell's A1 address without its sheet: what a message says after it has named the sheet.
 *
 * @example addressOf({ sheet: 'Targets', row: 6, column: 1 }) //=> 'B7'
 */
export function addressOf(cell: CellRef): string {
  return cellAddress(cell.row, cell.column);
}

/**
 * A cell's address with its sheet, as a formula or a link writes it.
 *
 * @example fullAddressOf({ sheet: 'Target cascade', row: 6, column: 1 }) //=> "'Target cascade'!B7"
 */
export function fullAddressOf(cell: CellRef): string {
  return `${quoteSheet(cell.sheet)}!${cellAddress(cell.row, cell.column)}`;
}

/**
 * The A1 address of a rectangle of cells; a single cell has no colon.
 *
 * @param row Zero-based top row.
 * @param column Zero-based left column.
 * @param rows Height, 1 or more.
 * @param columns Width, 1 or more.
 * @example rangeAddress(0, 0, 3, 2) //=> 'A1:B3'
 */
export function rangeAddress(row: number, column: number, rows: number, columns: number): string {
  const first = cellAddress(row, column);
  const last = cellAddress(row + rows - 1, column + columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/**
 * The cell that an address with its sheet names, as people and formulas write it; undefined when it is none.
 *
 * @example parseFullAddress("'Target cascade'!$B$7") //=> { sheet: 'Target cascade', row: 6, column: 1 }
 */
export function parseFullAddress(text: string): CellRef | undefined {
  const match = /^(.+)!\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text.trim());
  const [, name = '', letters = '', digits = ''] = match ?? [];
  const column = columnIndex(letters);
  if (!match || column === undefined || Number(digits) > 1_048_576) return undefined;
  const quoted = /^'(.*)'$/.exec(name)?.[1];
  return { sheet: quoted === undefined ? name : quoted.replaceAll("''", "'"), row: Number(digits) - 1, column };
}
