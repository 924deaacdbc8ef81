import type { BalanceData } from '../data';
import type { ItemColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';

/**
 * Constraint 8, sales: where selling capacity is given, Σ price × shipped of a month's buckets does not exceed it.
 *
 * @returns The row of each period of `data.salesCapacity`.
 */
export function addSalesRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ItemColumns[],
): Int32Array {
  return Int32Array.from(data.salesCapacity ?? [], ({ first, last, limit }) => {
    const row = builder.addRow(-Infinity, Math.max(0, limit));
    data.items.forEach((item, index) => {
      for (const shipped of columns[index]?.shipped ?? [])
        for (let bucket = first; bucket <= last; bucket += 1) builder.put(row, shipped[bucket] ?? -1, item.price);
    });
    return row;
  });
}
