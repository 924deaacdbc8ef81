import type { PlanInput, TargetRecord } from '../input';
import { issueAt, type Issue } from '../issue';
import { nameKey } from '../names';
import type { CascadeLine, TieOut } from '../result';
import { formatIsoDay } from '../time/civil';
import { fiscalPeriods, fiscalYearOf, type FiscalYear } from '../time/fiscal';
import type { PlanContext } from '../time/types';
import { buildLevels } from './levels';
import { makePhasing, type PhasingOf } from './phasing';
import { stepOf } from './round';
import { checkHierarchy } from './hierarchy';
import { tieOutLevels } from './tieOuts';

export interface Cascade {
  /** One line a Targets row, in the rows' order. */
  readonly cascade: readonly CascadeLine[];
  readonly issues: readonly Issue[];
  readonly tieOuts: readonly TieOut[];
}

/**
 * Breaks every target down to the quarters, months and weeks of its fiscal year, and checks that objectives add up to those they serve.
 *
 * @returns Lines in the order of the rows; issues for what was assumed; tie-outs that read zero where sums agree.
 * @see mathematics A
 */
export function cascadeTargets(input: PlanInput, context: PlanContext): Cascade {
  const phasingOf = makePhasing(input, context);
  const years = new Map<number, FiscalYear>();
  const yearOf = (year: number): FiscalYear => {
    const known = years.get(year) ?? fiscalPeriods(year, context.settings);
    years.set(year, known);
    return known;
  };
  const targetsByKey = new Map(input.targets.map((target) => [keyOf(target, target.year), target.target]));
  const issues: Issue[] = [...checkYears(input, context)];
  const cascade = input.targets.map((target) => {
    const baseline = target.baseline ?? targetsByKey.get(keyOf(target, target.year - 1));
    const line = cascadeLine(target, baseline, yearOf(target.year), context, phasingOf);
    issues.push(...line.issues);
    return line.line;
  });
  const hierarchy = checkHierarchy(input.targets);
  return {
    cascade,
    issues: dropRepeats([...issues, ...hierarchy.issues]),
    tieOuts: [...tieOutLevels(cascade), ...hierarchy.tieOuts],
  };
}

function cascadeLine(
  target: TargetRecord,
  baseline: number | undefined,
  fiscal: FiscalYear,
  context: PlanContext,
  phasingOf: PhasingOf,
): { readonly line: CascadeLine; readonly issues: readonly Issue[] } {
  const calendar = context.calendarOf(target.team);
  const phasing = phasingOf(target, fiscal, calendar);
  const step = stepOf(target.target);
  const issues = [...phasing.issues];
  if (target.aggregation === 'End' && baseline === undefined) {
    issues.push(
      issueAt(target.origin, 'baseline', 'baseline-missing', 'warning', {
        objective: target.objective,
        year: target.year,
      }),
    );
  }
  const levels = buildLevels({
    target: target.target,
    baseline: baseline ?? target.target,
    aggregation: target.aggregation,
    step,
    weights: phasing.weights,
    shaped: phasing.shaped,
    fiscal,
    calendar,
    weekStart: context.settings.weekStart,
  });
  const line: CascadeLine = {
    objective: target.objective,
    team: target.team,
    owner: target.owner,
    family: target.family,
    metric: target.metric,
    unit: target.unit ?? (target.metric === 'Revenue' ? context.settings.currency : ''),
    year: target.year,
    target: target.target,
    baseline,
    aggregation: target.aggregation,
    phasing: phasing.name,
    parent: target.parent,
    step,
    ...levels,
  };
  return { line, issues };
}

/** The plan's own fiscal year should have targets; and a year that is not the calendar's is named by a convention the reader must know. */
function checkYears(input: PlanInput, context: PlanContext): Issue[] {
  const { settings } = context;
  const year = fiscalYearOf(settings.planStart, settings);
  const issues: Issue[] = [];
  const first = input.targets[0];
  if (first && !input.targets.some((target) => target.year === year)) {
    issues.push({ code: 'no-target-in-plan-year', severity: 'warning', sheet: first.origin.sheet, params: { year } });
  }
  const given = settings.given['fiscalYearStart'];
  if (settings.fiscalYearStart !== 1 && given) {
    const { start, end } = fiscalPeriods(year, settings);
    issues.push(
      issueAt(given, 'value', 'fiscal-year-named', 'info', {
        year,
        start: formatIsoDay(start),
        end: formatIsoDay(end),
      }),
    );
  }
  return issues;
}

function keyOf(target: TargetRecord, year: number): string {
  return [target.objective, target.team, target.metric, target.family ?? '']
    .map(nameKey)
    .concat(String(year))
    .join('\u0000');
}

/** One issue a cell and code: a profile with a gap is not reported once a row that uses it. */
function dropRepeats(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter((issue) => {
    const key = `${issue.code}|${issue.sheet ?? ''}|${issue.cell ? `${issue.cell.sheet}|${issue.cell.row}|${issue.cell.column}` : ''}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
