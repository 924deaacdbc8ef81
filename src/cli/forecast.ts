import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import type { Language } from '../i18n/translate';
import { translate } from '../i18n/translate';
import type { Remark } from './forecastError';
import { ForecastCommandError } from './forecastError';
import { forecastAll } from './forecastPool';
import type { ForecastAnswer, ForecastRequest } from './forecastSeries';
import type { LongTable } from './forecastTable';
import { readLongTable } from './forecastTable';
import { TerminalProgress } from './progress';

interface Command extends ForecastRequest {
  readonly input: string;
  readonly output: string;
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

/** What had to be made of the rows: said once for all series. */
function remarksOn({ series }: LongTable, answers: readonly ForecastAnswer[]): Remark[] {
  const remarks: Remark[] = [];
  const sum = (of: (answer: ForecastAnswer) => number): number => answers.reduce((total, one) => total + of(one), 0);
  const [gaps, repeated] = [sum((answer) => answer.gaps), sum((answer) => answer.repeated)];
  if (gaps > 0) remarks.push({ key: 'forecast.cli.gaps', params: { count: gaps } });
  if (repeated > 0) remarks.push({ key: 'forecast.cli.repeated', params: { count: repeated } });
  const empty = series.filter((_, i) => answers[i]!.lines.length === 0).map((one) => one.series);
  if (empty.length > 0) remarks.push({ key: 'forecast.cli.empty', params: { names: empty.slice(0, 10).join(', ') } });
  return remarks;
}

/**
 * `cadenza forecast IN.csv --horizon H [--season M] [--level L] [--lang it|en] --out OUT.csv`: forecasts every series of a long table
 * (series, date, value; days, working days, weeks, months, quarters or years, in any order) and writes series, date, value, lower,
 * upper, model.
 *
 * @param language Spoken; its dates come day first or month first where the table does not tell.
 * @returns exit code: 0 done, 2 when words or input are at fault
 */
export async function runForecast(words: readonly string[], language: Language): Promise<number> {
  const say = ({ key, params }: Remark): string => translate(language, key, params);
  try {
    const command = readCommand(words);
    const table = readLongTable(await readFile(command.input, 'utf8'), command.input, language);
    const count = table.series.length;
    const progress = new TerminalProgress(process.stderr, () =>
      say({ key: 'forecast.cli.progress', params: { count } }),
    );
    const answers = await forecastAll(table.series, command, (done) => progress.show('planning', done / count));
    progress.clear();
    const lines = answers.flatMap((answer) => answer.lines);
    const csv = Papa.unparse([['series', 'date', 'value', 'lower', 'upper', 'model'], ...lines], { newline: '\n' });
    await writeFile(command.output, `${csv}\n`);
    for (const remark of [...table.remarks, ...remarksOn(table, answers)]) console.error(say(remark));
    console.log(say({ key: 'forecast.cli.done', params: { series: count, file: command.output } }));
    return 0;
  } catch (error) {
    if (!(error instanceof ForecastCommandError)) throw error;
    for (const remark of error.remarks) console.error(say(remark));
    return 2;
  }
}
