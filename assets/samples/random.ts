/** A seeded random generator: the samples are the same on every machine and every run. */
export interface Random {
  /** A number in 0..1, 1 left out. */
  next(): number;
  /** A number from `low` to `high`. */
  between(low: number, high: number): number;
  /** A whole number from `low` to `high`, both inside. */
  whole(low: number, high: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** One of the items, as likely as its weight. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** Normally distributed, mean 0, standard deviation 1 (sum of twelve uniform numbers less six). */
  normal(): number;
}

/** Makes a generator from a whole seed (mulberry32, by T. Ettinger, in the public domain). */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  const weighted = <T>(items: readonly (readonly [T, number])[]): T => {
    let left = next() * items.reduce((total, [, weight]) => total + weight, 0);
    for (const [item, weight] of items) if ((left -= weight) < 0) return item;
    const last = items.at(-1);
    if (!last) throw new RangeError('Nothing to choose from');
    return last[0];
  };
  return {
    next,
    between,
    whole: (low, high) => Math.floor(between(low, high + 1)),
    pick: (items) => weighted(items.map((item) => [item, 1] as const)),
    weighted,
    normal: () => Array.from({ length: 12 }, next).reduce((total, value) => total + value, -6),
  };
}

/** Rounds to a multiple of `step`. */
export function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}
