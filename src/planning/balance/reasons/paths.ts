import type { ModeProduction, ShortageCause } from '../../resultBalance';
import type { PlanIndex } from './planIndex';

/** One way in which a unit could have come, and what stands in it. */
export interface SupplyPath {
  readonly way: 'make' | 'subcontract' | 'buy';
  /** Mode of making; empty for the only one, and for subcontract and buy. */
  readonly mode: string;
  /** Latest bucket in which it would have had to start; below 0 it is before the plan. */
  readonly latestStart: number;
  /** First thing that blocks each start from the latest back, until one is open. */
  readonly blocks: readonly ShortageCause[];
  /** The latest start that nothing blocks: then serving was possible, and did not pay or was less than a lot. */
  readonly openStart?: number;
}

/** Below this a limit counts as reached and a stock as empty. */
const NOTICEABLE = 1e-5;
/** Components of components are followed so far down. */
const DEEPEST = 6;

/**
 * Every path by which a unit of a family could have been there in a bucket: each mode, subcontracting and buying, started as late as its lead
 * time allows or earlier and kept in stock; and what blocks each start. Plain arithmetic on the written plan.
 *
 * @see mathematics J.2
 */
export function supplyPaths(index: PlanIndex, family: string, bucket: number, depth = 0): SupplyPath[] {
  const rates = index.rates.get(family);
  const lead = rates?.leadBuckets ?? 0;
  const paths = (index.modes.get(family) ?? []).map((mode) =>
    followPath(index, family, 'make', mode, bucket - (mode.lead ?? lead), depth),
  );
  if (rates?.subcontractCost !== undefined) {
    paths.push(followPath(index, family, 'subcontract', undefined, bucket - lead, depth));
  }
  if (rates?.purchaseCost !== undefined) paths.push(followPath(index, family, 'buy', undefined, bucket - lead, depth));
  return paths;
}

function followPath(
  index: PlanIndex,
  family: string,
  way: SupplyPath['way'],
  mode: ModeProduction | undefined,
  latestStart: number,
  depth: number,
): SupplyPath {
  const path = { way, mode: mode?.mode ?? '', latestStart };
  if (latestStart < 0) return { ...path, blocks: [{ kind: 'lead time', name: family, bucket: 0 }] };
  const blocks: ShortageCause[] = [];
  for (let start = latestStart; start >= 0; start -= 1) {
    const block = mode ? blockOfMode(index, mode, start, depth) : blockOfOutside(index, family, way, start);
    if (!block) return { ...path, blocks, openStart: start };
    blocks.push(block);
    // What could have started earlier would still have been blocked by what froze the plan.
    if (block.kind === 'frozen') break;
  }
  return { ...path, blocks };
}

function blockOfOutside(
  index: PlanIndex,
  family: string,
  way: SupplyPath['way'],
  start: number,
): ShortageCause | undefined {
  if (start < index.settings.frozen) return { kind: 'frozen', name: family, bucket: start };
  const rates = index.rates.get(family);
  const row = index.items.get(family)?.[start];
  const most = way === 'buy' ? rates?.purchaseMax?.[start] : rates?.subcontractMax?.[start];
  const taken = way === 'buy' ? row?.bought : row?.subcontracted;
  if (most === undefined || (taken ?? 0) < most - NOTICEABLE) return undefined;
  const cost = way === 'buy' ? rates?.purchaseCost : rates?.subcontractCost;
  const worth = Math.max(0, (row?.price ?? 0) - (cost ?? 0));
  return { kind: 'limit', name: family, bucket: start, ...(worth > 0 ? { price: worth } : {}) };
}

function blockOfMode(index: PlanIndex, mode: ModeProduction, start: number, depth: number): ShortageCause | undefined {
  if (start < index.settings.frozen) return { kind: 'frozen', name: mode.family, bucket: start };
  for (const [resource, hours] of Object.entries(mode.hoursPerUnit)) {
    const block = blockOfResource(index, mode, resource, hours, start + (mode.loadLag?.[resource] ?? 0), start);
    if (block) return block;
  }
  for (const { component } of index.components.get(mode.family) ?? []) {
    if ((index.spare.get(component)?.[start] ?? 0) > NOTICEABLE) continue;
    if (depth < DEEPEST && isOpen(index, component, start, depth + 1)) continue;
    const price = index.items.get(component)?.[start]?.price;
    return { kind: 'material', name: component, bucket: start, ...(price && price > 0 ? { price } : {}) };
  }
  return undefined;
}

function blockOfResource(
  index: PlanIndex,
  mode: ModeProduction,
  resource: string,
  hours: number,
  due: number,
  start: number,
): ShortageCause | undefined {
  const row = index.resources.get(resource)?.[due];
  if (!row) return undefined;
  const free = row.capacity + row.overtimeMax - row.used - row.overtime;
  const setup = (mode.made[start] ?? 0) > 0 ? 0 : (mode.setupHours[resource] ?? 0);
  const { price } = row;
  if ((hours > 0 || setup > 0) && free <= setup + NOTICEABLE) {
    return { kind: 'capacity', name: resource, bucket: due, ...(price ? { price } : {}) };
  }
  const lot = (mode.made[start] ?? 0) > 0 ? 0 : (index.rates.get(mode.family)?.minLot ?? 0);
  const multiple = index.rates.get(mode.family)?.lotMultiple ?? 0;
  if (hours * Math.max(lot, multiple) > free - setup + NOTICEABLE) {
    return { kind: 'lot', name: mode.family, bucket: start };
  }
  return undefined;
}

/** Whether a unit of a component could be had by a bucket. */
function isOpen(index: PlanIndex, component: string, bucket: number, depth: number): boolean {
  const key = `${bucket} ${component}`;
  const known = index.known.get(key);
  if (known !== undefined) return known;
  const open = supplyPaths(index, component, bucket, depth).some((path) => path.openStart !== undefined);
  index.known.set(key, open);
  return open;
}
