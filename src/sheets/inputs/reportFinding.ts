import { TABLE_KINDS, type TableKind } from '../../planning/input';
import type { Candidate, Findings } from './find';
import type { IssueList } from './issueList';
import { matchColumns } from './headings';
import type { RawRange } from './raw';
import { INPUT_TABLES } from './tables/all';

/**
 * Optional tables whose absence changes what the plan rests on, and of which no part of planning says so better (Families, Stages and
 * Activities are spoken of where their defaults are made).
 */
const TOLD_WHEN_ABSENT: readonly TableKind[] = ['routings', 'demand', 'holidays'];

/** Says which required tables are missing (with the range that comes nearest), and which defaults stand in for optional ones. */
export function reportMissing({ chosen, unused, staleMappings }: Findings, issues: IssueList): void {
  for (const kind of staleMappings) issues.general('mapping-stale', 'warning', { kind });
  for (const kind of TABLE_KINDS) {
    if (chosen.has(kind)) continue;
    if (INPUT_TABLES[kind].required) reportRequired(kind, unused, issues);
    else if (TOLD_WHEN_ABSENT.includes(kind)) issues.general(`default-${kind}`, 'info', { kind });
  }
}

function reportRequired(kind: TableKind, unused: readonly RawRange[], issues: IssueList): void {
  let nearest: { range: RawRange; lacks: readonly string[] } | undefined;
  let most = 1;
  for (const range of unused) {
    const match = matchColumns(INPUT_TABLES[kind], range);
    const required = Object.values(INPUT_TABLES[kind].columns).filter(
      ({ need }) => need === 'cell' || need === 'heading',
    ).length;
    const known = required - match.missing.length;
    if (known > most) [nearest, most] = [{ range, lacks: match.missing }, known];
  }
  if (!nearest) issues.general('table-missing', 'error', { kind });
  else issues.onSheet('table-missing-nearest', 'error', nearest.range.sheet, { kind, fields: nearest.lacks.join(',') });
}

/** Says what is odd about how a table was found: by its headings alone, among several, with columns missing, repeated or unknown. */
export function reportFinding(kind: TableKind, candidate: Candidate, findings: Findings, issues: IssueList): void {
  const { range, match, by } = candidate;
  const header = (index: number) => ({
    sheet: range.sheet,
    row: range.row + match.header,
    column: range.column + index,
  });
  if (by === 'headings') reportGuess(kind, candidate, findings, issues);
  const rivals = findings.rivals.get(kind) ?? [];
  if (rivals.length > 0)
    issues.onSheet('table-several', 'warning', range.sheet, {
      kind,
      others: rivals.map((own) => own.range.table ?? own.range.sheet).join(', '),
    });
  if (match.columns.size === 0 && match.missing.length > 0) {
    issues.onSheet('headings-missing', 'error', range.sheet, { kind, fields: match.missing.join(',') });
    return;
  }
  for (const field of match.missing) issues.onSheet('column-missing', 'error', range.sheet, { kind, field });
  for (const field of match.stale) issues.onSheet('mapping-column-stale', 'warning', range.sheet, { kind, field });
  for (const { field, heading } of match.repeated)
    issues.at('column-repeated', 'warning', header(heading.index), { kind, field, heading: heading.text });
  if (match.header > 0) issues.at('header-not-first', 'info', header(0), { kind, row: range.row + match.header + 1 });
  reportUnread(kind, candidate, issues);
  reportHidden(kind, candidate, issues);
}

function reportGuess(kind: TableKind, { range }: Candidate, findings: Findings, issues: IssueList): void {
  const other = findings.doubtful.get(kind);
  if (other) issues.onSheet('table-doubtful', 'warning', range.sheet, { kind, other });
  else issues.onSheet('table-by-headings', 'info', range.sheet, { kind });
}

/** Demand keeps its further columns as dimensions; elsewhere they are read by nobody, which a mistyped heading should not hide. */
function reportUnread(kind: TableKind, { range, match }: Candidate, issues: IssueList): void {
  const unread = match.unmatched.filter((own) => !match.repeated.some(({ heading }) => heading === own));
  const [first] = unread;
  if (!first || kind === 'demand') return;
  const cell = { sheet: range.sheet, row: range.row + match.header, column: range.column + first.index };
  issues.at('columns-unread', 'info', cell, {
    kind,
    count: unread.length,
    headings: unread.map(({ text }) => text).join(', '),
  });
}

function reportHidden(kind: TableKind, { range, match }: Candidate, issues: IssueList): void {
  const firstRow = range.row + match.header + 1;
  const hidden = (range.hiddenRows ?? []).filter((row) => row >= firstRow && row < range.row + range.values.length);
  const [row] = [...hidden].sort((a, b) => a - b);
  if (row !== undefined)
    issues.at('rows-hidden', 'info', { sheet: range.sheet, row, column: range.column }, { kind, count: hidden.length });
}
