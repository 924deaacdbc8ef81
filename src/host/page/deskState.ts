import type { SheetAxes } from '../drawing/axis';
import type { Refusal } from '../editing/enter';
import type { CellPlace } from '../editing/move';
import type { OutlineGroup } from '../editing/outline';
import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';

/** A text being typed, and where it will go. */
export interface Draft {
  readonly text: string;
  readonly sheet: Worksheet;
  readonly place: CellPlace;
  /** Typing over a cell: arrows finish it. Editing within: arrows move in the text. */
  readonly mode: 'type' | 'edit';
}

/** Something to tell the person about what they did. */
export type Notice = Refusal | { readonly kind: 'left-out'; readonly count: number };

/** What of a sheet is laid out, until the workbook changes. */
export interface SheetLayout {
  readonly axes: SheetAxes;
  readonly used: Area | undefined;
  readonly rowGroups: readonly OutlineGroup[];
  readonly columnGroups: readonly OutlineGroup[];
}

/** Serial number of the day of a moment (milliseconds since 1970) where the page runs. */
export function serialOf(now: number, dateSystem: 1900 | 1904): number {
  const date = new Date(now);
  const days = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000 + 25_569;
  return dateSystem === 1904 ? days - 1462 : days;
}
