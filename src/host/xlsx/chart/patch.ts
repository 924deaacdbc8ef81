import type { Chart, Worksheet } from '../../model/workbook';
import type { XmlElement } from '../xml/element';
import { child, children, descend, numeric } from '../xml/element';
import { patchElement } from '../xml/patch';
import { resolveReference } from './references';
import { writeLabels, writeNumbers } from './write';

/** What of a chart its cells say: a patch of the references is enough when only this changed. */
export function chartData(chart: Chart): unknown {
  return chart.series.map(({ values, categories, name }) => [values, categories, name.startsWith('=') ? name : '=']);
}

/** What of a chart its own part says, apart from references. */
export function chartLook(chart: Chart): unknown {
  const { type, title, legend, gapWidth, categoryAxisTitle, valueAxisTitle, valueAxisNumberFormat } = chart;
  const series = chart.series.map(({ name, type: kind, color }) => [name.startsWith('=') ? '=' : name, kind, color]);
  return [type, title, legend, gapWidth, categoryAxisTitle, valueAxisTitle, valueAxisNumberFormat, series];
}

/** The values that a chart shows now, to tell whether its caches are still true. */
export function chartValues(chart: Chart, sheet: Worksheet): unknown {
  return chart.series.map(({ values, categories }) => [
    resolveReference(sheet.workbook, values, sheet)?.values,
    categories && resolveReference(sheet.workbook, categories, sheet)?.values,
  ]);
}

/** A chart part with its references and caches as they are now, everything else as it was. */
export function patchChartData(chart: Chart, sheet: Worksheet, source: string, root: XmlElement): string {
  const plotArea = descend(root, 'chart', 'plotArea');
  const elements = (plotArea?.children ?? [])
    .flatMap((plot) => children(plot, 'ser'))
    .map((element) => ({ element, order: numeric(child(element, 'order')?.attributes['val'], 0) }))
    .sort((a, b) => a.order - b.order)
    .map(({ element }) => element);
  const edits = elements.flatMap((element, i) => {
    const series = chart.series[i];
    return series ? [{ element, xml: patchSeries(series, element) }] : [];
  });
  edits.sort((a, b) => b.element.start - a.element.start);
  let text = source;
  for (const { element, xml } of edits) text = text.slice(0, element.start) + xml + text.slice(element.end);
  return text;

  function patchSeries(series: Chart['series'][number], element: XmlElement): string {
    const patch: Record<string, string> = {};
    const values = child(element, 'val') ?? child(element, 'yVal');
    const categories = child(element, 'cat') ?? child(element, 'xVal');
    const { workbook } = sheet;
    if (values) patch[values.name] = writeNumbers(`c:${values.name}`, series.values, workbook, sheet);
    if (categories && series.categories)
      patch[categories.name] = writeLabels(`c:${categories.name}`, series.categories, workbook, sheet);
    return patchElement(source, element, {}, patch);
  }
}
