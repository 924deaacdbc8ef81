import type { BalancePlan } from '../../../src/planning/resultBalance';
import { consensus, monthlyCase, rowsOf } from '../../fixtures/cases/build';
import { balanceTables } from '../../support/planTables';

type Records = readonly Readonly<Record<string, string | number>>[];

interface Parts {
  readonly months?: number;
  readonly settings?: Readonly<Record<string, string | number>>;
  readonly capacity: Records;
  readonly families: Records;
  readonly routings: Records;
  readonly demand: Readonly<Record<string, readonly number[]>>;
}

/** A resource with so many units of capacity in every period. */
function resource(name: string, regular: number): Readonly<Record<string, string | number>> {
  return { Resource: name, Kind: 'Line', Per: 'Period', Regular: regular };
}

async function solve(parts: Parts): Promise<BalancePlan> {
  const tables = monthlyCase(parts.months ?? 1, parts.settings ?? {}, {
    Capacity: rowsOf(parts.capacity),
    Families: rowsOf(parts.families),
    Routings: rowsOf(parts.routings),
    Overrides: consensus(parts.demand),
  });
  const { balance } = await balanceTables(tables);
  if (!balance) throw new Error('no balance');
  expect(balance.certificate).toMatchObject({ holds: true });
  return balance;
}

function made(plan: BalancePlan, family: string): readonly number[] {
  return plan.items.filter((row) => row.family === family).map((row) => Number(row.made.toFixed(4)));
}

function price(plan: BalancePlan, name: string): number {
  return plan.resources.find((row) => row.resource === name)?.price ?? NaN;
}

describe('product mix (Winston, Operations Research)', () => {
  it('finds the toys of Giapetto and what an hour of finishing and carpentry is worth', async () => {
    const plan = await solve({
      settings: { Objective: 'Max profit' },
      capacity: [resource('Finishing', 100), resource('Carpentry', 80)],
      families: [
        { Family: 'Soldier', Price: 27, 'Unit cost': 24 },
        { Family: 'Train', Price: 21, 'Unit cost': 19 },
      ],
      routings: [
        { Family: 'Soldier', Resource: 'Finishing', Hours: 2 },
        { Family: 'Soldier', Resource: 'Carpentry', Hours: 1 },
        { Family: 'Train', Resource: 'Finishing', Hours: 1 },
        { Family: 'Train', Resource: 'Carpentry', Hours: 1 },
      ],
      demand: { Soldier: [40], Train: [1000] },
    });
    expect(plan.profit).toBeCloseTo(180, 2);
    expect([made(plan, 'Soldier'), made(plan, 'Train')]).toEqual([[20], [60]]);
    expect([price(plan, 'Finishing'), price(plan, 'Carpentry')]).toEqual([1, 1]);
    const finishing = plan.resources.find((row) => row.resource === 'Finishing');
    expect([finishing?.priceFrom, finishing?.priceTo]).toEqual([80, 120]);
  });

  it('finds the furniture of Dakota, with lumber to spare', async () => {
    const hours = { Desk: [8, 4, 2], Table: [6, 2, 1.5], Chair: [1, 1.5, 0.5] };
    const resources = ['Lumber', 'Finishing', 'Carpentry'];
    const plan = await solve({
      settings: { Objective: 'Max profit' },
      capacity: [resource('Lumber', 48), resource('Finishing', 20), resource('Carpentry', 8)],
      families: [
        { Family: 'Desk', Price: 60, 'Unit cost': 0 },
        { Family: 'Table', Price: 30, 'Unit cost': 0 },
        { Family: 'Chair', Price: 20, 'Unit cost': 0 },
      ],
      routings: Object.entries(hours).flatMap(([family, own]) =>
        own.map((value, at) => ({ Family: family, Resource: resources[at] ?? '', Hours: value })),
      ),
      demand: { Desk: [100], Table: [5], Chair: [100] },
    });
    expect(plan.profit).toBeCloseTo(280, 2);
    expect([made(plan, 'Desk'), made(plan, 'Table'), made(plan, 'Chair')]).toEqual([[2], [0], [8]]);
    expect(resources.map((name) => price(plan, name))).toEqual([0, 10, 10]);
  });
});

describe('transportation (Winston, Powerco)', () => {
  it('finds the cheapest way from three plants to four cities: 1020', async () => {
    const freight = [
      [8, 6, 10, 9],
      [9, 12, 13, 7],
      [14, 9, 16, 5],
    ];
    const demand = { 'City 1': [45], 'City 2': [20], 'City 3': [30], 'City 4': [30] };
    const plan = await solve({
      capacity: [resource('Plant 1', 35), resource('Plant 2', 50), resource('Plant 3', 40)],
      families: Object.keys(demand).map((family) => ({ Family: family, 'Unit cost': 0 })),
      routings: freight.flatMap((row, plant) =>
        row.map((cost, city) => ({
          Family: `City ${city + 1}`,
          Resource: `Plant ${plant + 1}`,
          Hours: 1,
          Mode: `Plant ${plant + 1}`,
          'Mode cost': cost,
        })),
      ),
      demand,
    });
    expect(plan.totalCost).toBeCloseTo(1020, 2);
    expect(plan.items.every((row) => row.lost === 0)).toBe(true);
  });
});

describe('lot sizing', () => {
  it('finds the airplanes of Hillier and Lieberman: 4.8 million', async () => {
    const plan = await solve({
      months: 4,
      capacity: [resource('Hangar', 1000)],
      families: [{ Family: 'Plane', 'Unit cost': 0, 'Setup cost': 2, 'Holding cost': 0.2 }],
      routings: [{ Family: 'Plane', Resource: 'Hangar', Hours: 1 }],
      demand: { Plane: [3, 2, 3, 2] },
    });
    expect(plan.totalCost).toBeCloseTo(4.8, 4);
  });

  it('splits lots that one period cannot hold', async () => {
    const plan = await solve({
      months: 3,
      capacity: [resource('Line', 100)],
      families: [{ Family: 'A', 'Unit cost': 0, 'Setup cost': 50, 'Holding cost': 0.5 }],
      routings: [{ Family: 'A', Resource: 'Line', Hours: 1 }],
      demand: { A: [40, 40, 40] },
    });
    // Two setups and 40 units kept a month; one lot of 120 does not fit, and 100 and 20 keep more.
    expect(plan.totalCost).toBeCloseTo(2 * 50 + 40 * 0.5, 4);
  });

  it('takes the hours of setups out of those for making', async () => {
    const plan = await solve({
      capacity: [resource('Line', 100)],
      settings: { Objective: 'Max profit' },
      families: [
        { Family: 'A', 'Unit cost': 0, Price: 10 },
        { Family: 'B', 'Unit cost': 0, Price: 9 },
      ],
      routings: [
        { Family: 'A', Resource: 'Line', Hours: 1, Setup: 20 },
        { Family: 'B', Resource: 'Line', Hours: 1, Setup: 30 },
      ],
      demand: { A: [60], B: [60] },
    });
    // Both need 50 hours of setups and earn 500 with the rest; A alone earns 600 in 80 hours.
    expect(plan.profit).toBeCloseTo(600, 4);
    expect(made(plan, 'B')).toEqual([0]);
  });

  it('makes whole multiples, and keeps what is over', async () => {
    const plan = await solve({
      months: 3,
      capacity: [resource('Line', 100)],
      families: [{ Family: 'A', 'Unit cost': 1, 'Lot multiple': 20, 'Holding cost': 1 }],
      routings: [{ Family: 'A', Resource: 'Line', Hours: 1 }],
      demand: { A: [25, 25, 25] },
    });
    expect(made(plan, 'A')).toEqual([40, 20, 20]);
    expect(plan.totalCost).toBeCloseTo(80 + 15 + 10 + 5, 4);
  });
});

describe('aggregate planning (Chopra & Meindl, Red Tomato data)', () => {
  const demand = [1600, 3000, 3200, 3800, 2200, 2200];
  const families = [
    {
      Family: 'Tool',
      'Unit cost': 10,
      'Opening stock': 1000,
      'Closing stock': 500,
      'Holding cost': 2,
      'Backlog cost': 5,
      'Subcontract cost': 30,
    },
  ];
  const routings = [{ Family: 'Tool', Resource: 'Workshop', Hours: 4 }];
  const workers = {
    Resource: 'Workshop',
    Kind: 'Team',
    Per: 'Period',
    Heads: 80,
    'Hours per head': 160,
    Wage: 640,
    Overtime: 10,
    'Overtime cost': 6,
  };

  it('keeps a fixed work force level: what 80 heads cost, and what they cannot make is bought outside', async () => {
    const plan = await solve({ months: 6, capacity: [workers], families, routings, demand: { Tool: demand } });
    expect(plan.costs.wages).toBeCloseTo(80 * 640 * 6, 2);
    expect(plan.resources.every((row) => row.heads === 80)).toBe(true);
    // 16,000 demanded and 500 to be left, 1,000 there: 15,500 to find.
    const found = plan.items.reduce((sum, row) => sum + row.made + row.subcontracted, 0);
    expect(found).toBeCloseTo(15500, 3);
  });

  it('never does worse with hires and layoffs than without', async () => {
    const fixed = await solve({ months: 6, capacity: [workers], families, routings, demand: { Tool: demand } });
    const flexible = { ...workers, 'Hire cost': 300, 'Layoff cost': 500 };
    const plan = await solve({ months: 6, capacity: [flexible], families, routings, demand: { Tool: demand } });
    expect(plan.totalCost).toBeLessThan(fixed.totalCost);
    expect(plan.totalCost).toBeCloseTo(422275, 0);
  });

  it('hires no more heads a month than it may', async () => {
    const limited = { ...workers, Heads: 10, 'Hire cost': 1, 'Max hires': 5 };
    const plan = await solve({ months: 6, capacity: [limited], families, routings, demand: { Tool: demand } });
    expect(plan.resources.map((row) => row.heads)).toEqual([15, 20, 25, 30, 35, 40]);
  });
});
