import { CellError } from '../../model/cell';
import type { Context } from '../context';
import { toLogical } from '../convert';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Value } from '../values';
import { ERRORS } from '../values';
import { visitValues } from './numbers';

/** Logical values and numbers of arguments; text in ranges is passed over, none at all is #VALUE!. */
function collectLogical(values: readonly Value[], context: Context): boolean[] | CellError {
  const found: boolean[] = [];
  let error: CellError | undefined;
  visitValues(values, context, (value, isDirect) => {
    if (value instanceof CellError) error ??= value;
    else if (typeof value === 'boolean' || typeof value === 'number') found.push(Boolean(value));
    else if (isDirect) {
      const logical = toLogical(value);
      if (logical instanceof CellError) error ??= logical;
      else found.push(logical);
    }
  });
  return error ?? (found.length === 0 ? ERRORS.value : found);
}

function overLogical(name: string, combine: (values: readonly boolean[]) => boolean): FunctionDefinition {
  return define(name, ['any', '...any'], ([first, rest], context) => {
    const values = collectLogical([first, ...rest], context);
    return values instanceof CellError ? values : combine(values);
  });
}

export const LOGICAL_FUNCTIONS: readonly FunctionDefinition[] = [
  overLogical('AND', (values) => values.every(Boolean)),
  overLogical('OR', (values) => values.some(Boolean)),
  overLogical('XOR', (values) => values.filter(Boolean).length % 2 === 1),
  define('NOT', ['logical'], ([value]) => !value),
  define('TRUE', [], () => true),
  define('FALSE', [], () => false),
];
