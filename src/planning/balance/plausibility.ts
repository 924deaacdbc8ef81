import { cellOf, type Issue } from '../issue';
import type { Item } from './data';

/** Costs further apart than this are more often a wrong unit than a real difference. */
const SPREAD = 1e6;

/** Lots larger than everything the horizon needs: what is made of them stays behind. */
export function reportLargeLots(items: readonly Item[], gross: readonly Float64Array[]): Issue[] {
  return items.flatMap((item): Issue[] => {
    const lot = item.ways.reduce((most, way) => Math.max(most, way.minLot, way.lotMultiple), 0);
    const own = gross[item.index] ?? item.demand;
    const needed = own.reduce((total, units) => total + units, Math.max(item.closing, item.safety[0] ?? 0));
    if (lot <= 0 || needed <= 0 || lot <= needed || !item.origin) return [];
    const isMinimum = item.ways.some((way) => way.minLot === lot);
    const cell = cellOf(item.origin, isMinimum ? 'minLot' : 'lotMultiple');
    return [{ code: 'lot-above-demand', severity: 'warning', cell, params: { family: item.name, lot, needed } }];
  });
}

/** Families whose price or dearest cost is a million times away from the middle of all. */
export function reportCostSpread(items: readonly Item[]): Issue[] {
  const sizes = items.map((item) => item.ways.reduce((most, way) => Math.max(most, way.cost), item.price));
  const known = sizes.filter((size) => size > 0).sort((left, right) => left - right);
  const middle = known[Math.floor(known.length / 2)];
  if (middle === undefined || known.length < 3) return [];
  return items.flatMap((item, at): Issue[] => {
    const size = sizes[at] ?? 0;
    if (size <= 0 || !item.origin || (size <= middle * SPREAD && size >= middle / SPREAD)) return [];
    const cell = cellOf(item.origin, item.price > 0 ? 'price' : 'unitCost');
    return [{ code: 'scale-spread', severity: 'info', cell, params: { family: item.name } }];
  });
}
