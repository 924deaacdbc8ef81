import type { ResourceData } from './balanceData';
import { agrees, constantOf } from './balanceData';
import { resourceKey } from './balanceWords';
import type { RowSpec } from './bucketSheet';
import type { ResourceScene } from './balanceResourceScene';
import { hires, valueRow } from './balanceResourceScene';

/** Heads: those before + hired − laid off; values where dated rows change them. */
export function headRows(scene: ResourceScene): readonly RowSpec[] {
  const { context, sheet, resource } = scene;
  if (!resource.items.some((item) => item.heads !== undefined)) return [];
  const { t } = context;
  const key = resourceKey(resource.resource);
  const unit = { unit: t('sheets.unit.heads'), number: 'decimal1' } as const;
  const opening = openingHeads(resource);
  const flows = resource.items.every((item, i) =>
    agrees(
      item.heads ?? 0,
      (i === 0 ? opening : (resource.items[i - 1]?.heads ?? 0)) + (item.hired ?? 0) - (item.laidOff ?? 0),
    ),
  );
  const moves = hires(resource);
  const rows: RowSpec[] = [];
  if (moves) {
    if (flows)
      rows.push({
        ...valueRow(scene, { key: 'headsBefore', label: t('sheets.balance.headsBefore'), style: 'result' }, () => 0),
        ...unit,
        style: (bucket) => (bucket === 0 ? 'parameter' : 'result'),
        total: 'first',
        cell: (bucket) => (bucket === 0 ? opening : { formula: `=${sheet.at(key, 'heads', bucket - 1)}` }),
      });
    const label = { hired: t('sheets.balance.hired'), laidOff: t('sheets.balance.laidOff') };
    const rate = {
      hired: constantOf(resource.rates?.hireCost ?? []),
      laidOff: constantOf(resource.rates?.layoffCost ?? []),
    };
    for (const field of ['hired', 'laidOff'] as const)
      rows.push({
        ...valueRow(scene, { key: field, label: label[field], style: 'decision' }, (item) => item[field] ?? 0),
        ...unit,
        per: rate[field],
      });
  }
  rows.push({
    ...valueRow(scene, { key: 'heads', label: t('sheets.balance.heads'), style: 'parameter' }, (item) => item.heads),
    ...unit,
    total: 'last',
    per: constantOf(resource.rates?.wage ?? []),
    ...(moves && flows
      ? {
          style: 'result' as const,
          cell: (bucket: number) => ({
            formula: `=${sheet.at(key, 'headsBefore', bucket)}+${sheet.at(key, 'hired', bucket)}-${sheet.at(key, 'laidOff', bucket)}`,
          }),
        }
      : {}),
  });
  return rows;
}

function openingHeads(resource: ResourceData): number {
  const first = resource.items[0];
  return (first?.heads ?? 0) - (first?.hired ?? 0) + (first?.laidOff ?? 0);
}
