import { CellError } from '../../model/cell';
import type { ErrorCode } from '../../model/cell';
import { cellAddress, quoteSheetName } from '../address';
import type { Context } from '../context';
import { toNumber } from '../convert';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, isScalar, Lambda, Matrix, Reference, ReferenceList } from '../values';

function test(name: string, holds: (value: Scalar) => boolean): FunctionDefinition {
  return define(name, ['value'], ([value]) => holds(value));
}

function isError(value: Scalar): value is CellError {
  return value instanceof CellError;
}

/** ISEVEN and ISODD; logical values are no numbers to them. */
function parity(name: string, wanted: 0 | 1): FunctionDefinition {
  return define(name, ['scalar'], ([value], { engine }) => {
    if (typeof value === 'boolean') return ERRORS.value;
    const number = toNumber(value, engine);
    return number instanceof CellError ? number : Math.abs(Math.trunc(number)) % 2 === wanted;
  });
}

const ERROR_NUMBERS: Readonly<Record<ErrorCode, number>> = {
  '#NULL!': 1,
  '#DIV/0!': 2,
  '#VALUE!': 3,
  '#REF!': 4,
  '#NAME?': 5,
  '#NUM!': 6,
  '#N/A': 7,
  '#GETTING_DATA': 8,
  '#SPILL!': 9,
  '#CALC!': 14,
  '#BUSY!': 17,
};

function typeNumber(value: Value, context: Context): number {
  if (value instanceof Lambda) return 128;
  if (value instanceof Matrix) return 64;
  if (value instanceof ReferenceList) return 16;
  if (value instanceof Reference) {
    return value.isCell ? typeNumber(context.engine.value(value.sheet, value.top, value.left), context) : 64;
  }
  if (typeof value === 'string') return 2;
  if (typeof value === 'boolean') return 4;
  return isError(value) ? 16 : 1;
}

/** CELL for the kinds that need no screen. */
function cellInfo(kind: string, reference: Reference | undefined, context: Context): Value {
  const at = reference ?? new Reference(context.sheet, context.row, context.column, context.row, context.column);
  const value = (): Scalar => context.engine.value(at.sheet, at.top, at.left);
  switch (kind.toLowerCase()) {
    case 'address': {
      const address = cellAddress(at.top, at.left, true, true);
      return at.sheet === context.sheet ? address : `${quoteSheetName(at.sheet.name)}!${address}`;
    }
    case 'row':
      return at.top + 1;
    case 'col':
      return at.left + 1;
    case 'contents':
      return value() ?? 0;
    case 'type': {
      const content = value();
      return content === null ? 'b' : typeof content === 'string' ? 'l' : 'v';
    }
    case 'width':
      return Math.round(at.sheet.columns.get(at.left)?.width ?? at.sheet.defaultColumnWidth);
    case 'protect':
      return Number(context.sheet.workbook.styles.get(at.sheet.cell(at.top, at.left)?.style ?? 0).locked);
    default:
      return ERRORS.value;
  }
}

function isFormula(value: Value, context: Context): Value {
  if (!(value instanceof Reference)) return isScalar(value) && isError(value) ? value : ERRORS.value;
  const at = (r: number, c: number): boolean =>
    context.engine.formulaText(value.sheet, value.top + r, value.left + c) !== undefined;
  return value.isCell ? at(0, 0) : Matrix.build(value.rows, value.columns, at);
}

export const INFORMATION_FUNCTIONS: readonly FunctionDefinition[] = [
  test('ISBLANK', (v) => v === null),
  test('ISERROR', isError),
  test('ISERR', (v) => isError(v) && v.code !== '#N/A'),
  test('ISNA', (v) => isError(v) && v.code === '#N/A'),
  test('ISNUMBER', (v) => typeof v === 'number'),
  test('ISTEXT', (v) => typeof v === 'string'),
  test('ISNONTEXT', (v) => typeof v !== 'string'),
  test('ISLOGICAL', (v) => typeof v === 'boolean'),
  parity('ISEVEN', 0),
  parity('ISODD', 1),
  define('ISREF', ['any'], ([value]) => value instanceof Reference || value instanceof ReferenceList),
  define('ISFORMULA', ['any'], ([value], context) => isFormula(value, context)),
  define('FORMULATEXT', ['reference'], ([reference], { engine }) => {
    const text = engine.formulaText(reference.sheet, reference.top, reference.left);
    return text === undefined ? ERRORS.na : `=${text}`;
  }),
  define('N', ['value'], ([value]) => {
    if (isError(value) || typeof value === 'number') return value;
    return typeof value === 'boolean' ? Number(value) : 0;
  }),
  define('T', ['value'], ([value]) => (isError(value) || typeof value === 'string' ? value : '')),
  define('NA', [], () => ERRORS.na),
  define('TYPE', ['any'], ([value], context) => typeNumber(value, context)),
  define('ERROR.TYPE', ['value'], ([value]) => (isError(value) ? ERROR_NUMBERS[value.code] : ERRORS.na)),
  define('CELL', ['text', 'reference?'], ([kind, reference], context) => cellInfo(kind, reference, context)),
  define('SHEET', ['any?'], ([value], { sheet, engine }) => {
    const wanted =
      value === undefined
        ? sheet
        : value instanceof Reference
          ? value.sheet
          : typeof value === 'string'
            ? engine.sheet(value)
            : undefined;
    const position = wanted ? sheet.workbook.sheets.indexOf(wanted) : -1;
    return position < 0 ? ERRORS.na : position + 1;
  }),
  define('SHEETS', ['any?'], ([value], { sheet }) => {
    if (value === undefined) return sheet.workbook.sheets.length;
    if (value instanceof ReferenceList) return new Set(value.areas.map((a) => a.sheet)).size;
    return value instanceof Reference ? 1 : ERRORS.na;
  }),
];
