import { planWorkbook } from '../../src/app/planWorkbook';
import { outcomeView } from '../../src/app/views';
import type { Workbook } from '../../src/host/model/workbook';
import { dayOf } from '../../src/planning/time/civil';
import { createDirectPlanner } from '../../src/worker/directPlanner';
import { connect } from '../excel/support';
import { shortWorkbook } from '../support/shortWorkbook';
import { workbookOf } from '../support/workbook';

const today = dayOf(2026, 1, 5);

async function figuresOf(workbook: Workbook): Promise<Record<string, string>> {
  await connect(workbook);
  const outcome = await planWorkbook({ planner: createDirectPlanner(), today, at: today, by: 'test' });
  return Object.fromEntries(outcomeView(outcome, 'en').figures.map(({ label, text }) => [label, text]));
}

describe('the figures that the pane shows of a plan', () => {
  it('name the year of the sales target, and tell of the balance', async () => {
    const figures = await figuresOf(shortWorkbook());
    expect(figures['Sales target 2026']).toBe('€120,000');
    expect(Object.keys(figures)).toEqual(expect.arrayContaining(['Demand served', 'Profit of the plan']));
  });

  it('leave out profit and shortages where there are no families to price them by', async () => {
    const figures = await figuresOf(
      workbookOf(
        {
          Targets: [
            ['Objective', 'Team', 'Metric', 'Year', 'Target'],
            ['Growth', 'Sales', 'Revenue', 2026, 5000],
          ],
          Pipeline: [
            ['Opportunity', 'Stage', 'Amount', 'Close date', 'Family', 'Quantity'],
            ['P1', 'Proposal', 900, today + 30, 'Advice', 3],
          ],
          Capacity: [
            ['Resource', 'Regular'],
            ['Sales', 40],
          ],
        },
        { tables: true },
      ),
    );
    expect(Object.keys(figures)).toContain('Sales target 2026');
    expect(Object.keys(figures)).not.toContain('Profit of the plan');
    expect(Object.keys(figures)).not.toContain('Money at stake in shortages');
  });
});
