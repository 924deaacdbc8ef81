import type { Severity } from '../../planning/issue';
import type { SheetSpec } from '../spec';
import type { OutputContext } from './context';
import { closeSheet, FIRST_ROW, heightFor, openSheet, tableOver } from './frame';
import type { Look } from './grid';
import { dateWords } from './words';

const INPUTS_WIDTH = 62;
const COLUMNS = [
  ['at', 20, { style: 'text', number: 'dateTime', align: 'left' }],
  ['by', 18, { style: 'text' }],
  ['inputs', INPUTS_WIDTH, { style: 'wrapped' }],
  ['fingerprint', 15, { style: 'muted' }],
  ['settings', 46, { style: 'wrapped' }],
  ['status', 18, { style: 'text' }],
  ['cost', 15, { style: 'parameter', number: 'money' }],
  ['profit', 15, { style: 'parameter', number: 'money' }],
  ['shortage', 15, { style: 'parameter', number: 'money' }],
  ['errors', 9, { style: 'parameter', number: 'integer' }],
  ['warnings', 10, { style: 'parameter', number: 'integer' }],
] as const satisfies readonly (readonly [string, number, Look])[];

/** The Plan log: one row a run, below those of earlier runs: when, by whom, from which inputs and settings, with what result. */
export function buildLog(context: OutputContext): { spec: SheetSpec } {
  const { t, plan, run } = context;
  const grid = openSheet(context, 'log', t('sheets.hint.log'));
  grid.putRow(
    FIRST_ROW,
    0,
    COLUMNS.map(([column]) => t(`sheets.log.${column}`)),
    { style: 'columnHeader' },
  );
  const count = (severity: Severity) => plan.issues.filter((issue) => issue.severity === severity).length;
  const status = plan.balance ? t(`sheets.balanceStatus.${plan.balance.status}`) : t('sheets.log.planned');
  const inputs = plan.sources.map(({ sheet, rows }) => t('sheets.log.source', { sheet, rows })).join(', ');
  const row = [
    run.at,
    run.by,
    inputs,
    run.fingerprint,
    settingsWords(context),
    status,
    plan.balance?.totalCost ?? '',
    plan.balance?.profit ?? '',
    plan.shortages.reduce((sum, shortage) => sum + shortage.money, 0),
    count('error'),
    count('warning'),
  ];
  grid.putRow(
    FIRST_ROW + 1,
    0,
    row,
    COLUMNS.map(([, , look]) => look),
  );
  const spec = closeSheet(context, 'log', grid, {
    columnWidths: COLUMNS.map(([, width]) => width),
    tables: [tableOver('CadenzaLog', FIRST_ROW, 0, 2, COLUMNS.length)],
    rowHeights: { [FIRST_ROW + 1]: heightFor(inputs, INPUTS_WIDTH) },
    freeze: { rows: FIRST_ROW + 1, columns: 1 },
    append: { table: 'CadenzaLog' },
  });
  return { spec };
}

/** The settings that shape a plan, in words. */
function settingsWords(context: OutputContext): string {
  const { settings } = context.plan;
  return context.t('sheets.log.settingsWords', {
    start: dateWords(context, settings.planStart),
    horizon: settings.horizon,
    bucket: context.t(`sheets.bucket.${settings.bucket}`),
    objective: context.t(`sheets.objective.${settings.objective}`),
    currency: settings.currency,
  });
}
