import type { Backtest } from './backtest';
import { visitErrors } from './backtest';

/** Measures of forecasts against actual values; undefined where they cannot be (nothing to divide by). */
export interface AccuracyMeasures {
  /** Number of errors behind them. */
  readonly count: number;
  /** Mean absolute error over that of the (seasonal) naive forecast inside the history. */
  readonly mase?: number;
  /** Root mean squared error over that of the naive forecast (lag 1) inside the history. */
  readonly rmsse?: number;
  /** Mean of 2|A − F| ÷ (|A| + |F|), 0 where both are 0: a fraction 0..2. */
  readonly smape?: number;
  /** Σ|A − F| ÷ Σ|A|. */
  readonly wmape?: number;
  /** Σ(F − A) ÷ Σ|A|: positive when forecasts are too high. */
  readonly bias?: number;
}

/** What errors are scaled by: the naive errors inside the history, absolute at lag m and squared at lag 1. */
export interface ErrorScales {
  readonly absolute: number;
  readonly squared: number;
}

/**
 * Mean absolute error of lag `season` (1 when the history is not longer) and mean squared error of lag 1.
 *
 * Source: Hyndman & Koehler, Another look at measures of forecast accuracy, International Journal of Forecasting 22 (2006).
 *
 * @example scalesOf(Float64Array.of(1, 2, 4), 1) //=> { absolute: 1.5, squared: 2.5 }
 */
export function scalesOf(values: Float64Array, season: number): ErrorScales {
  const n = values.length;
  const lag = n > season ? Math.max(1, season) : 1;
  let absolute = 0;
  let squared = 0;
  for (let t = lag; t < n; t++) absolute += Math.abs(values[t]! - values[t - lag]!);
  for (let t = 1; t < n; t++) squared += (values[t]! - values[t - 1]!) ** 2;
  return { absolute: n > lag ? absolute / (n - lag) : 0, squared: n > 1 ? squared / (n - 1) : 0 };
}

/** Sums from which all measures follow; add errors one by one. */
class ErrorSums {
  private count = 0;
  private absolute = 0;
  private squared = 0;
  private symmetric = 0;
  private actual = 0;
  private signed = 0;

  add(forecast: number, actual: number): void {
    const error = forecast - actual;
    const size = Math.abs(forecast) + Math.abs(actual);
    this.count++;
    this.absolute += Math.abs(error);
    this.squared += error * error;
    this.symmetric += size > 0 ? (2 * Math.abs(error)) / size : 0;
    this.actual += Math.abs(actual);
    this.signed += error;
  }

  measures(scales: ErrorScales): AccuracyMeasures {
    const { count } = this;
    if (count === 0) return { count };
    return {
      count,
      mase: scales.absolute > 0 ? this.absolute / count / scales.absolute : undefined,
      rmsse: scales.squared > 0 ? Math.sqrt(this.squared / count / scales.squared) : undefined,
      smape: this.symmetric / count,
      wmape: this.actual > 0 ? this.absolute / this.actual : undefined,
      bias: this.actual > 0 ? this.signed / this.actual : undefined,
    };
  }
}

/**
 * Measures of forecasts against what came, both of one length, scaled by the history before them.
 *
 * @example measureForecast([2, 2], [1, 3], Float64Array.of(1, 2, 3), 1) //=> mase 1, smape 0.5333, wmape 0.5, bias 0
 */
export function measureForecast(
  forecast: ArrayLike<number>,
  actual: ArrayLike<number>,
  history: Float64Array,
  season: number,
): AccuracyMeasures {
  const sums = new ErrorSums();
  for (let h = 0; h < actual.length; h++) sums.add(forecast[h]!, actual[h]!);
  return sums.measures(scalesOf(history, season));
}

/** Measures of a backtest over all horizons, and of each horizon alone. */
export function measureBacktest(
  backtest: Backtest,
  values: Float64Array,
  season: number,
): { readonly all: AccuracyMeasures; readonly byHorizon: readonly AccuracyMeasures[] } {
  const scales = scalesOf(values, season);
  const all = new ErrorSums();
  const byHorizon = Array.from({ length: backtest.horizon }, () => new ErrorSums());
  visitErrors(backtest, values, (h, forecast, actual) => {
    all.add(forecast, actual);
    byHorizon[h]!.add(forecast, actual);
  });
  return { all: all.measures(scales), byHorizon: byHorizon.map((sums) => sums.measures(scales)) };
}

/** Share of the actual values inside the bounds, 0..1. */
export function measureCoverage(lower: ArrayLike<number>, upper: ArrayLike<number>, actual: ArrayLike<number>): number {
  let inside = 0;
  for (let h = 0; h < actual.length; h++) if (actual[h]! >= lower[h]! && actual[h]! <= upper[h]!) inside++;
  return inside / actual.length;
}

/**
 * Mean scaled interval score: mean width, plus 2 ÷ (1 − level) times what lies outside, over the naive error of lag m.
 *
 * Source: Gneiting & Raftery, Strictly proper scoring rules, Journal of the American Statistical Association 102 (2007), as in M4.
 *
 * @param level of the bounds, in (0, 1)
 */
export function measureIntervals(
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  actual: ArrayLike<number>,
  level: number,
  scales: ErrorScales,
): number | undefined {
  const penalty = 2 / (1 - level);
  let sum = 0;
  for (let h = 0; h < actual.length; h++) {
    const [low, high, y] = [lower[h]!, upper[h]!, actual[h]!];
    sum += high - low + penalty * (Math.max(0, low - y) + Math.max(0, y - high));
  }
  return scales.absolute > 0 ? sum / actual.length / scales.absolute : undefined;
}

/**
 * Forecast value added: by how much of the naive forecast's absolute error the method is better (negative: worse).
 *
 * @example valueAdded(8, 10) //=> 0.2
 */
export function valueAdded(error: number, naiveError: number): number | undefined {
  return naiveError > 0 ? 1 - error / naiveError : undefined;
}
