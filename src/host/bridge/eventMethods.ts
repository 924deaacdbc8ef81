import type { Method } from './define';
import { method } from './define';

/**
 * The pair of methods by which the client (un)registers for an event: `_RegisterDataChangedEvent`. Names that begin with
 * 'Event' follow the client's other spelling: `_RegisterEventNameChanged`.
 *
 * @param targetOf - the id the events will be addressed to.
 * @param kinds - the event's name in the method, with its number on the wire and the requirement it came with.
 */
export function eventMethods<T>(
  targetOf: (self: T) => string,
  kinds: Readonly<Record<string, readonly [type: number, since: string]>>,
): Readonly<Record<string, Method<T>>> {
  const methods: Record<string, Method<T>> = {};
  for (const [name, [type, since]] of Object.entries(kinds)) {
    const suffix = name.startsWith('Event') ? name : `${name}Event`;
    methods[`_Register${suffix}`] = method((self, _args, host) => host.events.register(type, targetOf(self)), since);
    methods[`_Unregister${suffix}`] = method(
      (self, _args, host) => host.events.unregister(type, targetOf(self)),
      since,
    );
  }
  return methods;
}
