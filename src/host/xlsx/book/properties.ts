import type { Workbook } from '../../model/workbook';
import { CORE_PROPERTIES_REL, TYPES } from '../names';
import type { Package } from '../package';
import { officeType } from '../package';
import type { XmlElement } from '../xml/element';
import { child, children, numeric, parseXml } from '../xml/element';
import { patchRoot, sourceOf } from '../xml/patch';
import { tag, textTag, XML_HEADER } from '../xml/write';

/** Names of the object model (DocumentProperties) for elements of docProps/core.xml. */
const CORE: Readonly<Record<string, string>> = {
  title: 'dc:title',
  subject: 'dc:subject',
  author: 'dc:creator',
  keywords: 'cp:keywords',
  comments: 'dc:description',
  lastAuthor: 'cp:lastModifiedBy',
  revisionNumber: 'cp:revision',
  category: 'cp:category',
  contentStatus: 'cp:contentStatus',
};
const APP: Readonly<Record<string, string>> = {
  manager: 'Manager',
  company: 'Company',
  hyperlinkBase: 'HyperlinkBase',
};

const CORE_XMLNS = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};
const APP_XMLNS = { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' };
const CUSTOM_XMLNS = {
  xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
  'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
};
/** The one format id of custom properties. */
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** Reads document properties, the custom ones included. */
export function readProperties(workbook: Workbook, pkg: Package): void {
  readNamed(workbook, pkg.xml(corePart(pkg) ?? ''), CORE);
  readNamed(workbook, pkg.xml(pkg.related('', '/extended-properties')?.target ?? ''), APP);
  const custom = pkg.xml(pkg.related('', '/custom-properties')?.target ?? '');
  for (const element of children(custom, 'property')) {
    const name = element.attributes['name'];
    if (name !== undefined) workbook.customProperties.set(name, readCustom(element.children[0]));
  }
}

/** Writes the properties that changed. */
export function writeProperties(workbook: Workbook, pkg: Package, before: ReadonlyMap<string, string>): void {
  const states = propertyStates(workbook);
  const isChanged = (name: string): boolean => states.get(name) !== before.get(name);
  if (isChanged('core'))
    writeNamed(workbook, pkg, CORE, corePart(pkg), 'docProps/core.xml', () => {
      pkg.put('docProps/core.xml', XML_HEADER + tag('cp:coreProperties', CORE_XMLNS), TYPES.core);
      pkg.relate('', CORE_PROPERTIES_REL, 'docProps/core.xml');
    });
  if (isChanged('app'))
    writeNamed(workbook, pkg, APP, pkg.related('', '/extended-properties')?.target, 'docProps/app.xml', () => {
      pkg.put('docProps/app.xml', XML_HEADER + tag('Properties', APP_XMLNS), TYPES.app);
      pkg.relate('', officeType('extended-properties'), 'docProps/app.xml');
    });
  if (isChanged('custom')) writeCustomPart(workbook, pkg);
}

/** States of the three parts. */
export function propertyStates(workbook: Workbook): Map<string, string> {
  const { properties, customProperties } = workbook;
  const pick = (names: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.keys(names).map((name) => properties[name] || null));
  return new Map([
    ['core', pick(CORE)],
    ['app', pick(APP)],
    ['custom', JSON.stringify([...customProperties])],
  ]);
}

/** The list of sheets in docProps/app.xml is only for show: it goes when it is no longer true. */
export function dropTitlesOfParts(pkg: Package): void {
  const part = pkg.related('', '/extended-properties')?.target;
  const text = part === undefined ? undefined : pkg.text(part);
  if (part === undefined || text === undefined) return;
  const root = parseXml(text);
  if (!child(root, 'TitlesOfParts') && !child(root, 'HeadingPairs')) return;
  pkg.put(part, patchRoot(text, root, { TitlesOfParts: '', HeadingPairs: '' }, []));
}

function corePart(pkg: Package): string | undefined {
  return pkg.related('', '/core-properties')?.target;
}

function readNamed(workbook: Workbook, root: XmlElement | undefined, names: Readonly<Record<string, string>>): void {
  for (const [name, element] of Object.entries(names)) {
    const text = child(root, localName(element))?.text;
    if (text) workbook.properties[name] = text;
  }
}

function writeNamed(
  workbook: Workbook,
  pkg: Package,
  names: Readonly<Record<string, string>>,
  known: string | undefined,
  byDefault: string,
  create: () => void,
): void {
  if (known === undefined) create();
  const part = known ?? byDefault;
  const text = pkg.text(part) ?? '';
  const root = parseXml(text);
  const patch: Record<string, string> = {};
  for (const [name, element] of Object.entries(names)) {
    const before = child(root, localName(element));
    const wanted = workbook.properties[name] ?? '';
    if ((before?.text ?? '') !== wanted) patch[localName(element)] = wanted ? textTag(element, wanted) : '';
  }
  pkg.put(part, patchRoot(text, root, patch, []));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function readCustom(value: XmlElement | undefined): string | number | boolean {
  const text = value?.text ?? '';
  if (value?.name === 'bool') return text === 'true' || text === '1';
  if (/^(r4|r8|decimal|u?i[1248]|u?int)$/.test(value?.name ?? '')) return numeric(text, 0);
  return text;
}

function writeCustomPart(workbook: Workbook, pkg: Package): void {
  const known = pkg.related('', '/custom-properties')?.target;
  const text = known === undefined ? undefined : pkg.text(known);
  const before = text === undefined ? [] : children(parseXml(text), 'property');
  let pid = Math.max(1, ...before.map((element) => numeric(element.attributes['pid'], 0)));
  const items = [...workbook.customProperties].map(([name, value]) => {
    const element = before.find((e) => e.attributes['name'] === name);
    if (element && text !== undefined && readCustom(element.children[0]) === value) return sourceOf(text, element);
    const id = element?.attributes['pid'] ?? ++pid;
    return tag('property', { fmtid: FORMAT_ID, pid: id, name }, writeCustom(value));
  });
  if (known === undefined && items.length === 0) return;
  const part = known ?? 'docProps/custom.xml';
  pkg.put(part, XML_HEADER + tag('Properties', CUSTOM_XMLNS, items.join('')), TYPES.custom);
  if (known === undefined) pkg.relate('', officeType('custom-properties'), part);
}

function writeCustom(value: string | number | boolean): string {
  if (typeof value === 'boolean') return tag('vt:bool', {}, String(value));
  if (typeof value === 'string') return textTag('vt:lpwstr', value);
  const isInteger = Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  return tag(isInteger ? 'vt:i4' : 'vt:r8', {}, String(value));
}
