import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import { snapshot } from '../../../src/host/model/snapshot';
import { sheetOf, workbookOf } from '../../support/workbook';
import { codeOf, runExcel, sampleWorkbook } from './support';

const fill = (context: Excel.RequestContext, rows: number, text: string) => {
  const range = context.workbook.worksheets.getItem('Notes').getRangeByIndexes(0, 0, rows, 10);
  range.values = Array.from({ length: rows }, () => Array.from({ length: 10 }, () => text));
};

describe('limits', () => {
  it('refuses a request above 5 MB before anything of it is done', async () => {
    const { workbook } = new EmbeddedWorkbook(sampleWorkbook());
    const before = snapshot(workbook);
    expect(await codeOf(workbook, (context) => fill(context, 6000, 'x'.repeat(100)))).toBe(
      'RequestPayloadSizeLimitExceeded',
    );
    expect(snapshot(workbook)).toEqual(before);
  });

  it('refuses an answer above 5 MB', async () => {
    const workbook = workbookOf({
      Notes: Array.from({ length: 6000 }, () => Array.from({ length: 10 }, () => 'x'.repeat(100))),
    });
    const code = await codeOf(
      workbook,
      (context) => void context.workbook.worksheets.getItem('Notes').getUsedRange().load('values'),
    );
    expect(code).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('answers null for the values of a whole column, and above the limit of cells', async () => {
    const values = await runExcel(
      sampleWorkbook(),
      async (context) => {
        const sheet = context.workbook.worksheets.getItem('Notes');
        const ranges = [sheet.getRange('A:A'), sheet.getRange('A1:C5'), sheet.getRange('A1:B5')];
        ranges.forEach((range) => range.load('values,cellCount'));
        await context.sync();
        return ranges.map((range) => [range.values === null, range.cellCount]);
      },
      { limits: { cellsPerGet: 10 } },
    );
    expect(values).toEqual([
      [true, 1_048_576],
      [true, 15],
      [false, 10],
    ]);
  });

  it('answers ApiNotFound for members above the requirement set that is served', async () => {
    const code = await codeOf(sampleWorkbook(), (context) => context.workbook.tables.getItem('Sales').resize('A1:C9'), {
      requirementSets: { ExcelApi: '1.9' },
    });
    expect(code).toBe('ApiNotFound');
  });
});

describe('faults on demand', () => {
  it('refuses every request in cell-edit mode, until it ends', async () => {
    const embedded = new EmbeddedWorkbook(sampleWorkbook());
    embedded.faults.cellEditMode = true;
    expect(await codeOf(embedded, (context) => fill(context, 1, 'x'))).toBe('InvalidOperationInCellEditMode');
    embedded.faults.clear();
    expect(await codeOf(embedded, (context) => fill(context, 1, 'x'))).toBe('none');
  });

  it('lets another author edit between two syncs, with an event of source Remote', async () => {
    const embedded = new EmbeddedWorkbook(sampleWorkbook());
    const events: unknown[] = [];
    embedded.faults.betweenSyncs((workbook) => workbook.sheet('Notes')?.put(8, 0, { value: 'theirs' }));
    await runExcel(embedded, async (context) => {
      context.workbook.worksheets.getItem('Notes').onChanged.add(async ({ address, source, triggerSource }) => {
        events.push([address, source, triggerSource]);
        return Promise.resolve();
      });
      await context.sync();
      await context.sync();
      context.workbook.worksheets.getItem('Notes').getRange('B1').load('values');
      await context.sync();
    });
    expect(sheetOf(embedded.workbook, 'Notes').value(8, 0)).toBe('theirs');
    expect(events).toEqual([['A9', 'Remote', 'Unknown']]);
  });

  it('protects sheets by name, answers slowly, and counts', async () => {
    const embedded = new EmbeddedWorkbook(sampleWorkbook());
    embedded.faults.protectedSheets.add('Notes');
    expect(await codeOf(embedded, (context) => fill(context, 1, 'x'))).toBe('AccessDenied');
    embedded.faults.clear();
    embedded.faults.delayMs = 30;
    embedded.counters.reset();
    const start = performance.now();
    await runExcel(embedded, async (context) => {
      fill(context, 2, 'x');
      const range = context.workbook.worksheets.getItem('Notes').getRange('A1:B3');
      range.load('values');
      return context.sync();
    });
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
    expect(embedded.counters).toMatchObject({ syncs: 1, cellsWritten: 20, cellsRead: 6 });
    expect(embedded.counters.requestBytesMax).toBeGreaterThan(300);
  });

  it('fails at any action that is asked for, and what ran before it stays done', async () => {
    const run = async (embedded: EmbeddedWorkbook) => {
      const { Excel: client, stop } = await startOfficeInNode(embedded);
      try {
        await client.run(async (context) => {
          const sheet = context.workbook.worksheets.add('New');
          sheet.getRange('A1:B2').values = [
            ['a', 'b'],
            [1, 2],
          ];
          const table = sheet.tables.add('A1:B2', true);
          table.name = 'NewTable';
          sheet.getRange('A1').format.fill.color = '#FF0000';
          table.getRange().load('address');
          await context.sync();
        });
        return 'none';
      } catch (error) {
        return (error as { code?: string }).code ?? String(error);
      } finally {
        stop();
      }
    };
    const whole = new EmbeddedWorkbook(sampleWorkbook());
    expect(await run(whole)).toBe('none');
    const { actions } = whole.counters;
    expect(actions).toBeGreaterThan(15);
    for (let n = 1; n <= actions; n++) {
      const embedded = new EmbeddedWorkbook(sampleWorkbook());
      embedded.faults.failAtAction(n, 'GeneralException');
      const code = await run(embedded);
      // The last request only gives back references: its failure is nobody's concern.
      expect(['GeneralException', 'none']).toContain(code);
      expect(embedded.counters.actions).toBeGreaterThanOrEqual(n);
      const isAdded = embedded.workbook.sheet('New') !== undefined;
      if (embedded.workbook.table('NewTable')) expect(isAdded).toBe(true);
    }
  });

  it('fails at a sync that is asked for before anything of it is done', async () => {
    const embedded = new EmbeddedWorkbook(sampleWorkbook());
    const before = snapshot(embedded.workbook);
    embedded.faults.failAtSync(1, 'RequestAborted');
    expect(await codeOf(embedded, (context) => fill(context, 1, 'x'))).toBe('RequestAborted');
    expect(snapshot(embedded.workbook)).toEqual(before);
  });
});
