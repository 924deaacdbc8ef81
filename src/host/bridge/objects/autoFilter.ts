import type { Table, Worksheet } from '../../model/workbook';
import { isAbsent, targetOf } from '../arguments';
import { checkWritable } from '../cells';
import type { ObjectType } from '../define';
import { method, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { areaOf } from '../references';
import { parseReference } from '../used';
import { rangeType } from './range';
import { rangeObject } from './worksheet';

/** The filter buttons of a sheet, or of one of its tables. */
export interface FilterTarget {
  readonly sheet: Worksheet;
  readonly table?: Table;
}

function filterArea({ sheet, table }: FilterTarget) {
  if (table) return table.showFilterButton ? table.area : undefined;
  return sheet.autoFilter;
}

/** Puts filter buttons on a range. Criteria hide rows, which this host does not do: they are refused. */
function applyFilter({ sheet, table }: FilterTarget, args: readonly unknown[], host: Host): void {
  checkWritable(sheet, undefined, host);
  const [range, columnIndex, criteria] = args;
  if (!isAbsent(criteria) || !isAbsent(columnIndex)) fail('NotImplemented', 'This host does not filter rows.');
  if (table) {
    table.showFilterButton = true;
    return;
  }
  const area = typeof range === 'string' ? parseReference(range)?.area : areaOf(targetOf(range, rangeType));
  sheet.autoFilter = { ...(area ?? fail('InvalidArgument')) };
}

export const autoFilterType: ObjectType<FilterTarget> = {
  name: 'AutoFilter',
  properties: {
    Enabled: property((target) => filterArea(target) !== undefined),
    IsDataFiltered: property(() => false),
  },
  objects: {},
  methods: {
    Apply: method((target, args, host) => applyFilter(target, args, host)),
    Remove: method(({ sheet, table }, _args, host) => {
      checkWritable(sheet, undefined, host);
      if (table) table.showFilterButton = false;
      else sheet.autoFilter = undefined;
    }),
    ClearCriteria: method(() => undefined),
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
