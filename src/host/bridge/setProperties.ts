import type { HostObject } from './define';
import { fail } from './errors';
import type { Host } from './host';
import { checkSince } from './requirements';
import type { JsonObject } from './wire';
import { isObject } from './wire';

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Sets one property by its name on the wire; ApiNotFound when it cannot be set. */
export function setProperty(object: HostObject, name: string, value: unknown, host: Host): void {
  const { type, target } = object;
  const property = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
  if (!property?.set) return fail('ApiNotFound', `${type.name}.${camel(name)} cannot be set in this host.`);
  checkSince(property.since, host, `${type.name}.${camel(name)}`);
  property.set(target, value, host);
}

/** Sets properties, and those of related objects, from `{ format: { fill: { color: 'red' } } }`. */
export function setProperties(object: HostObject, values: JsonObject, host: Host): void {
  for (const [key, value] of Object.entries(values)) {
    const name = pascal(key);
    const navigation = Object.hasOwn(object.type.objects, name) ? object.type.objects[name] : undefined;
    if (!navigation) setProperty(object, name, value, host);
    else if (isObject(value)) {
      const child = navigation.open(object.target, host);
      if (child) setProperties(child, value, host);
    } else fail('InvalidArgument');
  }
}
