import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ForecastAnswer, ForecastRequest } from './forecastSeries';
import { forecastLongSeries } from './forecastSeries';
import type { LongSeries } from './forecastTable';

/** With fewer series starting threads takes longer than it saves. */
const LEAST_FOR_THREADS = 200;
const THREADS = 2;
/** Series handed over at a time. */
const BATCH = 25;

/**
 * Forecasts many series, in two threads where they are many and the machine has two processors; the answers are the same and in the
 * same order.
 *
 * @param onProgress called with how many are done
 */
export async function forecastAll(
  series: readonly LongSeries[],
  request: ForecastRequest,
  onProgress: (done: number) => void,
): Promise<ForecastAnswer[]> {
  if (series.length < LEAST_FOR_THREADS || availableParallelism() < THREADS) {
    return series.map((one, i) => {
      const answer = forecastLongSeries(one, request);
      onProgress(i + 1);
      return answer;
    });
  }
  const answers: ForecastAnswer[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    const worker = startWorker();
    try {
      while (next < series.length) {
        const from = next;
        next += BATCH;
        const batch = series.slice(from, from + BATCH);
        const found = await ask(worker, { series: batch, request });
        found.forEach((answer, i) => (answers[from + i] = answer));
        onProgress((done += batch.length));
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: THREADS }, work));
  return answers;
}

/** Run from its source the worker needs the same translation as this file. */
function startWorker(): Worker {
  const extension = extname(__filename);
  const execArgv = extension === '.ts' ? ['-r', '@swc-node/register'] : [];
  return new Worker(join(__dirname, `forecastWorker${extension}`), { execArgv });
}

async function ask(worker: Worker, message: { series: readonly LongSeries[]; request: ForecastRequest }) {
  worker.postMessage(message);
  const [answers] = (await once(worker, 'message')) as [readonly ForecastAnswer[]];
  return answers;
}
