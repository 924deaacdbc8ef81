import type { FamilyRecord, OrderRecord } from '../input';
import { bucketIndexOf } from '../time/buckets';
import type { PlanContext } from '../time/types';
import type { DemandClass } from './data';

/** Families without a priority come after all that have one. */
export const LAST_PRIORITY = 1e6;

/**
 * Splits an item's demand into classes of priority: an order has its own, everything else the family's. Only Service first serves class by
 * class; under other objectives there is one class.
 *
 * @param backlog Units in backlog at the start; they belong to the family's own class.
 * @returns Classes, first served first; their demand sums to the item's; none for an item that nobody demands.
 */
export function splitClasses(
  source: {
    /** Orders of the family. */
    readonly orders: readonly OrderRecord[];
    readonly context: PlanContext;
    readonly record?: FamilyRecord;
    readonly demand: Float64Array;
  },
  backlog: number,
): readonly DemandClass[] {
  const { context, demand, record } = source;
  const own = record?.priority ?? LAST_PRIORITY;
  const waits = record?.backlogCost !== undefined;
  const byPriority = new Map<number, Float64Array>();
  const left = demand.slice();
  if (context.settings.objective === 'Service first') placeOrders(source, own, left, byPriority);
  const rest = byPriority.get(own) ?? new Float64Array(demand.length);
  left.forEach((units, bucket) => (rest[bucket] = (rest[bucket] ?? 0) + units));
  if (!waits) rest[0] = (rest[0] ?? 0) + backlog;
  if ((waits && backlog > 0) || rest.some((units) => units > 0)) byPriority.set(own, rest);
  return [...byPriority.entries()]
    .sort(([first], [second]) => first - second)
    .map(([priority, units]) => ({
      priority,
      demand: units,
      openingBacklog: waits && priority === own ? backlog : 0,
    }));
}

/** Gives each order's units to its class, first priorities first, as far as the demand of the bucket goes. */
function placeOrders(
  { orders, context }: { readonly orders: readonly OrderRecord[]; readonly context: PlanContext },
  own: number,
  left: Float64Array,
  byPriority: Map<number, Float64Array>,
): void {
  const placed = orders
    .filter((order) => order.priority !== undefined && order.priority !== own)
    .sort(
      (first, second) =>
        (first.priority ?? own) - (second.priority ?? own) ||
        first.date - second.date ||
        first.quantity - second.quantity,
    );
  for (const order of placed) {
    const bucket = order.date < context.settings.planStart ? 0 : bucketIndexOf(context.buckets, order.date);
    if (bucket === undefined) continue;
    const units = Math.min(Math.max(0, order.quantity), left[bucket] ?? 0);
    const priority = order.priority ?? own;
    const ownClass = byPriority.get(priority) ?? new Float64Array(left.length);
    byPriority.set(priority, ownClass);
    ownClass[bucket] = (ownClass[bucket] ?? 0) + units;
    left[bucket] = (left[bucket] ?? 0) - units;
  }
}
