import { changeCalculation } from '../../model/calculation';
import type { Workbook, Worksheet } from '../../model/workbook';
import type { Package } from '../package';
import { officeType } from '../package';
import type { WorkbookSource } from '../source';
import type { XmlElement } from '../xml/element';
import { child, descend, flag, numeric, prefixed } from '../xml/element';
import { patchElement, patchRoot } from '../xml/patch';
import { tag } from '../xml/write';
import { namesState, writeNames } from './definedNames';

const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'extLst',
];

const MODES: Readonly<Record<string, NonNullable<NonNullable<Workbook['calculation']>['mode']>>> = {
  auto: 'Automatic',
  autoNoTable: 'AutomaticExceptTables',
  manual: 'Manual',
};

/** Reads date system, calculation and protection; the sheets are there already, the active one is chosen. */
export function readWorkbookPart(
  workbook: Workbook,
  root: XmlElement,
  sheetAt: (index: number) => Worksheet | undefined,
): void {
  if (flag(child(root, 'workbookPr')?.attributes['date1904'])) workbook.dateSystem = 1904;
  const calculation = child(root, 'calcPr')?.attributes ?? {};
  const mode = MODES[calculation['calcMode'] ?? 'auto'];
  changeCalculation(workbook, {
    ...(mode && { mode }),
    iterative: flag(calculation['iterate']),
    maxIteration: numeric(calculation['iterateCount'], 100),
    maxChange: numeric(calculation['iterateDelta'], 0.001),
    fullOnLoad: flag(calculation['fullCalcOnLoad']),
  });
  const locks = child(root, 'workbookProtection')?.attributes;
  if (locks && (flag(locks['lockStructure']) || flag(locks['lockWindows'])))
    workbook.protection = { structure: flag(locks['lockStructure']), windows: flag(locks['lockWindows']) };
  const active = numeric(descend(root, 'bookViews', 'workbookView')?.attributes['activeTab'], 0);
  const shown = sheetAt(active);
  workbook.activeSheet =
    shown?.visibility === 'Visible'
      ? shown
      : (workbook.sheets.find((s) => s.visibility === 'Visible') ?? workbook.sheets[0]);
}

/** States of the workbook part's subjects, by the element that says them. */
export function workbookStates(workbook: Workbook): Map<string, string> {
  const { dateSystem, calculation, protection, activeSheet, sheets } = workbook;
  const states: [string, unknown][] = [
    ['workbookPr', dateSystem],
    ['workbookProtection', protection ?? null],
    ['bookViews', [activeSheet && sheets.indexOf(activeSheet), sheets.length]],
    ['sheets', sheets.map((sheet) => [sheet.name, sheet.visibility, sheet.id])],
    ['definedNames', namesState(workbook)],
    ['calcPr', calculation ?? null],
  ];
  return new Map(states.map(([name, state]) => [name, JSON.stringify(state) ?? 'null']));
}

/**
 * Writes what of the workbook part changed.
 *
 * @param partOf the part of every sheet; those new in the file get a relationship here.
 * @param incomplete whether a formula is saved without a value: then whoever opens the file is asked to calculate it.
 */
export function writeWorkbookPart(
  workbook: Workbook,
  source: WorkbookSource,
  pkg: Package,
  partOf: ReadonlyMap<Worksheet, string>,
  incomplete: boolean,
): void {
  const { root, text, workbookPart } = source;
  const order = listSheets(workbook, source);
  const indexOf = (sheet: Worksheet): number => order.findIndex((entry) => entry.sheet === sheet);
  const states = workbookStates(workbook);
  const isChanged = (name: string): boolean => states.get(name) !== source.states.get(name);
  const patch: Record<string, string> = {};
  const change = (name: string, attributes: Readonly<Record<string, string | number | boolean | undefined>>): void => {
    const element = child(root, name);
    patch[name] = element ? patchElement(text, element, attributes) : tag(name, attributes);
  };
  if (isChanged('workbookPr')) change('workbookPr', { date1904: workbook.dateSystem === 1904 || undefined });
  if (isChanged('workbookProtection')) patch['workbookProtection'] = writeProtection(workbook, root);
  if (isChanged('bookViews') && workbook.activeSheet)
    patch['bookViews'] = writeViews(source, indexOf(workbook.activeSheet));
  if (isChanged('sheets')) patch['sheets'] = tag('sheets', {}, order.map((entry) => entry.write()).join(''));
  if (isChanged('definedNames')) patch['definedNames'] = writeNames(workbook, indexOf);
  if (isChanged('calcPr') || incomplete) {
    const { mode, iterative, maxIteration, maxChange, fullOnLoad } = workbook.calculation ?? {};
    const calcMode = mode && Object.entries(MODES).find(([, name]) => name === mode)?.[0];
    change('calcPr', {
      calcMode: calcMode === 'auto' ? undefined : calcMode,
      iterate: iterative || undefined,
      iterateCount: maxIteration,
      iterateDelta: maxChange,
      fullCalcOnLoad: fullOnLoad || incomplete || undefined,
    });
  }
  if (Object.keys(patch).length > 0) pkg.put(workbookPart, patchRoot(text, root, patch, ORDER));

  function listSheets(book: Workbook, from: WorkbookSource): { sheet: Worksheet | undefined; write: () => string }[] {
    const known = new Map(from.entries.map((entry) => [entry.sheet, entry.element]));
    let sheetId = Math.max(0, ...from.entries.map((entry) => numeric(entry.element.attributes['sheetId'], 0)));
    const list: { sheet: Worksheet | undefined; write: () => string }[] = book.sheets.map((sheet) => {
      const id = known.has(sheet) ? 0 : ++sheetId;
      return { sheet, write: () => writeSheetEntry(sheet, known.get(sheet), id) };
    });
    // Chart sheets and the like stay behind the sheet they stood behind.
    from.entries.forEach((entry, i) => {
      if (entry.sheet) return;
      const before = from.entries
        .slice(0, i)
        .reverse()
        .find((e) => e.sheet && book.sheets.includes(e.sheet));
      const at = before ? list.findIndex((item) => item.sheet === before.sheet) + 1 : 0;
      list.splice(at, 0, { sheet: undefined, write: () => from.text.slice(entry.element.start, entry.element.end) });
    });
    return list;
  }

  function writeSheetEntry(sheet: Worksheet, element: XmlElement | undefined, sheetId: number): string {
    const state = { Visible: undefined, Hidden: 'hidden', VeryHidden: 'veryHidden' }[sheet.visibility];
    if (element) return tag('sheet', { ...element.attributes, name: sheet.name, state });
    const id = pkg.relate(workbookPart, officeType('worksheet'), partOf.get(sheet) ?? '');
    return tag('sheet', { name: sheet.name, sheetId, state, 'r:id': id });
  }
}

function writeProtection(workbook: Workbook, root: XmlElement): string {
  if (!workbook.protection) return '';
  const had = child(root, 'workbookProtection')?.attributes ?? {};
  const { structure, windows } = workbook.protection;
  return tag('workbookProtection', {
    ...had,
    lockStructure: structure !== false || undefined,
    lockWindows: windows === true || undefined,
  });
}

function writeViews({ root, text }: WorkbookSource, activeTab: number): string {
  const views = child(root, 'bookViews');
  const view = child(views, 'workbookView');
  const attributes = { activeTab: activeTab || undefined };
  if (!views || !view) return tag('bookViews', {}, tag('workbookView', attributes));
  // The first tab shown must not lie behind the active one.
  const first = numeric(view.attributes['firstSheet'], 0);
  const patched = patchElement(text, view, {
    ...attributes,
    firstSheet: first > activeTab ? undefined : view.attributes['firstSheet'],
  });
  return text.slice(views.start, view.start) + patched + text.slice(view.end, views.end);
}

/** The relationship id of a sheet's entry. */
export function sheetRelationship(element: XmlElement): string | undefined {
  return prefixed(element, 'id');
}
