import type { Workbook } from '../model/workbook';
import { HostError } from './errors';

/** Trouble on demand, for tests: everything that goes wrong in real workbooks now and then. */
export class Faults {
  /** The user is typing in a cell: every request is refused. */
  cellEditMode = false;
  /** Sheets (by name) that refuse every change, as protected ones do. */
  readonly protectedSheets = new Set<string>();
  /** How long the host takes over each request, in milliseconds. */
  delayMs = 0;
  private syncsSeen = 0;
  private actionsSeen = 0;
  private readonly atSync = new Map<number, string>();
  private readonly atAction = new Map<number, string>();
  private readonly between: ((workbook: Workbook, sync: number) => void)[] = [];

  /** Refuses the n-th request from now (1 is the next) before anything of it is done. */
  failAtSync(n: number, code = 'GeneralException'): void {
    this.atSync.set(this.syncsSeen + n, code);
  }

  /** Fails the n-th action from now (1 is the next); what ran before it stays done. */
  failAtAction(n: number, code = 'GeneralException'): void {
    this.atAction.set(this.actionsSeen + n, code);
  }

  /** Runs before each request that is not the first: another author's hand on the workbook. `sync` counts from 1. */
  betweenSyncs(callback: (workbook: Workbook, sync: number) => void): void {
    this.between.push(callback);
  }

  /** Ends all trouble. */
  clear(): void {
    this.cellEditMode = false;
    this.protectedSheets.clear();
    this.delayMs = 0;
    this.atSync.clear();
    this.atAction.clear();
    this.between.length = 0;
  }

  /** Counts a request; throws the fault that was asked for. */
  enterSync(): void {
    this.syncsSeen++;
    const code = this.atSync.get(this.syncsSeen);
    this.atSync.delete(this.syncsSeen);
    if (code !== undefined) throw new HostError(code);
    if (this.cellEditMode) throw new HostError('InvalidOperationInCellEditMode');
  }

  /** Counts an action; throws the fault that was asked for. */
  enterAction(): void {
    this.actionsSeen++;
    const code = this.atAction.get(this.actionsSeen);
    this.atAction.delete(this.actionsSeen);
    if (code !== undefined) throw new HostError(code);
  }

  /** Lets the other author in; called when a request that is not the first arrives. */
  runBetween(workbook: Workbook): void {
    if (this.syncsSeen === 0) return;
    for (const callback of this.between) callback(workbook, this.syncsSeen);
  }
}
