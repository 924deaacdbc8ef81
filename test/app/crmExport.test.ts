import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Papa from 'papaparse';
import { planWorkbook } from '../../src/app/planWorkbook';
import { dayOf } from '../../src/planning/time/civil';
import { createDirectPlanner } from '../../src/worker/directPlanner';
import { connect } from '../excel/support';
import { workbookOf, type CellInput } from '../support/workbook';

const folder = resolve(__dirname, '../../../shared/data/crm');

/** A file of the export as it comes: numbers as numbers, all else as text. */
function rowsOf(file: string): CellInput[][] {
  const { data } = Papa.parse<string[]>(readFileSync(resolve(folder, file), 'utf8').trim());
  return data.map((row) => row.map((text) => (text === '' ? undefined : /^-?\d+$/.test(text) ? Number(text) : text)));
}

(existsSync(folder) ? test : test.skip)('a CRM export is planned as it comes, without mapping a column', async () => {
  await connect(
    workbookOf({
      Targets: [
        ['Objective', 'Team', 'Metric', 'Year', 'Target'],
        ['Hardware', 'Central', 'Revenue', 2017, 11_000_000],
      ],
      sales_pipeline: rowsOf('sales_pipeline.csv'),
      products: rowsOf('products.csv'),
      Capacity: [
        ['Resource', 'Heads', 'Hours per head'],
        ['Central', 60, 40],
      ],
      Settings: [
        ['Setting', 'Value'],
        ['Plan start', '2017-10-01'],
        ['Bucket', 'Month'],
        ['Horizon', 6],
      ],
    }),
  );
  const outcome = await planWorkbook({
    planner: createDirectPlanner(),
    today: dayOf(2017, 10, 1),
    at: dayOf(2017, 10, 1),
    by: 'test',
    language: 'en',
  });
  if (outcome.status === 'blocked') throw new Error(outcome.issues.map((issue) => issue.code).join());
  const { sales, issues } = outcome.plan;
  const closed = rowsOf('sales_pipeline.csv').filter((row) => row[4] === 'Won');
  // Dates are text, month first: read day first, some won deals would fall out of the fiscal year.
  expect(sales.won).toBe(closed.reduce((total, row) => total + Number(row[7]), 0));
  expect(sales.stages.map((stage) => [stage.stage, stage.count])).toEqual([
    ['Prospecting', 500],
    ['Engaging', 2409],
    ['Lost', 1684],
    ['Won', 3042],
  ]);
  expect(sales.weighted).toBeGreaterThan(1_000_000);
  expect(issues.find((issue) => issue.code === 'amount-from-price')?.params).toMatchObject({ count: 2909 });
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
});
