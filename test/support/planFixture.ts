import type { Settings } from '../../src/planning/input';
import type {
  BalanceItem,
  BalancePlan,
  BalanceResource,
  CascadeLine,
  CascadePeriod,
  CostKind,
  ModeProduction,
  Plan,
} from '../../src/planning/result';
import { COST_KINDS } from '../../src/planning/result';
import { dayOf } from '../../src/planning/time/civil';
import type { Day } from '../../src/planning/units';
import type { Bucket } from '../../src/planning/time/types';

const START = dayOf(2026, 11, 30);
const WEEKS = 6;
const MONTHS_IN_WEEK = 7 / 30.4375;

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

const SETTINGS: Settings = {
  planStart: START,
  horizon: WEEKS,
  bucket: 'Week',
  dailyWeeks: 2,
  frozen: 0,
  fiscalYearStart: 1,
  fiscalPattern: 'Calendar',
  yearEndRule: 'Last',
  yearEndWeekday: 7,
  weekStart: 1,
  country: 'IT',
  workingDays: [1, 2, 3, 4, 5],
  hoursPerDay: 8,
  currency: 'EUR',
  objective: 'Service first',
  idleLabour: 'Allowed',
  intervalLevel: 0.8,
  language: 'en',
  timeLimitSeconds: 30,
  today: dayOf(2026, 11, 25),
  given: {},
};

/** What the fixture decides for one family; everything else follows by plain arithmetic. */
interface FamilyStory {
  readonly family: string;
  readonly demand: readonly number[];
  readonly opening: number;
  readonly made: Readonly<Record<string, readonly number[]>>;
  readonly subcontracted?: readonly number[];
  readonly bought?: readonly number[];
  readonly used?: readonly number[];
  readonly lead: number;
  readonly waits: boolean;
  readonly safety: number;
}

const NONE = new Array<number>(WEEKS).fill(0);

const STORIES: readonly FamilyStory[] = [
  {
    family: 'Sofas',
    demand: [100, 120, 140, 120, 110, 90],
    opening: 60,
    made: { '': [60, 90, 130, 120, 120, 95] },
    lead: 0,
    waits: true,
    safety: 20,
  },
  {
    family: 'Chairs "Roma" = 1',
    demand: [40, 40, 60, 40, 40, 40],
    opening: 20,
    made: { 'Line 1': [20, 20, 30, 30, 30, 30], 'Line 2': [0, 20, 10, 0, 10, 15] },
    subcontracted: [0, 0, 5, 5, 0, 0],
    lead: 0,
    waits: false,
    safety: 5,
  },
  {
    family: 'Frames',
    demand: NONE,
    opening: 300,
    made: {},
    bought: [100, 100, 120, 100, 50, 0],
    used: [60, 90, 130, 120, 120, 95],
    lead: 1,
    waits: false,
    safety: 50,
  },
];

/** Stock, shipments, backlog and losses of a story, bucket by bucket. */
function itemsOf(story: FamilyStory): BalanceItem[] {
  let stock = story.opening;
  let backlog = 0;
  const at = (series: readonly number[] | undefined, bucket: number): number => series?.[bucket] ?? 0;
  const madeIn = (bucket: number): number => Object.values(story.made).reduce((sum, mode) => sum + at(mode, bucket), 0);
  return story.demand.map((demand, bucket) => {
    const opening = stock;
    const from = bucket - story.lead;
    const arrived = madeIn(from) + at(story.subcontracted, from) + at(story.bought, from);
    const used = at(story.used, bucket);
    const available = opening + arrived - used;
    const shipped = Math.min(available, demand + backlog);
    const open = demand + backlog - shipped;
    const openingBacklog = backlog;
    backlog = story.waits ? open : 0;
    stock = available - shipped;
    return {
      family: story.family,
      bucket,
      demand,
      opening,
      receipts: 0,
      made: madeIn(bucket),
      subcontracted: at(story.subcontracted, bucket),
      bought: at(story.bought, bucket),
      arrived,
      used,
      shipped,
      openingBacklog,
      backlog,
      lost: story.waits ? 0 : open,
      stock,
      safetyStock: story.safety,
      price: 10 + bucket,
    };
  });
}

const PRODUCTION: readonly ModeProduction[] = [
  {
    family: 'Sofas',
    mode: '',
    hoursPerUnit: { 'Line 1': 2 },
    setupHours: {},
    made: STORIES[0]?.made[''] ?? [],
  },
  {
    family: 'Chairs "Roma" = 1',
    mode: 'Line 1',
    hoursPerUnit: { 'Line 1': 0.5 },
    setupHours: { 'Line 1': 4 },
    made: STORIES[1]?.made['Line 1'] ?? [],
  },
  {
    family: 'Chairs "Roma" = 1',
    mode: 'Line 2',
    hoursPerUnit: { 'Line 2': 1.25 },
    setupHours: {},
    made: STORIES[1]?.made['Line 2'] ?? [],
  },
];

function loadOf(resource: string, bucket: number): number {
  return PRODUCTION.reduce((sum, { made, hoursPerUnit, setupHours }) => {
    const units = made[bucket] ?? 0;
    return sum + units * (hoursPerUnit[resource] ?? 0) + (units > 0 ? (setupHours[resource] ?? 0) : 0);
  }, 0);
}

const HIRED = [0, 1, 0, 0, 0, 0];

function resourcesOf(): BalanceResource[] {
  const buckets = Array.from({ length: WEEKS }, (_, bucket) => bucket);
  const lineOne = buckets.map((bucket): BalanceResource => {
    const load = loadOf('Line 1', bucket);
    const overtime = Math.max(0, load - 240);
    const row = { resource: 'Line 1', unit: 'h', bucket, capacity: 240, used: load - overtime, overtime };
    return { ...row, overtimeMax: 60, price: overtime > 0 ? 12.5 : 0, priceFrom: 200, priceTo: 300 };
  });
  let heads = 1;
  const lineTwo = buckets.map((bucket): BalanceResource => {
    heads += HIRED[bucket] ?? 0;
    const row = { resource: 'Line 2', unit: 'h', bucket, capacity: heads * 40, used: loadOf('Line 2', bucket) };
    return { ...row, overtime: 0, overtimeMax: heads * 5, heads, hired: HIRED[bucket] ?? 0, laidOff: 0, price: 0 };
  });
  return [...lineOne, ...lineTwo];
}

function moneyOf(
  items: readonly BalanceItem[],
  resources: readonly BalanceResource[],
): Pick<BalancePlan, 'costs' | 'totalCost' | 'revenue' | 'profit'> {
  const costs = Object.fromEntries(COST_KINDS.map((kind) => [kind, 0])) as Record<CostKind, number>;
  let revenue = 0;
  for (const row of items) {
    const isLast = row.bucket === WEEKS - 1;
    const sofas = row.family === 'Sofas';
    const chairs = row.family.startsWith('Chairs');
    revenue += row.shipped * (sofas ? 500 : chairs ? 120 : 0);
    costs.holding += row.stock * (sofas ? 6 : chairs ? 2 : 1) * MONTHS_IN_WEEK;
    if (sofas) {
      costs.production += row.made * 210;
      costs.backlog += row.backlog * 30 * MONTHS_IN_WEEK;
      costs.lostSales += (row.lost + (isLast ? row.backlog : 0)) * 400;
    }
    if (chairs) {
      costs.lostSales += row.lost * 50;
      costs.subcontract += row.subcontracted * 80;
    }
    if (row.family === 'Frames') costs.purchase += row.bought * 25;
  }
  for (const { family, mode, made } of PRODUCTION)
    for (const units of made) {
      if (family === 'Sofas') continue;
      costs.production += units * (40 + (mode === 'Line 2' ? 3 : 0));
      if (units > 0) costs.setup += 15;
    }
  for (const row of resources) {
    if (row.resource === 'Line 1') {
      costs.regular += row.used * 20;
      costs.overtime += row.overtime * (row.bucket < 3 ? 30 : 35);
    } else {
      costs.wages += (row.heads ?? 0) * 2000 * MONTHS_IN_WEEK;
      costs.hiring += (row.hired ?? 0) * 500;
    }
  }
  const totalCost = COST_KINDS.reduce((sum, kind) => sum + costs[kind], 0);
  return { costs, totalCost, revenue, profit: revenue - totalCost };
}

/** A balance of three families on two lines: one waits, one loses, one is a bought component with a lead time. */
export function balanceFixture(): BalancePlan {
  const items = STORIES.flatMap(itemsOf);
  const resources = resourcesOf();
  const each = (value: number): number[] => new Array<number>(WEEKS).fill(value);
  return {
    status: 'optimal',
    objective: 'Service first',
    ...moneyOf(items, resources),
    bound: 1000,
    gap: 0,
    items,
    resources,
    production: PRODUCTION,
    attribution: [{ kind: 'capacity', name: 'Line 1', relief: 20, share: 18.5 }],
    certificate: { checks: [{ name: 'stock', largestViolation: 0 }], largestViolation: 0, holds: true },
    rates: {
      months: each(MONTHS_IN_WEEK),
      families: [
        {
          family: 'Sofas',
          price: 500,
          unitCost: 210,
          modeCosts: { '': 0 },
          setupCost: 0,
          holdingCost: 6,
          backlogCost: 30,
          lostSaleCost: 400,
          openingBacklog: 0,
          leadBuckets: 0,
        },
        {
          family: 'Chairs "Roma" = 1',
          price: 120,
          unitCost: 40,
          modeCosts: { 'Line 1': 0, 'Line 2': 3 },
          subcontractCost: 80,
          setupCost: 15,
          holdingCost: 2,
          lostSaleCost: 50,
          openingBacklog: 0,
          leadBuckets: 0,
        },
        {
          family: 'Frames',
          price: 0,
          unitCost: 0,
          modeCosts: {},
          purchaseCost: 25,
          setupCost: 0,
          holdingCost: 1,
          lostSaleCost: 0,
          openingBacklog: 0,
          leadBuckets: 1,
        },
      ],
      resources: [
        {
          resource: 'Line 1',
          cost: each(20),
          overtimeCost: [30, 30, 30, 35, 35, 35],
          wage: each(0),
          hireCost: each(0),
          layoffCost: each(0),
        },
        {
          resource: 'Line 2',
          cost: each(0),
          overtimeCost: each(0),
          wage: each(2000),
          hireCost: each(500),
          layoffCost: each(700),
        },
      ],
      materials: [{ parent: 'Sofas', component: 'Frames', quantity: 1 }],
    },
  };
}

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
