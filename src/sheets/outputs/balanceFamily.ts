import type { FamilyData } from './balanceData';
import { agrees, heldBack, keepsBacklog, leadTimesOf, openingBacklog } from './balanceData';
import { familyMoneyRows } from './balanceFamilyMoney';
import type { FamilyScene } from './balanceScene';
import { hasAny, isSold, unitsRow, valueRow } from './balanceScene';
import { supplyRows, usedRows } from './balanceSupply';
import { familyKey } from './balanceWords';
import type { BlockSpec, RowSpec } from './bucketSheet';
import { PERIOD_ROWS } from './bucketSheet';
import { cellOfRow, refer } from './grid';

/** The block of one family: from demand to closing stock and cover, and the money that follows; decisions are values, the rest formulas. */
export function familyBlock(scene: FamilyScene): BlockSpec {
  const { context, family } = scene;
  return {
    key: familyKey(family.family),
    title: titleOf(scene),
    about: 'family',
    style: 'blockHeader',
    name: family.family,
    folds: true,
    rows: [
      ...demandRows(scene),
      ...supplyRows(scene),
      ...usedRows(scene),
      ...shippingRows(scene),
      ...stockRows(scene),
      ...(context.plan.balance?.rates ? familyMoneyRows(scene) : []),
    ],
  };
}

/** The family's name, with the lead time that shifts its arrivals. */
function titleOf({ context, family }: FamilyScene): string {
  const leads = leadTimesOf(family);
  const lead = leads ? Math.max(leads.outside, ...leads.modes) : 0;
  if (lead === 0) return family.family;
  const { bucket } = context.plan.settings;
  return context.t(`sheets.balance.withLead.${bucket}`, { family: family.family, lead });
}

function demandRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, consensus, sheet } = scene;
  if (!isSold(family)) return [];
  const points = context.plan.demand.find((demand) => demand.family === family.family)?.buckets ?? [];
  const linked = consensus && family.items.every((item, i) => points[i] && agrees(points[i].consensus, item.demand));
  return [
    {
      ...unitsRow(scene),
      key: 'demand',
      strong: true,
      label: context.t('sheets.balance.demand'),
      style: linked ? 'result' : 'parameter',
      total: 'sum',
      cell: (t) =>
        linked ? { formula: `=${refer(cellOfRow(consensus, t), sheet.grid.sheet)}` } : (family.items[t]?.demand ?? 0),
    },
  ];
}

/** Backlog brought forward, shipments, what is lost and what waits. Ships what there is, up to what is due, less what is held back. */
function shippingRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  if (!isSold(family)) return [];
  const { t } = context;
  const key = familyKey(family.family);
  const waits = keepsBacklog(family);
  const held = heldBack(family);
  const at = (row: string, bucket: number) => sheet.at(key, row, bucket);
  const due = (bucket: number) => (waits ? `${at('demand', bucket)}+${at('brought', bucket)}` : at('demand', bucket));
  const rows: RowSpec[] = [];
  const result = (row: Pick<RowSpec, 'key' | 'label' | 'total'>, formula: (bucket: number) => string): RowSpec => ({
    ...unitsRow(scene),
    ...row,
    style: 'result',
    cell: (bucket) => ({ formula: `=${formula(bucket)}` }),
  });
  if (waits)
    rows.push({
      ...result({ key: 'brought', label: t('sheets.balance.brought'), total: 'first' }, () => ''),
      style: (bucket) => (bucket === 0 ? 'parameter' : 'result'),
      cell: (bucket) => (bucket === 0 ? openingBacklog(family) : { formula: `=${at('backlog', bucket - 1)}` }),
    });
  if (held.some((units) => units !== 0))
    rows.push({
      ...valueRow(scene, 'held', t('sheets.balance.held'), 'decision', () => 0),
      cell: (bucket) => held[bucket] ?? 0,
    });
  rows.push({
    strong: true,
    ...result({ key: 'shipped', label: t('sheets.balance.shipped'), total: 'sum' }, (bucket) => {
      const ship = `MAX(0,MIN(${available(scene, bucket)},${due(bucket)}))`;
      return sheet.has(key, 'held') ? `${ship}-${at('held', bucket)}` : ship;
    }),
    per: family.rates?.price,
  });
  // What still waits at the end is paid for as if it were lost: the rate needs its row.
  const decidesLost = waits && (family.items.some((item) => item.lost > 0) || (family.rates?.lostSaleCost ?? 0) > 0);
  if (!waits)
    rows.push({
      ...result({ key: 'lost', label: t('sheets.balance.lost'), total: 'sum' }, (bucket) =>
        rounded(family, `${due(bucket)}-${at('shipped', bucket)}`),
      ),
      per: family.rates?.lostSaleCost,
    });
  else if (decidesLost)
    rows.push({
      ...valueRow(scene, 'lost', t('sheets.balance.lost'), 'decision', (item) => item.lost),
      per: family.rates?.lostSaleCost,
    });
  if (waits)
    rows.push({
      ...result({ key: 'backlog', label: t('sheets.balance.backlog'), total: 'last' }, (bucket) => {
        const open = `(${due(bucket)})-${at('shipped', bucket)}`;
        return rounded(family, decidesLost ? `${open}-${at('lost', bucket)}` : open);
      }),
      per: family.rates?.backlogCost,
    });
  return rows;
}

/** A difference to the decimals that quantities are written with, so that no dust is carried from bucket to bucket. */
function rounded({ items }: FamilyData, difference: string): string {
  const size = Math.max(...items.map((item) => Math.max(item.demand, item.stock, item.made, item.bought)));
  return `ROUND(${difference},${size >= 1 ? 6 : size >= 1e-3 ? 9 : 12})`;
}

/** Opening + receipts + arrivals − used: what may be shipped. */
function available({ sheet, family }: FamilyScene, bucket: number): string {
  const key = familyKey(family.family);
  const plus = ['opening', 'receipts', 'arrived'].filter((row) => sheet.has(key, row));
  const sum = plus.map((row) => sheet.at(key, row, bucket)).join('+');
  return sheet.has(key, 'used') ? `${sum}-${sheet.at(key, 'used', bucket)}` : sum;
}

/** Closing stock, the safety stock it is held against, and how many weeks of what follows it covers. */
function stockRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  const { t } = context;
  const key = familyKey(family.family);
  const rows: RowSpec[] = [
    {
      ...unitsRow(scene),
      key: 'stock',
      label: t('sheets.balance.stock'),
      style: 'subtotal',
      per: family.rates?.holdingCost,
      total: 'last',
      cell: (bucket) => {
        const left = available(scene, bucket);
        const stock = sheet.has(key, 'shipped') ? `${left}-${sheet.at(key, 'shipped', bucket)}` : left;
        return { formula: `=${rounded(family, stock)}` };
      },
    },
  ];
  if (hasAny(family, (item) => item.safetyStock))
    rows.push({
      ...valueRow(scene, 'safety', t('sheets.balance.safety'), 'parameter', (item) => item.safetyStock),
      total: 'last',
      per: family.rates?.shortfallCost,
    });
  rows.push(...limitRows(scene));
  rows.push({
    ...unitsRow(scene),
    key: 'cover',
    label: t('sheets.balance.cover'),
    unit: t('sheets.unit.weeks'),
    number: 'decimal1',
    style: 'result',
    total: 'none',
    cell: (bucket) => ({ formula: coverFormula(scene, bucket) }),
  });
  if (family.items.some((item) => item.price !== undefined))
    rows.push({
      ...valueRow(scene, 'price', t('sheets.balance.unitValue'), 'muted', (item) => item.price),
      unit: context.plan.settings.currency,
      number: 'price',
      total: 'none',
    });
  return rows;
}

/** The most stock that is wanted, and what lies above it: a change by hand may break it. */
function limitRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  const key = familyKey(family.family);
  const limit = family.rates?.maxStock;
  if (limit === undefined) return [];
  return [
    { ...valueRow(scene, 'maxStock', context.t('sheets.balance.maxStock'), 'parameter', () => limit), total: 'last' },
    {
      ...unitsRow(scene),
      key: 'overStock',
      label: context.t('sheets.balance.overStock'),
      detail: true,
      style: 'result',
      total: 'sum',
      cell: (bucket) => {
        const over = `${sheet.at(key, 'stock', bucket)}-${sheet.at(key, 'maxStock', bucket)}`;
        return { formula: `=ROUND(MAX(0,${over}),3)` };
      },
    },
  ];
}

/** Buckets ahead that cover is measured against: about a quarter. */
const COVER_AHEAD = { Week: 13, Month: 3 } as const;

/** Closing stock ÷ mean weekly demand and use of the buckets ahead; the last buckets look at themselves. */
function coverFormula({ context, sheet, family }: FamilyScene, bucket: number): string {
  const key = familyKey(family.family);
  const last = sheet.bucketCount - 1;
  const from = Math.min(bucket + 1, last);
  const to = Math.min(bucket + COVER_AHEAD[context.plan.settings.bucket], last);
  const flows = ['demand', 'used'].filter((row) => sheet.has(key, row)).map((row) => sheet.span(key, row, from, to));
  if (flows.length === 0) return '=0';
  const days = `SUM(${sheet.period(PERIOD_ROWS.days, from)}:${sheet.period(PERIOD_ROWS.days, to)})`;
  const flow = `SUM(${flows.join(',')})`;
  return `=IF(${flow}>0,${sheet.at(key, 'stock', bucket)}/(${flow}/${days}*7),0)`;
}
