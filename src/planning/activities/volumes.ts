import type { ActivityRecord } from '../input';
import { issueAt, type Issue } from '../issue';
import { nameKey } from '../names';
import { LEAST_WIN_RATE } from '../pipeline/rates';
import type { CascadeLine, CascadePeriod, SalesPlan } from '../result';
import type { BalancePlan } from '../resultBalance';
import type { ValuedSpan } from '../targets/convert';
import { addDays, civilOf, dayOf, startOfWeek } from '../time/civil';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import type { SalesTeam } from './playbook';

/** What drives the volumes of activities. */
export interface Drivers {
  readonly cascade: readonly CascadeLine[];
  readonly sales: SalesPlan;
  readonly balance?: BalancePlan;
  /** Keys of the families that there are, whether or not they could be balanced. */
  readonly families: ReadonlySet<string>;
  readonly salesTeams: readonly SalesTeam[];
  readonly context: PlanContext;
}

/** How much of an activity is wanted when, before rounding; or why that cannot be told. */
export interface Volume {
  readonly spans: readonly ValuedSpan[];
  readonly issues: readonly Issue[];
}

/** Whether an activity is done once, on its place in the network, rather than again and again by a driver. */
export function isOneOff(record: ActivityRecord): boolean {
  if (record.kind === 'Milestone') return true;
  if (record.kind !== 'Task' || record.driver.kind !== 'Fixed') return false;
  return (
    record.rate === undefined || record.duration !== undefined || record.due !== undefined || record.after !== undefined
  );
}

/**
 * The quantities of an activity that recurs: its rate times its driver (entries into a stage, production of a family, the weekly target of its
 * objective), or its rate once a day, week, month or quarter.
 *
 * @returns Spans in order of time that do not overlap; a rate left blank counts 1. An unknown stage or family, or an objective without target, gives no
 *   spans and an issue.
 * @see mathematics C: A(w) = m · E(w)
 */
export function volumeOf(record: ActivityRecord, drivers: Drivers): Volume {
  const rate = record.rate ?? 1;
  switch (record.driver.kind) {
    case 'Fixed':
      return { spans: fixedSpans(record, rate, drivers.context), issues: [] };
    case 'Target':
      return targetSpans(record, rate, drivers);
    case 'Entries':
      return entrySpans(record, record.driver.stage, rate, drivers);
    case 'Production':
      return productionSpans(record, record.driver.family, rate, drivers);
  }
}

function horizonEnd(context: PlanContext): Day {
  return context.buckets[context.buckets.length - 1]?.end ?? context.settings.planStart;
}

/** Whole days, weeks, months or quarters over the horizon, each worth the rate; those in which the team does not work are left out. */
function fixedSpans(record: ActivityRecord, rate: number, context: PlanContext): ValuedSpan[] {
  const { planStart, weekStart } = context.settings;
  const end = horizonEnd(context);
  const spans: ValuedSpan[] = [];
  const calendar = context.calendarOf(record.team);
  for (let start = startOfPeriod(planStart, record.per, weekStart); start <= end;) {
    const next = nextPeriod(start, record.per);
    const last = addDays(next, -1);
    if (calendar.workingDays(start, last) > 0) spans.push({ start, end: last, value: rate });
    start = next;
  }
  return spans;
}

function startOfPeriod(day: Day, per: ActivityRecord['per'], weekStart: PlanContext['settings']['weekStart']): Day {
  const { year, month } = civilOf(day);
  if (per === 'Day') return day;
  if (per === 'Week') return startOfWeek(day, weekStart);
  return dayOf(year, per === 'Month' ? month : month - ((month - 1) % 3), 1);
}

function nextPeriod(start: Day, per: ActivityRecord['per']): Day {
  const { year, month } = civilOf(start);
  if (per === 'Day') return addDays(start, 1);
  return per === 'Week' ? addDays(start, 7) : dayOf(year, month + (per === 'Month' ? 1 : 3), 1);
}

function targetSpans(record: ActivityRecord, rate: number, drivers: Drivers): Volume {
  const lines = linesOf(record, drivers.cascade);
  if (lines.length === 0) return fails(record, 'activity-without-target', { objective: record.objective ?? '' });
  const totals = new Map<Day, ValuedSpan>();
  for (const line of lines) {
    amountsBy(line).forEach(({ start, end, value }) => {
      totals.set(start, { start, end, value: (totals.get(start)?.value ?? 0) + rate * Math.max(0, value) });
    });
  }
  return { spans: [...totals.values()].sort((left, right) => left.start - right.start), issues: [] };
}

/** The targets an activity works for: its objective's, those of its own team if there are; without an objective, its team's first. */
function linesOf(record: ActivityRecord, cascade: readonly CascadeLine[]): CascadeLine[] {
  const team = nameKey(record.team);
  const objective = record.objective === undefined ? undefined : nameKey(record.objective);
  const known = objective ?? keyOfFirst(cascade.filter((line) => nameKey(line.team) === team));
  const lines = cascade.filter((line) => nameKey(line.objective) === known);
  const own = lines.filter((line) => nameKey(line.team) === team);
  const basis = own.length > 0 ? own : lines;
  const metric = basis[0]?.metric;
  return basis.filter((line) => line.metric === metric);
}

function keyOfFirst(lines: readonly CascadeLine[]): string | undefined {
  const first = lines[0];
  return first && nameKey(first.objective);
}

/** What each week adds: the value of a sum or an average, the climb of a level. */
function amountsBy(line: CascadeLine): CascadePeriod[] {
  if (line.aggregation !== 'End') return [...line.weeks];
  let before = line.baseline ?? line.target;
  return line.weeks.map((week) => {
    const value = week.value - before;
    before = week.value;
    return { ...week, value };
  });
}

function entrySpans(record: ActivityRecord, stage: string, rate: number, drivers: Drivers): Volume {
  const known = drivers.sales.stages.find(
    (own) => own.outcome === 'Open' && own.winRate >= LEAST_WIN_RATE && nameKey(own.stage) === nameKey(stage),
  );
  if (!known) return fails(record, 'activity-stage-unknown', { stage });
  const share = drivers.salesTeams.find((own) => nameKey(own.team) === nameKey(record.team))?.share ?? 1;
  const { weekStart } = drivers.context.settings;
  const spans = drivers.sales.weeks.map((week) => ({
    start: week.start,
    end: addDays(startOfWeek(week.start, weekStart), 6),
    value: rate * share * (week.entries[known.stage] ?? 0),
  }));
  return { spans, issues: [] };
}

function productionSpans(record: ActivityRecord, family: string, rate: number, drivers: Drivers): Volume {
  if (!drivers.families.has(nameKey(family))) return fails(record, 'activity-family-unknown', { family });
  const items = drivers.balance?.items.filter((item) => nameKey(item.family) === nameKey(family)) ?? [];
  const made = drivers.context.buckets.map((bucket) => ({
    start: bucket.start,
    end: bucket.end,
    value: items.reduce((total, item) => (item.bucket === bucket.index ? total + rate * item.made : total), 0),
  }));
  return { spans: made, issues: [] };
}

function fails(record: ActivityRecord, code: string, params: Issue['params']): Volume {
  const issue = issueAt(record.origin, 'driver', code, 'warning', { activity: record.activity, ...params });
  return { spans: [], issues: [issue] };
}
