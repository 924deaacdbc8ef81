import { cellAddress } from '../sheets/address';
import { axisFormatCode } from '../sheets/palette';
import type { ChartSpec, Rect } from '../sheets/spec';

const CHART_TYPE: Readonly<Record<ChartSpec['kind'], Excel.ChartType>> = {
  line: 'Line' as Excel.ChartType,
  columnClustered: 'ColumnClustered' as Excel.ChartType,
  columnStacked: 'ColumnStacked' as Excel.ChartType,
  barClustered: 'BarClustered' as Excel.ChartType,
  area: 'AreaStacked' as Excel.ChartType,
};

/** Adds a chart over ranges of `sheet` (or of the sheets its series name). */
export function addChart(context: Excel.RequestContext, sheet: Excel.Worksheet, spec: ChartSpec): void {
  const [first] = spec.series;
  if (!first) return;
  const sheetOf = (name: string | undefined) =>
    name === undefined ? sheet : context.workbook.worksheets.getItem(name);
  const rangeOf = (rect: Rect, name: string | undefined) =>
    sheetOf(name).getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);

  const seriesBy = first.values.rows === 1 ? 'Rows' : 'Columns';
  const chart = sheet.charts.add(
    CHART_TYPE[spec.kind],
    rangeOf(first.values, first.sheet),
    seriesBy as Excel.ChartSeriesBy,
  );
  chart.name = spec.name;
  chart.title.text = spec.title;
  chart.legend.visible = spec.series.length > 1;
  chart.legend.position = 'Bottom';
  const { row, column, rows, columns } = spec.place;
  chart.setPosition(cellAddress(row, column), cellAddress(row + rows - 1, column + columns - 1));
  spec.series.forEach((series, index) => {
    const item = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    item.name = series.name;
    if (index > 0) item.setValues(rangeOf(series.values, series.sheet));
    item.setXAxisValues(rangeOf(series.categories, series.sheet));
    const asLine = series.line === true || spec.kind === 'line';
    if (series.line === true && spec.kind !== 'line') item.chartType = 'Line' as Excel.ChartType;
    if (series.color === undefined) return;
    if (asLine) item.format.line.color = series.color;
    else item.format.fill.setSolidColor(series.color);
  });
  const { valueAxis } = chart.axes;
  if (spec.valueAxisTitle !== undefined) valueAxis.title.text = spec.valueAxisTitle;
  if (spec.valueNumber !== undefined) valueAxis.numberFormat = axisFormatCode(spec.valueNumber);
}
