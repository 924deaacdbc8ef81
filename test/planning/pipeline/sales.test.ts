import type { PlanInput } from '../../../src/planning/input';
import { salesPlan } from '../../../src/planning/pipeline/sales';
import { cascadeTargets } from '../../../src/planning/targets/cascade';
import { sum } from '../../../src/planning/targets/round';
import { makeContext } from '../../../src/planning/time/context';
import { day, deal, family, inputOf, settingsOf, stage, target } from '../support/records';

const STAGES = [
  stage('Lead', { row: 1, winRate: 0.25, daysToClose: 56 }),
  stage('Proposal', { row: 2, winRate: 0.5, daysToClose: 14 }),
];

function salesOf(changes: Partial<PlanInput>): ReturnType<typeof salesPlan> {
  const input = inputOf(changes);
  const context = makeContext(input);
  return salesPlan(input, context, cascadeTargets(input, context).cascade);
}

test('target, won, weighted and coverage are of the fiscal year of Plan start', () => {
  const { sales, tieOuts } = salesOf({
    stages: STAGES,
    targets: [target({ year: 2026, target: 1000 }), target({ year: 2027, target: 9000 })],
    pipeline: [
      deal({ row: 1, stage: 'Won', amount: 400, closeDate: day('2026-05-04') }),
      deal({ row: 2, stage: 'Won', amount: 999, closeDate: day('2025-11-30') }),
      deal({ row: 3, stage: 'Proposal', amount: 600, closeDate: day('2026-12-10') }),
      deal({ row: 4, stage: 'Lead', amount: 800, closeDate: day('2027-01-10') }),
      deal({ row: 5, stage: 'Proposal', amount: 300, closeDate: day('2026-12-31'), probability: 0.9 }),
      deal({ row: 6, stage: 'Proposal', amount: 5000, closeDate: day('2026-12-11'), category: 'Omitted' }),
    ],
  });
  expect(sales).toMatchObject({ target: 1000, won: 400, weighted: 570, coverage: 1.5, averageDeal: 400 });
  expect(sales.p10).toBe(300);
  expect(sales.p90).toBe(900);
  expect(sales.chanceOfTarget).toBeCloseTo(0.5, 12);
  expect(sales.months.map((month) => month.label).slice(-3)).toEqual(['2026-12', '2027-01', '2027-02']);
  expect(tieOuts.map((tieOut) => tieOut.difference)).toEqual([0, 0, 0, 0]);
});

describe('the year of the sales figures', () => {
  const horizon = { planStart: day('2026-11-30'), today: day('2026-11-25'), horizon: 26 };
  const won = deal({ row: 1, stage: 'Won', amount: 400, closeDate: day('2026-05-04') });
  const open = deal({ row: 2, stage: 'Proposal', amount: 600, closeDate: day('2027-02-10') });
  const yearOf = (changes: Parameters<typeof settingsOf>[0], ...years: readonly number[]) => {
    const { sales, issues, tieOuts } = salesOf({
      settings: settingsOf(changes),
      stages: STAGES,
      targets: years.map((year, row) => target({ row: row + 1, year, target: year })),
      pipeline: [won, open],
    });
    return { sales, tieOuts, said: issues.filter((issue) => issue.code === 'sales-year-later') };
  };

  test('is the next one where this year has no revenue target, and it is said', () => {
    const { sales, tieOuts, said } = yearOf({ ...horizon, horizon: 9 }, 2027, 2028);
    expect(sales).toMatchObject({ year: 2027, target: 2027, won: 0, weighted: 300 });
    expect(said).toMatchObject([{ severity: 'info', params: { year: 2027, start: 2026, reason: 'noTarget' } }]);
    expect(tieOuts.map((tieOut) => tieOut.difference)).toEqual([0, 0, 0, 0]);
  });

  test('is the one that holds most of the horizon where this one holds less than a quarter of it', () => {
    const { sales, said } = yearOf(horizon, 2026, 2027);
    expect(sales).toMatchObject({ year: 2027, target: 2027 });
    expect(said).toMatchObject([{ params: { year: 2027, start: 2026, reason: 'littleLeft' } }]);
    expect(sales.months.map((month) => month.label)).toEqual([
      '2026-11',
      '2026-12',
      ...Array.from({ length: 12 }, (_, month) => `2027-${String(month + 1).padStart(2, '0')}`),
    ]);
  });

  test('stays the year of Plan start where no later one has a target, and on a horizon of many years', () => {
    expect(yearOf(horizon, 2026)).toMatchObject({ sales: { year: 2026, target: 2026, won: 400 }, said: [] });
    expect(yearOf(horizon)).toMatchObject({ sales: { year: 2026, target: 0 }, said: [] });
    const long = { ...horizon, planStart: day('2027-01-01'), bucket: 'Month' as const, horizon: 60 };
    expect(yearOf(long, 2027, 2028, 2029)).toMatchObject({ sales: { year: 2027 }, said: [] });
  });
});

test('needed coverage is one over the win rate by value', () => {
  const closed = Array.from({ length: 20 }, (_, index) =>
    deal({
      row: index + 1,
      stage: index < 5 ? 'Won' : 'Lost',
      amount: index < 5 ? 100 : undefined,
      closeDate: day('2026-06-01'),
    }),
  );
  expect(salesOf({ pipeline: closed }).sales.neededCoverage).toBe(4);
  const open = [deal({ row: 1, stage: 'Lead', amount: 100 }), deal({ row: 2, stage: 'Proposal', amount: 300 })];
  expect(salesOf({ stages: STAGES, pipeline: open }).sales.neededCoverage).toBeCloseTo(400 / 175, 12);
});

test('the funnel of the textbook: 1.2 million at 30 thousand a deal', () => {
  const { sales } = salesOf({
    settings: settingsOf({ planStart: day('2027-01-01'), today: day('2026-12-31'), horizon: 53 }),
    targets: [target({ target: 1_200_000 })],
    stages: [
      stage('MQL', { row: 1, winRate: 0.25 * 0.5 * 0.3, daysToClose: 0 }),
      stage('SQL', { row: 2, winRate: 0.25 * 0.5, daysToClose: 0 }),
      stage('Opportunity', { row: 3, winRate: 0.25, daysToClose: 0 }),
    ],
    pipeline: [deal({ stage: 'Won', amount: 30_000, closeDate: day('2026-10-10') })],
  });
  const entriesInto = (name: string): number => sum(sales.weeks.map((week) => week.entries[name] ?? 0));
  expect(sum(sales.weeks.map((week) => week.winsNeeded))).toBeCloseTo(40, 9);
  expect(entriesInto('Opportunity')).toBeCloseTo(160, 9);
  expect(entriesInto('SQL')).toBeCloseTo(320, 9);
  expect(entriesInto('MQL')).toBeCloseTo(1066.667, 3);
  expect(sales.alreadyLate).toEqual({ wins: 0, amount: 0 });
});

test('entries come a lag before their wins; wins whose lag reaches into the past are late', () => {
  const { sales } = salesOf({
    settings: settingsOf({ planStart: day('2027-01-04'), today: day('2027-01-04'), country: 'none' }),
    targets: [target({ target: 261_000 })],
    stages: STAGES,
    pipeline: [deal({ stage: 'Won', amount: 1000, closeDate: day('2026-10-10') })],
  });
  const week = sales.weeks[3];
  expect(week?.target).toBe(5000);
  expect(week?.winsNeeded).toBe(5);
  expect(week?.entries).toEqual({ Lead: 20, Proposal: 10 });
  expect(sales.alreadyLate).toEqual({ wins: 40, amount: 40_000 });
});

test('what the open pipeline brings in one week helps the weeks after it, and its deals move on through the stages', () => {
  const { sales } = salesOf({
    settings: settingsOf({ planStart: day('2027-01-04'), today: day('2027-01-04'), country: 'none' }),
    targets: [target({ target: 261_000 })],
    stages: STAGES,
    pipeline: [
      deal({ row: 1, stage: 'Won', amount: 1000, closeDate: day('2026-10-10') }),
      deal({ row: 2, stage: 'Lead', amount: 32_000, closeDate: day('2027-01-27') }),
    ],
  });
  expect(sales.weeks.slice(0, 6).map((week) => week.winsNeeded)).toEqual([5, 5, 5, 0, 2, 5]);
  expect(sales.weeks.slice(0, 6).map((week) => week.openEntries?.['Proposal'])).toEqual([0, 0.5, 0, 0, 0, 0]);
  expect(sales.weeks[1]?.entries['Proposal']).toBe(0.5);
});

test('a year ahead of its target needs nothing more, which is of no help to the next year', () => {
  const { sales } = salesOf({
    settings: settingsOf({ planStart: day('2026-12-14'), today: day('2026-12-14'), country: 'none' }),
    stages: STAGES,
    targets: [target({ year: 2026, target: 261_000 }), target({ year: 2027, target: 261_000 })],
    pipeline: [deal({ row: 1, stage: 'Won', amount: 300_000, closeDate: day('2026-10-10') })],
  });
  expect(sales.weeks.slice(0, 2).map((week) => week.winsNeeded)).toEqual([0, 0]);
  expect(sales.weeks[3]?.winsNeeded).toBeCloseTo(5000 / 300_000, 12);
});

test('expected units are quantity times probability, or money over price, by the bucket of the close', () => {
  const { pipelineUnits, issues } = salesOf({
    stages: STAGES,
    families: [family('Alpha', { price: 50 })],
    pipeline: [
      deal({ row: 1, stage: 'Proposal', family: 'alpha', amount: 1000, quantity: 30, closeDate: day('2026-12-08') }),
      deal({ row: 2, stage: 'Lead', family: 'ALPHA', amount: 1000, closeDate: day('2026-12-10') }),
      deal({ row: 3, stage: 'Lead', family: 'Beta', amount: 1000, closeDate: day('2026-12-10') }),
      deal({ row: 4, stage: 'Lead', amount: 1000, closeDate: day('2026-12-10') }),
      deal({ row: 5, stage: 'Won', family: 'Alpha', amount: 1000, closeDate: day('2026-12-10') }),
    ],
  });
  expect([...pipelineUnits.keys()]).toEqual(['Alpha']);
  expect(pipelineUnits.get('Alpha')?.slice(0, 3)).toEqual([0, 20, 0]);
  expect(
    issues.filter((issue) => issue.code.startsWith('deals-without')).map((issue) => [issue.code, issue.cell?.row]),
  ).toEqual([
    ['deals-without-family', 4],
    ['deals-without-units', 3],
  ]);
});

test('an open deal past its close date is expected as late as its stage takes, and told', () => {
  const { sales, issues } = salesOf({
    stages: STAGES,
    targets: [target({ year: 2026, target: 1000 })],
    pipeline: [
      deal({ row: 3, stage: 'Proposal', amount: 100, closeDate: day('2026-11-02') }),
      deal({ row: 4, stage: 'Proposal', amount: 100 }),
    ],
  });
  expect(sales.weeks.find((week) => week.week === '2026-W51')?.weighted).toBe(100);
  expect(issues).toContainEqual({
    code: 'deal-past-close',
    severity: 'warning',
    cell: { sheet: 'Pipeline', row: 3, column: 3 },
    params: { deal: 'O3', days: 14 },
  });
  expect(issues.find((issue) => issue.code === 'close-date-assumed')?.params).toEqual({ count: 1 });
});

test('a pipeline full of the same fault is summarised', () => {
  const { issues } = salesOf({
    stages: STAGES,
    pipeline: Array.from({ length: 300 }, (_, index) =>
      deal({ row: index + 1, stage: 'Lead', closeDate: day('2026-12-24') }),
    ),
  });
  expect(issues.filter((issue) => issue.code === 'deal-without-amount')).toHaveLength(20);
  expect(issues.find((issue) => issue.code === 'more-issues')).toEqual({
    code: 'more-issues',
    severity: 'warning',
    sheet: 'Pipeline',
    params: { count: 280, like: 'deal-without-amount' },
  });
});

test('a deal without an amount is worth its units at the price of its family, and it is said', () => {
  const { sales, issues } = salesOf({
    stages: STAGES,
    targets: [target({ year: 2026, target: 1000 })],
    families: [family('Valve', { price: 50 })],
    pipeline: [
      deal({ row: 1, stage: 'Proposal', family: 'valve', closeDate: day('2026-12-10') }),
      deal({ row: 2, stage: 'Proposal', family: 'Valve', quantity: 3, closeDate: day('2026-12-10') }),
      deal({ row: 3, stage: 'Proposal', family: 'Unknown', closeDate: day('2026-12-10') }),
      deal({ row: 4, stage: 'Lost', family: 'Valve', closeDate: day('2026-11-10') }),
    ],
  });
  expect(sales.weighted).toBe(100);
  expect(issues.filter((issue) => issue.code === 'amount-from-price')).toMatchObject([
    { severity: 'info', cell: { row: 1 }, params: { count: 2 } },
  ]);
  expect(issues.filter((issue) => issue.code === 'deal-without-amount')).toMatchObject([{ cell: { row: 3 } }]);
});
