import { explainCell } from '../../../src/app/explain/explainCell';
import type { Explanation } from '../../../src/app/explain/explanation';
import type { PlanMemory } from '../../../src/app/explain/scene';
import { planWorkbook } from '../../../src/app/planWorkbook';
import { recallPlan } from '../../../src/app/recallPlan';
import type { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { openXlsx } from '../../../src/host/xlsx/open';
import { saveXlsx } from '../../../src/host/xlsx/save';
import type { Language } from '../../../src/planning/input';
import { dayOf } from '../../../src/planning/time/civil';
import { createDirectPlanner } from '../../../src/worker/directPlanner';
import { connect } from '../../excel/support';
import { shortWorkbook } from '../../support/shortWorkbook';
import { workbookOf } from '../../support/workbook';

const today = dayOf(2026, 1, 5);
const planner = createDirectPlanner();
const FIRST_BUCKET = 5;

let embedded: EmbeddedWorkbook;
let memory: PlanMemory;

beforeAll(async () => {
  embedded = await connect(shortWorkbook());
  const outcome = await planWorkbook({ planner, today, at: today, by: 'test' });
  if (outcome.status === 'blocked') throw new Error(JSON.stringify(outcome.issues));
  memory = outcome.memory;
});

/** The row of a label below a heading, as a reader finds it. */
function rowOf(sheet: string, block: string, label: string): number {
  const cells = embedded.workbook.sheet(sheet)!;
  const below = (from: number, text: string): number => {
    for (let row = from; row < 500; row += 1) if (cells.value(row, 0) === text) return row;
    throw new Error(`No ${text} on ${sheet}`);
  };
  return below(below(0, block), label);
}

async function explain(sheet: string, row: number, column: number, language: Language = 'en'): Promise<Explanation> {
  const outcome = await explainCell({ sheet, row, column }, memory, language);
  if (outcome.status !== 'explained') throw new Error(outcome.status);
  return outcome.explanation;
}

function part(explanation: Explanation, heading: RegExp) {
  const found = explanation.parts.find((own) => heading.test(own.heading));
  if (!found) throw new Error(`No ${heading} in ${explanation.parts.map((own) => own.heading).join('; ')}`);
  return found.lines;
}

describe('explaining a cell', () => {
  it('says why a family is short, what one more hour is worth and what would help, with jumps to the cells that set the limit', async () => {
    const lost = rowOf('Balance', 'Chairs', 'Lost');
    const short = memory.plan.shortages.find((own) => own.family === 'Chairs')!;
    const cell = await explain('Balance', lost, FIRST_BUCKET + short.bucket);
    expect(cell.title).toBe(`Lost — Chairs, ${memory.plan.buckets[short.bucket]!.label}`);
    const [cause] = part(cell, /^Short by .* lost: what blocks it/);
    expect(cause?.text).toContain('Capacity of Line');
    expect(cause?.amount).toMatch(/one more is worth €\d/);
    expect(part(cell, /cheapest first/)[0]?.amount).toMatch(/€\d/);
    const limit = part(cell, /set the limit/)[0]!;
    expect(limit).toMatchObject({ text: 'Regular: Line', amount: '100', place: 'Capacity!B2' });
    expect(limit.cell).toEqual({ sheet: 'Capacity', row: 1, column: 1 });
  });

  it('lists what the formula reads, with the values that stand there', async () => {
    const row = rowOf('Balance', 'Sofas', 'Closing stock');
    const cell = await explain('Balance', row, FIRST_BUCKET + 1);
    const read = part(cell, /formula reads/);
    expect(read.map((line) => line.text)).toContain('Opening stock — Sofas, 2026-W03');
    const sheet = embedded.workbook.sheet('Balance')!;
    const sum = read.map(({ cell: at, amount }) => [
      Number(amount === '–' ? 0 : amount),
      Number(sheet.value(at!.row, at!.column)),
    ]);
    for (const [shown, value] of sum) expect(shown).toBeCloseTo(value!, 1);
  });

  it('pegs supply to the demand it serves, and the lines add up to the supply', async () => {
    const row = rowOf('Balance', 'Sofas', 'Arrivals');
    const item = memory.plan.balance!.items.find((own) => own.family === 'Sofas' && own.bucket === 0)!;
    const lines = part(await explain('Balance', row, FIRST_BUCKET), /^It serves/);
    const sum = lines.reduce((total, line) => total + Number(line.amount), 0);
    expect(sum).toBeCloseTo(item.arrived, 1);
  });

  it('gives the price of one more hour with the range in which it holds, and who takes the capacity', async () => {
    const tight = memory.plan.balance!.resources.find((own) => (own.price ?? 0) > 0)!;
    const cell = await explain('Balance', rowOf('Balance', 'Line', 'Load'), FIRST_BUCKET + tight.bucket);
    const [price, range] = part(cell, /^Price of one more/);
    expect(price?.amount).toBe(
      new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(tight.price!),
    );
    expect(range?.text).toMatch(/^Holds (while capacity is between|up to|from a capacity of)/);
    expect(part(cell, /^Who takes/).map((line) => line.text.split(':')[0])).toContain('Sofas');
    expect(part(cell, /^How it stands/).map((line) => line.text)).toContain('What demand alone would ask');
  });

  it('gives the price of one more unit with the number of units for which it holds', async () => {
    const { items } = memory.plan.balance!;
    const priced = items.find((own) => (own.price ?? 0) > 0 && own.priceRange?.more !== undefined)!;
    const cell = await explain(
      'Balance',
      rowOf('Balance', priced.family, 'Closing stock'),
      FIRST_BUCKET + priced.bucket,
    );
    const [price, range] = part(cell, /^Price of one more/);
    expect(price).toMatchObject({ text: 'One more unit needed here costs' });
    const more = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(priced.priceRange!.more!);
    expect(range?.text).toContain(`up to ${more} units more`);
  });

  it('says of a demand cell which voices it comes from, with the reason of an override and the order that nets it', async () => {
    const row = rowOf('Demand plan', 'Sofas — weighted streams', 'Consensus demand');
    const cell = await explain('Demand plan', row, FIRST_BUCKET + 1);
    const inputs = part(cell, /^Input cells/);
    expect(inputs[0]).toMatchObject({ text: 'Sales, Anna: Fair in Milan', amount: '44' });
    expect(inputs[1]).toMatchObject({ text: 'Order of 13 Jan 2026, Rossi', amount: '12' });
    expect(part(cell, /comes about/).map((line) => [line.text, line.amount])).toContainEqual([
      'Forecast consumed by orders',
      '-12',
    ]);
  });

  it('gives a target its weight: share of the year, of the working days, and the index between them', async () => {
    const region = memory.specs.find((own) => own.key === 'cascade')!.subjects![0]!;
    const month = region.periods!.find((own) => own.level === 'month')!;
    const cell = await explain('Target cascade', region.range.row, month.first);
    expect(cell.title).toBe('Growth, Jan 2026');
    expect(part(cell, /^Weight of Jan 2026/).map((line) => line.text)).toEqual(
      expect.arrayContaining(['Share of the year', '22 of 261 working days']),
    );
  });

  it('follows a figure of the summary to the sheet it is read from', async () => {
    const row = rowOf('Plan summary', 'Lost, units', 'Lost, units');
    const cell = await explain('Plan summary', row, 1);
    expect(part(cell, /formula reads/)[0]?.cell?.sheet).toBe('Balance');
    expect(part(cell, /to blame/)[0]?.text).toContain('Line');
  });

  it('speaks Italian when asked to', async () => {
    const cell = await explain('Balance', rowOf('Balance', 'Sofas', 'Made'), FIRST_BUCKET, 'it');
    expect(cell.what).toMatch(/^Una decisione/);
  });

  it('has nothing to say on sheets that are not ours', async () => {
    expect(await explainCell({ sheet: 'Families', row: 1, column: 1 }, memory, 'en')).toEqual({ status: 'not-ours' });
  });

  it('finds the row again where rows were inserted above, and says so where the sheet is another plan’s', async () => {
    const sheet = embedded.workbook.sheet('Balance')!;
    const row = rowOf('Balance', 'Chairs', 'Lost');
    const stranger = { ...memory, specs: memory.specs.map((spec) => ({ ...spec, rows: [[], [], ...spec.rows] })) };
    const moved = await explainCell({ sheet: 'Balance', row, column: FIRST_BUCKET }, stranger, 'en');
    expect(moved.status).toBe('explained');
    const none = { ...memory, specs: memory.specs.map((spec) => ({ ...spec, rows: [] })) };
    expect((await explainCell({ sheet: sheet.name, row, column: FIRST_BUCKET }, none, 'en')).status).toBe('other-plan');
  });

  it('says what was changed by hand, and what follows from it', async () => {
    const sheet = embedded.workbook.sheet('Balance')!;
    const made = rowOf('Balance', 'Sofas', 'Made');
    const before = sheet.value(made, FIRST_BUCKET) as number;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Balance').getRangeByIndexes(made, FIRST_BUCKET, 1, 1).values = [
        [before + 5],
      ];
      await context.sync();
    });
    expect((await explain('Balance', made, FIRST_BUCKET)).notes).toEqual([expect.stringMatching(/^Changed by hand/)]);
    const arrivals = rowOf('Balance', 'Sofas', 'Arrivals');
    expect((await explain('Balance', arrivals, FIRST_BUCKET)).notes).toEqual([
      expect.stringMatching(/^Follows a change/),
    ]);
  });

  it('works on a workbook that was saved and opened again, by making the plan again without writing', async () => {
    embedded = await connect(openXlsx(saveXlsx(embedded.workbook)).workbook);
    const before = saveXlsx(embedded.workbook);
    memory = (await recallPlan({ planner, today }))!;
    expect(saveXlsx(embedded.workbook)).toEqual(before);
    const short = memory.plan.shortages.find((own) => own.family === 'Chairs')!;
    const cell = await explain('Balance', rowOf('Balance', 'Chairs', 'Lost'), FIRST_BUCKET + short.bucket);
    expect(part(cell, /^Short by/)[0]?.text).toContain('Capacity of Line');
    expect(cell.notes[0]).toMatch(/made again from the input sheets/);
  });

  it('says that a unit could be made but not sold, where the sales teams are what lacks', async () => {
    const start = dayOf(2026, 1, 5);
    embedded = await connect(
      workbookOf(
        {
          Targets: [
            ['Objective', 'Team', 'Metric', 'Year', 'Target'],
            ['Growth', 'Sales', 'Revenue', 2026, 12_000],
          ],
          Pipeline: [
            ['Opportunity', 'Stage', 'Amount', 'Close date'],
            ['P1', 'Proposal', 10, start + 30],
          ],
          Capacity: [
            ['Resource', 'Kind', 'Regular', 'Heads', 'Hours per head', 'Quota'],
            ['Line', 'Line', 500, '', '', ''],
            ['Sales', 'Team', '', 1, 40, 12_000],
          ],
          Families: [
            ['Family', 'Price', 'Unit cost'],
            ['Chairs', 10, 1],
          ],
          Routings: [
            ['Family', 'Resource', 'Hours'],
            ['Chairs', 'Line', 1],
          ],
          Overrides: [
            ['Family', 'Period', 'Stream', 'Quantity'],
            ['Chairs', start, 'Consensus', 300],
          ],
          Settings: [
            ['Setting', 'Value'],
            ['Plan start', start],
            ['Horizon', 4],
            ['Country', 'none'],
          ],
        },
        { tables: true },
      ),
    );
    const outcome = await planWorkbook({ planner, today, at: today, by: 'test' });
    if (outcome.status === 'blocked') throw new Error(JSON.stringify(outcome.issues));
    memory = outcome.memory;
    const cell = await explain('Balance', rowOf('Balance', 'Chairs', 'Lost'), FIRST_BUCKET);
    expect(part(cell, /^Ways another unit/)).toEqual([
      { text: 'Make: possible in 2026-W02, but Sales cannot sell it' },
    ]);
  });
});
