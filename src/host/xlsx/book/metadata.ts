import { MAIN_NS, TYPES } from '../names';
import type { Package } from '../package';
import { officeType } from '../package';
import type { XmlElement } from '../xml/element';
import { child, children, descendants, flag, numeric, parseXml } from '../xml/element';
import { patchElement, patchRoot } from '../xml/patch';
import { tag, XML_HEADER } from '../xml/write';

const ORDER = [
  'metadataTypes',
  'metadataStrings',
  'mdxMetadata',
  'futureMetadata',
  'cellMetadata',
  'valueMetadata',
  'extLst',
];
const DYNAMIC = 'XLDAPR';

/** Numbers of cell metadata (attribute cm of a cell) that mark a dynamic array formula. */
export function readDynamicArrays(pkg: Package, workbookPart: string): Set<number> {
  const root = pkg.xml(metadataPart(pkg, workbookPart) ?? '');
  return root ? dynamicNumbers(root) : new Set();
}

/** The number to mark dynamic arrays with; the metadata part is made or extended when it has none. */
export function dynamicArrayNumber(pkg: Package, workbookPart: string): number {
  const part = metadataPart(pkg, workbookPart);
  const text = part === undefined ? undefined : pkg.text(part);
  if (part === undefined || text === undefined) {
    const target = pkg.freeName('xl/metadata', '.xml').replace('metadata1', 'metadata');
    pkg.put(target, XML_HEADER + tag('metadata', { xmlns: MAIN_NS }, newLists()), TYPES.metadata);
    pkg.relate(workbookPart, officeType('sheetMetadata'), target);
    return 1;
  }
  const root = parseXml(text);
  const known = [...dynamicNumbers(root)][0];
  if (known !== undefined) return known;
  const { patch, number } = extendLists(text, root);
  pkg.put(part, patchRoot(text, root, patch, ORDER));
  return number;
}

function metadataPart(pkg: Package, workbookPart: string): string | undefined {
  return pkg.related(workbookPart, '/sheetMetadata')?.target;
}

function dynamicNumbers(root: XmlElement): Set<number> {
  const types = children(child(root, 'metadataTypes'), 'metadataType').map((type) => type.attributes['name']);
  const future = children(root, 'futureMetadata').find((list) => list.attributes['name'] === DYNAMIC);
  const isDynamic = children(future, 'bk').map((block) =>
    descendants(block, 'dynamicArrayProperties').some((e) => flag(e.attributes['fDynamic'])),
  );
  const numbers = new Set<number>();
  children(child(root, 'cellMetadata'), 'bk').forEach((block, i) => {
    for (const { attributes } of children(block, 'rc'))
      if (types[numeric(attributes['t'], 0) - 1] === DYNAMIC && isDynamic[numeric(attributes['v'], 0)])
        numbers.add(i + 1);
  });
  return numbers;
}

const TYPE = tag('metadataType', {
  name: DYNAMIC,
  minSupportedVersion: 120000,
  copy: 1,
  pasteAll: 1,
  pasteValues: 1,
  merge: 1,
  splitFirst: 1,
  rowColShift: 1,
  clearFormats: 1,
  clearComments: 1,
  assign: 1,
  coerce: 1,
  cellMeta: 1,
});

const FUTURE = tag(
  'futureMetadata',
  { name: DYNAMIC, count: 1 },
  tag(
    'bk',
    {},
    tag(
      'extLst',
      {},
      tag(
        'ext',
        { uri: '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}' },
        tag('xda:dynamicArrayProperties', {
          'xmlns:xda': 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray',
          fDynamic: 1,
          fCollapsed: '0',
        }),
      ),
    ),
  ),
);

function newLists(): string {
  return (
    tag('metadataTypes', { count: 1 }, TYPE) +
    FUTURE +
    tag('cellMetadata', { count: 1 }, tag('bk', {}, tag('rc', { t: 1, v: '0' })))
  );
}

/** Adds the type and its one entry behind what other features have. */
function extendLists(text: string, root: XmlElement): { patch: Record<string, string>; number: number } {
  const extend = (name: string, item: string): { xml: string; count: number } => {
    const element = child(root, name);
    const count = (element?.children.length ?? 0) + 1;
    if (!element) return { xml: tag(name, { count }, item), count };
    const inner = text.slice(element.innerStart, element.innerEnd) + item;
    return { xml: tag(name, { ...element.attributes, count }, inner), count };
  };
  const types = extend('metadataTypes', TYPE);
  const cells = extend('cellMetadata', tag('bk', {}, tag('rc', { t: types.count, v: '0' })));
  const future = children(root, 'futureMetadata').map((element) => patchElement(text, element, {}));
  return {
    patch: { metadataTypes: types.xml, futureMetadata: future.join('') + FUTURE, cellMetadata: cells.xml },
    number: cells.count,
  };
}
