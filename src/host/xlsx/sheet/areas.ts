import { areaAddress, parseArea } from '../../model/address';
import { child, children, flag } from '../xml/element';
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

/** What a protected sheet still allows: attribute of the file (1 = forbidden) by the object model's name. */
const PERMISSIONS: readonly (readonly [string, string, forbiddenByDefault: boolean])[] = [
  ['allowFormatCells', 'formatCells', true],
  ['allowFormatColumns', 'formatColumns', true],
  ['allowFormatRows', 'formatRows', true],
  ['allowInsertColumns', 'insertColumns', true],
  ['allowInsertRows', 'insertRows', true],
  ['allowInsertHyperlinks', 'insertHyperlinks', true],
  ['allowDeleteColumns', 'deleteColumns', true],
  ['allowDeleteRows', 'deleteRows', true],
  ['allowSort', 'sort', true],
  ['allowAutoFilter', 'autoFilter', true],
  ['allowPivotTables', 'pivotTables', true],
  ['allowEditObjects', 'objects', false],
  ['allowEditScenarios', 'scenarios', false],
];

/** Protection of the sheet; a password's hash stays as long as the protection does. */
export const protectionSection: Section = {
  name: 'protection',
  read({ root, sheet }) {
    const attributes = child(root, 'sheetProtection')?.attributes;
    if (!attributes || !flag(attributes['sheet'])) return;
    const options: Record<string, unknown> = {};
    for (const [model, file, byDefault] of PERMISSIONS) options[model] = !flag(attributes[file], byDefault);
    const unlocked = flag(attributes['selectUnlockedCells']);
    options['selectionMode'] = unlocked ? 'None' : flag(attributes['selectLockedCells']) ? 'Unlocked' : 'Normal';
    sheet.protection = options;
  },
  state: (sheet) => sheet.protection ?? null,
  write({ root, sheet }) {
    if (!sheet.protection) return { sheetProtection: '' };
    const options = sheet.protection;
    const mode = options['selectionMode'];
    const had = child(root, 'sheetProtection')?.attributes ?? {};
    const permissions = PERMISSIONS.map(([model, file, byDefault]) => {
      const forbidden = options[model] !== true;
      return [file, forbidden === byDefault ? undefined : forbidden ? '1' : '0'] as const;
    });
    return {
      sheetProtection: tag('sheetProtection', {
        ...had,
        sheet: true,
        ...Object.fromEntries(permissions),
        selectLockedCells: mode === 'Unlocked' || mode === 'None' ? true : undefined,
        selectUnlockedCells: mode === 'None' ? true : undefined,
      }),
    };
  },
};
