import type { BalanceItem } from '../../../src/planning/resultBalance';
import { heldBack } from '../../../src/sheets/outputs/balanceData';

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

/** A family that ships `shipped` of a demand of 300, 300 being there. */
function heldOf(...shipped: readonly number[]): readonly number[] {
  const items = shipped.map((units, bucket) =>
    item({ bucket, demand: 300, arrived: 300, shipped: units, lost: 300 - units }),
  );
  return heldBack({ family: 'A', items, modes: [] });
}

describe('units held back', () => {
  it('are told to the last step where some are: the sheet then ships what the plan ships', () => {
    expect(heldOf(299.998, 250, 300)).toEqual([0.002, 50, 0]);
  });

  it('are none where all of them are dust of rounding', () => {
    expect(heldOf(299.999999, 300.000001)).toEqual([0, 0]);
  });
});
