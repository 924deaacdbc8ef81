import { Calculation } from '../../src/host/formulas/calculation';
import type { Worksheet } from '../../src/host/model/workbook';
import { Workbook } from '../../src/host/model/workbook';
import type { Time } from './report';
import { report, timed } from './report';

/** Prints how long the formula engine takes; run with `node -r @swc-node/register test/bench/formulas.ts`. */

function edit(calculation: Calculation, sheet: Worksheet, row: number, column: number, value: number): Time {
  return timed(() => {
    sheet.put(row, column, { value });
    calculation.recalculate();
  });
}

/** 20,000 rows of five formulas over two constants, each column resting on the one before. */
function simpleFormulas(): void {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Sheet1');
  for (let row = 0; row < 20_000; row++) {
    const r = row + 1;
    sheet.write(row, 0, { value: row });
    sheet.write(row, 1, { value: (row * 7) % 13 });
    const formulas = [
      `A${r}*B${r}`,
      `C${r}+$A$1`,
      `IF(D${r}>100,D${r}-1,D${r}+1)`,
      `ROUND(E${r}/3,2)`,
      `SUM(A${r}:F${r})`,
    ];
    formulas.forEach((formula, i) => sheet.write(row, 2 + i, { formula }));
  }
  const calculation = new Calculation(workbook);
  report(
    '100,000 simple formulas: first calculation',
    timed(() => calculation.recalculate()),
    3_000,
  );
  report(
    '100,000 simple formulas: every one again',
    timed(() => calculation.recalculateAll()),
    3_000,
  );
  report('one edit (5 dependants)', edit(calculation, sheet, 10_000, 1, 5), 50);
  report('one edit, again', edit(calculation, sheet, 10_001, 1, 5), 50);
  if (sheet.value(10_000, 2) !== 50_000) throw new Error('A formula has a wrong value.');
}

function conditionalSums(): void {
  const workbook = new Workbook();
  const data = workbook.addSheet('Data');
  for (let row = 0; row < 20_000; row++) {
    data.write(row, 0, { value: `key${row % 500}` });
    data.write(row, 1, { value: row % 24 });
    data.write(row, 2, { value: row });
  }
  const sheet = workbook.addSheet('Report');
  for (let i = 0; i < 500; i++) sheet.write(i, 0, { value: `KEY${i}` });
  const calculation = new Calculation(workbook);
  calculation.recalculate();
  const fillColumn = (column: number, formula: (row: number) => string): Time =>
    timed(() => {
      for (let i = 0; i < 500; i++) sheet.write(i, column, { formula: formula(i) });
      sheet.changed({ top: 0, left: column, bottom: 499, right: column });
      calculation.recalculate();
    });
  const sum = 'SUMIFS(Data!$C$1:$C$20000,';
  const byKey = fillColumn(1, (i) => `${sum}Data!$A$1:$A$20000,A${i + 1},Data!$B$1:$B$20000,">=12")`);
  report('500 SUMIFS by key over 20,000 rows', byKey, 1_000);
  const byComparison = fillColumn(2, (i) => `SUMIFS(Data!C:C,Data!B:B,">"&${i % 20},Data!C:C,"<10000")`);
  report('500 SUMIFS by comparison over 20,000 rows', byComparison, 1_000);
  report(
    '500 INDEX/MATCH over 20,000 rows',
    fillColumn(3, (i) => `INDEX(Data!C:C,MATCH(A${i + 1},Data!A:A,0))`),
    1_000,
  );
  const lookUps = fillColumn(4, (i) => `XLOOKUP(A${i + 1},Data!$A$1:$A$20000,Data!$C$1:$C$20000,,0,-1)`);
  report('500 XLOOKUP over 20,000 rows', lookUps, 1_000);
  report('one edit in the data, all 2,000 again', edit(calculation, data, 5, 2, 1), 1_000);
}

function chains(): void {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Sheet1');
  sheet.write(0, 0, { value: 1 });
  for (let row = 1; row < 100_000; row++) sheet.write(row, 0, { formula: `A${row}+1` });
  const calculation = new Calculation(workbook);
  report(
    'a chain of 100,000 formulas',
    timed(() => calculation.recalculate()),
    3_000,
  );
  report('its first cell edited', edit(calculation, sheet, 0, 0, 2), 1_000);
}

function runningTotals(): void {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Sheet1');
  for (let row = 0; row < 4_000; row++) {
    sheet.write(row, 0, { formula: `ROW()*2` });
    sheet.write(row, 1, { formula: `SUM(A$1:A${row + 1})` });
  }
  const calculation = new Calculation(workbook);
  report(
    '4,000 running totals over formulas',
    timed(() => calculation.recalculate()),
    3_000,
  );
}

function spills(): void {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Sheet1');
  sheet.write(0, 0, { value: 50_000 });
  sheet.write(0, 1, { formula: 'SEQUENCE(A1)' });
  sheet.write(0, 2, { formula: 'SORT(FILTER(B1#,MOD(B1#,3)=0),,-1)' });
  sheet.write(0, 3, { formula: 'SUM(C1#)' });
  const calculation = new Calculation(workbook);
  report(
    'SORT of FILTER of a spill of 50,000',
    timed(() => calculation.recalculate()),
    1_500,
  );
}

simpleFormulas();
conditionalSums();
chains();
runningTotals();
spills();
