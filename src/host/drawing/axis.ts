import { columnWidth, rowHeight, widthToPoints } from '../model/geometry';
import type { Worksheet } from '../model/workbook';

const PIXELS_PER_POINT = 4 / 3;

/** Where the rows (or columns) of a sheet lie, in whole pixels from its first one. */
export class Axis {
  private readonly lines: readonly number[];
  /** Pixels by which the lines before each exception differ from as many of standard size. */
  private readonly offsets: readonly number[];
  private readonly sizes: ReadonlyMap<number, number>;

  /**
   * @param standard pixels of a line that has no size of its own
   * @param sizes those that have: 0 is hidden
   */
  constructor(
    readonly standard: number,
    sizes: ReadonlyMap<number, number>,
  ) {
    this.sizes = sizes;
    this.lines = [...sizes.keys()].sort((a, b) => a - b);
    let offset = 0;
    this.offsets = this.lines.map((line) => {
      const before = offset;
      offset += (sizes.get(line) ?? standard) - standard;
      return before;
    });
  }

  size(line: number): number {
    return this.sizes.get(line) ?? this.standard;
  }

  /** Pixels before a line. */
  start(line: number): number {
    const index = this.exceptionsBefore(line);
    const last = this.lines[index - 1];
    const offset = last === undefined ? 0 : (this.offsets[index - 1] ?? 0) + this.size(last) - this.standard;
    return line * this.standard + offset;
  }

  /** The line at this many pixels; the one after it where lines are hidden. */
  at(pixels: number): number {
    let low = 0;
    let high = Math.ceil(Math.max(pixels, 0) / Math.max(this.standard, 1)) + this.lines.length + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.start(middle + 1) > pixels) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private exceptionsBefore(line: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.lines[middle] ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Rows and columns of a sheet as they are drawn. */
export interface SheetAxes {
  readonly rows: Axis;
  readonly columns: Axis;
  /** Of the sheet's zoom: 1 is 100 %. */
  readonly scale: number;
}

/** Lays out a sheet's rows and columns. */
export function axesOf(sheet: Worksheet): SheetAxes {
  const scale = sheet.zoom / 100;
  const pixels = (points: number): number => Math.round(points * PIXELS_PER_POINT * scale);
  const rows = new Map([...sheet.rows.keys()].map((row) => [row, pixels(rowHeight(sheet, row))]));
  const columns = new Map([...sheet.columns.keys()].map((column) => [column, pixels(columnWidth(sheet, column))]));
  return {
    rows: new Axis(pixels(sheet.defaultRowHeight), rows),
    columns: new Axis(pixels(widthToPoints(sheet.defaultColumnWidth)), columns),
    scale,
  };
}
