import type { CascadeLine, CascadePeriod, TieOut } from '../result';
import { sum } from './round';

type Level = 'months' | 'quarters' | 'weeks';

/**
 * Checks that months, quarters and weeks come back to the yearly targets, one tie-out a level, team, metric and year.
 *
 * @returns Tie-outs named 'cascade-months', 'cascade-quarters' and 'cascade-weeks'; the difference is what the parts lack (positive) or exceed.
 */
export function tieOutLevels(cascade: readonly CascadeLine[]): TieOut[] {
  const groups = new Map<string, CascadeLine[]>();
  for (const line of cascade) {
    const key = [line.team, line.metric, line.year].join('\u0000');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].flatMap((lines) =>
    (['quarters', 'months', 'weeks'] as const).flatMap((level) => {
      const first = lines[0];
      if (!first) return [];
      const difference = tidy(sum(lines.map((line) => line.target - totalOf(line, level))));
      return [
        { name: `cascade-${level}`, params: { team: first.team, metric: first.metric, year: first.year }, difference },
      ];
    }),
  );
}

/** What a level says about its year: the sum of its periods, the last of them, or their mean. */
function totalOf(line: CascadeLine, level: Level): number {
  const periods: readonly CascadePeriod[] = line[level];
  if (line.aggregation === 'Sum') return sum(periods.map((period) => period.value));
  if (line.aggregation === 'End') return periods[periods.length - 1]?.value ?? 0;
  // The weeks of an Average are means of unequal stretches: its months and quarters are what must agree.
  return level === 'weeks' ? line.target : sum(periods.map((period) => period.value)) / periods.length;
}

/** Drops the noise of binary fractions, far below the least rounding step. */
export function tidy(difference: number): number {
  const rounded = Math.round(difference * 1e6) / 1e6;
  return rounded === 0 ? 0 : rounded;
}
