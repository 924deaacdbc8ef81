import { listMembers } from '../../../src/host/bridge/catalogue';
import { WIRE_ONLY } from './memberTable';
import { runExcel, sampleWorkbook } from './support';

/** An object of each class, made through the client; `sheet` is the plain sheet, `table` the table of the other one. */
type Sample = (context: Excel.RequestContext) => OfficeExtension.ClientObject;

const notes = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Notes');
const table = (context: Excel.RequestContext) => context.workbook.tables.getItem('Sales');
const chart = (context: Excel.RequestContext) =>
  notes(context).charts.add(Excel.ChartType.line, notes(context).getRange('A1:B3'));
const format = (type: string) => (context: Excel.RequestContext) =>
  notes(context)
    .getRange('A1:B3')
    .conditionalFormats.add(type as Excel.ConditionalFormatType);
const comment = (context: Excel.RequestContext) => notes(context).comments.add(notes(context).getRange('B2'), 'why?');
const part = (context: Excel.RequestContext) => context.workbook.customXmlParts.add('<a xmlns="urn:x"/>');

const SAMPLES: Readonly<Record<string, Sample>> = {
  Application: (c) => c.workbook.application,
  AutoFilter: (c) => table(c).autoFilter,
  CellValueConditionalFormat: (c) => format('CellValue')(c).cellValue,
  Chart: chart,
  ChartAxes: (c) => chart(c).axes,
  ChartAxis: (c) => chart(c).axes.valueAxis,
  ChartAxisTitle: (c) => chart(c).axes.valueAxis.title,
  ChartCollection: (c) => notes(c).charts,
  ChartFill: (c) => chart(c).series.getItemAt(0).format.fill,
  ChartLegend: (c) => chart(c).legend,
  ChartLineFormat: (c) => chart(c).series.getItemAt(0).format.line,
  ChartSeries: (c) => chart(c).series.getItemAt(0),
  ChartSeriesCollection: (c) => chart(c).series,
  ChartSeriesFormat: (c) => chart(c).series.getItemAt(0).format,
  ChartTitle: (c) => chart(c).title,
  ColorScaleConditionalFormat: (c) => format('ColorScale')(c).colorScale,
  Comment: comment,
  CommentCollection: (c) => c.workbook.comments,
  CommentReply: (c) => comment(c).replies.add('because'),
  CommentReplyCollection: (c) => comment(c).replies,
  ConditionalDataBarNegativeFormat: (c) => format('DataBar')(c).dataBar.negativeFormat,
  ConditionalDataBarPositiveFormat: (c) => format('DataBar')(c).dataBar.positiveFormat,
  ConditionalFormat: format('Custom'),
  ConditionalFormatCollection: (c) => notes(c).getRange('A1').conditionalFormats,
  ConditionalFormatRule: (c) => format('Custom')(c).custom.rule,
  ConditionalRangeFill: (c) => format('Custom')(c).custom.format.fill,
  ConditionalRangeFont: (c) => format('Custom')(c).custom.format.font,
  ConditionalRangeFormat: (c) => format('Custom')(c).custom.format,
  CultureInfo: (c) => c.workbook.application.cultureInfo,
  CustomConditionalFormat: (c) => format('Custom')(c).custom,
  CustomProperty: (c) => c.workbook.properties.custom.add('k', 'v'),
  CustomPropertyCollection: (c) => c.workbook.properties.custom,
  CustomXmlPart: part,
  CustomXmlPartCollection: (c) => c.workbook.customXmlParts,
  CustomXmlPartScopedCollection: (c) => c.workbook.customXmlParts.getByNamespace('urn:x'),
  DataBarConditionalFormat: (c) => format('DataBar')(c).dataBar,
  DataValidation: (c) => notes(c).getRange('A1').dataValidation,
  DatetimeFormatInfo: (c) => c.workbook.application.cultureInfo.datetimeFormat,
  DocumentProperties: (c) => c.workbook.properties,
  Filter: (c) => table(c).columns.getItem('Units').filter,
  FormatProtection: (c) => notes(c).getRange('A1').format.protection,
  FunctionResult: (c) => c.workbook.functions.sum(1, 2) as unknown as OfficeExtension.ClientObject,
  Functions: (c) => c.workbook.functions,
  HeaderFooter: (c) => notes(c).pageLayout.headersFooters.defaultForAllPages,
  HeaderFooterGroup: (c) => notes(c).pageLayout.headersFooters,
  IconSetConditionalFormat: (c) => format('IconSet')(c).iconSet,
  IterativeCalculation: (c) => c.workbook.application.iterativeCalculation,
  NamedItem: (c) => c.workbook.names.add('Total', notes(c).getRange('B2')),
  NamedItemCollection: (c) => c.workbook.names,
  NumberFormatInfo: (c) => c.workbook.application.cultureInfo.numberFormat,
  PageLayout: (c) => notes(c).pageLayout,
  PresetCriteriaConditionalFormat: (c) => format('PresetCriteria')(c).preset,
  Range: (c) => notes(c).getRange('A1:C3'),
  RangeAreas: (c) => notes(c).getRanges('A1:B2,C5'),
  RangeBorder: (c) => notes(c).getRange('A1').format.borders.getItem('EdgeTop'),
  RangeBorderCollection: (c) => notes(c).getRange('A1').format.borders,
  RangeCollection: (c) => notes(c).getRanges('A1:B2,C5').areas,
  RangeFill: (c) => notes(c).getRange('A1').format.fill,
  RangeFont: (c) => notes(c).getRange('A1').format.font,
  RangeFormat: (c) => notes(c).getRange('A1').format,
  RangeSort: (c) => notes(c).getRange('A1').sort,
  RemoveDuplicatesResult: (c) =>
    notes(c).getRange('A1:C3').removeDuplicates([0], true) as unknown as OfficeExtension.ClientObject,
  Runtime: (c) => (c as unknown as { runtime: OfficeExtension.ClientObject }).runtime,
  Setting: (c) => c.workbook.settings.add('k', 1),
  SettingCollection: (c) => c.workbook.settings,
  Table: table,
  TableCollection: (c) => c.workbook.tables,
  TableColumn: (c) => table(c).columns.getItem('Units'),
  TableColumnCollection: (c) => table(c).columns,
  TableRow: (c) => table(c).rows.getItemAt(0),
  TableRowCollection: (c) => table(c).rows,
  TableScopedCollection: (c) => c.workbook.worksheets.getItem('Sales').getRange('A1').getTables(),
  TableSort: (c) => table(c).sort,
  TableStyle: (c) => c.workbook.tableStyles.getDefault(),
  TableStyleCollection: (c) => c.workbook.tableStyles,
  TextConditionalFormat: (c) => format('ContainsText')(c).textComparison,
  TopBottomConditionalFormat: (c) => format('TopBottom')(c).topBottom,
  Workbook: (c) => c.workbook,
  WorkbookProtection: (c) => c.workbook.protection,
  RangeAreasCollection: (c) => notes(c).getRange('C2:C3').getDirectPrecedents().areas,
  WorkbookRangeAreas: (c) => notes(c).getRange('C2:C3').getDirectPrecedents(),
  Worksheet: notes,
  WorksheetCollection: (c) => c.workbook.worksheets,
  WorksheetCustomProperty: (c) => notes(c).customProperties.add('k', 'v'),
  WorksheetCustomPropertyCollection: (c) => notes(c).customProperties,
  WorksheetFreezePanes: (c) => notes(c).freezePanes,
  WorksheetProtection: (c) => notes(c).protection,
};

const scale = {
  minimum: { type: 'LowestValue', color: '#FFFFFF' },
  maximum: { type: 'HighestValue', color: '#FF0000' },
};

/** Values to write where writing back what was read would prove nothing, or is no value of the property. */
const WRITTEN: Readonly<Record<string, unknown>> = {
  'Application.calculationMode': 'Manual',
  'CellValueConditionalFormat.rule': { formula1: '=3', operator: 'GreaterThan' },
  'Chart.name': 'Main',
  'Chart.chartType': 'ColumnClustered',
  'ChartAxisTitle.text': 'EUR',
  'ChartLegend.position': 'Right',
  'ChartLineFormat.color': '#112233',
  'ChartTitle.text': 'Sales',
  'ColorScaleConditionalFormat.criteria': scale,
  'ConditionalDataBarNegativeFormat.borderColor': '#112233',
  'ConditionalDataBarPositiveFormat.borderColor': '#112233',
  'ConditionalFormat.priority': 0,
  'ConditionalFormatRule.formula': '=$A1>2',
  'ConditionalFormatRule.formulaLocal': '=$A1>2',
  'ConditionalRangeFill.color': '#FFC7CE',
  'ConditionalRangeFont.bold': true,
  'ConditionalRangeFont.color': '#9C0006',
  'ConditionalRangeFont.italic': true,
  'ConditionalRangeFont.strikethrough': true,
  'ConditionalRangeFormat.numberFormat': '0.0',
  'DataBarConditionalFormat.lowerBoundRule': { type: 'Number', formula: '0' },
  'DataValidation.rule': { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } },
  'DataValidation.errorAlert': { title: 'T', message: 'M', style: 'Warning', showAlert: true },
  'DataValidation.prompt': { title: 'T', message: 'M', showPrompt: true },
  'NamedItem.formula': '=Notes!$B$3',
  'PageLayout.footerMargin': 36,
  'PageLayout.headerMargin': 36,
  'PageLayout.orientation': 'Landscape',
  'PageLayout.paperSize': 'A4',
  'PageLayout.zoom': { horizontalFitToPages: 1 },
  'PresetCriteriaConditionalFormat.rule': { criterion: 'DuplicateValues' },
  'Range.columnHidden': true,
  'Range.hyperlink': { address: 'https://example.com', screenTip: 'tip', textToDisplay: 'shown' },
  'Range.rowHidden': true,
  'RangeBorder.color': '#FF0000',
  'RangeBorder.style': 'Double',
  'RangeBorder.weight': 'Medium',
  'RangeFill.color': '#FFEEDD',
  'RangeFill.pattern': 'Gray50',
  'RangeFont.color': '#112233',
  'RangeFont.underline': 'Single',
  'RangeFormat.columnWidth': 99.75,
  'RangeFormat.horizontalAlignment': 'Center',
  'RangeFormat.rowHeight': 30,
  'RangeFormat.verticalAlignment': 'Top',
  'Setting.value': { a: [1] },
  'Table.name': 'Renamed',
  'Table.style': 'TableStyleDark1',
  'TableColumn.name': 'Pieces',
  'TextConditionalFormat.rule': { operator: 'Contains', text: 'x' },
  'TopBottomConditionalFormat.rule': { rank: 3, type: 'TopItems' },
  'Worksheet.name': 'Other',
  'Worksheet.position': 0,
  'Worksheet.standardWidth': 99.75,
  'Worksheet.tabColor': '#1F4E78',
  'Worksheet.visibility': 'Hidden',
};

/** Properties whose value differs from what was written: Excel answers otherwise, by rule. */
const READ_OTHERWISE = new Set(['RangeFormat.useStandardWidth', 'RangeFormat.useStandardHeight']);

const members = listMembers().filter(({ type, name }) => !WIRE_ONLY.has(`${type}.${name}`));
const properties = members.filter(({ kind }) => kind === 'property');

describe('every property through the real client', () => {
  it('has a sample of every class that is served', () => {
    const missing = [...new Set(members.map(({ type }) => type))].filter((type) => !SAMPLES[type]);
    expect(missing).toEqual([]);
  });

  it.each(properties.map(({ type, name }) => [type, name] as const))('%s.%s can be loaded', async (type, name) => {
    const value = await runExcel(sampleWorkbook(), async (context) => {
      const object = SAMPLES[type]?.(context) as unknown as Record<string, unknown> & { load(p: string): void };
      object.load(name);
      await context.sync();
      return object[name];
    });
    expect(value).toBeDefined();
  });

  const writable = properties.filter(({ isWritable }) => isWritable);
  it.each(writable.map(({ type, name }) => [type, name] as const))(
    '%s.%s keeps what is written',
    async (type, name) => {
      const [written, read] = await runExcel(sampleWorkbook(), async (context) => {
        const object = SAMPLES[type]?.(context) as unknown as Record<string, unknown> & { load(p: string): void };
        object.load(name);
        await context.sync();
        const value = WRITTEN[`${type}.${name}`] ?? other(object[name]);
        object[name] = value;
        await context.sync();
        object.load(name);
        await context.sync();
        return [value, object[name]];
      });
      if (!READ_OTHERWISE.has(`${type}.${name}`)) expect(read).toEqual(written);
    },
  );
});

/** Another value of the same kind, where one is easily found. */
function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return value === '' ? 'text' : value;
}
