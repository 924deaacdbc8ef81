import type { Area, CellValue } from '../model/cell';
import { CellError, MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { Workbook, WorkbookListener, Worksheet } from '../model/workbook';
import { CustomCalls, FunctionRegistry } from './custom';
import type { FormulaCell } from './formula-cell';
import { CellState } from './formula-cell';
import { DependencyGraph } from './graph';
import { parseFormula } from './parse';
import { overlaps } from './range-index';
import type { SheetIndex } from './sheet-index';
import { Scheduler } from './scheduler';
import { ResultWriter } from './spill';
import type { Place } from './trace';
import { traceDependents, tracePrecedents } from './trace';
import { Matrix } from './values';
import { WorkbookEngine } from './workbook-engine';

/** What a calculation may be given. */
export interface CalculationOptions {
  /** Clock of TODAY and NOW: milliseconds since 1970. */
  readonly now?: () => number;
  /** Source of RAND: 0 ≤ x < 1. */
  readonly random?: () => number;
  readonly functions?: FunctionRegistry;
}

/** A cell on a sheet, zero-based. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

const FIRST_CELL: CellPosition = { row: 0, column: 0 };

/** A formula that keeps the value of its file, and what it needs that is not served here. */
export interface KeptFormula extends CellPosition {
  readonly sheet: Worksheet;
  readonly lacks: string;
}

const calculations = new WeakMap<Workbook, Calculation>();

/** Formulas of a workbook that keep the values of its file; none where it was never calculated. */
export function keptFormulas(workbook: Workbook): KeptFormula[] {
  return calculations.get(workbook)?.kept ?? [];
}

/** Told after a recalculation, once per sheet: the cells whose values changed. */
export type CalculatedListener = (sheet: Worksheet, cells: readonly CellPosition[]) => void;

/**
 * Calculates a workbook: collects what changes, and on `recalculate` gives every formula that depends on it a new
 * value. Formulas that refer to themselves show 0 and are listed in `circular`.
 */
export class Calculation implements WorkbookListener {
  /** Automatic: the owner recalculates after each batch of changes, and results of custom functions flow on at once. */
  mode: 'Automatic' | 'Manual' = 'Automatic';
  readonly functions: FunctionRegistry;
  private readonly graph: DependencyGraph;
  private readonly engine: WorkbookEngine;
  private readonly calls: CustomCalls;
  private readonly writer: ResultWriter;
  private readonly scheduler: Scheduler;
  private readonly listeners = new Set<CalculatedListener>();
  private readonly stopListening: () => void;
  private changes: { sheet: Worksheet; area: Area }[] = [];
  private changedCells = new Map<SheetIndex, Map<string, CellPosition>>();
  private isStructureStale = true;
  private areFunctionsStale = false;
  private arrived = new Set<FormulaCell>();
  private isScheduled = false;
  private waiters: (() => void)[] = [];

  constructor(
    readonly workbook: Workbook,
    options: CalculationOptions = {},
  ) {
    this.functions = options.functions ?? new FunctionRegistry();
    this.graph = new DependencyGraph(workbook, (name) => this.functions.find(name)?.version ?? 0);
    this.calls = new CustomCalls(
      this.functions,
      (cell) => this.receive(cell),
      () => this.schedule(),
    );
    this.engine = new WorkbookEngine(this.graph, this.calls, options.now ?? Date.now, options.random ?? Math.random);
    this.writer = new ResultWriter(this.graph, (index, row, column) => this.note(index, row, column));
    this.scheduler = new Scheduler(this.graph, this.engine, this.calls, this.writer);
    workbook.listeners.add(this);
    calculations.set(workbook, this);
    this.stopListening = this.functions.onChange(() => {
      this.areFunctionsStale = true;
      if (this.mode === 'Automatic') this.schedule();
    });
  }

  /** Stops listening to the workbook and gives up pending calls. */
  dispose(): void {
    this.workbook.listeners.delete(this);
    this.stopListening();
    this.visitAllFormulas((formula) => this.calls.forget(formula));
  }

  cellsChanged(sheet: Worksheet, area: Area): void {
    this.changes.push({ sheet, area });
  }

  structureChanged(): void {
    this.isStructureStale = true;
  }

  /** Tells after each recalculation which cells have new values; the result stops it. */
  onCalculated(callback: CalculatedListener): () => void {
    this.listeners.add(callback);
    return () => this.listeners.delete(callback);
  }

  /** Formulas that refer to themselves, directly or through others; they show 0, or what repeating them gave. */
  get circular(): { sheet: Worksheet; row: number; column: number }[] {
    const found: { sheet: Worksheet; row: number; column: number }[] = [];
    this.visitAllFormulas(({ circularIn, sheet: { sheet }, row, column }) => {
      if (circularIn > 0) found.push({ sheet, row, column });
    });
    return found;
  }

  /** Formulas that need something that is not served here (a function, another workbook): they keep the file's values. */
  get kept(): KeptFormula[] {
    const found: KeptFormula[] = [];
    this.visitAllFormulas(({ lacks, sheet: { sheet }, row, column }) => {
      if (lacks !== undefined) found.push({ sheet, row, column, lacks });
    });
    return found;
  }

  /** Resolves when no custom function is pending and what depends on them is calculated. */
  get pending(): Promise<void> {
    if (this.calls.pendingCount === 0 && !this.isScheduled) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push(resolve));
  }

  /** Calculates everything that depends on what changed since the last time, and volatile formulas. */
  recalculate(): void {
    this.graph.pass++;
    this.absorbChanges();
    for (const formula of [...this.graph.volatile]) this.graph.markDirty(formula);
    this.visitVolatileCalls();
    this.scheduler.run();
    this.tellListeners();
  }

  /** Calculates every formula; custom functions are called again. */
  recalculateAll(): void {
    this.graph.pass++;
    this.isStructureStale = true;
    this.absorbChanges();
    for (const index of this.graph.allIndexes()) this.graph.touchAll(index);
    const all: FormulaCell[] = [];
    this.visitAllFormulas((formula) => all.push(formula));
    for (const formula of all) {
      this.calls.forget(formula);
      this.graph.markDirty(formula);
    }
    this.scheduler.run();
    this.tellListeners();
  }

  /**
   * After a batch of changes: in Automatic mode recalculates; in Manual mode gives the formulas just entered a first
   * value from what the cells show now, as Excel does, and leaves the rest for `recalculate`.
   */
  finishBatch(): void {
    if (this.mode === 'Automatic') {
      this.recalculate();
      return;
    }
    this.graph.pass++;
    this.absorbChanges();
    const entered = this.graph.dirty.filter((f) => f.runs === 0 && f.state === CellState.Dirty);
    this.scheduler.calculateFromShown(entered);
    this.tellListeners();
  }

  /**
   * Value of a formula as if it stood in a cell of a sheet, without changing the workbook.
   * @param formula en-US text, with or without '='
   * @param at the cell (zero-based); A1 when not given
   * @param writtenFor the cell that the text's relative references count from, as rules of whole areas are written for their
   * first cell; `at` when not given
   * @returns one value, or rows of values for an array; #NAME? when the text is no formula
   */
  evaluate(
    formula: string,
    sheet: Worksheet,
    at: CellPosition = FIRST_CELL,
    writtenFor: CellPosition = at,
  ): CellValue | CellValue[][] {
    const parsed = parseFormula(formula.replace(/^=/, ''), writtenFor.row, writtenFor.column);
    if ('problem' in parsed) return new CellError('#NAME?', parsed.problem);
    this.graph.pass++;
    this.absorbChanges();
    this.engine.readsShown = this.mode === 'Manual';
    try {
      const result = this.scheduler.evaluateAt(parsed.formula, sheet, at.row, at.column);
      return result instanceof Matrix ? result.data.map((row) => [...row]) : result;
    } finally {
      this.engine.readsShown = false;
      this.tellListeners();
    }
  }

  /** The areas that formulas of an area refer to; `isDeep`: with what those refer to in turn. */
  precedents(place: Place, isDeep: boolean): Place[] {
    this.absorbChanges();
    return tracePrecedents(this.graph, place, isDeep);
  }

  /** The cells with formulas that refer to an area; `isDeep`: with those that depend on them in turn. */
  dependents(place: Place, isDeep: boolean): Place[] {
    this.absorbChanges();
    return traceDependents(this.graph, place, isDeep);
  }

  private absorbChanges(): void {
    if (this.isStructureStale) {
      this.isStructureStale = false;
      this.engine.forgetNames();
      this.graph.synchronise();
    }
    if (this.areFunctionsStale) {
      this.areFunctionsStale = false;
      this.graph.rebindChangedSymbols();
    }
    const { changes } = this;
    this.changes = [];
    for (const { sheet, area } of changes)
      if (this.workbook.sheets.includes(sheet)) this.absorbChange(this.graph.index(sheet), area);
    const { orphans } = this.graph;
    this.graph.orphans = [];
    for (const orphan of orphans) this.writer.emptyArea(orphan.sheet, orphan.area, orphan, undefined);
    for (const formula of this.arrived)
      if (formula.sheet.formula(formula.row, formula.column) === formula) this.graph.markDirty(formula);
    this.arrived.clear();
  }

  private absorbChange(index: SheetIndex, area: Area): void {
    const known: FormulaCell[] = [];
    index.visitFormulas(area, false, (f) => known.push(f));
    for (const { row, column } of known) this.graph.updateCell(index, row, column);
    const { cells } = index.sheet;
    const height = area.bottom - area.top + 1;
    const rows = height > 4096 ? [...cells.rowNumbers()].filter((r) => r >= area.top && r <= area.bottom) : undefined;
    for (let i = 0; i < (rows?.length ?? height); i++) {
      const row = rows?.[i] ?? area.top + i;
      const line = cells.rowCells(row);
      if (!line) continue;
      for (const [column, cell] of line) {
        if (column < area.left || column > area.right) continue;
        index.extend(row, column);
        if (cell.formula !== undefined) this.graph.updateCell(index, row, column);
      }
    }
    if (height * (area.right - area.left + 1) > 4096) this.graph.touchAll(index);
    else
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) this.graph.touch(index, row, column);
    this.graph.markAreaDependents(index, area);
    for (const formula of [...index.spilling])
      if ([formula.filled, formula.blocked].some((a) => a && overlaps(a, area))) this.graph.markDirty(formula);
  }

  /** Formulas that call a volatile custom function are called again. */
  private visitVolatileCalls(): void {
    if (!this.functions.hasVolatile) return;
    this.visitAllFormulas((formula) => {
      if (!formula.invocations) return;
      const calls = formula.formula?.functions ?? [];
      if (!calls.some((name) => this.functions.find(name)?.options.volatile)) return;
      if (this.arrived.has(formula) || formula.state !== CellState.Clean) return;
      this.calls.forget(formula);
      this.graph.markDirty(formula);
    });
  }

  private visitAllFormulas(visit: (formula: FormulaCell) => void): void {
    const whole: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };
    for (const index of this.graph.allIndexes()) index.visitFormulas(whole, false, visit);
  }

  private note(index: SheetIndex, row: number, column: number): void {
    let cells = this.changedCells.get(index);
    if (!cells) this.changedCells.set(index, (cells = new Map()));
    cells.set(`${row},${column}`, { row, column });
  }

  private tellListeners(): void {
    const changed = this.changedCells;
    if (changed.size === 0) return;
    this.changedCells = new Map();
    for (const [index, cells] of changed)
      for (const listener of this.listeners) listener(index.sheet, [...cells.values()]);
  }

  private receive(formula: FormulaCell): void {
    this.arrived.add(formula);
    this.schedule();
  }

  /** Results that arrive together are calculated together. */
  private schedule(): void {
    if (this.isScheduled) return;
    this.isScheduled = true;
    queueMicrotask(() => {
      this.isScheduled = false;
      this.takeResults();
      if (this.calls.pendingCount > 0) return;
      const { waiters } = this;
      this.waiters = [];
      for (const resolve of waiters) resolve();
    });
  }

  private takeResults(): void {
    if (this.mode === 'Automatic') {
      this.recalculate();
      return;
    }
    const cells = [...this.arrived];
    this.graph.pass++;
    this.absorbChanges();
    this.scheduler.calculateFromShown(cells);
    this.tellListeners();
  }
}
