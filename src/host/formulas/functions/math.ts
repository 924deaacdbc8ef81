import { CellError } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import { power } from '../operators';
import { ERRORS, Matrix } from '../values';
import { collectNumbers } from './numbers';

function real(name: string, compute: (x: number) => number): FunctionDefinition {
  return define(name, ['number'], ([x]) => compute(x));
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n; i++) product *= i;
  return product;
}

/** n over k; exact as long as the result is. */
export function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * (n - i + 1)) / i;
  return Math.round(result) === result || result > 2 ** 53 ? result : Math.round(result);
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}

/** Excel's MOD takes the divisor's sign and hides the dust of division. */
function modulo(x: number, divisor: number): number | CellError {
  if (divisor === 0) return ERRORS.div0;
  const rest = x - divisor * Math.floor(x / divisor);
  return Math.abs(rest - divisor) < Math.abs(divisor) * 1e-14 ? 0 : rest;
}

function wholeNumbers(values: number[] | CellError): number[] | CellError {
  if (values instanceof CellError) return values;
  const whole = values.map(Math.trunc);
  return whole.some((n) => n < 0 || n >= 2 ** 53) ? ERRORS.num : whole;
}

function toBase(x: number, radix: number, length: number): string | CellError {
  if (x < 0 || x >= 2 ** 53 || radix < 2 || radix > 36 || length < 0 || length > 255) return ERRORS.num;
  return Math.trunc(x).toString(Math.trunc(radix)).toUpperCase().padStart(Math.trunc(length), '0');
}

function fromBase(text: string, radix: number): number | CellError {
  if (radix < 2 || radix > 36) return ERRORS.num;
  let value = 0;
  for (const digit of text.trim().toLowerCase()) {
    const worth = parseInt(digit, 36);
    if (!(worth < radix)) return ERRORS.num;
    value = value * radix + worth;
  }
  return value;
}

const POWERS_AND_LOGARITHMS: readonly FunctionDefinition[] = [
  real('ABS', Math.abs),
  real('SIGN', (x) => Math.sign(x)),
  define('SQRT', ['number'], ([x]) => (x < 0 ? ERRORS.num : Math.sqrt(x))),
  define('SQRTPI', ['number'], ([x]) => (x < 0 ? ERRORS.num : Math.sqrt(x * Math.PI))),
  real('EXP', Math.exp),
  define('LN', ['number'], ([x]) => (x <= 0 ? ERRORS.num : Math.log(x))),
  define('LOG10', ['number'], ([x]) => (x <= 0 ? ERRORS.num : Math.log10(x))),
  define('LOG', ['number', 'number?'], ([x, base = 10]) => {
    if (x <= 0 || base <= 0) return ERRORS.num;
    if (base === 1) return ERRORS.div0;
    return base === 10 ? Math.log10(x) : base === 2 ? Math.log2(x) : Math.log(x) / Math.log(base);
  }),
  define('POWER', ['number', 'number'], ([x, exponent]) => power(x, exponent)),
  define('PI', [], () => Math.PI),
];

const WHOLE_NUMBERS: readonly FunctionDefinition[] = [
  define('MOD', ['number', 'number'], ([x, divisor]) => modulo(x, divisor)),
  define('QUOTIENT', ['number', 'number'], ([x, y]) => (y === 0 ? ERRORS.div0 : Math.trunc(x / y) || 0)),
  define('FACT', ['number'], ([n]) => (n < 0 ? ERRORS.num : factorial(Math.trunc(n)))),
  define('FACTDOUBLE', ['number'], ([x]) => {
    if (x < -1) return ERRORS.num;
    let product = 1;
    for (let i = Math.trunc(x); i > 1; i -= 2) product *= i;
    return product;
  }),
  define('COMBIN', ['number', 'number'], ([x, y]) => {
    const [n, k] = [Math.trunc(x), Math.trunc(y)];
    return n < 0 || k < 0 || n < k ? ERRORS.num : binomial(n, k);
  }),
  define('COMBINA', ['number', 'number'], ([x, y]) => {
    const [n, k] = [Math.trunc(x), Math.trunc(y)];
    if (n < 0 || k < 0 || (n === 0 && k > 0)) return ERRORS.num;
    return n === 0 ? 1 : binomial(n + k - 1, k);
  }),
  define('PERMUT', ['number', 'number'], ([x, y]) => {
    const [n, k] = [Math.trunc(x), Math.trunc(y)];
    if (n <= 0 || k < 0 || n < k) return ERRORS.num;
    let product = 1;
    for (let i = 0; i < k; i++) product *= n - i;
    return product;
  }),
  define('PERMUTATIONA', ['number', 'number'], ([x, y]) => {
    const [n, k] = [Math.trunc(x), Math.trunc(y)];
    return n < 0 || k < 0 ? ERRORS.num : n === 0 && k === 0 ? 1 : Math.pow(n, k);
  }),
  define('GCD', ['any', '...any'], ([first, rest], context) => {
    const whole = wholeNumbers(collectNumbers([first, ...rest], context));
    return whole instanceof CellError ? whole : whole.reduce(greatestCommonDivisor, 0);
  }),
  define('LCM', ['any', '...any'], ([first, rest], context) => {
    const whole = wholeNumbers(collectNumbers([first, ...rest], context));
    if (whole instanceof CellError) return whole;
    if (whole.includes(0)) return 0;
    return whole.reduce((a, b) => (a / greatestCommonDivisor(a, b)) * b, 1);
  }),
  define('MULTINOMIAL', ['any', '...any'], ([first, rest], context) => {
    const whole = wholeNumbers(collectNumbers([first, ...rest], context));
    if (whole instanceof CellError) return whole;
    let total = 0;
    return whole.reduce((product, n) => product * binomial((total += n), n), 1);
  }),
  define('BASE', ['number', 'number', 'number?'], ([x, radix, length = 0]) => toBase(x, radix, length)),
  define('DECIMAL', ['text', 'number'], ([text, radix]) => fromBase(text, Math.trunc(radix))),
];

const TRIGONOMETRY: readonly FunctionDefinition[] = [
  real('SIN', Math.sin),
  real('COS', Math.cos),
  real('TAN', Math.tan),
  define('ASIN', ['number'], ([x]) => (Math.abs(x) > 1 ? ERRORS.num : Math.asin(x))),
  define('ACOS', ['number'], ([x]) => (Math.abs(x) > 1 ? ERRORS.num : Math.acos(x))),
  real('ATAN', Math.atan),
  define('ATAN2', ['number', 'number'], ([x, y]) => (x === 0 && y === 0 ? ERRORS.div0 : Math.atan2(y, x))),
  real('SINH', Math.sinh),
  real('COSH', Math.cosh),
  real('TANH', Math.tanh),
  real('ASINH', Math.asinh),
  define('ACOSH', ['number'], ([x]) => (x < 1 ? ERRORS.num : Math.acosh(x))),
  define('ATANH', ['number'], ([x]) => (Math.abs(x) >= 1 ? ERRORS.num : Math.atanh(x))),
  define('COT', ['number'], ([x]) => (x === 0 ? ERRORS.div0 : 1 / Math.tan(x))),
  define('SEC', ['number'], ([x]) => 1 / Math.cos(x)),
  define('CSC', ['number'], ([x]) => (x === 0 ? ERRORS.div0 : 1 / Math.sin(x))),
  define('COTH', ['number'], ([x]) => (x === 0 ? ERRORS.div0 : 1 / Math.tanh(x))),
  define('SECH', ['number'], ([x]) => 1 / Math.cosh(x)),
  define('CSCH', ['number'], ([x]) => (x === 0 ? ERRORS.div0 : 1 / Math.sinh(x))),
  real('ACOT', (x) => Math.PI / 2 - Math.atan(x)),
  define('ACOTH', ['number'], ([x]) => (Math.abs(x) <= 1 ? ERRORS.num : Math.atanh(1 / x))),
  real('RADIANS', (x) => (x / 180) * Math.PI),
  real('DEGREES', (x) => (x / Math.PI) * 180),
];

const RANDOM_NUMBERS: readonly FunctionDefinition[] = [
  define('RAND', [], (_args, { engine }) => engine.random()),
  define('RANDBETWEEN', ['number', 'number'], ([low, high], { engine }) => {
    const [from, to] = [Math.ceil(low), Math.floor(high)];
    return from > to ? ERRORS.num : from + Math.floor(engine.random() * (to - from + 1));
  }),
  define(
    'RANDARRAY',
    ['number??', 'number??', 'number??', 'number??', 'logical?'],
    ([rows = 1, columns = 1, low = 0, high = 1, isWhole = false], { engine }) => {
      const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
      if (height < 1 || width < 1 || low > high) return ERRORS.value;
      return Matrix.build(height, width, () =>
        isWhole
          ? Math.ceil(low) + Math.floor(engine.random() * (Math.floor(high) - Math.ceil(low) + 1))
          : low + engine.random() * (high - low),
      );
    },
  ),
];

export const MATH_FUNCTIONS: readonly FunctionDefinition[] = [
  ...POWERS_AND_LOGARITHMS,
  ...WHOLE_NUMBERS,
  ...TRIGONOMETRY,
  ...RANDOM_NUMBERS,
];
