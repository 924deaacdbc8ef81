import type { Table, Workbook, Worksheet } from '../model/workbook';
import type { FormulaChange, FormulaPlace } from './adjust';
import { adjustFormula } from './adjust';

/**
 * Makes every formula of a workbook follow a change: cells, defined names, validation and conditional formats, charts.
 * Call it once the change itself is made (cells moved, sheet renamed …); calculation learns of it by `structureChanged`.
 * @returns how many formulas changed
 */
export function adjustWorkbook(workbook: Workbook, change: FormulaChange): number {
  let changed = 0;
  const adjust = (text: string, place: FormulaPlace): string => {
    const adjusted = adjustFormula(text, change, place);
    if (adjusted !== text) changed++;
    return adjusted;
  };
  for (const sheet of workbook.sheets) {
    adjustCells(sheet, adjust);
    const place = { sheet: sheet.name };
    for (const name of sheet.names) name.formula = adjust(name.formula, place);
    for (const table of sheet.tables)
      for (const column of table.columns)
        if (column.formula !== undefined) column.formula = adjust(column.formula, { ...place, table: table.name });
    for (const validation of sheet.validations) validation.rule = adjustTexts(validation.rule, place, adjust);
    for (const format of sheet.conditionalFormats) format.rule = adjustTexts(format.rule, place, adjust);
    for (const chart of sheet.charts)
      for (const series of chart.series) {
        series.values = adjust(series.values, place);
        if (series.categories !== undefined) series.categories = adjust(series.categories, place);
      }
  }
  const [first] = workbook.sheets;
  for (const name of workbook.names)
    name.formula = adjust(name.formula, { sheet: name.sheet?.name ?? first?.name ?? '' });
  if (changed > 0) workbook.structureChanged();
  return changed;
}

type Adjust = (text: string, place: FormulaPlace) => string;

function adjustCells(sheet: Worksheet, adjust: Adjust): void {
  const { cells } = sheet;
  for (const row of cells.rowNumbers())
    for (const [column, cell] of cells.rowCells(row) ?? []) {
      if (cell.formula === undefined) continue;
      const table = tableAt(sheet, row, column)?.name;
      const place = { sheet: sheet.name, row, column, ...(table !== undefined && { table }) };
      cell.formula = adjust(cell.formula, place);
    }
}

function tableAt(sheet: Worksheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(
    ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
}

/** Rules hold formulas as texts that begin with '='; anything else in them is left alone. */
function adjustTexts(rule: Record<string, unknown>, place: FormulaPlace, adjust: Adjust): Record<string, unknown> {
  const follow = (value: unknown): unknown => {
    if (typeof value === 'string') return value.startsWith('=') ? `=${adjust(value.slice(1), place)}` : value;
    if (Array.isArray(value)) return value.map(follow);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, follow(inner)]));
  };
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, follow(value)]));
}
