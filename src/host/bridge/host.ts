import type { Calculation } from '../formulas/calculation';
import type { Area } from '../model/cell';
import type { Workbook, Worksheet } from '../model/workbook';
import type { Counters } from './counters';
import type { CustomFunctionHost } from './customFunctions';
import type { HostObject } from './define';
import type { EventHub } from './events';
import type { Faults } from './faults';
import type { Limits } from './limits';
import type { RangeReferences } from './references';
import type { AddInRuntime } from './runtime';

/** What every member of the object model may use: the workbook and the state of Excel around it. */
export interface Host {
  readonly workbook: Workbook;
  readonly calculation: Calculation;
  readonly limits: Limits;
  readonly counters: Counters;
  readonly faults: Faults;
  readonly events: EventHub;
  readonly references: RangeReferences;
  readonly selection: Selection;
  /** The highest version of a requirement set that is served: { ExcelApi: '1.15' }. */
  readonly requirementSets: Readonly<Record<string, string>>;
  /** Milliseconds since 1970; document times come from it. */
  readonly now: () => number;
  readonly application: ApplicationState;
  readonly customFunctions: CustomFunctionHost;
  readonly runtime: AddInRuntime;
  /** Keeps a range for the client beyond the request (its `_KeepReference`). */
  keepReference(object: HostObject): void;
  /** Calculates what has changed in this request, unless calculation is manual or suspended. */
  bringUpToDate(): void;
  /** Moves the selection and tells those who listen. */
  changeSelection(sheet: Worksheet, area: Area): void;
}

/** What the user has selected. */
export interface Selection {
  sheet: Worksheet;
  area: Area;
}

/** Excel's own settings that live no longer than the session. */
export interface ApplicationState {
  /** Set by suspendApiCalculationUntilNextSync; cleared when the request has been answered. */
  calculationSuspended: boolean;
  screenUpdatingSuspended: boolean;
}
