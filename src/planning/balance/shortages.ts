import type { BalanceItem, BalancePlan, Shortage } from '../resultBalance';
import type { BalanceData, Item } from './data';
import { causesOf } from './reasons/causes';
import { fixesOf } from './reasons/fixes';
import { supplyPaths } from './reasons/paths';
import { indexPlan } from './reasons/planIndex';

/** Quantities below this are not worth a line. */
const NOTICEABLE = 1e-4;

/**
 * What is late or lost, by item and bucket (units lost in the bucket, and units in backlog at its end), with what blocks it and what would
 * serve it.
 *
 * Money is what is at stake: price × quantity (or the lost sale cost, if higher) for what is lost or never served, the backlog cost of the
 * bucket for what is only late.
 *
 * @returns Shortages by money, largest first.
 */
export function listShortages(data: BalanceData, balance: BalancePlan): Shortage[] {
  const last = data.buckets.length - 1;
  const shortages = data.items.flatMap((item) =>
    balance.items
      .slice(item.index * (last + 1), (item.index + 1) * (last + 1))
      .flatMap((row) => shortagesOf(data, item, row, row.bucket === last)),
  );
  const index = indexPlan(balance, data.settings, data.buckets);
  return shortages
    .sort((left, right) => right.money - left.money || left.bucket - right.bucket)
    .map((shortage) => {
      const paths = supplyPaths(index, shortage.family, shortage.bucket);
      return {
        ...shortage,
        causes: causesOf(index, shortage.family, shortage.bucket, paths),
        fixes: fixesOf(index, shortage.family, shortage.bucket, shortage.quantity, paths),
      };
    });
}

function shortagesOf(data: BalanceData, item: Item, row: BalanceItem, isLast: boolean): Shortage[] {
  const stake = Math.max(item.price, item.lostCost);
  const found: Shortage[] = [];
  const common = { family: item.name, bucket: row.bucket, causes: [], fixes: [] };
  if (row.lost > NOTICEABLE) found.push({ ...common, quantity: row.lost, kind: 'lost', money: row.lost * stake });
  if (row.backlog > NOTICEABLE) {
    const waiting = (item.backlogCost ?? 0) * (data.months[row.bucket] ?? 0) * row.backlog;
    found.push({
      ...common,
      quantity: row.backlog,
      kind: 'late',
      money: waiting + (isLast ? row.backlog * stake : 0),
    });
  }
  return found;
}
