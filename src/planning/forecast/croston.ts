import type { FittedModel } from './model';

/** Smoothing constants of intermittent methods, 0 < x < 1. */
export interface CrostonOptions {
  /** Of sizes (and, in Croston and SBA, of intervals); 0.1 by default, in TSB 0.3. */
  readonly alpha?: number;
  /** Of the probability of demand in TSB; 0.15 by default. */
  readonly beta?: number;
}

/** Rates known after each number of values: a flat forecast from every origin. */
function flatModel(name: string, rates: Float64Array, parameters: Record<string, number>): FittedModel {
  return {
    name,
    length: rates.length - 1,
    firstOrigin: 1,
    parameters,
    forecastFrom: (origin, out) => void out.fill(rates[origin]!),
  };
}

/** Smoothed size and interval of the demands so far, at each origin; `scale` corrects the ratio. */
function smoothSizesAndIntervals(values: Float64Array, alpha: number, scale: number): Float64Array {
  const rates = new Float64Array(values.length + 1);
  let size = 0;
  let interval = 0;
  let since = 1;
  for (let t = 0; t < values.length; t++) {
    const y = values[t]!;
    if (y > 0) {
      if (interval === 0) {
        size = y;
        interval = since;
      } else {
        size += alpha * (y - size);
        interval += alpha * (since - interval);
      }
      since = 1;
    } else since++;
    rates[t + 1] = interval > 0 ? (scale * size) / interval : 0;
  }
  return rates;
}

/**
 * Croston's method: mean size of demand over the mean interval between demands, both smoothed when demand occurs. Zero before the
 * first demand; values 0 or more.
 *
 * Source: Croston, Forecasting and stock control for intermittent demands, Operational Research Quarterly 23 (1972).
 *
 * @example forecastAhead(fitCroston(Float64Array.of(0, 6, 0, 6)), 1) //=> [3]
 */
export function fitCroston(values: Float64Array, options: CrostonOptions = {}): FittedModel {
  const alpha = options.alpha ?? 0.1;
  return flatModel('Croston', smoothSizesAndIntervals(values, alpha, 1), { alpha });
}

/**
 * Croston's method without its bias: `(1 − α ÷ 2)` times its ratio.
 *
 * Source: Syntetos & Boylan, The accuracy of intermittent demand estimates, International Journal of Forecasting 21 (2005).
 *
 * @example forecastAhead(fitSba(Float64Array.of(0, 6, 0, 6), { alpha: 0.1 }), 1) //=> [2.85]
 */
export function fitSba(values: Float64Array, options: CrostonOptions = {}): FittedModel {
  const alpha = options.alpha ?? 0.1;
  return flatModel('SBA', smoothSizesAndIntervals(values, alpha, 1 - alpha / 2), { alpha });
}

/**
 * Teunter, Syntetos & Babai: the probability of demand is smoothed every period, so that the forecast falls while nothing is sold.
 * Both start from the mean of the history.
 *
 * Source: Teunter, Syntetos & Babai, Intermittent demand: linking forecasting to inventory obsolescence, European Journal of
 * Operational Research 214 (2011).
 */
export function fitTsb(values: Float64Array, options: CrostonOptions = {}): FittedModel {
  const alpha = options.alpha ?? 0.3;
  const beta = options.beta ?? 0.15;
  const rates = new Float64Array(values.length + 1);
  let size = 0;
  let probability = 0;
  let seen = 0;
  for (let t = 0; t < values.length; t++) {
    const y = values[t]!;
    if (y > 0) {
      size = seen === 0 ? y : size + alpha * (y - size);
      seen++;
    }
    // Until 1 ÷ beta values are known their plain mean is the better estimate.
    const gain = Math.max(beta, 1 / (t + 1));
    probability += gain * ((y > 0 ? 1 : 0) - probability);
    rates[t + 1] = probability * size;
  }
  return flatModel('TSB', rates, { alpha, beta });
}
