import type {
  BalanceItem,
  BalancePlan,
  BalanceResource,
  FamilyRates,
  ModeProduction,
  ResourceRates,
} from '../../planning/resultBalance';
import { distinct, groupBy } from './context';

/** The balance turned by family and resource, each with one entry a bucket in bucket order. */
export interface BalanceData {
  readonly balance: BalancePlan;
  readonly families: readonly FamilyData[];
  readonly resources: readonly ResourceData[];
  /** Whether every quantity is whole. */
  readonly whole: boolean;
}

export interface FamilyData {
  readonly family: string;
  readonly items: readonly BalanceItem[];
  readonly modes: readonly ModeProduction[];
  readonly rates?: FamilyRates;
}

export interface ResourceData {
  readonly resource: string;
  readonly unit: string;
  readonly items: readonly BalanceResource[];
  readonly rates?: ResourceRates;
}

/** Families and resources in the order the balance lists them. */
export function balanceData(balance: BalancePlan): BalanceData {
  const families = [...groupBy(balance.items, (item) => item.family)].map(([family, items]): FamilyData => {
    const rates = balance.rates?.families.find((r) => r.family === family);
    return {
      family,
      items: [...items].sort((a, b) => a.bucket - b.bucket),
      modes: balance.production.filter((p) => p.family === family),
      ...(rates ? { rates } : {}),
    };
  });
  const resources = [...groupBy(balance.resources, (item) => item.resource)].map(([resource, items]): ResourceData => {
    const rates = balance.rates?.resources.find((r) => r.resource === resource);
    return {
      resource,
      unit: items[0]?.unit ?? '',
      items: [...items].sort((a, b) => a.bucket - b.bucket),
      ...(rates ? { rates } : {}),
    };
  });
  const whole = balance.items.every((item) => [item.demand, item.made, item.shipped, item.stock].every(isWhole));
  return { balance, families, resources, whole };
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** Equal as far as adding in another order may change a number. */
export function agrees(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Buckets from start to arrival: of each mode, in the family's order of modes, and of what comes from outside. */
export interface LeadTimes {
  readonly modes: readonly number[];
  readonly outside: number;
}

/**
 * The lead times that explain what arrives: those the plan states, else the smallest that does.
 *
 * @returns undefined where none does.
 */
export function leadTimesOf(data: FamilyData): LeadTimes | undefined {
  const { items, modes, rates } = data;
  const same = (lead: number): LeadTimes => ({ modes: modes.map((mode) => mode.lead ?? lead), outside: lead });
  const stated = rates
    ? [same(rates.leadBuckets), { modes: modes.map((mode) => mode.lead ?? 0), outside: rates.leadBuckets }]
    : [];
  return [...stated, ...items.map((_, lead) => same(lead))].find((leads) => explainsArrivals(data, leads));
}

function explainsArrivals({ items, modes }: FamilyData, leads: LeadTimes): boolean {
  return items.every((item, t) => {
    const outside = items[t - leads.outside];
    const made =
      modes.length === 0
        ? (outside?.made ?? 0)
        : modes.reduce((sum, mode, i) => sum + (mode.made[t - (leads.modes[i] ?? 0)] ?? 0), 0);
    return agrees(item.arrived, made + (outside ? outside.subcontracted + outside.bought : 0));
  });
}

/** Backlog before the first bucket. */
export function openingBacklog({ items, rates }: FamilyData): number {
  const first = items[0];
  if (rates) return rates.openingBacklog;
  return first ? first.backlog - first.demand + first.shipped + first.lost : 0;
}

/** Whether unmet demand of a family waits (else it is lost). */
export function keepsBacklog(data: FamilyData): boolean {
  return (
    data.rates?.backlogCost !== undefined || data.items.some((item) => item.backlog > 0) || openingBacklog(data) > 0
  );
}

/** Quantities are written in millionths; sums of a year of them may be off by some. */
const DUST = 1e-5;

/** Units that could have been shipped and were not, bucket by bucket; all zero where they are but dust of rounding. */
export function heldBack(data: FamilyData): readonly number[] {
  let before = openingBacklog(data);
  const held = data.items.map((item) => {
    const available = item.opening + item.receipts + item.arrived - item.used;
    const units = Math.min(available, item.demand + before) - item.shipped;
    before = item.backlog;
    return units;
  });
  const isDust = held.every((units) => Math.abs(units) <= DUST);
  return held.map((units) => (isDust ? 0 : withoutNoise(units)));
}

/** A difference of quantities without the noise of binary fractions; what is a few steps below zero is none. */
function withoutNoise(units: number): number {
  return units > -DUST && units < 1e-9 ? 0 : Number(units.toFixed(12));
}

/** Parents that take a component, with the quantity of each. */
export function parentsOf(
  balance: BalancePlan,
  component: string,
): readonly { readonly parent: string; readonly quantity: number }[] {
  const rows = (balance.rates?.materials ?? []).filter((material) => material.component === component);
  return distinct(rows.map((row) => row.parent)).map((parent) => ({
    parent,
    quantity: rows.filter((row) => row.parent === parent).reduce((sum, row) => sum + row.quantity, 0),
  }));
}

/** The value of a rate that never changes; undefined where it does. */
export function constantOf(values: readonly number[]): number | undefined {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? first : undefined;
}
