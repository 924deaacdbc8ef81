import { translate } from '../i18n/translate';
import { shareServed } from '../planning/balance/served';
import type { Language, TableKind } from '../planning/input';
import { TABLE_KINDS } from '../planning/input';
import type { CellRef, Issue, Severity } from '../planning/issue';
import { addressOf } from '../sheets/address';
import { issueMessage } from '../sheets/issueMessage';
import { amountFormats } from './amounts';
import type { CheckResult } from './checkWorkbook';
import type { PlanOutcome } from './planWorkbook';

/** The tables without which nothing can be planned. */
const REQUIRED: readonly TableKind[] = ['targets', 'pipeline', 'capacity'];

/** An issue in words, ready to be shown. */
export interface IssueView {
  readonly severity: Severity;
  readonly message: string;
  readonly cell?: CellRef;
  /** 'C7'. */
  readonly address?: string;
  /** 'Pipeline!C7', as people write it. */
  readonly place?: string;
}

export interface TableView {
  readonly kind: TableKind;
  readonly label: string;
  readonly required: boolean;
  /** Undefined: not found. */
  readonly found?: { readonly sheet: string; readonly rows: number };
}

/** What a check found, in one language; `in` says it in another. */
export interface CheckView {
  readonly plannable: boolean;
  readonly tables: readonly TableView[];
  readonly issues: readonly IssueView[];
  in(language: Language): CheckView;
}

/** A figure worth showing at once: its label and its text. */
export interface KeyFigure {
  readonly label: string;
  readonly text: string;
}

/** What came of a run, in one language. */
export interface OutcomeView {
  readonly planned: boolean;
  /** Sheets written, in workbook order. */
  readonly sheets: readonly string[];
  /** Whether anything differs from the run before. */
  readonly changed: boolean;
  readonly figures: readonly KeyFigure[];
  readonly issues: readonly IssueView[];
  in(language: Language): OutcomeView;
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** One issue in words. */
export function issueView(issue: Issue, language: Language): IssueView {
  const { severity, cell } = issue;
  const address = cell && addressOf(cell);
  const place = cell ? `${cell.sheet}!${address}` : issue.sheet;
  const message = issueMessage(issue, language);
  const opening = `${place}: `;
  return {
    severity,
    message: message.startsWith(opening) ? message.slice(opening.length) : message,
    cell,
    address,
    place,
  };
}

/** Issues in words, errors first, otherwise as they were found. */
export function issueViews(issues: readonly Issue[], language: Language): IssueView[] {
  return [...issues].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).map((issue) => issueView(issue, language));
}

/** What a check found, in words: every kind of table with what was found of it, issues errors first. */
export function checkView(check: CheckResult, language: Language): CheckView {
  const sources = check.parsed.input.sources;
  return {
    plannable: check.plannable,
    tables: TABLE_KINDS.map((kind) => {
      const source = sources.find((s) => s.kind === kind);
      return {
        kind,
        label: translate(language, `pane.table.${kind}`),
        required: REQUIRED.includes(kind),
        found: source && { sheet: source.sheet, rows: source.rows },
      };
    }),
    issues: issueViews(check.issues, language),
    in: (other) => checkView(check, other),
  };
}

/** What came of a run, in words; figures and sheets only where it was planned. */
export function outcomeView(outcome: PlanOutcome, language: Language): OutcomeView {
  const planned = outcome.status === 'planned';
  const written = planned ? outcome.written : undefined;
  return {
    planned,
    sheets: written?.sheets ?? [],
    changed: written !== undefined && written.created.length + written.rewritten.length > 0,
    figures: planned ? keyFigures(outcome, language) : [],
    issues: issueViews(outcome.issues, language),
    in: (other) => outcomeView(outcome, other),
  };
}

function keyFigures({ plan }: Extract<PlanOutcome, { status: 'planned' }>, language: Language): KeyFigure[] {
  const { money, percent } = amountFormats(language, plan.settings.currency);
  const { sales, balance, shortages } = plan;
  const figures: KeyFigure[] = [
    {
      label: translate(language, 'pane.figure.target', { year: String(sales.year) }),
      text: money.format(sales.target),
    },
  ];
  figures.push({ label: translate(language, 'pane.figure.expected'), text: money.format(sales.won + sales.weighted) });
  if (sales.chanceOfTarget !== undefined)
    figures.push({ label: translate(language, 'pane.figure.chance'), text: percent.format(sales.chanceOfTarget) });
  // Without families there are no prices and costs to tell of.
  if (balance && plan.sources.some((source) => source.kind === 'families')) {
    figures.push({ label: translate(language, 'pane.figure.served'), text: percent.format(shareServed(balance)) });
    figures.push({ label: translate(language, 'pane.figure.profit'), text: money.format(balance.profit) });
    const short = shortages.reduce((sum, shortage) => sum + shortage.money, 0);
    figures.push({ label: translate(language, 'pane.figure.short'), text: money.format(short) });
  }
  return figures;
}
