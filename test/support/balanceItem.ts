import type { BalanceItem } from '../../src/planning/resultBalance';

/** A row of the balance of family A in the first bucket; nothing in it but what is given. */
export function balanceItem(changes: Partial<BalanceItem>): BalanceItem {
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
