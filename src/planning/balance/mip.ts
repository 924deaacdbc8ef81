import type { PlanTools } from '../tools';
import { improveByWindows, relaxAndFix } from './lotHeuristics';
import { addLotCuts } from './lotCuts';
import type { BalanceModel } from './model';
import type { ModelSession } from './session';
import type { LpSolution, SolveOptions } from './solver';

/** A plan in whole numbers and what was proven of it. */
export interface WholeSolution {
  readonly columns: Float64Array;
  readonly objective: number;
  readonly bound: number;
  /** Relative: (objective − bound) ÷ |objective|. */
  readonly gap: number;
}

/** Up to so many whole numbers a plan is proven best to the last cent; beyond, a gap of half a per cent is enough. */
const SMALL = 400;
const SMALL_GAP = 1e-7;
const LARGE_GAP = 5e-3;

/**
 * Solves the money stage in whole numbers: cuts tighten the relaxation, heuristics find a good plan, branch and bound improves and proves.
 *
 * @param relaxed The relaxed optimum of the money stage, where the session stands.
 * @returns The best plan found; undefined when none was found within the time limit. The session is left relaxed.
 */
export async function solveWhole(
  model: BalanceModel,
  session: ModelSession,
  relaxed: LpSolution,
  tools: PlanTools,
  checkpoint: (step: string) => Promise<void>,
): Promise<WholeSolution | undefined> {
  const { integers } = model.builder;
  await checkpoint('cuts');
  const cuts = addLotCuts(model, session, relaxed.columns);
  let bound = Math.max(relaxed.objective, cuts.bound ?? -Infinity);
  const small = integers.length <= SMALL;
  const target = small ? SMALL_GAP : LARGE_GAP;
  await checkpoint('start');
  let best: LpSolution | undefined;
  if (!small) {
    best = relaxAndFix(model, session);
    if (best) best = await improveByWindows(model, session, best, bound, target, checkpoint);
  }
  if (!best || relativeGap(best.objective, bound) > target) {
    await checkpoint('branch and bound');
    session.setInteger(integers, true);
    const options: SolveOptions = {
      timeLimitSeconds: model.data.settings.timeLimitSeconds,
      gap: target,
      ...(best ? { start: best.columns } : {}),
      ...(tools.signal ? { signal: tools.signal } : {}),
      onProgress: ({ objective, bound: proven, gap }) =>
        tools.onProgress({ stage: 'solve', fraction: 0.7, detail: { step: 'lots', objective, bound: proven, gap } }),
    };
    const solution = session.solve(options);
    session.setInteger(integers, false);
    if (solution.columns.length > 0 && (!best || solution.objective <= best.objective)) best = solution;
    if (solution.columns.length > 0) bound = Math.max(bound, solution.bound);
  }
  session.setRowBounds(
    cuts.rows,
    () => -Infinity,
    () => Infinity,
  );
  if (!best) return undefined;
  bound = Math.min(bound, best.objective);
  return { columns: best.columns, objective: best.objective, bound, gap: relativeGap(best.objective, bound) };
}

export function relativeGap(objective: number, bound: number): number {
  return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective));
}
