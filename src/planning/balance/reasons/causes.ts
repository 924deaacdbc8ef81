import { compareText } from '../../names';
import type { CauseKind, ShortageCause } from '../../resultBalance';
import { soldOutIn } from '../sellingLimits';
import { supplyPaths, type SupplyPath } from './paths';
import type { PlanIndex } from './planIndex';

/** Longest list of causes worth reading. */
const MOST_CAUSES = 6;
/** What outranks what when nothing has a price: what can be acted on first. */
const ORDER: readonly CauseKind[] = ['capacity', 'material', 'limit', 'lot', 'priority', 'lead time', 'frozen', 'cost'];

/**
 * Why a family is short in a bucket: what blocks the paths by which it could have been served, components followed down to what they lack,
 * dearest first; and where a path was open, that serving cost more than it was worth, or was less than a lot.
 */
export function causesOf(
  index: PlanIndex,
  family: string,
  bucket: number,
  paths: readonly SupplyPath[],
): ShortageCause[] {
  const found = new Map<string, { cause: ShortageCause; count: number }>();
  const add = (cause: ShortageCause): void => {
    const key = `${cause.kind} ${cause.name}`;
    const known = found.get(key);
    if (!known) found.set(key, { cause, count: 1 });
    else {
      known.count += 1;
      if ((cause.price ?? 0) > (known.cause.price ?? 0)) known.cause = cause;
    }
  };
  if (paths.length === 0) add({ kind: 'limit', name: family, bucket });
  for (const path of paths) {
    path.blocks.forEach(add);
    for (const block of path.blocks.slice(0, 1)) {
      if (block.kind === 'material') rootsOf(index, block.name, block.bucket ?? bucket, 1).forEach(add);
      if (block.kind === 'capacity') priorityOf(index, family, block).forEach(add);
    }
    if (path.openStart !== undefined) add(openCause(index, family, path.openStart, bucket));
  }
  return [...found.values()]
    .sort(
      (left, right) =>
        (right.cause.price ?? 0) - (left.cause.price ?? 0) ||
        ORDER.indexOf(left.cause.kind) - ORDER.indexOf(right.cause.kind) ||
        right.count - left.count ||
        compareText(left.cause.name, right.cause.name),
    )
    .slice(0, MOST_CAUSES)
    .map(({ cause }) => cause);
}

/** What a component that is lacking lacks itself. */
function rootsOf(index: PlanIndex, component: string, bucket: number, depth: number): ShortageCause[] {
  if (depth > 4) return [];
  return supplyPaths(index, component, bucket, depth).flatMap((path) => {
    const first = path.blocks[0];
    if (!first) return [];
    return first.kind === 'material'
      ? [first, ...rootsOf(index, first.name, first.bucket ?? bucket, depth + 1)]
      : [first];
  });
}

/** Under Service first, hours that an item of a higher priority took. */
function priorityOf(index: PlanIndex, family: string, block: ShortageCause): ShortageCause[] {
  if (index.settings.objective !== 'Service first') return [];
  const own = index.rates.get(family)?.priority ?? Infinity;
  let taker: { readonly family: string; readonly hours: number } | undefined;
  for (const mode of index.users.get(block.name) ?? []) {
    const start = (block.bucket ?? 0) - (mode.loadLag?.[block.name] ?? 0);
    const hours = (mode.made[start] ?? 0) * (mode.hoursPerUnit[block.name] ?? 0);
    const first = (index.rates.get(mode.family)?.priority ?? Infinity) < own;
    if (first && hours > 0 && (!taker || hours > taker.hours)) taker = { family: mode.family, hours };
  }
  return taker ? [{ kind: 'priority', name: taker.family, bucket: block.bucket }] : [];
}

function openCause(index: PlanIndex, family: string, start: number, bucket: number): ShortageCause {
  const rates = index.rates.get(family);
  const soldOut = soldOutIn(bucket, index.plan.selling);
  if (soldOut && (rates?.price ?? 0) > 0) {
    const { teams, price } = soldOut;
    return { kind: 'limit', name: teams, bucket, ...(price ? { price } : {}) };
  }
  const row = index.items.get(family)?.[bucket];
  const missing = (row?.lost ?? 0) + (row?.backlog ?? 0);
  const lot = Math.max(rates?.minLot ?? 0, rates?.lotMultiple ?? 0);
  if (lot > missing && lot > 0) return { kind: 'lot', name: family, bucket: start };
  return { kind: 'cost', name: family, bucket: start };
}
