import type { Component } from './data';

/**
 * Gross requirements: what is demanded of each item itself plus what its parents' gross requirements take, in the same bucket.
 *
 * @param demand Units a bucket, by item.
 * @param components By parent, without cycles.
 * @returns Units a bucket, by item.
 * @example grossRequirements([[10], [1]], new Map([[0, [{ item: 1, quantity: 2 }]]])) //=> [[10], [21]]
 */
export function grossRequirements(
  demand: readonly Float64Array[],
  components: ReadonlyMap<number, readonly Component[]>,
): readonly Float64Array[] {
  const gross = demand.map((own) => own.slice());
  for (const parent of parentsFirst(demand.length, components)) {
    const own = gross[parent];
    for (const { item, quantity } of components.get(parent) ?? []) {
      const target = gross[item];
      own?.forEach((units, bucket) => {
        if (target) target[bucket] = (target[bucket] ?? 0) + units * quantity;
      });
    }
  }
  return gross;
}

/** Items in an order in which every parent stands before what it is made of. */
export function parentsFirst(count: number, components: ReadonlyMap<number, readonly Component[]>): readonly number[] {
  const parentsLeft = new Int32Array(count);
  for (const own of components.values()) for (const { item } of own) parentsLeft[item] = (parentsLeft[item] ?? 0) + 1;
  const ready: number[] = [];
  parentsLeft.forEach((left, item) => left === 0 && ready.push(item));
  for (let at = 0; at < ready.length; at += 1) {
    for (const { item } of components.get(ready[at] ?? -1) ?? []) {
      parentsLeft[item] = (parentsLeft[item] ?? 0) - 1;
      if (parentsLeft[item] === 0) ready.push(item);
    }
  }
  return ready;
}

/**
 * Units that cover the demand of so many days after the end of a bucket; beyond the horizon demand goes on at its average.
 *
 * @param days Calendar days to cover.
 * @returns Units.
 * @example coverUnits([70, 70], [{ days: 7 }, { days: 7 }], 0, 3.5) //=> 35
 */
export function coverUnits(
  demand: Float64Array,
  buckets: readonly { readonly days: number }[],
  bucket: number,
  days: number,
): number {
  let [left, units] = [days, 0];
  for (let at = bucket + 1; at < buckets.length && left > 0; at += 1) {
    const length = buckets[at]?.days ?? 0;
    const taken = Math.min(left, length);
    if (length > 0) units += ((demand[at] ?? 0) * taken) / length;
    left -= taken;
  }
  if (left <= 0) return units;
  const all = buckets.reduce((total, own) => total + own.days, 0);
  const total = demand.reduce((sum, own) => sum + own, 0);
  return all > 0 ? units + (total / all) * left : units;
}
