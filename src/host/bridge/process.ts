import { HostObject } from './define';
import type { ModelErrorCode } from '../model/change';
import { ModelError } from '../model/change';
import type { ErrorName } from './errors';
import { HostError, fail } from './errors';
import type { Host } from './host';
import { checkExists, identityOf, loadObject } from './query';
import { checkSince } from './requirements';
import { setProperty } from './setProperties';
import type { WireAction, WireAnswer, WireArguments, WireBody, WirePath, WireResult } from './wire';
import { ACTION, PATH, isObject } from './wire';

/** Finds the objects of one request by their paths; each path is evaluated once, as `add` and the like must be. */
class ObjectPaths {
  private readonly found = new Map<number, HostObject | null>();
  private readonly running = new Set<number>();

  constructor(
    private readonly paths: WireBody['ObjectPaths'],
    private readonly openRoot: (name: string) => HostObject,
    private readonly host: Host,
    private readonly openReference: (id: string) => HostObject,
  ) {}

  /** The object of a path; null for null objects. Throws InvalidObjectPath, ItemNotFound … */
  resolve(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)];
    if (!path || this.running.has(id)) fail('InvalidObjectPath');
    this.running.add(id);
    const object = this.evaluate(path);
    this.running.delete(id);
    this.found.set(id, object);
    return object;
  }

  private evaluate(path: WirePath): HostObject | null {
    switch (path.ObjectPathType) {
      case PATH.root:
      case PATH.newObject:
        return this.openRoot(path.Name);
      case PATH.method:
      case PATH.property:
      case PATH.indexer:
        return this.evaluateChild(path);
      case PATH.reference:
        return this.openReference(path.Name);
      case PATH.nullObject:
        return null;
      default:
        return fail('InvalidObjectPath');
    }
  }

  private evaluateChild(path: WirePath): HostObject | null {
    if (path.ParentObjectPathId === undefined) fail('InvalidObjectPath');
    const parent = this.resolve(path.ParentObjectPathId);
    if (parent === null) return null;
    checkExists(parent, this.host);
    if (path.ObjectPathType === PATH.property) return openProperty(parent, path.Name, this.host);
    const args = this.readArguments(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) return openItem(parent, args[0], this.host);
    const result = callMethod(parent, path.Name, args, this.host);
    return result === null || result instanceof HostObject ? result : fail('InvalidObjectPath');
  }

  /** Arguments with objects in the places of their path ids, in arrays and in the properties of plain objects too. */
  readArguments(info: WireArguments | undefined): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, index) => this.readArgument(value, references[index]));
  }

  private readArgument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
    if (Array.isArray(value) && Array.isArray(reference))
      return value.map((entry, index) => this.readArgument(entry, reference[index]));
    return this.readEmbedded(value);
  }

  private readEmbedded(value: unknown): unknown {
    if (!isObject(value)) return value;
    if (typeof value._ObjectPathId === 'number') return this.resolve(value._ObjectPathId);
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        Array.isArray(inner) ? inner.map((entry) => this.readEmbedded(entry)) : this.readEmbedded(inner),
      ]),
    );
  }
}

/** Runs the actions of a request in order; the first that fails ends it, and what ran before stays done, as in Excel. */
export function processBatch(
  body: WireBody,
  openRoot: (name: string) => HostObject,
  openReference: (id: string) => HostObject,
  host: Host,
): WireAnswer {
  const paths = new ObjectPaths(body.ObjectPaths, openRoot, host, openReference);
  const results: WireResult[] = [];
  for (const [index, action] of body.Actions.entries()) {
    try {
      host.counters.actions++;
      host.faults.enterAction();
      results.push({ ActionId: action.Id, Value: runAction(action, paths, host) });
    } catch (error) {
      const failure = asHostError(error);
      return {
        Results: results,
        Error: {
          Code: failure.code,
          Message: failure.message,
          Location: locate(action, body),
          ActionIndex: index,
          HttpStatusCode: statusOf(failure.code),
        },
      };
    }
  }
  return { Results: results };
}

/** What Excel answers where the workbook model refuses an operation. */
const CODE_OF_MODEL_ERROR: Readonly<Record<ModelErrorCode, ErrorName>> = {
  OutOfSheet: 'NonBlankCellOffSheet',
  SplitsTable: 'InvalidOperation',
  SplitsMerge: 'InvalidOperation',
  SplitsArray: 'InvalidOperation',
  OverlapsTable: 'MergedRangeConflict',
  InvalidName: 'InvalidArgument',
  NameTaken: 'ItemAlreadyExists',
  LastVisibleSheet: 'InvalidOperation',
  InvalidArea: 'InvalidArgument',
};

/** A failure that is no HostError is a mistake in this host: it still answers, as Excel does, and says what it was. */
export function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof ModelError) return new HostError(CODE_OF_MODEL_ERROR[error.code], error.message);
  const text = error instanceof Error ? error.message : String(error);
  return new HostError('GeneralException', `There was an internal error while processing the request. (${text})`);
}

/** The HTTP status that Excel's answer carries with a code. */
export function statusOf(code: string): number {
  if (code === 'ItemNotFound' || code === 'ApiNotFound') return 404;
  if (code === 'AccessDenied') return 403;
  if (code === 'ItemAlreadyExists') return 409;
  if (code === 'RequestPayloadSizeLimitExceeded' || code === 'ResponsePayloadSizeLimitExceeded') return 413;
  if (code === 'GeneralException') return 500;
  return 400;
}

function runAction(action: WireAction, paths: ObjectPaths, host: Host): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const object = paths.resolve(action.ObjectPathId);
  // Null objects take every call in silence and answer null: `getItemOrNullObject('x').delete()` is good practice.
  if (object === null) return null;
  checkExists(object, host);
  switch (action.ActionType) {
    case ACTION.instantiate:
      return identify(object, host);
    case ACTION.query:
      return loadObject(object, action.QueryInfo ?? {}, host);
    case ACTION.method: {
      const result = callMethod(object, action.Name, paths.readArguments(action.ArgumentInfo), host);
      return result instanceof HostObject ? identify(result, host) : (result ?? null);
    }
    case ACTION.setProperty:
      setProperty(object, action.Name, paths.readArguments(action.ArgumentInfo)[0], host);
      return null;
    case ACTION.update:
      updateObject(object, action.ObjectState, host);
      return null;
    case ACTION.ensureUnchanged:
      ensureUnchanged(object, action.ObjectState, host);
      return null;
    default:
      return fail('NotImplemented', `Actions of type ${action.ActionType} are not served by this host.`);
  }
}

/** What an instantiated object answers: its id and its reference, by which the client will name it from now on. */
function identify(object: HostObject, host: Host): Readonly<Record<string, unknown>> {
  return {
    ...identityOf(object, host),
    ...(object.referenceId !== undefined && { _ReferenceId: object.referenceId }),
  };
}

function openProperty(parent: HostObject, name: string, host: Host): HostObject | null {
  const navigation = own(parent.type.objects, name);
  if (!navigation) return fail('ApiNotFound', `${parent.type.name}.${camel(name)} is not served by this host.`);
  checkSince(navigation.since, host, `${parent.type.name}.${camel(name)}`);
  return navigation.open(parent.target, host);
}

function openItem(parent: HostObject, key: unknown, host: Host): HostObject {
  if (!parent.type.item) return fail('ApiNotFound', `${parent.type.name} has no getItem in this host.`);
  return parent.type.item(parent.target, key, host) ?? fail('ItemNotFound');
}

function callMethod(object: HostObject, name: string, args: readonly unknown[], host: Host): unknown {
  const { type, target } = object;
  if (name === '_KeepReference') return host.keepReference(object);
  const method = own(type.methods, name);
  if (method) {
    checkSince(method.since, host, `${type.name}.${camel(name)}`);
    return method.call(target, args, host);
  }
  if (type.callOther) return type.callOther(target, name, args, host);
  if (name === 'GetItem' && type.item) return openItem(object, args[0], host);
  return fail('ApiNotFound', `${type.name}.${camel(name)} is not served by this host.`);
}

function updateObject(object: HostObject, state: unknown, host: Host): void {
  if (!isObject(state)) return fail('InvalidArgument');
  for (const [name, value] of Object.entries(state)) setProperty(object, pascal(name), value, host);
}

function ensureUnchanged(object: HostObject, state: unknown, host: Host): void {
  if (!isObject(state)) return fail('InvalidArgument');
  const names = Object.keys(state).map(pascal);
  const now = loadObject(object, { Select: names }, host);
  for (const [name, value] of Object.entries(state))
    if (JSON.stringify(now[pascal(name)]) !== JSON.stringify(value)) fail('Conflict');
}

function own<V>(members: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Where it failed, as Excel says it: 'Worksheet.getRange', 'Range.values'. */
function locate(action: WireAction, body: WireBody): string {
  const path = body.ObjectPaths[String(action.ObjectPathId)];
  const parent = path?.ParentObjectPathId === undefined ? undefined : body.ObjectPaths[String(path.ParentObjectPathId)];
  const of = path?.Name || parent?.Name || 'Workbook';
  return action.Name
    ? `${of}.${camel(action.Name)}`
    : `${parent?.Name || 'Workbook'}.${camel(path?.Name || 'getItem')}`;
}
