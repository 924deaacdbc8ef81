import type { LinearProgramme } from './solver';

/** A column that an equality row defines: the row's other columns say what it is. */
export interface Definition {
  readonly column: number;
  readonly row: number;
}

/** Lists of places (columns or rows) with their coefficients, one behind the other: list i goes from `starts[i]` up to `starts[i + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
}

/** Columns = constant + Σ weight × other column, by their place in the list of definitions. */
export interface DefinedColumns {
  readonly column: Int32Array;
  readonly row: Int32Array;
  /** Coefficient of the column in its row. */
  readonly pivot: Float64Array;
  readonly constant: Float64Array;
  /** The other columns and their weights. */
  readonly terms: Lists;
  /** Rows other than its own, and the column's coefficients there. */
  readonly uses: Lists;
  /** By column of the programme: its place among the defined ones, or −1. */
  readonly placeOf: Int32Array;
  /** By column of the programme: the places of the defined columns it is a term of, with its weights. */
  readonly standsIn: Lists;
}

/** Bounds of the rest of a defining row that keep its column between two values. */
export function rowBounds(
  { pivot, constant }: DefinedColumns,
  place: number,
  lower: number,
  upper: number,
): readonly [lower: number, upper: number] {
  const [sign, known] = [pivot[place] ?? 1, constant[place] ?? 0];
  const [first, second] = [sign * (known - upper), sign * (known - lower)];
  return sign > 0 ? [first, second] : [second, first];
}

/** What each defined column is. In flat arrays: a model defines thousands of columns, and objects for each would take as long as solving it. */
export function defineColumns(programme: LinearProgramme, definitions: readonly Definition[]): DefinedColumns {
  const { columnCount, rowCount, rowLower } = programme;
  const column = Int32Array.from(definitions, (own) => own.column);
  const row = Int32Array.from(definitions, (own) => own.row);
  const placeOf = placesIn(columnCount, column);
  const { pivot, terms, uses } = splitEntries(programme, placeOf, placesIn(rowCount, row), definitions.length);
  const constant = pivot.map((value, place) => (rowLower[row[place] ?? 0] ?? 0) / value);
  return { column, row, pivot, constant, terms, uses, placeOf, standsIn: transpose(terms, columnCount) };
}

function placesIn(count: number, of: Int32Array): Int32Array {
  const places = new Int32Array(count).fill(-1);
  of.forEach((at, place) => (places[at] = place));
  return places;
}

/** Sorts the entries of the programme into pivots, terms of defining rows, and uses of defined columns in other rows. */
function splitEntries(
  { starts, rows, values, columnCount }: LinearProgramme,
  placeOf: Int32Array,
  placeOfRow: Int32Array,
  count: number,
): Pick<DefinedColumns, 'pivot' | 'terms' | 'uses'> {
  const pivot = new Float64Array(count).fill(1);
  const [termCounts, useCounts] = [new Int32Array(count), new Int32Array(count)];
  const eachEntry = (
    onTerm: (place: number, column: number, value: number) => void,
    onUse: (place: number, row: number, value: number) => void,
  ): void => {
    for (let column = 0; column < columnCount; column += 1) {
      const own = placeOf[column] ?? -1;
      for (let entry = starts[column] ?? 0; entry < (starts[column + 1] ?? 0); entry += 1) {
        const [row, value] = [rows[entry] ?? 0, values[entry] ?? 0];
        const place = placeOfRow[row] ?? -1;
        if (place >= 0 && place === own) pivot[place] = value;
        else if (place >= 0) onTerm(place, column, value);
        else if (own >= 0) onUse(own, row, value);
      }
    }
  };
  const countIn = (counts: Int32Array) => (place: number) => void (counts[place] = (counts[place] ?? 0) + 1);
  eachEntry(countIn(termCounts), countIn(useCounts));
  const [terms, uses] = [emptyLists(termCounts), emptyLists(useCounts)];
  const [putTerm, putUse] = [filler(terms), filler(uses)];
  eachEntry((place, column, value) => putTerm(place, column, -value / (pivot[place] ?? 1)), putUse);
  return { pivot, terms, uses };
}

/** Lists of these lengths, to be filled. */
function emptyLists(lengths: Int32Array): Lists {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, list) => (starts[list + 1] = (starts[list] ?? 0) + length));
  const total = starts[lengths.length] ?? 0;
  return { starts, at: new Int32Array(total), values: new Float64Array(total) };
}

/** Puts entries behind those that a list has already. */
function filler({ starts, at, values }: Lists): (list: number, place: number, value: number) => void {
  const next = starts.slice();
  return (list, place, value) => {
    const free = next[list] ?? 0;
    next[list] = free + 1;
    at[free] = place;
    values[free] = value;
  };
}

/** For each place the lists it stands in, in their order. */
function transpose({ starts, at, values }: Lists, count: number): Lists {
  const lengths = new Int32Array(count);
  for (const place of at) lengths[place] = (lengths[place] ?? 0) + 1;
  const transposed = emptyLists(lengths);
  const put = filler(transposed);
  for (let list = 0; list + 1 < starts.length; list += 1) {
    for (let entry = starts[list] ?? 0; entry < (starts[list + 1] ?? 0); entry += 1) {
      put(at[entry] ?? 0, list, values[entry] ?? 0);
    }
  }
  return transposed;
}

/** What the constants of defined columns add to each row. */
export function shiftsOf({ rowCount }: LinearProgramme, { constant, uses }: DefinedColumns): number[] {
  const shifts = new Array<number>(rowCount).fill(0);
  constant.forEach((known, place) => {
    for (let entry = uses.starts[place] ?? 0; entry < (uses.starts[place + 1] ?? 0); entry += 1) {
      const row = uses.at[entry] ?? 0;
      shifts[row] = (shifts[row] ?? 0) + known * (uses.values[entry] ?? 0);
    }
  });
  return shifts;
}

/** Σ coefficient × value of its place, over one list. */
export function sumOf({ starts, at, values }: Lists, list: number, of: Float64Array | readonly number[]): number {
  let sum = 0;
  for (let entry = starts[list] ?? 0; entry < (starts[list + 1] ?? 0); entry += 1) {
    sum += (values[entry] ?? 0) * (of[at[entry] ?? 0] ?? 0);
  }
  return sum;
}
