import type { FiscalPattern, Settings, Weekday } from '../input';
import type { Day } from '../units';
import { addDays, civilOf, dayOf, endOfMonth, padTwo, startOfWeek } from './civil';

/** What of the settings shapes a fiscal calendar. */
export type FiscalSettings = Pick<
  Settings,
  'fiscalYearStart' | 'fiscalPattern' | 'yearEndRule' | 'yearEndWeekday' | 'weekStart'
>;

/** A span of days, both ends inside. */
export interface Span {
  readonly start: Day;
  readonly end: Day;
}

/** A twelfth of a fiscal year: a calendar month, or 4 or 5 weeks (the last may hold one more). */
export interface FiscalPeriod extends Span {
  readonly year: number;
  /** 1..12. */
  readonly period: number;
  /** 1..4. */
  readonly quarter: number;
  /** 'FY2026-P11'. */
  readonly label: string;
}

/** A quarter of a fiscal year. */
export interface FiscalQuarter extends Span {
  readonly year: number;
  readonly quarter: number;
  /** 'FY2026-Q4'. */
  readonly label: string;
}

/** A week of a fiscal year, clipped to it where years are not made of whole weeks. */
export interface FiscalWeek extends Span {
  readonly year: number;
  /** 1..54. */
  readonly week: number;
}

/** A fiscal year and its parts, each list in order and without gaps. */
export interface FiscalYear extends Span {
  readonly year: number;
  readonly periods: readonly FiscalPeriod[];
  readonly quarters: readonly FiscalQuarter[];
  readonly weeks: readonly FiscalWeek[];
}

const WEEKS_PER_PERIOD: Readonly<Record<Exclude<FiscalPattern, 'Calendar'>, readonly [number, number, number]>> = {
  '4-4-5': [4, 4, 5],
  '4-5-4': [4, 5, 4],
  '5-4-4': [5, 4, 4],
};

/**
 * The fiscal year a day lies in. A fiscal year bears the number of the calendar year that holds most of its months: one that
 * begins from January to June that of its first day, one that begins from July on that of its last.
 *
 * @example fiscalYearOf(dayOf(2025, 7, 1), { fiscalYearStart: 7, fiscalPattern: 'Calendar', … }) //=> 2026
 */
export function fiscalYearOf(day: Day, settings: FiscalSettings): number {
  let year = civilOf(day).year + 1;
  while (fiscalYearStart(year, settings) > day) year -= 1;
  return year;
}

/**
 * The fiscal year `year` with its twelve periods, four quarters and its weeks. With a 4-4-5, 4-5-4 or 5-4-4 pattern the year ends on the
 * last `yearEndWeekday` of the month before `fiscalYearStart`, or on the one nearest that month's end, and a 53rd week goes to period 12.
 *
 * @param year Number of the fiscal year, see {@link fiscalYearOf}.
 * @example fiscalPeriods(2023, { fiscalYearStart: 2, fiscalPattern: '4-5-4', yearEndRule: 'Nearest', yearEndWeekday: 6, weekStart: 7 })
 *   //=> 53 weeks from 29 January 2023 to 3 February 2024
 * @see National Retail Federation, 4-5-4 calendar
 */
export function fiscalPeriods(year: number, settings: FiscalSettings): FiscalYear {
  const start = fiscalYearStart(year, settings);
  const end = addDays(fiscalYearStart(year + 1, settings), -1);
  const periods =
    settings.fiscalPattern === 'Calendar'
      ? calendarMonths(year, start)
      : weekPeriods(year, start, end, WEEKS_PER_PERIOD[settings.fiscalPattern]);
  return {
    year,
    start,
    end,
    periods,
    quarters: groupQuarters(year, periods),
    weeks: splitWeeks(year, start, end, settings),
  };
}

/** The fiscal week a day lies in, with its period and quarter. */
export interface FiscalPosition {
  readonly year: number;
  readonly quarter: number;
  readonly period: number;
  readonly week: number;
}

/**
 * Where a day stands in its fiscal year.
 *
 * @example fiscalPositionOf(dayOf(2024, 2, 3), nrfSettings) //=> { year: 2023, quarter: 4, period: 12, week: 53 }
 */
export function fiscalPositionOf(day: Day, settings: FiscalSettings): FiscalPosition {
  const fiscal = fiscalPeriods(fiscalYearOf(day, settings), settings);
  const period = fiscal.periods.find((candidate) => day <= candidate.end);
  const week = fiscal.weeks.find((candidate) => day <= candidate.end);
  return {
    year: fiscal.year,
    quarter: period?.quarter ?? 4,
    period: period?.period ?? 12,
    week: week?.week ?? fiscal.weeks.length,
  };
}

/**
 * The week of the prior fiscal year that a week compares with, like for like. After a 53-week year weeks are restated: week n compares with
 * week n + 1, so that the same days of the seasons stand side by side. Week 53 itself has no like.
 *
 * @param week 1..53.
 * @example comparableWeek(2024, 1, nrfSettings) //=> { year: 2023, week: 2 }, for 2023 had 53 weeks
 * @see National Retail Federation, "restated" 4-5-4 calendar
 */
export function comparableWeek(
  year: number,
  week: number,
  settings: FiscalSettings,
): { readonly year: number; readonly week: number } | undefined {
  const prior = fiscalPeriods(year - 1, settings).weeks.length;
  const shift = settings.fiscalPattern !== 'Calendar' && prior === 53 ? 1 : 0;
  return week + shift <= prior ? { year: year - 1, week: week + shift } : undefined;
}

function fiscalYearStart(year: number, settings: FiscalSettings): Day {
  const month = settings.fiscalYearStart;
  const first = dayOf(month <= 6 ? year : year - 1, month, 1);
  if (settings.fiscalPattern === 'Calendar') return first;
  return addDays(yearEnd(addDays(first, -1), settings.yearEndRule, settings.yearEndWeekday), 1);
}

/** The year's last day by its rule: the last weekday of the month, or the one nearest the month's end (at most three days beyond). */
function yearEnd(monthEnd: Day, rule: 'Last' | 'Nearest', weekday: Weekday): Day {
  return startOfWeek(rule === 'Last' ? monthEnd : addDays(monthEnd, 3), weekday);
}

function calendarMonths(year: number, start: Day): FiscalPeriod[] {
  const first = civilOf(start);
  return Array.from({ length: 12 }, (_, index) => {
    const monthStart = dayOf(first.year, first.month + index, 1);
    return namePeriod(year, index, monthStart, endOfMonth(monthStart));
  });
}

function weekPeriods(year: number, start: Day, end: Day, pattern: readonly [number, number, number]): FiscalPeriod[] {
  const periods: FiscalPeriod[] = [];
  let from = start;
  for (let index = 0; index < 12; index += 1) {
    const weeks = pattern[index % 3] ?? 4;
    const to = index === 11 ? end : addDays(from, 7 * weeks - 1);
    periods.push(namePeriod(year, index, from, to));
    from = addDays(to, 1);
  }
  return periods;
}

function namePeriod(year: number, index: number, start: Day, end: Day): FiscalPeriod {
  return {
    year,
    period: index + 1,
    quarter: Math.floor(index / 3) + 1,
    label: `FY${year}-P${padTwo(index + 1)}`,
    start,
    end,
  };
}

function groupQuarters(year: number, periods: readonly FiscalPeriod[]): FiscalQuarter[] {
  return [1, 2, 3, 4].map((quarter) => {
    const own = periods.filter((period) => period.quarter === quarter);
    const [first, last] = [own[0], own[own.length - 1]];
    if (!first || !last) throw new RangeError(`Fiscal year ${year} has no quarter ${quarter}`);
    return { year, quarter, label: `FY${year}-Q${quarter}`, start: first.start, end: last.end };
  });
}

/** Whole weeks from the year's first day where the pattern is made of weeks; else calendar weeks, the first and last clipped to the year. */
function splitWeeks(year: number, start: Day, end: Day, settings: FiscalSettings): FiscalWeek[] {
  const weeks: FiscalWeek[] = [];
  const anchor = settings.fiscalPattern === 'Calendar' ? startOfWeek(start, settings.weekStart) : start;
  for (let from = anchor; from <= end; from = addDays(from, 7)) {
    weeks.push({
      year,
      week: weeks.length + 1,
      start: from < start ? start : from,
      end: addDays(from, 6) > end ? end : addDays(from, 6),
    });
  }
  return weeks;
}
