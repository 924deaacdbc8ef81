import { areaAddress, parseArea, quoteSheet } from '../../model/address';
import type { DefinedName, Workbook, Worksheet } from '../../model/workbook';
import { formulaFromFile, formulaToFile } from '../formulaText';
import type { XmlElement } from '../xml/element';
import { child, children, flag } from '../xml/element';
import { tag, textTag } from '../xml/write';

const PRINT_AREA = '_xlnm.Print_Area';
const PRINT_TITLES = '_xlnm.Print_Titles';
const FILTER = '_xlnm._FilterDatabase';

/** Attributes of a name that the model has no word for (function, shortcutKey …). */
const otherAttributes = new WeakMap<DefinedName, Readonly<Record<string, string>>>();

/**
 * Reads the workbook's names; print areas and titles go to their sheets' page layout.
 *
 * @param sheetAt the sheet of an index in the file's list; undefined for chart sheets.
 */
export function readNames(
  workbook: Workbook,
  root: XmlElement,
  sheetAt: (index: number) => Worksheet | undefined,
): void {
  for (const element of children(child(root, 'definedNames'), 'definedName')) {
    const { name, localSheetId, hidden, comment, ...others } = element.attributes;
    const sheet = localSheetId === undefined ? undefined : sheetAt(Number(localSheetId));
    if (name === undefined || (localSheetId !== undefined && !sheet)) continue;
    const formula = formulaFromFile(element.text, undefined);
    if (sheet && (name === PRINT_AREA || name === PRINT_TITLES)) {
      readPrintName(sheet, name, formula);
      continue;
    }
    // Excel's own note of a filter; written again from the filter.
    if (name === FILTER) continue;
    const defined: DefinedName = {
      name,
      formula,
      visible: !flag(hidden),
      comment: comment ?? '',
      ...(sheet && { sheet }),
    };
    if (Object.keys(others).length > 0) otherAttributes.set(defined, others);
    (sheet?.names ?? workbook.names).push(defined);
  }
}

/** "'Plan 1'!$A$1:$C$9,'Plan 1'!$E:$F" without the sheets; what is no plain address (a formula) stays a name. */
function readPrintName(sheet: Worksheet, name: string, formula: string): void {
  const parts = formula.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).map((part) => part.slice(part.lastIndexOf('!') + 1));
  if (parts.some((part) => parseArea(part) === undefined)) {
    sheet.names.push({ name, formula, visible: true, comment: '', sheet });
    return;
  }
  if (name === PRINT_AREA) {
    sheet.pageLayout.printArea = parts.join(',');
    return;
  }
  for (const part of parts) {
    if (/^\$?\d+:\$?\d+$/.test(part)) sheet.pageLayout.printTitleRows = part;
    else sheet.pageLayout.printTitleColumns = part;
  }
}

/** What of the model the names say, as a plain value. */
export function namesState(workbook: Workbook): unknown {
  const plain = ({ name, formula, visible, comment }: DefinedName): unknown => [name, formula, visible, comment];
  return [
    workbook.names.map(plain),
    workbook.sheets.map((sheet) => [
      sheet.name,
      sheet.names.map(plain),
      sheet.pageLayout.printArea,
      sheet.pageLayout.printTitleRows,
      sheet.pageLayout.printTitleColumns,
      sheet.autoFilter && areaAddress(sheet.autoFilter),
    ]),
  ];
}

/** The definedNames element, in Excel's order (by name, then by sheet); '' when there are none. */
export function writeNames(workbook: Workbook, indexOf: (sheet: Worksheet) => number): string {
  const names: { name: string; index: number; xml: string }[] = [];
  const add = (name: DefinedName, sheet: Worksheet | undefined): void => {
    const index = sheet ? indexOf(sheet) : -1;
    const attributes = {
      name: name.name,
      localSheetId: sheet ? index : undefined,
      hidden: !name.visible,
      comment: name.comment || undefined,
      ...otherAttributes.get(name),
    };
    names.push({
      name: name.name,
      index,
      xml: textTag('definedName', formulaToFile(name.formula, undefined, workbook), attributes),
    });
  };
  for (const name of workbook.names) add(name, undefined);
  for (const sheet of workbook.sheets) for (const name of [...sheet.names, ...printNames(sheet)]) add(name, sheet);
  const key = (text: string): string => text.toLowerCase();
  names.sort((a, b) => (key(a.name) < key(b.name) ? -1 : key(a.name) > key(b.name) ? 1 : a.index - b.index));
  return names.length > 0 ? tag('definedNames', {}, names.map((name) => name.xml).join('')) : '';
}

function printNames(sheet: Worksheet): DefinedName[] {
  const { printArea, printTitleRows, printTitleColumns } = sheet.pageLayout;
  const qualify = (areas: string): string =>
    areas
      .split(',')
      .map((area) => `${quoteSheet(sheet.name)}!${absolute(area.trim())}`)
      .join(',');
  const make = (name: string, formula: string, visible = true): DefinedName => ({
    name,
    formula,
    visible,
    comment: '',
  });
  const titles = [printTitleColumns, printTitleRows].filter((part) => part !== undefined && part !== '');
  return [
    ...(printArea ? [make(PRINT_AREA, qualify(printArea))] : []),
    ...(titles.length > 0 ? [make(PRINT_TITLES, titles.map((part) => qualify(part ?? '')).join(','))] : []),
    ...(sheet.autoFilter ? [make(FILTER, qualify(areaAddress(sheet.autoFilter)), false)] : []),
  ];
}

/** @example absolute('A1:B9') //=> '$A$1:$B$9' */
function absolute(area: string): string {
  return area
    .slice(area.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .replace(/[A-Za-z]+|\d+/g, '$$$&');
}
