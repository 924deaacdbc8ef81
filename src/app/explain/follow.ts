import { watchSelection } from '../../excel/watchSelection';
import type { Language } from '../../planning/input';
import type { CellRef } from '../../planning/issue';
import { explainCell } from './explainCell';
import type { ExplainOutcome } from './explainCell';
import type { PlanMemory } from './scene';

/** What the explanation of the selected cell is at. */
export type ExplainState =
  | { readonly status: 'waiting' }
  /** No plan is in memory: it is being made again; `fraction` 0..1. */
  | { readonly status: 'recalling'; readonly fraction: number }
  /** The input cannot be planned (any more): there is nothing to explain with. */
  | { readonly status: 'no-plan' }
  | ExplainOutcome;

export interface FollowTools {
  /** The plan in memory, or the same made again; undefined when there is none. */
  readonly memory: () => Promise<PlanMemory | undefined>;
  readonly language: () => Language;
  readonly onState: (state: ExplainState) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Explains whatever cell is selected, until it is stopped; only the last selection counts. */
export class SelectionExplainer {
  private cell: CellRef | undefined;
  private turn = 0;
  private stopWatching: (() => Promise<void>) | undefined;

  constructor(private readonly tools: FollowTools) {}

  /** Begins to follow the selection. @throws ExcelFailure when Excel takes no handler. */
  async start(): Promise<void> {
    this.stopWatching = await watchSelection((cell) => this.show(cell), this.tools.onFailure);
  }

  async stop(): Promise<void> {
    this.turn += 1;
    await this.stopWatching?.();
  }

  /** Explains the same cell again: after a run, or in another language. */
  again(): void {
    if (this.cell) this.show(this.cell);
  }

  private show(cell: CellRef): void {
    this.cell = cell;
    const turn = ++this.turn;
    const tell = (state: ExplainState): void => {
      if (turn === this.turn) this.tools.onState(state);
    };
    this.explain(cell, tell).catch((error: unknown) => {
      if (turn === this.turn) this.tools.onFailure(error);
    });
  }

  private async explain(cell: CellRef, tell: (state: ExplainState) => void): Promise<void> {
    const memory = await this.tools.memory();
    tell(memory ? await explainCell(cell, memory, this.tools.language()) : { status: 'no-plan' });
  }
}
