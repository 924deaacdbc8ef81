import { FunctionError } from './errors';

/** Cells as Excel hands them over: numbers, text, booleans, '' or null when blank, objects for errors. */
export type Cells = readonly (readonly unknown[])[];

/** What a function gives back to spill. */
export type Spill = (string | number | boolean)[][];

/** Numbers read from one row or column. */
export interface ReadSeries {
  /** From the first number on; NaN where a cell holds no number. */
  readonly values: number[];
  /** Cells before the first number. */
  readonly before: number;
  /** Whether the cells lay in one row: the answer will, too. */
  readonly isRow: boolean;
}

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';

/** The number in a cell, that of a formatted number or an entity too; NaN for all else: text, TRUE and FALSE, errors, blanks. */
function numberOf(cell: unknown): number {
  if (typeof cell === 'object' && cell !== null && 'basicValue' in cell) return numberOf(cell.basicValue);
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : NaN;
}

/** A range as cells: a single value (a cell given as range) stands for a range of one. */
export function toCells(range: unknown): Cells {
  if (Array.isArray(range)) return range.every(Array.isArray) ? (range as unknown[][]) : [range as unknown[]];
  return isBlank(range) ? [] : [[range]];
}

/**
 * Reads a row or a column (or a block, row by row) as a series. Blank cells around the numbers fall away, and so does text before the
 * first number (a heading); blanks, text and errors inside are missing values.
 *
 * @throws FunctionError when there is no number at all
 */
export function readSeries(range: unknown): ReadSeries {
  const cells = toCells(range);
  const flat = cells.flat();
  const isRow = cells.length === 1 && flat.length > 1;
  let last = flat.length - 1;
  while (last >= 0 && isBlank(flat[last])) last--;
  const values = flat.slice(0, last + 1).map(numberOf);
  const first = values.findIndex((value) => !Number.isNaN(value));
  if (first < 0) throw new FunctionError('#VALUE!', 'function.error.no-numbers');
  return { values: values.slice(first), before: first, isRow };
}

/** Reads every cell in order, NaN where it is no number: for ranges that go side by side with another. */
export function readAll(range: unknown): number[] {
  return toCells(range).flat().map(numberOf);
}

/** The numbers of a range, all else left out. */
export function readNumbers(range: unknown): number[] {
  return readAll(range).filter((value) => !Number.isNaN(value));
}

/** One number; `fallback` when the argument was omitted. */
export function readNumber(value: unknown, name: string, fallback?: number): number {
  if (isBlank(value) && fallback !== undefined) return fallback;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw new FunctionError('#VALUE!', 'function.error.not-a-number', { name });
  }
  return number;
}

/** A whole number from `least` to `most`. */
export function readCount(value: unknown, name: string, least: number, most: number, fallback?: number): number {
  const number = readNumber(value, name, fallback);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw new FunctionError('#VALUE!', 'function.error.not-a-count', { name, least, most });
  }
  return number;
}

/** A share in (0, 1), or a percentage in (1, 100). */
export function readShare(value: unknown, name: string): number {
  const number = readNumber(value, name);
  const share = number > 1 && number < 100 ? number / 100 : number;
  if (!(share > 0 && share < 1)) throw new FunctionError('#VALUE!', 'function.error.not-a-share', { name });
  return share;
}

/** Whether an optional argument was left out. */
export function isOmitted(value: unknown): boolean {
  return isBlank(value);
}

/** Columns side by side: down for a column, across for a row. */
export function spill(columns: readonly (readonly number[])[], isRow: boolean): Spill {
  if (isRow) return columns.map((column) => [...column]);
  return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]!));
}
