import { mayWrite } from '../../../src/host/bridge/mayWrite';
import type { WireBody } from '../../../src/host/bridge/wire';
import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import { workbookOf } from '../../support/workbook';

async function requestsOf(run: (context: Excel.RequestContext) => Promise<unknown>): Promise<boolean> {
  const embedded = new EmbeddedWorkbook(workbookOf({ Data: [['a', 1]] }));
  const bodies: WireBody[] = [];
  embedded.requestListeners.add((body) => bodies.push(body));
  const { Excel, stop } = await startOfficeInNode(embedded);
  await Excel.run(run);
  stop();
  return bodies.some(mayWrite);
}

describe('a request of the add-in', () => {
  it('may write when it sets properties, calls methods that change things, or adds objects', async () => {
    const writes: ((sheets: Excel.WorksheetCollection) => unknown)[] = [
      (sheets) => (sheets.getItem('Data').getRange('A1').values = [[1]]),
      (sheets) => sheets.getItem('Data').getRange('A1').clear(),
      (sheets) => sheets.add('New'),
      (sheets) => sheets.getItem('Data').tables.add('A1:B1', true),
      (sheets) =>
        sheets
          .getItem('Data')
          .getRange('A1')
          .set({ format: { font: { bold: true } } }),
    ];
    for (const write of writes)
      expect(
        await requestsOf(async (context) => {
          write(context.workbook.worksheets);
          await context.sync();
        }),
      ).toBe(true);
  });

  it('does not write when it loads, selects or listens', async () => {
    const wrote = await requestsOf(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      const used = sheet.getUsedRangeOrNullObject(true).load('values,address');
      sheet.tables.load('items/name');
      context.trackedObjects.add(used);
      context.workbook.worksheets.onChanged.add(() => Promise.resolve());
      await context.sync();
      sheet.activate();
      used.select();
      await context.sync();
    });
    expect(wrote).toBe(false);
  });
});
