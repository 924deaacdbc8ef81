import type { PlanTools } from '../tools';
import type { BalanceModel } from './model';
import { ModelSession } from './session';
import type { LpSolution, RowRanges } from './solver';
import { StagedSolve, type ServiceOutcome } from './stages';

/** A solved model and what was proven of it. The session stays open for questions; whoever asked for it disposes of it. */
export interface SolvedModel {
  readonly model: BalanceModel;
  readonly session: ModelSession;
  readonly status: LpSolution['status'];
  /** Value of every column; undefined when no plan was found. */
  readonly columns?: Float64Array;
  /** The LP whose duals are the prices. */
  readonly priced?: LpSolution;
  readonly ranges?: RowRanges;
  /** Proven bound on the money stage, and relative gap. */
  readonly bound: number;
  readonly gap: number;
  readonly outcome: ServiceOutcome;
}

/**
 * Solves the model to a proven optimum of its objective.
 *
 * @throws The signal's reason when planning is cancelled.
 */
export async function solveModel(model: BalanceModel, tools: PlanTools): Promise<SolvedModel> {
  const session = new ModelSession(tools.solver, model);
  try {
    const staged = new StagedSolve(model, session, async (name, solved) => {
      tools.onProgress({ stage: 'solve', fraction: solved / (solved + 4), detail: { step: name, solved } });
      await Promise.resolve();
      tools.signal?.throwIfAborted();
    });
    const { solution, outcome } = await staged.run();
    if (!solution) return { model, session, status: 'failed', bound: NaN, gap: Infinity, outcome };
    const ranges = session.ranging();
    return {
      model,
      session,
      status: solution.status,
      columns: solution.columns,
      priced: solution,
      ...(ranges ? { ranges } : {}),
      bound: solution.objective,
      gap: 0,
      outcome,
    };
  } catch (error) {
    session.dispose();
    throw error;
  }
}
