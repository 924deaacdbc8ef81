import { CellError } from '../../model/cell';
import type { ColumnValues, Context } from '../context';
import type { Criterion } from '../criteria';
import { parseCriterion, rowsMeeting } from '../criteria';
import type { FunctionDefinition } from '../define';
import { define, dereference } from '../define';
import type { Scalar, Value } from '../values';
import { ERRORS, isScalar, Matrix, Reference } from '../values';
import { sumOf } from './numbers';

interface Condition {
  readonly range: Reference;
  readonly criterion: Criterion;
}

/** Reduces the values of the rows that meet all conditions, in order. */
type Reduce = (values: readonly Scalar[]) => Scalar;

/**
 * Offsets of the cells of a rectangle that meet all conditions, column by column.
 * The condition with the fewest candidates by index comes first; the others are tested only for those.
 */
function matchingOffsets(conditions: readonly Condition[], column: number, context: Context): number[] {
  const columns = conditions.map(({ range }) => context.engine.columnValues(range, column));
  const total = conditions[0]?.range.rows ?? 0;
  const indexed = conditions.map(({ criterion }, i) => {
    const values = columns[i];
    return criterion.key === undefined || !values ? undefined : rowsMeeting(values, criterion.key, context.engine);
  });
  let best = -1;
  indexed.forEach((rows, i) => {
    if (rows && (best < 0 || rows.length < (indexed[best]?.length ?? Infinity))) best = i;
  });
  const meets = (row: number): boolean =>
    conditions.every(({ criterion }, i) => i === best || criterion.matches(columns[i]?.values[row] ?? null));
  const candidates = best >= 0 ? indexed[best] : undefined;
  if (candidates) return candidates.filter(meets);
  return scanRows(columns, total, meets, conditions);
}

/** Without an index: every row that has content, and the empty ones below only if they could meet the conditions. */
function scanRows(
  columns: readonly ColumnValues[],
  total: number,
  meets: (row: number) => boolean,
  conditions: readonly Condition[],
): number[] {
  const filled = Math.min(total, Math.max(...columns.map((c) => c.values.length)));
  const found: number[] = [];
  for (let row = 0; row < filled; row++) if (meets(row)) found.push(row);
  if (filled < total && conditions.every(({ criterion }) => criterion.matches(null)))
    for (let row = filled; row < total; row++) found.push(row);
  return found;
}

function readConditions(
  args: readonly Value[],
  criteria: readonly Scalar[],
  context: Context,
): Condition[] | CellError {
  const conditions: Condition[] = [];
  for (let i = 0; i < criteria.length; i++) {
    const range = args[i * 2];
    if (range instanceof CellError) return range;
    if (!(range instanceof Reference)) return ERRORS.value;
    conditions.push({ range, criterion: parseCriterion(criteria[i] ?? null, context.engine) });
  }
  const [first] = conditions;
  if (conditions.some(({ range }) => range.rows !== first?.range.rows || range.columns !== first.range.columns))
    return ERRORS.value;
  return conditions;
}

/** Runs the body for every combination of array elements among the criteria; plain criteria run it once. */
function overCriteria(args: readonly Value[], context: Context, body: (criteria: Scalar[]) => Scalar): Value {
  const criteria = args.filter((_arg, i) => i % 2 === 1).map((arg) => dereference(arg, context));
  const rows = Math.max(...criteria.map((c) => (c instanceof Matrix ? c.rows : 0)));
  const columns = Math.max(...criteria.map((c) => (c instanceof Matrix ? c.columns : 0)));
  if (rows <= 0) return body(criteria.filter(isScalar));
  return Matrix.build(rows, columns, (r, c) =>
    body(criteria.map((value) => (value instanceof Matrix ? value.broadcastAt(r, c) : value))),
  );
}

function reduceWhere(source: Value, pairs: readonly Value[], reduce: Reduce, context: Context): Value {
  if (pairs.length === 0 || pairs.length % 2 === 1) return ERRORS.value;
  if (source instanceof CellError) return source;
  if (!(source instanceof Reference)) return ERRORS.value;
  return overCriteria(pairs, context, (criteria) => {
    const conditions = readConditions(pairs, criteria, context);
    if (conditions instanceof CellError) return conditions;
    const [first] = conditions;
    if (first?.range.rows !== source.rows || first.range.columns !== source.columns) return ERRORS.value;
    const found: Scalar[] = [];
    for (let column = 0; column < source.columns; column++) {
      const offsets = matchingOffsets(conditions, column, context);
      const { values } = context.engine.columnValues(source, column);
      for (const offset of offsets) found.push(values[offset] ?? null);
    }
    return reduce(found);
  });
}

/** SUMIF and AVERAGEIF take the size of the first range, from the corner of the last. */
function reduceWhereOne(
  range: Value,
  criterion: Value,
  source: Value | undefined,
  reduce: Reduce,
  context: Context,
): Value {
  if (range instanceof CellError) return range;
  if (!(range instanceof Reference)) return ERRORS.value;
  const summed = source ?? range;
  if (summed instanceof CellError) return summed;
  if (!(summed instanceof Reference)) return ERRORS.value;
  return reduceWhere(summed.part(0, 0, range.rows, range.columns), [range, criterion], reduce, context);
}

/** Applies a reduction to the numbers among values, errors first. */
function ofNumbers(reduce: (numbers: readonly number[]) => Scalar): Reduce {
  return (values) => {
    const error = values.find((v) => v instanceof CellError);
    return error ?? reduce(values.filter((v): v is number => typeof v === 'number'));
  };
}

const sum = ofNumbers(sumOf);
const average = ofNumbers((n) => (n.length === 0 ? ERRORS.div0 : sumOf(n) / n.length));
const maximum = ofNumbers((n) => n.reduce((a, b) => Math.max(a, b), n.length === 0 ? 0 : -Infinity));
const minimum = ofNumbers((n) => n.reduce((a, b) => Math.min(a, b), n.length === 0 ? 0 : Infinity));

function countWhere(pairs: readonly Value[], context: Context): Value {
  if (pairs.length === 0 || pairs.length % 2 === 1) return ERRORS.value;
  return overCriteria(pairs, context, (criteria) => {
    const conditions = readConditions(pairs, criteria, context);
    if (conditions instanceof CellError) return conditions;
    let count = 0;
    for (let column = 0; column < (conditions[0]?.range.columns ?? 0); column++)
      count += matchingOffsets(conditions, column, context).length;
    return count;
  });
}

export const CONDITIONAL_FUNCTIONS: readonly FunctionDefinition[] = [
  define('SUMIF', ['any', 'any', 'any?'], ([range, criterion, source], context) =>
    reduceWhereOne(range, criterion, source, sum, context),
  ),
  define('AVERAGEIF', ['any', 'any', 'any?'], ([range, criterion, source], context) =>
    reduceWhereOne(range, criterion, source, average, context),
  ),
  define('COUNTIF', ['any', 'any'], ([range, criterion], context) => countWhere([range, criterion], context)),
  define('COUNTIFS', ['...any'], ([pairs], context) => countWhere(pairs, context)),
  define('SUMIFS', ['any', '...any'], ([source, pairs], context) => reduceWhere(source, pairs, sum, context)),
  define('AVERAGEIFS', ['any', '...any'], ([source, pairs], context) => reduceWhere(source, pairs, average, context)),
  define('MAXIFS', ['any', '...any'], ([source, pairs], context) => reduceWhere(source, pairs, maximum, context)),
  define('MINIFS', ['any', '...any'], ([source, pairs], context) => reduceWhere(source, pairs, minimum, context)),
];
