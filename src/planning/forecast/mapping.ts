import type { Bucket, WorkingCalendar } from '../time/types';
import type { Day } from '../units';
import type { Period } from './history';

/** How much of each future period falls into each bucket: `shares[bucket][period]`, each period's shares summing to at most 1. */
export type BucketShares = readonly (readonly { readonly period: number; readonly share: number }[])[];

/** Days that carry the quantity of a period: its working days, or all its days where none is worked. */
function weightOf(calendar: WorkingCalendar, from: Day, to: Day, worked: boolean): number {
  if (to < from) return 0;
  return worked ? calendar.workingDays(from, to) : to - from + 1;
}

/**
 * Shares of the periods in the buckets, by working days: `share = d(period and bucket) ÷ d(period)`; the total is preserved.
 * Periods and buckets are in order and without overlap.
 *
 * Source: mathematics A6.
 */
export function shareByWorkingDays(
  periods: readonly Period[],
  buckets: readonly Bucket[],
  calendar: WorkingCalendar,
): BucketShares {
  const totals = periods.map((period) => {
    const days = calendar.workingDays(period.start, period.end);
    return { worked: days > 0, days: days > 0 ? days : period.end - period.start + 1 };
  });
  return buckets.map((bucket) => {
    const shares: { period: number; share: number }[] = [];
    periods.forEach((period, i) => {
      const from = Math.max(period.start, bucket.start) as Day;
      const to = Math.min(period.end, bucket.end) as Day;
      const { worked, days } = totals[i]!;
      const share = weightOf(calendar, from, to, worked) / days;
      if (share > 0) shares.push({ period: i, share });
    });
    return shares;
  });
}

/** The bucket's quantity: the sum of its shares of the periods. */
export function sumShares(shares: BucketShares[number], values: readonly number[]): number {
  let sum = 0;
  for (const { period, share } of shares) sum += share * values[period]!;
  return sum;
}

/**
 * Half-width of an interval round the bucket's quantity, from those of the periods, whose errors are correlated by
 * `persistence`^distance (0: independent, 1: all alike): `sqrt(Σ Σ s_i w_i s_j w_j ρ^|i−j|)`.
 *
 * @example combineWidths([{ period: 0, share: 1 }, { period: 1, share: 1 }], [3, 4], 0) //=> 5
 */
export function combineWidths(shares: BucketShares[number], widths: readonly number[], persistence: number): number {
  let sum = 0;
  for (const a of shares) {
    for (const b of shares) {
      const correlation = a.period === b.period ? 1 : persistence ** Math.abs(a.period - b.period);
      sum += a.share * widths[a.period]! * b.share * widths[b.period]! * correlation;
    }
  }
  return Math.sqrt(Math.max(0, sum));
}
