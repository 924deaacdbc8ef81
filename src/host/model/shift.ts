import { parseArea, areaAddress } from './address';
import { containsArea, intersectAreas, isWholeColumns, isWholeRows, shiftAreas, shiftInBand } from './area';
import type { Area, Cell } from './cell';
import { MAX_COLUMNS, MAX_ROWS } from './cell';
import type { ShiftChange } from './change';
import { ModelError } from './change';
import { setFilters, shiftFilters } from './filter';
import { columnLeft, rowTop, widthToPoints } from './geometry';
import { shiftTables } from './shiftTables';
import type { Worksheet } from './workbook';

/**
 * Makes room: empty cells come into the area, those that were there and beyond move down or right.
 *
 * @throws {ModelError} 'OutOfSheet' when filled cells would leave the sheet; 'SplitsTable', 'SplitsMerge' or 'SplitsArray' when
 * only a part of one would move. The workbook is then as it was.
 */
export function insertCells(sheet: Worksheet, area: Area, shift: 'down' | 'right'): void {
  applyShift({ kind: 'shiftCells', sheet, area, shift });
}

/**
 * Takes the area's cells away, those below or to the right move in.
 *
 * @throws {ModelError} as insertCells, 'OutOfSheet' aside.
 */
export function deleteCells(sheet: Worksheet, area: Area, shift: 'up' | 'left'): void {
  applyShift({ kind: 'shiftCells', sheet, area, shift });
}

/** Makes room for whole rows from `row` on. */
export function insertRows(sheet: Worksheet, row: number, count: number): void {
  insertCells(sheet, { top: row, bottom: row + count - 1, left: 0, right: MAX_COLUMNS - 1 }, 'down');
}

/** Takes whole rows away. */
export function deleteRows(sheet: Worksheet, row: number, count: number): void {
  deleteCells(sheet, { top: row, bottom: row + count - 1, left: 0, right: MAX_COLUMNS - 1 }, 'up');
}

/** Makes room for whole columns from `column` on. */
export function insertColumns(sheet: Worksheet, column: number, count: number): void {
  insertCells(sheet, { top: 0, bottom: MAX_ROWS - 1, left: column, right: column + count - 1 }, 'right');
}

/** Takes whole columns away. */
export function deleteColumns(sheet: Worksheet, column: number, count: number): void {
  deleteCells(sheet, { top: 0, bottom: MAX_ROWS - 1, left: column, right: column + count - 1 }, 'left');
}

function applyShift(change: ShiftChange): void {
  const { sheet, area, shift } = change;
  checkShift(change);
  sheet.hasShifted = true;
  dropSpills(sheet);
  shiftCharts(change);
  const emptied = shiftTables(change, (on, row) => insertCells(on, row, 'down'));
  shiftCellStore(sheet, area, shift);
  shiftFormats(change);
  shiftBelongings(change);
  sheet.workbook.adjustFormulas?.(change);
  emptied.forEach((finish) => finish());
  sheet.changed(sheet.usedArea() ?? area);
  sheet.workbook.structureChanged();
}

/** The cells that move or go: the area and all that lies beyond it. */
function movingArea({ area, shift }: ShiftChange): Area {
  return shift === 'down' || shift === 'up' ? { ...area, bottom: MAX_ROWS - 1 } : { ...area, right: MAX_COLUMNS - 1 };
}

function checkShift(change: ShiftChange): void {
  const { sheet, area, shift } = change;
  const moving = movingArea(change);
  for (const merge of sheet.merges) {
    const shared = intersectAreas(merge, moving);
    const band = shift === 'down' || shift === 'up' ? { ...moving, top: 0 } : { ...moving, left: 0 };
    if (shared && !containsArea(band, merge))
      throw new ModelError('SplitsMerge', `A part of the merged cells ${areaAddress(merge)} would move.`);
  }
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  forEachCell(sheet, moving, (row, column, cell) => {
    const leaves = shift === 'down' ? row + rows >= MAX_ROWS : shift === 'right' && column + columns >= MAX_COLUMNS;
    if (leaves && (cell.value !== null || cell.formula !== undefined))
      throw new ModelError('OutOfSheet', 'Filled cells would be pushed off the sheet.');
  });
  checkArrays(sheet, change, moving);
}

/** A legacy array formula moves as a whole or not at all. */
function checkArrays(sheet: Worksheet, change: ShiftChange, moving: Area): void {
  for (const row of sheet.cells.rowNumbers())
    for (const [column, cell] of sheet.cells.rowCells(row) ?? []) {
      if (!cell.arrayRange) continue;
      const { rows, columns } = cell.arrayRange;
      const array = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
      const goesWhole = containsArea(change.area, array) && (change.shift === 'up' || change.shift === 'left');
      const after = intersectAreas(array, moving) && !goesWhole ? shiftInBand(array, change.area, change.shift) : array;
      const sameSize = after && after.bottom - after.top === rows - 1 && after.right - after.left === columns - 1;
      if (!sameSize || (intersectAreas(array, moving) && !goesWhole && !isWithinBand(array, moving, change)))
        throw new ModelError('SplitsArray', `A part of the array formula ${areaAddress(array)} would move.`);
    }
}

function isWithinBand(area: Area, moving: Area, change: ShiftChange): boolean {
  const vertical = change.shift === 'down' || change.shift === 'up';
  return containsArea(vertical ? { ...moving, top: 0 } : { ...moving, left: 0 }, area);
}

function forEachCell(sheet: Worksheet, area: Area, visit: (row: number, column: number, cell: Cell) => void): void {
  for (const row of sheet.cells.rowNumbers()) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of sheet.cells.rowCells(row) ?? [])
      if (column >= area.left && column <= area.right) visit(row, column, cell);
  }
}

/** What a spill filled is empty until it is calculated again. */
function dropSpills(sheet: Worksheet): void {
  for (const row of [...sheet.cells.rowNumbers()])
    for (const [column, cell] of [...(sheet.cells.rowCells(row) ?? [])]) {
      delete cell.spill;
      if (!cell.spilledFrom) continue;
      if (cell.style === 0) sheet.cells.delete(row, column);
      else sheet.cells.set(row, column, { value: null, style: cell.style });
    }
}

function shiftCellStore(sheet: Worksheet, area: Area, shift: ShiftChange['shift']): void {
  const rows = area.bottom - area.top + 1;
  if (isWholeRows(area) && shift === 'down') return sheet.cells.shiftRows(area.top, rows);
  if (isWholeRows(area) && shift === 'up') return sheet.cells.shiftRows(area.bottom + 1, -rows);
  const columns = area.right - area.left + 1;
  const [down, right] =
    shift === 'down' ? [rows, 0] : shift === 'up' ? [-rows, 0] : shift === 'right' ? [0, columns] : [0, -columns];
  const moved: [number, number, Cell][] = [];
  const vertical = shift === 'down' || shift === 'up';
  const moving = vertical ? { ...area, bottom: MAX_ROWS - 1 } : { ...area, right: MAX_COLUMNS - 1 };
  forEachCell(sheet, moving, (row, column, cell) => moved.push([row, column, cell]));
  for (const [row, column] of moved) sheet.cells.delete(row, column);
  for (const [row, column, cell] of moved) {
    const gone = (shift === 'up' && row <= area.bottom) || (shift === 'left' && column <= area.right);
    if (!gone && row + down < MAX_ROWS && column + right < MAX_COLUMNS)
      sheet.cells.set(row + down, column + right, cell);
  }
}

/** Heights, widths, hiding and groups move with whole rows and columns. */
function shiftFormats({ sheet, area, shift }: ShiftChange): void {
  const remove = shift === 'up' || shift === 'left';
  if (isWholeRows(area) && (shift === 'down' || shift === 'up'))
    shiftKeys(sheet.rows, area.top, area.bottom - area.top + 1, remove, MAX_ROWS);
  if (isWholeColumns(area) && (shift === 'right' || shift === 'left'))
    shiftKeys(sheet.columns, area.left, area.right - area.left + 1, remove, MAX_COLUMNS);
}

function shiftKeys<T>(formats: Map<number, T>, from: number, count: number, remove: boolean, limit: number): void {
  const entries = [...formats];
  formats.clear();
  for (const [at, format] of entries) {
    if (at < from) formats.set(at, format);
    else if (!remove && at + count < limit) formats.set(at + count, format);
    else if (remove && at >= from + count) formats.set(at - count, format);
  }
}

/** Merges, formats by condition, validations, links, comments, filters and print areas go where their cells go. */
function shiftBelongings({ sheet, area, shift }: ShiftChange): void {
  const moved = (areas: readonly Area[]): Area[] => shiftAreas(areas, area, shift);
  const isMore = (merge: Area): boolean => merge.top !== merge.bottom || merge.left !== merge.right;
  sheet.merges.splice(0, Infinity, ...moved(sheet.merges).filter(isMore));
  for (const list of [sheet.conditionalFormats, sheet.validations])
    removeWhere<{ areas: Area[] }>(list, (item) => (item.areas = moved(item.areas)).length === 0);
  removeWhere(sheet.hyperlinks, (link) => {
    const first = moved([link.area])[0];
    if (first) link.area = first;
    return !first;
  });
  removeWhere(sheet.comments, (comment) => {
    const cell = { top: comment.row, bottom: comment.row, left: comment.column, right: comment.column };
    const first = moved([cell])[0];
    if (first) [comment.row, comment.column] = [first.top, first.left];
    return !first;
  });
  if (sheet.autoFilter) shiftAutoFilter(sheet, sheet.autoFilter, { area, shift });
  shiftPrintAreas(sheet, moved);
}

/** The filter moves with its area; its criteria with their columns. */
function shiftAutoFilter(sheet: Worksheet, before: Area, { area, shift }: Pick<ShiftChange, 'area' | 'shift'>): void {
  const after = shiftAreas([before], area, shift)[0];
  sheet.autoFilter = after;
  const count = after ? after.right - after.left - (before.right - before.left) : -Infinity;
  if (!after) setFilters({ sheet }, []);
  else if (count !== 0) shiftFilters(sheet, Math.max(0, area.left - before.left), count);
}

function shiftPrintAreas(sheet: Worksheet, moved: (areas: readonly Area[]) => Area[]): void {
  const layout = sheet.pageLayout;
  const shiftTexts = (texts: string | undefined): string | undefined => {
    if (!texts) return texts;
    const areas = texts.split(',').map((text) => parseArea(text.trim()));
    const after = areas.flatMap((each) => (each ? moved([each]) : []));
    return after.length > 0 ? after.map(absoluteAddress).join(',') : undefined;
  };
  for (const key of ['printArea', 'printTitleRows', 'printTitleColumns'] as const) {
    const text = shiftTexts(layout[key]);
    if (text === undefined) delete layout[key];
    else layout[key] = text;
  }
}

/** '$A$1:$B$9', whole rows '$1:$3', whole columns '$A:$B'. */
function absoluteAddress(area: Area): string {
  const address = areaAddress(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  if (isWholeRows(area)) return address.replace(/\$[A-Z]+\$/g, '$$').replace(/^(\$\d+)$/, '$1:$1');
  if (isWholeColumns(area)) return address.replace(/(\$[A-Z]+)\$\d+/g, '$1');
  return address;
}

/** Charts move with the cells under their corners, as Excel's default ("move and size with cells") has it. */
function shiftCharts({ sheet, area, shift }: ShiftChange): void {
  const vertical = shift === 'down' || shift === 'up';
  if (!(vertical ? isWholeRows(area) : isWholeColumns(area))) return;
  const from = vertical ? rowTop(sheet, area.top) : columnLeft(sheet, area.left);
  const to = vertical ? rowTop(sheet, area.bottom + 1) : columnLeft(sheet, area.right + 1);
  // New rows take the default size, since their formats are not there yet.
  const added = vertical
    ? (area.bottom - area.top + 1) * sheet.defaultRowHeight
    : (area.right - area.left + 1) * widthToPoints(sheet.defaultColumnWidth);
  const move = (at: number): number => {
    if (shift === 'down' || shift === 'right') return at >= from ? at + added : at;
    return at >= to ? at - (to - from) : Math.min(at, from);
  };
  for (const chart of sheet.charts) {
    if (vertical) {
      const bottom = move(chart.top + chart.height);
      chart.top = move(chart.top);
      chart.height = Math.max(bottom - chart.top, 0);
    } else {
      const right = move(chart.left + chart.width);
      chart.left = move(chart.left);
      chart.width = Math.max(right - chart.left, 0);
    }
  }
}

function removeWhere<T>(list: T[], isGone: (item: T) => boolean): void {
  list.splice(0, Infinity, ...list.filter((item) => !isGone(item)));
}
