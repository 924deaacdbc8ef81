/** A history made ready for models: finite values without holes, and what was found on the way. */
export interface PreparedSeries {
  /** Oldest first, finite. Empty when nothing was there. */
  readonly values: Float64Array;
  /** Missing values (NaN) filled in between known ones. */
  readonly filled: number;
  /** Missing values after the last known one: the forecast begins after them all the same. */
  readonly trailing: number;
  readonly nonNegative: boolean;
  readonly positive: boolean;
  readonly constant: boolean;
}

/** Share of the values without demand from which mean intervals reach 1.32 periods: 1 − 1 ÷ 1.32. */
const INTERMITTENT_ZEROS = 0.2424;

/**
 * Makes a history ready for models. Missing values (NaN, ±Infinity) at its start are dropped, those between known values are
 * filled by a line between their neighbours — with a season of m (and two of them) by the line of the values one season before and
 * after where both are known —, those at its end are counted and left for the forecast to bridge.
 *
 * @example prepareSeries([NaN, 1, NaN, 3, NaN]) //=> values [1, 2, 3], filled 1, trailing 1
 */
export function prepareSeries(history: ArrayLike<number>, season = 1): PreparedSeries {
  let first = 0;
  let last = history.length - 1;
  while (first <= last && !Number.isFinite(history[first]!)) first++;
  while (last >= first && !Number.isFinite(history[last]!)) last--;
  const values = new Float64Array(last - first + 1);
  for (let t = 0; t < values.length; t++) values[t] = history[first + t]!;
  const filled = fillHoles(values, season);
  let positive = values.length > 0;
  let nonNegative = true;
  let constant = true;
  for (const y of values) {
    if (!(y > 0)) positive = false;
    if (y < 0) nonNegative = false;
    if (y !== values[0]) constant = false;
  }
  return { values, filled, trailing: history.length - 1 - last, nonNegative, positive, constant };
}

function fillHoles(values: Float64Array, m: number): number {
  const n = values.length;
  const holes: number[] = [];
  for (let t = 0; t < n; t++) if (!Number.isFinite(values[t]!)) holes.push(t);
  if (holes.length === 0) return 0;
  const known = Float64Array.from(values);
  for (const t of holes) {
    const before = t - m >= 0 ? known[t - m]! : NaN;
    const after = t + m < n ? known[t + m]! : NaN;
    if (m > 1 && Number.isFinite(before) && Number.isFinite(after)) values[t] = (before + after) / 2;
    else values[t] = lineBetween(known, t);
  }
  return holes.length;
}

/** The value at t of the line between the nearest known values; the ends of a prepared series are known. */
function lineBetween(known: Float64Array, t: number): number {
  let a = t;
  let b = t;
  while (!Number.isFinite(known[a]!)) a--;
  while (!Number.isFinite(known[b]!)) b++;
  return known[a]! + ((known[b]! - known[a]!) * (t - a)) / (b - a);
}

/**
 * Whether demand is intermittent: none negative, and on average 1.32 periods or more from one demand to the next.
 *
 * Source: Syntetos, Boylan & Croston, On the categorization of demand patterns, Journal of the Operational Research Society 56 (2005).
 */
export function isIntermittent(series: PreparedSeries): boolean {
  if (!series.nonNegative || series.positive || series.values.length < 4) return false;
  let zeros = 0;
  for (const y of series.values) if (y === 0) zeros++;
  return zeros / series.values.length >= INTERMITTENT_ZEROS && zeros < series.values.length;
}

/** Fewest values since a launch that say how it sells. */
const LEAST_SINCE_LAUNCH = 8;

/**
 * A history from its first demand on, where it has come regularly since: zeros before a launch say nothing of sales. As it is where demand
 * comes now and then anyway, is negative, or has been there for fewer than 8 values.
 *
 * @example sinceLaunch([0, 0, 5, 6, 7, 6, 5, 6, 7, 5]) //=> [5, 6, 7, 6, 5, 6, 7, 5]
 */
export function sinceLaunch(history: readonly number[]): readonly number[] {
  const first = history.findIndex((y) => Number.isFinite(y) && y !== 0);
  if (first < 1 || history.length - first < LEAST_SINCE_LAUNCH) return history;
  const since = history.slice(first);
  const series = prepareSeries(since);
  return series.nonNegative && !isIntermittent(series) ? since : history;
}
