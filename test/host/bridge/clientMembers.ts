import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** What Microsoft's client says of a member: the name on the wire, whether it can be set, the API set that brought it. */
export interface ClientMember {
  readonly wireName: string;
  readonly isWritable: boolean;
  readonly since: string;
}

const CLASS = /\n {4}var (\w+) = \(function \(_super\) \{([\s\S]*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);/g;

/** Reads the classes of the client from its readable build; members by class and name in the API's spelling. */
export function readClientMembers(): ReadonlyMap<string, ReadonlyMap<string, ClientMember>> {
  const dist = resolve(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
  const source = readFileSync(resolve(dist, 'excel-web-16.00.debug.js'), 'utf8');
  const classes = new Map<string, ReadonlyMap<string, ClientMember>>();
  for (const [, name = '', body = ''] of source.matchAll(CLASS)) classes.set(name, readClass(body));
  return classes;
}

function readClass(body: string): ReadonlyMap<string, ClientMember> {
  const since = new Map<string, string>();
  for (const [, member = '', set = '', version = ''] of body.matchAll(
    /_throwIfApiNotSupported\("\w+\.(\w+)", (\w+|"[^"]*"), "([\d.]+)"/g,
  ))
    since.set(member, set === '_defaultApiSetName' ? version : `${set.replaceAll('"', '')} ${version}`);
  const members = new Map<string, ClientMember>();
  const add = (name: string, wireName: string, isWritable: boolean) =>
    members.set(name, { wireName, isWritable, since: since.get(name) ?? '1.1' });
  const names = readList(body, '_scalarPropertyNames');
  const wireNames = readList(body, '_scalarPropertyOriginalNames');
  const writable = readList(body, '_scalarPropertyUpdateable');
  names.forEach((name, i) => add(String(name), String(wireNames[i]), writable[i] === true));
  for (const [, wireName = ''] of body.matchAll(/_createPropertyObject\(Excel\.\w+, this, "(\w+)"/g))
    add(camel(wireName), wireName, false);
  for (const [, wireName = ''] of body.matchAll(/_createMethodObject\([\w.]+, this, "(\w+)"/g))
    add(camel(wireName), wireName, false);
  for (const [, wireName = ''] of body.matchAll(/_invokeMethod\(this, "(\w+)"/g)) add(camel(wireName), wireName, false);
  if (body.includes('_createIndexerObject(')) add('getItem', 'GetItem', false);
  return members;
}

function readList(body: string, property: string): readonly unknown[] {
  const list = new RegExp(`"${property}", \\{\\s*get: function \\(\\) \\{\\s*return (\\[[^\\]]*\\]);`).exec(body)?.[1];
  return list === undefined ? [] : (JSON.parse(list) as unknown[]);
}

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
