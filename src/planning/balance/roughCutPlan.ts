import { capacityByBill, type BillEntry, type RoughCutLoad } from '../capacity/roughCut';
import type { BalancePlan, ModeProduction } from '../resultBalance';
import { grossRequirements } from './requirements';

/**
 * Rough-cut capacity beside the optimum: the load of every resource if demand were simply made when it is asked for, in each family's first
 * mode, components with their parents and nothing limited. What lies above capacity is what the balance had to solve.
 *
 * @returns Load by resource in the order of the balance; resources of no first mode have none.
 * @see mathematics H (resource profile)
 */
export function roughCutOf(balance: BalancePlan): RoughCutLoad[] {
  const families = [...new Set(balance.items.map((row) => row.family))];
  const indexOf = new Map(families.map((family, index) => [family, index]));
  const buckets = balance.items.reduce((most, row) => Math.max(most, row.bucket + 1), 0);
  const demand = families.map(() => new Float64Array(buckets));
  for (const row of balance.items) {
    const own = demand[indexOf.get(row.family) ?? -1];
    if (own) own[row.bucket] = row.demand;
  }
  const components = new Map<number, { readonly item: number; readonly quantity: number }[]>();
  for (const { parent, component, quantity } of balance.rates?.materials ?? []) {
    const [from, item] = [indexOf.get(parent), indexOf.get(component)];
    if (from === undefined || item === undefined) continue;
    components.set(from, [...(components.get(from) ?? []), { item, quantity }]);
  }
  const gross = grossRequirements(demand, components);
  const schedule = Object.fromEntries(families.map((family, index) => [family, [...(gross[index] ?? [])]]));
  const loads = new Map(capacityByBill(schedule, billOf(balance)).map((own) => [own.resource, own.load]));
  const resources = [...new Set(balance.resources.map((row) => row.resource))];
  return resources.map((resource) => ({ resource, load: loads.get(resource) ?? new Array<number>(buckets).fill(0) }));
}

/** The first mode of each family, by name. */
function billOf(balance: BalancePlan): BillEntry[] {
  const first = new Map<string, ModeProduction>();
  for (const mode of balance.production) if (!first.has(mode.family)) first.set(mode.family, mode);
  const lead = new Map(balance.rates?.families.map((own) => [own.family, own.leadBuckets]) ?? []);
  return [...first.values()].flatMap((mode) =>
    Object.entries(mode.hoursPerUnit).map(([resource, hours]) => ({
      item: mode.family,
      resource,
      hours,
      offset: (mode.lead ?? lead.get(mode.family) ?? 0) - (mode.loadLag?.[resource] ?? 0),
    })),
  );
}
