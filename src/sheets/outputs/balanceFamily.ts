import type { BalanceItem } from '../../planning/result';
import type { BalanceData, FamilyData } from './balanceData';
import { agrees, heldBack, keepsBacklog, leadTimesOf, openingBacklog, parentsOf } from './balanceData';
import { familyMoneyRows } from './balanceFamilyMoney';
import { familyKey, modeKey, quantityNumber, resourceKey, usedByKey } from './balanceWords';
import type { BlockSpec, BucketSheet, RowSpec } from './bucketSheet';
import { PERIOD_ROWS } from './bucketSheet';
import type { OutputContext } from './context';
import type { Place } from './grid';
import { cellOfRow, refer } from './grid';

/** What a family's block is made from. */
export interface FamilyScene {
  readonly context: OutputContext;
  readonly sheet: BucketSheet;
  readonly data: BalanceData;
  readonly family: FamilyData;
  /** The family's consensus on the Demand plan, one cell a bucket. */
  readonly consensus?: Place;
}

/** The block of one family: from demand to closing stock and cover, and the money that follows; decisions are values, the rest formulas. */
export function familyBlock(scene: FamilyScene): BlockSpec {
  const { context, family } = scene;
  return {
    key: familyKey(family.family),
    title: titleOf(scene),
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

/** A component that nobody orders has no demand rows. */
export function isSold({ items, rates }: FamilyData): boolean {
  return (
    (rates?.price ?? 0) > 0 ||
    items.some((item) => item.demand > 0 || item.shipped > 0 || item.backlog > 0 || item.lost > 0)
  );
}

function base(scene: FamilyScene): Pick<RowSpec, 'unit' | 'number'> {
  return { unit: scene.context.t('sheets.unit.units'), number: quantityNumber(scene.data.whole) };
}

function some(family: FamilyData, value: (item: BalanceItem) => number): boolean {
  return family.items.some((item) => value(item) !== 0);
}

function demandRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, consensus, sheet } = scene;
  if (!isSold(family)) return [];
  const points = context.plan.demand.find((demand) => demand.family === family.family)?.buckets ?? [];
  const linked = consensus && family.items.every((item, i) => points[i] && agrees(points[i].consensus, item.demand));
  return [
    {
      ...base(scene),
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

/** Opening stock, receipts, what is made, subcontracted and bought, and what arrives of it. */
function supplyRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  const key = familyKey(family.family);
  const { t } = context;
  const rows: RowSpec[] = [
    {
      ...base(scene),
      key: 'opening',
      label: t('sheets.balance.opening'),
      style: (bucket) => (bucket === 0 ? 'parameter' : 'result'),
      total: 'first',
      cell: (bucket) =>
        bucket === 0 ? (family.items[0]?.opening ?? 0) : { formula: `=${sheet.at(key, 'stock', bucket - 1)}` },
    },
  ];
  if (some(family, (item) => item.receipts))
    rows.push(valueRow(scene, 'receipts', t('sheets.balance.receipts'), 'parameter', (item) => item.receipts));
  rows.push(...madeRows(scene));
  if (family.rates?.subcontractCost !== undefined || some(family, (item) => item.subcontracted))
    rows.push({
      ...valueRow(scene, 'subcontracted', t('sheets.balance.subcontracted'), 'decision', (item) => item.subcontracted),
      per: family.rates?.subcontractCost,
    });
  if (family.rates?.purchaseCost !== undefined || some(family, (item) => item.bought))
    rows.push({
      ...valueRow(scene, 'bought', t('sheets.balance.bought'), 'decision', (item) => item.bought),
      per: family.rates?.purchaseCost,
    });
  const supplied = rows.some((row) => ['made', 'subcontracted', 'bought'].includes(row.key));
  if (supplied || some(family, (item) => item.arrived)) rows.push(arrivedRow(scene));
  return rows;
}

function valueRow(
  scene: FamilyScene,
  key: string,
  label: string,
  style: 'decision' | 'parameter' | 'muted',
  value: (item: BalanceItem) => number | undefined,
): RowSpec {
  return {
    ...base(scene),
    key,
    label,
    style,
    total: 'sum',
    cell: (bucket) => value(scene.family.items[bucket] ?? NONE),
  };
}

const NONE: BalanceItem = {
  family: '',
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
};

/** What is made: the decision itself, or the sum of the decisions by mode; then its split into regular time and overtime. */
function madeRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  const { t } = context;
  const key = familyKey(family.family);
  const { modes } = family;
  if (modes.length === 0 && !some(family, (item) => item.made)) return [];
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
    ...base(scene),
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
      ...base(scene),
      number: 'decimal1',
      key: 'madeRegular',
      label: context.t('sheets.balance.madeRegular'),
      detail: true,
      style: 'result',
      total: 'sum',
      cell: (bucket) => ({ formula: `=${sheet.at(key, 'made', bucket)}-${sheet.at(key, 'madeOvertime', bucket)}` }),
    },
    {
      ...base(scene),
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
    ...base(scene),
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
function usedRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet, data } = scene;
  const { t } = context;
  const key = familyKey(family.family);
  const parents = parentsOf(data.balance, family.family).filter(({ parent }) =>
    data.families.some(
      (other) => other.family === parent && (other.modes.length > 0 || some(other, (item) => item.made)),
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
    ...base(scene),
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
    ...base(scene),
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
      ...base(scene),
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
  if (some(family, (item) => item.safetyStock))
    rows.push({
      ...valueRow(scene, 'safety', t('sheets.balance.safety'), 'parameter', (item) => item.safetyStock),
      total: 'last',
      per: family.rates?.shortfallCost,
    });
  rows.push({
    ...base(scene),
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
