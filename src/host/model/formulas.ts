import type { Chart, ConditionalFormat, DataValidation, Workbook, Worksheet } from './workbook';

/** Where a formula stands; row and column are those that its relative references count from. */
export interface FormulaPlace {
  readonly sheet: Worksheet | undefined;
  readonly row: number;
  readonly column: number;
}

/** A new text for a formula (both without '='), or the same. */
export type FormulaRewrite = (formula: string, place: FormulaPlace) => string;

/**
 * Rewrites every formula text of a workbook: cells, table columns, names, conditional formats, validations, series and
 * print areas are all asked. What a formula engine calls when cells, sheets or tables moved. Values stay.
 */
export function mapFormulas(workbook: Workbook, rewrite: FormulaRewrite): void {
  for (const sheet of workbook.sheets) {
    for (const row of sheet.cells.rowNumbers())
      for (const [column, cell] of sheet.cells.rowCells(row) ?? [])
        if (cell.formula !== undefined) cell.formula = rewrite(cell.formula, { sheet, row, column });
    for (const table of sheet.tables)
      for (const column of table.columns)
        if (column.formula)
          column.formula = rewrite(column.formula, { sheet, row: table.area.top + 1, column: table.area.left });
    for (const format of sheet.conditionalFormats) rewriteRule(sheet, format, rewrite);
    for (const validation of sheet.validations) rewriteRule(sheet, validation, rewrite);
    for (const chart of sheet.charts) rewriteChart(sheet, chart, rewrite);
  }
  for (const name of [...workbook.names, ...workbook.sheets.flatMap((s) => s.names)])
    name.formula = rewrite(name.formula, { sheet: name.sheet, row: 0, column: 0 });
}

/** Any text of a rule that begins with '=' is a formula, relative to the first cell it holds for. */
function rewriteRule(sheet: Worksheet, owner: ConditionalFormat | DataValidation, rewrite: FormulaRewrite): void {
  const first = owner.areas[0];
  const place = { sheet, row: first?.top ?? 0, column: first?.left ?? 0 };
  owner.rule = mapTexts(owner.rule, (text) =>
    text.startsWith('=') ? `=${rewrite(text.slice(1), place)}` : text,
  ) as Record<string, unknown>;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}

function rewriteChart(sheet: Worksheet, chart: Chart, rewrite: FormulaRewrite): void {
  const place = { sheet, row: 0, column: 0 };
  for (const series of chart.series) {
    series.values = rewrite(series.values, place);
    if (series.categories) series.categories = rewrite(series.categories, place);
    if (series.name.startsWith('=')) series.name = `=${rewrite(series.name.slice(1), place)}`;
  }
}
