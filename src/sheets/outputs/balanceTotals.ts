import type { CostKind } from '../../planning/resultBalance';
import { COST_KINDS } from '../../planning/resultBalance';
import type { BalanceData } from './balanceData';
import { costKey, costLabel, quantityNumber } from './balanceWords';
import type { BlockSpec, BucketSheet, RowSpec } from './bucketSheet';
import { FIRST_BUCKET } from './bucketSheet';
import type { OutputContext } from './context';
import { phraseOr } from './context';
import type { Content } from './grid';

/** Keys of the blocks above the families. */
export const UNITS = 'totals:units';
export const MONEY = 'totals:money';
export const CHECKS = 'totals:checks';
export const CERTIFICATE = 'totals:certificate';

/** Column of the horizon's totals, as SUMIF needs it. */
const TOTAL_COLUMN = FIRST_BUCKET - 1;

/** What the totals add up: the rows between these, by their labels. */
export interface TotalsScene {
  readonly context: OutputContext;
  readonly sheet: BucketSheet;
  readonly data: BalanceData;
  /** Row keys that some family or resource block has. */
  readonly present: ReadonlySet<string>;
  /** First and last row of the blocks below. */
  readonly body: () => { readonly first: number; readonly last: number };
}

/** Totals in units over all families: sums by label, and the share of what was due that is shipped. */
export function unitsBlock(scene: TotalsScene): BlockSpec {
  const { context, sheet, data, present } = scene;
  const { t } = context;
  const keys = [
    'demand',
    'brought',
    'receipts',
    'made',
    'subcontracted',
    'bought',
    'used',
    'shipped',
    'lost',
    'backlog',
    'stock',
    'safety',
  ] as const;
  const rows = keys
    .filter((key) => present.has(key))
    .map((key) =>
      sumRow(scene, UNITS, key, t(`sheets.balance.${key}`), t('sheets.unit.units'), quantityNumber(data.whole)),
    );
  const served = (cell: (row: string) => string): Content => {
    const due = sheet.has(UNITS, 'brought') ? `(${cell('demand')}+${cell('brought')})` : cell('demand');
    return { formula: `=IF(${due}>0,${cell('shipped')}/${due},1)` };
  };
  if (present.has('demand'))
    rows.push({
      key: 'served',
      label: t('sheets.balance.served'),
      unit: '%',
      number: 'percent1',
      style: 'result',
      total: () => served((row) => sheet.total(UNITS, row)),
      cell: (bucket) => served((row) => sheet.at(UNITS, row, bucket)),
    });
  return {
    key: UNITS,
    title: t('sheets.balance.totalUnits'),
    about: 'totals',
    style: 'sectionHeader',
    name: '',
    folds: false,
    rows,
  };
}

/** A total by label over every block below, bucket by bucket and for the horizon. */
function sumRow(
  scene: TotalsScene,
  block: string,
  key: string,
  label: string,
  unit: string,
  number: RowSpec['number'],
  condition?: string,
): RowSpec {
  const { sheet, body } = scene;
  const sum = (column: number): Content => {
    const { first, last } = body();
    return { formula: `=${sheet.sumByLabel(first, last, sheet.labelOf(block, key), column, condition)}` };
  };
  return {
    key,
    label,
    unit,
    number,
    style: 'result',
    total: () => sum(TOTAL_COLUMN),
    cell: (bucket) => sum(FIRST_BUCKET + bucket),
  };
}

/** Money: revenue, every kind of cost there is, total cost and profit; only the horizon's values where the rates are not known. */
export function moneyBlock(scene: TotalsScene): BlockSpec {
  const { context, sheet, data, present } = scene;
  const { t, plan } = context;
  const unit = plan.settings.currency;
  const title = {
    key: MONEY,
    title: t('sheets.balance.totalMoney'),
    about: 'totals',
    style: 'sectionHeader',
    name: '',
    folds: false,
  } as const;
  const { balance } = data;
  if (!balance.rates) {
    const value = (key: string, label: string, amount: number): RowSpec => ({
      key,
      label,
      unit,
      number: 'money',
      style: 'muted',
      total: () => amount,
      cell: () => undefined,
    });
    const costs = COST_KINDS.filter((kind) => balance.costs[kind] !== 0);
    return {
      ...title,
      rows: [
        value('revenue', t('sheets.balance.revenue'), balance.revenue),
        ...costs.map((kind) => value(costKey(kind), costLabel(context, kind), balance.costs[kind])),
        value('totalCost', t('sheets.balance.totalCost'), balance.totalCost),
        value('profit', t('sheets.balance.profit'), balance.profit),
      ],
    };
  }
  const kinds = COST_KINDS.filter((kind) => present.has(costKey(kind)));
  const rows: RowSpec[] = [];
  if (present.has('revenue')) rows.push(sumRow(scene, MONEY, 'revenue', t('sheets.balance.revenue'), unit, 'money'));
  rows.push(...kinds.map((kind) => sumRow(scene, MONEY, costKey(kind), costLabel(context, kind), unit, 'money')));
  rows.push(
    resultRow(sheet, 'totalCost', t('sheets.balance.totalCost'), unit, (cell) => sumOfKinds(kinds, cell)),
    resultRow(sheet, 'profit', t('sheets.balance.profit'), unit, (cell) =>
      sheet.has(MONEY, 'revenue') ? `${cell('revenue')}-${cell('totalCost')}` : `-${cell('totalCost')}`,
    ),
  );
  return { ...title, rows };
}

function sumOfKinds(kinds: readonly CostKind[], cell: (row: string) => string): string {
  const [first, last] = [kinds[0], kinds.at(-1)];
  return first === undefined || last === undefined ? '0' : `SUM(${cell(costKey(first))}:${cell(costKey(last))})`;
}

function resultRow(
  sheet: BucketSheet,
  key: string,
  label: string,
  unit: string,
  formula: (cell: (row: string) => string) => string,
): RowSpec {
  return {
    key,
    label,
    unit,
    number: 'money',
    style: 'total',
    total: () => ({ formula: `=${formula((row) => sheet.total(MONEY, row))}` }),
    cell: (bucket) => ({ formula: `=${formula((row) => sheet.at(MONEY, row, bucket))}` }),
  };
}

/** What must read zero whatever is changed by hand: stock below zero, limits broken, decisions below zero, cost against the optimiser's. */
export function checksBlock(scene: TotalsScene): BlockSpec {
  const { context, sheet, data } = scene;
  const { t, plan } = context;
  const units = t('sheets.unit.units');
  const sum = (key: CheckKey, labelKey: 'stock' | 'made' | 'over' | 'overStock', condition?: string): RowSpec => {
    const label = quoted(t(`sheets.balance.${labelKey}`));
    const at = (column: number): Content => {
      const { first, last } = scene.body();
      const total = sheet.sumByLabel(first, last, label, column, condition);
      const before = key === 'overStock' ? plannedOverStock(data, column - FIRST_BUCKET) : 0;
      if (before > 0) return { formula: `=ROUND(${total}-${before},3)` };
      return { formula: `=${condition === undefined ? total : `ABS(${total})`}` };
    };
    return {
      key,
      label: t(`sheets.balanceCheck.${key}`),
      unit: labelKey === 'over' ? 'h' : units,
      number: 'check',
      style: 'muted',
      total: () => ({ formula: `=SUM(${sheet.span(CHECKS, key, 0, sheet.bucketCount - 1)})` }),
      cell: (bucket) => at(FIRST_BUCKET + bucket),
    };
  };
  const rows = [
    sum('negativeStock', 'stock', '"<-0.0001"'),
    ...(scene.present.has('overStock') ? [sum('overStock', 'overStock')] : []),
    sum('negativeMade', 'made', '"<-0.0001"'),
    sum('overLimit', 'over'),
  ];
  const money = (key: string, label: string, total: () => Content): RowSpec => ({
    key,
    label,
    unit: plan.settings.currency,
    number: 'check',
    style: 'muted',
    total,
    cell: () => undefined,
  });
  if (data.balance.rates)
    rows.push(
      money('reportedCost', t('sheets.balanceCheck.reportedCost'), () => data.balance.totalCost),
      money('costDifference', t('sheets.balanceCheck.costDifference'), () => ({
        formula: `=ROUND(${sheet.total(MONEY, 'totalCost')}-${sheet.total(CHECKS, 'reportedCost')},2)`,
      })),
    );
  return {
    key: CHECKS,
    title: t('sheets.balance.checks'),
    about: 'totals',
    style: 'sectionHeader',
    name: '',
    folds: false,
    rows,
  };
}

/** What lies above maximum stock in the plan itself: stock on hand or on order that nothing could keep out; the data issues say so. */
function plannedOverStock({ families }: BalanceData, bucket: number): number {
  const over = families.reduce((sum, { items, rates }) => {
    const excess = (items[bucket]?.stock ?? 0) - (rates?.maxStock ?? Infinity);
    return sum + Math.round(Math.max(0, excess) * 1000);
  }, 0);
  return over / 1000;
}

type CheckKey = 'negativeStock' | 'negativeMade' | 'overLimit' | 'overStock';

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** The certificate: the plan as written, re-checked by plain arithmetic; bound and gap of the optimum. */
export function certificateBlock(scene: TotalsScene): BlockSpec {
  const { context, data } = scene;
  const { t } = context;
  const { balance } = data;
  const row = (key: string, label: string, number: RowSpec['number'], total: Content, detail = false): RowSpec => ({
    key,
    label,
    unit: '',
    number,
    style: 'muted',
    detail,
    total: () => total,
    cell: () => undefined,
  });
  return {
    key: CERTIFICATE,
    title: t('sheets.balance.certificate'),
    about: 'totals',
    style: 'sectionHeader',
    name: '',
    folds: false,
    rows: [
      row('status', t('sheets.balance.status'), 'text', t(`sheets.balanceStatus.${balance.status}`)),
      row('objective', t('sheets.balance.objective'), 'text', t(`sheets.objective.${balance.objective}`)),
      row('bound', t('sheets.balance.bound'), 'decimal2', balance.bound),
      row('gap', t('sheets.balance.gap'), 'percent1', balance.gap),
      row('largestViolation', t('sheets.balance.largestViolation'), 'check', balance.certificate.largestViolation),
      ...balance.certificate.checks.map((check) => {
        const name = phraseOr(context, `sheets.certificate.${check.name}`, check.name);
        const label = check.where === undefined ? name : `${name} (${check.where})`;
        return row(`check:${check.name}`, label, 'check', check.largestViolation, true);
      }),
    ],
  };
}
