import { centredMovingAverage } from './seasonality';

/** One pass of a smoothing method with given constants: one-step forecasts of the history and the forecasts after it. */
export interface Smoothed {
  /** Forecast of each value made just before it; the first value's is the starting state's. */
  readonly fitted: Float64Array;
  readonly level: number;
  readonly trend: number;
  /** Forecasts for 1, 2 … `horizon` periods after the history. */
  readonly forecast: Float64Array;
}

/** Where a smoothing method starts. */
export interface SmoothingStart {
  readonly level: number;
  readonly trend?: number;
  /** Seasonal factors of the first season. */
  readonly season?: readonly number[];
}

/**
 * Simple exponential smoothing with a given constant: `l = α y + (1 − α) l`.
 *
 * Source: NIST/SEMATECH e-Handbook 6.4.3.1; mathematics F.
 *
 * @param alpha in [0, 1]
 * @example smoothSimple(Float64Array.of(71, 70), 0.1, { level: 71 }, 1).forecast //=> [70.9]
 */
export function smoothSimple(values: Float64Array, alpha: number, start: SmoothingStart, horizon: number): Smoothed {
  return smoothHolt(values, alpha, 0, { level: start.level, trend: 0 }, horizon);
}

/**
 * Holt's linear trend with given constants: `l = α y + (1 − α)(l + b)`, `b = β (l − l′) + (1 − β) b`.
 *
 * Source: Holt (1957), reprinted in International Journal of Forecasting 20 (2004); mathematics F.
 */
export function smoothHolt(
  values: Float64Array,
  alpha: number,
  beta: number,
  start: SmoothingStart,
  horizon: number,
): Smoothed {
  return smoothWinters(values, { alpha, beta, gamma: 0 }, { ...start, season: [1] }, horizon);
}

/**
 * Winters' multiplicative season with given constants in Chopra's form: `l = α y ÷ s + (1 − α)(l + b)`, `b = β (l − l′) + (1 − β) b`,
 * `s(t + p) = γ y ÷ l + (1 − γ) s(t)`; the factors of `start.season` are those of the first values.
 *
 * Source: Chopra & Meindl, Supply Chain Management, chapter 7; mathematics F.
 */
export function smoothWinters(
  values: Float64Array,
  constants: { readonly alpha: number; readonly beta: number; readonly gamma: number },
  start: SmoothingStart,
  horizon: number,
): Smoothed {
  const { alpha, beta, gamma } = constants;
  const season = [...(start.season ?? [1])];
  const p = season.length;
  let level = start.level;
  let trend = start.trend ?? 0;
  const fitted = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) {
    const s = season[t % p]!;
    fitted[t] = (level + trend) * s;
    const next = alpha * (values[t]! / s) + (1 - alpha) * (level + trend);
    trend = beta * (next - level) + (1 - beta) * trend;
    level = next;
    season[t % p] = gamma * (values[t]! / level) + (1 - gamma) * s;
  }
  const forecast = Float64Array.from(
    { length: horizon },
    (_, h) => (level + (h + 1) * trend) * season[(values.length + h) % p]!,
  );
  return { fitted, level, trend, forecast };
}

/** The static method: one line and one set of factors for all of the history. */
export interface Decomposition {
  /** Deseasonalised values (centred moving average), NaN in the half season at both ends. */
  readonly deseasonalised: Float64Array;
  /** Level at time 0 and slope of the line through them, times counted from 1. */
  readonly level: number;
  readonly trend: number;
  /** Factor of each phase, that of the first value first. */
  readonly factors: Float64Array;
}

/**
 * Classical decomposition: centred moving average, a line through it, and for each phase the mean ratio of value to line.
 * Needs p + 2 values at least, so that the moving average gives two points.
 *
 * Source: Chopra & Meindl, Supply Chain Management, chapter 7 (Tahoe Salt); mathematics F.
 */
export function decompose(values: Float64Array, p: number): Decomposition {
  const deseasonalised = centredMovingAverage(values, p);
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  deseasonalised.forEach((y, i) => {
    if (Number.isNaN(y)) return;
    const x = i + 1;
    n++;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  });
  const spread = n * sxx - sx * sx;
  const trend = spread > 0 ? (n * sxy - sx * sy) / spread : 0;
  const level = n > 0 ? (sy - trend * sx) / n : 0;
  const sums = new Float64Array(p);
  const counts = new Float64Array(p);
  values.forEach((y, i) => {
    const line = level + trend * (i + 1);
    if (line === 0) return;
    sums[i % p]! += y / line;
    counts[i % p]!++;
  });
  return { deseasonalised, level, trend, factors: sums.map((sum, j) => (counts[j]! > 0 ? sum / counts[j]! : 1)) };
}
