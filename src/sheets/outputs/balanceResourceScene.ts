import type { BalanceResource } from '../../planning/resultBalance';
import type { BalanceData, ResourceData } from './balanceData';
import type { BucketSheet, RowSpec } from './bucketSheet';
import type { OutputContext } from './context';
import { unitWords } from './words';

/** What a resource's block is made from. */
export interface ResourceScene {
  readonly context: OutputContext;
  readonly sheet: BucketSheet;
  readonly data: BalanceData;
  readonly resource: ResourceData;
}

/** Unit, format and total of a row in the resource's own unit. */
export function capacityUnitsRow({ context, resource }: ResourceScene): Pick<RowSpec, 'unit' | 'number' | 'total'> {
  return { unit: unitWords(context, resource.unit), number: 'hours', total: 'sum' };
}

/** A row of the plan's own numbers, a value a bucket. */
export function valueRow(
  scene: ResourceScene,
  row: Pick<RowSpec, 'key' | 'label' | 'style'>,
  value: (item: BalanceResource) => number | undefined,
): RowSpec {
  return {
    ...capacityUnitsRow(scene),
    ...row,
    cell: (bucket) => {
      const item = scene.resource.items[bucket];
      return item && value(item);
    },
  };
}

/** Whether the balance may change the heads of a resource. */
export function hires({ items }: ResourceData): boolean {
  return items.some((item) => item.hired !== undefined || item.laidOff !== undefined);
}

/** Whether a resource may work overtime, or does. */
export function worksOvertime({ items }: ResourceData): boolean {
  return items.some((item) => item.overtimeMax > 0 || item.overtime > 0);
}
