import type { CascadeLine, CascadePeriod } from '../../planning/result';
import type { NumberFormatName } from '../spec';
import type { PeriodColumns } from '../subjects';
import type { OutputContext } from './context';
import { groupBy } from './context';
import type { Content, Grid, Place } from './grid';
import { a1, cellPlace } from './grid';
import { metricWords, spanHeading } from './words';
import { rangeAddress } from '../address';

/** A column of a year's table: what it is and, for periods, which. */
type Column =
  | { readonly kind: 'text'; readonly field: TextField; readonly width: number }
  | { readonly kind: 'target' | 'planned' | 'monthsCheck' | 'weeksCheck' }
  | { readonly kind: 'quarter'; readonly index: number; readonly months: readonly number[] }
  | { readonly kind: 'month' | 'week'; readonly index: number };
type TextField = 'objective' | 'team' | 'owner' | 'metric' | 'family' | 'unit' | 'phasing' | 'parent';

/** Where the table of one fiscal year stands. */
export interface CascadeBlock {
  readonly year: number;
  readonly header: number;
  readonly end: number;
  readonly columns: number;
  readonly widths: readonly number[];
  readonly firstWeek: number;
  readonly weekColumns: number;
  readonly periods: readonly PeriodColumns[];
  readonly lines: readonly { readonly line: CascadeLine; readonly target: Place; readonly planned: Place }[];
  readonly monthsCheck: Place;
  readonly weeksCheck: Place;
}

/** Lays out one fiscal year's objectives from row `start` on: heading, periods, table, totals by team. */
export function putCascadeBlock(
  context: OutputContext,
  grid: Grid,
  start: number,
  lines: readonly CascadeLine[],
): CascadeBlock {
  const sample = lines[0];
  const columns = sample ? columnsOf(lines, sample) : [];
  const header = start + 3;
  const year = sample?.year ?? 0;
  grid.put(start, 0, context.t('sheets.cascade.year', { year: String(year) }), { style: 'sectionHeader' });
  grid.format({ row: start, column: 0, rows: 1, columns: columns.length }, { style: 'sectionHeader' });
  if (sample) putPeriods(context, grid, start + 1, columns, sample);
  columns.forEach((column, i) =>
    grid.put(header, i, heading(context, column, sample), {
      style: 'columnHeader',
      ...(column.kind === 'text' ? {} : { align: 'right' as const }),
    }),
  );
  lines.forEach((line, i) => putLine(context, grid, header + 1 + i, columns, line));
  const end = putTeamTotals(context, grid, header + lines.length + 2, header + 1, columns, lines);
  const at = (kind: Column['kind']): number => columns.findIndex((column) => column.kind === kind);
  const down = (kind: Column['kind']): Place => ({
    sheet: grid.sheet,
    row: header + 1,
    column: Math.max(0, at(kind)),
    rows: lines.length,
    columns: 1,
  });
  const firstWeek = at('week') < 0 ? columns.length : at('week');
  return {
    year,
    header,
    end,
    columns: columns.length,
    widths: columns.map(widthOf),
    firstWeek,
    weekColumns: columns.length - firstWeek,
    periods: columns.flatMap((column, first): PeriodColumns[] =>
      column.kind === 'quarter' || column.kind === 'month' || column.kind === 'week'
        ? [{ first, count: 1, level: column.kind, index: column.index }]
        : [],
    ),
    lines: lines.map((line, i) => ({
      line,
      target: cellPlace(grid.sheet, header + 1 + i, at('target')),
      planned: cellPlace(grid.sheet, header + 1 + i, at('planned')),
    })),
    monthsCheck: down('monthsCheck'),
    weeksCheck: down('weeksCheck'),
  };
}

function columnsOf(lines: readonly CascadeLine[], sample: CascadeLine): readonly Column[] {
  const text = (field: TextField, width: number): Column[] =>
    field === 'objective' || field === 'team' || lines.some((line) => (line[field] ?? '') !== '')
      ? [{ kind: 'text', field, width }]
      : [];
  const quarters = sample.quarters.flatMap((quarter, index): Column[] => {
    const months = sample.months.flatMap((month, i) =>
      month.start >= quarter.start && month.start <= quarter.end ? [i] : [],
    );
    return [{ kind: 'quarter', index, months }, ...months.map((i): Column => ({ kind: 'month', index: i }))];
  });
  return [
    ...text('objective', 28),
    ...text('team', 16),
    ...text('owner', 16),
    ...text('metric', 11),
    ...text('family', 14),
    ...text('unit', 8),
    ...text('phasing', 14),
    ...text('parent', 20),
    { kind: 'target' },
    { kind: 'planned' },
    ...quarters,
    // Behind the months: so the page break falls between two quarters.
    { kind: 'monthsCheck' },
    ...(sample.weeks.length > 0 ? [{ kind: 'weeksCheck' } as const] : []),
    ...sample.weeks.map((_, index): Column => ({ kind: 'week', index })),
  ];
}

function widthOf(column: Column): number {
  if (column.kind === 'text') return column.width;
  if (column.kind === 'target' || column.kind === 'planned') return 13;
  return 11.5;
}

function periodOf(column: Column, line: CascadeLine): CascadePeriod | undefined {
  if (column.kind === 'quarter') return line.quarters[column.index];
  if (column.kind === 'month') return line.months[column.index];
  return column.kind === 'week' ? line.weeks[column.index] : undefined;
}

function heading(context: OutputContext, column: Column, sample: CascadeLine | undefined): string {
  if (column.kind === 'text') return context.t(`sheets.cascade.${column.field}`);
  if (column.kind === 'quarter')
    return context.t('sheets.cascade.quarter', { quarter: column.index + 1, year: String(sample?.year ?? '') });
  if (column.kind === 'month' || column.kind === 'week') {
    const period = sample && periodOf(column, sample);
    return period ? spanHeading(context, period) : String(column.index + 1);
  }
  return context.t(`sheets.cascade.${column.kind}`);
}

/** First day and working days of every period, above the table's header. */
function putPeriods(
  context: OutputContext,
  grid: Grid,
  row: number,
  columns: readonly Column[],
  sample: CascadeLine,
): void {
  const first = columns.findIndex((column) => periodOf(column, sample) !== undefined);
  if (first < 0) return;
  grid.put(row, first - 1, context.t('sheets.firstDay'), { style: 'periodDetail' });
  grid.put(row + 1, first - 1, context.t('sheets.workingDays'), { style: 'periodDetail' });
  columns.forEach((column, i) => {
    const period = periodOf(column, sample);
    if (!period) return;
    grid.put(row, i, period.start, { style: 'periodDetail', number: 'dayMonth' });
    grid.put(row + 1, i, period.workingDays, { style: 'periodDetail', number: 'decimal1' });
  });
}

/** The number format of an objective: money in the plan's currency, else as fine as its rounding step. */
function numberOf(context: OutputContext, line: CascadeLine): NumberFormatName {
  if (line.step < 1) return 'decimal2';
  return line.unit === context.plan.settings.currency ? 'money' : 'quantity';
}

function putLine(context: OutputContext, grid: Grid, row: number, columns: readonly Column[], line: CascadeLine): void {
  const number = numberOf(context, line);
  columns.forEach((column, i) => {
    switch (column.kind) {
      case 'text':
        return grid.put(row, i, textOf(context, line, column.field), { style: 'text' });
      case 'target':
        return grid.put(row, i, line.target, { style: 'parameter', number });
      case 'planned':
        return grid.put(row, i, aggregate(line, row, columnsWith(columns, 'month')), { style: 'result', number });
      case 'monthsCheck':
        return grid.put(row, i, difference(cellOf(columns, 'planned', row), cellOf(columns, 'target', row)), CHECK);
      case 'weeksCheck':
        return grid.put(row, i, weeksCheck(line, row, columns), CHECK);
      case 'quarter': {
        const months = columns.flatMap((c, at) => (c.kind === 'month' && column.months.includes(c.index) ? [at] : []));
        return grid.put(row, i, aggregate(line, row, months), { style: 'subtotal', number });
      }
      default:
        return grid.put(row, i, periodOf(column, line)?.value, { style: 'decision', number });
    }
  });
}

const CHECK = { style: 'muted', number: 'check' } as const;

function textOf(context: OutputContext, line: CascadeLine, field: TextField): string {
  if (field === 'phasing')
    return line.phasing === 'Even' || line.phasing === 'Working days' || line.phasing === 'Seasonal'
      ? context.t(`sheets.phasing.${line.phasing}`)
      : line.phasing;
  if (field === 'metric') return metricWords(context, line.metric);
  return line[field] ?? '';
}

function difference(a: string, b: string): Content {
  return { formula: `=ROUND(${a}-${b},6)` };
}

/** Weeks against the year. The weeks of an average are means of unequal stretches: they have nothing to tie out to. */
function weeksCheck(line: CascadeLine, row: number, columns: readonly Column[]): Content {
  const weeks = aggregate(line, row, columnsWith(columns, 'week'));
  if (line.aggregation === 'Average' || typeof weeks !== 'object') return '';
  return difference(weeks.formula.slice(1), cellOf(columns, 'planned', row));
}

function columnsWith(columns: readonly Column[], kind: 'month' | 'week'): readonly number[] {
  return columns.flatMap((column, at) => (column.kind === kind ? [at] : []));
}

function cellOf(columns: readonly Column[], kind: Column['kind'], row: number): string {
  return a1(
    row,
    columns.findIndex((column) => column.kind === kind),
  );
}

/**
 * Periods added up the way the objective says: their sum, their last, or their mean.
 *
 * @param at The columns the periods stand in; may have others between them (quarters between months).
 */
function aggregate(line: CascadeLine, row: number, at: readonly number[]): Content {
  const last = at.at(-1);
  if (last === undefined) return undefined;
  if (line.aggregation === 'End') return { formula: `=${a1(row, last)}` };
  const ranges = runs(at).map(([from, to]) => rangeAddress(row, from, 1, to - from + 1));
  return { formula: `=${line.aggregation === 'Sum' ? 'SUM' : 'AVERAGE'}(${ranges.join(',')})` };
}

/** Neighbouring column numbers as runs from–to. */
function runs(columns: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const column of columns) {
    const last = found.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else found.push([column, column]);
  }
  return found;
}

/** Totals below the table of every team with several objectives of one metric and unit that add up; returns the last row used. */
function putTeamTotals(
  context: OutputContext,
  grid: Grid,
  start: number,
  top: number,
  columns: readonly Column[],
  lines: readonly CascadeLine[],
): number {
  const groups = [...groupBy(lines, (line) => [line.team, line.metric, line.unit].join('|')).values()].filter(addsUp);
  if (groups.length === 0) return start - 2;
  grid.put(start, 0, context.t('sheets.cascade.byTeam'), { style: 'columnHeader' });
  grid.format({ row: start, column: 0, rows: 1, columns: columns.length }, { style: 'columnHeader' });
  groups.forEach((group, g) => {
    const row = start + 1 + g;
    const sample = group[0];
    if (!sample) return;
    const rows = group.map((line) => top + lines.indexOf(line));
    columns.forEach((column, i) => {
      if (column.kind === 'text') {
        const shown = column.field === 'team' || column.field === 'metric' || column.field === 'unit';
        const total = column.field === 'objective' ? context.t('sheets.total') : undefined;
        return grid.put(row, i, shown ? textOf(context, sample, column.field) : total, { style: 'total' });
      }
      const number =
        column.kind === 'monthsCheck' || column.kind === 'weeksCheck' ? 'check' : numberOf(context, sample);
      return grid.put(row, i, { formula: `=${rows.map((r) => a1(r, i)).join('+')}` }, { style: 'total', number });
    });
  });
  return start + groups.length;
}

/** Several objectives that are sums and do not serve one another. */
function addsUp(group: readonly CascadeLine[]): boolean {
  const names = new Set(group.map((line) => line.objective));
  return (
    group.length > 1 && group.every((line) => line.aggregation === 'Sum' && !(line.parent && names.has(line.parent)))
  );
}
