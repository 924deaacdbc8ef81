import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { containsArea, intersectAreas, isWholeColumns, isWholeRows, subtractArea } from '../model/area';
import { choiceOf } from './arguments';
import { checkWritable, tellFormatChanged } from './cells';
import type { Host } from './host';
import { setLine } from './lines';
import { clearContents } from './write';
import { writeHeaders } from '../model/table';

/** Excel.ClearApplyTo: contents, formats, hyperlinks (the text stays), or everything. */
export function clearRange(sheet: Worksheet, area: Area, applyTo: string, host: Host): void {
  const what = choiceOf(applyTo, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents']);
  checkWritable(sheet, area, host);
  if (what === 'All' || what === 'Contents' || what === 'ResetContents') {
    clearContents(sheet, area);
    // Header cells of tables cannot be empty: Excel puts the column's name back.
    for (const table of sheet.tables) if (intersectAreas(table.area, area)) writeHeaders(table);
  }
  if (what === 'All' || what === 'Formats') clearFormats(sheet, area, host);
  if (what === 'All' || what === 'Hyperlinks' || what === 'RemoveHyperlinks') removeInside(sheet.hyperlinks, area);
  if (what === 'All') removeComments(sheet, area);
  if (what !== 'Formats') sheet.changed(area);
}

function clearFormats(sheet: Worksheet, area: Area, host: Host): void {
  if (isWholeColumns(area))
    for (let column = area.left; column <= area.right; column++) setLine(sheet.columns, column, { style: undefined });
  if (isWholeRows(area))
    for (let row = area.top; row <= area.bottom; row++) setLine(sheet.rows, row, { style: undefined });
  for (const row of [...sheet.cells.rowNumbers()]) {
    if (row < area.top || row > area.bottom) continue;
    for (const [column, cell] of [...(sheet.cells.rowCells(row) ?? [])]) {
      if (column < area.left || column > area.right) continue;
      cell.style = 0;
      if (cell.value === null && cell.formula === undefined && !cell.spilledFrom) sheet.cells.delete(row, column);
    }
  }
  for (const format of [...sheet.conditionalFormats]) {
    format.areas = format.areas.flatMap((a) => subtractArea(a, area));
    if (format.areas.length === 0) sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(format), 1);
  }
  tellFormatChanged(sheet, area, host);
}

function removeInside(items: { area: Area }[], area: Area): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const item = items[i];
    if (item && containsArea(area, item.area)) items.splice(i, 1);
  }
}

function removeComments(sheet: Worksheet, area: Area): void {
  for (let i = sheet.comments.length - 1; i >= 0; i--) {
    const comment = sheet.comments[i];
    if (!comment) continue;
    const { row, column } = comment;
    if (containsArea(area, { top: row, bottom: row, left: column, right: column })) sheet.comments.splice(i, 1);
  }
}
