import { columnAt, columnLeft, rowAt, rowTop } from '../../model/geometry';
import type { Chart, Worksheet } from '../../model/workbook';
import { chartData, chartLook, chartValues, patchChartData } from '../chart/patch';
import { readChart } from '../chart/read';
import { writeChart } from '../chart/write';
import { CHART_NS, DRAWING_NS, OFFICE_REL, SHEET_DRAWING_NS, TYPES } from '../names';
import { officeType } from '../package';
import type { XmlElement } from '../xml/element';
import { child, descendants, numeric, parseXml, prefixed } from '../xml/element';
import { patchRoot } from '../xml/patch';
import { tag, XML_HEADER } from '../xml/write';
import type { Section, SheetReader, SheetWriter } from './section';

const EMU_PER_POINT = 12700;

/** Where a chart came from, and what it was then. */
interface ChartOrigin {
  readonly part: string;
  readonly drawing: string;
  readonly anchor: XmlElement;
  readonly place: string;
  readonly data: string;
  readonly look: string;
  values: string;
}

const origins = new WeakMap<Chart, ChartOrigin>();

/** Charts of a sheet. Pictures and shapes of the same drawing stay in it as they are. */
export const drawingSection: Section = {
  name: 'drawing',
  // Read apart, when all sheets are: charts point to cells of any.
  read: () => undefined,
  state: (sheet) => sheet.charts.map((chart) => [chart, chartValues(chart, sheet)]),
  write(writer) {
    const { root, sheet, pkg, part } = writer;
    const element = child(root, 'drawing');
    const id = element && prefixed(element, 'id');
    const drawing = pkg.relationship(part, id)?.target;
    if (drawing !== undefined && pkg.has(drawing)) {
      patchDrawing(drawing, writer);
      return {};
    }
    if (sheet.charts.length === 0) return { drawing: '' };
    const target = pkg.freeName('xl/drawings/drawing', '.xml');
    const attributes = { 'xmlns:xdr': SHEET_DRAWING_NS, 'xmlns:a': DRAWING_NS };
    pkg.put(target, XML_HEADER + tag('xdr:wsDr', attributes), TYPES.drawing);
    patchDrawing(target, writer);
    return { drawing: tag('drawing', { 'r:id': pkg.relate(part, officeType('drawing'), target) }) };
  },
};

/** Reads the charts of a sheet whose cells and sizes are known. */
export function readCharts({ root, sheet, pkg, part, styles, workbook, warnings }: SheetReader): void {
  const element = child(root, 'drawing');
  const drawing = element && pkg.relationship(part, prefixed(element, 'id'))?.target;
  const xml = drawing === undefined ? undefined : pkg.xml(drawing);
  if (drawing === undefined || !xml) return;
  for (const anchor of xml.children) {
    const reference = descendants(anchor, 'chart')[0];
    const target = reference && pkg.relationship(drawing, prefixed(reference, 'id'))?.target;
    const text = target === undefined ? undefined : pkg.text(target);
    if (target === undefined || text === undefined) continue;
    const content = readChart(parseXml(text), styles.palette);
    const name = descendants(anchor, 'cNvPr')[0]?.attributes['name'] ?? '';
    const chart: Chart = { id: String(workbook.nextId()), name, ...readPlace(anchor, sheet), ...content };
    sheet.charts.push(chart);
    origins.set(chart, { part: target, drawing, anchor, ...statesOf(chart, sheet), values: '' });
  }
  const others = xml.children.filter((anchor) => descendants(anchor, 'chart').length === 0).length;
  if (others > 0)
    warnings.push({
      code: 'shapes-not-shown',
      part: drawing,
      sheet: sheet.name,
      message: `${others} pictures or shapes of the sheet ${sheet.name} are kept but not shown.`,
    });
}

/** Once every sheet is read: what each chart shows in this file. */
export function rememberChartValues(sheet: Worksheet): void {
  for (const chart of sheet.charts) {
    const origin = origins.get(chart);
    if (origin) origin.values = JSON.stringify(chartValues(chart, sheet));
  }
}

/** Whether saving a chart that came from a file draws it anew, so that what the model has no word for goes. */
export function isRedrawn(chart: Chart): boolean {
  const origin = origins.get(chart);
  return origin !== undefined && origin.look !== JSON.stringify(chartLook(chart));
}

/** Whether a drawing of the sheet holds pictures or shapes. */
export function hasShapes({ root, pkg, part }: Pick<SheetWriter, 'root' | 'pkg' | 'part'>): boolean {
  const element = child(root, 'drawing');
  const drawing = element && pkg.relationship(part, prefixed(element, 'id'))?.target;
  const xml = drawing === undefined ? undefined : pkg.xml(drawing);
  return xml !== undefined && xml.children.some((anchor) => descendants(anchor, 'chart').length === 0);
}

function statesOf(chart: Chart, sheet: Worksheet): Pick<ChartOrigin, 'place' | 'data' | 'look'> {
  return {
    place: JSON.stringify([chart.name, chart.left, chart.top, chart.width, chart.height]),
    data: JSON.stringify([chartData(chart), sheet.name]),
    look: JSON.stringify(chartLook(chart)),
  };
}

function readPlace(anchor: XmlElement, sheet: Worksheet): Pick<Chart, 'left' | 'top' | 'width' | 'height'> {
  const corner = (name: string): { left: number; top: number } | undefined => {
    const at = child(anchor, name);
    if (!at) return undefined;
    const value = (part: string): number => numeric(child(at, part)?.text.trim(), 0);
    return {
      left: columnLeft(sheet, value('col')) + value('colOff') / EMU_PER_POINT,
      top: rowTop(sheet, value('row')) + value('rowOff') / EMU_PER_POINT,
    };
  };
  const points = (element: XmlElement | undefined, name: string): number =>
    numeric(element?.attributes[name], 0) / EMU_PER_POINT;
  const from = corner('from') ?? { left: points(child(anchor, 'pos'), 'x'), top: points(child(anchor, 'pos'), 'y') };
  const to = corner('to');
  const ext = child(anchor, 'ext');
  return {
    ...from,
    width: to ? to.left - from.left : points(ext, 'cx'),
    height: to ? to.top - from.top : points(ext, 'cy'),
  };
}

function patchDrawing(drawing: string, { pkg, sheet }: SheetWriter): void {
  const text = pkg.text(drawing) ?? '';
  const root = parseXml(text);
  const wanted = new Map<string, string>();
  const added: string[] = [];
  let shapeId = Math.max(1, ...descendants(root, 'cNvPr').map((e) => numeric(e.attributes['id'], 0)));
  for (const chart of sheet.charts) {
    const origin = origins.get(chart);
    const states = statesOf(chart, sheet);
    const relationship = origin && pkg.relationshipsOf(drawing).find((r) => r.target === origin.part);
    if (!origin || !relationship || origin.drawing !== drawing) {
      added.push(newAnchor(chart, sheet, ++shapeId, putChart(chart, sheet)));
      continue;
    }
    updateChart(chart, origin, states);
    const anchor = text.slice(origin.anchor.start, origin.anchor.end);
    const same = origin.place === states.place;
    wanted.set(origin.part, same ? anchor : newAnchor(chart, sheet, ++shapeId, relationship.id));
  }
  const anchors = root.children.map((anchor) => keepAnchor(anchor));
  const inner = [...anchors, ...added].join('');
  // One patch under a name of its own, in place of all children.
  const changed = patchRoot(text, { ...root, children: [] }, { anchors: inner }, ['anchors']);
  if (changed !== text) pkg.put(drawing, changed);

  function keepAnchor(anchor: XmlElement): string {
    const reference = descendants(anchor, 'chart')[0];
    const relationship = reference && pkg.relationship(drawing, prefixed(reference, 'id'));
    if (!relationship || !pkg.bytes(relationship.target)) return text.slice(anchor.start, anchor.end);
    const kept = wanted.get(relationship.target);
    if (kept !== undefined) return kept;
    pkg.unrelate(drawing, relationship.id);
    pkg.remove(relationship.target);
    return '';
  }

  function updateChart(chart: Chart, origin: ChartOrigin, states: ReturnType<typeof statesOf>): void {
    const source = pkg.text(origin.part) ?? '';
    if (origin.look !== states.look) pkg.put(origin.part, writeChart(chart, sheet));
    else if (origin.data !== states.data || origin.values !== JSON.stringify(chartValues(chart, sheet)))
      pkg.put(origin.part, patchChartData(chart, sheet, source, parseXml(source)));
  }

  function putChart(chart: Chart, on: Worksheet): string {
    const target = pkg.freeName('xl/charts/chart', '.xml');
    pkg.put(target, writeChart(chart, on), TYPES.chart);
    return pkg.relate(drawing, officeType('chart'), target);
  }
}

/** A chart's frame between two cells: moves and grows with them, as charts do unless told otherwise. */
function newAnchor(chart: Chart, sheet: Worksheet, shapeId: number, relationshipId: string): string {
  const corner = (name: string, left: number, top: number): string => {
    const column = columnAt(sheet, left);
    const row = rowAt(sheet, top);
    const emu = (points: number): string => String(Math.round(points * EMU_PER_POINT));
    return tag(
      `xdr:${name}`,
      {},
      tag('xdr:col', {}, String(column.index)) +
        tag('xdr:colOff', {}, emu(column.offset)) +
        tag('xdr:row', {}, String(row.index)) +
        tag('xdr:rowOff', {}, emu(row.offset)),
    );
  };
  const reference = tag('c:chart', { 'xmlns:c': CHART_NS, 'xmlns:r': OFFICE_REL, 'r:id': relationshipId });
  const frame =
    tag(
      'xdr:nvGraphicFramePr',
      {},
      tag('xdr:cNvPr', { id: shapeId, name: chart.name || `Chart ${shapeId - 1}` }) + tag('xdr:cNvGraphicFramePr'),
    ) +
    tag('xdr:xfrm', {}, tag('a:off', { x: 0, y: 0 }) + tag('a:ext', { cx: 0, cy: 0 })) +
    tag('a:graphic', {}, tag('a:graphicData', { uri: CHART_NS }, reference));
  return tag(
    'xdr:twoCellAnchor',
    {},
    corner('from', chart.left, chart.top) +
      corner('to', chart.left + chart.width, chart.top + chart.height) +
      tag('xdr:graphicFrame', { macro: '' }, frame) +
      tag('xdr:clientData'),
  );
}
