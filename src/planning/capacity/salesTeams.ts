import type { CapacityRecord, PersonRecord, PlanInput } from '../input';
import { issueAt, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { CascadeLine, SalesCapacityMonth, SalesMonth } from '../result';
import { sum } from '../targets/round';
import { civilOf } from '../time/civil';
import { fiscalPeriods, fiscalYearOf } from '../time/fiscal';
import type { PlanContext, WorkingCalendar } from '../time/types';
import type { Day } from '../units';
import { capacityOfCohorts, hiresNeeded, linearRamp, steppedRamp, type Cohort, type Ramp } from './sales';
import { layOutSpans } from './spans';

export interface SalesTeamCapacity {
  readonly capacity: readonly SalesCapacityMonth[];
  readonly issues: readonly Issue[];
}

/**
 * What the sales teams can sell, month by month from Plan start, against their revenue targets: from the Capacity rows that have a Quota, or the People of
 * such a team that have one of their own. The quota of a year follows the shape of the team's target.
 *
 * @param months The sales months; those that end before Plan start are left out.
 * @returns Months by team (code units) and date; an issue for each team that cannot meet its targets, with the hires that would.
 * @see mathematics E
 */
export function planSalesCapacity(
  input: PlanInput,
  context: PlanContext,
  cascade: readonly CascadeLine[],
  months: readonly SalesMonth[],
): SalesTeamCapacity {
  const first = monthIndexOf(context.settings.planStart, months);
  const ahead = months.slice(first);
  const issues: Issue[] = [];
  const capacity = quotaTeams(input).flatMap((rows) => {
    const record = rows.find((row) => row.quota !== undefined) ?? rows[0];
    if (!record) return [];
    const team = planTeam(rows, record, input, context, cascade, ahead);
    issues.push(...judge(record, team));
    return team;
  });
  return { capacity, issues };
}

function monthIndexOf(day: Day, months: readonly SalesMonth[]): number {
  const after = months.findIndex((month) => month.start > day);
  return Math.max(0, (after < 0 ? months.length : after) - 1);
}

/** The Capacity rows of each team that sells by quota, teams by name. */
function quotaTeams(input: PlanInput): CapacityRecord[][] {
  const groups = new Map<string, CapacityRecord[]>();
  for (const record of input.capacity) {
    const key = nameKey(record.resource);
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const selling = [...groups.entries()].filter(
    ([key, rows]) =>
      rows.some((row) => row.quota !== undefined && row.quota > 0) ||
      input.people.some((person) => person.quota !== undefined && nameKey(person.team) === key),
  );
  return selling
    .map(([, rows]) => rows)
    .sort((left, right) => compareText(left[0]?.resource ?? '', right[0]?.resource ?? ''));
}

function planTeam(
  rows: readonly CapacityRecord[],
  record: CapacityRecord,
  input: PlanInput,
  context: PlanContext,
  cascade: readonly CascadeLine[],
  months: readonly SalesMonth[],
): SalesCapacityMonth[] {
  const people = input.people.filter((person) => nameKey(person.team) === nameKey(record.resource));
  const lines = linesOf(record.resource, cascade);
  const calendar = context.calendarOf(record.resource);
  const courses = months.map((month) => courseOf(lines, month, calendar, context.settings));
  const targets = courses.map((own) => own.target);
  const shares = courses.map((own) => own.share);
  const cohorts = people.some((person) => person.quota !== undefined)
    ? people.flatMap((person) => cohortOf(person, record, months, input))
    : cohortsOfRows(rows, months, input);
  const course = capacityOfCohorts(cohorts, shares, record.attrition);
  const quota = record.quota ?? sum(people.map((person) => person.quota ?? 0)) / Math.max(1, people.length);
  const ramp = rampOf(record.ramp, input);
  const hires = hiresNeeded({
    targets,
    capacity: course.capacity,
    shares,
    quota,
    ramp,
    attrition: record.attrition,
    mostHires: record.maxHires,
  });
  const hired = hires.flatMap((heads, month): Cohort[] => (heads > 0 ? [{ heads, age: -month, quota, ramp }] : []));
  const withHires = capacityOfCohorts([...cohorts, ...hired], shares, record.attrition);
  return months.map((month, index) => ({
    team: record.resource,
    label: month.label,
    start: month.start,
    heads: course.heads[index] ?? 0,
    productiveHeads: course.productiveHeads[index] ?? 0,
    capacity: course.capacity[index] ?? 0,
    target: targets[index] ?? 0,
    hires: hires[index] ?? 0,
    capacityWithHires: withHires.capacity[index] ?? 0,
  }));
}

/** The team's revenue lines, objectives that another one of the team serves further down left out. */
function linesOf(team: string, cascade: readonly CascadeLine[]): CascadeLine[] {
  const own = cascade.filter(
    (line) => line.metric === 'Revenue' && line.aggregation === 'Sum' && nameKey(line.team) === nameKey(team),
  );
  const objectives = new Set(own.map((line) => `${nameKey(line.objective)}|${line.year}`));
  return own.filter((line) => line.parent === undefined || !objectives.has(`${nameKey(line.parent)}|${line.year}`));
}

/** Of each month, its target and its share of the year's quota: as the year's target has it; without one, by working days. */
function courseOf(
  lines: readonly CascadeLine[],
  month: SalesMonth,
  calendar: WorkingCalendar,
  settings: PlanContext['settings'],
): { readonly target: number; readonly share: number } {
  const year = fiscalPeriods(fiscalYearOf(month.start, settings), settings);
  const own = lines.filter((line) => line.year === year.year);
  const target = sum(own.map((line) => line.months.find((period) => period.start === month.start)?.value ?? 0));
  const whole = sum(own.map((line) => line.target));
  if (whole > 0) return { target, share: target / whole };
  const period = year.periods.find((candidate) => candidate.start === month.start) ?? year;
  const days = calendar.workingDays(year.start, year.end);
  return { target, share: days > 0 ? calendar.workingDays(period.start, period.end) / days : 1 / 12 };
}

function rampOf(ramp: CapacityRecord['ramp'], input: PlanInput): Ramp {
  if (typeof ramp !== 'string') return linearRamp(ramp ?? 0);
  const steps = input.profiles
    .filter((row) => nameKey(row.profile) === nameKey(ramp))
    .sort((left, right) => left.period - right.period)
    .map((row) => row.weight);
  return steps.length > 0 ? steppedRamp(steps) : linearRamp(0);
}

function monthsBetween(from: Day, to: Day): number {
  const [first, last] = [civilOf(from), civilOf(to)];
  return (last.year - first.year) * 12 + last.month - first.month;
}

function cohortOf(
  person: PersonRecord,
  record: CapacityRecord,
  months: readonly SalesMonth[],
  input: PlanInput,
): Cohort[] {
  const first = months[0];
  const quota = person.quota ?? record.quota;
  if (!first || quota === undefined || person.fte <= 0) return [];
  const lastMonth = person.end === undefined ? undefined : monthsBetween(first.start, person.end);
  if (lastMonth !== undefined && lastMonth < 0) return [];
  // Without a start they have been there for ever, fully productive.
  const age = person.start === undefined ? Number.MAX_SAFE_INTEGER / 2 : monthsBetween(person.start, first.start);
  return [{ heads: person.fte, age, quota, ramp: rampOf(person.ramp ?? record.ramp, input), lastMonth }];
}

/** The heads at the beginning are fully productive; a later row with more heads brings beginners, one with fewer takes the longest-serving. */
function cohortsOfRows(rows: readonly CapacityRecord[], months: readonly SalesMonth[], input: PlanInput): Cohort[] {
  const { spans } = layOutSpans(rows, input.settings.planStart);
  const first = months[0];
  const cohorts: { heads: number; age: number; quota: number; ramp: Ramp; lastMonth?: number }[] = [];
  let before = 0;
  for (const { record, from } of spans) {
    const month = first ? Math.max(0, monthsBetween(first.start, from)) : 0;
    const heads = record.heads ?? before;
    const age = month === 0 ? Number.MAX_SAFE_INTEGER / 2 : -month;
    const ramp = rampOf(record.ramp, input);
    if (heads > before) cohorts.push({ heads: heads - before, age, quota: record.quota ?? 0, ramp });
    let leaving = before - heads;
    for (const cohort of [...cohorts]) {
      if (leaving <= 0) break;
      if (cohort.lastMonth !== undefined) continue;
      const gone = Math.min(cohort.heads, leaving);
      cohorts.push({ ...cohort, heads: gone, lastMonth: month - 1 });
      cohort.heads -= gone;
      leaving -= gone;
    }
    before = heads;
  }
  return cohorts.filter((cohort) => cohort.heads > 0);
}

function judge(record: CapacityRecord, months: readonly SalesCapacityMonth[]): Issue[] {
  const target = sum(months.map((month) => month.target));
  const capacity = sum(months.map((month) => month.capacity));
  const hires = sum(months.map((month) => month.hires));
  const first = months.find((month) => month.hires > 0);
  if (hires === 0 && capacity >= target * (1 - 1e-6)) return [];
  const params = {
    team: record.resource,
    capacity,
    target,
    hires,
    from: first?.label ?? '',
    left: sum(months.map((month) => Math.max(0, month.target - month.capacityWithHires))),
  };
  return [
    issueAt(
      record.origin,
      'quota',
      hires > 0 ? 'sales-capacity-short' : 'sales-capacity-out-of-reach',
      'warning',
      params,
    ),
  ];
}
