import { containsArea, intersectAreas, shiftInBand } from './area';
import type { ShiftChange } from './change';
import { ModelError } from './change';
import type { Area } from './cell';
import { MAX_COLUMNS, MAX_ROWS } from './cell';
import { freeColumnName, removeTable, writeHeaders } from './table';
import type { Table, Worksheet } from './workbook';

/** Makes room for one row of cells: given by the caller, who moves cells. */
type InsertRow = (sheet: Worksheet, area: Area) => void;

/**
 * Moves, stretches, shrinks or removes the tables that cells coming or leaving touch.
 *
 * @param insertRow makes room for the one empty row that a table keeps.
 * @returns what is to be done once the cells have moved (names of new columns, the one row that a table keeps).
 * @throws {ModelError} 'SplitsTable' when a part of a table would move, or its header row alone would go; nothing is changed then.
 */
export function shiftTables(change: ShiftChange, insertRow: InsertRow): (() => void)[] {
  const plans = change.sheet.tables.map((table) => planTable(table, change, insertRow));
  return plans.flatMap((apply) => apply());
}

function planTable(table: Table, change: ShiftChange, insertRow: InsertRow): () => (() => void)[] {
  const { area, shift } = change;
  const vertical = shift === 'down' || shift === 'up';
  const moving = vertical ? { ...area, bottom: MAX_ROWS - 1 } : { ...area, right: MAX_COLUMNS - 1 };
  if (!intersectAreas(table.area, moving)) return () => [];
  const band = vertical ? { ...moving, top: 0 } : { ...moving, left: 0 };
  if (!containsArea(band, table.area)) throw splits(table);
  const remove = shift === 'up' || shift === 'left';
  if (remove && containsArea(area, table.area)) return () => [() => removeTable(table)];
  return vertical ? planRows(table, change, insertRow) : planColumns(table, change);
}

function planRows(table: Table, { area, shift }: ShiftChange, insertRow: InsertRow): () => (() => void)[] {
  const goes = shift === 'up' ? intersectAreas(table.area, area) : undefined;
  const inHeader = goes && table.showHeaders && goes.top === table.area.top;
  const inTotals = goes && table.showTotals && goes.bottom === table.area.bottom;
  if (inHeader || inTotals) throw splits(table);
  const after = shiftInBand(table.area, area, shift);
  if (!after || (shift === 'down' && after.bottom - table.area.bottom > 0 && after.bottom >= MAX_ROWS))
    throw splits(table);
  const leastRows = 1 + (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  return () => {
    table.area = after;
    if (after.bottom - after.top + 1 >= leastRows) return [];
    // A table never is without a data row: an empty one stays.
    const row = after.top + (table.showHeaders ? 1 : 0);
    return [
      () => {
        insertRow(table.sheet, { top: row, bottom: row, left: after.left, right: after.right });
        table.area = { ...after, bottom: after.bottom + 1 };
      },
    ];
  };
}

function planColumns(table: Table, { area, shift }: ShiftChange): () => (() => void)[] {
  const after = shiftInBand(table.area, area, shift);
  if (!after) throw splits(table);
  return () => {
    const { left } = table.area;
    const before = table.columns.map(({ name }) => name);
    if (shift === 'left') {
      const first = Math.max(area.left, left) - left;
      const last = Math.min(area.right, table.area.right) - left;
      if (first <= last) table.columns.splice(first, last - first + 1);
    } else if (area.left > left) addColumns(table, area.left - left, area.right - area.left + 1);
    table.area = after;
    const { workbook } = table.sheet;
    return [
      () => writeHeaders(table),
      ...(shift === 'left' ? [() => workbook.adjustFormulas?.({ kind: 'deleteColumns', table, before })] : []),
    ];
  };
}

function addColumns(table: Table, at: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const name = freeColumnName(
      table.columns.map((c) => c.name),
      'Column1',
    );
    const id = table.columns.reduce((most, column) => Math.max(most, column.id), 0) + 1;
    table.columns.splice(at + i, 0, { id, name });
  }
}

function splits(table: Table): ModelError {
  return new ModelError('SplitsTable', `A part of the table ${table.name} would move.`);
}
