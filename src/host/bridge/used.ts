import { parseArea } from '../model/address';
import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { splitReference } from './area';

/** The smallest area within `within` that holds every cell with content (formats count too, unless valuesOnly). */
export function usedArea(sheet: Worksheet, valuesOnly: boolean, within?: Area): Area | undefined {
  let used: Area | undefined;
  for (const row of sheet.cells.rowNumbers()) {
    if (within && (row < within.top || row > within.bottom)) continue;
    for (const [column, cell] of sheet.cells.rowCells(row) ?? []) {
      if (within && (column < within.left || column > within.right)) continue;
      if (valuesOnly && cell.value === null && cell.formula === undefined) continue;
      if (!used) used = { top: row, left: column, bottom: row, right: column };
      else {
        if (row < used.top) used.top = row;
        if (row > used.bottom) used.bottom = row;
        if (column < used.left) used.left = column;
        if (column > used.right) used.right = column;
      }
    }
  }
  return used;
}

/** Reads 'Sheet1!A1:B2' or 'A1:B2'; undefined when it is no reference. */
export function parseReference(text: string): { sheet?: string; area: Area } | undefined {
  const parts = splitReference(text.replace(/^=/, ''));
  const area = parts && parseArea(parts.rest);
  if (!area) return undefined;
  return parts.sheet === undefined ? { area } : { sheet: parts.sheet, area };
}
