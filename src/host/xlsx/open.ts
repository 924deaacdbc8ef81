import type { CellValue, ErrorCode } from '../model/cell';
import { CellError } from '../model/cell';
import { parseArea } from '../model/address';
import type { Worksheet } from '../model/workbook';
import { Workbook } from '../model/workbook';
import type { FileWarning } from './fileError';
import { FileError } from './fileError';
import type { Parts } from './zip';
import { readZip } from './zip';
import type { XmlElement } from './xml/element';
import { child, children, descend, descendants, flag, parseXml, prefixed } from './xml/element';
import { decodeControls } from './xml/text';

/**
 * Opens an .xlsx file.
 *
 * @throws {FileError} 'not-a-workbook', 'encrypted' or 'damaged'.
 */
export function openXlsx(bytes: Uint8Array): { workbook: Workbook; warnings: FileWarning[] } {
  const parts = readZip(bytes);
  const root = partXml(parts, 'xl/workbook.xml');
  if (!root) throw new FileError('not-a-workbook', 'The file is not an Excel workbook (.xlsx).');
  const workbook = new Workbook();
  if (flag(child(root, 'workbookPr')?.attributes['date1904'])) workbook.dateSystem = 1904;
  const targets = readRelationships(parts, 'xl/workbook.xml');
  const strings = readStrings(partXml(parts, 'xl/sharedStrings.xml'));
  for (const element of children(child(root, 'sheets'), 'sheet')) {
    const sheet = workbook.addSheet(element.attributes['name'] ?? '');
    const state = element.attributes['state'];
    sheet.visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
    readSheet(sheet, parts, targets.get(prefixed(element, 'id') ?? '') ?? '', strings);
  }
  for (const element of children(child(root, 'definedNames'), 'definedName'))
    workbook.names.push({
      name: element.attributes['name'] ?? '',
      formula: element.text,
      visible: !flag(element.attributes['hidden']),
      comment: '',
    });
  return { workbook, warnings: [] };
}

function readSheet(sheet: Worksheet, parts: Parts, part: string, strings: readonly string[]): void {
  const root = partXml(parts, part);
  for (const row of children(child(root, 'sheetData'), 'row'))
    for (const element of children(row, 'c')) readCell(sheet, element, strings);
  const targets = readRelationships(parts, part);
  for (const element of children(child(root, 'tableParts'), 'tablePart'))
    readTable(sheet, partXml(parts, targets.get(prefixed(element, 'id') ?? '') ?? ''));
}

function readCell(sheet: Worksheet, element: XmlElement, strings: readonly string[]): void {
  const at = parseArea(element.attributes['r'] ?? '');
  if (!at) return;
  const formula = child(element, 'f')?.text;
  const value = cellValue(element, strings);
  if (formula !== undefined) sheet.cells.set(at.top, at.left, { value, formula, style: 0 });
  else if (value !== null) sheet.cells.set(at.top, at.left, { value, style: 0 });
}

function cellValue(element: XmlElement, strings: readonly string[]): CellValue {
  const text = child(element, 'v')?.text;
  const type = element.attributes['t'];
  if (type === 'inlineStr')
    return decodeControls(
      descendants(element, 't')
        .map((t) => t.text)
        .join(''),
    );
  if (text === undefined) return null;
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'str') return decodeControls(text);
  if (type === 'b') return text === '1';
  if (type === 'e') return new CellError(text as ErrorCode);
  return Number(text);
}

function readTable(sheet: Worksheet, root: XmlElement | undefined): void {
  const area = parseArea(root?.attributes['ref'] ?? '');
  if (!root || !area) return;
  const style = child(root, 'tableStyleInfo')?.attributes ?? {};
  sheet.tables.push({
    id: Number(root.attributes['id']),
    name: root.attributes['displayName'] ?? '',
    sheet,
    area,
    columns: children(child(root, 'tableColumns'), 'tableColumn').map((column) => ({
      id: Number(column.attributes['id']),
      name: decodeControls(column.attributes['name'] ?? ''),
    })),
    showHeaders: root.attributes['headerRowCount'] !== '0',
    showTotals: root.attributes['totalsRowCount'] === '1',
    style: style['name'] ?? '',
    showBandedRows: flag(style['showRowStripes']),
    showBandedColumns: flag(style['showColumnStripes']),
    showFilterButton: child(root, 'autoFilter') !== undefined,
    highlightFirstColumn: flag(style['showFirstColumn']),
    highlightLastColumn: flag(style['showLastColumn']),
  });
}

function readStrings(root: XmlElement | undefined): string[] {
  return children(root, 'si').map((item) =>
    decodeControls(
      [descend(item, 't'), ...children(item, 'r').map((run) => child(run, 't'))].map((t) => t?.text ?? '').join(''),
    ),
  );
}

/** Part names by relationship id, of one part. */
function readRelationships(parts: Parts, part: string): Map<string, string> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const root = partXml(parts, `${folder}_rels/${part.slice(slash + 1)}.rels`);
  return new Map(
    children(root, 'Relationship').map((r) => [
      r.attributes['Id'] ?? '',
      new URL(r.attributes['Target'] ?? '', `file:///${folder}`).pathname.slice(1),
    ]),
  );
}

function partXml(parts: Parts, name: string): XmlElement | undefined {
  const bytes = parts.get(name);
  return bytes && parseXml(new TextDecoder().decode(bytes));
}
