import { makePlan } from '../planning/plan';
import { createHighsSolver } from './highs';
import type { PlanAnswer, PlanRequest } from './protocol';

const answer = (message: PlanAnswer): void => self.postMessage(message);

/** Plans one input off the UI thread; the page ends the worker to cancel. */
self.addEventListener('message', (event: MessageEvent<PlanRequest>) => {
  const { input, solverUrl } = event.data;
  createHighsSolver({ locateFile: () => solverUrl })
    .then((solver) => makePlan(input, { solver, onProgress: (progress) => answer({ type: 'progress', progress }) }))
    .then((plan) => answer({ type: 'done', plan }))
    .catch((error: unknown) =>
      answer({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
    );
});
