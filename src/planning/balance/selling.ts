import type { Issue } from '../issue';
import { compareText } from '../names';
import type { BalancePlan, SalesCapacityMonth, SellingLimit } from '../result';
import type { PlanContext } from '../time/types';
import { isSoldOut } from './sellingLimits';
import type { SolvedModel } from './solve';

/** What can be sold in each bucket that has a limit, and what is shipped of it. */
export function writeSelling(
  { model, priced }: SolvedModel,
  columns: Float64Array,
  selling: readonly SalesCapacityMonth[],
): Pick<BalancePlan, 'selling'> {
  const { data, items, rows } = model;
  if (!data.salesCapacity) return {};
  const teams = [...new Set(selling.map((month) => month.team))].sort(compareText).join(', ');
  const limits = data.salesCapacity.flatMap((limit, bucket): SellingLimit[] => {
    if (!Number.isFinite(limit)) return [];
    const shipped = data.items.reduce(
      (total, { index, price }) =>
        (items[index]?.shipped ?? []).reduce((sum, own) => sum + price * (columns[own[bucket] ?? -1] ?? 0), total),
      0,
    );
    const price = Math.max(0, -(priced?.duals?.[rows.sales[bucket] ?? -1] ?? 0));
    return [{ bucket, teams, limit, shipped, ...(price > 1e-7 ? { price } : {}) }];
  });
  return { selling: limits };
}

/** Says where not supply but what can be sold ends the plan. */
export function reportSelling({ selling, items }: BalancePlan, { buckets }: PlanContext): Issue[] {
  const short = new Set(items.filter((row) => row.lost + row.backlog > 1e-4).map((row) => row.bucket));
  const reached = (selling ?? []).filter((own) => isSoldOut(own) && short.has(own.bucket));
  const [first] = reached;
  if (!first) return [];
  const params = { teams: first.teams, count: reached.length, bucket: buckets[first.bucket]?.label ?? '' };
  return [{ code: 'selling-capacity-reached', severity: 'info', params }];
}
