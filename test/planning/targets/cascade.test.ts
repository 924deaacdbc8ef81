import fc from 'fast-check';
import type { DemandRecord } from '../../../src/planning/input';
import type { CascadeLine } from '../../../src/planning/result';
import { cascadeTargets } from '../../../src/planning/targets/cascade';
import { topLines } from '../../../src/planning/targets/hierarchy';
import { sum } from '../../../src/planning/targets/round';
import { makeContext } from '../../../src/planning/time/context';
import { addDays, dayOf } from '../../../src/planning/time/civil';
import { day, inputOf, origin, settingsOf, target } from '../support/records';

function cascadeOf(changes: Parameters<typeof inputOf>[0]): ReturnType<typeof cascadeTargets> {
  const input = inputOf(changes);
  return cascadeTargets(input, makeContext(input));
}

function only(changes: Parameters<typeof inputOf>[0]): CascadeLine {
  const line = cascadeOf(changes).cascade[0];
  if (!line) throw new Error('No line');
  return line;
}

const values = (periods: readonly { readonly value: number }[]): number[] => periods.map((period) => period.value);

test('a sum follows the working days and ties out at every level', () => {
  const line = only({ targets: [target({ phasing: 'Working days' })] });
  expect(line.months.map((month) => month.workingDays)).toEqual([19, 20, 22, 22, 21, 21, 22, 22, 22, 20, 21, 22]);
  expect(sum(values(line.months))).toBe(1_200_000);
  expect(sum(values(line.quarters))).toBe(1_200_000);
  expect(sum(values(line.weeks))).toBe(1_200_000);
  expect(line.weeks[0]).toMatchObject({
    label: '2026-W53',
    start: day('2027-01-01'),
    end: day('2027-01-03'),
    value: 0,
  });
});

test('every aggregation ties out exactly for any target, phasing and fiscal calendar', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer({ min: -1_000_000, max: 100_000_000 }),
        fc.integer({ min: 1, max: 99_999 }).map((n) => n / 100),
      ),
      fc.constantFrom('Sum' as const, 'End' as const, 'Average' as const),
      fc.constantFrom('Even', 'Working days'),
      fc.constantFrom('Calendar' as const, '4-4-5' as const, '4-5-4' as const),
      fc.integer({ min: 1, max: 12 }),
      (amount, aggregation, phasing, fiscalPattern, fiscalYearStart) => {
        const { tieOuts } = cascadeOf({
          settings: settingsOf({ fiscalPattern, fiscalYearStart }),
          targets: [target({ target: amount, aggregation, phasing, baseline: 10 })],
        });
        expect(tieOuts).toHaveLength(3);
        expect(tieOuts.map((tieOut) => tieOut.difference)).toEqual([0, 0, 0]);
      },
    ),
    { numRuns: 60 },
  );
});

test('a level climbs from the baseline to the target and reaches it in the last month and week', () => {
  const line = only({
    targets: [target({ metric: 'Customers', target: 160, baseline: 100, aggregation: 'End', phasing: 'Even' })],
  });
  expect(values(line.months)).toEqual([105, 110, 115, 120, 125, 130, 135, 140, 145, 150, 155, 160]);
  expect(values(line.quarters)).toEqual([115, 130, 145, 160]);
  expect(values(line.weeks).at(-1)).toBe(160);
});

test("the baseline of a level is last year's target; without one the level is flat and the plan says so", () => {
  const rows = [
    target({ row: 1, metric: 'Customers', year: 2027, target: 120, aggregation: 'End' }),
    target({ row: 2, metric: 'Customers', year: 2028, target: 240, aggregation: 'End', phasing: 'Even' }),
  ];
  const { cascade, issues } = cascadeOf({ targets: rows });
  expect(new Set(values(cascade[0]?.months ?? []))).toEqual(new Set([120]));
  expect(cascade[1]?.months[0]?.value).toBe(130);
  expect(issues.filter((issue) => issue.code === 'baseline-missing')).toEqual([
    {
      code: 'baseline-missing',
      severity: 'warning',
      cell: { sheet: 'Targets', row: 1, column: 6 },
      params: { objective: 'Grow', year: 2027 },
    },
  ]);
});

test('an average holds in every period', () => {
  const line = only({ targets: [target({ metric: 'OEE', target: 0.85, aggregation: 'Average' })] });
  expect(new Set([...values(line.months), ...values(line.quarters)].map((value) => value.toFixed(12)))).toEqual(
    new Set(['0.850000000000']),
  );
  expect(line.step).toBe(0.01);
});

function monthlyHistory(shape: readonly number[]): DemandRecord[] {
  return [2024, 2025].flatMap((year) =>
    shape.map((quantity, index) => ({
      origin: origin('Demand', index + 1, 'date', 'family', 'quantity'),
      date: dayOf(year, index + 1, 1),
      family: 'A',
      quantity,
      dimensions: {},
    })),
  );
}

test('with two years of history a blank phasing is seasonal', () => {
  const shape = [100, 100, 100, 100, 100, 100, 100, 20, 100, 100, 100, 180];
  const line = only({
    settings: settingsOf({ planStart: day('2026-01-01') }),
    targets: [target({ year: 2026, target: 1100, metric: 'Units', family: 'a' })],
    demand: monthlyHistory(shape),
  });
  expect(line.phasing).toBe('Seasonal');
  expect(values(line.months)[7]).toBeLessThan(30);
  expect(values(line.months)[11]).toBeGreaterThan(150);
  expect(sum(values(line.months))).toBe(1100);
});

test('a weekly history gives the same season as the monthly one it is made of', () => {
  const weekly = Array.from({ length: 130 }, (_, week): DemandRecord => {
    const date = addDays(day('2024-01-01'), 7 * week);
    const august = date >= day('2025-08-01') && date <= day('2025-08-24');
    return { origin: origin('Demand', week + 1, 'date'), date, family: 'A', quantity: august ? 0 : 50, dimensions: {} };
  });
  const line = only({
    settings: settingsOf({ planStart: day('2026-07-01') }),
    targets: [target({ year: 2026, target: 1200, metric: 'Units', family: 'A' })],
    demand: weekly,
  });
  expect(line.phasing).toBe('Seasonal');
  expect(values(line.months)[7]).toBeLessThan((values(line.months)[6] ?? 0) * 0.8);
});

test('a season asked for without history is told, and working days stand in', () => {
  const { cascade, issues } = cascadeOf({ targets: [target({ phasing: 'Seasonal' })] });
  expect(cascade[0]?.phasing).toBe('Working days');
  expect(issues.map((issue) => issue.code)).toContain('season-without-history');
});

test("a profile's weights are the months' shares; gaps are told once", () => {
  const profiles = Array.from({ length: 11 }, (_, index) => ({
    origin: origin('Profiles', index + 1, 'profile', 'period', 'weight'),
    profile: 'Retail',
    period: index + 1,
    weight: index === 10 ? 90 : 1,
  }));
  const { cascade, issues } = cascadeOf({
    profiles,
    targets: [
      target({ row: 1, target: 1000, phasing: 'retail' }),
      target({ row: 2, target: 500, phasing: 'Retail', team: 'Two' }),
    ],
  });
  expect(values(cascade[0]?.months ?? [])).toEqual([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 900, 0]);
  expect(issues.filter((issue) => issue.code === 'profile-incomplete')).toHaveLength(1);
});

test('an unknown phasing, parent or circle is reported at its cell', () => {
  const { issues } = cascadeOf({
    targets: [
      target({ row: 1, objective: 'A', phasing: 'Wavy', parent: 'Nowhere' }),
      target({ row: 2, objective: 'B', parent: 'C' }),
      target({ row: 3, objective: 'C', parent: 'B' }),
    ],
  });
  const found = issues.map((issue) => [issue.code, issue.cell?.row]);
  expect(found).toContainEqual(['phasing-unknown', 1]);
  expect(found).toContainEqual(['parent-unknown', 1]);
  expect(found).toContainEqual(['parent-cycle', 2]);
  expect(found).toContainEqual(['parent-cycle', 3]);
});

test('children that do not add up to their parent leave a tie-out open and say by how much', () => {
  const { issues, tieOuts } = cascadeOf({
    targets: [
      target({ row: 1, objective: 'Grow', target: 1000 }),
      target({ row: 2, objective: 'North', team: 'North', parent: 'Grow', target: 600 }),
      target({ row: 3, objective: 'South', team: 'South', parent: 'grow', target: 350 }),
    ],
  });
  expect(tieOuts.find((tieOut) => tieOut.name === 'parent-children')?.difference).toBe(50);
  expect(issues.find((issue) => issue.code === 'children-below-parent')?.params).toEqual({
    objective: 'Grow',
    metric: 'Revenue',
    year: 2027,
    gap: 50,
  });
});

test('the company total counts neither children besides their parent nor families besides their total', () => {
  const { cascade } = cascadeOf({
    targets: [
      target({ row: 1, objective: 'Grow' }),
      target({ row: 2, objective: 'North', parent: 'Grow' }),
      target({ row: 3, objective: 'Grow', family: 'A' }),
      target({ row: 4, objective: 'New markets', family: 'B' }),
    ],
  });
  expect(topLines(cascade, 'Revenue').map((line) => [line.objective, line.family])).toEqual([
    ['Grow', undefined],
    ['New markets', 'B'],
  ]);
});

test('a plan whose own year has no target says so', () => {
  const { issues } = cascadeOf({ targets: [target({ year: 2028 })] });
  expect(issues).toContainEqual({
    code: 'no-target-in-plan-year',
    severity: 'warning',
    sheet: 'Targets',
    params: { year: 2026 },
  });
});
