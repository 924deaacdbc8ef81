import type { WorkbookReading } from '../excel/read';
import { readWorkbook } from '../excel/read';
import type { OnWaiting } from '../excel/session';
import type { TransferStats } from '../excel/stats';
import { emptyStats } from '../excel/stats';
import type { Language } from '../planning/input';
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

export interface CheckResult {
  readonly parsed: ParsedWorkbook;
  readonly reading: WorkbookReading;
  readonly stats: TransferStats;
  readonly readMs: number;
  /** Nothing in the input keeps a plan from being made. */
  readonly plannable: boolean;
}

/**
 * Use case "Check data": reads the workbook and says what was found, what is missing and what is wrong, cell by cell. Writes nothing.
 *
 * @throws ExcelFailure when Excel refuses.
 */
export async function checkWorkbook(options: CheckOptions): Promise<CheckResult> {
  const stats = emptyStats();
  const started = performance.now();
  const reading = await readWorkbook(stats, options.onWaiting);
  const parsed = parseWorkbook(reading.raw, { today: options.today, language: options.language });
  const plannable = parsed.issues.every((issue) => issue.severity !== 'error');
  return { parsed, reading, stats, readMs: performance.now() - started, plannable };
}
