import { areaAddress, parseArea } from '../../model/address';
import { child, children } from '../xml/element';
import { patchElement } from '../xml/patch';
import { tag } from '../xml/write';
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

/** The sheet's own filter (tables have theirs). What it filters by is kept while its columns stay the same. */
export const autoFilterSection: Section = {
  name: 'autoFilter',
  read({ root, sheet }) {
    sheet.autoFilter = parseArea(child(root, 'autoFilter')?.attributes['ref'] ?? '');
  },
  state: (sheet) => (sheet.autoFilter ? areaAddress(sheet.autoFilter) : null),
  write({ root, text, sheet }) {
    if (!sheet.autoFilter) return { autoFilter: '', sortState: '' };
    const element = child(root, 'autoFilter');
    const before = parseArea(element?.attributes['ref'] ?? '');
    const ref = areaAddress(sheet.autoFilter);
    const sameColumns = before && before.right - before.left === sheet.autoFilter.right - sheet.autoFilter.left;
    return { autoFilter: element && sameColumns ? patchElement(text, element, { ref }) : tag('autoFilter', { ref }) };
  },
};
