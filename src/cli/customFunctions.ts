import { countDatesFrom } from '../functions/dates';
import { FunctionError } from '../functions/errors';
import type { ParameterKind } from '../functions/register';
import { customFunctions, parametersOf } from '../functions/register';
import type { CustomArgument, CustomResult, FunctionRegistry } from '../host/formulas/custom';
import { CellError } from '../host/model/cell';

const NAMESPACE = 'CADENZA';

/**
 * Gives a workbook's calculation the add-in's own functions, so that `=CADENZA.FORECAST(…)` has a value on the command line too.
 *
 * @param dateSystem of the workbook
 */
export function registerCustomFunctions(registry: FunctionRegistry, dateSystem: 1900 | 1904): void {
  countDatesFrom(dateSystem);
  for (const [id, implementation] of Object.entries(customFunctions)) {
    const kinds = parametersOf(id);
    const parameters = kinds.map(({ dimension }) => dimension);
    registry.register(`${NAMESPACE}.${id}`, (args) => call(implementation, kinds, args), { parameters });
  }
}

/**
 * Like Excel: an error given as a single value is the result, and the function is not called; those inside ranges reach it. A blank
 * cell given for a number is 0.
 */
function call(
  implementation: (...args: unknown[]) => unknown,
  kinds: readonly ParameterKind[],
  args: readonly CustomArgument[],
): CustomResult {
  const isScalar = (index: number): boolean => kinds[index]?.dimension === 'scalar';
  const error = args.find((argument, i) => isScalar(i) && argument instanceof CellError);
  if (error instanceof CellError) return error;
  const given = args.map((argument, i) => (argument === null && isScalar(i) && !kinds[i]?.optional ? 0 : argument));
  try {
    return implementation(...given) as CustomResult;
  } catch (thrown) {
    if (thrown instanceof FunctionError) throw new CellError(thrown.code, thrown.message);
    throw thrown;
  }
}
