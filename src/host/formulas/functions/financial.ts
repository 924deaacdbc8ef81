import { CellError } from '../../model/cell';
import type { Context } from '../context';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Matrix, Value } from '../values';
import { ERRORS } from '../values';
import { collectNumbers, sumOf } from './numbers';
import { findRoot } from './root';

function netPresentValue(rate: number, flows: readonly number[]): number {
  return sumOf(flows.map((flow, i) => flow / Math.pow(1 + rate, i)));
}

function hasBothSigns(flows: readonly number[]): boolean {
  return flows.some((f) => f > 0) && flows.some((f) => f < 0);
}

/** Payments on dates, days counting from the first date. */
function readDated(values: Matrix, dates: Matrix): { flows: number[]; days: number[] } | CellError {
  const flows: number[] = [];
  const days: number[] = [];
  const [a, b] = [values.flat(), dates.flat()];
  if (a.length !== b.length || a.length === 0) return ERRORS.num;
  for (let i = 0; i < a.length; i++) {
    const flow = a[i] ?? 0;
    const day = b[i] ?? 0;
    if (flow instanceof CellError) return flow;
    if (day instanceof CellError) return day;
    if (typeof flow !== 'number' || typeof day !== 'number') return ERRORS.value;
    flows.push(flow);
    days.push(Math.floor(day));
  }
  const [first = 0] = days;
  return days.some((d) => d < first) ? ERRORS.num : { flows, days: days.map((d) => d - first) };
}

function datedValue(rate: number, flows: readonly number[], days: readonly number[]): number {
  return sumOf(flows.map((flow, i) => flow / Math.pow(1 + rate, (days[i] ?? 0) / 365)));
}

function internalRate(values: Value, guess: number, context: Context): Value {
  const flows = collectNumbers([values], context);
  if (flows instanceof CellError) return flows;
  if (!hasBothSigns(flows)) return ERRORS.num;
  return findRoot((rate) => netPresentValue(rate, flows), guess) ?? ERRORS.num;
}

function modifiedRate(flows: readonly number[], finance: number, reinvest: number): number | CellError {
  if (!hasBothSigns(flows)) return ERRORS.div0;
  const n = flows.length - 1;
  const paid = netPresentValue(
    finance,
    flows.map((f) => Math.min(f, 0)),
  );
  const received =
    netPresentValue(
      reinvest,
      flows.map((f) => Math.max(f, 0)),
    ) * Math.pow(1 + reinvest, n);
  return Math.pow(-received / paid, 1 / n) - 1;
}

/** Fixed declining balance, its rate rounded to three digits as Excel does. */
function fixedDeclining(
  cost: number,
  salvage: number,
  life: number,
  period: number,
  months: number,
): number | CellError {
  if (cost < 0 || salvage < 0 || life <= 0 || period < 1 || months < 1 || months > 12) return ERRORS.num;
  if (period > life + 1 || (period > life && months === 12)) return ERRORS.num;
  const rate = cost === 0 ? 0 : Math.round((1 - Math.pow(salvage / cost, 1 / life)) * 1000) / 1000;
  let written = (cost * rate * months) / 12;
  if (period === 1) return written;
  for (let p = 2; p < period; p++) written += (cost - written) * rate;
  if (period > life) return ((cost - written) * rate * (12 - months)) / 12;
  return (cost - written) * rate;
}

/** Depreciation of a period or part of one by a multiple of the straight rate. */
function doubleDeclining(
  cost: number,
  salvage: number,
  life: number,
  period: number,
  factor: number,
): number | CellError {
  if (cost < 0 || salvage < 0 || life <= 0 || period <= 0 || period > life || factor <= 0) return ERRORS.num;
  const rate = Math.min(1, factor / life);
  const before = period <= 1 ? cost : cost * Math.pow(1 - rate, period - 1);
  const left = Math.max(before, salvage);
  const after = Math.max(cost * Math.pow(1 - rate, period), salvage);
  return Math.max(0, (rate >= 1 && period > 1 ? salvage : left) - after);
}

export const FINANCIAL_FUNCTIONS: readonly FunctionDefinition[] = [
  define('NPV', ['number', 'any', '...any'], ([rate, first, rest], context) => {
    const flows = collectNumbers([first, ...rest], context);
    if (flows instanceof CellError) return flows;
    return rate === -1 ? ERRORS.div0 : netPresentValue(rate, [0, ...flows]);
  }),
  define('IRR', ['any', 'number??'], ([values, guess = 0.1], context) => internalRate(values, guess, context)),
  define('MIRR', ['any', 'number', 'number'], ([values, finance, reinvest], context) => {
    const flows = collectNumbers([values], context);
    return flows instanceof CellError ? flows : modifiedRate(flows, finance, reinvest);
  }),
  define('XNPV', ['number', 'matrix', 'matrix'], ([rate, values, dates]) => {
    const dated = readDated(values, dates);
    if (dated instanceof CellError) return dated;
    return rate <= -1 ? ERRORS.num : datedValue(rate, dated.flows, dated.days);
  }),
  define('XIRR', ['matrix', 'matrix', 'number??'], ([values, dates, guess = 0.1]) => {
    const dated = readDated(values, dates);
    if (dated instanceof CellError) return dated;
    if (!hasBothSigns(dated.flows)) return ERRORS.num;
    return findRoot((rate) => datedValue(rate, dated.flows, dated.days), guess) ?? ERRORS.num;
  }),
  define('FVSCHEDULE', ['number', 'any'], ([principal, rates], context) => {
    const numbers = collectNumbers([rates], context);
    return numbers instanceof CellError ? numbers : numbers.reduce((value, rate) => value * (1 + rate), principal);
  }),
  define('SLN', ['number', 'number', 'number'], ([cost, salvage, life]) =>
    life === 0 ? ERRORS.div0 : (cost - salvage) / life,
  ),
  define('SYD', ['number', 'number', 'number', 'number'], ([cost, salvage, life, period]) =>
    life <= 0 || period < 1 || period > life
      ? ERRORS.num
      : ((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1)),
  ),
  define('DB', ['number', 'number', 'number', 'number', 'number?'], ([cost, salvage, life, period, months = 12]) =>
    fixedDeclining(cost, salvage, Math.trunc(life), Math.trunc(period), Math.trunc(months)),
  ),
  define('DDB', ['number', 'number', 'number', 'number', 'number?'], ([cost, salvage, life, period, factor = 2]) =>
    doubleDeclining(cost, salvage, life, period, factor),
  ),
  define('DOLLARDE', ['number', 'number'], ([price, fraction]) => {
    const parts = Math.trunc(fraction);
    if (parts < 0) return ERRORS.num;
    if (parts === 0) return ERRORS.div0;
    const whole = Math.trunc(price);
    return whole + ((price - whole) * Math.pow(10, Math.ceil(Math.log10(parts)))) / parts;
  }),
  define('DOLLARFR', ['number', 'number'], ([price, fraction]) => {
    const parts = Math.trunc(fraction);
    if (parts < 0) return ERRORS.num;
    if (parts === 0) return ERRORS.div0;
    const whole = Math.trunc(price);
    return whole + ((price - whole) * parts) / Math.pow(10, Math.ceil(Math.log10(parts)));
  }),
];
