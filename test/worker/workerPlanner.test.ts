import type { PlanInput } from '../../src/planning/input';
import type { Plan } from '../../src/planning/result';
import type { PlanAnswer, PlanRequest } from '../../src/worker/protocol';
import { createWorkerPlanner } from '../../src/worker/workerPlanner';

/** A worker that only remembers what it was sent, and answers when told to. */
class FakeWorker extends EventTarget {
  readonly asked: PlanRequest['type'][] = [];
  isEnded = false;
  postMessage = (request: PlanRequest): void => void this.asked.push(request.type);
  terminate = (): void => void (this.isEnded = true);
  answer(answer: PlanAnswer): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: answer }));
  }
}

const INPUT = {} as PlanInput;
const PLAN = { issues: [] } as unknown as Plan;

function start(control: { readonly signal?: AbortSignal; readonly stop?: AbortSignal }) {
  const worker = new FakeWorker();
  const planner = createWorkerPlanner(() => worker as unknown as Worker, 'solver.wasm');
  return { worker, plan: planner.plan(INPUT, { onProgress: () => undefined, ...control }) };
}

describe('planning in a worker', () => {
  it('sends the input, gives the plan and ends the worker', async () => {
    const { worker, plan } = start({});
    worker.answer({ type: 'done', plan: PLAN });
    expect(await plan).toBe(PLAN);
    expect([worker.asked, worker.isEnded]).toEqual([['plan'], true]);
  });

  it('lets a worker that is asked to stop finish the plan it has', async () => {
    const stop = new AbortController();
    const { worker, plan } = start({ stop: stop.signal });
    stop.abort();
    expect([worker.asked, worker.isEnded]).toEqual([['plan', 'stop'], false]);
    worker.answer({ type: 'done', plan: PLAN });
    expect(await plan).toBe(PLAN);
  });

  it('asks for the first plan there is when stopped before it began', () => {
    const { worker } = start({ stop: AbortSignal.abort() });
    expect(worker.asked).toEqual(['plan', 'stop']);
  });

  it('ends the worker at once when cancelled, even while it is stopping', async () => {
    const [stop, cancel] = [new AbortController(), new AbortController()];
    const { worker, plan } = start({ stop: stop.signal, signal: cancel.signal });
    stop.abort();
    cancel.abort(new Error('cancelled'));
    await expect(plan).rejects.toThrow('cancelled');
    expect(worker.isEnded).toBe(true);
  });
});
