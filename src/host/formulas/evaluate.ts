import { CellError, MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { CallNode, Coordinate, Formula, FormulaNodeTree, NameNode, ReferenceNode } from './ast';
import type { Context, Engine } from './context';
import { dereference, invoke, toMatrix } from './define';
import { findFunction } from './functions/library';
import { applyLambda, MAX_DEPTH } from './lambda';
import { applyBinary, applyUnary, snapToZero } from './operators';
import { findSpecialForm } from './special';
import type { Scalar, Scope, Value } from './values';
import { BuiltIn, ERRORS, isScalar, Lambda, Matrix, Reference, ReferenceList } from './values';

/**
 * Value of a whole formula in its cell: never a reference, never empty.
 * @returns a single value or an array to spill
 */
export function evaluateFormula(formula: Formula, context: Context): Exclude<Scalar, null> | Matrix {
  const { root } = formula;
  let result = dereference(evaluate(root, context), context);
  if (root.kind === 'binary' && typeof result === 'number' && (root.operator === '+' || root.operator === '-'))
    result = snapFinal(root, result, context);
  if (!(result instanceof Matrix)) return result ?? 0;
  if (result.rows === 0 || result.columns === 0) return ERRORS.calc;
  if (result.rows === 1 && result.columns === 1) return result.at(0, 0) ?? 0;
  return new Matrix(result.data.map((row) => row.map((value) => value ?? 0)));
}

function snapFinal(root: Extract<FormulaNodeTree, { kind: 'binary' }>, result: number, context: Context): number {
  if (result === 0 || Math.abs(result) > 1e-4) return result;
  const left = dereference(evaluate(root.left, context), context);
  const right = dereference(evaluate(root.right, context), context);
  return typeof left === 'number' && typeof right === 'number' ? snapToZero(result, left, right) : result;
}

/** Value of one node of a formula; references stay unread. */
export function evaluate(node: FormulaNodeTree, context: Context): Value {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'error':
      return node.error;
    case 'missing':
      return null;
    case 'array':
      return new Matrix(node.rows);
    case 'reference':
      return resolveReference(node, context);
    case 'external':
      return context.engine.missing(node.text, ERRORS.ref);
    case 'structured':
      return context.engine.structured(node.reference, context.sheet, context.row, context.column);
    case 'name':
      return evaluateName(node, context);
    case 'call':
      return evaluateCall(node, context);
    case 'apply':
      return applyLambda(evaluate(node.callee, context), evaluateGiven(node.args, context), context);
    case 'unary':
      return applyUnary(node.operator, dereference(evaluate(node.operand, context), context), context.engine);
    case 'binary': {
      const left = dereference(evaluate(node.left, context), context);
      const right = dereference(evaluate(node.right, context), context);
      return applyBinary(node.operator, left, right, context.engine);
    }
    case 'range':
      return spanReferences(evaluate(node.left, context), evaluate(node.right, context));
    case 'intersection':
      return intersectReferences(evaluate(node.left, context), evaluate(node.right, context));
    case 'union':
      return uniteReferences(evaluateAll(node.items, context));
    case 'spill':
      return resolveSpill(evaluate(node.operand, context), context);
    case 'implicit':
      return intersectImplicitly(evaluate(node.operand, context), context);
  }
}

function evaluateAll(nodes: readonly FormulaNodeTree[], context: Context): Value[] {
  return nodes.map((node) => evaluate(node, context));
}

/** Arguments of a lambda: undefined where one is left empty. */
function evaluateGiven(nodes: readonly FormulaNodeTree[], context: Context): (Value | undefined)[] {
  return nodes.map((node) => (node.kind === 'missing' ? undefined : evaluate(node, context)));
}

function place(coordinate: Coordinate, base: number, limit: number): number {
  if (coordinate.absolute) return coordinate.value;
  const index = base + coordinate.value;
  // Relative references in names wrap around the sheet's edges.
  return index >= 0 && index < limit ? index : (index + limit) % limit;
}

/** The rectangle, or for a 3-D reference the rectangles, that a reference means seen from a cell. */
export function resolveReference(
  node: ReferenceNode,
  context: Pick<Context, 'sheet' | 'row' | 'column'> & { readonly engine: Pick<Engine, 'sheet' | 'sheetsBetween'> },
): Reference | ReferenceList | CellError {
  const { area } = node;
  const top = place(area.top, context.row, MAX_ROWS);
  const left = place(area.left, context.column, MAX_COLUMNS);
  const bottom = area.kind === 'cell' ? top : place(area.bottom, context.row, MAX_ROWS);
  const right = area.kind === 'cell' ? left : place(area.right, context.column, MAX_COLUMNS);
  const on = (sheet: Context['sheet']): Reference =>
    new Reference(sheet, Math.min(top, bottom), Math.min(left, right), Math.max(top, bottom), Math.max(left, right));
  if (node.sheet === undefined) return on(context.sheet);
  if (node.lastSheet !== undefined) {
    const sheets = context.engine.sheetsBetween(node.sheet, node.lastSheet);
    return sheets ? new ReferenceList(sheets.map(on)) : ERRORS.ref;
  }
  const sheet = context.engine.sheet(node.sheet);
  return sheet ? on(sheet) : ERRORS.ref;
}

function findInScope(name: string, scope: Scope | undefined): Scope | undefined {
  if (!scope) return undefined;
  const wanted = name.toLowerCase();
  let found: Scope | undefined = scope;
  while (found && found.name !== wanted) found = found.outer;
  return found;
}

function evaluateName(node: NameNode, context: Context): Value {
  const bound = node.sheet === undefined ? findInScope(node.name, context.scope) : undefined;
  if (bound) return bound.value ?? null;
  const sheet = node.sheet === undefined ? context.sheet : context.engine.sheet(node.sheet);
  if (!sheet) return ERRORS.ref;
  const tree = context.engine.nameTree(node.name, sheet);
  if (!tree) return node.sheet === undefined ? tableOrFunction(node.name, context) : ERRORS.name;
  if (context.depth >= MAX_DEPTH) return ERRORS.num;
  return evaluate(tree, { ...context, scope: undefined, depth: context.depth + 1 });
}

/** A table's name alone means its data, a function's the function itself. */
function tableOrFunction(name: string, context: Context): Value {
  const reference = { table: name, rows: ['data'], firstColumn: undefined, lastColumn: undefined } as const;
  const data = context.engine.structured(reference, context.sheet, context.row, context.column);
  if (data instanceof Reference) return data;
  const upper = name.toUpperCase();
  return findFunction(upper) || findSpecialForm(upper) ? new BuiltIn(upper) : ERRORS.name;
}

function evaluateCall(node: CallNode, context: Context): Value {
  const bound = findInScope(node.name, context.scope);
  if (bound) return applyLambda(bound.value ?? null, evaluateGiven(node.args, context), context);
  const form = findSpecialForm(node.name);
  if (form) return form(node.args, context);
  const definition = findFunction(node.name);
  if (definition) return invoke(definition, evaluateAll(node.args, context), context);
  const args = evaluateAll(node.args, context);
  const custom = context.engine.callCustom(node, args, context);
  if (custom !== undefined) return custom;
  const named = context.engine.nameTree(node.name, context.sheet);
  if (!named) return context.engine.missing(node.name, ERRORS.name);
  if (context.depth >= MAX_DEPTH) return ERRORS.num;
  const inner = { ...context, scope: undefined, depth: context.depth + 1 };
  return applyLambda(evaluate(named, inner), evaluateGiven(node.args, context), inner);
}

function areasOf(value: Value): readonly Reference[] | CellError {
  if (value instanceof Reference) return [value];
  if (value instanceof ReferenceList) return value.areas;
  return value instanceof CellError ? value : ERRORS.value;
}

/** a:b, the smallest rectangle around both. */
function spanReferences(left: Value, right: Value): Reference | CellError {
  const a = areasOf(left);
  if (a instanceof CellError) return a;
  const b = areasOf(right);
  if (b instanceof CellError) return b;
  const all = [...a, ...b];
  const [first] = all;
  if (!first || all.some((r) => r.sheet !== first.sheet)) return ERRORS.value;
  return new Reference(
    first.sheet,
    Math.min(...all.map((r) => r.top)),
    Math.min(...all.map((r) => r.left)),
    Math.max(...all.map((r) => r.bottom)),
    Math.max(...all.map((r) => r.right)),
  );
}

function intersectReferences(left: Value, right: Value): Reference | ReferenceList | CellError {
  const a = areasOf(left);
  if (a instanceof CellError) return a;
  const b = areasOf(right);
  if (b instanceof CellError) return b;
  const common = a.flatMap((x) => b.flatMap((y) => intersect(x, y) ?? []));
  const [only] = common;
  if (!only) return ERRORS.null;
  return common.length === 1 ? only : new ReferenceList(common);
}

function intersect(a: Reference, b: Reference): Reference | undefined {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  if (a.sheet !== b.sheet || top > bottom || left > right) return undefined;
  return new Reference(a.sheet, top, left, bottom, right);
}

function uniteReferences(items: readonly Value[]): ReferenceList | CellError {
  const areas: Reference[] = [];
  for (const item of items) {
    const found = areasOf(item);
    if (found instanceof CellError) return found;
    areas.push(...found);
  }
  return new ReferenceList(areas);
}

function resolveSpill(operand: Value, context: Context): Value {
  if (operand instanceof CellError) return operand;
  if (!(operand instanceof Reference) || !operand.isCell) return ERRORS.ref;
  return context.engine.spillArea(operand.sheet, operand.top, operand.left) ?? ERRORS.ref;
}

/** `@`: of a range the cell in the formula's row or column, of an array the first value. */
function intersectImplicitly(operand: Value, context: Context): Value {
  if (operand instanceof Reference) {
    if (operand.isCell) return operand;
    const { row, column } = context;
    const inRows = row >= operand.top && row <= operand.bottom;
    const inColumns = column >= operand.left && column <= operand.right;
    if (operand.columns === 1 && inRows) return operand.part(row - operand.top, 0, 1, 1);
    if (operand.rows === 1 && inColumns) return operand.part(0, column - operand.left, 1, 1);
    if (inRows && inColumns) return operand.part(row - operand.top, column - operand.left, 1, 1);
    return ERRORS.value;
  }
  if (isScalar(operand) || operand instanceof Lambda) return operand;
  return toMatrix(operand, context).at(0, 0);
}
