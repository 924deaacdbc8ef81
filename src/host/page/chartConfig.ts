import type { ChartConfiguration, ChartDataset, ChartTypeRegistry } from 'chart.js';
import type { ChartView, SeriesKind } from '../drawing/chartView';

const FONT = '"Segoe UI", -apple-system, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const INK = '#4a5560';
const RULE = '#e4e8ec';

/** Categories beyond which their labels are thinned out. */
const MOST_LABELS = 12;

const TYPES: Readonly<Record<SeriesKind, keyof ChartTypeRegistry>> = {
  bar: 'bar',
  line: 'line',
  area: 'line',
  pie: 'pie',
  doughnut: 'doughnut',
  scatter: 'scatter',
};

/** A chart in the words of Chart.js. */
export function chartConfig(view: ChartView): ChartConfiguration {
  const isRound = view.kind === 'pie' || view.kind === 'doughnut';
  return {
    type: TYPES[view.kind],
    data: { labels: [...view.categories], datasets: view.series.map((series) => dataset(view, series)) },
    options: {
      animation: false,
      responsive: false,
      indexAxis: view.horizontal ? 'y' : 'x',
      layout: { padding: { left: 10, right: 14, top: 6, bottom: 8 } },
      ...(isRound ? {} : { scales: scalesOf(view) }),
      plugins: {
        title: {
          display: view.title !== '',
          text: view.title,
          color: '#1f2933',
          font: { family: FONT, size: 14, weight: 600 },
          align: 'start',
          padding: { top: 6, bottom: 8 },
        },
        legend: {
          display: view.legend.visible,
          position: view.legend.position,
          labels: { color: INK, boxWidth: 12, boxHeight: 8, font: { family: FONT, size: 12 } },
        },
        tooltip: {
          callbacks: {
            label: ({ dataset: { label }, parsed }) =>
              `${label ?? ''}: ${view.writeValue(valueOf(parsed, view.horizontal))}`,
          },
        },
      },
    },
  };
}

/** What Chart.js has parsed of a point: a number for slices, a pair else. */
function valueOf(parsed: unknown, horizontal: boolean): number {
  if (typeof parsed === 'number') return parsed;
  const { x, y } = parsed as { x: number; y: number };
  return horizontal ? x : y;
}

function dataset(view: ChartView, series: ChartView['series'][number]): ChartDataset {
  const { name: label, color, kind } = series;
  const data = stacked(view, series);
  if (kind === 'pie' || kind === 'doughnut')
    return { type: kind, label, data, backgroundColor: data.map((_, index) => SLICES[index % SLICES.length] ?? color) };
  if (kind === 'scatter')
    return {
      type: 'scatter',
      label,
      backgroundColor: color,
      data: series.values.flatMap((y, index) => (y === null ? [] : [{ x: series.xs[index] ?? index + 1, y }])),
    };
  // Lines lie over columns.
  if (kind === 'bar')
    return { type: 'bar', label, data, backgroundColor: color, order: 1, categoryPercentage: 0.8, barPercentage: 0.95 };
  const fill = kind === 'area';
  return {
    type: 'line',
    label,
    data,
    borderColor: color,
    backgroundColor: fill ? `${color}66` : color,
    borderWidth: 2,
    pointRadius: 0,
    pointHitRadius: 8,
    fill,
    order: 0,
  };
}

const SLICES = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'] as const;

/** What is left of zero after calculation: it must not pull the axis below zero. */
const NOTHING = 1e-9;

/** Values, as shares of their category where the chart stacks to 100 %. */
function stacked({ stacking, series: all }: ChartView, { values }: ChartView['series'][number]): (number | null)[] {
  if (stacking !== 'percent') return values.map((value) => (Math.abs(value ?? 1) < NOTHING ? 0 : value));
  return values.map((value, index) => {
    const total = all.reduce((sum, other) => sum + Math.abs(other.values[index] ?? 0), 0);
    return value === null || total === 0 ? null : value / total;
  });
}

function scalesOf(view: ChartView) {
  const isStacked = view.stacking !== 'none';
  const font = { family: FONT, size: 11 };
  const values = {
    stacked: isStacked,
    title: { display: view.valueTitle !== '', text: view.valueTitle, color: INK, font },
    ticks: {
      color: INK,
      font,
      maxTicksLimit: 7,
      callback: (value: number | string) =>
        view.stacking === 'percent' ? `${Math.round(Number(value) * 100)}%` : view.writeValue(Number(value)),
    },
    grid: { color: RULE },
    border: { display: false },
    beginAtZero: true,
  };
  const categories = {
    stacked: isStacked,
    title: { display: view.categoryTitle !== '', text: view.categoryTitle, color: INK, font },
    ticks: { color: INK, font, maxTicksLimit: view.horizontal ? 40 : MOST_LABELS, maxRotation: 45 },
    grid: { display: false },
  };
  if (view.kind === 'scatter') return { x: { ...values, beginAtZero: false }, y: values };
  return view.horizontal ? { x: values, y: { ...categories, reverse: false } } : { x: categories, y: values };
}
