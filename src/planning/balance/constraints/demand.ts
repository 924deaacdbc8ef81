import { allowsBacklog, type BalanceData } from '../data';
import type { ItemColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';
import { itemScale } from '../variables';

/**
 * Constraint 2, demand: B(i,k,t) = B(i,k,t−1) + D(i,k,t) − Y(i,k,t) − L(i,k,t); without backlog, Y + L = D. The longest wait is a bound of B.
 *
 * @returns Row of each item, demand class and bucket; −1 where nothing is demanded. Its dual is the cost of one more unit demanded.
 */
export function addDemandRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ItemColumns[],
): Int32Array[][] {
  return data.items.map((item, index) => {
    const own = columns[index];
    const scale = 1 / itemScale(item);
    return item.classes.map((demandClass, at) =>
      Int32Array.from(demandClass.demand, (demand, bucket) => {
        if (!allowsBacklog(item) && demand <= 0) return -1;
        const due = demand + (bucket === 0 ? demandClass.openingBacklog : 0);
        const row = builder.addRow(due, due, scale);
        builder.put(row, own?.shipped[at]?.[bucket] ?? -1, 1);
        builder.put(row, own?.lost[at]?.[bucket] ?? -1, 1);
        builder.put(row, own?.backlog[at]?.[bucket] ?? -1, 1);
        if (bucket > 0) builder.put(row, own?.backlog[at]?.[bucket - 1] ?? -1, -1);
        return row;
      }),
    );
  });
}
