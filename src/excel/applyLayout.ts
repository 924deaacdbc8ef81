import type { CellLook } from '../sheets/palette';
import { conditionalLook, lookOf, numberFormatCode } from '../sheets/palette';
import { columnLetters } from '../sheets/address';
import type { ConditionalFormatSpec, FormatRegion, PrintSpec, Rect, ValidationSpec } from '../sheets/spec';
import { addChart } from './charts';
import type { SheetLayout } from './layout';
import type { Operation } from './requests';
import { operationOf, sheetWhenNeeded } from './requests';

/** Excel's column widths are asked in points: 7 pixels a character plus 5 of padding, 0.75 points a pixel (Calibri 11). */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75;

/** The operations that give a sheet its look: formats, widths, conditional formats, validation, panes, print set-up. */
export function layoutOperations(context: Excel.RequestContext, name: string, layout: SheetLayout): Operation[] {
  const sheet = sheetWhenNeeded(context, name);
  const rangeOf = (rect: Rect) => sheet().getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);
  return [
    operationOf(3, () => {
      sheet().tabColor = layout.tabColor;
      sheet().showGridlines = layout.gridlines ?? false;
    }),
    ...layout.formats.map((region) =>
      operationOf(12, () => applyFormat(rangeOf(region.range), region, layout.currency ?? 'EUR')),
    ),
    ...(layout.formatCopies ?? []).map(({ from, to }) =>
      operationOf(2, () => rangeOf(to).copyFrom(rangeOf(from), 'Formats' as Excel.RangeCopyType)),
    ),
    ...widthRuns(layout.columnWidths).map(({ from, to, width }) =>
      operationOf(2, () => {
        sheet()
          .getRangeByIndexes(0, from, 1, to - from + 1)
          .getEntireColumn().format.columnWidth = pointsOf(width);
      }),
    ),
    ...Object.entries(layout.rowHeights ?? {}).map(([row, height]) =>
      operationOf(2, () => {
        sheet().getRangeByIndexes(Number(row), 0, 1, 1).format.rowHeight = height;
      }),
    ),
    ...layout.conditionalFormats.map((format) =>
      operationOf(6, () => addConditionalFormat(rangeOf(format.range), format)),
    ),
    ...layout.validations.map((validation) =>
      operationOf(3, () => addValidation(rangeOf(validation.range), validation)),
    ),
    operationOf(6, () => {
      const { freeze } = layout;
      if (freeze && freeze.rows > 0 && freeze.columns > 0)
        sheet().freezePanes.freezeAt(sheet().getRangeByIndexes(0, 0, freeze.rows, freeze.columns));
      else if (freeze && freeze.rows > 0) sheet().freezePanes.freezeRows(freeze.rows);
      else if (freeze && freeze.columns > 0) sheet().freezePanes.freezeColumns(freeze.columns);
      setUpPage(sheet().pageLayout, layout.print, rangeOf);
    }),
  ];
}

function setUpPage(page: Excel.PageLayout, print: PrintSpec, rangeOf: (rect: Rect) => Excel.Range): void {
  page.orientation = print.orientation as Excel.PageOrientation;
  if (print.fitToWidth)
    page.zoom = {
      horizontalFitToPages: print.pagesWide ?? 1,
      ...(print.pagesTall === undefined ? {} : { verticalFitToPages: print.pagesTall }),
    };
  if (print.titleRows !== undefined) page.setPrintTitleRows(`$1:$${print.titleRows}`);
  if (print.titleColumns !== undefined) page.setPrintTitleColumns(`$A:$${columnLetters(print.titleColumns - 1)}`);
  if (print.area !== undefined) page.setPrintArea(rangeOf(print.area));
}

/** The operations that add a sheet's charts; they come last, when every sheet they draw from is filled. */
export function chartOperations(context: Excel.RequestContext, name: string, layout: SheetLayout): Operation[] {
  const sheet = sheetWhenNeeded(context, name);
  return layout.charts.map((chart) =>
    operationOf(8 + 6 * chart.series.length, () => addChart(context, sheet(), chart)),
  );
}

/** The operations that take a look away again, before another is put on: everything layoutOperations and charts set (the outline aside). */
export function clearLayoutOperations(
  context: Excel.RequestContext,
  name: string,
  layout: SheetLayout | undefined,
  area: Rect,
): Operation[] {
  const sheet = sheetWhenNeeded(context, name);
  const rules = reachOf(area, layout);
  return [
    operationOf(8, () => {
      const ours = sheet().getRangeByIndexes(area.row, area.column, area.rows, area.columns);
      const isWider = rules.rows > area.rows || rules.columns > area.columns;
      const ruled = isWider ? sheet().getRangeByIndexes(0, 0, rules.rows, rules.columns) : ours;
      ruled.conditionalFormats.clearAll();
      ruled.dataValidation.clear();
      ours.clear('Formats' as Excel.ClearApplyTo);
      sheet().freezePanes.unfreeze();
    }),
    ...Object.keys(layout?.rowHeights ?? {}).map((row) =>
      operationOf(2, () => {
        sheet().getRangeByIndexes(Number(row), 0, 1, 1).getEntireRow().format.useStandardHeight = true;
      }),
    ),
    ...widthRuns(layout?.columnWidths ?? []).map(({ from, to }) =>
      operationOf(2, () => {
        sheet()
          .getRangeByIndexes(0, from, 1, to - from + 1)
          .getEntireColumn().format.useStandardWidth = true;
      }),
    ),
    ...(layout?.charts ?? []).map((chart) =>
      operationOf(2, () => sheet().charts.getItemOrNullObject(chart.name).delete()),
    ),
  ];
}

/** The rectangle from A1 that holds an area and every rule of a layout: a rule may reach beyond the cells that are filled. */
function reachOf(area: Rect, layout: SheetLayout | undefined): { rows: number; columns: number } {
  const ranges = [
    area,
    ...[...(layout?.conditionalFormats ?? []), ...(layout?.validations ?? [])].map((own) => own.range),
  ];
  return {
    rows: Math.max(...ranges.map((range) => range.row + range.rows)),
    columns: Math.max(...ranges.map((range) => range.column + range.columns)),
  };
}

function applyFormat(range: Excel.Range, region: FormatRegion, currency: string): void {
  if (region.style) applyLook(range.format, lookOf(region.style));
  // One value for the whole range is broadcast by Excel; the type only knows the two-dimensional form.
  if (region.number) range.numberFormat = numberFormatCode(region.number, currency) as unknown as string[][];
  if (region.align)
    range.format.horizontalAlignment = ({ left: 'Left', center: 'Center', right: 'Right' } as const)[region.align];
}

function applyLook(format: Excel.RangeFormat, look: CellLook): void {
  const { font } = format;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.underline) font.underline = 'Single';
  if (look.size !== undefined) font.size = look.size;
  if (look.color !== undefined) font.color = look.color;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.indent !== undefined) format.indentLevel = look.indent;
  for (const edge of look.borders ?? []) {
    const border = format.borders.getItem(edge.side as Excel.BorderIndex);
    border.style = 'Continuous';
    border.color = edge.color;
    border.weight = edge.weight;
  }
}

/** Neighbouring columns of one width, set together. */
function widthRuns(widths: readonly (number | undefined)[]): { from: number; to: number; width: number }[] {
  const runs: { from: number; to: number; width: number }[] = [];
  widths.forEach((width, column) => {
    if (width === undefined || width === 0) return;
    const last = runs.at(-1);
    if (last && last.to === column - 1 && last.width === width) last.to = column;
    else runs.push({ from: column, to: column, width });
  });
  return runs;
}

function addConditionalFormat(range: Excel.Range, spec: ConditionalFormatSpec): void {
  if (spec.kind === 'formula') {
    const { custom } = range.conditionalFormats.add('Custom' as Excel.ConditionalFormatType);
    const look = conditionalLook(spec.look);
    custom.rule.formula = spec.formula;
    custom.format.fill.color = look.fill;
    custom.format.font.color = look.color;
  } else if (spec.kind === 'dataBar') {
    const { dataBar } = range.conditionalFormats.add('DataBar' as Excel.ConditionalFormatType);
    dataBar.positiveFormat.fillColor = spec.color;
    dataBar.positiveFormat.gradientFill = false;
  } else {
    const { colorScale } = range.conditionalFormats.add('ColorScale' as Excel.ConditionalFormatType);
    const [low, middle, high] = spec.colors;
    colorScale.criteria = {
      minimum: { type: 'LowestValue' as Excel.ConditionalFormatColorCriterionType, color: low },
      midpoint: { type: 'Percentile' as Excel.ConditionalFormatColorCriterionType, formula: '50', color: middle },
      maximum: { type: 'HighestValue' as Excel.ConditionalFormatColorCriterionType, color: high },
    };
  }
}

function addValidation(range: Excel.Range, spec: ValidationSpec): void {
  if (spec.kind === 'list') {
    range.dataValidation.rule = { list: { inCellDropDown: true, source: spec.values.join(',') } };
    return;
  }
  range.dataValidation.rule = {
    decimal: { formula1: spec.minimum, operator: 'GreaterThanOrEqualTo' as Excel.DataValidationOperator },
  };
  range.dataValidation.errorAlert = {
    message: spec.message,
    showAlert: true,
    style: 'Stop' as Excel.DataValidationAlertStyle,
    title: 'Cadenza',
  };
}
