import type { LpSolver } from './balance/solver';
import type { PlanInput } from './input';
import type { Plan } from './result';

export type PlanStage =
  'calendar' | 'targets' | 'pipeline' | 'activities' | 'forecast' | 'demand' | 'model' | 'solve' | 'explain' | 'done';

/**
 * How far planning is: `fraction` 0..1 of the whole; `detail` holds numbers worth showing (series done, bound, gap), and `plan: 'feasible'` once
 * there is a plan that stopping would keep.
 */
export interface Progress {
  readonly stage: PlanStage;
  readonly fraction: number;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What planning may not reach for itself. The clock arrives as `settings.today`. */
export interface PlanTools {
  readonly solver: LpSolver;
  /** Called often; must be cheap. */
  readonly onProgress: (progress: Progress) => void;
  /** Aborted when the user cancels; planning then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Aborted when the user wants no more searching: the best plan so far, or the first there will be, is finished and says so. */
  readonly stop?: AbortSignal;
  /** A turn of the event loop between two solves, so that cancelling and stopping are heard in the thread that plans. */
  readonly nextTurn?: () => Promise<void>;
}

/** Where plans are made: a worker for the pane, the same thread for the command line. */
export interface Planner {
  /** Rejects with the signal's reason when cancelled. */
  plan(input: PlanInput, control: Pick<PlanTools, 'onProgress' | 'signal' | 'stop'>): Promise<Plan>;
}
