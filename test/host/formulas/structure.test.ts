import { Calculation } from '../../../src/host/formulas/calculation';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';
import { fillSheet, makeFixture } from './fixture';

function start(): {
  workbook: Workbook;
  calc: Worksheet;
  calculation: Calculation;
  value: (row?: number, column?: number) => CellValue;
} {
  const workbook = makeFixture();
  const calculation = new Calculation(workbook);
  calculation.recalculate();
  const calc = workbook.sheet('Calc');
  if (!calc) throw new Error('The fixture has no sheet Calc.');
  return { workbook, calc, calculation, value: (row = 0, column = 0) => calc.value(row, column) };
}

describe('calculation when the workbook changes its structure', () => {
  it('follows a table that grows', () => {
    const { workbook, calc, calculation, value } = start();
    const table = workbook.table('Sales');
    if (!table) throw new Error('The fixture has no table.');
    calc.put(0, 0, { formula: 'SUM(Sales[Cost])' });
    calculation.recalculate();
    expect(value()).toBe(230);
    table.showTotals = false;
    workbook.structureChanged();
    table.sheet.put(4, 2, { value: 1000 });
    calculation.recalculate();
    expect(value()).toBe(1230);
  });

  it('gives #REF! when a sheet goes and the value again when one of the name comes', () => {
    const { workbook, calc, calculation, value } = start();
    calc.put(0, 0, { formula: "'Other sheet'!A2*10" });
    calculation.recalculate();
    expect(value()).toBe(20);
    workbook.sheets.splice(
      workbook.sheets.findIndex((s) => s.name === 'Other sheet'),
      1,
    );
    workbook.structureChanged();
    calculation.recalculate();
    expect(value()).toEqual(new CellError('#REF!'));
    fillSheet(workbook.addSheet('Other sheet'), [[1], [7]]);
    calculation.recalculate();
    expect(value()).toBe(70);
  });

  it('takes a sheet’s own name before the workbook’s', () => {
    const { workbook, calc, calculation, value } = start();
    calc.put(0, 0, { formula: 'Rate' });
    calculation.recalculate();
    expect(value()).toBe(0.2);
    calc.names.push({ name: 'rate', formula: '0.5', visible: true, comment: '', sheet: calc });
    workbook.structureChanged();
    calculation.recalculate();
    expect(value()).toBe(0.5);
    expect(calculation.evaluate('Rate', workbook.sheet('Data') as Worksheet)).toBe(0.2);
  });

  it('shifts relative references in names with the cell that uses them', () => {
    const { workbook, calc, calculation, value } = start();
    workbook.names.push({ name: 'LeftCell', formula: 'Calc!XFD1', visible: true, comment: '' });
    workbook.structureChanged();
    calc.put(3, 1, { value: 5 });
    calc.put(3, 2, { formula: 'LeftCell*2' });
    calculation.recalculate();
    expect(value(3, 2)).toBe(10);
  });

  it('learns of formulas written in bulk and told once', () => {
    const { calc, calculation, value } = start();
    for (let row = 0; row < 5000; row++) calc.write(row, 0, { formula: row === 0 ? '1' : `A${row}+1` });
    calc.changed({ top: 0, left: 0, bottom: 4999, right: 0 });
    calculation.recalculate();
    expect(value(4999)).toBe(5000);
  });

  it('keeps 3-D sums right when sheets move', () => {
    const workbook = new Workbook();
    const sheets = ['One', 'Two', 'Three', 'Out'].map((name) => workbook.addSheet(name));
    sheets.forEach((sheet, i) => sheet.put(0, 0, { value: 10 ** i }));
    sheets[3]?.put(1, 0, { formula: 'SUM(One:Three!A1)' });
    const calculation = new Calculation(workbook);
    calculation.recalculate();
    expect(sheets[3]?.value(1, 0)).toBe(111);
    const [two] = workbook.sheets.splice(1, 1);
    if (two) workbook.sheets.push(two);
    workbook.structureChanged();
    calculation.recalculate();
    expect(sheets[3]?.value(1, 0)).toBe(101);
  });
});

describe('calculation at size', () => {
  it('takes arrays and dynamic references of 150,000 cells', () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet('Sheet1');
    fillSheet(sheet, [
      [
        null,
        '=SUM(INDIRECT("A1:A150000"))',
        '=MODE(A1:A150000)',
        '=AGGREGATE(4,6,SEQUENCE(150000)*1)',
        '=ROWS(UNIQUE(A1:A150000))',
      ],
    ]);
    for (let row = 0; row < 150_000; row++) sheet.write(row, 0, { formula: `ROW()` });
    new Calculation(workbook).recalculate();
    expect([1, 2, 3, 4].map((c) => sheet.value(0, c))).toEqual([
      11_250_075_000,
      new CellError('#N/A'),
      150_000,
      150_000,
    ]);
  });
});

describe('calculation of special cells', () => {
  it('fills legacy array formulas to their extent', () => {
    const { calc, calculation, value } = start();
    calc.write(0, 0, { formula: 'Data!B2:B3*2' });
    const cell = calc.cell(0, 0);
    if (cell) cell.arrayRange = { rows: 3, columns: 2 };
    calc.changed({ top: 0, left: 0, bottom: 2, right: 1 });
    calculation.recalculate();
    expect([value(0, 0), value(1, 1), value(2, 0)]).toEqual([20, 40, new CellError('#N/A')]);
  });

  it('leaves rows hidden by a filter out of SUBTOTAL(9), rows hidden by hand only out of SUBTOTAL(109)', () => {
    const { workbook, calc, calculation } = start();
    const data = workbook.sheet('Data');
    if (!data) throw new Error('The fixture has no sheet Data.');
    data.rows.set(2, { hidden: true });
    expect(calculation.evaluate('SUBTOTAL(9,Data!B2:B9)', calc)).toBe(360);
    expect(calculation.evaluate('SUBTOTAL(109,Data!B2:B9)', calc)).toBe(340);
    data.autoFilter = { top: 0, left: 0, bottom: 8, right: 6 };
    expect(calculation.evaluate('SUBTOTAL(9,Data!B2:B9)', calc)).toBe(340);
  });

  it('leaves subtotals out of subtotals', () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet('Sheet1');
    fillSheet(sheet, [[1], [2], ['=SUBTOTAL(9,A1:A2)'], [4], ['=SUBTOTAL(9,A1:A4)']]);
    new Calculation(workbook).recalculate();
    expect(sheet.value(4, 0)).toBe(7);
  });

  it('calculates volatile functions every time, by the clock and the random source handed in', () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet('Sheet1');
    let now = new Date(2026, 0, 1, 6).getTime();
    fillSheet(sheet, [['=TODAY()', '=NOW()-TODAY()', '=RAND()', '=A1+1']]);
    const calculation = new Calculation(workbook, { now: () => now, random: () => 0.25 });
    calculation.recalculate();
    expect([0, 1, 2, 3].map((c) => sheet.value(0, c))).toEqual([46023, 0.25, 0.25, 46024]);
    now += 86_400_000;
    calculation.recalculate();
    expect([sheet.value(0, 0), sheet.value(0, 3)]).toEqual([46024, 46025]);
  });

  it('counts dates from 1904 in workbooks that do', () => {
    const workbook = new Workbook();
    workbook.dateSystem = 1904;
    const sheet = workbook.addSheet('Sheet1');
    const calculation = new Calculation(workbook);
    expect(calculation.evaluate('DATE(1904,1,2)', sheet)).toBe(1);
    expect(calculation.evaluate('YEAR(0)', sheet)).toBe(1904);
    expect(calculation.evaluate('WEEKDAY(DATE(2026,11,25))', sheet)).toBe(4);
    expect(calculation.evaluate('TEXT(1,"yyyy-mm-dd")', sheet)).toBe('1904-01-02');
    expect(calculation.evaluate('DATEVALUE("1904-01-03")', sheet)).toBe(2);
  });

  it('reads and writes texts by the workbook’s region', () => {
    const workbook = new Workbook();
    workbook.culture = 'it-IT';
    const sheet = workbook.addSheet('Foglio1');
    const calculation = new Calculation(workbook);
    expect(calculation.evaluate('"1.234,5"+0', sheet)).toBe(1234.5);
    expect(calculation.evaluate('1.5&""', sheet)).toBe('1,5');
    expect(calculation.evaluate('TRUE&""', sheet)).toBe('VERO');
    expect(calculation.evaluate('TEXT(1234.5,"#.##0,00")', sheet)).toBe('1.234,50');
    expect(calculation.evaluate('TEXT(46082,"gg/mm/aaaa")', sheet)).toBe('01/03/2026');
    expect(calculation.evaluate('DATEVALUE("1/3/2026")', sheet)).toBe(46082);
    sheet.put(0, 0, { value: 2.5 });
    expect(calculation.evaluate('COUNTIF(A1,">2,4")', sheet)).toBe(1);
  });

  it('has nothing to give for A1# while A1 cannot spill', () => {
    const sheet = new Workbook().addSheet('S');
    sheet.put(0, 0, { formula: 'SEQUENCE(3)' });
    sheet.put(1, 0, { value: 'in the way' });
    sheet.put(0, 2, { formula: 'SUM(A1#)' });
    const calculation = new Calculation(sheet.workbook);
    calculation.recalculate();
    expect([sheet.value(0, 0), sheet.value(0, 2)]).toEqual([new CellError('#SPILL!'), new CellError('#REF!')]);
    sheet.put(1, 0, { value: null });
    calculation.recalculate();
    expect(sheet.value(0, 2)).toBe(6);
  });

  it('stops recursion without end', () => {
    const { workbook, calc, calculation } = start();
    workbook.names.push({ name: 'Endless', formula: 'LAMBDA(x,Endless(x+1))', visible: true, comment: '' });
    workbook.names.push({ name: 'Self', formula: 'Self+1', visible: true, comment: '' });
    workbook.structureChanged();
    expect(calculation.evaluate('Endless(1)', calc)).toEqual(new CellError('#NUM!'));
    expect(calculation.evaluate('Self', calc)).toEqual(new CellError('#NUM!'));
  });

  it('counts a spill that feeds itself as circular', () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet('Sheet1');
    fillSheet(sheet, [['=SEQUENCE(COUNT(A2:A50)+2)']]);
    const calculation = new Calculation(workbook);
    calculation.recalculate();
    expect(sheet.value(0, 0)).toBe(0);
    expect(calculation.circular).toHaveLength(1);
    fillSheet(sheet, [['=SEQUENCE(B1)', '=COUNT(A2:A50)+2']]);
    calculation.recalculate();
    expect([sheet.value(0, 0), sheet.value(1, 0), sheet.value(0, 1)]).toEqual([0, null, 0]);
    sheet.put(0, 1, { value: 2 });
    calculation.recalculate();
    expect([sheet.value(0, 0), sheet.value(1, 0)]).toEqual([1, 2]);
    expect(calculation.circular).toEqual([]);
  });

  it('does not spill over tables, merged cells or the edge of the sheet', () => {
    const { workbook, calculation } = start();
    const sales = workbook.sheet('Sales');
    const calc = workbook.sheet('Calc');
    if (!sales || !calc) throw new Error('The fixture lacks a sheet.');
    calc.merges.push({ top: 5, left: 0, bottom: 5, right: 1 });
    calc.put(4, 0, { formula: 'SEQUENCE(3)' });
    calc.put(1_048_575, 3, { formula: 'SEQUENCE(2)' });
    sales.put(0, 5, { formula: 'TRANSPOSE({1;2})' });
    sales.put(1, 3, { formula: 'SEQUENCE(2)' });
    calculation.recalculate();
    const spill = new CellError('#SPILL!');
    expect([calc.value(4, 0), calc.value(1_048_575, 3), sales.value(0, 6), sales.value(1, 3)]).toEqual([
      spill,
      spill,
      2,
      spill,
    ]);
  });
});
