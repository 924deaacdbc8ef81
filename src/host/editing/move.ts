import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { Worksheet } from '../model/workbook';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const STEP: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

/** The merged area around a cell, or the cell alone. */
export function mergedArea(sheet: Worksheet, { row, column }: CellPlace): Area {
  return (
    sheet.merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right) ?? {
      top: row,
      left: column,
      bottom: row,
      right: column,
    }
  );
}

/** The smallest area around two cells that cuts through no merged area. */
export function areaBetween(sheet: Worksheet, a: CellPlace, b: CellPlace): Area {
  let area: Area = {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
  for (let grown = true; grown;) {
    grown = false;
    for (const m of sheet.merges) {
      const touches = m.top <= area.bottom && m.bottom >= area.top && m.left <= area.right && m.right >= area.left;
      const inside = m.top >= area.top && m.bottom <= area.bottom && m.left >= area.left && m.right <= area.right;
      if (!touches || inside) continue;
      grown = true;
      area = {
        top: Math.min(area.top, m.top),
        left: Math.min(area.left, m.left),
        bottom: Math.max(area.bottom, m.bottom),
        right: Math.max(area.right, m.right),
      };
    }
  }
  return area;
}

/** The cell one step (or `count` visible steps) away; at the sheet's edge the same. Hidden rows and columns are passed over. */
export function stepFrom(sheet: Worksheet, from: CellPlace, direction: Direction, count = 1): CellPlace {
  let place = from;
  for (let i = 0; i < count; i++) {
    const next = visibleStep(sheet, place, direction);
    if (!next) break;
    place = next;
  }
  return place;
}

/**
 * Where Ctrl and an arrow lead: to the end of the block of filled cells, else to the next filled cell, else to the sheet's edge.
 */
export function jumpFrom(sheet: Worksheet, from: CellPlace, direction: Direction): CellPlace {
  const first = visibleStep(sheet, from, direction);
  if (!first) return from;
  const filled = isFilled(sheet, from) && isFilled(sheet, first);
  const limit = lastContent(sheet, direction);
  let place = first;
  for (;;) {
    if (!filled && isFilled(sheet, place)) return place;
    const next = visibleStep(sheet, place, direction);
    if (!next) return place;
    if (filled && !isFilled(sheet, next)) return place;
    // Beyond the last content there is nothing to stop at.
    if (!filled && isBeyond(next, limit, direction)) return edgeOf(place, direction);
    place = next;
  }
}

function visibleStep(sheet: Worksheet, from: CellPlace, direction: Direction): CellPlace | undefined {
  const [rows, columns] = STEP[direction];
  const merged = mergedArea(sheet, from);
  let row = rows > 0 ? merged.bottom + 1 : rows < 0 ? merged.top - 1 : from.row;
  let column = columns > 0 ? merged.right + 1 : columns < 0 ? merged.left - 1 : from.column;
  while (sheet.rows.get(row)?.hidden && rows !== 0) row += rows;
  while (sheet.columns.get(column)?.hidden && columns !== 0) column += columns;
  return row >= 0 && column >= 0 && row < MAX_ROWS && column < MAX_COLUMNS ? { row, column } : undefined;
}

function isFilled(sheet: Worksheet, { row, column }: CellPlace): boolean {
  const cell = sheet.cell(row, column);
  return cell !== undefined && (cell.value !== null || cell.formula !== undefined);
}

function lastContent(sheet: Worksheet, direction: Direction): number {
  const used = sheet.usedArea(true);
  if (!used) return direction === 'up' || direction === 'left' ? 0 : -1;
  return { up: used.top, left: used.left, down: used.bottom, right: used.right }[direction];
}

function isBeyond({ row, column }: CellPlace, limit: number, direction: Direction): boolean {
  if (direction === 'down') return row > limit;
  if (direction === 'right') return column > limit;
  return direction === 'up' ? row < limit : column < limit;
}

function edgeOf({ row, column }: CellPlace, direction: Direction): CellPlace {
  return {
    row: direction === 'up' ? 0 : direction === 'down' ? MAX_ROWS - 1 : row,
    column: direction === 'left' ? 0 : direction === 'right' ? MAX_COLUMNS - 1 : column,
  };
}

/** The last row and column with content, where Ctrl+End leads. */
export function lastUsed(sheet: Worksheet): CellPlace {
  const used = sheet.usedArea(true);
  return { row: used?.bottom ?? 0, column: used?.right ?? 0 };
}
