import type { PlanTools } from '../tools';
import type { BalanceModel } from './model';
import { prioritiesOf, shortfallTerms, unservedTerms, type Terms } from './objective';
import type { ModelSession } from './session';
import type { ServiceOutcome } from './stages';
import { isStopped } from './stopping';

/** Share of the time limit that each stage of service may take. */
const TIME_SHARE = 0.25;
const GIVE = 1e-6;

/**
 * Serves again, now in whole numbers: where lots and setups cost capacity, what the relaxation promised cannot be kept. What it held is let
 * go, and each priority's unserved demand, then the shortfall of safety stock, is made least and held in turn.
 *
 * When the user wants no more searching, what is not held yet is left to money.
 *
 * @returns Whether a plan in whole numbers exists and what it serves is held.
 */
export async function serveWhole(
  model: BalanceModel,
  session: ModelSession,
  outcome: ServiceOutcome,
  tools: PlanTools,
  checkpoint: (step: string) => Promise<void>,
): Promise<boolean> {
  const { columnUpper } = model.builder;
  const unbounded = (): number => Infinity;
  session.setRowBounds(outcome.heldRows, () => -Infinity, unbounded);
  session.setBounds(
    outcome.closed,
    () => 0,
    (at) => columnUpper[outcome.closed[at] ?? -1] ?? Infinity,
  );
  const stages = stagesOf(model);
  session.setInteger(model.builder.integers, true);
  for (const terms of stages) {
    if (terms.columns.length === 0) continue;
    await checkpoint('service in lots');
    if (isStopped(tools)) break;
    session.setTerms(terms);
    const solution = session.solve({
      timeLimitSeconds: model.data.settings.timeLimitSeconds * TIME_SHARE,
      gap: 1e-4,
      isInterrupted: () => tools.signal?.aborted === true,
    });
    if (solution.columns.length === 0) return false;
    const reached = Math.max(0, solution.objective);
    session.addRow(terms, -Infinity, reached + GIVE * Math.max(1, reached));
  }
  session.setInteger(model.builder.integers, false);
  return true;
}

function stagesOf(model: BalanceModel): Terms[] {
  const { objective } = model.data.settings;
  if (objective === 'Max profit') return [];
  const service =
    objective === 'Service first'
      ? prioritiesOf(model.data).map((priority) => unservedTerms(model, priority))
      : [unservedTerms(model)];
  return [...service, shortfallTerms(model)];
}
