import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BalanceResult } from '../../../src/planning/balance/balance';
import { densepack, redTomato, roofing } from '../../fixtures/cases/aggregate';
import { factoryPlanning, toyShadow, wagnerWhitin } from '../../fixtures/cases/factory';
import { multilevel } from '../../fixtures/cases/multilevel';
import { farnsworth, northernAirplane, sailco } from '../../fixtures/cases/transportation';
import { balanceTables, readTables, type Tables } from '../../support/planTables';

const CASES_FILE = resolve(__dirname, '../../../../shared/reference/cases.json');
const known = existsSync(CASES_FILE);
const cases: readonly { readonly id: string; readonly expected: Readonly<Record<string, unknown>> }[] = known
  ? JSON.parse(readFileSync(CASES_FILE, 'utf8'))
  : [];

function expected(id: string): Readonly<Record<string, unknown>> {
  const found = cases.find((own) => own.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found.expected;
}

async function balance(tables: Tables): Promise<NonNullable<BalanceResult['balance']>> {
  expect(readTables(tables).issues.filter((issue) => issue.severity === 'error')).toEqual([]);
  const { balance: plan, tieOuts } = await balanceTables(tables);
  if (!plan) throw new Error('no balance');
  expect(plan.certificate.holds).toBe(true);
  expect(plan.status).toBe('optimal');
  expect(tieOuts.map((own) => own.difference)).toEqual(tieOuts.map(() => 0));
  return plan;
}

function near(actual: readonly (number | undefined)[], wanted: unknown): void {
  expect(actual).toHaveLength((wanted as readonly number[]).length);
  (wanted as readonly number[]).forEach((value, at) => expect(actual[at]).toBeCloseTo(value, 2));
}

(known ? describe : describe.skip)('the balance of the reference cases, entered as workbooks', () => {
  it('finds the optimum, the workforce and all prices of Red Tomato', async () => {
    const plan = await balance(redTomato());
    const wanted = expected('RT-LP');
    const duals = wanted.duals as Readonly<Record<string, readonly number[]>>;
    expect(plan.totalCost).toBeCloseTo(wanted.total_cost as number, 2);
    expect(plan.bound).toBeCloseTo(wanted.total_cost as number, 2);
    expect(plan.resources[0]?.heads).toBeCloseTo(wanted.workforce as number, 3);
    expect(plan.resources[0]?.laidOff).toBeCloseTo(wanted.layoffs_p1 as number, 3);
    near(
      plan.items.map((row) => row.stock),
      wanted.inventory,
    );
    near(
      plan.items.map((row) => row.backlog),
      wanted.backlog,
    );
    near(
      plan.items.map((row) => row.demandPrice),
      duals.balance,
    );
    // A unit takes four hours.
    near(
      plan.resources.map((row) => -4 * (row.price ?? 0)),
      duals.capacity_unit,
    );
  });

  it('finds the plan of Red Tomato in whole heads', async () => {
    const plan = await balance(redTomato(true));
    const wanted = expected('RT-INT');
    expect(plan.totalCost).toBeCloseTo(wanted.total_cost as number, 2);
    near(
      plan.resources.map((row) => row.heads),
      wanted.workforce,
    );
    near(
      plan.items.map((row) => row.made),
      wanted.production,
    );
    near(
      plan.items.map((row) => row.subcontracted),
      wanted.subcontract,
    );
  });

  it('finds the optimum of Farnsworth Tire, Northern Airplane and Sailco', async () => {
    expect((await balance(farnsworth())).totalCost).toBeCloseTo(expected('FARNSWORTH').optimum as number, 2);
    expect((await balance(northernAirplane())).totalCost).toBeCloseTo(
      expected('NORTHERN-AIRPLANE').optimum as number,
      2,
    );
    const yard = await balance(sailco());
    expect(yard.totalCost).toBeCloseTo(expected('SAILCO').optimum as number, 2);
    near(
      yard.resources.map((row) => row.overtime),
      expected('SAILCO').overtime,
    );
    near(
      yard.items.map((row) => row.stock),
      expected('SAILCO').inventory,
    );
  });

  it('finds the optimum of the roofing supplier over daily rates', async () => {
    const plan = await balance(roofing());
    expect(plan.totalCost).toBeCloseTo(expected('ROOFING').our_lp_optimum as number, 2);
    near(
      plan.items.map((row) => row.subcontracted),
      expected('ROOFING').lp_subcontract,
    );
  });

  it('finds the profit and the shadow prices of factory planning', async () => {
    const plan = await balance(factoryPlanning());
    const wanted = expected('WILLIAMS-FP1');
    const prices = wanted.shadow_prices as Readonly<Record<string, number>>;
    const price = (resource: string, bucket: number): number | undefined =>
      plan.resources.find((row) => row.resource === resource && row.bucket === bucket)?.price;
    expect(plan.profit).toBeCloseTo(wanted.profit as number, 2);
    expect(price('grinder', 0)).toBeCloseTo(prices.grinder_Jan ?? NaN, 2);
    expect(price('hdrill', 1)).toBeCloseTo(prices.hdrill_Feb ?? NaN, 2);
    expect(price('borer', 2)).toBeCloseTo(prices.borer_Mar ?? NaN, 2);
    expect(price('planer', 5)).toBeCloseTo(prices.planer_Jun ?? NaN, 2);
  });

  it('prices a scarce hour and a unit of demand', async () => {
    const plan = await balance(toyShadow());
    const wanted = expected('TOY-SHADOW');
    expect(plan.profit).toBeCloseTo(wanted.objective as number, 2);
    near(
      plan.items.map((row) => row.made),
      [wanted.a, wanted.b],
    );
    expect(plan.resources[0]?.price).toBeCloseTo(wanted.shadow_cap as number, 6);
    expect(-(plan.items[0]?.demandPrice ?? NaN)).toBeCloseTo(wanted.shadow_a as number, 6);
  });

  it('finds the lots of Wagner and Whitin', async () => {
    const plan = await balance(wagnerWhitin());
    const wanted = expected('WAGNER-WHITIN');
    expect(plan.totalCost).toBeCloseTo(wanted.optimum as number, 2);
    const starts = plan.items.flatMap((row) => (row.made > 0 ? [row.bucket + 1] : []));
    expect(starts).toEqual((wanted.orders as readonly (readonly number[])[]).map(([first]) => first));
  });

  it('finds cost and prices of two products sharing a line and a component', async () => {
    const plan = await balance(multilevel([200, 200, 200, 200]));
    const wanted = expected('G1');
    expect(plan.totalCost).toBeCloseTo(wanted.cost as number, 2);
    near(
      plan.resources.filter((row) => row.resource === 'Line').map((row) => -(row.price ?? 0)),
      wanted.capacity_duals,
    );
    // A unit of the component that nobody needs costs its holding; one more needed saves it.
    near(
      plan.items.filter((row) => row.family === 'C').map((row) => -(row.price ?? 0)),
      wanted.material_duals,
    );
    // The price of the last week's hour holds below 200 hours only.
    const last = plan.resources.find((row) => row.resource === 'Line' && row.bucket === 3);
    expect(last?.priceTo).toBeCloseTo(200, 2);
  });

  it('finds what one more hour is really worth', async () => {
    const wanted = expected('G1');
    const cost = (await balance(multilevel([200, 200, 200, 200]))).totalCost;
    const gains: number[] = [];
    for (const week of [0, 1, 2, 3]) {
      const more = [200, 200, 200, 200].map((hours, at) => hours + (at === week ? 1 : 0));
      gains.push((await balance(multilevel(more))).totalCost - cost);
    }
    near(gains, wanted.plus_one_hour);
  });

  it('finds the plan, the backlog and the prices when a week loses hours', async () => {
    const plan = await balance(multilevel([200, 90, 200, 200]));
    const wanted = expected('G2');
    expect(plan.totalCost).toBeCloseTo(wanted.cost as number, 2);
    near(
      plan.items.filter((row) => row.family === 'B').map((row) => row.backlog),
      wanted.backlog_B,
    );
    near(
      plan.resources.filter((row) => row.resource === 'Line').map((row) => -(row.price ?? 0)),
      wanted.capacity_duals,
    );
  });
});

describe('idle labour', () => {
  it('is paid for when it is allowed, and has to be worked when it is not (Densepack)', async () => {
    expect((await balance(densepack('Allowed'))).totalCost).toBeCloseTo(297144.23, 1);
    expect((await balance(densepack('Not allowed'))).totalCost).toBeCloseTo(379320.9, 1);
  });
});
