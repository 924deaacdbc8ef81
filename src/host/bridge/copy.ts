import { shiftFormula } from '../formulas/adjust';
import type { Area, Cell } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import { copyArea } from '../model/copy';
import type { Worksheet } from '../model/workbook';
import { cellCount, formatArea } from './area';
import { checkWritable, styleIndexAt, tellFormatChanged } from './cells';
import { fail } from './errors';
import { quoteSheet } from '../model/address';
import type { Host } from './host';

export interface Place {
  readonly sheet: Worksheet;
  readonly area: Area;
}

export interface CopyOptions {
  readonly type: 'All' | 'Formulas' | 'Values' | 'Formats' | 'Link';
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Excel's Range.copyFrom: the target grows to the source's size, and is filled with copies when it is a multiple of it. */
export function copyRange(from: Place, to: Place, options: CopyOptions, host: Host): void {
  checkWritable(to.sheet, to.area, host);
  if (options.type === 'Link' || options.skipBlanks || options.transpose) copyCellByCell(from, to, options, host);
  else copyArea(from, to, options.type, shiftFormula);
  tellFormatChanged(to.sheet, to.area, host);
}

/** Cells that a copy by cells may take; larger ones are for plain copies. */
const MOST_CELLS = 5_000_000;

function copyCellByCell(from: Place, to: Place, options: CopyOptions, host: Host): void {
  const { area } = from;
  if (cellCount(area) > MOST_CELLS) fail('RangeExceedsLimit');
  const cells: { cell: Cell | undefined; style: number; row: number; column: number }[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const cell = from.sheet.cell(row, column);
      cells.push({ cell: cell && { ...cell }, style: styleIndexAt(from.sheet, row, column), row, column });
    }
  const target = { ...to.area };
  for (const { cell, style, row, column } of cells) {
    const [dr, dc] = [row - area.top, column - area.left];
    const at = options.transpose
      ? { row: to.area.top + dc, column: to.area.left + dr }
      : { row: to.area.top + dr, column: to.area.left + dc };
    if (at.row >= MAX_ROWS || at.column >= MAX_COLUMNS) fail('InvalidArgument');
    target.bottom = Math.max(target.bottom, at.row);
    target.right = Math.max(target.right, at.column);
    if (options.skipBlanks && (!cell || (cell.value === null && cell.formula === undefined))) continue;
    to.sheet.cells.set(at.row, at.column, copiedCell(from, to, { cell, style, row, column }, at, options));
  }
  to.sheet.changed(target);
  host.counters.cellsWritten += cells.length;
}

function copiedCell(
  from: Place,
  to: Place,
  source: { cell: Cell | undefined; style: number; row: number; column: number },
  at: { row: number; column: number },
  { type }: CopyOptions,
): Cell {
  const { cell, row, column } = source;
  const own = to.sheet.cell(at.row, at.column);
  if (type === 'Formats') return { ...(own ?? { value: null }), style: source.style };
  const style = type === 'All' ? source.style : styleIndexAt(to.sheet, at.row, at.column);
  if (type === 'Link') {
    const address = formatArea({ top: row, bottom: row, left: column, right: column }, true);
    return { value: null, formula: `${quoteSheet(from.sheet.name)}!${address}`, style };
  }
  const value = cell?.value ?? null;
  if (cell?.formula === undefined || type === 'Values') return { value, style };
  return { value, formula: shiftFormula(cell.formula, at.row - row, at.column - column), style };
}
