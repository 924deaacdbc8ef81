import type { Settings } from '../input';
import type { Day } from '../units';

/** One period of the balance; `start` and `end` are both inside it. */
export interface Bucket {
  readonly index: number;
  /** '2026-W49', '2026-12' or 'FY2026-P11'. */
  readonly label: string;
  readonly start: Day;
  readonly end: Day;
  /** Of the company's calendar. */
  readonly workingDays: number;
  /** Calendar days of the bucket. */
  readonly days: number;
  /** Share of its full week or month that lies inside the horizon: 1, or less for a bucket cut by Plan start. */
  readonly fraction: number;
}

/** Which days are worked, and for how long. Ranges include both ends; an empty range (to < from) counts zero. */
export interface WorkingCalendar {
  isWorkingDay(day: Day): boolean;
  /** Hours worked that day: the day's own where a holiday row gives hours, 0 when closed. */
  hours(day: Day): number;
  /** Working days from `from` to `to`; a day with shortened hours counts as hours ÷ hours per day. */
  workingDays(from: Day, to: Day): number;
  /** The n-th working day after `day` (n > 0), before it (n < 0); n = 0: `day` or the next working day. */
  addWorkingDays(day: Day, n: number): Day;
}

/** What every part of planning shares: the settings, the buckets, and whose calendar is whose. */
export interface PlanContext {
  readonly settings: Settings;
  readonly buckets: readonly Bucket[];
  /** The calendar of a team or resource; without a name, the company's. */
  calendarOf(name?: string): WorkingCalendar;
}
