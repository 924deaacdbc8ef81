import { keepsBacklog } from './balanceData';
import type { FamilyScene } from './balanceScene';
import { isSold } from './balanceScene';
import type { FamilyCost } from './balanceWords';
import { costKey, costLabel, familyKey, modeKey } from './balanceWords';
import type { RowSpec } from './bucketSheet';
import { PERIOD_ROWS } from './bucketSheet';

/** Revenue, each kind of cost and the margin of a family: rates of the rows above × their quantities. */
export function familyMoneyRows(scene: FamilyScene): readonly RowSpec[] {
  const { context, family, sheet } = scene;
  const { rates } = family;
  if (!rates) return [];
  const key = familyKey(family.family);
  const { t } = context;
  const money = {
    unit: context.plan.settings.currency,
    number: 'money',
    total: 'sum',
    style: 'result',
    detail: true,
  } as const;
  const times = (row: string) => (bucket: number) => `${sheet.per(key, row)}*${sheet.at(key, row, bucket)}`;
  const monthly = (row: string) => (bucket: number) =>
    `${times(row)(bucket)}*${sheet.period(PERIOD_ROWS.months, bucket)}`;
  /** Stock at its rate, and what is missing of safety stock at the rate beside it. */
  const holding = (bucket: number): string => {
    const stock = times('stock')(bucket);
    if (!rates.shortfallCost || !sheet.has(key, 'safety'))
      return `${stock}*${sheet.period(PERIOD_ROWS.months, bucket)}`;
    const missing = `MAX(0,${sheet.at(key, 'safety', bucket)}-${sheet.at(key, 'stock', bucket)})`;
    return `(${stock}+${sheet.per(key, 'safety')}*${missing})*${sheet.period(PERIOD_ROWS.months, bucket)}`;
  };
  const rowOf = (kind: FamilyCost, formula: (bucket: number) => string, per?: number): RowSpec => ({
    ...money,
    key: costKey(kind),
    label: costLabel(context, kind),
    ...(per === undefined ? {} : { per }),
    cell: (bucket) => ({ formula: `=${formula(bucket)}` }),
  });

  const modes = family.modes.length > 1 ? family.modes.map((mode) => modeKey(mode.mode)) : ['made'];
  const makes = family.modes.length > 0 || family.items.some((item) => item.made > 0);
  const costs: RowSpec[] = [];
  const unitCosts = [0, ...Object.values(rates.modeCosts)].some((cost) => rates.unitCost + cost !== 0);
  if (makes && unitCosts) costs.push(rowOf('production', (t) => modes.map((row) => times(row)(t)).join('+')));
  if (rates.subcontractCost) costs.push(rowOf('subcontract', times('subcontracted')));
  if (rates.purchaseCost) costs.push(rowOf('purchase', times('bought')));
  const startable = makes ? modes : ['bought'];
  if (rates.setupCost > 0) {
    const started = (t: number) => startable.map((row) => `(${sheet.at(key, row, t)}>0)`).join('+');
    costs.push(rowOf('setup', (t) => `${sheet.per(key, costKey('setup'))}*(${started(t)})`, rates.setupCost));
  }
  if (rates.holdingCost > 0 || rates.shortfallCost) costs.push(rowOf('holding', holding));
  const waits = keepsBacklog(family);
  if (isSold(family) && waits && rates.backlogCost) costs.push(rowOf('backlog', monthly('backlog')));
  if (isSold(family) && rates.lostSaleCost > 0)
    costs.push(
      rowOf('lostSales', (t) =>
        waits && t === sheet.bucketCount - 1
          ? `${sheet.per(key, 'lost')}*(${sheet.at(key, 'lost', t)}+${sheet.at(key, 'backlog', t)})`
          : times('lost')(t),
      ),
    );

  const rows: RowSpec[] = [];
  if (isSold(family) && rates.price)
    rows.push({
      ...money,
      key: 'revenue',
      label: t('sheets.balance.revenue'),
      cell: (bucket) => ({ formula: `=${times('shipped')(bucket)}` }),
    });
  rows.push(...costs);
  if (rows.length > 1)
    rows.push({
      ...money,
      detail: false,
      key: 'margin',
      label: t('sheets.balance.margin'),
      style: 'subtotal',
      cell: (bucket) => {
        const minus = costs.map((row) => `-${sheet.at(key, row.key, bucket)}`);
        return { formula: `=${sheet.has(key, 'revenue') ? sheet.at(key, 'revenue', bucket) : '0'}${minus.join('')}` };
      },
    });
  return rows;
}
