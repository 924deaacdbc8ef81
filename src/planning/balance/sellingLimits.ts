import type { OrderRecord } from '../input';
import { nameKey } from '../names';
import type { SalesCapacityMonth } from '../result';
import type { SellingLimit } from '../resultBalance';
import { bucketIndexOf } from '../time/buckets';
import { addDays, endOfMonth, startOfMonth } from '../time/civil';
import type { Bucket, PlanContext } from '../time/types';
import type { Item, SalesPeriod } from './data';

/**
 * What the sales teams can sell in each bucket, all of them together: each month's capacity shared by the working days of its buckets.
 *
 * @param capacity By team and month, from Plan start; a month lasts until the team's next one begins.
 * @returns Money by bucket, Infinity after the last month; undefined where no team has a quota.
 * @see mathematics E and I.8
 */
export function sellingCapacity(
  capacity: readonly SalesCapacityMonth[],
  { buckets, calendarOf }: PlanContext,
): readonly number[] | undefined {
  if (capacity.length === 0) return undefined;
  const starts = [...new Set(capacity.map((month) => month.start))].sort((left, right) => left - right);
  const calendar = calendarOf();
  const limits = buckets.map(() => 0);
  let known = -Infinity;
  starts.forEach((start, at) => {
    const next = starts[at + 1];
    const end = next === undefined ? endOfMonth(start) : addDays(next, -1);
    known = end;
    const all = calendar.workingDays(start, end);
    const money = capacity.reduce((total, month) => (month.start === start ? total + month.capacity : total), 0);
    buckets.forEach((bucket, index) => {
      const [from, to] = [start > bucket.start ? start : bucket.start, end < bucket.end ? end : bucket.end];
      if (to < from || all <= 0) return;
      limits[index] = (limits[index] ?? 0) + (money * calendar.workingDays(from, to)) / all;
    });
  });
  return limits.map((money, index) => ((buckets[index]?.end ?? 0) <= known ? money : Infinity));
}

/**
 * Most value that can be shipped in each month: what the teams can sell in it, and what is sold already: firm orders when they are due, backlog
 * at the start. Quotas are met by the month, not by the week: a week in which the sellers rest ships what they sold in the others.
 *
 * @returns Periods of one or more buckets, in order; those without a limit are absent.
 */
export function salesPeriods(
  selling: readonly number[],
  items: readonly Item[],
  orders: readonly OrderRecord[],
  context: PlanContext,
): readonly SalesPeriod[] {
  const limits = salesLimits(selling, items, orders, context);
  const periods: SalesPeriod[] = [];
  context.buckets.forEach((bucket, index) => {
    const limit = limits[index] ?? Infinity;
    const before = periods[periods.length - 1];
    const started = context.buckets[before?.first ?? -1];
    if (before && started && monthOf(started) === monthOf(bucket)) {
      periods[periods.length - 1] = { ...before, last: index, limit: before.limit + limit };
    } else periods.push({ first: index, last: index, limit });
  });
  return periods.filter((period) => Number.isFinite(period.limit));
}

/** The first day of the month that most of a bucket lies in. */
function monthOf({ start, end }: Bucket): number {
  return startOfMonth(addDays(start, Math.floor((end - start) / 2)));
}

function salesLimits(
  selling: readonly number[],
  items: readonly Item[],
  orders: readonly OrderRecord[],
  { buckets, settings }: PlanContext,
): readonly number[] {
  const limits = [...selling];
  const sold = (bucket: number | undefined, money: number): void => {
    if (bucket !== undefined) limits[bucket] = (limits[bucket] ?? 0) + money;
  };
  const itemOf = new Map(items.map((item) => [nameKey(item.name), item]));
  const sorted = [...orders].sort((left, right) => left.date - right.date || left.quantity - right.quantity);
  for (const order of sorted) {
    const bucket = order.date < settings.planStart ? 0 : bucketIndexOf(buckets, order.date);
    sold(bucket, Math.max(0, order.quantity) * (itemOf.get(nameKey(order.family))?.price ?? 0));
  }
  for (const item of items) {
    for (const own of item.classes) sold(0, own.openingBacklog * item.price);
  }
  return limits;
}

/** The period of a bucket in which all that can be sold is shipped; undefined where more could be sold. */
export function soldOutIn(bucket: number, selling: readonly SellingLimit[] | undefined): SellingLimit | undefined {
  return selling?.find((own) => own.first <= bucket && bucket <= own.last && isSoldOut(own));
}

/** Whether all that can be sold in a period is shipped. */
export function isSoldOut({ limit, shipped }: SellingLimit): boolean {
  return shipped >= limit - 1e-6 * Math.max(1, limit);
}
