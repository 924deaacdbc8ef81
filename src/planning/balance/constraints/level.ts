import type { BalanceData } from '../data';
import type { LevelTerm, ResourceColumns } from '../model';
import type { ProgrammeBuilder } from '../programme';

/**
 * Levelness: load(r,t) − load(r,t−1) = rise − fall, so that among plans of the same cost the one with the steadiest load can be taken.
 *
 * @returns Rise and fall columns, weighted by the inverse of the resource's largest capacity so that all resources count alike.
 */
export function addLevelRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ResourceColumns[],
): LevelTerm[] {
  const terms: LevelTerm[] = [];
  data.resources.forEach((resource, index) => {
    const own = columns[index];
    const largest = resource.buckets.reduce((most, bucket) => Math.max(most, bucket.regular), 0);
    const weight = 1 / (largest > 0 ? largest : 1);
    for (let bucket = 1; bucket < data.buckets.length; bucket += 1) {
      const row = builder.addRow(0, 0);
      const [rise, fall] = [builder.addColumn(0, Infinity), builder.addColumn(0, Infinity)];
      for (const load of [own?.used, own?.overtime]) {
        builder.put(row, load?.[bucket] ?? -1, 1);
        builder.put(row, load?.[bucket - 1] ?? -1, -1);
      }
      builder.put(row, rise, -1);
      builder.put(row, fall, 1);
      terms.push({ column: rise, weight }, { column: fall, weight });
    }
  });
  return terms;
}
