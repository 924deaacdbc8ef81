import type { ActivityRecord, PlanInput } from '../input';
import { cellOf, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { CascadeLine } from '../result';
import type { Day } from '../units';
import type { SalesTeam } from './playbook';

/** Somebody who can be given work, from and to a day. */
export interface Worker {
  readonly name: string;
  readonly start?: Day;
  readonly end?: Day;
  /** Capacity: hours a week, or any measure that is the same for the whole team. */
  readonly weight: number;
  /** Undefined where only the name is known. */
  readonly hoursPerWeek?: number;
}

/** Who does the work of each team. */
export interface Rota {
  /** Workers of a team by name; empty when none is known. */
  workersOf(team: string): readonly Worker[];
  readonly issues: readonly Issue[];
}

/**
 * Who works in each team: the People table; for a sales team without people there, the owners of its opportunities, who share alike.
 *
 * @returns Workers with their capacity, and an issue for the teams whose people were taken from the pipeline.
 */
export function makeRota(input: PlanInput, salesTeams: readonly SalesTeam[]): Rota {
  const teams = new Map<string, Worker[]>();
  for (const person of input.people) {
    const hoursPerWeek =
      person.hoursPerWeek ?? person.fte * input.settings.workingDays.length * input.settings.hoursPerDay;
    const { name, start, end } = person;
    if (hoursPerWeek > 0) add(teams, person.team, { name, start, end, weight: hoursPerWeek, hoursPerWeek });
  }
  const fromPipeline = salesTeams.filter(
    (own) => !teams.has(nameKey(own.team)) && addOwners(teams, own, salesTeams, input),
  );
  for (const workers of teams.values()) workers.sort((left, right) => compareText(left.name, right.name));
  const first = input.pipeline[0];
  const issues: Issue[] =
    fromPipeline.length > 0 && first
      ? [
          {
            code: 'owners-from-pipeline',
            severity: 'info',
            cell: cellOf(first.origin, 'owner'),
            params: { teams: fromPipeline.map((own) => own.team).join(', ') },
          },
        ]
      : [];
  return { workersOf: (team) => teams.get(nameKey(team)) ?? [], issues };
}

function addOwners(
  teams: Map<string, Worker[]>,
  own: SalesTeam,
  salesTeams: readonly SalesTeam[],
  input: PlanInput,
): boolean {
  const named = input.pipeline.some((deal) => deal.team !== undefined && nameKey(deal.team) === nameKey(own.team));
  if (!named && salesTeams.length > 1) return false;
  const names = new Map<string, string>();
  for (const deal of input.pipeline) {
    if (deal.owner === undefined || (named && (deal.team === undefined || nameKey(deal.team) !== nameKey(own.team))))
      continue;
    if (!names.has(nameKey(deal.owner))) names.set(nameKey(deal.owner), deal.owner);
  }
  for (const name of names.values()) add(teams, own.team, { name, weight: 1 });
  return names.size > 0;
}

function add(teams: Map<string, Worker[]>, team: string, worker: Worker): void {
  const workers = teams.get(nameKey(team));
  if (workers) workers.push(worker);
  else teams.set(nameKey(team), [worker]);
}

/** Hands out units of work to the workers of a team, each time to the one who is furthest behind their share. */
export interface Dealer {
  /**
   * @param count Whole units, 0 or more.
   * @returns Units by worker's name, in order of name; empty when nobody is there on the day.
   */
  deal(day: Day, count: number): readonly { readonly name: string; readonly count: number }[];
}

/**
 * A dealer for one activity: over time every worker gets their share of it by capacity, within one unit.
 *
 * @example two workers of equal capacity, deal(day, 3) then deal(day, 3) //=> 2 and 1, then 1 and 2
 */
export function makeDealer(workers: readonly Worker[]): Dealer {
  const behind = new Map(workers.map((worker) => [worker.name, 0]));
  return {
    deal(day, count) {
      const present = workers.filter(
        (worker) =>
          (worker.start === undefined || worker.start <= day) && (worker.end === undefined || worker.end >= day),
      );
      const total = present.reduce((sum, worker) => sum + worker.weight, 0);
      const given = new Map<string, number>();
      for (const worker of present) {
        behind.set(worker.name, (behind.get(worker.name) ?? 0) + (count * worker.weight) / total);
        given.set(worker.name, Math.max(0, Math.floor((behind.get(worker.name) ?? 0) + 1e-9)));
      }
      let left = count - [...given.values()].reduce((sum, own) => sum + own, 0);
      const lag = (name: string): number => (behind.get(name) ?? 0) - (given.get(name) ?? 0);
      for (; left > 0 && present.length > 0; left -= 1) {
        const next = present.reduce((best, worker) => (lag(worker.name) > lag(best.name) + 1e-9 ? worker : best));
        given.set(next.name, (given.get(next.name) ?? 0) + 1);
      }
      // Whole shares of those behind may exceed what there is to give: take back from the least behind.
      for (; left < 0; left += 1) {
        const holding = present.filter((worker) => (given.get(worker.name) ?? 0) > 0);
        const next = holding.reduce((best, worker) => (lag(worker.name) < lag(best.name) - 1e-9 ? worker : best));
        given.set(next.name, (given.get(next.name) ?? 0) - 1);
      }
      for (const [name, own] of given) behind.set(name, (behind.get(name) ?? 0) - own);
      return [...given].flatMap(([name, own]) => (own > 0 ? [{ name, count: own }] : []));
    },
  };
}

/** Who an activity is for when nobody is named and no people are known: the owner of its objective, that of the team's own target first. */
export function accountableOf(record: ActivityRecord, cascade: readonly CascadeLine[]): string | undefined {
  if (record.objective === undefined) return undefined;
  const lines = cascade.filter(
    (line) => nameKey(line.objective) === nameKey(record.objective ?? '') && line.owner !== undefined,
  );
  return (lines.find((line) => nameKey(line.team) === nameKey(record.team)) ?? lines[0])?.owner;
}
