import type { CapacityPer, Settings } from '../input';
import { addDays, endOfMonth, startOfMonth } from '../time/civil';
import type { Bucket, WorkingCalendar } from '../time/types';
import type { Day } from '../units';

/**
 * How many times a quantity given per day, week, month or period is there between two days of a bucket.
 *
 * Day: working days. Week: working days ÷ those of a plain week. Month: 1 for a whole month bucket, else the month's working days shared.
 * Period: 1 for the whole bucket, else shared by working days (by calendar days where the bucket has no working day).
 *
 * @param from First day, inside the bucket.
 * @param to Last day, inside the bucket.
 * @returns Times, 0 or more.
 * @example shareOf('Week', monday, friday, bucket, calendar, settings) //=> 1 in a week without holidays
 */
export function shareOf(
  per: CapacityPer,
  from: Day,
  to: Day,
  bucket: Bucket,
  calendar: WorkingCalendar,
  settings: Settings,
): number {
  if (to < from) return 0;
  const days = calendar.workingDays(from, to);
  if (per === 'Day') return days;
  if (per === 'Week') return days / Math.max(1, settings.workingDays.length);
  const wholeMonth = settings.bucket === 'Month' && bucket.fraction === 1;
  if (per === 'Period' || wholeMonth) return shareOfBucket(from, to, bucket, calendar);
  return shareOfMonths(from, to, calendar);
}

function shareOfBucket(from: Day, to: Day, bucket: Bucket, calendar: WorkingCalendar): number {
  if (from === bucket.start && to === bucket.end) return 1;
  const all = calendar.workingDays(bucket.start, bucket.end);
  return all > 0 ? calendar.workingDays(from, to) / all : (to - from + 1) / bucket.days;
}

function shareOfMonths(from: Day, to: Day, calendar: WorkingCalendar): number {
  let share = 0;
  for (let start = from; start <= to;) {
    const monthEnd = endOfMonth(start);
    const end = monthEnd < to ? monthEnd : to;
    const all = calendar.workingDays(startOfMonth(start), monthEnd);
    if (all > 0) share += calendar.workingDays(start, end) / all;
    start = addDays(end, 1);
  }
  return share;
}

/**
 * Months in a bucket, for money paid per month: the bucket's fraction for month buckets, days ÷ 30.4375 for weeks.
 *
 * @example monthsIn(wholeWeek, settings) //=> 0.22998
 */
export function monthsIn(bucket: Bucket, settings: Settings): number {
  return settings.bucket === 'Month' ? bucket.fraction : bucket.days / DAYS_PER_MONTH;
}

/** A month on average: 365.25 ÷ 12 days. */
export const DAYS_PER_MONTH = 30.4375;
