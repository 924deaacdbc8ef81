import { styleAt } from '../bridge/cells';
import { shiftFormula } from '../formulas/adjust';
import type { Calculation } from '../formulas/calculation';
import { formatCell } from '../formulas/display';
import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';
import { clearArea, copyArea } from '../model/copy';
import type { Worksheet } from '../model/workbook';
import type { Refusal } from './enter';
import { obstacleAt, readEntered, writeCell } from './enter';
import { isAllowed } from './validation';

/** Cells on the clipboard: as text for other programs, and where they came from for this one. */
export interface Clip {
  readonly sheet: Worksheet;
  readonly area: Area;
  /** Rows by lines, cells by tabs, as shown. */
  readonly text: string;
  readonly isCut: boolean;
}

/** Takes an area to the clipboard; whole rows and columns as far as they are used. */
export function clipCells(sheet: Worksheet, area: Area, isCut: boolean): Clip {
  const used = sheet.usedArea();
  const bottom = Math.min(area.bottom, Math.max(used?.bottom ?? 0, area.top));
  const right = Math.min(area.right, Math.max(used?.right ?? 0, area.left));
  const shown = { ...area, bottom, right };
  const lines: string[] = [];
  for (let row = shown.top; row <= shown.bottom; row++) {
    if (sheet.rows.get(row)?.hidden) continue;
    const texts: string[] = [];
    for (let column = shown.left; column <= shown.right; column++)
      if (!sheet.columns.get(column)?.hidden) texts.push(quoteField(shownText(sheet, row, column)));
    lines.push(texts.join('\t'));
  }
  return { sheet, area: shown, text: lines.join('\n'), isCut };
}

function shownText(sheet: Worksheet, row: number, column: number): string {
  const { culture, dateSystem } = sheet.workbook;
  return formatCell(sheet.value(row, column), styleAt(sheet, row, column).numberFormat, culture, dateSystem);
}

/** The area that pasting a clip at an area fills: a multiple of the clip's size is filled throughout. */
export function pasteArea(clip: Clip, at: Area): Area {
  const rows = clip.area.bottom - clip.area.top + 1;
  const columns = clip.area.right - clip.area.left + 1;
  return fit(at, rows, columns);
}

function fit(at: Area, rows: number, columns: number): Area {
  const height = at.bottom - at.top + 1;
  const width = at.right - at.left + 1;
  const fillsRows = height > rows && height % rows === 0 ? height : rows;
  const fillsColumns = width > columns && width % columns === 0 ? width : columns;
  return { top: at.top, left: at.left, bottom: at.top + fillsRows - 1, right: at.left + fillsColumns - 1 };
}

/** Pastes cells with their formulas and looks; cut ones leave their place. @returns why not, if not */
export function pasteClip(clip: Clip, sheet: Worksheet, at: Area): Refusal | undefined {
  const target = pasteArea(clip, at);
  const obstacle = obstacleAt(sheet, target);
  if (obstacle) return obstacle;
  if (clip.isCut) moveCells(clip, sheet, target);
  else copyArea({ sheet: clip.sheet, area: clip.area }, { sheet, area: target }, 'All', shiftFormula);
  return undefined;
}

/** Cut cells keep their formulas as they are, and formulas that point to them follow. */
function moveCells(clip: Clip, sheet: Worksheet, target: Area): void {
  const at = {
    ...target,
    bottom: target.top + clip.area.bottom - clip.area.top,
    right: target.left + clip.area.right - clip.area.left,
  };
  copyArea({ sheet: clip.sheet, area: clip.area }, { sheet, area: at }, 'All', (formula) => formula);
  for (let row = clip.area.top; row <= clip.area.bottom; row++)
    for (let column = clip.area.left; column <= clip.area.right; column++) {
      const isInTarget =
        sheet === clip.sheet && row >= at.top && row <= at.bottom && column >= at.left && column <= at.right;
      if (!isInTarget) clip.sheet.cells.delete(row, column);
    }
  clip.sheet.changed(clip.area);
  clip.sheet.workbook.adjustFormulas?.({
    kind: 'moveCells',
    sheet: clip.sheet,
    area: clip.area,
    to: sheet,
    row: at.top,
    column: at.left,
  });
}

/** Reads text from the clipboard into rows of fields: tabs and line breaks part them, quotes keep line breaks together. */
export function readFields(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < body.length; i++) {
    const sign = body.charAt(i);
    if (quoted && sign === '"' && body.charAt(i + 1) === '"') {
      field += '"';
      i++;
    } else if (sign === '"' && (quoted || field === '')) quoted = !quoted;
    else if (!quoted && (sign === '\t' || sign === '\n')) {
      rows.at(-1)?.push(field);
      field = '';
      if (sign === '\n') rows.push([]);
    } else field += sign;
  }
  rows.at(-1)?.push(field);
  return rows;
}

/** The area that pasting rows of texts at an area fills. */
export function textArea(rows: readonly (readonly string[])[], at: Area): Area {
  const area = fit(at, rows.length, Math.max(1, ...rows.map((row) => row.length)));
  return { ...area, bottom: Math.min(area.bottom, MAX_ROWS - 1), right: Math.min(area.right, MAX_COLUMNS - 1) };
}

/**
 * Enters texts from the clipboard as if each was typed; one text fills the whole selection. Texts that their cell's validation
 * refuses or that are no formula are left out.
 *
 * @returns how many were left out, or why nothing was pasted
 */
export function pasteText(
  calculation: Calculation,
  sheet: Worksheet,
  rows: readonly (readonly string[])[],
  at: Area,
): Refusal | number {
  const target = textArea(rows, at);
  const obstacle = obstacleAt(sheet, target);
  if (obstacle) return obstacle;
  let refused = 0;
  for (let row = target.top; row <= target.bottom; row++)
    for (let column = target.left; column <= target.right; column++) {
      const line = rows[(row - target.top) % rows.length] ?? [];
      const text = line[(column - target.left) % Math.max(1, line.length)];
      if (text === undefined) continue;
      const cell = readEntered(sheet, row, column, text);
      if ('kind' in cell || (cell.formula === undefined && !isAllowed(calculation, sheet, row, column, cell.value)))
        refused++;
      else writeCell(sheet, row, column, cell);
    }
  return refused;
}

/** Empties the contents of an area, as the Delete key does. @returns why not, if not */
export function deleteContents(sheet: Worksheet, area: Area): Refusal | undefined {
  const obstacle = obstacleAt(sheet, area);
  if (!obstacle) clearArea(sheet, area, 'Contents');
  return obstacle;
}

function quoteField(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
