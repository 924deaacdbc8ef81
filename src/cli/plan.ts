import { userInfo } from 'node:os';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { systemClock } from '../app/clock';
import { planWorkbook } from '../app/planWorkbook';
import { issueViews } from '../app/views';
import type { Language } from '../i18n/translate';
import { translate } from '../i18n/translate';
import { planToJson } from '../sheets/planJson';
import { createDirectPlanner } from '../worker/directPlanner';
import type { WorkbookArguments } from './arguments';
import { listenForInterrupts } from './interrupts';
import { printIssues, printLocale, printLosses, printPlan } from './print';
import { TerminalProgress } from './progress';
import { openWorkbookFile } from './workbookFile';

/** `cadenza plan`: 0 when the plan was written, 2 when the input cannot be planned, 130 when cancelled (nothing is written then). */
export async function runPlan(args: WorkbookArguments, spoken: Language): Promise<number> {
  const { today } = systemClock();
  const day = args.today ?? today;
  const file = await openWorkbookFile(args.file, { ...args, today: day });
  const progress = new TerminalProgress(process.stderr, (phase) => translate(spoken, `cli.phase.${phase}`));
  const interrupts = listenForInterrupts(process, () => {
    progress.clear();
    console.error(translate(spoken, 'cli.stopping'));
  });
  try {
    const outcome = await planWorkbook({
      planner: createDirectPlanner(),
      today: day,
      // The day, not the moment: two runs on the same input write the same files.
      at: day,
      by: args.by ?? accountName(),
      language: args.language,
      onProgress: (phase, fraction) => progress.show(phase, fraction),
      stop: interrupts.stop,
      signal: interrupts.signal,
    });
    interrupts.end();
    progress.clear();
    if (outcome.status === 'blocked') {
      console.error(translate(spoken, 'cli.blocked'));
      printIssues(issueViews(outcome.issues, spoken), spoken, console.error);
      printLocale(outcome.issues, file.locale, spoken, console.error);
      return 2;
    }
    const target = args.out ?? defaultTarget(args.file);
    await mkdir(dirname(target), { recursive: true });
    const losses = await file.save(target);
    printPlan(outcome, outcome.language);
    printLocale(outcome.issues, file.locale, outcome.language, console.log);
    printLosses([...file.warnings, ...losses], outcome.language);
    console.log(
      translate(outcome.language, 'cli.written', { file: target, sheets: outcome.written.sheets.join(', ') }),
    );
    if (args.json !== undefined) {
      const stats = args.timings ? outcome.stats : { ...outcome.stats, readMs: null, planMs: null, writeMs: null };
      await mkdir(dirname(args.json), { recursive: true });
      await writeFile(args.json, `${JSON.stringify(planToJson(outcome.plan, stats, outcome.language), null, 1)}\n`);
      console.log(translate(outcome.language, 'cli.written-json', { file: args.json }));
    }
    return 0;
  } catch (error) {
    if (!interrupts.signal.aborted || error !== interrupts.signal.reason) throw error;
    progress.clear();
    console.error(translate(spoken, 'cli.cancelled'));
    return INTERRUPTED;
  } finally {
    interrupts.end();
    progress.clear();
    file.close();
  }
}

/** The exit code by which a shell knows of Ctrl+C. */
const INTERRUPTED = 130;

/** The account that runs the command; the command's own name where the machine knows none. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'cadenza';
  }
}

/** The copy beside the input: 'plan.xlsx' before the extension, never the input itself. */
function defaultTarget(file: string): string {
  const extension = extname(file);
  return `${file.slice(0, file.length - extension.length)}.plan.xlsx`;
}
