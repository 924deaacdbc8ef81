/** The JSON that travels over the bridge, as the Office.js client writes it (names in PascalCase). */
export interface WireAction {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: WireArguments;
  readonly QueryInfo?: WireQuery;
  readonly RecursiveQueryInfo?: unknown;
  readonly ObjectState?: unknown;
}

export interface WireArguments {
  readonly Arguments?: readonly unknown[];
  /** Parallel to Arguments: the path id where the argument is an object, else 0; nested for arrays. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface WirePath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: WireArguments;
}

export interface WireQuery {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface WireBody {
  readonly Actions: readonly WireAction[];
  readonly ObjectPaths: Readonly<Record<string, WirePath>>;
  readonly AutoKeepReference: boolean;
}

export interface WireResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface WireError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  readonly ActionIndex?: number;
  readonly HttpStatusCode: number;
}

export interface WireAnswer {
  readonly Results: readonly WireResult[];
  readonly Error?: WireError;
}

export const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const PATH = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object of named fields: no array, no null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a request body, or undefined when it is not one: nothing that arrives over the bridge is trusted to have its form.
 */
export function readBody(value: unknown): WireBody | undefined {
  if (!isObject(value) || !Array.isArray(value.Actions) || !isObject(value.ObjectPaths)) return undefined;
  if (!value.Actions.every(isAction)) return undefined;
  const paths: Record<string, WirePath> = {};
  for (const [key, path] of Object.entries(value.ObjectPaths)) {
    if (!isPath(path)) return undefined;
    paths[key] = path;
  }
  return { Actions: value.Actions, ObjectPaths: paths, AutoKeepReference: value.AutoKeepReference === true };
}

function isAction(value: unknown): value is WireAction {
  return (
    isObject(value) &&
    typeof value.Id === 'number' &&
    typeof value.ActionType === 'number' &&
    typeof value.Name === 'string' &&
    typeof value.ObjectPathId === 'number' &&
    isArguments(value.ArgumentInfo) &&
    isQuery(value.QueryInfo)
  );
}

function isPath(value: unknown): value is WirePath {
  return (
    isObject(value) &&
    typeof value.ObjectPathType === 'number' &&
    typeof value.Name === 'string' &&
    (value.ParentObjectPathId === undefined || typeof value.ParentObjectPathId === 'number') &&
    isArguments(value.ArgumentInfo)
  );
}

function isArguments(value: unknown): value is WireArguments | undefined {
  return (
    value === undefined ||
    value === null ||
    (isObject(value) && isAbsentOrArray(value.Arguments) && isAbsentOrArray(value.ReferencedObjectPathIds))
  );
}

function isAbsentOrArray(value: unknown): boolean {
  return value === undefined || value === null || Array.isArray(value);
}

function isQuery(value: unknown): value is WireQuery | undefined {
  if (value === undefined || value === null) return true;
  if (!isObject(value)) return false;
  const isTextList = (list: unknown) =>
    list === undefined || list === null || (Array.isArray(list) && list.every((entry) => typeof entry === 'string'));
  const isCount = (count: unknown) => count === undefined || count === null || typeof count === 'number';
  return isTextList(value.Select) && isTextList(value.Expand) && isCount(value.Top) && isCount(value.Skip);
}

/** Bytes of a text in UTF-8, which is what Excel's payload limits count. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    // A surrogate pair is two units and four bytes; any other unit from 0x800 on takes three.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
