import type { Area, Cell, CellValue } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import { CellError } from '../model/cell';
import type { FormulaCell } from './formula-cell';
import type { DependencyGraph } from './graph';
import { positionOf } from './graph';
import { overlaps } from './range-index';
import type { SheetIndex } from './sheet-index';
import type { Scalar } from './values';
import { ERRORS, Matrix } from './values';

/** Writes results of formulas into cells, spills arrays, and tells which cells changed. */
export class ResultWriter {
  constructor(
    private readonly graph: DependencyGraph,
    private readonly onChange: (index: SheetIndex, row: number, column: number) => void,
  ) {}

  /** Gives a formula's cell its result; an array also fills the cells to the right and below. */
  write(formula: FormulaCell, result: Exclude<Scalar, null> | Matrix): void {
    const { sheet, row, column } = formula;
    const cell = sheet.sheet.cells.get(row, column);
    if (!cell) return;
    formula.hasWritten = true;
    if (cell.arrayRange) {
      this.fillLegacyArray(formula, cell, cell.arrayRange, result);
      return;
    }
    if (!(result instanceof Matrix)) {
      this.emptyFilled(formula, undefined);
      this.forgetBlock(formula);
      delete cell.spill;
      this.setValue(sheet, row, column, cell, result);
      return;
    }
    const area: Area = { top: row, left: column, bottom: row + result.rows - 1, right: column + result.columns - 1 };
    if (this.isBlocked(formula, area)) {
      this.emptyFilled(formula, undefined);
      formula.blocked = clipToSheet(area);
      sheet.spilling.add(formula);
      delete cell.spill;
      this.setValue(sheet, row, column, cell, ERRORS.spill);
      return;
    }
    formula.blocked = undefined;
    this.emptyFilled(formula, area);
    cell.spill = { rows: result.rows, columns: result.columns };
    this.fill(formula, cell, area, (r, c) => result.at(r, c));
  }

  /** A formula among circular ones shows 0. */
  writeCircular(formula: FormulaCell): void {
    this.write(formula, 0);
  }

  private fillLegacyArray(
    formula: FormulaCell,
    cell: Cell,
    size: { rows: number; columns: number },
    result: Exclude<Scalar, null> | Matrix,
  ): void {
    const { row, column } = formula;
    const area: Area = { top: row, left: column, bottom: row + size.rows - 1, right: column + size.columns - 1 };
    const matrix = result instanceof Matrix ? result : new Matrix([[result]]);
    this.emptyFilled(formula, area);
    this.fill(formula, cell, area, (r, c) => matrix.broadcastAt(r, c));
  }

  private fill(formula: FormulaCell, anchor: Cell, area: Area, value: (row: number, column: number) => Scalar): void {
    const { sheet, row, column } = formula;
    const isMore = area.bottom > area.top || area.right > area.left;
    formula.filled = isMore ? area : undefined;
    if (isMore) sheet.spilling.add(formula);
    else sheet.spilling.delete(formula);
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++) {
        const content = value(r - row, c - column);
        if (r === row && c === column) this.setValue(sheet, r, c, anchor, content);
        else this.setFilled(formula, r, c, content);
      }
  }

  private setFilled(formula: FormulaCell, row: number, column: number, value: CellValue): void {
    const { cells } = formula.sheet.sheet;
    let cell = cells.get(row, column);
    if (!cell) cells.set(row, column, (cell = { value: null, style: 0 }));
    cell.spilledFrom = { row: formula.row, column: formula.column };
    this.setValue(formula.sheet, row, column, cell, value);
  }

  private setValue(index: SheetIndex, row: number, column: number, cell: Cell, value: CellValue): void {
    const isSame = sameValue(cell.value, value);
    cell.value = value;
    if (isSame) return;
    this.graph.touch(index, row, column);
    this.onChange(index, row, column);
    // A formula's own dependents are dirty already; those of a filled cell may have been calculated before.
    if (cell.spilledFrom) this.graph.markAreaDependents(index, positionOf({ row, column }));
  }

  /** Empties what a formula filled and fills no longer. */
  private emptyFilled(formula: FormulaCell, kept: Area | undefined): void {
    const { filled, sheet } = formula;
    formula.filled = undefined;
    if (!filled) return;
    sheet.spilling.delete(formula);
    this.emptyArea(sheet, filled, formula, kept);
  }

  /** Empties the cells of an area that a formula, present or gone, had filled. */
  emptyArea(
    index: SheetIndex,
    area: Area,
    anchor: { readonly row: number; readonly column: number },
    kept: Area | undefined,
  ): void {
    const { cells } = index.sheet;
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        if (kept && overlaps(kept, positionOf({ row, column }))) continue;
        const cell = cells.get(row, column);
        if (cell?.spilledFrom?.row !== anchor.row || cell.spilledFrom.column !== anchor.column) continue;
        delete cell.spilledFrom;
        cell.value = null;
        if (cell.style === 0) cells.delete(row, column);
        this.graph.touch(index, row, column);
        this.onChange(index, row, column);
        this.graph.markAreaDependents(index, positionOf({ row, column }));
      }
  }

  private forgetBlock(formula: FormulaCell): void {
    formula.blocked = undefined;
    formula.sheet.spilling.delete(formula);
  }

  /** Whether something stands where an array would spill: content, a merged cell, a table, the sheet's edge. */
  private isBlocked(formula: FormulaCell, area: Area): boolean {
    if (area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS) return true;
    if (area.top === area.bottom && area.left === area.right) return false;
    const { sheet } = formula.sheet;
    if (sheet.merges.some((m) => overlaps(m, area)) || sheet.tables.some((t) => overlaps(t.area, area))) return true;
    for (let row = area.top; row <= area.bottom; row++) {
      const line = sheet.cells.rowCells(row);
      if (!line) continue;
      for (let column = area.left; column <= area.right; column++) {
        if (row === formula.row && column === formula.column) continue;
        const cell = line.get(column);
        if (cell && standsInTheWay(cell, formula)) return true;
      }
    }
    return false;
  }
}

function standsInTheWay(cell: Cell, formula: FormulaCell): boolean {
  if (cell.formula !== undefined) return true;
  if (cell.spilledFrom) {
    const { row, column } = cell.spilledFrom;
    if (row === formula.row && column === formula.column) return false;
    return formula.sheet.formula(row, column) !== undefined;
  }
  return cell.value !== null;
}

function clipToSheet(area: Area): Area {
  return { ...area, bottom: Math.min(area.bottom, MAX_ROWS - 1), right: Math.min(area.right, MAX_COLUMNS - 1) };
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (a instanceof CellError && b instanceof CellError) return a.code === b.code && a.detail === b.detail;
  return Object.is(a, b);
}
