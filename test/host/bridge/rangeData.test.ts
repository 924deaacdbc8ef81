import type { Workbook } from '../../../src/host/model/workbook';
import { sheetOf, valuesOf, workbookOf } from '../../support/workbook';
import { codeOf, runExcel, sampleWorkbook } from './support';

type Sheet = Excel.Worksheet;

/** What a batch on the first sheet gives. */
async function onSheet<R>(workbook: Workbook, batch: (sheet: Sheet, sync: () => Promise<unknown>) => Promise<R>) {
  return runExcel(workbook, (context) => batch(context.workbook.worksheets.getFirst(), () => context.sync()));
}

/** A sheet with numbers, texts, formulas, an error, gaps and a hidden row. */
function mixed(): Workbook {
  const workbook = workbookOf({
    Mixed: [
      ['Week', 'Load', 'Over'],
      ['W1', 40, '=B2>38'],
      ['W2', null, '=B3/0'],
      ['W3', 36, '=B4*2'],
      [null, true, null],
    ],
  });
  sheetOf(workbook, 'Mixed').rows.set(2, { hidden: true });
  return workbook;
}

describe('Range.getSpecialCells', () => {
  const special = (type: string, values?: string) =>
    onSheet(mixed(), async (sheet, sync) => {
      const areas = sheet.getRange('A1:C5').getSpecialCells(type as 'Blanks', values as 'All');
      areas.load('address');
      await sync();
      return areas.address.replaceAll('Mixed!', '');
    });

  it.each([
    ['Blanks', undefined, 'B3,A5,C5'],
    ['Formulas', undefined, 'C2:C4'],
    ['Formulas', 'Errors', 'C3'],
    ['Formulas', 'NumbersLogical', 'C2,C4'],
    ['Constants', 'Numbers', 'B2,B4'],
    ['Constants', 'Text', 'A1:C1,A2:A4'],
    ['Constants', 'Logical', 'B5'],
    ['Visible', undefined, 'A1:C2,A4:C5'],
  ])('finds %s %s in %s', async (type, values, address) => {
    expect(await special(type, values)).toBe(address);
  });

  it('fails with ItemNotFound, or (Range.getSpecialCellsOrNullObject) is a null object, when there are none', async () => {
    const none = (sheet: Sheet) => sheet.getRange('A1:A4').getSpecialCellsOrNullObject('Formulas');
    expect(
      await onSheet(mixed(), async (sheet, sync) => {
        const areas = none(sheet).load('isNullObject');
        await sync();
        return areas.isNullObject;
      }),
    ).toBe(true);
    const failing = (context: Excel.RequestContext) =>
      void context.workbook.worksheets.getFirst().getRange('A1:A4').getSpecialCells('Formulas').load('address');
    expect(await codeOf(mixed(), failing)).toBe('ItemNotFound');
  });
});

describe('Range.replaceAll and Worksheet.replaceAll', () => {
  it('replaces in constants and formulas, says how many cells, and reads what comes out', async () => {
    const workbook = workbookOf({
      S: [
        ['Plan 2026', '=SUM(A5:A6)', '12x'],
        ['plan 2026/2026', 7, 'x'],
      ],
    });
    const counts = await onSheet(workbook, async (sheet, sync) => {
      const years = sheet.replaceAll('2026', '2027', {});
      const exact = sheet.getRange('A1:C2').replaceAll('X', '', { completeMatch: true });
      const cased = sheet.getRange('A1:C2').replaceAll('Plan', 'Budget', { matchCase: true });
      const formulas = sheet.getRange('B1').replaceAll('A6', 'A7', {});
      const numbers = sheet.getRange('C1').replaceAll('x', '', {});
      await sync();
      return [years, exact, cased, formulas, numbers].map(({ value }) => value);
    });
    expect(counts).toEqual([2, 1, 1, 1, 1]);
    const sheet = sheetOf(workbook, 'S');
    expect(valuesOf(sheet, 'A1:C2')).toEqual([
      ['Budget 2027', 0, 12],
      ['plan 2027/2027', 7, null],
    ]);
    expect(sheet.cell(0, 1)?.formula).toBe('SUM(A5:A7)');
  });
});

describe('Range.autoFill', () => {
  const fill = async (from: (string | number | boolean)[], count: number, type = 'FillDefault', format?: string) => {
    const workbook = workbookOf({ S: [['']] });
    return onSheet(workbook, async (sheet, sync) => {
      const source = sheet.getRangeByIndexes(0, 0, from.length, 1);
      source.formulas = from.map((value) => [value]);
      if (format !== undefined) source.numberFormat = from.map(() => [format]);
      const whole = sheet.getRangeByIndexes(0, 0, from.length + count, 1);
      source.autoFill(whole, type as Excel.AutoFillType);
      const filled = sheet.getRangeByIndexes(from.length, 0, count, 1).load('formulas');
      await sync();
      return filled.formulas.map((row: unknown[]) => row[0]);
    });
  };

  it.each<[string, (string | number)[], string | undefined, string | undefined, (string | number)[]]>([
    ['one number is repeated', [5], undefined, undefined, [5, 5, 5]],
    ['two numbers are continued by their step', [5, 7], undefined, undefined, [9, 11, 13]],
    ['one number as a series counts on', [5], 'FillSeries', undefined, [6, 7, 8]],
    ['three numbers by the line through them', [1, 2, 4], 'LinearTrend', undefined, [16 / 3, 41 / 6, 25 / 3]],
    ['numbers by their factor', [1, 2], 'GrowthTrend', undefined, [4, 8, 16]],
    ['copies repeat', [1, 2], 'FillCopy', undefined, [1, 2, 1]],
    ['texts with numbers count on', ['Week 9'], undefined, undefined, ['Week 10', 'Week 11', 'Week 12']],
    ['months go round', ['Nov'], undefined, undefined, ['Dec', 'Jan', 'Feb']],
    ['Italian days keep their small letters', ['sab'], undefined, undefined, ['dom', 'lun', 'mar']],
    ['dates go on by days', [46387], undefined, 'dd/mm/yyyy', [46388, 46389, 46390]],
    ['dates go on by months', [46053], 'FillMonths', 'dd/mm/yyyy', [46081, 46112, 46142]],
    ['dates go on by working days', [46031], 'FillWeekdays', 'dd/mm/yyyy', [46034, 46035, 46036]],
    ['formulas are copied', ['=B1*2'], undefined, undefined, ['=B2*2', '=B3*2', '=B4*2']],
    ['other texts are repeated', ['a', 'b'], undefined, undefined, ['a', 'b', 'a']],
  ])('%s', async (_what, from, type, format, expected) => {
    const digits = (value: unknown) => (typeof value === 'number' ? value.toFixed(9) : value);
    expect((await fill(from, 3, type, format)).map(digits)).toEqual(expected.map(digits));
  });

  it('goes upwards and to the left too, and refuses a destination that is none', async () => {
    const workbook = workbookOf({ S: [[null, null, 3, 4]] });
    const values = await onSheet(workbook, async (sheet, sync) => {
      sheet.getRange('C1:D1').autoFill('A1:D1');
      const row = sheet.getRange('A1:D1').load('values');
      await sync();
      return row.values;
    });
    expect(values).toEqual([[1, 2, 3, 4]]);
    const failing = (context: Excel.RequestContext) =>
      context.workbook.worksheets.getFirst().getRange('A1').autoFill('B2:C3');
    expect(await codeOf(workbook, failing)).toBe('InvalidArgument');
  });
});

describe('Range.getPrecedents, Range.getDirectPrecedents, Range.getDependents, Range.getDirectDependents', () => {
  const workbook = () =>
    workbookOf({
      Plan: [
        [1, '=A1+Data!A1', '=B1*2'],
        [2, '=A2+Data!A1', '=SUM(B1:B2)'],
      ],
      Data: [[10, '=Plan!C2']],
    });
  const addresses = (
    method: 'getPrecedents' | 'getDirectPrecedents' | 'getDependents' | 'getDirectDependents',
    at: string,
  ) =>
    onSheet(workbook(), async (sheet, sync) => {
      const found = sheet.getRange(at)[method]().load('addresses');
      await sync();
      return found.addresses;
    });

  it('are those of the formulas, directly or all the way', async () => {
    expect(await addresses('getDirectPrecedents', 'C2')).toEqual(['Plan!B1:B2']);
    expect(await addresses('getPrecedents', 'C2')).toEqual(['Plan!A1:A2,Plan!B1:B2', 'Data!A1']);
    expect(await addresses('getDirectDependents', 'B1')).toEqual(['Plan!C1:C2']);
    expect(await addresses('getDependents', 'A2')).toEqual(['Plan!B2:C2', 'Data!B1']);
  });

  it('give their ranges by WorkbookRangeAreas.getRangeAreasBySheet and RangeAreasCollection.getCount', async () => {
    const counts = await onSheet(workbook(), async (sheet, sync) => {
      const found = sheet.getRange('C2').getPrecedents();
      const [areas, ranges] = [found.areas.getCount(), found.ranges.getItemAt(2).load('address')];
      const data = found.getRangeAreasBySheet('Data').load('address');
      // WorkbookRangeAreas.getRangeAreasOrNullObjectBySheet, RangeAreasCollection.getItemAt
      const none = found.getRangeAreasOrNullObjectBySheet('Nowhere').load('isNullObject');
      const first = found.areas.getItemAt(0).load('address');
      await sync();
      return [areas.value, ranges.address, data.address, none.isNullObject, first.address];
    });
    expect(counts).toEqual([2, 'Data!A1', 'Data!A1', true, 'Plan!A1:A2,Plan!B1:B2']);
  });

  it('fail with ItemNotFound where there are none', async () => {
    const failing = (context: Excel.RequestContext) =>
      void context.workbook.worksheets.getFirst().getRange('A1').getPrecedents().load('addresses');
    expect(await codeOf(workbook(), failing)).toBe('ItemNotFound');
  });
});

describe('Range.removeDuplicates', () => {
  it('keeps the first of equal rows and moves the others up', async () => {
    const workbook = workbookOf({
      S: [
        ['Item', 'Units', 'Note'],
        ['Pump', 1, 'a'],
        ['pump', 1, 'b'],
        ['Valve', 1, 'c'],
        ['Pump', 2, 'd'],
      ],
    });
    const counts = await onSheet(workbook, async (sheet, sync) => {
      const result = sheet.getRange('A1:C5').removeDuplicates([0, 1], true).load('removed,uniqueRemaining');
      await sync();
      return [result.removed, result.uniqueRemaining];
    });
    expect(counts).toEqual([1, 3]);
    expect(valuesOf(sheetOf(workbook, 'S'), 'A2:C5')).toEqual([
      ['Pump', 1, 'a'],
      ['Valve', 1, 'c'],
      ['Pump', 2, 'd'],
      [null, null, null],
    ]);
  });
});

describe('several ranges', () => {
  it('give their used part (RangeAreas.getUsedRangeAreas), their tables (RangeAreas.getTables), and themselves moved (RangeAreas.getOffsetRangeAreas)', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const areas = context.workbook.worksheets.getItem('Sales').getRanges('A1:B2,D1:E9,C3:C60');
      const used = areas.getUsedRangeAreas(true).load('address');
      const none = areas.getOffsetRangeAreas(0, 9).getUsedRangeAreasOrNullObject(true).load('isNullObject');
      const moved = areas.getOffsetRangeAreas(1, 1).load('address,isEntireRow');
      const tables = areas.getTables().getCount();
      await context.sync();
      // RangeAreas.getUsedRangeAreasOrNullObject
      return [used.address, none.isNullObject, moved.address, moved.isEntireRow, tables.value];
    });
    expect(found).toEqual(['Sales!A1:B2,Sales!C3:C4', true, 'Sales!B2:C3,Sales!E2:F10,Sales!D4:D61', false, 1]);
  });

  it('find special cells: RangeAreas.getSpecialCells, RangeAreas.getSpecialCellsOrNullObject', async () => {
    const found = await onSheet(mixed(), async (sheet, sync) => {
      const areas = sheet.getRanges('A2:A4,C2:C4');
      const formulas = areas.getSpecialCells('Formulas').load('address');
      const none = areas.getSpecialCellsOrNullObject('Blanks').load('isNullObject');
      await sync();
      return [formulas.address, none.isNullObject];
    });
    expect(found).toEqual(['Mixed!C2:C4', true]);
  });

  it('calculate their sheet: RangeAreas.calculate, after RangeAreas.setDirty', async () => {
    const workbook = workbookOf({ S: [[2, '=A1*2']] });
    const value = await runExcel(workbook, async (context) => {
      context.application.calculationMode = 'Manual';
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A1').values = [[5]];
      await context.sync();
      const areas = sheet.getRanges('A1,B1');
      areas.setDirty();
      areas.calculate();
      const cell = sheet.getRange('B1').load('values');
      await context.sync();
      return cell.values;
    });
    expect(value).toEqual([[10]]);
  });

  it('are the merged cells: Range.getMergedAreas, Range.getMergedAreasOrNullObject', async () => {
    const found = await onSheet(mixed(), async (sheet, sync) => {
      sheet.getRange('E1:F2').merge();
      const merged = (sheet.getRange('A1:F9') as unknown as { getMergedAreas(): Excel.RangeAreas }).getMergedAreas();
      const none = sheet.getRange('A1:B2').getMergedAreasOrNullObject().load('isNullObject');
      merged.load('address');
      await sync();
      return [merged.address, none.isNullObject];
    });
    expect(found).toEqual(['Mixed!E1:F2', true]);
  });
});
