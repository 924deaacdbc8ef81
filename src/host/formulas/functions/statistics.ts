import { CellError } from '../../model/cell';
import type { Context } from '../context';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, Matrix } from '../values';
import { deviationOfSample } from './aggregates';
import { studentCdf } from './distributions';
import { collectNumbers, collectPairs, meanOf, squaredDeviations, sumOf } from './numbers';
import {
  kthLargest,
  kthSmallest,
  medianOf,
  modeOf,
  modesOf,
  percentileExclusive,
  percentileInclusive,
  sorted,
} from './order';
import { roundDown } from './rounding';
import { normalCdf } from './special-functions';

type Statistic = (numbers: readonly number[]) => number | CellError;

function overNumbers(name: string, statistic: Statistic): FunctionDefinition {
  return define(name, ['any', '...any'], ([first, rest], context) => {
    const numbers = collectNumbers([first, ...rest], context);
    return numbers instanceof CellError ? numbers : statistic(numbers);
  });
}

function withNumber(
  names: readonly string[],
  compute: (numbers: readonly number[], k: number) => number | CellError,
): FunctionDefinition[] {
  return names.map((name) =>
    // The position may be an array (LARGE(range,{1;2;3})), the data never is repeated.
    define(name, ['any', 'number'], ([source, k], context) => {
      const numbers = collectNumbers([source], context);
      return numbers instanceof CellError ? numbers : compute(numbers, k);
    }),
  );
}

/** Average of (x − mean)^power over the standard deviation to the same power. */
function standardMoment(numbers: readonly number[], power: number, deviation: number): number {
  const mean = meanOf(numbers);
  return sumOf(numbers.map((x) => ((x - mean) / deviation) ** power));
}

const skew: Statistic = (numbers) => {
  const n = numbers.length;
  const deviation = deviationOfSample(numbers);
  if (n < 3 || typeof deviation !== 'number' || deviation === 0) return ERRORS.div0;
  return (n / ((n - 1) * (n - 2))) * standardMoment(numbers, 3, deviation);
};

const kurtosis: Statistic = (numbers) => {
  const n = numbers.length;
  const deviation = deviationOfSample(numbers);
  if (n < 4 || typeof deviation !== 'number' || deviation === 0) return ERRORS.div0;
  const sum = standardMoment(numbers, 4, deviation);
  return ((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * sum - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3));
};

function rank(x: number, numbers: readonly number[], ascending: boolean, averaged: boolean): number | CellError {
  if (!numbers.includes(x)) return ERRORS.na;
  const ahead = numbers.filter((y) => (ascending ? y < x : y > x)).length;
  const ties = numbers.filter((y) => y === x).length;
  return ahead + 1 + (averaged ? (ties - 1) / 2 : 0);
}

/** PERCENTRANK: share of values below, between two linearly, cut off after some digits. */
function percentRank(
  numbers: readonly number[],
  x: number,
  significance: number,
  exclusive: boolean,
): number | CellError {
  const ascending = sorted(numbers);
  const n = ascending.length;
  const low = ascending[0];
  const high = ascending[n - 1];
  if (low === undefined || high === undefined) return ERRORS.num;
  if (x < low || x > high) return ERRORS.na;
  if (significance < 1) return ERRORS.num;
  let position = ascending.indexOf(x);
  if (position < 0) {
    const above = ascending.findIndex((y) => y > x);
    const a = ascending[above - 1] ?? low;
    const b = ascending[above] ?? high;
    position = above - 1 + (x - a) / (b - a);
  }
  const share = exclusive ? (position + 1) / (n + 1) : n === 1 ? 1 : position / (n - 1);
  return roundDown(share, Math.trunc(significance));
}

function frequency(data: Value, bins: Value, context: Context): Value {
  const numbers = collectNumbers([data], context);
  if (numbers instanceof CellError) return numbers;
  const limits = collectNumbers([bins], context);
  if (limits instanceof CellError) return limits;
  const order = limits.map((limit, i) => ({ limit, i })).sort((a, b) => a.limit - b.limit || a.i - b.i);
  const counts = new Array<number>(limits.length + 1).fill(0);
  for (const x of numbers) {
    const bin = order.find(({ limit }) => x <= limit)?.i ?? limits.length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return Matrix.column(counts);
}

function trimmedMean(numbers: readonly number[], share: number): number | CellError {
  if (share < 0 || share >= 1 || numbers.length === 0) return ERRORS.num;
  const cut = Math.floor((numbers.length * share) / 2);
  return meanOf(sorted(numbers).slice(cut, numbers.length - cut));
}

function probability(x: Matrix, p: Matrix, low: number, high: number): Scalar {
  const pairs = collectPairs(x, p);
  if (pairs instanceof CellError) return pairs;
  if (pairs.y.some((y) => y <= 0 || y > 1) || Math.abs(sumOf(pairs.y) - 1) > 1e-9) return ERRORS.num;
  return sumOf(pairs.y.filter((_y, i) => (pairs.x[i] ?? NaN) >= low && (pairs.x[i] ?? NaN) <= high));
}

/** T.TEST. @param type 1 paired, 2 equal variances, 3 unequal (Welch) */
function tTest(a: Matrix, b: Matrix, tails: number, type: number): Scalar {
  if (![1, 2].includes(tails) || ![1, 2, 3].includes(type)) return ERRORS.num;
  const numbers = (m: Matrix): number[] => m.flat().filter((v): v is number => typeof v === 'number');
  if (type === 1) {
    const pairs = collectPairs(a, b);
    if (pairs instanceof CellError) return pairs;
    const differences = pairs.x.map((x, i) => x - (pairs.y[i] ?? 0));
    const deviation = deviationOfSample(differences);
    if (typeof deviation !== 'number' || deviation === 0) return ERRORS.div0;
    const t = meanOf(differences) / (deviation / Math.sqrt(differences.length));
    return tails * studentCdf(-Math.abs(t), differences.length - 1);
  }
  const [x, y] = [numbers(a), numbers(b)];
  if (x.length < 2 || y.length < 2) return ERRORS.div0;
  const [vx, vy] = [squaredDeviations(x) / (x.length - 1), squaredDeviations(y) / (y.length - 1)];
  const [ex, ey] = [vx / x.length, vy / y.length];
  const pooled = (vx * (x.length - 1) + vy * (y.length - 1)) / (x.length + y.length - 2);
  const error = type === 2 ? Math.sqrt(pooled * (1 / x.length + 1 / y.length)) : Math.sqrt(ex + ey);
  const degrees =
    type === 2 ? x.length + y.length - 2 : (ex + ey) ** 2 / (ex ** 2 / (x.length - 1) + ey ** 2 / (y.length - 1));
  return error === 0 ? ERRORS.div0 : tails * studentCdf(-Math.abs((meanOf(x) - meanOf(y)) / error), degrees);
}

export const STATISTICAL_FUNCTIONS: readonly FunctionDefinition[] = [
  overNumbers('MEDIAN', medianOf),
  overNumbers('MODE', modeOf),
  overNumbers('MODE.SNGL', modeOf),
  define('MODE.MULT', ['any', '...any'], ([first, rest], context) => {
    const numbers = collectNumbers([first, ...rest], context);
    if (numbers instanceof CellError) return numbers;
    const modes = modesOf(numbers);
    return modes.length === 0 ? ERRORS.na : Matrix.column(modes);
  }),
  overNumbers('GEOMEAN', (n) =>
    n.length === 0 || n.some((x) => x <= 0) ? ERRORS.num : Math.exp(meanOf(n.map((x) => Math.log(x)))),
  ),
  overNumbers('HARMEAN', (n) =>
    n.length === 0 || n.some((x) => x <= 0) ? ERRORS.num : n.length / sumOf(n.map((x) => 1 / x)),
  ),
  overNumbers('AVEDEV', (n) => (n.length === 0 ? ERRORS.num : meanOf(n.map((x) => Math.abs(x - meanOf(n)))))),
  overNumbers('SKEW', skew),
  overNumbers('SKEW.P', (n) => {
    const deviation = Math.sqrt(squaredDeviations(n) / n.length);
    return n.length < 3 || deviation === 0 ? ERRORS.div0 : standardMoment(n, 3, deviation) / n.length;
  }),
  overNumbers('KURT', kurtosis),
  ...withNumber(['LARGE'], kthLargest),
  ...withNumber(['SMALL'], kthSmallest),
  ...withNumber(['PERCENTILE', 'PERCENTILE.INC'], percentileInclusive),
  ...withNumber(['PERCENTILE.EXC'], percentileExclusive),
  ...withNumber(['QUARTILE', 'QUARTILE.INC'], (n, q) => percentileInclusive(n, Math.trunc(q) / 4)),
  ...withNumber(['QUARTILE.EXC'], (n, q) => percentileExclusive(n, Math.trunc(q) / 4)),
  ...withNumber(['TRIMMEAN'], trimmedMean),
  ...['RANK', 'RANK.EQ', 'RANK.AVG'].map((name) =>
    define(name, ['number', 'any', 'number?'], ([x, source, order = 0], context) => {
      const numbers = collectNumbers([source], context);
      return numbers instanceof CellError ? numbers : rank(x, numbers, order !== 0, name === 'RANK.AVG');
    }),
  ),
  ...['PERCENTRANK', 'PERCENTRANK.INC', 'PERCENTRANK.EXC'].map((name) =>
    define(name, ['any', 'number', 'number?'], ([source, x, significance = 3], context) => {
      const numbers = collectNumbers([source], context);
      return numbers instanceof CellError ? numbers : percentRank(numbers, x, significance, name.endsWith('EXC'));
    }),
  ),
  define('FREQUENCY', ['any', 'any'], ([data, bins], context) => frequency(data, bins, context)),
  define('PROB', ['matrix', 'matrix', 'number', 'number?'], ([x, p, low, high]) => probability(x, p, low, high ?? low)),
  ...['T.TEST', 'TTEST'].map((name) =>
    define(name, ['matrix', 'matrix', 'number', 'number'], ([a, b, tails, type]) =>
      tTest(a, b, Math.trunc(tails), Math.trunc(type)),
    ),
  ),
  ...['Z.TEST', 'ZTEST'].map((name) =>
    define(name, ['any', 'number', 'number?'], ([source, x, sigma], context) => {
      const numbers = collectNumbers([source], context);
      if (numbers instanceof CellError) return numbers;
      const deviation = sigma ?? deviationOfSample(numbers);
      if (typeof deviation !== 'number') return deviation;
      if (deviation <= 0) return ERRORS.num;
      return normalCdf(-(meanOf(numbers) - x) / (deviation / Math.sqrt(numbers.length)));
    }),
  ),
  define('FISHER', ['number'], ([x]) => (Math.abs(x) >= 1 ? ERRORS.num : Math.atanh(x))),
  define('FISHERINV', ['number'], ([y]) => Math.tanh(y)),
];
