import type { DemandRecord, PlanInput } from '../input';
import { nameKey } from '../names';
import { addDays, startOfWeek } from '../time/civil';
import { fiscalPeriods, fiscalYearOf, type FiscalPeriod, type Span } from '../time/fiscal';
import type { PlanContext, WorkingCalendar } from '../time/types';
import type { Day } from '../units';
import { convertSpans, type ValuedSpan } from './convert';
import { sum } from './round';

/** Least whole fiscal periods of history that show a season. */
const LEAST_PERIODS = 12;
/** From here on the trend can be taken out by a centred moving average. */
const PERIODS_FOR_TREND = 24;

/**
 * The seasonal index per working day of the twelve fiscal periods, from the history before Plan start: each period's rate against the centred
 * moving average of its year (with two years of history or more), or against the mean of the last twelve periods (with one).
 *
 * @param rows Dated amounts, in any order: units or money, by day, week or month.
 * @returns Twelve indices of mean 1, none below 0; undefined where less than twelve whole periods are there, or nothing was sold in them.
 * @example one year of monthly rows, twice as much in December as in any other month, equal working days //=> [0.92, …, 0.92, 1.85]
 * @see Classical multiplicative decomposition; mathematics A1
 */
export function seasonalIndices(
  rows: readonly { readonly date: Day; readonly amount: number }[],
  context: PlanContext,
): readonly number[] | undefined {
  const { settings } = context;
  const calendar = context.calendarOf();
  const history = toSpans(rows, settings.weekStart);
  const [first, last] = [history.spans[0], history.spans[history.spans.length - 1]];
  if (!first || !last) return undefined;
  const periods = listPeriods(first.start, settings).filter(
    (period) =>
      period.end < settings.planStart && missesLittle(period, first.start, last.end, history.monthly, calendar),
  );
  const amounts = convertSpans(history.spans, periods, calendar);
  const rates = periods.map((period, index) => {
    const days = calendar.workingDays(period.start, period.end);
    return { period: period.period, rate: days > 0 ? (amounts[index] ?? 0) / days : 0 };
  });
  return rates.length < LEAST_PERIODS ? undefined : averageRatios(rates);
}

/** The history that bears on a target: its family's rows, or all rows where the target names none; in money where that is the metric and can be told. */
export function amountsOf(
  input: PlanInput,
  family: string | undefined,
  inMoney: boolean,
): { readonly date: Day; readonly amount: number }[] {
  const key = family === undefined ? undefined : nameKey(family);
  const prices = new Map(input.families.map((record) => [nameKey(record.family), record.price]));
  const rows = input.demand.filter((row) => key === undefined || nameKey(row.family) === key);
  const moneyOf = (row: DemandRecord): number | undefined => {
    if (row.value !== undefined) return row.value;
    const price = prices.get(nameKey(row.family));
    return price === undefined ? undefined : row.quantity * price;
  };
  const money = inMoney ? rows.map(moneyOf) : [];
  const allInMoney = inMoney && money.every((amount) => amount !== undefined);
  return rows.map((row, index) => ({ date: row.date, amount: allInMoney ? (money[index] ?? 0) : row.quantity }));
}

/** Weekly rows stand for their whole week; daily and monthly rows for their day. */
function toSpans(
  rows: readonly { readonly date: Day; readonly amount: number }[],
  weekStart: PlanContext['settings']['weekStart'],
): { readonly spans: ValuedSpan[]; readonly monthly: boolean } {
  const dates = [...new Set(rows.map((row) => row.date))].sort((left, right) => left - right);
  const gaps = dates.slice(1).map((date, index) => date - (dates[index] ?? date));
  const gap = [...gaps].sort((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? 0;
  const weekly = gap >= 5 && gap <= 9;
  const totals = new Map<Day, number>();
  for (const row of rows) {
    const start = weekly ? startOfWeek(row.date, weekStart) : row.date;
    totals.set(start, (totals.get(start) ?? 0) + row.amount);
  }
  const spans = [...totals]
    .sort(([left], [right]) => left - right)
    .map(([start, value]) => ({ start, end: weekly ? addDays(start, 6) : start, value }));
  return { spans, monthly: gap > 9 };
}

function listPeriods(first: Day, settings: PlanContext['settings']): FiscalPeriod[] {
  const periods: FiscalPeriod[] = [];
  for (let year = fiscalYearOf(first, settings); year <= fiscalYearOf(settings.planStart, settings); year += 1) {
    periods.push(...fiscalPeriods(year, settings).periods);
  }
  return periods;
}

/** A period counts when the history covers all of it but one working day; monthly rows cover the periods they are dated in. */
function missesLittle(period: Span, from: Day, to: Day, monthly: boolean, calendar: WorkingCalendar): boolean {
  if (monthly) return period.end >= from && period.start <= to;
  const before = calendar.workingDays(period.start, addDays(from, -1));
  const after = calendar.workingDays(addDays(to, 1), period.end);
  return before + after <= 1 && period.end >= from && period.start <= to;
}

function averageRatios(rates: readonly { readonly period: number; readonly rate: number }[]): number[] | undefined {
  const values = rates.map((entry) => entry.rate);
  const ratios: number[][] = Array.from({ length: 12 }, () => []);
  if (rates.length >= PERIODS_FOR_TREND) {
    for (let index = 6; index + 6 < values.length; index += 1) {
      const around = values.slice(index - 6, index + 7);
      const average = (sum(around) - ((around[0] ?? 0) + (around[12] ?? 0)) / 2) / 12;
      if (average > 0) ratios[(rates[index]?.period ?? 1) - 1]?.push((values[index] ?? 0) / average);
    }
  } else {
    const year = rates.slice(-LEAST_PERIODS);
    const average = sum(year.map((entry) => entry.rate)) / LEAST_PERIODS;
    if (average > 0) for (const entry of year) ratios[entry.period - 1]?.push(entry.rate / average);
  }
  if (ratios.some((own) => own.length === 0)) return undefined;
  const indices = ratios.map((own) => Math.max(0, sum(own) / own.length));
  const mean = sum(indices) / 12;
  return mean > 0 ? indices.map((index) => index / mean) : undefined;
}
