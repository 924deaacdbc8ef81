import type { PlanInput, TargetRecord } from '../input';
import { issueAt, type Issue } from '../issue';
import { nameKey } from '../names';
import type { FiscalYear } from '../time/fiscal';
import type { PlanContext, WorkingCalendar } from '../time/types';
import { phaseWeights } from './phase';
import { sum } from './round';
import { amountsOf, seasonalIndices } from './season';

/** How a target is spread over the twelve periods of its year. */
export interface Phasing {
  /** 'Even', 'Working days', 'Seasonal' or a profile's name, as used. */
  readonly name: string;
  /** One weight a fiscal period, not all zero. */
  readonly weights: readonly number[];
  /** Whether the user chose a shape by a profile: averages follow it, and nothing else. */
  readonly shaped: boolean;
  readonly issues: readonly Issue[];
}

/** Finds the phasing of a target in a fiscal year. */
export type PhasingOf = (target: TargetRecord, fiscal: FiscalYear, calendar: WorkingCalendar) => Phasing;

/**
 * Makes the function that resolves the Phasing column: Even, Working days, Seasonal (from the Demand history) or a profile. A blank is Seasonal
 * where there is history, else Working days. Seasons are computed once a family.
 *
 * @returns Function that reports an unknown name, a season without history and a profile with gaps, and says by its name what it used instead.
 */
export function makePhasing(input: PlanInput, context: PlanContext): PhasingOf {
  const seasons = new Map<string, readonly number[] | undefined>();
  const seasonOf = (target: TargetRecord): readonly number[] | undefined => {
    const inMoney = target.metric === 'Revenue';
    const key = `${inMoney ? 'money' : 'units'}:${target.family === undefined ? '' : nameKey(target.family)}`;
    if (!seasons.has(key)) seasons.set(key, seasonalIndices(amountsOf(input, target.family, inMoney), context));
    return seasons.get(key);
  };
  return (target, fiscal, calendar) => {
    const days = fiscal.periods.map((period) => calendar.workingDays(period.start, period.end));
    const even = fiscal.periods.map((period) => period.end - period.start + 1);
    const plain = (issues: readonly Issue[] = []): Phasing => ({
      name: 'Working days',
      weights: sum(days) > 0 ? days : even,
      shaped: false,
      issues,
    });
    const asked = target.phasing === undefined ? undefined : nameKey(target.phasing);
    if (asked === 'even') return { name: 'Even', weights: days.map(() => 1), shaped: false, issues: [] };
    if (asked === 'workingdays') return plain();
    if (asked === undefined || asked === 'seasonal') {
      const season = seasonOf(target);
      const weights = season && phaseWeights(days, season);
      if (weights && sum(weights) > 0) return { name: 'Seasonal', weights, shaped: false, issues: [] };
      return plain(asked === undefined ? [] : [phasingIssue(target, 'season-without-history', 'info')]);
    }
    return profileOf(input, target) ?? plain([phasingIssue(target, 'phasing-unknown', 'warning')]);
  };
}

/** A profile's weights are the shares of the periods themselves: working days do not change them. */
function profileOf(input: PlanInput, target: TargetRecord): Phasing | undefined {
  const asked = nameKey(target.phasing ?? '');
  const rows = input.profiles.filter((row) => nameKey(row.profile) === asked);
  const first = rows[0];
  if (!first) return undefined;
  const weights = Array.from({ length: 12 }, () => 0);
  for (const row of rows) {
    if (row.period >= 1 && row.period <= 12)
      weights[row.period - 1] = (weights[row.period - 1] ?? 0) + Math.max(0, row.weight);
  }
  if (!(sum(weights) > 0)) return undefined;
  const given = new Set(rows.map((row) => row.period));
  const absent = weights.map((_, index) => index + 1).filter((period) => !given.has(period));
  const issues =
    absent.length === 0
      ? []
      : [
          issueAt(first.origin, 'period', 'profile-incomplete', 'warning', {
            profile: first.profile,
            periods: absent.join(', '),
            count: absent.length,
          }),
        ];
  return { name: first.profile, weights, shaped: true, issues };
}

function phasingIssue(target: TargetRecord, code: string, severity: 'warning' | 'info'): Issue {
  return issueAt(target.origin, 'phasing', code, severity, {
    objective: target.objective,
    phasing: target.phasing ?? '',
    year: target.year,
  });
}
