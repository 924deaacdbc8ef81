import type { ChartSpec, SheetSpec } from '../spec';
import { COLORS } from '../palette';
import type { BalancePlaces } from './balance';
import { CHART_BAND, busiestResource } from './balanceCharts';
import type { BalanceData, ResourceData } from './balanceData';
import { balanceData, parentsOf } from './balanceData';
import type { BlockSpec, RowSpec } from './bucketSheet';
import { BODY, BucketSheet } from './bucketSheet';
import type { OutputContext } from './context';
import { closeSheet, FIRST_ROW, openSheet, pagesWide } from './frame';
import type { Place } from './grid';
import { cellOfRow, refer } from './grid';
import { utilisationLights } from './lights';
import { unitWords } from './words';

const OVERVIEW = 'overview';
const keyOf = (resource: string): string => `resource:${resource}`;

/**
 * The Capacity load: what the demand would ask of every resource if nothing limited it (rough-cut, by bills of capacity that count components),
 * against capacity and against the load the balance plans.
 *
 * @returns undefined when no resource is routed to.
 * @see mathematics H: lead times aside, load = Σ hours per unit demanded × demand.
 */
export function buildCapacityLoad(
  context: OutputContext,
  balance: BalancePlaces | undefined,
): { spec: SheetSpec } | undefined {
  const plan = context.plan.balance;
  if (!plan || !balance) return undefined;
  const data = balanceData(plan);
  const bills = billsOfCapacity(data);
  const resources = data.resources.filter((resource) =>
    [...bills.values()].some((bill) => (bill.get(resource.resource) ?? 0) > 0),
  );
  if (resources.length === 0) return undefined;
  const { t } = context;
  const grid = openSheet(context, 'capacityLoad', t('sheets.hint.capacityLoad'));
  const sheet = new BucketSheet(grid, context);
  sheet.skip(CHART_BAND);
  sheet.place({
    key: OVERVIEW,
    title: t('sheets.capacityLoad.overview'),
    about: 'totals',
    style: 'sectionHeader',
    name: '',
    folds: false,
    rows: resources.map((resource) => overviewRow(sheet, resource.resource)),
  });
  for (const resource of resources) sheet.place(resourceBlock(context, sheet, data, bills, resource, balance));
  sheet.write();
  const lit = [
    ...resources.flatMap(({ resource }) => sheet.rowRect(OVERVIEW, resource, true) ?? []),
    ...resources.flatMap(({ resource }) =>
      ['utilisation', 'plannedUtilisation'].flatMap((row) => sheet.rowRect(keyOf(resource), row, true) ?? []),
    ),
  ];
  const spec = closeSheet(context, 'capacityLoad', grid, {
    columnWidths: sheet.widths(),
    conditionalFormats: lit.flatMap((range) => utilisationLights(range)),
    charts: charts(context, sheet, { ...data, resources }),
    outline: sheet.outline(),
    subjects: sheet.subjects(),
    formatCopies: sheet.formatCopies(),
    freeze: { rows: FIRST_ROW + 2, columns: 1 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      pagesWide: pagesWide(sheet.widths()),
      titleRows: FIRST_ROW + 2,
      titleColumns: 1,
    },
  });
  return { spec };
}

/** Capacity units of each resource per unit of demand for a family: its own first mode and everything made for it. */
function billsOfCapacity(data: BalanceData): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const bills = new Map<string, Map<string, number>>();
  const billOf = (family: string, above: readonly string[]): Map<string, number> => {
    const known = bills.get(family);
    if (known) return known;
    const bill = new Map<string, number>();
    const mode = data.families.find((item) => item.family === family)?.modes[0];
    if (mode && !above.includes(family)) {
      for (const [resource, hours] of Object.entries(mode.hoursPerUnit)) bill.set(resource, hours);
      for (const { family: component } of data.families)
        for (const { parent, quantity } of parentsOf(data.balance, component))
          if (parent === family)
            for (const [resource, hours] of billOf(component, [...above, family]))
              bill.set(resource, (bill.get(resource) ?? 0) + quantity * hours);
    }
    bills.set(family, bill);
    return bill;
  };
  for (const { family } of data.families) billOf(family, []);
  return bills;
}

function overviewRow(sheet: BucketSheet, resource: string): RowSpec {
  return {
    key: resource,
    label: resource,
    unit: '%',
    number: 'percent',
    style: 'result',
    total: () => ({ formula: `=${sheet.total(keyOf(resource), 'utilisation')}` }),
    cell: (bucket) => ({ formula: `=${sheet.at(keyOf(resource), 'utilisation', bucket)}` }),
  };
}

function resourceBlock(
  context: OutputContext,
  sheet: BucketSheet,
  data: BalanceData,
  bills: ReadonlyMap<string, ReadonlyMap<string, number>>,
  resource: ResourceData,
  balance: BalancePlaces,
): BlockSpec {
  const { t } = context;
  const key = keyOf(resource.resource);
  const base = { unit: unitWords(context, resource.unit), number: 'hours', total: 'sum', style: 'result' } as const;
  const linked = (place: Place | undefined) => (bucket: number) =>
    place ? { formula: `=${refer(cellOfRow(place, bucket), sheet.grid.sheet)}` } : 0;
  const families = data.families.flatMap(({ family }) => {
    const hours = bills.get(family)?.get(resource.resource) ?? 0;
    const demand = balance.family(family, 'demand');
    return hours > 0 && demand ? [{ family, hours, demand }] : [];
  });
  const detail = families.map(({ family, hours, demand }): RowSpec => ({
    ...base,
    key: `load:${family}`,
    label: t('sheets.balance.loadOf', { name: family }),
    detail: true,
    per: hours,
    perNumber: 'decimal2',
    cell: (bucket) => ({
      formula: `=${sheet.per(key, `load:${family}`)}*${refer(cellOfRow(demand, bucket), sheet.grid.sheet)}`,
    }),
  }));
  const ratio = (load: string, capacity: string) => `IF(${capacity}>0,${load}/${capacity},IF(${load}>0,"∞",0))`;
  const ratioRow = (row: 'utilisation' | 'plannedUtilisation', load: string): RowSpec => ({
    ...base,
    key: row,
    label: t(`sheets.capacityLoad.${row}`),
    unit: '%',
    number: 'percent',
    total: () => ({ formula: `=${ratio(sheet.total(key, load), sheet.total(key, 'capacity'))}` }),
    cell: (bucket) => ({ formula: `=${ratio(sheet.at(key, load, bucket), sheet.at(key, 'capacity', bucket))}` }),
  });
  const [first, last] = [detail[0]?.key, detail.at(-1)?.key];
  const rows: RowSpec[] = [
    {
      ...base,
      key: 'load',
      label: t('sheets.capacityLoad.load'),
      style: 'subtotal',
      cell: (bucket) =>
        first !== undefined && last !== undefined
          ? { formula: `=SUM(${sheet.at(key, first, bucket)}:${sheet.at(key, last, bucket)})` }
          : 0,
    },
    ...detail,
    {
      ...base,
      key: 'capacity',
      label: t('sheets.balance.capacity'),
      cell: linked(balance.resource(resource.resource, 'capacity')),
    },
    ratioRow('utilisation', 'load'),
    {
      ...base,
      key: 'overload',
      label: t('sheets.capacityLoad.overload'),
      cell: (bucket) => ({ formula: `=MAX(0,${sheet.at(key, 'load', bucket)}-${sheet.at(key, 'capacity', bucket)})` }),
    },
    {
      ...base,
      key: 'planned',
      label: t('sheets.capacityLoad.planned'),
      cell: linked(balance.resource(resource.resource, 'load')),
    },
    ratioRow('plannedUtilisation', 'planned'),
  ];
  return {
    key,
    title: resource.resource,
    about: 'resource',
    style: 'blockHeader',
    name: resource.resource,
    folds: true,
    rows,
  };
}

function charts(context: OutputContext, sheet: BucketSheet, data: BalanceData): readonly ChartSpec[] {
  const { t } = context;
  const busiest = busiestResource(data);
  if (!busiest) return [];
  const key = keyOf(busiest.resource);
  const [load, planned, capacity] = ['load', 'planned', 'capacity'].map((row) => sheet.rowRect(key, row));
  if (!load || !planned || !capacity) return [];
  const categories = sheet.labels();
  return [
    {
      name: 'CadenzaCapacityLoad',
      kind: 'columnClustered',
      title: t('sheets.balance.chart.load', { resource: busiest.resource }),
      place: { row: BODY, column: 0, rows: CHART_BAND - 1, columns: 6 },
      series: [
        { name: t('sheets.capacityLoad.load'), categories, values: load, color: COLORS.chartThird },
        { name: t('sheets.capacityLoad.planned'), categories, values: planned, color: COLORS.chartMain },
        { name: t('sheets.balance.capacity'), categories, values: capacity, color: COLORS.chartSecond, line: true },
      ],
      valueAxisTitle: unitWords(context, busiest.unit),
      valueNumber: 'quantity',
    },
  ];
}
