import type { CellError, CellValue } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import type { CallNode, FormulaNodeTree, StructuredReference } from './ast';
import { sheetsBetween } from './bind';
import { lookupKey } from './compare';
import type { ColumnValues, Context, Engine } from './context';
import type { CustomCalls } from './custom';
import type { FormulaCell } from './formula-cell';
import { CellState } from './formula-cell';
import type { DependencyGraph } from './graph';
import { positionOf } from './graph';
import { findName, parseName, symbols } from './symbols';
import { resolveStructured } from './tables';
import type { Scalar, Value } from './values';
import { Matrix, Reference } from './values';

/** Thrown when a formula reads cells that are not calculated yet; the calculation catches it and does those first. */
export class NotCalculated {
  constructor(readonly cells: readonly FormulaCell[]) {}
}

/**
 * Thrown when a formula needs something that is not served here (a function, another workbook) and its cell still shows
 * the value of the file: the calculation catches it and leaves that value.
 */
export class NotServed {
  constructor(
    /** What is not served: 'CUBEVALUE', '[1]Sheet1'. */
    readonly what: string,
    /** What the formula gives where there is no value to keep. */
    readonly error: CellError,
  ) {}
}

interface CachedColumn extends ColumnValues {
  readonly tick: number;
}

/** Columns kept with their indexes; beyond that all are let go. */
const MAX_CACHED_COLUMNS = 2_000;

/** The evaluator's view of a workbook, through its dependency graph. */
export class WorkbookEngine implements Engine {
  private readonly columnCache = new Map<string, CachedColumn>();
  private readonly nameTrees = new Map<string, FormulaNodeTree | undefined>();
  /** The formula being calculated. */
  current: FormulaCell | undefined;
  /** The cell being calculated shows a value that was never calculated here. */
  canKeep = false;
  /** Reads what cells show, up to date or not (manual calculation). */
  readsShown = false;

  constructor(
    private readonly graph: DependencyGraph,
    private readonly calls: CustomCalls,
    readonly now: () => number,
    readonly random: () => number,
  ) {}

  get culture(): string {
    return this.graph.workbook.culture;
  }

  get dateSystem(): 1900 | 1904 {
    return this.graph.workbook.dateSystem;
  }

  /** Names may mean something else from now on. */
  forgetNames(): void {
    this.nameTrees.clear();
  }

  value(sheet: Worksheet, row: number, column: number): Scalar {
    const index = this.graph.index(sheet);
    const formula = index.formula(row, column);
    if (formula && formula.state !== CellState.Clean && !this.readsShown) throw new NotCalculated([formula]);
    const cell = sheet.cells.get(row, column);
    if (index.dirtySpills.size > 0 && !formula && !this.readsShown) {
      const filling = this.graph.dirtySpills(index, positionOf({ row, column }));
      if (filling.length > 0) throw new NotCalculated(filling);
    }
    return cell?.value ?? null;
  }

  /** Makes sure that nothing in an area still waits to be calculated. */
  private requireCalculated(reference: Reference): void {
    if (this.readsShown) return;
    const index = this.graph.index(reference.sheet);
    const waiting: FormulaCell[] = this.graph.dirtySpills(index, reference);
    index.visitFormulas(reference, true, (f) => waiting.push(f));
    if (waiting.length > 0) throw new NotCalculated(waiting);
  }

  visit(reference: Reference, visit: (value: Scalar, row: number, column: number) => void): void {
    this.requireCalculated(reference);
    const { cells } = reference.sheet;
    const index = this.graph.index(reference.sheet);
    const bottom = Math.min(reference.bottom, index.lastRow);
    const right = Math.min(reference.right, index.lastColumn);
    for (let row = reference.top; row <= bottom; row++) {
      const line = cells.rowCells(row);
      if (!line) continue;
      for (let column = reference.left; column <= right; column++) {
        const value = line.get(column)?.value;
        if (value !== undefined && value !== null) visit(value, row, column);
      }
    }
  }

  matrix(reference: Reference): Matrix {
    this.requireCalculated(reference);
    const { cells } = reference.sheet;
    const { bottom, right } = this.clip(reference);
    const data: CellValue[][] = [];
    for (let row = reference.top; row <= bottom; row++) {
      const line = cells.rowCells(row);
      const values: CellValue[] = [];
      for (let column = reference.left; column <= right; column++) values.push(line?.get(column)?.value ?? null);
      data.push(values);
    }
    return new Matrix(data);
  }

  /** Whole columns and rows end at the last content of any sheet, so that two of them stay alike in size. */
  private clip(reference: Reference): { bottom: number; right: number } {
    let { bottom, right } = reference;
    if (reference.rows === MAX_ROWS) bottom = this.lastOf((i) => i.lastRow);
    if (reference.columns === MAX_COLUMNS) right = this.lastOf((i) => i.lastColumn);
    return { bottom, right };
  }

  private lastOf(last: (index: { lastRow: number; lastColumn: number }) => number): number {
    let found = 0;
    for (const index of this.graph.allIndexes()) found = Math.max(found, last(index));
    return found;
  }

  columnValues(reference: Reference, offset: number): ColumnValues {
    const column = reference.left + offset;
    const area = new Reference(reference.sheet, reference.top, column, reference.bottom, column);
    this.requireCalculated(area);
    const index = this.graph.index(reference.sheet);
    const key = `${reference.sheet.id}:${column}:${area.top}:${area.bottom}`;
    const known = this.columnCache.get(key);
    if (known && index.lastChange(column, area.top, area.bottom) <= known.tick) return known;
    const values: Scalar[] = [];
    const bottom = Math.min(area.bottom, Math.max(index.lastRow, area.top));
    for (let row = area.top; row <= bottom; row++) values.push(area.sheet.cells.get(row, column)?.value ?? null);
    const made = indexedColumn(values, this.graph.tick);
    if (this.columnCache.size >= MAX_CACHED_COLUMNS) this.columnCache.clear();
    this.columnCache.set(key, made);
    return made;
  }

  spillArea(sheet: Worksheet, row: number, column: number): Reference | undefined {
    const formula = this.graph.index(sheet).formula(row, column);
    if (!formula) return undefined;
    if (formula.state !== CellState.Clean && !this.readsShown) throw new NotCalculated([formula]);
    if (formula.blocked) return undefined;
    const area = formula.filled ?? positionOf(formula);
    return new Reference(sheet, area.top, area.left, area.bottom, area.right);
  }

  sheet(name: string): Worksheet | undefined {
    return this.graph.workbook.sheet(name);
  }

  sheetsBetween(first: string, last: string): readonly Worksheet[] | undefined {
    return sheetsBetween(this.graph.workbook.sheets, first, last);
  }

  nameTree(name: string, sheet: Worksheet): FormulaNodeTree | undefined {
    const key = symbols.name(name, sheet);
    if (!this.nameTrees.has(key)) this.nameTrees.set(key, parseName(findName(this.graph.workbook, name, sheet))?.root);
    return this.nameTrees.get(key);
  }

  structured(reference: StructuredReference, sheet: Worksheet, row: number, column: number): Reference | CellError {
    return resolveStructured(reference, this.graph.workbook, sheet, row, column);
  }

  callCustom(node: CallNode, args: readonly Value[], context: Context): Value | undefined {
    return this.calls.call(node, args, context, this.current);
  }

  missing(what: string, error: CellError): CellError {
    if (this.canKeep) throw new NotServed(what, error);
    return error;
  }

  formulaText(sheet: Worksheet, row: number, column: number): string | undefined {
    return sheet.cell(row, column)?.formula;
  }

  isRowHidden(sheet: Worksheet, row: number): boolean {
    return sheet.rows.get(row)?.hidden === true;
  }

  /** The model does not say who hid a row: a hidden row inside a filter's range counts as filtered. */
  isRowFiltered(sheet: Worksheet, row: number): boolean {
    if (!this.isRowHidden(sheet, row)) return false;
    const isIn = (area: { top: number; bottom: number } | undefined): boolean =>
      area !== undefined && row > area.top && row <= area.bottom;
    return (
      isIn(sheet.autoFilter) ||
      sheet.tables.some((table) => table.columns.some(({ filter }) => filter) && isIn(table.area))
    );
  }

  numberFormat(sheet: Worksheet, row: number, column: number): string {
    return this.graph.workbook.styles.get(sheet.cell(row, column)?.style ?? 0).numberFormat;
  }
}

function indexedColumn(values: readonly Scalar[], tick: number): CachedColumn {
  let index: Map<string | number | boolean | null, number[]> | undefined;
  return {
    values,
    tick,
    rowsByKey: () => {
      if (index) return index;
      index = new Map();
      for (let row = 0; row < values.length; row++) {
        const key = lookupKey(values[row] ?? null);
        const rows = index.get(key);
        if (rows) rows.push(row);
        else index.set(key, [row]);
      }
      return index;
    },
  };
}
