import { adjustWorkbook } from '../formulas/adjust-workbook';
import type { FormulaChange, FormulaPlace } from '../formulas/adjust';
import { printReference } from '../formulas/adjust';
import type { StructuredReference } from '../formulas/ast';
import { resolveStructured } from '../formulas/tables';
import { Reference } from '../formulas/values';
import { isWholeColumns, isWholeRows } from '../model/area';
import type { ShiftChange, StructuralChange } from '../model/change';
import type { Table, Workbook } from '../model/workbook';

/**
 * Makes formulas follow when cells, sheets, tables or columns move or change their names: joins the workbook model, which
 * says what happened, to the formula engine, which rewrites texts. A workbook whose engine listens already is left as it is.
 */
export function followStructure(workbook: Workbook, onChange: (change: StructuralChange) => void): void {
  const rewrite = workbook.adjustFormulas ?? makeRewriter(workbook);
  workbook.adjustFormulas = (change) => {
    onChange(change);
    rewrite(change);
  };
}

function makeRewriter(workbook: Workbook): (change: StructuralChange) => void {
  // References over several sheets need the order as it was before a sheet went; the model tells after it is gone.
  let order = workbook.sheets.map((sheet) => sheet.name);
  workbook.listeners.add({
    structureChanged: () => {
      order = workbook.sheets.map((sheet) => sheet.name);
    },
  });
  return (change) => void adjustWorkbook(workbook, asFormulaChange(change, order));
}

/** The model's change in the formula engine's words. */
function asFormulaChange(change: StructuralChange, order: readonly string[]): FormulaChange {
  switch (change.kind) {
    case 'shiftCells':
      return asShift(change);
    case 'moveCells': {
      const { sheet, area, to, row, column } = change;
      return { kind: 'move', sheet: sheet.name, area, toSheet: to.name, row, column };
    }
    case 'renameSheet':
      return { kind: 'renameSheet', from: change.from, to: change.to };
    case 'deleteSheet':
      return { kind: 'deleteSheet', sheet: change.name, order };
    case 'renameTable':
      return { kind: 'renameTable', from: change.from, to: change.to };
    case 'deleteTable':
      return { kind: 'deleteTable', table: change.table.name };
    case 'deleteColumns': {
      const { table, before } = change;
      return { kind: 'deleteColumns', table: table.name, before, after: table.columns.map(({ name }) => name) };
    }
    case 'convertTable':
      return {
        kind: 'convertTable',
        table: change.table.name,
        resolve: (reference, place) => plainReference(change.table, reference, place),
      };
    case 'renameColumn':
      return { kind: 'renameColumn', table: change.table.name, from: change.from, to: change.to };
  }
}

/** Where the cells of a structured reference are, absolute; of [@Column] the row stays relative. */
function plainReference(table: Table, reference: StructuredReference, place: FormulaPlace): string {
  const { workbook } = table.sheet;
  const sheet = workbook.sheet(place.sheet) ?? table.sheet;
  const found = resolveStructured(reference, workbook, sheet, place.row ?? 0, place.column ?? 0);
  if (!(found instanceof Reference)) return '#REF!';
  const absoluteRow = !reference.rows.includes('thisRow');
  const corner = (row: number, column: number) => ({ row, column, absoluteRow, absoluteColumn: true });
  return printReference({
    // Names and rules have no sheet of their own that would be meant.
    sheet: found.sheet === sheet && place.row !== undefined ? undefined : found.sheet.name,
    lastSheet: undefined,
    kind: found.isCell ? 'cell' : 'area',
    first: corner(found.top, found.left),
    last: corner(found.bottom, found.right),
  });
}

function asShift({ sheet, area, shift }: ShiftChange): FormulaChange {
  const kind = shift === 'down' || shift === 'right' ? 'insert' : 'delete';
  if (shift === 'down' || shift === 'up') {
    const band = isWholeRows(area) ? {} : { band: { first: area.left, last: area.right } };
    return { kind, sheet: sheet.name, axis: 'rows', at: area.top, count: area.bottom - area.top + 1, ...band };
  }
  const band = isWholeColumns(area) ? {} : { band: { first: area.top, last: area.bottom } };
  return { kind, sheet: sheet.name, axis: 'columns', at: area.left, count: area.right - area.left + 1, ...band };
}
