import { PERSON_REL, THREADED_NS, TYPES } from '../names';
import type { Package } from '../package';
import { children, parseXml } from '../xml/element';
import { patchRoot } from '../xml/patch';
import { tag, XML_HEADER } from '../xml/write';

/** Names of the people who comment, by their id. */
export function readPersons(pkg: Package): Map<string, string> {
  const part = personPart(pkg);
  const root = part === undefined ? undefined : pkg.xml(part);
  return new Map(children(root, 'person').map((p) => [p.attributes['id'] ?? '', p.attributes['displayName'] ?? '']));
}

/** Id of a person by name; one that is not there yet is added. */
export function personId(pkg: Package, name: string): string {
  for (const [id, displayName] of readPersons(pkg)) if (displayName === name) return id;
  const part = personPart(pkg) ?? newPersonPart(pkg);
  const text = pkg.text(part) ?? '';
  const count = readPersons(pkg).size + 1;
  const id = `{${count.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  const person = tag('person', { displayName: name, id, userId: name, providerId: 'None' });
  pkg.put(part, patchRoot(text, parseXml(text), { added: person }, ['person', 'added', 'extLst']));
  return id;
}

function personPart(pkg: Package): string | undefined {
  return pkg.related(workbookPart(pkg), '/person')?.target;
}

function newPersonPart(pkg: Package): string {
  const part = pkg.freeName('xl/persons/person', '.xml').replace('person1.xml', 'person.xml');
  pkg.put(part, XML_HEADER + tag('personList', { xmlns: THREADED_NS }, ''), TYPES.person);
  pkg.relate(workbookPart(pkg), PERSON_REL, part);
  return part;
}

function workbookPart(pkg: Package): string {
  return pkg.related('', '/officeDocument')?.target ?? 'xl/workbook.xml';
}
