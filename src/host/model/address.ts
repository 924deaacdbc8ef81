import type { Area } from './cell';
import { MAX_COLUMNS, MAX_ROWS } from './cell';

/** Letters of a zero-based column. @example columnLetters(27) //=> 'AB' */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1)
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  return letters;
}

/** Zero-based column of its letters. @example columnIndex('AB') //=> 27 */
export function columnIndex(letters: string): number {
  let index = 0;
  for (let i = 0; i < letters.length; i++) index = index * 26 + (letters.charCodeAt(i) & 31);
  return index - 1;
}

/** A1 address of a zero-based cell. @example cellAddress(4, 1) //=> 'B5' */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A1 address of an area; a single cell has no colon. @example areaAddress({ top: 0, left: 0, bottom: 1, right: 1 }) //=> 'A1:B2' */
export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${cellAddress(area.bottom, area.right)}`;
}

const ADDRESS = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/;

/**
 * Reads an A1 address without a sheet: a cell, an area, whole columns ('B:D') or whole rows ('1:3').
 *
 * @returns the area, corners in order; undefined when the text is no address or lies outside the sheet.
 */
export function parseArea(address: string): Area | undefined {
  const found = ADDRESS.exec(address);
  if (!found) return undefined;
  const [, column1, row1, column2, row2] = found;
  const isPair = address.includes(':');
  if (!isPair && (column1 === undefined || row1 === undefined)) return undefined;
  if (isPair && (column1 === undefined) !== (column2 === undefined)) return undefined;
  if (isPair && (row1 === undefined) !== (row2 === undefined)) return undefined;
  if (column1 === undefined && row1 === undefined) return undefined;
  const lefts = [column1 ? columnIndex(column1) : 0, column2 ? columnIndex(column2) : -1] as const;
  const tops = [row1 ? Number(row1) - 1 : 0, row2 ? Number(row2) - 1 : -1] as const;
  const otherColumn = isPair ? (column1 ? lefts[1] : MAX_COLUMNS - 1) : lefts[0];
  const otherRow = isPair ? (row1 ? tops[1] : MAX_ROWS - 1) : tops[0];
  const area = {
    top: Math.min(tops[0], otherRow),
    left: Math.min(lefts[0], otherColumn),
    bottom: Math.max(tops[0], otherRow),
    right: Math.max(lefts[0], otherColumn),
  };
  return area.top >= 0 && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS ? area : undefined;
}

/** Several areas, separated by spaces (files) or commas (the object model); what is no address is left out. */
export function parseAreas(addresses: string): Area[] {
  return addresses
    .split(/[\s,]+/)
    .map(parseArea)
    .filter((area) => area !== undefined);
}

/** A sheet's name as formulas write it, in quotes where needed. @example quoteSheet("Q1's") //=> "'Q1''s'" */
export function quoteSheet(name: string): string {
  const plain = /^[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*$/.test(name);
  const looksLikeCell = /^([A-Za-z]{1,3}\d{1,7}|[Rr]\d*[Cc]?\d*|[Cc]\d*|true|false)$/i.test(name);
  return plain && !looksLikeCell ? name : `'${name.replaceAll("'", "''")}'`;
}
