import { isBlank, isErrorValue, textOf } from './cells';
import type { TableShape } from './column';
import { headingKey, matchKey } from './match';
import type { RawRange, RawValue } from './raw';

/** A heading of the user's sheet. */
export interface Heading {
  /** Index into a row of the range's values. */
  readonly index: number;
  /** As the user wrote it, spaces tidied. */
  readonly text: string;
}

/** Which columns of a table a range has, and where. */
export interface ColumnMatch {
  /** Index of the header row in the range's values. */
  readonly header: number;
  /** Field → heading. */
  readonly columns: ReadonlyMap<string, Heading>;
  /** Required fields without a heading. */
  readonly missing: readonly string[];
  readonly unmatched: readonly Heading[];
  /** Headings that name a field another column has already taken. */
  readonly repeated: readonly { readonly field: string; readonly heading: Heading }[];
  /** Fields whose remembered heading is no longer there. */
  readonly stale: readonly string[];
}

/** Rows looked through for a header; titles and notes above one are rarely longer. */
const HEADER_WITHIN = 50;

interface HeadingWords {
  /** Field by the key of its names and synonyms. */
  readonly fields: ReadonlyMap<string, string>;
  /** Keys of the contract's own names, which win over synonyms. */
  readonly own: ReadonlySet<string>;
}

const wordsOf = new WeakMap<TableShape, HeadingWords>();

/**
 * Finds the header row of a range (the first that names two or more known columns) and which column is which. A remembered
 * mapping wins, then the contract's own names, then synonyms, from left to right.
 *
 * @param mapped Field → heading, from the remembered mapping.
 */
export function matchColumns(
  table: TableShape,
  range: RawRange,
  mapped: Readonly<Record<string, string>> = {},
): ColumnMatch {
  const words = headingWords(table);
  const remembered = new Map(Object.entries(mapped).map(([field, heading]) => [matchKey(heading), field]));
  const header = findHeader(range, (cell) => fieldOf(cell, words, remembered) !== undefined);
  const headings = (range.values[header] ?? []).flatMap((value, index) =>
    isBlank(value) || isErrorValue(value) ? [] : [{ index, text: textOf(value) }],
  );
  const columns = new Map<string, Heading>();
  const repeated: { field: string; heading: Heading }[] = [];
  const unmatched: Heading[] = [];
  const rank = (heading: Heading): number =>
    remembered.has(matchKey(heading.text)) ? 0 : words.own.has(matchKey(heading.text)) ? 1 : 2;
  for (const heading of [...headings].sort((a, b) => rank(a) - rank(b) || a.index - b.index)) {
    const field = fieldOf(heading.text, words, remembered);
    if (field === undefined || table.columns[field] === undefined) unmatched.push(heading);
    else if (columns.has(field)) repeated.push({ field, heading });
    else columns.set(field, heading);
  }
  return {
    header,
    columns,
    missing: missingFields(table, columns),
    unmatched: [...unmatched, ...repeated.map((own) => own.heading)].sort((a, b) => a.index - b.index),
    repeated,
    stale: Object.keys(mapped).filter(
      (field) => matchKey(columns.get(field)?.text ?? '') !== matchKey(mapped[field] ?? ''),
    ),
  };
}

/** Whether a row repeats the header: at least two of its cells are the headings of their columns, and none is anything else. */
export function isRepeatedHeader(row: readonly RawValue[], columns: ReadonlyMap<string, Heading>): boolean {
  let same = 0;
  for (const { index, text } of columns.values()) {
    const value = row[index];
    if (isBlank(value)) continue;
    // Lengths first: almost every row differs there, and the keys need not be made.
    if (typeof value !== 'string' || value.trim().length !== text.length || matchKey(value) !== matchKey(text))
      return false;
    same++;
  }
  return same >= 2;
}

function findHeader(range: RawRange, isKnown: (cell: string) => boolean): number {
  let firstFilled: number | undefined;
  let firstKnown: number | undefined;
  const last = Math.min(range.values.length, HEADER_WITHIN);
  for (let row = 0; row < last; row++) {
    const cells = (range.values[row] ?? []).filter((cell) => !isBlank(cell));
    if (cells.length === 0) continue;
    firstFilled ??= row;
    const known = cells.filter((cell) => typeof cell === 'string' && isKnown(cell)).length;
    if (known >= 2) return row;
    if (known === 1) firstKnown ??= row;
  }
  return firstKnown ?? firstFilled ?? 0;
}

function fieldOf(heading: string, words: HeadingWords, remembered: ReadonlyMap<string, string>): string | undefined {
  const key = matchKey(heading);
  return remembered.get(key) ?? words.fields.get(key) ?? words.fields.get(headingKey(heading));
}

function missingFields(table: TableShape, columns: ReadonlyMap<string, Heading>): string[] {
  return Object.entries(table.columns).flatMap(([field, { need, insteadOf }]) => {
    if ((need !== 'cell' && need !== 'heading') || columns.has(field)) return [];
    return insteadOf?.every((other) => columns.has(other)) ? [] : [field];
  });
}

function headingWords(table: TableShape): HeadingWords {
  const known = wordsOf.get(table);
  if (known) return known;
  const fields = new Map<string, string>();
  const own = new Set<string>();
  for (const [field, { names }] of Object.entries(table.columns))
    for (const name of names) {
      fields.set(matchKey(name), field);
      own.add(matchKey(name));
    }
  for (const [field, { synonyms }] of Object.entries(table.columns))
    for (const synonym of synonyms) if (!fields.has(matchKey(synonym))) fields.set(matchKey(synonym), field);
  const words = { fields, own };
  wordsOf.set(table, words);
  return words;
}
