import { Workbook } from '../../src/host/model/workbook';
import { openXlsx } from '../../src/host/xlsx/open';
import { saveXlsx } from '../../src/host/xlsx/save';

/** Opening and saving 50,000 × 12 cells: texts, numbers and a column of formulas. `node -r @swc-node/register test/bench/xlsx.ts` */
const ROWS = 50_000;
const COLUMNS = 12;

function makeWorkbook(): Workbook {
  const workbook = new Workbook();
  const sheet = workbook.addSheet('Data');
  let seed = 1;
  const random = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const isFormula = column === COLUMNS - 1;
      if (isFormula) {
        const formula = `E${row + 1}*2+SUM(F${row + 1}:G${row + 1})`;
        sheet.cells.set(row, column, { value: row * 2, formula, style: 0 });
      } else {
        const value = column < 4 ? `Text ${Math.floor(random() * 5000)}` : Math.round(random() * 1e6) / 100;
        sheet.cells.set(row, column, { value, style: 0 });
      }
    }
  return workbook;
}

function measure<T>(what: string, run: () => T): T {
  const start = performance.now();
  const result = run();
  console.log(`${what.padEnd(24)} ${Math.round(performance.now() - start)} ms`);
  return result;
}

const file = measure('save, made from nothing', () => saveXlsx(makeWorkbook()));
console.log(`${'size'.padEnd(24)} ${(file.length / 1e6).toFixed(1)} MB`);
const { workbook } = measure('open', () => openXlsx(file));
measure('save, nothing changed', () => saveXlsx(workbook));
workbook.sheet('Data')?.put(5, 5, { value: 1 });
measure('save, one cell changed', () => saveXlsx(workbook));
for (let row = 0; row < ROWS; row++) workbook.sheet('Data')?.write(row, 4, { value: row });
measure('save, every row changed', () => saveXlsx(workbook));
