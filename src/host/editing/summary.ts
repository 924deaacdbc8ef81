import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';

/** What the status bar says of the selected cells. */
export interface SelectionSummary {
  /** Cells with content. */
  readonly count: number;
  /** Cells with numbers. */
  readonly numbers: number;
  readonly sum: number;
  /** Undefined without numbers. */
  readonly average: number | undefined;
}

/** Counts and adds up the visible cells of an area. */
export function summarise(sheet: Worksheet, area: Area): SelectionSummary {
  let count = 0;
  let numbers = 0;
  let sum = 0;
  const add = (row: number) => {
    if (sheet.rows.get(row)?.hidden) return;
    for (const [column, { value }] of sheet.cells.rowCells(row) ?? []) {
      if (column < area.left || column > area.right || value === null) continue;
      if (sheet.columns.get(column)?.hidden) continue;
      count++;
      if (typeof value !== 'number') continue;
      numbers++;
      sum += value;
    }
  };
  if (area.bottom - area.top < 1000) for (let row = area.top; row <= area.bottom; row++) add(row);
  else for (const row of sheet.cells.rowNumbers()) if (row >= area.top && row <= area.bottom) add(row);
  return { count, numbers, sum, average: numbers > 0 ? sum / numbers : undefined };
}
