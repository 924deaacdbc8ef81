import { FileError } from '../host/xlsx/fileError';
import type { Language } from '../i18n/translate';
import { translate } from '../i18n/translate';
import { parseExplainArguments, parseWorkbookArguments, UsageError } from './arguments';
import { runCheck } from './check';
import { runExplain } from './explain';
import { runForecast } from './forecast';
import { runPlan } from './plan';

/** The language to speak before a workbook says otherwise: --lang, else the terminal's. */
function spokenLanguage(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const given = words[at]?.split('=')[1] ?? words[at + 1];
  if (at >= 0 && (given === 'it' || given === 'en')) return given;
  return (process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '').startsWith('it') ? 'it' : 'en';
}

/** Runs one command; the exit code says how it ended: 0 done, 2 input at fault, 1 anything else. */
export async function run(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  const spoken = spokenLanguage(words);
  if (command === undefined || words.includes('--help') || words.includes('-h') || command === 'help') {
    console.log(translate(spoken, 'cli.help'));
    return 0;
  }
  try {
    if (command === 'plan') return await runPlan(parseWorkbookArguments('plan', rest), spoken);
    if (command === 'check') return await runCheck(parseWorkbookArguments('check', rest), spoken);
    if (command === 'explain') return await runExplain(parseExplainArguments(rest), spoken);
    if (command === 'forecast') return await runForecast(rest, spoken);
    throw new UsageError('cli.unknown-command', { command });
  } catch (error) {
    return explain(error, rest.find((word) => !word.startsWith('-')) ?? '', spoken);
  }
}

function explain(error: unknown, file: string, spoken: Language): number {
  if (error instanceof UsageError) console.error(translate(spoken, error.key, error.params));
  else if (error instanceof FileError)
    console.error(
      translate(spoken, `cli.${error.code}`, {
        file,
        detail: error.message.replace(/^The file is damaged: /, '').replace(/\.$/, ''),
      }),
    );
  else if (isMissingFile(error)) console.error(translate(spoken, 'cli.no-file', { file: error.path ?? file }));
  else {
    console.error(translate(spoken, 'cli.failed', { message: error instanceof Error ? error.message : String(error) }));
    if (process.env.CADENZA_DEBUG) console.error(error);
    return 1;
  }
  return 2;
}

function isMissingFile(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && (error as NodeJS.ErrnoException).code === 'ENOENT';
}

if (require.main === module)
  void run(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
