import type { Country, FiscalPattern } from '../planning/input';
import { phaseTotal, phaseWeights } from '../planning/targets/phase';
import { stepOf } from '../planning/targets/round';
import { makeCalendar } from '../planning/time/calendar';
import { addDays, civilOf, endOfMonth, padTwo } from '../planning/time/civil';
import { fiscalPositionOf } from '../planning/time/fiscal';
import { isoWeekOf } from '../planning/time/isoWeek';
import type { WorkingCalendar } from '../planning/time/types';
import type { Day } from '../planning/units';
import { readDay, readDays, toCellDate } from './dates';
import { FunctionError } from './errors';
import type { Spill } from './ranges';
import { isOmitted, readCount, readNumber, readNumbers } from './ranges';

const COUNTRIES: readonly Country[] = ['IT', 'US', 'GB', 'DE', 'FR', 'ES', 'none'];

function readCalendar(holidays: unknown, country: unknown): WorkingCalendar {
  const word = isOmitted(country) ? 'NONE' : String(country).trim().toUpperCase();
  const found = COUNTRIES.find((code) => code.toUpperCase() === word);
  if (!found) throw new FunctionError('#VALUE!', 'function.error.unknown-country', { country: String(country) });
  const exceptions = readDays(holidays).flatMap((date) => (Number.isNaN(date) ? [] : [{ date: date as Day }]));
  return makeCalendar({ workingDays: [1, 2, 3, 4, 5], hoursPerDay: 8, country: found, exceptions });
}

/** Monday to Friday from start to end, both inside, less holidays listed and those of the country. Negative when end is before start. */
export function workingDaysValue(start: unknown, end: unknown, holidays: unknown, country: unknown): number {
  const from = readDay(start, 'start');
  const to = readDay(end, 'end');
  const calendar = readCalendar(holidays, country);
  return to >= from ? calendar.workingDays(from, to) : -calendar.workingDays(to, from);
}

/** '2026-W49' */
export function isoWeekValue(date: unknown): string {
  const { year, week } = isoWeekOf(readDay(date, 'date'));
  return `${year}-W${padTwo(week)}`;
}

const PATTERNS: readonly FiscalPattern[] = ['Calendar', '4-4-5', '4-5-4', '5-4-4'];

/** 'FY2026-W05' */
export function fiscalWeekValue(date: unknown, startMonth: unknown, pattern: unknown): string {
  const word = isOmitted(pattern) ? 'calendar' : String(pattern).trim().toLowerCase();
  const fiscalPattern = PATTERNS.find((name) => name.toLowerCase() === word);
  if (!fiscalPattern)
    throw new FunctionError('#VALUE!', 'function.error.unknown-pattern', { pattern: String(pattern) });
  const { year, week } = fiscalPositionOf(readDay(date, 'date'), {
    fiscalYearStart: readCount(startMonth, 'startMonth', 1, 12, 1),
    fiscalPattern,
    yearEndRule: 'Last',
    yearEndWeekday: 6,
    weekStart: 1,
  });
  return `FY${year}-W${padTwo(week)}`;
}

/** Months from start to end (the first and last may be parts), each with its first day. */
function monthsBetween(start: Day, end: Day): { start: Day; end: Day }[] {
  const months: { start: Day; end: Day }[] = [];
  for (let from = start; from <= end;) {
    const to = Math.min(endOfMonth(from), end) as Day;
    months.push({ start: from, end: to });
    from = addDays(to, 1);
  }
  return months;
}

const MOST_MONTHS = 600;

/** A total over the months from start to end, by working days and a profile of month weights (January first): first days and values that sum exactly. */
export function phaseCells(total: unknown, start: unknown, end: unknown, profile: unknown, holidays: unknown): Spill {
  const amount = readNumber(total, 'total');
  const from = readDay(start, 'start');
  const to = readDay(end, 'end');
  if (to < from) throw new FunctionError('#VALUE!', 'function.error.end-before-start');
  if (to - from > MOST_MONTHS * 31) throw new FunctionError('#VALUE!', 'function.error.span-too-long');
  const weights = readNumbers(profile);
  if (weights.length !== 0 && weights.length !== 12)
    throw new FunctionError('#VALUE!', 'function.error.profile-length');
  const calendar = readCalendar(holidays, undefined);
  const months = monthsBetween(from, to);
  const season = weights.length > 0 ? months.map((month) => weights[civilOf(month.start).month - 1]!) : undefined;
  const days = months.map((month) => calendar.workingDays(month.start, month.end));
  const phased = phaseTotal(amount, phaseWeights(days, season), { step: stepOf(amount) });
  if (!phased.ok) throw new FunctionError('#VALUE!', 'function.error.no-working-days');
  return months.map((month, i) => [toCellDate(month.start), phased.values[i]!]);
}
