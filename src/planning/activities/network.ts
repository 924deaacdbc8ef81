import type { WorkingCalendar } from '../time/types';
import type { Day } from '../units';
import { addDays } from '../time/civil';
import { findLoops } from './loops';
import type { LinkType } from './after';

/** An activity of the network. */
export interface NetworkTask {
  /** Working days, 0 for a milestone, whole. */
  readonly duration: number;
  readonly calendar: WorkingCalendar;
  /** Not to begin before this day. */
  readonly earliest: Day;
  /** To be finished by the end of this day. */
  readonly due?: Day;
  /** A milestone that is held on its due day when what it waits for is done sooner. */
  readonly heldUntilDue?: boolean;
  readonly after: readonly NetworkLink[];
}

export interface NetworkLink {
  /** Index of the predecessor. */
  readonly task: number;
  readonly type: LinkType;
  /** Working days of the successor's calendar. */
  readonly lagDays: number;
}

/** When an activity can and must happen; all days are worked days, both ends inside. */
export interface ScheduledTask {
  readonly start: Day;
  readonly finish: Day;
  readonly latestStart: Day;
  readonly latestFinish: Day;
  /** Working days it can slip without harm to any due day or to the end of its chain; negative when it is late. */
  readonly slackDays: number;
  /** Late, or linked with others and without any slack. */
  readonly critical: boolean;
}

export interface Schedule {
  readonly tasks: readonly ScheduledTask[];
  /** Activities that wait on themselves through others, each loop in order; links inside a loop are disregarded. */
  readonly loops: readonly (readonly number[])[];
}

/**
 * The critical path method on working calendars: earliest and latest dates of every activity, its slack, and whether it is critical.
 *
 * Moments are counted in mornings: an activity begins in the morning of its start and ends in the morning after its finish, so that what follows on a
 * Friday's work begins on the Monday. Each chain of linked activities ends with its own last one.
 *
 * @returns One entry a task, in their order.
 * @example two tasks of 2 and 3 days, the second after the first, from Monday //=> Monday–Tuesday, Wednesday–Friday, both critical
 * @see Kelley and Walker 1959; mathematics M
 */
export function scheduleNetwork(tasks: readonly NetworkTask[]): Schedule {
  const loops = findLoops(tasks.map((task) => task.after.map((link) => link.task)));
  const loopOf = new Map(loops.flatMap((loop, index) => loop.map((task) => [task, index] as const)));
  const links = tasks.map((task, index) =>
    task.after.filter(
      (link) =>
        tasks[link.task] !== undefined &&
        link.task !== index &&
        (loopOf.get(index) === undefined || loopOf.get(index) !== loopOf.get(link.task)),
    ),
  );
  const order = orderByPredecessors(links);
  const early = passForward(tasks, links, order);
  const chains = chainOf(links);
  const late = passBackward(tasks, links, order, early, chains);
  const slacks = tasks.map((task, index) => slackOf(task.calendar, early[index]?.ready ?? 0, late[index]?.start ?? 0));
  const sizes = new Map<number, number>();
  for (const chain of chains) sizes.set(chain, (sizes.get(chain) ?? 0) + 1);
  return {
    loops,
    tasks: tasks.map((task, index) => {
      const chain = chains[index] ?? index;
      const slackDays = slacks[index] ?? 0;
      const linked = (sizes.get(chain) ?? 1) > 1;
      return {
        ...daysOf(task, early[index], 'start', 'finish'),
        ...daysOf(task, late[index], 'latestStart', 'latestFinish'),
        slackDays,
        critical: slackDays < 0 || (linked && slackDays === 0),
      };
    }),
  };
}

/** Mornings at which an activity begins and is over. */
interface Moments {
  readonly start: number;
  readonly finish: number;
  /** When it could begin were it not held until its due day: what slack is counted from. */
  readonly ready?: number;
}

function advance(moment: number, workingDays: number, calendar: WorkingCalendar): number {
  if (workingDays > 0) return calendar.addWorkingDays((moment - 1) as Day, workingDays) + 1;
  return workingDays < 0 ? calendar.addWorkingDays(moment as Day, workingDays) : moment;
}

/** The first morning, not before `moment`, at which work of some length can begin; a milestone needs none. */
function firstStart(moment: number, task: NetworkTask): number {
  return task.duration > 0 ? task.calendar.addWorkingDays(moment as Day, 0) : moment;
}

function passForward(
  tasks: readonly NetworkTask[],
  links: readonly (readonly NetworkLink[])[],
  order: readonly number[],
): Moments[] {
  const moments: Moments[] = [];
  for (const index of order) {
    const task = tasks[index];
    if (!task) continue;
    let start: number = task.earliest;
    for (const link of links[index] ?? []) {
      const before = moments[link.task];
      if (!before) continue;
      const from = link.type === 'FS' || link.type === 'FF' ? before.finish : before.start;
      const bound = advance(from, link.lagDays, task.calendar);
      // FF and SF bound the finish: the start follows from it.
      start = Math.max(
        start,
        link.type === 'FS' || link.type === 'SS' ? bound : advance(bound, -task.duration, task.calendar),
      );
    }
    const ready = firstStart(start, task);
    start = task.heldUntilDue && task.due !== undefined ? firstStart(Math.max(ready, task.due + 1), task) : ready;
    moments[index] = { start, finish: advance(start, task.duration, task.calendar), ready };
  }
  return moments;
}

function passBackward(
  tasks: readonly NetworkTask[],
  links: readonly (readonly NetworkLink[])[],
  order: readonly number[],
  early: readonly Moments[],
  chains: readonly number[],
): Moments[] {
  const ends = new Map<number, number>();
  early.forEach((moment, index) => {
    const chain = chains[index] ?? index;
    ends.set(chain, Math.max(ends.get(chain) ?? 0, moment.finish));
  });
  const latest = tasks.map((task, index) =>
    task.due === undefined ? (ends.get(chains[index] ?? index) ?? 0) : task.due + 1,
  );
  const moments: Moments[] = [];
  for (const index of [...order].reverse()) {
    const task = tasks[index];
    if (!task) continue;
    const finish = latest[index] ?? 0;
    const start = advance(finish, -task.duration, task.calendar);
    moments[index] = { start, finish };
    for (const link of links[index] ?? []) {
      const before = tasks[link.task];
      if (!before) continue;
      const to = link.type === 'FS' || link.type === 'SS' ? start : finish;
      const bound = advance(to, -link.lagDays, task.calendar);
      const bySuccessor =
        link.type === 'FS' || link.type === 'FF' ? bound : advance(bound, before.duration, before.calendar);
      latest[link.task] = Math.min(latest[link.task] ?? Infinity, bySuccessor);
    }
  }
  return moments;
}

function slackOf(calendar: WorkingCalendar, early: number, late: number): number {
  const between = (from: number, to: number): number => {
    let days = 0;
    for (let day = from; day < to; day += 1) days += calendar.isWorkingDay(day as Day) ? 1 : 0;
    return days;
  };
  return late >= early ? between(early, late) : -between(late, early);
}

/** First and last day worked; a milestone stands on the last day before its moment, or on its first where nothing precedes it. */
function daysOf<S extends string, F extends string>(
  task: NetworkTask,
  moments: Moments | undefined,
  startName: S,
  finishName: F,
): { readonly [K in S | F]: Day } {
  const { start, finish } = moments ?? { start: task.earliest, finish: task.earliest };
  const first = task.duration > 0 ? (start as Day) : start > task.earliest ? addDays(start as Day, -1) : (start as Day);
  const last = task.duration > 0 ? addDays(finish as Day, -1) : first;
  return { [startName]: first, [finishName]: last } as { readonly [K in S | F]: Day };
}

/** Every task after all it waits for (Kahn); loops have been cut before. */
function orderByPredecessors(links: readonly (readonly NetworkLink[])[]): number[] {
  const waiting = links.map((own) => own.length);
  const followers: number[][] = links.map(() => []);
  links.forEach((own, index) => own.forEach((link) => followers[link.task]?.push(index)));
  const order = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let at = 0; at < order.length; at += 1) {
    for (const next of followers[order[at] ?? -1] ?? []) {
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) order.push(next);
    }
  }
  return order;
}

/** The least index among the tasks each one is linked with, directly or not. */
function chainOf(links: readonly (readonly NetworkLink[])[]): number[] {
  const chain = links.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (chain[at] !== at) at = chain[at] ?? at;
    return at;
  };
  links.forEach((own, index) =>
    own.forEach((link) => {
      const [left, right] = [rootOf(index), rootOf(link.task)];
      chain[Math.max(left, right)] = Math.min(left, right);
    }),
  );
  return links.map((_, index) => rootOf(index));
}
