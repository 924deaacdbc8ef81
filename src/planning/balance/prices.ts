import type { BalanceItem, BalanceResource, PriceRange } from '../resultBalance';
import type { BalanceModel } from './model';
import type { LpSolution, RowRanges } from './solver';

/** Prices smaller than this are the solver's noise. */
const NOISE = 1e-7;

/**
 * Writes the prices of the money stage beside the quantities: what one more unit of regular capacity is worth, with the range of capacity in
 * which this holds; what one more unit needed of an item costs there and then; what one more unit demanded costs.
 *
 * The signs are those of the reader: the price of capacity is what cost falls by (0 or more), the price of an item what cost rises by when
 * one more unit of it is needed.
 *
 * @param solution Optimal LP of the money stage (whole numbers fixed where there are any).
 */
export function writePrices(
  model: BalanceModel,
  solution: LpSolution,
  ranges: RowRanges | undefined,
  items: readonly BalanceItem[],
  resources: readonly BalanceResource[],
): { readonly items: BalanceItem[]; readonly resources: BalanceResource[] } {
  const { duals, reducedCosts } = solution;
  const count = model.data.buckets.length;
  if (!duals || !reducedCosts) return { items: [...items], resources: [...resources] };
  return {
    items: items.map((row, at) => {
      const item = model.data.items[Math.floor(at / count)];
      return item ? priceItem(model, item.index, row, solution, ranges) : row;
    }),
    resources: resources.map((row, at) => {
      const resource = Math.floor(at / count);
      return { ...row, ...capacityPrice(model, resource, row.bucket, duals, reducedCosts, ranges) };
    }),
  };
}

type Written<T> = { -readonly [K in keyof T]: T[K] };

function priceItem(
  model: BalanceModel,
  item: number,
  row: BalanceItem,
  { duals, reducedCosts }: LpSolution,
  ranges: RowRanges | undefined,
): BalanceItem {
  const { bucket, shipped } = row;
  const priced: Written<BalanceItem> = { ...row };
  const stockRow = model.rows.stock[item]?.[bucket] ?? -1;
  const price = clean(duals?.[stockRow]);
  const range = ranges && price !== 0 ? needRange(model.builder.rowUpper[stockRow] ?? 0, stockRow, ranges) : undefined;
  const demandClass = model.rows.demand[item]?.findIndex((rows) => (rows[bucket] ?? -1) >= 0) ?? -1;
  const demandPrice = clean(duals?.[model.rows.demand[item]?.[demandClass]?.[bucket] ?? -1]);
  if (price !== undefined) priced.price = flip(price);
  if (range) priced.priceRange = range;
  if (demandPrice !== undefined) priced.demandPrice = demandPrice;
  // While something is shipped, a unit more or less demanded is one more or less needed.
  const column = model.items[item]?.shipped[demandClass]?.[bucket] ?? -1;
  const isPlain = column >= 0 && Math.abs(reducedCosts?.[column] ?? NaN) < NOISE && shipped > NOISE;
  if (range && isPlain) priced.demandPriceRange = { ...range, fewer: Math.min(range.fewer ?? Infinity, shipped) };
  return priced;
}

/** What is known of the stock may shrink (more is needed) and grow so far while the row keeps its price. */
function needRange(known: number, row: number, { lower, upper }: RowRanges): PriceRange | undefined {
  const [least, most] = [lower[row] ?? NaN, upper[row] ?? NaN];
  if (Number.isNaN(least) || Number.isNaN(most)) return undefined;
  return { ...within('more', known - least), ...within('fewer', most - known) };
}

function within<K extends keyof PriceRange>(key: K, units: number): { [P in K]?: number } {
  if (!Number.isFinite(units) || Math.abs(units) >= 1e20) return {};
  return { [key]: Math.max(0, Number(units.toPrecision(12))) } as { [P in K]?: number };
}

/** A plain capacity is the bound of the hours used; one made of heads is a row. */
function capacityPrice(
  model: BalanceModel,
  resource: number,
  bucket: number,
  duals: Float64Array,
  reducedCosts: Float64Array,
  ranges: RowRanges | undefined,
): Pick<BalanceResource, 'price' | 'priceFrom' | 'priceTo'> {
  const row = model.rows.workforce[resource]?.[bucket] ?? -1;
  const flexible = row >= 0 && (model.resources[resource]?.heads[bucket] ?? -1) >= 0;
  if (flexible) return { price: Math.max(0, flip(clean(duals[row]) ?? 0)) };
  const column = model.resources[resource]?.used[bucket] ?? -1;
  const dual = row >= 0 ? duals[row] : reducedCosts[column];
  const price = Math.max(0, flip(clean(dual) ?? 0));
  if (price === 0 || !ranges) return { price };
  const [from, to] =
    row >= 0 ? [ranges.lower[row], ranges.upper[row]] : [ranges.columnLower[column], ranges.columnUpper[column]];
  return { price, ...finite('priceFrom', from), ...finite('priceTo', to) };
}

function finite<K extends 'priceFrom' | 'priceTo'>(key: K, value: number | undefined): { [P in K]?: number } {
  if (value === undefined || !Number.isFinite(value) || Math.abs(value) >= 1e20) return {};
  return { [key]: Math.max(0, value) } as { [P in K]?: number };
}

function flip(value: number): number {
  return value === 0 ? 0 : -value;
}

function clean(value: number | undefined): number | undefined {
  if (value === undefined || !Number.isFinite(value)) return undefined;
  return Math.abs(value) < NOISE ? 0 : Number(value.toPrecision(12));
}
