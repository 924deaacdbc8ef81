import { CellError } from '../../model/cell';
import { compareForSort, lookupKey } from '../compare';
import type { Context } from '../context';
import { toLogical } from '../convert';
import type { FunctionDefinition } from '../define';
import { define, dereference } from '../define';
import { applyLambda } from '../lambda';
import type { Lambda, Scalar, Value } from '../values';
import { BuiltIn, ERRORS, Matrix } from '../values';

/** Rows of the data by the values they share in the grouping columns. */
interface Group {
  readonly keys: readonly Scalar[];
  readonly rows: number[];
}

/** Groups in ascending order of their keys, column by column. */
function groupRows(fields: Matrix, rows: readonly number[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const keys = fields.data[row] ?? [];
    const id = JSON.stringify(keys.map(lookupKey));
    const known = groups.get(id);
    if (known) known.rows.push(row);
    else groups.set(id, { keys, rows: [row] });
  }
  return [...groups.values()].sort((a, b) => compareKeys(a.keys, b.keys));
}

function compareKeys(a: readonly Scalar[], b: readonly Scalar[]): number {
  for (let i = 0; i < a.length; i++) {
    const order = compareForSort(a[i] ?? null, b[i] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** What a lambda makes of some rows of a column; a second parameter gets the whole column (PERCENTOF). */
function aggregate(
  values: Matrix,
  column: number,
  rows: readonly number[],
  all: readonly number[],
  by: Lambda,
  context: Context,
): Scalar {
  const part = (which: readonly number[]): Matrix => Matrix.column(which.map((row) => values.at(row, column)));
  const wantsAll = by instanceof BuiltIn ? by.name === 'PERCENTOF' : !by.takes(1);
  const args = wantsAll ? [part(rows), part(all)] : [part(rows)];
  const result = dereference(applyLambda(by, args, context), context);
  return result instanceof Matrix ? (result.rows * result.columns === 1 ? result.at(0, 0) : ERRORS.calc) : result;
}

/** Rows that count: without a header row, and where the filter holds. */
function rowsOf(values: Matrix, hasHeader: boolean, filter: Matrix | undefined): number[] | CellError {
  const first = hasHeader ? 1 : 0;
  const count = values.rows - first;
  if (filter && filter.rows !== count && filter.rows !== values.rows) return ERRORS.value;
  const rows: number[] = [];
  for (let row = first; row < values.rows; row++) {
    const keep = filter ? toLogical(filter.at(filter.rows === count ? row - first : row, 0)) : true;
    if (keep instanceof CellError) return keep;
    if (keep) rows.push(row);
  }
  return rows;
}

/** A text above a number is taken for a header, as Excel guesses. */
function looksLikeHeader(values: Matrix): boolean {
  return typeof values.at(0, 0) === 'string' && typeof values.at(1, 0) === 'number';
}

const isIn = (value: number, choices: readonly number[]): boolean => choices.includes(value);

interface GroupOptions {
  readonly headers: number | undefined;
  readonly totals: number | undefined;
  readonly sortBy: number | undefined;
  readonly filter: Matrix | undefined;
}

function groupBy(fields: Matrix, values: Matrix, by: Lambda, options: GroupOptions, context: Context): Value {
  const { headers, totals = fields.columns > 1 ? 2 : 1, sortBy, filter } = options;
  if (fields.rows !== values.rows) return ERRORS.value;
  if (!isIn(totals, [-2, -1, 0, 1, 2]) || !isIn(headers ?? 0, [0, 1, 2, 3])) return ERRORS.value;
  // How Excel lays out subtotals and made-up headers is not served: a file's values stay.
  if (headers === 2 || (fields.columns > 1 && Math.abs(totals) === 2))
    return context.engine.missing('GROUPBY with subtotals or generated headers', ERRORS.calc);
  const hasHeader = headers === undefined ? looksLikeHeader(values) : headers !== 0;
  const rows = rowsOf(values, hasHeader, filter);
  if (rows instanceof CellError) return rows;
  if (rows.length === 0) return ERRORS.calc;
  const line = (keys: readonly Scalar[], which: readonly number[]): Scalar[] => [
    ...keys,
    ...Array.from({ length: values.columns }, (_, c) => aggregate(values, c, which, rows, by, context)),
  ];
  const lines = groupRows(fields, rows).map((group) => line(group.keys, group.rows));
  if (sortBy !== undefined) {
    const column = Math.abs(sortBy) - 1;
    if (column < 0 || column >= fields.columns + values.columns) return ERRORS.value;
    lines.sort((a, b) => Math.sign(sortBy) * compareForSort(a[column] ?? null, b[column] ?? null));
  }
  const total = line(['Total', ...Array.from({ length: fields.columns - 1 }, () => '')], rows);
  if (totals > 0) lines.push(total);
  if (totals < 0) lines.unshift(total);
  const shown = headers === 3 || (headers === undefined && hasHeader && fields.columns > 1);
  if (shown) lines.unshift([...(fields.data[0] ?? []), ...(values.data[0] ?? [])]);
  return new Matrix(lines);
}

function pivotBy(
  fields: Matrix,
  across: Matrix,
  values: Matrix,
  by: Lambda,
  options: PivotOptions,
  context: Context,
): Value {
  const { headers, rowTotals = 1, columnTotals = 1, filter } = options;
  if (fields.rows !== values.rows || across.rows !== values.rows) return ERRORS.value;
  const isPlain = fields.columns === 1 && across.columns === 1 && values.columns === 1 && isIn(headers ?? 0, [0, 1]);
  if (!isPlain || !isIn(rowTotals, [0, 1]) || !isIn(columnTotals, [0, 1]))
    return context.engine.missing('PIVOTBY over several fields, with subtotals or headers', ERRORS.calc);
  const hasHeader = headers === undefined ? looksLikeHeader(values) : headers !== 0;
  const rows = rowsOf(values, hasHeader, filter);
  if (rows instanceof CellError) return rows;
  if (rows.length === 0) return ERRORS.calc;
  const columns = groupRows(across, rows);
  const line = (key: Scalar, which: readonly number[]): Scalar[] => {
    const inside = new Set(which);
    const cells = columns.map((column): Scalar => {
      const common = column.rows.filter((row) => inside.has(row));
      return common.length === 0 ? '' : aggregate(values, 0, common, rows, by, context);
    });
    return [key, ...cells, ...(columnTotals === 1 ? [aggregate(values, 0, which, rows, by, context)] : [])];
  };
  const head = ['', ...columns.map(({ keys }) => keys[0] ?? null), ...(columnTotals === 1 ? ['Total'] : [])];
  const lines = groupRows(fields, rows).map((group) => line(group.keys[0] ?? null, group.rows));
  return new Matrix([head, ...lines, ...(rowTotals === 1 ? [line('Total', rows)] : [])]);
}

interface PivotOptions {
  readonly headers: number | undefined;
  readonly rowTotals: number | undefined;
  readonly columnTotals: number | undefined;
  readonly filter: Matrix | undefined;
}

export const GROUPING_FUNCTIONS: readonly FunctionDefinition[] = [
  define(
    'GROUPBY',
    ['matrix', 'matrix', 'lambda', 'number??', 'number??', 'number??', 'any??', 'number??'],
    ([fields, values, by, headers, totals, sortBy, filter], context) =>
      groupBy(fields, values, by, { headers, totals, sortBy, filter: asMatrix(filter, context) }, context),
  ),
  define(
    'PIVOTBY',
    ['matrix', 'matrix', 'matrix', 'lambda', 'number??', 'number??', 'number??', 'number??', 'number??', 'any??'],
    ([fields, across, values, by, headers, rowTotals, rowSort, columnTotals, columnSort, filter], context) => {
      if (rowSort !== undefined || columnSort !== undefined)
        return context.engine.missing('PIVOTBY in another order', ERRORS.calc);
      return pivotBy(
        fields,
        across,
        values,
        by,
        { headers, rowTotals, columnTotals, filter: asMatrix(filter, context) },
        context,
      );
    },
  ),
];

function asMatrix(value: Value | undefined, context: Context): Matrix | undefined {
  if (value === undefined) return undefined;
  const plain = dereference(value, context);
  return plain instanceof Matrix ? plain : new Matrix([[plain]]);
}
