import type { Area } from './cell';
import { dataArea } from './table';
import type { Table, Worksheet } from './workbook';

/** What a column is filtered by, as Excel.FilterCriteria names it. */
export type FilterCriteria =
  /** Shown texts; '' stands for blank cells. */
  | { readonly filterOn: 'Values'; readonly values: readonly string[] }
  /** '>=5', '=*north*', '<>x': one or two. */
  | {
      readonly filterOn: 'Custom';
      readonly criterion1: string;
      readonly criterion2?: string;
      readonly operator?: 'And' | 'Or';
    }
  /** How many, or what percentage: '5'. */
  | { readonly filterOn: 'TopItems' | 'BottomItems' | 'TopPercent' | 'BottomPercent'; readonly criterion1: string }
  /** 'AboveAverage', 'ThisMonth' … */
  | { readonly filterOn: 'Dynamic'; readonly dynamicCriteria: string }
  /** '#FFC7CE'. */
  | { readonly filterOn: 'CellColor' | 'FontColor'; readonly color: string };

/** The filter of one column. */
export interface ColumnFilter {
  /** Zero-based from the left of the filtered area. */
  readonly column: number;
  readonly criteria: FilterCriteria;
}

/** Filter buttons of a sheet, or of one of its tables. */
export interface FilterTarget {
  readonly sheet: Worksheet;
  readonly table?: Table;
}

/** The area with the buttons: header and data rows; undefined when there are none. */
export function filterArea({ sheet, table }: FilterTarget): Area | undefined {
  if (!table) return sheet.autoFilter;
  return table.showFilterButton ? { ...table.area, bottom: dataArea(table).bottom } : undefined;
}

/** The rows that a filter may hide; undefined when there is no filter. */
export function filteredRows(target: FilterTarget): Area | undefined {
  const area = filterArea(target);
  if (!area) return undefined;
  const hasHeader = target.table?.showHeaders ?? true;
  return hasHeader ? { ...area, top: area.top + 1 } : area;
}

/** By what the columns are filtered, from the left. */
export function filtersOf({ sheet, table }: FilterTarget): readonly ColumnFilter[] {
  if (!table) return sheet.filters ?? [];
  return table.columns.flatMap(({ filter }, column) => (filter ? [{ column, criteria: filter }] : []));
}

/** Gives a filter other criteria by column. */
export function setFilters({ sheet, table }: FilterTarget, filters: readonly ColumnFilter[]): void {
  if (!table) {
    sheet.filters = filters.length === 0 ? undefined : [...filters].sort((a, b) => a.column - b.column);
    return;
  }
  table.columns.forEach((column, index) => {
    const criteria = filters.find((filter) => filter.column === index)?.criteria;
    if (criteria) column.filter = criteria;
    else delete column.filter;
  });
}

/** The sheet's filters after columns of its filtered area came (`count` above 0) or left, at a column counted from its left. */
export function shiftFilters(sheet: Worksheet, at: number, count: number): void {
  const moved = filtersOf({ sheet }).flatMap(({ column, criteria }) => {
    if (column < at) return [{ column, criteria }];
    return count < 0 && column < at - count ? [] : [{ column: column + count, criteria }];
  });
  setFilters({ sheet }, moved);
}
