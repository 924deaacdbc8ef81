import type { ActivityRecord } from '../input';
import { compareText, nameKey } from '../names';
import type { CascadeLine, PlannedMilestone } from '../result';
import { sum } from '../targets/round';
import { fiscalPeriods, fiscalYearOf } from '../time/fiscal';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import type { DatedPlaybook } from './dating';
import { accountableOf } from './people';
import { isOneOff } from './volumes';

/**
 * The milestones of the plan by date: those of the playbook, the finishes of its tasks that are linked or due, and a checkpoint for each objective at
 * the end of every quarter from Plan start to the end of the horizon or of the fiscal year, whichever is later.
 *
 * @returns Milestones not before Plan start; a checkpoint has no slack to give and is never critical.
 */
export function planMilestones(
  playbook: readonly ActivityRecord[],
  dated: DatedPlaybook,
  cascade: readonly CascadeLine[],
  context: PlanContext,
): PlannedMilestone[] {
  const own = playbook.flatMap((record): PlannedMilestone[] => {
    const task = dated.dates.get(record);
    const shown = record.kind === 'Milestone' || dated.linked.has(record) || record.due !== undefined;
    if (!task || !shown || !isOneOff(record) || task.finish < context.settings.planStart) return [];
    return [
      {
        name: record.activity,
        date: task.finish,
        team: record.team,
        owner: record.owner ?? accountableOf(record, cascade),
        objective: record.objective,
        slackDays: task.slackDays,
        critical: task.critical,
        kind: record.kind === 'Milestone' ? 'Milestone' : 'Task',
      },
    ];
  });
  return [...own, ...checkpoints(cascade, context)].sort(
    (left, right) => left.date - right.date || compareText(left.team, right.team) || compareText(left.name, right.name),
  );
}

/** One checkpoint an objective, team, metric and quarter; families of the same objective are added up. */
function checkpoints(cascade: readonly CascadeLine[], context: PlanContext): PlannedMilestone[] {
  const { settings, buckets } = context;
  const horizonEnd = buckets[buckets.length - 1]?.end ?? settings.planStart;
  const yearEnd = fiscalPeriods(fiscalYearOf(settings.planStart, settings), settings).end;
  const last = Math.max(horizonEnd, yearEnd);
  const groups = new Map<string, CascadeLine[]>();
  for (const line of cascade) {
    const key = [line.objective, line.team, line.metric].map(nameKey).concat(String(line.year)).join('\u0000');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()].flatMap((lines) =>
    [0, 1, 2, 3].flatMap((quarter): PlannedMilestone[] => {
      const first = lines[0];
      const period = first?.quarters[quarter];
      if (!first || !period || period.end < settings.planStart || period.end > last) return [];
      const total = lines.find((line) => line.family === undefined);
      const basis = total ? [total] : first.aggregation === 'Sum' ? lines : [first];
      return [
        {
          name: `${first.objective} · ${period.label}`,
          date: lastWorkingDay(period.end, first.team, context),
          team: first.team,
          owner: first.owner,
          objective: first.objective,
          slackDays: 0,
          critical: false,
          kind: 'Checkpoint',
          value: sum(basis.map((line) => reachedBy(line, quarter))),
          unit: first.unit,
        },
      ];
    }),
  );
}

function reachedBy(line: CascadeLine, quarter: number): number {
  if (line.aggregation !== 'Sum') return line.quarters[quarter]?.value ?? 0;
  return sum(line.quarters.slice(0, quarter + 1).map((period) => period.value));
}

function lastWorkingDay(day: Day, team: string, context: PlanContext): Day {
  const calendar = context.calendarOf(team);
  return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1);
}
