import { quoteSheet } from '../model/address';
import type { Area, CellValue } from '../model/cell';
import type { Chart, ChartSeries, Worksheet } from '../model/workbook';
import { columnCount, formatArea, rowCount } from './area';
import { headerText } from './read';

const reference = (sheet: Worksheet, area: Area) => `${quoteSheet(sheet.name)}!${formatArea(area, true)}`;

/** A reference to an area, as series hold it: without '='. */
export const seriesReference = reference;

const isLabel = (value: CellValue) => typeof value === 'string' || value === null;

/**
 * Makes a chart's series of an area as Excel does: the longer side runs along the axis, a first line of texts gives names,
 * a first line of texts (or an empty corner) gives the categories.
 */
export function fillSeries(chart: Chart, sheet: Worksheet, area: Area, by: 'Auto' | 'Columns' | 'Rows'): void {
  const byColumns = by === 'Columns' || (by === 'Auto' && rowCount(area) >= columnCount(area));
  const hasNames = hasHeader(
    sheet,
    byColumns ? { ...area, bottom: area.top } : { ...area, right: area.left },
    area,
    byColumns,
  );
  const hasCategories = hasLabels(sheet, area, byColumns);
  const first = { top: area.top, left: area.left };
  if (hasNames) first[byColumns ? 'top' : 'left']++;
  if (hasCategories) first[byColumns ? 'left' : 'top']++;
  const body = { ...area, ...first };
  const categories = hasCategories
    ? byColumns
      ? { ...body, left: area.left, right: area.left }
      : { ...body, top: area.top, bottom: area.top }
    : undefined;
  const lines = byColumns ? columnCount(body) : rowCount(body);
  for (let i = 0; i < lines; i++) {
    const at = (byColumns ? body.left : body.top) + i;
    const values = byColumns ? { ...body, left: at, right: at } : { ...body, top: at, bottom: at };
    const name = hasNames ? headerText(sheet.value(byColumns ? area.top : at, byColumns ? at : area.left)) : '';
    const series: ChartSeries = { name: name || `Series${i + 1}`, values: reference(sheet, values) };
    if (categories) series.categories = reference(sheet, categories);
    chart.series.push(series);
  }
}

/** Names are there when the first line holds no number (beside its corner). */
function hasHeader(sheet: Worksheet, line: Area, area: Area, byColumns: boolean): boolean {
  const isOneLine = byColumns ? area.top === area.bottom : area.left === area.right;
  if (isOneLine) return false;
  const cells = cellsOf(sheet, line);
  const inner = cells.length > 1 ? cells.slice(1) : cells;
  return inner.some((value) => typeof value === 'string') && inner.every(isLabel);
}

/** Categories are there when the first line across holds texts, or has an empty corner. */
function hasLabels(sheet: Worksheet, area: Area, byColumns: boolean): boolean {
  const across = byColumns ? { ...area, right: area.left } : { ...area, bottom: area.top };
  const isOnlyLine = byColumns ? area.left === area.right : area.top === area.bottom;
  if (isOnlyLine) return false;
  const cells = cellsOf(sheet, across);
  const inner = cells.slice(1);
  return inner.some((value) => typeof value === 'string') || cells[0] === null;
}

function cellsOf(sheet: Worksheet, area: Area): CellValue[] {
  const values: CellValue[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) values.push(sheet.value(row, column));
  return values;
}
