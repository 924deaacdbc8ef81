import type { Issue } from './issue';
import type { InputSource, Settings } from './input';
import type { BalancePlan, Shortage } from './resultBalance';
import type { Bucket } from './time/types';
import type { Day } from './units';

/** The plan: everything decided and everything that explains it. Pure data, safe to pass between threads. */
export interface Plan {
  readonly settings: Settings;
  readonly sources: readonly InputSource[];
  readonly buckets: readonly Bucket[];
  readonly issues: readonly Issue[];
  readonly cascade: readonly CascadeLine[];
  readonly activities: readonly PlannedActivity[];
  /** Load against capacity of each team and calendar week. */
  readonly workload: readonly TeamWeek[];
  readonly milestones: readonly PlannedMilestone[];
  readonly sales: SalesPlan;
  readonly forecasts: readonly FamilyForecast[];
  readonly demand: readonly FamilyDemand[];
  readonly balance?: BalancePlan;
  readonly shortages: readonly Shortage[];
  readonly tieOuts: readonly TieOut[];
}

/** One objective of one team and fiscal year, phased. All levels sum exactly to `target`, in `step` units. */
export interface CascadeLine {
  readonly objective: string;
  readonly team: string;
  readonly owner?: string;
  readonly family?: string;
  readonly metric: string;
  readonly unit: string;
  readonly year: number;
  readonly target: number;
  readonly baseline?: number;
  readonly aggregation: 'Sum' | 'End' | 'Average';
  /** The phasing used: 'Even', 'Working days', 'Seasonal' or a profile's name. */
  readonly phasing: string;
  readonly parent?: string;
  /** Rounding unit: 1 for money and units, smaller for small fractional targets. */
  readonly step: number;
  /** Fiscal periods (months), in order: value, working days and weight. */
  readonly months: readonly CascadePeriod[];
  readonly quarters: readonly CascadePeriod[];
  /** Calendar weeks, clipped to the fiscal year. */
  readonly weeks: readonly CascadePeriod[];
}

export interface CascadePeriod {
  readonly label: string;
  readonly start: Day;
  readonly end: Day;
  readonly workingDays: number;
  readonly value: number;
}

/** One activity of one day (or one week beyond the daily weeks). */
export interface PlannedActivity {
  /** The day it is done; for weekly rows the first day of the week inside the horizon. */
  readonly date: Day;
  readonly grain: 'day' | 'week';
  /** Label of the calendar week, '2026-W49'. */
  readonly week: string;
  readonly team: string;
  readonly owner?: string;
  readonly activity: string;
  readonly objective?: string;
  readonly quantity: number;
  readonly hours: number;
  readonly status: 'Planned' | 'Late' | 'Over capacity';
}

export interface TeamWeek {
  readonly team: string;
  readonly week: string;
  readonly start: Day;
  readonly workingDays: number;
  readonly loadHours: number;
  readonly capacityHours: number;
}

export interface PlannedMilestone {
  readonly name: string;
  readonly date: Day;
  readonly team: string;
  readonly owner?: string;
  readonly objective?: string;
  readonly slackDays: number;
  readonly critical: boolean;
  /** A milestone of the playbook, the finish of one of its tasks, or a quarter end at which an objective is checked. */
  readonly kind?: 'Milestone' | 'Task' | 'Checkpoint';
  /** Of a checkpoint: what the objective must have reached by then, from the start of its year, in its unit. */
  readonly value?: number;
  readonly unit?: string;
}

/** The sales side of the plan, in money of Settings, as known at `asOf`. */
export interface SalesPlan {
  readonly asOf: Day;
  /** The fiscal year that the figures are of. */
  readonly year: number;
  readonly target: number;
  readonly won: number;
  /** Open pipeline closing in the period, weighted by probability. */
  readonly weighted: number;
  /**
   * What the open pipeline brings by the end of the year if deals are won as they always were at their age, whatever their close dates say; a check on
   * `weighted`, absent where fewer than 30 closed deals tell it.
   */
  readonly weightedByAge?: number;
  readonly p10?: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly chanceOfTarget?: number;
  /** Open pipeline ÷ (target − won); undefined when nothing is left to win. */
  readonly coverage?: number;
  /** 1 ÷ value-weighted win rate. */
  readonly neededCoverage?: number;
  readonly averageDeal?: number;
  readonly stages: readonly SalesStage[];
  readonly weeks: readonly SalesWeek[];
  readonly months: readonly SalesMonth[];
  /** Wins that should already have entered the funnel: the deficit that no lead time can make good. */
  readonly alreadyLate: { readonly wins: number; readonly amount: number };
  /** What the sales teams with quotas can sell, by team and month from Plan start; absent where no team has a quota. */
  readonly capacity?: readonly SalesCapacityMonth[];
}

/** The selling capacity of a team in a month, by quota, ramp and attrition. */
export interface SalesCapacityMonth {
  readonly team: string;
  readonly label: string;
  readonly start: Day;
  /** People expected to be there, attrition counted. */
  readonly heads: number;
  /** The same, each counted by how productive they are by then. */
  readonly productiveHeads: number;
  /** Money that the people there are expected to sell: productive heads × the month's share of the yearly quota. */
  readonly capacity: number;
  readonly target: number;
  /** People to begin in this month, beyond those planned, so that capacity meets the targets. */
  readonly hires: number;
  /** Capacity with the hires of this and the earlier months. */
  readonly capacityWithHires: number;
}

export interface SalesStage {
  readonly stage: string;
  readonly order: number;
  readonly outcome: 'Open' | 'Won' | 'Lost';
  readonly count: number;
  readonly amount: number;
  readonly weighted: number;
  /** Fraction 0..1: from this stage to won. */
  readonly winRate: number;
  /** Days from this stage to close. */
  readonly daysToClose: number;
  /** Where the rate came from: the Stages table, closed history, or a stated default. */
  readonly source: 'table' | 'history' | 'default';
}

export interface SalesWeek {
  readonly week: string;
  readonly start: Day;
  readonly target: number;
  readonly weighted: number;
  /** Wins needed beyond the open pipeline. */
  readonly winsNeeded: number;
  /** Entries needed into each open stage, keyed by stage: those of new business and those that open deals are expected to make. */
  readonly entries: Readonly<Record<string, number>>;
  /** The part of `entries` that comes from deals already open. */
  readonly openEntries?: Readonly<Record<string, number>>;
}

export interface SalesMonth {
  readonly label: string;
  readonly start: Day;
  readonly target: number;
  readonly won: number;
  readonly weighted: number;
}

export interface FamilyForecast {
  readonly family: string;
  readonly model: string;
  /** Season length in history periods; 1 for none. */
  readonly season: number;
  readonly grain: 'Week' | 'Month';
  /** History as used, oldest first, one value a period of `grain`. */
  readonly history: readonly { readonly start: Day; readonly quantity: number }[];
  readonly points: readonly ForecastPoint[];
  readonly accuracy: ForecastAccuracy;
  /** What would have been forecast one period ahead, oldest first; absent where the history is too short to say. */
  readonly backtest?: ForecastBacktest;
  /** Where the demand table has dimensions (Region, Customer …): the forecast of each member; those of a dimension sum to `points`. */
  readonly parts?: readonly ForecastPart[];
  /** Notes for the reader: outliers, short history, intermittent demand … as issue-like codes with params. */
  readonly notes: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
}

export interface ForecastPoint {
  /** Bucket index. */
  readonly bucket: number;
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}

/** One period ahead at every origin of the backtest. */
export interface ForecastBacktest {
  /** Mean absolute step of the history from one season (or period) to the next: what MASE divides by. */
  readonly scale: number;
  readonly rows: readonly {
    readonly start: Day;
    readonly actual: number;
    readonly forecast: number;
    readonly naive: number;
  }[];
}

/** What is forecast for one member of a dimension. */
export interface ForecastPart {
  readonly dimension: string;
  /** '' for the rows without a member. */
  readonly member: string;
  readonly points: readonly ForecastPoint[];
}

/** From rolling-origin backtests; undefined where the history is too short to say. Fractions, except MASE. */
export interface ForecastAccuracy {
  readonly mase?: number;
  readonly smape?: number;
  readonly wmape?: number;
  readonly bias?: number;
  /** Share of the later actual values inside the intervals made from the earlier errors. */
  readonly coverage?: number;
  /** By how much of the naive forecast's absolute error the forecast is better; below 0 it is worse. */
  readonly valueAdded?: number;
}

/** Where a family's demand came from. */
export type DemandSource = 'Consensus' | 'Streams' | 'Forecast' | 'Pipeline' | 'Targets' | 'Orders' | 'None';

export interface FamilyDemand {
  readonly family: string;
  readonly source: DemandSource;
  /** One entry a bucket. */
  readonly buckets: readonly DemandPoint[];
  /** Weight of each stream in the consensus, where streams were weighed; they sum to 1. */
  readonly weights?: Readonly<Record<string, number>>;
  /** What people said otherwise inside the horizon, with their reasons. */
  readonly overrides?: readonly {
    readonly bucket: number;
    readonly stream: string;
    readonly quantity: number;
    readonly reason?: string;
    readonly owner?: string;
  }[];
  /** Forecast value added by stream: wMAPE of the naive less that of the stream, where there is a past to judge by. */
  readonly valueAdded?: Readonly<Record<string, number>>;
}

export interface DemandPoint {
  readonly bucket: number;
  /** Units by stream: 'Statistics', 'Sales', 'Marketing', 'Finance', 'Operations' … only those there are. */
  readonly streams: Readonly<Record<string, number>>;
  /** The agreed forecast before orders. */
  readonly forecast: number;
  readonly orders: number;
  /** What the balance must serve: orders + forecast not consumed by them, or the Consensus override. */
  readonly consensus: number;
}

/** A total written two ways; must read zero. */
export interface TieOut {
  readonly name: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly difference: number;
}
