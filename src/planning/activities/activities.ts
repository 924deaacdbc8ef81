import type { ResourceCapacity } from '../capacity/resources';
import type { ActivityRecord, PlanInput } from '../input';
import type { Issue } from '../issue';
import { compareText, nameKey } from '../names';
import { limitRepeats } from '../repeats';
import type {
  CascadeLine,
  FamilyDemand,
  PlannedActivity,
  PlannedMilestone,
  SalesPlan,
  TeamWeek,
  TieOut,
} from '../result';
import type { BalancePlan } from '../resultBalance';
import { sum } from '../targets/round';
import { tidy } from '../targets/tieOuts';
import type { PlanContext } from '../time/types';
import { datePlaybook, type DatedPlaybook } from './dating';
import { planMilestones } from './milestones';
import { accountableOf, makeDealer, makeRota, type Dealer, type Rota } from './people';
import { readPlaybook, salesTeams } from './playbook';
import { spreadOneOff, spreadRecurring } from './rows';
import { isOneOff, volumeOf, type Drivers } from './volumes';
import { markOverload, planWorkload } from './workload';

/** What drives activities besides the sheets. */
export interface ActivityDrivers {
  readonly cascade: readonly CascadeLine[];
  readonly sales: SalesPlan;
  readonly resources: readonly ResourceCapacity[];
  /** Families with a demand; those of the sheets are known without. */
  readonly demand: readonly FamilyDemand[];
  readonly balance?: BalancePlan;
}

export interface ActivityPlan {
  /** By date, team, activity and owner. */
  readonly activities: readonly PlannedActivity[];
  readonly workload: readonly TeamWeek[];
  readonly milestones: readonly PlannedMilestone[];
  readonly issues: readonly Issue[];
  readonly tieOuts: readonly TieOut[];
}

/**
 * What every team does, day by day in the daily weeks and week by week after them: the playbook's volumes from their drivers, its tasks on their
 * dates, shared out among the people; the load this puts on each team; and the milestones.
 *
 * @see mathematics C and M
 */
export function planActivities(input: PlanInput, context: PlanContext, drivers: ActivityDrivers): ActivityPlan {
  const { cascade, sales, balance, resources } = drivers;
  const teams = salesTeams(input, cascade);
  const { playbook, issues } = readPlaybook(input, sales, cascade);
  const rota = makeRota(input, teams);
  const dated = datePlaybook(playbook, context);
  const found: Issue[] = [...issues, ...rota.issues, ...dated.issues];
  const families = familyKeys(input, drivers.demand);
  const sources: Drivers = { cascade, sales, balance, families, salesTeams: teams, context };
  const assign = makeAssigner(rota, cascade);
  const rows = playbook.flatMap((record) => {
    const planned = rowsOf(record, dated, sources, assign, rota);
    found.push(...planned.issues);
    return planned.rows;
  });
  const load = planWorkload({ input, context, activities: rows, resources, balance, rota });
  return {
    activities: markOverload(rows, load.workload).sort(compareRows),
    workload: load.workload,
    milestones: planMilestones(playbook, dated, cascade, context),
    issues: limitRepeats([...found, ...load.issues]),
    tieOuts: tieOutHours(rows, load.workload, balance),
  };
}

/** Every family that sheets or demand speak of. */
function familyKeys(input: PlanInput, demand: readonly FamilyDemand[]): ReadonlySet<string> {
  const names = [
    ...input.families.map((own) => own.family),
    ...demand.map((own) => own.family),
    ...input.materials.flatMap((own) => [own.parent, own.component]),
  ];
  return new Set(names.map(nameKey));
}

function rowsOf(
  record: ActivityRecord,
  dated: DatedPlaybook,
  drivers: Drivers,
  assign: (record: ActivityRecord, task: { readonly start: PlannedActivity['date'] }) => string | undefined,
  rota: Rota,
): { readonly rows: PlannedActivity[]; readonly issues: readonly Issue[] } {
  const { context, cascade } = drivers;
  const task = dated.dates.get(record);
  if (isOneOff(record)) {
    if (record.kind === 'Milestone' || !task) return { rows: [], issues: [] };
    return { rows: spreadOneOff(record, task, assign(record, task), context), issues: [] };
  }
  const { spans, issues } = volumeOf(record, drivers);
  const start = task ? (Math.max(task.start, record.start ?? task.start) as typeof task.start) : record.start;
  const assignment = {
    workers: record.owner === undefined ? rota.workersOf(record.team) : [],
    owner: record.owner ?? accountableOf(record, cascade),
  };
  return { rows: spreadRecurring({ ...record, start }, spans, assignment, context), issues };
}

/** Gives each task done once to one person: its owner, else the team's people in turn, else the one accountable for its objective. */
function makeAssigner(
  rota: Rota,
  cascade: readonly CascadeLine[],
): (record: ActivityRecord, task: { readonly start: PlannedActivity['date'] }) => string | undefined {
  const dealers = new Map<string, Dealer>();
  return (record, task) => {
    if (record.owner !== undefined) return record.owner;
    const key = nameKey(record.team);
    const dealer = dealers.get(key) ?? makeDealer(rota.workersOf(record.team));
    dealers.set(key, dealer);
    return dealer.deal(task.start, 1)[0]?.name ?? accountableOf(record, cascade);
  };
}

function compareRows(left: PlannedActivity, right: PlannedActivity): number {
  return (
    left.date - right.date ||
    compareText(left.team, right.team) ||
    compareText(left.activity, right.activity) ||
    compareText(left.owner ?? '', right.owner ?? '')
  );
}

/** The hours of the daily plan are the load of the teams, less what the balance makes on them. */
function tieOutHours(
  rows: readonly PlannedActivity[],
  workload: readonly TeamWeek[],
  balance: BalancePlan | undefined,
): TieOut[] {
  const teams = new Set(workload.map((week) => nameKey(week.team)));
  const made = sum(
    (balance?.resources ?? []).filter((row) => teams.has(nameKey(row.resource))).map((row) => row.used + row.overtime),
  );
  const load = sum(workload.map((week) => week.loadHours));
  return [{ name: 'activity-hours', params: {}, difference: tidy(load - made - sum(rows.map((row) => row.hours))) }];
}
