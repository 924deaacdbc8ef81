import type { FamilyDemand, FamilyForecast } from '../../planning/result';
import type { ChartSpec, OutlineSpec, Rect, SheetSpec } from '../spec';
import { COLORS } from '../palette';
import type { BalancePlaces } from './balance';
import type { BlockSpec, RowSpec } from './bucketSheet';
import { BODY, BucketSheet } from './bucketSheet';
import { CHART_BAND } from './balanceCharts';
import type { OutputContext } from './context';
import { distinct, phraseOr } from './context';
import { backtestHeight, writeBacktest } from './demandBacktest';
import { accuracyRows, modelRows, partRows } from './demandForecast';
import { chartSpan, closeSheet, openSheet } from './frame';
import { bridgeHeight, writeBridge } from './demandBridge';
import { constrainedRows, consumedRow, overrideRows, valueAddedRows } from './demandSupply';
import type { Content, Grid, Place } from './grid';

/** The consensus of a family, one cell a bucket. */
export interface DemandPlaces {
  readonly consensus: (family: string) => Place | undefined;
  /** All demand at its price over the horizon; absent where no price is known. */
  readonly totalValue?: Place;
}

const TOTALS = 'totals';
const keyOf = (family: string): string => `family:${family}`;

/** A Demand plan with its rows placed: the Balance reads them, and it reads the Balance, whose places `write` is given. */
export interface DemandLayout {
  readonly places: DemandPlaces;
  readonly write: (balance: BalancePlaces | undefined) => { readonly spec: SheetSpec };
}

/**
 * The Demand plan: per family and bucket every stream side by side, overrides with their reasons, the agreed forecast with its interval, the orders
 * that consume it, the consensus that the balance serves and what it ships of it; model, accuracy and notes beside each; the gap to the targets.
 *
 * @returns undefined when no family has demand.
 */
export function layOutDemandPlan(context: OutputContext): DemandLayout | undefined {
  const { demand } = context.plan;
  if (demand.length === 0) return undefined;
  const { t } = context;
  const grid = openSheet(context, 'demandPlan', t('sheets.hint.demandPlan'));
  const sheet = new BucketSheet(grid, context);
  sheet.skip(CHART_BAND * Math.ceil((1 + chartedFamilies(context).length) / CHARTS_ABREAST));
  sheet.place(totalsBlock(context, sheet));
  let supply: BalancePlaces | undefined;
  const bridge = sheet.skip(bridgeHeight(context));
  for (const family of demand) sheet.place(familyBlock(context, sheet, family, () => supply));
  const check = sheet.skip(backtestHeight(context));
  const totalValue = sheet.totalPlace(TOTALS, 'value');
  const consensus = (family: string) => sheet.placeOf(keyOf(family), 'consensus');
  const write = (balance: BalancePlaces | undefined) => {
    supply = balance;
    sheet.write();
    writeBridge(context, grid, sheet, bridge, keyOf);
    return { spec: finish(context, grid, sheet, writeBacktest(context, grid, check)) };
  };
  return { places: { consensus, ...(totalValue ? { totalValue } : {}) }, write };
}

function finish(context: OutputContext, grid: Grid, sheet: BucketSheet, folded: readonly OutlineSpec[]): SheetSpec {
  return closeSheet(context, 'demandPlan', grid, {
    ...sheet.parts(),
    charts: charts(context, sheet),
    outline: [...sheet.outline(), ...folded],
  });
}

function totalsBlock(context: OutputContext, sheet: BucketSheet): BlockSpec {
  const { t, plan } = context;
  const families = plan.demand.map((family) => family.family);
  const priced = families.filter((family) => priceOf(context, family) !== undefined);
  const sum = (rows: readonly string[]): Content => ({ formula: `=${rows.join('+')}` });
  const row = (key: 'forecast' | 'orders' | 'consensus' | 'constrained'): RowSpec => ({
    key,
    label: t(`sheets.demand.${key}`),
    unit: t('sheets.unit.units'),
    number: numberOf(plan.demand),
    style: 'result',
    total: 'sum',
    cell: (bucket) => sum(families.map((family) => sheet.at(keyOf(family), key, bucket))),
  });
  const value: RowSpec = {
    key: 'value',
    label: t('sheets.demand.value'),
    unit: plan.settings.currency,
    number: 'money',
    style: 'total',
    total: 'sum',
    cell: (bucket) => sum(priced.map((family) => sheet.at(keyOf(family), 'value', bucket))),
  };
  return {
    key: TOTALS,
    title: t('sheets.demand.totals'),
    about: 'totals',
    style: 'sectionHeader',
    name: '',
    folds: false,
    rows: [
      row('forecast'),
      row('orders'),
      row('consensus'),
      ...(plan.balance ? [row('constrained')] : []),
      ...(priced.length > 0 ? [value] : []),
    ],
  };
}

function numberOf(demand: readonly FamilyDemand[]): 'quantity' | 'decimal1' {
  const whole = demand.every((family) =>
    family.buckets.every((point) => Math.abs(point.consensus - Math.round(point.consensus)) < 1e-6),
  );
  return whole ? 'quantity' : 'decimal1';
}

function priceOf(context: OutputContext, family: string): number | undefined {
  const price = context.plan.balance?.rates?.families.find((rates) => rates.family === family)?.price;
  return price === 0 ? undefined : price;
}

function familyBlock(
  context: OutputContext,
  sheet: BucketSheet,
  family: FamilyDemand,
  balance: () => BalancePlaces | undefined,
): BlockSpec {
  const units = base(context, family);
  const forecast = context.plan.forecasts.find((f) => f.family === family.family);
  return {
    key: keyOf(family.family),
    title: `${family.family} — ${context.t(`sheets.demandSource.${family.source}`)}`,
    about: 'family',
    style: 'blockHeader',
    name: family.family,
    folds: true,
    rows: [
      ...modelRows(context, forecast),
      ...streamRows(context, family),
      ...overrideRows(context, family, units),
      ...partRows(context, family, forecast),
      ...forecastRows(context, family, forecast),
      ...consensusRows(context, sheet, family),
      ...constrainedRows(context, sheet, keyOf(family.family), family.family, units, balance),
      ...accuracyRows(context, forecast),
      ...valueAddedRows(context, family, units),
    ],
  };
}

type Base = Pick<RowSpec, 'unit' | 'number' | 'total'>;

function base(context: OutputContext, family: FamilyDemand): Base {
  return { unit: context.t('sheets.unit.units'), number: numberOf([family]), total: 'sum' };
}

/** One row a stream, weight beside it where streams were weighed. */
function streamRows(context: OutputContext, family: FamilyDemand): readonly RowSpec[] {
  const streams = distinct(family.buckets.flatMap((point) => Object.keys(point.streams)));
  return streams.map((stream) => {
    const weight = family.weights?.[stream];
    return {
      ...base(context, family),
      number: 'decimal1',
      key: `stream:${stream}`,
      label: phraseOr(context, `sheets.stream.${stream}`, stream),
      detail: true,
      style: 'parameter',
      ...(weight === undefined ? {} : { per: weight, perNumber: 'percent' as const }),
      cell: (bucket) => family.buckets[bucket]?.streams[stream],
    };
  });
}

function forecastRows(
  context: OutputContext,
  family: FamilyDemand,
  forecast: FamilyForecast | undefined,
): readonly RowSpec[] {
  const { t, plan } = context;
  const points = new Map(forecast?.points.map((point) => [point.bucket, point]));
  const level = Math.round(plan.settings.intervalLevel * 100);
  const bound = (side: 'lower' | 'upper'): RowSpec => ({
    ...base(context, family),
    number: 'decimal1',
    total: 'none',
    key: side,
    label: t(`sheets.demand.${side}`, { level }),
    detail: true,
    style: 'muted',
    cell: (bucket) => points.get(bucket)?.[side],
  });
  return [
    {
      ...base(context, family),
      number: 'decimal1',
      key: 'forecast',
      label: t('sheets.demand.forecast'),
      style: 'parameter',
      cell: (bucket) => family.buckets[bucket]?.forecast,
    },
    ...(points.size > 0 ? [bound('lower'), bound('upper')] : []),
    {
      ...base(context, family),
      key: 'orders',
      label: t('sheets.demand.orders'),
      style: 'parameter',
      cell: (bucket) => family.buckets[bucket]?.orders,
    },
  ];
}

/** The consensus, what of it is not yet ordered, and its value at the family's price. */
function consensusRows(context: OutputContext, sheet: BucketSheet, family: FamilyDemand): readonly RowSpec[] {
  const { t, plan } = context;
  const key = keyOf(family.family);
  const price = priceOf(context, family.family);
  const rows: RowSpec[] = [
    ...(family.buckets.some((point) => point.orders > 0)
      ? [consumedRow(context, sheet, key, base(context, family))]
      : []),
    {
      ...base(context, family),
      key: 'consensus',
      strong: true,
      label: t('sheets.demand.consensus'),
      style: 'decision',
      ...(price === undefined ? {} : { per: price }),
      cell: (bucket) => family.buckets[bucket]?.consensus,
    },
    {
      ...base(context, family),
      key: 'unordered',
      label: t('sheets.demand.unordered'),
      detail: true,
      style: 'result',
      cell: (bucket) => ({ formula: `=${sheet.at(key, 'consensus', bucket)}-${sheet.at(key, 'orders', bucket)}` }),
    },
  ];
  if (price !== undefined)
    rows.push({
      key: 'value',
      label: t('sheets.demand.value'),
      unit: plan.settings.currency,
      number: 'money',
      style: 'result',
      total: 'sum',
      cell: (bucket) => ({ formula: `=${sheet.per(key, 'consensus')}*${sheet.at(key, 'consensus', bucket)}` }),
    });
  return rows;
}

/** Charts side by side, so that a page holds them. */
const CHARTS_ABREAST = 2;
/** Families with a chart of their own: those of most demand. */
const MOST_CHARTS = 3;

/** Where the chart of a number stands, row by row. */
function chartPlace(sheet: BucketSheet, index: number): Rect {
  const row = BODY + CHART_BAND * Math.floor(index / CHARTS_ABREAST);
  return { row, rows: CHART_BAND - 1, ...chartSpan(sheet.widths(), index % CHARTS_ABREAST, CHARTS_ABREAST) };
}

function charts(context: OutputContext, sheet: BucketSheet): readonly ChartSpec[] {
  const [forecast, orders, consensus] = ['forecast', 'orders', 'consensus'].map((row) => sheet.rowRect(TOTALS, row));
  if (!forecast || !orders || !consensus) return [];
  const { t } = context;
  const categories = sheet.labels();
  return [
    {
      name: 'CadenzaDemandPlan',
      kind: 'columnClustered',
      title: t('sheets.demand.chart'),
      place: chartPlace(sheet, 0),
      series: [
        { name: t('sheets.demand.consensus'), categories, values: consensus, color: COLORS.chartMain },
        { name: t('sheets.demand.forecast'), categories, values: forecast, color: COLORS.chartSecond, line: true },
        { name: t('sheets.demand.orders'), categories, values: orders, color: COLORS.chartThird, line: true },
      ],
      valueAxisTitle: t('sheets.unit.units'),
      valueNumber: 'quantity',
    },
    ...familyCharts(context, sheet),
  ];
}

/** The families of most demand whose forecast has bounds. */
function chartedFamilies({ plan }: OutputContext): readonly string[] {
  const forecast = new Set(plan.forecasts.filter((own) => own.points.length > 0).map((own) => own.family));
  const total = (family: FamilyDemand): number => family.buckets.reduce((sum, point) => sum + point.consensus, 0);
  return plan.demand
    .filter((family) => forecast.has(family.family))
    .map((family, i) => ({ family: family.family, total: total(family), i }))
    .sort((a, b) => b.total - a.total || a.i - b.i)
    .slice(0, MOST_CHARTS)
    .map(({ family }) => family);
}

/** The consensus of the families of most demand between the bounds of their forecasts, beside the chart of the totals. */
function familyCharts(context: OutputContext, sheet: BucketSheet): readonly ChartSpec[] {
  const { t, plan } = context;
  const level = Math.round(plan.settings.intervalLevel * 100);
  const categories = sheet.labels();
  return chartedFamilies(context).flatMap((family, i): ChartSpec[] => {
    const [consensus, lower, upper] = ['consensus', 'lower', 'upper'].map((row) => sheet.rowRect(keyOf(family), row));
    if (!consensus || !lower || !upper) return [];
    return [
      {
        name: `CadenzaDemandPlan${i + 1}`,
        kind: 'columnClustered',
        title: t('sheets.demand.familyChart', { family, level }),
        place: chartPlace(sheet, 1 + i),
        series: [
          { name: t('sheets.demand.consensus'), categories, values: consensus, color: COLORS.chartMain },
          {
            name: t('sheets.demand.lower', { level }),
            categories,
            values: lower,
            color: COLORS.chartThird,
            line: true,
          },
          {
            name: t('sheets.demand.upper', { level }),
            categories,
            values: upper,
            color: COLORS.chartSecond,
            line: true,
          },
        ],
        valueAxisTitle: t('sheets.unit.units'),
        valueNumber: 'quantity',
      },
    ];
  });
}
