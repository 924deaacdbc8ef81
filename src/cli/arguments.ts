import { parseArgs } from 'node:util';
import type { Language } from '../i18n/translate';
import { LANGUAGES } from '../i18n/translate';
import { parseIsoDay } from '../planning/time/civil';
import type { CellRef } from '../planning/issue';
import type { Day } from '../planning/units';
import { parseFullAddress } from '../sheets/address';

/** A wrong word on the command line; `key` and `params` say it in the user's language. */
export class UsageError extends Error {
  constructor(
    readonly key: 'cli.bad-arguments' | 'cli.bad-day' | 'cli.bad-language' | 'cli.bad-locale' | 'cli.unknown-command',
    readonly params: Readonly<Record<string, string>>,
  ) {
    super(key);
  }
}

export interface WorkbookArguments {
  readonly file: string;
  readonly out?: string;
  /** For plan: the file to write; for check: '' when the issues go to standard output as JSON. */
  readonly json?: string;
  readonly language?: Language;
  /** How dates and numbers kept as text are read: a BCP 47 tag. */
  readonly locale?: string;
  readonly today?: Day;
  /** Whom the log names. */
  readonly by?: string;
  readonly timings: boolean;
}

const COMMON_OPTIONS = {
  lang: { type: 'string' },
  locale: { type: 'string' },
  today: { type: 'string' },
} as const;

/** Reads the words after `cadenza plan` or `cadenza check`. Throws UsageError. */
export function parseWorkbookArguments(command: 'plan' | 'check', words: readonly string[]): WorkbookArguments {
  const plan = command === 'plan';
  const { values, positionals } = parse(words, {
    ...COMMON_OPTIONS,
    json: { type: plan ? 'string' : 'boolean' },
    ...(plan ? { out: { type: 'string' }, by: { type: 'string' }, timings: { type: 'boolean' } } : {}),
  } as const);
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    throw new UsageError('cli.bad-arguments', { message: `cadenza ${command} takes one workbook, IN.xlsx` });
  return {
    file,
    ...commonArguments(values),
    by: textOf(values.by),
    out: textOf(values.out),
    json: values.json === true ? '' : textOf(values.json),
    timings: values.timings === true,
  };
}

export interface ExplainArguments extends Pick<WorkbookArguments, 'file' | 'language' | 'locale' | 'today'> {
  readonly cell: CellRef;
  readonly json: boolean;
}

/** Reads the words after `cadenza explain`: a workbook and a cell, 'Balance!F12'. Throws UsageError. */
export function parseExplainArguments(words: readonly string[]): ExplainArguments {
  const { values, positionals } = parse(words, { ...COMMON_OPTIONS, json: { type: 'boolean' } });
  const [file, address] = positionals;
  const cell = address === undefined ? undefined : parseFullAddress(address);
  if (file === undefined || cell === undefined || positionals.length > 2)
    throw new UsageError('cli.bad-arguments', {
      message: 'cadenza explain takes a workbook and a cell: IN.xlsx "Balance!F12"',
    });
  return { file, cell, json: values.json === true, ...commonArguments(values) };
}

type Values = ReturnType<typeof parse>['values'];

function commonArguments(values: Values): Pick<WorkbookArguments, 'language' | 'locale' | 'today'> {
  const [lang, locale, today] = [textOf(values.lang), textOf(values.locale), textOf(values.today)];
  return {
    language: lang === undefined ? undefined : languageOf(lang),
    locale: locale === undefined ? undefined : localeOf(locale),
    today: today === undefined ? undefined : dayOf(today),
  };
}

/** What was given for an option that takes a word. */
function textOf(value: Values[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function parse(words: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError('cli.bad-arguments', {
      message: error instanceof Error ? error.message.replace(/\.$/, '') : String(error),
    });
  }
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((own) => own === text);
  if (!language) throw new UsageError('cli.bad-language', { text });
  return language;
}

function localeOf(text: string): string {
  try {
    const [tag = ''] = Intl.DateTimeFormat.supportedLocalesOf(text);
    if (tag !== '') return tag;
  } catch {
    // Not even the form of a tag: said like one that nobody knows.
  }
  throw new UsageError('cli.bad-locale', { text });
}

function dayOf(text: string): Day {
  const day = parseIsoDay(text);
  if (day === undefined) throw new UsageError('cli.bad-day', { text });
  return day;
}
