import { addDays, addMonths, startOfMonth, weekdayOf } from '../time/civil';
import type { Day } from '../units';

/** Values on a regular time line, oldest first; NaN where a period had none. */
export interface AlignedSeries {
  readonly values: readonly number[];
  readonly step: Step;
  readonly start: Day;
}

/** How far apart the periods are, and the season lengths usual with them. */
export interface Step {
  /** 'workdays': days, but Saturdays and Sundays are no periods. */
  readonly kind: 'days' | 'workdays' | 'months';
  readonly count: number;
  readonly seasons: readonly number[];
}

const STEPS: readonly { readonly most: number; readonly step: Step }[] = [
  { most: 1, step: { kind: 'days', count: 1, seasons: [7, 364] } },
  { most: 7, step: { kind: 'days', count: 7, seasons: [52] } },
  { most: 31, step: { kind: 'months', count: 1, seasons: [12] } },
  { most: 92, step: { kind: 'months', count: 3, seasons: [4] } },
  { most: 366, step: { kind: 'months', count: 12, seasons: [] } },
];

const WORKDAYS: Step = { kind: 'workdays', count: 1, seasons: [5] };

const isWeekend = (day: Day): boolean => weekdayOf(day) >= 6;

function stepOf(days: readonly Day[]): Step {
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  gaps.sort((a, b) => a - b);
  // Not the middle one: where periods are missing most gaps may be too long.
  const gap = gaps[gaps.length >> 2] ?? 31;
  if (gap <= 1 && days.length >= 6 && !days.some(isWeekend)) return WORKDAYS;
  return (STEPS.find(({ most }) => gap <= most) ?? STEPS[STEPS.length - 1]!).step;
}

/** Mondays to Fridays before a day, counted from some fixed Monday. */
function workdaysBefore(day: Day): number {
  const weeks = Math.floor((day - 2) / 7);
  return 5 * weeks + Math.min(5, weekdayOf(day) - 1);
}

/** Which period of the line a day falls in. */
function indexOf(day: Day, start: Day, step: Step): number {
  if (step.kind === 'days') return Math.floor((day - start) / step.count);
  if (step.kind === 'workdays') return workdaysBefore(day) - workdaysBefore(start);
  let index = 0;
  // Months are counted by walking; lines are short.
  while (addMonths(start, (index + 1) * step.count) <= day) index++;
  return index;
}

/**
 * Puts values with dates on a regular time line of days, weeks, months, quarters or years, whichever the lower quartile of the gaps between
 * dates says.
 * Values of one period are summed; periods without a value are NaN. Pairs without a date or a value are left out. Weeks begin on the
 * weekday of the first date.
 *
 * @example alignByDates([45658, 45717] as Day[], [5, 7]) //=> values [5, NaN, 7] by month  (1 January and 1 March 2025, with more months around)
 */
export function alignByDates(dates: readonly number[], values: readonly number[]): AlignedSeries | undefined {
  const pairs = dates
    .map((date, i) => ({ date: Math.floor(date) as Day, value: values[i] ?? NaN }))
    .filter(({ date, value }) => Number.isFinite(date) && date > 60 && Number.isFinite(value))
    .sort((a, b) => a.date - b.date);
  const days = [...new Set(pairs.map(({ date }) => date))];
  const first = days[0];
  if (first === undefined) return undefined;
  const step = stepOf(days);
  const start = step.kind === 'months' ? startOfMonth(first) : first;
  const sums: number[] = [];
  for (const { date, value } of pairs) {
    const index = indexOf(date, start, step);
    while (sums.length <= index) sums.push(NaN);
    sums[index] = Number.isNaN(sums[index]!) ? value : sums[index]! + value;
  }
  return { values: sums, step, start };
}

/** The first day of period `index` of the line, past its end too. */
export function startOfStep(line: Pick<AlignedSeries, 'start' | 'step'>, index: number): Day {
  const { start, step } = line;
  if (step.kind === 'months') return addMonths(start, index * step.count);
  if (step.kind === 'days') return addDays(start, index * step.count);
  const place = weekdayOf(start) - 1 + index;
  return addDays(start, 7 * Math.floor(place / 5) + (place % 5) - (weekdayOf(start) - 1));
}
