import { containsArea, intersectAreas } from './area';
import type { Area, Cell } from './cell';
import { MAX_COLUMNS, MAX_ROWS } from './cell';
import { ModelError } from './change';
import type { Worksheet } from './workbook';

/** What of a cell is copied, or cleared. */
export type CopyWhat = 'All' | 'Formulas' | 'Values' | 'Formats';
export type ClearWhat = 'All' | 'Contents' | 'Formats' | 'Hyperlinks';

/**
 * Copies an area to another place, repeated to fill the target when its size is a multiple.
 *
 * @param shiftFormula moves the relative references of a formula (the formula engine's); `rows`, `columns` is how far.
 * @returns the area that was written.
 * @throws {ModelError} 'OutOfSheet'.
 */
export function copyArea(
  from: { readonly sheet: Worksheet; readonly area: Area },
  to: { readonly sheet: Worksheet; readonly area: Area },
  what: CopyWhat,
  shiftFormula: (formula: string, rows: number, columns: number) => string,
): Area {
  const rows = from.area.bottom - from.area.top + 1;
  const columns = from.area.right - from.area.left + 1;
  const target = {
    ...to.area,
    bottom: to.area.top + repeats(to.area.bottom - to.area.top + 1, rows) - 1,
    right: to.area.left + repeats(to.area.right - to.area.left + 1, columns) - 1,
  };
  if (target.bottom >= MAX_ROWS || target.right >= MAX_COLUMNS)
    throw new ModelError('OutOfSheet', 'The copy would not fit on the sheet.');
  const source = cellsOfArea(from.sheet, from.area);
  const used = target.bottom - target.top < 100_000 ? target : (intersectAreas(target, growTo(from, target)) ?? target);
  for (let row = used.top; row <= used.bottom; row++)
    for (let column = used.left; column <= used.right; column++) {
      const fromRow = from.area.top + ((row - target.top) % rows);
      const fromColumn = from.area.left + ((column - target.left) % columns);
      const cell = source.get(`${fromRow} ${fromColumn}`);
      copyCell(to.sheet, row, column, cell, what, (f) => shiftFormula(f, row - fromRow, column - fromColumn));
    }
  if (what === 'All') copyMerges(from, to.sheet, target);
  to.sheet.changed(target);
  return target;
}

/** Empties cells: contents, formats (merges and conditional formats included), links or all of these. Tables stay tables. */
export function clearArea(sheet: Worksheet, area: Area, what: ClearWhat): void {
  const isCell = area.top === area.bottom && area.left === area.right;
  const before = isCell ? sheet.value(area.top, area.left) : undefined;
  for (const row of [...sheet.cells.rowNumbers()]) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of [...(sheet.cells.rowCells(row) ?? [])])
      if (column >= area.left && column <= area.right) clearCell(sheet, row, column, cell, what);
  }
  if (what === 'All' || what === 'Hyperlinks') removeWithin(sheet.hyperlinks, (link) => link.area, area);
  if (what === 'All' || what === 'Formats') removeWithin(sheet.merges, (merge) => merge, area);
  if (what !== 'Hyperlinks' && what !== 'Formats') sheet.changed(area, before);
}

function clearCell(sheet: Worksheet, row: number, column: number, cell: Cell, what: ClearWhat): void {
  if (what === 'Hyperlinks') return;
  if (what === 'Formats') {
    if (cell.value === null && cell.formula === undefined && !cell.spilledFrom) sheet.cells.delete(row, column);
    else cell.style = 0;
  } else if (what === 'All' || cell.style === 0) sheet.cells.delete(row, column);
  else sheet.cells.set(row, column, { value: null, style: cell.style });
}

function copyCell(
  sheet: Worksheet,
  row: number,
  column: number,
  cell: Cell | undefined,
  what: CopyWhat,
  shift: (formula: string) => string,
): void {
  if (what === 'Formats') return sheet.setStyle(row, column, cell?.style ?? 0);
  const style = what === 'All' ? (cell?.style ?? 0) : (sheet.cell(row, column)?.style ?? 0);
  if (!cell || (cell.value === null && cell.formula === undefined)) {
    if (style === 0) sheet.cells.delete(row, column);
    else sheet.cells.set(row, column, { value: null, style });
    return;
  }
  const copy: Cell = { value: cell.value, style };
  if (cell.formula !== undefined && what !== 'Values') copy.formula = shift(cell.formula);
  if (cell.quotePrefix) copy.quotePrefix = true;
  if (cell.richText !== undefined && copy.formula === undefined) copy.richText = cell.richText;
  sheet.cells.set(row, column, copy);
}

/** Copies of the source's cells, taken before anything is written: areas may overlap. */
function cellsOfArea(sheet: Worksheet, area: Area): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const row of sheet.cells.rowNumbers()) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of sheet.cells.rowCells(row) ?? [])
      if (column >= area.left && column <= area.right) cells.set(`${row} ${column}`, { ...cell });
  }
  return cells;
}

/** Of whole columns only the used part is copied. */
function growTo(from: { readonly sheet: Worksheet; readonly area: Area }, target: Area): Area {
  const used = from.sheet.usedArea();
  const rows = used ? Math.max(used.bottom - from.area.top, 0) : 0;
  return { ...target, bottom: target.top + rows };
}

function repeats(room: number, size: number): number {
  return room % size === 0 && room > size ? room : size;
}

function copyMerges(from: { readonly sheet: Worksheet; readonly area: Area }, sheet: Worksheet, target: Area): void {
  const inside = from.sheet.merges.filter((merge) => containsArea(from.area, merge)).map((merge) => ({ ...merge }));
  const rows = from.area.bottom - from.area.top + 1;
  const columns = from.area.right - from.area.left + 1;
  removeWithin(sheet.merges, (merge) => merge, target);
  for (let top = target.top; top <= target.bottom; top += rows)
    for (let left = target.left; left <= target.right; left += columns)
      for (const merge of inside)
        sheet.merges.push({
          top: merge.top - from.area.top + top,
          bottom: merge.bottom - from.area.top + top,
          left: merge.left - from.area.left + left,
          right: merge.right - from.area.left + left,
        });
}

function removeWithin<T>(list: T[], areaOf: (item: T) => Area, area: Area): void {
  list.splice(0, Infinity, ...list.filter((item) => !containsArea(area, areaOf(item))));
}
