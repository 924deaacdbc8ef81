import type { Settings } from '../input';
import { DAYS_PER_MONTH } from '../capacity/share';

/** Floating-point room so that exactly four weeks are not rounded up to five. */
const TINY = 1e-9;

/**
 * Whole buckets that so many weeks take, rounded up.
 *
 * @example leadBuckets(4, { bucket: 'Month' }) //=> 1
 */
export function leadBuckets(weeks: number, settings: Pick<Settings, 'bucket'>): number {
  return Math.max(0, Math.ceil(bucketsOf(weeks, settings) - TINY));
}

/** Weeks in buckets, as a fraction. */
export function bucketsOf(weeks: number, { bucket }: Pick<Settings, 'bucket'>): number {
  return bucket === 'Week' ? weeks : (weeks * 7) / DAYS_PER_MONTH;
}

/** Whole buckets in so many months, rounded down: the longest a unit may wait. */
export function monthsToBuckets(months: number, { bucket }: Pick<Settings, 'bucket'>): number {
  return Math.max(0, Math.floor((bucket === 'Month' ? months : (months * DAYS_PER_MONTH) / 7) + TINY));
}
