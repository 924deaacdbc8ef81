import type { ChartSpec, Rect } from '../spec';
import { COLORS } from '../palette';
import type { BalanceData, ResourceData } from './balanceData';
import { MONEY, UNITS } from './balanceTotals';
import { resourceKey } from './balanceWords';
import type { BucketSheet } from './bucketSheet';
import type { OutputContext } from './context';
import { chartSpan } from './frame';

/** Rows that the charts take below the period rows. */
export const CHART_BAND = 17;

/** Three charts above the totals, beside the column that stays and is repeated on every page: demand against supply and stock, the busiest resource, cost by kind. */
export function balanceCharts(
  context: OutputContext,
  sheet: BucketSheet,
  data: BalanceData,
  row: number,
): readonly ChartSpec[] {
  const place = (index: number): Rect => ({ row, rows: CHART_BAND - 1, ...chartSpan(sheet.widths(), index, 3) });
  return [
    ...demandChart(context, sheet, place(0)),
    ...loadChart(context, sheet, data, place(1)),
    ...costChart(context, sheet, place(2)),
  ];
}

function demandChart(context: OutputContext, sheet: BucketSheet, place: Rect): readonly ChartSpec[] {
  const { t } = context;
  const [demand, shipped, stock] = ['demand', 'shipped', 'stock'].map((row) => sheet.rowRect(UNITS, row));
  if (!demand || !shipped || !stock) return [];
  const categories = sheet.labels();
  return [
    {
      name: 'CadenzaBalanceDemand',
      kind: 'columnClustered',
      title: t('sheets.balance.chart.demand'),
      place,
      series: [
        { name: t('sheets.balance.shipped'), categories, values: shipped, color: COLORS.chartMain },
        { name: t('sheets.balance.demand'), categories, values: demand, color: COLORS.chartSecond, line: true },
        { name: t('sheets.balance.stock'), categories, values: stock, color: COLORS.chartThird, line: true },
      ],
      valueAxisTitle: t('sheets.unit.units'),
      valueNumber: 'quantity',
    },
  ];
}

/** The resource with the highest load ÷ capacity over the horizon; the first of equals. */
export function busiestResource(data: BalanceData): ResourceData | undefined {
  const degree = ({ items }: ResourceData): number => {
    const capacity = items.reduce((sum, item) => sum + item.capacity, 0);
    return capacity > 0 ? items.reduce((sum, item) => sum + item.used + item.overtime, 0) / capacity : 0;
  };
  return data.resources.reduce<ResourceData | undefined>(
    (best, resource) => (!best || degree(resource) > degree(best) + 1e-9 ? resource : best),
    undefined,
  );
}

function loadChart(context: OutputContext, sheet: BucketSheet, data: BalanceData, place: Rect): readonly ChartSpec[] {
  const { t } = context;
  const busiest = busiestResource(data);
  if (!busiest) return [];
  const [load, capacity] = ['load', 'capacity'].map((row) => sheet.rowRect(resourceKey(busiest.resource), row));
  if (!load || !capacity) return [];
  const categories = sheet.labels();
  return [
    {
      name: 'CadenzaBalanceLoad',
      kind: 'columnClustered',
      title: t('sheets.balance.chart.load', { resource: busiest.resource }),
      place,
      series: [
        { name: t('sheets.load'), categories, values: load, color: COLORS.chartMain },
        { name: t('sheets.balance.capacity'), categories, values: capacity, color: COLORS.chartSecond, line: true },
      ],
      valueNumber: 'quantity',
      valueAxisTitle: busiest.unit === 'units' ? t('sheets.unit.units') : busiest.unit,
    },
  ];
}

function costChart(context: OutputContext, sheet: BucketSheet, place: Rect): readonly ChartSpec[] {
  const kinds = sheet.rowsOf(MONEY).filter((row) => row.startsWith('cost:'));
  const [first, last] = [kinds[0], kinds.at(-1)];
  const from = first === undefined ? undefined : sheet.totalPlace(MONEY, first);
  const to = last === undefined ? undefined : sheet.totalPlace(MONEY, last);
  if (!from || !to) return [];
  const rows = to.row - from.row + 1;
  return [
    {
      name: 'CadenzaBalanceCost',
      kind: 'barClustered',
      title: context.t('sheets.balance.chart.cost'),
      place,
      series: [
        {
          name: context.t('sheets.balance.totalCost'),
          categories: { row: from.row, column: 0, rows, columns: 1 },
          values: { row: from.row, column: from.column, rows, columns: 1 },
          color: COLORS.chartMain,
        },
      ],
      valueAxisTitle: context.plan.settings.currency,
      valueNumber: 'quantity',
    },
  ];
}
