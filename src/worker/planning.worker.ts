import { makePlan } from '../planning/plan';
import type { PlanTools } from '../planning/tools';
import { createHighsSolver } from './highs';
import { nextTurn } from './nextTurn';
import type { PlanAnswer, PlanRequest } from './protocol';

const answer = (message: PlanAnswer): void => self.postMessage(message);
const stop = new AbortController();

/** Plans one input off the UI thread; the page ends the worker to cancel. */
self.addEventListener('message', ({ data }: MessageEvent<PlanRequest>) => {
  if (data.type === 'stop') return stop.abort();
  const control: Omit<PlanTools, 'solver'> = {
    onProgress: (progress) => answer({ type: 'progress', progress }),
    stop: stop.signal,
    nextTurn,
  };
  createHighsSolver({ locateFile: () => data.solverUrl })
    .then((solver) => makePlan(data.input, { solver, ...control }))
    .then((plan) => answer({ type: 'done', plan }))
    .catch((error: unknown) =>
      answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
});
