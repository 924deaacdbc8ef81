import { cellAddress, columnLetters, quoteSheet, rangeAddress } from '../address';
import type { CellLink, FormatRegion, NumberFormatName, Rect, SpecCell, StyleName } from '../spec';

/** How a cell is to look; what is absent is left to Excel. */
export interface Look {
  readonly style?: StyleName;
  readonly number?: NumberFormatName;
  readonly align?: 'left' | 'center' | 'right';
}

/** What a cell may hold: a value, or a formula as `{ formula: '=…' }`; undefined only formats it. */
export type Content = string | number | boolean | { readonly formula: string } | undefined;

/** Cells and looks of one sheet while it is being laid out, row by row; rows and columns are zero-based. */
export class Grid {
  private readonly cells: (SpecCell | undefined)[][] = [];
  private readonly looks = new Map<number, Map<number, Look>>();

  constructor(
    /** Name of the sheet, for references from others. */
    readonly sheet: string,
  ) {}

  /** Number of rows so far: the next free row. */
  get height(): number {
    return this.cells.length;
  }

  /** Puts content and look; an undefined content leaves a formatted empty cell. */
  put(row: number, column: number, content: Content, look?: Look): void {
    if (content !== undefined) this.store(row, column, typeof content === 'object' ? content : { value: content });
    if (look) this.format({ row, column, rows: 1, columns: 1 }, look);
  }

  /** Puts text that jumps to a cell. */
  putLink(row: number, column: number, text: string, link: CellLink, look: Look = { style: 'link' }): void {
    this.store(row, column, { value: text, link });
    this.format({ row, column, rows: 1, columns: 1 }, look);
  }

  /** Puts contents side by side from `column`, all of one look or each of its own. */
  putRow(row: number, column: number, contents: readonly Content[], look?: Look | readonly Look[]): void {
    contents.forEach((content, i) => this.put(row, column + i, content, isLookList(look) ? look[i] : look));
  }

  /** Gives every cell of a rectangle a look, on top of the one it has. */
  format(range: Rect, look: Look): void {
    for (let row = range.row; row < range.row + range.rows; row += 1) {
      let line = this.looks.get(row);
      if (!line) this.looks.set(row, (line = new Map()));
      for (let column = range.column; column < range.column + range.columns; column += 1)
        line.set(column, { ...line.get(column), ...look });
    }
    while (this.cells.length < range.row + range.rows) this.cells.push([]);
  }

  /** The cells, dense from A1. */
  rows(): readonly (readonly (SpecCell | undefined)[])[] {
    return this.cells.map((row) => Array.from(row));
  }

  /** The looks as few rectangles: equal neighbours in a row are joined, then equal runs below each other. */
  formats(): readonly FormatRegion[] {
    const done: FormatRegion[] = [];
    let open = new Map<string, { range: Rect; look: Look }>();
    const rows = [...this.looks.keys()].sort((a, b) => a - b);
    for (const row of rows) {
      const next = new Map<string, { range: Rect; look: Look }>();
      for (const run of runsOf(row, this.looks.get(row) ?? new Map<number, Look>())) {
        const key = `${run.range.column}:${run.range.columns}:${keyOf(run.look)}`;
        const above = open.get(key);
        const joins = above && above.range.row + above.range.rows === row;
        next.set(key, joins ? { look: run.look, range: { ...above.range, rows: above.range.rows + 1 } } : run);
        if (joins) open.delete(key);
      }
      for (const closed of open.values()) done.push({ range: closed.range, ...closed.look });
      open = next;
    }
    for (const closed of open.values()) done.push({ range: closed.range, ...closed.look });
    return done.sort((a, b) => a.range.row - b.range.row || a.range.column - b.range.column);
  }

  private store(row: number, column: number, cell: SpecCell): void {
    while (this.cells.length <= row) this.cells.push([]);
    const line = this.cells[row];
    if (line) line[column] = cell;
  }
}

function isLookList(look: Look | readonly Look[] | undefined): look is readonly Look[] {
  return Array.isArray(look);
}

function keyOf(look: Look): string {
  return `${look.style ?? ''}/${look.number ?? ''}/${look.align ?? ''}`;
}

function runsOf(row: number, line: ReadonlyMap<number, Look>): { range: Rect; look: Look }[] {
  const runs: { range: Rect; look: Look }[] = [];
  for (const column of [...line.keys()].sort((a, b) => a - b)) {
    const look = line.get(column) ?? {};
    const last = runs.at(-1);
    if (last && last.range.column + last.range.columns === column && keyOf(last.look) === keyOf(look))
      last.range = { ...last.range, columns: last.range.columns + 1 };
    else runs.push({ range: { row, column, rows: 1, columns: 1 }, look });
  }
  return runs;
}

/** A cell or rectangle of a sheet that formulas of any sheet may name. */
export interface Place extends Rect {
  readonly sheet: string;
}

/** One cell as a place. */
export function cellPlace(sheet: string, row: number, column: number): Place {
  return { sheet, row, column, rows: 1, columns: 1 };
}

/** A place without its sheet, as specs of that sheet take it. */
export function rectOf({ row, column, rows, columns }: Place): Rect {
  return { row, column, rows, columns };
}

/** The cell `index` steps to the right in a place that is one row. */
export function cellOfRow(place: Place, index: number): Place {
  return { ...place, column: place.column + index, columns: 1 };
}

/**
 * A place as a formula of sheet `from` writes it: without the sheet where it is the same one.
 *
 * @param absolute 'none' A1, 'column' $A1, 'row' A$1, 'both' $A$1.
 * @example refer({ sheet: 'Daily plan', row: 4, column: 0, rows: 9, columns: 1 }, 'Calendar', 'both') //=> "'Daily plan'!$A$5:$A$13"
 */
export function refer(place: Place, from: string, absolute: 'none' | 'column' | 'row' | 'both' = 'none'): string {
  const corner = (row: number, column: number): string => {
    const letters = (absolute === 'column' || absolute === 'both' ? '$' : '') + columnLetters(column);
    return `${letters}${absolute === 'row' || absolute === 'both' ? '$' : ''}${row + 1}`;
  };
  const first = corner(place.row, place.column);
  const last = corner(place.row + place.rows - 1, place.column + place.columns - 1);
  const range = first === last ? first : `${first}:${last}`;
  return place.sheet === from ? range : `${quoteSheet(place.sheet)}!${range}`;
}

/**
 * Text as a string literal inside a formula: in quotes, its own quotes doubled.
 *
 * @example literal('5" tube') //=> '"5"" tube"'
 */
export function literal(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Relative A1 of a cell of the same sheet, for the formulas of conditional formats. */
export function a1(row: number, column: number): string {
  return cellAddress(row, column);
}

/** `=SUM(…)` over one rectangle of the same sheet. */
export function sumOf(row: number, column: number, rows: number, columns: number): { readonly formula: string } {
  return { formula: `=SUM(${rangeAddress(row, column, rows, columns)})` };
}
