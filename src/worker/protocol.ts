import type { PlanInput } from '../planning/input';
import type { Plan } from '../planning/result';
import type { Progress } from '../planning/tools';

/** What the page sends to the planning worker: a plan to make, and later perhaps to stop searching. It is cancelled by terminating the worker. */
export type PlanRequest =
  | {
      readonly type: 'plan';
      readonly input: PlanInput;
      /** Address of the solver's WebAssembly, an asset of the same origin. */
      readonly solverUrl: string;
    }
  | { readonly type: 'stop' };

/** What the worker answers: progress any number of times, then one of the others. */
export type PlanAnswer =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'done'; readonly plan: Plan }
  | { readonly type: 'failed'; readonly message: string };
