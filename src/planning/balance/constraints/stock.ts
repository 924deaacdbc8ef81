import type { BalanceData } from '../data';
import type { ItemColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';
import { itemScale } from '../variables';

/**
 * Constraint 1, stock: I(i,t) = I(i,t−1) + R(i,t) + Σ ways X(i,w,t−lead) − Σ parents a(i,j) Σ modes X(j,m,t) − Σ classes Y(i,k,t).
 * Services have no stock: what is delivered is what is made.
 *
 * @returns Row of each item and bucket; its dual is the cost of one more unit there and then, with the sign turned.
 */
export function addStockRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ItemColumns[],
): Int32Array[] {
  const buckets = data.buckets.length;
  const rows = data.items.map((item, index) => {
    const own = columns[index];
    const scale = 1 / itemScale(item);
    return Int32Array.from({ length: buckets }, (_, bucket) => {
      const known = (item.receipts[bucket] ?? 0) + (bucket === 0 ? item.opening : 0);
      const row = builder.addRow(known, known, scale);
      builder.put(row, own?.stock[bucket] ?? -1, 1);
      if (bucket > 0) builder.put(row, own?.stock[bucket - 1] ?? -1, -1);
      for (const shipped of own?.shipped ?? []) builder.put(row, shipped[bucket] ?? -1, 1);
      return row;
    });
  });
  data.items.forEach((item, index) =>
    item.ways.forEach((way, at) => {
      const started = columns[index]?.started[at];
      started?.forEach((column, bucket) => {
        builder.put(rows[index]?.[bucket + way.lead] ?? -1, column, -1);
        if (way.kind !== 'make') return;
        for (const { item: component, quantity } of item.components) {
          builder.put(rows[component]?.[bucket] ?? -1, column, quantity);
        }
      });
    }),
  );
  return rows;
}
