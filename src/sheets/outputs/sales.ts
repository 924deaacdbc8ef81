import type { ChartSpec, ConditionalFormatSpec, SheetSpec } from '../spec';
import { COLORS } from '../palette';
import type { OutputContext } from './context';
import { closeSheet, FIRST_ROW, openSheet, tableOver } from './frame';
import type { Place } from './grid';
import { a1, rectOf } from './grid';
import { CAPACITY_COLUMNS, putSalesCapacity } from './salesCapacity';
import type { SalesFigurePlaces } from './salesFigures';
import { putFigures } from './salesFigures';
import type { MonthPlaces } from './salesTables';
import { MONTH_COLUMNS, putMonths, putStages, putWeeks, STAGE_COLUMNS } from './salesTables';

/** Key figures and months of the Sales plan that other sheets refer to. */
export interface SalesPlaces extends SalesFigurePlaces {
  readonly monthLabels?: Place;
  readonly monthTarget?: Place;
  readonly monthExpected?: Place;
}

/**
 * The Sales plan: target, won, weighted pipeline and its distribution, coverage and gap; the pipeline by stage; target against expected by
 * month; wins and stage entries needed week by week.
 *
 * @returns undefined when there is neither a target nor a pipeline.
 */
export function buildSales(context: OutputContext): { spec: SheetSpec; places: SalesPlaces } | undefined {
  const { sales } = context.plan;
  if (sales.stages.length === 0 && sales.target === 0) return undefined;
  const { t } = context;
  const grid = openSheet(context, 'sales', t('sheets.hint.sales'));
  const stagesAt = FIRST_ROW + 16;
  const monthsAt = stagesAt + (sales.stages.length > 0 ? sales.stages.length + 4 : 0);
  const weeksAt = monthsAt + (sales.months.length > 0 ? sales.months.length + 4 : 0);
  const openAmount = putStages(context, grid, stagesAt);
  const figures = putFigures(context, grid, FIRST_ROW, openAmount);
  const months = putMonths(context, grid, monthsAt);
  const weekColumns = putWeeks(context, grid, weeksAt);
  const capacityAt = weeksAt + (sales.weeks.length > 0 ? sales.weeks.length + 4 : 0);
  const shortfall = putSalesCapacity(context, grid, capacityAt);

  const tables = [
    ...(sales.stages.length > 0
      ? [tableOver('CadenzaStages', stagesAt + 1, 0, sales.stages.length + 1, STAGE_COLUMNS.length)]
      : []),
    ...(sales.months.length > 0
      ? [tableOver('CadenzaSalesMonths', monthsAt + 1, 0, sales.months.length + 1, MONTH_COLUMNS.length)]
      : []),
    ...(sales.weeks.length > 0
      ? [tableOver('CadenzaSalesWeeks', weeksAt + 1, 0, sales.weeks.length + 1, weekColumns)]
      : []),
    ...(shortfall
      ? [tableOver('CadenzaSalesCapacity', capacityAt + 1, 0, shortfall.rows + 1, CAPACITY_COLUMNS.length)]
      : []),
  ];
  const width = Math.max(
    STAGE_COLUMNS.length,
    MONTH_COLUMNS.length,
    weekColumns,
    shortfall ? CAPACITY_COLUMNS.length : 0,
  );
  const spec = closeSheet(context, 'sales', grid, {
    columnWidths: [38, ...Array.from({ length: width - 1 }, () => 17)],
    tables,
    names: [
      { name: 'CadenzaSalesTarget', range: rectOf(figures.target) },
      { name: 'CadenzaSalesExpected', range: rectOf(figures.expected) },
      { name: 'CadenzaSalesGap', range: rectOf(figures.gap) },
    ],
    conditionalFormats: [
      { kind: 'formula', range: rectOf(figures.gap), formula: `=${a1(figures.gap.row, 1)}>0.005`, look: 'warn' },
      ...(shortfall ? [belowZero(shortfall)] : []),
    ],
    charts: months ? [monthChart(context, months)] : [],
    freeze: { rows: FIRST_ROW - 1, columns: 1 },
    print: { orientation: 'landscape', fitToWidth: true, titleRows: FIRST_ROW - 1 },
  });
  return {
    spec,
    places: {
      ...figures,
      ...(months ? { monthLabels: months.labels, monthTarget: months.target, monthExpected: months.expected } : {}),
    },
  };
}

/** Red where a team can sell less than its target. */
function belowZero(place: Place): ConditionalFormatSpec {
  const formula = `=${a1(place.row, place.column)}<-0.005`;
  return { kind: 'formula', range: rectOf(place), formula, look: 'bad' };
}

function monthChart(context: OutputContext, months: MonthPlaces): ChartSpec {
  const { t } = context;
  return {
    name: 'CadenzaSalesMonths',
    kind: 'columnClustered',
    title: t('sheets.sales.chart'),
    place: { row: FIRST_ROW, column: 3, rows: 14, columns: 5 },
    series: [
      {
        name: t('sheets.salesMonth.expected'),
        categories: rectOf(months.labels),
        values: rectOf(months.expected),
        color: COLORS.chartMain,
      },
      {
        name: t('sheets.salesMonth.target'),
        categories: rectOf(months.labels),
        values: rectOf(months.target),
        color: COLORS.chartSecond,
        line: true,
      },
    ],
    valueAxisTitle: context.plan.settings.currency,
    valueNumber: 'quantity',
  };
}
