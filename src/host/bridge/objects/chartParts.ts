import type { Chart } from '../../model/workbook';
import { booleanOf, choiceOf, textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { ChartTarget } from './charts';

/** What a chart without a title shows when it is asked for one. */
const DEFAULT_TITLE = 'Chart Title';
const DEFAULT_AXIS_TITLE = 'Axis Title';

export const chartTitleType: ObjectType<ChartTarget> = {
  name: 'ChartTitle',
  properties: {
    Text: property(
      ({ chart }) => chart.title ?? '',
      ({ chart }, value) => {
        chart.title = textOf(value);
      },
    ),
    Visible: property(
      ({ chart }) => chart.title !== undefined,
      ({ chart }, value) => {
        if (!booleanOf(value)) delete chart.title;
        else chart.title ??= DEFAULT_TITLE;
      },
    ),
  },
  objects: {},
  methods: {},
};

export const chartLegendType: ObjectType<ChartTarget> = {
  name: 'ChartLegend',
  properties: {
    Visible: property(
      ({ chart }) => chart.legend.visible,
      ({ chart }, value) => {
        chart.legend.visible = booleanOf(value);
      },
    ),
    Position: property(
      ({ chart }) => chart.legend.position,
      ({ chart }, value) => {
        chart.legend.position = choiceOf(value, ['Top', 'Bottom', 'Left', 'Right', 'Corner']);
      },
    ),
  },
  objects: {},
  methods: {},
};

/** One axis of a chart. */
export interface AxisTarget extends ChartTarget {
  readonly axis: 'category' | 'value';
}

const TITLE_KEY = { category: 'categoryAxisTitle', value: 'valueAxisTitle' } as const;

function setTitle(chart: Chart, axis: AxisTarget['axis'], text: string | undefined): void {
  if (text === undefined) delete chart[TITLE_KEY[axis]];
  else chart[TITLE_KEY[axis]] = text;
}

export const chartAxesType: ObjectType<ChartTarget> = {
  name: 'ChartAxes',
  properties: {},
  objects: {
    CategoryAxis: navigation(
      () => chartAxisType,
      (target) => ({ ...target, axis: 'category' }),
    ),
    ValueAxis: navigation(
      () => chartAxisType,
      (target) => ({ ...target, axis: 'value' }),
    ),
  },
  methods: {
    GetItem: method((target, [type]) => {
      const axis = choiceOf(type, ['Category', 'Value']) === 'Category' ? 'category' : 'value';
      return HostObject.of(chartAxisType, { ...target, axis });
    }, '1.7'),
  },
};

export const chartAxisType: ObjectType<AxisTarget> = {
  name: 'ChartAxis',
  properties: {
    Type: property(({ axis }) => (axis === 'category' ? 'Category' : 'Value'), undefined, '1.7'),
    NumberFormat: property(
      ({ chart, axis }) => (axis === 'value' ? (chart.valueAxisNumberFormat ?? 'General') : 'General'),
      ({ chart, axis }, value) => {
        if (axis === 'category') fail('NotImplemented', 'This host keeps number formats of value axes only.');
        chart.valueAxisNumberFormat = textOf(value);
      },
      '1.8',
    ),
  },
  objects: {
    Title: navigation(
      () => chartAxisTitleType,
      (target) => target,
    ),
  },
  methods: {},
};

const chartAxisTitleType: ObjectType<AxisTarget> = {
  name: 'ChartAxisTitle',
  properties: {
    Text: property(
      ({ chart, axis }) => chart[TITLE_KEY[axis]] ?? '',
      ({ chart, axis }, value) => setTitle(chart, axis, textOf(value)),
    ),
    Visible: property(
      ({ chart, axis }) => chart[TITLE_KEY[axis]] !== undefined,
      ({ chart, axis }, value) =>
        setTitle(chart, axis, booleanOf(value) ? (chart[TITLE_KEY[axis]] ?? DEFAULT_AXIS_TITLE) : undefined),
    ),
  },
  objects: {},
  methods: {},
};
