/** Whether the add-in's page is shown as a task pane, runs unseen, or does not run. */
export type RuntimeState = 'Visible' | 'Background' | 'Inactive';

const STATES: ReadonlySet<unknown> = new Set<RuntimeState>(['Visible', 'Background', 'Inactive']);

/** The runtime that pane, ribbon buttons and functions of the add-in share, as its host sees it. */
export class AddInRuntime {
  private current: RuntimeState = 'Visible';
  private readonly listeners = new Set<(state: RuntimeState) => void>();

  get state(): RuntimeState {
    return this.current;
  }

  /** Shows or hides the pane (`Office.addin.showAsTaskpane`, `hide`). @returns false for what is no state. */
  change(state: unknown): boolean {
    if (!STATES.has(state)) return false;
    this.current = state as RuntimeState;
    for (const listener of this.listeners) listener(this.current);
    return true;
  }

  /** Tells whenever the add-in asks for a state, the present one included; the result stops it. */
  onChange(listener: (state: RuntimeState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
