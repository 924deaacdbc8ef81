import type { AddInReference, Workbook } from '../../model/workbook';
import { OFFICE_REL, TASKPANES_NS, TASKPANES_REL, TYPES, WEB_EXTENSION_NS, WEB_EXTENSION_REL } from '../names';
import type { Package } from '../package';
import { derivedId } from '../sheet/comments';
import type { XmlElement } from '../xml/element';
import { child, children, parseXml } from '../xml/element';
import { patchRoot } from '../xml/patch';
import { tag, XML_HEADER } from '../xml/write';

const ORDER = ['reference', 'alternateReferences', 'properties', 'bindings', 'snapshot', 'extLst'];

/** For settings of a workbook that no add-in was named for. */
const NOBODY: AddInReference = {
  id: '00000000-0000-0000-0000-000000000000',
  version: '1.0.0.0',
  store: 'developer',
  storeType: 'Registry',
};

/**
 * Reads the settings of one add-in (Office.context.document.settings): a property bag in its web extension part.
 *
 * @param addInId the add-in's id; without it the only add-in that has settings is taken.
 */
export function readSettings(workbook: Workbook, pkg: Package, addInId: string | undefined): void {
  const found = findExtensions(pkg);
  const withSettings = found.filter(({ root }) => children(child(root, 'properties'), 'property').length > 0);
  const own =
    addInId === undefined
      ? withSettings.length === 1
        ? withSettings[0]
        : undefined
      : found.find(({ reference }) => bare(reference.id) === bare(addInId));
  if (!own) return;
  workbook.addIn = own.reference;
  for (const { attributes } of children(child(own.root, 'properties'), 'property'))
    if (attributes['name'] !== undefined)
      workbook.settings.set(attributes['name'], parseValue(attributes['value'] ?? ''));
}

/** State of the settings. */
export function settingsState(workbook: Workbook): string {
  return JSON.stringify([...workbook.settings]);
}

/** Writes the settings into the add-in's web extension part; other add-ins' parts stay as they are. */
export function writeSettings(workbook: Workbook, pkg: Package): void {
  const reference = workbook.addIn ?? NOBODY;
  const properties = [...workbook.settings].map(([name, value]) =>
    tag('we:property', { name, value: JSON.stringify(value) ?? 'null' }),
  );
  const bag = tag('we:properties', { 'xmlns:we': WEB_EXTENSION_NS }, properties.join(''));
  const known = findExtensions(pkg).find((extension) => bare(extension.reference.id) === bare(reference.id));
  if (known) {
    pkg.put(known.part, patchRoot(known.text, known.root, { properties: bag }, ORDER));
    return;
  }
  const part = pkg.freeName('xl/webextensions/webextension', '.xml');
  const { id, version, store, storeType } = reference;
  const inner =
    tag('we:reference', { id, version, store, storeType }) +
    tag('we:alternateReferences') +
    tag('we:properties', {}, properties.join('')) +
    tag('we:bindings') +
    tag('we:snapshot', { 'xmlns:r': OFFICE_REL });
  const attributes = { 'xmlns:we': WEB_EXTENSION_NS, id: derivedId(id) };
  pkg.put(part, XML_HEADER + tag('we:webextension', attributes, inner), TYPES.webExtension);
  addTaskpane(pkg, part);
}

interface Extension {
  readonly part: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly reference: AddInReference;
}

function findExtensions(pkg: Package): Extension[] {
  const taskpanes = taskpanesPart(pkg);
  if (taskpanes === undefined) return [];
  return pkg.relationshipsOf(taskpanes).flatMap(({ type, target }) => {
    const text = pkg.text(target);
    if (!type.endsWith('/webextension') || text === undefined) return [];
    const root = parseXml(text);
    const { id, version, store, storeType } = child(root, 'reference')?.attributes ?? {};
    const reference = { id: id ?? '', version: version ?? '', store: store ?? '', storeType: storeType ?? '' };
    return [{ part: target, text, root, reference }];
  });
}

function taskpanesPart(pkg: Package): string | undefined {
  return pkg.related('', '/webextensiontaskpanes')?.target;
}

/** A closed pane that names the extension: how Excel knows that the workbook has one. */
function addTaskpane(pkg: Package, extension: string): void {
  let part = taskpanesPart(pkg);
  if (part === undefined) {
    part = 'xl/webextensions/taskpanes.xml';
    pkg.put(part, XML_HEADER + tag('wetp:taskpanes', { 'xmlns:wetp': TASKPANES_NS }), TYPES.taskpanes);
    pkg.relate('', TASKPANES_REL, part);
  }
  const id = pkg.relate(part, WEB_EXTENSION_REL, extension);
  const link = tag('wetp:webextensionref', { 'xmlns:r': OFFICE_REL, 'r:id': id });
  const attributes = { 'xmlns:wetp': TASKPANES_NS, dockstate: 'right', visibility: '0', width: 350, row: 0 };
  const text = pkg.text(part) ?? '';
  const order = ['taskpane', 'added'];
  pkg.put(part, patchRoot(text, parseXml(text), { added: tag('wetp:taskpane', attributes, link) }, order));
}

function bare(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
