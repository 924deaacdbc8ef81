import type { BalanceItem } from '../../planning/resultBalance';
import type { BalanceData, FamilyData } from './balanceData';
import { quantityNumber } from './balanceWords';
import type { BucketSheet, RowSpec } from './bucketSheet';
import type { OutputContext } from './context';
import type { Place } from './grid';

/** What a family's block is made from. */
export interface FamilyScene {
  readonly context: OutputContext;
  readonly sheet: BucketSheet;
  readonly data: BalanceData;
  readonly family: FamilyData;
  /** The family's consensus on the Demand plan, one cell a bucket. */
  readonly consensus?: Place;
}

/** A component that nobody orders has no demand rows. */
export function isSold({ items, rates }: FamilyData): boolean {
  return (
    (rates?.price ?? 0) > 0 ||
    items.some((item) => item.demand > 0 || item.shipped > 0 || item.backlog > 0 || item.lost > 0)
  );
}

/** Unit and number format of a row that counts units. */
export function unitsRow(scene: FamilyScene): Pick<RowSpec, 'unit' | 'number'> {
  return { unit: scene.context.t('sheets.unit.units'), number: quantityNumber(scene.data.whole) };
}

/** Whether a quantity of a family is anything but 0 in any bucket. */
export function hasAny(family: FamilyData, value: (item: BalanceItem) => number): boolean {
  return family.items.some((item) => value(item) !== 0);
}

/** A row of values of the plan: decisions, or what stands behind them; its total their sum. */
export function valueRow(
  scene: FamilyScene,
  key: string,
  label: string,
  style: 'decision' | 'parameter' | 'muted',
  value: (item: BalanceItem) => number | undefined,
): RowSpec {
  return {
    ...unitsRow(scene),
    key,
    label,
    style,
    total: 'sum',
    cell: (bucket) => {
      const item = scene.family.items[bucket];
      return item && value(item);
    },
  };
}
