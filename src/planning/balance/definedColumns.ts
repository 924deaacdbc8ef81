import type { LinearProgramme } from './solver';

/** A column that an equality row defines: the row's other columns say what it is. */
export interface Definition {
  readonly column: number;
  readonly row: number;
}

/** Places (columns or rows) with their coefficients. */
export interface Entries {
  readonly at: number[];
  readonly values: number[];
}

/** Column = constant + Σ weight × other column. */
export interface Defined {
  readonly row: number;
  /** Coefficient of the column in its row. */
  readonly pivot: number;
  readonly constant: number;
  readonly terms: Entries;
  /** Coefficients in all other rows, rows added later included. */
  readonly uses: Entries;
}

/** Bounds of the rest of a defining row that keep its column between two values. */
export function rowBounds(
  { pivot, constant }: Defined,
  lower: number,
  upper: number,
): { readonly lower: number; readonly upper: number } {
  const [first, second] = [pivot * (constant - upper), pivot * (constant - lower)];
  return pivot > 0 ? { lower: first, upper: second } : { lower: second, upper: first };
}

/** What each defined column is, by column; its uses are those outside of its own row. */
export function defineColumns(
  { starts, rows, values, columnCount, rowLower }: LinearProgramme,
  definitions: readonly Definition[],
): ReadonlyMap<number, Defined> {
  const columnOfRow = new Map(definitions.map(({ column, row }) => [row, column]));
  const terms = new Map(definitions.map(({ row }): [number, Entries] => [row, { at: [], values: [] }]));
  const uses = new Map(definitions.map(({ column }): [number, Entries] => [column, { at: [], values: [] }]));
  const pivots = new Map<number, number>();
  for (let column = 0; column < columnCount; column += 1) {
    const own = uses.get(column);
    for (let entry = starts[column] ?? 0; entry < (starts[column + 1] ?? 0); entry += 1) {
      const [row, value] = [rows[entry] ?? 0, values[entry] ?? 0];
      const ofRow = terms.get(row);
      if (ofRow && columnOfRow.get(row) === column) pivots.set(column, value);
      else if (ofRow) put(ofRow, column, value);
      else if (own) put(own, row, value);
    }
  }
  const defined = new Map<number, Defined>();
  for (const { column, row } of definitions) {
    const [pivot, ofRow, own] = [pivots.get(column) ?? 1, terms.get(row), uses.get(column)];
    if (!ofRow || !own) continue;
    const weights = ofRow.values.map((value) => -value / pivot);
    const constant = (rowLower[row] ?? 0) / pivot;
    defined.set(column, { row, pivot, constant, terms: { at: ofRow.at, values: weights }, uses: own });
  }
  return defined;
}

/** For each column the defined columns that it stands in. */
export function invert(defined: ReadonlyMap<number, Defined>): ReadonlyMap<number, Entries> {
  const standsIn = new Map<number, Entries>();
  for (const [column, { terms }] of defined) {
    terms.at.forEach((at, own) => {
      const entries = standsIn.get(at) ?? { at: [], values: [] };
      standsIn.set(at, entries);
      put(entries, column, terms.values[own] ?? 0);
    });
  }
  return standsIn;
}

/** What the constants of defined columns add to each row. */
export function shiftsOf({ rowCount }: LinearProgramme, defined: ReadonlyMap<number, Defined>): number[] {
  const shifts = new Array<number>(rowCount).fill(0);
  for (const { constant, uses } of defined.values()) {
    uses.at.forEach((row, own) => (shifts[row] = (shifts[row] ?? 0) + constant * (uses.values[own] ?? 0)));
  }
  return shifts;
}

/** Adds an entry at the end. */
export function put(entries: Entries, at: number, value: number): void {
  entries.at.push(at);
  entries.values.push(value);
}

/** Adds to the entry of a place, looked for from a position on, or puts a new one. */
export function addFrom(entries: Entries, begin: number, at: number, value: number): void {
  const found = entries.at.indexOf(at, begin);
  if (found < 0) put(entries, at, value);
  else entries.values[found] = (entries.values[found] ?? 0) + value;
}

/** Σ coefficient × value of its place. */
export function sumOf({ at, values }: Entries, of: Float64Array | readonly number[]): number {
  let sum = 0;
  at.forEach((place, own) => (sum += (values[own] ?? 0) * (of[place] ?? 0)));
  return sum;
}
