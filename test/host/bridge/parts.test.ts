import { sheetOf } from '../../support/workbook';
import { codeOf, runExcel, sampleWorkbook } from './support';

const notesOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Notes');

describe('charts through the real client', () => {
  it('ChartCollection.add takes series names and categories from the cells', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sales');
      sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Auto');
      return context.sync();
    });
    expect(sheetOf(workbook, 'Sales').charts[0]).toMatchObject({
      name: 'Chart 1',
      series: [
        { name: 'Units', values: 'Sales!$B$2:$B$4', categories: 'Sales!$A$2:$A$4' },
        { name: 'Price', values: 'Sales!$C$2:$C$4', categories: 'Sales!$A$2:$A$4' },
      ],
    });
  });

  it('Chart.setPosition, Chart.setData, ChartSeriesCollection.add, ChartSeries.setValues, ChartSeries.setXAxisValues and ChartFill.setSolidColor build a combination', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = notesOf(context);
      const chart = sheet.charts.add('Line', sheet.getRange('B2:B3'), 'Columns');
      chart.setData(sheet.getRange('C2:C3'), 'Columns');
      chart.setPosition('B2', 'C3');
      const added = chart.series.add('Second');
      added.setValues(sheet.getRange('B2:B3'));
      added.setXAxisValues(sheet.getRange('A2:A3'));
      added.chartType = 'ColumnClustered';
      added.format.fill.setSolidColor('#112233');
      chart.axes.getItem('Value').title.text = 'EUR';
      return context.sync();
    });
    expect(sheetOf(workbook, 'Notes').charts[0]).toMatchObject({
      left: 48,
      top: 15,
      width: 96,
      height: 30,
      valueAxisTitle: 'EUR',
      series: [
        { values: 'Notes!$C$2:$C$3' },
        {
          name: 'Second',
          type: 'ColumnClustered',
          values: 'Notes!$B$2:$B$3',
          categories: 'Notes!$A$2:$A$3',
          color: '#112233',
        },
      ],
    });
  });

  it('finds and deletes charts and series (ChartCollection.getItem, ChartCollection.getItemAt, ChartCollection.getItemOrNullObject, ChartCollection.getCount, Chart.delete, ChartSeriesCollection.getItemAt, ChartSeriesCollection.getCount, ChartSeries.delete, ChartSeries.getDimensionDataSourceString, ChartAxes.getItem, ChartFill.clear, ChartLineFormat.clear)', async () => {
    const workbook = sampleWorkbook();
    const seen = await runExcel(workbook, async (context) => {
      const { charts } = notesOf(context);
      const chart = charts.add('Line', notesOf(context).getRange('B2:C3'), 'Columns');
      chart.name = 'Main';
      const first = chart.series.getItemAt(0);
      first.format.fill.setSolidColor('red');
      first.format.fill.clear();
      first.format.line.color = 'red';
      first.format.line.clear();
      first.format.line.load('color');
      const source = first.getDimensionDataSourceString('Values');
      const counts = [charts.getCount(), chart.series.getCount()];
      const axis = chart.axes.getItem('Category');
      axis.load('type');
      const found = [charts.getItem('Main'), charts.getItemAt(0), charts.getItemOrNullObject('main')];
      found.forEach((each) => each.load('name'));
      await context.sync();
      const names = found.map((each) => each.name);
      chart.series.getItemAt(1).delete();
      await context.sync();
      const left = chart.series.getCount();
      await context.sync();
      chart.delete();
      const none = charts.getItemOrNullObject('Main');
      await context.sync();
      return [
        source.value,
        counts.map((c) => c.value),
        axis.type,
        names,
        first.format.line.color,
        left.value,
        none.isNullObject,
      ];
    });
    expect(seen).toEqual(['Notes!$B$2:$B$3', [1, 2], 'Category', ['Main', 'Main', 'Main'], '', 1, true]);
  });
});

describe('conditional formats and validation through the real client', () => {
  it('ConditionalFormatCollection.add, ConditionalFormatCollection.getCount, ConditionalFormatCollection.getItemAt, ConditionalFormatCollection.getItemOrNullObject, ConditionalFormat.getRange, ConditionalFormat.getRangeOrNullObject, ConditionalFormat.getRanges and ConditionalFormat.delete', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const { conditionalFormats } = notesOf(context).getRange('A1:B3');
      const first = conditionalFormats.add('Custom');
      first.custom.rule.formula = '=A1>1';
      const second = conditionalFormats.add('DataBar');
      [first, second].forEach((format) => format.load('id,priority,type'));
      const top = conditionalFormats.getItemAt(0);
      top.load('type');
      const count = conditionalFormats.getCount();
      const ranges = [first.getRange(), first.getRangeOrNullObject(), first.getRanges()];
      ranges.forEach((range) => (range as Excel.Range).load('address'));
      await context.sync();
      const { id } = first;
      first.delete();
      const gone = conditionalFormats.getItemOrNullObject(id);
      await context.sync();
      return [
        [first.priority, second.priority],
        top.type,
        count.value,
        ranges.map((r) => r.address),
        gone.isNullObject,
      ];
    });
    expect(seen).toEqual([[1, 0], 'DataBar', 2, ['Notes!A1:B3', 'Notes!A1:B3', 'Notes!A1:B3'], true]);
  });

  it('ConditionalFormatCollection.clearAll keeps what lies outside the range', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = notesOf(context);
      sheet.getRange('A1:B4').conditionalFormats.add('Custom').custom.rule.formula = '=A1>1';
      sheet.getRange('A1:B2').conditionalFormats.clearAll();
      return context.sync();
    });
    expect(sheetOf(workbook, 'Notes').conditionalFormats.map((f) => f.areas)).toEqual([
      [{ top: 2, left: 0, bottom: 3, right: 1 }],
    ]);
  });

  it('ConditionalRangeFill.clear and ConditionalRangeFont.clear take a look away; a kind that is not there is a null object', async () => {
    const workbook = sampleWorkbook();
    const kinds = await runExcel(workbook, async (context) => {
      const format = notesOf(context).getRange('A1').conditionalFormats.add('Custom');
      format.custom.format.fill.color = 'red';
      format.custom.format.font.bold = true;
      format.custom.format.fill.clear();
      format.custom.format.font.clear();
      const { cellValueOrNullObject, customOrNullObject } = format;
      cellValueOrNullObject.load();
      customOrNullObject.rule.load('formula');
      await context.sync();
      return [cellValueOrNullObject.isNullObject, customOrNullObject.isNullObject];
    });
    expect(kinds).toEqual([true, false]);
    expect(sheetOf(workbook, 'Notes').conditionalFormats[0]?.format).toEqual({});
  });

  it('DataValidation.clear cuts a hole into a rule that reaches further; a range as a list becomes a reference', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = notesOf(context);
      const source = context.workbook.worksheets.getItem('Sales').getRange('A2:A4');
      sheet.getRange('A1:A4').dataValidation.rule = { list: { inCellDropDown: true, source } };
      sheet.getRange('A2:A3').dataValidation.clear();
      return context.sync();
    });
    expect(sheetOf(workbook, 'Notes').validations).toMatchObject([
      {
        areas: [
          { top: 0, bottom: 0 },
          { top: 3, bottom: 3 },
        ],
        rule: { list: { source: '=Sales!$A$2:$A$4' } },
      },
    ]);
  });
});

describe('formats through the real client', () => {
  it('reads null where cells differ, and formats whole columns without walking them', async () => {
    const workbook = sampleWorkbook();
    const seen = await runExcel(workbook, async (context) => {
      const sheet = notesOf(context);
      sheet.getRange('A1').format.font.bold = true;
      sheet.getRange('D:D').format.fill.color = '#FFEEDD';
      const mixed = sheet.getRange('A1:B1').format.font;
      const column = sheet.getRange('D100').format.fill;
      mixed.load('bold,italic');
      column.load('color');
      await context.sync();
      return [mixed.bold, mixed.italic, column.color];
    });
    expect(seen).toEqual([null, false, '#FFEEDD']);
    expect(sheetOf(workbook, 'Notes').usedArea()).toEqual({ top: 0, left: 0, bottom: 4, right: 2 });
  });

  it('RangeFill.clear, RangeFormat.adjustIndent, RangeFormat.autofitColumns, RangeFormat.autofitRows and RangeBorderCollection.getItemAt', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const range = notesOf(context).getRange('A1');
      range.values = [['a rather long text that needs room']];
      range.format.fill.color = 'red';
      range.format.fill.clear();
      range.format.adjustIndent(2);
      range.format.autofitColumns();
      range.format.font.size = 30;
      range.format.autofitRows();
      const border = range.format.borders.getItemAt(1);
      range.format.load('indentLevel,columnWidth,rowHeight');
      range.format.fill.load('color');
      border.load('sideIndex');
      await context.sync();
      const { format } = range;
      return [format.fill.color, format.indentLevel, format.columnWidth > 150, format.rowHeight > 35, border.sideIndex];
    });
    expect(seen).toEqual(['#FFFFFF', 2, true, true, 'EdgeBottom']);
  });

  it('draws inside borders between cells, and the line between two cells is one', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = notesOf(context);
      sheet.getRange('A1:B2').format.borders.getItem('InsideVertical').style = 'Continuous';
      const left = sheet.getRange('B1').format.borders.getItem('EdgeLeft');
      const right = sheet.getRange('B1').format.borders.getItem('EdgeRight');
      [left, right].forEach((border) => border.load('style'));
      await context.sync();
      return [left.style, right.style];
    });
    expect(seen).toEqual(['Continuous', 'None']);
  });

  it('Range.setRowProperties, Range.setColumnProperties and Range.getColumnProperties work line by line', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const range = notesOf(context).getRange('A1:B2');
      range.setRowProperties([{ format: { rowHeight: 30 } }, { rowHidden: true }] as Excel.SettableRowProperties[]);
      range.setColumnProperties([
        { format: { columnWidth: 99.75 } },
        { columnHidden: true },
      ] as Excel.SettableColumnProperties[]);
      const columns = range.getColumnProperties({ columnHidden: true, columnIndex: true });
      const first = notesOf(context).getRange('A1').format;
      first.load('rowHeight,columnWidth');
      await context.sync();
      return [first.rowHeight, first.columnWidth, columns.value];
    });
    expect(seen).toEqual([
      30,
      99.75,
      [
        { columnHidden: false, columnIndex: 0 },
        { columnHidden: true, columnIndex: 1 },
      ],
    ]);
  });
});

describe('what a workbook carries besides cells, through the real client', () => {
  it('SettingCollection.add, SettingCollection.getCount, SettingCollection.getItemOrNullObject and Setting.delete keep JSON, dates included', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const { settings } = context.workbook;
      settings.add('plan', { version: 2, at: new Date(Date.UTC(2026, 0, 5)) });
      settings.add('old', 1).delete();
      const setting = settings.getItem('plan');
      const none = settings.getItemOrNullObject('old');
      const count = settings.getCount();
      setting.load('value');
      await context.sync();
      return [setting.value as unknown, none.isNullObject, count.value];
    });
    expect(seen).toEqual([{ version: 2, at: new Date(Date.UTC(2026, 0, 5)) }, true, 1]);
  });

  it('CustomXmlPartCollection.add, CustomXmlPartCollection.getByNamespace, CustomXmlPartCollection.getCount, CustomXmlPartCollection.getItemOrNullObject, CustomXmlPartScopedCollection.getOnlyItem, CustomXmlPartScopedCollection.getOnlyItemOrNullObject, CustomXmlPartScopedCollection.getCount, CustomXmlPartScopedCollection.getItemOrNullObject, CustomXmlPart.getXml, CustomXmlPart.setXml and CustomXmlPart.delete', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const { customXmlParts } = context.workbook;
      const part = customXmlParts.add('<?xml version="1.0"?><p:plan xmlns:p="urn:cadenza"><a/></p:plan>');
      part.load('id,namespaceUri');
      await context.sync();
      const scope = customXmlParts.getByNamespace('urn:cadenza');
      const xml = scope.getOnlyItem().getXml();
      const counts = [
        customXmlParts.getCount(),
        scope.getCount(),
        customXmlParts.getByNamespace('urn:other').getCount(),
      ];
      const found = [
        customXmlParts.getItemOrNullObject(part.id),
        scope.getItemOrNullObject(part.id),
        customXmlParts.getByNamespace('urn:other').getOnlyItemOrNullObject(),
      ];
      await context.sync();
      part.setXml('<plan xmlns="urn:new"/>');
      part.load('namespaceUri');
      await context.sync();
      const { namespaceUri } = part;
      part.delete();
      const left = customXmlParts.getCount();
      await context.sync();
      return [xml.value, counts.map((c) => c.value), found.map((f) => f.isNullObject), namespaceUri, left.value];
    });
    expect(seen).toEqual([
      '<?xml version="1.0"?><p:plan xmlns:p="urn:cadenza"><a/></p:plan>',
      [1, 1, 0],
      [false, false, true],
      'urn:new',
      0,
    ]);
    expect(await codeOf(sampleWorkbook(), (context) => void context.workbook.customXmlParts.add('no xml'))).toBe(
      'InvalidArgument',
    );
  });

  it('WorksheetCustomPropertyCollection.add, WorksheetCustomPropertyCollection.getCount, WorksheetCustomPropertyCollection.getItemOrNullObject and WorksheetCustomProperty.delete mark sheets', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const { customProperties } = notesOf(context);
      customProperties.add('Cadenza', 'summary');
      customProperties.add('old', 'x').delete();
      const mark = customProperties.getItem('cadenza');
      const none = customProperties.getItemOrNullObject('old');
      const count = customProperties.getCount();
      mark.load('key,value');
      await context.sync();
      return [mark.key, mark.value, none.isNullObject, count.value];
    });
    expect(seen).toEqual(['Cadenza', 'summary', true, 1]);
  });

  it('CustomPropertyCollection.add, CustomPropertyCollection.getCount, CustomPropertyCollection.getItemOrNullObject, CustomPropertyCollection.deleteAll and CustomProperty.delete keep document properties', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const { custom } = context.workbook.properties;
      custom.add('version', 3);
      custom.add('old', 'x').delete();
      const property = custom.getItem('version');
      const none = custom.getItemOrNullObject('old');
      const count = custom.getCount();
      property.load('value,type');
      await context.sync();
      custom.deleteAll();
      const left = custom.getCount();
      await context.sync();
      return [property.value as unknown, property.type, none.isNullObject, count.value, left.value];
    });
    expect(seen).toEqual([3, 'Number', true, 1, 0]);
  });

  it('CommentCollection.add, CommentCollection.getCount, CommentCollection.getItemAt, CommentCollection.getItemByCell, CommentCollection.getItemOrNullObject, Comment.delete, CommentReplyCollection.add, CommentReplyCollection.getCount, CommentReplyCollection.getItemAt and CommentReply.delete', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const { comments } = context.workbook;
      const comment = comments.add('Notes!B2', 'why?');
      comment.replies.add('because');
      comment.replies.add('or not').delete();
      const found = [comments.getItemAt(0), comments.getItemByCell('Notes!B2')];
      found.forEach((each) => each.load('content,id'));
      const reply = comment.replies.getItemAt(0);
      reply.load('content');
      const counts = [comments.getCount(), comment.replies.getCount()];
      await context.sync();
      const [first] = found;
      const same = comments.getItemOrNullObject(first?.id ?? '');
      await context.sync();
      comments.getItemAt(0).delete();
      const left = comments.getCount();
      await context.sync();
      return [found.map((f) => f.content), reply.content, counts.map((c) => c.value), same.isNullObject, left.value];
    });
    expect(seen).toEqual([['why?', 'why?'], 'because', [1, 1], false, 0]);
    const twice = (context: Excel.RequestContext) => {
      context.workbook.comments.add('Notes!B2', 'one');
      context.workbook.comments.add('Notes!B2', 'two');
    };
    expect(await codeOf(sampleWorkbook(), twice)).toBe('ItemAlreadyExists');
  });
});
