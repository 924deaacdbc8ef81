import type { Chart, ChartSeries, Workbook, Worksheet } from '../../model/workbook';
import { CHART_NS, DRAWING_NS, OFFICE_REL } from '../names';
import { tag, textTag, XML_HEADER } from '../xml/write';
import type { ChartKind } from './kinds';
import { CHART_KINDS, chartKind, defaultGap } from './kinds';
import { labelText, resolveReference } from './references';
import type { ReferencedCells } from './references';

const CATEGORY_AXIS = 500000001;
const VALUE_AXIS = 500000002;
const GREY = '595959';
const LINE_GREY = 'D9D9D9';

const COLUMN: ChartKind = { element: 'barChart', direction: 'col', grouping: 'clustered' };

/** A chart part made from the model: series with their values cached, axes, title and legend in plain grey on white. */
export function writeChart(chart: Chart, sheet: Worksheet): string {
  const { workbook } = sheet;
  const base = chartKind(chart.type) ?? CHART_KINDS['ColumnClustered'] ?? COLUMN;
  const round = base.element === 'pieChart' || base.element === 'doughnutChart';
  const plots = groupSeries(chart, base).map(({ kind, series }) => writePlot(chart, kind, series, workbook, sheet));
  const plotArea = tag('c:plotArea', {}, tag('c:layout') + plots.join('') + (round ? '' : writeAxes(chart, base)));
  const title = chart.title ? writeTitle(chart.title, 1200, true) : '';
  const body = tag(
    'c:chart',
    {},
    title +
      tag('c:autoTitleDeleted', { val: title ? 0 : 1 }) +
      plotArea +
      writeLegend(chart) +
      tag('c:plotVisOnly', { val: 1 }) +
      tag('c:dispBlanksAs', { val: 'gap' }),
  );
  const frame = tag('c:spPr', {}, solid('FFFFFF') + tag('a:ln', { w: 9525 }, solid(LINE_GREY)));
  return (
    XML_HEADER +
    tag(
      'c:chartSpace',
      { 'xmlns:c': CHART_NS, 'xmlns:a': DRAWING_NS, 'xmlns:r': OFFICE_REL },
      (workbook.dateSystem === 1904 ? tag('c:date1904', { val: 1 }) : '') +
        tag('c:roundedCorners', { val: 0 }) +
        body +
        frame,
    )
  );
}

interface Plot {
  readonly kind: ChartKind;
  readonly series: readonly { readonly series: ChartSeries; readonly index: number }[];
}

/** Series of one kind are drawn together: areas and columns behind, lines in front. */
function groupSeries(chart: Chart, base: ChartKind): Plot[] {
  const plots = new Map<string, { kind: ChartKind; series: { series: ChartSeries; index: number }[] }>();
  chart.series.forEach((series, index) => {
    const kind = (series.type === undefined ? undefined : chartKind(series.type)) ?? base;
    const key = JSON.stringify(kind);
    const plot = plots.get(key) ?? { kind, series: [] };
    plot.series.push({ series, index });
    plots.set(key, plot);
  });
  const order = ['areaChart', 'barChart', 'lineChart'];
  const list = [...plots.values()];
  if (list.length === 0) list.push({ kind: base, series: [] });
  return list.sort((a, b) => order.indexOf(a.kind.element) - order.indexOf(b.kind.element));
}

function writePlot(chart: Chart, kind: ChartKind, items: Plot['series'], workbook: Workbook, home: Worksheet): string {
  const series = items.map((item) => writeSeries(item.series, item.index, kind, workbook, home)).join('');
  const axes = tag('c:axId', { val: CATEGORY_AXIS }) + tag('c:axId', { val: VALUE_AXIS });
  const grouping = tag('c:grouping', { val: kind.grouping ?? 'standard' });
  const vary = (on: boolean): string => tag('c:varyColors', { val: on ? 1 : 0 });
  const stacked = kind.grouping === 'stacked' || kind.grouping === 'percentStacked';
  switch (kind.element) {
    case 'barChart': {
      const gap = tag('c:gapWidth', { val: chart.gapWidth ?? defaultGap(kind) });
      const overlap = stacked ? tag('c:overlap', { val: 100 }) : '';
      return tag(
        'c:barChart',
        {},
        tag('c:barDir', { val: kind.direction ?? 'col' }) + grouping + vary(false) + series + gap + overlap + axes,
      );
    }
    case 'lineChart':
      return tag('c:lineChart', {}, grouping + vary(false) + series + tag('c:marker', { val: 1 }) + axes);
    case 'areaChart':
      return tag('c:areaChart', {}, grouping + vary(false) + series + axes);
    case 'scatterChart':
      return tag(
        'c:scatterChart',
        {},
        tag('c:scatterStyle', { val: kind.style ?? 'lineMarker' }) + vary(false) + series + axes,
      );
    case 'radarChart':
      return tag('c:radarChart', {}, tag('c:radarStyle', { val: 'standard' }) + vary(false) + series + axes);
    case 'pieChart':
      return tag('c:pieChart', {}, vary(true) + series + tag('c:firstSliceAng', { val: 0 }));
    case 'doughnutChart':
      return tag(
        'c:doughnutChart',
        {},
        vary(true) + series + tag('c:firstSliceAng', { val: 0 }) + tag('c:holeSize', { val: 60 }),
      );
  }
}

function writeSeries(series: ChartSeries, index: number, kind: ChartKind, workbook: Workbook, home: Worksheet): string {
  const isScatter = kind.element === 'scatterChart';
  const isLine = kind.element === 'lineChart' || kind.element === 'radarChart' || isScatter;
  const marker = isLine
    ? tag(
        'c:marker',
        {},
        kind.markers
          ? tag('c:symbol', { val: 'circle' }) + tag('c:size', { val: 5 })
          : tag('c:symbol', { val: 'none' }),
      )
    : '';
  const categories = series.categories
    ? writeLabels(isScatter ? 'c:xVal' : 'c:cat', series.categories, workbook, home)
    : '';
  return tag(
    'c:ser',
    {},
    tag('c:idx', { val: index }) +
      tag('c:order', { val: index }) +
      writeSeriesName(series.name, workbook, home) +
      writeSeriesLook(series, isLine) +
      (kind.element === 'barChart' ? tag('c:invertIfNegative', { val: 0 }) : '') +
      marker +
      categories +
      writeNumbers(isScatter ? 'c:yVal' : 'c:val', series.values, workbook, home) +
      (kind.element === 'lineChart' || isScatter ? tag('c:smooth', { val: 0 }) : ''),
  );
}

function writeSeriesName(name: string, workbook: Workbook, home: Worksheet): string {
  if (!name) return '';
  if (!name.startsWith('=')) return tag('c:tx', {}, textTag('c:v', name));
  const cells = resolveReference(workbook, name, home);
  return tag('c:tx', {}, tag('c:strRef', {}, textTag('c:f', name.slice(1)) + stringCache(cells)));
}

function writeSeriesLook(series: ChartSeries, isLine: boolean): string {
  const color = series.color?.replace('#', '').toUpperCase();
  if (isLine) {
    const fill = color ? solid(color) : '';
    return tag('c:spPr', {}, tag('a:ln', { w: 28575, cap: 'rnd' }, fill + tag('a:round')));
  }
  return color ? tag('c:spPr', {}, solid(color)) : '';
}

/** Values of a series with their cache. */
export function writeNumbers(name: string, reference: string, workbook: Workbook, home: Worksheet): string {
  const cells = resolveReference(workbook, reference, home);
  return tag(name, {}, tag('c:numRef', {}, textTag('c:f', plainReference(reference)) + numberCache(cells)));
}

/** Labels of a series: numbers (dates) keep their format, several columns become levels. */
export function writeLabels(name: string, reference: string, workbook: Workbook, home: Worksheet): string {
  const cells = resolveReference(workbook, reference, home);
  const f = textTag('c:f', plainReference(reference));
  if (cells && cells.levels.length > 1) return tag(name, {}, tag('c:multiLvlStrRef', {}, f + levelCache(cells)));
  const numbers = cells?.values.filter((value) => value !== null) ?? [];
  const allNumbers = numbers.length > 0 && numbers.every((value) => typeof value === 'number');
  if (allNumbers) return tag(name, {}, tag('c:numRef', {}, f + numberCache(cells)));
  return tag(name, {}, tag('c:strRef', {}, f + stringCache(cells)));
}

function plainReference(reference: string): string {
  return reference.replace(/^=/, '');
}

function numberCache(cells: ReferencedCells | undefined): string {
  if (!cells) return '';
  const points = cells.values.map((value, idx) =>
    typeof value === 'number' ? tag('c:pt', { idx }, tag('c:v', {}, String(value))) : '',
  );
  const count = tag('c:ptCount', { val: cells.values.length });
  return tag('c:numCache', {}, textTag('c:formatCode', cells.format) + count + points.join(''));
}

function stringCache(cells: ReferencedCells | undefined): string {
  if (!cells) return '';
  return tag('c:strCache', {}, tag('c:ptCount', { val: cells.values.length }) + textPoints(cells.values));
}

function levelCache(cells: ReferencedCells): string {
  const count = cells.levels[0]?.length ?? 0;
  const levels = cells.levels.map((level) => tag('c:lvl', {}, textPoints(level)));
  return tag('c:multiLvlStrCache', {}, tag('c:ptCount', { val: count }) + levels.join(''));
}

function textPoints(values: ReferencedCells['values']): string {
  return values
    .map((value, idx) => (value === null ? '' : tag('c:pt', { idx }, textTag('c:v', labelText(value)))))
    .join('');
}

function writeAxes(chart: Chart, base: ChartKind): string {
  const isBar = base.direction === 'bar';
  const isScatter = base.element === 'scatterChart';
  const ends = (id: number, crossed: number, position: string, inner: string, last: string): string =>
    tag('c:axId', { val: id }) +
    tag('c:scaling', {}, tag('c:orientation', { val: 'minMax' })) +
    tag('c:delete', { val: 0 }) +
    tag('c:axPos', { val: position }) +
    inner +
    tag('c:crossAx', { val: crossed }) +
    tag('c:crosses', { val: 'autoZero' }) +
    last;
  const look = (lines: boolean): string =>
    tag('c:spPr', {}, tag('a:ln', { w: 9525 }, lines ? solid(LINE_GREY) : tag('a:noFill'))) + textLook(900);
  const marks =
    tag('c:majorTickMark', { val: 'none' }) +
    tag('c:minorTickMark', { val: 'none' }) +
    tag('c:tickLblPos', { val: 'low' });
  const format = (code: string | undefined): string =>
    tag('c:numFmt', { formatCode: code ?? 'General', sourceLinked: code ? 0 : 1 });
  const grid = tag('c:majorGridlines', {}, tag('c:spPr', {}, tag('a:ln', { w: 9525 }, solid('E7E6E6'))));
  const title = (text: string | undefined): string => (text ? writeTitle(text, 900, false) : '');
  const categories = ends(
    CATEGORY_AXIS,
    VALUE_AXIS,
    isBar ? 'l' : 'b',
    title(chart.categoryAxisTitle) + format(undefined) + marks + look(true),
    isScatter
      ? ''
      : tag('c:auto', { val: 1 }) +
          tag('c:lblAlgn', { val: 'ctr' }) +
          tag('c:lblOffset', { val: 100 }) +
          tag('c:noMultiLvlLbl', { val: 0 }),
  );
  const values = ends(
    VALUE_AXIS,
    CATEGORY_AXIS,
    isBar ? 'b' : 'l',
    grid + title(chart.valueAxisTitle) + format(chart.valueAxisNumberFormat) + marks + look(false),
    tag('c:crossBetween', { val: isScatter || base.element === 'areaChart' ? 'midCat' : 'between' }),
  );
  return tag(isScatter ? 'c:valAx' : 'c:catAx', {}, categories) + tag('c:valAx', {}, values);
}

function writeTitle(text: string, size: number, bold: boolean): string {
  const look = tag('a:defRPr', { sz: size, b: bold ? 1 : 0 }, solid(GREY));
  const lines = text.split('\n').map((line) => {
    const run = tag('a:rPr', { lang: 'en-US', sz: size, b: bold ? 1 : 0 }, solid(GREY)) + textTag('a:t', line);
    return tag('a:p', {}, tag('a:pPr', {}, look) + tag('a:r', {}, run));
  });
  const rich = tag('c:rich', {}, tag('a:bodyPr') + tag('a:lstStyle') + lines.join(''));
  return tag('c:title', {}, tag('c:tx', {}, rich) + tag('c:overlay', { val: 0 }));
}

const LEGEND_PLACES: Readonly<Record<string, string>> = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r', Corner: 'tr' };

function writeLegend({ legend }: Chart): string {
  if (!legend.visible) return '';
  const place = tag('c:legendPos', { val: LEGEND_PLACES[legend.position] ?? 'b' });
  return tag('c:legend', {}, place + tag('c:overlay', { val: 0 }) + textLook(900));
}

function textLook(size: number): string {
  const look = tag('a:defRPr', { sz: size }, solid(GREY));
  const paragraph = tag('a:p', {}, tag('a:pPr', {}, look) + tag('a:endParaRPr', { lang: 'en-US' }));
  return tag('c:txPr', {}, tag('a:bodyPr') + tag('a:lstStyle') + paragraph);
}

function solid(color: string): string {
  return tag('a:solidFill', {}, tag('a:srgbClr', { val: color }));
}
