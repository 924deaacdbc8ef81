import type { Origin, Severity } from '../../planning/issue';
import type { TableKind } from '../../planning/input';
import type { CellType } from './cells';

/** A word in both languages: English first, Italian second. */
export type Bilingual = readonly [en: string, it: string];

/**
 * What a column owes: `cell` every row must fill it; `heading` it must be there, though cells may be blank; `default` a stated
 * value stands in for blanks; `optional` blank means undefined.
 */
export type Need = 'cell' | 'heading' | 'default' | 'optional';

/** One column of an input table, as data. */
export interface Column<T, N extends Need = Need> {
  readonly names: Bilingual;
  readonly synonyms: readonly string[];
  readonly type: CellType<T>;
  readonly need: N;
  readonly fallback: T | undefined;
  /** Fields that, all present, make up for this column when its heading is missing. */
  readonly insteadOf?: readonly string[];
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** What one row holds, by field: typed as its columns say. */
export type Values<C extends Columns> = {
  readonly [F in keyof C]: C[F] extends Column<infer T, infer N>
    ? N extends 'cell' | 'default'
      ? T
      : T | undefined
    : never;
};

/** What a table may ask about the row it turns into a record. */
export interface RowContext {
  readonly origin: Origin;
  /** Headings that are no column of the table, with the row's text; only those that are filled. */
  otherColumns(): Readonly<Record<string, string>>;
  /** Reports a problem of this row, at the cell of `field`. */
  report(code: string, severity: Severity, field: string, params?: Readonly<Record<string, string | number>>): void;
}

/** What there is to say about an input table of the workbook contract, its records apart. */
export interface TableShape {
  readonly kind: TableKind;
  readonly names: Bilingual;
  readonly synonyms: readonly string[];
  /** Without it there is no plan. */
  readonly required: boolean;
  readonly columns: Columns;
  /**
   * What an unusable row does: `error` stops the plan (a few rows that people keep by hand, where each one matters), `warning`
   * leaves the row out with a word (long exported lists).
   */
  readonly badRow: 'error' | 'warning';
  /** Fields that together may not occur twice; the first row counts. */
  readonly unique?: readonly string[];
}

/** An input table as data; `toRecord` returns undefined when the row cannot be used (and has said so). */
export interface InputTable<K extends TableKind, C extends Columns, R> extends TableShape {
  readonly kind: K;
  readonly columns: C;
  readonly unique?: readonly (string & keyof C)[];
  toRecord(values: Values<C>, row: RowContext): R | undefined;
}

/** A column that every row must fill. */
export function required<T>(type: CellType<T>, names: Bilingual, synonyms: readonly string[] = []): Column<T, 'cell'> {
  return { names, synonyms, type, need: 'cell', fallback: undefined };
}

/** A column that must be there, though its cells may be blank; `insteadOf` names fields that together make up for it. */
export function headed<T>(
  type: CellType<T>,
  names: Bilingual,
  synonyms: readonly string[] = [],
  insteadOf?: readonly string[],
): Column<T, 'heading'> {
  return { names, synonyms, type, need: 'heading', fallback: undefined, ...(insteadOf && { insteadOf }) };
}

/** A column that may be missing; blank is undefined. */
export function optional<T>(
  type: CellType<T>,
  names: Bilingual,
  synonyms: readonly string[] = [],
): Column<T, 'optional'> {
  return { names, synonyms, type, need: 'optional', fallback: undefined };
}

/** A column that may be missing or blank: `fallback` stands in. */
export function defaulted<T>(
  type: CellType<T>,
  fallback: T,
  names: Bilingual,
  synonyms: readonly string[] = [],
): Column<T, 'default'> {
  return { names, synonyms, type, need: 'default', fallback };
}

/** Declares a table; its only work is to let the compiler infer the columns' types. */
export function inputTable<K extends TableKind, C extends Columns, R>(table: InputTable<K, C, R>): InputTable<K, C, R> {
  return table;
}
