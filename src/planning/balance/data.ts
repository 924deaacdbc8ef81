import type { Origin } from '../issue';
import type { Settings } from '../input';
import type { ResourceCapacity } from '../capacity/resources';
import type { Bucket } from '../time/types';

/**
 * Sets and parameters of the balancing model, cleaned and in a fixed order: items and resources by name in code units, ways by kind and name,
 * so that the order of the rows in a workbook changes nothing.
 */
export interface BalanceData {
  readonly settings: Settings;
  readonly buckets: readonly Bucket[];
  /** Months in each bucket: what money per month is multiplied by. */
  readonly months: Float64Array;
  readonly items: readonly Item[];
  readonly resources: readonly ResourceCapacity[];
  /** Buckets at the start in which nothing new may be started. */
  readonly frozen: number;
  /** Where sales teams have quotas: what can be sold month by month. */
  readonly salesCapacity?: readonly SalesPeriod[];
}

/** The buckets of a month, and the most value that can be shipped in them together: what the sales teams can sell and what is sold already. */
export interface SalesPeriod {
  /** Bucket indices, both included. */
  readonly first: number;
  readonly last: number;
  /** Money, ≥ 0. */
  readonly limit: number;
}

/** A product, sub-assembly, component or service. Quantities in its units, money per unit. */
export interface Item {
  readonly index: number;
  readonly name: string;
  readonly origin?: Origin;
  /** Of the family; undefined: after all that have one. */
  readonly priority?: number;
  readonly opening: number;
  /** Total demand in each bucket. */
  readonly demand: Float64Array;
  /** Demand by class of priority, first served first; they sum to `demand`. */
  readonly classes: readonly DemandClass[];
  readonly receipts: Float64Array;
  readonly safety: Float64Array;
  readonly closing: number;
  /** Infinity: no limit. */
  readonly maxStock: number;
  readonly price: number;
  /** Money per unit per month. */
  readonly holding: number;
  /** Money per unit per month; undefined: no backlog. */
  readonly backlogCost?: number;
  readonly lostCost: number;
  /** Longest a unit may stay in backlog, buckets; undefined: no limit. */
  readonly maxBacklog?: number;
  /** Money per unit per month below safety stock; undefined: safety stock goes before cost. */
  readonly shortfallCost?: number;
  /** Buckets a unit keeps; undefined: for ever. */
  readonly shelfLife?: number;
  /** Buckets from start, order or purchase to arrival; a mode with longer offsets takes longer. */
  readonly leadTime: number;
  readonly ways: readonly Way[];
  /** What one unit made takes. */
  readonly components: readonly Component[];
  /** A service: nothing is made, stocked or bought. */
  readonly isService: boolean;
}

export interface DemandClass {
  /** 1 = first. */
  readonly priority: number;
  readonly demand: Float64Array;
  readonly openingBacklog: number;
}

/** One way to get an item: a mode of making it, subcontracting or buying it. */
export interface Way {
  readonly kind: 'make' | 'subcontract' | 'buy';
  /** Mode; empty for the only one, and for subcontract and buy. */
  readonly name: string;
  /** Unit cost and mode cost, or price of subcontractor or supplier; money per unit, capacity apart. */
  readonly cost: number;
  /** Mode cost within `cost`. */
  readonly modeCost: number;
  /** Buckets from start to arrival. */
  readonly lead: number;
  /** Most units per month; Infinity: no limit. */
  readonly maxPerMonth: number;
  readonly loads: readonly Load[];
  /** Units; 0: none. */
  readonly minLot: number;
  readonly lotMultiple: number;
  /** Money per bucket in which it is used. */
  readonly setupCost: number;
}

export interface Load {
  /** Index of the resource. */
  readonly resource: number;
  /** Capacity units per unit. */
  readonly hours: number;
  /** Capacity units per bucket in which the way is used. */
  readonly setupHours: number;
  /** Buckets after the start in which the hours fall. */
  readonly delay: number;
}

export interface Component {
  readonly item: number;
  /** Units per unit of the parent. */
  readonly quantity: number;
}

/** Whether a way can be used only in whole lots, with a setup or above a least lot. */
export function hasSetup(way: Way): boolean {
  return way.setupCost > 0 || way.minLot > 0 || way.loads.some((load) => load.setupHours > 0);
}

/** Whether the model needs whole numbers. */
export function needsIntegers(data: BalanceData): boolean {
  const lots = data.items.some((item) => item.ways.some((way) => hasSetup(way) || way.lotMultiple > 0));
  return lots || (data.settings.wholeHeads === true && data.resources.some((own) => own.canHire || own.canLayOff));
}

/** Whether units of an item may wait for a later bucket. */
export function allowsBacklog(item: Item): boolean {
  return item.backlogCost !== undefined;
}

/** Whether demand for an item may be turned away: always without backlog, else only past its longest wait or where profit decides. */
export function allowsLost(item: Item, data: BalanceData): boolean {
  return !allowsBacklog(item) || item.maxBacklog !== undefined || data.settings.objective === 'Max profit';
}
