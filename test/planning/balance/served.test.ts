import { shareServed } from '../../../src/planning/balance/served';
import { balanceItem } from '../../support/balanceItem';

describe('the share served', () => {
  it('counts what is late at the end as not served, and the backlog of before as due', () => {
    const items = [
      balanceItem({ openingBacklog: 10, demand: 40, shipped: 35, backlog: 15 }),
      balanceItem({ bucket: 1, openingBacklog: 15, demand: 50, shipped: 40, lost: 5, backlog: 20 }),
    ];
    expect(shareServed({ items })).toBeCloseTo(0.75, 12);
  });

  it('is whole where nothing is due', () => {
    expect(shareServed({ items: [balanceItem({ stock: 7 })] })).toBe(1);
  });
});
