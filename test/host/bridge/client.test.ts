import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import { workbookOf } from '../../support/workbook';

describe('Microsoft’s client in Node', () => {
  it('writes and reads cells through Excel.run', async () => {
    const embedded = new EmbeddedWorkbook(workbookOf({ Data: [['a', 1]] }));
    embedded.recorder.enabled = true;
    const { Excel, stop } = await startOfficeInNode(embedded);
    const values = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.getRange('A2:B2').values = [['b', 2]];
      sheet.getRange('B3').formulas = [['=SUM(B1:B2)']];
      const range = sheet.getUsedRange();
      range.load('values,address,format/fill/color');
      const settable = sheet.getRange('C1').getCellProperties({ address: true, format: { fill: { color: true } } });
      await context.sync();
      return [range.values, range.address, range.format.fill.color, settable.value];
    });
    stop();
    expect(values).toEqual([
      [
        ['a', 1],
        ['b', 2],
        ['', 3],
      ],
      'Data!A1:B3',
      '#FFFFFF',
      [[{ address: 'Data!C1', format: { fill: { color: '#FFFFFF' } } }]],
    ]);
  });
});
