import { amountFormats, THOUSANDS } from '../app/amounts';
import type { PlanOutcome } from '../app/planWorkbook';
import type { IssueView } from '../app/views';
import { issueViews } from '../app/views';
import type { FileWarning } from '../host/xlsx/fileError';
import type { Language, MessageKey, MessageParams } from '../i18n/translate';
import { localeOf, translate } from '../i18n/translate';
import { shareServed } from '../planning/balance/served';
import type { Issue } from '../planning/issue';
import type { Plan } from '../planning/result';
import { formatIsoDay } from '../planning/time/civil';

type Print = (line: string) => void;

/** Issues, most serious first; beyond `limit` only their number. */
export function printIssues(issues: readonly IssueView[], language: Language, print: Print, limit = 12): void {
  if (issues.length === 0) {
    print(translate(language, 'cli.no-issues'));
    return;
  }
  for (const { severity, message, place } of issues.slice(0, limit))
    print(`  ${translate(language, `cli.severity.${severity}`)}${place ? ` ${place}` : ''}: ${message}`);
  const more = issues.length - limit;
  if (more > 0) print(`  ${translate(language, 'cli.more-issues-check', { count: more })}`);
}

const ASKED = new Set(['date-ambiguous', 'number-ambiguous']);

/** How text was read that can be read in two ways, and how to say it otherwise; nothing where there is none. */
export function printLocale(issues: readonly Issue[], locale: string, language: Language, print: Print): void {
  if (issues.some((issue) => ASKED.has(issue.code))) print(translate(language, 'cli.locale', { locale }));
}

/** What the copy could not keep of the original. */
export function printLosses(losses: readonly FileWarning[], language: Language): void {
  for (const loss of losses) console.error(translate(language, 'cli.loss', { what: loss.message }));
}

/** The plan in a dozen lines: horizon, sales, balance, shortages, what to look at, what it cost. */
export function printPlan(outcome: Extract<PlanOutcome, { status: 'planned' }>, language: Language): void {
  const { plan, stats, issues } = outcome;
  const say: Say = (key, params) => console.log(translate(language, key, params));
  const { money, percent } = amountFormats(language, plan.settings.currency);
  const number = new Intl.NumberFormat(localeOf(language), { ...THOUSANDS, maximumFractionDigits: 1 });

  const [first] = plan.buckets;
  const last = plan.buckets.at(-1);
  if (first && last)
    say('cli.horizon', { start: formatIsoDay(first.start), end: formatIsoDay(last.end), count: plan.buckets.length });
  const { sales } = plan;
  say('cli.sales', {
    year: String(sales.year),
    target: money.format(sales.target),
    won: money.format(sales.won),
    weighted: money.format(sales.weighted),
    chance: sales.chanceOfTarget === undefined ? 'none' : percent.format(sales.chanceOfTarget),
  });
  if (plan.sources.some((source) => source.kind === 'families')) printBalance(plan, language, say, number);
  say('cli.activities', { activities: plan.activities.length, milestones: plan.milestones.length });
  const shown = issueViews(issues, language).filter((issue) => issue.severity !== 'info');
  if (shown.length > 0) {
    say('cli.issues');
    printIssues(shown, language, console.log);
  }
  const seconds = ((stats.readMs ?? 0) + (stats.planMs ?? 0) + (stats.writeMs ?? 0)) / 1000;
  say('cli.transfer', {
    syncs: stats.syncs,
    read: stats.cellsRead,
    written: stats.cellsWritten,
    seconds: number.format(seconds),
  });
}

type Say = (key: MessageKey, params?: MessageParams) => void;

/** Shortages shown: the dearest. */
const MOST_SHORTAGES = 3;

function printBalance(
  { balance, shortages, buckets, settings }: Plan,
  language: Language,
  say: Say,
  number: Intl.NumberFormat,
): void {
  if (!balance) return;
  const { money, percent } = amountFormats(language, settings.currency);
  say('cli.balance', {
    status: translate(language, `cli.status.${balance.status}`, { gap: percent.format(balance.gap) }),
    served: percent.format(shareServed(balance)),
    cost: money.format(balance.totalCost),
    profit: money.format(balance.profit),
  });
  say(shortages.length > 0 ? 'cli.shortages' : 'cli.no-shortages');
  for (const shortage of [...shortages].sort((a, b) => b.money - a.money).slice(0, MOST_SHORTAGES)) {
    const words = translate(language, 'cli.shortage', {
      family: shortage.family,
      bucket: buckets[shortage.bucket]?.label ?? '',
      quantity: number.format(shortage.quantity),
      kind: shortage.kind,
      money: money.format(shortage.money),
    });
    console.log(`  ${words}`);
  }
}
