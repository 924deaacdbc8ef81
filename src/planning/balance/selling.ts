import type { Issue } from '../issue';
import { compareText } from '../names';
import type { SalesCapacityMonth } from '../result';
import type { BalancePlan, SellingLimit } from '../resultBalance';
import type { PlanContext } from '../time/types';
import { isSoldOut } from './sellingLimits';
import type { SolvedModel } from './solve';

/** What can be sold in each month that has a limit, and what is shipped of it. */
export function writeSelling(
  { model, priced }: SolvedModel,
  columns: Float64Array,
  selling: readonly SalesCapacityMonth[],
): Pick<BalancePlan, 'selling'> {
  const { data, items, rows } = model;
  if (!data.salesCapacity) return {};
  const teams = [...new Set(selling.map((month) => month.team))].sort(compareText).join(', ');
  const shippedIn = (first: number, last: number): number =>
    data.items.reduce(
      (total, { index, price }) =>
        (items[index]?.shipped ?? []).reduce((sum, own) => {
          for (const column of own.subarray(first, last + 1)) sum += price * (columns[column] ?? 0);
          return sum;
        }, total),
      0,
    );
  const limits = data.salesCapacity.map(({ first, last, limit }, at): SellingLimit => {
    const price = Math.max(0, -(priced?.duals?.[rows.sales[at] ?? -1] ?? 0));
    return { first, last, teams, limit, shipped: shippedIn(first, last), ...(price > 1e-7 ? { price } : {}) };
  });
  return { selling: limits };
}

/** Says where not supply but what can be sold ends the plan. */
export function reportSelling({ selling, items }: BalancePlan, { buckets }: PlanContext): Issue[] {
  const short = items.filter((row) => row.lost + row.backlog > 1e-4);
  const reached = (selling ?? []).filter(
    (own) => isSoldOut(own) && short.some(({ bucket }) => own.first <= bucket && bucket <= own.last),
  );
  const [first] = reached;
  if (!first) return [];
  const params = { teams: first.teams, count: reached.length, bucket: buckets[first.first]?.label ?? '' };
  return [{ code: 'selling-capacity-reached', severity: 'info', params }];
}
