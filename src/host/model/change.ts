import type { Area } from './cell';
import type { Table, Worksheet } from './workbook';

/** Where cells go when others come or leave. */
export type Shift = 'down' | 'right' | 'up' | 'left';

/** Cells came ('down', 'right') or left ('up', 'left'); the others of their columns or rows moved. */
export interface ShiftChange {
  readonly kind: 'shiftCells';
  readonly sheet: Worksheet;
  /** The cells that are new, or that are gone. */
  readonly area: Area;
  readonly shift: Shift;
}

/** What happened to a workbook that formula texts must follow. */
export type StructuralChange =
  | ShiftChange
  | {
      readonly kind: 'moveCells';
      readonly sheet: Worksheet;
      readonly area: Area;
      readonly to: Worksheet;
      readonly row: number;
      readonly column: number;
    }
  | { readonly kind: 'renameSheet'; readonly sheet: Worksheet; readonly from: string; readonly to: string }
  | { readonly kind: 'deleteSheet'; readonly sheet: Worksheet; readonly name: string }
  | { readonly kind: 'renameTable'; readonly table: Table; readonly from: string; readonly to: string }
  | {
      /** The table is gone with its cells. */
      readonly kind: 'deleteTable';
      readonly table: Table;
    }
  | {
      /** The table is about to become plain cells: what pointed to it points to them. */
      readonly kind: 'convertTable';
      readonly table: Table;
    }
  | {
      /** Columns are gone; `before` names all that there were, in order. */
      readonly kind: 'deleteColumns';
      readonly table: Table;
      readonly before: readonly string[];
    }
  | { readonly kind: 'renameColumn'; readonly table: Table; readonly from: string; readonly to: string };

/** Why an operation on the model is refused; what Excel refuses with a message. */
export type ModelErrorCode =
  | 'OutOfSheet'
  | 'SplitsTable'
  | 'SplitsMerge'
  | 'SplitsArray'
  | 'OverlapsTable'
  | 'InvalidName'
  | 'NameTaken'
  | 'LastVisibleSheet'
  | 'InvalidArea';

/** An operation that Excel refuses too; the workbook is as it was. */
export class ModelError extends Error {
  override readonly name = 'ModelError';

  constructor(
    readonly code: ModelErrorCode,
    message: string,
  ) {
    super(message);
  }
}
