import type { Area } from '../model/cell';
import type { Worksheet } from '../model/workbook';
import { isWholeColumns, isWholeRows } from '../model/area';
import { choiceOf, isAbsent } from './arguments';
import { checkWritable } from './cells';
import { fail } from './errors';
import type { Host } from './host';
import type { LineFormat } from './lines';
import { setLine } from './lines';

/** Excel's deepest outline: seven levels below the sheet's own. */
const DEEPEST_LEVEL = 7;

function lines(
  sheet: Worksheet,
  area: Area,
  option: unknown,
): { map: Map<number, LineFormat>; from: number; to: number } {
  const by = isAbsent(option)
    ? isWholeColumns(area)
      ? 'ByColumns'
      : 'ByRows'
    : choiceOf(option, ['ByRows', 'ByColumns']);
  // Excel wants whole rows or columns where the option does not say which.
  if (isAbsent(option) && !isWholeColumns(area) && !isWholeRows(area)) fail('InvalidArgument');
  return by === 'ByRows'
    ? { map: sheet.rows, from: area.top, to: area.bottom }
    : { map: sheet.columns, from: area.left, to: area.right };
}

/** Groups (+1) or ungroups (-1) the rows or columns of an area by one level. */
export function groupLines(sheet: Worksheet, area: Area, option: unknown, step: 1 | -1, host: Host): void {
  checkWritable(sheet, undefined, host);
  const { map, from, to } = lines(sheet, area, option);
  const levels = Array.from({ length: to - from + 1 }, (_, i) => (map.get(from + i)?.outlineLevel ?? 0) + step);
  if (levels.some((level) => level > DEEPEST_LEVEL)) fail('InvalidOperation');
  if (levels.every((level) => level < 0)) fail('InvalidOperation');
  levels.forEach((level, i) => setLine(map, from + i, { outlineLevel: Math.max(0, level) }));
}

/** Hides or shows the details of the groups that an area covers; the line after each group carries the mark. */
export function setDetails(sheet: Worksheet, area: Area, option: unknown, hidden: boolean, host: Host): void {
  checkWritable(sheet, undefined, host);
  const { map, from, to } = lines(sheet, area, option);
  const grouped = (line: number) => (map.get(line)?.outlineLevel ?? 0) > 0;
  if (!Array.from({ length: to - from + 1 }, (_, i) => from + i).some(grouped)) fail('InvalidOperation');
  for (let line = from; line <= to; line++) {
    if (!grouped(line)) continue;
    setLine(map, line, { hidden });
    if (!grouped(line + 1)) setLine(map, line + 1, { collapsed: hidden });
  }
}

/** Opens the outline down to these levels (1 shows only the highest); 0 leaves rows or columns as they are. */
export function showLevels(sheet: Worksheet, rowLevels: number, columnLevels: number): void {
  if (rowLevels > 0) showLinesTo(sheet.rows, rowLevels);
  if (columnLevels > 0) showLinesTo(sheet.columns, columnLevels);
}

function showLinesTo(map: Map<number, LineFormat>, levels: number): void {
  for (const [line, format] of [...map]) {
    const level = format.outlineLevel ?? 0;
    if (level > 0) setLine(map, line, { hidden: level >= levels });
  }
}
