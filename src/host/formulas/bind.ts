import type { Worksheet } from '../model/workbook';
import type { Formula, StructuredReference } from './ast';
import type { Precedent, FormulaCell } from './formula-cell';
import { resolveReference } from './evaluate';
import { findFunction, isVolatileFunction } from './functions/library';
import type { DependencyGraph } from './graph';
import { findSpecialForm } from './special';
import { findName, parseName, symbols } from './symbols';
import { resolveStructured } from './tables';
import { Reference, ReferenceList } from './values';

/** What a formula depends on. */
export interface Binding {
  precedents: Precedent[];
  symbols: string[];
  isVolatile: boolean;
}

/** Finds the cells, ranges and symbols a formula refers to, through the names it uses. */
export function bindFormula(cell: FormulaCell, graph: DependencyGraph): Binding {
  const binder = new Binder(cell, graph);
  if (cell.formula) binder.bind(cell.formula);
  return { precedents: binder.precedents, symbols: [...binder.symbols], isVolatile: binder.isVolatile };
}

class Binder {
  readonly precedents: Precedent[] = [];
  readonly symbols = new Set<string>();
  isVolatile = false;
  private readonly visitedNames = new Set<string>();

  constructor(
    private readonly cell: FormulaCell,
    private readonly graph: DependencyGraph,
  ) {}

  bind(formula: Formula): void {
    this.isVolatile ||= formula.hasComputedRange || formula.functions.some(isVolatileFunction);
    this.bindReferences(formula);
    formula.structured.forEach((reference) => this.bindTable(reference));
    for (const name of formula.names) {
      if (name.sheet !== undefined) this.symbols.add(symbols.sheet(name.sheet));
      const sheet = name.sheet === undefined ? this.cell.sheet.sheet : this.graph.workbook.sheet(name.sheet);
      if (name.sheet === undefined) this.bindTable(wholeTable(name.name));
      if (sheet) this.bindName(name.name, sheet);
    }
    for (const name of formula.functions) {
      if (findFunction(name) || findSpecialForm(name)) continue;
      this.symbols.add(symbols.function(name));
      this.bindName(name, this.cell.sheet.sheet);
    }
  }

  private bindReferences(formula: Formula): void {
    const { workbook } = this.graph;
    const at = {
      engine: {
        sheet: (name: string) => workbook.sheet(name),
        sheetsBetween: (first: string, last: string) => sheetsBetween(workbook.sheets, first, last),
      },
      sheet: this.cell.sheet.sheet,
      row: this.cell.row,
      column: this.cell.column,
    };
    for (const node of formula.references) {
      if (node.sheet !== undefined) this.symbols.add(symbols.sheet(node.sheet));
      if (node.lastSheet !== undefined) {
        this.symbols.add(symbols.sheet(node.lastSheet));
        this.symbols.add(symbols.sheetOrder());
      }
      const resolved = resolveReference(node, at);
      if (resolved instanceof Reference) this.add(resolved);
      else if (resolved instanceof ReferenceList) resolved.areas.forEach((r) => this.add(r));
    }
  }

  private bindTable(reference: StructuredReference): void {
    const { sheet, row, column } = this.cell;
    this.symbols.add(reference.table === undefined ? symbols.tablesOf(sheet.sheet) : symbols.table(reference.table));
    const resolved = resolveStructured(reference, this.graph.workbook, sheet.sheet, row, column);
    if (resolved instanceof Reference) this.add(resolved);
  }

  private bindName(name: string, sheet: Worksheet): void {
    const symbol = symbols.name(name, sheet);
    this.symbols.add(symbol);
    if (this.visitedNames.has(symbol)) return;
    this.visitedNames.add(symbol);
    const formula = parseName(findName(this.graph.workbook, name, sheet));
    if (formula) this.bind(formula);
  }

  private add(reference: Reference): void {
    const sheet = this.graph.index(reference.sheet);
    const { top, left, bottom, right } = reference;
    if (reference.isCell) this.precedents.push({ sheet, row: top, column: left });
    else this.precedents.push(sheet.range({ top, left, bottom, right }));
  }
}

/** What a table's name alone means: its data. */
function wholeTable(table: string): StructuredReference {
  return { table, rows: ['data'], firstColumn: undefined, lastColumn: undefined };
}

/** The sheets from one to another in the workbook's order, both included; undefined when one is missing. */
export function sheetsBetween(
  sheets: readonly Worksheet[],
  first: string,
  last: string,
): readonly Worksheet[] | undefined {
  const position = (name: string): number => sheets.findIndex((s) => s.name.toLowerCase() === name.toLowerCase());
  const a = position(first);
  const b = position(last);
  return a < 0 || b < 0 ? undefined : sheets.slice(Math.min(a, b), Math.max(a, b) + 1);
}
