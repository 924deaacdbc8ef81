import type { Area } from '../model/cell';
import { insertCells, deleteCells } from '../model/shift';
import { dataArea, removeTable, writeHeaders } from '../model/table';
import type { Table } from '../model/workbook';
import { checkWritable, styleIndexAt } from './cells';
import { fail } from './errors';
import type { Host } from './host';
import { clearContents } from './write';

/** True when a row of the table's width holds nothing. */
function isEmptyRow(table: Table, row: number): boolean {
  for (let column = table.area.left; column <= table.area.right; column++) {
    const cell = table.sheet.cell(row, column);
    if (cell && (cell.value !== null || cell.formula !== undefined)) return false;
  }
  return true;
}

const rowArea = (table: Table, row: number): Area => ({ ...table.area, top: row, bottom: row });

/** Shows or hides the header row; the data stay where they are when the row above is free, else they move down. */
export function setShowHeaders(table: Table, show: boolean, host: Host): void {
  if (show === table.showHeaders) return;
  checkWritable(table.sheet, table.area, host);
  if (!show) {
    clearContents(table.sheet, rowArea(table, table.area.top));
    table.area.top++;
    table.showHeaders = false;
    table.showFilterButton = false;
  } else {
    const { top } = table.area;
    if (top > 0 && isEmptyRow(table, top - 1)) table.area.top--;
    else {
      // Moving the cells moves the table with them: its new row is then the one above.
      insertCells(table.sheet, rowArea(table, top), 'down');
      table.area.top = top;
    }
    table.showHeaders = true;
    table.showFilterButton = true;
    writeHeaders(table);
  }
  table.sheet.changed(rowArea(table, table.area.top));
  table.sheet.workbook.structureChanged();
}

/** Shows or hides the totals row below the data; showing moves what stands there down. */
export function setShowTotals(table: Table, show: boolean, host: Host): void {
  if (show === table.showTotals) return;
  checkWritable(table.sheet, table.area, host);
  const { sheet, area } = table;
  if (!show) {
    clearContents(sheet, rowArea(table, area.bottom));
    sheet.changed(rowArea(table, area.bottom));
    area.bottom--;
    table.showTotals = false;
  } else {
    if (!isEmptyRow(table, area.bottom + 1)) insertCells(sheet, rowArea(table, area.bottom + 1), 'down');
    area.bottom++;
    table.showTotals = true;
    writeTotals(table);
    sheet.changed(rowArea(table, area.bottom));
  }
  sheet.workbook.structureChanged();
}

/** SUBTOTAL numbers of the totals functions, those that leave hidden rows out. */
const SUBTOTALS: Readonly<Record<string, number>> = {
  average: 101,
  countNums: 102,
  count: 103,
  max: 104,
  min: 105,
  stdDev: 107,
  sum: 109,
  var: 110,
};

/** Excel's first totals row: 'Total' at the left, a sum (count for text) at the right; more columns keep their own. */
function writeTotals(table: Table): void {
  const { sheet, area } = table;
  const hasFunctions = table.columns.some((column) => column.totalsFunction !== undefined);
  const last = table.columns.at(-1);
  if (!hasFunctions && last) last.totalsFunction = isNumeric(table, area.right) ? 'sum' : 'count';
  table.columns.forEach((column, index) => {
    const at = area.left + index;
    const style = styleIndexAt(sheet, area.bottom, at);
    const number = SUBTOTALS[column.totalsFunction ?? ''];
    if (number !== undefined) {
      const formula = `SUBTOTAL(${number},${table.name}[${escapeColumn(column.name)}])`;
      sheet.cells.set(area.bottom, at, { value: null, formula, style });
    } else if (index === 0) sheet.cells.set(area.bottom, at, { value: 'Total', style });
  });
}

/** Signs that structured references escape in column names. */
const escapeColumn = (name: string) => name.replace(/['#[\]@]/g, "'$&");

function isNumeric(table: Table, column: number): boolean {
  const { top, bottom } = dataArea(table);
  for (let row = top; row <= bottom; row++) if (typeof table.sheet.value(row, column) === 'string') return false;
  return true;
}

/** Deletes a table with its cells, which are emptied, formats included. */
export function deleteTable(table: Table, host: Host): void {
  checkWritable(table.sheet, table.area, host);
  const area = { ...table.area };
  removeTable(table);
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) table.sheet.cells.delete(row, column);
  table.sheet.changed(area);
}

/** Takes a data row out of a table; the table keeps at least one. */
export function deleteTableRow(table: Table, index: number, host: Host): void {
  const data = dataArea(table);
  const row = data.top + index;
  if (row > data.bottom) return fail('InvalidArgument');
  checkWritable(table.sheet, table.area, host);
  if (data.top === data.bottom) {
    clearContents(table.sheet, rowArea(table, row));
    table.sheet.changed(rowArea(table, row));
  } else
    host.events.during({ changeType: 'RowDeleted', shiftDirection: 'ShiftCellUp' }, () =>
      deleteCells(table.sheet, rowArea(table, row), 'up'),
    );
}

/** Puts `count` empty rows into a table before a data row (at the end when it is past the last). Returns the first one's row. */
export function insertTableRows(table: Table, index: number, count: number, host: Host): number {
  checkWritable(table.sheet, table.area, host);
  const data = dataArea(table);
  const row = data.top + index;
  const block = { ...table.area, top: row, bottom: row + count - 1 };
  host.events.during({ changeType: 'RowInserted', shiftDirection: 'ShiftCellDown' }, () => {
    const isAtEnd = row > data.bottom;
    const isFree = !table.showTotals && isAtEnd && isFreeBelow(table, block);
    if (!isFree) insertCells(table.sheet, block, 'down');
    // Cells that come in at the end do not stretch the table by themselves.
    const grown = table.area.bottom - data.bottom - (table.showTotals ? 1 : 0);
    if (grown < count) table.area.bottom += count - grown;
  });
  table.sheet.changed(block);
  table.sheet.workbook.structureChanged();
  return row;
}

function isFreeBelow(table: Table, block: Area): boolean {
  for (let row = block.top; row <= block.bottom; row++) if (!isEmptyRow(table, row)) return false;
  return true;
}
