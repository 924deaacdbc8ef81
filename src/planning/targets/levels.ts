import type { CascadeLine, CascadePeriod } from '../result';
import { addDays, startOfWeek } from '../time/civil';
import type { FiscalYear, Span } from '../time/fiscal';
import { weekLabel } from '../time/isoWeek';
import type { WorkingCalendar } from '../time/types';
import type { Settings } from '../input';
import type { Day } from '../units';
import { convertSpans } from './convert';
import { phaseTotal } from './phase';
import { roundToStep, roundToTotal, sum } from './round';

/** What the levels of one target are made from. */
export interface LevelsRequest {
  readonly target: number;
  /** Where an End target starts from. */
  readonly baseline: number;
  readonly aggregation: CascadeLine['aggregation'];
  readonly step: number;
  /** One weight a fiscal period, not all zero. */
  readonly weights: readonly number[];
  /** An Average follows the weights only when they are a shape the user chose. */
  readonly shaped: boolean;
  readonly fiscal: FiscalYear;
  readonly calendar: WorkingCalendar;
  readonly weekStart: Settings['weekStart'];
}

export type Levels = Pick<CascadeLine, 'months' | 'quarters' | 'weeks'>;

/**
 * Spreads one target over the fiscal periods, quarters and calendar weeks of its year.
 *
 * Sum: the periods of each level add up to the target exactly. End: each period holds the level at its end, on the way from baseline to target,
 * and the last one is the target. Average: each period holds the target (or the profile's shape around it, whose mean is the target).
 *
 * @returns Values in the target's unit, in whole steps except the quarter and week means of an Average.
 */
export function buildLevels(request: LevelsRequest): Levels {
  const weeks = listWeeks(request.fiscal, request.weekStart);
  if (request.aggregation === 'End') return buildEnd(request, weeks);
  if (request.aggregation === 'Average') return buildAverage(request, weeks);
  return buildSum(request, weeks);
}

/** The calendar weeks of a fiscal year, the first and the last clipped to it. */
export function listWeeks(year: Span, weekStart: Settings['weekStart']): (Span & { readonly label: string })[] {
  const weeks: (Span & { readonly label: string })[] = [];
  for (let monday = startOfWeek(year.start, weekStart); monday <= year.end; monday = addDays(monday, 7)) {
    weeks.push({
      label: weekLabel(monday, weekStart),
      start: Math.max(monday, year.start) as Day,
      end: Math.min(addDays(monday, 6), year.end) as Day,
    });
  }
  return weeks;
}

function buildSum(request: LevelsRequest, weekSpans: readonly (Span & { readonly label: string })[]): Levels {
  const { fiscal, calendar, step } = request;
  const phased = phaseTotal(request.target, request.weights, { step });
  const months = phased.ok ? phased.values : fiscal.periods.map(() => 0);
  const weeks = roundToTotal(convertSpans(valued(fiscal.periods, months), weekSpans, calendar), step);
  return {
    months: describe(fiscal.periods, months, calendar),
    quarters: describe(
      fiscal.quarters,
      fiscal.quarters.map((_, index) => roundToStep(sum(months.slice(3 * index, 3 * index + 3)), step)),
      calendar,
    ),
    weeks: describe(weekSpans, weeks, calendar),
  };
}

function buildEnd(request: LevelsRequest, weekSpans: readonly (Span & { readonly label: string })[]): Levels {
  const { fiscal, calendar, target, baseline, step } = request;
  const total = sum(request.weights);
  const shares = request.weights.map((weight) => weight / total);
  const levelsAt = (parts: readonly number[]): number[] => {
    let reached = 0;
    return parts.map((part, index) => {
      reached += part;
      return index === parts.length - 1 ? target : roundToStep(baseline + (target - baseline) * reached, step);
    });
  };
  const months = levelsAt(shares);
  return {
    months: describe(fiscal.periods, months, calendar),
    quarters: describe(
      fiscal.quarters,
      fiscal.quarters.map((_, index) => months[3 * index + 2] ?? target),
      calendar,
    ),
    weeks: describe(weekSpans, levelsAt(convertSpans(valued(fiscal.periods, shares), weekSpans, calendar)), calendar),
  };
}

function buildAverage(request: LevelsRequest, weekSpans: readonly (Span & { readonly label: string })[]): Levels {
  const { fiscal, calendar, target, step } = request;
  const shaped = request.shaped ? phaseTotal(target * 12, request.weights, { step }) : undefined;
  const months = shaped?.ok ? shaped.values : fiscal.periods.map(() => target);
  return {
    months: describe(fiscal.periods, months, calendar),
    quarters: describe(
      fiscal.quarters,
      fiscal.quarters.map((_, index) => dropNoise(sum(months.slice(3 * index, 3 * index + 3)) / 3)),
      calendar,
    ),
    weeks: describe(
      weekSpans,
      weekSpans.map((week) => averageOver(week, valued(fiscal.periods, months))),
      calendar,
    ),
  };
}

/** The mean of the periods a week touches, by the days it has in each. */
function averageOver(week: Span, periods: readonly (Span & { readonly value: number })[]): number {
  let weighted = 0;
  for (const period of periods) {
    const days = Math.min(period.end, week.end) - Math.max(period.start, week.start) + 1;
    if (days > 0) weighted += (period.value * days) / (week.end - week.start + 1);
  }
  return dropNoise(weighted);
}

/** Means of equal values should be that value: 0.95, not 0.9499999999999998. */
function dropNoise(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

function valued<S extends Span>(spans: readonly S[], values: readonly number[]): (S & { readonly value: number })[] {
  return spans.map((span, index) => ({ ...span, value: values[index] ?? 0 }));
}

function describe(
  spans: readonly (Span & { readonly label: string })[],
  values: readonly number[],
  calendar: WorkingCalendar,
): CascadePeriod[] {
  return spans.map(({ label, start, end }, index) => ({
    label,
    start,
    end,
    workingDays: calendar.workingDays(start, end),
    value: values[index] ?? 0,
  }));
}
