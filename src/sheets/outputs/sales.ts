import type { SalesPlan } from '../../planning/result';
import type { ChartSpec, ConditionalFormatSpec, NumberFormatName, SheetSpec } from '../spec';
import { COLORS } from '../palette';
import type { OutputContext } from './context';
import { distinct } from './context';
import { closeSheet, FIRST_ROW, openSheet, tableOver } from './frame';
import type { Content, Grid, Look, Place } from './grid';
import { a1, cellPlace } from './grid';
import { CAPACITY_COLUMNS, putSalesCapacity } from './salesCapacity';
import { periodHeading } from './words';

/** Key figures and months of the Sales plan that other sheets refer to. */
export interface SalesPlaces {
  readonly target: Place;
  readonly expected: Place;
  readonly gap: Place;
  readonly coverage: Place;
  readonly neededCoverage?: Place;
  readonly chance?: Place;
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
      { name: 'CadenzaSalesTarget', range: bare(figures.target) },
      { name: 'CadenzaSalesExpected', range: bare(figures.expected) },
      { name: 'CadenzaSalesGap', range: bare(figures.gap) },
    ],
    conditionalFormats: [
      { kind: 'formula', range: bare(figures.gap), formula: `=${a1(figures.gap.row, 1)}>0.005`, look: 'warn' },
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
  return { kind: 'formula', range: bare(place), formula, look: 'bad' };
}

function bare({ row, column, rows, columns }: Place): { row: number; column: number; rows: number; columns: number } {
  return { row, column, rows, columns };
}

interface Figure {
  readonly key: string;
  readonly label: string;
  readonly content: Content;
  readonly number: NumberFormatName;
  readonly computed: boolean;
}

/** Key figures, one a row: label and value; gaps and ratios are formulas. */
function putFigures(
  context: OutputContext,
  grid: Grid,
  start: number,
  openAmount: string | undefined,
): Pick<SalesPlaces, 'target' | 'expected' | 'gap' | 'coverage' | 'neededCoverage' | 'chance'> {
  const { t, plan } = context;
  const { sales } = plan;
  grid.putRow(start, 0, [t('sheets.sales.figures', { year: String(sales.year) }), undefined], {
    style: 'sectionHeader',
  });
  const at = (i: number): string => a1(start + 1 + i, 1);
  const optional = (
    key: 'weightedByAge' | 'p10' | 'p50' | 'p90' | 'chanceOfTarget' | 'neededCoverage' | 'averageDeal',
    number: NumberFormatName,
  ): Figure[] => {
    const value = sales[key];
    return value === undefined
      ? []
      : [{ key, label: t(`sheets.sales.${key}`), content: value, number, computed: false }];
  };
  const figures: Figure[] = [
    { key: 'target', label: t('sheets.sales.target'), content: sales.target, number: 'money', computed: false },
    { key: 'won', label: t('sheets.sales.won'), content: sales.won, number: 'money', computed: false },
    { key: 'weighted', label: t('sheets.sales.weighted'), content: sales.weighted, number: 'money', computed: false },
    {
      key: 'expected',
      label: t('sheets.sales.expected'),
      content: { formula: `=${at(1)}+${at(2)}` },
      number: 'money',
      computed: true,
    },
    {
      key: 'gap',
      label: t('sheets.sales.gap'),
      content: { formula: `=${at(0)}-${at(3)}` },
      number: 'money',
      computed: true,
    },
    {
      key: 'coverage',
      label: t('sheets.sales.coverage'),
      content: coverageOf(sales, openAmount, at),
      number: 'factor',
      computed: true,
    },
    ...optional('weightedByAge', 'money'),
    ...optional('neededCoverage', 'factor'),
    ...optional('p10', 'money'),
    ...optional('p50', 'money'),
    ...optional('p90', 'money'),
    ...optional('chanceOfTarget', 'percent'),
    ...optional('averageDeal', 'money'),
    {
      key: 'late',
      label: t('sheets.sales.alreadyLate'),
      content: sales.alreadyLate.wins,
      number: 'decimal1',
      computed: false,
    },
  ];
  figures.forEach((figure, i) => {
    grid.put(start + 1 + i, 0, figure.label, { style: 'keyLabel' });
    grid.put(start + 1 + i, 1, figure.content, {
      style: figure.computed ? 'keyFigure' : 'parameter',
      number: figure.number,
      align: 'right',
    });
  });
  const placeOf = (key: string): Place =>
    cellPlace(grid.sheet, start + 1 + figures.findIndex((figure) => figure.key === key), 1);
  return {
    target: placeOf('target'),
    expected: placeOf('expected'),
    gap: placeOf('gap'),
    coverage: placeOf('coverage'),
    ...(sales.neededCoverage === undefined ? {} : { neededCoverage: placeOf('neededCoverage') }),
    ...(sales.chanceOfTarget === undefined ? {} : { chance: placeOf('chanceOfTarget') }),
  };
}

/** Open pipeline ÷ (target − won), as a formula where the stages' amounts are what the plan's coverage was taken from. */
function coverageOf(sales: SalesPlan, openAmount: string | undefined, at: (figure: number) => string): Content {
  if (sales.coverage === undefined) return '–';
  const left = sales.target - sales.won;
  const open = sales.stages.filter((stage) => stage.outcome === 'Open').reduce((sum, stage) => sum + stage.amount, 0);
  const follows = openAmount !== undefined && left > 0 && Math.abs(open / left - sales.coverage) < 1e-9;
  return follows ? { formula: `=IF(${at(0)}-${at(1)}>0,${openAmount}/(${at(0)}-${at(1)}),0)` } : sales.coverage;
}

const STAGE_COLUMNS = ['stage', 'outcome', 'count', 'amount', 'winRate', 'weighted', 'daysToClose', 'source'] as const;
const STAGE_NUMBERS: readonly NumberFormatName[] = [
  'text',
  'text',
  'quantity',
  'money',
  'percent',
  'money',
  'decimal1',
  'text',
];

/** The pipeline by stage; returns the SUMIF of the open amounts. */
function putStages(context: OutputContext, grid: Grid, start: number): string | undefined {
  const { t, plan } = context;
  const { stages } = plan.sales;
  if (stages.length === 0) return undefined;
  putSection(grid, start, t('sheets.sales.byStage'), STAGE_COLUMNS.length);
  putHeadings(
    grid,
    start + 1,
    STAGE_COLUMNS.map((column) => t(`sheets.stage.${column}`)),
    STAGE_NUMBERS,
  );
  stages.forEach((stage, i) => {
    const contents: Content[] = [
      stage.stage,
      t(`sheets.outcome.${stage.outcome}`),
      stage.count,
      stage.amount,
      stage.winRate,
      stage.weighted,
      stage.daysToClose,
      t(`sheets.rateSource.${stage.source}`),
    ];
    contents.forEach((content, column) =>
      grid.put(start + 2 + i, column, content, {
        style: typeof content === 'number' ? 'parameter' : besideNumber(STAGE_NUMBERS, column) ? 'rowDetail' : 'text',
        ...(typeof content === 'number' ? { number: STAGE_NUMBERS[column] ?? 'general' } : {}),
      }),
    );
  });
  const [from, to] = [start + 3, start + 2 + stages.length];
  return `SUMIF($B$${from}:$B$${to},"${t('sheets.outcome.Open')}",$D$${from}:$D$${to})`;
}

function putSection(grid: Grid, row: number, title: string, columns: number): void {
  grid.format({ row, column: 0, rows: 1, columns }, { style: 'sectionHeader' });
  grid.put(row, 0, title);
}

function putHeadings(grid: Grid, row: number, headings: readonly string[], numbers: readonly NumberFormatName[]): void {
  headings.forEach((heading, i) => grid.put(row, i, heading, headingLook(numbers, i)));
}

/** Right over numbers; text beside a number stands one step in, with its heading. */
function headingLook(numbers: readonly NumberFormatName[], column: number): Look {
  if (numbers[column] !== 'text') return { style: 'columnHeader', align: 'right' };
  return { style: besideNumber(numbers, column) ? 'columnDetail' : 'columnHeader' };
}

function besideNumber(numbers: readonly NumberFormatName[], column: number): boolean {
  return column > 0 && numbers[column - 1] !== 'text';
}

const MONTH_COLUMNS = ['month', 'target', 'won', 'weighted', 'expected', 'gap', 'cumulativeGap'] as const;

interface MonthPlaces {
  readonly labels: Place;
  readonly target: Place;
  readonly expected: Place;
}

/** Target against won and weighted by month, the gap and its running total as formulas. */
function putMonths(context: OutputContext, grid: Grid, start: number): MonthPlaces | undefined {
  const { t, plan } = context;
  const { months } = plan.sales;
  if (months.length === 0) return undefined;
  putSection(grid, start, t('sheets.sales.byMonth'), MONTH_COLUMNS.length);
  const numbers: readonly NumberFormatName[] = ['text', 'money', 'money', 'money', 'money', 'money', 'money'];
  putHeadings(
    grid,
    start + 1,
    MONTH_COLUMNS.map((column) => t(`sheets.salesMonth.${column}`)),
    numbers,
  );
  const top = start + 2;
  months.forEach((month, i) => {
    const row = top + i;
    grid.put(row, 0, periodHeading(context, month.label), { style: 'text' });
    [month.target, month.won, month.weighted].forEach((value, c) =>
      grid.put(row, 1 + c, value, { style: 'parameter', number: 'money' }),
    );
    const formulas = [
      `=${a1(row, 2)}+${a1(row, 3)}`,
      `=${a1(row, 1)}-${a1(row, 4)}`,
      `=SUM(${a1(top, 5).replace(/(\D+)(\d+)/, '$1$$$2')}:${a1(row, 5)})`,
    ];
    formulas.forEach((formula, c) => grid.put(row, 4 + c, { formula }, { style: 'result', number: 'money' }));
  });
  const column = (at: number): Place => ({ sheet: grid.sheet, row: top, column: at, rows: months.length, columns: 1 });
  return { labels: column(0), target: column(1), expected: column(4) };
}

/** Week by week: target, weighted, wins needed beyond the open pipeline, and entries needed into each open stage; returns the columns used. */
function putWeeks(context: OutputContext, grid: Grid, start: number): number {
  const { t, plan } = context;
  const { weeks, stages } = plan.sales;
  if (weeks.length === 0) return 0;
  const order = new Map(stages.map((stage) => [stage.stage, stage.order]));
  const entered = [...distinct(weeks.flatMap((week) => Object.keys(week.entries)))].sort(
    (a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || (a < b ? -1 : 1),
  );
  const headings = [
    ...(['week', 'start', 'target', 'weighted', 'winsNeeded'] as const).map((column) =>
      t(`sheets.salesWeek.${column}`),
    ),
    ...entered.map((stage) => t('sheets.salesWeek.entries', { stage })),
  ];
  putSection(grid, start, t('sheets.sales.byWeek'), headings.length);
  const numbers: readonly NumberFormatName[] = [
    'text',
    'date',
    'money',
    'money',
    ...headings.slice(4).map(() => 'decimal1' as const),
  ];
  putHeadings(grid, start + 1, headings, numbers);
  weeks.forEach((week, i) => {
    const contents = [
      week.week,
      week.start,
      week.target,
      week.weighted,
      week.winsNeeded,
      ...entered.map((stage) => week.entries[stage] ?? 0),
    ];
    contents.forEach((content, column) =>
      grid.put(start + 2 + i, column, content, {
        style: column === 0 ? 'text' : column > 3 ? 'decision' : 'parameter',
        number: numbers[column] ?? 'general',
      }),
    );
  });
  return headings.length;
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
        categories: bare(months.labels),
        values: bare(months.expected),
        color: COLORS.chartMain,
      },
      {
        name: t('sheets.salesMonth.target'),
        categories: bare(months.labels),
        values: bare(months.target),
        color: COLORS.chartSecond,
        line: true,
      },
    ],
    valueAxisTitle: context.plan.settings.currency,
    valueNumber: 'quantity',
  };
}
