import type { PlanStage, PlanTools, Progress } from './tools';

/** How far the whole plan is when a step begins; the balance takes the most. */
export const BEGINS = {
  calendar: 0,
  targets: 0.01,
  pipeline: 0.03,
  forecast: 0.06,
  demand: 0.4,
  balance: 0.42,
  activities: 0.95,
  done: 1,
} as const;

/** The steps of planning as they are told to whoever watches. */
export interface Steps {
  /** Says that a step begins, lets others run, and stops when the user has cancelled. */
  begin(stage: PlanStage, fraction: number): Promise<void>;
  /** Says how far a step is, and never throws (the solver may be calling): `share` 0..1 of the way from `from` to `to`. */
  advance(stage: PlanStage, from: number, to: number, share: number, detail?: Progress['detail']): void;
}

/**
 * Steps that report to `onProgress` a fraction that never falls.
 *
 * @param tools Whom to tell, and the signal whose reason `begin` rejects with once it is aborted.
 */
export function makeSteps(tools: Pick<PlanTools, 'onProgress' | 'signal' | 'nextTurn'>): Steps {
  let reached = 0;
  const tell = (stage: PlanStage, fraction: number, detail?: Progress['detail']): void => {
    reached = Math.max(reached, Math.min(1, fraction));
    tools.onProgress(detail ? { stage, fraction: reached, detail } : { stage, fraction: reached });
  };
  return {
    async begin(stage, fraction) {
      tools.signal?.throwIfAborted();
      tell(stage, fraction);
      await (tools.nextTurn?.() ?? Promise.resolve());
      tools.signal?.throwIfAborted();
    },
    advance: (stage, from, to, share, detail) => tell(stage, from + (to - from) * share, detail),
  };
}
