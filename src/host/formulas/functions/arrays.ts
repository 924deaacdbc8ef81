import { CellError, MAX_COLUMNS, MAX_ROWS } from '../../model/cell';
import type { Context } from '../context';
import { toLogical, toNumber } from '../convert';
import type { FunctionDefinition } from '../define';
import { define, dereference, toMatrix } from '../define';
import { compareForSort, lookupKey } from '../compare';
import type { Scalar, Value } from '../values';
import { ERRORS, Matrix } from '../values';

/** An array of the rows and columns at the positions given; an empty choice is #CALC!. */
function pick(source: Matrix, rows: readonly number[], columns: readonly number[]): Matrix | CellError {
  if (rows.length === 0 || columns.length === 0) return ERRORS.calc;
  return Matrix.build(rows.length, columns.length, (r, c) => source.at(rows[r] ?? 0, columns[c] ?? 0));
}

function countUp(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** Rows become columns. */
export function transpose(source: Matrix): Matrix {
  return Matrix.build(source.columns, source.rows, (r, c) => source.at(c, r));
}

function filter(source: Matrix, include: Matrix, ifEmpty: Value | undefined): Value {
  const byRows = include.columns === 1 && include.rows === source.rows;
  if (!byRows && !(include.rows === 1 && include.columns === source.columns)) return ERRORS.value;
  const kept: number[] = [];
  for (const [i, value] of include.flat().entries()) {
    const logical = toLogical(value);
    if (logical instanceof CellError) return logical;
    if (logical) kept.push(i);
  }
  if (kept.length === 0) return ifEmpty ?? ERRORS.calc;
  return byRows ? pick(source, kept, countUp(source.columns)) : pick(source, countUp(source.rows), kept);
}

/** Keys to sort by, one line each, with its direction: 1 ascending, -1 descending. */
interface SortKey {
  readonly values: readonly Scalar[];
  readonly direction: number;
}

/** Positions in sorted order; equal ones keep theirs; empty cells come last whatever the direction. */
function sortedPositions(length: number, keys: readonly SortKey[]): number[] {
  return countUp(length).sort((a, b) => {
    for (const { values, direction } of keys) {
      const x = values[a] ?? null;
      const y = values[b] ?? null;
      const order = compareForSort(x, y);
      if (order !== 0) return x === null || y === null ? order : order * direction;
    }
    return a - b;
  });
}

function readDirection(value: Scalar, context: Context): number | CellError {
  const number = toNumber(value, context.engine);
  if (number instanceof CellError) return number;
  return number === 1 || number === -1 ? number : ERRORS.value;
}

function sort(source: Matrix, index: Matrix, order: Matrix, byColumn: boolean, context: Context): Value {
  const lines = byColumn ? source : transpose(source);
  const keys: SortKey[] = [];
  for (const [i, value] of index.flat().entries()) {
    const position = toNumber(value, context.engine);
    if (position instanceof CellError) return position;
    const direction = readDirection(order.flat()[Math.min(i, order.flat().length - 1)] ?? 1, context);
    if (direction instanceof CellError) return direction;
    const values = lines.data[Math.trunc(position) - 1];
    if (!values) return ERRORS.value;
    keys.push({ values, direction });
  }
  const positions = sortedPositions(lines.columns, keys);
  return byColumn ? pick(source, countUp(source.rows), positions) : pick(source, positions, countUp(source.columns));
}

function sortBy(source: Matrix, args: readonly Value[], context: Context): Value {
  const keys: SortKey[] = [];
  let byColumn = false;
  for (let i = 0; i < args.length; i += 2) {
    const by = toMatrix(args[i] ?? null, context);
    const given = args[i + 1];
    const plain = given === undefined || given === null ? 1 : dereference(given, context);
    const direction = readDirection(plain instanceof Matrix ? plain.at(0, 0) : plain, context);
    if (direction instanceof CellError) return direction;
    if (by.columns === 1 && by.rows === source.rows) byColumn = false;
    else if (by.rows === 1 && by.columns === source.columns) byColumn = true;
    else return ERRORS.value;
    keys.push({ values: by.flat(), direction });
  }
  const positions = sortedPositions(byColumn ? source.columns : source.rows, keys);
  return byColumn ? pick(source, countUp(source.rows), positions) : pick(source, positions, countUp(source.columns));
}

function unique(source: Matrix, byColumn: boolean, exactlyOnce: boolean): Value {
  const lines = byColumn ? transpose(source) : source;
  const seen = new Map<string, number[]>();
  lines.data.forEach((line, i) => {
    const key = JSON.stringify(line.map((v) => lookupKey(v)));
    const known = seen.get(key);
    if (known) known.push(i);
    else seen.set(key, [i]);
  });
  const kept = [...seen.values()].filter((rows) => !exactlyOnce || rows.length === 1).map((rows) => rows[0] ?? 0);
  return byColumn ? pick(source, countUp(source.rows), kept) : pick(source, kept, countUp(source.columns));
}

function sequence(rows: number, columns: number, start: number, step: number): Value {
  const height = Math.trunc(rows);
  const width = Math.trunc(columns);
  if (height < 0 || width < 0 || height > MAX_ROWS || width > MAX_COLUMNS) return ERRORS.value;
  if (height === 0 || width === 0) return ERRORS.calc;
  return Matrix.build(height, width, (r, c) => start + (r * width + c) * step);
}

/** Positions that TAKE keeps: from the start, or the end when negative. */
function takePositions(length: number, count: number | undefined): number[] {
  if (count === undefined) return countUp(length);
  const kept = Math.min(Math.abs(Math.trunc(count)), length);
  return count < 0 ? countUp(kept).map((i) => length - kept + i) : countUp(kept);
}

function dropPositions(length: number, count: number | undefined): number[] {
  const dropped = Math.min(Math.abs(Math.trunc(count ?? 0)), length);
  return countUp(length - dropped).map((i) => i + ((count ?? 0) < 0 ? 0 : dropped));
}

function stack(values: readonly Value[], vertically: boolean, context: Context): Value {
  const parts = values.map((v) => toMatrix(v, context)).map((m) => (vertically ? m : transpose(m)));
  const width = Math.max(0, ...parts.map((m) => m.columns));
  const lines = parts.flatMap((m) =>
    m.data.map((line) => countUp(width).map((c) => (c < m.columns ? (line[c] ?? null) : ERRORS.na))),
  );
  if (lines.length === 0) return ERRORS.value;
  const stacked = new Matrix(lines);
  return vertically ? stacked : transpose(stacked);
}

/** TOCOL and TOROW. @param ignore 0 nothing, 1 blanks, 2 errors, 3 both */
function flatten(source: Matrix, ignore: number, byColumn: boolean): Scalar[] {
  const values = (byColumn ? transpose(source) : source).flat();
  return values.filter((v) => !(v === null && ignore % 2 === 1) && !(v instanceof CellError && ignore >= 2));
}

/** CHOOSECOLS and CHOOSEROWS: 1-based positions, from the end when negative. */
function choosePositions(length: number, choices: readonly Value[], context: Context): number[] | CellError {
  const positions: number[] = [];
  for (const choice of choices)
    for (const value of toMatrix(choice, context).flat()) {
      const number = toNumber(value, context.engine);
      if (number instanceof CellError) return number;
      const index = Math.trunc(number);
      if (index === 0 || Math.abs(index) > length) return ERRORS.value;
      positions.push(index > 0 ? index - 1 : length + index);
    }
  return positions;
}

function wrap(vector: Matrix, count: number, padding: Scalar, byRows: boolean): Value {
  if (!vector.isVector) return ERRORS.value;
  const length = Math.trunc(count);
  if (length < 1) return ERRORS.num;
  const values = vector.flat();
  const lines = Math.ceil(values.length / length);
  const wrapped = Matrix.build(lines, length, (r, c) => {
    const i = r * length + c;
    return i < values.length ? (values[i] ?? null) : padding;
  });
  return byRows ? wrapped : transpose(wrapped);
}

function expand(source: Matrix, rows: number, columns: number, padding: Scalar): Value {
  const [height, width] = [Math.trunc(rows), Math.trunc(columns)];
  if (height < source.rows || width < source.columns) return ERRORS.value;
  return Matrix.build(height, width, (r, c) => (r < source.rows && c < source.columns ? source.at(r, c) : padding));
}

/** Empty outer rows and columns taken off: 0 none, 1 before, 2 after the content, 3 both; #REF! when nothing is left. */
function trimRange(source: Matrix, rows: number, columns: number): Value {
  const isFilled = (line: readonly Scalar[]): boolean => line.some((v) => v !== null);
  const span = (filled: readonly boolean[], mode: number): number[] => {
    const from = mode & 1 ? filled.indexOf(true) : 0;
    const to = mode & 2 ? filled.lastIndexOf(true) : filled.length - 1;
    return countUp(to - from + 1).map((i) => from + i);
  };
  if (![rows, columns].every((mode) => mode >= 0 && mode <= 3)) return ERRORS.value;
  if (!source.data.some(isFilled)) return ERRORS.ref;
  return pick(source, span(source.data.map(isFilled), rows), span(transpose(source).data.map(isFilled), columns));
}

export const ARRAY_FUNCTIONS: readonly FunctionDefinition[] = [
  define('TRANSPOSE', ['matrix'], ([source]) => transpose(source)),
  define('FILTER', ['matrix', 'matrix', 'any??'], ([source, include, ifEmpty]) => filter(source, include, ifEmpty)),
  define(
    'SORT',
    ['matrix', 'matrix??', 'matrix??', 'logical?'],
    ([source, index = new Matrix([[1]]), order = new Matrix([[1]]), byColumn = false], context) =>
      sort(source, index, order, byColumn, context),
  ),
  define('SORTBY', ['matrix', '...any'], ([source, args], context) =>
    args.length === 0 ? ERRORS.value : sortBy(source, args, context),
  ),
  define('UNIQUE', ['matrix', 'logical?', 'logical?'], ([source, byColumn = false, once = false]) =>
    unique(source, byColumn, once),
  ),
  define('SEQUENCE', ['number??', 'number??', 'number??', 'number??'], ([rows = 1, columns = 1, start = 1, step = 1]) =>
    sequence(rows, columns, start, step),
  ),
  define('TAKE', ['matrix', 'number??', 'number??'], ([source, rows, columns]) =>
    pick(source, takePositions(source.rows, rows), takePositions(source.columns, columns)),
  ),
  define('DROP', ['matrix', 'number??', 'number??'], ([source, rows, columns]) =>
    pick(source, dropPositions(source.rows, rows), dropPositions(source.columns, columns)),
  ),
  define('VSTACK', ['...any'], ([values], context) => stack(values, true, context)),
  define('HSTACK', ['...any'], ([values], context) => stack(values, false, context)),
  define('TOCOL', ['matrix', 'number?', 'logical?'], ([source, ignore = 0, byColumn = false]) => {
    const values = flatten(source, Math.trunc(ignore), byColumn);
    return values.length === 0 ? ERRORS.calc : Matrix.column(values);
  }),
  define('TOROW', ['matrix', 'number?', 'logical?'], ([source, ignore = 0, byColumn = false]) => {
    const values = flatten(source, Math.trunc(ignore), byColumn);
    return values.length === 0 ? ERRORS.calc : Matrix.row(values);
  }),
  define('CHOOSECOLS', ['matrix', 'any', '...any'], ([source, first, rest], context) => {
    const columns = choosePositions(source.columns, [first, ...rest], context);
    return columns instanceof CellError ? columns : pick(source, countUp(source.rows), columns);
  }),
  define('CHOOSEROWS', ['matrix', 'any', '...any'], ([source, first, rest], context) => {
    const rows = choosePositions(source.rows, [first, ...rest], context);
    return rows instanceof CellError ? rows : pick(source, rows, countUp(source.columns));
  }),
  define('WRAPROWS', ['matrix', 'number', 'value?'], ([vector, count, padding = ERRORS.na]) =>
    wrap(vector, count, padding, true),
  ),
  define('WRAPCOLS', ['matrix', 'number', 'value?'], ([vector, count, padding = ERRORS.na]) =>
    wrap(vector, count, padding, false),
  ),
  define('EXPAND', ['matrix', 'number??', 'number??', 'value?'], ([source, rows, columns, padding = ERRORS.na]) =>
    expand(source, rows ?? source.rows, columns ?? source.columns, padding),
  ),
  define('TRIMRANGE', ['matrix', 'number??', 'number??'], ([source, rows = 3, columns = 3]) =>
    trimRange(source, Math.trunc(rows), Math.trunc(columns)),
  ),
  // How files write A1.:.C9, A1.:C9 and A1:.C9.
  define('_TRO_ALL', ['matrix'], ([source]) => trimRange(source, 3, 3)),
  define('_TRO_LEADING', ['matrix'], ([source]) => trimRange(source, 1, 1)),
  define('_TRO_TRAILING', ['matrix'], ([source]) => trimRange(source, 2, 2)),
];
