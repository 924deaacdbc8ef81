import { CellError, MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import { cellAddress, columnLetters, quoteSheetName } from '../address';
import type { Context } from '../context';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import { parseFormula } from '../parse';
import type { Value } from '../values';
import { ERRORS, Matrix, Reference, ReferenceList } from '../values';

function fits(reference: Reference): boolean {
  return (
    reference.top >= 0 &&
    reference.left >= 0 &&
    reference.bottom < MAX_ROWS &&
    reference.right < MAX_COLUMNS &&
    reference.bottom >= reference.top &&
    reference.right >= reference.left
  );
}

/** ROW and COLUMN: of a range all its rows or columns. */
function position(value: Value | undefined, along: 'rows' | 'columns', context: Context): Value {
  if (value === undefined) return (along === 'rows' ? context.row : context.column) + 1;
  if (value instanceof CellError) return value;
  if (!(value instanceof Reference)) return ERRORS.value;
  if (along === 'rows') {
    if (value.rows === 1) return value.top + 1;
    return Matrix.build(value.rows, 1, (r) => value.top + r + 1);
  }
  if (value.columns === 1) return value.left + 1;
  return Matrix.build(1, value.columns, (_r, c) => value.left + c + 1);
}

function size(value: Value, along: 'rows' | 'columns'): number | CellError {
  if (value instanceof CellError) return value;
  if (value instanceof Reference || value instanceof Matrix) return value[along];
  return value !== null && typeof value === 'object' ? ERRORS.value : 1;
}

/** OFFSET; a negative height or width reaches upwards or to the left. */
function offset(base: Reference, rows: number, columns: number, height: number, width: number): Reference | CellError {
  if (height === 0 || width === 0) return ERRORS.ref;
  const top = base.top + rows + (height < 0 ? height + 1 : 0);
  const left = base.left + columns + (width < 0 ? width + 1 : 0);
  const moved = new Reference(base.sheet, top, left, top + Math.abs(height) - 1, left + Math.abs(width) - 1);
  return fits(moved) ? moved : ERRORS.ref;
}

/** A reference given as text; R1C1 text relative to the formula's cell. */
function indirect(text: string, isA1: boolean, context: Context): Value {
  const written = isA1 ? text.trim() : fromR1C1(text.trim(), context);
  if (written === undefined || written === '') return ERRORS.ref;
  const parsed = parseFormula(written);
  if (!('formula' in parsed)) return ERRORS.ref;
  const { root } = parsed.formula;
  if (!['reference', 'structured', 'name', 'range', 'spill'].includes(root.kind)) return ERRORS.ref;
  // A1 text means what it says wherever it stands; tables look at the formula's own cell.
  const at = root.kind === 'structured' ? context : { ...context, row: 0, column: 0 };
  const value = context.evaluate(root, { ...at, scope: undefined });
  return value instanceof Reference || value instanceof ReferenceList ? value : ERRORS.ref;
}

function fromR1C1(text: string, context: Context): string | undefined {
  const match = /^(.*!)?(R(?:\d+|\[-?\d+\])?C(?:\d+|\[-?\d+\])?)(?::(R(?:\d+|\[-?\d+\])?C(?:\d+|\[-?\d+\])?))?$/i.exec(
    text,
  );
  if (!match) return undefined;
  const corner = (part: string): string | undefined => {
    const [, row = '', column = ''] = /^R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?$/i.exec(part) ?? [];
    const index = (written: string, base: number): number =>
      written === '' ? base : written.startsWith('[') ? base + Number(written.slice(1, -1)) : Number(written) - 1;
    const r = index(row, context.row);
    const c = index(column, context.column);
    return r < 0 || c < 0 || r >= MAX_ROWS || c >= MAX_COLUMNS ? undefined : cellAddress(r, c);
  };
  const corners = [match[2], match[3]].flatMap((part) => (part === undefined ? [] : [corner(part)]));
  return corners.includes(undefined) ? undefined : `${match[1] ?? ''}${corners.join(':')}`;
}

/** ADDRESS. @param kind 1 $A$1, 2 A$1, 3 $A1, 4 A1 */
function address(row: number, column: number, kind: number, isA1: boolean, sheet: string | undefined): Value {
  if (row < 1 || column < 1 || row > MAX_ROWS || column > MAX_COLUMNS || kind < 1 || kind > 4) return ERRORS.value;
  const absoluteRow = kind === 1 || kind === 2;
  const absoluteColumn = kind === 1 || kind === 3;
  const cell = isA1
    ? `${absoluteColumn ? '$' : ''}${columnLetters(column - 1)}${absoluteRow ? '$' : ''}${row}`
    : `R${absoluteRow ? row : `[${row}]`}C${absoluteColumn ? column : `[${column}]`}`;
  if (sheet === undefined) return cell;
  return `${sheet === '' ? '' : quoteSheetName(sheet)}!${cell}`;
}

export const REFERENCE_FUNCTIONS: readonly FunctionDefinition[] = [
  define('ROW', ['any?'], ([value], context) => position(value, 'rows', context)),
  define('COLUMN', ['any?'], ([value], context) => position(value, 'columns', context)),
  define('ROWS', ['any'], ([value]) => size(value, 'rows')),
  define('COLUMNS', ['any'], ([value]) => size(value, 'columns')),
  define('AREAS', ['any'], ([value]) => {
    if (value instanceof ReferenceList) return value.areas.length;
    return value instanceof Reference ? 1 : ERRORS.value;
  }),
  define('OFFSET', ['reference', 'number', 'number', 'number??', 'number??'], ([base, rows, columns, height, width]) =>
    offset(
      base,
      Math.trunc(rows),
      Math.trunc(columns),
      Math.trunc(height ?? base.rows),
      Math.trunc(width ?? base.columns),
    ),
  ),
  define('INDIRECT', ['text', 'logical?'], ([text, isA1 = true], context) => indirect(text, isA1, context)),
  define(
    'ADDRESS',
    ['number', 'number', 'number??', 'logical??', 'text?'],
    ([row, column, kind = 1, isA1 = true, sheet]) =>
      address(Math.trunc(row), Math.trunc(column), Math.trunc(kind), isA1, sheet),
  ),
  define('HYPERLINK', ['text', 'value?'], ([address, shown]) => shown ?? address),
];
