import { isSeasonal } from './seasonality';

/** Removes a straight line: a trend would lift the autocorrelations of every lag. */
function withoutLine(values: Float64Array): Float64Array {
  const n = values.length;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (let t = 0; t < n; t++) {
    sx += t;
    sy += values[t]!;
    sxx += t * t;
    sxy += t * values[t]!;
  }
  const spread = n * sxx - sx * sx;
  const slope = spread > 0 ? (n * sxy - sx * sy) / spread : 0;
  return values.map((y, t) => y - slope * t);
}

/**
 * The season length of a history among some candidates, the most usual first: with one candidate that one (if two of its seasons are
 * there), with several the first whose autocorrelation stands out (90 % test on the history without its line, three seasons needed).
 * 1 for none.
 *
 * @example detectSeason(Float64Array.of(1, 5, 1, 5, 1, 5, 1, 5), [12, 2]) //=> 2
 */
export function detectSeason(values: Float64Array, candidates: readonly number[]): number {
  const lengths = candidates.filter((m) => m > 1 && values.length >= 2 * m);
  if (candidates.length === 1) return lengths[0] ?? 1;
  const flat = withoutLine(values);
  return lengths.find((m) => isSeasonal(flat, m)) ?? 1;
}
