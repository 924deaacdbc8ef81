import type { TransferStats } from './stats';

/** Size at which requests are cut; Excel on the web refuses more than 5 MB. */
export const REQUEST_BYTES = 2_000_000;

/** Rough JSON weight of one property set or method call, object paths included. */
const ACTION_BYTES = 260;

/** One request's worth of work: what it weighs in JSON bytes, and what queues it. */
export interface Operation {
  readonly bytes: number;
  readonly queue: () => void;
}

/**
 * An operation of so many property sets and method calls.
 *
 * @param dataBytes JSON bytes of the data it carries besides.
 */
export function operationOf(actions: number, queue: () => void, dataBytes = 0): Operation {
  return { bytes: actions * ACTION_BYTES + dataBytes, queue };
}

/** Carries operations out in as few requests as their size allows; calculation, screen and events rest meanwhile. */
export async function syncInRequests(
  context: Excel.RequestContext,
  operations: readonly Operation[],
  stats: TransferStats,
  control: { readonly onProgress?: (fraction: number) => void; readonly signal?: AbortSignal },
): Promise<void> {
  const requests = gatherRequests(operations, REQUEST_BYTES);
  let done = 0;
  const carryOut = async (batch: readonly Operation[], last: boolean): Promise<void> => {
    control.signal?.throwIfAborted();
    context.runtime.enableEvents = false;
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    for (const operation of batch) operation.queue();
    if (last) context.runtime.enableEvents = true;
    await context.sync();
    stats.syncs += 1;
    stats.requestBytesMax = Math.max(stats.requestBytesMax, weigh(batch));
    done += batch.length;
    control.onProgress?.(done / operations.length);
  };
  await requests.reduce(
    (before, batch, index) => before.then(() => carryOut(batch, index === requests.length - 1)),
    Promise.resolve(),
  );
}

const weigh = (operations: readonly Operation[]): number =>
  operations.reduce((sum, operation) => sum + operation.bytes, 0);

function gatherRequests(operations: readonly Operation[], maxBytes: number): Operation[][] {
  const requests: Operation[][] = [];
  let bytes = 0;
  for (const operation of operations) {
    const open = requests.at(-1);
    if (!open || bytes + operation.bytes > maxBytes) {
      requests.push([operation]);
      bytes = operation.bytes;
    } else {
      open.push(operation);
      bytes += operation.bytes;
    }
  }
  return requests;
}

/**
 * A worksheet asked for when it is first needed: asking queues an action of its own, which must not come before the sheet is made.
 */
export function sheetWhenNeeded(context: Excel.RequestContext, name: string): () => Excel.Worksheet {
  let sheet: Excel.Worksheet | undefined;
  return () => (sheet ??= context.workbook.worksheets.getItem(name));
}
