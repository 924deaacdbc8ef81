import type { PlanInput } from '../../src/planning/input';
import { inspectInput } from '../../src/planning/inspect';
import type { Issue } from '../../src/planning/issue';
import { sortIssues } from '../../src/planning/issue';
import { makePlan } from '../../src/planning/plan';
import type { LpSolver } from '../../src/planning/balance/solver';
import { sum } from '../../src/planning/targets/round';
import type { PlanTools, Progress } from '../../src/planning/tools';
import { createHighsSolver } from '../../src/worker/highs';
import { activity, capacity, day, deal, family, inputOf, origin, settingsOf, stage, target } from './support/records';

let solver: LpSolver;
beforeAll(async () => {
  solver = await createHighsSolver();
});

function tools(changes: Partial<PlanTools> = {}): PlanTools {
  return { solver, onProgress: () => undefined, ...changes };
}

/** A workshop: one family on one line, a sales team with a funnel of two stages, eight weeks from Monday 4 January 2027. */
function workshop(changes: Partial<PlanInput> = {}): PlanInput {
  return inputOf({
    settings: settingsOf({ planStart: day('2027-01-04'), today: day('2027-01-04'), horizon: 8, country: 'none' }),
    targets: [
      target({ row: 1, objective: 'Sell', target: 261_000 }),
      target({ row: 2, objective: 'Ship', team: 'Plant', metric: 'Units', family: 'Pump', target: 5220 }),
    ],
    stages: [
      stage('Lead', { row: 1, winRate: 0.25, daysToClose: 14 }),
      stage('Offer', { row: 2, winRate: 0.5, daysToClose: 7 }),
    ],
    pipeline: [
      deal({ row: 1, stage: 'Won', amount: 1000, closeDate: day('2026-11-10') }),
      deal({ row: 2, stage: 'Offer', amount: 4000, closeDate: day('2027-01-20') }),
    ],
    capacity: [
      capacity('Line', { row: 1, regular: 60, kind: 'Line', cost: 10 }),
      capacity('Sales', { row: 2, regular: 80, kind: 'Team' }),
    ],
    families: [family('Pump', { price: 50, unitCost: 20, openingStock: 40 })],
    routings: [
      {
        origin: origin('Routings', 1, 'family'),
        family: 'Pump',
        resource: 'Line',
        hours: 0.5,
        setupHours: 0,
        modeCost: 0,
        offsetWeeks: 0,
      },
    ],
    activities: [
      activity('Call', { row: 1, objective: 'Sell', driver: { kind: 'Entries', stage: 'Lead' }, rate: 3, hours: 0.5 }),
      activity('Inspect', {
        row: 2,
        team: 'Plant',
        objective: 'Ship',
        driver: { kind: 'Production', family: 'Pump' },
        rate: 0.1,
        hours: 1,
      }),
      activity('Review', { row: 3, kind: 'Milestone', team: 'Plant', due: day('2027-02-12') }),
    ],
    ...changes,
  });
}

test('a small plan comes out as worked by hand', async () => {
  const plan = await makePlan(workshop(), tools());
  expect(plan.buckets.map((bucket) => bucket.label).slice(0, 2)).toEqual(['2027-W01', '2027-W02']);

  // 5,220 units over 261 working days: 100 a week; the pipeline names no family, so the targets are the demand.
  expect(plan.demand.map((own) => [own.family, own.source])).toEqual([['Pump', 'Targets']]);
  expect(plan.demand[0]?.buckets.map((point) => point.consensus)).toEqual([100, 100, 100, 100, 100, 100, 100, 100]);

  // 800 units less 40 in stock, half an hour each at 10 and 20 of material: 760 × 25.
  expect(plan.balance?.status).toBe('optimal');
  expect(plan.balance?.totalCost).toBeCloseTo(760 * 25, 6);
  expect(sum(plan.balance?.items.map((item) => item.made) ?? [])).toBeCloseTo(760, 6);
  expect(plan.shortages).toEqual([]);

  // 5,000 a week at 1,000 a deal: five wins, twenty leads two weeks before; the offer brings 2,000 in the third week.
  expect(plan.sales.weeks.slice(0, 4).map((week) => week.winsNeeded)).toEqual([5, 5, 3, 5]);
  expect(plan.sales.weeks.slice(0, 3).map((week) => week.entries['Lead'])).toEqual([12, 20, 20]);
  expect(plan.sales.alreadyLate).toEqual({ wins: 10, amount: 10_000 });

  const calls = plan.activities.filter((row) => row.activity === 'Call');
  expect(sum(calls.map((row) => row.quantity))).toBe(3 * (12 + 7 * 20));
  const inspections = plan.activities.filter((row) => row.activity === 'Inspect');
  expect(sum(inspections.map((row) => row.quantity))).toBe(76);
  expect(plan.workload.find((week) => week.team === 'Sales')).toMatchObject({ loadHours: 18, capacityHours: 80 });
  expect(plan.milestones.map((own) => own.name)).toContain('Review');
});

test('every tie-out reads zero', async () => {
  const plan = await makePlan(workshop(), tools());
  expect(plan.tieOuts.length).toBeGreaterThan(10);
  expect(plan.tieOuts.filter((tieOut) => Math.abs(tieOut.difference) > 1e-6)).toEqual([]);
});

test('the same input gives the same plan, byte for byte', async () => {
  const first = JSON.stringify(await makePlan(workshop(), tools()));
  expect(JSON.stringify(await makePlan(workshop(), tools()))).toBe(first);
});

test('a service firm with the three required sheets gets a plan too', async () => {
  const plan = await makePlan(
    workshop({ families: [], routings: [], activities: [], stages: [], targets: [target({ target: 261_000 })] }),
    tools(),
  );
  expect(plan.activities.length).toBeGreaterThan(0);
  expect(plan.issues.filter((issue) => issue.severity !== 'info')).toEqual([]);
});

test('inspecting the data gives the issues of the plan, without solving', async () => {
  const faulty = workshop({
    pipeline: [deal({ row: 2, stage: 'Offer', amount: 4000, closeDate: day('2026-11-20') })],
    activities: [
      activity('Inspect', { row: 2, team: 'Plant', driver: { kind: 'Production', family: 'Pump' }, rate: 0.1 }),
      activity('Weigh', { row: 3, team: 'Plant', driver: { kind: 'Production', family: 'Ghost' } }),
    ],
    materials: [
      { origin: origin('Materials', 1, 'parent'), parent: 'Pump', component: 'Rotor', quantity: 1 },
      { origin: origin('Materials', 2, 'parent'), parent: 'Rotor', component: 'Pump', quantity: 1 },
    ],
  });
  const found = await inspectInput(faulty);
  expect(found.map((issue) => issue.code)).toEqual(
    expect.arrayContaining(['deal-past-close', 'material-cycle', 'activity-family-unknown']),
  );
  const { issues } = await makePlan(faulty, tools());
  expect(found).toEqual(issues.filter((issue) => issue.code !== 'team-without-capacity'));
});

test('nothing at all is a plan with nothing in it', async () => {
  const plan = await makePlan(inputOf(), tools());
  expect(plan).toMatchObject({ cascade: [], activities: [], milestones: [], demand: [], shortages: [] });
  expect(plan.buckets).toHaveLength(13);
});

test('progress never falls and ends with the whole', async () => {
  const told: Progress[] = [];
  await makePlan(workshop(), tools({ onProgress: (progress) => told.push(progress) }));
  const fractions = told.map((progress) => progress.fraction);
  expect([...fractions].sort((left, right) => left - right)).toEqual(fractions);
  expect(told.at(-1)).toEqual({ stage: 'done', fraction: 1 });
});

test.each(['targets', 'pipeline', 'demand', 'activities'])(
  'a plan cancelled at %s stops with the reason given',
  async (stageName) => {
    const control = new AbortController();
    const reason = new Error('The user changed their mind');
    const plan = makePlan(
      workshop(),
      tools({
        signal: control.signal,
        onProgress: ({ stage: reached }) => {
          if (reached === stageName) control.abort(reason);
        },
      }),
    );
    await expect(plan).rejects.toBe(reason);
  },
);

test('issues stand in one order whoever found them', () => {
  const issue = (code: string, severity: Issue['severity'], row?: number): Issue => ({
    code,
    severity,
    ...(row === undefined ? { sheet: 'A' } : { cell: { sheet: 'A', row, column: 0 } }),
    params: {},
  });
  const issues = [
    issue('c', 'info', 1),
    issue('b', 'warning', 2),
    issue('a', 'warning', 2),
    issue('d', 'error', 9),
    issue('e', 'warning'),
  ];
  expect(sortIssues(issues).map((own) => own.code)).toEqual(['d', 'e', 'a', 'b', 'c']);
  expect(sortIssues([...issues].reverse())).toEqual(sortIssues(issues));
});
