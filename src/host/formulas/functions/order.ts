import type { CellError } from '../../model/cell';
import { ERRORS } from '../values';

/** Ascending copy. */
export function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** LARGE: the k-th largest, k from 1, rounded up. */
export function kthLargest(numbers: readonly number[], k: number): number | CellError {
  const position = Math.ceil(k);
  return sorted(numbers)[numbers.length - position] ?? ERRORS.num;
}

/** SMALL: the k-th smallest, k from 1, rounded up. */
export function kthSmallest(numbers: readonly number[], k: number): number | CellError {
  return sorted(numbers)[Math.ceil(k) - 1] ?? ERRORS.num;
}

/** Middle value; of an even count the mean of the two. */
export function medianOf(numbers: readonly number[]): number | CellError {
  return numbers.length === 0 ? ERRORS.num : percentileInclusive(numbers, 0.5);
}

/** Value that occurs most; the first of several; #N/A when none occurs twice. */
export function modeOf(numbers: readonly number[]): number | CellError {
  return modesOf(numbers)[0] ?? ERRORS.na;
}

/** All values that occur most often, if more than once, in order of appearance. */
export function modesOf(numbers: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const x of numbers) counts.set(x, (counts.get(x) ?? 0) + 1);
  let most = 2;
  for (const count of counts.values()) most = Math.max(most, count);
  return [...counts].filter(([, count]) => count === most).map(([x]) => x);
}

function interpolate(ascending: readonly number[], position: number): number | CellError {
  const below = Math.floor(position);
  const low = ascending[below];
  if (low === undefined) return ERRORS.num;
  const high = ascending[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

/**
 * PERCENTILE.INC: position p(n − 1) among the ascending values, between two linearly.
 * @param p 0..1
 * @example percentileInclusive([1, 2, 3, 4], 0.3) //=> 1.9
 */
export function percentileInclusive(numbers: readonly number[], p: number): number | CellError {
  if (numbers.length === 0 || p < 0 || p > 1) return ERRORS.num;
  return interpolate(sorted(numbers), p * (numbers.length - 1));
}

/** PERCENTILE.EXC: position p(n + 1) − 1; #NUM! outside 1/(n+1)..n/(n+1). */
export function percentileExclusive(numbers: readonly number[], p: number): number | CellError {
  const n = numbers.length;
  const position = p * (n + 1);
  if (n === 0 || position < 1 || position > n) return ERRORS.num;
  return interpolate(sorted(numbers), position - 1);
}
