import { CellError } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import { ERRORS, Matrix } from '../values';

/** An array as numbers; anything else in it is #VALUE!. */
export function numericRows(source: Matrix): number[][] | CellError {
  const rows: number[][] = [];
  for (const line of source.data) {
    const row: number[] = [];
    for (const value of line) {
      if (value instanceof CellError) return value;
      if (typeof value !== 'number') return ERRORS.value;
      row.push(value);
    }
    rows.push(row);
  }
  return rows;
}

function multiply(a: Matrix, b: Matrix): Matrix | CellError {
  const left = numericRows(a);
  if (left instanceof CellError) return left;
  const right = numericRows(b);
  if (right instanceof CellError) return right;
  if (a.columns !== b.rows) return ERRORS.value;
  return Matrix.build(a.rows, b.columns, (r, c) =>
    (left[r] ?? []).reduce((sum, x, k) => sum + x * (right[k]?.[c] ?? 0), 0),
  );
}

/**
 * Gauss–Jordan elimination with partial pivoting.
 * @param rows square matrix; changed in place to the identity
 * @param inverse the identity of its size; changed in place to the inverse
 * @returns the determinant; 0 when the matrix is singular
 */
function eliminate(rows: number[][], inverse: number[][]): number {
  const n = rows.length;
  let determinant = 1;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let r = k + 1; r < n; r++) if (Math.abs(rows[r]?.[k] ?? 0) > Math.abs(rows[pivot]?.[k] ?? 0)) pivot = r;
    if (pivot !== k) {
      swap(rows, pivot, k);
      swap(inverse, pivot, k);
      determinant = -determinant;
    }
    const divisor = rows[k]?.[k] ?? 0;
    determinant *= divisor;
    if (divisor === 0) return 0;
    scale(rows[k], 1 / divisor);
    scale(inverse[k], 1 / divisor);
    for (let r = 0; r < n; r++) {
      const factor = rows[r]?.[k] ?? 0;
      if (r === k || factor === 0) continue;
      subtract(rows[r], rows[k], factor);
      subtract(inverse[r], inverse[k], factor);
    }
  }
  return determinant;
}

function swap(rows: number[][], a: number, b: number): void {
  [rows[a], rows[b]] = [rows[b] ?? [], rows[a] ?? []];
}

function scale(row: number[] | undefined, factor: number): void {
  row?.forEach((x, i) => (row[i] = x * factor));
}

function subtract(row: number[] | undefined, other: readonly number[] | undefined, factor: number): void {
  row?.forEach((x, i) => (row[i] = x - factor * (other?.[i] ?? 0)));
}

/** Inverse and determinant of a square matrix of numbers; the inverse has no meaning when the determinant is 0. */
export function invert(source: readonly (readonly number[])[]): { inverse: number[][]; determinant: number } {
  const rows = source.map((row) => [...row]);
  const inverse = rows.map((_row, r) => rows.map((_other, c) => Number(r === c)));
  const determinant = eliminate(rows, inverse);
  return { inverse, determinant };
}

export const LINEAR_ALGEBRA_FUNCTIONS: readonly FunctionDefinition[] = [
  define('MMULT', ['matrix', 'matrix'], ([a, b]) => multiply(a, b)),
  define('MINVERSE', ['matrix'], ([source]) => {
    const rows = numericRows(source);
    if (rows instanceof CellError) return rows;
    if (source.rows !== source.columns) return ERRORS.value;
    const { inverse, determinant } = invert(rows);
    return determinant === 0 ? ERRORS.num : new Matrix(inverse);
  }),
  define('MDETERM', ['matrix'], ([source]) => {
    const rows = numericRows(source);
    if (rows instanceof CellError) return rows;
    return source.rows === source.columns ? invert(rows).determinant : ERRORS.value;
  }),
];
