import { makePlan } from '../../../src/planning/plan';
import { monthlyCase, monthStart, rowsOf } from '../../fixtures/cases/build';
import { quietTools, readTables } from '../../support/planTables';

test('demand is told in the parts of a unit that the balance decides in, so that what is served leaves no dust of backlog', async () => {
  const tables = monthlyCase(
    4,
    { Objective: 'Service first' },
    {
      Capacity: rowsOf([{ Resource: 'Line', Kind: 'Line', Per: 'Period', Regular: 5000 }]),
      Stages: rowsOf([
        { Stage: 'Lead', 'Win rate': 1 / 3, 'Days to close': 60 },
        { Stage: 'Offer', 'Win rate': 0.7, 'Days to close': 20 },
      ]),
      Pipeline: rowsOf(
        [0, 1, 2, 3].flatMap((month) =>
          ['Lead', 'Offer'].map((Stage, at) => ({
            Opportunity: `O${month}${at}`,
            Stage,
            Amount: 1000 + 7 * month,
            Family: 'A',
            'Close date': monthStart(month) + 14,
          })),
        ),
      ),
      Families: rowsOf([{ Family: 'A', Price: 10, 'Unit cost': 1, 'Backlog cost': 1 }]),
      Routings: rowsOf([{ Family: 'A', Resource: 'Line', Hours: 1 }]),
    },
  );
  const { demand, balance } = await makePlan(readTables(tables).input, await quietTools());
  const consensus = demand[0]?.buckets.map((point) => point.consensus) ?? [];
  expect(consensus[1]).toBe(104.056667);
  for (const units of consensus) expect(Math.abs(units * 1e6 - Math.round(units * 1e6))).toBeLessThan(1e-6);
  expect(balance?.items.map((row) => row.shipped)).toEqual(consensus);
  expect(balance?.items.map((row) => row.backlog + row.lost)).toEqual([0, 0, 0, 0]);
});
