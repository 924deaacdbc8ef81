import type { BalanceData, Item } from '../data';
import type { ItemColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';
import { itemScale } from '../variables';

/**
 * Constraint 6, stock policy: I + V ≥ safety stock; I − E ≤ maximum stock; I(T) ≥ closing stock; and with a shelf life of n buckets,
 * I(t) ≤ Σ outflow of the n buckets that follow.
 */
export function addStockPolicyRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ItemColumns[],
): void {
  data.items.forEach((item, index) => {
    const own = columns[index];
    if (!own || item.isService) return;
    const scale = 1 / itemScale(item);
    own.stock.forEach((stock, bucket) => {
      const shortfall = own.shortfall[bucket] ?? -1;
      if (shortfall >= 0) {
        const row = builder.addRow(item.safety[bucket] ?? 0, Infinity, scale);
        builder.put(row, stock, 1);
        builder.put(row, shortfall, 1);
      }
      const excess = own.excess[bucket] ?? -1;
      if (excess >= 0) {
        const row = builder.addRow(-Infinity, item.maxStock, scale);
        builder.put(row, stock, 1);
        builder.put(row, excess, -1);
      }
    });
    if (own.closingShortfall >= 0) {
      const row = builder.addRow(item.closing, Infinity, scale);
      builder.put(row, own.stock[own.stock.length - 1] ?? -1, 1);
      builder.put(row, own.closingShortfall, 1);
    }
    if (item.shelfLife !== undefined) addShelfLifeRows(builder, data, columns, item, item.shelfLife, scale);
  });
}

/** Beyond the horizon the outflow is taken to go on at its average; the stock needs no limit where the average alone covers it. */
function addShelfLifeRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ItemColumns[],
  item: Item,
  life: number,
  scale: number,
): void {
  const own = columns[item.index];
  const count = data.buckets.length;
  const average = item.demand.reduce((total, units) => total + units, 0) / Math.max(1, count);
  const users = data.items.filter((other) => other.components.some((component) => component.item === item.index));
  own?.stock.forEach((stock, bucket) => {
    const missing = Math.max(0, bucket + life - (count - 1));
    const row = builder.addRow(-Infinity, missing * average, scale);
    builder.put(row, stock, 1);
    builder.put(row, own.expiring[bucket] ?? -1, -1);
    for (let at = bucket + 1; at < Math.min(count, bucket + life + 1); at += 1) {
      for (const shipped of own.shipped) builder.put(row, shipped[at] ?? -1, -1);
      for (const user of users) {
        const quantity = user.components.find((component) => component.item === item.index)?.quantity ?? 0;
        user.ways.forEach((way, index) => {
          if (way.kind === 'make') builder.put(row, columns[user.index]?.started[index]?.[at] ?? -1, -quantity);
        });
      }
    }
  });
}
