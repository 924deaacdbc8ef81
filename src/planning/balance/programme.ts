import { numbersOf } from './arrays';
import type { LinearProgramme } from './solver';

/**
 * Collects columns, rows and coefficients of a linear programme in natural units, and packs them into compressed sparse columns.
 * A column may carry a scale (a power of two): the programme then holds the column in that many units, which keeps coefficients of models
 * that mix millions and single units close together without any rounding.
 */
export class ProgrammeBuilder {
  readonly cost: number[] = [];
  readonly columnLower: number[] = [];
  readonly columnUpper: number[] = [];
  readonly columnScale: number[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly rowScale: number[] = [];
  readonly #integers: number[] = [];
  #entryCount = 0;
  /** Twice as long whenever they are full: arrays of numbers that grow one by one are copied, and cleared away, many times over. */
  #entryRows = new Int32Array(1024);
  #entryColumns = new Int32Array(1024);
  #entryValues = new Float64Array(1024);

  /** Adds a column and returns its index. */
  addColumn(lower: number, upper: number, scale = 1): number {
    this.cost.push(0);
    this.columnLower.push(lower);
    this.columnUpper.push(upper);
    this.columnScale.push(scale);
    return this.cost.length - 1;
  }

  /** Adds a whole-number column and returns its index. */
  addInteger(lower: number, upper: number): number {
    const column = this.addColumn(lower, upper);
    this.#integers.push(column);
    return column;
  }

  /** Adds an empty row `lower ≤ … ≤ upper` and returns its index. */
  addRow(lower: number, upper: number, scale = 1): number {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    this.rowScale.push(scale);
    return this.rowLower.length - 1;
  }

  /** Adds `value × column` to a row; a column that is absent (−1) adds nothing. */
  put(row: number, column: number, value: number): void {
    if (column < 0 || value === 0) return;
    const at = this.#entryCount++;
    if (at === this.#entryRows.length) this.#growEntries();
    this.#entryRows[at] = row;
    this.#entryColumns[at] = column;
    this.#entryValues[at] = value;
  }

  #growEntries(): void {
    const length = 2 * this.#entryRows.length;
    const [rows, columns, values] = [new Int32Array(length), new Int32Array(length), new Float64Array(length)];
    rows.set(this.#entryRows);
    columns.set(this.#entryColumns);
    values.set(this.#entryValues);
    [this.#entryRows, this.#entryColumns, this.#entryValues] = [rows, columns, values];
  }

  get columnCount(): number {
    return this.cost.length;
  }

  get rowCount(): number {
    return this.rowLower.length;
  }

  get integers(): readonly number[] {
    return this.#integers;
  }

  /** Packs the programme, scaled; coefficients put twice at one place are added up. */
  pack(): LinearProgramme {
    const { columnScale, rowScale } = this;
    const matrix = this.#packMatrix();
    const integer = new Uint8Array(this.columnCount);
    for (const column of this.#integers) integer[column] = 1;
    const divided = (values: readonly number[]): Float64Array =>
      numbersOf(values.length, (column) => (values[column] ?? 0) / (columnScale[column] ?? 1));
    const multiplied = (values: readonly number[]): Float64Array =>
      numbersOf(values.length, (row) => (values[row] ?? 0) * (rowScale[row] ?? 1));
    return {
      sense: 'min',
      columnCount: this.columnCount,
      rowCount: this.rowCount,
      cost: numbersOf(this.cost.length, (column) => (this.cost[column] ?? 0) * (columnScale[column] ?? 1)),
      columnLower: divided(this.columnLower),
      columnUpper: divided(this.columnUpper),
      rowLower: multiplied(this.rowLower),
      rowUpper: multiplied(this.rowUpper),
      ...matrix,
      ...(this.#integers.length > 0 ? { integer } : {}),
    };
  }

  #packMatrix(): Pick<LinearProgramme, 'starts' | 'rows' | 'values'> {
    const count = this.columnCount;
    const starts = new Int32Array(count + 1);
    for (let entry = 0; entry < this.#entryCount; entry += 1) {
      const column = this.#entryColumns[entry] ?? 0;
      starts[column + 1] = (starts[column + 1] ?? 0) + 1;
    }
    for (let column = 0; column < count; column += 1)
      starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0);
    const next = starts.slice();
    const rows = new Int32Array(this.#entryCount);
    const values = new Float64Array(rows.length);
    for (let entry = 0; entry < rows.length; entry += 1) {
      const column = this.#entryColumns[entry] ?? 0;
      const row = this.#entryRows[entry] ?? 0;
      const at = next[column] ?? 0;
      next[column] = at + 1;
      rows[at] = row;
      values[at] = (this.#entryValues[entry] ?? 0) * (this.columnScale[column] ?? 1) * (this.rowScale[row] ?? 1);
    }
    return mergeRepeats(starts, rows, values);
  }
}

/** A product that uses the same line twice in one mode puts two coefficients at one place: HiGHS wants their sum. */
function mergeRepeats(
  starts: Int32Array,
  rows: Int32Array,
  values: Float64Array,
): Pick<LinearProgramme, 'starts' | 'rows' | 'values'> {
  const packedStarts = new Int32Array(starts.length);
  let length = 0;
  for (let column = 0; column + 1 < starts.length; column += 1) {
    const begin = length;
    for (let entry = starts[column] ?? 0; entry < (starts[column + 1] ?? 0); entry += 1) {
      const row = rows[entry] ?? 0;
      let at = begin;
      while (at < length && rows[at] !== row) at += 1;
      if (at < length) {
        values[at] = (values[at] ?? 0) + (values[entry] ?? 0);
      } else {
        rows[length] = row;
        values[length] = values[entry] ?? 0;
        length += 1;
      }
    }
    packedStarts[column + 1] = length;
  }
  return { starts: packedStarts, rows: rows.slice(0, length), values: values.slice(0, length) };
}
