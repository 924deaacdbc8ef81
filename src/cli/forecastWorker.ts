import { parentPort } from 'node:worker_threads';
import type { ForecastRequest } from './forecastSeries';
import { forecastLongSeries } from './forecastSeries';
import type { LongSeries } from './forecastTable';

// The other side of forecastPool: series in, answers out.
parentPort?.on('message', ({ series, request }: { series: readonly LongSeries[]; request: ForecastRequest }) => {
  parentPort?.postMessage(series.map((one) => forecastLongSeries(one, request)));
});
