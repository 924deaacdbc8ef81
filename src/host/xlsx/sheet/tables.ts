import { areaAddress, parseArea } from '../../model/address';
import type { Table } from '../../model/workbook';
import { dataArea } from '../../model/table';
import { filtersOf, setFilters } from '../../model/filter';
import { formulaFromFile, formulaToFile } from '../formulaText';
import { KeptXml } from '../keptXml';
import { MAIN_NS, TYPES } from '../names';
import { officeType } from '../package';
import type { XmlElement } from '../xml/element';
import { child, children, flag, numeric, parseXml, prefixed } from '../xml/element';
import { patchChildren, patchElement } from '../xml/patch';
import { decodeControls, encodeControls } from '../xml/text';
import { tag, textTag, XML_HEADER } from '../xml/write';
import { normalizePart } from '../xml/normalize';
import { readFilterColumns, writeAutoFilter } from './filterColumns';
import type { Section, SheetReader, SheetWriter } from './section';

const ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** Functions of totals rows by the file's name. */
const TOTALS: Readonly<Record<string, string>> = {
  sum: 'Sum',
  average: 'Average',
  count: 'Count',
  countNums: 'CountNumbers',
  max: 'Max',
  min: 'Min',
  stdDev: 'StdDev',
  var: 'Var',
  custom: 'Custom',
};

/** What a table's part says. */
function stateOf(table: Table): unknown {
  return { ...table, id: undefined, sheet: undefined };
}

const kept = new KeptXml<Table>(stateOf);
const partOf = new WeakMap<Table, string>();

/** Reads the tables of a sheet; done before its cells, whose formulas may speak of their own table. */
export function readTables({ root, sheet, pkg, part, warnings }: SheetReader): void {
  for (const element of children(child(root, 'tableParts'), 'tablePart')) {
    const name = pkg.relationship(part, prefixed(element, 'id'))?.target ?? '';
    const raw = pkg.text(name);
    const text = raw === undefined ? undefined : normalizePart(raw);
    const table = text === undefined ? undefined : readTable(parseXml(text));
    if (text === undefined || !table) {
      warnings.push({
        code: 'table-unreadable',
        part: name,
        sheet: sheet.name,
        message: `A table of the sheet ${sheet.name} cannot be read.`,
      });
      continue;
    }
    table.sheet = sheet;
    sheet.tables.push(table);
    setFilters({ sheet, table }, readFilterColumns(child(parseXml(text), 'autoFilter')));
    kept.remember(table, text, parseXml(text));
    partOf.set(table, name);
  }

  function readTable(xml: XmlElement): Table | undefined {
    const area = parseArea(xml.attributes['ref'] ?? '');
    const style = child(xml, 'tableStyleInfo')?.attributes ?? {};
    if (!area) return undefined;
    return {
      id: numeric(xml.attributes['id'], 0),
      name: xml.attributes['displayName'] ?? xml.attributes['name'] ?? '',
      sheet,
      area,
      columns: children(child(xml, 'tableColumns'), 'tableColumn').map(readColumn),
      showHeaders: xml.attributes['headerRowCount'] !== '0',
      showTotals: numeric(xml.attributes['totalsRowCount'], 0) > 0,
      style: style['name'] ?? '',
      showBandedRows: flag(style['showRowStripes']),
      showBandedColumns: flag(style['showColumnStripes']),
      showFilterButton: child(xml, 'autoFilter') !== undefined,
      highlightFirstColumn: flag(style['showFirstColumn']),
      highlightLastColumn: flag(style['showLastColumn']),
    };
  }
}

function readColumn(element: XmlElement): Table['columns'][number] {
  const totals = TOTALS[element.attributes['totalsRowFunction'] ?? ''];
  const formula = child(element, 'calculatedColumnFormula')?.text;
  return {
    id: numeric(element.attributes['id'], 0),
    name: decodeControls(element.attributes['name'] ?? ''),
    ...(totals && { totalsFunction: totals }),
    ...(formula && { formula: formulaFromFile(formula, undefined) }),
  };
}

/** Tables: a part each, listed in tableParts. */
export const tablesSection: Section = {
  name: 'tables',
  // Read apart, before the cells.
  read: () => undefined,
  state: (sheet) => sheet.tables.map((table) => [table.id, stateOf(table)]),
  write(writer) {
    const { root, sheet, pkg, part } = writer;
    const here = new Set(sheet.tables.map((table) => partOf.get(table)));
    for (const element of children(child(root, 'tableParts'), 'tablePart')) {
      const relationship = pkg.relationship(part, prefixed(element, 'id'));
      if (!relationship || here.has(relationship.target)) continue;
      pkg.unrelate(part, relationship.id);
      pkg.remove(relationship.target);
    }
    const parts = sheet.tables.map((table) => tag('tablePart', { 'r:id': putTable(table, writer) }));
    return { tableParts: parts.length > 0 ? tag('tableParts', { count: parts.length }, parts.join('')) : '' };
  },
};

/** Writes a table's part if it changed; returns the id of its relationship. */
function putTable(table: Table, { pkg, part }: SheetWriter): string {
  const name = partOf.get(table);
  const known = name === undefined ? undefined : pkg.relationshipsOf(part).find((r) => r.target === name);
  const origin = kept.origin(table);
  if (known && name !== undefined && origin) {
    if (!kept.find(table)) pkg.put(name, patchTable(table, origin.source, origin.element));
    return known.id;
  }
  const target = pkg.freeName('xl/tables/table', '.xml');
  pkg.put(target, newTable(table), TYPES.table);
  return pkg.relate(part, officeType('table'), target);
}

function newTable(table: Table): string {
  const { columns, id } = table;
  const attributes = { xmlns: MAIN_NS, id, name: table.name, displayName: table.name, ...rowAttributes(table) };
  const inner =
    writeFilter(table) +
    tag('tableColumns', { count: columns.length }, columns.map((column) => writeColumn(table, column)).join('')) +
    writeStyle(table);
  return XML_HEADER + tag('table', attributes, inner);
}

function patchTable(table: Table, source: string, root: XmlElement): string {
  const had = new Map(
    children(child(root, 'tableColumns'), 'tableColumn').map((e) => [numeric(e.attributes['id'], -1), e]),
  );
  const columns = table.columns.map((column) => {
    const element = had.get(column.id);
    return element ? patchColumn(table, column, source, element) : writeColumn(table, column);
  });
  const filter = child(root, 'autoFilter');
  const target = { sheet: table.sheet, table };
  const sameColumns = had.size === columns.length;
  const patch = {
    autoFilter:
      table.showFilterButton && filter
        ? writeAutoFilter(filterArea(table), filtersOf(target), source, filter, sameColumns)
        : writeFilter(table),
    ...(sameColumns ? {} : { sortState: '' }),
    tableColumns: tag('tableColumns', { count: columns.length }, columns.join('')),
    tableStyleInfo: writeStyle(table),
  };
  const attributes = { ...root.attributes, name: table.name, displayName: table.name, ...rowAttributes(table) };
  const inner = patchChildren(source, root.children, patch, ORDER);
  return source.slice(0, root.start) + tag('table', attributes, inner) + source.slice(root.end);
}

function rowAttributes(table: Table): Record<string, string | number | undefined> {
  return {
    ref: areaAddress(table.area),
    headerRowCount: table.showHeaders ? undefined : 0,
    totalsRowCount: table.showTotals ? 1 : undefined,
    totalsRowShown: table.showTotals ? undefined : 0,
  };
}

/** Header and data rows: the totals row is never filtered. */
function filterArea(table: Table): Table['area'] {
  return { ...table.area, bottom: dataArea(table).bottom };
}

function writeFilter(table: Table): string {
  if (!table.showFilterButton || !table.showHeaders) return '';
  return writeAutoFilter(filterArea(table), filtersOf({ sheet: table.sheet, table }), '', undefined, false);
}

function writeStyle(table: Table): string {
  return tag('tableStyleInfo', {
    name: table.style || undefined,
    showFirstColumn: table.highlightFirstColumn ? 1 : 0,
    showLastColumn: table.highlightLastColumn ? 1 : 0,
    showRowStripes: table.showBandedRows ? 1 : 0,
    showColumnStripes: table.showBandedColumns ? 1 : 0,
  });
}

function writeColumn(table: Table, column: Table['columns'][number]): string {
  const formula = column.formula ? textTag('calculatedColumnFormula', formulaToFile(column.formula, table)) : '';
  return tag('tableColumn', columnAttributes(column), formula);
}

function patchColumn(table: Table, column: Table['columns'][number], source: string, element: XmlElement): string {
  const before = readColumn(element).formula;
  const formula = column.formula ? textTag('calculatedColumnFormula', formulaToFile(column.formula, table)) : '';
  const patch = before === column.formula ? {} : { calculatedColumnFormula: formula };
  return patchElement(source, element, columnAttributes(column), patch, [
    'calculatedColumnFormula',
    'totalsRowFormula',
  ]);
}

function columnAttributes(column: Table['columns'][number]): Record<string, string | number | undefined> {
  const totals = Object.entries(TOTALS).find(([, model]) => model === column.totalsFunction)?.[0];
  return { id: column.id, name: encodeName(column.name), totalsRowFunction: totals };
}

/** Line breaks in a header are written as Excel writes them in names of columns. */
function encodeName(name: string): string {
  return encodeControls(name).replace(/[\t\n\r]/g, (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0')}_`);
}
