import { periodOf } from '../formulas/periods';
import type { FilterChoice } from '../formulas/filterRows';
import { filterChoices, rowsToHide } from '../formulas/filterRows';
import { toSerial } from '../formulas/serial';
import type { ColumnFilter, FilterCriteria, FilterTarget } from '../model/filter';
import { filterArea, filteredRows, filtersOf, setFilters } from '../model/filter';
import { choiceOf, colorOf, isAbsent, objectOf, textOf } from './arguments';
import { checkWritable } from './cells';
import { fail } from './errors';
import type { Host } from './host';
import { setLine } from './lines';

const KINDS = [
  'Values',
  'Custom',
  'TopItems',
  'TopPercent',
  'BottomItems',
  'BottomPercent',
  'Dynamic',
  'CellColor',
  'FontColor',
  'Icon',
] as const;

/** Reads Excel.FilterCriteria. InvalidArgument where something is missing; filters by icon are not served. */
export function readCriteria(value: unknown): FilterCriteria {
  const given = objectOf(value);
  const filterOn = choiceOf(given.filterOn, KINDS);
  switch (filterOn) {
    case 'Icon':
      return fail('NotImplemented', 'This host does not filter by icons.');
    case 'Values':
      return { filterOn, values: Array.isArray(given.values) ? given.values.map(valueText) : fail('InvalidArgument') };
    case 'Custom': {
      const criterion1 = textOf(given.criterion1);
      if (isAbsent(given.criterion2)) return { filterOn, criterion1 };
      const operator = choiceOf(isAbsent(given.operator) ? 'And' : given.operator, ['And', 'Or']);
      return { filterOn, criterion1, criterion2: textOf(given.criterion2), operator };
    }
    case 'Dynamic': {
      const dynamicCriteria = textOf(given.dynamicCriteria);
      const isAverage = dynamicCriteria === 'AboveAverage' || dynamicCriteria === 'BelowAverage';
      return isAverage || periodOf(dynamicCriteria, 1, 1900) ? { filterOn, dynamicCriteria } : fail('InvalidArgument');
    }
    case 'CellColor':
    case 'FontColor':
      return { filterOn, color: colorOf(given.color) };
    default: {
      const amount = Number(given.criterion1);
      const most = filterOn.endsWith('Percent') ? 100 : 500;
      if (!Number.isInteger(amount) || amount < 1 || amount > most) return fail('InvalidArgument');
      return { filterOn, criterion1: String(amount) };
    }
  }
}

/** A shown text; dates by groups of days are not served. */
function valueText(value: unknown): string {
  if (typeof value === 'object' && value !== null)
    return fail('NotImplemented', 'This host filters dates by their texts.');
  return String(value);
}

/** Filters a column (zero-based within the filter), or frees it. */
export function filterColumn(
  target: FilterTarget,
  column: number,
  criteria: FilterCriteria | undefined,
  host: Host,
): void {
  const area = filterArea(target);
  if (!area || column > area.right - area.left) return fail('InvalidArgument');
  const others = filtersOf(target).filter((filter) => filter.column !== column);
  changeFilters(target, criteria ? [...others, { column, criteria }] : others, host);
}

/** Gives the filter other criteria and shows the rows that meet them. */
export function changeFilters(target: FilterTarget, filters: readonly ColumnFilter[], host: Host): void {
  checkFilterable(target, host);
  const wasFiltered = filtersOf(target).length > 0;
  setFilters(target, filters);
  if (wasFiltered || filters.length > 0) applyFilters(target, host);
}

/** A protected sheet lets its filters be used when it says so. */
function checkFilterable({ sheet }: FilterTarget, host: Host): void {
  if (sheet.protection?.allowAutoFilter !== true) checkWritable(sheet, undefined, host);
}

/** Hides the rows that do not meet the criteria as the cells are now, and shows the others. */
export function applyFilters(target: FilterTarget, host: Host): void {
  const area = filteredRows(target);
  if (!area) return;
  host.bringUpToDate();
  const { sheet } = target;
  const hidden = rowsToHide(target, todayOf(host));
  for (let row = area.top; row <= area.bottom; row++)
    if (hidden.has(row) !== (sheet.rows.get(row)?.hidden === true))
      setLine(sheet.rows, row, { hidden: hidden.has(row) });
  // SUBTOTAL and AGGREGATE leave out what is filtered: to them the cells have changed.
  host.calculation.cellsChanged(sheet, area);
  if (host.calculation.mode === 'Automatic') host.calculation.recalculate();
}

/** What the list under a filter button offers for a column (zero-based within the filter). */
export function choicesOfColumn(target: FilterTarget, column: number, host: Host): FilterChoice[] {
  return filterChoices(target, column, todayOf(host));
}

function todayOf(host: Host): number {
  const now = new Date(host.now());
  return toSerial(now.getFullYear(), now.getMonth() + 1, now.getDate(), host.workbook.dateSystem) ?? 0;
}
