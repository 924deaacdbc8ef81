import type { Chart, ChartSeries } from '../../model/workbook';
import type { Palette } from '../styles/color';
import { THEME_COLORS } from '../styles/color';
import type { XmlElement } from '../xml/element';
import { child, children, descend, descendants, flag, numeric } from '../xml/element';
import { CHART_KINDS, defaultGap } from './kinds';

/** What a chart part says, as far as the model has words; the place on the sheet comes from the drawing. */
export type ChartContent = Omit<Chart, 'id' | 'name' | 'left' | 'top' | 'width' | 'height'>;

/** Reads a chart part. */
export function readChart(root: XmlElement, palette: Palette): ChartContent {
  const chart = child(root, 'chart');
  const plotArea = child(chart, 'plotArea');
  const plots = (plotArea?.children ?? []).filter((e) => e.name.endsWith('Chart'));
  const types = plots.map(plotType);
  const main = types[0] ?? 'ColumnClustered';
  const series = plots.flatMap((plot, i) =>
    children(plot, 'ser').map((element) => ({
      order: numeric(child(element, 'order')?.attributes['val'], 0),
      series: readSeries(element, types[i] === main ? undefined : types[i], palette),
    })),
  );
  series.sort((a, b) => a.order - b.order);
  const legend = child(chart, 'legend');
  const [categoryAxis, valueAxis] = findAxes(plotArea);
  const gapWidth = child(
    plots.find((plot) => plot.name === 'barChart'),
    'gapWidth',
  )?.attributes['val'];
  const title = titleText(child(chart, 'title'));
  const format = child(valueAxis, 'numFmt')?.attributes;
  const categoryAxisTitle = titleText(child(categoryAxis, 'title'));
  const valueAxisTitle = titleText(child(valueAxis, 'title'));
  return {
    type: main,
    ...(title !== undefined && { title }),
    series: series.map((item) => item.series),
    legend: {
      visible: legend !== undefined,
      position: legend ? (LEGEND_PLACES[child(legend, 'legendPos')?.attributes['val'] ?? 'r'] ?? 'Right') : 'Bottom',
    },
    ...(gapWidth !== undefined && Number(gapWidth) !== defaultGap(CHART_KINDS[main]) && { gapWidth: Number(gapWidth) }),
    ...(categoryAxisTitle !== undefined && { categoryAxisTitle }),
    ...(valueAxisTitle !== undefined && { valueAxisTitle }),
    ...(format?.['formatCode'] !== undefined &&
      !flag(format['sourceLinked']) && { valueAxisNumberFormat: format['formatCode'] }),
  };
}

const LEGEND_PLACES: Readonly<Record<string, string>> = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right', tr: 'Corner' };

/** The object model's type of a plot; the element's own name when it has no simpler one. */
function plotType(plot: XmlElement): string {
  const value = (name: string): string | undefined => child(plot, name)?.attributes['val'];
  const hasMarkers = children(plot, 'ser').some((s) => descend(s, 'marker', 'symbol')?.attributes['val'] !== 'none');
  const drawsMarkers = plot.name === 'lineChart' || plot.name === 'scatterChart';
  const found = Object.entries(CHART_KINDS).find(
    ([, kind]) =>
      kind.element === plot.name &&
      (kind.grouping === undefined || kind.grouping === (value('grouping') ?? 'standard')) &&
      (kind.direction === undefined || kind.direction === (value('barDir') ?? 'col')) &&
      (!drawsMarkers || (kind.markers ?? false) === hasMarkers),
  );
  return found?.[0] ?? plot.name;
}

function readSeries(element: XmlElement, type: string | undefined, palette: Palette): ChartSeries {
  const reference = (name: string): string | undefined => descendants(child(element, name) ?? NOTHING, 'f')[0]?.text;
  const tx = child(element, 'tx');
  const nameReference = descend(tx, 'strRef', 'f')?.text;
  const categories = reference('cat') ?? reference('xVal');
  const color = readSeriesColor(child(element, 'spPr'), palette);
  return {
    name: nameReference ? `=${nameReference}` : (child(tx, 'v')?.text ?? ''),
    ...(type !== undefined && { type }),
    values: reference('val') ?? reference('yVal') ?? '',
    ...(categories !== undefined && { categories }),
    ...(color !== undefined && { color }),
  };
}

const NOTHING: XmlElement = {
  name: '',
  prefix: '',
  attributes: {},
  children: [],
  text: '',
  start: 0,
  end: 0,
  innerStart: 0,
  innerEnd: 0,
};

const ALIASES: Readonly<Record<string, string>> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

function readSeriesColor(look: XmlElement | undefined, palette: Palette): string | undefined {
  const fill = child(look, 'solidFill') ?? descend(look, 'ln', 'solidFill');
  const rgb = child(fill, 'srgbClr')?.attributes['val'];
  if (rgb) return `#${rgb.toUpperCase()}`;
  const scheme = child(fill, 'schemeClr');
  // A shade of a theme colour is more than a colour here: the part keeps it.
  if (!scheme || scheme.children.length > 0) return undefined;
  const name = scheme.attributes['val'] ?? '';
  return palette.theme[THEME_COLORS.indexOf(ALIASES[name] ?? name)];
}

function titleText(title: XmlElement | undefined): string | undefined {
  const rich = descend(title, 'tx', 'rich');
  if (rich)
    return children(rich, 'p')
      .map((p) =>
        descendants(p, 't')
          .map((t) => t.text)
          .join(''),
      )
      .join('\n');
  return descend(title, 'tx', 'strRef', 'strCache', 'pt', 'v')?.text;
}

/** Category and value axis; of two value axes (scatter) the first runs below. */
function findAxes(plotArea: XmlElement | undefined): [XmlElement | undefined, XmlElement | undefined] {
  const values = children(plotArea, 'valAx');
  const category = child(plotArea, 'catAx') ?? child(plotArea, 'dateAx');
  return category ? [category, values[0]] : [values[0], values[1]];
}
