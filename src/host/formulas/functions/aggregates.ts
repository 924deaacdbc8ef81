import { CellError } from '../../model/cell';
import type { Context } from '../context';
import type { FunctionDefinition } from '../define';
import { define, toMatrix } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, isScalar, Matrix, Reference, ReferenceList } from '../values';
import { collectNumbers, collectNumbersA, meanOf, squaredDeviations, sumOf, visitValues } from './numbers';
import { kthLargest, kthSmallest, medianOf, modeOf, percentileExclusive, percentileInclusive } from './order';

type Statistic = (numbers: readonly number[]) => number | CellError;

export const average: Statistic = (n) => (n.length === 0 ? ERRORS.div0 : meanOf(n));
export const maximum: Statistic = (n) => n.reduce((a, b) => Math.max(a, b), n.length === 0 ? 0 : -Infinity);
export const minimum: Statistic = (n) => n.reduce((a, b) => Math.min(a, b), n.length === 0 ? 0 : Infinity);
export const product: Statistic = (n) => (n.length === 0 ? 0 : n.reduce((a, b) => a * b, 1));
export const varianceOfSample: Statistic = (n) => (n.length < 2 ? ERRORS.div0 : squaredDeviations(n) / (n.length - 1));
export const varianceOfPopulation: Statistic = (n) => (n.length < 1 ? ERRORS.div0 : squaredDeviations(n) / n.length);

/** Square root of a variance. */
function rooted(variance: Statistic): Statistic {
  return (n) => {
    const value = variance(n);
    return value instanceof CellError ? value : Math.sqrt(value);
  };
}

export const deviationOfSample = rooted(varianceOfSample);
export const deviationOfPopulation = rooted(varianceOfPopulation);

function overNumbers(name: string, statistic: Statistic): FunctionDefinition {
  return define(name, ['any', '...any'], ([first, rest], context) => {
    const numbers = collectNumbers([first, ...rest], context);
    return numbers instanceof CellError ? numbers : statistic(numbers);
  });
}

function overNumbersA(name: string, statistic: Statistic): FunctionDefinition {
  return define(name, ['any', '...any'], ([first, rest], context) => {
    const numbers = collectNumbersA([first, ...rest], context);
    return numbers instanceof CellError ? numbers : statistic(numbers);
  });
}

/** COUNT: numbers; of direct arguments also logical values and texts that are numbers. */
function countNumbers(values: readonly Value[], context: Context): number {
  let count = 0;
  for (const value of values) {
    if (isScalar(value)) {
      if (!(value instanceof CellError) && !(collectNumbers([value], context) instanceof CellError)) count++;
    } else visitValues([value], context, (v) => (count += Number(typeof v === 'number')));
  }
  return count;
}

function countFilled(values: readonly Value[], context: Context): number {
  let count = 0;
  visitValues(values, context, (v, isDirect) => (count += Number(v !== null || isDirect)));
  return count;
}

function countBlank(value: Value, context: Context): number | CellError {
  if (!(value instanceof Reference)) return ERRORS.value;
  let filled = 0;
  context.engine.visit(value, (v) => (filled += Number(v !== '')));
  return value.rows * value.columns - filled;
}

/** Functions of SUBTOTAL (1–11) and of AGGREGATE up to 13, by number. */
const BY_NUMBER: readonly (Statistic | undefined)[] = [
  undefined,
  average,
  undefined,
  undefined,
  maximum,
  minimum,
  product,
  deviationOfSample,
  deviationOfPopulation,
  (n) => sumOf(n),
  varianceOfSample,
  varianceOfPopulation,
  medianOf,
  modeOf,
];

/** Functions of AGGREGATE from 14, which take a further number. */
const WITH_ARGUMENT: readonly ((numbers: readonly number[], k: number) => number | CellError)[] = [
  kthLargest,
  kthSmallest,
  percentileInclusive,
  (n, k) => percentileInclusive(n, k / 4),
  percentileExclusive,
  (n, k) => percentileExclusive(n, k / 4),
];

const NESTED = /\b(?:SUBTOTAL|AGGREGATE)\s*\(/i;

interface Skipped {
  hiddenRows: boolean;
  filteredRows: boolean;
  errors: boolean;
  nested: boolean;
}

/** Values of ranges, but for those to be skipped. */
function visibleValues(values: readonly Value[], skipped: Skipped, context: Context): Scalar[] {
  const found: Scalar[] = [];
  const { engine } = context;
  for (const value of values) {
    const areas = value instanceof ReferenceList ? value.areas : value instanceof Reference ? [value] : undefined;
    if (!areas) {
      for (const v of toMatrix(value, context).flat()) if (!(skipped.errors && v instanceof CellError)) found.push(v);
      continue;
    }
    for (const area of areas)
      engine.visit(area, (v, row, column) => {
        if (skipped.hiddenRows && engine.isRowHidden(area.sheet, row)) return;
        if (skipped.filteredRows && engine.isRowFiltered(area.sheet, row)) return;
        if (skipped.errors && v instanceof CellError) return;
        if (skipped.nested && NESTED.test(engine.formulaText(area.sheet, row, column) ?? '')) return;
        found.push(v);
      });
  }
  return found;
}

function summarise(number: number, values: readonly Scalar[]): Value {
  if (number === 2) return values.filter((v) => typeof v === 'number').length;
  if (number === 3) return values.filter((v) => v !== null).length;
  const error = values.find((v) => v instanceof CellError);
  if (error) return error;
  const statistic = BY_NUMBER[number];
  return statistic ? statistic(values.filter((v): v is number => typeof v === 'number')) : ERRORS.value;
}

function subtotal(code: number, values: readonly Value[], context: Context): Value {
  const number = code > 100 ? code - 100 : code;
  if (number < 1 || number > 11) return ERRORS.value;
  // Rows hidden by hand count in 1–11 and not in 101–111; filtered ones in neither.
  const skipped = { hiddenRows: code > 100, filteredRows: true, errors: false, nested: true };
  return summarise(number, visibleValues(values, skipped, context));
}

function aggregate(number: number, option: number, values: readonly Value[], context: Context): Value {
  if (number < 1 || number > 19 || option < 0 || option > 7) return ERRORS.value;
  const skipped = {
    hiddenRows: option % 2 === 1,
    filteredRows: false,
    errors: [2, 3, 6, 7].includes(option),
    nested: option < 4,
  };
  if (number < 14) return summarise(number, visibleValues(values, skipped, context));
  const [source = null, position = null] = values;
  const found = visibleValues([source], skipped, context);
  const error = found.find((v) => v instanceof CellError);
  if (error) return error;
  const k = collectNumbers([position], context);
  if (k instanceof CellError) return k;
  const numbers = found.filter((v): v is number => typeof v === 'number');
  return WITH_ARGUMENT[number - 14]?.(numbers, k[0] ?? 0) ?? ERRORS.value;
}

/** SUMPRODUCT: products of like places; what is no number counts as 0. */
function sumProduct(values: readonly Value[], context: Context): number | CellError {
  const matrices = values.map((v) => toMatrix(v, context));
  const [first] = matrices;
  if (!first || matrices.some((m) => m.rows !== first.rows || m.columns !== first.columns)) return ERRORS.value;
  const products: number[] = [];
  for (let r = 0; r < first.rows; r++)
    for (let c = 0; c < first.columns; c++) {
      let term = 1;
      for (const matrix of matrices) {
        const value = matrix.at(r, c);
        if (value instanceof CellError) return value;
        term *= typeof value === 'number' ? value : 0;
      }
      products.push(term);
    }
  return sumOf(products);
}

function overPairs(name: string, term: (x: number, y: number) => number): FunctionDefinition {
  return define(name, ['matrix', 'matrix'], ([a, b]) => {
    if (a.rows !== b.rows || a.columns !== b.columns) return ERRORS.na;
    const terms: number[] = [];
    for (let r = 0; r < a.rows; r++)
      for (let c = 0; c < a.columns; c++) {
        const x = a.at(r, c);
        const y = b.at(r, c);
        if (x instanceof CellError) return x;
        if (y instanceof CellError) return y;
        if (typeof x === 'number' && typeof y === 'number') terms.push(term(x, y));
      }
    return sumOf(terms);
  });
}

export const AGGREGATE_FUNCTIONS: readonly FunctionDefinition[] = [
  overNumbers('SUM', (n) => sumOf(n)),
  overNumbers('PRODUCT', product),
  overNumbers('SUMSQ', (n) => sumOf(n.map((x) => x * x))),
  overNumbers('AVERAGE', average),
  overNumbers('MAX', maximum),
  overNumbers('MIN', minimum),
  overNumbers('VAR', varianceOfSample),
  overNumbers('VAR.S', varianceOfSample),
  overNumbers('VARP', varianceOfPopulation),
  overNumbers('VAR.P', varianceOfPopulation),
  overNumbers('STDEV', deviationOfSample),
  overNumbers('STDEV.S', deviationOfSample),
  overNumbers('STDEVP', deviationOfPopulation),
  overNumbers('STDEV.P', deviationOfPopulation),
  overNumbers('DEVSQ', (n) => (n.length === 0 ? ERRORS.num : squaredDeviations(n))),
  overNumbersA('AVERAGEA', average),
  overNumbersA('MAXA', maximum),
  overNumbersA('MINA', minimum),
  overNumbersA('VARA', varianceOfSample),
  overNumbersA('VARPA', varianceOfPopulation),
  overNumbersA('STDEVA', deviationOfSample),
  overNumbersA('STDEVPA', deviationOfPopulation),
  define('COUNT', ['any', '...any'], ([first, rest], context) => countNumbers([first, ...rest], context)),
  define('COUNTA', ['any', '...any'], ([first, rest], context) => countFilled([first, ...rest], context)),
  define('COUNTBLANK', ['any'], ([range], context) => countBlank(range, context)),
  define('SUBTOTAL', ['number', 'any', '...any'], ([code, first, rest], context) =>
    subtotal(Math.trunc(code), [first, ...rest], context),
  ),
  define('AGGREGATE', ['number', 'number', 'any', '...any'], ([number, option, first, rest], context) =>
    aggregate(Math.trunc(number), Math.trunc(option), [first, ...rest], context),
  ),
  define('SUMPRODUCT', ['any', '...any'], ([first, rest], context) => sumProduct([first, ...rest], context)),
  overPairs('SUMX2MY2', (x, y) => x * x - y * y),
  overPairs('SUMX2PY2', (x, y) => x * x + y * y),
  overPairs('SUMXMY2', (x, y) => (x - y) ** 2),
  define('SERIESSUM', ['number', 'number', 'number', 'matrix'], ([x, n, m, coefficients]) => {
    const terms: number[] = [];
    for (const [i, coefficient] of coefficients.flat().entries()) {
      if (coefficient instanceof CellError) return coefficient;
      if (typeof coefficient !== 'number') return ERRORS.value;
      terms.push(coefficient * Math.pow(x, n + i * m));
    }
    return sumOf(terms);
  }),
  define('MUNIT', ['number'], ([n]) =>
    n < 1 ? ERRORS.value : Matrix.build(Math.trunc(n), Math.trunc(n), (r, c) => Number(r === c)),
  ),
];
