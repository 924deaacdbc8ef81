import type { FilterCriteria, FilterTarget } from '../../model/filter';
import { filtersOf } from '../../model/filter';
import { isAbsent } from '../arguments';
import type { Method, ObjectType } from '../define';
import { method, property } from '../define';
import { filterColumn, readCriteria } from '../filter';
import type { Host } from '../host';

/** The filter of one column of a table; the column counts from the table's left. */
export interface ColumnFilterTarget extends FilterTarget {
  readonly column: number;
}

function set(target: ColumnFilterTarget, criteria: FilterCriteria | undefined, host: Host): void {
  // Filtering a table shows its buttons, as in Excel.
  if (target.table) target.table.showFilterButton = true;
  filterColumn(target, target.column, criteria, host);
}

/** A method that filters by what its arguments make of Excel.FilterCriteria. */
const by = (criteria: (args: readonly unknown[]) => unknown): Method<ColumnFilterTarget> =>
  method((target, args, host) => set(target, readCriteria(criteria(args)), host));

export const filterType: ObjectType<ColumnFilterTarget> = {
  name: 'Filter',
  properties: {
    Criteria: property((target) => filtersOf(target).find(({ column }) => column === target.column)?.criteria ?? null),
  },
  objects: {},
  methods: {
    Apply: by(([criteria]) => criteria),
    ApplyValuesFilter: by(([values]) => ({ filterOn: 'Values', values })),
    ApplyCustomFilter: by(([criterion1, criterion2, operator]) => ({
      filterOn: 'Custom',
      criterion1,
      ...(isAbsent(criterion2) ? {} : { criterion2, operator }),
    })),
    ApplyTopItemsFilter: by(([count]) => ({ filterOn: 'TopItems', criterion1: count })),
    ApplyTopPercentFilter: by(([percent]) => ({ filterOn: 'TopPercent', criterion1: percent })),
    ApplyBottomItemsFilter: by(([count]) => ({ filterOn: 'BottomItems', criterion1: count })),
    ApplyBottomPercentFilter: by(([percent]) => ({ filterOn: 'BottomPercent', criterion1: percent })),
    ApplyDynamicFilter: by(([dynamicCriteria]) => ({ filterOn: 'Dynamic', dynamicCriteria })),
    ApplyCellColorFilter: by(([color]) => ({ filterOn: 'CellColor', color })),
    ApplyFontColorFilter: by(([color]) => ({ filterOn: 'FontColor', color })),
    ApplyIconFilter: by(() => ({ filterOn: 'Icon' })),
    Clear: method((target, _args, host) => set(target, undefined, host)),
  },
};
