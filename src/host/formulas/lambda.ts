import { CellError } from '../model/cell';
import type { Context } from './context';
import type { Value } from './values';
import { BuiltIn, ERRORS, Lambda } from './values';

/** Names and lambdas nested deeper than this are taken for endless recursion: #NUM!. */
export const MAX_DEPTH = 400;

/** Calls a lambda with evaluated arguments; anything else is no function: #VALUE!. */
export function applyLambda(callee: Value, args: readonly (Value | undefined)[], context: Context): Value {
  if (callee instanceof CellError) return callee;
  if (!(callee instanceof Lambda) || !callee.takes(args.length)) return ERRORS.value;
  if (context.depth >= MAX_DEPTH) return ERRORS.num;
  if (callee instanceof BuiltIn) return applyBuiltIn(callee, args, context);
  let scope = callee.scope;
  callee.parameters.forEach(({ name }, i) => {
    scope = { name, value: args[i], outer: scope };
  });
  return context.evaluate(callee.body, { ...context, scope, depth: context.depth + 1 });
}

/** Calls a built-in function with values: names that nobody can write stand for them. */
function applyBuiltIn({ name }: BuiltIn, values: readonly (Value | undefined)[], context: Context): Value {
  let { scope } = context;
  const args = values.map((value, i) => {
    scope = { name: `#${i}`, value, outer: scope };
    return { kind: 'name', name: `#${i}`, sheet: undefined } as const;
  });
  return context.evaluate({ kind: 'call', name, args }, { ...context, scope, depth: context.depth + 1 });
}
