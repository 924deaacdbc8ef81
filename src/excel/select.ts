import type { CellRef } from '../planning/issue';
import { runExcel } from './run';

/** Activates the sheet and selects the cell; ExcelFailure 'excel-not-found' when the sheet is gone. */
export async function selectCell(cell: CellRef): Promise<void> {
  await runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(cell.sheet);
    sheet.activate();
    sheet.getRangeByIndexes(cell.row, cell.column, 1, 1).select();
    await context.sync();
  });
}

/** The first cell of the user's selection. */
export async function readSelection(): Promise<CellRef> {
  return runExcel(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('rowIndex,columnIndex,worksheet/name');
    await context.sync();
    return { sheet: range.worksheet.name, row: range.rowIndex, column: range.columnIndex };
  });
}

/** Shows a sheet; ExcelFailure 'excel-not-found' when it is gone. */
export async function activateSheet(name: string): Promise<void> {
  await runExcel(async (context) => {
    context.workbook.worksheets.getItem(name).activate();
    await context.sync();
  });
}
