import { CellError, MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import type { Context } from '../context';
import type { FunctionDefinition } from '../define';
import { define, dereference, toMatrix } from '../define';
import { applyLambda } from '../lambda';
import type { Scalar, Value } from '../values';
import { ERRORS, Lambda, Matrix } from '../values';

/** Result of a lambda where one value is wanted; an array is #CALC!. */
function applyToScalar(lambda: Lambda, args: readonly Value[], context: Context): Scalar {
  const result = dereference(applyLambda(lambda, args, context), context);
  if (!(result instanceof Matrix)) return result;
  return result.rows === 1 && result.columns === 1 ? result.at(0, 0) : ERRORS.calc;
}

function map(args: readonly Value[], context: Context): Value {
  const lambda = args[args.length - 1];
  if (!(lambda instanceof Lambda)) return lambda instanceof CellError ? lambda : ERRORS.value;
  const sources = args.slice(0, -1).map((a) => toMatrix(a, context));
  if (sources.length === 0 || !lambda.takes(sources.length)) return ERRORS.value;
  const rows = Math.max(...sources.map((s) => s.rows));
  const columns = Math.max(...sources.map((s) => s.columns));
  return Matrix.build(rows, columns, (r, c) =>
    applyToScalar(
      lambda,
      sources.map((s) => (r < s.rows && c < s.columns ? s.at(r, c) : ERRORS.na)),
      context,
    ),
  );
}

function reduce(start: Value | undefined, source: Matrix, lambda: Lambda, context: Context): Value {
  let accumulated: Value | undefined = start;
  for (const value of source.flat()) {
    accumulated = accumulated === undefined ? value : applyLambda(lambda, [accumulated, value], context);
  }
  return accumulated ?? null;
}

function scan(start: Value | undefined, source: Matrix, lambda: Lambda, context: Context): Value {
  let accumulated: Value | undefined = start;
  return Matrix.build(source.rows, source.columns, (r, c) => {
    const value = source.at(r, c);
    const next: Scalar = accumulated === undefined ? value : applyToScalar(lambda, [accumulated, value], context);
    accumulated = next;
    return next;
  });
}

export const HIGHER_ORDER_FUNCTIONS: readonly FunctionDefinition[] = [
  define('MAP', ['any', '...any'], ([first, rest], context) => map([first, ...rest], context)),
  define('REDUCE', ['any??', 'matrix', 'lambda'], ([start, source, lambda], context) =>
    reduce(start, source, lambda, context),
  ),
  define('SCAN', ['any??', 'matrix', 'lambda'], ([start, source, lambda], context) =>
    scan(start, source, lambda, context),
  ),
  define('BYROW', ['matrix', 'lambda'], ([source, lambda], context) =>
    Matrix.build(source.rows, 1, (r) => applyToScalar(lambda, [Matrix.row(source.data[r] ?? [])], context)),
  ),
  define('BYCOL', ['matrix', 'lambda'], ([source, lambda], context) =>
    Matrix.build(1, source.columns, (_r, c) =>
      applyToScalar(lambda, [Matrix.column(source.data.map((line) => line[c] ?? null))], context),
    ),
  ),
  define('MAKEARRAY', ['number', 'number', 'lambda'], ([rows, columns, lambda], context) => {
    const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
    if (height < 1 || width < 1 || height > MAX_ROWS || width > MAX_COLUMNS) return ERRORS.value;
    return Matrix.build(height, width, (r, c) => applyToScalar(lambda, [r + 1, c + 1], context));
  }),
];
