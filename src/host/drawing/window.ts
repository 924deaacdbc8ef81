import type { SheetAxes } from './axis';
import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';

/** A stretch of rows (or columns) as seen in the window: which, and from which pixel on. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  /** Pixels of the first line's start from the grid's corner (below and beside the headings); may be negative. */
  readonly from: number;
  /** Where the stretch is cut off. */
  readonly clipFrom: number;
  readonly clipTo: number;
}

/** One of the up to four parts that frozen panes cut the window into. */
export interface Pane {
  readonly rows: Stretch;
  readonly columns: Stretch;
}

/** The panes of a window, the scrolling one first so that frozen ones are painted over it. */
export function panesOf(
  sheet: Worksheet,
  axes: SheetAxes,
  size: { readonly width: number; readonly height: number },
  scroll: { readonly x: number; readonly y: number },
): Pane[] {
  const frozenRows = sheet.freeze?.rows ?? 0;
  const frozenColumns = sheet.freeze?.columns ?? 0;
  const rows = stretches(axes.rows, frozenRows, size.height, scroll.y);
  const columns = stretches(axes.columns, frozenColumns, size.width, scroll.x);
  return rows.flatMap((row) => columns.map((column) => ({ rows: row, columns: column })));
}

function stretches(axis: SheetAxes['rows'], frozen: number, length: number, scroll: number): Stretch[] {
  const edge = axis.start(frozen);
  const first = axis.at(edge + scroll);
  const scrolling: Stretch = {
    first,
    last: axis.at(scroll + length),
    from: axis.start(first) - scroll,
    clipFrom: edge,
    clipTo: length,
  };
  if (frozen === 0) return [scrolling];
  return [scrolling, { first: 0, last: frozen - 1, from: 0, clipFrom: 0, clipTo: Math.min(edge, length) }];
}

/** Pixels of a line's start in the window, frozen lines where they stay, others as scrolled. */
export function lineStart(axis: SheetAxes['rows'], frozen: number, scroll: number, line: number): number {
  return line < frozen ? axis.start(line) : axis.start(line) - scroll;
}

/** The line at a pixel of the window. */
export function lineAt(axis: SheetAxes['rows'], frozen: number, scroll: number, pixel: number): number {
  const edge = axis.start(frozen);
  return axis.at(pixel < edge ? Math.max(pixel, 0) : pixel + scroll);
}

/** The scroll position that brings a cell into view with as little movement as can be. */
export function scrollToShow(
  axis: SheetAxes['rows'],
  frozen: number,
  length: number,
  scroll: number,
  line: number,
): number {
  if (line < frozen) return scroll;
  const edge = axis.start(frozen);
  const start = axis.start(line);
  const end = start + axis.size(line);
  if (start < edge + scroll) return start - edge;
  if (end > scroll + length) return Math.min(end - length, start - edge);
  return scroll;
}

/** The rectangle of an area in the window, cut to the part where it can be seen; undefined when it cannot. */
export function areaInPane(axes: SheetAxes, pane: Pane, area: Area) {
  const { rows, columns } = pane;
  if (area.bottom < rows.first || area.top > rows.last || area.right < columns.first || area.left > columns.last)
    return undefined;
  const x = columns.from + axes.columns.start(area.left) - axes.columns.start(columns.first);
  const y = rows.from + axes.rows.start(area.top) - axes.rows.start(rows.first);
  return {
    x,
    y,
    width: axes.columns.start(area.right + 1) - axes.columns.start(area.left),
    height: axes.rows.start(area.bottom + 1) - axes.rows.start(area.top),
  };
}
