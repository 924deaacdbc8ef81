import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { hasMessage } from '../../src/i18n/translate';
import { dayOf } from '../../src/planning/time/civil';
import { parseWorkbook } from '../../src/sheets/inputs/parse';
import type { RawWorkbook } from '../../src/sheets/inputs/raw';
import { issueMessage, issueText } from '../../src/sheets/issueMessage';
import * as bad from '../fixtures/bad/workbooks';

const messages = (raw: RawWorkbook, language: 'en' | 'it') =>
  parseWorkbook(raw, { today: dayOf(2026, 11, 25) })
    .issues.filter((own) => !own.code.startsWith('default-'))
    .map((own) => issueMessage(own, language));

describe('messages of issues', () => {
  it('name sheet and cell, what is wrong and what to do', () => {
    expect(messages(bad.textForNumber(), 'en')[0]).toBe(
      'Targets!E2: Target should be a number, but "about a million" is none. Correct it: the plan waits for it.',
    );
    expect(messages(bad.textForNumber(), 'it')[0]).toBe(
      'Targets!E2: Target dovrebbe essere un numero, ma «about a million» non lo è. Va corretto prima di pianificare.',
    );
    expect(messages(bad.requiredColumnMissing(), 'en')).toEqual([
      'Targets: Targets has no column Year. Add it, rename yours, or map it in the pane: there is no plan without it.',
    ]);
    expect(messages(bad.requiredTableMissing(), 'it')[0]).toMatch(/^Nella cartella di lavoro manca Capacità\./);
  });

  it('quote what a cell holds as it was typed', () => {
    const params = { column: 'Close date', count: 1, text: '2027-04-03', date: '2027-04-03' };
    expect(issueText({ code: 'date-as-text', severity: 'info', params }, 'en')).toBe(
      'Close date: a date is kept as text; "2027-04-03" is read as 3 April 2027.',
    );
  });

  it('write dates and numbers as the language does', () => {
    expect(messages(bad.ambiguousDate('en-GB'), 'en')[0]).toContain('it is read as 3 April 2027');
    expect(messages(bad.ambiguousDate('en-GB'), 'it')[0]).toContain('si legge 3 aprile 2027');
    expect(messages(bad.italianNumbers(), 'it')).toEqual([
      'Trattative!C2: Importo: 2 numeri sono scritti come testo; «1.234,56» si legge 1234,56.',
      'Trattative!G2: Probabilità: una percentuale è scritta come testo; «12,5 %» si legge 12,5%.',
    ]);
  });

  it('suggest a name only where there is one near', () => {
    expect(messages(bad.unknownTeam(), 'en')[0]).toBe(
      'Pipeline!E2: The team "Salse" is neither in Targets nor in Capacity. Did you mean "Sales"? Correct it, or add the team.',
    );
    expect(messages(bad.unknownFamily(), 'en')[0]).not.toContain('Did you mean');
  });

  it('list the words a column accepts', () => {
    const raw = bad.withCells([['Capacity', 1, 2, 'Robot']]);
    expect(messages(raw, 'en')[0]).toBe(
      'Capacity!C2: Kind: "Robot" is none of Team, Line, Supplier. Until it is corrected, it counts as blank.',
    );
    expect(messages(raw, 'it')[0]).toContain('Reparto, Linea, Fornitore');
  });

  it('quote sheets whose names need it', () => {
    const issue = {
      code: 'rows-blank',
      severity: 'info',
      cell: { sheet: 'Piano 2027', row: 2, column: 0 },
      params: { count: 1 },
    } as const;
    expect(issueMessage(issue, 'en')).toBe("'Piano 2027'!A3: A blank row inside the list skipped.");
    expect(issueText(issue, 'en')).toBe('A blank row inside the list skipped.');
  });

  it('show a code they have no phrase for, rather than nothing', () => {
    expect(issueText({ code: 'never-heard-of', severity: 'info', params: { a: 1 } }, 'it')).toBe(
      'never-heard-of {"a":1}',
    );
  });
});

describe('the phrases', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = resolve(folder, entry.name);
      return entry.isDirectory() ? sources(path) : [readFileSync(path, 'utf8')];
    });
  const code = sources(resolve(__dirname, '../../src/sheets/inputs')).join('\n');

  it('cover every code that reading can give', () => {
    const codes = new Set(
      [
        ...code.matchAll(/(?:\.at|onSheet|general|report|note|noteDay|BadCell)\(\s*'([a-z-]+)'/g),
        ...code.matchAll(/code: '([a-z-]+)'/g),
        ...code.matchAll(/'(rows-[a-z-]+)'/g),
        ...code.matchAll(/\? '([a-z]+-[a-z-]+)' : '([a-z]+-[a-z-]+)'/g),
      ].flatMap(([, ...found]) => found),
    );
    expect(codes.size).toBeGreaterThan(40);
    expect([...codes].filter((own) => own !== undefined && !hasMessage(`issue.${own}`))).toEqual([]);
  });
});
