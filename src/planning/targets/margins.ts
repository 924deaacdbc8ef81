import { sum } from './round';

export type MarginsResult =
  | { readonly ok: true; readonly cells: readonly (readonly number[])[]; readonly iterations: number }
  | {
      readonly ok: false;
      /** 'totals': row and column margins differ in sum; 'row' / 'column': that margin cannot be met by the zeros of the seed. */
      readonly reason: 'totals' | 'row' | 'column';
      /** Zero-based row or column to blame; -1 for 'totals'. */
      readonly index: number;
    };

const TOLERANCE = 1e-9;
const MOST_ITERATIONS = 10_000;

/**
 * Fits a table to the sums of its rows and columns at once, keeping the proportions of a seed: iterative proportional fitting.
 *
 * @param seed First guess, 0 or more, a row a team and a column a month, say; a zero stays zero.
 * @param rows Wanted sum of each row, 0 or more.
 * @param columns Wanted sum of each column, 0 or more.
 * @returns Cells whose margins hold within 1e-9 of the total; or the margin that the seed's zeros make impossible.
 * @example fitMargins([[1, 1], [1, 1]], [30, 70], [40, 60]) //=> cells [[12, 18], [28, 42]]
 * @see Deming and Stephan 1940; mathematics A5
 */
export function fitMargins(
  seed: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): MarginsResult {
  const total = Math.max(1, sum(rows));
  if (Math.abs(sum(rows) - sum(columns)) > TOLERANCE * total) return { ok: false, reason: 'totals', index: -1 };
  const cells = seed.map((row) => [...row]);
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations += 1) {
    scaleRows(cells, rows);
    scaleColumns(cells, columns);
    const rowErrors = rows.map((wanted, index) => Math.abs(sum(cells[index] ?? []) - wanted));
    const columnErrors = columns.map((wanted, index) => Math.abs(sumColumn(cells, index) - wanted));
    if (Math.max(...rowErrors, ...columnErrors) <= TOLERANCE * total) return { ok: true, cells, iterations };
  }
  return blameMargin(cells, rows, columns);
}

function scaleRows(cells: number[][], rows: readonly number[]): void {
  cells.forEach((row, index) => {
    const present = sum(row);
    if (present > 0) row.forEach((cell, column) => (row[column] = (cell * (rows[index] ?? 0)) / present));
  });
}

function scaleColumns(cells: number[][], columns: readonly number[]): void {
  columns.forEach((wanted, column) => {
    const present = sumColumn(cells, column);
    if (present > 0) for (const row of cells) row[column] = ((row[column] ?? 0) * wanted) / present;
  });
}

function sumColumn(cells: readonly (readonly number[])[], column: number): number {
  return sum(cells.map((row) => row[column] ?? 0));
}

/** The margin that misses by most is the one the zeros of the seed keep from being met. */
function blameMargin(cells: number[][], rows: readonly number[], columns: readonly number[]): MarginsResult {
  const misses = [
    ...rows.map((wanted, index) => ({
      reason: 'row' as const,
      index,
      miss: Math.abs(sum(cells[index] ?? []) - wanted),
    })),
    ...columns.map((wanted, index) => ({
      reason: 'column' as const,
      index,
      miss: Math.abs(sumColumn(cells, index) - wanted),
    })),
  ].sort((left, right) => right.miss - left.miss);
  const worst = misses[0];
  return worst ? { ok: false, reason: worst.reason, index: worst.index } : { ok: true, cells, iterations: 0 };
}
