import type { FamilyData } from './balanceData';
import { agrees, leadTimesOf, parentsOf } from './balanceData';
import type { FamilyScene } from './balanceScene';
import { hasAny, unitsRow, valueRow } from './balanceScene';
import { familyKey, modeKey, resourceKey, usedByKey } from './balanceWords';
import type { RowSpec } from './bucketSheet';

/** Opening stock, receipts, what is made, subcontracted and bought, and what arrives of it. */
export function supplyRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  const key = familyKey(family.family);
  const { t } = context;
  const rows: RowSpec[] = [
    {
      ...unitsRow(scene),
      key: 'opening',
      label: t('sheets.balance.opening'),
      style: (bucket) => (bucket === 0 ? 'parameter' : 'result'),
      total: 'first',
      cell: (bucket) =>
        bucket === 0 ? (family.items[0]?.opening ?? 0) : { formula: `=${sheet.at(key, 'stock', bucket - 1)}` },
    },
  ];
  if (hasAny(family, (item) => item.receipts))
    rows.push(valueRow(scene, 'receipts', t('sheets.balance.receipts'), 'parameter', (item) => item.receipts));
  rows.push(...madeRows(scene));
  if (family.rates?.subcontractCost !== undefined || hasAny(family, (item) => item.subcontracted))
    rows.push({
      ...valueRow(scene, 'subcontracted', t('sheets.balance.subcontracted'), 'decision', (item) => item.subcontracted),
      per: family.rates?.subcontractCost,
    });
  if (family.rates?.purchaseCost !== undefined || hasAny(family, (item) => item.bought))
    rows.push({
      ...valueRow(scene, 'bought', t('sheets.balance.bought'), 'decision', (item) => item.bought),
      per: family.rates?.purchaseCost,
    });
  const supplied = rows.some((row) => ['made', 'subcontracted', 'bought'].includes(row.key));
  if (supplied || hasAny(family, (item) => item.arrived)) rows.push(arrivedRow(scene));
  return rows;
}

/** What is made: the decision itself, or the sum of the decisions by mode; then its split into regular time and overtime. */
function madeRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  const { t } = context;
  const key = familyKey(family.family);
  const { modes } = family;
  if (modes.length === 0 && !hasAny(family, (item) => item.made)) return [];
  const costOf = (mode: string) =>
    family.rates ? family.rates.unitCost + (family.rates.modeCosts[mode] ?? 0) : undefined;
  const label = t('sheets.balance.made');
  if (modes.length <= 1) {
    const [only] = modes;
    const made: RowSpec = {
      ...valueRow(scene, 'made', label, 'decision', (item) => item.made),
      strong: true,
      cell: (bucket) => (only ? (only.made[bucket] ?? 0) : (family.items[bucket]?.made ?? 0)),
      per: costOf(only?.mode ?? ''),
    };
    return [made, ...overtimeSplit(scene)];
  }
  const sum: RowSpec = {
    ...valueRow(scene, 'made', label, 'parameter', (item) => item.made),
    strong: true,
    style: 'result',
    cell: (bucket) => ({ formula: `=${modes.map((mode) => sheet.at(key, modeKey(mode.mode), bucket)).join('+')}` }),
  };
  const byMode = modes.map((mode): RowSpec => ({
    ...unitsRow(scene),
    key: modeKey(mode.mode),
    label: t('sheets.balance.madeBy', { mode: mode.mode }),
    detail: true,
    style: 'decision',
    per: costOf(mode.mode),
    total: 'sum',
    cell: (bucket) => mode.made[bucket] ?? 0,
  }));
  return [sum, ...byMode, ...overtimeSplit(scene)];
}

/** How much of what is made falls in overtime: by the largest share of overtime in the load of the resources it runs on. */
function overtimeSplit(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet, data } = scene;
  const key = familyKey(family.family);
  const withOvertime = new Set(
    data.resources.filter((r) => r.items.some((item) => item.overtimeMax > 0)).map((r) => r.resource),
  );
  const runsOn = (mode: FamilyData['modes'][number]) =>
    Object.keys(mode.hoursPerUnit).filter((r) => withOvertime.has(r));
  if (!family.modes.some((mode) => runsOn(mode).length > 0)) return [];
  const share = (mode: FamilyData['modes'][number], bucket: number): string => {
    const made = sheet.at(key, family.modes.length === 1 ? 'made' : modeKey(mode.mode), bucket);
    const shares = runsOn(mode).flatMap((resource) => {
      const at = bucket + (mode.loadLag?.[resource] ?? 0);
      if (at >= sheet.bucketCount || !sheet.has(resourceKey(resource), 'overtime')) return [];
      const load = sheet.at(resourceKey(resource), 'load', at);
      return [`IF(${load}>0,${sheet.at(resourceKey(resource), 'overtime', at)}/${load},0)`];
    });
    return shares.length === 0 ? '0' : `${made}*MAX(${shares.join(',')})`;
  };
  return [
    {
      ...unitsRow(scene),
      number: 'decimal1',
      key: 'madeRegular',
      label: context.t('sheets.balance.madeRegular'),
      detail: true,
      style: 'result',
      total: 'sum',
      cell: (bucket) => ({ formula: `=${sheet.at(key, 'made', bucket)}-${sheet.at(key, 'madeOvertime', bucket)}` }),
    },
    {
      ...unitsRow(scene),
      number: 'decimal1',
      key: 'madeOvertime',
      label: context.t('sheets.balance.madeOvertime'),
      detail: true,
      style: 'result',
      total: 'sum',
      cell: (bucket) => ({ formula: `=${family.modes.map((mode) => share(mode, bucket)).join('+')}` }),
    },
  ];
}

/** What arrives: what was started, subcontracted or ordered a lead time before. */
function arrivedRow(scene: FamilyScene): RowSpec {
  const { context, family, sheet } = scene;
  const key = familyKey(family.family);
  const leads = leadTimesOf(family);
  const label = context.t('sheets.balance.arrived');
  if (!leads) return valueRow(scene, 'arrived', label, 'parameter', (item) => item.arrived);
  const modes = family.modes.length > 1 ? family.modes.map((mode) => modeKey(mode.mode)) : ['made'];
  const sources = [
    ...modes.map((row, i) => ({ row, lead: leads.modes[i] ?? leads.outside })),
    ...['subcontracted', 'bought'].map((row) => ({ row, lead: leads.outside })),
  ];
  return {
    ...unitsRow(scene),
    key: 'arrived',
    label,
    style: 'result',
    total: 'sum',
    cell: (bucket) => {
      const due = sources.filter(({ row, lead }) => sheet.has(key, row) && bucket >= lead);
      const cells = due.map(({ row, lead }) => sheet.at(key, row, bucket - lead));
      return cells.length > 0 ? { formula: `=${cells.join('+')}` } : 0;
    },
  };
}

/** What parents take: quantity per unit × what is started of them. A value where the bill of materials is not known. */
export function usedRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet, data } = scene;
  const { t } = context;
  const key = familyKey(family.family);
  const parents = parentsOf(data.balance, family.family).filter(({ parent }) =>
    data.families.some(
      (other) => other.family === parent && (other.modes.length > 0 || hasAny(other, (item) => item.made)),
    ),
  );
  const explained = family.items.every((item, bucket) => {
    const taken = parents.reduce((sum, { parent, quantity }) => {
      const made = data.families.find((other) => other.family === parent)?.items[bucket]?.made ?? 0;
      return sum + quantity * made;
    }, 0);
    return agrees(taken, item.used);
  });
  if (!explained) return [valueRow(scene, 'used', t('sheets.balance.used'), 'parameter', (item) => item.used)];
  if (parents.length === 0) return [];
  const byParent = parents.map(({ parent, quantity }): RowSpec => ({
    ...unitsRow(scene),
    key: usedByKey(parent),
    label: t('sheets.balance.usedBy', { parent }),
    detail: true,
    style: 'result',
    per: quantity,
    perNumber: 'decimal2',
    total: 'sum',
    cell: (bucket) => ({
      formula: `=${sheet.per(key, usedByKey(parent))}*${sheet.at(familyKey(parent), 'made', bucket)}`,
    }),
  }));
  const total: RowSpec = {
    ...valueRow(scene, 'used', t('sheets.balance.used'), 'parameter', (item) => item.used),
    style: 'result',
    cell: (bucket) => ({
      formula: `=${parents.map(({ parent }) => sheet.at(key, usedByKey(parent), bucket)).join('+')}`,
    }),
  };
  return [total, ...byParent];
}
