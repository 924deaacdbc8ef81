import type { Language } from '../../planning/input';
import type { Plan } from '../../planning/result';
import { translate } from '../../i18n/translate';
import { TAB_COLORS } from '../palette';
import type { OutputKey, SheetSpec } from '../spec';
import { OUTPUT_KEYS } from '../spec';
import { buildBalance } from './balance';
import { buildCalendar } from './calendar';
import { buildCapacityLoad } from './capacityLoad';
import { buildCascade } from './cascade';
import { buildChecks } from './checks';
import type { OutputContext, RunInfo } from './context';
import { makeContext } from './context';
import { buildDaily } from './daily';
import { layOutDemandPlan } from './demandPlan';
import { closeSheet, openSheet } from './frame';
import { buildLog } from './log';
import { buildMilestones } from './milestones';
import { buildSales } from './sales';
import { buildShortages } from './shortages';
import { buildSummary } from './summary';

/**
 * The name an output sheet has by itself, in a language; the caller resolves clashes.
 *
 * @example outputName('balance', 'it') //=> 'Bilancio domanda-offerta'
 */
export function outputName(key: OutputKey, language: Language): string {
  return translate(language, `sheets.name.${key}`);
}

/**
 * Every output sheet of a plan, in workbook order. Decisions are values, whatever follows from them live formulas; sheets that would have
 * nothing on them are left out, or say so where an earlier plan filled them.
 *
 * @param options.earlier The sheets that earlier runs left in the workbook.
 * @param options.names The names the sheets are written under: formulas refer to each other's sheets by them.
 * @param options.run When and by whom, and the fingerprint of the inputs: for the log alone.
 */
export function buildOutputs(
  plan: Plan,
  options: {
    readonly language: Language;
    readonly names: Readonly<Record<OutputKey, string>>;
    readonly run: RunInfo;
    readonly earlier: readonly OutputKey[];
  },
): SheetSpec[] {
  const context = makeContext(plan, options);
  const cascade = buildCascade(context);
  const daily = buildDaily(context);
  const calendar = buildCalendar(context, daily?.places);
  const sales = buildSales(context);
  const demandPlan = layOutDemandPlan(context);
  const balance = buildBalance(context, (family) => demandPlan?.places.consensus(family));
  const shortages = buildShortages(context, balance?.places);
  const checks = buildChecks(context, {
    ...(cascade ? { cascade: cascade.places } : {}),
    ...(daily ? { daily: daily.places } : {}),
    ...(calendar ? { calendar: calendar.places } : {}),
    ...(balance ? { balance: balance.places } : {}),
  });
  const summary = buildSummary(context, {
    checks: checks.places,
    ...(daily ? { daily: daily.places } : {}),
    ...(calendar ? { calendar: calendar.places } : {}),
    ...(sales ? { sales: sales.places } : {}),
    ...(demandPlan ? { demandPlan: demandPlan.places } : {}),
    ...(balance ? { balance: balance.places } : {}),
    ...(shortages ? { shortages: shortages.places } : {}),
  });
  const built: Readonly<Record<OutputKey, { readonly spec: SheetSpec } | undefined>> = {
    summary,
    cascade,
    calendar,
    daily,
    milestones: buildMilestones(context),
    sales,
    demandPlan: demandPlan?.write(balance?.places),
    balance,
    capacityLoad: buildCapacityLoad(context, balance?.places),
    shortages,
    checks,
    log: buildLog(context),
  };
  return OUTPUT_KEYS.flatMap(
    (key) => built[key]?.spec ?? (options.earlier.includes(key) ? buildNothing(context, key) : []),
  );
}

/** What a sheet of an earlier plan says when the present one has nothing for it: nobody may take the old figures for current. */
function buildNothing(context: OutputContext, key: OutputKey): SheetSpec {
  const hint = context.t(key === 'shortages' ? 'sheets.hint.nothingShort' : 'sheets.hint.nothing');
  return closeSheet(context, key, openSheet(context, key, hint), { tabColor: TAB_COLORS.empty });
}
