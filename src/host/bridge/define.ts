import type { Host } from './host';

/** Reads or writes one property of an object; `since` is the ExcelApi version that brought it (1.1 when absent). */
export interface Property<T> {
  readonly since?: string;
  get(self: T, host: Host): unknown;
  set?(self: T, value: unknown, host: Host): void;
}

/** An object reached from another one by a property: `sheet.charts`. Null makes it a null object. */
export interface Navigation<T> {
  readonly since?: string;
  readonly type: () => ObjectType<never>;
  open(self: T, host: Host): HostObject | null;
}

/** A method; a HostObject as result is a new object path, null a null object, anything else plain JSON. */
export interface Method<T> {
  readonly since?: string;
  call(self: T, args: readonly unknown[], host: Host): unknown;
}

/**
 * One object of the Office.js object model, declared by data. Member names are those on the wire (PascalCase);
 * T is what the object stands on in the workbook model.
 */
export interface ObjectType<T> {
  /** The name of the client's class: 'Range'. */
  readonly name: string;
  readonly properties: Readonly<Record<string, Property<T>>>;
  readonly objects: Readonly<Record<string, Navigation<T>>>;
  readonly methods: Readonly<Record<string, Method<T>>>;
  /** Methods that are not known by name beforehand (worksheet functions). */
  callOther?(self: T, name: string, args: readonly unknown[], host: Host): unknown;
  /** Collections: what they hold, in order, and how one is found by key. */
  items?(self: T, host: Host): readonly HostObject[];
  item?(self: T, key: unknown, host: Host): HostObject | null;
  /** The identity by which a collection finds it again (`_Id`). */
  id?(self: T, host: Host): string | number;
  /** False once the thing it stands on was deleted. */
  exists?(self: T, host: Host): boolean;
}

/** A live object of the model: the thing in the workbook, and how it answers. */
export class HostObject {
  /** Set when the client keeps a reference to it beyond the request. */
  referenceId: string | undefined;

  private constructor(
    readonly type: ObjectType<unknown>,
    readonly target: unknown,
  ) {}

  static of<T>(type: ObjectType<T>, target: T): HostObject {
    // Every call passes `target` to the members of its own `type`: the pair is only ever made here, where T agrees.
    return new HostObject(type as ObjectType<unknown>, target);
  }

  /** The target, when the object is of that type. */
  as<T>(type: ObjectType<T>): T | undefined {
    return this.type.name === type.name ? (this.target as T) : undefined;
  }
}

/** A property that is read by one function and, when given, written by another. */
export function property<T>(
  get: (self: T, host: Host) => unknown,
  set?: (self: T, value: unknown, host: Host) => void,
  since?: string,
): Property<T> {
  return { get, ...(set && { set }), ...(since !== undefined && { since }) };
}

/** A property that opens an object of `type` on what `open` finds; null where there is none. */
export function navigation<T, U>(
  type: () => ObjectType<U>,
  open: (self: T, host: Host) => U | null,
  since?: string,
): Navigation<T> {
  return {
    // Only the name is read from it (README, checks): the members are reached through HostObject.
    type: type as () => ObjectType<never>,
    open(self, host) {
      const target = open(self, host);
      return target === null ? null : HostObject.of(type(), target);
    },
    ...(since !== undefined && { since }),
  };
}

/** A method of the object. */
export function method<T>(call: (self: T, args: readonly unknown[], host: Host) => unknown, since?: string): Method<T> {
  return { call, ...(since !== undefined && { since }) };
}
