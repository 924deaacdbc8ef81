import type { CellError } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import { ERRORS } from '../values';
import { findRoot } from './root';

/**
 * Balance after some periods: what `pv` grows to and what payments add, with Excel's signs (money paid out is negative).
 * @param rate per period
 * @param type 0 payments at the end of periods, 1 at their beginning
 */
export function futureValue(rate: number, periods: number, payment: number, present: number, type: number): number {
  if (rate === 0) return -(present + payment * periods);
  const growth = Math.pow(1 + rate, periods);
  return -(present * growth + (payment * (1 + rate * type) * (growth - 1)) / rate);
}

/** Value now of payments and of `future` at their end; parameters as those of `futureValue`. */
export function presentValue(rate: number, periods: number, payment: number, future: number, type: number): number {
  if (rate === 0) return -(future + payment * periods);
  const growth = Math.pow(1 + rate, periods);
  return -(future + (payment * (1 + rate * type) * (growth - 1)) / rate) / growth;
}

/** Payment per period that turns `present` into `future`. */
export function payment(rate: number, periods: number, present: number, future: number, type: number): number {
  if (rate === 0) return -(present + future) / periods;
  const growth = Math.pow(1 + rate, periods);
  return (-rate * (present * growth + future)) / ((1 + rate * type) * (growth - 1));
}

/** Interest part of a payment, period counting from 1. */
function interestPart(
  rate: number,
  period: number,
  periods: number,
  present: number,
  future: number,
  type: number,
): number {
  if (period === 1 && type === 1) return 0;
  const paid = payment(rate, periods, present, future, type);
  const balance = futureValue(rate, period - 1, paid, present, type);
  return (type === 1 ? balance - paid : balance) * rate;
}

function numberOfPeriods(
  rate: number,
  paid: number,
  present: number,
  future: number,
  type: number,
): number | CellError {
  if (rate === 0) return paid === 0 ? ERRORS.num : -(present + future) / paid;
  const due = paid * (1 + rate * type);
  const ratio = (due - future * rate) / (present * rate + due);
  return ratio > 0 ? Math.log(ratio) / Math.log(1 + rate) : ERRORS.num;
}

/** Sum of interest or principal from one period to another. */
function cumulative(
  part: 'interest' | 'principal',
  rate: number,
  periods: number,
  present: number,
  first: number,
  last: number,
  type: number,
): number | CellError {
  if (rate <= 0 || periods <= 0 || present <= 0 || first < 1 || last < first || last > periods) return ERRORS.num;
  if (type !== 0 && type !== 1) return ERRORS.num;
  const paid = payment(rate, periods, present, 0, type);
  let sum = 0;
  for (let period = Math.ceil(first); period <= last; period++) {
    const interest = interestPart(rate, period, periods, present, 0, type);
    sum += part === 'interest' ? interest : paid - interest;
  }
  return sum;
}

function dueType(type: number): number {
  return type === 0 ? 0 : 1;
}

export const ANNUITY_FUNCTIONS: readonly FunctionDefinition[] = [
  define(
    'PMT',
    ['number', 'number', 'number', 'number?', 'number?'],
    ([rate, periods, present, future = 0, type = 0]) =>
      periods === 0 ? ERRORS.num : payment(rate, periods, present, future, dueType(type)),
  ),
  define('FV', ['number', 'number', 'number', 'number?', 'number?'], ([rate, periods, paid, present = 0, type = 0]) =>
    futureValue(rate, periods, paid, present, dueType(type)),
  ),
  define('PV', ['number', 'number', 'number', 'number?', 'number?'], ([rate, periods, paid, future = 0, type = 0]) =>
    presentValue(rate, periods, paid, future, dueType(type)),
  ),
  define('NPER', ['number', 'number', 'number', 'number?', 'number?'], ([rate, paid, present, future = 0, type = 0]) =>
    numberOfPeriods(rate, paid, present, future, dueType(type)),
  ),
  define(
    'RATE',
    ['number', 'number', 'number', 'number?', 'number?', 'number??'],
    ([periods, paid, present, future = 0, type = 0, guess = 0.1]) =>
      periods <= 0
        ? ERRORS.num
        : (findRoot((rate) => futureValue(rate, periods, paid, present, dueType(type)) - future, guess) ?? ERRORS.num),
  ),
  define(
    'IPMT',
    ['number', 'number', 'number', 'number', 'number?', 'number?'],
    ([rate, period, periods, present, future = 0, type = 0]) =>
      period < 1 || period > periods ? ERRORS.num : interestPart(rate, period, periods, present, future, dueType(type)),
  ),
  define(
    'PPMT',
    ['number', 'number', 'number', 'number', 'number?', 'number?'],
    ([rate, period, periods, present, future = 0, type = 0]) =>
      period < 1 || period > periods
        ? ERRORS.num
        : payment(rate, periods, present, future, dueType(type)) -
          interestPart(rate, period, periods, present, future, dueType(type)),
  ),
  define(
    'CUMIPMT',
    ['number', 'number', 'number', 'number', 'number', 'number'],
    ([rate, periods, present, first, last, type]) => cumulative('interest', rate, periods, present, first, last, type),
  ),
  define(
    'CUMPRINC',
    ['number', 'number', 'number', 'number', 'number', 'number'],
    ([rate, periods, present, first, last, type]) => cumulative('principal', rate, periods, present, first, last, type),
  ),
  define('ISPMT', ['number', 'number', 'number', 'number'], ([rate, period, periods, present]) =>
    periods === 0 ? ERRORS.div0 : present * rate * (period / periods - 1),
  ),
  define('PDURATION', ['number', 'number', 'number'], ([rate, present, future]) =>
    rate <= 0 || present <= 0 || future <= 0 ? ERRORS.num : (Math.log(future) - Math.log(present)) / Math.log(1 + rate),
  ),
  define('RRI', ['number', 'number', 'number'], ([periods, present, future]) =>
    periods <= 0 || present === 0 ? ERRORS.num : Math.pow(future / present, 1 / periods) - 1,
  ),
  define('EFFECT', ['number', 'number'], ([nominal, periods]) =>
    nominal <= 0 || periods < 1 ? ERRORS.num : Math.pow(1 + nominal / Math.trunc(periods), Math.trunc(periods)) - 1,
  ),
  define('NOMINAL', ['number', 'number'], ([effective, periods]) =>
    effective <= 0 || periods < 1
      ? ERRORS.num
      : (Math.pow(1 + effective, 1 / Math.trunc(periods)) - 1) * Math.trunc(periods),
  ),
];
