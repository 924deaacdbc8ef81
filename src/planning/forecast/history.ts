import type { DemandRecord, Weekday } from '../input';
import { addDays, civilOf, endOfMonth, startOfMonth, startOfWeek } from '../time/civil';
import type { Day } from '../units';

/** The regular periods history is counted in: calendar months, or weeks that begin on a given weekday. */
export type Grain = 'Week' | 'Month';

/** One period of history or future; `start` and `end` are both inside it. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/**
 * The period of `grain` that holds `day`; weeks begin on `weekStart` (1 = Monday … 7 = Sunday).
 *
 * @example periodOf(46351 as Day, 'Month', 1) //=> { start: 46327, end: 46356 }  (November 2026, from its 25th day)
 */
export function periodOf(day: Day, grain: Grain, weekStart: Weekday): Period {
  if (grain === 'Month') return { start: startOfMonth(day), end: endOfMonth(day) };
  const start = startOfWeek(day, weekStart);
  return { start, end: addDays(start, 6) };
}

/** The period after `period`. */
export function nextPeriod(period: Period, grain: Grain, weekStart: Weekday): Period {
  return periodOf(addDays(period.end, 1), grain, weekStart);
}

/** The distinct days of the records, ascending. */
function distinctDays(records: readonly DemandRecord[]): Day[] {
  return [...new Set(records.map((record) => record.date))].sort((a, b) => a - b);
}

function medianGap(days: readonly number[]): number {
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? Infinity;
}

/** Whether the days look like one row a month: no two in a month, and always near the same place in it. */
function isMonthly(days: readonly Day[]): boolean {
  if (days.length < 2) return false;
  const months = new Set<number>();
  let earliest = 31;
  let latest = 1;
  let fromEnd = 0;
  for (const day of days) {
    const date = civilOf(day);
    months.add(date.year * 12 + date.month);
    earliest = Math.min(earliest, date.day);
    latest = Math.max(latest, date.day);
    fromEnd = Math.max(fromEnd, endOfMonth(day) - day);
  }
  return months.size === days.length && (latest - earliest <= 3 || fromEnd <= 3);
}

/**
 * The grain of demand rows and how far apart they usually are, in days: monthly rows (one a month, near the same day of it)
 * are counted by month, weekly rows by week, and daily rows by the grain the plan is made in.
 */
export function detectGrain(records: readonly DemandRecord[], planGrain: Grain): { grain: Grain; spacingDays: number } {
  const days = distinctDays(records);
  if (isMonthly(days)) return { grain: 'Month', spacingDays: 30 };
  const spacing = medianGap(days);
  if (spacing === Infinity) return { grain: planGrain, spacingDays: planGrain === 'Month' ? 30 : 7 };
  if (spacing >= 25) return { grain: 'Month', spacingDays: spacing };
  if (spacing >= 5) return { grain: 'Week', spacingDays: spacing };
  return { grain: planGrain, spacingDays: spacing };
}

/** What is left of the table's time line once periods that are not whole are out. */
export interface HistorySpan {
  readonly grain: Grain;
  /** Whole periods, oldest first, without holes. */
  readonly periods: readonly Period[];
  /** Periods at the start and at the end that were left out because they are not complete. */
  readonly droppedFirst?: Period;
  readonly droppedLast?: Period;
  /** Rows on or after the plan's start, which history may not know. */
  readonly futureRows: number;
}

/** What bounds the history: nothing at or after `planStart` counts, and a period that `today` is in is not over. */
export interface HistoryBounds {
  readonly planStart: Day;
  readonly today: Day;
  readonly planGrain: Grain;
  readonly weekStart: Weekday;
}

/**
 * The whole periods that the demand table covers before the plan. The last period is left out when it runs beyond the plan's
 * start or today, or when daily rows stop well before its end (more than 4 days and 3 usual gaps); so is the first one when
 * daily rows begin well after its start.
 */
export function spanHistory(records: readonly DemandRecord[], bounds: HistoryBounds): HistorySpan {
  const { planStart, today, weekStart } = bounds;
  const past = records.filter((record) => record.date < planStart);
  const { grain, spacingDays } = detectGrain(past, bounds.planGrain);
  const futureRows = records.length - past.length;
  if (past.length === 0) return { grain, periods: [], futureRows };
  const days = distinctDays(past);
  const first = days[0]!;
  const last = days[days.length - 1]!;
  const daily = spacingDays < 5;
  const slack = Math.max(4, 3 * spacingDays);
  const end = periodOf(last, grain, weekStart);
  const periods: Period[] = [];
  for (let period = periodOf(first, grain, weekStart); period.start <= end.start;) {
    periods.push(period);
    period = nextPeriod(period, grain, weekStart);
  }
  let droppedLast: Period | undefined;
  const lastPeriod = periods[periods.length - 1]!;
  if (lastPeriod.end >= planStart || lastPeriod.end >= today || (daily && lastPeriod.end - last > slack)) {
    droppedLast = periods.pop();
  }
  let droppedFirst: Period | undefined;
  if (daily && periods.length > 2 && first - periods[0]!.start > slack) droppedFirst = periods.shift();
  return { grain, periods, droppedFirst, droppedLast, futureRows };
}

/** Quantities per period of one family; `missing` counts the periods that had no row and stand as zero. */
export interface FamilyHistory {
  readonly quantities: readonly number[];
  readonly periods: readonly Period[];
  readonly missing: number;
}

/**
 * Sums a family's rows into the periods, from the family's first row on; a period without a row counts zero.
 * The sum of the result is the sum of the rows inside the periods.
 */
export function sumHistory(records: readonly DemandRecord[], periods: readonly Period[]): FamilyHistory {
  const quantities = periods.map(() => 0);
  const seen = periods.map(() => false);
  for (const record of records) {
    const i = indexOfPeriod(periods, record.date);
    if (i < 0) continue;
    quantities[i]! += record.quantity;
    seen[i] = true;
  }
  const first = seen.indexOf(true);
  if (first < 0) return { quantities: [], periods: [], missing: 0 };
  const missing = seen.slice(first).filter((had) => !had).length;
  return { quantities: quantities.slice(first), periods: periods.slice(first), missing };
}

/** Binary search for the period that holds the day; −1 when none does. */
function indexOfPeriod(periods: readonly Period[], day: Day): number {
  let low = 0;
  let high = periods.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const period = periods[middle]!;
    if (day < period.start) high = middle - 1;
    else if (day > period.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
