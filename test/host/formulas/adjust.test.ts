import type { FormulaChange, FormulaPlace } from '../../../src/host/formulas/adjust';
import { adjustFormula, shiftFormula } from '../../../src/host/formulas/adjust';
import { adjustWorkbook } from '../../../src/host/formulas/adjust-workbook';
import { Calculation } from '../../../src/host/formulas/calculation';
import { makeFixture } from './fixture';

const HERE: FormulaPlace = { sheet: 'Plan' };
const insertRows = (at: number, count: number): FormulaChange => ({
  kind: 'insert',
  sheet: 'Plan',
  axis: 'rows',
  at,
  count,
});
const deleteRows = (at: number, count: number): FormulaChange => ({
  kind: 'delete',
  sheet: 'Plan',
  axis: 'rows',
  at,
  count,
});
const insertColumns = (at: number, count: number): FormulaChange => ({
  kind: 'insert',
  sheet: 'Plan',
  axis: 'columns',
  at,
  count,
});

describe('formulas when rows and columns are inserted or deleted', () => {
  it.each<[string, FormulaChange, string]>([
    ['A5+A4', insertRows(4, 2), 'A7+A4'],
    ['SUM(A2:A9)', insertRows(4, 2), 'SUM(A2:A11)'],
    ['SUM(A2:A9)', insertRows(9, 2), 'SUM(A2:A9)'],
    ['SUM($A$2:$A$9)', insertRows(0, 1), 'SUM($A$3:$A$10)'],
    ['SUM(A:A)+SUM(3:4)', insertRows(2, 1), 'SUM(A:A)+SUM(4:5)'],
    ['SUM(A:C)', insertColumns(1, 1), 'SUM(A:D)'],
    ['Other!A5', insertRows(0, 3), 'Other!A5'],
    ['plan!A5', insertRows(0, 3), 'plan!A8'],
    ['\'Plan\'!A5 & "A5"', insertRows(0, 3), 'Plan!A8 & "A5"'],
    ['A1048576', insertRows(0, 1), '#REF!'],
    ['SUM(A2:A9)', deleteRows(3, 2), 'SUM(A2:A7)'],
    ['SUM(A2:A9)', deleteRows(0, 4), 'SUM(A1:A5)'],
    ['SUM(A2:A9)', deleteRows(5, 20), 'SUM(A2:A5)'],
    ['SUM(A2:A4)+A9', deleteRows(1, 3), 'SUM(#REF!)+A6'],
    ['Plan:Other!A5', insertRows(0, 3), 'Plan:Other!A5'],
  ])('%s', (before, change, after) => {
    expect(adjustFormula(before, change, HERE)).toBe(after);
  });

  it('moves only references inside the band of cells that moved', () => {
    const change: FormulaChange = {
      kind: 'insert',
      sheet: 'Plan',
      axis: 'rows',
      at: 2,
      count: 1,
      band: { first: 0, last: 1 },
    };
    expect(adjustFormula('A5+C5+SUM(A1:B9)+SUM(A1:C9)', change, HERE)).toBe('A6+C5+SUM(A1:B10)+SUM(A1:C9)');
  });

  it('leaves formulas on other sheets alone unless they name the sheet', () => {
    expect(adjustFormula('A5+Plan!A5', insertRows(0, 1), { sheet: 'Other' })).toBe('A5+Plan!A6');
  });
});

describe('formulas when things are renamed, deleted or moved', () => {
  it.each<[string, FormulaChange, string]>([
    [
      'Plan!A1+SUM(Plan:Other!B2)',
      { kind: 'renameSheet', from: 'Plan', to: 'Piano 2027' },
      "'Piano 2027'!A1+SUM('Piano 2027:Other'!B2)",
    ],
    ["'It''s'!A1", { kind: 'renameSheet', from: "it's", to: 'Its' }, 'Its!A1'],
    ['A1+"Plan!A1"', { kind: 'renameSheet', from: 'Plan', to: 'X' }, 'A1+"Plan!A1"'],
    ['Plan!A1+Other!A1', { kind: 'deleteSheet', sheet: 'Plan', order: ['Plan', 'Other'] }, '#REF!+Other!A1'],
    ['SUM(One:Three!A1)', { kind: 'deleteSheet', sheet: 'Three', order: ['One', 'Two', 'Three'] }, 'SUM(One:Two!A1)'],
    ['SUM(One:Two!A1)', { kind: 'deleteSheet', sheet: 'One', order: ['One', 'Two'] }, 'SUM(Two!A1)'],
    [
      'SUM(Sales[Cost])+ROWS(Sales)',
      { kind: 'renameTable', from: 'sales', to: 'Vendite' },
      'SUM(Vendite[Cost])+ROWS(Vendite)',
    ],
    [
      'Sales[[#Headers],[Cost]]',
      { kind: 'renameColumn', table: 'Sales', from: 'Cost', to: 'Full [cost]' },
      "Sales[[#Headers],[Full '[cost']]]",
    ],
    [
      'SUM(Sales[[Cost]:[Margin]])',
      { kind: 'renameColumn', table: 'Sales', from: 'Margin', to: 'Gross' },
      'SUM(Sales[[Cost]:[Gross]])',
    ],
    ['Rate*2+Rate2', { kind: 'renameName', from: 'rate', to: 'Tax' }, 'Tax*2+Rate2'],
    [
      'A1+B5',
      {
        kind: 'move',
        sheet: 'Plan',
        area: { top: 0, left: 0, bottom: 3, right: 0 },
        toSheet: 'Plan',
        row: 9,
        column: 2,
      },
      'C10+B5',
    ],
    [
      '$A$1',
      {
        kind: 'move',
        sheet: 'Plan',
        area: { top: 0, left: 0, bottom: 3, right: 0 },
        toSheet: 'Other',
        row: 9,
        column: 2,
      },
      'Other!$C$10',
    ],
  ])('%s', (before, change, after) => {
    expect(adjustFormula(before, change, HERE)).toBe(after);
  });

  it('renames the column that [@…] means in its own table only', () => {
    const change: FormulaChange = { kind: 'renameColumn', table: 'Sales', from: 'Cost', to: 'Spend' };
    expect(adjustFormula('[@Cost]*2', change, { sheet: 'Plan', table: 'Sales' })).toBe('[@Spend]*2');
    expect(adjustFormula('[@Cost]*2', change, { sheet: 'Plan', table: 'Stock' })).toBe('[@Cost]*2');
  });

  it('gives text that is no formula back as it is', () => {
    expect(adjustFormula('"open', insertRows(0, 1), HERE)).toBe('"open');
  });

  it('follows a renamed sheet through a whole workbook, and calculates the same', () => {
    const workbook = makeFixture();
    const calc = workbook.sheet('Calc');
    calc?.put(0, 0, { formula: "SUM(Data!B2:B9)+SUM('Other sheet'!A1:A3)+SUM(Units)" });
    const calculation = new Calculation(workbook);
    calculation.recalculate();
    const data = workbook.sheet('Data');
    if (!data || !calc) throw new Error('The fixture has no such sheet.');
    data.name = 'Raw data';
    expect(adjustWorkbook(workbook, { kind: 'renameSheet', from: 'Data', to: 'Raw data' })).toBe(2);
    calculation.recalculate();
    expect(calc.cell(0, 0)?.formula).toBe("SUM('Raw data'!B2:B9)+SUM('Other sheet'!A1:A3)+SUM(Units)");
    expect(calc.value(0, 0)).toBe(726);
  });
});

describe('shiftFormula', () => {
  it.each<[string, number, number, string]>([
    ['A1+$B$1+C$2+$D3', 1, 1, 'B2+$B$1+D$2+$D4'],
    ['SUM(A:B)+SUM($C:C)', 5, 1, 'SUM(B:C)+SUM($C:D)'],
    ['A1', -1, 0, '#REF!'],
    ['\'My sheet\'!A1&"A1"', 2, 0, '\'My sheet\'!A3&"A1"'],
    ['Sales[@Cost]+LOG10(A1)', 1, 0, 'Sales[@Cost]+LOG10(A2)'],
  ])('%s by %i rows and %i columns', (before, rows, columns, after) => {
    expect(shiftFormula(before, rows, columns)).toBe(after);
  });
});
