import { CellError } from '../model/cell';
import type { Scalar } from './values';

/** Order of the kinds in comparisons and sorts: numbers before text before logical values before errors. */
function rank(value: Scalar): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  if (typeof value === 'boolean') return 2;
  return value === null ? 4 : 3;
}

const collator = new Intl.Collator('en', { sensitivity: 'accent' });

/**
 * Text as Excel orders it: without regard to case, letters before their accented forms.
 * @returns negative, 0 or positive
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return collator.compare(a, b);
}

/** Text as Excel's = sees it: only case is ignored. */
export function equalText(a: string, b: string): boolean {
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
}

/**
 * Numbers as the comparison operators see them: equal when their first fifteen significant digits are.
 * @example compareNumbers(0.1 + 0.2, 0.3) //=> 0
 */
export function compareNumbers(a: number, b: number): number {
  if (a === b) return 0;
  if (Math.abs(a - b) < Math.abs(a) * 1e-14 && Number(a.toPrecision(15)) === Number(b.toPrecision(15))) return 0;
  return a < b ? -1 : 1;
}

/**
 * Two values under =, < and >: kinds differ → by kind; an empty cell is 0, "" or FALSE as the other needs.
 * Errors must have been handled before.
 * @returns negative, 0 or positive
 */
export function compareValues(a: Scalar, b: Scalar): number {
  const x = a === null ? emptyLike(b) : a;
  const y = b === null ? emptyLike(a) : b;
  if (typeof x === 'number' && typeof y === 'number') return compareNumbers(x, y);
  if (typeof x === 'string' && typeof y === 'string')
    return equalText(x, y) ? 0 : compareText(x, y) || (x < y ? -1 : 1);
  if (typeof x === 'boolean' && typeof y === 'boolean') return Number(x) - Number(y);
  return rank(x) - rank(y);
}

function emptyLike(other: Scalar): Scalar {
  if (typeof other === 'string') return '';
  if (typeof other === 'boolean') return false;
  return 0;
}

/** Order of SORT: numbers, text, logical values, errors; empty cells last. */
export function compareForSort(a: Scalar, b: Scalar): number {
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a === true) - Number(b === true);
}

/** A key under which equal values of exact lookups meet: case ignored, kinds apart. */
export function lookupKey(value: Scalar): string | number | boolean | null {
  if (typeof value === 'string') return `s${value.toLowerCase()}`;
  if (value instanceof CellError) return `e${value.code}`;
  return value === 0 ? 0 : value; // -0 and 0 are one number
}
