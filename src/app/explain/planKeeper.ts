import { recallPlan } from '../recallPlan';
import type { PlanMemory } from './scene';

type RecallOptions = Parameters<typeof recallPlan>[0];

/** Keeps the plan that explains the sheets: the one of the last run, else the same made again when it is first asked for. */
export class PlanKeeper {
  private memory: PlanMemory | undefined;
  private recall: { readonly plan: Promise<PlanMemory | undefined>; readonly abort: AbortController } | undefined;

  constructor(private readonly recallOptions: () => Omit<RecallOptions, 'signal'>) {}

  /** The plan of a run that has just written the sheets. */
  keep(memory: PlanMemory): void {
    this.memory = memory;
  }

  /** Stops making a plan again, if it is being made. */
  stop(): void {
    this.recall?.abort.abort();
    this.recall = undefined;
  }

  /** The plan; undefined when the input cannot be planned, or when making it again was stopped. */
  async get(): Promise<PlanMemory | undefined> {
    if (this.memory) return this.memory;
    if (!this.recall) {
      const abort = new AbortController();
      this.recall = { abort, plan: recallPlan({ ...this.recallOptions(), signal: abort.signal }) };
    }
    const { recall } = this;
    try {
      const plan = await recall.plan;
      if (!recall.abort.signal.aborted) this.memory ??= plan;
    } catch (error) {
      if (!recall.abort.signal.aborted) throw error;
    } finally {
      if (this.recall === recall) this.recall = undefined;
    }
    return this.memory;
  }
}
