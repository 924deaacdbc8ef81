import type { Settings } from './input';

/** The demand–supply balance: what is made, bought and shipped, what it costs, how sure it is, and why something is short. */
export interface BalancePlan {
  readonly status: 'optimal' | 'feasible' | 'infeasible';
  readonly objective: Settings['objective'];
  readonly totalCost: number;
  readonly revenue: number;
  readonly profit: number;
  /** Proven bound on the last stage's objective, and relative gap (0 when proven). */
  readonly bound: number;
  readonly gap: number;
  /** Money by kind of cost; sums to totalCost. */
  readonly costs: Readonly<Record<CostKind, number>>;
  readonly items: readonly BalanceItem[];
  readonly resources: readonly BalanceResource[];
  /** Production by family, mode and bucket: what the resource load follows from. */
  readonly production: readonly ModeProduction[];
  readonly certificate: Certificate;
  /** What flows and money follow from; with it the sheets recalculate by formulas, without it they show totals only. */
  readonly rates?: BalanceRates;
  /** What is to blame for all that is not served, largest relief first; absent where everything is served. */
  readonly attribution?: readonly Attribution[];
  /** Units not served (lost, or in backlog at the end), and how many remain if everything that was relaxed is relaxed at once. */
  readonly unserved?: number;
  readonly unservedIfRelaxed?: number;
  /** Where sales teams have quotas: what can be sold in each month (with what is sold already) and what is shipped of it, in money. */
  readonly selling?: readonly SellingLimit[];
}

export interface SellingLimit {
  /** Buckets of the month, both included. */
  readonly first: number;
  readonly last: number;
  /** The teams, joined. */
  readonly teams: string;
  readonly limit: number;
  readonly shipped: number;
  /** What one more unit of money that can be sold is worth. */
  readonly price?: number;
}

/** The rates the balance was made with, defaults filled in: written beside the quantities so that money and flows are formulas. */
export interface BalanceRates {
  /** Months a bucket counts for in money per month: 1 in a month bucket, days ÷ 30.4375 in a week; one a bucket. */
  readonly months: readonly number[];
  readonly families: readonly FamilyRates[];
  readonly resources: readonly ResourceRates[];
  /** Units of the component taken per unit of the parent started. */
  readonly materials: readonly { readonly parent: string; readonly component: string; readonly quantity: number }[];
}

export interface FamilyRates {
  readonly family: string;
  /** Money per unit shipped. */
  readonly price?: number;
  /** Money per unit made, material and variable. */
  readonly unitCost: number;
  /** Money per unit made in a mode, on top of unitCost, by mode name. */
  readonly modeCosts: Readonly<Record<string, number>>;
  /** Money per unit bought in or subcontracted; undefined: not possible. */
  readonly subcontractCost?: number;
  readonly purchaseCost?: number;
  /** Most units per bucket; undefined: no limit. */
  readonly subcontractMax?: readonly number[];
  readonly purchaseMax?: readonly number[];
  /** Money per bucket (and mode) with production. */
  readonly setupCost: number;
  /** Money per unit and month. */
  readonly holdingCost: number;
  /** Money per unit and month; undefined: unmet demand is lost. */
  readonly backlogCost?: number;
  /** Money per unit lost, and per unit still in backlog at the end of the horizon. */
  readonly lostSaleCost: number;
  /** Money per unit and month below safety stock, counted with holding; absent: none. */
  readonly shortfallCost?: number;
  /** Most stock wanted at the end of a bucket; absent: no limit. */
  readonly maxStock?: number;
  /** Least lot and multiple of what is made (bought, where nothing is made); absent: none. */
  readonly minLot?: number;
  readonly lotMultiple?: number;
  /** 1 = first; absent: after all that have one. */
  readonly priority?: number;
  readonly openingBacklog: number;
  /** Whole buckets from start, order or purchase to arrival. */
  readonly leadBuckets: number;
}

/** One value a bucket where rates may change over time. */
export interface ResourceRates {
  readonly resource: string;
  /** Money per capacity unit used, regular and overtime. */
  readonly cost: readonly number[];
  readonly overtimeCost: readonly number[];
  /** Money per head and month. */
  readonly wage: readonly number[];
  /** Money per head. */
  readonly hireCost: readonly number[];
  readonly layoffCost: readonly number[];
}

export const COST_KINDS = [
  'production',
  'regular',
  'overtime',
  'wages',
  'hiring',
  'layoff',
  'subcontract',
  'purchase',
  'setup',
  'holding',
  'backlog',
  'lostSales',
] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** One family and bucket, units. stock = opening + received + made (lead time ago) + subcontracted + bought − used − shipped. */
export interface BalanceItem {
  readonly family: string;
  readonly bucket: number;
  readonly demand: number;
  readonly opening: number;
  readonly receipts: number;
  /** Started in this bucket. */
  readonly made: number;
  readonly subcontracted: number;
  readonly bought: number;
  /** What arrives in this bucket of what was made, subcontracted or bought, lead times counted. */
  readonly arrived: number;
  /** Taken as a component of others. */
  readonly used: number;
  readonly shipped: number;
  readonly backlog: number;
  readonly lost: number;
  readonly stock: number;
  readonly safetyStock: number;
  /** Backlog at the start of the bucket: backlog = openingBacklog + demand − shipped − lost. */
  readonly openingBacklog?: number;
  /** Marginal cost of one unit here and then; undefined where no price exists. */
  readonly price?: number;
  /** For how many units more, and fewer, needed there and then the price holds. */
  readonly priceRange?: PriceRange;
  /** What one more unit demanded in this bucket costs (below zero: earns). */
  readonly demandPrice?: number;
  readonly demandPriceRange?: PriceRange;
}

/** Units by which a quantity may grow and shrink while its price holds; absent: without end. */
export interface PriceRange {
  readonly more?: number;
  readonly fewer?: number;
}

export interface BalanceResource {
  readonly resource: string;
  readonly unit: string;
  readonly bucket: number;
  /** Regular capacity. */
  readonly capacity: number;
  /** Regular capacity used; total load = used + overtime. */
  readonly used: number;
  readonly overtime: number;
  readonly overtimeMax: number;
  readonly heads?: number;
  readonly hired?: number;
  readonly laidOff?: number;
  /** What one more unit of regular capacity is worth, money (0 or more). */
  readonly price?: number;
  /** Regular capacity from and to which the price holds. */
  readonly priceFrom?: number;
  readonly priceTo?: number;
}

export interface ModeProduction {
  readonly family: string;
  /** Empty string for the only mode. */
  readonly mode: string;
  /** Capacity units per unit made, by resource. */
  readonly hoursPerUnit: Readonly<Record<string, number>>;
  readonly setupHours: Readonly<Record<string, number>>;
  /** Whole buckets from start to the load, by resource; absent: the load falls in the bucket of the start. */
  readonly loadLag?: Readonly<Record<string, number>>;
  /** Whole buckets from start to arrival; absent: those of the family (rates.leadBuckets). */
  readonly lead?: number;
  /** Units started, one a bucket. */
  readonly made: readonly number[];
}

/** The written plan re-checked by plain arithmetic, apart from the model. Violations in the units of their kind. */
export interface Certificate {
  readonly checks: readonly { readonly name: string; readonly largestViolation: number; readonly where?: string }[];
  readonly largestViolation: number;
  readonly holds: boolean;
}

export interface Shortage {
  readonly family: string;
  readonly bucket: number;
  /** Units late (backlog at the end of the bucket) or lost in it. */
  readonly quantity: number;
  readonly kind: 'late' | 'lost';
  readonly money: number;
  readonly causes: readonly ShortageCause[];
  readonly fixes: readonly {
    readonly action: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly cost: number;
    /** Units that it serves over all families when the plan is made again with it; absent where that was not tried. */
    readonly serves?: number;
  }[];
}

export type CauseKind = 'capacity' | 'material' | 'lead time' | 'lot' | 'limit' | 'frozen' | 'priority' | 'cost';

export interface ShortageCause {
  readonly kind: CauseKind;
  /** The resource, component or supplier to blame. */
  readonly name: string;
  readonly bucket?: number;
  /** What one more unit of it is worth. */
  readonly price?: number;
}

/** How much of all that is not served one kind of constraint is to blame for. */
export interface Attribution {
  readonly kind: CauseKind;
  readonly name: string;
  /** Units served more when this alone is relaxed. */
  readonly relief: number;
  /** Fair share of the blame among the first four (Shapley), units; absent on models too large for it. */
  readonly share?: number;
}
