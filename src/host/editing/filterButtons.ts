import type { CellPlace } from './move';
import type { FilterTarget } from '../model/filter';
import { filterArea, filtersOf } from '../model/filter';
import type { Worksheet } from '../model/workbook';

/** The button on the heading of a column that can be filtered. */
export interface FilterButton extends CellPlace {
  readonly target: FilterTarget;
  /** The heading's column counted from the left of the filtered area. */
  readonly index: number;
  readonly isFiltered: boolean;
}

/** The filter buttons of a sheet: those of its own filter and of its tables that show their headings. */
export function filterButtons(sheet: Worksheet): FilterButton[] {
  const tables = sheet.tables.filter(({ showHeaders }) => showHeaders);
  return [{ sheet }, ...tables.map((table) => ({ sheet, table }))].flatMap((target: FilterTarget) => {
    const area = filterArea(target);
    if (!area) return [];
    const filtered = new Set(filtersOf(target).map(({ column }) => column));
    return Array.from({ length: area.right - area.left + 1 }, (_, index) => ({
      target,
      index,
      row: area.top,
      column: area.left + index,
      isFiltered: filtered.has(index),
    }));
  });
}

/** The filter button of a cell, if it has one. */
export function filterButtonAt(sheet: Worksheet, { row, column }: CellPlace): FilterButton | undefined {
  return filterButtons(sheet).find((button) => button.row === row && button.column === column);
}
