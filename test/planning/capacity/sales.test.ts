import fc from 'fast-check';
import {
  capacityOfCohorts,
  hiresNeeded,
  linearRamp,
  monthlyAttrition,
  steppedRamp,
  teamCapacity,
} from '../../../src/planning/capacity/sales';
import type { PlanInput } from '../../../src/planning/input';
import { salesPlan } from '../../../src/planning/pipeline/sales';
import { cascadeTargets } from '../../../src/planning/targets/cascade';
import { sum } from '../../../src/planning/targets/round';
import { makeContext } from '../../../src/planning/time/context';
import { hasCases, readCase } from '../support/cases';
import { capacity, day, inputOf, origin, settingsOf, target } from '../support/records';

const withCases = hasCases ? test : test.skip;
const TWELFTHS = Array.from({ length: 12 }, () => 1 / 12);

withCases('a team of seven ramped and three ramping sells what the guide says (case SALES-CAP-1)', () => {
  const { input, expected } = readCase<
    { ramped: number; ramping: number; quota: number; attainment: number; ramp_productivity: number },
    { capacity: number }
  >('SALES-CAP-1');
  expect(teamCapacity({ ...input, rampProductivity: input.ramp_productivity })).toBeCloseTo(expected.capacity, 9);
});

test('a linear ramp climbs from nothing, a stepped one stays on its last step', () => {
  expect([-1, 0, 1, 2, 4, 9].map(linearRamp(4))).toEqual([0, 0, 0.25, 0.5, 1, 1]);
  expect([0, 1, 2, 7].map(steppedRamp([0.2, 0.6, 1]))).toEqual([0.2, 0.6, 1, 1]);
  expect(linearRamp(0)(0)).toBe(1);
});

test('twelve months of attrition make a year of it', () => {
  expect((1 - monthlyAttrition(0.2)) ** 12).toBeCloseTo(0.8, 12);
  const course = capacityOfCohorts(
    [{ heads: 10, age: 50, quota: 1200, ramp: linearRamp(6) }],
    [...TWELFTHS, 1 / 12],
    0.2,
  );
  expect(course.heads[0]).toBe(10);
  expect(course.heads[12]).toBeCloseTo(8, 12);
});

test('beginners count for nothing before they begin, for their share while they ramp, and for nothing after they leave', () => {
  const { capacity: money } = capacityOfCohorts(
    [{ heads: 2, age: -1, quota: 1200, ramp: linearRamp(2), lastMonth: 4 }],
    TWELFTHS,
    0,
  );
  expect(money.slice(0, 6)).toEqual([0, 0, 100, 200, 200, 0]);
});

test('people are hired as late as their ramp allows, as few as will do, within the limit of recruiting', () => {
  const request = {
    capacity: [0, 0, 0, 0],
    shares: TWELFTHS.slice(0, 4),
    quota: 1200,
    ramp: linearRamp(2),
    attrition: 0,
  };
  expect(hiresNeeded({ ...request, targets: [0, 0, 0, 250] })).toEqual([0, 3, 0, 0]);
  expect(hiresNeeded({ ...request, targets: [0, 0, 0, 250], mostHires: 2 })).toEqual([1, 2, 0, 0]);
  expect(hiresNeeded({ ...request, targets: [0, 0, 100, 250] })).toEqual([1, 2, 0, 0]);
  expect(hiresNeeded({ ...request, targets: [100, 0, 0, 0] })).toEqual([0, 0, 0, 0]);
});

test('with no ramp and no limit the hires always meet the targets, and one fewer would not', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2000 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 50 }),
      (targets, heads, attritionPercent) => {
        const shares = targets.map(() => 1 / 12);
        const attrition = attritionPercent / 100;
        const own = [{ heads, age: 99, quota: 1200, ramp: linearRamp(0) }];
        const planned = capacityOfCohorts(own, shares, attrition).capacity;
        const hires = hiresNeeded({ targets, capacity: planned, shares, quota: 1200, ramp: linearRamp(0), attrition });
        const cohorts = hires.map((count, month) => ({ heads: count, age: -month, quota: 1200, ramp: linearRamp(0) }));
        const reached = capacityOfCohorts([...own, ...cohorts], shares, attrition).capacity;
        targets.forEach((wanted, month) => expect(reached[month]).toBeGreaterThanOrEqual(wanted - 1e-3));
        const worst = Math.max(...targets.map((wanted, month) => wanted - (planned[month] ?? 0)));
        if (attrition === 0) expect(sum(hires)).toBe(Math.max(0, Math.ceil(worst / 100 - 1e-6)));
      },
    ),
  );
});

function capacityOf(changes: Partial<PlanInput>): ReturnType<typeof salesPlan> {
  const input = inputOf({ settings: settingsOf({ planStart: day('2027-01-04'), country: 'none' }), ...changes });
  const context = makeContext(input);
  return salesPlan(input, context, cascadeTargets(input, context).cascade);
}

test('quotas follow the shape of the target; a team that cannot meet it is told whom to hire and from when', () => {
  const { sales, issues } = capacityOf({
    targets: [target({ target: 1_200_000, phasing: 'Even' })],
    capacity: [capacity('sales', { row: 3, heads: 10, quota: 100_000, ramp: 3, attrition: 0, kind: 'Team' })],
  });
  expect(sales.capacity).toHaveLength(12);
  expect(sales.capacity?.[0]).toMatchObject({ team: 'sales', label: '2027-01', heads: 10, target: 100_000, hires: 2 });
  expect(sales.capacity?.map((month) => Math.round(month.capacity))).toEqual(Array(12).fill(83_333));
  expect(sales.capacity?.slice(0, 4).map((month) => Math.round(month.capacityWithHires))).toEqual([
    83_333, 88_889, 94_444, 100_000,
  ]);
  expect(issues.find((issue) => issue.code === 'sales-capacity-short')).toMatchObject({
    cell: { sheet: 'Capacity', row: 3 },
    params: { team: 'sales', hires: 2, from: '2027-01' },
  });
});

test('people with quotas are counted one by one, from their start and with their own ramp', () => {
  const person = (name: string, changes: object) => ({
    origin: origin('People', 1, 'name'),
    name,
    team: 'Sales',
    fte: 1,
    quota: 120_000,
    ...changes,
  });
  const { sales } = capacityOf({
    targets: [target({ target: 120_000, phasing: 'Even' })],
    capacity: [capacity('Sales', { heads: 2, kind: 'Team' })],
    people: [person('Anna', {}), person('Bruno', { start: day('2027-02-01'), ramp: 2, fte: 0.5 })],
  });
  expect(sales.capacity?.map((month) => Math.round(month.capacity)).slice(0, 5)).toEqual([
    10_000, 10_000, 12_500, 15_000, 15_000,
  ]);
});

test('later Capacity rows bring beginners or let the longest-serving go', () => {
  const { sales } = capacityOf({
    capacity: [
      capacity('Sales', { row: 1, heads: 4, quota: 12_000, ramp: 1, kind: 'Team', to: day('2027-01-31') }),
      capacity('Sales', { row: 2, heads: 6, quota: 12_000, ramp: 1, from: day('2027-02-01'), to: day('2027-03-31') }),
      capacity('Sales', { row: 3, heads: 3, quota: 12_000, ramp: 1, from: day('2027-04-01') }),
    ],
  });
  expect(sales.capacity?.slice(0, 4).map((month) => [month.heads, month.productiveHeads])).toEqual([
    [4, 4],
    [6, 4],
    [6, 6],
    [3, 3],
  ]);
});
