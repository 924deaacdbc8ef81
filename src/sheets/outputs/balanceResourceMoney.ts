import { constantOf } from './balanceData';
import type { ResourceCost } from './balanceWords';
import { costKey, costLabel, resourceKey } from './balanceWords';
import type { RowSpec } from './bucketSheet';
import { PERIOD_ROWS } from './bucketSheet';
import type { ResourceScene } from './balanceResourceScene';
import { hires, worksOvertime } from './balanceResourceScene';

/** Money of a resource: rates × what they are paid on. A rate that changes over time gets a row of its own. */
export function resourceMoneyRows(scene: ResourceScene): readonly RowSpec[] {
  const { context, sheet, resource } = scene;
  const { rates } = resource;
  if (!rates) return [];
  const key = resourceKey(resource.resource);
  const currency = context.plan.settings.currency;
  const rows: RowSpec[] = [];
  const add = (kind: ResourceCost, values: readonly number[], row: string, perMonth = false): void => {
    if (!values.some((value) => value !== 0) || !rowExists(scene, row)) return;
    const label = costLabel(context, kind);
    const constant = constantOf(values) !== undefined;
    if (!constant)
      rows.push({
        key: `rate:${kind}`,
        label: context.t('sheets.balance.rateOf', { name: label }),
        detail: true,
        unit: currency,
        number: 'price',
        style: 'parameter',
        total: 'none',
        cell: (bucket) => values[bucket] ?? 0,
      });
    rows.push({
      key: costKey(kind),
      label,
      detail: true,
      unit: currency,
      number: 'money',
      style: 'result',
      total: 'sum',
      cell: (bucket) => {
        const rate = constant ? sheet.per(key, row) : sheet.at(key, `rate:${kind}`, bucket);
        const months = perMonth ? `*${sheet.period(PERIOD_ROWS.months, bucket)}` : '';
        return { formula: `=${rate}*${sheet.at(key, row, bucket)}${months}` };
      },
    });
  };
  add('regular', rates.cost, 'used');
  add('overtime', rates.overtimeCost, 'overtime');
  add('wages', rates.wage, 'heads', true);
  add('hiring', rates.hireCost, 'hired');
  add('layoff', rates.layoffCost, 'laidOff');
  return rows;
}

/** Whether the block has a row that money can be paid on. */
function rowExists({ resource }: ResourceScene, row: string): boolean {
  if (row === 'used') return true;
  if (row === 'overtime') return worksOvertime(resource);
  if (row === 'heads') return resource.items.some((item) => item.heads !== undefined);
  return resource.items.some((item) => item.heads !== undefined) && hires(resource);
}
