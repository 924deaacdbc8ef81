import { regularCapacityBetween, type ResourceCapacity } from '../capacity/resources';
import type { PlanInput } from '../input';
import { cellOf, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { PlannedActivity, TeamWeek } from '../result';
import type { BalancePlan } from '../resultBalance';
import { convertSpans } from '../targets/convert';
import { listWeeks } from '../targets/levels';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import type { Rota } from './people';

export interface Workload {
  readonly workload: readonly TeamWeek[];
  readonly issues: readonly Issue[];
}

export interface WorkloadRequest {
  readonly input: PlanInput;
  readonly context: PlanContext;
  readonly activities: readonly PlannedActivity[];
  readonly resources: readonly ResourceCapacity[];
  readonly balance?: BalancePlan;
  readonly rota: Rota;
}

/** Load beyond this share of capacity is said; the rest is noise of rounding. */
const OVERLOAD = 1.001;

/**
 * The hours each team is loaded with and has, week by week over the horizon: the hours of its activities, and of what the balance makes on it,
 * against its Capacity rows; without these, against the hours of its people.
 *
 * @returns Weeks by team (code units) and date; one issue a team that is overloaded, or that has work but neither capacity nor people.
 * @see mathematics C: H(w) against reps × days × hours; capacity gap = (H − cap) ÷ capacity per head
 */
export function planWorkload(request: WorkloadRequest): Workload {
  const { input, context, activities, resources, rota } = request;
  const { planStart, weekStart } = context.settings;
  const end = context.buckets[context.buckets.length - 1]?.end ?? planStart;
  const weeks = listWeeks({ start: planStart, end }, weekStart);
  const hours = new Map<string, number>();
  for (const row of activities) {
    const key = `${nameKey(row.team)}|${row.week}`;
    hours.set(key, (hours.get(key) ?? 0) + row.hours);
  }
  const issues: Issue[] = [];
  const workload = teamsOf(activities, resources).flatMap((team) => {
    const made = hoursMadeOn(team, weeks, request);
    const rows = weeks.map((week, index): TeamWeek => {
      const capacity =
        regularCapacityBetween(team, week.start, week.end, input, context) ??
        hoursOfPeople(team, week.start, week.end, rota, context);
      return {
        team,
        week: week.label,
        start: week.start,
        workingDays: context.calendarOf(team).workingDays(week.start, week.end),
        loadHours: (hours.get(`${nameKey(team)}|${week.label}`) ?? 0) + (made[index] ?? 0),
        capacityHours: capacity ?? 0,
      };
    });
    issues.push(...judge(team, rows, request));
    return rows;
  });
  return { workload, issues };
}

/** Marks the rows of weeks in which their team has more to do than it can. */
export function markOverload(activities: readonly PlannedActivity[], workload: readonly TeamWeek[]): PlannedActivity[] {
  const over = new Set(workload.filter(isOver).map((week) => `${nameKey(week.team)}|${week.week}`));
  return activities.map((row) =>
    row.status === 'Planned' && row.hours > 0 && over.has(`${nameKey(row.team)}|${row.week}`)
      ? { ...row, status: 'Over capacity' }
      : row,
  );
}

function isOver(week: TeamWeek): boolean {
  return week.capacityHours > 0 && week.loadHours > week.capacityHours * OVERLOAD;
}

/** Teams with activities and teams with capacity in hours, by name. */
function teamsOf(activities: readonly PlannedActivity[], resources: readonly ResourceCapacity[]): string[] {
  const teams = new Map<string, string>();
  for (const row of activities) if (!teams.has(nameKey(row.team))) teams.set(nameKey(row.team), row.team);
  for (const resource of resources) {
    if (resource.kind === 'Team' && nameKey(resource.unit) === 'h') teams.set(nameKey(resource.name), resource.name);
  }
  return [...teams.values()].sort(compareText);
}

function hoursMadeOn(
  team: string,
  weeks: readonly { readonly start: Day; readonly end: Day }[],
  request: WorkloadRequest,
): number[] {
  const used = request.balance?.resources.filter((row) => nameKey(row.resource) === nameKey(team)) ?? [];
  const spans = request.context.buckets.map((bucket) => ({
    start: bucket.start,
    end: bucket.end,
    value: used.reduce((total, row) => (row.bucket === bucket.index ? total + row.used + row.overtime : total), 0),
  }));
  return convertSpans(spans, weeks, request.context.calendarOf(team));
}

function hoursOfPeople(team: string, from: Day, to: Day, rota: Rota, context: PlanContext): number | undefined {
  const people = rota.workersOf(team).filter((worker) => worker.hoursPerWeek !== undefined);
  if (people.length === 0) return undefined;
  const calendar = context.calendarOf(team);
  const plainWeek = Math.max(1, context.settings.workingDays.length);
  return people.reduce((total, worker) => {
    const first = Math.max(from, worker.start ?? from) as Day;
    const last = Math.min(to, worker.end ?? to) as Day;
    return total + ((worker.hoursPerWeek ?? 0) * calendar.workingDays(first, last)) / plainWeek;
  }, 0);
}

function judge(team: string, rows: readonly TeamWeek[], request: WorkloadRequest): Issue[] {
  const first = request.input.capacity.find((record) => nameKey(record.resource) === nameKey(team));
  const loaded = rows.filter((row) => row.loadHours > 0);
  const capacity = rows.reduce((total, row) => total + row.capacityHours, 0);
  if (loaded.length > 0 && capacity <= 0) {
    return [
      {
        code: 'team-without-capacity',
        severity: 'info',
        sheet: request.input.capacity[0]?.origin.sheet,
        params: { team },
      },
    ];
  }
  const over = rows.filter(isOver);
  const worst = over.reduce<TeamWeek | undefined>(
    (peak, row) => (peak && excess(peak) >= excess(row) ? peak : row),
    undefined,
  );
  if (!worst) return [];
  const place = first ? { cell: cellOf(first.origin, first.heads === undefined ? 'regular' : 'heads') } : {};
  const fullTime = (worst.workingDays || 1) * request.context.settings.hoursPerDay;
  const params = {
    team,
    count: over.length,
    week: worst.week,
    load: worst.loadHours,
    capacity: worst.capacityHours,
    heads: excess(worst) / fullTime,
  };
  return [{ code: 'team-overloaded', severity: 'warning', ...place, params }];
}

function excess(row: TeamWeek): number {
  return row.loadHours - row.capacityHours;
}
