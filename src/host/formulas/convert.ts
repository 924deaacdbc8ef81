import { CellError } from '../model/cell';
import { parseTyped } from './display';
import type { Scalar } from './values';
import { ERRORS } from './values';

/** How text becomes numbers and back: 'en-US', 'it-IT', and the date system of the workbook. */
export interface Regional {
  readonly culture: string;
  readonly dateSystem: 1900 | 1904;
}

const PLAIN_NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * A value as a number the way operators and arguments take it: empty is 0, TRUE 1, text is read in the
 * workbook's region.
 * @returns the number, the value itself when it is an error, #VALUE! for text that is no number
 */
export function toNumber(value: Scalar, regional: Regional): number | CellError {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) return value;
  return textToNumber(value, regional) ?? ERRORS.value;
}

/** Number, percentage, currency amount, date or time in text; undefined when it is none of them. */
export function textToNumber(text: string, regional: Regional): number | undefined {
  if (regional.culture === 'en-US' && PLAIN_NUMBER.test(text)) return Number(text);
  const parsed = parseTyped(text, regional.culture, regional.dateSystem);
  return typeof parsed === 'number' ? parsed : undefined;
}

/**
 * A value as text the way & joins it.
 * @example toText(1/3, en) //=> '0.333333333333333'
 */
export function toText(value: Scalar, regional: Regional): string | CellError {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (value instanceof CellError) return value;
  const isItalian = regional.culture.startsWith('it');
  if (typeof value === 'boolean') return isItalian ? (value ? 'VERO' : 'FALSO') : value ? 'TRUE' : 'FALSE';
  const text = numberToText(value);
  return isItalian ? text.replace('.', ',') : text;
}

/**
 * A number in General form with a decimal point: fifteen significant digits, exponents from 1E+21 and below 1E-9.
 * @example numberToText(1e21) //=> '1E+21'
 */
export function numberToText(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  const match = /^(-?)(\d)(?:\.(\d+))?e([-+])(\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', direction = '', digits = ''] = match;
  const exponent = Number(digits);
  if (direction === '-' && exponent <= 9) return `${sign}0.${'0'.repeat(exponent - 1)}${first}${rest}`;
  return `${sign}${first}${rest && `.${rest}`}E${direction}${digits.padStart(2, '0')}`;
}

/** A value as TRUE or FALSE: numbers by being non-zero, the words by name; other text is #VALUE!. */
export function toLogical(value: Scalar): boolean | CellError {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (value instanceof CellError) return value;
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : ERRORS.value;
}

/** NaN and infinities never reach a cell: #NUM!. */
export function checkNumber(value: number): number | CellError {
  return Number.isFinite(value) ? value : ERRORS.num;
}
