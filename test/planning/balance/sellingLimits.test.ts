import { hasMessage } from '../../../src/i18n/translate';
import { makePlan } from '../../../src/planning/plan';
import type { Plan } from '../../../src/planning/result';
import { consensus, monthlyCase, monthStart, rowsOf } from '../../fixtures/cases/build';
import { quietTools, readTables, type Tables } from '../../support/planTables';

/** One seller with a quota of 12,000 a year, a thousand a month; 150 units at 10 are asked for each month, and the line could make them. */
async function planOf(
  more: Tables = {},
  quota: number | '' = 12000,
  settings: Readonly<Record<string, string | number>> = {},
): Promise<Plan> {
  const tables = monthlyCase(3, settings, {
    Targets: rowsOf([
      { Objective: 'Grow', Team: 'Sales', Metric: 'Revenue', Year: 2026, Target: 12000, Phasing: 'Even' },
    ]),
    Capacity: rowsOf([
      { Resource: 'Line', Kind: 'Line', Per: 'Period', Regular: 500 },
      { Resource: 'Sales', Kind: 'Team', Per: 'Week', Heads: 1, 'Hours per head': 40, Quota: quota },
    ]),
    Families: rowsOf([{ Family: 'A', 'Unit cost': 1, Price: 10 }]),
    Routings: rowsOf([{ Family: 'A', Resource: 'Line', Hours: 1 }]),
    Overrides: consensus({ A: [150, 150, 150] }),
    ...more,
  });
  return makePlan(readTables(tables).input, await quietTools());
}

const shippedOf = (plan: Plan): readonly number[] => plan.balance?.items.map((row) => row.shipped) ?? [];

describe('selling capacity', () => {
  it('limits the value shipped in each month to what the teams with quotas can sell', async () => {
    const plan = await planOf();
    expect(shippedOf(plan).map((units) => Number(units.toFixed(4)))).toEqual([100, 100, 100]);
    expect(plan.balance?.certificate).toMatchObject({ holds: true });
    expect(plan.balance?.selling?.[0]).toMatchObject({ first: 0, last: 0, teams: 'Sales' });
    expect(plan.balance?.selling?.[0]?.limit).toBeCloseTo(1000, 6);
  });

  it('is named as the cause of what is lost, and as an issue', async () => {
    const plan = await planOf();
    expect(plan.shortages[0]?.causes[0]).toMatchObject({ kind: 'limit', name: 'Sales' });
    expect(plan.shortages[0]?.fixes).toEqual([]);
    expect(plan.issues.find((issue) => issue.code === 'selling-capacity-reached')?.params).toMatchObject({
      count: 3,
      bucket: '2026-01',
    });
    expect(hasMessage('issue.selling-capacity-reached')).toBe(true);
  });

  it('has a late sale put off to when the teams can sell, not a delivery agreed', async () => {
    const plan = await planOf({
      Families: rowsOf([{ Family: 'A', 'Unit cost': 1, Price: 10, 'Backlog cost': 1 }]),
      Overrides: consensus({ A: [150, 50, 40] }),
    });
    expect(plan.shortages[0]).toMatchObject({ kind: 'late', bucket: 0 });
    expect(plan.shortages[0]?.fixes).toMatchObject([
      { action: 'sell-later', params: { family: 'A', quantity: 50, period: '2026-02', teams: 'Sales' } },
    ]);
    expect(hasMessage('fix.sell-later')).toBe(true);
  });

  it('has a delivery agreed for later where the line lacks too', async () => {
    const plan = await planOf({
      Capacity: rowsOf([
        { Resource: 'Line', Kind: 'Line', Per: 'Period', Regular: 100 },
        { Resource: 'Sales', Kind: 'Team', Per: 'Week', Heads: 1, 'Hours per head': 40, Quota: 12000 },
      ]),
      Families: rowsOf([{ Family: 'A', 'Unit cost': 1, Price: 10, 'Backlog cost': 1 }]),
      Overrides: consensus({ A: [150, 50, 40] }),
    });
    expect(plan.shortages[0]?.fixes).toMatchObject([{ action: 'accept-later', params: { quantity: 50 } }]);
  });

  it('does not limit what is sold already', async () => {
    const plan = await planOf({ Orders: rowsOf([{ Family: 'A', Date: monthStart(0) + 9, Quantity: 30 }]) });
    expect(shippedOf(plan)[0]).toBeCloseTo(130, 4);
  });

  it('limits nothing where no team has a quota', async () => {
    const plan = await planOf({}, '');
    expect(shippedOf(plan)).toEqual([150, 150, 150]);
    expect(plan.balance?.selling).toBeUndefined();
  });

  it('is met by the month: a week in which the sellers rest ships what they sold in the others', async () => {
    const june = monthStart(5);
    const weeks = [0, 1, 2, 3].map((week) => june + 7 * week);
    const plan = await planOf(
      {
        Holidays: rowsOf([0, 1, 2, 3, 4].map((day) => ({ Date: june + 14 + day, For: '' }))),
        Overrides: rowsOf(weeks.map((Period) => ({ Family: 'A', Period, Stream: 'Consensus', Quantity: 20 }))),
      },
      12000,
      { 'Plan start': june, Bucket: 'Week', Horizon: 4 },
    );
    expect(shippedOf(plan)).toEqual([20, 20, 20, 20]);
    expect(plan.balance?.selling).toMatchObject([{ first: 0, last: 3 }]);
    expect(plan.balance?.selling?.[0]?.limit).toBeCloseTo((1000 * 15) / 17, 6);
  });
});
