import type { CascadeLine, CascadePeriod, Plan } from '../../src/planning/result';
import { dayOf } from '../../src/planning/time/civil';
import type { Day } from '../../src/planning/units';
import type { Bucket } from '../../src/planning/time/types';
import { settingsOf } from '../planning/support/records';
import { balanceFixture, MONTHS_IN_WEEK, STORIES, WEEKS } from './balanceFixture';

const START = dayOf(2026, 11, 30);

/** A week of the fixture, 0 = Monday 30 November 2026. */
function week(index: number): Bucket {
  const start = (START + 7 * index) as Day;
  return {
    index,
    label: index < 5 ? `2026-W${49 + index}` : `2027-W0${index - 4}`,
    start,
    end: (start + 6) as Day,
    workingDays: index === 1 ? 4 : 5,
    days: 7,
    fraction: 1,
  };
}
const SETTINGS = settingsOf({
  planStart: START,
  horizon: WEEKS,
  dailyWeeks: 2,
  yearEndWeekday: 7,
  today: dayOf(2026, 11, 25),
});

const YEAR_MONTHS = Array.from({ length: 12 }, (_, month) => month);

function monthsOf(value: (month: number) => number): CascadePeriod[] {
  return YEAR_MONTHS.map((month) => ({
    label: `2027-${String(month + 1).padStart(2, '0')}`,
    start: dayOf(2027, month + 1, 1),
    end: (dayOf(2027, month + 2, 1) - 1) as Day,
    workingDays: 20 + (month % 3),
    value: value(month),
  }));
}

function quartersOf(months: readonly CascadePeriod[], join: (values: readonly number[]) => number): CascadePeriod[] {
  return [0, 1, 2, 3].map((quarter) => {
    const own = months.slice(quarter * 3, quarter * 3 + 3);
    return {
      label: `2027-Q${quarter + 1}`,
      start: own[0]?.start ?? START,
      end: own[2]?.end ?? START,
      workingDays: own.reduce((sum, month) => sum + month.workingDays, 0),
      value: join(own.map((month) => month.value)),
    };
  });
}

/** Four stretches stand for the weeks of the year: enough to add up. */
function weeksOf(values: readonly number[]): CascadePeriod[] {
  return values.map((value, i) => ({
    label: `2027-W${String(10 + i)}`,
    start: dayOf(2027, 3, 8 + 7 * i),
    end: dayOf(2027, 3, 14 + 7 * i),
    workingDays: 5,
    value,
  }));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function cascadeFixture(): CascadeLine[] {
  const common = { team: 'Sales Italy', year: 2027, phasing: 'Working days', step: 1 };
  const revenue = monthsOf((month) => 100_000 + 1000 * month);
  const sum = total(revenue.map((month) => month.value));
  const heads = monthsOf((month) => 10 + month);
  const score = monthsOf(() => 8.5);
  const line = (objective: string, months: CascadePeriod[], rest: Partial<CascadeLine>): CascadeLine => ({
    ...common,
    objective,
    metric: 'Revenue',
    unit: 'EUR',
    target: sum,
    aggregation: 'Sum',
    months,
    quarters: quartersOf(months, total),
    weeks: weeksOf([sum / 2, sum / 4, sum / 8, sum / 8]),
    ...rest,
  });
  return [
    line('Grow retail', revenue, { owner: 'Anna Bianchi' }),
    line('Grow contract', revenue, { owner: 'Marco Rossi' }),
    line('Customers', heads, {
      metric: 'Customers',
      unit: 'customers',
      aggregation: 'End',
      target: 21,
      quarters: quartersOf(heads, (values) => values.at(-1) ?? 0),
      weeks: weeksOf([12, 15, 18, 21]),
    }),
    line('Satisfaction', score, {
      team: 'Service',
      metric: 'Score',
      unit: 'points',
      aggregation: 'Average',
      step: 0.1,
      target: 8.5,
      quarters: quartersOf(score, (values) => total(values) / values.length),
      weeks: weeksOf([8.5, 8.5, 8.5, 8.5]),
    }),
  ];
}

/** A small plan in which every sheet has something to show and every number agrees with every other. */
export function planFixture(change: Partial<Plan> = {}): Plan {
  const buckets = Array.from({ length: WEEKS }, (_, index) => week(index));
  const balance = balanceFixture();
  const activity = (at: number, team: string, name: string, hours: number, status: 'Planned' | 'Late' = 'Planned') => ({
    date: (START + at) as Day,
    grain: at < 14 ? ('day' as const) : ('week' as const),
    week: week(Math.floor(at / 7)).label,
    team,
    activity: name,
    objective: 'Grow retail',
    quantity: hours / 2,
    hours,
    status,
  });
  const activities = [
    { ...activity(0, 'Sales Italy', 'Call customers', 6), owner: 'Anna Bianchi' },
    activity(0, 'Sales Italy', '*Visits?', 8),
    activity(1, 'Sales Italy', 'Call customers', 4, 'Late'),
    activity(2, 'Service', 'Call customers', 3),
    activity(8, 'Service', '>Check', 5.5),
    activity(14, 'Sales Italy', 'Call customers', 30),
    activity(21, 'Sales Italy', '*Visits?', 12.25),
  ];
  const workload = ['Sales Italy', 'Service'].flatMap((team) =>
    buckets.map((bucket) => ({
      team,
      week: bucket.label,
      start: bucket.start,
      workingDays: bucket.workingDays,
      loadHours: total(activities.filter((a) => a.team === team && a.week === bucket.label).map((a) => a.hours)),
      capacityHours: team === 'Service' ? 10 : 5 * bucket.workingDays,
    })),
  );
  const lost = balance.items.filter((item) => item.lost > 0);
  const late = balance.items.filter((item) => item.backlog > 0);
  return {
    settings: SETTINGS,
    sources: [{ kind: 'targets', sheet: 'Targets', table: 'Targets', rows: 4 }],
    buckets,
    issues: [
      {
        code: 'fixture-unknown',
        severity: 'warning',
        cell: { sheet: "Piano d'azione", row: 6, column: 1 },
        params: {},
      },
      { code: 'fixture-note', severity: 'info', sheet: 'Targets', params: {} },
    ],
    cascade: cascadeFixture(),
    activities,
    workload,
    milestones: [
      {
        name: 'Fair',
        date: (START + 9) as Day,
        team: 'Sales Italy',
        owner: 'Anna Bianchi',
        slackDays: 0,
        critical: true,
      },
      { name: '=Launch', date: (START + 20) as Day, team: 'Service', slackDays: 6, critical: false },
    ],
    sales: {
      asOf: SETTINGS.today,
      year: 2026,
      target: 300_000,
      won: 120_000,
      weighted: 90_000,
      p10: 180_000,
      p50: 208_000,
      p90: 240_000,
      chanceOfTarget: 0.07,
      coverage: 250_000 / 180_000,
      neededCoverage: 2.8,
      averageDeal: 15_000,
      stages: [
        {
          stage: 'Lead',
          order: 1,
          outcome: 'Open',
          count: 10,
          amount: 150_000,
          weighted: 30_000,
          winRate: 0.2,
          daysToClose: 80,
          source: 'history',
        },
        {
          stage: 'Offer',
          order: 2,
          outcome: 'Open',
          count: 5,
          amount: 100_000,
          weighted: 60_000,
          winRate: 0.6,
          daysToClose: 30,
          source: 'table',
        },
        {
          stage: 'Won',
          order: 3,
          outcome: 'Won',
          count: 8,
          amount: 120_000,
          weighted: 120_000,
          winRate: 1,
          daysToClose: 0,
          source: 'default',
        },
      ],
      weeks: buckets.map(({ label, start }, i) => ({
        week: label,
        start,
        target: 50_000,
        weighted: 15_000,
        winsNeeded: 1 + i,
        entries: { Offer: 2 + i, Lead: 9 + i },
      })),
      months: [
        { label: '2026-12', start: dayOf(2026, 12, 1), target: 200_000, won: 120_000, weighted: 50_000 },
        { label: '2027-01', start: dayOf(2027, 1, 1), target: 100_000, won: 0, weighted: 40_000 },
      ],
      alreadyLate: { wins: 2.5, amount: 37_500 },
      weightedByAge: 84_000,
      capacity: [0, 1].map((month) => ({
        team: 'Sales Italy',
        label: `2027-0${month + 1}`,
        start: dayOf(2027, month + 1, 1),
        heads: 4,
        productiveHeads: 3.5,
        capacity: 80_000 + 10_000 * month,
        target: 85_000,
        hires: 1 - month,
        capacityWithHires: 90_000,
      })),
    },
    forecasts: [
      {
        family: 'Sofas',
        model: 'ETS(A,N,A)',
        season: 52,
        grain: 'Week',
        history: [],
        points: buckets.map(({ index }) => ({ bucket: index, mean: 100, lower: 80, upper: 125 })),
        accuracy: { mase: 0.82, smape: 0.12, wmape: 0.11, bias: -0.01 },
        notes: [],
      },
    ],
    demand: STORIES.filter((story) => story.family !== 'Frames').map((story) => ({
      family: story.family,
      source: 'Streams',
      weights: { Statistics: 0.7, Sales: 0.3 },
      buckets: story.demand.map((units, bucket) => ({
        bucket,
        streams: { Statistics: units - 5, Sales: units + 5 },
        forecast: units - 2,
        orders: Math.floor(units / 4),
        consensus: units,
      })),
    })),
    balance,
    shortages: [...lost, ...late].map((item) => ({
      family: item.family,
      bucket: item.bucket,
      quantity: item.lost > 0 ? item.lost : item.backlog,
      kind: item.lost > 0 ? 'lost' : 'late',
      money: item.lost > 0 ? item.lost * 120 : item.backlog * 30 * MONTHS_IN_WEEK,
      causes: [{ kind: 'capacity', name: 'Line 1', bucket: item.bucket, price: 12.5 }],
      fixes: [{ action: 'fixture-overtime', params: { resource: 'Line 1' }, cost: 250 }],
    })),
    tieOuts: [{ name: 'fixture-tie', params: { year: 2027 }, difference: 0 }],
    ...change,
  };
}
