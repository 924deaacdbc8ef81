import type { Span } from '../time/fiscal';
import type { WorkingCalendar } from '../time/types';
import type { Day } from '../units';

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
