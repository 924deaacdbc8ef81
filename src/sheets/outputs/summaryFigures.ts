import type { NumberFormatName } from '../spec';
import type { BalancePlaces } from './balance';
import type { CalendarPlaces } from './calendar';
import type { CheckPlaces } from './checks';
import type { OutputContext } from './context';
import { distinct } from './context';
import type { DailyPlaces } from './daily';
import type { DemandPlaces } from './demandPlan';
import type { Content, Place } from './grid';
import { literal, refer } from './grid';
import type { SalesPlaces } from './sales';
import type { ShortagePlaces } from './shortages';

/** Where the other sheets keep what the summary shows; absent where the plan has no such sheet. */
export interface SummaryPlaces {
  readonly checks: CheckPlaces;
  readonly daily?: DailyPlaces;
  readonly calendar?: CalendarPlaces;
  readonly sales?: SalesPlaces;
  readonly demandPlan?: DemandPlaces;
  readonly balance?: BalancePlaces;
  readonly shortages?: ShortagePlaces;
}

/** One key figure: what is planned, what is aimed at, and which side of it is good. */
export interface KeyFigure {
  readonly label: string;
  readonly note: string;
  readonly number: NumberFormatName;
  readonly planned: Content;
  /** Absent: a figure without a target, shown without a verdict. */
  readonly target?: Content;
  readonly better?: 'high' | 'low';
}

/** The key figures there are, from sales to checks: each a formula over the sheet that it comes from. */
export function keyFigures(context: OutputContext, places: SummaryPlaces): readonly KeyFigure[] {
  return [
    ...salesFigures(context, places),
    ...balanceFigures(context, places),
    ...workFigures(context, places),
    ...checkFigures(context, places),
  ];
}

type FigureKey =
  | 'sales'
  | 'chance'
  | 'coverage'
  | 'revenue'
  | 'served'
  | 'backlog'
  | 'lost'
  | 'stock'
  | 'cost'
  | 'profit'
  | 'bottleneck'
  | 'hours'
  | 'late'
  | 'checks'
  | 'data';

function figure(
  context: OutputContext,
  key: FigureKey,
  number: NumberFormatName,
  planned: Content,
  against: Pick<KeyFigure, 'target' | 'better'> = {},
): KeyFigure {
  const { t } = context;
  const year = String(context.plan.sales.year);
  return {
    label: t(`sheets.figure.${key}`, { year }),
    note: t(`sheets.figureNote.${key}`),
    number,
    planned,
    ...against,
  };
}

function link(context: OutputContext, place: Place): Content {
  return { formula: `=${refer(place, context.names.summary)}` };
}

function salesFigures(context: OutputContext, { sales }: SummaryPlaces): readonly KeyFigure[] {
  if (!sales) return [];
  const at = (place: Place) => link(context, place);
  const figures = [figure(context, 'sales', 'money', at(sales.expected), { target: at(sales.target), better: 'high' })];
  if (sales.chance) figures.push(figure(context, 'chance', 'percent', at(sales.chance)));
  if (context.plan.sales.coverage !== undefined)
    figures.push(
      figure(
        context,
        'coverage',
        'factor',
        at(sales.coverage),
        sales.neededCoverage ? { target: at(sales.neededCoverage), better: 'high' } : {},
      ),
    );
  return figures;
}

function balanceFigures(context: OutputContext, { balance, demandPlan }: SummaryPlaces): readonly KeyFigure[] {
  if (!balance) return [];
  const figures: KeyFigure[] = [];
  const add = (
    key: FigureKey,
    number: NumberFormatName,
    place: Place | undefined,
    against: Pick<KeyFigure, 'target' | 'better'> = {},
  ): void => {
    if (place) figures.push(figure(context, key, number, link(context, place), against));
  };
  const value = demandPlan?.totalValue;
  add('revenue', 'money', balance.moneyTotal('revenue'), value ? { target: link(context, value), better: 'high' } : {});
  add('served', 'percent1', balance.unitsTotal('served'), { target: 1, better: 'high' });
  add('backlog', 'quantity', balance.unitsTotal('backlog'), { target: 0, better: 'low' });
  add('lost', 'quantity', balance.unitsTotal('lost'), { target: 0, better: 'low' });
  const safety = balance.unitsTotal('safety');
  const stocked = safety !== undefined || context.plan.balance?.items.some((item) => item.stock > DUST) === true;
  if (stocked)
    add(
      'stock',
      'quantity',
      balance.unitsTotal('stock'),
      safety ? { target: link(context, safety), better: 'high' } : {},
    );
  if ((context.plan.balance?.totalCost ?? 0) !== 0) add('cost', 'money', balance.moneyTotal('totalCost'));
  if (balance.moneyTotal('revenue')) add('profit', 'money', balance.moneyTotal('profit'));
  const utilisations = distinct(context.plan.balance?.resources.map((resource) => resource.resource) ?? [])
    .flatMap((resource) => balance.resource(resource, 'utilisation') ?? [])
    .map((place) => refer(place, context.names.summary));
  if (utilisations.length > 0 && utilisations.length <= MAX_ARGUMENTS)
    figures.push(
      figure(
        context,
        'bottleneck',
        'percent',
        { formula: `=MAX(${utilisations.join(',')})` },
        { target: 1, better: 'low' },
      ),
    );
  return figures;
}

/** Stock below this is what rounding leaves. */
const DUST = 1e-4;

/** Excel takes 255 arguments. */
const MAX_ARGUMENTS = 255;

function workFigures(context: OutputContext, { calendar, daily }: SummaryPlaces): readonly KeyFigure[] {
  const figures: KeyFigure[] = [];
  if (calendar)
    figures.push(
      figure(context, 'hours', 'hours', link(context, calendar.totalLoad), {
        target: link(context, calendar.totalCapacity),
        better: 'low',
      }),
    );
  if (daily) {
    const status = refer(daily.status, context.names.summary, 'both');
    const counts = (['Late', 'Over capacity'] as const).map(
      (key) => `COUNTIF(${status},${literal(context.t(`sheets.status.${key}`))})`,
    );
    figures.push(
      figure(context, 'late', 'quantity', { formula: `=${counts.join('+')}` }, { target: 0, better: 'low' }),
    );
  }
  return figures;
}

function checkFigures(context: OutputContext, { checks }: SummaryPlaces): readonly KeyFigure[] {
  const data = `=${refer(checks.errors, context.names.summary)}+${refer(checks.warnings, context.names.summary)}`;
  return [
    figure(context, 'checks', 'quantity', link(context, checks.failed), { target: 0, better: 'low' }),
    figure(context, 'data', 'quantity', { formula: data }, { target: 0, better: 'low' }),
  ];
}
