import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openXlsx } from '../../src/host/xlsx/open';
import type { Language } from '../../src/planning/input';
import type { RawWorkbook } from '../../src/sheets/inputs/raw';
import { FAULTS, PRANKS } from '../fixtures/bad/cases';
import * as files from '../fixtures/bad/files';
import { toFile } from '../fixtures/bad/toFile';
import * as bad from '../fixtures/bad/workbooks';
import { runCli, temporaryFolder } from '../support/runCli';

const inFolder = temporaryFolder();
const TODAY = ['--today', '2026-11-25'];

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

/** What is said of the fixtures' good workbook too, or of any with so few rows. */
const COMMON = new Set([
  'won-in-future',
  'no-target-in-plan-year',
  'sales-year-later',
  'playbook-default',
  'family-defaults',
  'item-without-supply',
  'balance-service-unlimited',
  'stage-rates-learnt',
  'stage-rates-default',
  'stage-days-default',
  'stage-order-assumed',
  'owners-from-pipeline',
]);

function write(content: RawWorkbook | Uint8Array): string {
  const file = inFolder('input.xlsx');
  writeFileSync(file, content instanceof Uint8Array ? content : toFile(content));
  return file;
}

async function check(file: string, language: Language): Promise<{ readonly code: number; readonly issues: Told[] }> {
  const { code, out } = await runCli('check', file, '--json', '--lang', language, ...TODAY);
  return { code, issues: (JSON.parse(out) as { issues: Told[] }).issues };
}

function say(issues: readonly Told[]): string[] {
  return issues
    .filter((own) => !COMMON.has(own.code) && !own.code.startsWith('default-'))
    .map(({ sheet, cell, message }) => `${[sheet, cell].filter(Boolean).join('!') || 'The workbook'}: ${message}`);
}

/** Plans into a file that is not there yet; tells whether it is now. */
async function plan(file: string, ...words: readonly string[]) {
  const target = inFolder('output.xlsx');
  const json = inFolder('output.json');
  for (const path of [target, json]) rmSync(path, { force: true });
  const result = await runCli('plan', file, '--out', target, '--json', json, ...TODAY, ...words);
  return { ...result, target, wrote: existsSync(target) || existsSync(json) };
}

describe('a workbook with', () => {
  it.each([...FAULTS, ...PRANKS])('$what', async ({ workbook, code, en, it: italian }) => {
    const file = write(workbook);
    const english = await check(file, 'en');
    expect(say(english.issues)).toEqual(en);
    expect(english.code).toBe(code);
    expect(say((await check(file, 'it')).issues)).toEqual(italian);
  });

  it.each([...FAULTS, ...PRANKS].filter(({ code }) => code === 2))(
    '$what is not planned: the exit code is 2 and nothing is written',
    async ({ workbook, en }) => {
      const { code, err, wrote } = await plan(write(workbook), '--lang', 'en');
      expect(code).toBe(2);
      expect(wrote).toBe(false);
      expect(err).toContain(en[0]?.split(': ').slice(1).join(': '));
    },
  );
});

describe('a file that', () => {
  it.each<[string, Uint8Array, en: string, it: string]>([
    [
      'broke off half-way',
      files.truncatedFile(),
      'is damaged and cannot be read',
      'è danneggiato e non si può leggere',
    ],
    ['has a byte changed', files.corruptFile(), 'is damaged and cannot be read', 'è danneggiato e non si può leggere'],
    ['has a password', files.passwordProtectedFile(), 'is protected by a password', 'è protetto da una password'],
    [
      'is a csv with another name',
      files.textFile(),
      'is not an Excel workbook',
      'non è una cartella di lavoro di Excel',
    ],
    ['is empty', new Uint8Array(), 'is not an Excel workbook', 'non è una cartella di lavoro di Excel'],
    ['is an old .xls', files.oldWorkbookFile(), 'is in the format of Excel 97–2003', 'è nel formato di Excel 97–2003'],
  ])('%s is told so in either language, with what to do', async (_, bytes, english, italian) => {
    const file = write(bytes);
    for (const [language, words] of [
      ['en', english],
      ['it', italian],
    ] as const) {
      const { code, err, wrote } = await plan(file, '--lang', language);
      expect({ code, wrote }).toEqual({ code: 2, wrote: false });
      expect(err).toContain(`${file} ${words}`);
      expect(err).toMatch(language === 'en' ? /try again/ : /riprovi/);
      expect((await runCli('check', file, '--lang', language)).code).toBe(2);
    }
  });

  it('is not there is told so', async () => {
    expect(await runCli('check', inFolder('missing.xlsx'), '--lang', 'en')).toEqual({
      code: 2,
      out: '',
      err: `There is no file ${inFolder('missing.xlsx')}. Check the name and the folder.`,
    });
  });
});

describe('dates that could be read in two ways', () => {
  const readAs = async (...words: readonly string[]) => {
    const { out } = await runCli('check', write(bad.ambiguousDate('')), '--json', ...TODAY, ...words);
    const { issues } = JSON.parse(out) as { issues: Told[] };
    return issues.find((own) => own.code === 'date-ambiguous')?.message ?? '';
  };

  it('follow --locale, else the country in Settings, else the language', async () => {
    expect(await readAs('--lang', 'en')).toContain('is read as 4 March 2027');
    expect(await readAs('--lang', 'it')).toContain('si legge 3 aprile 2027');
    expect(await readAs('--lang', 'en', '--locale', 'en-GB')).toContain('is read as 3 April 2027');
    expect(await readAs('--lang', 'it', '--locale', 'en-US')).toContain('si legge 4 marzo 2027');
  });

  it('follow the country where the workbook names it', async () => {
    const british = bad.withSheets({
      Pipeline: [
        ['Opportunity', 'Stage', 'Amount', 'Close date'],
        ['D-1', 'Proposal', 50_000, '03/04/2027'],
      ],
      Settings: [
        ['Setting', 'Value'],
        ['Country', 'United Kingdom'],
      ],
    });
    const { out } = await runCli('check', write(british), ...TODAY);
    expect(out).toContain('is read as 3 April 2027');
    expect(out).toContain('Dates and numbers kept as text are read as in en-GB; --locale says otherwise.');
  });

  it('a locale nobody knows is refused', async () => {
    expect(await runCli('check', 'x.xlsx', '--locale', '1', '--lang', 'en')).toMatchObject({ code: 2 });
  });
});

describe('what people typed', () => {
  it('never becomes a formula', async () => {
    const { code, target } = await plan(write(bad.formulasInNames()), '--lang', 'en');
    expect(code).toBe(0);
    const { workbook } = openXlsx(new Uint8Array(readFileSync(target)));
    const cascade = workbook.sheet('Target cascade');
    const found = [...(cascade?.cells.rowNumbers() ?? [])]
      .flatMap((row) => [...(cascade?.cells.rowCells(row)?.values() ?? [])])
      .filter((cell) => cell.value === '=1+1');
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((cell) => cell.formula !== undefined)).toEqual([]);
  });
});

describe('20,000 rows', () => {
  it('are checked in a few seconds of processor time', async () => {
    const file = write(bad.manyRows(20_000));
    const start = process.cpuUsage();
    const { code, issues } = await check(file, 'it');
    const { user, system } = process.cpuUsage(start);
    expect(code).toBe(0);
    expect(issues.length).toBeLessThan(60);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});
