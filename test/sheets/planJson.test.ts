import { planToJson } from '../../src/sheets/planJson';
import { planFixture } from '../support/planFixture';

const STATS = {
  readMs: null,
  planMs: null,
  writeMs: null,
  syncs: 4,
  cellsRead: 10,
  cellsWritten: 20,
  requestBytesMax: 99,
};

/** JSON as a script would read it back. */
function document(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(planToJson(planFixture(), STATS, 'en'))) as Record<string, unknown>;
}

describe('planToJson', () => {
  it('has the keys of the schema, in its order', () => {
    expect(Object.keys(document())).toEqual([
      'schema',
      'settings',
      'buckets',
      'issues',
      'cascade',
      'activities',
      'milestones',
      'sales',
      'forecasts',
      'demand',
      'balance',
      'shortages',
      'tieOuts',
      'stats',
    ]);
    expect(document().schema).toBe('cadenza.plan/1');
  });

  it('writes dates as ISO text and cells as addresses', () => {
    const { settings, buckets, issues } = document();
    expect(settings).toMatchObject({ planStart: '2026-11-30', today: '2026-11-25', currency: 'EUR' });
    expect(settings).not.toHaveProperty('given');
    expect(buckets).toContainEqual({
      index: 1,
      label: '2026-W50',
      start: '2026-12-07',
      end: '2026-12-13',
      workingDays: 4,
    });
    expect(issues).toContainEqual({
      code: 'fixture-unknown',
      severity: 'warning',
      sheet: "Piano d'azione",
      cell: 'B7',
      message: 'fixture-unknown {}',
    });
  });

  it('lists every level of the cascade, and one row a family and bucket of the balance', () => {
    const plan = planFixture();
    const { cascade, balance } = document() as {
      cascade: { level: string; value: number }[];
      balance: { items: object[] };
    };
    const of = (level: string) => cascade.filter((entry) => entry.level === level);
    expect(of('year').map((entry) => entry.value)).toEqual(plan.cascade.map((line) => line.target));
    expect(of('month')).toHaveLength(48);
    expect(balance.items).toHaveLength(18);
    expect(Object.keys(balance.items[0] ?? {})).toEqual([
      'family',
      'bucket',
      'demand',
      'shipped',
      'backlog',
      'lost',
      'made',
      'subcontracted',
      'bought',
      'stock',
    ]);
  });

  it('gives the same bytes for records met in another order', () => {
    const plan = planFixture();
    const turned = {
      ...plan,
      demand: plan.demand.map((family) => ({
        ...family,
        buckets: family.buckets.map((point) => ({
          ...point,
          streams: Object.fromEntries(Object.entries(point.streams).reverse()),
        })),
      })),
    };
    expect(JSON.stringify(planToJson(turned, STATS, 'it'))).toBe(JSON.stringify(planToJson(plan, STATS, 'it')));
  });

  it('says null where the plan has no balance', () => {
    const { balance, ...rest } = planFixture();
    expect(balance).toBeDefined();
    expect(planToJson(rest, STATS, 'en')).toMatchObject({ balance: null });
  });
});
