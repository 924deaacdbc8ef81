import type { LpSolver } from './balance/solver';
import type { PlanInput } from './input';
import type { Plan } from './result';

export type PlanStage =
  'calendar' | 'targets' | 'pipeline' | 'activities' | 'forecast' | 'demand' | 'model' | 'solve' | 'explain' | 'done';

/** How far planning is: `fraction` 0..1 of the whole; `detail` holds numbers worth showing (series done, bound, gap). */
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
}

/** Where plans are made: a worker for the pane, the same thread for the command line. */
export interface Planner {
  /** Rejects with the signal's reason when cancelled. */
  plan(input: PlanInput, control: Pick<PlanTools, 'onProgress' | 'signal'>): Promise<Plan>;
}
