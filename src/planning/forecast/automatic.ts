import type { ForecastAccuracy } from '../result';
import { chooseEts } from './ets';
import type { FittedModel } from './model';
import { forecastAhead } from './model';
import { fitNaive, fitSeasonalNaive } from './naive';
import { normalQuantile } from './normal';

/** A remark about a forecast: a code with params, worded at the edge like an issue. */
export interface ForecastNote {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ForecastOptions {
  /** Values to forecast, 1 or more. */
  readonly horizon: number;
  /** Season lengths to consider, most usual first; empty or [1] for none. */
  readonly seasons: readonly number[];
  /** Of the intervals, in (0, 1). */
  readonly level: number;
}

/** A forecast of one series with its intervals and what is known about its quality. */
export interface SeriesForecast {
  readonly model: string;
  /** The season length used; 1 for none. */
  readonly season: number;
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly accuracy: ForecastAccuracy;
  /** Correlation of the errors of neighbouring horizons, 0..1. */
  readonly persistence: number;
  readonly notes: readonly ForecastNote[];
}

/** Root mean squared error of the model at each horizon over the origins of its own history. */
function errorSpread(values: Float64Array, model: FittedModel, horizon: number): Float64Array {
  const squares = new Float64Array(horizon);
  const counts = new Float64Array(horizon);
  const out = new Float64Array(horizon);
  for (let origin = model.firstOrigin; origin < values.length; origin++) {
    model.forecastFrom(origin, out);
    for (let h = 0; h < horizon && origin + h < values.length; h++) {
      squares[h]! += (values[origin + h]! - out[h]!) ** 2;
      counts[h]!++;
    }
  }
  for (let h = 0; h < horizon; h++) {
    const before = h > 0 ? squares[h - 1]! : 0;
    squares[h] = Math.max(before, counts[h]! > 2 ? Math.sqrt(squares[h]! / counts[h]!) : before);
  }
  return squares;
}

/**
 * Forecasts one series automatically: the exponential smoothing model of least AICc, seasonal naive for what is too short.
 * Histories without a negative value get no negative forecast. Deterministic; never NaN for finite histories.
 */
export function forecastSeries(history: readonly number[], options: ForecastOptions): SeriesForecast {
  const values = Float64Array.from(history);
  const { horizon } = options;
  const season = options.seasons.find((m) => m > 1 && values.length >= 2 * m) ?? 1;
  const short = values.length < 4;
  const model = short
    ? season > 1
      ? fitSeasonalNaive(values, season)
      : fitNaive(values)
    : chooseEts(values, season, season > 1);
  const mean = values.length > 0 ? forecastAhead(model, horizon) : new Float64Array(horizon);
  const spread = errorSpread(values, model, horizon);
  const z = normalQuantile((1 + options.level) / 2);
  const least = history.every((y) => y >= 0) ? 0 : -Infinity;
  const lower = [...mean].map((f, h) => Math.max(least, f - z * spread[h]!));
  const upper = [...mean].map((f, h) => Math.max(least, f + z * spread[h]!));
  return {
    model: model.name,
    season,
    mean: [...mean].map((f) => Math.max(least, f)),
    lower,
    upper,
    accuracy: {},
    persistence: 0.5,
    notes: [],
  };
}
