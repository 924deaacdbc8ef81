import type { BalanceData } from '../data';
import type { ResourceColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';

/**
 * Constraints 3 and 4, workforce: W(t) = W(t−1) + H(t) − F(t); used ≤ hours × W, or used + idle = hours × W where idle paid hours are not
 * allowed; O ≤ overtime per head × W.
 *
 * @returns Row `used ≤ hours × heads` of each resource and bucket; −1 where the capacity is a plain number.
 */
export function addWorkforceRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ResourceColumns[],
): Int32Array[] {
  return data.resources.map((resource, index) => {
    const own = columns[index];
    return Int32Array.from(resource.buckets, (bucket, at) => {
      const heads = own?.heads[at] ?? -1;
      if (heads < 0) return addFixedHeadsRow(builder, own, at, bucket.regular);
      addHeadCountRow(builder, own, at, resource.initialHeads ?? 0);
      if ((own?.overtime[at] ?? -1) >= 0) {
        const limit = builder.addRow(-Infinity, 0);
        builder.put(limit, own?.overtime[at] ?? -1, 1);
        builder.put(limit, heads, -bucket.overtimePerHead);
      }
      const idle = own?.idle[at] ?? -1;
      const row = builder.addRow(idle < 0 ? -Infinity : 0, 0);
      builder.put(row, own?.used[at] ?? -1, 1);
      builder.put(row, idle, 1);
      builder.put(row, heads, -bucket.hoursPerHead);
      return row;
    });
  });
}

/** A fixed head count whose hours must all be worked. */
function addFixedHeadsRow(
  builder: ProgrammeBuilder,
  own: ResourceColumns | undefined,
  at: number,
  regular: number,
): number {
  const idle = own?.idle[at] ?? -1;
  if (idle < 0) return -1;
  const row = builder.addRow(regular, regular);
  builder.put(row, own?.used[at] ?? -1, 1);
  builder.put(row, idle, 1);
  return row;
}

function addHeadCountRow(
  builder: ProgrammeBuilder,
  own: ResourceColumns | undefined,
  at: number,
  initial: number,
): void {
  const known = at === 0 ? initial : 0;
  const row = builder.addRow(known, known);
  builder.put(row, own?.heads[at] ?? -1, 1);
  if (at > 0) builder.put(row, own?.heads[at - 1] ?? -1, -1);
  builder.put(row, own?.hired[at] ?? -1, -1);
  builder.put(row, own?.laidOff[at] ?? -1, 1);
}
