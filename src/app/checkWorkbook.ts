import type { WorkbookReading } from '../excel/read';
import { readWorkbook } from '../excel/read';
import type { OnWaiting } from '../excel/run';
import type { TransferStats } from '../excel/stats';
import { emptyStats } from '../excel/stats';
import type { Language } from '../planning/input';
import { inspectInput } from '../planning/inspect';
import type { Issue } from '../planning/issue';
import type { Day } from '../planning/units';
import type { ParsedWorkbook } from '../sheets/inputs/parse';
import { parseWorkbook } from '../sheets/inputs/parse';

export interface CheckOptions {
  /** The day the plan is made on; Settings may say another. */
  readonly today: Day;
  /** Language of messages and sheets; undefined: that of Settings or of the headings found. */
  readonly language?: Language;
  /** Told while a run waits for the user to leave a cell. */
  readonly onWaiting?: OnWaiting;
}

/** The input as it was read. */
export interface InputReading {
  readonly parsed: ParsedWorkbook;
  readonly reading: WorkbookReading;
  readonly stats: TransferStats;
  readonly readMs: number;
  /** Nothing in the input keeps a plan from being made. */
  readonly plannable: boolean;
}

export interface CheckResult extends InputReading {
  /** What reading found, then what planning finds in the data. */
  readonly issues: readonly Issue[];
}

/**
 * Use case "Check data": reads the workbook and says what was found, what is missing and what is wrong, cell by cell: everything that
 * planning would say of the data. Solves nothing, writes nothing.
 *
 * @throws ExcelFailure when Excel refuses.
 */
export async function checkWorkbook(options: CheckOptions): Promise<CheckResult> {
  const input = await readInput(options);
  const { parsed, plannable } = input;
  // What stops a plan is put right first: planning around it would only tell what follows from it.
  const found = plannable ? await inspectInput(parsed.input) : [];
  return { ...input, issues: [...parsed.issues, ...found] };
}

/**
 * Reads the workbook into typed records, and says what could not be read.
 *
 * @throws ExcelFailure when Excel refuses.
 */
export async function readInput(options: CheckOptions): Promise<InputReading> {
  const stats = emptyStats();
  const started = performance.now();
  const reading = await readWorkbook(stats, options.onWaiting);
  const parsed = parseWorkbook(reading.raw, { today: options.today, language: options.language });
  const plannable = parsed.issues.every((issue) => issue.severity !== 'error');
  return { parsed, reading, stats, readMs: performance.now() - started, plannable };
}
