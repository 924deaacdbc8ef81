import type { Area, CellValue } from '../model/cell';
import type { Formula } from './ast';
import type { SheetIndex } from './sheet-index';

/** How far a formula is on its way to a value. */
export enum CellState {
  Clean,
  /** Has to be calculated. */
  Dirty,
  /** The formulas it refers to have been put before it. */
  Expanded,
  /** Being calculated, or stopped half-way because it needs a formula that is not calculated yet. */
  Evaluating,
}

/** A range that formulas refer to, shared by all of them. */
export interface RangeNode {
  readonly sheet: SheetIndex;
  readonly area: Area;
  readonly dependents: Set<FormulaCell>;
  /** Number of the last propagation that passed here. */
  passed: number;
}

/** One reference of a formula: a single cell, or a shared range. */
export type Precedent = { readonly sheet: SheetIndex; readonly row: number; readonly column: number } | RangeNode;

/** Whether a precedent is a range. */
export function isRangeNode(precedent: Precedent): precedent is RangeNode {
  return 'area' in precedent;
}

/** A call of a custom function that a cell made, by function and arguments. */
export interface Invocation {
  readonly abort: AbortController;
  /** Undefined while pending. */
  result: CellValue | CellValue[][] | undefined;
  /** Number of the cell's last run that needed it. */
  usedIn: number;
}

/** A formula in its cell: a node of the dependency graph. */
export class FormulaCell {
  state = CellState.Clean;
  precedents: Precedent[] = [];
  /** Names, tables, sheets and unknown functions whose meaning it depends on. */
  symbols: readonly string[] = [];
  isVolatile = false;
  /** The recalculation that found it to refer to itself; 0 for not circular. */
  circularIn = 0;
  /** What it fills, itself included, when that is more than its own cell. */
  filled: Area | undefined;
  /** What it would fill if nothing stood there. */
  blocked: Area | undefined;
  /** Formulas whose values it waits for while Evaluating. */
  waitsFor: readonly FormulaCell[] = [];
  /** The recalculation it was last marked dirty in, and how often it got a value in it. */
  pass = 0;
  timesInPass = 0;
  /** Calculations begun in its whole life. */
  runs = 0;
  /** It has put a value into its cell: what stands there is no longer the file's. */
  hasWritten = false;
  /** What it needs that is not served here, while its cell keeps the file's value. */
  lacks: string | undefined;
  invocations: Map<string, Invocation> | undefined;

  constructor(
    readonly sheet: SheetIndex,
    readonly row: number,
    readonly column: number,
    readonly text: string,
    /** Undefined when the text is no formula. */
    readonly formula: Formula | undefined,
    /** Why it is none. */
    readonly problem: string | undefined,
  ) {}
}
