import { areaAddress, cellAddress } from './address';
import type { Cell } from './cell';
import { CellError } from './cell';
import type { CellStyle } from './style';
import { DEFAULT_STYLE } from './style';
import type { Chart, DefinedName, Table, Workbook, Worksheet } from './workbook';

/**
 * A workbook as a plain value that can be compared and printed as JSON: everything a person or a file could tell apart,
 * nothing else (no ids, no order in which things were made in memory). Two workbooks with equal snapshots are equal.
 */
export function snapshot(workbook: Workbook): Record<string, unknown> {
  return {
    dateSystem: workbook.dateSystem,
    calculation: workbook.calculation ?? null,
    protection: workbook.protection ?? null,
    activeSheet: workbook.activeSheet?.name ?? null,
    sheets: workbook.sheets.map(snapshotSheet),
    names: workbook.names.map(snapshotName).sort(byJson),
    properties: sorted({ ...workbook.properties }),
    customProperties: sorted(Object.fromEntries(workbook.customProperties)),
    settings: sorted(Object.fromEntries(workbook.settings)),
    customXmlParts: workbook.customXmlParts.map((part) => ({ namespaceUri: part.namespaceUri, xml: part.xml })),
  };
}

/** One sheet as a plain value; see snapshot. */
export function snapshotSheet(sheet: Worksheet): Record<string, unknown> {
  const { styles } = sheet.workbook;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor ?? null,
    view: {
      gridlines: sheet.showGridlines,
      headings: sheet.showHeadings,
      zoom: sheet.zoom,
      rightToLeft: sheet.rightToLeft,
      freeze: sheet.freeze ?? null,
    },
    sizes: {
      rowHeight: sheet.defaultRowHeight,
      columnWidth: sheet.defaultColumnWidth,
      rows: snapshotFormats(sheet.rows, styles),
      columns: snapshotFormats(sheet.columns, styles),
      outline: sheet.outline,
    },
    cells: snapshotCells(sheet),
    merges: sheet.merges.map(areaAddress).sort(byCodeUnits),
    tables: sheet.tables.map(snapshotTable).sort(byJson),
    names: sheet.names.map(snapshotName).sort(byJson),
    conditionalFormats: sheet.conditionalFormats.map(({ areas, kind, priority, stopIfTrue, rule, format }) =>
      plain({ areas: areas.map(areaAddress), kind, priority, stopIfTrue, rule, format }),
    ),
    validations: sheet.validations.map(({ areas, ...rest }) => plain({ areas: areas.map(areaAddress), ...rest })),
    charts: sheet.charts.map(snapshotChart),
    comments: sheet.comments.map((comment) => plain({ ...comment, id: undefined })).sort(byJson),
    hyperlinks: sheet.hyperlinks.map(({ area, ...rest }) => plain({ area: areaAddress(area), ...rest })).sort(byJson),
    customProperties: sorted(Object.fromEntries(sheet.customProperties)),
    protection: plain(sheet.protection ?? {}),
    isProtected: sheet.protection !== undefined,
    pageLayout: plain(sheet.pageLayout),
    autoFilter: sheet.autoFilter ? areaAddress(sheet.autoFilter) : null,
    filters: plain(sheet.filters ?? []),
  };
}

/** By address, in reading order; only what is set. */
function snapshotCells(sheet: Worksheet): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  const rows = [...sheet.cells.rowNumbers()].sort((a, b) => a - b);
  for (const row of rows)
    for (const [column, cell] of [...(sheet.cells.rowCells(row) ?? [])].sort(([a], [b]) => a - b)) {
      const entry = snapshotCell(sheet.workbook, cell);
      if (Object.keys(entry).length > 0) cells[cellAddress(row, column)] = entry;
    }
  return cells;
}

function snapshotCell(workbook: Workbook, cell: Cell): Record<string, unknown> {
  const { value } = cell;
  const style = differences(workbook.styles.get(cell.style));
  return {
    ...(value !== null && { value: value instanceof CellError ? { error: value.code } : value }),
    ...(cell.formula !== undefined && { formula: cell.formula }),
    ...(cell.spill && { spill: `${cell.spill.rows}x${cell.spill.columns}` }),
    ...(cell.spilledFrom && { spilledFrom: cellAddress(cell.spilledFrom.row, cell.spilledFrom.column) }),
    ...(cell.arrayRange && { array: `${cell.arrayRange.rows}x${cell.arrayRange.columns}` }),
    ...(cell.quotePrefix && { quotePrefix: true }),
    ...(cell.richText !== undefined && { richText: cell.richText }),
    ...(Object.keys(style).length > 0 && { style }),
  };
}

/** What of a style is not Excel's default. */
function differences(style: CellStyle): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const all = new Set([...Object.keys(DEFAULT_STYLE), ...Object.keys(style)]);
  for (const key of [...all].sort(byCodeUnits)) {
    const value = plain(style[key as keyof CellStyle]);
    if (JSON.stringify(value) !== JSON.stringify(plain(DEFAULT_STYLE[key as keyof CellStyle]))) found[key] = value;
  }
  return found;
}

function snapshotFormats(
  formats: ReadonlyMap<number, { style?: number; outlineLevel?: number }>,
  styles: Workbook['styles'],
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [at, format] of [...formats].sort(([a], [b]) => a - b)) {
    const { style, outlineLevel, ...rest } = format;
    const entry = plain({
      ...rest,
      ...(outlineLevel ? { outlineLevel } : {}),
      ...(style ? { style: differences(styles.get(style)) } : {}),
    });
    if (Object.keys(entry as object).length > 0) found[at] = entry;
  }
  return found;
}

function snapshotTable(table: Table): unknown {
  const columns = table.columns.map((column) => ({ ...column, id: undefined }));
  return plain({ ...table, id: undefined, sheet: undefined, area: areaAddress(table.area), columns });
}

/** Positions to a tenth of a point: files hold them in other units. */
function snapshotChart(chart: Chart): unknown {
  const round = (points: number): number => Math.round(points * 10) / 10;
  const { left, top, width, height } = chart;
  const place = { left: round(left), top: round(top), width: round(width), height: round(height) };
  return plain({ ...chart, ...place, id: undefined });
}

function snapshotName({ name, formula, visible, comment }: DefinedName): unknown {
  return { name, formula, visible, comment };
}

/** The same value with keys in order of code units and without undefined or false members. */
function plain(value: unknown): unknown {
  if (value instanceof CellError) return { error: value.code };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return sorted(value as Record<string, unknown>);
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(record).sort(byCodeUnits);
  return Object.fromEntries(
    keys.filter((key) => record[key] !== undefined && record[key] !== false).map((key) => [key, plain(record[key])]),
  );
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byJson(a: unknown, b: unknown): number {
  return byCodeUnits(JSON.stringify(a), JSON.stringify(b));
}
