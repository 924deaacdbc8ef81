import type { ChartSpec, ConditionalFormatSpec, NumberFormatName, Rect, SheetSpec } from '../spec';
import { COLORS } from '../palette';
import { issuePlace, issueWords } from './checks';
import type { OutputContext } from './context';
import { closeSheet, FIRST_ROW, heightFor, openSheet } from './frame';
import type { Grid, Place } from './grid';
import { a1, literal, refer } from './grid';
import { causeWords, fixWords } from './shortages';
import { decisionsWanted } from './summaryDecisions';
import type { KeyFigure, SummaryPlaces } from './summaryFigures';
import { keyFigures } from './summaryFigures';
import { periodHeading } from './words';
import { cellAddress } from '../address';

const WIDTHS = [50, 16, 16, 16, 11, 17, 44];
const COLUMNS = WIDTHS.length;
/** Column of the links and reasons at the right of decisions and shortages. */
const LAST_TEXT = 5;
/** The wide last column. */
const NOTE = 6;
const CHART_ROWS = 14;
const TOP_SHORTAGES = 5;
const TOP_ISSUES = 6;

/** The Plan summary: key figures against target with their verdict, charts, decisions wanted, dearest shortages, gravest issues. */
export function buildSummary(context: OutputContext, places: SummaryPlaces): { spec: SheetSpec } {
  const { t } = context;
  const grid = openSheet(context, 'summary', t('sheets.hint.summary'));
  const heights: Record<number, number> = {};
  const figures = keyFigures(context, places);
  putFigures(context, grid, FIRST_ROW, figures);
  figures.forEach((_, i) => (heights[FIRST_ROW + 2 + i] = 17));
  const chartsAt = FIRST_ROW + figures.length + 3;
  const charts = summaryCharts(context, places, chartsAt);
  let row = charts.length > 0 ? chartsAt + CHART_ROWS + 1 : chartsAt;
  row = putDecisions(context, grid, row, places, heights);
  row = putShortages(context, grid, row, places, heights);
  putIssues(context, grid, row);
  const spec = closeSheet(context, 'summary', grid, {
    columnWidths: WIDTHS,
    rowHeights: heights,
    subjects: figures.map(({ label, note }, i) => ({
      range: { row: FIRST_ROW + 2 + i, column: 0, rows: 1, columns: COLUMNS },
      subject: { kind: 'figure', label, note },
    })),
    conditionalFormats: verdictLights(context, { row: FIRST_ROW + 2, column: 5, rows: figures.length, columns: 1 }),
    charts,
    freeze: { rows: FIRST_ROW - 1, columns: 0 },
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      pagesTall: 1,
    },
  });
  return { spec };
}

function putSection(grid: Grid, row: number, title: string): void {
  grid.format({ row, column: 0, rows: 1, columns: COLUMNS }, { style: 'sectionHeader' });
  grid.put(row, 0, title);
}

/** Headings by column: over numbers right, over verdicts centred, over text beside a number one step in. */
function putHeadings(
  context: OutputContext,
  grid: Grid,
  row: number,
  headings: readonly (readonly [column: number, key: HeadingKey, kind?: 'number' | 'center' | 'detail'])[],
): void {
  grid.format({ row, column: 0, rows: 1, columns: COLUMNS }, { style: 'columnHeader' });
  const looks = { number: { align: 'right' }, center: { align: 'center' }, detail: { style: 'columnDetail' } } as const;
  for (const [column, key, kind] of headings)
    grid.put(row, column, context.t(`sheets.summary.${key}`), kind && looks[kind]);
}

type HeadingKey =
  | 'figure'
  | 'planned'
  | 'target'
  | 'variance'
  | 'variancePercent'
  | 'status'
  | 'note'
  | 'decision'
  | 'quantity'
  | 'unit'
  | 'money'
  | 'where'
  | 'familyAndPeriod'
  | 'kind'
  | 'whyAndFix';

/** Label, plan, target, variance, variance in per cent, verdict and what the figure means. */
function putFigures(context: OutputContext, grid: Grid, start: number, figures: readonly KeyFigure[]): void {
  const { t } = context;
  putSection(grid, start, t('sheets.summary.figures'));
  putHeadings(context, grid, start + 1, [
    [0, 'figure'],
    [1, 'planned', 'number'],
    [2, 'target', 'number'],
    [3, 'variance', 'number'],
    [4, 'variancePercent', 'number'],
    [5, 'status', 'center'],
    [6, 'note', 'detail'],
  ]);
  figures.forEach((figure, i) => {
    const row = start + 2 + i;
    const { number, better, target } = figure;
    const [planned, aim] = [a1(row, 1), a1(row, 2)];
    grid.put(row, 0, figure.label, { style: 'keyLabel' });
    grid.put(row, 1, figure.planned, { style: 'keyFigure', number, align: 'right' });
    grid.put(row, 2, target, { style: 'muted', number, align: 'right' });
    const compared = target !== undefined;
    grid.put(row, 3, compared ? { formula: `=${planned}-${aim}` } : undefined, {
      style: 'result',
      number,
      align: 'right',
    });
    const percent = { formula: `=IF(${aim}=0,"",(${planned}-${aim})/ABS(${aim}))` };
    grid.put(row, 4, compared ? percent : undefined, { style: 'result', number: 'percent1', align: 'right' });
    const verdict = compared && better ? { formula: verdictFormula(context, planned, aim, figure) } : undefined;
    grid.put(row, 5, verdict, { style: 'text', align: 'center' });
    grid.put(row, 6, figure.note, { style: 'rowDetail' });
  });
}

/** What a figure's own number format rounds away: a shortage that reads as a dash is none. */
const ROUNDING: Partial<Readonly<Record<NumberFormatName, number>>> = { quantity: 0.5, money: 0.5, hours: 0.05 };

/** On track when the target is met as far as the figures show it, to be watched within 5 % of it, else off track. */
function verdictFormula(context: OutputContext, planned: string, target: string, figure: KeyFigure): string {
  const dust = `${ROUNDING[figure.number] ?? 0.000001}+0.00001*ABS(${target})`;
  const [good, watch, off] = (['good', 'watch', 'off'] as const).map((key) =>
    literal(context.t(`sheets.verdict.${key}`)),
  );
  return figure.better === 'high'
    ? `=IF(${planned}>=${target}-(${dust}),${good},IF(${planned}>=${target}-0.05*ABS(${target}),${watch},${off}))`
    : `=IF(${planned}<=${target}+${dust},${good},IF(${planned}<=${target}+0.05*ABS(${target}),${watch},${off}))`;
}

function verdictLights(context: OutputContext, range: Rect): readonly ConditionalFormatSpec[] {
  const cell = a1(range.row, range.column);
  const looks = { good: 'good', watch: 'warn', off: 'bad' } as const;
  return (['good', 'watch', 'off'] as const).map((key) => ({
    kind: 'formula',
    range,
    formula: `=${cell}=${literal(context.t(`sheets.verdict.${key}`))}`,
    look: looks[key],
  }));
}

function putDecisions(
  context: OutputContext,
  grid: Grid,
  start: number,
  places: SummaryPlaces,
  heights: Record<number, number>,
): number {
  const { t } = context;
  putSection(grid, start, t('sheets.summary.decisions'));
  const decisions = decisionsWanted(context, places);
  if (decisions.length === 0) {
    grid.put(start + 1, 0, t('sheets.summary.noDecisions'), { style: 'muted' });
    return start + 3;
  }
  putHeadings(context, grid, start + 1, [
    [0, 'decision'],
    [1, 'quantity', 'number'],
    [2, 'unit', 'detail'],
    [3, 'money', 'number'],
    [LAST_TEXT, 'where'],
  ]);
  decisions.forEach((decision, i) => {
    const row = start + 2 + i;
    grid.put(row, 0, decision.words, { style: 'wrapped' });
    grid.put(row, 1, decision.quantity, { style: 'result', number: 'decimal1', align: 'right' });
    grid.put(row, 2, decision.unit, { style: 'rowDetail' });
    grid.put(row, 3, decision.money, { style: 'result', number: 'money', align: 'right' });
    putJump(grid, row, LAST_TEXT, decision.place);
    heights[row] = heightFor(decision.words, WIDTHS[0] ?? 50);
  });
  return start + decisions.length + 3;
}

/** A link to a cell of another sheet, spread over the columns to the right of it. */
function putJump(grid: Grid, row: number, column: number, { sheet, row: at, column: under }: Place): void {
  grid.format({ row, column: 4, rows: 1, columns: COLUMNS - 4 }, { style: 'text' });
  grid.putLink(row, column, `${sheet} ${cellAddress(at, under)}`, { sheet, row: at, column: under });
}

function putShortages(
  context: OutputContext,
  grid: Grid,
  start: number,
  places: SummaryPlaces,
  heights: Record<number, number>,
): number {
  const rows = places.shortages?.rows.slice(0, TOP_SHORTAGES) ?? [];
  if (rows.length === 0) return start;
  const { t, plan } = context;
  putSection(grid, start, t('sheets.summary.shortages'));
  putHeadings(context, grid, start + 1, [
    [0, 'familyAndPeriod'],
    [1, 'quantity', 'number'],
    [2, 'kind', 'detail'],
    [3, 'money', 'number'],
    [NOTE, 'whyAndFix'],
  ]);
  rows.forEach(({ shortage, quantity, money }, i) => {
    const row = start + 2 + i;
    const period = periodHeading(context, plan.buckets[shortage.bucket]?.label ?? '');
    const [cause] = shortage.causes;
    const why = [cause ? causeWords(context, cause) : '', fixWords(context, shortage)]
      .filter((words) => words !== '')
      .join(' → ');
    grid.put(row, 0, `${shortage.family}, ${period}`, { style: 'text' });
    grid.put(row, 1, { formula: `=${refer(quantity, grid.sheet)}` }, { style: 'result', number: 'decimal1' });
    grid.put(row, 2, t(`sheets.shortageKind.${shortage.kind}`), { style: 'rowDetail' });
    grid.put(row, 3, { formula: `=${refer(money, grid.sheet)}` }, { style: 'result', number: 'money' });
    grid.format({ row, column: 4, rows: 1, columns: NOTE - 4 }, { style: 'text' });
    grid.put(row, NOTE, why, { style: 'wrapped' });
    heights[row] = heightFor(why, WIDTHS[NOTE] ?? 44);
  });
  return start + rows.length + 3;
}

/** Characters that run over the columns beside the first. */
const MESSAGE_WIDTH = WIDTHS.slice(1).reduce((sum, width) => sum + width, 0) - 4;

/** Text in lines of at most so many characters, broken between words. */
function breakLines(text: string, most: number): readonly string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** The gravest issues of the data, a message over as many rows as it takes; the others are on Checks. */
function putIssues(context: OutputContext, grid: Grid, start: number): void {
  const { t, plan } = context;
  const grave = (['error', 'warning'] as const).flatMap((severity) =>
    plan.issues.filter((issue) => issue.severity === severity),
  );
  putSection(grid, start, t('sheets.summary.issues'));
  if (grave.length === 0) {
    grid.put(start + 1, 0, t('sheets.checks.noIssues'), { style: 'muted' });
    return;
  }
  let row = start + 1;
  for (const issue of grave.slice(0, TOP_ISSUES)) {
    const lines = breakLines(issueWords(context, issue), MESSAGE_WIDTH);
    grid.format({ row, column: 0, rows: lines.length, columns: COLUMNS }, { style: 'text' });
    const place = issuePlace(issue);
    const severity = t(`sheets.severity.${issue.severity}`);
    const label = place === '' ? severity : `${severity}: ${place}`;
    if (issue.cell) grid.putLink(row, 0, label, issue.cell);
    else grid.put(row, 0, label);
    lines.forEach((line, i) => grid.put(row + i, 1, line));
    row += lines.length;
  }
  const more = grave.length - TOP_ISSUES;
  if (more > 0) grid.put(row, 0, t('sheets.summary.moreIssues', { count: more }), { style: 'muted' });
}

/** At most three charts side by side: demand against supply and stock, sales by month, team load by week. */
function summaryCharts(context: OutputContext, places: SummaryPlaces, row: number): readonly ChartSpec[] {
  const { t } = context;
  const { balance, sales, calendar } = places;
  const candidates: Omit<ChartSpec, 'place'>[] = [];
  const series = (
    name: string,
    categories: Rect,
    place: Place,
    color: string,
    line = false,
  ): ChartSpec['series'][number] => ({
    name,
    categories,
    values: rect(place),
    sheet: place.sheet,
    color,
    ...(line ? { line } : {}),
  });
  const [demand, shipped, stock] = (['demand', 'shipped', 'stock'] as const).map((key) => balance?.units(key));
  if (balance && demand && shipped && stock)
    candidates.push({
      name: 'CadenzaSummaryBalance',
      kind: 'columnClustered',
      title: t('sheets.balance.chart.demand'),
      series: [
        series(t('sheets.balance.shipped'), balance.labels, shipped, COLORS.chartMain),
        series(t('sheets.balance.demand'), balance.labels, demand, COLORS.chartSecond, true),
        series(t('sheets.balance.stock'), balance.labels, stock, COLORS.chartThird, true),
      ],
      valueAxisTitle: t('sheets.unit.units'),
      valueNumber: 'quantity',
    });
  if (sales?.monthLabels && sales.monthTarget && sales.monthExpected)
    candidates.push({
      name: 'CadenzaSummarySales',
      kind: 'columnClustered',
      title: t('sheets.sales.chart'),
      series: [
        series(t('sheets.salesMonth.expected'), rect(sales.monthLabels), sales.monthExpected, COLORS.chartMain),
        series(t('sheets.salesMonth.target'), rect(sales.monthLabels), sales.monthTarget, COLORS.chartSecond, true),
      ],
      valueAxisTitle: context.plan.settings.currency,
      valueNumber: 'quantity',
    });
  if (calendar)
    candidates.push({
      name: 'CadenzaSummaryLoad',
      kind: 'columnClustered',
      title: t('sheets.calendar.chart'),
      series: [
        series(t('sheets.load'), rect(calendar.weeks), calendar.load, COLORS.chartMain),
        series(t('sheets.capacity'), rect(calendar.weeks), calendar.capacity, COLORS.chartSecond, true),
      ],
      valueAxisTitle: t('sheets.unit.hours'),
      valueNumber: 'quantity',
    });
  const spots = [
    [0, 1],
    [1, 3],
    [4, 3],
  ] as const;
  return candidates.map((chart, i) => {
    const [column, columns] = spots[i] ?? [0, 1];
    return { ...chart, place: { row, column, rows: CHART_ROWS, columns } };
  });
}

function rect({ row, column, rows, columns }: Place): Rect {
  return { row, column, rows, columns };
}
