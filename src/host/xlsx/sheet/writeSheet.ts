import type { Worksheet } from '../../model/workbook';
import { OFFICE_REL, TYPES } from '../names';
import type { SheetSource } from '../source';
import { sectionStates } from '../source';
import type { XmlElement } from '../xml/element';
import { child } from '../xml/element';
import { patchChildren, patchElement, patchRoot } from '../xml/patch';
import { tag } from '../xml/write';
import type { SectionXml, SheetWriter } from './section';
import { SHEET_ORDER } from './section';
import { SECTIONS } from './sections';
import type { CellWriters } from './writeCells';
import { compareRows, dimension, writeRows } from './writeCells';

/**
 * Writes a sheet's part if anything of it changed; what did not change stays as it was in the file.
 *
 * @returns whether cells were written anew.
 */
export function writeSheet(writer: SheetWriter, source: SheetSource, cells: CellWriters): boolean {
  const { sheet, pkg, part, text, root } = writer;
  const isNew = !pkg.has(part);
  const comparison = compareRows(sheet, source.rows);
  const { changed } = comparison;
  const states = sectionStates(sheet);
  const patch: Record<string, string> = {};
  for (const section of SECTIONS) {
    if (states.get(section.name) === source.states.get(section.name)) continue;
    Object.assign(patch, definedOnly(section.write(writer)));
  }
  if (changed) {
    const rows = writeRows(sheet, { text, rows: source.rows }, comparison, cells);
    patch['sheetData'] = tag('sheetData', {}, rows);
    patch['dimension'] = writeDimension(sheet, text, child(root, 'dimension'));
  }
  if (!isNew && Object.keys(patch).length === 0) return false;
  const children = mergeExtensions(patch, text, root);
  pkg.put(part, declareRelationships(patchRoot(text, root, children, SHEET_ORDER), root), TYPES.worksheet);
  return changed;
}

function definedOnly(xml: SectionXml): Record<string, string> {
  return Object.fromEntries(
    Object.entries(xml).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}

function writeDimension(sheet: Worksheet, text: string, element: XmlElement | undefined): string {
  const ref = dimension(sheet);
  return element ? patchElement(text, element, { ref }) : tag('dimension', { ref });
}

/** Entries of extLst, which sections name "ext:{URI}", become a patch of the list; the entries of others stay. */
function mergeExtensions(
  patch: Readonly<Record<string, string>>,
  text: string,
  root: XmlElement,
): Record<string, string> {
  const children: Record<string, string> = {};
  const extensions = new Map<string, string>();
  for (const [name, xml] of Object.entries(patch)) {
    if (name.startsWith('ext:')) extensions.set(name.slice(4).toUpperCase(), xml);
    else children[name] = xml;
  }
  const list = child(root, 'extLst');
  const entries = list?.children ?? [];
  const isPatched = (entry: XmlElement): boolean => extensions.has((entry.attributes['uri'] ?? '').toUpperCase());
  const added = [...extensions.values()].join('');
  if (!added && !entries.some(isPatched)) return children;
  const kept = patchChildren(
    text,
    entries.filter((entry) => !isPatched(entry)),
    {},
    [],
  );
  const inner = kept + added;
  children['extLst'] = inner === '' ? '' : tag('extLst', list?.attributes ?? {}, inner);
  return children;
}

/** A sheet that names no relationship may not have declared their prefix. */
function declareRelationships(xml: string, root: XmlElement): string {
  if (root.attributes['xmlns:r'] !== undefined || !xml.includes(' r:id="')) return xml;
  return xml.replace('<worksheet', `<worksheet xmlns:r="${OFFICE_REL}"`);
}
