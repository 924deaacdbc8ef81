import type { Span } from '../time/fiscal';
import type { WorkingCalendar } from '../time/types';
import type { Day } from '../units';
import { roundCumulatively } from './round';

/** A span of days and what falls into it. */
export interface ValuedSpan extends Span {
  readonly value: number;
}

/**
 * How much of the values of some spans falls into others, each value spread evenly over the working days of its span (over all its days where
 * it has none). Serves weeks to months and months to weeks alike; where the targets cover the sources, the total is preserved.
 *
 * @param sources Spans with their values, in order of time, not overlapping.
 * @param targets Spans to fill, in order of time, not overlapping.
 * @returns One value a target, not rounded.
 * @example convertSpans([{ start: 1 Jan, end: 31 Jan, value: 20 }], [week of 5 January], calendar) //=> [4], for January 2026 has 20 working days, that week 4
 * @see mathematics A6
 */
export function convertSpans(
  sources: readonly ValuedSpan[],
  targets: readonly Span[],
  calendar: WorkingCalendar,
): number[] {
  const filled = targets.map(() => 0);
  let first = 0;
  for (const source of sources) {
    const workingDays = calendar.workingDays(source.start, source.end);
    while (first < targets.length && (targets[first]?.end ?? 0) < source.start) first += 1;
    for (let index = first; index < targets.length; index += 1) {
      const target = targets[index];
      if (!target || target.start > source.end) break;
      const from = Math.max(source.start, target.start) as Day;
      const to = Math.min(source.end, target.end) as Day;
      const share =
        workingDays > 0
          ? calendar.workingDays(from, to) / workingDays
          : (to - from + 1) / (source.end - source.start + 1);
      filled[index] = (filled[index] ?? 0) + source.value * share;
    }
  }
  return filled;
}

/**
 * Spreads a quantity over the days of a span by the hours worked each day, in whole steps, so that the running total never strays more than half
 * a step from the exact one.
 *
 * @param step Rounding unit, above 0.
 * @returns The days that get something, in order. A span without working time gives its last day everything.
 * @example spreadOverDays(3, Monday, Friday, calendar) //=> 1 each on Tuesday, Wednesday and Friday
 * @see mathematics A7
 */
export function spreadOverDays(
  quantity: number,
  from: Day,
  to: Day,
  calendar: WorkingCalendar,
  step = 1,
): { readonly day: Day; readonly quantity: number }[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = (day + 1) as Day) days.push(day);
  const hours = days.map((day) => calendar.hours(day));
  const total = hours.reduce((left, right) => left + right, 0);
  const exact = days.map((_, index) =>
    total > 0 ? (quantity * (hours[index] ?? 0)) / total : index === days.length - 1 ? quantity : 0,
  );
  const rounded = roundCumulatively(exact, step);
  return days.flatMap((day, index) => (rounded[index] ? [{ day, quantity: rounded[index] }] : []));
}
