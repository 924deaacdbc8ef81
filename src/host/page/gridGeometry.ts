import { lineAt, lineStart } from '../drawing/window';
import type { FilterButton } from '../editing/filterButtons';
import { filterButtonAt } from '../editing/filterButtons';
import type { CellPlace } from '../editing/move';
import { mergedArea } from '../editing/move';
import type { OutlineGroup } from '../editing/outline';
import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { Desk } from './desk';
import { FILTER_BUTTON, filterButtonIn } from './paint/paintFilters';
import { CHOICE_BUTTON } from './paint/paintGrid';
import { OUTLINE_STEP, buttonAt } from './paint/paintHeadings';
import type { Box } from './paint/paintText';

const HEADING_HEIGHT = 22;
const HEADING_WIDTH = 42;
/** Pixels on both sides of a column's edge where it can be taken. */
const EDGE_REACH = 4;
/** Pixels around the selection's corner where it can be taken to fill. */
const HANDLE_REACH = 4;
/** Rows and columns shown beyond what is used, so that there is always room to type. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 8;

/** Where headings end and cells begin, in pixels of the grid. */
export interface GridGeometry {
  readonly left: number;
  readonly top: number;
  /** Room for cells. */
  readonly width: number;
  readonly height: number;
  readonly rowDepth: number;
  readonly columnDepth: number;
}

/** Lays out the grid in a window of some size. */
export function geometryOf({ layout, sheet }: Desk, width: number, height: number): GridGeometry {
  const rowDepth = depthOf(layout.rowGroups);
  const columnDepth = depthOf(layout.columnGroups);
  const outline = (depth: number): number => (depth > 0 ? OUTLINE_STEP * (depth + 1) : 0);
  const left = (sheet.showHeadings ? HEADING_WIDTH : 0) + outline(rowDepth);
  const top = (sheet.showHeadings ? HEADING_HEIGHT : 0) + outline(columnDepth);
  return { left, top, width: Math.max(0, width - left), height: Math.max(0, height - top), rowDepth, columnDepth };
}

function depthOf(groups: readonly OutlineGroup[]): number {
  return groups.reduce((deepest, { level }) => Math.max(deepest, level), 0);
}

/** How many rows and columns can be scrolled to: those used and selected, what is in sight, and some more. */
export function extentOf(desk: Desk, { width, height }: GridGeometry): { rows: number; columns: number } {
  const { layout, active, scroll } = desk;
  const lastRow = Math.max(layout.used?.bottom ?? 0, active.row, layout.axes.rows.at(scroll.y + height));
  const lastColumn = Math.max(layout.used?.right ?? 0, active.column, layout.axes.columns.at(scroll.x + width));
  return { rows: Math.min(MAX_ROWS, lastRow + SPARE_ROWS), columns: Math.min(MAX_COLUMNS, lastColumn + SPARE_COLUMNS) };
}

/** What lies at a point of the grid. */
export type Hit =
  | { readonly kind: 'cell'; readonly place: CellPlace }
  | { readonly kind: 'choices' }
  | { readonly kind: 'fill' }
  | { readonly kind: 'filter'; readonly button: FilterButton }
  | { readonly kind: 'row'; readonly row: number }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'columnEdge'; readonly column: number }
  | { readonly kind: 'group'; readonly by: 'rows' | 'columns'; readonly group: OutlineGroup }
  | { readonly kind: 'level'; readonly by: 'rows' | 'columns'; readonly level: number }
  | { readonly kind: 'corner' };

/** @param x,y pixels from the grid's corner */
export function hitTest(desk: Desk, geometry: GridGeometry, x: number, y: number, hasChoices: boolean): Hit {
  const { left, top } = geometry;
  if (x < left && y < top) return hitCorner(geometry, x, y);
  const row = lineAt(desk.layout.axes.rows, frozenRows(desk), desk.scroll.y, y - top);
  const column = lineAt(desk.layout.axes.columns, frozenColumns(desk), desk.scroll.x, x - left);
  if (x < left) return hitRowSide(desk, geometry, x, y, row);
  if (y < top) return hitColumnSide(desk, geometry, x, y, column);
  const place = { row: Math.min(row, MAX_ROWS - 1), column: Math.min(column, MAX_COLUMNS - 1) };
  if (hasChoices && isOnChoiceButton(desk, geometry, x, y)) return { kind: 'choices' };
  if (isOnFillHandle(desk, geometry, x, y)) return { kind: 'fill' };
  const button = filterButtonAt(desk.sheet, place);
  if (button && isOnFilterButton(boxOfArea(desk, geometry, areaOfPlace(place)), x, y))
    return { kind: 'filter', button };
  return { kind: 'cell', place };
}

function isOnFillHandle(desk: Desk, geometry: GridGeometry, x: number, y: number): boolean {
  const box = boxOfArea(desk, geometry, desk.selection);
  return Math.abs(x - box.x - box.width + 2) <= HANDLE_REACH && Math.abs(y - box.y - box.height + 2) <= HANDLE_REACH;
}

function areaOfPlace({ row, column }: CellPlace): Area {
  return { top: row, left: column, bottom: row, right: column };
}

function isOnFilterButton(cell: Box, x: number, y: number): boolean {
  const { x: left, y: top } = filterButtonIn(cell);
  return x >= left && x < left + FILTER_BUTTON && y >= top && y < top + FILTER_BUTTON;
}

function hitCorner({ left, top, rowDepth, columnDepth }: GridGeometry, x: number, y: number): Hit {
  const rowLevel = Math.floor(x / OUTLINE_STEP) + 1;
  if (rowDepth > 0 && rowLevel <= rowDepth + 1 && y >= top - HEADING_HEIGHT)
    return { kind: 'level', by: 'rows', level: rowLevel };
  const columnLevel = Math.floor(y / OUTLINE_STEP) + 1;
  if (columnDepth > 0 && columnLevel <= columnDepth + 1 && x >= left - HEADING_HEIGHT)
    return { kind: 'level', by: 'columns', level: columnLevel };
  return { kind: 'corner' };
}

function hitRowSide(desk: Desk, { left, top }: GridGeometry, x: number, y: number, row: number): Hit {
  if (x >= left - HEADING_WIDTH) return { kind: 'row', row };
  const { axes, rowGroups } = desk.layout;
  const group = rowGroups.find((candidate) => {
    const at = buttonAt(axes.rows, frozenRows(desk), desk.scroll.y, candidate);
    return at !== undefined && isNear(x, y - top, (candidate.level - 0.5) * OUTLINE_STEP, at);
  });
  return group ? { kind: 'group', by: 'rows', group } : { kind: 'corner' };
}

function hitColumnSide(desk: Desk, { left, top }: GridGeometry, x: number, y: number, column: number): Hit {
  const { axes, columnGroups } = desk.layout;
  if (y >= top - HEADING_HEIGHT) {
    const start = lineStart(axes.columns, frozenColumns(desk), desk.scroll.x, column) + left;
    if (x - start < EDGE_REACH && column > 0) return { kind: 'columnEdge', column: previousVisible(desk, column) };
    if (start + axes.columns.size(column) - x <= EDGE_REACH) return { kind: 'columnEdge', column };
    return { kind: 'column', column };
  }
  const group = columnGroups.find((candidate) => {
    const at = buttonAt(axes.columns, frozenColumns(desk), desk.scroll.x, candidate);
    return at !== undefined && isNear(x - left, y, at, (candidate.level - 0.5) * OUTLINE_STEP);
  });
  return group ? { kind: 'group', by: 'columns', group } : { kind: 'corner' };
}

function previousVisible(desk: Desk, column: number): number {
  let before = column - 1;
  while (before > 0 && desk.layout.axes.columns.size(before) === 0) before--;
  return before;
}

function isNear(x: number, y: number, atX: number, atY: number): boolean {
  return Math.abs(x - atX) <= OUTLINE_STEP / 2 && Math.abs(y - atY) <= OUTLINE_STEP / 2;
}

function isOnChoiceButton(desk: Desk, geometry: GridGeometry, x: number, y: number): boolean {
  const box = boxOfArea(desk, geometry, mergedArea(desk.sheet, desk.active));
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  return x >= right && x < right + CHOICE_BUTTON && y >= bottom - CHOICE_BUTTON && y < bottom;
}

/** Where an area lies in the grid, in pixels from the grid's corner; parts may be out of sight. */
export function boxOfArea(desk: Desk, { left, top }: GridGeometry, area: Area): Box {
  const { rows, columns } = desk.layout.axes;
  return {
    x: left + lineStart(columns, frozenColumns(desk), desk.scroll.x, area.left),
    y: top + lineStart(rows, frozenRows(desk), desk.scroll.y, area.top),
    width: columns.start(area.right + 1) - columns.start(area.left),
    height: rows.start(area.bottom + 1) - rows.start(area.top),
  };
}

export function frozenRows({ sheet }: Desk): number {
  return sheet.freeze?.rows ?? 0;
}

export function frozenColumns({ sheet }: Desk): number {
  return sheet.freeze?.columns ?? 0;
}
