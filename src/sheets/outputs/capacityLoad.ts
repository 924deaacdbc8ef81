import type { ChartSpec, Rect, SheetSpec } from '../spec';
import { COLORS } from '../palette';
import type { BalancePlaces } from './balance';
import { CHART_BAND, busiestResource } from './balanceCharts';
import type { BalanceData, ResourceData } from './balanceData';
import { balanceData } from './balanceData';
import type { BlockSpec, RowSpec } from './bucketSheet';
import { BODY, BucketSheet, FIRST_BUCKET } from './bucketSheet';
import type { OutputContext } from './context';
import { groupBy } from './context';
import { chartSpan, closeSheet, openSheet } from './frame';
import type { Place } from './grid';
import { cellOfRow, refer } from './grid';
import { overloadLight, utilisationLights } from './lights';
import { unitWords } from './words';

const OVERVIEW = 'overview';
const TOTAL = FIRST_BUCKET - 1;
const keyOf = (resource: string): string => `resource:${resource}`;

/**
 * The Capacity load: what the demand would ask of every resource if nothing limited it (rough-cut, by bills of capacity that count components),
 * against capacity and against the load the balance plans.
 *
 * @returns undefined when no resource is routed to.
 * @see mathematics H (resource profile): load = Σ hours per unit × units asked a lead time later.
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
    [...bills.values()].some((bill) => bill.some((take) => take.resource === resource.resource)),
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
  const whole: Rect = {
    row: BODY + CHART_BAND,
    column: TOTAL,
    rows: sheet.nextRow - BODY - CHART_BAND,
    columns: sheet.bucketCount + 1,
  };
  const lit = [
    ...utilisationLights({ ...whole, rows: resources.length + 1 }),
    ...utilisationLights(whole, [t('sheets.capacityLoad.utilisation'), t('sheets.capacityLoad.plannedUtilisation')]),
    overloadLight(whole, t('sheets.capacityLoad.overload')),
  ];
  const spec = closeSheet(context, 'capacityLoad', grid, {
    ...sheet.parts(),
    conditionalFormats: lit,
    charts: charts(context, sheet, { ...data, resources }),
  });
  return { spec };
}

/** What a unit of demand for a family takes of a resource, so many buckets before the bucket it is asked in. */
interface Take {
  readonly resource: string;
  readonly offset: number;
  readonly hours: number;
}

type Bills = ReadonlyMap<string, readonly Take[]>;

/** The resource profile of each family: its own first mode and everything made for it, each by its lead time earlier. */
function billsOfCapacity(data: BalanceData): Bills {
  const bills = new Map<string, readonly Take[]>();
  const byName = new Map(data.families.map((family) => [family.family, family]));
  const components = groupBy(data.balance.rates?.materials ?? [], (material) => material.parent);
  const billOf = (family: string, above: readonly string[]): readonly Take[] => {
    const known = bills.get(family);
    if (known) return known;
    if (above.includes(family)) return [];
    const own = byName.get(family);
    const [mode] = own?.modes ?? [];
    const takes: Take[] = Object.entries(mode?.hoursPerUnit ?? {}).map(([resource, hours]) => ({
      resource,
      hours,
      offset: (mode?.lead ?? own?.rates?.leadBuckets ?? 0) - (mode?.loadLag?.[resource] ?? 0),
    }));
    for (const { component, quantity } of components.get(family) ?? [])
      for (const take of billOf(component, [...above, family])) takes.push({ ...take, hours: take.hours * quantity });
    const bill = addUp(takes);
    bills.set(family, bill);
    return bill;
  };
  for (const { family } of data.families) billOf(family, []);
  return bills;
}

/** Takes of one resource and offset together. */
function addUp(takes: readonly Take[]): readonly Take[] {
  return [...groupBy(takes, ({ resource, offset }) => `${offset} ${resource}`).values()].flatMap((own) => {
    const hours = own.reduce((sum, take) => sum + take.hours, 0);
    return own[0] && hours > 0 ? [{ ...own[0], hours }] : [];
  });
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
  bills: Bills,
  resource: ResourceData,
  balance: BalancePlaces,
): BlockSpec {
  const { t } = context;
  const key = keyOf(resource.resource);
  const base = { unit: unitWords(context, resource.unit), number: 'hours', total: 'sum', style: 'result' } as const;
  const linked = (place: Place | undefined) => (bucket: number) =>
    place ? { formula: `=${refer(cellOfRow(place, bucket), sheet.grid.sheet)}` } : 0;
  const last = sheet.bucketCount - 1;
  const detail = data.families.flatMap(({ family }): RowSpec[] => {
    const demand = balance.family(family, 'demand');
    const takes = (bills.get(family) ?? []).filter((take) => take.resource === resource.resource);
    return takes.flatMap(({ offset, hours }) => {
      if (!demand) return [];
      const row = `load:${family}:${offset}`;
      const name = offset === 0 ? family : t('sheets.capacityLoad.ahead', { family, offset });
      return [
        {
          ...base,
          key: row,
          label: t('sheets.balance.loadOf', { name }),
          detail: true,
          per: hours,
          perNumber: 'decimal2',
          // What is asked beyond the horizon is not known; what should have been made before the plan is the past's.
          cell: (bucket) =>
            bucket + offset > last || bucket + offset < 0
              ? 0
              : { formula: `=${sheet.per(key, row)}*${refer(cellOfRow(demand, bucket + offset), sheet.grid.sheet)}` },
        },
      ];
    });
  });
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
  const [top, bottom] = [detail[0]?.key, detail.at(-1)?.key];
  const rows: RowSpec[] = [
    {
      ...base,
      key: 'load',
      label: t('sheets.capacityLoad.load'),
      style: 'subtotal',
      cell: (bucket) =>
        top !== undefined && bottom !== undefined
          ? { formula: `=SUM(${sheet.at(key, top, bucket)}:${sheet.at(key, bottom, bucket)})` }
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
      place: { row: BODY, rows: CHART_BAND - 1, ...chartSpan(sheet.widths(), 0, 1) },
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
