import type { Worksheet } from '../model/workbook';
import { addTable } from '../model/table';
import type { Host } from './host';
import { fail } from './errors';

/** Copies a sheet with all that belongs to it; names follow Excel's: 'Plan (2)'. */
export function copySheet(
  sheet: Worksheet,
  place: 'None' | 'Before' | 'After' | 'Beginning' | 'End',
  relativeTo: Worksheet | undefined,
  host: Host,
): Worksheet {
  const { workbook } = host;
  const copy = workbook.addSheet(copyName(sheet, host), positionOf(sheet, place, relativeTo, host));
  for (const row of sheet.cells.rowNumbers())
    for (const [column, cell] of sheet.cells.rowCells(row) ?? []) copy.cells.set(row, column, structuredCell(cell));
  for (const [column, format] of sheet.columns) copy.columns.set(column, { ...format });
  for (const [row, format] of sheet.rows) copy.rows.set(row, { ...format });
  copy.merges.push(...sheet.merges.map((area) => ({ ...area })));
  copy.conditionalFormats.push(...sheet.conditionalFormats.map((f) => ({ ...structuredClone(f), id: newId(host) })));
  copy.validations.push(...structuredClone(sheet.validations));
  copy.hyperlinks.push(...structuredClone(sheet.hyperlinks));
  copy.charts.push(...sheet.charts.map((chart) => ({ ...structuredClone(chart), id: newId(host) })));
  for (const [key, value] of sheet.customProperties) copy.customProperties.set(key, value);
  copyLook(sheet, copy);
  for (const table of sheet.tables) {
    const { showTotals, style, showHeaders, showBandedRows, showBandedColumns, showFilterButton } = table;
    const twin = addTable(copy, { ...table.area }, { style, showHeaders });
    Object.assign(twin, { showTotals, showBandedRows, showBandedColumns, showFilterButton });
  }
  const used = copy.usedArea();
  if (used) copy.changed(used);
  return copy;
}

function copyLook(from: Worksheet, to: Worksheet): void {
  to.tabColor = from.tabColor;
  to.showGridlines = from.showGridlines;
  to.freeze = from.freeze && { ...from.freeze };
  to.protection = from.protection && { ...from.protection };
  to.pageLayout = { ...from.pageLayout };
  to.autoFilter = from.autoFilter && { ...from.autoFilter };
  to.filters = from.filters;
  to.defaultRowHeight = from.defaultRowHeight;
  to.defaultColumnWidth = from.defaultColumnWidth;
}

/** A cell of its own; errors are immutable and shared. */
function structuredCell<C extends object>(cell: C): C {
  return { ...cell };
}

function newId({ workbook }: Host): string {
  return `{${workbook.nextId().toString(16).padStart(8, '0').toUpperCase()}-0001-0000-0000-000000000000}`;
}

function copyName(sheet: Worksheet, { workbook }: Host): string {
  const stem = sheet.name.replace(/ \(\d+\)$/, '');
  for (let n = 2; ; n++) {
    const tail = ` (${n})`;
    const name = stem.slice(0, 31 - tail.length) + tail;
    if (!workbook.sheet(name)) return name;
  }
}

function positionOf(
  sheet: Worksheet,
  place: 'None' | 'Before' | 'After' | 'Beginning' | 'End',
  relativeTo: Worksheet | undefined,
  { workbook }: Host,
): number {
  if (place === 'Beginning') return 0;
  if (place === 'None') return workbook.sheets.indexOf(sheet) + 1;
  if (place === 'End') return workbook.sheets.length;
  if (!relativeTo) return fail('InvalidArgument');
  return workbook.sheets.indexOf(relativeTo) + (place === 'After' ? 1 : 0);
}
