import { seedFrom, uniformGenerator } from './random';

/** A chance to gain an amount, apart from all others. */
export interface Bet {
  /** Money, 0 or more. */
  readonly amount: number;
  /** 0..1. */
  readonly probability: number;
}

/** The distribution of what all bets together bring. */
export interface Distribution {
  readonly method: 'exact' | 'grid' | 'simulated';
  /** Possible totals, rising, and the probability of each; these sum to 1. */
  readonly totals: readonly number[];
  readonly probabilities: readonly number[];
}

/** Up to so many bets every sum is listed. */
const MOST_LISTED = 14;
/** Cells of the grid when amounts have no common unit. */
const GRID_CELLS = 20_000;
/** Cells of the grid when its cell is the common unit of all amounts: nothing is rounded then. */
const MOST_EXACT_CELLS = 400_000;
/** Beyond this many cell updates the grid costs more than it is worth. */
const MOST_GRID_STEPS = 1e8;
const DRAWS = 4_000;

/**
 * The distribution of the sum of independent bets: exactly by convolution when they are few or their amounts are multiples of a coarse unit (hundreds,
 * say); else on a grid that keeps the mean; by simulation, with a generator seeded from the bets, when even that is too much.
 *
 * @returns The same distribution for the same bets, always.
 * @example distributeBets([{ amount: 10, probability: 0.5 }]) //=> totals [0, 10], probabilities [0.5, 0.5]
 * @see Poisson-binomial distribution by convolution; mathematics D
 */
export function distributeBets(bets: readonly Bet[]): Distribution {
  const real = bets.filter((bet) => bet.amount > 0 && bet.probability > 0);
  if (real.length <= MOST_LISTED) return listSums(real);
  const total = real.reduce((sum, bet) => sum + bet.amount, 0);
  const unit = commonUnit(real.map((bet) => bet.amount));
  const cells = unit === undefined ? Infinity : Math.round(total / unit);
  if (unit !== undefined && cells <= MOST_EXACT_CELLS && cells * real.length <= MOST_GRID_STEPS) {
    return convolveOnGrid('exact', real, unit, cells + real.length + 1);
  }
  if (real.length * GRID_CELLS > MOST_GRID_STEPS) return simulate(real);
  return convolveOnGrid('grid', real, total / (GRID_CELLS - real.length - 1), GRID_CELLS);
}

/**
 * The least total that is not exceeded with the given probability.
 *
 * @param level 0..1: 0.1 for P10.
 * @example quantile(distributeBets([{ amount: 10, probability: 0.3 }]), 0.5) //=> 0
 */
export function quantile(distribution: Distribution, level: number): number {
  let reached = 0;
  for (const [index, total] of distribution.totals.entries()) {
    reached += distribution.probabilities[index] ?? 0;
    if (reached >= level - 1e-12) return total;
  }
  return distribution.totals[distribution.totals.length - 1] ?? 0;
}

/**
 * The chance that the total is at least `wanted`, 0..1.
 *
 * @example chanceOfReaching(distributeBets([{ amount: 10, probability: 0.3 }]), 10) //=> 0.3
 */
export function chanceOfReaching(distribution: Distribution, wanted: number): number {
  let chance = 0;
  // A cent of slack: sums of the same amounts in another order differ in their last bits.
  const least = wanted - 1e-9 * Math.max(1, Math.abs(wanted));
  for (const [index, total] of distribution.totals.entries()) {
    if (total >= least) chance += distribution.probabilities[index] ?? 0;
  }
  return Math.min(1, chance);
}

/** The largest money, a cent or more, of which all amounts are multiples; undefined where some amount is no whole cents. */
function commonUnit(amounts: readonly number[]): number | undefined {
  let unit = 0;
  for (const amount of amounts) {
    const cents = Math.round(amount * 100);
    if (Math.abs(cents - amount * 100) > 1e-6) return undefined;
    let [larger, smaller] = [unit, cents];
    while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
    unit = larger;
  }
  return unit / 100;
}

function listSums(bets: readonly Bet[]): Distribution {
  let sums = new Map<number, number>([[0, 1]]);
  for (const { amount, probability } of bets) {
    const next = new Map<number, number>();
    for (const [total, chance] of sums) {
      // Money to a hundredth of a cent, so that equal sums meet.
      const won = Math.round((total + amount) * 1e4) / 1e4;
      next.set(total, (next.get(total) ?? 0) + chance * (1 - probability));
      next.set(won, (next.get(won) ?? 0) + chance * probability);
    }
    sums = next;
  }
  return sorted('exact', [...sums]);
}

/** An amount between two cells is shared by them so that its mean stays. */
function convolveOnGrid(method: 'exact' | 'grid', bets: readonly Bet[], cell: number, cells: number): Distribution {
  let chances = new Float64Array(cells + 1);
  let next = new Float64Array(cells + 1);
  chances[0] = 1;
  let reach = 0;
  for (const { amount, probability } of bets) {
    const place = amount / cell;
    const low = Math.floor(place + 1e-9);
    const up = method === 'exact' ? 0 : Math.max(0, place - low);
    next.fill(0, 0, Math.min(cells, reach + low + 2));
    for (let index = 0; index <= reach; index += 1) {
      const chance = chances[index] ?? 0;
      if (chance === 0) continue;
      next[index] = (next[index] ?? 0) + chance * (1 - probability);
      next[index + low] = (next[index + low] ?? 0) + chance * probability * (1 - up);
      if (up > 0) next[index + low + 1] = (next[index + low + 1] ?? 0) + chance * probability * up;
    }
    reach = Math.min(cells - 1, reach + low + (up > 0 ? 1 : 0));
    [chances, next] = [next, chances];
  }
  const entries: [number, number][] = [];
  for (let index = 0; index <= reach; index += 1) {
    const chance = chances[index] ?? 0;
    if (chance > 0) entries.push([Math.round(index * cell * 1e4) / 1e4, chance]);
  }
  return sorted(method, entries);
}

function simulate(bets: readonly Bet[]): Distribution {
  const next = uniformGenerator(seedFrom(bets.flatMap((bet) => [bet.amount, bet.probability])));
  const totals = Array.from({ length: DRAWS }, () => {
    let total = 0;
    for (const bet of bets) if (next() < bet.probability) total += bet.amount;
    return total;
  });
  return sorted(
    'simulated',
    totals.map((total): [number, number] => [total, 1 / DRAWS]),
  );
}

function sorted(method: Distribution['method'], entries: readonly (readonly [number, number])[]): Distribution {
  const order = [...entries].sort(([left], [right]) => left - right);
  return { method, totals: order.map(([total]) => total), probabilities: order.map(([, chance]) => chance) };
}
