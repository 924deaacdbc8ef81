import type { Planner } from '../planning/tools';
import type { PlanAnswer, PlanRequest } from './protocol';

/**
 * Plans in a worker of its own, started when planning starts: the pane stays free, cancelling ends the worker at once, and stopping is heard between
 * two solves.
 *
 * @param startWorker Starts the planning worker (the bundler must see the address of its module).
 * @param solverUrl Address of the solver's WebAssembly.
 */
export function createWorkerPlanner(startWorker: () => Worker, solverUrl: string): Planner {
  return {
    plan: (input, { onProgress, signal, stop }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const worker = startWorker();
        const end = (settle: () => void) => {
          worker.terminate();
          signal?.removeEventListener('abort', cancel);
          stop?.removeEventListener('abort', askToStop);
          settle();
        };
        const ask = (request: PlanRequest) => worker.postMessage(request);
        const askToStop = () => ask({ type: 'stop' });
        const cancel = () => end(() => reject(signal?.reason));
        signal?.addEventListener('abort', cancel);
        worker.addEventListener('message', (event: MessageEvent<PlanAnswer>) => {
          const message = event.data;
          if (message.type === 'progress') onProgress(message.progress);
          else if (message.type === 'done') end(() => resolve(message.plan));
          else end(() => reject(new Error(message.message)));
        });
        worker.addEventListener('error', (event) =>
          end(() => reject(new Error(event.message || 'The planning worker could not be started.'))),
        );
        ask({ type: 'plan', input, solverUrl });
        if (stop?.aborted) askToStop();
        else stop?.addEventListener('abort', askToStop);
      }),
  };
}
