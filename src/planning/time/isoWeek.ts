import type { Weekday } from '../input';
import type { Day } from '../units';
import { addDays, civilOf, dayOf, isLeapYear, padTwo, startOfWeek, weekdayOf } from './civil';

/** A week of ISO 8601: the year it is counted in, which near New Year is not always the day's own, and its number 1..53. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
}

/**
 * The ISO week of a day: the week (Monday to Sunday) belongs to the year of its Thursday.
 *
 * @example isoWeekOf(dayOf(2021, 1, 3)) //=> { year: 2020, week: 53 }
 * @see ISO 8601
 */
export function isoWeekOf(day: Day): IsoWeek {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = civilOf(thursday).year;
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/**
 * How many ISO weeks a year has: 53 when 1 January is a Thursday, or a Wednesday of a leap year; else 52.
 *
 * @example isoWeeksInYear(2026) //=> 53
 */
export function isoWeeksInYear(year: number): 52 | 53 {
  const first = weekdayOf(dayOf(year, 1, 1));
  return first === 4 || (first === 3 && isLeapYear(year)) ? 53 : 52;
}

/**
 * The Monday of an ISO week.
 *
 * @param week 1..53; week 53 of a 52-week year is week 1 of the next.
 * @example startOfIsoWeek(2026, 1) //=> 29 December 2025
 */
export function startOfIsoWeek(year: number, week: number): Day {
  return addDays(startOfWeek(dayOf(year, 1, 4), 1), 7 * (week - 1));
}

/**
 * The label of the week a day is in. Weeks that begin on another day than Monday are named after the ISO week of
 * their Thursday, so that every week of seven days has one name and no two share one.
 *
 * @param weekStart First day of the week, 1 = Monday … 7 = Sunday.
 * @example weekLabel(dayOf(2026, 12, 1), 1) //=> '2026-W49'
 */
export function weekLabel(day: Day, weekStart: Weekday): string {
  const first = startOfWeek(day, weekStart);
  const thursday = addDays(first, (4 - weekStart + 7) % 7);
  const { year, week } = isoWeekOf(thursday);
  return `${year}-W${padTwo(week)}`;
}
