import type { Area, Cell } from './cell';
import type { Worksheet } from './workbook';
import { Workbook, Worksheet as WorksheetClass } from './workbook';

/** The cells that a change may touch: the whole workbook, or areas of sheets. */
export type ChangeScope = 'all' | readonly { readonly sheet: Worksheet; readonly area: Area }[];

type Restore = () => void;

/**
 * What a workbook was like at one moment: contents and looks of cells, sheets, tables, names, charts and all the rest that
 * people and add-ins change. What formulas gave is not kept: they are calculated again.
 */
export class WorkbookState {
  private readonly restoreRest: readonly Restore[];
  private readonly cells: readonly CellsState[];

  constructor(
    private readonly workbook: Workbook,
    private readonly scope: ChangeScope,
  ) {
    this.restoreRest = [
      ...rememberMembers(workbook, NOT_OF_WORKBOOK),
      ...workbook.sheets.flatMap((sheet) => rememberMembers(sheet, NOT_OF_SHEET)),
    ];
    this.cells =
      scope === 'all'
        ? workbook.sheets.map((sheet) => new CellsState(sheet, undefined))
        : scope.map(({ sheet, area }) => new CellsState(sheet, area));
  }

  /** What the same part of the workbook is like now. */
  captureAgain(): WorkbookState {
    return new WorkbookState(this.workbook, this.scope);
  }

  /** Puts everything back, and tells the listeners which cells changed by it. */
  restore(): void {
    for (const restore of this.restoreRest) restore();
    const changed = this.cells.map((state) => ({ sheet: state.sheet, area: state.restore() }));
    this.workbook.structureChanged();
    for (const { sheet, area } of changed) if (area) sheet.changed(area);
  }
}

const NOT_OF_WORKBOOK: ReadonlySet<string> = new Set(['listeners', 'styles', 'adjustFormulas', 'lastId', 'culture']);
const NOT_OF_SHEET: ReadonlySet<string> = new Set(['workbook', 'id', 'cells']);

/** How to put back every member of an object, lists and their items keeping their identity. */
function rememberMembers(owner: object, left: ReadonlySet<string>): Restore[] {
  return Object.entries(owner)
    .filter(([key]) => !left.has(key))
    .map(([key, value]: [string, unknown]) => rememberMember(owner as Record<string, unknown>, key, value));
}

function rememberMember(owner: Record<string, unknown>, key: string, value: unknown): Restore {
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    const items = list.map((item) => ({ item, copy: copyOf(item) }));
    return () => {
      list.splice(0, Infinity, ...items.map(({ item, copy }) => refill(item, copy)));
      // Lists that are no readonly fields may have been replaced by others.
      if (owner[key] !== list) owner[key] = list;
    };
  }
  if (value instanceof Map) {
    const map = value as Map<unknown, unknown>;
    const entries = [...map].map(([at, item]) => [at, copyOf(item)] as const);
    return () => {
      map.clear();
      for (const [at, item] of entries) map.set(at, copyOf(item));
    };
  }
  const copy = copyOf(value);
  return () => {
    // Members that readonly fields hold are put back in place.
    if (owner[key] !== copy) owner[key] = refill(value, copy);
  };
}

/** Makes an object what its copy says and gives it back; anything else is its copy. */
function refill(item: unknown, copy: unknown): unknown {
  if (typeof item !== 'object' || item === null || item === copy || Array.isArray(item)) return copyOf(copy);
  const record = item as Record<string, unknown>;
  for (const key of Object.keys(record)) if (!Object.hasOwn(copy as object, key)) delete record[key];
  return Object.assign(record, copyOf(copy));
}

/** A deep copy of plain data; sheets and workbooks stay who they are. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Workbook || value instanceof WorksheetClass) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copyOf(item)]));
  if (value instanceof Set) return new Set(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)]));
}

/** Contents and looks of the cells of one sheet, or of an area of it. */
class CellsState {
  private readonly rows = new Map<number, Map<number, Cell>>();

  constructor(
    readonly sheet: Worksheet,
    private readonly area: Area | undefined,
  ) {
    for (const row of this.rowNumbers()) {
      const line = new Map<number, Cell>();
      for (const [column, cell] of sheet.cells.rowCells(row) ?? [])
        if (this.hasColumn(column) && !isOnlySpilled(cell)) line.set(column, { ...cell });
      if (line.size > 0) this.rows.set(row, line);
    }
  }

  /** Puts the cells back. @returns the smallest area with every cell whose contents changed; undefined when none did. */
  restore(): Area | undefined {
    let changed: Area | undefined;
    const note = (row: number, column: number) => {
      changed = !changed
        ? { top: row, left: column, bottom: row, right: column }
        : {
            top: Math.min(changed.top, row),
            left: Math.min(changed.left, column),
            bottom: Math.max(changed.bottom, row),
            right: Math.max(changed.right, column),
          };
    };
    for (const row of this.rowNumbers())
      for (const [column, cell] of [...(this.sheet.cells.rowCells(row) ?? [])])
        if (this.hasColumn(column) && !this.rows.get(row)?.has(column) && this.empty(row, column, cell))
          note(row, column);
    for (const [row, line] of this.rows)
      for (const [column, cell] of line) if (this.put(row, column, cell)) note(row, column);
    return changed;
  }

  private rowNumbers(): readonly number[] {
    const { sheet, area } = this;
    if (!area) return [...sheet.cells.rowNumbers()];
    if (area.bottom - area.top > 1000)
      return [...sheet.cells.rowNumbers()].filter((row) => row >= area.top && row <= area.bottom);
    return Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
  }

  private hasColumn(column: number): boolean {
    return !this.area || (column >= this.area.left && column <= this.area.right);
  }

  /** Empties a cell that was not there. @returns whether its contents changed. */
  private empty(row: number, column: number, cell: Cell): boolean {
    // What a formula fills is the formula's affair.
    if (cell.spilledFrom) {
      cell.style = 0;
      return false;
    }
    this.sheet.cells.delete(row, column);
    return cell.value !== null || cell.formula !== undefined;
  }

  private put(row: number, column: number, copy: Cell): boolean {
    const { cells } = this.sheet;
    const now = cells.get(row, column);
    if (now && sameContents(now, copy)) {
      now.style = copy.style;
      return false;
    }
    const kept: Cell = { ...copy, ...(copy.spilledFrom && { value: null }) };
    delete kept.spill;
    delete kept.spilledFrom;
    cells.set(row, column, kept);
    return true;
  }
}

/** A cell that a formula fills and that has no look of its own. */
function isOnlySpilled(cell: Cell): boolean {
  return cell.spilledFrom !== undefined && cell.style === 0;
}

function sameContents(a: Cell, b: Cell): boolean {
  if (a.formula !== b.formula || a.quotePrefix !== b.quotePrefix || a.richText !== b.richText) return false;
  if (a.arrayRange?.rows !== b.arrayRange?.rows || a.arrayRange?.columns !== b.arrayRange?.columns) return false;
  if (a.formula !== undefined || (a.spilledFrom && b.spilledFrom)) return true;
  if (a.spilledFrom || b.spilledFrom) return a.spilledFrom !== undefined && b.value === null;
  return Object.is(a.value, b.value);
}
