import { CellError } from '../model/cell';
import type { Context } from './context';
import { checkNumber, toLogical, toNumber, toText } from './convert';
import type { Scalar, Value } from './values';
import { BuiltIn, ERRORS, isScalar, Lambda, Matrix, Reference, ReferenceList } from './values';

/**
 * What a parameter takes. Scalar kinds (number, text, logical, scalar, value) are converted, and the function is
 * repeated over arrays given for them:
 * - number, text, logical: converted as Excel does; an error is the function's result
 * - scalar: any single value but errors; value: errors too
 * - matrix: an array of values; reference: a range, else #VALUE!; lambda: a LAMBDA; any: as evaluated
 */
interface Kinds {
  number: number;
  text: string;
  logical: boolean;
  scalar: Exclude<Scalar, CellError>;
  value: Scalar;
  matrix: Matrix;
  reference: Reference;
  lambda: Lambda;
  any: Value;
}

/** `kind?`: may be omitted, empty counts as 0, "" or FALSE; `kind??`: empty counts as omitted; `...kind`: all the rest. */
type Kind = keyof Kinds | `${keyof Kinds}?` | `${keyof Kinds}??` | `...${keyof Kinds}`;

type Argument<K> = K extends `...${infer B extends keyof Kinds}`
  ? Kinds[B][]
  : K extends `${infer B extends keyof Kinds}??`
    ? Kinds[B] | undefined
    : K extends `${infer B extends keyof Kinds}?`
      ? Kinds[B] | undefined
      : K extends keyof Kinds
        ? Kinds[K]
        : never;

type Arguments<P extends readonly Kind[]> = { -readonly [I in keyof P]: Argument<P[I]> };

interface Parameter {
  readonly kind: keyof Kinds;
  readonly optional: boolean;
  readonly emptyIsOmitted: boolean;
  readonly isRest: boolean;
  readonly isScalar: boolean;
}

/** A built-in function: its parameters as data, and its body over converted arguments. */
export interface FunctionDefinition {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: (args: readonly unknown[], context: Context) => Value;
}

/**
 * Declares a function.
 * @param kinds one per parameter; the types of the body's arguments follow from them
 * @example define('ABS', ['number'], ([x]) => Math.abs(x))
 */
export function define<const P extends readonly Kind[]>(
  name: string,
  kinds: P,
  body: (args: Arguments<P>, context: Context) => Value,
): FunctionDefinition {
  return {
    name,
    parameters: kinds.map(readKind),
    body: body as (args: readonly unknown[], context: Context) => Value,
  };
}

function readKind(kind: Kind): Parameter {
  const name = kind.replace(/[.?]/g, '') as keyof Kinds;
  return {
    kind: name,
    optional: kind.endsWith('?'),
    emptyIsOmitted: kind.endsWith('??'),
    isRest: kind.startsWith('...'),
    isScalar: ['number', 'text', 'logical', 'scalar', 'value'].includes(name),
  };
}

/**
 * A range or array as values; single cells become their value.
 * @returns #VALUE! for several areas and lambdas
 */
export function dereference(value: Value, context: Context): Scalar | Matrix {
  if (isScalar(value) || value instanceof Matrix) return value;
  if (value instanceof Reference) {
    return value.isCell ? context.engine.value(value.sheet, value.top, value.left) : context.engine.matrix(value);
  }
  if (value instanceof BuiltIn) return ERRORS.name;
  return value instanceof Lambda ? ERRORS.calc : ERRORS.value;
}

/** Any value as an array, single values as one by one. */
export function toMatrix(value: Value, context: Context): Matrix {
  const plain = dereference(value, context);
  return plain instanceof Matrix ? plain : new Matrix([[plain]]);
}

/**
 * Calls a function with evaluated arguments: checks their number, repeats it over arrays where scalars are
 * expected, converts, and makes sure that no NaN comes out.
 */
export function invoke(definition: FunctionDefinition, args: readonly Value[], context: Context): Value {
  const { parameters } = definition;
  const last = parameters[parameters.length - 1];
  const required = parameters.reduce((n, p, i) => (p.optional || p.isRest ? n : i + 1), 0);
  if (args.length < required || (!last?.isRest && args.length > parameters.length)) return ERRORS.value;
  const prepared = args.slice();
  let rows = 0;
  let columns = 0;
  for (let i = 0; i < prepared.length; i++) {
    const parameter = parameters[i] ?? last;
    const value = prepared[i];
    if (!parameter?.isScalar || value === undefined) continue;
    const plain = dereference(value, context);
    if (plain instanceof Matrix) {
      rows = Math.max(rows, plain.rows);
      columns = Math.max(columns, plain.columns);
    }
    prepared[i] = plain;
  }
  if (rows === 0) return settle(call(definition, prepared, context));
  const result = Matrix.build(rows, columns, (r, c) => {
    const at = prepared.map((value, i) =>
      (parameters[i] ?? last)?.isScalar && value instanceof Matrix ? value.broadcastAt(r, c) : value,
    );
    return firstScalar(call(definition, at, context), context);
  });
  return rows === 1 && columns === 1 ? result.at(0, 0) : result;
}

function settle(value: Value): Value {
  return typeof value === 'number' ? checkNumber(value) : value;
}

function firstScalar(value: Value, context: Context): Scalar {
  const plain = dereference(value, context);
  const scalar = plain instanceof Matrix ? plain.at(0, 0) : plain;
  return typeof scalar === 'number' ? checkNumber(scalar) : scalar;
}

function call(definition: FunctionDefinition, args: readonly Value[], context: Context): Value {
  const converted: unknown[] = [];
  for (let i = 0; i < definition.parameters.length; i++) {
    const parameter = definition.parameters[i];
    if (!parameter) break;
    if (parameter.isRest) {
      const rest: unknown[] = [];
      for (const value of args.slice(i)) {
        const argument = convert(parameter, value, context);
        if (argument instanceof CellError && isConverted(parameter)) return argument;
        rest.push(argument);
      }
      converted.push(rest);
      break;
    }
    const value = args[i];
    if (value === undefined || (value === null && parameter.emptyIsOmitted)) {
      converted.push(undefined);
      continue;
    }
    const argument = convert(parameter, value, context);
    if (argument instanceof CellError && isConverted(parameter)) return argument;
    converted.push(argument);
  }
  return definition.body(converted, context);
}

function isConverted(parameter: Parameter): boolean {
  return parameter.kind !== 'value' && parameter.kind !== 'any';
}

function convert(parameter: Parameter, value: Value, context: Context): unknown {
  switch (parameter.kind) {
    case 'any':
      return value;
    case 'matrix':
      return toMatrix(value, context);
    case 'reference':
      if (value instanceof Reference || value instanceof CellError) return value;
      return value instanceof ReferenceList ? (value.areas[0] ?? ERRORS.value) : ERRORS.value;
    case 'lambda':
      return value instanceof Lambda || value instanceof CellError ? value : ERRORS.value;
    default:
      if (!isScalar(value)) return ERRORS.value;
      if (parameter.kind === 'number') return toNumber(value, context.engine);
      if (parameter.kind === 'text') return toText(value, context.engine);
      if (parameter.kind === 'logical') return toLogical(value);
      return value;
  }
}
