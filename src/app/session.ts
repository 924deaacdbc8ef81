import { ExcelFailure } from '../excel/errors';
import { signedInUser } from '../excel/user';
import { activateSheet, selectCell } from '../excel/select';
import type { Language } from '../planning/input';
import type { CellRef } from '../planning/issue';
import type { Planner, Progress } from '../planning/tools';
import type { Day } from '../planning/units';
import { checkWorkbook } from './checkWorkbook';
import type { ExplainState } from './explain/follow';
import { SelectionExplainer } from './explain/follow';
import { PlanKeeper } from './explain/planKeeper';
import { insertTemplate } from './insertTemplate';
import type { PlanOutcome, RunPhase } from './planWorkbook';
import { planWorkbook } from './planWorkbook';
import type { CheckView, OutcomeView } from './views';
import { checkView, outcomeView } from './views';

/** What the session is doing; at most one thing at a time, what is asked for meanwhile waits. */
export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'inserting' }
  | {
      readonly kind: 'planning';
      readonly phase: RunPhase;
      /** 0..1 of the whole run. */
      readonly fraction: number;
      /** The planning step under way, 'forecast' or 'solve' say. */
      readonly stage?: string;
      /** There is a plan that stopping would keep; or it was asked for and is being finished. */
      readonly plan?: 'found' | 'finishing';
    };

type Work = Exclude<Activity['kind'], 'idle'>;

/** What one piece of work does along the way: whoever asks for that meanwhile gets it from there. */
const INCLUDES: Readonly<Record<Work, readonly Work[]>> = {
  checking: ['checking'],
  inserting: ['inserting', 'checking'],
  planning: ['planning', 'checking'],
};

/** Something under way or waiting for its turn; `done` never rejects. */
interface Job {
  readonly kind: Work;
  readonly done: Promise<void>;
}

/** Why the last thing failed: an Excel failure's code has words of its own, anything else is told as it is. */
export type Failure =
  | { readonly kind: 'excel'; readonly code: ExcelFailure['code'] }
  | { readonly kind: 'unexpected'; readonly message: string };

export interface SessionState {
  readonly activity: Activity;
  readonly language: Language;
  /** Excel is waiting for the user to finish the cell. */
  readonly waitingForCell: boolean;
  readonly check?: CheckView;
  readonly outcome?: OutcomeView;
  readonly failure?: Failure;
  readonly cancelled: boolean;
  /** Present while cells are explained as they are selected. */
  readonly explain?: ExplainState;
}

export interface SessionTools {
  readonly planner: Planner;
  /** The present day and moment as Excel serials. */
  readonly clock: () => { readonly today: Day; readonly at: number };
  /** Whom the log names where Office does not tell who is signed in. */
  readonly user: string;
  readonly language: Language;
}

/**
 * One conversation with the workbook: what pane and ribbon share. Holds what is being done and what came of it, runs the use cases,
 * and tells its listeners about every change. Knows nothing of React.
 */
export class CadenzaSession {
  private current: SessionState;
  private readonly listeners = new Set<() => void>();
  private abort: AbortController | undefined;
  private stop: AbortController | undefined;
  /** The one under way, and those that wait, in their order. */
  private jobs: readonly Job[] = [];
  private readonly keeper: PlanKeeper;
  private explainer: SelectionExplainer | undefined;

  constructor(private readonly tools: SessionTools) {
    this.current = { activity: { kind: 'idle' }, language: tools.language, waitingForCell: false, cancelled: false };
    this.keeper = new PlanKeeper(() => ({
      planner: tools.planner,
      today: tools.clock().today,
      onProgress: ({ fraction }) => this.showExplained({ status: 'recalling', fraction }),
    }));
  }

  readonly getState = (): SessionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly setLanguage = (language: Language): void => {
    this.update({ language, check: this.current.check?.in(language), outcome: this.current.outcome?.in(language) });
    this.explainer?.again();
  };

  /** Use case "Check data". */
  readonly check = (): Promise<void> =>
    this.run({ kind: 'checking' }, async () => {
      const result = await checkWorkbook({ today: this.tools.clock().today, onWaiting: this.onWaiting });
      this.update({ check: checkView(result, this.current.language), outcome: undefined });
    });

  /** Use case "Plan". */
  readonly plan = (): Promise<void> =>
    this.run({ kind: 'planning', phase: 'reading', fraction: 0 }, async (signal) => {
      this.keeper.stop();
      const stop = (this.stop = new AbortController());
      const { today, at } = this.tools.clock();
      const outcome: PlanOutcome = await planWorkbook({
        today,
        at,
        by: (await signedInUser()) ?? this.tools.user,
        planner: this.tools.planner,
        onWaiting: this.onWaiting,
        onProgress: (phase, fraction, progress) =>
          this.update({
            activity: { kind: 'planning', phase, fraction, stage: progress?.stage, plan: planThere(progress, stop) },
          }),
        signal,
        stop: stop.signal,
      });
      const { language } = this.current;
      this.update({ check: checkView(outcome.check, language), outcome: outcomeView(outcome, language) });
      if (outcome.status === 'planned') this.keeper.keep(outcome.memory);
      this.explainer?.again();
    });

  /** Use case "Insert template". */
  readonly insertTemplate = (): Promise<void> =>
    this.run({ kind: 'inserting' }, async () => {
      await insertTemplate(this.current.language, this.tools.clock().today);
      const result = await checkWorkbook({ today: this.tools.clock().today, onWaiting: this.onWaiting });
      this.update({ check: checkView(result, this.current.language), outcome: undefined });
    });

  /** Stops the plan under way; the workbook is left as it was. */
  readonly cancel = (): void => this.abort?.abort(new DOMException('Cancelled', 'AbortError'));

  /** Searches no more: the best plan found so far is finished and written. */
  readonly stopAndKeep = (): void => {
    const { activity } = this.current;
    if (activity.kind !== 'planning') return;
    this.stop?.abort();
    this.update({ activity: { ...activity, plan: 'finishing' } });
  };

  /** Use case "Explain": begins or ends to explain whatever cell is selected. */
  readonly toggleExplain = (): Promise<void> =>
    this.attempt(async () => {
      const { explainer } = this;
      this.explainer = explainer ? undefined : this.newExplainer();
      this.update({ explain: explainer ? undefined : { status: 'waiting' }, failure: undefined });
      if (explainer) this.keeper.stop();
      await (explainer ? explainer.stop() : this.explainer?.start());
    });

  /** Use case "go to cell": shows and selects the cell that an issue or a reason is about. */
  readonly goToCell = (cell: CellRef): Promise<void> => this.attempt(() => selectCell(cell));

  readonly goToSheet = (sheet: string): Promise<void> => this.attempt(() => activateSheet(sheet));

  private newExplainer(): SelectionExplainer {
    return new SelectionExplainer({
      memory: () => this.keeper.get(),
      language: () => this.current.language,
      onState: (state) => this.showExplained(state),
      onFailure: (error) => void this.attempt(() => Promise.reject(error as Error)),
    });
  }

  private showExplained(explain: ExplainState): void {
    if (this.explainer) this.update({ explain });
  }

  private readonly onWaiting = (waitingForCell: boolean): void => this.update({ waitingForCell });

  /** Does one thing after the other: a button pressed while the pane looks at the workbook waits for its turn. */
  private run(activity: Activity & { kind: Work }, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { kind } = activity;
    const same = this.jobs.find((job) => INCLUDES[job.kind].includes(kind));
    if (same) return same.done;
    const last = this.jobs.at(-1);
    const begin = () => this.runNow(activity, work);
    const job: Job = { kind, done: (last ? last.done.then(begin) : begin()).finally(() => this.forget(job)) };
    this.jobs = [...this.jobs, job];
    return job.done;
  }

  private forget(ended: Job): void {
    this.jobs = this.jobs.filter((job) => job !== ended);
  }

  private async runNow(activity: Activity, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.abort = new AbortController();
    this.update({ activity, failure: undefined, cancelled: false });
    const { signal } = this.abort;
    let cancelled = false;
    await this.attempt(() =>
      work(signal).catch((error: unknown) => {
        // Cancelling itself is no failure; that what was written could not be taken back is one.
        cancelled = signal.aborted && error === signal.reason;
        if (!cancelled) throw error;
      }),
    );
    this.abort = undefined;
    this.update({ activity: { kind: 'idle' }, waitingForCell: false, cancelled });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const failure: Failure =
        error instanceof ExcelFailure
          ? { kind: 'excel', code: error.code }
          : { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) };
      this.update({ failure });
    }
  }

  private update(change: Partial<SessionState>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener();
  }
}

function planThere(progress: Progress | undefined, stop: AbortController): 'found' | 'finishing' | undefined {
  if (!progress) return undefined;
  if (stop.signal.aborted) return 'finishing';
  return progress.detail?.plan === 'feasible' ? 'found' : undefined;
}

/** What pane and ribbon see of a session. */
export type Session = Pick<
  CadenzaSession,
  | 'getState'
  | 'subscribe'
  | 'setLanguage'
  | 'check'
  | 'plan'
  | 'insertTemplate'
  | 'cancel'
  | 'stopAndKeep'
  | 'goToCell'
  | 'goToSheet'
  | 'toggleExplain'
>;
