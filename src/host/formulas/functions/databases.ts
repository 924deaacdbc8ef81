import { CellError } from '../../model/cell';
import { equalText } from '../compare';
import type { Context } from '../context';
import { parseCriterion } from '../criteria';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Scalar } from '../values';
import { ERRORS } from '../values';
import type { Matrix } from '../values';
import {
  average,
  deviationOfPopulation,
  deviationOfSample,
  maximum,
  minimum,
  product,
  varianceOfPopulation,
  varianceOfSample,
} from './aggregates';
import { sumOf } from './numbers';

/** Position of a column of a database by its header or its number from 1. */
function fieldIndex(database: Matrix, field: Scalar): number {
  if (typeof field === 'number')
    return Math.trunc(field) >= 1 && field <= database.columns ? Math.trunc(field) - 1 : -1;
  if (typeof field !== 'string') return -1;
  return (database.data[0] ?? []).findIndex((header) => typeof header === 'string' && equalText(header, field));
}

/** Rows that meet any line of the criteria, each line meaning all of its cells; empty cells ask for nothing. */
function matchingRows(database: Matrix, criteria: Matrix, context: Context): (readonly Scalar[])[] {
  const columns = (criteria.data[0] ?? []).map((header) => fieldIndex(database, header));
  const lines = criteria.data.slice(1).map((line) =>
    line.flatMap((cell, i) => {
      const column = columns[i] ?? -1;
      return cell === null || column < 0 ? [] : [{ column, matches: databaseCriterion(cell, context) }];
    }),
  );
  return database.data
    .slice(1)
    .filter((row) => lines.some((line) => line.every(({ column, matches }) => matches(row[column] ?? null))));
}

/** As in SUMIFS, but that plain text matches what begins with it. */
function databaseCriterion(criterion: Scalar, context: Context): (value: Scalar) => boolean {
  const isPlainText = typeof criterion === 'string' && !/^[<>=]/.test(criterion) && !/\d/.test(criterion);
  return parseCriterion(isPlainText ? `${criterion}*` : criterion, context.engine).matches;
}

function overField(name: string, reduce: (values: readonly Scalar[]) => Scalar): FunctionDefinition {
  return define(name, ['matrix', 'scalar??', 'matrix'], ([database, field, criteria], context) => {
    const rows = matchingRows(database, criteria, context);
    if (field === undefined) return name.startsWith('DCOUNT') ? rows.length : ERRORS.value;
    const column = fieldIndex(database, field);
    return column < 0 ? ERRORS.value : reduce(rows.map((row) => row[column] ?? null));
  });
}

function ofNumbers(
  statistic: (numbers: readonly number[]) => number | CellError,
): (values: readonly Scalar[]) => Scalar {
  return (values) => {
    const error = values.find((v) => v instanceof CellError);
    return error ?? statistic(values.filter((v): v is number => typeof v === 'number'));
  };
}

export const DATABASE_FUNCTIONS: readonly FunctionDefinition[] = [
  overField(
    'DSUM',
    ofNumbers((n) => sumOf(n)),
  ),
  overField('DAVERAGE', ofNumbers(average)),
  overField('DMAX', ofNumbers(maximum)),
  overField('DMIN', ofNumbers(minimum)),
  overField('DPRODUCT', ofNumbers(product)),
  overField('DSTDEV', ofNumbers(deviationOfSample)),
  overField('DSTDEVP', ofNumbers(deviationOfPopulation)),
  overField('DVAR', ofNumbers(varianceOfSample)),
  overField('DVARP', ofNumbers(varianceOfPopulation)),
  overField('DCOUNT', (values) => values.filter((v) => typeof v === 'number').length),
  overField('DCOUNTA', (values) => values.filter((v) => v !== null).length),
  overField('DGET', (values) =>
    values.length === 0 ? ERRORS.value : values.length > 1 ? ERRORS.num : (values[0] ?? 0),
  ),
];
