import type { OutputKey, SheetSpec } from '../sheets/spec';

/** Everything of a sheet but its cells: what is re-applied when it changes, or when a failed run puts a sheet back. */
export type SheetLayout = Omit<SheetSpec, 'key' | 'name' | 'rows' | 'append' | 'subjects'>;

const NAMESPACE = 'urn:cadenza:layouts:1';
/** Custom XML parts stay below 1 MB (office-notes); beyond, layouts are simply applied anew at the next run. */
const MAX_XML = 900_000;

/** The layout part of a spec, fields in a fixed order so that equal layouts print alike. */
export function layoutOf(spec: Omit<SheetSpec, 'key' | 'append' | 'subjects'>): SheetLayout {
  return {
    tabColor: spec.tabColor,
    formats: spec.formats,
    formatCopies: spec.formatCopies,
    columnWidths: spec.columnWidths.map((width) => width ?? 0),
    rowHeights: spec.rowHeights ?? {},
    tables: spec.tables,
    names: spec.names,
    conditionalFormats: spec.conditionalFormats,
    validations: spec.validations,
    charts: spec.charts,
    outline: spec.outline,
    freeze: spec.freeze,
    print: spec.print,
    currency: spec.currency,
    gridlines: spec.gridlines,
  };
}

/** Whether two layouts are the same in everything. */
export function sameLayout(a: SheetLayout, b: SheetLayout): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export type StoredLayouts = Partial<Record<OutputKey, SheetLayout>>;

interface LayoutRequest {
  readonly part: Excel.CustomXmlPart;
  readonly xml: OfficeExtension.ClientResult<string>;
}

/** Asks for the layouts that earlier runs stored in the workbook. */
export function loadLayouts(context: Excel.RequestContext): LayoutRequest {
  const part = context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
  part.load('id');
  return { part, xml: part.getXml() };
}

/** The stored layouts, after the sync; none when there is no part or it is not readable. */
export function parseLayouts({ part, xml }: LayoutRequest): { layouts: StoredLayouts; xml?: string; id?: string } {
  if (part.isNullObject) return { layouts: {} };
  const body = /<json>([\s\S]*)<\/json>/.exec(xml.value)?.[1];
  return { layouts: body === undefined ? {} : parseJson(unescapeXml(body)), xml: xml.value, id: part.id };
}

function parseJson(text: string): StoredLayouts {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as StoredLayouts) : {};
  } catch {
    return {};
  }
}

/** The XML that stores layouts; the largest sheets are left out where all would pass the limit. */
export function printLayouts(layouts: StoredLayouts): string {
  const entries = Object.entries(layouts).map(([key, layout]) => [key, JSON.stringify(layout)] as const);
  entries.sort((a, b) => a[1].length - b[1].length);
  let size = 0;
  const kept = entries.filter(([, text]) => (size += text.length) < MAX_XML);
  kept.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const json = `{${kept.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
  return `<layouts xmlns="${NAMESPACE}"><json>${escapeXml(json)}</json></layouts>`;
}

/** Stores layouts with the next sync, in the part there is or in a new one. */
export function storeLayouts(context: Excel.RequestContext, xml: string, id: string | undefined): void {
  const parts = context.workbook.customXmlParts;
  if (id === undefined) parts.add(xml);
  else parts.getItem(id).setXml(xml);
}

/** Puts the stored layouts back as a snapshot found them. */
export function restoreLayouts(context: Excel.RequestContext, xml: string | undefined, id: string | undefined): void {
  if (xml !== undefined && id !== undefined) context.workbook.customXmlParts.getItem(id).setXml(xml);
  else context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject().delete();
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
