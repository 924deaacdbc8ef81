import { FunctionRegistry } from '../../../src/host/formulas/custom';
import { Calculation } from '../../../src/host/formulas/calculation';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';

function sheetWith(cells: Readonly<Record<number, { formula: string; value: CellValue }>>): Worksheet {
  const sheet = new Workbook().addSheet('S');
  for (const [row, { formula, value }] of Object.entries(cells))
    sheet.cells.set(Number(row), 0, { formula, value, style: 0 });
  return sheet;
}

describe('formulas that cannot be calculated here', () => {
  it('keep the value of the file, are named, and feed those that can', () => {
    const sheet = sheetWith({
      0: { formula: 'CUBEVALUE("sales","[2027]")', value: 1200 },
      1: { formula: "'[Plan 2026.xlsx]Targets'!B5*2", value: 84 },
      2: { formula: 'IFERROR(WEBSERVICE("https://example.org"),0)', value: 'answer' },
      3: { formula: '[1]!Rate', value: 0.2 },
      4: { formula: 'A1+A2', value: null },
    });
    const calculation = new Calculation(sheet.workbook);
    calculation.recalculate();
    expect([0, 1, 2, 3, 4].map((row) => sheet.value(row, 0))).toEqual([1200, 84, 'answer', 0.2, 1284]);
    expect(calculation.kept.map(({ row, lacks }) => [row, lacks])).toEqual([
      [0, 'CUBEVALUE'],
      [1, '[Plan 2026.xlsx]Targets'],
      [2, 'WEBSERVICE'],
      [3, '[1]'],
    ]);
    calculation.recalculateAll();
    expect(sheet.value(0, 0)).toBe(1200);
  });

  it('give #NAME? and #REF! when they are typed, and then those are caught by IFERROR', () => {
    const sheet = sheetWith({});
    const calculation = new Calculation(sheet.workbook);
    ['CUBEVALUE("a")', '[Book.xlsx]S!A1', 'IFERROR(CUBEVALUE("a"),5)'].forEach((formula, row) =>
      sheet.put(row, 0, { formula }),
    );
    calculation.recalculate();
    expect([0, 1].map((row) => sheet.value(row, 0))).toEqual([new CellError('#NAME?'), new CellError('#REF!')]);
    expect(sheet.value(2, 0)).toBe(5);
    expect(calculation.kept).toEqual([]);
  });

  it('keep the value of a custom function until it is registered, and show #NAME? once it is gone', () => {
    const sheet = sheetWith({ 0: { formula: 'CADENZA.DOUBLE(4)', value: 7 } });
    const functions = new FunctionRegistry();
    const calculation = new Calculation(sheet.workbook, { functions });
    calculation.recalculate();
    expect(sheet.value(0, 0)).toBe(7);
    functions.register('CADENZA.DOUBLE', ([x]) => Number(x) * 2);
    calculation.recalculate();
    expect(sheet.value(0, 0)).toBe(8);
    functions.unregister('CADENZA.DOUBLE');
    calculation.recalculate();
    expect(sheet.value(0, 0)).toEqual(new CellError('#NAME?'));
  });

  it('are calculated as soon as the person changes them to something known', () => {
    const sheet = sheetWith({ 0: { formula: 'CUBEVALUE("a")', value: 3 } });
    const calculation = new Calculation(sheet.workbook);
    calculation.recalculate();
    sheet.put(0, 0, { formula: '1+1' });
    calculation.recalculate();
    expect(sheet.value(0, 0)).toBe(2);
    expect(calculation.kept).toEqual([]);
  });
});

describe('circular formulas with iterative calculation', () => {
  /** Interest on the average of opening and closing debt: closing = opening + 5 % of the average. */
  function debt(): Worksheet {
    const sheet = new Workbook().addSheet('Debt');
    sheet.put(0, 0, { value: 1000 });
    sheet.put(1, 0, { formula: 'AVERAGE(A1,A3)*5%' });
    sheet.put(2, 0, { formula: 'A1+A2' });
    sheet.put(3, 0, { formula: 'A3*2' });
    return sheet;
  }

  it('converge to the value that satisfies them, and what depends on them follows', () => {
    const sheet = debt();
    sheet.workbook.calculation = { iterative: true, maxChange: 1e-9 };
    const calculation = new Calculation(sheet.workbook);
    calculation.recalculate();
    expect(sheet.value(2, 0)).toBeCloseTo((1000 * 1.025) / 0.975, 6);
    expect(sheet.value(3, 0)).toBeCloseTo((2 * 1000 * 1.025) / 0.975, 6);
    sheet.put(0, 0, { value: 2000 });
    calculation.recalculate();
    expect(sheet.value(2, 0)).toBeCloseTo((2000 * 1.025) / 0.975, 6);
  });

  it('stop at the number of repetitions', () => {
    const sheet = new Workbook().addSheet('S');
    sheet.workbook.calculation = { iterative: true, maxIteration: 7 };
    sheet.put(0, 0, { formula: 'A1+1' });
    new Calculation(sheet.workbook).recalculate();
    expect(sheet.value(0, 0)).toBe(7);
  });

  it('show 0 and are listed without it', () => {
    const sheet = debt();
    const calculation = new Calculation(sheet.workbook);
    calculation.recalculate();
    expect([1, 2].map((row) => sheet.value(row, 0))).toEqual([0, 0]);
    expect(calculation.circular.map(({ row }) => row)).toEqual([1, 2]);
  });
});
