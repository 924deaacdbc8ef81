import { Workbook } from '../../src/host/model/workbook';
import { openXlsx } from '../../src/host/xlsx/open';
import { saveXlsx } from '../../src/host/xlsx/save';
import { report, stopwatch } from './report';

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

function measure<T>(what: string, limit: number, run: () => T): T {
  const stop = stopwatch();
  const result = run();
  report(what, stop(), limit);
  return result;
}

const file = measure('50,000 × 12 cells: saved, made from nothing', 6_000, () => saveXlsx(makeWorkbook()));
const { workbook } = measure('50,000 × 12 cells: opened', 3_000, () => openXlsx(file));
measure('… saved, nothing changed', 1_000, () => saveXlsx(workbook));
workbook.sheet('Data')?.put(5, 5, { value: 1 });
measure('… saved, one cell changed', 3_000, () => saveXlsx(workbook));
for (let row = 0; row < ROWS; row++) workbook.sheet('Data')?.write(row, 4, { value: row });
measure('… saved, every row changed', 6_000, () => saveXlsx(workbook));
if (
  openXlsx(saveXlsx(workbook))
    .workbook.sheet('Data')
    ?.value(ROWS - 1, 4) !==
  ROWS - 1
)
  throw new Error('A cell was lost.');
