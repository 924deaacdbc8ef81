import { makePlan } from '../../../src/planning/plan';
import type { Plan } from '../../../src/planning/result';
import type { BalanceItem, BalanceResource } from '../../../src/planning/resultBalance';
import type { PlanInput } from '../../../src/planning/input';
import { densepack, redTomato, roofing } from '../../fixtures/cases/aggregate';
import { factoryPlanning, wagnerWhitin } from '../../fixtures/cases/factory';
import { multilevel } from '../../fixtures/cases/multilevel';
import { farnsworth, sailco } from '../../fixtures/cases/transportation';
import { generateInput } from '../../support/generateInput';
import { outputsOf } from '../../support/outputsOf';
import { quietTools, readTables } from '../../support/planTables';
import { CalculatedSheets } from '../../support/sheetSpecs';
import { makeContext } from '../../../src/sheets/outputs/context';
import { buildBalance } from '../../../src/sheets/outputs/balance';
import { layOutDemandPlan } from '../../../src/sheets/outputs/demandPlan';
import type { BalancePlaces } from '../../../src/sheets/outputs/balance';
import { namesIn } from '../../support/outputsOf';

const INPUTS: readonly (readonly [string, () => PlanInput])[] = [
  ['heads hired and laid off (Red Tomato)', () => readTables(redTomato()).input],
  ['whole heads (Red Tomato)', () => readTables(redTomato(true)).input],
  ['roofing', () => readTables(roofing()).input],
  ['idle labour not allowed (Densepack)', () => readTables(densepack('Not allowed')).input],
  ['modes on shared machines, most profit', () => readTables(factoryPlanning()).input],
  ['lots with setups (Wagner-Whitin)', () => readTables(wagnerWhitin()).input],
  ['components over several levels', () => readTables(multilevel([100, 100, 100, 100])).input],
  ['subcontracting', () => readTables(farnsworth()).input],
  ['overtime and backlog', () => readTables(sailco()).input],
  ['generated, enough capacity', () => generateInput({ products: 4, resources: 2, weeks: 8, seed: 1 })],
  ['generated, short of capacity', () => generateInput({ products: 4, resources: 2, weeks: 8, seed: 2, slack: 0.6 })],
  [
    'generated, service first and short',
    () => generateInput({ products: 5, resources: 3, weeks: 10, seed: 3, slack: 0.7, objective: 'Service first' }),
  ],
  [
    'generated, with lots and setups',
    () => generateInput({ products: 2, resources: 2, weeks: 6, seed: 4, lots: true }),
  ],
];

/** Where the Balance of a plan keeps its rows. */
function placesOf(plan: Plan): BalancePlaces {
  const context = makeContext(plan, { language: 'en', names: namesIn('en'), run: { at: 0, by: '', fingerprint: '' } });
  const demand = layOutDemandPlan(context);
  const balance = buildBalance(context, (family) => demand?.places.consensus(family));
  if (!balance) throw new Error('The plan has no balance');
  return balance.places;
}

const ITEM_ROWS: readonly (readonly [string, keyof BalanceItem])[] = [
  ['demand', 'demand'],
  ['opening', 'opening'],
  ['made', 'made'],
  ['subcontracted', 'subcontracted'],
  ['bought', 'bought'],
  ['arrived', 'arrived'],
  ['used', 'used'],
  ['shipped', 'shipped'],
  ['lost', 'lost'],
  ['backlog', 'backlog'],
  ['stock', 'stock'],
];
const RESOURCE_ROWS: readonly (readonly [string, keyof BalanceResource])[] = [
  ['capacity', 'capacity'],
  ['used', 'used'],
  ['overtime', 'overtime'],
  ['heads', 'heads'],
];

describe.each(INPUTS)('a plan with %s', (_, input) => {
  let plan: Plan;
  let sheets: CalculatedSheets;
  let places: BalancePlaces;
  beforeAll(async () => {
    plan = await makePlan(input(), await quietTools());
    sheets = new CalculatedSheets(outputsOf(plan));
    places = placesOf(plan);
  });

  it('calculates in both languages without an error', () => {
    expect(sheets.errors()).toEqual([]);
    expect(new CalculatedSheets(outputsOf(plan, 'it')).errors()).toEqual([]);
  });

  it('recalculates to the numbers of the plan', () => {
    const { items = [], resources = [], totalCost = NaN, revenue = NaN } = plan.balance ?? {};
    for (const item of items)
      for (const [row, field] of ITEM_ROWS) {
        const place = places.family(item.family, row);
        const wanted = Number(item[field]);
        if (!place) expect([row, Math.abs(wanted) < 1e-5]).toEqual([row, true]);
        else
          expect(
            distance(sheets.number({ ...place, column: place.column + item.bucket, columns: 1 }), wanted),
          ).toBeLessThan(2e-5);
      }
    for (const item of resources)
      for (const [row, field] of RESOURCE_ROWS) {
        const place = places.resource(item.resource, row);
        const wanted = Number(item[field] ?? 0);
        if (place)
          expect(
            distance(sheets.number({ ...place, column: place.column + item.bucket, columns: 1 }), wanted),
          ).toBeLessThan(2e-5);
      }
    const cost = places.moneyTotal('totalCost');
    expect(cost && distance(sheets.number(cost), totalCost)).toBeLessThan(1e-5);
    const money = places.moneyTotal('revenue');
    if (money) expect(distance(sheets.number(money), revenue)).toBeLessThan(1e-5);
  });

  it('reads zero in every check', () => {
    for (const check of ['negativeStock', 'negativeMade', 'overLimit', 'costDifference']) {
      const place = places.checkTotal(check);
      expect([check, place && sheets.number(place)]).toEqual([check, 0]);
    }
  });

  it('writes what follows from decisions as formulas', () => {
    const spec = sheets.specs.find((own) => own.key === 'balance');
    for (const { family } of plan.balance?.rates?.families ?? [])
      for (const row of ['arrived', 'shipped', 'stock']) {
        const place = places.family(family, row);
        const cells = place && spec?.rows[place.row]?.slice(place.column + 1, place.column + place.columns);
        // A lead time leaves the first buckets without arrivals: nothing to add up there.
        for (const cell of cells ?? []) expect(cell && ('formula' in cell || cell.value === 0)).toBe(true);
      }
  });
});

/** Relative to the size of the number, absolute below 1. */
function distance(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1, Math.abs(b));
}
