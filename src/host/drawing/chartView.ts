import { styleAt } from '../bridge/cells';
import { findPlace } from '../editing/places';
import { formatCell } from '../formulas/display';
import type { Chart, Worksheet } from '../model/workbook';

/** How a series is drawn. */
export type SeriesKind = 'bar' | 'line' | 'area' | 'pie' | 'doughnut' | 'scatter';

/** A chart with the values that its ranges hold now. */
export interface ChartView {
  readonly title: string;
  readonly kind: SeriesKind;
  /** Bars lie instead of standing. */
  readonly horizontal: boolean;
  readonly stacking: 'none' | 'stacked' | 'percent';
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly kind: SeriesKind;
    readonly color: string;
    /** Empty cells and texts are gaps. */
    readonly values: readonly (number | null)[];
    /** Of scatter charts: the x of each value. */
    readonly xs: readonly (number | null)[];
  }[];
  readonly legend: { readonly visible: boolean; readonly position: 'top' | 'bottom' | 'left' | 'right' };
  readonly categoryTitle: string;
  readonly valueTitle: string;
  /** A value as the value axis writes it. */
  readonly writeValue: (value: number) => string;
}

/** Office's series colours, in order. */
const COLORS = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47', '#264478', '#9E480E'] as const;

const POSITIONS: Readonly<Record<string, ChartView['legend']['position']>> = {
  Top: 'top',
  Bottom: 'bottom',
  Left: 'left',
  Right: 'right',
};

/** Reads a chart of a sheet with the values its ranges hold. */
export function chartView(sheet: Worksheet, chart: Chart): ChartView {
  const { culture, dateSystem } = sheet.workbook;
  const kind = kindOf(chart.type);
  const first = chart.series[0];
  const valueFormat = chart.valueAxisNumberFormat ?? formatOf(sheet, first?.values);
  return {
    title: chart.title ?? '',
    kind,
    horizontal: chart.type.startsWith('Bar'),
    stacking: chart.type.endsWith('100') ? 'percent' : chart.type.includes('Stacked') ? 'stacked' : 'none',
    categories:
      chart.series.map(({ categories }) => textsOf(sheet, categories)).find((texts) => texts.length > 0) ?? [],
    series: chart.series.map((series, index) => ({
      name: seriesName(sheet, series.name),
      kind: series.type === undefined ? kind : kindOf(series.type),
      color: series.color ?? COLORS[index % COLORS.length] ?? '#4472C4',
      values: numbersOf(sheet, series.values),
      xs: kind === 'scatter' ? numbersOf(sheet, series.categories) : [],
    })),
    legend: { visible: chart.legend.visible, position: POSITIONS[chart.legend.position] ?? 'bottom' },
    categoryTitle: chart.categoryAxisTitle ?? '',
    valueTitle: chart.valueAxisTitle ?? '',
    writeValue: (value) => formatCell(value, valueFormat, culture, dateSystem),
  };
}

function kindOf(type: string): SeriesKind {
  if (type.startsWith('Line')) return 'line';
  if (type.startsWith('Area')) return 'area';
  if (type.startsWith('Doughnut')) return 'doughnut';
  if (type.startsWith('Pie')) return 'pie';
  return type.startsWith('XYScatter') || type.startsWith('Bubble') ? 'scatter' : 'bar';
}

function numbersOf(sheet: Worksheet, reference: string | undefined): (number | null)[] {
  return cellsOf(sheet, reference).map(({ sheet: home, row, column }) => {
    const value = home.value(row, column);
    return typeof value === 'number' ? value : null;
  });
}

function textsOf(sheet: Worksheet, reference: string | undefined): string[] {
  const { culture, dateSystem } = sheet.workbook;
  return cellsOf(sheet, reference).map(({ sheet: home, row, column }) =>
    formatCell(home.value(row, column), styleAt(home, row, column).numberFormat, culture, dateSystem),
  );
}

function formatOf(sheet: Worksheet, reference: string | undefined): string {
  const cell = cellsOf(sheet, reference)[0];
  return cell ? styleAt(cell.sheet, cell.row, cell.column).numberFormat : 'General';
}

function seriesName(sheet: Worksheet, name: string): string {
  return name.startsWith('=') ? textsOf(sheet, name.slice(1)).join(' ') : name;
}

/** The visible cells of a reference: charts leave out what is hidden. */
function cellsOf(sheet: Worksheet, reference: string | undefined) {
  const place = reference === undefined ? undefined : findPlace(sheet.workbook, sheet, reference);
  const cells: { sheet: Worksheet; row: number; column: number }[] = [];
  if (!place) return cells;
  const { area, sheet: home } = place;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (!home.rows.get(row)?.hidden && !home.columns.get(column)?.hidden) cells.push({ sheet: home, row, column });
  return cells;
}
