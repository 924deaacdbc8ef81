import type { DefinedColumns } from './definedColumns';
import type { LinearProgramme } from './solver';

type Matrix = Pick<LinearProgramme, 'starts' | 'rows' | 'values'>;

/**
 * The coefficients of the columns that the solver keeps: each column as it was, plus what it brings to the rows that use the defined columns it
 * stands in.
 *
 * @param kept Columns of the programme that no row defines, in ascending order.
 */
export function reduceMatrix(programme: LinearProgramme, defined: DefinedColumns, kept: readonly number[]): Matrix {
  const { uses, standsIn } = defined;
  const most = programme.rows.length + mostFill(defined);
  const [starts, rows, values] = [new Int32Array(kept.length + 1), new Int32Array(most), new Float64Array(most)];
  let length = 0;
  const add = (begin: number, row: number, value: number): void => {
    let at = begin;
    while (at < length && rows[at] !== row) at += 1;
    if (at === length) length += 1;
    rows[at] = row;
    values[at] = (values[at] ?? 0) + value;
  };
  kept.forEach((column, at) => {
    const begin = length;
    for (let entry = programme.starts[column] ?? 0; entry < (programme.starts[column + 1] ?? 0); entry += 1) {
      rows[length] = programme.rows[entry] ?? 0;
      values[length++] = programme.values[entry] ?? 0;
    }
    for (let entry = standsIn.starts[column] ?? 0; entry < (standsIn.starts[column + 1] ?? 0); entry += 1) {
      const [place, weight] = [standsIn.at[entry] ?? 0, standsIn.values[entry] ?? 0];
      for (let use = uses.starts[place] ?? 0; use < (uses.starts[place + 1] ?? 0); use += 1) {
        add(begin, uses.at[use] ?? 0, weight * (uses.values[use] ?? 0));
      }
    }
    starts[at + 1] = length;
  });
  return { starts, rows: rows.slice(0, length), values: values.slice(0, length) };
}

/** Most coefficients that defined columns can bring to others. */
function mostFill({ terms, uses, column }: DefinedColumns): number {
  const lengthOf = (starts: Int32Array, place: number): number => (starts[place + 1] ?? 0) - (starts[place] ?? 0);
  return column.reduce((sum, _, place) => sum + lengthOf(terms.starts, place) * lengthOf(uses.starts, place), 0);
}
