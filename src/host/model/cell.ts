/** Excel's error values; one code a kind of failure. */
export type ErrorCode =
  | '#NULL!'
  | '#DIV/0!'
  | '#VALUE!'
  | '#REF!'
  | '#NAME?'
  | '#NUM!'
  | '#N/A'
  | '#SPILL!'
  | '#CALC!'
  | '#BUSY!'
  | '#GETTING_DATA';

/** An error as a cell value; `detail` is the text a custom function gave with it. */
export class CellError {
  constructor(
    readonly code: ErrorCode,
    readonly detail?: string,
  ) {}
}

/** What a cell holds once calculated; null is empty. Dates are serial numbers. */
export type CellValue = number | string | boolean | CellError | null;

/** One cell. Absent from the sheet's store when empty, unformatted and not part of a spill. */
export interface Cell {
  value: CellValue;
  /** en-US A1 text without the leading '='; undefined for a constant. */
  formula?: string;
  /** Index into the workbook's styles; 0 is the default style. */
  style: number;
  /** Formula cells that spill: size of what they fill. */
  spill?: { rows: number; columns: number };
  /** Cells filled by a spill: the cell that fills them. */
  spilledFrom?: { row: number; column: number };
  /** Legacy array formula ({=…}) and its extent, from files. */
  arrayRange?: { rows: number; columns: number };
  /** Text typed with a leading apostrophe. */
  quotePrefix?: boolean;
  /** Text with runs of different looks, from files: its XML (inside of <si>), true as long as the value is its plain text. */
  richText?: string;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Cells of one sheet, sparse, by row then column. Rows and columns are zero-based. */
export class CellStore {
  private readonly rows = new Map<number, Map<number, Cell>>();

  get(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.get(column);
  }

  set(row: number, column: number, cell: Cell): void {
    let cells = this.rows.get(row);
    if (!cells) this.rows.set(row, (cells = new Map()));
    cells.set(column, cell);
  }

  delete(row: number, column: number): void {
    const cells = this.rows.get(row);
    if (!cells) return;
    cells.delete(column);
    if (cells.size === 0) this.rows.delete(row);
  }

  /** Row numbers that hold cells, unordered. */
  rowNumbers(): IterableIterator<number> {
    return this.rows.keys();
  }

  /** The cells of one row, unordered. */
  rowCells(row: number): ReadonlyMap<number, Cell> | undefined {
    return this.rows.get(row);
  }

  clear(): void {
    this.rows.clear();
  }

  /** Moves every cell of whole rows from `from` on by `by` rows; rows that would be overwritten by a move up are dropped. */
  shiftRows(from: number, by: number): void {
    const moved: [number, Map<number, Cell>][] = [];
    for (const [row, cells] of this.rows) {
      if (row >= from) moved.push([row + by, cells]);
      if (row >= Math.min(from, from + by)) this.rows.delete(row);
    }
    for (const [row, cells] of moved) this.rows.set(row, cells);
  }
}

/** A rectangle of cells, both corners inside, zero-based. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}
