import type { BalanceItem, BalanceResource } from '../result';
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
      const index = item?.index ?? -1;
      const price = clean(duals[model.rows.stock[index]?.[row.bucket] ?? -1]);
      const demandRow = model.rows.demand[index]?.find((rows) => (rows[row.bucket] ?? -1) >= 0)?.[row.bucket];
      const demandPrice = clean(demandRow === undefined ? undefined : duals[demandRow]);
      return {
        ...row,
        ...(price === undefined ? {} : { price: flip(price) }),
        ...(demandPrice === undefined ? {} : { demandPrice }),
      };
    }),
    resources: resources.map((row, at) => {
      const resource = Math.floor(at / count);
      return { ...row, ...capacityPrice(model, resource, row.bucket, duals, reducedCosts, ranges) };
    }),
  };
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
