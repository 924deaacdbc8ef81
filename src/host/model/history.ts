import type { ChangeScope } from './state';
import { WorkbookState } from './state';
import type { Workbook } from './workbook';

interface Step {
  readonly label: string;
  readonly state: WorkbookState;
}

/** Steps kept; the oldest are forgotten. */
const MOST_STEPS = 50;

/**
 * Undo and redo. A step is what a person does at once, or all that an add-in does in one run: `step` for the one, `begin` and
 * `end` around the other. The workbook must not change between steps except through the history.
 */
export class History {
  private readonly done: Step[] = [];
  private readonly undone: Step[] = [];
  private isOpen = false;

  constructor(private readonly workbook: Workbook) {}

  /** What undo would take back; undefined when there is nothing. */
  get undoLabel(): string | undefined {
    return this.done.at(-1)?.label;
  }

  /** What redo would do again; undefined when there is nothing. */
  get redoLabel(): string | undefined {
    return this.undone.at(-1)?.label;
  }

  /** Does an edit as one step; a run that is under way ends before it. When it throws, all is as it was and there is no step. */
  step<R>(label: string, scope: ChangeScope, action: () => R): R {
    this.end();
    const state = new WorkbookState(this.workbook, scope);
    try {
      const result = action();
      this.add({ label, state });
      return result;
    } catch (error) {
      state.restore();
      throw error;
    }
  }

  /** From here on everything is one step, until `end` or the next step. Does nothing within a run. */
  begin(label: string): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.add({ label, state: new WorkbookState(this.workbook, 'all') });
  }

  /** Ends the run under way, if any. */
  end(): void {
    this.isOpen = false;
  }

  /** Takes the last step back. @returns its label; undefined when there was none. */
  undo(): string | undefined {
    return this.move(this.done, this.undone);
  }

  /** Does the last step that was taken back again. @returns its label; undefined when there was none. */
  redo(): string | undefined {
    return this.move(this.undone, this.done);
  }

  private add(step: Step): void {
    this.undone.length = 0;
    this.done.push(step);
    if (this.done.length > MOST_STEPS) this.done.shift();
  }

  private move(from: Step[], to: Step[]): string | undefined {
    this.end();
    const step = from.pop();
    if (!step) return undefined;
    to.push({ label: step.label, state: step.state.captureAgain() });
    step.state.restore();
    return step.label;
  }
}
