import { CellError } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Matrix, Value } from '../values';
import { ERRORS } from '../values';
import { fisherTail } from './distributions';
import { collectNumbers, squaredDeviations, sumOf } from './numbers';
import { gammaQ } from './special-functions';

/** Pearson's test of independence: how likely counts so far from the expected ones are by chance, 0..1. */
function independence(actual: Matrix, expected: Matrix): number | CellError {
  if (actual.rows !== expected.rows || actual.columns !== expected.columns) return ERRORS.na;
  const cells = actual.rows * actual.columns;
  if (cells === 1) return ERRORS.na;
  const terms: number[] = [];
  const expectations = expected.flat();
  for (const [i, count] of actual.flat().entries()) {
    const expectation = expectations[i] ?? null;
    if (count instanceof CellError) return count;
    if (expectation instanceof CellError) return expectation;
    if (typeof count !== 'number' || typeof expectation !== 'number') continue;
    if (expectation === 0) return ERRORS.div0;
    if (expectation < 0 || count < 0) return ERRORS.num;
    terms.push((count - expectation) ** 2 / expectation);
  }
  if (terms.length === 0) return ERRORS.div0;
  const isVector = actual.rows === 1 || actual.columns === 1;
  const degrees = isVector ? cells - 1 : (actual.rows - 1) * (actual.columns - 1);
  return gammaQ(degrees / 2, sumOf(terms) / 2);
}

/** Two-sided test that two samples have the same variance, 0..1. */
function equalVariances(first: readonly number[], second: readonly number[]): number | CellError {
  if (first.length < 2 || second.length < 2) return ERRORS.div0;
  const [df1, df2] = [first.length - 1, second.length - 1];
  const [a, b] = [squaredDeviations(first) / df1, squaredDeviations(second) / df2];
  if (a === 0 || b === 0) return ERRORS.div0;
  const tail = fisherTail(a / b, df1, df2);
  return 2 * Math.min(tail, 1 - tail);
}

export const COMPARISON_FUNCTIONS: readonly FunctionDefinition[] = [
  ...['CHISQ.TEST', 'CHITEST'].map((name) =>
    define(name, ['matrix', 'matrix'], ([actual, expected]) => independence(actual, expected)),
  ),
  ...['F.TEST', 'FTEST'].map((name) =>
    define(name, ['any', 'any'], ([a, b], context) => {
      const first = collectNumbers([a], context);
      if (first instanceof CellError) return first;
      const second = collectNumbers([b], context);
      return second instanceof CellError ? second : equalVariances(first, second);
    }),
  ),
  define('PERCENTOF', ['any', 'any'], ([subset, all], context): Value => {
    const part = collectNumbers([subset], context);
    if (part instanceof CellError) return part;
    const whole = collectNumbers([all], context);
    if (whole instanceof CellError) return whole;
    const total = sumOf(whole);
    return total === 0 ? ERRORS.div0 : sumOf(part) / total;
  }),
];
