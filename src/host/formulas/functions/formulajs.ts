import * as formulajs from '@formulajs/formulajs';
import { CellError } from '../../model/cell';
import type { ErrorCode } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define, toMatrix } from '../define';
import type { Context } from '../context';
import type { Scalar, Value } from '../values';
import { ERRORS } from '../values';
import { convertTemperature } from './temperature';

/** Functions of single values taken from @formulajs/formulajs as they are, by name. */
const SCALAR_FUNCTIONS = (
  'ARABIC ROMAN BESSELI BESSELJ BESSELK BESSELY BIN2DEC BIN2HEX BIN2OCT BITAND BITLSHIFT BITOR' +
  ' BITRSHIFT BITXOR COMPLEX DEC2BIN DEC2HEX DEC2OCT DELTA DISC GESTEP HEX2BIN HEX2DEC' +
  ' HEX2OCT IMABS IMAGINARY IMARGUMENT IMCONJUGATE IMCOS IMDIV IMEXP IMLN IMLOG10 IMLOG2 IMPOWER' +
  ' IMREAL IMSIN IMSQRT IMSUB OCT2BIN OCT2DEC OCT2HEX PRICEDISC TBILLEQ TBILLPRICE TBILLYIELD'
).split(' ');

/** Functions that take arrays, likewise. */
const ARRAY_FUNCTIONS = ['IMPRODUCT', 'IMSUM'];

/** The library writes hexadecimal digits in lower case. */
const IN_UPPER_CASE = new Set(['BIN2HEX', 'DEC2HEX', 'OCT2HEX']);

type Implementation = (...args: unknown[]) => unknown;

function find(name: string): Implementation | undefined {
  const all: Readonly<Record<string, unknown>> = formulajs;
  const found = all[name];
  return typeof found === 'function' ? (found as Implementation) : undefined;
}

const ERROR_CODES: readonly ErrorCode[] = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];

/** The library gives failures as Error objects whose message is the code, and sometimes throws. */
function run(implementation: Implementation, args: readonly unknown[]): Scalar {
  try {
    const result = implementation(...args);
    if (typeof result === 'number') return Number.isFinite(result) ? result : ERRORS.num;
    if (typeof result === 'string' || typeof result === 'boolean') return result;
    if (result instanceof Error) return errorOf(result);
    return ERRORS.value;
  } catch {
    return ERRORS.value;
  }
}

function errorOf(error: Error): CellError {
  const code = ERROR_CODES.find((c) => c === error.message);
  return code ? new CellError(code) : ERRORS.value;
}

function fromLibrary(name: string, arrays: boolean): FunctionDefinition[] {
  const implementation = find(name);
  if (!implementation) return [];
  if (!arrays) {
    return [
      define(name, ['scalar', '...scalar'], ([first, rest]) => {
        const result = run(implementation, [first, ...rest]);
        return IN_UPPER_CASE.has(name) && typeof result === 'string' ? result.toUpperCase() : result;
      }),
    ];
  }
  return [
    define(name, ['any', '...any'], ([first, rest], context) => {
      const args = [first, ...rest].map((arg) => plainArgument(arg, context));
      const error = args.find((a) => a instanceof CellError);
      return error instanceof CellError ? error : run(implementation, args);
    }),
  ];
}

function plainArgument(arg: Value, context: Context): unknown {
  const matrix = toMatrix(arg, context);
  const error = matrix.flat().find((v) => v instanceof CellError);
  if (error) return error;
  return matrix.rows === 1 && matrix.columns === 1 ? matrix.at(0, 0) : matrix.data.map((row) => [...row]);
}

/** The library's CONVERT, which does not know temperatures. */
const CONVERT = define('CONVERT', ['number', 'text', 'text'], ([x, from, to]) => {
  const temperature = convertTemperature(x, from, to);
  if (temperature !== undefined) return temperature;
  const implementation = find('CONVERT');
  return implementation ? run(implementation, [x, from, to]) : ERRORS.na;
});

export const FORMULAJS_FUNCTIONS: readonly FunctionDefinition[] = [
  CONVERT,
  ...SCALAR_FUNCTIONS.flatMap((name) => fromLibrary(name, false)),
  ...ARRAY_FUNCTIONS.flatMap((name) => fromLibrary(name, true)),
];
