import type { FunctionDefinition } from '../define';
import { define } from '../define';
import { ERRORS } from '../values';

/** x × 10^digits by decimal text, so that 1.005 × 100 is 100.5 and not 100.49999999999999. */
function shiftDecimal(x: number, digits: number): number {
  const [mantissa = '0', exponent = '0'] = String(Number(x.toPrecision(15))).split('e');
  return Number(`${mantissa}e${Number(exponent) + digits}`);
}

function roundWith(x: number, digits: number, round: (shifted: number) => number): number {
  const places = Math.max(-400, Math.min(400, Math.trunc(digits)));
  if (x === 0 || !Number.isFinite(x)) return x;
  const shifted = shiftDecimal(Math.abs(x), places);
  if (!Number.isFinite(shifted)) return x;
  return Math.sign(x) * shiftDecimal(round(shifted), -places) || 0;
}

/**
 * ROUND: half away from zero, on the decimal digits that a person sees.
 * @example roundHalfAway(2.675, 2) //=> 2.68
 */
export function roundHalfAway(x: number, digits: number): number {
  return roundWith(x, digits, Math.round);
}

/** ROUNDDOWN: towards zero. */
export function roundDown(x: number, digits: number): number {
  return roundWith(x, digits, Math.floor);
}

/** ROUNDUP: away from zero. */
export function roundUp(x: number, digits: number): number {
  return roundWith(x, digits, Math.ceil);
}

/** Quotient freed of rounding dust, so that CEILING(0.3,0.1) is 0.3. */
function cleanQuotient(x: number, step: number): number {
  return Number((x / step).toPrecision(15));
}

function multiple(count: number, step: number): number {
  return Number((count * step).toPrecision(15)) || 0;
}

function ceilingMath(x: number, step: number, awayFromZero: boolean): number {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const quotient = cleanQuotient(x, size);
  return multiple(awayFromZero && x < 0 ? Math.floor(quotient) : Math.ceil(quotient), size);
}

function floorMath(x: number, step: number, towardsZero: boolean): number {
  const size = Math.abs(step);
  if (size === 0) return 0;
  const quotient = cleanQuotient(x, size);
  return multiple(towardsZero && x < 0 ? Math.ceil(quotient) : Math.floor(quotient), size);
}

export const ROUNDING_FUNCTIONS: readonly FunctionDefinition[] = [
  define('ROUND', ['number', 'number'], ([x, digits]) => roundHalfAway(x, digits)),
  define('ROUNDUP', ['number', 'number'], ([x, digits]) => roundUp(x, digits)),
  define('ROUNDDOWN', ['number', 'number'], ([x, digits]) => roundDown(x, digits)),
  define('TRUNC', ['number', 'number?'], ([x, digits = 0]) => roundDown(x, digits)),
  define('INT', ['number'], ([x]) => Math.floor(x)),
  define('MROUND', ['number', 'number'], ([x, step]) => {
    if (step === 0 || x === 0) return 0;
    if (Math.sign(x) !== Math.sign(step)) return ERRORS.num;
    return Math.sign(x) * multiple(Math.round(cleanQuotient(Math.abs(x), Math.abs(step))), Math.abs(step));
  }),
  define('CEILING', ['number', 'number'], ([x, step]) => {
    if (step === 0 || x === 0) return 0;
    if (x > 0 && step < 0) return ERRORS.num;
    return multiple(Math.ceil(cleanQuotient(x, step)), step);
  }),
  define('FLOOR', ['number', 'number'], ([x, step]) => {
    if (x === 0) return 0;
    if (step === 0) return ERRORS.div0;
    if (x > 0 && step < 0) return ERRORS.num;
    return multiple(Math.floor(cleanQuotient(x, step)), step);
  }),
  define('CEILING.MATH', ['number', 'number??', 'number?'], ([x, step = 1, mode = 0]) =>
    ceilingMath(x, step, mode !== 0),
  ),
  define('FLOOR.MATH', ['number', 'number??', 'number?'], ([x, step = 1, mode = 0]) => floorMath(x, step, mode !== 0)),
  define('CEILING.PRECISE', ['number', 'number?'], ([x, step = 1]) => ceilingMath(x, step, false)),
  define('ISO.CEILING', ['number', 'number?'], ([x, step = 1]) => ceilingMath(x, step, false)),
  define('FLOOR.PRECISE', ['number', 'number?'], ([x, step = 1]) => floorMath(x, step, false)),
  define('EVEN', ['number'], ([x]) => Math.sign(x) * 2 * Math.ceil(Math.abs(x) / 2) || 0),
  define('ODD', ['number'], ([x]) => {
    const size = 2 * Math.ceil((Math.abs(x) + 1) / 2) - 1;
    return x < 0 ? -size : size;
  }),
];
