import type { Shortage } from '../../resultBalance';
import { soldOutIn } from '../sellingLimits';
import type { SupplyPath } from './paths';
import type { PlanIndex } from './planIndex';

type Fix = Shortage['fixes'][number];

/** How many fixes are worth reading. */
const MOST_FIXES = 3;

/**
 * What would serve a shortage, as actions with their money, cheapest first: hours beyond today's limit on the resources of a mode, more from
 * the subcontractor or the supplier, a component sooner, a freeze or lead time shortened, or the next bucket in which there is room.
 *
 * @param quantity Units short.
 */
export function fixesOf(
  index: PlanIndex,
  family: string,
  bucket: number,
  quantity: number,
  paths: readonly SupplyPath[],
): Fix[] {
  // What the sales teams cannot sell, no supply serves.
  const priced = (index.rates.get(family)?.price ?? 0) > 0;
  const soldOut = priced ? soldOutIn(bucket, index.plan.selling) : undefined;
  const fixes = soldOut ? [] : paths.flatMap((path) => fixOfPath(index, family, quantity, path));
  const inStock = (index.items.get(family)?.find((row) => row.bucket === bucket)?.stock ?? 0) > 1e-5;
  const isSupplied =
    inStock || paths.some((path) => path.openStart !== undefined && path.openStart === path.latestStart);
  const later = serveLater(index, family, bucket, quantity, isSupplied ? soldOut?.teams : undefined);
  const known = new Set<string>();
  return [...fixes, ...(later ? [later] : [])]
    .sort((left, right) => left.cost - right.cost)
    .filter((fix) => {
      const key = JSON.stringify([fix.action, fix.params]);
      return known.has(key) ? false : known.add(key) !== undefined;
    })
    .slice(0, MOST_FIXES);
}

function fixOfPath(index: PlanIndex, family: string, quantity: number, path: SupplyPath): Fix[] {
  const rates = index.rates.get(family);
  const first = path.blocks[0];
  if (!first || path.openStart === path.latestStart) return [];
  const period = labelOf(index, first.bucket);
  const units = round(quantity);
  if (first.kind === 'capacity') return addHours(index, family, quantity, path);
  if (first.kind === 'limit') {
    const unit = path.way === 'buy' ? rates?.purchaseCost : rates?.subcontractCost;
    const action = path.way === 'buy' ? 'buy-more' : 'subcontract-more';
    return [{ action, params: { family, quantity: units, period }, cost: quantity * (unit ?? 0) }];
  }
  if (first.kind === 'material') {
    const per = index.components.get(family)?.find((own) => own.component === first.name)?.quantity ?? 1;
    const own = index.rates.get(first.name);
    const unit = own?.purchaseCost ?? own?.subcontractCost ?? own?.unitCost ?? 0;
    const needed = quantity * per;
    return [
      {
        action: 'get-material',
        params: { family, component: first.name, quantity: round(needed), period },
        cost: needed * unit + quantity * (rates?.unitCost ?? 0),
      },
    ];
  }
  if (first.kind === 'frozen') {
    return [
      { action: 'unfreeze', params: { family, quantity: units, period }, cost: quantity * (rates?.unitCost ?? 0) },
    ];
  }
  if (first.kind === 'lead time') {
    const unit =
      path.way === 'make' ? rates?.unitCost : path.way === 'buy' ? rates?.purchaseCost : rates?.subcontractCost;
    return [{ action: 'expedite', params: { family, quantity: units, period }, cost: quantity * (unit ?? 0) }];
  }
  return [];
}

/** Hours beyond the limit on every resource of the mode that has none free, at the rate of overtime (of regular time where it has none). */
function addHours(index: PlanIndex, family: string, quantity: number, path: SupplyPath): Fix[] {
  const mode = index.modes.get(family)?.find((own) => own.mode === path.mode);
  const rates = index.rates.get(family);
  if (!mode) return [];
  let money = quantity * ((rates?.unitCost ?? 0) + (rates?.modeCosts[mode.mode] ?? 0));
  let bottleneck: { readonly resource: string; readonly bucket: number; readonly hours: number } | undefined;
  for (const [resource, perUnit] of Object.entries(mode.hoursPerUnit)) {
    const due = path.latestStart + (mode.loadLag?.[resource] ?? 0);
    const row = index.resources.get(resource)?.[due];
    const own = index.plan.rates?.resources.find((rate) => rate.resource === resource);
    const free = row ? Math.max(0, row.capacity + row.overtimeMax - row.used - row.overtime) : Infinity;
    const setup = (mode.made[path.latestStart] ?? 0) > 0 ? 0 : (mode.setupHours[resource] ?? 0);
    const hours = quantity * perUnit + setup;
    const rate = own?.overtimeCost[due] || own?.cost[due] || 0;
    money += hours * rate;
    const missing = hours - free;
    if (missing > 0 && (!bottleneck || missing > bottleneck.hours))
      bottleneck = { resource, bucket: due, hours: missing };
  }
  if (!bottleneck) return [];
  const { resource, hours } = bottleneck;
  const unit = index.resources.get(resource)?.[0]?.unit ?? 'h';
  const params = { family, resource, hours: round(hours), unit, period: labelOf(index, bottleneck.bucket) };
  return [{ action: 'add-hours', params, cost: money }];
}

/**
 * Serving later, where demand may wait and a later bucket ends with nothing in backlog: a delivery to agree, or a sale where what
 * lacks is the selling of `teams`.
 */
function serveLater(
  index: PlanIndex,
  family: string,
  bucket: number,
  quantity: number,
  teams: string | undefined,
): Fix | undefined {
  const rates = index.rates.get(family);
  const rows = index.items.get(family);
  if (!rates || rates.backlogCost === undefined || !rows) return undefined;
  const served = rows.findIndex((row) => row.bucket > bucket && row.backlog <= 1e-5);
  if (served < 0) return undefined;
  let months = 0;
  for (let at = bucket; at < served; at += 1) months += index.plan.rates?.months[at] ?? 0;
  return {
    action: teams === undefined ? 'accept-later' : 'sell-later',
    params: { family, quantity: round(quantity), period: labelOf(index, served), ...(teams ? { teams } : {}) },
    cost: quantity * rates.backlogCost * months,
  };
}

function labelOf(index: PlanIndex, bucket: number | undefined): string {
  return index.buckets[bucket ?? -1]?.label ?? '';
}

/** Units and hours of an action as a person would say them, rounded up but for what writing with six decimals adds. */
function round(value: number): number {
  return value >= 100 ? Math.ceil(value - 1e-3) : Math.ceil(value * 10 - 1e-3) / 10;
}
