import type {
  BalanceItem,
  BalancePlan,
  BalanceResource,
  CostKind,
  ModeProduction,
} from '../../src/planning/resultBalance';
import { COST_KINDS } from '../../src/planning/resultBalance';

/** Weeks of the fixture. */
export const WEEKS = 6;
/** Of one week: what money per month is counted with. */
export const MONTHS_IN_WEEK = 7 / 30.4375;

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

export const STORIES: readonly FamilyStory[] = [
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
