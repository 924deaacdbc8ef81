import type { NumberFormatName } from '../spec';
import type { OutputContext } from './context';
import { distinct } from './context';
import type { Content, Grid, Look, Place } from './grid';
import { a1 } from './grid';
import { periodHeading } from './words';

/** Columns of the pipeline by stage. */
export const STAGE_COLUMNS = [
  'stage',
  'outcome',
  'count',
  'amount',
  'winRate',
  'weighted',
  'daysToClose',
  'source',
] as const;
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

/**
 * The pipeline by stage.
 *
 * @returns The SUMIF of the open amounts; undefined where there are no stages.
 */
export function putStages(context: OutputContext, grid: Grid, start: number): string | undefined {
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

/** Columns of the months. */
export const MONTH_COLUMNS = ['month', 'target', 'won', 'weighted', 'expected', 'gap', 'cumulativeGap'] as const;

/** Where the months stand that the chart and other sheets draw from. */
export interface MonthPlaces {
  readonly labels: Place;
  readonly target: Place;
  readonly expected: Place;
}

/** Target against won and weighted by month, the gap and its running total as formulas. */
export function putMonths(context: OutputContext, grid: Grid, start: number): MonthPlaces | undefined {
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

/**
 * Week by week: target, weighted, wins needed beyond the open pipeline, and entries needed into each open stage.
 *
 * @returns The columns used; 0 where there are no weeks.
 */
export function putWeeks(context: OutputContext, grid: Grid, start: number): number {
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
