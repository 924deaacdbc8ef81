import type { Worksheet } from '../model/workbook';
import { calculationSettings } from '../model/calculation';
import { CellError } from '../model/cell';
import { findCalculable, findCircle } from './circular';
import type { Formula } from './ast';
import type { Context } from './context';
import type { CustomCalls } from './custom';
import { evaluate, evaluateFormula } from './evaluate';
import type { FormulaCell } from './formula-cell';
import { CellState, isRangeNode } from './formula-cell';
import type { DependencyGraph } from './graph';
import type { ResultWriter } from './spill';
import type { Scalar, Matrix } from './values';
import { ERRORS } from './values';
import type { WorkbookEngine } from './workbook-engine';
import { NotCalculated, NotServed } from './workbook-engine';

/** A spill that feeds itself would grow for ever: a formula calculated this often in one go counts as circular. */
const MAX_TIMES_IN_PASS = 100;

interface IterationLimits {
  readonly maxIteration: number;
  readonly maxChange: number;
}

/** Sheet by sheet, row by row, left to right. */
function inSheetOrder(formulas: readonly FormulaCell[], sheets: readonly Worksheet[]): FormulaCell[] {
  return [...formulas].sort(
    (a, b) => sheets.indexOf(a.sheet.sheet) - sheets.indexOf(b.sheet.sheet) || a.row - b.row || a.column - b.column,
  );
}

/** What a calculation gives: a value for the cell, or an array for it and its neighbours. */
type Result = Exclude<Scalar, null> | Matrix;

/**
 * Calculates dirty formulas, each after those it needs. What a formula needs is known from its text beforehand, and
 * certain only while it is calculated (IF, OFFSET …): then it stops at the first uncalculated cell and is begun again.
 */
export class Scheduler {
  constructor(
    private readonly graph: DependencyGraph,
    private readonly engine: WorkbookEngine,
    private readonly calls: CustomCalls,
    private readonly writer: ResultWriter,
  ) {}

  /** Calculates until nothing is dirty. */
  run(): void {
    while (this.graph.dirty.length > 0) {
      const list = this.graph.dirty;
      this.graph.dirty = [];
      for (const formula of list) this.settle(formula);
    }
  }

  /** Calculates a formula after all that it needs, however deep, without recursion. */
  settle(first: FormulaCell): void {
    const stack = [first];
    for (let formula = stack[0]; formula; formula = stack[stack.length - 1]) {
      if (formula.state === CellState.Clean) {
        stack.pop();
        continue;
      }
      if (formula.state === CellState.Dirty) {
        formula.state = CellState.Expanded;
        if (this.pushDirtyPrecedents(formula, stack)) continue;
      }
      this.calculate(formula, stack);
    }
  }

  private pushDirtyPrecedents(formula: FormulaCell, stack: FormulaCell[]): boolean {
    const before = stack.length;
    const push = (f: FormulaCell): void => {
      if (f.state === CellState.Dirty) stack.push(f);
    };
    for (const precedent of formula.precedents) {
      if (precedent.sheet.dirtySpills.size > 0) this.graph.dirtyFormulas(precedent).forEach(push);
      else if (isRangeNode(precedent)) precedent.sheet.visitFormulas(precedent.area, true, push);
      else {
        const single = precedent.sheet.formula(precedent.row, precedent.column);
        if (single) push(single);
      }
    }
    return stack.length > before;
  }

  private calculate(formula: FormulaCell, stack: FormulaCell[]): void {
    formula.state = CellState.Evaluating;
    const result = this.attemptCell(formula);
    if (result instanceof NotCalculated) {
      formula.waitsFor = result.cells;
      const next = findCalculable(formula);
      if (next.length > 0) for (const waiting of next) stack.push(waiting);
      else this.closeCircle(formula);
      return;
    }
    formula.circularIn = 0;
    if (result instanceof NotServed) {
      formula.lacks = result.what;
      this.graph.setClean(formula);
      return;
    }
    formula.lacks = undefined;
    if (++formula.timesInPass > MAX_TIMES_IN_PASS) {
      this.closeCircle(formula);
      return;
    }
    // Clean first: what it fills may feed the formula itself, which then has to be calculated again.
    this.graph.setClean(formula);
    this.writer.write(formula, result);
    this.calls.dropUnused(formula);
  }

  private attemptCell(formula: FormulaCell): Result | NotCalculated | NotServed {
    const { formula: tree, sheet, row, column } = formula;
    formula.runs++;
    const canKeep = !formula.hasWritten && sheet.sheet.value(row, column) !== null;
    if (!tree) {
      const error = new CellError('#NAME?', formula.problem);
      return canKeep ? new NotServed(formula.text, error) : error;
    }
    this.engine.current = formula;
    this.engine.canKeep = canKeep;
    const context = this.contextAt(sheet.sheet, row, column);
    const result = this.attempt(() => evaluateFormula(tree, context));
    this.engine.current = undefined;
    this.engine.canKeep = false;
    return result;
  }

  /** A fault in one function costs its formula a #VALUE!, never the whole recalculation. */
  private attempt(calculate: () => Result): Result | NotCalculated | NotServed {
    try {
      return calculate();
    } catch (error) {
      if (error instanceof NotCalculated || error instanceof NotServed) return error;
      return new CellError('#VALUE!', error instanceof Error ? error.message : String(error));
    }
  }

  /** Evaluates a formula that stands in no cell, as if it stood there, after all that it needs. */
  evaluateAt(tree: Formula, sheet: Worksheet, row: number, column: number): Result {
    const context = this.contextAt(sheet, row, column);
    for (;;) {
      const result = this.attempt(() => evaluateFormula(tree, context));
      if (result instanceof NotServed) return result.error;
      if (!(result instanceof NotCalculated)) return result;
      for (const cell of result.cells) this.settle(cell);
    }
  }

  private contextAt(sheet: Worksheet, row: number, column: number): Context {
    return { engine: this.engine, sheet, row, column, scope: undefined, depth: 0, evaluate };
  }

  private closeCircle(formula: FormulaCell): void {
    const circle = findCircle(formula, this.graph.pass);
    const settings = calculationSettings(this.graph.workbook);
    if (settings.iterative) {
      this.iterate(circle, settings);
      return;
    }
    for (const member of circle) member.circularIn = this.graph.pass;
    for (const member of circle) {
      const wasCalculated = member.state === CellState.Clean;
      this.graph.setClean(member);
      this.writer.write(member, 0);
      const { sheet, row, column } = member;
      if (wasCalculated) this.graph.markAreaDependents(sheet, { top: row, left: column, bottom: row, right: column });
    }
  }

  /**
   * Repeats the formulas of a circle, sheet by sheet and row by row, each from what the cells show now, until none
   * changes by more than the limit, as Excel does with iterative calculation.
   */
  private iterate(circle: readonly FormulaCell[], { maxIteration, maxChange }: IterationLimits): void {
    const members = new Set(circle);
    for (const member of circle)
      for (const precedent of member.precedents)
        for (const other of this.graph.dirtyFormulas(precedent)) if (!members.has(other)) this.settle(other);
    const ordered = inSheetOrder(circle, this.graph.workbook.sheets);
    for (const member of ordered) {
      // Done with in this recalculation, whatever its own changes mark.
      member.circularIn = this.graph.pass;
      this.graph.setClean(member);
    }
    this.engine.readsShown = true;
    let change = Infinity;
    for (let round = 0; round < maxIteration && change > maxChange; round++) {
      change = 0;
      for (const member of ordered) change = Math.max(change, this.repeat(member));
    }
    this.engine.readsShown = false;
    for (const member of ordered) {
      this.calls.dropUnused(member);
      const { sheet, row, column } = member;
      this.graph.markAreaDependents(sheet, { top: row, left: column, bottom: row, right: column });
    }
  }

  /** Calculates a formula again; by how much its number changed. */
  private repeat(member: FormulaCell): number {
    const { sheet, row, column } = member;
    const before = sheet.sheet.value(row, column);
    const result = this.attemptCell(member);
    if (!(result instanceof NotServed || result instanceof NotCalculated)) this.writer.write(member, result);
    const after = sheet.sheet.value(row, column);
    if (typeof after !== 'number') return 0;
    return Math.abs(after - (typeof before === 'number' ? before : 0));
  }

  /** Calculates formulas from the values cells show, up to date or not, and leaves them dirty. */
  calculateFromShown(formulas: readonly FormulaCell[]): void {
    this.engine.readsShown = true;
    try {
      for (const formula of formulas) {
        const result = this.attemptCell(formula);
        if (!(result instanceof NotServed))
          this.writer.write(formula, result instanceof NotCalculated ? ERRORS.busy : result);
      }
    } finally {
      this.engine.readsShown = false;
    }
  }
}
