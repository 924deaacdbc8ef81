import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import type { Language, MessageKey, MessageParams } from '../i18n/translate';
import { translate } from '../i18n/translate';
import { alignByDates, startOfStep } from '../planning/forecast/align';
import { forecastSeries } from '../planning/forecast/automatic';
import { formatIsoDay, parseIsoDay } from '../planning/time/civil';

/** What is wrong with the words or the file, said in the user's language. */
class ForecastCommandError extends Error {
  constructor(
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(key);
  }
}

interface Command {
  readonly input: string;
  readonly output: string;
  readonly horizon: number;
  readonly season?: number;
  readonly level: number;
}

/** One row of the long table. */
interface Row {
  readonly series: string;
  readonly day: number;
  readonly value: number;
}

function readCount(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new ForecastCommandError('forecast.cli.bad-count', { option, text });
  }
  return count;
}

function readLevel(text: string | undefined): number {
  const number = text === undefined ? 0.95 : Number(text);
  const level = number > 1 ? number / 100 : number;
  if (!(level > 0 && level < 1)) throw new ForecastCommandError('forecast.cli.bad-level', { text: text ?? '' });
  return level;
}

const OPTIONS = {
  horizon: { type: 'string' },
  season: { type: 'string' },
  level: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
} as const;

function parseWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, strict: true });
  } catch {
    throw new ForecastCommandError('forecast.cli.usage');
  }
}

function readCommand(words: readonly string[]): Command {
  const { values, positionals } = parseWords(words);
  const horizon = readCount(values.horizon, '--horizon');
  const [input] = positionals;
  if (input === undefined || positionals.length > 1 || values.out === undefined || horizon === undefined) {
    throw new ForecastCommandError('forecast.cli.usage');
  }
  const season = readCount(values.season, '--season');
  return { input, output: values.out, horizon, season, level: readLevel(values.level) };
}

/** Headings of the three columns, English and Italian. */
const HEADINGS: Readonly<Record<keyof Row, readonly string[]>> = {
  series: ['series', 'serie', 'id', 'family', 'famiglia'],
  day: ['date', 'data', 'period', 'periodo'],
  value: ['value', 'valore', 'quantity', 'quantita', 'quantità'],
};

/** Days as 2026-11-25 or 2026-11. */
function readDay(text: string): number | undefined {
  const trimmed = text.trim();
  return parseIsoDay(/^\d{4}-\d{2}$/.test(trimmed) ? `${trimmed}-01` : trimmed.slice(0, 10));
}

/** A number as 1234.5, or 1234,5 where fields are parted by semicolons. */
function readValue(text: string, decimalComma: boolean): number {
  const trimmed = text.trim();
  if (trimmed === '') return NaN;
  return Number(decimalComma ? trimmed.replace(/\./g, '').replace(',', '.') : trimmed);
}

function readTable(text: string): Row[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const [head = [], ...lines] = parsed.data;
  const names = head.map((name) => name.trim().toLowerCase());
  const place = (column: keyof Row): number => {
    const index = names.findIndex((name) => HEADINGS[column].includes(name));
    if (index < 0) throw new ForecastCommandError('forecast.cli.no-column', { column: HEADINGS[column][0]! });
    return index;
  };
  const columns = { series: place('series'), day: place('day'), value: place('value') };
  const decimalComma = parsed.meta.delimiter === ';';
  return lines.map((cells, i) => {
    const day = readDay(cells[columns.day] ?? '');
    if (day === undefined) {
      throw new ForecastCommandError('forecast.cli.bad-date', { line: i + 2, text: cells[columns.day] ?? '' });
    }
    const written = cells[columns.value] ?? '';
    const value = readValue(written, decimalComma);
    if (Number.isNaN(value) && written.trim() !== '') {
      throw new ForecastCommandError('forecast.cli.bad-value', { line: i + 2, text: written });
    }
    return { series: (cells[columns.series] ?? '').trim(), day, value };
  });
}

/** Rows by series, in the order in which the series first appear. */
function groupRows(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.series);
    if (group) group.push(row);
    else groups.set(row.series, [row]);
  }
  return groups;
}

/** Lines of the answer for one series; none when it has no number. */
function forecastRows(series: string, rows: readonly Row[], command: Command): (string | number)[][] {
  const line = alignByDates(
    rows.map((row) => row.day),
    rows.map((row) => row.value),
  );
  if (!line) return [];
  const seasons = command.season === undefined ? line.step.seasons : [command.season];
  const forecast = forecastSeries(line.values, { horizon: command.horizon, seasons, level: command.level });
  return forecast.mean.map((mean, h) => [
    series,
    formatIsoDay(startOfStep(line, line.values.length + h)),
    mean,
    forecast.lower[h]!,
    forecast.upper[h]!,
    forecast.model,
  ]);
}

function spokenLanguage(words: readonly string[]): Language {
  const at = words.indexOf('--lang');
  const word = at >= 0 ? words[at + 1] : (process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG);
  return word?.startsWith('it') ? 'it' : 'en';
}

/**
 * `cadenza forecast IN.csv --horizon H [--season M] [--level L] [--lang it|en] --out OUT.csv`: forecasts every series of a long table
 * (series, date, value; dates as 2026-11-25 or 2026-11) and writes series, date, value, lower, upper, model.
 *
 * @returns exit code: 0 done, 2 when words or input are at fault
 */
export async function runForecast(words: readonly string[]): Promise<number> {
  const language = spokenLanguage(words);
  try {
    const command = readCommand(words);
    const groups = groupRows(readTable(await readFile(command.input, 'utf8')));
    if (groups.size === 0) throw new ForecastCommandError('forecast.cli.no-rows');
    const lines = [...groups].flatMap(([series, rows]) => forecastRows(series, rows, command));
    const csv = Papa.unparse([['series', 'date', 'value', 'lower', 'upper', 'model'], ...lines], { newline: '\n' });
    await writeFile(command.output, `${csv}\n`);
    const params = { series: groups.size, file: command.output };
    console.log(translate(language, 'forecast.cli.done', params));
    return 0;
  } catch (error) {
    if (!(error instanceof ForecastCommandError)) throw error;
    console.error(translate(language, error.key, error.params));
    return 2;
  }
}
