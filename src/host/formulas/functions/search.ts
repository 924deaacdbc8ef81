import { CellError } from '../../model/cell';
import { compareForSort, compareText, lookupKey } from '../compare';
import { hasWildcards, wildcardPattern } from '../criteria';
import type { Context } from '../context';
import type { Scalar, Value } from '../values';
import { Matrix, Reference } from '../values';

/** A row or column of values to search, with an index for exact matches where the engine keeps one. */
export interface Vector {
  readonly values: readonly Scalar[];
  readonly rowsByKey?: () => ReadonlyMap<string | number | boolean | null, readonly number[]>;
}

/**
 * One row or column of a range or array as a vector.
 * @param along 'rows' takes the first column, 'columns' the first row
 */
export function vectorOf(source: Reference | Matrix, along: 'rows' | 'columns', context: Context): Vector {
  if (source instanceof Reference && along === 'rows') return context.engine.columnValues(source, 0);
  const matrix = source instanceof Reference ? context.engine.matrix(source.part(0, 0, 1, source.columns)) : source;
  if (along === 'columns') return { values: matrix.data[0] ?? [] };
  return { values: matrix.data.map((row) => row[0] ?? null) };
}

/** Whether two values are of one kind: look-ups only ever compare like with like. */
function isLike(a: Scalar, b: Scalar): boolean {
  return typeof a === typeof b && a !== null && b !== null && !(a instanceof CellError) && !(b instanceof CellError);
}

function compareLike(a: Scalar, b: Scalar): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return Number(a === true) - Number(b === true);
}

/**
 * Position of the first (or last) value equal to the wanted one.
 * @param wildcards whether * and ? in wanted text stand for other characters
 * @returns -1 when there is none
 */
export function findExact(vector: Vector, wanted: Scalar, wildcards: boolean, fromLast = false): number {
  const { values } = vector;
  if (wanted instanceof CellError) return -1;
  if (wildcards && typeof wanted === 'string' && hasWildcards(wanted)) {
    const pattern = wildcardPattern(wanted);
    const matches = (v: Scalar): boolean => typeof v === 'string' && pattern.test(v);
    return fromLast ? values.findLastIndex(matches) : values.findIndex(matches);
  }
  const key = lookupKey(wanted ?? 0);
  if (vector.rowsByKey && values.length > 16) {
    const rows = vector.rowsByKey().get(key);
    return (fromLast ? rows?.[rows.length - 1] : rows?.[0]) ?? -1;
  }
  const equals = (v: Scalar): boolean => v !== null && lookupKey(v) === key;
  return fromLast ? values.findLastIndex(equals) : values.findIndex(equals);
}

/**
 * Position of the last value not above the wanted one among ascending values (MATCH with 1, VLOOKUP approximate).
 * Values of another kind are passed over, as Excel's binary search does.
 */
export function findLastNotAbove(values: readonly Scalar[], wanted: Scalar): number {
  const target = wanted ?? 0;
  let low = 0;
  let high = values.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe >= low && !isLike(values[probe] ?? null, target)) probe--;
    if (probe < low) {
      low = middle + 1;
      continue;
    }
    if (compareLike(values[probe] ?? null, target) <= 0) {
      found = probe;
      low = middle + 1;
    } else high = probe - 1;
  }
  return found;
}

/** Position of the last value not below the wanted one among descending values (MATCH with -1). */
export function findLastNotBelow(values: readonly Scalar[], wanted: Scalar): number {
  const target = wanted ?? 0;
  let found = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? null;
    if (!isLike(value, target)) continue;
    if (compareLike(value, target) < 0) break;
    found = i;
    if (compareLike(value, target) === 0) break;
  }
  return found;
}

/**
 * Position by XMATCH's rules.
 * @param matchMode 0 exact, -1 exact or next smaller, 1 exact or next larger, 2 wildcards
 * @param searchMode 1 from first, -1 from last, 2 and -2 binary (a plain search finds the same in sorted data)
 */
export function findByMode(vector: Vector, wanted: Scalar, matchMode: number, searchMode: number): number {
  const fromLast = searchMode === -1;
  const exact = findExact(vector, wanted, matchMode === 2, fromLast);
  if (exact >= 0 || matchMode === 0 || matchMode === 2) return exact;
  let best = -1;
  vector.values.forEach((value, i) => {
    if (!isLike(value, wanted)) return;
    const order = compareLike(value, wanted);
    if (matchMode === -1 ? order > 0 : order < 0) return;
    const known = best < 0 ? undefined : vector.values[best];
    const against = known === undefined ? 0 : compareForSort(value, known) * (matchMode === -1 ? 1 : -1);
    if (best < 0 || against > 0 || (against === 0 && fromLast)) best = i;
  });
  return best;
}

/** A range or array; a single value becomes an array of one. */
export function asSource(value: Value): Reference | Matrix | undefined {
  if (value instanceof Reference || value instanceof Matrix) return value;
  if (value === null || typeof value !== 'object' || value instanceof CellError) return new Matrix([[value as Scalar]]);
  return undefined;
}
