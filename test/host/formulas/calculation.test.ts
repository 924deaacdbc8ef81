import { Calculation } from '../../../src/host/formulas/calculation';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';

/** Fills a sheet from A1: texts that begin with '=' are formulas. */
function fill(sheet: Worksheet, rows: readonly (readonly CellValue[])[]): void {
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (typeof value === 'string' && value.startsWith('=')) sheet.put(r, c, { formula: value.slice(1) });
      else sheet.put(r, c, { value });
    }),
  );
}

function makeSheet(rows: readonly (readonly CellValue[])[]): { sheet: Worksheet; calculation: Calculation } {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Sheet1');
  const calculation = new Calculation(workbook);
  fill(sheet, rows);
  calculation.recalculate();
  return { sheet, calculation };
}

function column(sheet: Worksheet, index: number, count: number): CellValue[] {
  return Array.from({ length: count }, (_, row) => sheet.value(row, index));
}

describe('calculation', () => {
  it('calculates formulas after what they refer to, in whatever order they stand', () => {
    const { sheet } = makeSheet([['=B1*2', '=C1+1', 3]]);
    expect(sheet.value(0, 0)).toBe(8);
  });

  it('calculates a chain of 100,000 formulas that stands upside down', () => {
    const workbook = new Workbook();
    const sheet = workbook.addSheet('Sheet1');
    const length = 100_000;
    for (let row = 0; row < length; row++)
      sheet.write(row, 0, row === length - 1 ? { value: 1 } : { formula: `A${row + 2}+1` });
    new Calculation(workbook).recalculate();
    expect(sheet.value(0, 0)).toBe(length);
  });

  it('recalculates only what depends on an edit', () => {
    const { sheet, calculation } = makeSheet([
      [1, '=A1*2', '=B1+1'],
      [5, '=A2*2', '=SUM(B1:B2)'],
    ]);
    const told: string[] = [];
    calculation.onCalculated((_sheet, cells) => told.push(...cells.map((c) => `${c.row},${c.column}`)));
    sheet.put(1, 0, { value: 6 });
    calculation.recalculate();
    expect(sheet.value(1, 2)).toBe(14);
    expect(told.sort()).toEqual(['1,1', '1,2']);
  });

  it('gives 0 to circular formulas, names them, and recovers when the circle is broken', () => {
    const { sheet, calculation } = makeSheet([['=B1+1', '=A1+1', '=A1+10']]);
    expect([sheet.value(0, 0), sheet.value(0, 1), sheet.value(0, 2)]).toEqual([0, 0, 10]);
    expect(calculation.circular.map((c) => c.column)).toEqual([0, 1]);
    sheet.put(0, 1, { value: 1 });
    calculation.recalculate();
    expect([sheet.value(0, 0), sheet.value(0, 2)]).toEqual([2, 12]);
    expect(calculation.circular).toEqual([]);
  });

  it('does not take a circle through a branch that is not evaluated for one', () => {
    const { sheet, calculation } = makeSheet([['=IF(TRUE,1,B1)', '=A1+1']]);
    expect([sheet.value(0, 0), sheet.value(0, 1)]).toEqual([1, 2]);
    expect(calculation.circular).toEqual([]);
  });

  it('spills arrays, refers to them with #, and respills when they change', () => {
    const { sheet, calculation } = makeSheet([[3, '=A1*{1;2;3}', '=SUM(B1#)', '=B2']]);
    expect(column(sheet, 1, 3)).toEqual([3, 6, 9]);
    expect(sheet.cell(0, 1)?.spill).toEqual({ rows: 3, columns: 1 });
    expect(sheet.cell(2, 1)?.spilledFrom).toEqual({ row: 0, column: 1 });
    expect(sheet.value(0, 2)).toBe(18);
    expect(sheet.value(0, 3)).toBe(6);
    sheet.put(0, 0, { value: 1 });
    calculation.recalculate();
    expect([sheet.value(0, 2), sheet.value(0, 3)]).toEqual([6, 2]);
    sheet.put(0, 1, { formula: 'A1*{1;2}' });
    calculation.recalculate();
    expect(column(sheet, 1, 3)).toEqual([1, 2, null]);
  });

  it('gives #SPILL! when something stands in the way, and spills once it is gone', () => {
    const { sheet, calculation } = makeSheet([['={1;2;3}'], [null], ['here']]);
    expect(sheet.value(0, 0)).toEqual(new CellError('#SPILL!'));
    expect(sheet.value(1, 0)).toBeNull();
    sheet.put(2, 0, { value: null });
    calculation.recalculate();
    expect(column(sheet, 0, 3)).toEqual([1, 2, 3]);
    sheet.put(1, 0, { value: 'typed over' });
    calculation.recalculate();
    expect(column(sheet, 0, 3)).toEqual([new CellError('#SPILL!'), 'typed over', null]);
  });

  it('empties what a formula had filled when the formula is cleared', () => {
    const { sheet, calculation } = makeSheet([['={1;2;3}', '=SUM(A1:A3)']]);
    expect(sheet.value(0, 1)).toBe(6);
    sheet.put(0, 0, { value: null });
    calculation.recalculate();
    expect(column(sheet, 0, 3)).toEqual([null, null, null]);
    expect(sheet.value(0, 1)).toBe(0);
  });

  it('gives a value to every formula, readable or not', () => {
    const { sheet } = makeSheet([['=1+', '=NOSUCH(1)', '=A9', '=Nowhere!A1', '=nosuchname']]);
    expect(Array.from({ length: 5 }, (_, c) => sheet.value(0, c))).toEqual([
      new CellError('#NAME?', 'The formula ends too soon.'),
      new CellError('#NAME?'),
      0,
      new CellError('#REF!'),
      new CellError('#NAME?'),
    ]);
  });
});
