import type { PlanInput } from '../input';
import { nameKey } from '../names';
import { median } from './rates';

/** Money per unit of a family, and whether it had to be read off the deals. */
export interface FamilyPrice {
  readonly price: number;
  readonly source: 'Families' | 'Pipeline';
}

/**
 * What a unit of each family sells for: its Price, else the median of amount ÷ quantity over the opportunities that have both.
 *
 * @returns Prices above 0 by name key; families without any are absent.
 */
export function priceFamilies(input: PlanInput): ReadonlyMap<string, FamilyPrice> {
  const prices = new Map<string, FamilyPrice>();
  const ratios = new Map<string, number[]>();
  for (const deal of input.pipeline) {
    if (deal.family === undefined || !deal.quantity || !deal.amount) continue;
    const key = nameKey(deal.family);
    const own = ratios.get(key);
    if (own) own.push(deal.amount / deal.quantity);
    else ratios.set(key, [deal.amount / deal.quantity]);
  }
  for (const [key, own] of ratios) {
    const price = median(own.sort((left, right) => left - right));
    if (price !== undefined && price > 0) prices.set(key, { price, source: 'Pipeline' });
  }
  for (const { family, price } of input.families) {
    if (price !== undefined && price > 0) prices.set(nameKey(family), { price, source: 'Families' });
  }
  return prices;
}
