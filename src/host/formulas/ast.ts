import type { CellError, CellValue } from '../model/cell';

/** One end of a reference: an absolute index, or an offset from the cell that holds the formula. */
export interface Coordinate {
  readonly value: number;
  readonly absolute: boolean;
}

/** A rectangle whose corners are absolute or relative. Whole columns and rows span the sheet. */
export interface RelativeArea {
  readonly top: Coordinate;
  readonly left: Coordinate;
  readonly bottom: Coordinate;
  readonly right: Coordinate;
  readonly kind: 'cell' | 'area' | 'columns' | 'rows';
}

/** Which rows of a table a structured reference means. */
export type TableRows = 'data' | 'all' | 'headers' | 'totals' | 'thisRow';

/** `Table[[#Headers],[First]:[Last]]`; no columns means all of them, no table means the one around the formula. */
export interface StructuredReference {
  readonly table: string | undefined;
  readonly rows: readonly TableRows[];
  readonly firstColumn: string | undefined;
  readonly lastColumn: string | undefined;
}

export type UnaryOperator = '-' | '+' | '%';
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** `sheet` undefined: the formula's own sheet; `lastSheet` given: every sheet between the two (3-D). */
export interface ReferenceNode {
  readonly kind: 'reference';
  readonly sheet: string | undefined;
  readonly lastSheet: string | undefined;
  readonly area: RelativeArea;
}
/** A reference to another workbook, which is not followed; `text` is its sheet as written. */
export interface ExternalNode {
  readonly kind: 'external';
  readonly text: string;
}
export interface NameNode {
  readonly kind: 'name';
  readonly name: string;
  readonly sheet: string | undefined;
}
export interface StructuredNode {
  readonly kind: 'structured';
  readonly reference: StructuredReference;
}
export interface CallNode {
  readonly kind: 'call';
  /** Upper case, prefixes such as _xlfn. taken off. */
  readonly name: string;
  readonly args: readonly FormulaNodeTree[];
}

/** A node of a parsed formula. Immutable and shared by all copies of the formula. */
export type FormulaNodeTree =
  | { readonly kind: 'constant'; readonly value: number | string | boolean }
  | { readonly kind: 'error'; readonly error: CellError }
  | { readonly kind: 'missing' }
  | { readonly kind: 'array'; readonly rows: readonly (readonly CellValue[])[] }
  | ReferenceNode
  | ExternalNode
  | NameNode
  | StructuredNode
  | CallNode
  | { readonly kind: 'apply'; readonly callee: FormulaNodeTree; readonly args: readonly FormulaNodeTree[] }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: FormulaNodeTree }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: FormulaNodeTree;
      readonly right: FormulaNodeTree;
    }
  | { readonly kind: 'range' | 'intersection'; readonly left: FormulaNodeTree; readonly right: FormulaNodeTree }
  | { readonly kind: 'union'; readonly items: readonly FormulaNodeTree[] }
  | { readonly kind: 'spill' | 'implicit'; readonly operand: FormulaNodeTree };

/** A parsed formula with what the dependency graph needs to know of it. */
export interface Formula {
  readonly root: FormulaNodeTree;
  /** References written as such, in order of appearance. */
  readonly references: readonly ReferenceNode[];
  readonly structured: readonly StructuredReference[];
  readonly names: readonly NameNode[];
  /** Functions called, upper case. */
  readonly functions: readonly string[];
  /** A range whose ends are only known when calculated, as in A1:INDEX(…): recalculated every time. */
  readonly hasComputedRange: boolean;
}
