import type { BalanceData } from '../data';
import type { ItemColumns, ResourceColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';

/**
 * Constraint 3, capacity: Σ ways (b(i,w,r) X(i,w,t) + st(i,w,r) Z(i,w,t)) = used(r,t) + O(r,t), each with its most. Hours with a delay fall
 * that many buckets after the start.
 *
 * @returns Row of each resource and bucket.
 */
export function addLoadRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  items: readonly ItemColumns[],
  resources: readonly ResourceColumns[],
): Int32Array[] {
  const rows = data.resources.map((_, index) =>
    Int32Array.from(data.buckets, (bucket) => {
      const row = builder.addRow(0, 0);
      builder.put(row, resources[index]?.used[bucket.index] ?? -1, -1);
      builder.put(row, resources[index]?.overtime[bucket.index] ?? -1, -1);
      return row;
    }),
  );
  data.items.forEach((item, index) =>
    item.ways.forEach((way, at) => {
      const own = items[index];
      for (const load of way.loads) {
        own?.started[at]?.forEach((column, bucket) => {
          if (column < 0) return;
          const row = rows[load.resource]?.[bucket + load.delay] ?? -1;
          builder.put(row, column, load.hours);
          builder.put(row, own.setup[at]?.[bucket] ?? -1, load.setupHours);
        });
      }
    }),
  );
  return rows;
}
