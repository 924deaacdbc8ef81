import type { PlannedActivity } from '../../planning/result';
import type { SheetSpec } from '../spec';
import type { OutputContext } from './context';
import { closeSheet, FIRST_ROW, openSheet, tableOver } from './frame';
import type { Look, Place } from './grid';

/** Columns of the Daily plan that other sheets add up, header left out. */
export interface DailyPlaces {
  readonly week: Place;
  readonly team: Place;
  readonly activity: Place;
  readonly hours: Place;
  readonly status: Place;
}

const COLUMNS = [
  'date',
  'week',
  'team',
  'owner',
  'activity',
  'quantity',
  'hours',
  'objective',
  'status',
  'grain',
] as const;
type Column = (typeof COLUMNS)[number];

const LOOKS: Readonly<Record<Column, Look>> = {
  date: { style: 'text', number: 'date', align: 'left' },
  week: { style: 'text' },
  team: { style: 'text' },
  owner: { style: 'text' },
  activity: { style: 'text' },
  quantity: { style: 'decision', number: 'decimal1' },
  hours: { style: 'decision', number: 'hours' },
  objective: { style: 'rowDetail' },
  status: { style: 'text' },
  grain: { style: 'muted' },
};
const WIDTHS: Readonly<Record<Column, number>> = {
  date: 13,
  week: 10,
  team: 20,
  owner: 18,
  activity: 32,
  quantity: 10,
  hours: 10,
  objective: 28,
  status: 18,
  grain: 11,
};

/**
 * The Daily plan: one table, one row per activity and day (per week beyond the weeks planned by day).
 *
 * @returns The sheet and the places that Calendar and Checks add up; undefined when the plan has no activity.
 */
export function buildDaily(context: OutputContext): { spec: SheetSpec; places: DailyPlaces } | undefined {
  const { activities } = context.plan;
  if (activities.length === 0) return undefined;
  const grid = openSheet(context, 'daily', context.t('sheets.hint.daily'));
  COLUMNS.forEach((column, i) => grid.put(FIRST_ROW, i, context.t(`sheets.daily.${column}`), headerLook(column)));
  const top = FIRST_ROW + 1;
  activities.forEach((activity, i) =>
    grid.putRow(
      top + i,
      0,
      COLUMNS.map((column) => cellOf(context, activity, column)),
    ),
  );
  COLUMNS.forEach((column, i) =>
    grid.format({ row: top, column: i, rows: activities.length, columns: 1 }, LOOKS[column]),
  );

  const columnPlace = (column: Column): Place => ({
    sheet: grid.sheet,
    row: top,
    column: COLUMNS.indexOf(column),
    rows: activities.length,
    columns: 1,
  });
  const status = columnPlace('status');
  const statusCell = `$I${top + 1}`;
  const spec = closeSheet(context, 'daily', grid, {
    columnWidths: COLUMNS.map((column) => WIDTHS[column]),
    tables: [tableOver('CadenzaDailyPlan', FIRST_ROW, 0, activities.length + 1, COLUMNS.length)],
    conditionalFormats: [
      { kind: 'formula', range: status, formula: `=${statusCell}="${context.t('sheets.status.Late')}"`, look: 'bad' },
      {
        kind: 'formula',
        range: status,
        formula: `=${statusCell}="${context.t('sheets.status.Over capacity')}"`,
        look: 'warn',
      },
    ],
    freeze: { rows: top, columns: 0 },
  });
  const places = {
    week: columnPlace('week'),
    team: columnPlace('team'),
    activity: columnPlace('activity'),
    hours: columnPlace('hours'),
    status,
  };
  return { spec, places };
}

/** Headings stand over their cells: right over numbers, one step in over the text beside them. */
function headerLook(column: Column): Look {
  if (column === 'objective') return { style: 'columnDetail' };
  return column === 'quantity' || column === 'hours'
    ? { style: 'columnHeader', align: 'right' }
    : { style: 'columnHeader' };
}

function cellOf(context: OutputContext, activity: PlannedActivity, column: Column): string | number {
  switch (column) {
    case 'status':
      return context.t(`sheets.status.${activity.status}`);
    case 'grain':
      return context.t(`sheets.grain.${activity.grain}`);
    default:
      return activity[column] ?? '';
  }
}
