import type { PlanTools } from '../tools';
import { levelPlan } from './levelling';
import { solveWhole, type Checkpoint, type WholeSolution } from './mip';
import type { BalanceModel } from './model';
import { moneyCosts } from './objective';
import { ModelSession } from './session';
import type { LpSolution, RowRanges } from './solver';
import { StagedSolve, type ServiceOutcome } from './stages';
import { isStopped, pause, planDetail } from './stopping';
import { serveWhole } from './wholeService';

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
 * Solves the model to a proven optimum of its objective; with lots, setups or whole heads to a small, stated gap.
 *
 * @throws The signal's reason when planning is cancelled.
 */
export async function solveModel(model: BalanceModel, tools: PlanTools): Promise<SolvedModel> {
  const session = new ModelSession(tools.solver, model);
  try {
    const isWhole = model.builder.integers.length > 0;
    const staged = new StagedSolve(model, session, {
      onStage: (step, solved, hasPlan) => {
        const detail = { step, solved, ...planDetail(hasPlan && !isWhole) };
        return pause(tools, { stage: 'solve', fraction: solved / (solved + 4), detail });
      },
      isStopped: () => isStopped(tools),
    });
    const { solution, outcome } = await staged.run();
    if (!solution) return { model, session, status: 'failed', bound: NaN, gap: Infinity, outcome };
    if (isWhole) return await solveInWholes(model, session, solution, outcome, tools);
    const ranges = session.ranging();
    await pause(tools, { stage: 'solve', fraction: 0.8, detail: { step: 'levelling', ...planDetail(true) } });
    return {
      model,
      session,
      status: solution.status,
      columns: isStopped(tools) ? solution.columns : levelPlan(model, session, solution, outcome),
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

async function solveInWholes(
  model: BalanceModel,
  session: ModelSession,
  relaxed: LpSolution,
  outcome: ServiceOutcome,
  tools: PlanTools,
): Promise<SolvedModel> {
  const checkpoint: Checkpoint = (step, hasPlan = false) =>
    pause(tools, { stage: 'solve', fraction: 0.6, detail: { step, ...planDetail(hasPlan) } });
  let whole = await solveWhole(model, session, relaxed, tools, checkpoint);
  if (!whole && (await serveWhole(model, session, outcome, tools, checkpoint))) {
    session.setCosts(moneyCosts(model));
    const again = session.solve();
    if (again.status === 'optimal') whole = await solveWhole(model, session, again, tools, checkpoint);
  }
  if (!whole) return { model, session, status: 'failed', bound: NaN, gap: Infinity, outcome };
  const priced = priceFixed(model, session, whole);
  const ranges = priced ? session.ranging() : undefined;
  const columns = priced && !isStopped(tools) ? levelPlan(model, session, priced, outcome) : whole.columns;
  fixWholes(model, session, whole);
  return {
    model,
    session,
    status: whole.gap <= 1e-6 ? 'optimal' : 'feasible',
    columns,
    ...(priced ? { priced } : {}),
    ...(ranges ? { ranges } : {}),
    bound: whole.bound,
    gap: whole.gap,
    outcome,
  };
}

function fixWholes({ builder }: BalanceModel, session: ModelSession, whole: WholeSolution): void {
  const fixed = (at: number): number => Math.round(whole.columns[builder.integers[at] ?? -1] ?? 0);
  session.setBounds(builder.integers, fixed, fixed);
}

/**
 * A plan in whole numbers has no prices; with its whole numbers fixed it is an LP that has. The rows X ≤ M × Z would take over the price of
 * capacity, so they are opened where Z is 1 and X is closed where it is 0.
 */
function priceFixed(model: BalanceModel, session: ModelSession, whole: WholeSolution): LpSolution | undefined {
  fixWholes(model, session, whole);
  const isOpen = (link: (typeof model.lotLinks)[number]): boolean => {
    const setup = model.items[link.item]?.setup[link.way]?.[link.bucket] ?? -1;
    return Math.round(whole.columns[setup] ?? 0) === 1;
  };
  const open = model.lotLinks.filter(isOpen);
  const shut = model.lotLinks
    .filter((link) => !isOpen(link))
    .map((link) => model.items[link.item]?.started[link.way]?.[link.bucket] ?? -1);
  session.setRowBounds(
    open.map((link) => link.row),
    () => -Infinity,
    () => Infinity,
  );
  session.setBounds(
    shut,
    () => 0,
    () => 0,
  );
  const solution = session.solve();
  return solution.status === 'optimal' ? solution : undefined;
}
