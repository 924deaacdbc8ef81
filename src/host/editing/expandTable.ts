import { shiftFormula } from '../formulas/adjust';
import type { Cell } from '../model/cell';
import { ModelError } from '../model/change';
import { resizeTable } from '../model/table';
import type { Table, Worksheet } from '../model/workbook';

/**
 * Makes a table a row longer or a column wider when somebody typed right below or beside it, as Excel does: the new row takes the
 * looks and the calculated columns of the one above. Nothing happens below a totals row, or where something else stands.
 *
 * @returns the table that grew, if one did.
 */
export function expandTable(sheet: Worksheet, row: number, column: number): Table | undefined {
  for (const table of sheet.tables) {
    const { top, left, bottom, right } = table.area;
    const below = row === bottom + 1 && column >= left && column <= right && !table.showTotals;
    const beside = column === right + 1 && row >= top && row <= bottom;
    if (below && isOtherwiseEmpty(sheet, row, row, left, right, row, column)) {
      if (!grow(table, { ...table.area, bottom: row })) return undefined;
      continueRow(table, row, column);
      return table;
    }
    if (beside && isOtherwiseEmpty(sheet, top, bottom, column, column, row, column))
      return grow(table, { ...table.area, right: column }) ? table : undefined;
  }
  return undefined;
}

/** False when the grown table would cover another table or merged cells. */
function grow(table: Table, area: Table['area']): boolean {
  try {
    resizeTable(table, area);
    return true;
  } catch (error) {
    if (error instanceof ModelError) return false;
    throw error;
  }
}

function isOtherwiseEmpty(
  sheet: Worksheet,
  top: number,
  bottom: number,
  left: number,
  right: number,
  typedRow: number,
  typedColumn: number,
): boolean {
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) {
      if (row === typedRow && column === typedColumn) continue;
      const cell = sheet.cell(row, column);
      if (cell && (cell.value !== null || cell.formula !== undefined)) return false;
    }
  return true;
}

/** Gives a table's new last row the looks of the one above and the formulas that fill whole columns. */
function continueRow({ sheet, area, columns }: Table, row: number, typedColumn: number): void {
  columns.forEach(({ formula }, index) => {
    const column = area.left + index;
    const above = sheet.cell(row - 1, column);
    const cell: Cell = sheet.cell(row, column) ?? { value: null, style: 0 };
    if (cell.style === 0 && above) cell.style = above.style;
    if (column !== typedColumn && formula && above?.formula !== undefined)
      cell.formula = shiftFormula(above.formula, 1, 0);
    if (cell.style !== 0 || cell.formula !== undefined || cell.value !== null) sheet.cells.set(row, column, cell);
  });
  sheet.changed({ top: row, bottom: row, left: area.left, right: area.right });
}
