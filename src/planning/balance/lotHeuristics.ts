import type { BalanceModel } from './model';
import { relativeGap } from './mip';
import type { ModelSession } from './session';
import type { LpSolution } from './solver';

/** Nodes of a sub-problem: it need not be proven, only good. */
const WINDOW_NODES = 200;
const WINDOW_GAP = 1e-3;

/** Whole-number columns by the bucket they belong to. */
export function integersByBucket(model: BalanceModel): readonly (readonly number[])[] {
  const buckets = model.data.buckets.map(() => [] as number[]);
  const place = (columns: Int32Array): void =>
    columns.forEach((column, bucket) => {
      if (column >= 0) buckets[bucket]?.push(column);
    });
  for (const own of model.items) {
    own.setup.forEach(place);
    own.lots.forEach(place);
  }
  if (model.data.settings.wholeHeads === true) {
    for (const own of model.resources) [own.heads, own.hired, own.laidOff].forEach(place);
  }
  return buckets;
}

/**
 * A first plan in whole numbers, window by window: the buckets of a window are decided in whole numbers with those after it relaxed, then
 * most of them are fixed and the window moves on.
 *
 * @returns The plan of the last window, whole throughout; undefined when a window had no plan. Bounds are put back.
 */
export function relaxAndFix(model: BalanceModel, session: ModelSession): LpSolution | undefined {
  const byBucket = integersByBucket(model);
  const count = byBucket.length;
  const length = Math.max(4, Math.ceil(count / 6));
  const step = Math.max(2, Math.ceil(length / 2));
  const fixed: number[] = [];
  let solution: LpSolution | undefined;
  for (let begin = 0; begin < count; begin += step) {
    const window = byBucket.slice(begin, begin + length).flat();
    session.setInteger(window, true);
    solution = session.solve({ gap: WINDOW_GAP, nodeLimit: WINDOW_NODES });
    session.setInteger(window, false);
    const { columns } = solution;
    if (columns.length === 0) break;
    const decided = byBucket.slice(begin, begin + step).flat();
    fix(session, decided, columns);
    fixed.push(...decided);
    if (begin + length >= count) {
      const rest = byBucket.slice(begin + step).flat();
      fix(session, rest, columns);
      fixed.push(...rest);
      solution = session.solve();
      break;
    }
  }
  release(model, session, fixed);
  return solution && solution.columns.length > 0 ? solution : undefined;
}

/**
 * Improves a plan in whole numbers by opening one neighbourhood at a time, all else fixed: windows of buckets and single items in turn, until
 * a full round brings nothing or the gap is closed.
 */
export async function improveByWindows(
  model: BalanceModel,
  session: ModelSession,
  start: LpSolution,
  bound: number,
  target: number,
  checkpoint: (step: string) => Promise<void>,
): Promise<LpSolution> {
  const neighbourhoods = [...windowsOf(model), ...itemsOf(model)];
  const all = [...model.builder.integers];
  let best = start;
  for (let round = 0; round < 3; round += 1) {
    const before = best.objective;
    for (const open of neighbourhoods) {
      if (relativeGap(best.objective, bound) <= target) break;
      await checkpoint('improve');
      fix(session, all, best.columns);
      release(model, session, open);
      session.setInteger(open, true);
      const solution = session.solve({ gap: WINDOW_GAP, nodeLimit: WINDOW_NODES, start: best.columns });
      session.setInteger(open, false);
      if (solution.columns.length > 0 && solution.objective < best.objective) best = solution;
    }
    if (before - best.objective < 1e-4 * Math.abs(before)) break;
  }
  release(model, session, all);
  return best;
}

function windowsOf(model: BalanceModel): number[][] {
  const byBucket = integersByBucket(model);
  const length = Math.max(4, Math.ceil(byBucket.length / 5));
  const windows: number[][] = [];
  for (let begin = 0; begin < byBucket.length; begin += Math.ceil(length / 2)) {
    windows.push(byBucket.slice(begin, begin + length).flat());
  }
  return windows.filter((window) => window.length > 0);
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
