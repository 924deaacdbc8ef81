import { planWorkbook } from '../../src/app/planWorkbook';
import type { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import type { BalancePlan } from '../../src/planning/resultBalance';
import { dayOf } from '../../src/planning/time/civil';
import { createDirectPlanner } from '../../src/worker/directPlanner';
import { connect } from '../excel/support';
import { shortWorkbook } from '../support/shortWorkbook';

const today = dayOf(2026, 1, 5);
const TOTAL = 4;
const FIRST_BUCKET = 5;
const BUCKETS = 6;

let embedded: EmbeddedWorkbook;
let balance: BalancePlan;

beforeEach(async () => {
  embedded = await connect(shortWorkbook());
  const outcome = await planWorkbook({ planner: createDirectPlanner(), today, at: today, by: 'test' });
  if (outcome.status === 'blocked' || !outcome.plan.balance) throw new Error('not planned');
  ({ balance } = outcome.plan);
});

function find(sheet: string, text: string, from = 0): number {
  const cells = embedded.workbook.sheet(sheet)!;
  for (let row = from; row < 500; row += 1) if (cells.value(row, 0) === text) return row;
  throw new Error(`No ${text} on ${sheet}`);
}

const rowOf = (block: string, label: string): number => find('Balance', label, find('Balance', block));

function number(sheet: string, row: number, column: number): number {
  const value = embedded.workbook.sheet(sheet)!.value(row, column);
  if (typeof value !== 'number') throw new Error(`${sheet} ${row},${column}: ${String(value)}`);
  return value;
}

const line = (block: string, label: string): number[] =>
  Array.from({ length: BUCKETS }, (_, bucket) => number('Balance', rowOf(block, label), FIRST_BUCKET + bucket));
const check = (label: string): number => number('Balance', rowOf('Checks that must read zero', label), TOTAL);
const verdict = (label: string): unknown => {
  const sheet = embedded.workbook.sheet('Checks')!;
  for (let row = 0; row < 100; row += 1) if (sheet.value(row, 1) === label) return sheet.value(row, 3);
  throw new Error(`No ${label} on Checks`);
};

/** What a planner does: types into the sheet, here through Excel's own API. */
async function type(block: string, label: string, bucket: number, value: number): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Balance');
    sheet.getRangeByIndexes(rowOf(block, label), FIRST_BUCKET + bucket, 1, 1).values = [[value]];
    await context.sync();
  });
}

describe('a planned workbook whose decisions are changed by hand', () => {
  it('moves stock, backlog, load and money after a produced quantity, and reads zero in every check before', async () => {
    for (const label of [
      'Stock below zero',
      'Stock above its maximum',
      'Made below zero',
      'Capacity or overtime over the limit',
    ])
      expect(check(label)).toBe(0);
    const made = line('Sofas', 'Made');
    const before = {
      load: line('Line', 'Load'),
      stock: line('Sofas', 'Closing stock'),
      backlog: line('Sofas', 'Backlog'),
    };
    const cost = number('Balance', rowOf('Totals in money', 'Total cost'), TOTAL);
    await type('Sofas', 'Made', 0, (made[0] ?? 0) - 3);
    const after = {
      load: line('Line', 'Load'),
      stock: line('Sofas', 'Closing stock'),
      backlog: line('Sofas', 'Backlog'),
    };
    expect(after.load[0]).toBeCloseTo((before.load[0] ?? 0) - 6, 6);
    // Three units fewer: taken from stock, or waited for, at the end of the horizon.
    const missing = (rows: typeof before): number => (rows.backlog[5] ?? 0) - (rows.stock[5] ?? 0);
    expect(missing(after) - missing(before)).toBeCloseTo(3, 5);
    expect(number('Balance', rowOf('Totals in money', 'Total cost'), TOTAL)).not.toBeCloseTo(cost, 1);
    expect(verdict('Cost on this sheet − cost of the optimiser')).toBe('To check');
  });

  it('turns the check of the stock limit red, on Balance and on Checks, when more is made than may be kept', async () => {
    expect(verdict('Stock above its maximum')).toBe('OK');
    const made = line('Sofas', 'Made');
    const stock = line('Sofas', 'Closing stock');
    await type('Sofas', 'Made', 5, (made[5] ?? 0) + 500);
    const over = line('Sofas', 'Above the maximum stock');
    expect(over.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    const waited = balance.items.find((item) => item.family === 'Sofas' && item.bucket === 5)?.backlog ?? 0;
    expect(over[5]).toBeCloseTo((stock[5] ?? 0) + 500 - waited - 60, 3);
    expect(check('Stock above its maximum')).toBeCloseTo(over[5] ?? 0, 3);
    expect(verdict('Stock above its maximum')).toBe('To check');
  });

  it('turns the check of the capacity limit red when more is made than the line can carry, also on the summary', async () => {
    const failed = (): number => number('Plan summary', find('Plan summary', 'Checks that do not read zero'), 1);
    expect(verdict('Capacity or overtime over the limit')).toBe('OK');
    const before = failed();
    const made = line('Chairs', 'Made');
    await type('Chairs', 'Made', 2, (made[2] ?? 0) + 400);
    const { capacity, overtime } = balance.resources.find((own) => own.bucket === 2)!;
    expect(check('Capacity or overtime over the limit')).toBeCloseTo(
      (line('Line', 'Load')[2] ?? 0) - overtime - capacity,
      2,
    );
    expect(verdict('Capacity or overtime over the limit')).toBe('To check');
    expect(failed()).toBeGreaterThan(before);
  });

  it('links Demand plan, Balance, Capacity load and Shortages by formulas', async () => {
    const consensus = find('Demand plan', 'Consensus demand', find('Demand plan', 'Chairs — consensus given'));
    const short = balance.items.find((item) => item.family === 'Chairs' && item.lost > 1)!;
    const shortage = (): number => number('Shortages', find('Shortages', 'Chairs'), 4);
    const before = {
      shortage: shortage(),
      load: number('Capacity load', find('Capacity load', 'Load of the demand'), FIRST_BUCKET + short.bucket),
    };
    const first = embedded.workbook.sheet('Shortages')!.value(find('Shortages', 'Chairs'), 1);
    const bucket = balance.items
      .filter((item) => item.family === 'Chairs')
      .findIndex((_, at) => embedded.workbook.sheet('Balance')!.value(4, FIRST_BUCKET + at) === first);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Demand plan');
      const cell = sheet.getRangeByIndexes(consensus, FIRST_BUCKET + bucket, 1, 1);
      cell.values = [[70]];
      await context.sync();
    });
    expect(number('Balance', rowOf('Chairs', 'Demand'), FIRST_BUCKET + bucket)).toBe(70);
    expect(shortage()).toBeCloseTo(before.shortage + 10, 5);
    if (bucket === short.bucket)
      expect(number('Capacity load', find('Capacity load', 'Load of the demand'), FIRST_BUCKET + bucket)).toBeCloseTo(
        before.load + 5,
        5,
      );
  });
});
