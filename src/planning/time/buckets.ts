import type { Settings } from '../input';
import type { Day } from '../units';
import { addDays, civilOf, endOfMonth, padTwo, startOfMonth, startOfWeek } from './civil';
import { fiscalPeriods, fiscalYearOf, type Span } from './fiscal';
import { weekLabel } from './isoWeek';
import type { Bucket, WorkingCalendar } from './types';

/**
 * The buckets of the horizon: calendar weeks, calendar months, or fiscal periods where the fiscal pattern is made of weeks and the bucket is a
 * month. They follow each other without gaps; the first begins at Plan start and may be a part of its week or month.
 *
 * @param calendar The company's calendar, which counts the working days.
 * @returns `settings.horizon` buckets.
 * @example makeBuckets({ planStart: 1 December 2026, horizon: 2, bucket: 'Week', … }, calendar)
 *   //=> '2026-W49' from Tuesday 1 to Sunday 6 December (fraction 6/7), '2026-W50' from 7 to 13 December
 */
export function makeBuckets(settings: Settings, calendar: WorkingCalendar): readonly Bucket[] {
  const buckets: Bucket[] = [];
  let start = settings.planStart;
  for (let index = 0; index < settings.horizon; index += 1) {
    const whole = wholePeriod(start, settings);
    const days = whole.end - start + 1;
    buckets.push({
      index,
      label: whole.label,
      start,
      end: whole.end,
      workingDays: calendar.workingDays(start, whole.end),
      days,
      fraction: days / (whole.end - whole.start + 1),
    });
    start = addDays(whole.end, 1);
  }
  return buckets;
}

/**
 * The index of the bucket a day lies in; undefined outside the horizon.
 *
 * @example bucketIndexOf(buckets, dayOf(2026, 12, 7)) //=> 1
 */
export function bucketIndexOf(buckets: readonly Bucket[], day: Day): number | undefined {
  let [low, high] = [0, buckets.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bucket = buckets[middle];
    if (!bucket) return undefined;
    if (day < bucket.start) high = middle - 1;
    else if (day > bucket.end) low = middle + 1;
    else return middle;
  }
  return undefined;
}

/** The whole week, month or fiscal period around a day, with its label. */
export function wholePeriod(day: Day, settings: Settings): Span & { readonly label: string } {
  if (settings.bucket === 'Week') {
    const start = startOfWeek(day, settings.weekStart);
    return { start, end: addDays(start, 6), label: weekLabel(day, settings.weekStart) };
  }
  if (settings.fiscalPattern !== 'Calendar') {
    const period = fiscalPeriods(fiscalYearOf(day, settings), settings).periods.find((own) => day <= own.end);
    if (period) return period;
  }
  const { year, month } = civilOf(day);
  return { start: startOfMonth(day), end: endOfMonth(day), label: `${year}-${padTwo(month)}` };
}
