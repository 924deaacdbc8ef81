import { centredMovingAverage, seasonalIndices } from './seasonality';

/** A value that does not fit its surroundings. */
export interface Outlier {
  /** Place in the history, 0-based. */
  readonly index: number;
  readonly value: number;
  /** What was expected there, and the bounds that were crossed. */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** Half length of the running median: it bridges spikes of up to three neighbours. */
const HALF_WINDOW = 3;
/** Median absolute deviation × 1.4826 is the standard deviation of normal errors. */
const MAD_TO_SIGMA = 1.4826;

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function runningMedian(values: Float64Array): Float64Array {
  return values.map((_, t) =>
    median([...values.subarray(Math.max(0, t - HALF_WINDOW), Math.min(values.length, t + HALF_WINDOW + 1))]),
  );
}

/** Seasonal deviations by medians over the seasons, so that one spike does not become a habit. */
function medianIndices(values: Float64Array, m: number): Float64Array {
  if (m < 2 || values.length < 3 * m)
    return values.length >= 2 * m && m > 1 ? seasonalIndices(values, m, 'additive') : new Float64Array(Math.max(1, m));
  const trend = centredMovingAverage(values, m);
  const groups: number[][] = Array.from({ length: m }, () => []);
  for (let t = 0; t < values.length; t++) {
    if (!Number.isNaN(trend[t]!)) groups[t % m]!.push(values[t]! - trend[t]!);
  }
  return Float64Array.from(groups, (group) => (group.length > 0 ? median(group) : 0));
}

/**
 * Values further than k robust standard deviations from what season and running median (7 values) lead to expect. They are listed, not
 * altered. Fewer than 8 values, or a history that hardly varies (most remainders zero): only clear departures from it are listed.
 *
 * Source: rule and k = 4 as in frePPLe; scale by the median absolute deviation (Hampel, Journal of the American Statistical Association 69, 1974).
 *
 * @param season length of the season, 1 for none
 * @param k standard deviations, 4 by default
 * @example findOutliers(Float64Array.of(10, 11, 10, 9, 10, 99, 10, 11, 9, 10), 1).map((o) => o.index) //=> [5]
 */
export function findOutliers(values: Float64Array, season: number, k = 4): Outlier[] {
  const n = values.length;
  if (n < 8) return [];
  const m = season > 1 && n >= 2 * season ? season : 1;
  // The second pass looks at the values without the first one's worst finds, whose shadow falls on the indices of their neighbours.
  const suspects = listOutliers(values, values, m, k);
  const worst = Math.max(...suspects.map((o) => Math.abs(o.value - o.expected)));
  const cleaned = values.slice();
  for (const { index, value, expected } of suspects) {
    if (Math.abs(value - expected) >= worst / 2) cleaned[index] = expected;
  }
  return suspects.length > 0 ? listOutliers(values, cleaned, m, k) : suspects;
}

/** Values outside what season and running median of the `clean` values lead to expect. */
function listOutliers(values: Float64Array, clean: Float64Array, m: number, k: number): Outlier[] {
  const n = values.length;
  const indices = medianIndices(clean, m);
  const centre = runningMedian(clean.map((y, t) => y - indices[t % m]!));
  const remainder = values.map((y, t) => y - indices[t % m]! - centre[t]!);
  const spread = median([...remainder].map(Math.abs)) * MAD_TO_SIGMA;
  // Where most remainders are zero the median says nothing; the mean absolute remainder still does.
  const sigma = spread > 0 ? spread : remainder.reduce((sum, r) => sum + Math.abs(r), 0) / n;
  if (!(sigma > 0)) return [];
  const found: Outlier[] = [];
  for (let t = 0; t < n; t++) {
    const expected = centre[t]! + indices[t % m]!;
    if (Math.abs(remainder[t]!) > k * sigma) {
      found.push({ index: t, value: values[t]!, expected, lower: expected - k * sigma, upper: expected + k * sigma });
    }
  }
  return found;
}
