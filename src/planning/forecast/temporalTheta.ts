import type { FittedModel } from './model';
import { applyDynamicTheta, estimateDynamicTheta, fitDynamicTheta } from './theta';

/** Fewest blocks that a trend can be told from. */
const LEAST_BLOCKS = 4;

/** Means of the last whole blocks of k values before `origin`, oldest first. */
function blockMeans(values: Float64Array, origin: number, k: number): Float64Array {
  const count = Math.floor(origin / k);
  const from = origin - count * k;
  const means = new Float64Array(count);
  for (let t = 0; t < count * k; t++) means[Math.floor(t / k)]! += values[from + t]! / k;
  return means;
}

/**
 * The dynamic Theta model on means of k values (quarters of months): with the noise half averaged out it sees the trend. Its forecasts
 * are laid back on the values by the line from block to block. A series without season; with fewer than four blocks, Theta on the values.
 *
 * Source: temporal aggregation as in Kourentzes, Petropoulos & Trapero, Improving forecasting by estimating time series structural
 * components across multiple frequencies, International Journal of Forecasting 30 (2014), at one level.
 *
 * @param known constants are estimated from this many first values
 */
export function fitTemporalTheta(values: Float64Array, k: number, known = values.length): FittedModel {
  if (k < 2 || known < LEAST_BLOCKS * k) return fitDynamicTheta(values, known);
  const parameters = estimateDynamicTheta(blockMeans(values, known, k));
  return {
    name: `Theta of ${k}`,
    length: values.length,
    firstOrigin: LEAST_BLOCKS * k,
    parameters: { alpha: parameters.alpha, theta: parameters.theta },
    forecastFrom: (origin, out) => {
      const means = blockMeans(values, origin, k);
      const blocks = new Float64Array(Math.ceil(out.length / k) + 1);
      applyDynamicTheta(means, parameters).forecastFrom(means.length, blocks);
      for (let h = 0; h < out.length; h++) {
        const b = Math.floor(h / k);
        const place = ((h % k) + 0.5) / k - 0.5;
        out[h] = blocks[b]! + place * (blocks[b + 1]! - blocks[b]!);
      }
    },
  };
}
