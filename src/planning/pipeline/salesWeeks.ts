import { backSolveFunnel, winsBeyond, type FunnelStage } from '../activities/funnel';
import type { Issue } from '../issue';
import type { CascadeLine, SalesPlan, SalesWeek } from '../result';
import { convertSpans } from '../targets/convert';
import { listWeeks } from '../targets/levels';
import { sum } from '../targets/round';
import { addDays } from '../time/civil';
import { fiscalPeriods, fiscalYearOf, type Span } from '../time/fiscal';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import type { Deal } from './deals';
import { LEAST_WIN_RATE } from './rates';
import type { StageModel, StageModels } from './stages';

export interface WeeksRequest {
  readonly models: StageModels;
  readonly deals: readonly Deal[];
  /** The revenue lines that make the sales target. */
  readonly revenue: readonly CascadeLine[];
  readonly averageDeal?: number;
  readonly context: PlanContext;
  /** Weeks are planned to the end of the horizon, or to this day when it is later. */
  readonly yearEnd: Day;
}

export interface SalesWeeks {
  readonly weeks: readonly SalesWeek[];
  readonly alreadyLate: SalesPlan['alreadyLate'];
  readonly issues: readonly Issue[];
}

/**
 * Week by week from Plan start: the target, what the open pipeline is expected to bring, the wins needed beyond it, and the entries into each open
 * stage: of new business for those wins (also for the wins of the weeks after the last, whose deals must begin before it), and of open deals moving on.
 */
export function planSalesWeeks(request: WeeksRequest): SalesWeeks {
  const { models, deals, revenue, context, averageDeal } = request;
  const { settings, buckets } = context;
  const open = models.stages.filter((stage) => stage.outcome === 'Open' && stage.winRate >= LEAST_WIN_RATE);
  const funnel = open.map(toFunnelStage);
  const horizonEnd = buckets[buckets.length - 1]?.end ?? settings.planStart;
  const end = Math.max(horizonEnd, request.yearEnd) as Day;
  const longest = Math.max(0, ...funnel.map((stage) => stage.lagWeeks));
  const spans = listWeeks({ start: settings.planStart, end: addDays(end, 7 * longest) }, settings.weekStart);
  const targets = addTargets(revenue, spans, context);
  const weighted = addDeals(deals, 'Open', spans);
  const won = addDeals(deals, 'Won', spans);
  const covered = weighted.map((money, week) => money + (won[week] ?? 0));
  const course = { ahead: aheadOfYear(request), newYear: spans.map((span) => beginsYear(span, context)) };
  const wins = averageDeal === undefined ? spans.map(() => 0) : winsBeyond(targets, covered, averageDeal, course);
  const { entries, lateWins } = backSolveFunnel(wins, funnel);
  const moving = moveOpenDeals(deals, open, spans);
  const weeks = spans
    .filter((span) => span.start <= end)
    .map((span, week): SalesWeek => {
      const openEntries = Object.fromEntries(open.map((stage) => [stage.stage, moving.get(stage.key)?.[week] ?? 0]));
      return {
        week: span.label,
        start: span.start,
        target: targets[week] ?? 0,
        weighted: weighted[week] ?? 0,
        winsNeeded: wins[week] ?? 0,
        entries: Object.fromEntries(
          open.map((stage) => [stage.stage, (entries.get(stage.key)?.[week] ?? 0) + (openEntries[stage.stage] ?? 0)]),
        ),
        openEntries,
      };
    });
  const late = sum(lateWins);
  const issues: Issue[] =
    averageDeal === undefined && sum(targets) > 0 ? [{ code: 'no-average-deal', severity: 'warning', params: {} }] : [];
  return { weeks, alreadyLate: { wins: late, amount: late * (averageDeal ?? 0) }, issues };
}

function toFunnelStage(stage: StageModel): FunnelStage {
  return { key: stage.key, winRate: stage.winRate, lagWeeks: Math.round(stage.daysToClose / 7) };
}

function addTargets(revenue: readonly CascadeLine[], spans: readonly Span[], context: PlanContext): number[] {
  const totals = spans.map(() => 0);
  for (const line of revenue) {
    convertSpans(line.weeks, spans, context.calendarOf(line.team)).forEach((value, week) => {
      totals[week] = (totals[week] ?? 0) + value;
    });
  }
  return totals;
}

/** By how much what is won, or expected before Plan start, exceeds the target of the fiscal year so far. */
function aheadOfYear({ deals, revenue, context }: WeeksRequest): number {
  const { settings } = context;
  const year = fiscalPeriods(fiscalYearOf(settings.planStart, settings), settings);
  const past = [{ start: year.start, end: addDays(settings.planStart, -1) }];
  const won = sum([...addDeals(deals, 'Won', past), ...addDeals(deals, 'Open', past)]);
  return Math.max(0, won - sum(addTargets(revenue, past, context)));
}

function beginsYear(span: Span, context: PlanContext): boolean {
  const { settings } = context;
  return (
    span.start > settings.planStart &&
    fiscalYearOf(span.end, settings) !== fiscalYearOf(addDays(span.start, -1), settings)
  );
}

/** Money won, or expected of open deals, in each week. */
function addDeals(deals: readonly Deal[], outcome: 'Open' | 'Won', spans: readonly Span[]): number[] {
  const totals = spans.map(() => 0);
  for (const deal of deals) {
    if (deal.stage.outcome !== outcome) continue;
    const week = deal.close === undefined ? undefined : weekAt(spans, deal.close);
    if (week !== undefined) totals[week] = (totals[week] ?? 0) + deal.amount * deal.probability;
  }
  return totals;
}

/**
 * The entries that open deals make into the stages still before them: each as long before its close as that stage takes, in the first week when
 * that is past, with the chance that it gets there (its own to win ÷ that stage's).
 */
function moveOpenDeals(
  deals: readonly Deal[],
  open: readonly StageModel[],
  spans: readonly Span[],
): ReadonlyMap<string, readonly number[]> {
  const moving = new Map(open.map((stage) => [stage.key, spans.map(() => 0)]));
  const first = spans[0];
  for (const deal of deals) {
    if (deal.stage.outcome !== 'Open' || deal.close === undefined || !first) continue;
    for (const stage of open.filter((later) => later.order > deal.stage.order)) {
      const entry = Math.max(first.start, deal.close - stage.daysToClose) as Day;
      const week = weekAt(spans, entry);
      const own = moving.get(stage.key);
      if (week === undefined || !own) continue;
      own[week] = (own[week] ?? 0) + Math.min(1, deal.probability / stage.winRate);
    }
  }
  return moving;
}

/** The week a day lies in; weeks are seven days long but for the first and the last. */
function weekAt(spans: readonly Span[], day: Day): number | undefined {
  const first = spans[0];
  if (!first || day < first.start) return undefined;
  const index = day <= first.end ? 0 : Math.floor((day - first.end - 1) / 7) + 1;
  const found = spans[index];
  return found && day <= found.end ? index : undefined;
}
