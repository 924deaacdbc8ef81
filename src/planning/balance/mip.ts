import type { PlanTools } from '../tools';
import { diveToPlan, improveByWindows } from './lotHeuristics';
import { addLotCuts } from './lotCuts';
import type { BalanceModel } from './model';
import type { ModelSession } from './session';
import type { LpSolution, SolveOptions } from './solver';
import { isStopped, planDetail } from './stopping';

/** A plan in whole numbers and what was proven of it. */
export interface WholeSolution {
  readonly columns: Float64Array;
  readonly objective: number;
  readonly bound: number;
  /** Relative: (objective − bound) ÷ |objective|. */
  readonly gap: number;
}

/** Up to so many whole numbers a plan is proven best to the last cent; beyond, a gap well below one per cent is enough. */
const SMALL = 200;
const SMALL_GAP = 1e-7;
const LARGE_GAP = 9e-3;
/** Share of the time limit that whole numbers may take; the rest is for building, pricing and explaining. */
const SOLVING = 0.93;
/** Shares of it: a first plan, its improvement; branch and bound has what is left. */
const FIRST_PLAN = 0.25;
const IMPROVEMENT = 0.5;
/** Up to so many whole numbers branch and bound does better than improving by hand, and gets most of the time. */
const MEDIUM = 600;
const MEDIUM_IMPROVEMENT = 0.1;

/** The solver's objective before it has a plan is infinite, or so large. */
const NO_PLAN = 1e20;

/** Called between two solves, `hasPlan` once there is one in whole numbers; may reject to cancel. */
export type Checkpoint = (step: string, hasPlan?: boolean) => Promise<void>;

/** The time limit, spent by the solver's own clock: planning has none. */
export class TimeBudget {
  readonly #total: number;
  #spent = 0;

  constructor(seconds: number) {
    this.#total = Math.max(0, seconds);
  }

  /** Seconds left of a share of the whole; never quite none, so that a solve may at least look at its start. */
  left(share = 1): number {
    return Math.max(0.05, this.#total * share - this.#spent);
  }

  isSpent(share = 1): boolean {
    return this.#spent >= this.#total * share;
  }

  spend(solution: LpSolution): LpSolution {
    this.#spent += solution.seconds;
    return solution;
  }
}

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
  checkpoint: Checkpoint,
): Promise<WholeSolution | undefined> {
  const budget = new TimeBudget(model.data.settings.timeLimitSeconds * SOLVING);
  await checkpoint('cuts');
  const cuts = addLotCuts(model, session, relaxed.columns);
  let bound = Math.max(relaxed.objective, cuts.bound ?? -Infinity);
  const small = model.builder.integers.length <= SMALL;
  const target = small ? SMALL_GAP : LARGE_GAP;
  let best: LpSolution | undefined;
  if (!small) {
    await checkpoint('start');
    best = diveToPlan(model, session, cuts.columns, budget, FIRST_PLAN);
    const share = model.builder.integers.length <= MEDIUM ? MEDIUM_IMPROVEMENT : IMPROVEMENT;
    const goal = { bound, target, budget, share, isStopped: () => isStopped(tools) };
    if (best) best = await improveByWindows(model, session, best, goal, checkpoint);
  }
  const isDone = (): boolean =>
    best !== undefined && (relativeGap(best.objective, bound) <= target || budget.isSpent() || isStopped(tools));
  if (!isDone()) await checkpoint('branch and bound', best !== undefined);
  if (!isDone()) {
    const solution = branchAndBound(model, session, tools, target, budget, best);
    if (solution.columns.length > 0) {
      bound = Math.max(bound, solution.bound);
      if (!best || solution.objective <= best.objective) best = solution;
    }
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

function branchAndBound(
  model: BalanceModel,
  session: ModelSession,
  tools: PlanTools,
  gap: number,
  budget: TimeBudget,
  best: LpSolution | undefined,
): LpSolution {
  const { integers } = model.builder;
  session.setInteger(integers, true);
  let hasPlan = best !== undefined;
  const options: SolveOptions = {
    timeLimitSeconds: budget.left(),
    // Whoever wants no more searching before there is a plan gets the first one.
    gap: isStopped(tools) ? 1 : gap,
    ...(best ? { start: best.columns } : {}),
    isInterrupted: () => tools.signal?.aborted === true || (hasPlan && isStopped(tools)),
    onProgress: (progress) => {
      hasPlan ||= Math.abs(progress.objective) < NO_PLAN;
      tools.onProgress({
        stage: 'solve',
        fraction: 0.7,
        detail: { step: 'lots', ...progress, ...planDetail(hasPlan) },
      });
    },
  };
  const solution = budget.spend(session.solve(options));
  session.setInteger(integers, false);
  return solution;
}

export function relativeGap(objective: number, bound: number): number {
  return Math.max(0, objective - bound) / Math.max(1e-9, Math.abs(objective));
}
