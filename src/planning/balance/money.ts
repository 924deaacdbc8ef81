import type { ResourceBucket } from '../capacity/resources';
import { COST_KINDS, type BalanceItem, type BalanceResource, type CostKind } from '../resultBalance';
import { hasSetup, type BalanceData, type Way } from './data';
import { sumAt, type Flows } from './flows';

/** Money of a written plan. */
export interface PlanMoney {
  readonly costs: Record<CostKind, number>;
  readonly totalCost: number;
  readonly revenue: number;
  readonly profit: number;
}

/**
 * Money of the plan as written, by kind of cost, by plain arithmetic on its rows. Shortfalls of safety stock that have a price count with
 * holding; units still in backlog at the end count with lost sales at their lost sale cost.
 *
 * @param items Rows of `writeItems`, item by item and bucket by bucket.
 * @param resources Rows of `writeResources`, in the same order.
 */
export function countMoney(
  data: BalanceData,
  flows: Flows,
  items: readonly BalanceItem[],
  resources: readonly BalanceResource[],
): PlanMoney {
  const costs = Object.fromEntries(COST_KINDS.map((kind) => [kind, 0])) as Record<CostKind, number>;
  const add = (kind: CostKind, money: number): void => {
    costs[kind] += money;
  };
  let revenue = 0;
  const count = data.buckets.length;
  data.items.forEach((item, index) => {
    item.ways.forEach((way, at) =>
      flows.items[index]?.started[at]?.forEach((units) => {
        add(kindOf(way), units * way.cost);
        if (units > 1e-9 && hasSetup(way)) add('setup', way.setupCost);
      }),
    );
    data.months.forEach((months, bucket) => {
      const row = items[index * count + bucket];
      if (!row) return;
      const missing = Math.max(0, row.safetyStock - row.stock);
      add('holding', (row.stock * item.holding + missing * (item.shortfallCost ?? 0)) * months);
      add('backlog', row.backlog * (item.backlogCost ?? 0) * months);
      add('lostSales', (row.lost + (bucket === count - 1 ? row.backlog : 0)) * item.lostCost);
      revenue += sumAt(flows.items[index]?.shipped ?? [], bucket) * item.price;
    });
  });
  resources.forEach((row, at) =>
    addResourceMoney(data.resources[Math.floor(at / count)]?.buckets[row.bucket], row, add),
  );
  const totalCost = COST_KINDS.reduce((total, kind) => total + costs[kind], 0);
  return { costs, totalCost, revenue, profit: revenue - totalCost };
}

function kindOf(way: Way): CostKind {
  if (way.kind === 'make') return 'production';
  return way.kind === 'buy' ? 'purchase' : 'subcontract';
}

function addResourceMoney(
  bucket: ResourceBucket | undefined,
  row: BalanceResource,
  add: (kind: CostKind, money: number) => void,
): void {
  if (!bucket) return;
  add('regular', row.used * bucket.cost);
  add('overtime', row.overtime * bucket.overtimeCost);
  add('wages', (row.heads ?? 0) * bucket.wage);
  add('hiring', (row.hired ?? 0) * (bucket.hireCost ?? 0));
  add('layoff', (row.laidOff ?? 0) * (bucket.layoffCost ?? 0));
}
