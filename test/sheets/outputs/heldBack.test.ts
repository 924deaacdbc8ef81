import { heldBack } from '../../../src/sheets/outputs/balanceData';
import { balanceItem } from '../../support/balanceItem';

/** A family that ships `shipped` of a demand of 300, 300 being there. */
function heldOf(...shipped: readonly number[]): readonly number[] {
  const items = shipped.map((units, bucket) =>
    balanceItem({ bucket, demand: 300, arrived: 300, shipped: units, lost: 300 - units }),
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
