import type { ActivityRecord } from '../input';
import { issueAt, type Issue } from '../issue';
import { nameKey } from '../names';
import { formatIsoDay } from '../time/civil';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import { parseAfter } from './after';
import { scheduleNetwork, type NetworkLink, type NetworkTask, type ScheduledTask } from './network';
import { isOneOff } from './volumes';

export interface DatedPlaybook {
  /** When each activity done once, or held back by After, is scheduled. */
  readonly dates: ReadonlyMap<ActivityRecord, ScheduledTask>;
  /** The activities that wait on others or that others wait on. */
  readonly linked: ReadonlySet<ActivityRecord>;
  readonly issues: readonly Issue[];
}

/**
 * Puts the activities that are done once on dates: as early as their Start, Plan start and what they wait for allow, each on its team's calendar. A
 * milestone with a due day stands on it.
 *
 * @returns Dates, and issues for names in After that nobody has, for loops (by row) and for due days that cannot be met.
 * @see mathematics M
 */
export function datePlaybook(playbook: readonly ActivityRecord[], context: PlanContext): DatedPlaybook {
  const records = playbook.filter((record) => isOneOff(record) || record.after !== undefined);
  const issues: Issue[] = [];
  const links = records.map((record) => linksOf(record, records, context, issues));
  const tasks = records.map((record, index) => taskOf(record, links[index] ?? [], context));
  const schedule = scheduleNetwork(tasks);
  for (const loop of schedule.loops) issues.push(...loopIssue(loop, records));
  const dates = new Map<ActivityRecord, ScheduledTask>();
  const linked = new Set<ActivityRecord>();
  records.forEach((record, index) => {
    const task = schedule.tasks[index];
    if (task) dates.set(record, task);
    if (task && isOneOff(record)) issues.push(...dueIssue(record, task));
    for (const link of links[index] ?? []) {
      const before = records[link.task];
      if (before) linked.add(before).add(record);
    }
  });
  return { dates, linked, issues };
}

function taskOf(record: ActivityRecord, after: readonly NetworkLink[], context: PlanContext): NetworkTask {
  const { planStart } = context.settings;
  const milestone = record.kind === 'Milestone';
  const held = milestone && record.due !== undefined;
  const earliest = record.start ?? (held ? (Math.min(planStart, record.due ?? planStart) as Day) : planStart);
  return {
    duration: milestone ? 0 : durationOf(record, context),
    calendar: context.calendarOf(record.team),
    earliest,
    due: isOneOff(record) ? record.due : undefined,
    heldUntilDue: held,
    after,
  };
}

/** Working days: the Duration; else those from Start to Due; else as many as the hours fill, one at least. */
function durationOf(record: ActivityRecord, context: PlanContext): number {
  if (!isOneOff(record)) return 1;
  if (record.duration !== undefined) return Math.max(1, Math.ceil(record.duration));
  if (record.start !== undefined && record.due !== undefined) {
    return Math.max(1, Math.ceil(context.calendarOf(record.team).workingDays(record.start, record.due)));
  }
  return Math.max(1, Math.ceil(((record.rate ?? 1) * record.hours) / context.settings.hoursPerDay));
}

function linksOf(
  record: ActivityRecord,
  records: readonly ActivityRecord[],
  context: PlanContext,
  issues: Issue[],
): NetworkLink[] {
  if (record.after === undefined) return [];
  const isName = (name: string): boolean => records.some((own) => nameKey(own.activity) === nameKey(name));
  return parseAfter(record.after, isName, Math.max(1, context.settings.workingDays.length)).flatMap((entry) => {
    const task = findPredecessor(entry.name, record, records);
    if (task >= 0) return [{ task, type: entry.type, lagDays: entry.lagDays }];
    issues.push(
      issueAt(record.origin, 'after', 'after-unknown', 'warning', { activity: record.activity, after: entry.name }),
    );
    return [];
  });
}

/** The activity done once that has the name; of several, one of the same team. */
function findPredecessor(name: string, record: ActivityRecord, records: readonly ActivityRecord[]): number {
  const matches = records.flatMap((own, index) =>
    nameKey(own.activity) === nameKey(name) && isOneOff(own) ? [index] : [],
  );
  const sameTeam = matches.find((index) => nameKey(records[index]?.team ?? '') === nameKey(record.team));
  return sameTeam ?? matches[0] ?? -1;
}

function loopIssue(loop: readonly number[], records: readonly ActivityRecord[]): Issue[] {
  const own = loop.flatMap((index) => records[index] ?? []);
  const first = own[0];
  if (!first) return [];
  const path = [...own, first].map((record) => record.activity).join(' ← ');
  const rows = own.map((record) => record.origin.row + 1).join(', ');
  return [issueAt(first.origin, 'after', 'after-loop', 'warning', { path, rows })];
}

function dueIssue(record: ActivityRecord, task: ScheduledTask): Issue[] {
  if (record.due === undefined || task.finish <= record.due) return [];
  return [
    issueAt(record.origin, 'due', 'due-missed', 'warning', {
      activity: record.activity,
      due: formatIsoDay(record.due),
      finish: formatIsoDay(task.finish),
      days: task.finish - record.due,
    }),
  ];
}
