import { CellError } from '../model/cell';
import type { FormulaNodeTree } from './ast';
import { compareValues } from './compare';
import type { Context } from './context';
import { toLogical, toNumber } from './convert';
import { dereference, toMatrix } from './define';
import type { LambdaParameter, Scalar, Scope, Value } from './values';
import { ERRORS, Lambda, Matrix } from './values';

/** A function that decides itself which of its arguments are evaluated. */
export type SpecialForm = (args: readonly FormulaNodeTree[], context: Context) => Value;

const FORMS = new Map<string, SpecialForm>([
  ['IF', evaluateIf],
  ['IFERROR', (args, context) => replaceErrors(args, context, (v) => v instanceof CellError)],
  ['IFNA', (args, context) => replaceErrors(args, context, (v) => v instanceof CellError && v.code === '#N/A')],
  ['IFS', evaluateIfs],
  ['SWITCH', evaluateSwitch],
  ['CHOOSE', evaluateChoose],
  ['LET', evaluateLet],
  ['LAMBDA', evaluateLambda],
  ['ISOMITTED', evaluateIsOmitted],
]);

/** The special form of a name in upper case, if it is one. */
export function findSpecialForm(name: string): SpecialForm | undefined {
  return FORMS.get(name);
}

/** Names of all special forms. */
export function specialFormNames(): string[] {
  return [...FORMS.keys()];
}

/**
 * The condition decides per element which branch counts; each branch is evaluated only when some element needs it.
 */
function select(
  condition: Scalar | Matrix,
  choose: (value: Scalar) => FormulaNodeTree | Scalar,
  context: Context,
): Value {
  if (!(condition instanceof Matrix)) {
    const chosen = choose(condition);
    return isNode(chosen) ? context.evaluate(chosen, context) : chosen;
  }
  const branches = new Map<FormulaNodeTree, Matrix>();
  let { rows, columns } = condition;
  const chosen = condition.data.map((line) =>
    line.map((value) => {
      const branch = choose(value);
      if (!isNode(branch) || branches.has(branch)) return branch;
      const matrix = toMatrix(context.evaluate(branch, context), context);
      branches.set(branch, matrix);
      rows = Math.max(rows, matrix.rows);
      columns = Math.max(columns, matrix.columns);
      return branch;
    }),
  );
  return Matrix.build(rows, columns, (r, c) => {
    const line = chosen[condition.rows === 1 ? 0 : r];
    const branch = line?.[condition.columns === 1 ? 0 : c];
    if (branch === undefined) return ERRORS.na;
    return isNode(branch) ? (branches.get(branch)?.broadcastAt(r, c) ?? null) : branch;
  });
}

function isNode(value: FormulaNodeTree | Scalar): value is FormulaNodeTree {
  return value !== null && typeof value === 'object' && !(value instanceof CellError);
}

function evaluateIf(args: readonly FormulaNodeTree[], context: Context): Value {
  const [test, whenTrue, whenFalse] = args;
  if (!test || !whenTrue || args.length > 3) return ERRORS.value;
  return select(
    dereference(context.evaluate(test, context), context),
    (value) => {
      const holds = toLogical(value);
      if (holds instanceof CellError) return holds;
      return (holds ? whenTrue : whenFalse) ?? false;
    },
    context,
  );
}

function replaceErrors(
  args: readonly FormulaNodeTree[],
  context: Context,
  isReplaced: (value: Scalar) => boolean,
): Value {
  const [node, fallback] = args;
  if (!node || !fallback || args.length > 2) return ERRORS.value;
  const value = context.evaluate(node, context);
  const plain = dereference(value, context);
  if (!(plain instanceof Matrix)) return isReplaced(plain) ? context.evaluate(fallback, context) : value;
  return select(plain, (v) => (isReplaced(v) ? fallback : v), context);
}

/** Conditions in turn; arrays make it element by element, which nested IFs do. */
function evaluateIfs(args: readonly FormulaNodeTree[], context: Context): Value {
  const [test, value, ...rest] = args;
  if (!test || !value) return args.length === 0 ? ERRORS.na : ERRORS.value;
  const condition = dereference(context.evaluate(test, context), context);
  if (!(condition instanceof Matrix)) {
    const holds = toLogical(condition);
    if (holds instanceof CellError) return holds;
    if (holds) return context.evaluate(value, context);
    return rest.length === 0 ? ERRORS.na : evaluateIfs(rest, context);
  }
  const otherwise: FormulaNodeTree =
    rest.length === 0 ? { kind: 'error', error: ERRORS.na } : { kind: 'call', name: 'IFS', args: rest };
  return select(
    condition,
    (v) => {
      const holds = toLogical(v);
      return holds instanceof CellError ? holds : holds ? value : otherwise;
    },
    context,
  );
}

function evaluateSwitch(args: readonly FormulaNodeTree[], context: Context): Value {
  const [subject, ...cases] = args;
  if (!subject || cases.length < 2) return ERRORS.value;
  const plain = dereference(context.evaluate(subject, context), context);
  return select(
    plain,
    (value) => {
      if (value instanceof CellError) return value;
      for (let i = 0; i + 1 < cases.length; i += 2) {
        const label = cases[i];
        const result = cases[i + 1];
        if (!label || !result) break;
        const wanted = dereference(context.evaluate(label, context), context);
        const candidate = wanted instanceof Matrix ? wanted.at(0, 0) : wanted;
        if (candidate instanceof CellError) return candidate;
        if (compareValues(value, candidate) === 0) return result;
      }
      return (cases.length % 2 === 1 ? cases[cases.length - 1] : undefined) ?? ERRORS.na;
    },
    context,
  );
}

function evaluateChoose(args: readonly FormulaNodeTree[], context: Context): Value {
  const [index, ...options] = args;
  if (!index || options.length === 0) return ERRORS.value;
  return select(
    dereference(context.evaluate(index, context), context),
    (value) => {
      const number = toNumber(value, context.engine);
      if (number instanceof CellError) return number;
      return options[Math.trunc(number) - 1] ?? ERRORS.value;
    },
    context,
  );
}

function variableName(node: FormulaNodeTree | undefined): string | undefined {
  return node?.kind === 'name' && node.sheet === undefined ? node.name.toLowerCase() : undefined;
}

function evaluateLet(args: readonly FormulaNodeTree[], context: Context): Value {
  const body = args[args.length - 1];
  if (!body || args.length < 3 || args.length % 2 === 0) return ERRORS.value;
  let scope: Scope | undefined = context.scope;
  for (let i = 0; i + 2 < args.length; i += 2) {
    const name = variableName(args[i]);
    const node = args[i + 1];
    if (name === undefined || !node) return ERRORS.name;
    const value = context.evaluate(node, { ...context, scope });
    scope = { name, value, outer: scope };
  }
  return context.evaluate(body, { ...context, scope });
}

function evaluateLambda(args: readonly FormulaNodeTree[], context: Context): Value {
  const body = args[args.length - 1];
  if (!body) return ERRORS.value;
  const parameters: LambdaParameter[] = [];
  for (const node of args.slice(0, -1)) {
    const parameter = readParameter(node);
    if (!parameter || parameters.some(({ name }) => name === parameter.name)) return ERRORS.value;
    parameters.push(parameter);
  }
  return new Lambda(parameters, body, context.scope);
}

/** `x`, or `[x]` for one that may be left out: which reads as a column of the table around the formula. */
function readParameter(node: FormulaNodeTree): LambdaParameter | undefined {
  if (node.kind === 'structured') {
    const { table, firstColumn, lastColumn } = node.reference;
    return table === undefined && firstColumn !== undefined && firstColumn === lastColumn
      ? { name: firstColumn.toLowerCase(), optional: true }
      : undefined;
  }
  const name = variableName(node);
  return name === undefined ? undefined : { name, optional: false };
}

/** Whether a lambda's parameter was left out of its call. */
function evaluateIsOmitted(args: readonly FormulaNodeTree[], context: Context): Value {
  const name = variableName(args[0]);
  if (name === undefined || args.length !== 1) return ERRORS.value;
  for (let scope = context.scope; scope; scope = scope.outer) if (scope.name === name) return scope.value === undefined;
  return false;
}
