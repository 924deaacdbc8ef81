import type { SeriesForecast } from './automatic';
import type { Hierarchy } from './hierarchy';
import { reconcileBottomUp, reconcileMinTrace, reconcileTopDown } from './hierarchy';

/** Ways to make forecasts add up. */
export const RECONCILIATIONS = ['MinT', 'Bottom-up', 'Top-down'] as const;
export type Reconciliation = (typeof RECONCILIATIONS)[number];

/** A forecast after reconciliation. */
export interface Reconciled {
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** Fewer errors than this say nothing of how series err together. */
const LEAST_ERRORS = 8;

/** One-step errors of the backtests over the last origins that all series have; undefined where they are too few. */
function commonErrors(forecasts: readonly SeriesForecast[]): Float64Array[] | undefined {
  const all = forecasts.map(({ backtest, values }) =>
    (backtest?.origins ?? []).map((origin, row) => backtest!.forecasts[row * backtest!.horizon]! - values[origin]!),
  );
  const known = all.map((errors) => errors.slice(errors.findLastIndex(Number.isNaN) + 1));
  const count = Math.min(...known.map((errors) => errors.length));
  return count < LEAST_ERRORS ? undefined : known.map((errors) => Float64Array.from(errors.slice(-count)));
}

/** Mean of the last `count` values of each bottom series. */
function recentShares(hierarchy: Hierarchy, forecasts: readonly SeriesForecast[]): number[] {
  return forecasts.slice(hierarchy.totals.length).map(({ values, season }) => {
    const recent = values.subarray(Math.max(0, values.length - Math.max(12, season)));
    return Math.max(0, recent.reduce((sum, y) => sum + y, 0) / Math.max(1, recent.length));
  });
}

/** Round the new mean, as wide on either side as before; never below `floor`. */
function moveBounds(forecast: SeriesForecast, mean: readonly number[], floor: number): Reconciled {
  return {
    mean,
    lower: mean.map((f, h) => Math.max(Math.min(floor, f), f - (forecast.mean[h]! - forecast.lower[h]!))),
    upper: mean.map((f, h) => f + (forecast.upper[h]! - forecast.mean[h]!)),
  };
}

/**
 * Makes forecasts of series and of their totals add up at every horizon. MinT lets every series give way by as much as its one-step
 * backtest errors say it is unsure, Bottom-up trusts the single series, Top-down the first total, shared out by the means of the last
 * season. Where histories are too short for backtests MinT is Top-down. Bounds keep their distance from the forecast. Totals are the sums of their series
 * exactly, and none is negative when no history is.
 *
 * @param forecasts totals first, then the bottom series, all of one horizon
 * @example with histories that never change, 3 and 4 a period, and their total: 3, 4 and 7
 */
export function reconcileForecasts(
  hierarchy: Hierarchy,
  forecasts: readonly SeriesForecast[],
  method: Reconciliation,
): Reconciled[] {
  const nonNegative = forecasts.every(({ values }) => values.every((y) => y >= 0));
  const errors = method === 'MinT' ? commonErrors(forecasts) : undefined;
  const shares = recentShares(hierarchy, forecasts);
  const horizon = forecasts[0]?.mean.length ?? 0;
  const rows = Array.from({ length: horizon }, (_, h) => {
    const base = forecasts.map(({ mean }) => mean[h]!);
    if (method === 'Bottom-up') return reconcileBottomUp(hierarchy, base);
    return errors ? reconcileMinTrace(hierarchy, base, errors, nonNegative) : reconcileTopDown(hierarchy, base, shares);
  });
  return forecasts.map((forecast, i) =>
    moveBounds(
      forecast,
      rows.map((row) => row[i]!),
      nonNegative ? 0 : -Infinity,
    ),
  );
}
