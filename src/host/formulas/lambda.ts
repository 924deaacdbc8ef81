import { CellError } from '../model/cell';
import type { Context } from './context';
import type { Value } from './values';
import { ERRORS, Lambda } from './values';

/** Names and lambdas nested deeper than this are taken for endless recursion: #NUM!. */
export const MAX_DEPTH = 400;

/** Calls a lambda with evaluated arguments; anything else is no function: #VALUE!. */
export function applyLambda(callee: Value, args: readonly Value[], context: Context): Value {
  if (callee instanceof CellError) return callee;
  if (!(callee instanceof Lambda) || args.length > callee.parameters.length) return ERRORS.value;
  if (context.depth >= MAX_DEPTH) return ERRORS.num;
  let scope = callee.scope;
  callee.parameters.forEach((parameter, i) => {
    scope = { name: parameter.toLowerCase(), value: args[i], outer: scope };
  });
  return context.evaluate(callee.body, { ...context, scope, depth: context.depth + 1 });
}
