import type { SheetSpec } from '../spec';
import type { OutputContext } from './context';
import { closeSheet, FIRST_ROW, openSheet, tableOver } from './frame';
import type { Look } from './grid';
import { a1, literal } from './grid';

const COLUMNS = ['date', 'name', 'kind', 'team', 'owner', 'objective', 'daysAway', 'slack', 'critical'] as const;
const WIDTHS = [13, 40, 16, 22, 20, 32, 16, 16, 14];
const LOOKS: readonly Look[] = [
  { style: 'text', number: 'date', align: 'left' },
  { style: 'text' },
  { style: 'muted' },
  { style: 'text' },
  { style: 'text' },
  { style: 'text' },
  { style: 'result', number: 'integer' },
  { style: 'parameter', number: 'integer' },
  { style: 'text', align: 'center' },
];

/**
 * The Milestones: dated, with owner, objective, slack and whether they lie on the critical path; days away follow from the date.
 *
 * @returns undefined when the plan has none.
 */
export function buildMilestones(context: OutputContext): { spec: SheetSpec } | undefined {
  const { milestones, settings } = context.plan;
  if (milestones.length === 0) return undefined;
  const { t } = context;
  const grid = openSheet(context, 'milestones', t('sheets.hint.milestones'));
  const startRow = FIRST_ROW;
  grid.putRow(
    startRow,
    0,
    [t('sheets.milestones.planStart'), settings.planStart],
    [{ style: 'keyLabel' }, { style: 'parameter', number: 'date', align: 'left' }],
  );
  const header = startRow + 2;
  grid.putRow(
    header,
    0,
    COLUMNS.map((column) => t(`sheets.milestones.${column}`)),
    COLUMNS.map((column, i): Look => ({
      style: 'columnHeader',
      ...(column === 'daysAway' || column === 'slack' ? { align: 'right' } : { align: LOOKS[i]?.align ?? 'left' }),
    })),
  );
  milestones.forEach((milestone, i) => {
    const row = header + 1 + i;
    const yes = milestone.critical ? t('sheets.yes') : t('sheets.no');
    grid.putRow(row, 0, [
      milestone.date,
      milestone.name,
      milestone.kind ? t(`sheets.milestoneKind.${milestone.kind}`) : '',
      milestone.team,
      milestone.owner ?? '',
      milestone.objective ?? '',
      { formula: `=$A${row + 1}-$B$${startRow + 1}` },
      milestone.slackDays,
      yes,
    ]);
    LOOKS.forEach((look, column) => grid.format({ row, column, rows: 1, columns: 1 }, look));
  });
  const top = header + 1;
  const columnOf = (column: (typeof COLUMNS)[number]) => ({
    row: top,
    column: COLUMNS.indexOf(column),
    rows: milestones.length,
    columns: 1,
  });
  const firstOf = (column: (typeof COLUMNS)[number]) => `$${a1(top, COLUMNS.indexOf(column))}`;
  const spec = closeSheet(context, 'milestones', grid, {
    columnWidths: WIDTHS,
    tables: [tableOver('CadenzaMilestones', header, 0, milestones.length + 1, COLUMNS.length)],
    conditionalFormats: [
      { kind: 'formula', range: columnOf('slack'), formula: `=${firstOf('slack')}<0`, look: 'bad' },
      {
        kind: 'formula',
        range: columnOf('critical'),
        formula: `=${firstOf('critical')}=${literal(t('sheets.yes'))}`,
        look: 'warn',
      },
    ],
    rowHeights: { [header]: 30 },
    freeze: { rows: top, columns: 2 },
    print: { orientation: 'landscape', fitToWidth: true, titleRows: top },
  });
  return { spec };
}
