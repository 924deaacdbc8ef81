import type { CellValue } from '../model/cell';
import { areaAddress, cellAddress } from '../model/address';
import type { Table, Workbook, Worksheet } from '../model/workbook';
import { writeZip } from './zip';
import { encodeControls } from './xml/text';
import { tag, textTag, XML_HEADER } from './xml/write';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Saves a workbook as an .xlsx file; the same workbook gives the same bytes. */
export function saveXlsx(workbook: Workbook): Uint8Array {
  const parts = new Map<string, string>();
  const tables = workbook.sheets.flatMap((s) => s.tables);
  const numberOf = new Map(tables.map((table, index) => [table, index + 1]));
  parts.set('[Content_Types].xml', contentTypes(workbook, tables.length));
  parts.set('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  parts.set('xl/workbook.xml', workbookXml(workbook));
  parts.set(
    'xl/_rels/workbook.xml.rels',
    relationships(workbook.sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`])),
  );
  workbook.sheets.forEach((sheet, i) => {
    parts.set(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet));
    const targets = sheet.tables.map((t) => ['table', `../tables/table${numberOf.get(t)}.xml`] as const);
    if (targets.length > 0) parts.set(`xl/worksheets/_rels/sheet${i + 1}.xml.rels`, relationships(targets));
    for (const table of sheet.tables)
      parts.set(`xl/tables/table${numberOf.get(table)}.xml`, tableXml(table, numberOf.get(table) ?? 0));
  });
  return writeZip(new Map([...parts].map(([name, text]) => [name, new TextEncoder().encode(text)])));
}

function contentTypes(workbook: Workbook, tableCount: number): string {
  const override = (part: string, type: string): string =>
    tag('Override', { PartName: part, ContentType: `${TYPE}.${type}+xml` });
  return (
    XML_HEADER +
    tag(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      tag('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }) +
        tag('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
        override('/xl/workbook.xml', 'sheet.main') +
        workbook.sheets.map((_, i) => override(`/xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('') +
        Array.from({ length: tableCount }, (_, i) => override(`/xl/tables/table${i + 1}.xml`, 'table')).join(''),
    )
  );
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(([type, target], i) =>
    tag('Relationship', { Id: `rId${i + 1}`, Type: `${OFFICE}/${type}`, Target: target }),
  );
  return XML_HEADER + tag('Relationships', { xmlns: RELATIONS }, items.join(''));
}

function workbookXml(workbook: Workbook): string {
  const sheets = workbook.sheets.map((sheet, i) =>
    tag('sheet', {
      name: sheet.name,
      sheetId: i + 1,
      state: sheet.visibility === 'Visible' ? undefined : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden',
      'r:id': `rId${i + 1}`,
    }),
  );
  const names = workbook.names.map((n) => textTag('definedName', n.formula, { name: n.name, hidden: !n.visible }));
  return (
    XML_HEADER +
    tag(
      'workbook',
      { xmlns: MAIN, 'xmlns:r': OFFICE },
      tag('workbookPr', { date1904: workbook.dateSystem === 1904 }) +
        tag('sheets', {}, sheets.join('')) +
        (names.length > 0 ? tag('definedNames', {}, names.join('')) : ''),
    )
  );
}

function sheetXml(sheet: Worksheet): string {
  const tables = sheet.tables.map((_, i) => tag('tablePart', { 'r:id': `rId${i + 1}` }));
  return (
    XML_HEADER +
    tag(
      'worksheet',
      { xmlns: MAIN, 'xmlns:r': OFFICE },
      tag('sheetData', {}, sheetRows(sheet)) +
        (tables.length > 0 ? tag('tableParts', { count: tables.length }, tables.join('')) : ''),
    )
  );
}

function sheetRows(sheet: Worksheet): string {
  const rows = [...sheet.cells.rowNumbers()].sort((a, b) => a - b);
  return rows
    .map((row) => {
      const cells = [...(sheet.cells.rowCells(row) ?? [])].sort(([a], [b]) => a - b);
      const inner = cells.map(([column, cell]) => cellXml(cellAddress(row, column), cell.value, cell.formula));
      return tag('row', { r: row + 1 }, inner.join(''));
    })
    .join('');
}

function cellXml(address: string, value: CellValue, formula: string | undefined): string {
  const formulaXml = formula === undefined ? '' : textTag('f', formula);
  if (value === null) return formulaXml ? tag('c', { r: address }, formulaXml) : '';
  if (typeof value === 'number') return tag('c', { r: address }, formulaXml + tag('v', {}, String(value)));
  if (typeof value === 'boolean') return tag('c', { r: address, t: 'b' }, formulaXml + tag('v', {}, value ? '1' : '0'));
  if (typeof value === 'object') return tag('c', { r: address, t: 'e' }, formulaXml + tag('v', {}, value.code));
  const text = encodeControls(value);
  return formulaXml
    ? tag('c', { r: address, t: 'str' }, formulaXml + textTag('v', text))
    : tag('c', { r: address, t: 'inlineStr' }, tag('is', {}, textTag('t', text)));
}

function tableXml(table: Table, number: number): string {
  const ref = areaAddress(table.area);
  const columns = table.columns.map((c, i) => tag('tableColumn', { id: i + 1, name: encodeControls(c.name) }));
  return (
    XML_HEADER +
    tag(
      'table',
      { xmlns: MAIN, id: number, name: table.name, displayName: table.name, ref, totalsRowShown: '0' },
      (table.showFilterButton ? tag('autoFilter', { ref }) : '') +
        tag('tableColumns', { count: columns.length }, columns.join('')) +
        tag('tableStyleInfo', { name: table.style, showRowStripes: table.showBandedRows }),
    )
  );
}
