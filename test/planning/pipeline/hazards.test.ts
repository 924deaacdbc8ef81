import fc from 'fast-check';
import { chanceToWin, estimateHazards, type AgedDeal } from '../../../src/planning/pipeline/hazards';
import { salesPlan } from '../../../src/planning/pipeline/sales';
import { makeContext } from '../../../src/planning/time/context';
import { addDays } from '../../../src/planning/time/civil';
import { day, deal, inputOf, settingsOf } from '../support/records';

test('hazards are the shares of those still open at an age', () => {
  const deals: AgedDeal[] = [
    { age: 0, outcome: 'Lost' },
    { age: 1, outcome: 'Won' },
    { age: 1, outcome: 'Open' },
    { age: 2, outcome: 'Won' },
  ];
  expect(estimateHazards(deals)).toEqual({ win: [0, 1 / 3, 1], loss: [0.25, 0, 0] });
});

test('an open deal counts among those at risk up to its age and no further', () => {
  const hazards = estimateHazards([
    { age: 5, outcome: 'Open' },
    { age: 9, outcome: 'Open' },
    { age: 1, outcome: 'Won' },
  ]);
  expect(hazards).toEqual({ win: [0, 1 / 3], loss: [0, 0] });
  expect(estimateHazards([{ age: 5, outcome: 'Open' }])).toEqual({ win: [], loss: [] });
});

test('the chance to win grows with time, falls short of what is lost, and is nothing beyond what was ever seen', () => {
  const hazards = { win: [0, 0.5, 0.5], loss: [0, 0.25, 0.5] };
  expect([0, 1, 2, 3, 9].map((weeks) => chanceToWin(hazards, 0, weeks))).toEqual([0, 0, 0.5, 0.625, 0.625]);
  expect(chanceToWin(hazards, 2, 1)).toBe(0.5);
  expect(chanceToWin(hazards, 3, 10)).toBe(0);
});

test('when every deal has closed, a new one is won as often as they were', () => {
  const closed = fc.record({
    age: fc.integer({ min: 0, max: 30 }),
    outcome: fc.constantFrom('Won' as const, 'Lost' as const),
  });
  fc.assert(
    fc.property(fc.array(closed, { minLength: 1, maxLength: 60 }), (deals) => {
      const rate = deals.filter((own) => own.outcome === 'Won').length / deals.length;
      expect(chanceToWin(estimateHazards(deals), 0, 100)).toBeCloseTo(rate, 9);
    }),
  );
});

test('the pipeline weighed by age says what deals of that age have come to', () => {
  const created = day('2026-01-05');
  const closed = Array.from({ length: 40 }, (_, index) =>
    deal({ row: index + 1, stage: index < 10 ? 'Won' : 'Lost', amount: 10, created, closeDate: addDays(created, 140) }),
  );
  const input = inputOf({
    settings: settingsOf({ planStart: day('2026-06-01'), today: day('2026-06-01') }),
    pipeline: [
      ...closed,
      deal({ row: 90, stage: 'Offer', amount: 1000, created: day('2026-05-25'), closeDate: day('2026-07-01') }),
      deal({ row: 91, stage: 'Offer', amount: 1000, created: day('2025-01-01'), closeDate: day('2026-07-01') }),
    ],
  });
  const { sales } = salesPlan(input, makeContext(input), []);
  // The old deal outlived every closed one; at its age of 20 weeks it was at risk with the forty.
  expect(sales.weightedByAge).toBeCloseTo((1000 * 10) / 41, 6);
});
