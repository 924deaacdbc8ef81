import fc from 'fast-check';
import { planActivities } from '../../../src/planning/activities/activities';
import { makeDealer } from '../../../src/planning/activities/people';
import { resourceCapacity } from '../../../src/planning/capacity/resources';
import type { PersonRecord, PlanInput } from '../../../src/planning/input';
import { salesPlan } from '../../../src/planning/pipeline/sales';
import type { PlannedActivity } from '../../../src/planning/result';
import type { BalancePlan } from '../../../src/planning/resultBalance';
import { cascadeTargets } from '../../../src/planning/targets/cascade';
import { sum } from '../../../src/planning/targets/round';
import { makeContext } from '../../../src/planning/time/context';
import { addDays, weekdayOf } from '../../../src/planning/time/civil';
import { activity, capacity, day, deal, family, inputOf, origin, settingsOf, stage, target } from '../support/records';

const SETTINGS = settingsOf({
  planStart: day('2027-01-04'),
  today: day('2027-01-04'),
  horizon: 8,
  dailyWeeks: 2,
  country: 'none',
});
const STAGES = [
  stage('Lead', { row: 1, winRate: 0.25, daysToClose: 14 }),
  stage('Proposal', { row: 2, winRate: 0.5, daysToClose: 7 }),
];
const WON = deal({ row: 1, stage: 'Won', amount: 1000, closeDate: day('2026-10-10') });

function planOf(changes: Partial<PlanInput>, balance?: BalancePlan): ReturnType<typeof planActivities> {
  const input = inputOf({
    settings: SETTINGS,
    stages: STAGES,
    pipeline: [WON],
    targets: [target({ target: 261_000 })],
    ...changes,
  });
  const context = makeContext(input);
  const { cascade } = cascadeTargets(input, context);
  const { sales } = salesPlan(input, context, cascade);
  return planActivities(input, context, {
    cascade,
    sales,
    resources: resourceCapacity(input, context).resources,
    demand: [],
    balance,
  });
}

function person(name: string, changes: Partial<PersonRecord> = {}): PersonRecord {
  return { origin: origin('People', 1, 'name'), name, team: 'Sales', fte: 1, ...changes };
}

const total = (rows: readonly PlannedActivity[]): number => sum(rows.map((row) => row.quantity));

test('a weekly activity comes once a week, in the middle of it, and by week after the daily weeks', () => {
  const { activities } = planOf({ activities: [activity('Pipeline review', { rate: 1, hours: 1.5 })] });
  expect(activities).toHaveLength(8);
  expect(activities.slice(0, 3).map((row) => [row.date, row.grain, row.week, row.quantity, row.hours])).toEqual([
    [day('2027-01-06'), 'day', '2027-W01', 1, 1.5],
    [day('2027-01-13'), 'day', '2027-W02', 1, 1.5],
    [day('2027-01-18'), 'week', '2027-W03', 1, 1.5],
  ]);
});

test('calls follow the entries of their stage, week by week and in whole numbers', () => {
  const { activities } = planOf({
    activities: [activity('Call', { driver: { kind: 'Entries', stage: 'lead' }, rate: 12, hours: 0.25 })],
  });
  const weeks = new Set(activities.map((row) => row.week));
  expect(weeks.size).toBe(8);
  for (const week of weeks) expect(total(activities.filter((row) => row.week === week))).toBe(240);
  expect(activities.every((row) => Number.isInteger(row.quantity) && row.hours === row.quantity * 0.25)).toBe(true);
});

test('production and targets drive activities too', () => {
  const balance = {
    items: [0, 1, 2].map((bucket) => ({ family: 'Alpha', bucket, made: 100 })),
    resources: [],
  } as unknown as BalancePlan;
  const { activities } = planOf(
    {
      families: [family('Alpha')],
      activities: [
        activity('Quality check', { team: 'Plant', driver: { kind: 'Production', family: 'ALPHA' }, rate: 0.1 }),
        activity('Visit', { row: 2, objective: 'Grow', driver: { kind: 'Target' }, rate: 0.001 }),
      ],
    },
    balance,
  );
  expect(total(activities.filter((row) => row.activity === 'Quality check'))).toBe(30);
  expect(total(activities.filter((row) => row.activity === 'Visit' && row.week === '2027-W02'))).toBe(5);
});

test('a family that could not be balanced drives nothing, and is not called unknown', () => {
  const { activities, issues } = planOf({
    families: [family('Alpha')],
    activities: [activity('Quality check', { team: 'Plant', driver: { kind: 'Production', family: 'Alpha' } })],
  });
  expect(activities).toEqual([]);
  expect(issues).toEqual([]);
});

test('a driver nobody knows is reported at its cell and plans nothing', () => {
  const { activities, issues } = planOf({
    activities: [
      activity('Call', { row: 4, driver: { kind: 'Entries', stage: 'Nowhere' } }),
      activity('Check', { row: 5, driver: { kind: 'Production', family: 'Ghost' } }),
      activity('Visit', { row: 6, team: 'Nobody', driver: { kind: 'Target' } }),
    ],
  });
  expect(activities).toEqual([]);
  expect(issues.map((issue) => [issue.code, issue.cell])).toEqual([
    ['activity-stage-unknown', { sheet: 'Activities', row: 4, column: 2 }],
    ['activity-family-unknown', { sheet: 'Activities', row: 5, column: 2 }],
    ['activity-without-target', { sheet: 'Activities', row: 6, column: 2 }],
  ]);
});

test('without a playbook each sales team brings deals into the stages, shared among the owners of its deals', () => {
  const { activities, issues } = planOf({
    pipeline: [
      WON,
      deal({ row: 2, stage: 'Lead', owner: 'Bruno', amount: 10 }),
      deal({ row: 3, stage: 'Lead', owner: 'Anna', amount: 10 }),
    ],
  });
  expect(issues.map((issue) => issue.code)).toEqual(
    expect.arrayContaining(['playbook-default', 'owners-from-pipeline']),
  );
  const weekTwo = activities.filter((row) => row.week === '2027-W02');
  expect(new Set(weekTwo.map((row) => row.activity))).toEqual(new Set(['Lead', 'Proposal']));
  expect(total(weekTwo.filter((row) => row.activity === 'Lead'))).toBe(20);
  const shareOf = (owner: string): number => total(weekTwo.filter((row) => row.owner === owner));
  expect(shareOf('Anna') + shareOf('Bruno')).toBe(total(weekTwo));
  expect(Math.abs(shareOf('Anna') - shareOf('Bruno'))).toBeLessThanOrEqual(2);
});

test('without a playbook the other teams get what their targets ask for each week, hours as hours', () => {
  const { activities } = planOf({
    targets: [
      target({ row: 1, target: 261_000 }),
      target({ row: 2, objective: 'Billable hours', team: 'Delivery', metric: 'Hours', unit: 'h', target: 26_100 }),
      target({ row: 3, objective: 'Leads', team: 'Marketing', metric: 'Leads', target: 2610 }),
      target({ row: 4, objective: 'Satisfaction', team: 'Delivery', metric: 'NPS', target: 9, aggregation: 'Average' }),
    ],
  });
  const inWeek = (team: string): PlannedActivity[] =>
    activities.filter((row) => row.team === team && row.week === '2027-W02');
  expect([total(inWeek('Delivery')), sum(inWeek('Delivery').map((row) => row.hours))]).toEqual([500, 500]);
  expect([total(inWeek('Marketing')), sum(inWeek('Marketing').map((row) => row.hours))]).toEqual([50, 0]);
});

test('two sales teams share the entries by their targets', () => {
  const { activities } = planOf({
    targets: [target({ row: 1, team: 'North', target: 174_000 }), target({ row: 2, team: 'South', target: 87_000 })],
  });
  const inWeek = (team: string): number =>
    total(activities.filter((row) => row.team === team && row.activity === 'Lead' && row.week === '2027-W04'));
  expect(inWeek('North') + inWeek('South')).toBe(20);
  expect(inWeek('North')).toBeGreaterThanOrEqual(13);
});

test('work done once is spread over its days, after what it waits for, and late when it cannot be met', () => {
  const { activities, milestones, issues } = planOf({
    activities: [
      activity('Design', { row: 1, kind: 'Task', duration: 3, hours: 24, start: day('2027-01-05') }),
      activity('Build', { row: 2, kind: 'Task', duration: 2, hours: 8, after: 'Design FS+1d', due: day('2027-01-11') }),
      activity('Launch', { row: 3, kind: 'Milestone', after: 'build' }),
    ],
  });
  expect(activities.map((row) => [row.activity, row.date, row.hours, row.status])).toEqual([
    ['Design', day('2027-01-05'), 8, 'Planned'],
    ['Design', day('2027-01-06'), 8, 'Planned'],
    ['Design', day('2027-01-07'), 8, 'Planned'],
    ['Build', day('2027-01-11'), 4, 'Late'],
    ['Build', day('2027-01-12'), 4, 'Late'],
  ]);
  const own = milestones.filter((row) => row.kind !== 'Checkpoint');
  expect(own.map((row) => [row.name, row.date, row.slackDays, row.critical, row.kind])).toEqual([
    ['Design', day('2027-01-07'), -1, true, 'Task'],
    ['Build', day('2027-01-12'), -1, true, 'Task'],
    ['Launch', day('2027-01-12'), 0, true, 'Milestone'],
  ]);
  expect(issues).toContainEqual({
    code: 'due-missed',
    severity: 'warning',
    cell: { sheet: 'Activities', row: 2, column: 7 },
    params: { activity: 'Build', due: '2027-01-11', finish: '2027-01-12', days: 1 },
  });
});

test('loops and unknown predecessors are reported by row', () => {
  const { issues } = planOf({
    activities: [
      activity('A', { row: 1, kind: 'Task', after: 'B' }),
      activity('B', { row: 2, kind: 'Task', after: 'A' }),
      activity('C', { row: 3, kind: 'Task', after: 'Zed' }),
    ],
  });
  const found = issues.filter((issue) => issue.code.startsWith('after-'));
  expect(found.map((issue) => [issue.code, issue.cell?.row, issue.params])).toEqual([
    ['after-unknown', 3, { activity: 'C', after: 'Zed' }],
    ['after-loop', 1, { path: 'A ← B ← A', rows: '2, 3' }],
  ]);
});

test('every objective is checked at the quarter ends of the horizon and year, against what it must have reached', () => {
  const { milestones } = planOf({
    targets: [
      target({ target: 120, baseline: 80, metric: 'Customers', aggregation: 'End', phasing: 'Even', owner: 'Carla' }),
    ],
  });
  expect(milestones.map((row) => [row.name, row.date, row.value, row.owner])).toEqual([
    ['Grow · FY2027-Q1', day('2027-03-31'), 90, 'Carla'],
    ['Grow · FY2027-Q2', day('2027-06-30'), 100, 'Carla'],
    ['Grow · FY2027-Q3', day('2027-09-30'), 110, 'Carla'],
    ['Grow · FY2027-Q4', day('2027-12-31'), 120, 'Carla'],
  ]);
});

test('load meets capacity week by week; a team with more to do than it can is named, and its rows marked', () => {
  const { workload, activities, issues } = planOf({
    activities: [activity('Call', { rate: 30, hours: 2 })],
    capacity: [capacity('Sales', { row: 2, regular: 40, kind: 'Team' })],
  });
  expect(workload).toHaveLength(8);
  expect(workload[0]).toEqual({
    team: 'Sales',
    week: '2027-W01',
    start: day('2027-01-04'),
    workingDays: 5,
    loadHours: 60,
    capacityHours: 40,
  });
  expect(activities.every((row) => row.status === 'Over capacity')).toBe(true);
  expect(issues.find((issue) => issue.code === 'team-overloaded')).toMatchObject({
    cell: { sheet: 'Capacity', row: 2 },
    params: { team: 'Sales', count: 8, load: 60, capacity: 40, heads: 0.5 },
  });
});

test('people give a team its hours when Capacity does not, from and to the days they are there', () => {
  const { workload } = planOf({
    activities: [activity('Call', { rate: 4, hours: 1 })],
    people: [person('Anna', { hoursPerWeek: 20 }), person('Bruno', { start: day('2027-01-13') })],
  });
  expect(workload.slice(0, 3).map((week) => week.capacityHours)).toEqual([20, 20 + 24, 60]);
});

test('what falls in a closed week is done on the next day worked, and never on a day off', () => {
  const closed = Array.from({ length: 7 }, (_, index) => ({
    origin: origin('Holidays', index + 1, 'date'),
    date: addDays(day('2027-01-11'), index),
  }));
  const { activities } = planOf({
    holidays: closed,
    activities: [
      activity('Call', { driver: { kind: 'Entries', stage: 'Lead' }, rate: 1 }),
      activity('Review', { row: 2, rate: 1 }),
    ],
    settings: { ...SETTINGS, dailyWeeks: 8 },
  });
  expect(activities.filter((row) => row.week === '2027-W02')).toEqual([]);
  expect(total(activities.filter((row) => row.activity === 'Review'))).toBe(7);
  expect(activities.every((row) => weekdayOf(row.date) <= 5)).toBe(true);
});

test('hours of the daily plan are the load of the teams', () => {
  const { tieOuts } = planOf({
    activities: [activity('Call', { rate: 7, hours: 0.3 }), activity('Talk', { team: 'Two', rate: 3 })],
  });
  expect(tieOuts).toEqual([{ name: 'activity-hours', params: {}, difference: 0 }]);
});

test('a recurring activity keeps its total for any rate, period and grain', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }).map((n) => n / 10),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 1, max: 4 }),
      (rate, dailyWeeks, people) => {
        const { activities } = planOf({
          settings: { ...SETTINGS, dailyWeeks },
          activities: [activity('Call', { rate })],
          people: Array.from({ length: people }, (_, index) => person(`P${index}`, { fte: 1 / (index + 1) })),
        });
        expect(total(activities)).toBe(Math.round(8 * rate + 1e-9));
        expect(activities.every((row) => Number.isInteger(row.quantity) && row.quantity > 0)).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});

test('everyone gets their share of the work within one unit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }),
      (weights, counts) => {
        const dealer = makeDealer(weights.map((weight, index) => ({ name: `P${index}`, weight })));
        const given = new Map<string, number>();
        for (const count of counts) {
          const dealt = dealer.deal(day('2027-01-04'), count);
          expect(sum(dealt.map((own) => own.count))).toBe(count);
          for (const own of dealt) given.set(own.name, (given.get(own.name) ?? 0) + own.count);
        }
        weights.forEach((weight, index) => {
          const due = (sum(counts) * weight) / sum(weights);
          expect(Math.abs((given.get(`P${index}`) ?? 0) - due)).toBeLessThan(weights.length > 2 ? 2 : 1 + 1e-9);
        });
      },
    ),
  );
});
