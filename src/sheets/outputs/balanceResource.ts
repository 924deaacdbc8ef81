import type { FamilyData } from './balanceData';
import { agrees, constantOf } from './balanceData';
import { headRows } from './balanceHeads';
import { resourceMoneyRows } from './balanceResourceMoney';
import { familyKey, loadKey, modeKey, resourceKey, setupKey } from './balanceWords';
import type { BlockSpec, RowSpec } from './bucketSheet';
import type { ResourceScene } from './balanceResourceScene';
import { capacityUnitsRow, hires, valueRow, worksOvertime } from './balanceResourceScene';

/** The block of one resource: what loads it, capacity, overtime, utilisation, limits, price of one more unit, and its money. */
export function resourceBlock(scene: ResourceScene): BlockSpec {
  const { resource } = scene;
  return {
    key: resourceKey(resource.resource),
    title: resource.resource,
    about: 'resource',
    style: 'blockHeader',
    name: resource.resource,
    folds: true,
    rows: [...loadRows(scene), ...headRows(scene), ...capacityRows(scene), ...resourceMoneyRows(scene)],
  };
}

interface Routing {
  readonly family: FamilyData;
  readonly mode: FamilyData['modes'][number];
  readonly hours: number;
  readonly setupHours: number;
  readonly lag: number;
}

function routingsOf({ data, resource }: ResourceScene): readonly Routing[] {
  return data.families.flatMap((family) =>
    family.modes.flatMap((mode) => {
      const hours = mode.hoursPerUnit[resource.resource] ?? 0;
      const setupHours = mode.setupHours[resource.resource] ?? 0;
      const lag = mode.loadLag?.[resource.resource] ?? 0;
      return hours === 0 && setupHours === 0 ? [] : [{ family, mode, hours, setupHours, lag }];
    }),
  );
}

/** Load = Σ capacity units per unit × units started (+ setups); a value where the routings do not explain it. */
function loadRows(scene: ResourceScene): readonly RowSpec[] {
  const { context, sheet, resource } = scene;
  const { t } = context;
  const key = resourceKey(resource.resource);
  const routings = routingsOf(scene);
  const explained = resource.items.every((item, bucket) => {
    const hours = routings.reduce((sum, { mode, hours, setupHours, lag }) => {
      const made = mode.made[bucket - lag] ?? 0;
      return sum + hours * made + (made > 0 ? setupHours : 0);
    }, 0);
    return agrees(hours, item.used + item.overtime);
  });
  if (!explained)
    return [
      valueRow(
        scene,
        { key: 'load', label: t('sheets.load'), style: 'parameter' },
        (item) => item.used + item.overtime,
      ),
    ];

  const madeCell = ({ family, mode, lag }: Routing, bucket: number) =>
    sheet.at(familyKey(family.family), family.modes.length === 1 ? 'made' : modeKey(mode.mode), bucket - lag);
  const nameOf = ({ family, mode }: Routing) =>
    family.modes.length === 1 ? family.family : `${family.family} – ${mode.mode}`;
  const detail = routings.flatMap((routing): RowSpec[] => {
    const { family, mode, hours, setupHours } = routing;
    const [hoursKey, startKey] = [loadKey(family.family, mode.mode), setupKey(family.family, mode.mode)];
    const row = { ...capacityUnitsRow(scene), detail: true, style: 'result', perNumber: 'decimal2' } as const;
    return [
      ...(hours === 0
        ? []
        : [
            {
              ...row,
              key: hoursKey,
              label: t('sheets.balance.loadOf', { name: nameOf(routing) }),
              per: hours,
              cell: (bucket: number) => ({ formula: `=${sheet.per(key, hoursKey)}*${madeCell(routing, bucket)}` }),
            },
          ]),
      ...(setupHours === 0
        ? []
        : [
            {
              ...row,
              key: startKey,
              label: t('sheets.balance.setupOf', { name: nameOf(routing) }),
              per: setupHours,
              cell: (bucket: number) => ({ formula: `=${sheet.per(key, startKey)}*(${madeCell(routing, bucket)}>0)` }),
            },
          ]),
    ];
  });
  const [first, last] = [detail[0]?.key, detail.at(-1)?.key];
  const load: RowSpec = {
    ...capacityUnitsRow(scene),
    key: 'load',
    label: t('sheets.load'),
    style: 'subtotal',
    cell: (bucket) =>
      first === undefined || last === undefined
        ? 0
        : { formula: `=SUM(${sheet.at(key, first, bucket)}:${sheet.at(key, last, bucket)})` },
  };
  return [load, ...detail];
}

/** Capacity and overtime, from heads where there are any; how much is used, how far, and beyond which limit. */
function capacityRows(scene: ResourceScene): readonly RowSpec[] {
  const { context, sheet, resource } = scene;
  const { t } = context;
  const key = resourceKey(resource.resource);
  const at = (row: string, bucket: number) => sheet.at(key, row, bucket);
  const formulaRow = (
    row: Pick<RowSpec, 'key' | 'label'> & Partial<RowSpec>,
    formula: (bucket: number) => string,
  ): RowSpec => ({
    ...capacityUnitsRow(scene),
    style: 'result',
    ...row,
    cell: (bucket) => ({ formula: `=${formula(bucket)}` }),
  });
  const perHead = hires(resource) && resource.items.every((item) => (item.heads ?? 0) > 0);
  const limitRows = (limit: 'capacity' | 'overtimeMax', label: string, perHeadLabel: string): RowSpec[] => {
    if (!perHead) return [valueRow(scene, { key: limit, label, style: 'parameter' }, (item) => item[limit])];
    const each = `${limit}PerHead`;
    return [
      {
        ...valueRow(
          scene,
          { key: each, label: perHeadLabel, style: 'parameter' },
          (item) => item[limit] / (item.heads ?? 1),
        ),
        detail: true,
        total: 'none',
      },
      formulaRow({ key: limit, label }, (bucket) => `${at('heads', bucket)}*${at(each, bucket)}`),
    ];
  };
  const overtime = worksOvertime(resource);
  const load = (bucket: number) => at('load', bucket);
  const rows: RowSpec[] = [...limitRows('capacity', t('sheets.balance.capacity'), t('sheets.balance.capacityPerHead'))];
  if (overtime) {
    rows.push({
      ...valueRow(
        scene,
        { key: 'overtime', label: t('sheets.balance.overtime'), style: 'decision' },
        (item) => item.overtime,
      ),
      per: constantOf(resource.rates?.overtimeCost ?? []),
    });
    rows.push(...limitRows('overtimeMax', t('sheets.balance.overtimeMax'), t('sheets.balance.overtimePerHead')));
  }
  const used = overtime ? (bucket: number) => `${load(bucket)}-${at('overtime', bucket)}` : load;
  rows.push(
    formulaRow(
      { key: 'used', label: t('sheets.balance.regularUsed'), per: constantOf(resource.rates?.cost ?? []) },
      used,
    ),
    formulaRow(
      { key: 'spare', label: t('sheets.balance.spare') },
      (bucket) => `MAX(0,${at('capacity', bucket)}-${at('used', bucket)})`,
    ),
    formulaRow(
      {
        key: 'utilisation',
        strong: true,
        label: t('sheets.utilisation'),
        unit: '%',
        number: 'percent',
        total: () => ({ formula: `=${ratio(sheet.total(key, 'load'), sheet.total(key, 'capacity'))}` }),
      },
      (bucket) => ratio(load(bucket), at('capacity', bucket)),
    ),
    formulaRow({ key: 'over', label: t('sheets.balance.over') }, (bucket) => {
      const regular = `MAX(0,${at('used', bucket)}-${at('capacity', bucket)})`;
      return overtime
        ? `ROUND(${regular}+MAX(0,${at('overtime', bucket)}-${at('overtimeMax', bucket)}),3)`
        : `ROUND(${regular},3)`;
    }),
  );
  return [...rows, ...priceRows(scene)];
}

/** What one more unit of regular capacity is worth, and from which to which capacity that holds. */
function priceRows(scene: ResourceScene): readonly RowSpec[] {
  const { context, resource } = scene;
  const { t } = context;
  const rowOf = (key: 'price' | 'priceFrom' | 'priceTo', label: string): RowSpec[] =>
    resource.items.some((item) => item[key] !== undefined)
      ? [
          {
            ...valueRow(scene, { key, label, style: 'muted' }, (item) => item[key]),
            total: 'none',
            detail: key !== 'price',
          },
        ]
      : [];
  return [
    ...rowOf('price', t('sheets.balance.hourValue')).map((row) => ({
      ...row,
      unit: context.plan.settings.currency,
      number: 'price' as const,
    })),
    ...rowOf('priceFrom', t('sheets.balance.priceFrom')),
    ...rowOf('priceTo', t('sheets.balance.priceTo')),
  ];
}

/** Load ÷ capacity; ∞ where there is load and no capacity. */
function ratio(load: string, capacity: string): string {
  return `IF(${capacity}>0,${load}/${capacity},IF(${load}>0,"∞",0))`;
}
