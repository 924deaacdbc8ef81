import type { BalanceData } from '../data';
import type { ItemColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';

/** Constraint 8, sales: where selling capacity is given, Σ price × shipped of a bucket does not exceed it. */
export function addSalesRows(builder: ProgrammeBuilder, data: BalanceData, columns: readonly ItemColumns[]): void {
  data.salesCapacity?.forEach((most, bucket) => {
    if (!Number.isFinite(most)) return;
    const row = builder.addRow(-Infinity, Math.max(0, most));
    data.items.forEach((item, index) => {
      for (const shipped of columns[index]?.shipped ?? []) builder.put(row, shipped[bucket] ?? -1, item.price);
    });
  });
}
