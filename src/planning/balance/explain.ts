import type { Plan } from '../result';
import type { PriceRange, Shortage, ShortageCause } from '../resultBalance';
import { causesOf } from './reasons/causes';
import { fixesOf } from './reasons/fixes';
import { supplyPaths, type SupplyPath } from './reasons/paths';
import { pegSupply, type Peg } from './reasons/pegging';
import { indexPlan } from './reasons/planIndex';

/** What of a plan the reasons are read from. */
export type BalancedPlan = Pick<Plan, 'balance' | 'settings' | 'buckets'>;

/** Why the balance of a family and bucket is as it is. */
export interface ItemReason {
  readonly family: string;
  readonly bucket: number;
  readonly demand: number;
  readonly shipped: number;
  readonly lost: number;
  readonly backlog: number;
  readonly stock: number;
  readonly safetyStock: number;
  /** Cost of one more unit needed, and of one more unit demanded, there and then, and for how many units that holds. */
  readonly price?: number;
  readonly priceRange?: PriceRange;
  readonly demandPrice?: number;
  readonly demandPriceRange?: PriceRange;
  /** What the demand of the bucket is served from. */
  readonly servedFrom: readonly Peg[];
  /** Ways in which another unit could have come, and what stands in them. */
  readonly paths: readonly SupplyPath[];
  /** Why it is short, and what would help; empty where nothing is. */
  readonly causes: readonly ShortageCause[];
  readonly fixes: Shortage['fixes'];
}

/**
 * The reason behind a cell of the balance that belongs to a family and bucket.
 *
 * @returns Undefined when the plan has no such family or bucket.
 */
export function explainItem(plan: BalancedPlan, family: string, bucket: number): ItemReason | undefined {
  const { balance } = plan;
  const row = balance?.items.find((own) => own.family === family && own.bucket === bucket);
  if (!balance || !row) return undefined;
  const index = indexPlan(balance, plan.settings, plan.buckets);
  const paths = supplyPaths(index, family, bucket);
  const short = row.lost + row.backlog;
  const own = { ...balance, items: index.items.get(family) ?? [] };
  return {
    family,
    bucket,
    demand: row.demand,
    shipped: row.shipped,
    lost: row.lost,
    backlog: row.backlog,
    stock: row.stock,
    safetyStock: row.safetyStock,
    ...(row.price === undefined ? {} : { price: row.price, priceRange: row.priceRange }),
    ...(row.demandPrice === undefined ? {} : { demandPrice: row.demandPrice, demandPriceRange: row.demandPriceRange }),
    servedFrom: pegSupply(own).filter((peg) => peg.demand.kind === 'demand' && peg.demand.bucket === bucket),
    paths,
    causes: short > 1e-4 ? causesOf(index, family, bucket, paths) : [],
    fixes: short > 1e-4 ? fixesOf(index, family, bucket, short, paths) : [],
  };
}

/** Why a resource is loaded as it is in a bucket. */
export interface ResourceReason {
  readonly resource: string;
  readonly bucket: number;
  readonly capacity: number;
  readonly load: number;
  readonly overtime: number;
  /** Load ÷ regular capacity; undefined without capacity. */
  readonly utilisation?: number;
  /** What one more unit of capacity is worth, and the capacities between which that holds. */
  readonly price?: number;
  readonly priceFrom?: number;
  readonly priceTo?: number;
  /** Who takes the capacity, most first. */
  readonly users: readonly {
    readonly family: string;
    readonly mode: string;
    readonly units: number;
    readonly load: number;
  }[];
}

/**
 * The reason behind a cell of the balance that belongs to a resource and bucket.
 *
 * @returns Undefined when the plan has no such resource or bucket.
 */
export function explainResource(plan: BalancedPlan, resource: string, bucket: number): ResourceReason | undefined {
  const { balance } = plan;
  const row = balance?.resources.find((own) => own.resource === resource && own.bucket === bucket);
  if (!balance || !row) return undefined;
  const users = balance.production
    .flatMap((mode) => {
      const hours = mode.hoursPerUnit[resource];
      const units = mode.made[bucket - (mode.loadLag?.[resource] ?? 0)] ?? 0;
      if (hours === undefined || units <= 0) return [];
      return [{ family: mode.family, mode: mode.mode, units, load: units * hours + (mode.setupHours[resource] ?? 0) }];
    })
    .sort((left, right) => right.load - left.load);
  const load = row.used + row.overtime;
  return {
    resource,
    bucket,
    capacity: row.capacity,
    load,
    overtime: row.overtime,
    ...(row.capacity > 0 ? { utilisation: load / row.capacity } : {}),
    ...(row.price === undefined ? {} : { price: row.price }),
    ...(row.priceFrom === undefined ? {} : { priceFrom: row.priceFrom }),
    ...(row.priceTo === undefined ? {} : { priceTo: row.priceTo }),
    users,
  };
}
