import type { DemandRecord, DemandStream } from '../input';
import { bucketIndexOf, wholePeriod } from '../time/buckets';
import type { PlanContext } from '../time/types';
import type { FamilySignals } from './streams';

/** How much a stream counts, and how it did where there is a past to judge it by. */
export interface StreamRecord {
  readonly stream: string;
  /** Mean of forecast − actual, units a period; 0 where there is no past. */
  readonly bias: number;
  /** Mean squared error after the bias is removed; undefined where there is no past. */
  readonly meanSquaredError?: number;
  /** Sum of |forecast − actual| ÷ sum of actuals; undefined where there is no past. */
  readonly wmape?: number;
  /** Error of the seasonal naive or last value less error of this stream, as wMAPE; above 0 it adds value. */
  readonly valueAdded?: number;
}

/** Fewer pairs of forecast and actual than this say nothing about a stream. */
const LEAST_PAST_PERIODS = 3;

/**
 * How each stream of a family did in the past: the Overrides of past periods against the Demand of those periods, and the statistics by their
 * back-tests.
 *
 * @returns One record a stream with a past of at least three periods.
 */
export function judgeStreams(
  signals: FamilySignals,
  history: readonly DemandRecord[],
  context: PlanContext,
): ReadonlyMap<string, StreamRecord> {
  const records = new Map<string, StreamRecord>();
  const statistics = judgeStatistics(signals);
  if (statistics) records.set('Statistics', statistics);
  const actuals = actualsByPeriod(history, context);
  const naive = naiveByPeriod(actuals, context);
  const pairs = new Map<DemandStream, { forecast: number; actual: number; naive?: number }[]>();
  const rows = [...signals.pastOverrides].sort(
    (left, right) => left.period - right.period || left.quantity - right.quantity,
  );
  for (const row of rows) {
    const start = wholePeriod(row.period, context.settings).start;
    const actual = actuals.get(start);
    if (actual === undefined) continue;
    const own = pairs.get(row.stream) ?? [];
    pairs.set(row.stream, own);
    own.push({ forecast: row.quantity, actual, naive: naive.get(start) });
  }
  for (const [stream, own] of pairs) {
    if (own.length >= LEAST_PAST_PERIODS) records.set(stream, judgePairs(stream, own));
  }
  return records;
}

function judgePairs(
  stream: string,
  pairs: readonly { readonly forecast: number; readonly actual: number; readonly naive?: number }[],
): StreamRecord {
  const count = pairs.length;
  const bias = pairs.reduce((total, pair) => total + pair.forecast - pair.actual, 0) / count;
  const squared = pairs.reduce((total, pair) => total + (pair.forecast - bias - pair.actual) ** 2, 0) / count;
  const wmape = wmapeOf(pairs, (pair) => pair.forecast);
  const compared = pairs.filter((pair) => pair.naive !== undefined);
  const [own, naive] = [wmapeOf(compared, (pair) => pair.forecast), wmapeOf(compared, (pair) => pair.naive ?? 0)];
  return {
    stream,
    bias,
    meanSquaredError: squared,
    ...(wmape === undefined ? {} : { wmape }),
    ...(own === undefined || naive === undefined ? {} : { valueAdded: naive - own }),
  };
}

function wmapeOf<T extends { readonly actual: number }>(
  pairs: readonly T[],
  forecast: (pair: T) => number,
): number | undefined {
  const actual = pairs.reduce((total, pair) => total + pair.actual, 0);
  if (actual <= 0) return undefined;
  return pairs.reduce((total, pair) => total + Math.abs(forecast(pair) - pair.actual), 0) / actual;
}

/** Mean absolute error to standard deviation for a normal error: sqrt(pi ÷ 2). */
const DEVIATION_PER_MAE = Math.sqrt(Math.PI / 2);

function judgeStatistics({ statistics }: FamilySignals): StreamRecord | undefined {
  const { wmape, bias, valueAdded } = statistics?.accuracy ?? {};
  if (!statistics || wmape === undefined || statistics.history.length === 0) return undefined;
  const level = statistics.history.reduce((total, point) => total + point.quantity, 0) / statistics.history.length;
  // Back-tests are in history periods, streams in buckets; the ratio to the level carries over.
  const deviation = wmape * level * DEVIATION_PER_MAE;
  const removed = (bias ?? 0) * level;
  return {
    stream: 'Statistics',
    bias: removed,
    meanSquaredError: Math.max(0, deviation ** 2 - removed ** 2),
    wmape,
    // The accuracy tells the gain as a share of the naive forecast's error; here it is in points of wMAPE, as for the other streams.
    ...(valueAdded === undefined || valueAdded >= 1 ? {} : { valueAdded: wmape / (1 - valueAdded) - wmape }),
  };
}

function actualsByPeriod(history: readonly DemandRecord[], context: PlanContext): Map<number, number> {
  const actuals = new Map<number, number>();
  const sorted = [...history].sort((left, right) => left.date - right.date || left.quantity - right.quantity);
  for (const row of sorted) {
    if (bucketIndexOf(context.buckets, row.date) !== undefined || row.date >= context.settings.planStart) continue;
    const { start } = wholePeriod(row.date, context.settings);
    actuals.set(start, (actuals.get(start) ?? 0) + row.quantity);
  }
  return actuals;
}

/** The value of the period before: what anyone could have said. */
function naiveByPeriod(actuals: ReadonlyMap<number, number>, context: PlanContext): Map<number, number> {
  const naive = new Map<number, number>();
  const starts = [...actuals.keys()].sort((left, right) => left - right);
  starts.forEach((start, index) => {
    const before = starts[index - 1];
    const gap = context.settings.bucket === 'Week' ? 7 : 40;
    if (before !== undefined && start - before <= gap) naive.set(start, actuals.get(before) ?? 0);
  });
  return naive;
}

/**
 * The consensus of streams: a weighted mean with weights in inverse proportion to the mean squared error, biases taken out first. Streams
 * without a past count as much as the average of those with one; without any past all count the same.
 *
 * @param values Units of each stream in one bucket.
 * @returns Units, 0 or more, and the weights, which sum to 1.
 * @example weighStreams({ Statistics: 100, Sales: 120 }, new Map()) //=> { quantity: 110, weights: { Statistics: 0.5, Sales: 0.5 } }
 */
export function weighStreams(
  values: Readonly<Record<string, number>>,
  records: ReadonlyMap<string, StreamRecord>,
): { readonly quantity: number; readonly weights: Readonly<Record<string, number>> } {
  const streams = Object.keys(values);
  const known = streams.flatMap((stream) => records.get(stream)?.meanSquaredError ?? []);
  // A stream that was never wrong must not drown the others out of existence.
  const floor = Math.max(1e-9, ...known) * 1e-4;
  const precisions = streams.map((stream) => {
    const error = records.get(stream)?.meanSquaredError;
    return error === undefined ? undefined : 1 / Math.max(error, floor);
  });
  const told = precisions.filter((precision): precision is number => precision !== undefined);
  const average = told.length > 0 ? told.reduce((total, precision) => total + precision, 0) / told.length : 1;
  const total = precisions.reduce<number>((sum, precision) => sum + (precision ?? average), 0);
  const weights: Record<string, number> = {};
  let quantity = 0;
  streams.forEach((stream, index) => {
    const weight = (precisions[index] ?? average) / total;
    weights[stream] = weight;
    quantity += weight * ((values[stream] ?? 0) - (records.get(stream)?.bias ?? 0));
  });
  return { quantity: Math.max(0, quantity), weights };
}
