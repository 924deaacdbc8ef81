import type { Host } from './host';
import type { HostObject, Navigation, ObjectType, Property } from './define';
import { fail } from './errors';
import { checkSince, isMet } from './requirements';
import type { WireQuery } from './wire';

/** Members of a type by lower-case name: `load` names them as the API does, the declarations as the wire does. */
interface MemberIndex {
  readonly properties: ReadonlyMap<string, readonly [string, Property<unknown>]>;
  readonly objects: ReadonlyMap<string, readonly [string, Navigation<unknown>]>;
}

const indexes = new WeakMap<ObjectType<unknown>, MemberIndex>();

function indexOf(type: ObjectType<unknown>): MemberIndex {
  let index = indexes.get(type);
  if (!index) {
    index = {
      properties: new Map(Object.entries(type.properties).map((entry) => [entry[0].toLowerCase(), entry])),
      objects: new Map(Object.entries(type.objects).map((entry) => [entry[0].toLowerCase(), entry])),
    };
    indexes.set(type, index);
  }
  return index;
}

type Loaded = Record<string, unknown>;

/**
 * What a `load` answers: the properties asked for, those of related objects under their names, the items of a collection
 * under `_Items`. Nothing asked for means every scalar property, as in Excel.
 */
export function loadObject(object: HostObject, query: WireQuery, host: Host): Loaded {
  checkExists(object, host);
  const select = [...(query.Select ?? []), ...(query.Expand ?? [])];
  return object.type.items ? loadCollection(object, select, query, host) : loadScalars(object, select, host);
}

/** The id by which the client names an object from now on: `Id` where the class shows one, else `_Id`. */
export function identityOf({ type, target }: HostObject, host: Host): Loaded {
  if (!type.id) return {};
  return { [Object.hasOwn(type.properties, 'Id') ? 'Id' : '_Id']: type.id(target, host) };
}

/** ItemNotFound when what the object stands on was deleted. */
export function checkExists(object: HostObject, host: Host): void {
  if (object.type.exists && !object.type.exists(object.target, host)) fail('ItemNotFound');
}

function loadCollection(object: HostObject, select: readonly string[], query: WireQuery, host: Host): Loaded {
  const index = indexOf(object.type);
  const own: string[] = [];
  const ofItems: string[] = [];
  for (const path of select) {
    const inner = path.replace(/^items\//i, '');
    if (index.properties.has(inner.toLowerCase())) own.push(inner);
    else ofItems.push(inner);
  }
  const value: Loaded = {};
  const ownNames = select.length === 0 ? [...index.properties.keys()] : own;
  for (const name of ownNames) readProperty(object, name, value, host);
  if (select.length > 0 && ofItems.length === 0) return value;
  const skip = query.Skip ?? 0;
  const end = query.Top === undefined || query.Top === null ? undefined : skip + query.Top;
  value._Items = (object.type.items?.(object.target, host) ?? []).slice(skip, end).map((item, position) => ({
    ...itemIdentity(item, skip + position, host),
    ...loadObjectPaths(item, ofItems, host),
  }));
  return value;
}

/** How the client finds the item again: by its id through the indexer, else by position. */
function itemIdentity(item: HostObject, position: number, host: Host): Loaded {
  return item.type.id ? identityOf(item, host) : { _Index: position };
}

function loadObjectPaths(object: HostObject, select: readonly string[], host: Host): Loaded {
  return object.type.items ? loadCollection(object, select, {}, host) : loadScalars(object, select, host);
}

function loadScalars(object: HostObject, select: readonly string[], host: Host): Loaded {
  const index = indexOf(object.type);
  const value: Loaded = {};
  if (select.length === 0) readAll(object, value, host);
  const nested = new Map<string, string[]>();
  for (const path of select) {
    const [first = '', ...rest] = path.split('/');
    const name = first.toLowerCase();
    if (name === '$all') readAll(object, value, host);
    else if (name === '$none') continue;
    else if (rest.length === 0 && index.properties.has(name)) readProperty(object, name, value, host);
    else if (index.objects.has(name)) {
      const paths = nested.get(name) ?? [];
      nested.set(name, rest.length > 0 ? [...paths, rest.join('/')] : paths);
    } else fail('ApiNotFound', `${object.type.name} has no property '${first}' in this host.`);
  }
  for (const [name, paths] of nested) readNested(object, name, paths, value, host);
  return value;
}

function readAll(object: HostObject, value: Loaded, host: Host): void {
  for (const [name, [, property]] of indexOf(object.type).properties)
    if (isMet(property.since, host.requirementSets)) readProperty(object, name, value, host);
}

function readProperty(object: HostObject, name: string, value: Loaded, host: Host): void {
  const found = indexOf(object.type).properties.get(name.toLowerCase());
  if (!found) return;
  const [wireName, property] = found;
  checkSince(property.since, host, `${object.type.name}.${wireName}`);
  value[wireName] = property.get(object.target, host);
}

function readNested(object: HostObject, name: string, paths: readonly string[], value: Loaded, host: Host): void {
  const found = indexOf(object.type).objects.get(name);
  if (!found) return;
  const [wireName, navigation] = found;
  checkSince(navigation.since, host, `${object.type.name}.${wireName}`);
  const child = navigation.open(object.target, host);
  value[wireName] = child === null ? null : { ...identityOf(child, host), ...loadObjectPaths(child, paths, host) };
}
