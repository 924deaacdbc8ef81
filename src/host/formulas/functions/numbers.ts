import { CellError } from '../../model/cell';
import type { Context } from '../context';
import { toNumber } from '../convert';
import { dereference } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, isScalar, Matrix, Reference, ReferenceList } from '../values';

/**
 * Visits the numbers among arguments as SUM sees them: in ranges and arrays only numbers count, arguments written
 * directly are converted.
 * @returns the first error met; undefined when there is none
 */
export function visitNumbers(
  values: readonly Value[],
  context: Context,
  visit: (value: number) => void,
): CellError | undefined {
  for (const value of values) {
    const error = visitNumbersOf(value, context, visit);
    if (error) return error;
  }
  return undefined;
}

function visitNumbersOf(value: Value, context: Context, visit: (value: number) => void): CellError | undefined {
  let error: CellError | undefined;
  const take = (v: Scalar): void => {
    if (typeof v === 'number') visit(v);
    else if (v instanceof CellError) error ??= v;
  };
  if (value instanceof Reference) context.engine.visit(value, take);
  else if (value instanceof ReferenceList) for (const area of value.areas) context.engine.visit(area, take);
  else if (value instanceof Matrix) value.data.forEach((row) => row.forEach(take));
  else if (isScalar(value)) {
    const number = toNumber(value, context.engine);
    if (number instanceof CellError) return number;
    visit(number);
  } else return ERRORS.value;
  return error;
}

/** The numbers among arguments, in order, as SUM sees them; or the first error. */
export function collectNumbers(values: readonly Value[], context: Context): number[] | CellError {
  const numbers: number[] = [];
  return visitNumbers(values, context, (n) => numbers.push(n)) ?? numbers;
}

/**
 * Visits all values of arguments, empty cells of ranges left out.
 * @param visit `isDirect` for an argument that is no range or array
 */
export function visitValues(
  values: readonly Value[],
  context: Context,
  visit: (value: Scalar, isDirect: boolean) => void,
): void {
  for (const value of values) {
    if (value instanceof Reference) context.engine.visit(value, (v) => visit(v, false));
    else if (value instanceof ReferenceList) {
      for (const area of value.areas) context.engine.visit(area, (v) => visit(v, false));
    } else if (value instanceof Matrix) value.data.forEach((row) => row.forEach((v) => visit(v, false)));
    else {
      const plain = dereference(value, context);
      if (!(plain instanceof Matrix)) visit(plain, true);
    }
  }
}

/** Numbers as AVERAGEA and the other …A functions see them: TRUE is 1, text in ranges 0. */
export function collectNumbersA(values: readonly Value[], context: Context): number[] | CellError {
  const numbers: number[] = [];
  let error: CellError | undefined;
  visitValues(values, context, (value, isDirect) => {
    if (value instanceof CellError) error ??= value;
    else if (typeof value === 'number') numbers.push(value);
    else if (typeof value === 'boolean') numbers.push(value ? 1 : 0);
    else if (isDirect) {
      const number = toNumber(value, context.engine);
      if (number instanceof CellError) error ??= number;
      else numbers.push(number);
    } else if (typeof value === 'string') numbers.push(0);
  });
  return error ?? numbers;
}

/**
 * Pairs of two arrays of one size of which both are numbers, as CORREL and SLOPE take them.
 * @returns #N/A when the sizes differ, or the first error
 */
export function collectPairs(a: Matrix, b: Matrix): { x: number[]; y: number[] } | CellError {
  const first = a.flat();
  const second = b.flat();
  if (first.length !== second.length) return ERRORS.na;
  const pairs: { x: number[]; y: number[] } = { x: [], y: [] };
  for (let i = 0; i < first.length; i++) {
    const x = first[i] ?? null;
    const y = second[i] ?? null;
    if (x instanceof CellError) return x;
    if (y instanceof CellError) return y;
    if (typeof x !== 'number' || typeof y !== 'number') continue;
    pairs.x.push(x);
    pairs.y.push(y);
  }
  return pairs;
}

/** Sum with compensation for lost low digits (Neumaier), so that the order of cells hardly matters. */
export function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const x of numbers) {
    const next = sum + x;
    lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
    sum = next;
  }
  return Number.isFinite(lost) ? sum + lost : sum;
}

/** Arithmetic mean of at least one number. */
export function meanOf(numbers: readonly number[]): number {
  return sumOf(numbers) / numbers.length;
}

/** Sum of squared deviations from the mean. */
export function squaredDeviations(numbers: readonly number[]): number {
  const mean = meanOf(numbers);
  return sumOf(numbers.map((x) => (x - mean) ** 2));
}
