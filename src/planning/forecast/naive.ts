import type { FittedModel } from './model';

/**
 * The last value, for ever: `F(t+h) = y(t)`.
 *
 * @example forecastAhead(fitNaive(Float64Array.of(3, 5)), 2) //=> [5, 5]
 */
export function fitNaive(history: Float64Array): FittedModel {
  return {
    name: 'Naive',
    length: history.length,
    firstOrigin: 1,
    parameters: {},
    forecastFrom: (origin, out) => void out.fill(history[origin - 1]!),
  };
}

/**
 * The value of one season before: `F(t+h) = y(t+h−m)`, repeated over the horizon; `season` m ≤ length of the history.
 *
 * @example forecastAhead(fitSeasonalNaive(Float64Array.of(1, 2, 3, 4), 2), 3) //=> [3, 4, 3]
 */
export function fitSeasonalNaive(history: Float64Array, season: number): FittedModel {
  return {
    name: season > 1 ? `Seasonal naive[${season}]` : 'Naive',
    length: history.length,
    firstOrigin: season,
    parameters: {},
    forecastFrom: (origin, out) => {
      for (let h = 0; h < out.length; h++) out[h] = history[origin - season + (h % season)]!;
    },
  };
}

/**
 * The line through the first and the last value: `F(t+h) = y(t) + h (y(t) − y(1)) ÷ (t − 1)`.
 *
 * @example forecastAhead(fitDrift(Float64Array.of(1, 9, 5)), 2) //=> [7, 9]
 */
export function fitDrift(history: Float64Array): FittedModel {
  return {
    name: 'Drift',
    length: history.length,
    firstOrigin: 2,
    parameters: {},
    forecastFrom: (origin, out) => {
      const last = history[origin - 1]!;
      const slope = (last - history[0]!) / (origin - 1);
      for (let h = 0; h < out.length; h++) out[h] = last + (h + 1) * slope;
    },
  };
}

/**
 * The mean of all values so far.
 *
 * @example forecastAhead(fitMean(Float64Array.of(2, 4)), 1) //=> [3]
 */
export function fitMean(history: Float64Array): FittedModel {
  const sums = new Float64Array(history.length + 1);
  for (let t = 0; t < history.length; t++) sums[t + 1] = sums[t]! + history[t]!;
  return {
    name: 'Mean',
    length: history.length,
    firstOrigin: 1,
    parameters: {},
    forecastFrom: (origin, out) => void out.fill(sums[origin]! / origin),
  };
}
