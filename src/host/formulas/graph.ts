import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import type { Workbook, Worksheet } from '../model/workbook';
import { bindFormula } from './bind';
import type { Precedent } from './formula-cell';
import { CellState, FormulaCell } from './formula-cell';
import { parseFormula } from './parse';
import { SheetIndex } from './sheet-index';
import { symbolSignature } from './symbols';

const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** What a formula that is gone had filled. */
export interface Orphan {
  readonly sheet: SheetIndex;
  readonly area: Area;
  readonly row: number;
  readonly column: number;
}

/** The formulas of a workbook, what each depends on, and which have to be calculated. */
export class DependencyGraph {
  private readonly indexes = new Map<Worksheet, SheetIndex>();
  private readonly cellsBySymbol = new Map<string, Set<FormulaCell>>();
  private readonly signatures = new Map<string, string>();
  readonly volatile = new Set<FormulaCell>();
  /** Formulas marked dirty and not yet handed to the calculation. */
  dirty: FormulaCell[] = [];
  /** Filled areas whose formula is gone, to be emptied. */
  orphans: Orphan[] = [];
  /** Number of the current recalculation. */
  pass = 1;
  private propagation = 0;
  private lastTick = 0;

  constructor(
    readonly workbook: Workbook,
    private readonly functionVersion: (name: string) => number,
  ) {}

  index(sheet: Worksheet): SheetIndex {
    let index = this.indexes.get(sheet);
    if (!index) this.indexes.set(sheet, (index = new SheetIndex(sheet)));
    return index;
  }

  allIndexes(): IterableIterator<SheetIndex> {
    return this.indexes.values();
  }

  /** Counts the changes of the workbook: what was read before a tick is older than it. */
  get tick(): number {
    return this.lastTick;
  }

  touch(index: SheetIndex, row: number, column: number): void {
    index.touch(row, column, ++this.lastTick);
  }

  touchAll(index: SheetIndex): void {
    index.touchAll(++this.lastTick);
  }

  /** Makes the graph's node of a cell agree with the cell's formula text; a new node is dirty. */
  updateCell(index: SheetIndex, row: number, column: number): void {
    const cell = index.sheet.cells.get(row, column);
    const known = index.formula(row, column);
    if (known?.text === cell?.formula && (known !== undefined || cell?.formula === undefined)) {
      // Cleared and entered again between two calculations: the formula is the same, its value is gone.
      if (known && cell?.value === null) this.markDirty(known);
      return;
    }
    if (known) this.removeFormula(known);
    if (cell?.formula === undefined) return;
    const parsed = parseFormula(cell.formula, row, column);
    const [tree, problem] = 'formula' in parsed ? [parsed.formula, undefined] : [undefined, parsed.problem];
    const formula = new FormulaCell(index, row, column, cell.formula, tree, problem);
    if (cell.spill && (cell.spill.rows > 1 || cell.spill.columns > 1)) {
      const { rows, columns } = cell.spill;
      formula.filled = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
      index.spilling.add(formula);
    }
    index.setFormula(row, column, formula);
    index.extend(row, column);
    this.bind(formula);
    this.markDirty(formula);
  }

  removeFormula(formula: FormulaCell): void {
    this.unbind(formula);
    this.setClean(formula);
    formula.invocations?.forEach((i) => i.abort.abort());
    if (formula.filled) {
      const { sheet, filled: area, row, column } = formula;
      this.orphans.push({ sheet, area, row, column });
    }
    formula.sheet.spilling.delete(formula);
    formula.sheet.setFormula(formula.row, formula.column, undefined);
  }

  private bind(formula: FormulaCell): void {
    const binding = bindFormula(formula, this);
    formula.precedents = binding.precedents;
    formula.symbols = binding.symbols;
    formula.isVolatile = binding.isVolatile;
    if (binding.isVolatile) this.volatile.add(formula);
    for (const precedent of binding.precedents) precedent.sheet.addDependent(precedent, formula);
    for (const symbol of binding.symbols) {
      let cells = this.cellsBySymbol.get(symbol);
      if (!cells) {
        this.cellsBySymbol.set(symbol, (cells = new Set()));
        this.signatures.set(symbol, symbolSignature(this.workbook, symbol, this.functionVersion));
      }
      cells.add(formula);
    }
  }

  private unbind(formula: FormulaCell): void {
    for (const precedent of formula.precedents) precedent.sheet.removeDependent(precedent, formula);
    for (const symbol of formula.symbols) {
      const cells = this.cellsBySymbol.get(symbol);
      cells?.delete(formula);
      if (cells?.size === 0) {
        this.cellsBySymbol.delete(symbol);
        this.signatures.delete(symbol);
      }
    }
    this.volatile.delete(formula);
    formula.precedents = [];
    formula.symbols = [];
  }

  /** Binds again the formulas whose sheets, names, tables or functions mean something else now. */
  rebindChangedSymbols(): void {
    const stale = new Set<FormulaCell>();
    for (const [symbol, known] of this.signatures) {
      const signature = symbolSignature(this.workbook, symbol, this.functionVersion);
      if (signature === known) continue;
      this.signatures.set(symbol, signature);
      this.cellsBySymbol.get(symbol)?.forEach((f) => stale.add(f));
    }
    for (const formula of stale) {
      this.unbind(formula);
      this.bind(formula);
      this.markDirty(formula);
    }
  }

  /** Forgets sheets that are no longer in the workbook and walks all cells of the others. */
  synchronise(): void {
    const present = new Set(this.workbook.sheets);
    for (const [sheet, index] of this.indexes) {
      if (present.has(sheet)) continue;
      this.removeFormulasWhere(index, () => true);
      this.indexes.delete(sheet);
    }
    for (const sheet of this.workbook.sheets) this.synchroniseSheet(this.index(sheet));
    this.rebindChangedSymbols();
  }

  private synchroniseSheet(index: SheetIndex): void {
    const { cells } = index.sheet;
    this.removeFormulasWhere(index, (f) => cells.get(f.row, f.column)?.formula !== f.text);
    for (const row of cells.rowNumbers())
      for (const [column, cell] of cells.rowCells(row) ?? []) {
        index.extend(row, column);
        if (cell.formula !== undefined) this.updateCell(index, row, column);
        else if (cell.spilledFrom) this.checkAnchor(index, row, column, cell.spilledFrom);
      }
  }

  /** A filled cell whose formula is gone is emptied. */
  private checkAnchor(index: SheetIndex, row: number, column: number, anchor: { row: number; column: number }): void {
    if (index.sheet.cells.get(anchor.row, anchor.column)?.formula !== undefined) return;
    this.orphans.push({ sheet: index, area: positionOf({ row, column }), row: anchor.row, column: anchor.column });
  }

  private removeFormulasWhere(index: SheetIndex, isStale: (formula: FormulaCell) => boolean): void {
    const stale: FormulaCell[] = [];
    index.visitFormulas(WHOLE_SHEET, false, (f) => {
      if (isStale(f)) stale.push(f);
    });
    for (const formula of stale) {
      this.removeFormula(formula);
      this.markAreaDependents(index, positionOf(formula));
    }
  }

  /** Marks a formula and everything that depends on it, directly or not. */
  markDirty(formula: FormulaCell): void {
    const queue = this.setDirty(formula) ? [formula] : [];
    this.propagate(queue);
  }

  /** Marks what depends on cells of an area. */
  markAreaDependents(index: SheetIndex, area: Area): void {
    const queue: FormulaCell[] = [];
    const collect = (f: FormulaCell): void => {
      if (this.setDirty(f)) queue.push(f);
    };
    const passNumber = ++this.propagation;
    if (area.top === area.bottom && area.left === area.right)
      index.visitDependents(area.top, area.left, passNumber, collect);
    else index.visitAreaDependents(area, passNumber, collect);
    this.propagate(queue);
  }

  /** Visits the formulas that refer to cells of an area directly. */
  visitDependents({ sheet, area }: { sheet: Worksheet; area: Area }, visit: (formula: FormulaCell) => void): void {
    this.index(sheet).visitAreaDependents(area, ++this.propagation, visit);
  }

  private propagate(queue: FormulaCell[]): void {
    if (queue.length === 0) return;
    const passNumber = ++this.propagation;
    const collect = (f: FormulaCell): void => {
      if (this.setDirty(f)) queue.push(f);
    };
    for (let i = 0; i < queue.length; i++) {
      const formula = queue[i];
      if (!formula) continue;
      if (formula.filled) formula.sheet.visitAreaDependents(formula.filled, passNumber, collect);
      else formula.sheet.visitDependents(formula.row, formula.column, passNumber, collect);
    }
  }

  private setDirty(formula: FormulaCell): boolean {
    if (formula.state !== CellState.Clean || formula.circularIn === this.pass) return false;
    formula.state = CellState.Dirty;
    if (formula.pass !== this.pass) {
      formula.pass = this.pass;
      formula.timesInPass = 0;
    }
    formula.sheet.countDirty(formula, 1);
    if (formula.filled) formula.sheet.dirtySpills.add(formula);
    this.dirty.push(formula);
    return true;
  }

  setClean(formula: FormulaCell): void {
    if (formula.state === CellState.Clean) return;
    formula.state = CellState.Clean;
    formula.waitsFor = [];
    formula.sheet.countDirty(formula, -1);
    formula.sheet.dirtySpills.delete(formula);
  }

  /** Formulas of a precedent that still have to be calculated. */
  dirtyFormulas(precedent: Precedent): FormulaCell[] {
    const found: FormulaCell[] = [];
    const area = 'area' in precedent ? precedent.area : positionOf(precedent);
    precedent.sheet.visitFormulas(area, true, (f) => found.push(f));
    return found.concat(this.dirtySpills(precedent.sheet, area));
  }

  /** Formulas elsewhere whose results fill a part of the area and are not calculated yet. */
  dirtySpills(index: SheetIndex, area: Area): FormulaCell[] {
    const found: FormulaCell[] = [];
    for (const f of index.dirtySpills) {
      if (!f.filled) continue;
      const { top, left, bottom, right } = f.filled;
      if (top <= area.bottom && bottom >= area.top && left <= area.right && right >= area.left) found.push(f);
    }
    return found;
  }
}

/** The one-cell area of a cell. */
export function positionOf(cell: { readonly row: number; readonly column: number }): Area {
  return { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
}
