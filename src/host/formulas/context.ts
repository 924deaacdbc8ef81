import type { CellError } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import type { CallNode, FormulaNodeTree, StructuredReference } from './ast';
import type { Regional } from './convert';
import type { Matrix, Reference, Scalar, Scope, Value } from './values';

/** Cells of one column of a range, with an index by value for exact look-ups. */
export interface ColumnValues {
  readonly values: readonly Scalar[];
  /** Row offsets that hold a value, ascending; keys by `lookupKey`. */
  rowsByKey(): ReadonlyMap<string | number | boolean | null, readonly number[]>;
}

/**
 * What the evaluator asks of the workbook. Reading a cell that waits to be calculated throws the engine's
 * own signal, which the engine catches to calculate that cell first.
 */
export interface Engine extends Regional {
  /** Milliseconds since 1970, for TODAY and NOW. */
  now(): number;
  random(): number;
  value(sheet: Worksheet, row: number, column: number): Scalar;
  /** Cells with content, row by row, left to right. */
  visit(reference: Reference, visit: (value: Scalar, row: number, column: number) => void): void;
  /** All values; whole columns and rows end where the workbook's content ends. */
  matrix(reference: Reference): Matrix;
  /** Kept until a cell of it changes. `column` counts from the reference's left. */
  columnValues(reference: Reference, column: number): ColumnValues;
  /** The area that the formula in a cell fills; undefined when there is no formula or no array. */
  spillArea(sheet: Worksheet, row: number, column: number): Reference | undefined;
  sheet(name: string): Worksheet | undefined;
  sheetsBetween(first: string, last: string): readonly Worksheet[] | undefined;
  /** The tree of a defined name as seen from a sheet. */
  nameTree(name: string, sheet: Worksheet): FormulaNodeTree | undefined;
  structured(reference: StructuredReference, sheet: Worksheet, row: number, column: number): Reference | CellError;
  /** Calls a registered custom function; undefined when there is none of the name. */
  callCustom(node: CallNode, args: readonly Value[], context: Context): Value | undefined;
  /** What a formula gets for something that is not served here; a cell with a value from its file keeps it instead. */
  missing(what: string, error: CellError): CellError;
  formulaText(sheet: Worksheet, row: number, column: number): string | undefined;
  isRowHidden(sheet: Worksheet, row: number): boolean;
  /** Whether a row is hidden by a filter rather than by hand. */
  isRowFiltered(sheet: Worksheet, row: number): boolean;
  numberFormat(sheet: Worksheet, row: number, column: number): string;
}

/** Where a formula is being evaluated. */
export interface Context {
  readonly engine: Engine;
  readonly sheet: Worksheet;
  readonly row: number;
  readonly column: number;
  readonly scope: Scope | undefined;
  /** Depth of names and lambdas within one another, to stop endless recursion. */
  readonly depth: number;
  /** Evaluates a part of the formula; functions that take lambdas or lazy arguments use it. */
  readonly evaluate: (node: FormulaNodeTree, context: Context) => Value;
}
