import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { cellCount } from './area';
import { containsArea, intersectAreas } from '../model/area';
import { checkWritable, tellFormatChanged } from './cells';
import { fail } from './errors';
import type { Host } from './host';
import { clearContents } from './write';

/** Merges an area (across: row by row); only the first cell's contents stay. */
export function mergeArea(sheet: Worksheet, area: Area, across: boolean, host: Host): void {
  checkWritable(sheet, area, host);
  if (sheet.tables.some((table) => intersectAreas(table.area, area))) fail('InvalidOperation');
  const parts = across
    ? Array.from({ length: area.bottom - area.top + 1 }, (_, i) => ({
        ...area,
        top: area.top + i,
        bottom: area.top + i,
      }))
    : [area];
  for (const part of parts) if (cellCount(part) > 1) mergeOne(sheet, part);
  sheet.changed(area);
  tellFormatChanged(sheet, area, host);
}

function mergeOne(sheet: Worksheet, area: Area): void {
  const overlapping = sheet.merges.filter((merge) => intersectAreas(merge, area));
  if (overlapping.some((merge) => !containsArea(area, merge))) fail('InvalidOperation');
  for (const merge of overlapping) sheet.merges.splice(sheet.merges.indexOf(merge), 1);
  clearContents(sheet, { ...area, top: area.top + 1 });
  if (area.left < area.right) clearContents(sheet, { ...area, bottom: area.top, left: area.left + 1 });
  sheet.merges.push({ ...area });
}

/** Takes apart every merged area that touches this one. */
export function unmergeArea(sheet: Worksheet, area: Area, host: Host): void {
  checkWritable(sheet, undefined, host);
  for (let i = sheet.merges.length - 1; i >= 0; i--) {
    const merge = sheet.merges[i];
    if (merge && intersectAreas(merge, area)) sheet.merges.splice(i, 1);
  }
  tellFormatChanged(sheet, area, host);
}
