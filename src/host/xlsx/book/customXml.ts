import type { CustomXmlPart, Workbook } from '../../model/workbook';
import { CUSTOM_XML_NS, TYPES } from '../names';
import type { Package } from '../package';
import { officeType } from '../package';
import { derivedId } from '../sheet/comments';
import { parseXml } from '../xml/element';
import { tag, XML_HEADER } from '../xml/write';

/** Where a part came from, and its text then. */
const origins = new WeakMap<CustomXmlPart, { readonly part: string; readonly xml: string }>();

/** Reads the custom XML parts of a workbook, in the order of their relationships. */
export function readCustomXml(workbook: Workbook, pkg: Package, workbookPart: string): void {
  for (const relationship of pkg.relationshipsOf(workbookPart)) {
    if (!relationship.type.endsWith('/customXml')) continue;
    const xml = pkg.text(relationship.target);
    if (xml === undefined) continue;
    const properties = pkg.xml(pkg.related(relationship.target, '/customXmlProps')?.target ?? '');
    const id = Object.entries(properties?.attributes ?? {}).find(([name]) => name.endsWith('itemID'))?.[1];
    const item = { id: id ?? derivedId(relationship.target), namespaceUri: namespaceOf(xml), xml };
    workbook.customXmlParts.push(item);
    origins.set(item, { part: relationship.target, xml });
  }
}

/** Writes parts that are new or changed and removes those that are gone. */
export function writeCustomXml(workbook: Workbook, pkg: Package, workbookPart: string): void {
  const kept = new Set(workbook.customXmlParts.map((item) => origins.get(item)?.part));
  for (const relationship of pkg.relationshipsOf(workbookPart)) {
    if (!relationship.type.endsWith('/customXml') || kept.has(relationship.target) || !pkg.has(relationship.target))
      continue;
    pkg.unrelate(workbookPart, relationship.id);
    pkg.remove(relationship.target);
  }
  for (const item of workbook.customXmlParts) {
    const origin = origins.get(item);
    const isKnown = origin && pkg.relationshipsOf(workbookPart).some((r) => r.target === origin.part);
    if (!isKnown) addPart(item, pkg, workbookPart);
    else if (origin.xml !== item.xml) pkg.put(origin.part, item.xml);
  }
}

function addPart(item: CustomXmlPart, pkg: Package, workbookPart: string): void {
  const part = pkg.freeName('customXml/item', '.xml');
  const properties = part.replace('item', 'itemProps');
  const schemas = item.namespaceUri ? tag('ds:schemaRef', { 'ds:uri': item.namespaceUri }) : '';
  const attributes = { 'ds:itemID': item.id, 'xmlns:ds': CUSTOM_XML_NS };
  pkg.put(part, item.xml);
  pkg.put(
    properties,
    XML_HEADER + tag('ds:datastoreItem', attributes, tag('ds:schemaRefs', {}, schemas)),
    TYPES.customXmlProperties,
  );
  pkg.relate(part, officeType('customXmlProps'), properties);
  pkg.relate(workbookPart, officeType('customXml'), part);
}

/** Namespace of a document's root; '' when it has none or is not well-formed (Office keeps such parts too). */
export function namespaceOf(xml: string): string {
  try {
    const root = parseXml(xml);
    return root.attributes[root.prefix ? `xmlns:${root.prefix}` : 'xmlns'] ?? '';
  } catch {
    return '';
  }
}
