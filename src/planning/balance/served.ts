import type { BalancePlan } from '../resultBalance';

/**
 * The share of what is due that is shipped, 0..1: all families, over the horizon, what was in backlog before it with it. 1 where nothing is due.
 *
 * @example shareServed({ …, items: [{ bucket: 0, openingBacklog: 10, demand: 90, shipped: 75, … }] }) //=> 0.75
 */
export function shareServed({ items }: Pick<BalancePlan, 'items'>): number {
  const before = items.filter((item) => item.bucket === 0);
  const due =
    items.reduce((sum, item) => sum + item.demand, 0) +
    before.reduce((sum, item) => sum + (item.openingBacklog ?? 0), 0);
  return due > 0 ? items.reduce((sum, item) => sum + item.shipped, 0) / due : 1;
}
