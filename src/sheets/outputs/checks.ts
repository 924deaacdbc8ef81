import type { Issue, Severity } from '../../planning/issue';
import type { TieOut } from '../../planning/result';
import type { ConditionalFormatSpec, Rect, SheetSpec } from '../spec';
import { cellAddress, quoteSheet } from '../address';
import { issueText } from '../issueMessage';
import type { BalancePlaces } from './balance';
import type { CalendarPlaces } from './calendar';
import type { CascadePlaces } from './cascade';
import type { DailyPlaces } from './daily';
import { CHECK_ROWS } from './balanceWords';
import type { OutputContext } from './context';
import { phraseOr } from './context';
import { closeSheet, FIRST_ROW, heightFor, openSheet, tableOver } from './frame';
import type { Content, Grid, Place } from './grid';
import { a1, cellPlace, literal, refer } from './grid';
import { metricWords } from './words';

/** Counts that the summary shows. */
export interface CheckPlaces {
  readonly failed: Place;
  readonly errors: Place;
  readonly warnings: Place;
}

/** The sheets whose sums are compared; absent where the plan has no such sheet. */
export interface CheckedPlaces {
  readonly cascade?: CascadePlaces;
  readonly daily?: DailyPlaces;
  readonly calendar?: CalendarPlaces;
  readonly balance?: BalancePlaces;
}

interface TieOutRow {
  readonly name: string;
  readonly where: string;
  readonly difference: Content;
  readonly tolerance: number;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** The Checks: counts, every tie-out as a live difference that must read zero, and every issue of the data with a jump to its cell. */
export function buildChecks(context: OutputContext, checked: CheckedPlaces): { spec: SheetSpec; places: CheckPlaces } {
  const { t } = context;
  const grid = openSheet(context, 'checks', t('sheets.hint.checks'));
  const tieOuts = tieOutRows(context, grid, checked);
  const issues = sortIssues(context.plan.issues);
  const tieHeader = FIRST_ROW + 6;
  const issueHeader = tieHeader + tieOuts.length + 4;
  putTieOuts(context, grid, tieHeader, tieOuts);
  putIssues(context, grid, issueHeader, issues);
  const places = putCounts(context, grid, tieHeader + 1, tieOuts.length, issueHeader + 1, issues.length);
  const differences = { row: tieHeader + 1, column: 2, rows: tieOuts.length, columns: 1 };
  const severities = { row: issueHeader + 1, column: 0, rows: Math.max(1, issues.length), columns: 1 };
  const severityIs = (severity: Severity) => `=$A${issueHeader + 2}=${literal(t(`sheets.severity.${severity}`))}`;
  const failed = a1(places.failed.row, places.failed.column);
  const spec = closeSheet(context, 'checks', grid, {
    columnWidths: [42, 88, 18, 14, 26],
    tables: [
      ...(tieOuts.length > 0 ? [tableOver('CadenzaTieOuts', tieHeader, 0, tieOuts.length + 1, 4)] : []),
      tableOver('CadenzaIssues', issueHeader, 0, Math.max(1, issues.length) + 1, 5),
    ],
    names: [
      { name: 'CadenzaChecksFailed', range: { row: places.failed.row, column: 1, rows: 1, columns: 1 } },
      { name: 'CadenzaWarnings', range: { row: places.warnings.row, column: 1, rows: 1, columns: 1 } },
    ],
    conditionalFormats: [
      ...(tieOuts.length > 0 ? tieOutLights(context, differences) : []),
      { kind: 'formula', range: severities, formula: severityIs('error'), look: 'bad' },
      { kind: 'formula', range: severities, formula: severityIs('warning'), look: 'warn' },
      {
        kind: 'formula',
        range: { row: places.failed.row, column: 0, rows: 1, columns: 1 },
        formula: `=${failed}>0`,
        look: 'bad',
      },
    ],
    rowHeights: Object.fromEntries(
      issues.map((issue, i) => [issueHeader + 1 + i, heightFor(messageOf(context, issue), 88)]),
    ),
    freeze: { rows: FIRST_ROW - 1, columns: 0 },
    print: { orientation: 'landscape', fitToWidth: true, titleRows: FIRST_ROW - 1 },
  });
  return { spec, places };
}

/** Verdicts green or red, and the difference that fails red with its verdict. */
function tieOutLights(context: OutputContext, differences: Rect): readonly ConditionalFormatSpec[] {
  const range = { ...differences, column: differences.column + 1 };
  const verdict = `$${a1(range.row, range.column)}`;
  const failed = `=${verdict}=${literal(context.t('sheets.check.failed'))}`;
  return [
    { kind: 'formula', range, formula: `=${verdict}=${literal(context.t('sheets.check.ok'))}`, look: 'good' },
    { kind: 'formula', range: { ...differences, columns: 2 }, formula: failed, look: 'bad' },
  ];
}

/** Errors first, then warnings, then notes; within one the order in which they were found. */
function sortIssues(issues: readonly Issue[]): readonly Issue[] {
  return SEVERITIES.flatMap((severity) => issues.filter((issue) => issue.severity === severity));
}

/** The certificate counts in plain arithmetic over quantities written with six decimals. */
const CERTIFIED = 1e-4;

/** Everything that is written two ways: the sheets' own sums live, the plan's as the run found them. */
function tieOutRows(context: OutputContext, grid: Grid, checked: CheckedPlaces): readonly TieOutRow[] {
  const { t, plan, names } = context;
  const rows: TieOutRow[] = [];
  const live = (name: string, where: string, formula: string, tolerance = 1e-6): void => {
    rows.push({ name, where, difference: { formula: `=${formula}` }, tolerance });
  };
  const place = (p: Place) => refer(p, grid.sheet, 'both');
  // The sum of absolute values: a text cell (an average has no weekly sum) counts nothing.
  const absolute = (p: Place) => `SUMIF(${place(p)},">0")-SUMIF(${place(p)},"<0")`;
  for (const { year, monthsCheck, weeksCheck, lines } of checked.cascade?.years ?? []) {
    live(t('sheets.tie.months', { year: String(year) }), names.cascade, absolute(monthsCheck));
    if (lines.some(({ line }) => line.weeks.length > 0))
      live(t('sheets.tie.weeks', { year: String(year) }), names.cascade, absolute(weeksCheck));
  }
  if (checked.daily && checked.calendar) {
    const sum = `SUM(${place(checked.daily.hours)})-${place(checked.calendar.totalLoad)}`;
    live(t('sheets.tie.hours'), names.calendar, `ROUND(${sum},6)`);
  }
  for (const check of CHECK_ROWS) {
    const total = checked.balance?.checkTotal(check);
    if (total) live(t(`sheets.balanceCheck.${check}`), names.balance, place(total));
  }
  if (plan.balance) {
    const { largestViolation } = plan.balance.certificate;
    rows.push({
      name: t('sheets.tie.certificate'),
      where: names.balance,
      difference: largestViolation,
      tolerance: CERTIFIED,
    });
  }
  for (const { name, params, difference } of plan.tieOuts) {
    const where = t('sheets.tie.planned');
    rows.push({
      name: phraseOr(context, `tieOut.${name}`, plainTieOut(name, params), inWords(context, params)),
      where,
      difference,
      tolerance: 1e-6,
    });
  }
  return rows;
}

/** Parameters of a tie-out with the metric called as the reader calls it. */
function inWords(context: OutputContext, params: TieOut['params']): TieOut['params'] {
  const { metric } = params;
  return typeof metric === 'string' ? { ...params, metric: metricWords(context, metric) } : params;
}

function plainTieOut(name: string, params: Readonly<Record<string, string | number>>): string {
  return [name, ...Object.entries(params).map(([key, value]) => `${key} ${value}`)].join(', ');
}

function putTieOuts(context: OutputContext, grid: Grid, header: number, rows: readonly TieOutRow[]): void {
  const { t } = context;
  grid.putRow(header - 1, 0, [t('sheets.checks.tieOuts'), undefined, undefined, undefined], { style: 'sectionHeader' });
  if (rows.length === 0) return;
  const headings = (['where', 'what', 'difference', 'status'] as const).map((column) => t(`sheets.tie.${column}`));
  headings.forEach((heading, i) =>
    grid.put(header, i, heading, { style: 'columnHeader', ...(i > 1 ? { align: 'right' as const } : {}) }),
  );
  rows.forEach(({ name, where, difference, tolerance }, i) => {
    const row = header + 1 + i;
    grid.put(row, 0, where, { style: 'text' });
    grid.put(row, 1, name, { style: 'text' });
    grid.put(row, 2, difference, { style: 'result', number: 'check' });
    const verdict = `=IF(ABS(${a1(row, 2)})<=${tolerance},${literal(t('sheets.check.ok'))},${literal(t('sheets.check.failed'))})`;
    grid.put(row, 3, { formula: verdict }, { style: 'text', align: 'center' });
  });
}

function messageOf(context: OutputContext, issue: Issue): string {
  return issueText(issue, context.language);
}

function putIssues(context: OutputContext, grid: Grid, header: number, issues: readonly Issue[]): void {
  const { t } = context;
  grid.putRow(header - 1, 0, [t('sheets.checks.issues'), undefined, undefined, undefined, undefined], {
    style: 'sectionHeader',
  });
  const headings = (['severity', 'message', 'sheet', 'cell', 'code'] as const).map((column) =>
    t(`sheets.issue.${column}`),
  );
  grid.putRow(header, 0, headings, { style: 'columnHeader' });
  if (issues.length === 0) grid.putRow(header + 1, 0, ['', t('sheets.checks.noIssues'), '', '', ''], { style: 'text' });
  issues.forEach((issue, i) => {
    const row = header + 1 + i;
    grid.put(row, 0, t(`sheets.severity.${issue.severity}`), { style: 'text' });
    grid.put(row, 1, messageOf(context, issue), { style: 'wrapped' });
    grid.put(row, 2, issue.cell?.sheet ?? issue.sheet ?? '', { style: 'text' });
    if (issue.cell) grid.putLink(row, 3, cellAddress(issue.cell.row, issue.cell.column), issue.cell);
    else grid.put(row, 3, '', { style: 'text' });
    grid.put(row, 4, issue.code, { style: 'muted' });
  });
}

/** How many tie-outs fail and how many issues of each severity there are, counted live. */
function putCounts(
  context: OutputContext,
  grid: Grid,
  tieTop: number,
  ties: number,
  issueTop: number,
  issues: number,
): CheckPlaces {
  const { t } = context;
  const column = (row: number, at: number, rows: number) =>
    refer({ sheet: grid.sheet, row, column: at, rows, columns: 1 }, grid.sheet, 'both');
  const put = (row: number, label: string, formula: string): Place => {
    grid.put(row, 0, label, { style: 'keyLabel' });
    grid.put(row, 1, { formula: `=${formula}` }, { style: 'keyFigure', number: 'integer', align: 'left' });
    return cellPlace(grid.sheet, row, 1);
  };
  const count = (severity: Severity) =>
    `COUNTIF(${column(issueTop, 0, Math.max(1, issues))},${literal(t(`sheets.severity.${severity}`))})`;
  const failing = ties > 0 ? `COUNTIF(${column(tieTop, 3, ties)},${literal(t('sheets.check.failed'))})` : '0';
  const failed = put(FIRST_ROW, t('sheets.checks.failed'), failing);
  const errors = put(FIRST_ROW + 1, t('sheets.checks.errors'), count('error'));
  const warnings = put(FIRST_ROW + 2, t('sheets.checks.warnings'), count('warning'));
  put(FIRST_ROW + 3, t('sheets.checks.infos'), count('info'));
  return { failed, errors, warnings };
}

/** 'Targets!B7': where an issue points, for readers of other sheets; empty where it points nowhere. */
export function issuePlace(issue: Issue): string {
  if (!issue.cell) return issue.sheet ?? '';
  return `${quoteSheet(issue.cell.sheet)}!${cellAddress(issue.cell.row, issue.cell.column)}`;
}

/** An issue as a sentence. */
export const issueWords = messageOf;
