import { parseArea } from '../../model/address';
import { columnLeft, rowTop } from '../../model/geometry';
import type { Chart, Worksheet } from '../../model/workbook';
import { choiceOf, integerOf, isAbsent, numberOf, targetOf, textOf } from '../arguments';
import { checkWritable } from '../cells';
import { fillSeries } from '../chartData';
import type { ObjectType, Property } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import { EVENT } from '../events';
import { eventMethods } from '../eventMethods';
import type { Host } from '../host';
import type { RangeTarget } from '../references';
import { areaOf } from '../references';
import { chartAxesType, chartLegendType, chartTitleType } from './chartParts';
import { chartSeriesCollectionType } from './chartSeries';
import { rangeType } from './range';
import { worksheetType } from './worksheet';

export interface ChartTarget {
  readonly sheet: Worksheet;
  readonly chart: Chart;
}

const asObject = (sheet: Worksheet) => (chart: Chart) => HostObject.of(chartType, { sheet, chart });

function findChart(sheet: Worksheet, key: unknown): HostObject | null {
  const text = textOf(key);
  const chart =
    sheet.charts.find((item) => item.id === text) ??
    sheet.charts.find((item) => item.name.toLowerCase() === text.toLowerCase());
  return chart ? asObject(sheet)(chart) : null;
}

/** Size of a new chart in Excel, in points. */
const DEFAULT_WIDTH = 360;
const DEFAULT_HEIGHT = 216;

/** Chart types that this host can draw and save. */
const TYPES = [
  'Line',
  'LineMarkers',
  'LineStacked',
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Area',
  'AreaStacked',
  'AreaStacked100',
  'Pie',
  'Doughnut',
  'XYScatter',
  'XYScatterLines',
  'XYScatterLinesNoMarkers',
] as const;

export const readChartType = (value: unknown) => choiceOf(value, TYPES);

function addChart(sheet: Worksheet, [type, source, seriesBy]: readonly unknown[], host: Host): HostObject {
  checkWritable(sheet, undefined, host);
  const data = targetOf(source, rangeType);
  const by = choiceOf(isAbsent(seriesBy) ? 'Auto' : seriesBy, ['Auto', 'Columns', 'Rows']);
  const number = sheet.charts.length + 1;
  const chart: Chart = {
    id: `{${sheet.workbook.nextId().toString(16).padStart(8, '0').toUpperCase()}-C4A7-0000-0000-000000000000}`,
    name: freeChartName(sheet, number),
    type: readChartType(type),
    left: 180,
    top: 72,
    width: DEFAULT_WIDTH,
    height: DEFAULT_HEIGHT,
    series: [],
    legend: { visible: true, position: 'Bottom' },
  };
  fillSeries(chart, data.sheet, areaOf(data), by);
  // A chart of one series is called after it, and needs no legend.
  const [only, ...others] = chart.series;
  if (only && others.length === 0) chart.legend.visible = false;
  sheet.charts.push(chart);
  return asObject(sheet)(chart);
}

function freeChartName(sheet: Worksheet, from: number): string {
  for (let n = from; ; n++) if (!sheet.charts.some((chart) => chart.name === `Chart ${n}`)) return `Chart ${n}`;
}

const length = (key: 'left' | 'top' | 'width' | 'height'): Property<ChartTarget> =>
  property(
    ({ chart }) => chart[key],
    ({ sheet, chart }, value, host) => {
      checkWritable(sheet, undefined, host);
      const points = numberOf(value);
      if (points < 0) fail('InvalidArgument');
      chart[key] = points;
    },
  );

function cornerOf(value: unknown, sheet: Worksheet): ReturnType<typeof areaOf> {
  if (typeof value === 'string') return parseArea(value) ?? fail('InvalidArgument');
  const range: RangeTarget = targetOf(value, rangeType);
  return range.sheet === sheet ? areaOf(range) : fail('InvalidArgument');
}

/** Lays the chart over the cells from one corner to the other. */
function setPosition({ sheet, chart }: ChartTarget, start: unknown, end: unknown, host: Host): void {
  checkWritable(sheet, undefined, host);
  const first = cornerOf(start, sheet);
  chart.left = columnLeft(sheet, first.left);
  chart.top = rowTop(sheet, first.top);
  if (isAbsent(end)) return;
  const last = cornerOf(end, sheet);
  chart.width = columnLeft(sheet, last.right + 1) - chart.left;
  chart.height = rowTop(sheet, last.bottom + 1) - chart.top;
  if (chart.width <= 0 || chart.height <= 0) fail('InvalidArgument');
}

export const chartCollectionType: ObjectType<Worksheet> = {
  name: 'ChartCollection',
  properties: { Count: property((sheet) => sheet.charts.length) },
  objects: {},
  items: (sheet) => sheet.charts.map(asObject(sheet)),
  item: findChart,
  methods: {
    Add: method((sheet, args, host) => addChart(sheet, args, host)),
    GetItem: method((sheet, [name]) => findChart(sheet, name) ?? fail('ItemNotFound')),
    GetItemAt: method((sheet, [index]) => {
      const chart = sheet.charts[integerOf(index, 0)];
      return chart ? asObject(sheet)(chart) : fail('InvalidArgument');
    }),
    GetItemOrNullObject: method((sheet, [name]) => findChart(sheet, name), '1.4'),
    GetCount: method((sheet) => sheet.charts.length, '1.4'),
    ...eventMethods<Worksheet>((sheet) => sheet.id, {
      Added: [EVENT.chartAdded, '1.8'],
      Deleted: [EVENT.chartDeleted, '1.8'],
    }),
  },
};

export const chartType: ObjectType<ChartTarget> = {
  name: 'Chart',
  id: ({ chart }) => chart.id,
  exists: ({ sheet, chart }, host) => host.workbook.sheets.includes(sheet) && sheet.charts.includes(chart),
  properties: {
    Id: property(({ chart }) => chart.id, undefined, '1.7'),
    Name: property(
      ({ chart }) => chart.name,
      ({ sheet, chart }, value) => {
        const name = textOf(value);
        if (name === '') fail('InvalidArgument');
        if (sheet.charts.some((other) => other !== chart && other.name.toLowerCase() === name.toLowerCase()))
          fail('ItemAlreadyExists');
        chart.name = name;
      },
    ),
    ChartType: property(
      ({ chart }) => chart.type,
      ({ chart }, value) => {
        chart.type = readChartType(value);
      },
      '1.7',
    ),
    Left: length('left'),
    Top: length('top'),
    Width: length('width'),
    Height: length('height'),
  },
  objects: {
    Title: navigation(
      () => chartTitleType,
      (target) => target,
    ),
    Legend: navigation(
      () => chartLegendType,
      (target) => target,
    ),
    Axes: navigation(
      () => chartAxesType,
      (target) => target,
    ),
    Series: navigation(
      () => chartSeriesCollectionType,
      (target) => target,
    ),
    Worksheet: navigation(
      () => worksheetType,
      ({ sheet }) => sheet,
      '1.2',
    ),
  },
  methods: {
    SetPosition: method((target, [start, end], host) => setPosition(target, start, end, host)),
    SetData: method(({ chart }, [source, seriesBy]) => {
      const data = targetOf(source, rangeType);
      chart.series = [];
      const by = choiceOf(isAbsent(seriesBy) ? 'Auto' : seriesBy, ['Auto', 'Columns', 'Rows']);
      fillSeries(chart, data.sheet, areaOf(data), by);
    }),
    Delete: method(({ sheet, chart }, _args, host) => {
      checkWritable(sheet, undefined, host);
      sheet.charts.splice(sheet.charts.indexOf(chart), 1);
    }),
  },
};
