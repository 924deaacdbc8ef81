import type { WriteResult } from '../excel/write';
import { writeOutputs } from '../excel/write';
import type { Issue } from '../planning/issue';
import type { Language } from '../planning/input';
import type { Plan } from '../planning/result';
import type { Planner, Progress } from '../planning/tools';
import { buildOutputs } from '../sheets/outputs/outputs';
import type { PlanStats } from '../sheets/planJson';
import type { PlanMemory } from './explain/scene';
import type { CheckOptions, CheckResult } from './checkWorkbook';
import { readInput } from './checkWorkbook';
import { fingerprintOf } from './fingerprint';
import { resolveOutputNames } from './outputNames';

export type RunPhase = 'reading' | 'planning' | 'writing';

export interface PlanOptions extends CheckOptions {
  readonly planner: Planner;
  /** Serial date-time that the log gives the run. */
  readonly at: number;
  /** Who runs it, for the log. */
  readonly by: string;
  /** `fraction` 0..1 of the whole run; `progress` tells more while planning. */
  readonly onProgress?: (phase: RunPhase, fraction: number, progress?: Progress) => void;
  readonly signal?: AbortSignal;
  /** Aborted to write the best plan found so far. */
  readonly stop?: AbortSignal;
}

export type PlanOutcome =
  /** The input cannot be planned: the issues say why. Nothing was written. */
  | { readonly status: 'blocked'; readonly check: CheckResult; readonly issues: readonly Issue[] }
  | {
      readonly status: 'planned';
      readonly check: CheckResult;
      readonly plan: Plan;
      /** What explains the cells that were written. */
      readonly memory: PlanMemory;
      readonly issues: readonly Issue[];
      readonly language: Language;
      readonly written: WriteResult;
      readonly stats: PlanStats;
    };

/** Share of a run's time that reading, planning and writing usually take, for one honest bar. */
const SHARES = { reading: 0.1, planning: 0.7, writing: 0.2 } as const;

/**
 * Use case "Plan": reads the workbook, plans, and writes the output sheets; all or nothing.
 *
 * @throws ExcelFailure when Excel refuses (the workbook is then as it was), or the signal's reason when cancelled.
 */
export async function planWorkbook(options: PlanOptions): Promise<PlanOutcome> {
  const { planner, signal, stop, onProgress } = options;
  onProgress?.('reading', 0);
  const input = await readInput(options);
  const { parsed, reading, stats, readMs } = input;
  if (!input.plannable) return { status: 'blocked', check: { ...input, issues: parsed.issues }, issues: parsed.issues };
  signal?.throwIfAborted();

  const planStarted = performance.now();
  const report = (progress: Progress) =>
    onProgress?.('planning', SHARES.reading + SHARES.planning * progress.fraction, progress);
  const planned = await planner.plan(parsed.input, { onProgress: report, signal, stop });
  const plan: Plan = { ...planned, issues: [...parsed.issues, ...planned.issues] };
  const planMs = performance.now() - planStarted;
  signal?.throwIfAborted();

  const writeStarted = performance.now();
  const { language } = parsed.input.settings;
  const names = resolveOutputNames(language, reading.sheetNames, reading.owned);
  const run = { at: options.at, by: options.by, fingerprint: await fingerprintOf(reading.raw) };
  const specs = buildOutputs(plan, { language, names, run, earlier: reading.owned.map((sheet) => sheet.key) });
  const written = await writeOutputs(
    {
      specs,
      owned: reading.owned,
      sheetCount: reading.sheetNames.length,
      signal,
      onWaiting: options.onWaiting,
      onProgress: (fraction) => onProgress?.('writing', 1 - SHARES.writing * (1 - fraction)),
    },
    stats,
  );
  const writeMs = performance.now() - writeStarted;
  return {
    status: 'planned',
    check: { ...input, issues: plan.issues },
    plan,
    memory: { input: parsed.input, plan, specs, recalled: false },
    issues: plan.issues,
    language,
    written,
    stats: { ...stats, readMs, planMs, writeMs },
  };
}
