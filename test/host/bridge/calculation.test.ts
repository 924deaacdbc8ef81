import { sheetOf } from '../../support/workbook';
import { runExcel, sampleWorkbook } from './support';

const read = async (context: Excel.RequestContext, address: string) => {
  const range = context.workbook.worksheets.getItem('Notes').getRange(address);
  range.load('values');
  await context.sync();
  return range.values as unknown[][];
};

describe('calculation through the real client', () => {
  it('gives formulas their new values within the request that changed what they read', async () => {
    const values = await runExcel(sampleWorkbook(), async (context) => {
      context.workbook.worksheets.getItem('Notes').getRange('B2').values = [[50]];
      return read(context, 'C2');
    });
    expect(values).toEqual([[100]]);
  });

  it('Application.suspendApiCalculationUntilNextSync leaves old values until the request has ended; Application.suspendScreenUpdatingUntilNextSync changes nothing to read', async () => {
    const values = await runExcel(sampleWorkbook(), async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      context.application.suspendScreenUpdatingUntilNextSync();
      context.workbook.worksheets.getItem('Notes').getRange('B2').values = [[50]];
      const during = await read(context, 'C2');
      return [during, await read(context, 'C2')];
    });
    expect(values).toEqual([[[2]], [[100]]]);
  });

  it('Application.calculate brings a workbook of manual calculation up to date; so do Worksheet.calculate and Range.calculate', async () => {
    const values = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      context.application.calculationMode = 'Manual';
      const seen: unknown[] = [];
      const calculators = [
        () => context.application.calculate('Recalculate'),
        () => sheet.calculate(false),
        () => sheet.getRange('C2').calculate(),
      ];
      for (const [index, calculate] of calculators.entries()) {
        sheet.getRange('B2').values = [[index + 10]];
        seen.push((await read(context, 'C2'))[0]?.[0]);
        calculate();
        seen.push((await read(context, 'C2'))[0]?.[0]);
      }
      return seen;
    });
    expect(values).toEqual([2, 20, 20, 22, 22, 24]);
  });

  it('Range.setDirty marks cells to be calculated again', async () => {
    const values = await runExcel(sampleWorkbook(), async (context) => {
      context.workbook.worksheets.getItem('Notes').getRange('C2').setDirty();
      return read(context, 'C2');
    });
    expect(values).toEqual([[2]]);
  });

  it('workbook.functions calls any worksheet function, with ranges and results of others', async () => {
    const values = await runExcel(sampleWorkbook(), async (context) => {
      const { functions, worksheets } = context.workbook;
      const range = worksheets.getItem('Notes').getRange('B2:B3');
      const results = [
        functions.date(2000, 1, 1),
        functions.sum(range, 10, functions.max(1, 5)),
        functions.vlookup('b', worksheets.getItem('Notes').getRange('A1:B3'), 2, false),
        functions.vlookup('zz', worksheets.getItem('Notes').getRange('A1:B3'), 2, false),
      ];
      results.forEach((result) => result.load('value,error'));
      await context.sync();
      return results.map(({ value, error }) => error || (value as unknown));
    });
    expect(values).toEqual([36526, 18, 2, '#N/A']);
  });

  it('tells a workbook of the 1904 system by functions.date', async () => {
    const workbook = sampleWorkbook();
    workbook.dateSystem = 1904;
    const value = await runExcel(workbook, async (context) => {
      const date = context.workbook.functions.date(2000, 1, 1);
      date.load('value');
      await context.sync();
      return date.value as unknown;
    });
    expect(value).toBe(35064);
  });

  it('shows texts by the workbook’s culture, and formulas with its signs', async () => {
    const shown = await runExcel(
      sampleWorkbook(),
      async (context) => {
        const range = context.workbook.worksheets.getItem('Notes').getRange('E1:E2');
        range.numberFormat = [['#,##0.00'], ['General']];
        range.values = [[1234.5], ['=SUM(B2,1.5)']];
        const { numberFormat } = context.application.cultureInfo;
        numberFormat.load('numberDecimalSeparator');
        range.load('text,formulasLocal');
        await context.sync();
        range.formulasLocal = [[null], ['=SUM(B2;2,5)']] as unknown[][];
        range.load('formulas');
        await context.sync();
        return [range.text, range.formulasLocal, range.formulas, numberFormat.numberDecimalSeparator];
      },
      { culture: 'it-IT' },
    );
    expect(shown).toEqual([[['1.234,50'], ['2,5']], [[null], ['=SUM(B2;2,5)']], [[1234.5], ['=SUM(B2,2.5)']], ',']);
  });

  it('keeps the workbook’s own values when nothing is written', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, (context) => read(context, 'A1:C5'));
    expect(sheetOf(workbook, 'Notes').value(2, 2)).toBe(4);
  });
});
