import { ExcelFailure, officeCodeOf, toExcelFailure } from './errors';

/** How often a run waits for the user to leave a cell before it gives up, and for how long each time. */
const CELL_EDIT_TRIES = 20;
const CELL_EDIT_WAIT_MS = 500;

/** Told while a run waits for the user to finish editing a cell, and when it goes on. */
export type OnWaiting = (waiting: boolean) => void;

/**
 * One Excel.run, its errors translated. Waits, visibly, while the user is editing a cell; tries once more after a GeneralException.
 *
 * `batch` must be safe to start again: it is only restarted when nothing of it was carried out.
 * @throws ExcelFailure when Excel refuses.
 */
export async function runExcel<T>(
  batch: (context: Excel.RequestContext) => Promise<T>,
  onWaiting?: OnWaiting,
): Promise<T> {
  let generalFailures = 0;
  let tries = 0;
  for (;;) {
    let synced = false;
    try {
      const result = await Excel.run(async (context) => {
        const sync = context.sync.bind(context);
        context.sync = (async (value: unknown) => {
          const done = await sync(value);
          synced = true;
          return done;
        }) as typeof context.sync;
        return batch(context);
      });
      if (tries > 0) onWaiting?.(false);
      return result;
    } catch (error) {
      const code = officeCodeOf(error);
      if (!synced && code === 'InvalidOperationInCellEditMode' && tries < CELL_EDIT_TRIES) {
        if (tries++ === 0) onWaiting?.(true);
        await new Promise((resolve) => setTimeout(resolve, CELL_EDIT_WAIT_MS));
        continue;
      }
      if (!synced && code === 'GeneralException' && generalFailures++ === 0) continue;
      if (tries > 0) onWaiting?.(false);
      throw toExcelFailure(error);
    }
  }
}

/** Whether a failure says that a request or an answer was too large to pass. */
export function isTooLarge(error: unknown): boolean {
  const code = error instanceof ExcelFailure ? error.officeCode : officeCodeOf(error);
  return code === 'RequestPayloadSizeLimitExceeded' || code === 'ResponsePayloadSizeLimitExceeded';
}
