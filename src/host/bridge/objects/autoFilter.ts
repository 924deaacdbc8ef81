import type { FilterCriteria, FilterTarget } from '../../model/filter';
import { filterArea, filtersOf } from '../../model/filter';
import { integerOf, isAbsent, targetOf } from '../arguments';
import { checkWritable } from '../cells';
import type { ObjectType } from '../define';
import { method, property } from '../define';
import { fail } from '../errors';
import { applyFilters, changeFilters, filterColumn, readCriteria } from '../filter';
import type { Host } from '../host';
import { areaOf } from '../references';
import { parseReference } from '../used';
import { rangeType } from './range';
import { rangeObject } from './worksheet';

/** Puts filter buttons on a range, and filters one of its columns when criteria are given. */
function apply(target: FilterTarget, [range, columnIndex, criteria]: readonly unknown[], host: Host): void {
  const { sheet, table } = target;
  const wanted = isAbsent(criteria) ? undefined : readCriteria(criteria);
  if (table) {
    if (!table.showFilterButton) checkWritable(sheet, undefined, host);
    table.showFilterButton = true;
  } else {
    const area = typeof range === 'string' ? parseReference(range)?.area : areaOf(targetOf(range, rangeType));
    if (!area) return fail('InvalidArgument');
    const isSame = JSON.stringify(area) === JSON.stringify(sheet.autoFilter);
    if (!isSame) remove(target, host);
    sheet.autoFilter = { ...area };
  }
  if (!isAbsent(columnIndex)) filterColumn(target, integerOf(columnIndex, 0), wanted, host);
  else if (wanted) fail('InvalidArgument');
}

function remove(target: FilterTarget, host: Host): void {
  const { sheet, table } = target;
  checkWritable(sheet, undefined, host);
  changeFilters(target, [], host);
  if (table) table.showFilterButton = false;
  else sheet.autoFilter = undefined;
}

/** One entry a column: null where it is not filtered. */
function criteriaOf(target: FilterTarget): (FilterCriteria | null)[] {
  const area = filterArea(target);
  if (!area) return [];
  const filters = filtersOf(target);
  return Array.from(
    { length: area.right - area.left + 1 },
    (_, column) => filters.find((filter) => filter.column === column)?.criteria ?? null,
  );
}

export const autoFilterType: ObjectType<FilterTarget> = {
  name: 'AutoFilter',
  properties: {
    Criteria: property(criteriaOf),
    Enabled: property((target) => filterArea(target) !== undefined),
    IsDataFiltered: property((target) => filtersOf(target).length > 0),
  },
  objects: {},
  methods: {
    Apply: method((target, args, host) => apply(target, args, host)),
    Remove: method((target, _args, host) => remove(target, host)),
    ClearCriteria: method((target, _args, host) => changeFilters(target, [], host)),
    ClearColumnCriteria: method(
      (target, [column], host) => filterColumn(target, integerOf(column, 0), undefined, host),
      '1.14',
    ),
    Reapply: method((target, _args, host) => applyFilters(target, host)),
    GetRange: method((target, _args, host) => {
      const area = filterArea(target);
      return area ? rangeObject(target.sheet, { ...area }, host) : fail('ItemNotFound');
    }),
    GetRangeOrNullObject: method((target, _args, host) => {
      const area = filterArea(target);
      return area ? rangeObject(target.sheet, { ...area }, host) : null;
    }),
  },
};
