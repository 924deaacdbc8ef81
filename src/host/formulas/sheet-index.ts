import type { Area } from '../model/cell';
import { MAX_COLUMNS } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import type { FormulaCell, RangeNode } from './formula-cell';
import { CellState, isRangeNode } from './formula-cell';
import type { Precedent } from './formula-cell';
import { RangeIndex } from './range-index';

/** Rows per block of a column: dirty cells and changes are counted by block. */
const BLOCK_BITS = 8;
const BLOCK = 1 << BLOCK_BITS;

/** What the engine knows of one column. */
class ColumnIndex {
  private readonly formulas: (FormulaCell | undefined)[][] = [];
  private readonly dirtyByBlock: number[] = [];
  private readonly changedByBlock: number[] = [];
  dirty = 0;
  formulaCount = 0;

  formula(row: number): FormulaCell | undefined {
    return this.formulas[row >> BLOCK_BITS]?.[row & (BLOCK - 1)];
  }

  setFormula(row: number, cell: FormulaCell | undefined): void {
    const block = (this.formulas[row >> BLOCK_BITS] ??= []);
    this.formulaCount += Number(cell !== undefined) - Number(block[row & (BLOCK - 1)] !== undefined);
    block[row & (BLOCK - 1)] = cell;
  }

  countDirty(row: number, by: 1 | -1): void {
    const block = row >> BLOCK_BITS;
    this.dirtyByBlock[block] = (this.dirtyByBlock[block] ?? 0) + by;
    this.dirty += by;
  }

  touch(row: number, tick: number): void {
    this.changedByBlock[row >> BLOCK_BITS] = tick;
  }

  lastChange(top: number, bottom: number): number {
    let last = 0;
    const end = Math.min(bottom >> BLOCK_BITS, this.changedByBlock.length - 1);
    for (let block = top >> BLOCK_BITS; block <= end; block++) last = Math.max(last, this.changedByBlock[block] ?? 0);
    return last;
  }

  visitFormulas(top: number, bottom: number, dirtyOnly: boolean, visit: (cell: FormulaCell) => void): void {
    const end = Math.min(bottom >> BLOCK_BITS, this.formulas.length - 1);
    for (let index = top >> BLOCK_BITS; index <= end; index++) {
      const block = this.formulas[index];
      if (!block || (dirtyOnly && !this.dirtyByBlock[index])) continue;
      const first = Math.max(top - (index << BLOCK_BITS), 0);
      const last = Math.min(bottom - (index << BLOCK_BITS), block.length - 1);
      for (let i = first; i <= last; i++) {
        const cell = block[i];
        if (cell && (!dirtyOnly || cell.state !== CellState.Clean)) visit(cell);
      }
    }
  }
}

/** The formulas of one sheet, who depends on its cells, and when its cells last changed. */
export class SheetIndex {
  private readonly columns = new Map<number, ColumnIndex>();
  private readonly cellDependents = new Map<number, FormulaCell | Set<FormulaCell>>();
  private readonly rangesByKey = new Map<string, RangeNode>();
  private readonly ranges = new RangeIndex<RangeNode>();
  /** Formulas that fill more than their cell, or would if nothing stood in the way. */
  readonly spilling = new Set<FormulaCell>();
  /** Those that fill other cells and are not calculated yet. */
  readonly dirtySpills = new Set<FormulaCell>();
  /** Last row and column ever seen with content; -1 for none. */
  lastRow = -1;
  lastColumn = -1;
  /** When an area too large to note cell by cell last changed. */
  private changedAsWhole = 0;

  constructor(readonly sheet: Worksheet) {}

  formula(row: number, column: number): FormulaCell | undefined {
    return this.columns.get(column)?.formula(row);
  }

  setFormula(row: number, column: number, cell: FormulaCell | undefined): void {
    if (cell || this.columns.has(column)) this.column(column).setFormula(row, cell);
  }

  private column(column: number): ColumnIndex {
    let index = this.columns.get(column);
    if (!index) this.columns.set(column, (index = new ColumnIndex()));
    return index;
  }

  /** Widens the known content by a cell. */
  extend(row: number, column: number): void {
    if (row > this.lastRow) this.lastRow = row;
    if (column > this.lastColumn) this.lastColumn = column;
  }

  countDirty(cell: FormulaCell, by: 1 | -1): void {
    this.column(cell.column).countDirty(cell.row, by);
  }

  hasDirty(column: number): boolean {
    return (this.columns.get(column)?.dirty ?? 0) > 0;
  }

  /** Formulas in an area, column by column downwards; only those still to be calculated if asked. */
  visitFormulas(area: Area, dirtyOnly: boolean, visit: (cell: FormulaCell) => void): void {
    const inColumn = (index: ColumnIndex | undefined): void => {
      if (index && (dirtyOnly ? index.dirty : index.formulaCount) > 0)
        index.visitFormulas(area.top, area.bottom, dirtyOnly, visit);
    };
    if (area.right - area.left >= this.columns.size) {
      const inside = [...this.columns.keys()].filter((c) => c >= area.left && c <= area.right);
      for (const column of inside.sort((a, b) => a - b)) inColumn(this.columns.get(column));
    } else for (let column = area.left; column <= area.right; column++) inColumn(this.columns.get(column));
  }

  touch(row: number, column: number, tick: number): void {
    this.column(column).touch(row, tick);
    this.extend(row, column);
  }

  touchAll(tick: number): void {
    this.changedAsWhole = tick;
  }

  /** Tick of the last change in part of a column. */
  lastChange(column: number, top: number, bottom: number): number {
    return Math.max(this.changedAsWhole, this.columns.get(column)?.lastChange(top, bottom) ?? 0);
  }

  /** The shared node of a range on this sheet. */
  range(area: Area): RangeNode {
    const key = `${area.top},${area.left},${area.bottom},${area.right}`;
    let node = this.rangesByKey.get(key);
    if (!node) {
      node = { sheet: this, area, dependents: new Set(), passed: 0 };
      this.rangesByKey.set(key, node);
      this.ranges.add(node);
    }
    return node;
  }

  addDependent(precedent: Precedent, cell: FormulaCell): void {
    if (isRangeNode(precedent)) {
      precedent.dependents.add(cell);
      return;
    }
    const key = precedent.row * MAX_COLUMNS + precedent.column;
    const known = this.cellDependents.get(key);
    if (!known) this.cellDependents.set(key, cell);
    else if (known instanceof Set) known.add(cell);
    else if (known !== cell) this.cellDependents.set(key, new Set([known, cell]));
  }

  removeDependent(precedent: Precedent, cell: FormulaCell): void {
    if (isRangeNode(precedent)) {
      precedent.dependents.delete(cell);
      if (precedent.dependents.size > 0) return;
      const { top, left, bottom, right } = precedent.area;
      if (this.rangesByKey.delete(`${top},${left},${bottom},${right}`)) this.ranges.remove(precedent);
      return;
    }
    const key = precedent.row * MAX_COLUMNS + precedent.column;
    const known = this.cellDependents.get(key);
    if (known instanceof Set) {
      known.delete(cell);
      if (known.size === 0) this.cellDependents.delete(key);
    } else if (known === cell) this.cellDependents.delete(key);
  }

  /** Formulas that refer to a cell, each range only once in a propagation. */
  visitDependents(row: number, column: number, propagation: number, visit: (cell: FormulaCell) => void): void {
    const known = this.cellDependents.get(row * MAX_COLUMNS + column);
    if (known instanceof Set) known.forEach(visit);
    else if (known) visit(known);
    this.ranges.visitAt(row, column, (node) => visitRange(node, propagation, visit));
  }

  /** Formulas that refer to any cell of an area. */
  visitAreaDependents(area: Area, propagation: number, visit: (cell: FormulaCell) => void): void {
    const cells = (area.bottom - area.top + 1) * (area.right - area.left + 1);
    const visitCell = (known: FormulaCell | Set<FormulaCell> | undefined): void => {
      if (known instanceof Set) known.forEach(visit);
      else if (known) visit(known);
    };
    if (cells > this.cellDependents.size) {
      for (const [key, known] of this.cellDependents) {
        const row = Math.floor(key / MAX_COLUMNS);
        const column = key % MAX_COLUMNS;
        if (row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) visitCell(known);
      }
    } else {
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++)
          visitCell(this.cellDependents.get(row * MAX_COLUMNS + column));
    }
    for (const node of this.ranges.overlapping(area)) visitRange(node, propagation, visit);
  }
}

function visitRange(node: RangeNode, propagation: number, visit: (cell: FormulaCell) => void): void {
  if (node.passed === propagation) return;
  node.passed = propagation;
  node.dependents.forEach(visit);
}
