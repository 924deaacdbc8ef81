import type { Area } from '../../model/cell';
import { areaAddress } from '../../model/address';
import type { ColumnFilter, FilterCriteria } from '../../model/filter';
import type { XmlElement } from '../xml/element';
import { child, children, flag, numeric } from '../xml/element';
import { sourceOf } from '../xml/patch';
import { tag } from '../xml/write';

/** Comparisons by the file's name (ECMA-376 ST_FilterOperator). */
const OPERATORS: Readonly<Record<string, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** By what the columns of an autoFilter element are filtered; what the model has no word for is left out (and kept in the file). */
export function readFilterColumns(autoFilter: XmlElement | undefined): ColumnFilter[] {
  return children(autoFilter, 'filterColumn').flatMap((element) => {
    const criteria = readCriteria(element);
    return criteria ? [{ column: numeric(element.attributes['colId'], 0), criteria }] : [];
  });
}

function readCriteria(element: XmlElement): FilterCriteria | undefined {
  const [only] = element.children.filter(({ name }) => name !== 'extLst');
  switch (only?.name) {
    case 'filters': {
      if (child(only, 'dateGroupItem')) return undefined;
      const values = children(only, 'filter').map(({ attributes }) => attributes['val'] ?? '');
      return { filterOn: 'Values', values: flag(only.attributes['blank']) ? [...values, ''] : values };
    }
    case 'customFilters': {
      const [first, second] = children(only, 'customFilter').map(readCustom);
      if (first === undefined) return undefined;
      if (second === undefined) return { filterOn: 'Custom', criterion1: first };
      const operator = flag(only.attributes['and']) ? 'And' : 'Or';
      return { filterOn: 'Custom', criterion1: first, criterion2: second, operator };
    }
    case 'top10': {
      const side = only.attributes['top'] === '0' || only.attributes['top'] === 'false' ? 'Bottom' : 'Top';
      const filterOn = `${side}${flag(only.attributes['percent']) ? 'Percent' : 'Items'}` as const;
      return { filterOn, criterion1: only.attributes['val'] ?? '10' };
    }
    case 'dynamicFilter':
      return { filterOn: 'Dynamic', dynamicCriteria: readDynamic(only.attributes['type'] ?? '') };
    default:
      return undefined;
  }
}

function readCustom({ attributes }: XmlElement): string {
  return `${OPERATORS[attributes['operator'] ?? 'equal'] ?? '='}${attributes['val'] ?? ''}`;
}

function readDynamic(type: string): string {
  const [, kind, number] = /^([MQ])(\d+)$/.exec(type) ?? [];
  if (kind === 'Q') return `AllDatesInPeriodQuarter${number}`;
  if (kind === 'M') return `AllDatesInPeriod${MONTHS[Number(number) - 1] ?? ''}`;
  return type.charAt(0).toUpperCase() + type.slice(1);
}

/** Whether a file can hold the criteria: colours would need a look of their own in the styles. */
export function isWritableFilter({ filterOn }: FilterCriteria): boolean {
  return filterOn !== 'CellColor' && filterOn !== 'FontColor';
}

/**
 * The autoFilter element for an area and its filters. Filters of the element before that the model has no word for stay, as long as
 * the columns are the same.
 */
export function writeAutoFilter(
  area: Area,
  filters: readonly ColumnFilter[],
  source: string,
  before: XmlElement | undefined,
  sameColumns: boolean,
): string {
  const ref = areaAddress(area);
  const known = new Map(children(before, 'filterColumn').map((e) => [numeric(e.attributes['colId'], 0), e]));
  const byColumn = new Map<number, string>();
  if (before && sameColumns)
    for (const [column, element] of known) if (!readCriteria(element)) byColumn.set(column, sourceOf(source, element));
  for (const { column, criteria } of filters)
    if (isWritableFilter(criteria))
      byColumn.set(column, tag('filterColumn', { colId: column }, writeCriteria(criteria)));
  const columns = [...byColumn].sort(([a], [b]) => a - b).map(([, xml]) => xml);
  if (!before || !sameColumns) return tag('autoFilter', { ref }, columns.join(''));
  const others = before.children.filter(({ name }) => name !== 'filterColumn').map((e) => sourceOf(source, e));
  if (columns.length + others.length === 0) return tag('autoFilter', { ...before.attributes, ref });
  return tag('autoFilter', { ...before.attributes, ref }, [...columns, ...others].join(''));
}

function writeCriteria(criteria: FilterCriteria): string {
  switch (criteria.filterOn) {
    case 'Values': {
      const blank = criteria.values.includes('') ? 1 : undefined;
      const values = criteria.values.filter((value) => value !== '').map((val) => tag('filter', { val }));
      return tag('filters', { blank }, values.join(''));
    }
    case 'Custom': {
      const { criterion1, criterion2, operator } = criteria;
      const all = criterion2 === undefined ? [criterion1] : [criterion1, criterion2];
      const and = criterion2 !== undefined && operator !== 'Or' ? 1 : undefined;
      return tag('customFilters', { and }, all.map(writeCustom).join(''));
    }
    case 'Dynamic':
      return tag('dynamicFilter', { type: writeDynamic(criteria.dynamicCriteria) });
    case 'CellColor':
    case 'FontColor':
      return '';
    default: {
      const percent = criteria.filterOn.endsWith('Percent') ? 1 : undefined;
      const top = criteria.filterOn.startsWith('Top') ? undefined : 0;
      return tag('top10', { top, percent, val: criteria.criterion1 });
    }
  }
}

function writeCustom(criterion: string): string {
  const [, sign = '', val = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(criterion) ?? [];
  const operator = Object.entries(OPERATORS).find(([, written]) => written === sign)?.[0];
  return tag('customFilter', { operator: operator === 'equal' ? undefined : operator, val });
}

function writeDynamic(name: string): string {
  const period = /^AllDatesInPeriod(.+)$/.exec(name.replace('Februray', 'February'))?.[1];
  if (period === undefined) return name.charAt(0).toLowerCase() + name.slice(1);
  const quarter = /^Quarter(\d)$/.exec(period)?.[1];
  return quarter === undefined ? `M${MONTHS.indexOf(period) + 1}` : `Q${quarter}`;
}
