import { CellError } from '../model/cell';
import type { BinaryOperator, UnaryOperator } from './ast';
import { compareValues } from './compare';
import type { Regional } from './convert';
import { checkNumber, toNumber, toText } from './convert';
import type { Scalar } from './values';
import { ERRORS, Matrix } from './values';

/** A binary operator over values or arrays, arrays element by element. */
export function applyBinary(
  operator: BinaryOperator,
  left: Scalar | Matrix,
  right: Scalar | Matrix,
  regional: Regional,
): Scalar | Matrix {
  if (!(left instanceof Matrix) && !(right instanceof Matrix)) return binary(operator, left, right, regional);
  const a = left instanceof Matrix ? left : new Matrix([[left]]);
  const b = right instanceof Matrix ? right : new Matrix([[right]]);
  return Matrix.build(Math.max(a.rows, b.rows), Math.max(a.columns, b.columns), (r, c) =>
    binary(operator, a.broadcastAt(r, c), b.broadcastAt(r, c), regional),
  );
}

/** Sign and percent over a value or an array. */
export function applyUnary(operator: UnaryOperator, operand: Scalar | Matrix, regional: Regional): Scalar | Matrix {
  if (operator === '+') return operand; // Excel's + changes nothing, text stays text
  if (operand instanceof Matrix)
    return Matrix.build(operand.rows, operand.columns, (r, c) => unary(operator, operand.at(r, c), regional));
  return unary(operator, operand, regional);
}

function unary(operator: UnaryOperator, operand: Scalar, regional: Regional): Scalar {
  const number = toNumber(operand, regional);
  if (number instanceof CellError) return number;
  return operator === '-' ? 0 - number : number / 100;
}

function binary(operator: BinaryOperator, left: Scalar, right: Scalar, regional: Regional): Scalar {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  switch (operator) {
    case '&':
      return `${joined(left, regional)}${joined(right, regional)}`;
    case '=':
      return compareValues(left, right) === 0;
    case '<>':
      return compareValues(left, right) !== 0;
    case '<':
      return compareValues(left, right) < 0;
    case '<=':
      return compareValues(left, right) <= 0;
    case '>':
      return compareValues(left, right) > 0;
    case '>=':
      return compareValues(left, right) >= 0;
    default: {
      const a = toNumber(left, regional);
      if (a instanceof CellError) return a;
      const b = toNumber(right, regional);
      return b instanceof CellError ? b : arithmetic(operator, a, b);
    }
  }
}

function joined(value: Scalar, regional: Regional): string {
  const text = toText(value, regional);
  return text instanceof CellError ? text.code : text;
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', a: number, b: number): number | CellError {
  switch (operator) {
    case '+':
      return checkNumber(a + b);
    case '-':
      return checkNumber(a - b);
    case '*':
      return checkNumber(a * b);
    case '/':
      return b === 0 ? ERRORS.div0 : checkNumber(a / b);
    case '^':
      return power(a, b);
  }
}

/** 0^0 is #NUM! and 0^-1 #DIV/0! in Excel. */
export function power(base: number, exponent: number): number | CellError {
  if (base === 0 && exponent === 0) return ERRORS.num;
  if (base === 0 && exponent < 0) return ERRORS.div0;
  return checkNumber(Math.pow(base, exponent));
}

/**
 * Excel takes a sum or difference that is the whole formula for zero when it is only the dust of rounding.
 * @example snapToZero(-2.8e-17, 0.1, 0.1) //=> 0
 */
export function snapToZero(result: number, left: number, right: number): number {
  const size = Math.max(Math.abs(left), Math.abs(right));
  return Math.abs(result) < size * 8.9e-16 ? 0 : result;
}
