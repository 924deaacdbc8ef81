import type { BalanceData } from '../data';
import type { ItemColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';

/**
 * Constraint 8, sales: where selling capacity is given, Σ price × shipped of a bucket does not exceed it.
 *
 * @returns Row of each bucket; −1 where there is no limit.
 */
export function addSalesRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ItemColumns[],
): Int32Array {
  return Int32Array.from(data.buckets, ({ index: bucket }) => {
    const most = data.salesCapacity?.[bucket] ?? Infinity;
    if (!Number.isFinite(most)) return -1;
    const row = builder.addRow(-Infinity, Math.max(0, most));
    data.items.forEach((item, index) => {
      for (const shipped of columns[index]?.shipped ?? []) builder.put(row, shipped[bucket] ?? -1, item.price);
    });
    return row;
  });
}
