import { addTable } from '../../../src/host/model/table';
import { parseArea } from '../../../src/host/model/address';
import type { Area } from '../../../src/host/model/cell';
import type { CellStyle } from '../../../src/host/model/style';
import type { Workbook } from '../../../src/host/model/workbook';
import { fillRows, sheetOf, workbookOf } from '../../support/workbook';

/** The area of an address; a slip in a test is an error. */
export function area(address: string): Area {
  const parsed = parseArea(address);
  if (!parsed) throw new Error(`No address: ${address}`);
  return parsed;
}

/** Gives the cells of an area a look: what is said, over the default style. */
export function styleArea(workbook: Workbook, sheetName: string, address: string, look: DeepPartial<CellStyle>): void {
  const sheet = sheetOf(workbook, sheetName);
  const base = workbook.styles.get(0);
  const style = workbook.styles.intern({
    ...base,
    ...look,
    font: { ...base.font, ...look.font },
    alignment: { ...base.alignment, ...look.alignment },
    fill: { ...look.fill },
    borders: { ...(look.borders as CellStyle['borders']) },
  });
  const { top, left, bottom, right } = area(address);
  for (let row = top; row <= bottom; row++)
    for (let column = left; column <= right; column++) sheet.setStyle(row, column, style);
}

type DeepPartial<T> = { readonly [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];

/** A workbook with one of everything that Cadenza writes. */
export function richWorkbook(): Workbook {
  const workbook = workbookOf({
    Summary: [['Plan summary'], ['Horizon: Jan to Jun 2027'], ['Next: close the gap in "Kits" & order early']],
    Balance: [],
    Lists: [['Low'], ['Medium'], ['High']],
    Log: [['state', 'a secret']],
  });
  const balance = sheetOf(workbook, 'Balance');
  fillRows(balance, [
    ['Month', 'Start', 'Demand', 'Made', 'Stock', 'Load', 'Priority'],
    ...MONTHS.map((month, i) => [
      month,
      46388 + i * 31,
      100 + i * 13.5,
      120 - i * 4,
      { formula: `=SUM($D$2:D${i + 2})-SUM($C$2:C${i + 2})`, value: stockAfter(i) },
      0.6 + i * 0.09,
      ['Low', 'Medium', 'High'][i % 3],
    ]),
  ]);
  addTable(balance, area('A1:G7'), { name: 'BalanceTable', style: 'TableStyleMedium4' });
  styleArea(workbook, 'Balance', 'B2:B7', { numberFormat: 'dd/mm/yyyy' });
  styleArea(workbook, 'Balance', 'C2:E7', { numberFormat: '#,##0.0' });
  styleArea(workbook, 'Balance', 'F2:F7', { numberFormat: '0%', alignment: { horizontal: 'Center' } });
  decorateSummary(workbook);
  decorateBalance(workbook);
  decorateBook(workbook);
  return workbook;
}

function stockAfter(index: number): number {
  let stock = 0;
  for (let i = 0; i <= index; i++) stock += 120 - i * 4 - (100 + i * 13.5);
  return stock;
}

function decorateSummary(workbook: Workbook): void {
  const sheet = sheetOf(workbook, 'Summary');
  styleArea(workbook, 'Summary', 'A1', { font: { size: 20, bold: true, color: '#1F4E78' } });
  styleArea(workbook, 'Summary', 'A2:F2', {
    font: { italic: true, underline: 'Single', color: '#595959' },
    fill: { color: '#DDEBF7' },
    borders: { EdgeBottom: { style: 'Continuous', weight: 'Medium', color: '#1F4E78' } },
  });
  styleArea(workbook, 'Summary', 'A3', { alignment: { wrapText: true, vertical: 'Top', indent: 1 } });
  sheet.merges.push(area('A3:F3'));
  sheet.rows.set(2, { height: 32 });
  sheet.tabColor = '#1F4E78';
  sheet.showGridlines = false;
  sheet.hyperlinks.push({ area: area('H1'), address: 'https://example.com/?a=1&b=2', tooltip: 'More' });
  sheet.hyperlinks.push({ area: area('H2'), location: 'Balance!B5' });
  sheet.write(0, 7, { value: 'On the web' });
  sheet.write(1, 7, { value: 'The balance' });
  sheet.comments.push({ id: 'n1', row: 0, column: 0, author: 'Ada', text: 'Read me first\nplease', kind: 'note' });
  sheet.comments.push({
    id: 'c1',
    row: 1,
    column: 0,
    author: 'Bruno',
    text: 'Is this right?',
    kind: 'comment',
    replies: [{ author: 'Ada', text: 'Yes' }],
  });
  sheet.customProperties.set('cadenza.output', 'summary è');
  const series = (
    name: string,
    column: string,
    more: object,
  ): Parameters<typeof sheet.charts.push>[0]['series'][0] => ({
    name,
    categories: 'Balance!$A$2:$A$7',
    values: `Balance!$${column}$2:$${column}$7`,
    ...more,
  });
  const place = (left: number, top: number): object => ({ left, top, width: 330, height: 190 });
  const chart = (name: string, type: string, left: number, top: number, more: object): void => {
    sheet.charts.push({
      id: name,
      name,
      type,
      title: `${name} & more`,
      left,
      top,
      ...(place(left, top) as { width: number; height: number }),
      series: [series('Demand', 'C', { color: '#1F4E78' }), series('Made', 'D', { color: '#ED7D31' })],
      legend: { visible: true, position: 'Bottom' },
      ...more,
    });
  };
  chart('Columns', 'ColumnClustered', 10, 90, { valueAxisTitle: 'Units', categoryAxisTitle: 'Month' });
  chart('Stacked', 'ColumnStacked', 350, 90, { valueAxisNumberFormat: '#,##0' });
  chart('Lines', 'Line', 10, 290, {});
  chart('Bars', 'BarClustered', 350, 290, { legend: { visible: false, position: 'Bottom' } });
  chart('Areas', 'Area', 10, 490, {});
  chart('Combo', 'ColumnClustered', 350, 490, {
    series: [series('Made', 'D', { color: '#9DC3E6' }), series('Demand', 'C', { type: 'Line', color: '#C00000' })],
  });
}

function decorateBalance(workbook: Workbook): void {
  const sheet = sheetOf(workbook, 'Balance');
  sheet.freeze = { rows: 1, columns: 1 };
  sheet.columns.set(0, { width: 14 });
  sheet.columns.set(1, { width: 12 });
  for (const column of [2, 3]) sheet.columns.set(column, { width: 10, outlineLevel: 1 });
  for (const row of [3, 4]) sheet.rows.set(row, { outlineLevel: 1 });
  sheet.outline = { summaryBelow: false, summaryRight: false };
  const common = { stopIfTrue: false, format: {} };
  sheet.conditionalFormats.push(
    {
      ...common,
      id: '1',
      areas: [area('E2:E7')],
      kind: 'custom',
      priority: 1,
      rule: { formula: '=$E2<0' },
      format: { fillColor: '#FFC7CE', fontColor: '#9C0006', bold: true },
    },
    {
      ...common,
      id: '2',
      areas: [area('C2:C7')],
      kind: 'dataBar',
      priority: 2,
      rule: { positiveFormat: { fillColor: '#5B9BD5', gradientFill: false } },
    },
    {
      ...common,
      id: '3',
      areas: [area('D2:D7')],
      kind: 'colorScale',
      priority: 3,
      rule: {
        criteria: {
          minimum: { type: 'LowestValue', color: '#F8696B' },
          midpoint: { type: 'Percentile', formula: '50', color: '#FFEB84' },
          maximum: { type: 'HighestValue', color: '#63BE7B' },
        },
      },
    },
    {
      ...common,
      id: '4',
      areas: [area('F2:F7')],
      kind: 'cellValue',
      priority: 4,
      stopIfTrue: true,
      rule: { operator: 'GreaterThan', formula1: '=0.9' },
      format: { fillColor: '#FFEB9C' },
    },
    {
      ...common,
      id: '5',
      areas: [area('G2:G7')],
      kind: 'containsText',
      priority: 5,
      rule: { operator: 'Contains', text: 'High' },
      format: { italic: true, fontColor: '#FF0000' },
    },
    {
      ...common,
      id: '6',
      areas: [area('F2:F7')],
      kind: 'iconSet',
      priority: 6,
      rule: {
        style: 'ThreeTrafficLights1',
        criteria: ['0', '33', '67'].map((formula) => ({ type: 'Percent', operator: 'GreaterThanOrEqual', formula })),
      },
    },
    {
      ...common,
      id: '7',
      areas: [area('C2:C7')],
      kind: 'topBottom',
      priority: 7,
      rule: { type: 'TopItems', rank: 2 },
      format: { bold: true },
    },
    {
      ...common,
      id: '8',
      areas: [area('A2:A7')],
      kind: 'presetCriteria',
      priority: 8,
      rule: { criterion: 'DuplicateValues' },
      format: { fillColor: '#FFFF00' },
    },
  );
  sheet.validations.push(
    {
      areas: [area('G2:G7')],
      rule: { list: { inCellDropDown: true, source: '=Lists!$A$1:$A$3' } },
      ignoreBlanks: true,
    },
    {
      areas: [area('A2:A7')],
      rule: { list: { inCellDropDown: true, source: 'Jan,Feb,Mar,Apr,May,Jun' } },
      ignoreBlanks: false,
    },
    {
      areas: [area('D2:D7')],
      rule: { decimal: { formula1: 0, formula2: 500, operator: 'Between' } },
      ignoreBlanks: true,
      errorAlert: { title: 'No', message: 'Between 0 and 500 "units"', style: 'Warning', showAlert: true },
      prompt: { title: 'Made', message: 'Units made', showPrompt: true },
    },
    { areas: [area('F2:F7')], rule: { custom: { formula: '=F2<2' } }, ignoreBlanks: true },
  );
  sheet.pageLayout = {
    orientation: 'landscape',
    fitToWidth: 1,
    fitToHeight: 0,
    printTitleRows: '$1:$1',
    printArea: '$A$1:$G$7',
    paperSize: 'A4',
    centerHorizontally: true,
    header: '&L&"Calibri,Bold"Balance&RPage &P of &N',
    footer: '&C&A',
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.protection = { allowFormatCells: true, selectionMode: 'Normal' };
}

function decorateBook(workbook: Workbook): void {
  sheetOf(workbook, 'Log').visibility = 'VeryHidden';
  sheetOf(workbook, 'Lists').visibility = 'Hidden';
  workbook.names.push({ name: 'PlanStart', formula: 'Balance!$B$2', visible: true, comment: 'first day' });
  workbook.names.push({ name: 'Rate', formula: '0.25', visible: false, comment: '' });
  sheetOf(workbook, 'Balance').names.push({
    name: 'Local',
    formula: 'Balance!$C$2',
    visible: true,
    comment: '',
    sheet: sheetOf(workbook, 'Balance'),
  });
  Object.assign(workbook.properties, {
    title: 'Plan <2027>',
    author: 'Ada',
    keywords: 'plan, balance',
    company: 'ACME & Sons',
  });
  workbook.customProperties.set('Run', 7).set('Checked', true).set('By', 'Ada').set('Gap', 0.125);
  workbook.settings.set('mapping', { Targets: 'Obiettivi', columns: [1, 2] }).set('lang', 'it');
  workbook.customXmlParts.push({
    id: '{3F2504E0-4F89-41D3-9A0C-0305E82C3301}',
    namespaceUri: 'urn:cadenza:state',
    xml: '<state xmlns="urn:cadenza:state"><run n="1"/></state>',
  });
  const summary = sheetOf(workbook, 'Summary');
  summary.write(0, 9, { formula: 'UNIQUE(Balance!G2:G7)' });
  const anchor = summary.cell(0, 9);
  if (anchor) Object.assign(anchor, { value: 'Low', spill: { rows: 3, columns: 1 } });
  ['Medium', 'High'].forEach((value, i) =>
    summary.cells.set(i + 1, 9, { value, style: 0, spilledFrom: { row: 0, column: 9 } }),
  );
  summary.write(0, 10, { formula: 'XLOOKUP("Feb",BalanceTable[Month],BalanceTable[Demand])' });
  const lookup = summary.cell(0, 10);
  if (lookup) lookup.value = 113.5;
  summary.cells.set(4, 10, { value: '=not a formula', style: 0, quotePrefix: true });
}
