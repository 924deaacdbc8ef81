import * as fc from 'fast-check';
import type { BalancePlan } from '../../../src/planning/resultBalance';
import type { PlanInput, Settings } from '../../../src/planning/input';
import { sortIssues, type Origin } from '../../../src/planning/issue';
import { addDays } from '../../../src/planning/time/civil';
import { pegSupply } from '../../../src/planning/balance/reasons/pegging';
import { generateInput, originAt, seeded } from '../../support/generateInput';
import { balanceInput } from '../../support/planTables';

const OBJECTIVES: readonly Settings['objective'][] = ['Service first', 'Max profit', 'Min cost'];
const RUNS = { numRuns: 12, seed: 20260105 };

const shapes = fc.record({
  products: fc.integer({ min: 1, max: 5 }),
  resources: fc.integer({ min: 1, max: 3 }),
  weeks: fc.integer({ min: 2, max: 8 }),
  seed: fc.nat(1e6),
  slack: fc.constantFrom(0.4, 0.8, 1.2),
  objective: fc.constantFrom(...OBJECTIVES),
});

async function solved(input: PlanInput): Promise<BalancePlan> {
  const { balance } = await balanceInput(input);
  if (!balance) throw new Error('no balance');
  return balance;
}

/** The same rows in another order; they keep the cells they came from. */
function permute<T>(rows: readonly T[], seed: number): T[] {
  const next = seeded(seed);
  return rows
    .map((row) => ({ row, at: next() }))
    .sort((left, right) => left.at - right.at)
    .map(({ row }) => row);
}

/** Also with a component that is bought, receipts of it, and orders of two priorities. */
function withMaterials(input: PlanInput): PlanInput {
  const [family] = input.families;
  if (!family) return input;
  const origin = (sheet: string, row: number): Origin => originAt(sheet, row);
  const { planStart } = input.settings;
  const component = { ...family, origin: origin('Families', 900), family: 'Steel', leadTimeWeeks: 1 };
  const bought = {
    subcontractCost: undefined,
    purchaseCost: 3,
    purchaseMax: 900,
    minLot: undefined,
    setupCost: undefined,
  };
  return {
    ...input,
    families: [...input.families, { ...component, ...bought, openingStock: 300, closingStock: 0 }],
    materials: input.families.map((own, at) => ({
      origin: origin('Materials', at + 1),
      parent: own.family,
      component: 'Steel',
      quantity: 1 + (at % 3),
    })),
    receipts: [40, 70, 40].map((quantity, at) => ({
      origin: origin('Receipts', at + 1),
      family: 'Steel',
      date: addDays(planStart, 5 * at),
      quantity,
    })),
    orders: [12, 9, 30, 9].map((quantity, at) => ({
      origin: origin('Orders', at + 1),
      family: family.family,
      date: addDays(planStart, 4 * at),
      quantity,
      priority: 1 + (at % 2),
    })),
  };
}

function permuteAll(input: PlanInput, seed: number): PlanInput {
  return {
    ...input,
    families: permute(input.families, seed),
    routings: permute(input.routings, seed + 1),
    capacity: permute(input.capacity, seed + 2),
    overrides: permute(input.overrides, seed + 3),
    materials: permute(input.materials, seed + 4),
    receipts: permute(input.receipts, seed + 5),
    orders: permute(input.orders, seed + 6),
  };
}

/** What is planned and said of an input; issues in the order of the plan. */
async function written(input: PlanInput): Promise<unknown> {
  const { balance, shortages, issues } = await balanceInput(input);
  return { balance, shortages, issues: sortIssues(issues) };
}

describe('any balance', () => {
  it('holds when it is checked again by plain arithmetic, and its cost is its bound', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const plan = await solved(generateInput(shape));
        expect(plan.certificate).toMatchObject({ holds: true });
        const objective = shape.objective === 'Max profit' ? plan.profit : plan.totalCost;
        expect(Math.abs(objective - plan.bound)).toBeLessThan(1e-2 + 1e-7 * Math.abs(plan.bound));
      }),
      RUNS,
    );
  });

  it('is the same to the last digit whatever the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(1e6), async (shape, seed) => {
        const input = withMaterials(generateInput(shape));
        expect(JSON.stringify(await written(permuteAll(input, seed)))).toBe(JSON.stringify(await written(input)));
      }),
      RUNS,
    );
  });

  it('is so with lots and setups', async () => {
    const input = withMaterials(
      generateInput({ products: 2, resources: 2, weeks: 4, seed: 5, slack: 1, lots: true, objective: 'Service first' }),
    );
    expect(JSON.stringify(await written(permuteAll(input, 99)))).toBe(JSON.stringify(await written(input)));
  });

  it('prices an hour as finite differences do, inside the range it states', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const input = generateInput({ ...shape, objective: 'Max profit' });
        const plan = await solved(input);
        const row = plan.resources.find((own) => (own.price ?? 0) > 0 && own.bucket === 0);
        const span = (row?.priceTo ?? 0) - (row?.capacity ?? 0);
        if (!row || !(span > 1e-2)) return;
        const step = Math.min(1, span / 2);
        const first = input.settings.planStart;
        const capacity = input.capacity.flatMap((own) =>
          own.resource !== row.resource
            ? [own]
            : [
                { ...own, regular: (own.regular ?? 0) + step, from: first, to: (first + 6) as typeof first },
                { ...own, from: (first + 7) as typeof first, origin: { ...own.origin, row: own.origin.row + 1000 } },
              ],
        );
        const richer = await solved({ ...input, capacity });
        expect((richer.profit - plan.profit) / step).toBeCloseTo(row.price ?? 0, 1);
        compared += 1;
      }),
      { ...RUNS, numRuns: 20 },
    );
    expect(compared).toBeGreaterThan(2);
  });

  it('prices a unit of demand as finite differences do, inside the range it states', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const input = generateInput({ ...shape, objective: 'Max profit' });
        const plan = await solved(input);
        const row = plan.items.find((own) => (own.demandPriceRange?.more ?? 0) > 1e-2);
        const more = Math.min(1, (row?.demandPriceRange?.more ?? 0) / 2);
        if (!row) return;
        const day = addDays(input.settings.planStart, 7 * row.bucket);
        const overrides = input.overrides.map((own) =>
          own.family === row.family && own.period === day ? { ...own, quantity: own.quantity + more } : own,
        );
        const richer = await solved({ ...input, overrides });
        expect((plan.profit - richer.profit) / more).toBeCloseTo(row.demandPrice ?? NaN, 1);
        compared += 1;
      }),
      { ...RUNS, numRuns: 20 },
    );
    expect(compared).toBeGreaterThan(5);
  });

  it('pegs every unit: supplies go out, shipments are filled', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const plan = await solved(generateInput(shape));
        const pegs = pegSupply(plan);
        for (const row of plan.items) {
          const own = pegs.filter((peg) => peg.family === row.family);
          const sum = (wanted: (peg: (typeof own)[number]) => boolean): number =>
            own.filter(wanted).reduce((total, peg) => total + peg.quantity, 0);
          const out = sum((peg) => peg.shipped === row.bucket && peg.demand.kind !== 'stock');
          expect(out).toBeCloseTo(row.shipped + row.used, 3);
          const arrived = sum((peg) => peg.supply.kind === 'arrival' && peg.supply.bucket === row.bucket);
          expect(arrived).toBeCloseTo(row.arrived, 3);
        }
      }),
      RUNS,
    );
  });

  it('says of every shortage what blocks it', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, async (shape) => {
        const { shortages } = await balanceInput(generateInput({ ...shape, slack: 0.2 }));
        for (const shortage of shortages) expect(shortage.causes.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });
});

describe('a plan in lots', () => {
  it('is the cheapest of all choices of setups, by trying them all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e6), async (seed) => {
        const input = smallLots(seed);
        const plan = await solved(input);
        expect(plan.certificate).toMatchObject({ holds: true });
        let cheapest = Infinity;
        for (let set = 0; set < 2 ** input.settings.horizon; set += 1) {
          cheapest = Math.min(cheapest, await costOfSetups(input, set));
        }
        expect(plan.totalCost).toBeCloseTo(cheapest, 2);
      }),
      { ...RUNS, numRuns: 6 },
    );
  });
});

/** One product on one resource for four weeks, with a setup cost and lost sales that cost more than any setup. */
function smallLots(seed: number): PlanInput {
  const input = generateInput({ products: 1, resources: 1, weeks: 4, seed, objective: 'Min cost', slack: 2 });
  const [family] = input.families;
  const [routing] = input.routings;
  if (!family || !routing) throw new Error('nothing generated');
  const plain = {
    ...family,
    subcontractCost: undefined,
    backlogCost: undefined,
    shortfallCost: undefined,
    safetyStock: undefined,
  };
  return {
    ...input,
    families: [{ ...plain, openingStock: 0, setupCost: 20 + (seed % 300), lostSaleCost: 1e4, holdingCost: 4 }],
    routings: [{ ...routing, hours: 0.1 }],
    capacity: input.capacity.map((row) => ({ ...row, regular: 1000, cost: 0 })),
  };
}

/** Cost with production allowed in the weeks of the set only, setups paid for all of them; no setups in the model itself. */
async function costOfSetups(input: PlanInput, set: number): Promise<number> {
  const setup = input.families[0]?.setupCost ?? 0;
  const start = input.settings.planStart;
  const capacity = input.capacity.flatMap((row) =>
    Array.from({ length: input.settings.horizon }, (_, week) => ({
      ...row,
      from: (start + 7 * week) as typeof start,
      to: (start + 7 * week + 6) as typeof start,
      regular: (set >> week) & 1 ? (row.regular ?? 0) : 0,
      overtime: 0,
      origin: { ...row.origin, row: row.origin.row + week },
    })),
  );
  const families = input.families.map((row) => ({ ...row, setupCost: undefined }));
  const plan = await solved({ ...input, capacity, families });
  let weeks = 0;
  for (let left = set; left > 0; left >>= 1) weeks += left & 1;
  return plan.totalCost + weeks * setup;
}
