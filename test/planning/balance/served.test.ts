import { shareServed } from '../../../src/planning/balance/served';
import type { BalanceItem } from '../../../src/planning/resultBalance';

function item(changes: Partial<BalanceItem>): BalanceItem {
  return {
    family: 'A',
    bucket: 0,
    demand: 0,
    opening: 0,
    receipts: 0,
    made: 0,
    subcontracted: 0,
    bought: 0,
    arrived: 0,
    used: 0,
    shipped: 0,
    backlog: 0,
    lost: 0,
    stock: 0,
    safetyStock: 0,
    ...changes,
  };
}

describe('the share served', () => {
  it('counts what is late at the end as not served, and the backlog of before as due', () => {
    const items = [
      item({ openingBacklog: 10, demand: 40, shipped: 35, backlog: 15 }),
      item({ bucket: 1, openingBacklog: 15, demand: 50, shipped: 40, lost: 5, backlog: 20 }),
    ];
    expect(shareServed({ items })).toBeCloseTo(0.75, 12);
  });

  it('is whole where nothing is due', () => {
    expect(shareServed({ items: [item({ stock: 7 })] })).toBe(1);
  });
});
