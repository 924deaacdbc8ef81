import type { Plan, PlannedMilestone, TeamWeek } from '../../planning/result';
import type { Day } from '../../planning/units';
import type { ConditionalFormatSpec, OutlineSpec, Rect, SheetSpec } from '../spec';
import type { SubjectRegion } from '../subjects';
import { COLORS } from '../palette';
import type { OutputContext } from './context';
import { byCodeUnits, distinct } from './context';
import type { DailyPlaces } from './daily';
import { chartSpan, closeSheet, FIRST_ROW, openSheet, pagesWide } from './frame';
import type { Content, Grid, Place } from './grid';
import { a1, cellPlace, literal, refer, sumOf } from './grid';
import { utilisationLights } from './lights';

const LABEL = 0;
const TOTAL = 1;
const WEEKS = 2;
const HEADER = FIRST_ROW;
const TOTALS = FIRST_ROW + 2;

export interface Week {
  readonly label: string;
  readonly start: Day;
}

/** Rows of the Calendar that other sheets read, one cell a week, and the totals over the horizon. */
export interface CalendarPlaces {
  readonly weeks: Place;
  readonly load: Place;
  readonly capacity: Place;
  readonly totalLoad: Place;
  readonly totalCapacity: Place;
  readonly teams: readonly { readonly team: string; readonly load: Place; readonly utilisation: Place }[];
}

/**
 * The Calendar: weeks across; per team its activities in hours (added up from the Daily plan), load against capacity, milestones.
 *
 * @param daily Where the Daily plan keeps what is added up; undefined when there is none.
 * @returns undefined when no team has a week.
 */
export function buildCalendar(
  context: OutputContext,
  daily: DailyPlaces | undefined,
): { spec: SheetSpec; places: CalendarPlaces } | undefined {
  const weeks = calendarWeeks(context.plan);
  const teams = teamsOf(context);
  if (weeks.length === 0 || teams.length === 0) return undefined;
  const { t } = context;
  const grid = openSheet(context, 'calendar', t('sheets.hint.calendar'));
  putHeader(grid, weeks, t('sheets.calendar.teamActivity'), t('sheets.total'));
  const blocks: TeamBlock[] = [];
  // Chart band between totals and teams: totals come first, and the chart shows them.
  let row = TOTALS + 4 + CHART_ROWS;
  for (const team of teams) {
    const block = putTeam(context, grid, row, team, weeks, daily);
    blocks.push(block);
    row = block.end + 2;
  }
  putTotals(context, grid, weeks, blocks);

  const line = (at: number): Place => ({ sheet: grid.sheet, row: at, column: WEEKS, rows: 1, columns: weeks.length });
  const places: CalendarPlaces = {
    weeks: line(HEADER),
    load: line(TOTALS),
    capacity: line(TOTALS + 1),
    totalLoad: cellPlace(grid.sheet, TOTALS, TOTAL),
    totalCapacity: cellPlace(grid.sheet, TOTALS + 1, TOTAL),
    teams: blocks.map((block) => ({ team: block.team, load: line(block.load), utilisation: line(block.load + 2) })),
  };
  const widths = [36, 12, ...weeks.map(() => WEEK_WIDTH)];
  const spec = closeSheet(context, 'calendar', grid, {
    columnWidths: widths,
    conditionalFormats: [
      ...[TOTALS + 2, ...blocks.map((block) => block.load + 2)].flatMap((at) =>
        utilisationLights({ row: at, column: TOTAL, rows: 1, columns: weeks.length + 1 }),
      ),
      ...blocks.flatMap((block) => workedCells(block, weeks.length)),
    ],
    outline: blocks.flatMap((block): OutlineSpec[] =>
      block.activities.length > 0
        ? [{ by: 'rows', from: block.start + 1, to: block.start + block.activities.length }]
        : [],
    ),
    subjects: blocks.flatMap((block) => calendarSubjects(block, weeks.length)),
    freeze: { rows: HEADER + 2, columns: WEEKS },
    names: [{ name: 'CadenzaTeamLoad', range: places.load }],
    charts: [
      {
        name: 'CadenzaCalendarLoad',
        kind: 'columnClustered',
        title: t('sheets.calendar.chart'),
        place: { row: TOTALS + 4, rows: CHART_ROWS - 1, ...chartSpan(widths, 0, 1) },
        series: [
          { name: t('sheets.load'), categories: places.weeks, values: places.load, color: COLORS.chartMain },
          {
            name: t('sheets.capacity'),
            categories: places.weeks,
            values: places.capacity,
            color: COLORS.chartSecond,
            line: true,
          },
        ],
        valueAxisTitle: t('sheets.unit.hours'),
        valueNumber: 'quantity',
      },
    ],
    print: {
      orientation: 'landscape',
      fitToWidth: true,
      pagesWide: pagesWide(widths),
      titleRows: HEADER + 2,
      titleColumns: 1,
    },
  });
  return { spec, places };
}

const CHART_ROWS = 15;

/** The calendar weeks of the plan, in the order of their columns on the Calendar. */
export function calendarWeeks(plan: Plan): readonly Week[] {
  const starts = new Map<string, Day>();
  for (const { week, start } of plan.workload) starts.set(week, start);
  for (const { week, date } of plan.activities) {
    const known = starts.get(week);
    if (known === undefined || (date < known && plan.workload.length === 0)) starts.set(week, date);
  }
  return [...starts]
    .map(([label, start]) => ({ label, start }))
    .sort((a, b) => a.start - b.start || byCodeUnits(a.label, b.label));
}

function teamsOf(context: OutputContext): readonly string[] {
  const { workload, activities, milestones } = context.plan;
  const names = [...workload, ...activities, ...milestones].map((item) => item.team).filter((team) => team !== '');
  return [...distinct(names)].sort(byCodeUnits);
}

function putHeader(grid: Grid, weeks: readonly Week[], label: string, total: string): void {
  grid.putRow(HEADER, LABEL, [label, total], [{ style: 'period', align: 'left' }, { style: 'period' }]);
  grid.putRow(HEADER + 1, LABEL, [undefined, undefined], { style: 'periodDetail' });
  weeks.forEach((week, i) => {
    grid.put(HEADER, WEEKS + i, week.label, { style: 'period' });
    grid.put(HEADER + 1, WEEKS + i, week.start, { style: 'periodDetail', number: 'dayMonth' });
  });
}

interface TeamBlock {
  readonly team: string;
  readonly start: number;
  readonly activities: readonly string[];
  /** Row of the load; capacity and utilisation follow it. */
  readonly load: number;
  readonly end: number;
}

function putTeam(
  context: OutputContext,
  grid: Grid,
  start: number,
  team: string,
  weeks: readonly Week[],
  daily: DailyPlaces | undefined,
): TeamBlock {
  const { t, plan } = context;
  grid.format({ row: start, column: 0, rows: 1, columns: WEEKS + weeks.length }, { style: 'blockHeader' });
  grid.put(start, LABEL, team);
  const activities = [...distinct(plan.activities.filter((a) => a.team === team).map((a) => a.activity))].sort(
    byCodeUnits,
  );
  let row = start + 1;
  for (const activity of activities) {
    grid.put(row, LABEL, activity, { style: 'rowDetail' });
    const at = row;
    putWeeks(grid, at, weeks, (i) => (daily ? hoursFormula(grid, daily, start, at, i, team, activity) : undefined));
    row += 1;
  }
  const load = row;
  const first = start + 1;
  grid.put(load, LABEL, t('sheets.load'), { style: 'rowHeader' });
  putWeeks(
    grid,
    load,
    weeks,
    (i) => (activities.length > 0 ? sumOf(first, WEEKS + i, activities.length, 1) : 0),
    'subtotal',
  );
  const byWeek = new Map(plan.workload.filter((w) => w.team === team).map((w): [string, TeamWeek] => [w.week, w]));
  grid.put(load + 1, LABEL, t('sheets.capacity'), { style: 'rowDetail' });
  putWeeks(grid, load + 1, weeks, (i) => byWeek.get(weeks[i]?.label ?? '')?.capacityHours ?? 0, 'parameter');
  putUtilisation(context, grid, load, weeks);
  grid.put(load + 3, LABEL, t('sheets.calendar.workingDays'), { style: 'rowDetail' });
  putWeeks(grid, load + 3, weeks, (i) => byWeek.get(weeks[i]?.label ?? '')?.workingDays ?? 0, 'muted');
  const milestones = plan.milestones.filter((m) => m.team === team);
  return { team, start, activities, load, end: load + 3 + putMilestones(context, grid, load + 4, weeks, milestones) };
}

/** A row of numbers over the weeks with its total. */
function putWeeks(
  grid: Grid,
  row: number,
  weeks: readonly Week[],
  contentOf: (week: number) => Content,
  style: 'result' | 'parameter' | 'muted' | 'subtotal' | 'total' = 'result',
): void {
  grid.put(row, TOTAL, sumOf(row, WEEKS, 1, weeks.length), {
    style: style === 'parameter' ? 'result' : style,
    number: 'hours',
  });
  weeks.forEach((_, i) => grid.put(row, WEEKS + i, contentOf(i), { style, number: 'hours' }));
}

/** Hours of a team's activity in a week, added up from the Daily plan. Names that wildcards could be read in are written out, escaped. */
function hoursFormula(
  grid: Grid,
  daily: DailyPlaces,
  teamRow: number,
  row: number,
  week: number,
  team: string,
  activity: string,
): Content {
  const place = (p: Place) => refer(p, grid.sheet, 'both');
  const criterion = (text: string, cell: string) =>
    /[*?~]|^[=<>]/.test(text) ? literal(`=${text.replace(/[*?~]/g, '~$&')}`) : cell;
  const weekCell = refer(cellPlace(grid.sheet, HEADER, WEEKS + week), grid.sheet, 'row');
  return {
    formula:
      `=SUMIFS(${place(daily.hours)},${place(daily.team)},${criterion(team, `$A$${teamRow + 1}`)},` +
      `${place(daily.activity)},${criterion(activity, `$A${row + 1}`)},${place(daily.week)},${weekCell})`,
  };
}

/** Load ÷ capacity below a load and a capacity row; ∞ where there is load and no capacity. */
function putUtilisation(context: OutputContext, grid: Grid, load: number, weeks: readonly Week[]): void {
  grid.put(load + 2, LABEL, context.t('sheets.utilisation'), { style: 'rowDetail' });
  for (let column = TOTAL; column < WEEKS + weeks.length; column += 1) {
    const [above, below] = [a1(load, column), a1(load + 1, column)];
    grid.put(
      load + 2,
      column,
      { formula: `=IF(${below}>0,${above}/${below},IF(${above}>0,"∞",0))` },
      { style: 'result', number: 'percent', align: 'right' },
    );
  }
}

/** Characters of a column of a week. */
const WEEK_WIDTH = 10;

/**
 * The milestones in their weeks, each in the first row where its name has room before the next one; near the end of the horizon names run
 * to the left. Returns the number of rows.
 */
function putMilestones(
  context: OutputContext,
  grid: Grid,
  row: number,
  weeks: readonly Week[],
  milestones: readonly PlannedMilestone[],
): number {
  const taken: boolean[][] = [];
  weeks.forEach((week, i) => {
    const end = weeks[i + 1]?.start ?? week.start + 7;
    for (const { name } of milestones.filter((m) => m.date >= week.start && m.date < end)) {
      const words = `◆ ${name}`;
      const span = Math.ceil((words.length + 2) / WEEK_WIDTH);
      const toLeft = i + span > weeks.length;
      const first = toLeft ? Math.max(0, i - span + 1) : i;
      const cells = Array.from({ length: toLeft ? i - first + 1 : span }, (_, at) => first + at);
      const free = taken.findIndex((lane) => cells.every((cell) => !lane[cell]));
      const lane = free < 0 ? taken.length : free;
      const used = (taken[lane] ??= []);
      for (const cell of cells) used[cell] = true;
      grid.put(row + lane, WEEKS + i, words, toLeft ? { align: 'right' } : undefined);
    }
  });
  taken.forEach((_, lane) => {
    grid.put(row + lane, LABEL, lane === 0 ? context.t('sheets.calendar.milestones') : undefined, {
      style: 'rowDetail',
    });
    grid.format({ row: row + lane, column: TOTAL, rows: 1, columns: weeks.length + 1 }, { style: 'text' });
  });
  return taken.length;
}

function putTotals(context: OutputContext, grid: Grid, weeks: readonly Week[], blocks: readonly TeamBlock[]): void {
  const { t } = context;
  const sumOver = (offset: number) => (column: number) => ({
    formula: `=${blocks.map((block) => a1(block.load + offset, column)).join('+')}`,
  });
  grid.put(TOTALS, LABEL, t('sheets.calendar.allLoad'), { style: 'rowHeader' });
  grid.put(TOTALS + 1, LABEL, t('sheets.calendar.allCapacity'), { style: 'rowHeader' });
  for (let column = TOTAL; column < WEEKS + weeks.length; column += 1) {
    grid.put(TOTALS, column, sumOver(0)(column), { style: 'result', number: 'hours' });
    grid.put(TOTALS + 1, column, sumOver(1)(column), { style: 'result', number: 'hours' });
  }
  putUtilisation(context, grid, TOTALS, weeks);
  grid.format({ row: TOTALS + 2, column: LABEL, rows: 1, columns: 1 }, { style: 'rowHeader' });
}

/** The weeks in which an activity is worked, tinted: a bar chart in the cells. */
function workedCells(block: TeamBlock, weeks: number): readonly ConditionalFormatSpec[] {
  if (block.activities.length === 0) return [];
  const range = { row: block.start + 1, column: WEEKS, rows: block.activities.length, columns: weeks };
  return [{ kind: 'formula', range, formula: `=${a1(range.row, range.column)}>0`, look: 'load' }];
}

/** What the rows of a team's block are about: its activities, then load, capacity, utilisation and working days. */
function calendarSubjects({ team, start, activities, load }: TeamBlock, weeks: number): readonly SubjectRegion[] {
  const periods = [{ first: WEEKS, count: weeks, level: 'week', index: 0 } as const];
  const range = (row: number): Rect => ({ row, column: 0, rows: 1, columns: WEEKS + weeks });
  const worked = activities.map((activity, i): SubjectRegion => {
    return {
      range: range(start + 1 + i),
      subject: { kind: 'calendar', team, row: 'activity', activity, label: activity },
      periods,
    };
  });
  const sums = (['load', 'capacity', 'utilisation', 'workingDays'] as const).map((row, i): SubjectRegion => ({
    range: range(load + i),
    subject: { kind: 'calendar', team, row, label: team },
    periods,
  }));
  return [...worked, ...sums];
}
