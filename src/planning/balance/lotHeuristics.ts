import type { BalanceModel } from './model';
import { relativeGap, type Checkpoint, type TimeBudget } from './mip';
import type { ModelSession } from './session';
import type { LpSolution } from './solver';

/** Nodes of a sub-problem: it need not be proven, only good. */
const WINDOW_NODES = 200;
const WINDOW_GAP = 2e-4;
const SECONDS_EACH = 2;
/** Whole numbers opened at once, and the buckets they span. */
const BLOCK_SIZE = 60;
const BLOCK_BUCKETS = 8;

/**
 * A first plan in whole numbers by diving: of the fractional numbers of the relaxation those nearest to a setup, or to none, are fixed, and the
 * relaxation is solved again from where it stands, until all are whole. A dozen warm LPs instead of one MIP.
 *
 * @returns A plan whole throughout; undefined when fixing led nowhere or the share of the time was spent. Bounds are put back.
 */
export function diveToPlan(
  model: BalanceModel,
  session: ModelSession,
  relaxed: Float64Array,
  budget: TimeBudget,
  share: number,
): LpSolution | undefined {
  const { integers } = model.builder;
  const fixed = new Set<number>();
  let columns = relaxed;
  let solution: LpSolution | undefined;
  while (fixed.size < integers.length && !budget.isSpent(share)) {
    const open = integers.filter((column) => !fixed.has(column));
    const decided = nearestToWhole(open, columns);
    fix(session, decided, columns);
    decided.forEach((column) => fixed.add(column));
    solution = budget.spend(session.solve());
    if (solution.status !== 'optimal') break;
    columns = solution.columns;
  }
  release(model, session, integers);
  const whole = solution?.status === 'optimal' && fixed.size === integers.length;
  return whole ? solution : undefined;
}

/** The part of the open numbers to fix next: an eighth of the fractional ones, those surest of their side; all of them when none is fractional. */
function nearestToWhole(open: readonly number[], columns: Float64Array): readonly number[] {
  const distance = (column: number): number => Math.abs((columns[column] ?? 0) - Math.round(columns[column] ?? 0));
  const fractional = open.filter((column) => distance(column) > 1e-6);
  if (fractional.length === 0) return open;
  // Setups that are in use anyway are decided with the surest of the others; those at zero stay free to come in.
  const used = open.filter((column) => distance(column) <= 1e-6 && (columns[column] ?? 0) > 0.5);
  const surest = [...fractional].sort((left, right) => distance(left) - distance(right) || left - right);
  return [...used, ...surest.slice(0, Math.max(1, Math.ceil(fractional.length / 8)))];
}

/** When improving ends: at a gap to the bound, when its share of the time is spent, or when the user wants no more of it. */
interface Goal {
  readonly bound: number;
  readonly target: number;
  readonly budget: TimeBudget;
  readonly share: number;
  readonly isStopped: () => boolean;
}

/**
 * Improves a plan in whole numbers by opening one neighbourhood at a time, all else fixed: single items and blocks of items and buckets in turn, until
 * a full round brings nothing, the gap is closed or the time is spent.
 */
export async function improveByWindows(
  model: BalanceModel,
  session: ModelSession,
  start: LpSolution,
  goal: Goal,
  checkpoint: Checkpoint,
): Promise<LpSolution> {
  const { bound, target, budget, share } = goal;
  const neighbourhoods = [...itemsOf(model), ...blocksOf(model)];
  const all = [...model.builder.integers];
  let best = start;
  let untried = neighbourhoods.length;
  for (let at = 0; untried > 0; at = (at + 1) % neighbourhoods.length) {
    if (relativeGap(best.objective, bound) <= target || budget.isSpent(share)) break;
    await checkpoint('improve', true);
    if (goal.isStopped()) break;
    const open = neighbourhoods[at] ?? [];
    fix(session, all, best.columns);
    release(model, session, open);
    session.setInteger(open, true);
    const limits = { nodeLimit: WINDOW_NODES, timeLimitSeconds: Math.min(budget.left(share), SECONDS_EACH) };
    const solution = budget.spend(session.solve({ gap: WINDOW_GAP, effort: 'light', ...limits, start: best.columns }));
    session.setInteger(open, false);
    const gained = solution.columns.length > 0 && solution.objective < best.objective - 1e-5 * Math.abs(best.objective);
    if (solution.columns.length > 0 && solution.objective < best.objective) best = solution;
    // A full round without gain ends it.
    untried = gained ? neighbourhoods.length : untried - 1;
  }
  release(model, session, all);
  return best;
}

/** Blocks of some items over some buckets, overlapping in time, each small enough to be solved in about a second. */
function blocksOf(model: BalanceModel): number[][] {
  const count = model.data.buckets.length;
  const length = Math.min(count, BLOCK_BUCKETS);
  const perItem = itemsOf(model).map((columns) => columns.length / count);
  const widest = perItem.reduce((most, own) => Math.max(most, own), 1);
  const together = Math.max(1, Math.floor(BLOCK_SIZE / (widest * length)));
  const owners = model.items.filter((own) =>
    [...own.setup, ...own.lots].some((columns) => columns.some((at) => at >= 0)),
  );
  const blocks: number[][] = [];
  for (let begin = 0; begin < count; begin += Math.ceil(length / 2)) {
    for (let first = 0; first < owners.length; first += together) {
      const columns = owners
        .slice(first, first + together)
        .flatMap((own) => [...own.setup, ...own.lots].flatMap((series) => [...series.slice(begin, begin + length)]))
        .filter((column) => column >= 0);
      if (columns.length > 0) blocks.push(columns);
    }
  }
  return blocks;
}

function itemsOf(model: BalanceModel): number[][] {
  return model.items
    .map((own) => [...own.setup, ...own.lots].flatMap((columns) => [...columns].filter((column) => column >= 0)))
    .filter((columns) => columns.length > 0);
}

function fix(session: ModelSession, columns: readonly number[], values: Float64Array): void {
  const rounded = (at: number): number => Math.round(values[columns[at] ?? -1] ?? 0);
  session.setBounds(columns, rounded, rounded);
}

function release(model: BalanceModel, session: ModelSession, columns: readonly number[]): void {
  const { columnLower, columnUpper } = model.builder;
  session.setBounds(
    columns,
    (at) => columnLower[columns[at] ?? -1] ?? 0,
    (at) => columnUpper[columns[at] ?? -1] ?? Infinity,
  );
}
