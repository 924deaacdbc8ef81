import fc from 'fast-check';
import { planActivities } from '../../src/planning/activities/activities';
import { resourceCapacity } from '../../src/planning/capacity/resources';
import type { PlanInput } from '../../src/planning/input';
import { salesPlan } from '../../src/planning/pipeline/sales';
import { cascadeTargets } from '../../src/planning/targets/cascade';
import { targetUnits } from '../../src/planning/targets/units';
import { makeContext } from '../../src/planning/time/context';
import type { Day } from '../../src/planning/units';
import { activity, capacity, day, deal, family, inputOf, origin, settingsOf, stage, target } from './support/records';

const TEAMS = ['Sales', 'Plant', 'sales ', 'Ghost'];
const FAMILIES = ['Pump', 'pump', 'Valve'];
const STAGES = ['Lead', 'Offer', 'Won', 'Lost', 'Limbo'];
const NAMES = ['Design', 'Build', 'Launch', 'Build FS'];

const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const date = fc.integer({ min: day('2025-06-01'), max: day('2028-06-01') }).map((serial) => serial as Day);
const money = fc.integer({ min: -1000, max: 1_000_000 });

const settings = fc.record({
  horizon: fc.integer({ min: 1, max: 20 }),
  bucket: fc.constantFrom('Week' as const, 'Month' as const),
  dailyWeeks: fc.integer({ min: 0, max: 6 }),
  fiscalYearStart: fc.integer({ min: 1, max: 12 }),
  fiscalPattern: fc.constantFrom('Calendar' as const, '4-4-5' as const, '5-4-4' as const),
  weekStart: fc.constantFrom(1 as const, 7 as const),
  planStart: date,
  today: date,
});

const anyInput: fc.Arbitrary<PlanInput> = fc
  .record({
    settings,
    targets: fc.array(
      fc.record({
        objective: fc.constantFrom('Grow', 'Ship'),
        team: fc.constantFrom(...TEAMS),
        metric: fc.constantFrom('Revenue', 'Units', 'Customers'),
        year: fc.integer({ min: 2025, max: 2029 }),
        target: money,
        family: some(fc.constantFrom(...FAMILIES)),
        aggregation: fc.constantFrom('Sum' as const, 'End' as const, 'Average' as const),
        phasing: some(fc.constantFrom('Even', 'Seasonal', 'Working days', 'Nonsense')),
        parent: some(fc.constantFrom('Grow', 'Ship', 'Nowhere')),
      }),
      { maxLength: 8 },
    ),
    pipeline: fc.array(
      fc.record({
        stage: fc.constantFrom(...STAGES),
        amount: some(money),
        closeDate: some(date),
        created: some(date),
        quantity: some(fc.integer({ min: 0, max: 100 })),
        family: some(fc.constantFrom(...FAMILIES)),
        owner: some(fc.constantFrom('Anna', 'Bruno')),
        team: some(fc.constantFrom(...TEAMS)),
        probability: some(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
      { maxLength: 40 },
    ),
    stages: fc.array(
      fc.record({
        name: fc.constantFrom(...STAGES),
        winRate: some(fc.double({ min: 0, max: 1, noNaN: true })),
        daysToClose: some(fc.integer({ min: 0, max: 200 })),
      }),
      { maxLength: 4 },
    ),
    activities: fc.array(
      fc.record({
        name: fc.constantFrom(...NAMES),
        team: fc.constantFrom(...TEAMS),
        kind: fc.constantFrom('Task' as const, 'Recurring' as const, 'Milestone' as const),
        driver: fc.constantFrom(
          { kind: 'Fixed' as const },
          { kind: 'Target' as const },
          { kind: 'Entries' as const, stage: 'Lead' },
          { kind: 'Production' as const, family: 'Pump' },
        ),
        rate: some(fc.double({ min: 0, max: 20, noNaN: true })),
        per: fc.constantFrom('Day' as const, 'Week' as const, 'Month' as const, 'Quarter' as const),
        duration: some(fc.integer({ min: 0, max: 15 })),
        start: some(date),
        due: some(date),
        after: some(fc.constantFrom('Design', 'Build FS+2d; Launch', 'Build SS-3', 'Nobody')),
      }),
      { maxLength: 8 },
    ),
    heads: fc.array(fc.record({ heads: fc.integer({ min: 0, max: 20 }), from: some(date), quota: some(money) }), {
      maxLength: 3,
    }),
    people: fc.array(
      fc.record({
        name: fc.constantFrom('Anna', 'Bruno', 'Carla'),
        start: some(date),
        fte: fc.constantFrom(0, 0.5, 1),
      }),
      {
        maxLength: 3,
      },
    ),
  })
  .map((made) =>
    inputOf({
      settings: settingsOf(made.settings),
      targets: made.targets.map((row, index) => target({ ...row, row: index + 1 })),
      pipeline: made.pipeline.map((row, index) => deal({ ...row, row: index + 1 })),
      stages: made.stages.map(({ name, ...row }, index) => stage(name, { ...row, row: index + 1 })),
      activities: made.activities.map(({ name, ...row }, index) => activity(name, { ...row, row: index + 1 })),
      capacity: made.heads.map((row, index) =>
        capacity('Sales', { ...row, row: index + 1, hoursPerHead: 38, ramp: 3 }),
      ),
      people: made.people.map((row, index) => ({ ...row, origin: origin('People', index + 1, 'name'), team: 'Sales' })),
      families: [family('Pump', { price: 50 })],
    }),
  );

test('no workbook, however odd, breaks targets, sales or activities, and what they add up ties out', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const context = makeContext(input);
      const targets = cascadeTargets(input, context);
      const sales = salesPlan(input, context, targets.cascade);
      targetUnits(input, context, targets.cascade);
      const { resources } = resourceCapacity(input, context);
      const plan = planActivities(input, context, {
        cascade: targets.cascade,
        sales: sales.sales,
        resources,
        demand: [],
      });
      const open = [...targets.tieOuts, ...sales.tieOuts, ...plan.tieOuts].filter(
        (tieOut) => tieOut.name !== 'parent-children' && Math.abs(tieOut.difference) > 1e-4,
      );
      expect(open).toEqual([]);
      expect(JSON.stringify([targets, sales.sales, plan])).not.toMatch(/NaN|null/u);
      for (const row of plan.activities) {
        expect(row.date).toBeGreaterThanOrEqual(context.settings.planStart);
        expect(row.date).toBeLessThanOrEqual(context.buckets.at(-1)?.end ?? 0);
        expect(row.quantity).toBeGreaterThan(0);
      }
    }),
    { numRuns: 100, seed: 2027 },
  );
});
