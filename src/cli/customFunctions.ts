import { FunctionError } from '../functions/errors';
import { customFunctions } from '../functions/register';
import type { CustomArgument, CustomResult, FunctionRegistry } from '../host/formulas/custom';
import { CellError } from '../host/model/cell';

const NAMESPACE = 'CADENZA';

/** Gives a workbook's calculation the add-in's own functions, so that `=CADENZA.FORECAST(…)` has a value on the command line too. */
export function registerCustomFunctions(registry: FunctionRegistry): void {
  for (const [id, implementation] of Object.entries(customFunctions))
    registry.register(`${NAMESPACE}.${id}`, (args) => call(implementation, args));
}

function call(implementation: (...args: unknown[]) => unknown, args: readonly CustomArgument[]): CustomResult {
  try {
    return implementation(...args.map(argumentOf)) as CustomResult;
  } catch (error) {
    if (error instanceof FunctionError) throw new CellError(error.code, error.message);
    throw error;
  }
}

/** Excel hands errors inside ranges over as their text, and a blank cell inside a range as ''. */
function argumentOf(argument: CustomArgument): unknown {
  if (Array.isArray(argument)) return argument.map((row) => row.map((cell) => (cell === null ? '' : errorText(cell))));
  return errorText(argument);
}

const errorText = (value: unknown): unknown => (value instanceof CellError ? value.code : value);
