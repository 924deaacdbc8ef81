import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import { sheetOf, workbookOf } from '../../support/workbook';

describe('what the add-in needs first', () => {
  it('serves the whole of a written sheet in one run', async () => {
    const embedded = new EmbeddedWorkbook(
      workbookOf({
        Data: [
          ['Item', 'Value'],
          ['a', 1],
          ['b', 2],
        ],
      }),
    );
    const { Excel, stop } = await startOfficeInNode(embedded);
    const events: unknown[] = [];
    await Excel.run(async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      const sheets = context.workbook.worksheets;
      sheets.getItemOrNullObject('Old').delete();
      const sheet = sheets.add('Plan');
      sheet.position = 0;
      sheet.tabColor = '#1F4E78';
      sheet.showGridlines = false;
      sheet.customProperties.add('cadenza', 'summary');
      sheet.onChanged.add(async (args) => {
        events.push([args.address, args.source, args.triggerSource, args.changeType]);
        return Promise.resolve();
      });
      const range = sheet.getRange('A3:B5');
      range.values = [
        ['Item', 'Value'],
        ['a', 1],
        ['b', 2],
      ];
      const table = sheet.tables.add('A3:B5', true);
      table.name = 'CadenzaPlan';
      table.style = 'TableStyleLight9';
      table.showTotals = false;
      range.format.fill.color = '#FFEEDD';
      range.format.font.bold = true;
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.columnWidth = 100;
      range.format.rowHeight = 20;
      range.format.horizontalAlignment = 'Center';
      range.format.wrapText = true;
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B3'));
      const custom = range.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      custom.custom.rule.formula = '=$B4>1';
      custom.custom.format.font.color = 'red';
      custom.custom.format.fill.color = '#FFC7CE';
      const bar = range.conditionalFormats.add(Excel.ConditionalFormatType.dataBar);
      bar.dataBar.positiveFormat.fillColor = '#638EC6';
      const scale = range.conditionalFormats.add(Excel.ConditionalFormatType.colorScale);
      scale.colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#FFFFFF' },
        midpoint: { type: 'Percent', formula: '50', color: '#FFFF00' },
        maximum: { type: 'HighestValue', color: '#FF0000' },
      };
      sheet.getRange('A4').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
      const chart = sheet.charts.add(Excel.ChartType.columnClustered, range, Excel.ChartSeriesBy.auto);
      chart.name = 'Main';
      chart.title.text = 'Sales';
      chart.setPosition('D3', 'J20');
      chart.series.getItemAt(0).format.fill.setSolidColor('#112233');
      chart.axes.valueAxis.title.text = 'EUR';
      context.workbook.settings.add('cadenza', { version: 1 });
      context.workbook.customXmlParts.add('<plan xmlns="urn:cadenza"/>');
      context.workbook.names.add('PlanTotal', sheet.getRange('B4'));
      sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      sheet.pageLayout.setPrintTitleRows('$1:$3');
      sheet.getRange('4:5').group(Excel.GroupOption.byRows);
      sheet.getRange('D1').hyperlink = { documentReference: 'Data!A1', textToDisplay: 'go' };
      const culture = context.application.cultureInfo;
      culture.load('name,numberFormat/numberDecimalSeparator');
      const body = table.getDataBodyRange();
      body.load('values,address');
      const header = table.getHeaderRowRange();
      header.load('address');
      await context.sync();

      expect(culture.name).toBe('en-US');
      expect(body.values).toEqual([
        ['a', 1],
        ['b', 2],
      ]);
      expect(body.address).toBe('Plan!A4:B5');
      expect(header.address).toBe('Plan!A3:B3');
      sheet.getRange('A1').values = [['hello']];
      sheet.activate();
      await context.sync();
      const tables = context.workbook.tables;
      tables.load('items/name,items/worksheet/name');
      sheets.load('items/name,items/visibility,items/id');
      await context.sync();
      expect(tables.items.map((t) => [t.name, t.worksheet.name])).toEqual([['CadenzaPlan', 'Plan']]);
      expect(sheets.items.map((s) => s.name)).toEqual(['Plan', 'Data']);
      const first = sheets.items[0];
      first?.getRange('Z1').set({ values: [[5]], format: { wrapText: true } });
      await context.sync();
    });
    expect(sheetOf(embedded.workbook, 'Plan').value(0, 25)).toBe(5);
    expect(events).toEqual([
      ['A1', 'Local', 'ThisLocalAddin', 'RangeEdited'],
      ['Z1', 'Local', 'ThisLocalAddin', 'RangeEdited'],
    ]);
    stop();
  });
});
