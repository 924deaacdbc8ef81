import type { CellError } from '../model/cell';
import type { Table, Workbook, Worksheet } from '../model/workbook';
import type { StructuredReference, TableRows } from './ast';
import { ERRORS, Reference } from './values';

/** The table a structured reference means: the named one, or the one around the cell. */
export function findTable(
  workbook: Workbook,
  name: string | undefined,
  sheet: Worksheet,
  row: number,
  column: number,
): Table | undefined {
  if (name !== undefined) return workbook.table(name);
  return sheet.tables.find(
    ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
}

function rowSpan(table: Table, rows: TableRows, row: number): [number, number] | CellError {
  const { top, bottom } = table.area;
  const firstData = top + Number(table.showHeaders);
  const lastData = bottom - Number(table.showTotals);
  switch (rows) {
    case 'all':
      return [top, bottom];
    case 'headers':
      return table.showHeaders ? [top, top] : ERRORS.ref;
    case 'totals':
      return table.showTotals ? [bottom, bottom] : ERRORS.ref;
    case 'data':
      return firstData <= lastData ? [firstData, lastData] : ERRORS.ref;
    case 'thisRow':
      return row >= firstData && row <= lastData ? [row, row] : ERRORS.value;
  }
}

function columnIndex(table: Table, name: string): number {
  const wanted = name.toLowerCase();
  return table.columns.findIndex((c) => c.name.toLowerCase() === wanted);
}

/**
 * The cells a structured reference means.
 * @param row zero-based row of the formula, for [@…] and references without a table name
 * @returns #REF! when table, column or rows do not exist, #VALUE! for [@…] outside the table's rows
 */
export function resolveStructured(
  reference: StructuredReference,
  workbook: Workbook,
  sheet: Worksheet,
  row: number,
  column: number,
): Reference | CellError {
  const table = findTable(workbook, reference.table, sheet, row, column);
  if (!table) return ERRORS.ref;
  const { area } = table;
  let left = area.left;
  let right = area.right;
  if (reference.firstColumn !== undefined) {
    const first = columnIndex(table, reference.firstColumn);
    const last = columnIndex(table, reference.lastColumn ?? reference.firstColumn);
    if (first < 0 || last < 0) return ERRORS.ref;
    left = area.left + Math.min(first, last);
    right = area.left + Math.max(first, last);
  }
  let top = Infinity;
  let bottom = -1;
  for (const rows of reference.rows) {
    if (rows === 'thisRow' && table.sheet !== sheet) return ERRORS.value;
    const span = rowSpan(table, rows, row);
    if (!Array.isArray(span)) {
      if (reference.rows.length === 1) return span;
      continue; // [[#Headers],[#Data]] without a header row is the data
    }
    top = Math.min(top, span[0]);
    bottom = Math.max(bottom, span[1]);
  }
  return bottom < 0 ? ERRORS.ref : new Reference(table.sheet, top, left, bottom, right);
}
