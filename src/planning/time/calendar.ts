import type { Country, Settings } from '../input';
import type { Day } from '../units';
import { addDays, civilOf, dayOf, weekdayOf } from './civil';
import { publicHolidays } from './holidays';
import type { WorkingCalendar } from './types';

/** What shapes a working calendar. */
export interface CalendarRules {
  /** Weekdays worked; empty stands for Monday to Friday. */
  readonly workingDays: Settings['workingDays'];
  /** Hours of a plain working day, above 0. */
  readonly hoursPerDay: number;
  readonly country: Country;
  readonly localHoliday?: Settings['localHoliday'];
  /** Days that differ, later rows before earlier ones: closed (hours undefined or 0), or worked for so many hours, be it a weekend or a holiday. */
  readonly exceptions?: readonly { readonly date: Day; readonly hours?: number }[];
}

/** A calendar year's hours, and the working days before each of its days. */
interface YearTable {
  readonly start: Day;
  readonly hours: Float64Array;
  /** One entry more than the year has days; the last is the year's total. */
  readonly before: Float64Array;
}

/** Beyond this many days without work a calendar is taken never to be worked again. */
const LONGEST_CLOSURE_DAYS = 3660;

/**
 * Makes a working calendar. Years are tabulated when first asked for, so a range costs one subtraction a year whatever its length.
 *
 * @returns Calendar with all functions total over days from 1 March 1900 on; `addWorkingDays` throws RangeError when ten years hold no working day.
 * @example makeCalendar({ workingDays: [1, 2, 3, 4, 5], hoursPerDay: 8, country: 'IT' }).workingDays(dayOf(2026, 1, 1), dayOf(2026, 1, 31)) //=> 20
 */
export function makeCalendar(rules: CalendarRules): WorkingCalendar {
  const years = new Map<number, YearTable>();
  const exceptions = groupByYear(rules.exceptions ?? []);
  const tableOf = (year: number): YearTable => {
    const known = years.get(year);
    if (known) return known;
    const made = tabulateYear(year, rules, exceptions.get(year) ?? []);
    years.set(year, made);
    return made;
  };
  const hours = (day: Day): number => {
    const table = tableOf(civilOf(day).year);
    return table.hours[day - table.start] ?? 0;
  };
  const isWorkingDay = (day: Day): boolean => hours(day) > 0;
  return {
    isWorkingDay,
    hours,
    workingDays: (from, to) => (to < from ? 0 : sumYears(from, to, tableOf)),
    addWorkingDays: (day, n) => stepWorkingDays(day, n, isWorkingDay),
  };
}

/** The rules of the company's calendar, as the settings give them. */
export function calendarRules(settings: Settings, exceptions: CalendarRules['exceptions']): CalendarRules {
  return {
    workingDays: settings.workingDays,
    hoursPerDay: settings.hoursPerDay,
    country: settings.country,
    localHoliday: settings.localHoliday,
    exceptions,
  };
}

function groupByYear(exceptions: NonNullable<CalendarRules['exceptions']>): Map<number, typeof exceptions> {
  const byYear = new Map<number, { readonly date: Day; readonly hours?: number }[]>();
  for (const exception of exceptions) {
    const { year } = civilOf(exception.date);
    const own = byYear.get(year);
    if (own) own.push(exception);
    else byYear.set(year, [exception]);
  }
  return byYear;
}

function tabulateYear(
  year: number,
  rules: CalendarRules,
  exceptions: NonNullable<CalendarRules['exceptions']>,
): YearTable {
  const start = dayOf(year, 1, 1);
  const length = dayOf(year + 1, 1, 1) - start;
  const weekdays = new Set<number>(rules.workingDays.length > 0 ? rules.workingDays : [1, 2, 3, 4, 5]);
  const hours = new Float64Array(length);
  for (let index = 0; index < length; index += 1) {
    hours[index] = weekdays.has(weekdayOf(addDays(start, index))) ? rules.hoursPerDay : 0;
  }
  for (const holiday of publicHolidays(rules.country, year, rules.localHoliday)) hours[holiday.day - start] = 0;
  for (const exception of exceptions) hours[exception.date - start] = Math.max(0, exception.hours ?? 0);
  const before = new Float64Array(length + 1);
  for (let index = 0; index < length; index += 1) {
    before[index + 1] = (before[index] ?? 0) + (hours[index] ?? 0) / rules.hoursPerDay;
  }
  return { start, hours, before };
}

function sumYears(from: Day, to: Day, tableOf: (year: number) => YearTable): number {
  const [first, last] = [civilOf(from).year, civilOf(to).year];
  let total = 0;
  for (let year = first; year <= last; year += 1) {
    const { start, before } = tableOf(year);
    const low = year === first ? from - start : 0;
    const high = year === last ? to - start + 1 : before.length - 1;
    total += (before[high] ?? 0) - (before[low] ?? 0);
  }
  return total;
}

function stepWorkingDays(day: Day, n: number, isWorkingDay: (day: Day) => boolean): Day {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = n === 0 ? addDays(day, -1) : day;
  if (n === 0) left = 1;
  for (let idle = 0; left > 0;) {
    at = addDays(at, step);
    if (isWorkingDay(at)) {
      left -= 1;
      idle = 0;
    } else if ((idle += 1) > LONGEST_CLOSURE_DAYS) {
      throw new RangeError('The calendar has no working day for ten years');
    }
  }
  return at;
}
