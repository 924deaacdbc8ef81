import { planSalesCapacity } from '../capacity/salesTeams';
import type { PlanInput, Settings } from '../input';
import type { Issue } from '../issue';
import type { CascadeLine, SalesMonth, SalesPlan, SalesStage, TieOut } from '../result';
import { topLines } from '../targets/hierarchy';
import { sum } from '../targets/round';
import { tidy } from '../targets/tieOuts';
import { civilOf, padTwo } from '../time/civil';
import { fiscalPeriods, fiscalYearOf, type Span } from '../time/fiscal';
import type { PlanContext } from '../time/types';
import type { Day } from '../units';
import { expectedBookings } from './bookings';
import { weighDeals, type Deal } from './deals';
import { chanceOfReaching, distributeBets, quantile } from './distribution';
import { chanceToWin, estimateHazards } from './hazards';
import { LEAST_WIN_RATE } from './rates';
import { planSalesWeeks } from './salesWeeks';
import { chooseSalesYear, type SalesYear } from './salesYear';
import { modelStages, type StageModels } from './stages';

export interface Sales {
  readonly sales: SalesPlan;
  /** Expected units of the open pipeline by family, one value a bucket. */
  readonly pipelineUnits: ReadonlyMap<string, readonly number[]>;
  readonly issues: readonly Issue[];
  readonly tieOuts: readonly TieOut[];
}

/** Closed deals from which a win rate by value can be told. */
const LEAST_CLOSED = 10;
/** Closed deals from which it can be told how deals are won as they age. */
const LEAST_AGED = 30;
/** The average deal is that of the last year's wins. */
const RECENT_DAYS = 365;

/**
 * The sales side of the plan for one fiscal year, see {@link chooseSalesYear}: what is won, what the open pipeline is expected to bring and how likely it makes
 * the target, what coverage there is and is needed, and week by week what must still enter the funnel.
 *
 * @param cascade Lines of the target cascade; the Revenue objectives that serve no other are the sales target.
 * @returns Money of Settings; `p10`, `p50` and `p90` are of the open pipeline closing in the year, without what is won.
 * @see mathematics C and D
 */
export function salesPlan(input: PlanInput, context: PlanContext, cascade: readonly CascadeLine[]): Sales {
  const { settings } = context;
  const models = modelStages(input);
  const { deals, issues } = weighDeals(input, models);
  const revenue = topLines(cascade, 'Revenue').filter((line) => line.aggregation === 'Sum');
  const targetYears = new Set(revenue.filter((line) => line.target > 0).map((line) => line.year));
  const { year, later } = chooseSalesYear(settings, context.buckets, targetYears);
  const target = sum(revenue.filter((line) => line.year === year.year).map((line) => line.target));
  const won = sum(dealsIn(deals, 'Won', year).map((deal) => deal.amount));
  const open = dealsIn(deals, 'Open', year);
  const openAmount = sum(open.map((deal) => deal.amount));
  const weighted = sum(open.map((deal) => deal.amount * deal.probability));
  const averageDeal = averageOf(deals, settings.today);
  const weekly = planSalesWeeks({ models, deals, revenue, averageDeal, context, yearEnd: year.end });
  const months = salesMonths(deals, revenue, year, context);
  const capacity = planSalesCapacity(input, context, cascade, months);
  const bookings = expectedBookings(deals, input, context);
  const sales: SalesPlan = {
    asOf: settings.today,
    year: year.year,
    target,
    won,
    weighted,
    weightedByAge: weighByAge(deals, settings.today, year.end),
    ...outlook(open, target, won),
    coverage: target - won > 0 ? openAmount / (target - won) : undefined,
    neededCoverage: neededCoverage(deals),
    averageDeal,
    stages: summariseStages(models, deals),
    weeks: weekly.weeks,
    months,
    alreadyLate: weekly.alreadyLate,
    ...(capacity.capacity.length > 0 ? { capacity: capacity.capacity } : {}),
  };
  return {
    sales,
    pipelineUnits: bookings.units,
    issues: [
      ...models.issues,
      ...issues,
      ...bookings.issues,
      ...weekly.issues,
      ...capacity.issues,
      ...reportTarget(input, cascade, target, year.year),
      ...(later ? [reportLaterYear(later, year.year, settings)] : []),
    ],
    tieOuts: tieOutSales(sales, deals, year),
  };
}

function dealsIn(deals: readonly Deal[], outcome: 'Open' | 'Won', span: Span): Deal[] {
  return deals.filter(
    (deal) =>
      deal.stage.outcome === outcome && deal.close !== undefined && deal.close >= span.start && deal.close <= span.end,
  );
}

function outlook(
  open: readonly Deal[],
  target: number,
  won: number,
): Pick<SalesPlan, 'p10' | 'p50' | 'p90' | 'chanceOfTarget'> {
  const distribution = distributeBets(open.map(({ amount, probability }) => ({ amount, probability })));
  return {
    p10: quantile(distribution, 0.1),
    p50: quantile(distribution, 0.5),
    p90: quantile(distribution, 0.9),
    chanceOfTarget: target > 0 ? chanceOfReaching(distribution, target - won) : undefined,
  };
}

/** The open pipeline by what deals of the same age have come to. A deal that is older than any that ever closed brings nothing. */
function weighByAge(deals: readonly Deal[], today: Day, end: Day): number | undefined {
  const weeksAt = (deal: Deal, day: Day | undefined): number | undefined => {
    const { created } = deal.record;
    return created === undefined || day === undefined || day < created ? undefined : Math.floor((day - created) / 7);
  };
  const aged = deals.flatMap((deal) => {
    const { outcome } = deal.stage;
    const age = weeksAt(deal, outcome === 'Open' ? today : deal.close);
    return age === undefined ? [] : [{ deal, age, outcome }];
  });
  if (aged.filter((own) => own.outcome !== 'Open').length < LEAST_AGED) return undefined;
  const hazards = estimateHazards(aged);
  const weeks = Math.max(0, Math.ceil((end - today + 1) / 7));
  const open = aged.filter((own) => own.outcome === 'Open');
  return sum(open.map(({ deal, age }) => deal.amount * chanceToWin(hazards, age, weeks)));
}

/** Money of the last year's wins per win; of all wins, or of the open deals, where there are none. */
function averageOf(deals: readonly Deal[], today: Day): number | undefined {
  const priced = deals.filter((deal) => deal.amount > 0);
  const won = priced.filter((deal) => deal.stage.outcome === 'Won');
  const recent = won.filter(
    (deal) => deal.close !== undefined && deal.close <= today && deal.close > today - RECENT_DAYS,
  );
  const basis = [recent, won, priced.filter((deal) => deal.stage.outcome === 'Open')].find((group) => group.length > 0);
  return basis ? sum(basis.map((deal) => deal.amount)) / basis.length : undefined;
}

/**
 * One over the share of pipeline money that ends in wins: from closed deals (a lost one without amount counts the average of the others), else from the
 * probabilities of the open ones.
 */
function neededCoverage(deals: readonly Deal[]): number | undefined {
  const closed = deals.filter((deal) => deal.stage.outcome !== 'Open');
  const priced = closed.filter((deal) => deal.amount > 0);
  const average = priced.length > 0 ? sum(priced.map((deal) => deal.amount)) / priced.length : 0;
  const open = deals.filter((deal) => deal.stage.outcome === 'Open');
  const useClosed = closed.length >= LEAST_CLOSED && average > 0;
  const amountOf = (deal: Deal): number => (useClosed && deal.amount <= 0 ? average : deal.amount);
  const basis = useClosed ? closed : open;
  const all = sum(basis.map(amountOf));
  const winning = sum(basis.map((deal) => amountOf(deal) * deal.probability));
  return winning >= LEAST_WIN_RATE * all && winning > 0 ? all / winning : undefined;
}

function summariseStages(models: StageModels, deals: readonly Deal[]): SalesStage[] {
  return models.stages.map((model) => {
    const own = deals.filter((deal) => deal.stage.key === model.key);
    return {
      stage: model.stage,
      order: model.order,
      outcome: model.outcome,
      count: own.length,
      amount: sum(own.map((deal) => deal.amount)),
      weighted: sum(own.map((deal) => deal.amount * deal.probability)),
      winRate: model.winRate,
      daysToClose: model.daysToClose,
      source: model.source,
    };
  });
}

/** The months of the year, with those of the horizon before and after it. */
function salesMonths(
  deals: readonly Deal[],
  revenue: readonly CascadeLine[],
  year: Span & { readonly year: number },
  context: PlanContext,
): SalesMonth[] {
  const { settings, buckets } = context;
  const end = buckets[buckets.length - 1]?.end ?? settings.planStart;
  const last = Math.max(year.year, fiscalYearOf(end, settings));
  const months: SalesMonth[] = [];
  for (let at = fiscalYearOf(settings.planStart, settings); at <= last; at += 1) {
    for (const period of fiscalPeriods(at, settings).periods) {
      if (at !== year.year && (period.start > end || period.end < settings.planStart)) continue;
      const { year: civilYear, month } = civilOf(period.start);
      const lines = revenue.filter((line) => line.year === at);
      months.push({
        label: settings.fiscalPattern === 'Calendar' ? `${civilYear}-${padTwo(month)}` : period.label,
        start: period.start,
        target: sum(lines.map((line) => line.months[period.period - 1]?.value ?? 0)),
        won: sum(dealsIn(deals, 'Won', period).map((deal) => deal.amount)),
        weighted: sum(dealsIn(deals, 'Open', period).map((deal) => deal.amount * deal.probability)),
      });
    }
  }
  return months;
}

function reportTarget(input: PlanInput, cascade: readonly CascadeLine[], target: number, year: number): Issue[] {
  const first = input.targets[0];
  if (target > 0 || !first || !cascade.some((line) => line.year === year)) return [];
  return [{ code: 'no-revenue-target', severity: 'info', sheet: first.origin.sheet, params: { year } }];
}

/** Says that the sales figures are not of the year in which the plan starts, and why. */
function reportLaterYear(reason: NonNullable<SalesYear['later']>, year: number, settings: Settings): Issue {
  const start = fiscalYearOf(settings.planStart, settings);
  return { code: 'sales-year-later', severity: 'info', params: { year, start, reason } };
}

function tieOutSales(sales: SalesPlan, deals: readonly Deal[], year: Span): TieOut[] {
  const inYear = sales.months.filter((month) => month.start >= year.start && month.start <= year.end);
  return [
    {
      name: 'sales-stages',
      params: {},
      difference: tidy(sum(deals.map((deal) => deal.amount)) - sum(sales.stages.map((stage) => stage.amount))),
    },
    {
      name: 'sales-months',
      params: {},
      difference: tidy(sales.weighted - sum(inYear.map((month) => month.weighted))),
    },
    { name: 'sales-won', params: {}, difference: tidy(sales.won - sum(inYear.map((month) => month.won))) },
    { name: 'sales-target', params: {}, difference: tidy(sales.target - sum(inYear.map((month) => month.target))) },
  ];
}
