import type { ChartSeries } from '../../model/workbook';
import { checkWritable } from '../cells';
import { colorOf, integerOf, isAbsent, targetOf, textOf } from '../arguments';
import { seriesReference } from '../chartData';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import { areaOf } from '../references';
import { readChartType } from './charts';
import type { ChartTarget } from './charts';
import { rangeType } from './range';

export interface SeriesTarget extends ChartTarget {
  readonly series: ChartSeries;
}

/** Percent of a column's width between columns, where nothing else is said. */
const DEFAULT_GAP = 150;

const asObject = (target: ChartTarget) => (series: ChartSeries) =>
  HostObject.of(chartSeriesType, { ...target, series });

const referenceOf = (value: unknown) => {
  const range = targetOf(value, rangeType);
  return seriesReference(range.sheet, areaOf(range));
};

export const chartSeriesCollectionType: ObjectType<ChartTarget> = {
  name: 'ChartSeriesCollection',
  properties: { Count: property(({ chart }) => chart.series.length) },
  objects: {},
  items: (target) => target.chart.series.map(asObject(target)),
  methods: {
    Add: method((target, [name, index], host) => {
      checkWritable(target.sheet, undefined, host);
      const { series } = target.chart;
      const at = isAbsent(index) ? series.length : integerOf(index, 0, series.length);
      const added: ChartSeries = { name: isAbsent(name) ? `Series${series.length + 1}` : textOf(name), values: '' };
      series.splice(at, 0, added);
      return asObject(target)(added);
    }, '1.7'),
    GetItemAt: method((target, [index]) => {
      const series = target.chart.series[integerOf(index, 0)];
      return series ? asObject(target)(series) : fail('InvalidArgument');
    }),
    GetCount: method(({ chart }) => chart.series.length, '1.4'),
  },
};

export const chartSeriesType: ObjectType<SeriesTarget> = {
  name: 'ChartSeries',
  exists: ({ sheet, chart, series }) => sheet.charts.includes(chart) && chart.series.includes(series),
  properties: {
    Name: property(
      ({ series }) => series.name,
      ({ series }, value) => {
        series.name = textOf(value);
      },
    ),
    ChartType: property(
      ({ chart, series }) => series.type ?? chart.type,
      ({ chart, series }, value) => {
        const type = readChartType(value);
        if (type === chart.type) delete series.type;
        else series.type = type;
      },
      '1.7',
    ),
    // One gap for all series of a chart, as Excel draws it.
    GapWidth: property(
      ({ chart }) => chart.gapWidth ?? DEFAULT_GAP,
      ({ chart }, value) => {
        chart.gapWidth = integerOf(value, 0, 500);
      },
      '1.7',
    ),
    PlotOrder: property(({ chart, series }) => chart.series.indexOf(series), undefined, '1.7'),
  },
  objects: {
    Format: navigation(
      () => chartSeriesFormatType,
      (target) => target,
    ),
  },
  methods: {
    SetValues: method(({ series }, [source]) => {
      series.values = referenceOf(source);
    }, '1.7'),
    SetXAxisValues: method(({ series }, [source]) => {
      series.categories = referenceOf(source);
    }, '1.7'),
    GetDimensionDataSourceString: method(({ series }, [dimension]) => {
      if (dimension === 'Values' || dimension === 'YValues') return series.values;
      if (dimension === 'Categories' || dimension === 'XValues') return series.categories ?? '';
      return fail('InvalidArgument');
    }, '1.15'),
    Delete: method(({ sheet, chart, series }, _args, host) => {
      checkWritable(sheet, undefined, host);
      chart.series.splice(chart.series.indexOf(series), 1);
    }, '1.7'),
  },
};

const chartSeriesFormatType: ObjectType<SeriesTarget> = {
  name: 'ChartSeriesFormat',
  properties: {},
  objects: {
    Fill: navigation(
      () => seriesFillType,
      (target) => target,
    ),
    Line: navigation(
      () => seriesLineType,
      (target) => target,
    ),
  },
  methods: {},
};

/** One colour stands for a series, whether it is drawn as a line or filled. */
const seriesFillType: ObjectType<SeriesTarget> = {
  name: 'ChartFill',
  properties: {},
  objects: {},
  methods: {
    SetSolidColor: method(({ series }, [color]) => {
      series.color = colorOf(color);
    }),
    Clear: method(({ series }) => void delete series.color),
  },
};

const seriesLineType: ObjectType<SeriesTarget> = {
  name: 'ChartLineFormat',
  properties: {
    Color: property(
      ({ series }) => series.color ?? '',
      ({ series }, value) => {
        series.color = colorOf(value);
      },
    ),
  },
  objects: {},
  methods: { Clear: method(({ series }) => void delete series.color) },
};
