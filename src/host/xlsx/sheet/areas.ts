import { areaAddress, parseArea } from '../../model/address';
import { filtersOf, setFilters } from '../../model/filter';
import { child, children } from '../xml/element';
import { tag } from '../xml/write';
import { readFilterColumns, writeAutoFilter } from './filterColumns';
import type { Section } from './section';

/** Merged cells. */
export const mergesSection: Section = {
  name: 'merges',
  read({ root, sheet }) {
    for (const { attributes } of children(child(root, 'mergeCells'), 'mergeCell')) {
      const area = parseArea(attributes['ref'] ?? '');
      if (area) sheet.merges.push(area);
    }
  },
  state: (sheet) => sheet.merges.map(areaAddress).sort(),
  write({ sheet }) {
    const merges = sheet.merges.map((area) => tag('mergeCell', { ref: areaAddress(area) }));
    return { mergeCells: merges.length > 0 ? tag('mergeCells', { count: merges.length }, merges.join('')) : '' };
  },
};

/** The sheet's own filter (tables have theirs). */
export const autoFilterSection: Section = {
  name: 'autoFilter',
  read({ root, sheet }) {
    const element = child(root, 'autoFilter');
    sheet.autoFilter = parseArea(element?.attributes['ref'] ?? '');
    if (sheet.autoFilter) setFilters({ sheet }, readFilterColumns(element));
  },
  state: (sheet) => (sheet.autoFilter ? [areaAddress(sheet.autoFilter), filtersOf({ sheet })] : null),
  write({ root, text, sheet }) {
    if (!sheet.autoFilter) return { autoFilter: '', sortState: '' };
    const element = child(root, 'autoFilter');
    const before = parseArea(element?.attributes['ref'] ?? '');
    const sameColumns = before && before.right - before.left === sheet.autoFilter.right - sheet.autoFilter.left;
    return {
      autoFilter: writeAutoFilter(sheet.autoFilter, filtersOf({ sheet }), text, element, sameColumns === true),
    };
  },
};
