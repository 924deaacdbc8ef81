import type { ActivityRecord } from '../input';
import type { PlannedActivity } from '../result';
import { convertSpans, type ValuedSpan } from '../targets/convert';
import { roundCumulatively } from '../targets/round';
import { addDays, startOfWeek } from '../time/civil';
import { weekLabel } from '../time/isoWeek';
import type { PlanContext, WorkingCalendar } from '../time/types';
import type { Day } from '../units';
import { makeDealer, type Worker } from './people';
import type { ScheduledTask } from './network';

/** Who gets an activity that recurs: people who share it out, or one name (or none) for all of it. */
export interface Assignment {
  readonly workers: readonly Worker[];
  readonly owner?: string;
}

/** What a day, or a week beyond the daily weeks, holds of an activity. */
interface Portion {
  readonly date: Day;
  readonly grain: PlannedActivity['grain'];
  readonly quantity: number;
}

/**
 * Rows of an activity that recurs: whole quantities, spread over the working days of each span by cumulative rounding, one row a day and owner in the
 * daily weeks and one a week and owner after them.
 *
 * @param spans Quantities wanted, not rounded.
 * @returns Rows in order of date; their quantities sum to the spans' share inside the horizon, rounded.
 */
export function spreadRecurring(
  record: ActivityRecord,
  spans: readonly ValuedSpan[],
  assignment: Assignment,
  context: PlanContext,
): PlannedActivity[] {
  const days = daysOf(record.start, record.due, context);
  const calendar = context.calendarOf(record.team);
  const exact = convertSpans(
    spans,
    days.map((day) => ({ start: day, end: day })),
    calendar,
  );
  const rounded = roundCumulatively(moveOffClosedDays(days, exact, calendar));
  const portions = gather(days, rounded, context);
  const dealer = makeDealer(assignment.workers);
  return portions.flatMap((portion) => {
    const dealt = assignment.workers.length > 0 ? dealer.deal(portion.date, portion.quantity) : [];
    const shares = dealt.length > 0 ? dealt : [{ name: assignment.owner, count: portion.quantity }];
    return shares.map((share) => rowOf(record, { ...portion, quantity: share.count }, share.name, 'Planned', context));
  });
}

/** What falls on a closed day (the whole week of it was closed) is done on the next day worked, or on the last one there is. */
function moveOffClosedDays(days: readonly Day[], exact: readonly number[], calendar: WorkingCalendar): number[] {
  let carried = 0;
  let last: number | undefined;
  const moved = days.map((day, index) => {
    const due = (exact[index] ?? 0) + carried;
    const open = calendar.isWorkingDay(day);
    carried = open ? 0 : due;
    if (open) last = index;
    return open ? due : 0;
  });
  if (last !== undefined) moved[last] = (moved[last] ?? 0) + carried;
  return moved;
}

/** Rows of an activity done once: its quantity and hours in equal parts over the days it is scheduled on. */
export function spreadOneOff(
  record: ActivityRecord,
  task: ScheduledTask,
  owner: string | undefined,
  context: PlanContext,
): PlannedActivity[] {
  const calendar = context.calendarOf(record.team);
  const worked: Day[] = [];
  for (let day = task.start; day <= task.finish; day = addDays(day, 1))
    if (calendar.isWorkingDay(day)) worked.push(day);
  const inside = new Set(daysOf(undefined, undefined, context));
  const days = worked.filter((day) => inside.has(day));
  const each = (record.rate ?? 1) / Math.max(1, worked.length);
  const status = record.due !== undefined && task.finish > record.due ? 'Late' : 'Planned';
  return gather(
    days,
    days.map(() => each),
    context,
  ).map((portion) => rowOf(record, portion, owner, status, context));
}

function daysOf(from: Day | undefined, to: Day | undefined, context: PlanContext): Day[] {
  const { planStart } = context.settings;
  const horizonEnd = context.buckets[context.buckets.length - 1]?.end ?? planStart;
  const last = Math.min(to ?? horizonEnd, horizonEnd);
  const days: Day[] = [];
  for (let day = Math.max(from ?? planStart, planStart) as Day; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Days as they are in the daily weeks; after them, weeks, dated by their first day inside the horizon. */
function gather(days: readonly Day[], quantities: readonly number[], context: PlanContext): Portion[] {
  const { planStart, weekStart, dailyWeeks } = context.settings;
  const daily = addDays(startOfWeek(planStart, weekStart), 7 * dailyWeeks);
  const totals = new Map<Day, number>();
  days.forEach((day, index) => {
    const date = day < daily ? day : (Math.max(startOfWeek(day, weekStart), planStart) as Day);
    totals.set(date, (totals.get(date) ?? 0) + (quantities[index] ?? 0));
  });
  return [...totals].flatMap(([date, quantity]) =>
    quantity > 0 ? [{ date, grain: date < daily ? ('day' as const) : ('week' as const), quantity }] : [],
  );
}

function rowOf(
  record: ActivityRecord,
  portion: Portion,
  owner: string | undefined,
  status: PlannedActivity['status'],
  context: PlanContext,
): PlannedActivity {
  return {
    date: portion.date,
    grain: portion.grain,
    week: weekLabel(portion.date, context.settings.weekStart),
    team: record.team,
    owner,
    activity: record.activity,
    objective: record.objective,
    quantity: portion.quantity,
    hours: portion.quantity * record.hours,
    status,
  };
}
