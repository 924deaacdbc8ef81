import { CellError } from '../../model/cell';
import type { Context } from '../context';
import { toNumber } from '../convert';
import type { FunctionDefinition } from '../define';
import { define, dereference, toMatrix } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, Matrix, Reference, ReferenceList } from '../values';
import { asSource, findByMode, findExact, findLastNotAbove, findLastNotBelow, vectorOf } from './search';

/** A part of a range as a range, of an array as an array. */
function partOf(source: Reference | Matrix, row: number, column: number, rows: number, columns: number): Value {
  if (source instanceof Reference) return source.part(row, column, rows, columns);
  if (rows === 1 && columns === 1) return source.at(row, column);
  return Matrix.build(rows, columns, (r, c) => source.at(row + r, column + c));
}

/** VLOOKUP and HLOOKUP. */
function lookUpTable(
  wanted: Scalar,
  table: Value,
  index: number,
  approximate: boolean,
  along: 'rows' | 'columns',
  context: Context,
): Value {
  if (wanted instanceof CellError) return wanted;
  const source = asSource(table);
  if (!source) return ERRORS.value;
  const position = Math.trunc(index) - 1;
  if (position < 0) return ERRORS.value;
  if (position >= (along === 'rows' ? source.columns : source.rows)) return ERRORS.ref;
  const vector = vectorOf(source, along, context);
  const found = approximate ? findLastNotAbove(vector.values, wanted) : findExact(vector, wanted, true);
  if (found < 0) return ERRORS.na;
  return along === 'rows' ? partOf(source, found, position, 1, 1) : partOf(source, position, found, 1, 1);
}

function directionOf(source: Reference | Matrix): 'rows' | 'columns' {
  return source.columns > 1 && source.rows === 1 ? 'columns' : 'rows';
}

function match(wanted: Scalar, array: Value, type: number, context: Context): Scalar {
  if (wanted instanceof CellError) return wanted;
  const source = asSource(array);
  if (!source || (source.rows > 1 && source.columns > 1)) return ERRORS.na;
  const vector = vectorOf(source, directionOf(source), context);
  const found =
    type === 0
      ? findExact(vector, wanted, true)
      : type > 0
        ? findLastNotAbove(vector.values, wanted)
        : findLastNotBelow(vector.values, wanted);
  return found < 0 ? ERRORS.na : found + 1;
}

/** INDEX: 0 or nothing for a row or column means all of it. */
function indexInto(source: Value, row: number, column: number | undefined, area: number): Value {
  const areas = source instanceof ReferenceList ? source.areas : undefined;
  const chosen = areas ? areas[area - 1] : area === 1 ? source : undefined;
  if (chosen === undefined) return ERRORS.ref;
  if (chosen instanceof CellError) return chosen;
  const whole = asSource(chosen);
  if (!whole) return ERRORS.value;
  // With one number, a single row is counted along its columns.
  const isRowVector = column === undefined && whole.rows === 1;
  const r = Math.trunc(isRowVector ? 0 : row);
  const c = Math.trunc(isRowVector ? row : (column ?? 0));
  if (r < 0 || c < 0) return ERRORS.value;
  if (r > whole.rows || c > whole.columns) return ERRORS.ref;
  return partOf(whole, r === 0 ? 0 : r - 1, c === 0 ? 0 : c - 1, r === 0 ? whole.rows : 1, c === 0 ? whole.columns : 1);
}

/** INDEX with arrays for row or column picks each combination. */
function evaluateIndex(source: Value, rows: Value, columns: Value | undefined, area: number, context: Context): Value {
  const r = dereference(rows, context);
  const c = columns === undefined ? undefined : dereference(columns, context);
  if (!(r instanceof Matrix) && !(c instanceof Matrix)) {
    const row = toNumber(r, context.engine);
    if (row instanceof CellError) return row;
    const column = c === undefined ? undefined : toNumber(c, context.engine);
    return column instanceof CellError ? column : indexInto(source, row, column, area);
  }
  const rowMatrix = toMatrix(r, context);
  const columnMatrix = c === undefined ? undefined : toMatrix(c, context);
  return Matrix.build(
    Math.max(rowMatrix.rows, columnMatrix?.rows ?? 1),
    Math.max(rowMatrix.columns, columnMatrix?.columns ?? 1),
    (i, j) => {
      const row = toNumber(rowMatrix.broadcastAt(i, j), context.engine);
      if (row instanceof CellError) return row;
      const column = columnMatrix ? toNumber(columnMatrix.broadcastAt(i, j), context.engine) : undefined;
      if (column instanceof CellError) return column;
      const value = dereference(indexInto(source, row, column, area), context);
      return value instanceof Matrix ? value.at(0, 0) : value;
    },
  );
}

function xlookup(
  wanted: Scalar,
  lookup: Value,
  result: Value,
  notFound: Value | undefined,
  matchMode: number,
  searchMode: number,
  context: Context,
): Value {
  if (wanted instanceof CellError) return wanted;
  const keys = asSource(lookup);
  const results = asSource(result);
  if (!keys || !results) return ERRORS.value;
  const along = directionOf(keys);
  if (keys.rows > 1 && keys.columns > 1) return ERRORS.value;
  if (along === 'rows' ? keys.rows !== results.rows : keys.columns !== results.columns) return ERRORS.value;
  const found = findByMode(vectorOf(keys, along, context), wanted, Math.trunc(matchMode), Math.trunc(searchMode));
  if (found < 0) return notFound ?? ERRORS.na;
  return along === 'rows' ? partOf(results, found, 0, 1, results.columns) : partOf(results, 0, found, results.rows, 1);
}

/** LOOKUP: approximate, along the longer side of an array. */
function lookUpVector(wanted: Scalar, lookup: Value, result: Value | undefined, context: Context): Value {
  if (wanted instanceof CellError) return wanted;
  const keys = asSource(lookup);
  const results = result === undefined ? undefined : asSource(result);
  if (!keys) return ERRORS.value;
  const along = keys.columns > keys.rows ? 'columns' : 'rows';
  const found = findLastNotAbove(vectorOf(keys, along, context).values, wanted);
  if (found < 0) return ERRORS.na;
  if (!results) {
    return along === 'rows' ? partOf(keys, found, keys.columns - 1, 1, 1) : partOf(keys, keys.rows - 1, found, 1, 1);
  }
  return results.rows >= results.columns ? partOf(results, found, 0, 1, 1) : partOf(results, 0, found, 1, 1);
}

export const LOOKUP_FUNCTIONS: readonly FunctionDefinition[] = [
  define('VLOOKUP', ['value', 'any', 'number', 'logical?'], ([wanted, table, index, approximate = true], context) =>
    lookUpTable(wanted, table, index, approximate, 'rows', context),
  ),
  define('HLOOKUP', ['value', 'any', 'number', 'logical?'], ([wanted, table, index, approximate = true], context) =>
    lookUpTable(wanted, table, index, approximate, 'columns', context),
  ),
  define('LOOKUP', ['value', 'any', 'any?'], ([wanted, lookup, result], context) =>
    lookUpVector(wanted, lookup, result, context),
  ),
  define('MATCH', ['value', 'any', 'number?'], ([wanted, array, type = 1], context) =>
    match(wanted, array, type, context),
  ),
  define('XMATCH', ['value', 'any', 'number??', 'number??'], ([wanted, array, mode = 0, search = 1], context) => {
    if (wanted instanceof CellError) return wanted;
    const source = asSource(array);
    if (!source || (source.rows > 1 && source.columns > 1)) return ERRORS.value;
    const vector = vectorOf(source, directionOf(source), context);
    const found = findByMode(vector, wanted, Math.trunc(mode), Math.trunc(search));
    return found < 0 ? ERRORS.na : found + 1;
  }),
  define(
    'XLOOKUP',
    ['value', 'any', 'any', 'any??', 'number??', 'number??'],
    ([wanted, lookup, result, notFound, mode = 0, search = 1], context) =>
      xlookup(wanted, lookup, result, notFound, mode, search, context),
  ),
  define('INDEX', ['any', 'any', 'any?', 'number?'], ([source, rows, columns, area = 1], context) =>
    evaluateIndex(source, rows, columns, area, context),
  ),
];
