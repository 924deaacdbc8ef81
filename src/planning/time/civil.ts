import type { Weekday } from '../input';
import type { Day } from '../units';

/** A date of the (proleptic) Gregorian calendar; month 1..12, day of month 1..31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Serial of 1 March 0000, from which whole 400-year eras of 146,097 days are counted. */
const ERA_ORIGIN = -693_899;
const DAYS_PER_ERA = 146_097;

/**
 * The day of a civil date. Months beyond 1..12 and days beyond the month carry over, as in `Date.UTC`.
 *
 * @param year Gregorian year, 1900..9999.
 * @param month 1..12.
 * @param day 1..31.
 * @returns Excel serial of the 1900 system.
 * @example dayOf(2026, 12, 1) //=> 46357
 * @see Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil): years begin in March, so that the leap day comes last.
 */
export function dayOf(year: number, month: number, day: number): Day {
  const months = year * 12 + (month - 1);
  const trueYear = Math.floor(months / 12);
  const trueMonth = months - trueYear * 12 + 1;
  const marchYear = trueMonth <= 2 ? trueYear - 1 : trueYear;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const monthFromMarch = (trueMonth + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (ERA_ORIGIN + era * DAYS_PER_ERA + dayOfEra) as Day;
}

/**
 * The civil date of a day.
 *
 * @param day Excel serial of the 1900 system, from 61 (1 March 1900) on.
 * @example civilOf(46357 as Day) //=> { year: 2026, month: 12, day: 1 }
 * @see Hinnant, "chrono-Compatible Low-Level Date Algorithms" (civil_from_days).
 */
export function civilOf(day: Day): CivilDate {
  const shifted = Math.floor(day) - ERA_ORIGIN;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/**
 * The weekday of a day, 1 = Monday … 7 = Sunday (ISO 8601).
 *
 * @example weekdayOf(dayOf(2026, 12, 1)) //=> 2, a Tuesday
 */
export function weekdayOf(day: Day): Weekday {
  return ((((day + 5) % 7) + 1) | 0) as Weekday;
}

/**
 * Whether a year has a 29 February.
 *
 * @example isLeapYear(2000) //=> true
 */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/**
 * Days of a month, 28..31.
 *
 * @param month 1..12.
 * @example daysInMonth(2028, 2) //=> 29
 */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** The day `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day;
}

/**
 * The same day of the month `count` months later (earlier when negative); the month's last day where there is no such day.
 *
 * @example addMonths(dayOf(2026, 1, 31), 1) //=> 28 February 2026
 */
export function addMonths(day: Day, count: number): Day {
  const date = civilOf(day);
  const first = civilOf(dayOf(date.year, date.month + count, 1));
  return dayOf(first.year, first.month, Math.min(date.day, daysInMonth(first.year, first.month)));
}

/** The first day of the month of `day`. */
export function startOfMonth(day: Day): Day {
  const date = civilOf(day);
  return dayOf(date.year, date.month, 1);
}

/** The last day of the month of `day`. */
export function endOfMonth(day: Day): Day {
  const date = civilOf(day);
  return addDays(dayOf(date.year, date.month + 1, 1), -1);
}

/**
 * The last day, not after `day`, that falls on `weekday`.
 *
 * @example startOfWeek(dayOf(2026, 12, 3), 1) //=> Monday 30 November 2026
 */
export function startOfWeek(day: Day, weekday: Weekday): Day {
  return addDays(day, -((weekdayOf(day) - weekday + 7) % 7));
}

/**
 * Reads 'YYYY-MM-DD'; undefined for any other text and for dates that do not exist (31 April) or lie before 1 March 1900.
 *
 * @example parseIsoDay('2026-12-01') //=> 46357
 */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const serial = dayOf(year, month, day);
  return serial >= 61 ? serial : undefined;
}

/**
 * Writes a day as 'YYYY-MM-DD'.
 *
 * @example formatIsoDay(46357 as Day) //=> '2026-12-01'
 */
export function formatIsoDay(day: Day): string {
  const date = civilOf(day);
  return `${String(date.year).padStart(4, '0')}-${padTwo(date.month)}-${padTwo(date.day)}`;
}

/** Two digits, with a leading zero: 7 → '07'. */
export function padTwo(value: number): string {
  return String(value).padStart(2, '0');
}
