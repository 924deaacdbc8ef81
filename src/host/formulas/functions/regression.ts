import { CellError } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, Matrix } from '../values';
import { transpose } from './arrays';
import { invert, numericRows } from './linear-algebra';
import { collectPairs, meanOf, squaredDeviations, sumOf } from './numbers';

interface Line {
  slope: number;
  intercept: number;
}

function crossDeviations(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [meanOf(x), meanOf(y)];
  return sumOf(x.map((v, i) => (v - mx) * ((y[i] ?? 0) - my)));
}

function fitLine(x: readonly number[], y: readonly number[]): Line | CellError {
  if (x.length === 0) return ERRORS.div0;
  const spread = squaredDeviations(x);
  if (spread === 0) return ERRORS.div0;
  const slope = crossDeviations(x, y) / spread;
  return { slope, intercept: meanOf(y) - slope * meanOf(x) };
}

/** A function of known y and x given as pairs. */
function ofPairs(name: string, compute: (x: readonly number[], y: readonly number[]) => Scalar): FunctionDefinition {
  return define(name, ['matrix', 'matrix'], ([ys, xs]) => {
    const pairs = collectPairs(xs, ys);
    return pairs instanceof CellError ? pairs : compute(pairs.x, pairs.y);
  });
}

function correlation(x: readonly number[], y: readonly number[]): number | CellError {
  if (x.length < 1) return ERRORS.div0;
  const scale = Math.sqrt(squaredDeviations(x) * squaredDeviations(y));
  return scale === 0 ? ERRORS.div0 : crossDeviations(x, y) / scale;
}

function forecast(x: number, ys: Matrix, xs: Matrix): Scalar {
  const pairs = collectPairs(xs, ys);
  if (pairs instanceof CellError) return pairs;
  const line = fitLine(pairs.x, pairs.y);
  return line instanceof CellError ? line : line.intercept + line.slope * x;
}

/** A least-squares fit: coefficients of the variables, then the constant, with what LINEST reports. */
interface Fit {
  readonly coefficients: readonly number[];
  readonly constant: number;
  /** Standard errors, of the constant last. */
  readonly errors: readonly number[];
  readonly degrees: number;
  readonly residual: number;
  readonly explained: number;
}

/**
 * Ordinary least squares through the normal equations; with a constant, about the means, which keeps them well behaved.
 * @param x one row per observation
 */
function fitLinear(y: readonly number[], x: readonly (readonly number[])[], withConstant: boolean): Fit | CellError {
  const variables = x[0]?.length ?? 0;
  const means = Array.from({ length: variables }, (_, j) => (withConstant ? meanOf(x.map((row) => row[j] ?? 0)) : 0));
  const mean = withConstant ? meanOf(y) : 0;
  const centred = x.map((row) => row.map((v, j) => v - (means[j] ?? 0)));
  const column = (j: number): number[] => centred.map((row) => row[j] ?? 0);
  const dot = (a: readonly number[], b: readonly number[]): number => sumOf(a.map((v, i) => v * (b[i] ?? 0)));
  const deviations = y.map((v) => v - mean);
  const products = means.map((_m, i) => means.map((_n, j) => dot(column(i), column(j))));
  const { inverse, determinant } = invert(products);
  if (determinant === 0) return ERRORS.num;
  const moments = means.map((_m, j) => dot(column(j), deviations));
  const coefficients = inverse.map((row) => dot(row, moments));
  const constant = mean - dot(coefficients, means);
  const residual = sumOf(y.map((v, i) => (v - constant - dot(coefficients, x[i] ?? [])) ** 2));
  const degrees = y.length - variables - Number(withConstant);
  const variance = degrees > 0 ? residual / degrees : NaN;
  const errors = inverse.map((row, j) => Math.sqrt(variance * (row[j] ?? 0)));
  const spreadOfConstant =
    1 / y.length +
    dot(
      means,
      inverse.map((row) => dot(row, means)),
    );
  errors.push(withConstant ? Math.sqrt(variance * spreadOfConstant) : NaN);
  return { coefficients, constant, errors, degrees, residual, explained: dot(deviations, deviations) - residual };
}

/** Observations: y as a list, x as rows; x missing counts 1, 2, 3 … */
function readData(ys: Matrix, xs: Matrix | undefined): { y: number[]; x: number[][]; byColumns: boolean } | CellError {
  const y = numericRows(ys);
  if (y instanceof CellError) return y;
  const values = y.flat();
  const byColumns = ys.rows === 1 && ys.columns > 1;
  if (!xs) return { y: values, x: values.map((_v, i) => [i + 1]), byColumns };
  const x = numericRows(xs);
  if (x instanceof CellError) return x;
  if (xs.rows === ys.rows && xs.columns === ys.columns) return { y: values, x: x.flat().map((v) => [v]), byColumns };
  if (ys.columns === 1 && xs.rows === ys.rows) return { y: values, x, byColumns: false };
  if (ys.rows === 1 && xs.columns === ys.columns) {
    const turned = numericRows(transpose(xs));
    return turned instanceof CellError ? turned : { y: values, x: turned, byColumns: true };
  }
  return ERRORS.ref;
}

/** LINEST and LOGEST: coefficients from the last variable to the first, then the constant. */
function regress(
  ys: Matrix,
  xs: Matrix | undefined,
  withConstant: boolean,
  withStatistics: boolean,
  logarithmic: boolean,
): Value {
  const data = readData(ys, xs);
  if (data instanceof CellError) return data;
  if (logarithmic && data.y.some((y) => y <= 0)) return ERRORS.num;
  const fit = fitLinear(logarithmic ? data.y.map(Math.log) : data.y, data.x, withConstant);
  if (fit instanceof CellError) return fit;
  const shown = logarithmic ? Math.exp : (v: number): number => v;
  const first = [...[...fit.coefficients].reverse().map(shown), shown(fit.constant)];
  if (!withStatistics) return Matrix.row(first);
  const known = (v: number): Scalar => (Number.isFinite(v) ? v : ERRORS.na);
  const errors = [...fit.errors.slice(0, -1).reverse(), fit.errors[fit.errors.length - 1] ?? NaN].map(known);
  const width = first.length;
  const padded = (a: Scalar, b: Scalar): Scalar[] => [
    a,
    b,
    ...new Array<Scalar>(Math.max(0, width - 2)).fill(ERRORS.na),
  ];
  const total = fit.explained + fit.residual;
  const variance = fit.residual / fit.degrees;
  const fisher = fit.explained / fit.coefficients.length / variance;
  return new Matrix([
    first,
    errors,
    padded(total === 0 ? 1 : fit.explained / total, fit.degrees > 0 ? known(Math.sqrt(variance)) : 0),
    padded(known(fisher), fit.degrees),
    padded(fit.explained, fit.residual),
  ]);
}

/** TREND and GROWTH. */
function predict(
  ys: Matrix,
  xs: Matrix | undefined,
  newXs: Matrix | undefined,
  withConstant: boolean,
  logarithmic: boolean,
): Value {
  const data = readData(ys, xs);
  if (data instanceof CellError) return data;
  if (logarithmic && data.y.some((y) => y <= 0)) return ERRORS.num;
  const fit = fitLinear(logarithmic ? data.y.map(Math.log) : data.y, data.x, withConstant);
  if (fit instanceof CellError) return fit;
  const at = (x: readonly number[]): number => {
    const value = fit.constant + sumOf(fit.coefficients.map((b, j) => b * (x[j] ?? 0)));
    return logarithmic ? Math.exp(value) : value;
  };
  const wanted = newXs ?? xs;
  if (!wanted) return Matrix.build(ys.rows, ys.columns, (r, c) => at([r * ys.columns + c + 1]));
  const rows = numericRows(wanted);
  if (rows instanceof CellError) return rows;
  if (fit.coefficients.length === 1)
    return Matrix.build(wanted.rows, wanted.columns, (r, c) => at([rows[r]?.[c] ?? 0]));
  if (data.byColumns) return Matrix.build(1, wanted.columns, (_r, c) => at(rows.map((row) => row[c] ?? 0)));
  return Matrix.build(wanted.rows, 1, (r) => at(rows[r] ?? []));
}

function lineOr(compute: (line: Line, x: readonly number[], y: readonly number[]) => Scalar) {
  return (x: readonly number[], y: readonly number[]): Scalar => {
    const line = fitLine(x, y);
    return line instanceof CellError ? line : compute(line, x, y);
  };
}

export const REGRESSION_FUNCTIONS: readonly FunctionDefinition[] = [
  ofPairs(
    'SLOPE',
    lineOr((line) => line.slope),
  ),
  ofPairs(
    'INTERCEPT',
    lineOr((line) => line.intercept),
  ),
  ofPairs('CORREL', correlation),
  ofPairs('PEARSON', correlation),
  ofPairs('RSQ', (x, y) => {
    const r = correlation(x, y);
    return typeof r === 'number' ? r * r : r;
  }),
  ofPairs(
    'STEYX',
    lineOr((line, x, y) => {
      if (x.length < 3) return ERRORS.div0;
      const rest = y.map((v, i) => (v - line.intercept - line.slope * (x[i] ?? 0)) ** 2);
      return Math.sqrt(sumOf(rest) / (x.length - 2));
    }),
  ),
  ...['COVAR', 'COVARIANCE.P'].map((name) =>
    ofPairs(name, (x, y) => (x.length === 0 ? ERRORS.div0 : crossDeviations(x, y) / x.length)),
  ),
  ofPairs('COVARIANCE.S', (x, y) => (x.length < 2 ? ERRORS.div0 : crossDeviations(x, y) / (x.length - 1))),
  ...['FORECAST', 'FORECAST.LINEAR'].map((name) =>
    define(name, ['number', 'matrix', 'matrix'], ([x, ys, xs]) => forecast(x, ys, xs)),
  ),
  ...['LINEST', 'LOGEST'].map((name) =>
    define(
      name,
      ['matrix', 'matrix??', 'logical??', 'logical?'],
      ([ys, xs, withConstant = true, withStatistics = false]) =>
        regress(ys, xs, withConstant, withStatistics, name === 'LOGEST'),
    ),
  ),
  ...['TREND', 'GROWTH'].map((name) =>
    define(name, ['matrix', 'matrix??', 'matrix??', 'logical?'], ([ys, xs, newXs, withConstant = true]) =>
      predict(ys, xs, newXs, withConstant, name === 'GROWTH'),
    ),
  ),
];
