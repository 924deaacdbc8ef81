import type { BalanceItem, BalancePlan, BalanceResource, Certificate, ModeProduction } from '../resultBalance';
import { hasSetup, type BalanceData, type Item } from './data';
import type { PlanMoney } from './money';

type WrittenPlan = Pick<BalancePlan, 'items' | 'resources' | 'production'>;

interface Check {
  readonly name: string;
  largestViolation: number;
  where?: string;
}

/** Violations up to this share of the quantities at stake are those of writing with six decimals. */
const TOLERANCE = 1e-5;

/**
 * Checks the plan as it is written, rounding included, by plain arithmetic and apart from the model: stock, backlog, no negative number,
 * capacity, overtime, heads, lots, limits, frozen buckets, arrivals and money.
 *
 * @returns Largest violation of each check, in the units of its kind, with the place where it occurs.
 */
export function certify(data: BalanceData, plan: WrittenPlan, money: PlanMoney): Certificate {
  const checks = [
    checkStock(data, plan.items),
    checkBacklog(data, plan.items),
    checkSigns(data, plan),
    checkArrivals(data, plan),
    checkLoads(data, plan),
    checkCapacity(data, plan.resources),
    checkLimits(data, plan.items),
    checkLots(data, plan.production),
    checkFrozen(data, plan.items),
    ...(data.salesCapacity ? [checkSales(data, plan.items)] : []),
    checkMoney(money),
  ];
  const largestViolation = checks.reduce((most, check) => Math.max(most, check.largestViolation), 0);
  const size = plan.items.reduce((most, row) => Math.max(most, row.demand, row.stock), 1);
  return { checks, largestViolation, holds: largestViolation <= TOLERANCE * Math.max(1, size * 1e-3) };
}

function note(check: Check, violation: number, where: () => string): void {
  if (!(violation > check.largestViolation)) return;
  check.largestViolation = violation;
  check.where = where();
}

function place(data: BalanceData, name: string, bucket: number): string {
  return `${name}, ${data.buckets[bucket]?.label ?? bucket}`;
}

/** stock = opening + receipts + arrived − used − shipped, and the opening is the stock before. */
function checkStock(data: BalanceData, rows: readonly BalanceItem[]): Check {
  const check: Check = { name: 'stock', largestViolation: 0 };
  rows.forEach((row, at) => {
    const before = row.bucket === 0 ? row.opening : (rows[at - 1]?.stock ?? 0);
    const stock = row.opening + row.receipts + row.arrived - row.used - row.shipped;
    const off = Math.max(Math.abs(stock - row.stock), Math.abs(before - row.opening));
    note(check, off, () => place(data, row.family, row.bucket));
  });
  return check;
}

/** backlog = backlog before + demand − shipped − lost; none where the family allows none. */
function checkBacklog(data: BalanceData, rows: readonly BalanceItem[]): Check {
  const check: Check = { name: 'backlog', largestViolation: 0 };
  const items = byName(data.items);
  for (const row of rows) {
    const backlog = (row.openingBacklog ?? 0) + row.demand - row.shipped - row.lost;
    const forbidden = items.get(row.family)?.backlogCost === undefined ? row.backlog : 0;
    const off = Math.max(Math.abs(backlog - row.backlog), forbidden);
    note(check, off, () => place(data, row.family, row.bucket));
  }
  return check;
}

function checkSigns(data: BalanceData, plan: WrittenPlan): Check {
  const check: Check = { name: 'signs', largestViolation: 0 };
  for (const row of plan.items) {
    const { made, subcontracted, bought, shipped, backlog, lost, stock } = row;
    const least = Math.min(made, subcontracted, bought, shipped, backlog, lost, stock);
    note(check, -least, () => place(data, row.family, row.bucket));
  }
  for (const row of plan.resources) {
    note(check, -Math.min(row.used, row.overtime, row.heads ?? 0), () => place(data, row.resource, row.bucket));
  }
  return check;
}

/** Nothing arrives but what was started a lead time ago. */
function checkArrivals(data: BalanceData, plan: WrittenPlan): Check {
  const check: Check = { name: 'arrivals', largestViolation: 0 };
  const count = data.buckets.length;
  const made = new Map<string, Float64Array>();
  for (const mode of plan.production) {
    const own = made.get(mode.family) ?? new Float64Array(count);
    made.set(mode.family, own);
    mode.made.forEach((units, bucket) => {
      const due = bucket + (mode.lead ?? 0);
      if (due < count) own[due] = (own[due] ?? 0) + units;
    });
  }
  data.items.forEach((item, index) => {
    const lead = item.ways.find((way) => way.kind !== 'make')?.lead ?? 0;
    for (let bucket = 0; bucket < count; bucket += 1) {
      const row = plan.items[index * count + bucket];
      const started = plan.items[index * count + bucket - lead];
      const outside = bucket >= lead ? (started?.subcontracted ?? 0) + (started?.bought ?? 0) : 0;
      const due = outside + (made.get(item.name)?.[bucket] ?? 0);
      note(check, Math.abs(due - (row?.arrived ?? 0)), () => place(data, item.name, bucket));
    }
  });
  return check;
}

/** used + overtime = Σ hours × made + setups. */
function checkLoads(data: BalanceData, plan: WrittenPlan): Check {
  const check: Check = { name: 'load', largestViolation: 0 };
  const loads = new Map<string, Float64Array>();
  for (const mode of plan.production) {
    for (const [resource, hours] of Object.entries(mode.hoursPerUnit)) {
      const own = loads.get(resource) ?? new Float64Array(data.buckets.length);
      loads.set(resource, own);
      const setup = mode.setupHours[resource] ?? 0;
      mode.made.forEach((units, bucket) => {
        const due = bucket + (mode.loadLag?.[resource] ?? 0);
        if (units > 0) own[due] = (own[due] ?? 0) + units * hours + setup;
      });
    }
  }
  for (const row of plan.resources) {
    const load = loads.get(row.resource)?.[row.bucket] ?? 0;
    note(check, Math.abs(load - row.used - row.overtime), () => place(data, row.resource, row.bucket));
  }
  return check;
}

function checkCapacity(data: BalanceData, rows: readonly BalanceResource[]): Check {
  const check: Check = { name: 'capacity', largestViolation: 0 };
  rows.forEach((row, at) => {
    const off = Math.max(row.used - row.capacity, row.overtime - row.overtimeMax);
    note(check, off, () => place(data, row.resource, row.bucket));
    if (row.hired === undefined || row.heads === undefined) return;
    const resource = data.resources[Math.floor(at / data.buckets.length)];
    const before = row.bucket === 0 ? (resource?.initialHeads ?? 0) : (rows[at - 1]?.heads ?? 0);
    note(check, Math.abs(before + row.hired - (row.laidOff ?? 0) - row.heads), () =>
      place(data, row.resource, row.bucket),
    );
  });
  return check;
}

/** What suppliers and subcontractors can give a month. */
function checkLimits(data: BalanceData, rows: readonly BalanceItem[]): Check {
  const check: Check = { name: 'limits', largestViolation: 0 };
  const items = byName(data.items);
  for (const row of rows) {
    for (const way of items.get(row.family)?.ways ?? []) {
      if (way.kind === 'make' || !Number.isFinite(way.maxPerMonth)) continue;
      const most = way.maxPerMonth * (data.months[row.bucket] ?? 0);
      const units = way.kind === 'buy' ? row.bought : row.subcontracted;
      note(check, units - most, () => place(data, row.family, row.bucket));
    }
  }
  return check;
}

/** Least lots and multiples, mode by mode. */
function checkLots(data: BalanceData, production: readonly ModeProduction[]): Check {
  const check: Check = { name: 'lots', largestViolation: 0 };
  const items = byName(data.items);
  for (const mode of production) {
    const way = items.get(mode.family)?.ways.find((own) => own.kind === 'make' && own.name === mode.mode);
    if (!way || (!hasSetup(way) && way.lotMultiple <= 0)) continue;
    mode.made.forEach((units, bucket) => {
      if (units <= 0) return;
      const short = way.minLot - units;
      const lots = way.lotMultiple > 0 ? units / way.lotMultiple : 0;
      const off = Math.max(short, Math.abs(lots - Math.round(lots)) * way.lotMultiple);
      note(check, off, () => place(data, mode.family, bucket));
    });
  }
  return check;
}

function checkFrozen(data: BalanceData, rows: readonly BalanceItem[]): Check {
  const check: Check = { name: 'frozen', largestViolation: 0 };
  const items = byName(data.items);
  for (const row of rows) {
    if (row.bucket >= data.frozen || items.get(row.family)?.isService) continue;
    note(check, row.made + row.subcontracted + row.bought, () => place(data, row.family, row.bucket));
  }
  return check;
}

/** Value shipped within what can be sold; counted in units of the dearest family. */
function checkSales(data: BalanceData, rows: readonly BalanceItem[]): Check {
  const check: Check = { name: 'sales', largestViolation: 0 };
  const items = byName(data.items);
  const sold = data.buckets.map(() => 0);
  for (const row of rows) {
    sold[row.bucket] = (sold[row.bucket] ?? 0) + row.shipped * (items.get(row.family)?.price ?? 0);
  }
  const dearest = data.items.reduce((most, item) => Math.max(most, item.price), 1);
  for (const { first, last, limit } of data.salesCapacity ?? []) {
    const money = sold.slice(first, last + 1).reduce((total, own) => total + own, 0);
    note(check, (money - Math.max(0, limit)) / dearest, () => place(data, '', first));
  }
  return check;
}

function checkMoney(money: PlanMoney): Check {
  const sum = Object.values(money.costs).reduce((total, own) => total + own, 0);
  const off = Math.max(Math.abs(sum - money.totalCost), Math.abs(money.revenue - money.totalCost - money.profit));
  // Adding up in another order leaves a few units in the last place of large sums.
  return { name: 'money', largestViolation: off <= 1e-9 * Math.max(1, Math.abs(sum)) ? 0 : off };
}

function byName(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.name, item]));
}
