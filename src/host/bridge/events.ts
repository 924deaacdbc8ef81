import type { Area } from '../model/cell';

/** Numbers of the events on the wire, as the client registers them. */
export const EVENT = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetProtectionChanged: 24,
  worksheetNameChanged: 25,
  worksheetVisibilityChanged: 26,
  worksheetMoved: 27,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  chartAdded: 50,
  chartDeleted: 53,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
  workbookActivated: 2203,
} as const;

/** Target of registrations on the workbook's collections. */
export const WORKBOOK_TARGET = 'Workbook';

/** Message category of Office.js events (Constants.eventMessageCategory in the client). */
const EVENT_CATEGORY = 65536;

export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId?: string;
  /** JSON text of the raw event for events, a value for custom functions. */
  readonly message: unknown;
}

/** What an event says. */
export type EventArguments = Readonly<Record<string, unknown>>;

/** Who is at work: the add-in through the API, a person at the grid, or another author. */
export interface Origin {
  readonly source: 'Local' | 'Remote';
  readonly triggerSource: 'ThisLocalAddin' | 'Unknown';
}

export const PERSON: Origin = { source: 'Local', triggerSource: 'Unknown' };
export const OTHER_AUTHOR: Origin = { source: 'Remote', triggerSource: 'Unknown' };
export const ADD_IN: Origin = { source: 'Local', triggerSource: 'ThisLocalAddin' };

export type ChangeType =
  'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted' | 'CellInserted' | 'CellDeleted';

/** Cells that came or left: how the others moved, as Excel.InsertDeleteCellsShiftDirection names it, and where. */
export interface ShiftReport {
  readonly changeType: ChangeType;
  readonly shiftDirection: 'None' | 'ShiftCellLeft' | 'ShiftCellUp' | 'ShiftCellRight' | 'ShiftCellDown';
  /** The cells that came or left, when the change is about them alone. */
  readonly area?: Area;
}

const EDITED: ShiftReport = { changeType: 'RangeEdited', shiftDirection: 'None' };

/** Which events the add-in listens to, and those that wait to be sent. */
export class EventHub {
  /** `context.runtime.enableEvents`: off, events are neither sent nor kept. */
  enabled = true;
  origin: Origin = PERSON;
  report = EDITED;
  private readonly registered = new Map<string, number>();
  private queue: (() => EventEntry)[] = [];

  register(type: number, target: string): void {
    const key = `${type}|${target}`;
    this.registered.set(key, (this.registered.get(key) ?? 0) + 1);
  }

  unregister(type: number, target: string): void {
    const key = `${type}|${target}`;
    const left = (this.registered.get(key) ?? 0) - 1;
    if (left > 0) this.registered.set(key, left);
    else this.registered.delete(key);
  }

  hasListener(type: number, targets: readonly string[]): boolean {
    return this.enabled && targets.some((target) => this.registered.has(`${type}|${target}`));
  }

  /** Queues an event for those of the targets that somebody listens to; arguments given as a function are made when it is sent. */
  emit(type: number, targets: readonly string[], args: EventArguments | (() => EventArguments)): void {
    if (!this.enabled) return;
    for (const targetId of targets)
      if (this.registered.has(`${type}|${targetId}`))
        this.queue.push(() => ({
          messageCategory: EVENT_CATEGORY,
          messageType: type,
          targetId,
          message: JSON.stringify(typeof args === 'function' ? args() : args),
        }));
  }

  /** Takes what waits to be sent. */
  take(): readonly EventEntry[] {
    const entries = this.queue;
    this.queue = [];
    return entries.map((make) => make());
  }

  /** Runs an action in the name of somebody. */
  as<R>(origin: Origin, action: () => R): R {
    const before = this.origin;
    this.origin = origin;
    try {
      return action();
    } finally {
      this.origin = before;
    }
  }

  /** Runs an action whose cell changes are reported as of this kind. */
  during<R>(report: ShiftReport, action: () => R): R {
    const before = this.report;
    this.report = report;
    try {
      return action();
    } finally {
      this.report = before;
    }
  }
}
