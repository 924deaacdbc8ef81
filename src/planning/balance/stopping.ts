import type { PlanTools, Progress } from '../tools';

/**
 * Between two solves: tells how far planning is and lets messages come in.
 *
 * @throws The signal's reason when planning is cancelled.
 */
export async function pause(tools: Omit<PlanTools, 'solver'>, progress: Progress): Promise<void> {
  tools.onProgress(progress);
  await (tools.nextTurn?.() ?? Promise.resolve());
  tools.signal?.throwIfAborted();
}

/** Whether the user wants the best plan there is by now, and no more searching. */
export function isStopped({ stop }: Pick<PlanTools, 'stop'>): boolean {
  return stop?.aborted === true;
}

/** The detail of progress by which others know that there is a plan to keep. */
export function planDetail(exists: boolean): Progress['detail'] {
  return exists ? { plan: 'feasible' } : {};
}
