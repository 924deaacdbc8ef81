import type { ActivityDriver, ActivityRecord, PlanInput } from '../input';
import { cellOf, type Issue, type Origin } from '../issue';
import { compareText, nameKey } from '../names';
import { LEAST_WIN_RATE } from '../pipeline/rates';
import { topLines } from '../targets/hierarchy';
import type { CascadeLine, SalesPlan } from '../result';

/** Hours that the default playbook allows for bringing one deal into a stage. */
const DEFAULT_ENTRY_HOURS = 2;
/** Units of targets that are working time. */
const HOUR_UNITS = new Set(['h', 'hr', 'hrs', 'hour', 'hours', 'ore', 'ora']);

/**
 * The activities to plan: those of the Activities table, else a default playbook: for each sales team, the deals to bring into each open stage, named
 * after the stage, two hours each; for each other team, what its targets that add up ask for each week, named after the objective.
 *
 * @returns Records in the rows' order; an issue that says what the default is.
 */
export function readPlaybook(
  input: PlanInput,
  sales: SalesPlan,
  cascade: readonly CascadeLine[],
): { readonly playbook: readonly ActivityRecord[]; readonly issues: readonly Issue[] } {
  const first = input.pipeline[0];
  if (input.activities.length > 0 || !first) return { playbook: input.activities, issues: [] };
  const stages = sales.stages.filter((stage) => stage.outcome === 'Open' && stage.winRate >= LEAST_WIN_RATE);
  const teams = salesTeams(input, cascade);
  const entries = teams.flatMap((team) =>
    stages.map((stage) =>
      defaultActivity(first.origin, stage.stage, team, { kind: 'Entries', stage: stage.stage }, DEFAULT_ENTRY_HOURS),
    ),
  );
  const playbook = [...entries, ...targetActivities(input, teams)];
  if (playbook.length === 0) return { playbook, issues: [] };
  const params = { teams: teams.map((own) => own.team).join(', '), hours: DEFAULT_ENTRY_HOURS };
  return {
    playbook,
    issues: [{ code: 'playbook-default', severity: 'info', sheet: cellOf(first.origin, 'stage').sheet, params }],
  };
}

function defaultActivity(
  origin: Origin,
  activity: string,
  { team, objective }: Pick<SalesTeam, 'team' | 'objective'>,
  driver: ActivityDriver,
  hours: number,
): ActivityRecord {
  return { origin, activity, team, objective, kind: 'Recurring', driver, rate: 1, per: 'Week', hours };
}

/** The objectives of the teams that do not sell, as far as they add up over the year and are not money; hours count as hours. */
function targetActivities(input: PlanInput, teams: readonly SalesTeam[]): ActivityRecord[] {
  const selling = new Set(teams.map((own) => nameKey(own.team)));
  const seen = new Set<string>();
  return input.targets.flatMap((target) => {
    const key = `${nameKey(target.team)}|${nameKey(target.objective)}`;
    const money = target.metric === 'Revenue' || nameKey(target.unit ?? '') === nameKey(input.settings.currency);
    if (target.aggregation !== 'Sum' || money || selling.has(nameKey(target.team)) || seen.has(key)) return [];
    seen.add(key);
    const hours = HOUR_UNITS.has(nameKey(target.unit ?? '')) ? 1 : 0;
    return [defaultActivity(target.origin, target.objective, target, { kind: 'Target' }, hours)];
  });
}

/** A team that sells, and the objective it sells for. */
export interface SalesTeam {
  readonly team: string;
  readonly objective?: string;
  /** Its share of the revenue targets of all sales teams, 0..1; these sum to 1. */
  readonly share: number;
}

/**
 * The teams that answer for revenue, in order of name: those of the Revenue objectives that no other one serves further down. Failing
 * revenue targets, the teams named in the pipeline share alike.
 */
export function salesTeams(input: PlanInput, cascade: readonly CascadeLine[]): SalesTeam[] {
  const lines = cascade.filter((line) => line.metric === 'Revenue' && line.aggregation === 'Sum');
  const served = new Set(lines.flatMap((line) => (line.parent === undefined ? [] : [nameKey(line.parent)])));
  const leaves = lines.filter((line) => !served.has(nameKey(line.objective)));
  const basis = leaves.length > 0 ? leaves : topLines(cascade, 'Revenue');
  const teams = new Map<string, { team: string; objective?: string; target: number }>();
  for (const line of basis) {
    const own = teams.get(nameKey(line.team));
    if (own) own.target += Math.max(0, line.target);
    else
      teams.set(nameKey(line.team), { team: line.team, objective: line.objective, target: Math.max(0, line.target) });
  }
  if (teams.size === 0) {
    for (const { team } of input.pipeline) if (team !== undefined) teams.set(nameKey(team), { team, target: 1 });
  }
  const found = [...teams.values()].sort((left, right) => compareText(left.team, right.team));
  const total = found.reduce((sum, own) => sum + own.target, 0);
  return found.map(({ team, objective, target }) => ({
    team,
    objective,
    share: total > 0 ? target / total : 1 / found.length,
  }));
}
