import type { FittedModel } from './model';

/** What a method would have forecast from each of several past origins, one row an origin, one column a horizon. */
export interface Backtest {
  readonly horizon: number;
  /** Ascending; a forecast from origin o knows the values before index o. */
  readonly origins: readonly number[];
  /** Row by row; NaN where the method had nothing to say. */
  readonly forecasts: Float64Array;
}

/** Where history is parted: from each cut on, forecasts come from a model estimated on the values before the cut. */
export interface BacktestDesign {
  readonly horizon: number;
  /** Ascending, each less than the length of the history. */
  readonly cuts: readonly number[];
  readonly length: number;
}

/** Fewest origins that say something about a method. */
const LEAST_ORIGINS = 4;
/** Of a long history the last ones are enough. */
const MOST_ORIGINS = 240;
/** Fewest values to estimate on. */
const LEAST_KNOWN = 6;

/**
 * Cuts for an honest backtest of a history of n values: the second half (at most 240 values), at least two seasons and four
 * values left for the first estimate, in `blocks` blocks each with an estimate of its own. No cuts when less than four origins would be left.
 *
 * @example designBacktest(72, 12, 18, 2).cuts //=> [36, 54]
 */
export function designBacktest(n: number, season: number, horizon: number, blocks: number): BacktestDesign {
  const first = Math.max(
    LEAST_KNOWN,
    Math.floor(n / 2),
    n - MOST_ORIGINS,
    season > 1 ? Math.min(2 * season + 4, n) : 0,
  );
  if (n - first < LEAST_ORIGINS) return { horizon, cuts: [], length: n };
  const cuts: number[] = [];
  for (let i = 0; i < blocks; i++) {
    const cut = first + Math.floor(((n - first) * i) / blocks);
    if (cut !== cuts[cuts.length - 1]) cuts.push(cut);
  }
  return { horizon, cuts, length: n };
}

/** The origins of a design: every value from the first cut on. */
export function originsOf(design: BacktestDesign): number[] {
  const first = design.cuts[0];
  return first === undefined ? [] : Array.from({ length: design.length - first }, (_, i) => first + i);
}

/**
 * Forecasts from every origin of the design by the model that `refit` estimates at the cut before it. Forecasts past the end of the
 * history are there too, as the method has no way to know where history ends.
 *
 * Source: Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000).
 */
export function runBacktest(design: BacktestDesign, refit: (known: number) => FittedModel | undefined): Backtest {
  const origins = originsOf(design);
  const { horizon, cuts } = design;
  const forecasts = new Float64Array(origins.length * horizon).fill(NaN);
  cuts.forEach((cut, i) => {
    const model = refit(cut);
    const end = cuts[i + 1] ?? design.length;
    if (!model) return;
    for (let origin = Math.max(cut, model.firstOrigin); origin < end; origin++) {
      const row = (origin - cuts[0]!) * horizon;
      model.forecastFrom(origin, forecasts.subarray(row, row + horizon));
    }
  });
  return { horizon, origins, forecasts };
}

/** The weighted mean of backtests of one design; a cell is NaN only where every member's is. */
export function mixBacktests(backtests: readonly Backtest[], weights: readonly number[]): Backtest {
  const { horizon, origins } = backtests[0]!;
  const forecasts = new Float64Array(origins.length * horizon);
  for (let i = 0; i < forecasts.length; i++) {
    let sum = 0;
    let total = 0;
    for (let j = 0; j < backtests.length; j++) {
      const f = backtests[j]!.forecasts[i]!;
      if (Number.isNaN(f)) continue;
      sum += weights[j]! * f;
      total += weights[j]!;
    }
    forecasts[i] = total > 0 ? sum / total : NaN;
  }
  return { horizon, origins, forecasts };
}

/** Calls `visit` with each horizon (0-based), forecast and actual of the backtest that lie inside the history. */
export function visitErrors(
  backtest: Backtest,
  values: Float64Array,
  visit: (h: number, forecast: number, actual: number, origin: number) => void,
): void {
  const { horizon, origins, forecasts } = backtest;
  origins.forEach((origin, row) => {
    const count = Math.min(horizon, values.length - origin);
    for (let h = 0; h < count; h++) {
      const forecast = forecasts[row * horizon + h]!;
      if (!Number.isNaN(forecast)) visit(h, forecast, values[origin + h]!, origin);
    }
  });
}

/** Root mean squared error over all origins and horizons; NaN when there is none. */
export function rootMeanSquare(backtest: Backtest, values: Float64Array): number {
  let squares = 0;
  let count = 0;
  visitErrors(backtest, values, (_, forecast, actual) => {
    squares += (actual - forecast) ** 2;
    count++;
  });
  return count > 0 ? Math.sqrt(squares / count) : NaN;
}
