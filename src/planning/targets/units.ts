import type { PlanInput } from '../input';
import { nameKey } from '../names';
import { priceFamilies } from '../pipeline/prices';
import type { CascadeLine } from '../result';
import type { PlanContext } from '../time/types';
import { convertSpans } from './convert';

/**
 * The units that targets ask for, by family and bucket: Units targets of the family; where it has none, its Revenue targets ÷ its price.
 * Objectives that serve another one of the same family and metric are not counted besides it.
 *
 * @returns One value a bucket, not rounded; families without such targets, or whose revenue has no price to divide by, are absent.
 */
export function targetUnits(
  input: PlanInput,
  context: PlanContext,
  cascade: readonly CascadeLine[],
): ReadonlyMap<string, readonly number[]> {
  const names = new Map(input.families.map((record) => [nameKey(record.family), record.family]));
  const prices = priceFamilies(input);
  const units = new Map<string, readonly number[]>();
  const lines = dropServing(cascade.filter((line) => line.family !== undefined && line.aggregation === 'Sum'));
  for (const metric of ['Units', 'Revenue']) {
    const byFamily = new Map<string, CascadeLine[]>();
    for (const line of lines.filter((own) => own.metric === metric)) {
      const name = names.get(nameKey(line.family ?? '')) ?? line.family ?? '';
      byFamily.set(name, [...(byFamily.get(name) ?? []), line]);
    }
    for (const [name, own] of byFamily) {
      const divisor = metric === 'Units' ? 1 : prices.get(nameKey(name))?.price;
      if (units.has(name) || divisor === undefined) continue;
      units.set(
        name,
        addUp(own, context).map((value) => value / divisor),
      );
    }
  }
  return units;
}

function addUp(lines: readonly CascadeLine[], context: PlanContext): number[] {
  const totals = context.buckets.map(() => 0);
  for (const line of lines) {
    const periods = context.settings.bucket === 'Week' ? line.weeks : line.months;
    convertSpans(periods, context.buckets, context.calendarOf(line.team)).forEach((value, bucket) => {
      totals[bucket] = (totals[bucket] ?? 0) + value;
    });
  }
  return totals;
}

function dropServing(lines: readonly CascadeLine[]): CascadeLine[] {
  const placeOf = (objective: string, line: CascadeLine): string =>
    [nameKey(objective), line.metric, nameKey(line.family ?? ''), line.year].join('|');
  const places = new Set(lines.map((line) => placeOf(line.objective, line)));
  return lines.filter(
    (line) =>
      line.parent === undefined ||
      nameKey(line.parent) === nameKey(line.objective) ||
      !places.has(placeOf(line.parent, line)),
  );
}
