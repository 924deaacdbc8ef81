import type { PlanInput } from '../input';
import { issueAt, type Issue } from '../issue';
import { nameKey } from '../names';
import { bucketIndexOf } from '../time/buckets';
import type { PlanContext } from '../time/types';
import type { Deal } from './deals';
import { priceFamilies } from './prices';

export interface Bookings {
  /** Expected units by family (as spelt in Families, else in the pipeline), one value a bucket. */
  readonly units: ReadonlyMap<string, readonly number[]>;
  readonly issues: readonly Issue[];
}

/**
 * The units that open deals are expected to book, by family and bucket of their close: quantity × probability; where the quantity is blank, the
 * amount ÷ the family's price.
 *
 * @returns Units; and, counted once a kind, the open deals that name no family or whose units cannot be told.
 */
export function expectedBookings(deals: readonly Deal[], input: PlanInput, context: PlanContext): Bookings {
  const names = new Map(input.families.map((record) => [nameKey(record.family), record.family]));
  const prices = priceFamilies(input);
  const units = new Map<string, number[]>();
  const [nameless, priceless]: [Deal[], Deal[]] = [[], []];
  for (const deal of deals) {
    const bucket = deal.close === undefined ? undefined : bucketIndexOf(context.buckets, deal.close);
    if (deal.stage.outcome !== 'Open' || bucket === undefined) continue;
    const { family } = deal.record;
    if (family === undefined) {
      nameless.push(deal);
      continue;
    }
    const price = prices.get(nameKey(family))?.price;
    const quantity = deal.record.quantity ?? (price === undefined ? undefined : deal.amount / price);
    if (quantity === undefined) {
      priceless.push(deal);
      continue;
    }
    const name = names.get(nameKey(family)) ?? family;
    names.set(nameKey(family), name);
    const own = units.get(name) ?? context.buckets.map(() => 0);
    own[bucket] = (own[bucket] ?? 0) + quantity * deal.probability;
    units.set(name, own);
  }
  return {
    units,
    issues: [
      ...count('deals-without-family', 'family', nameless),
      ...count('deals-without-units', 'quantity', priceless),
    ],
  };
}

function count(code: string, field: string, deals: readonly Deal[]): Issue[] {
  const first = deals[0];
  if (!first) return [];
  const families = [...new Set(deals.flatMap((deal) => deal.record.family ?? []))];
  return [issueAt(first.record.origin, field, code, 'info', { count: deals.length, families: families.join(', ') })];
}
