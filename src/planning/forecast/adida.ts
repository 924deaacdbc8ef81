import type { FittedModel } from './model';

/** Smoothing constants tried: the customary range for intermittent demand; the data are too lumpy to tell finer ones apart. */
const ALPHAS = [0.1, 0.14, 0.18, 0.22, 0.26, 0.3] as const;

/** Level after the last value of simple smoothing with the constant of least squared one-step error. */
function smoothedLevel(values: Float64Array): number {
  const n = values.length;
  if (n === 0) return 0;
  const start = values[0]!;
  let best = Infinity;
  let level = start;
  for (const alpha of ALPHAS) {
    let l = start;
    let squares = 0;
    for (let t = 0; t < n; t++) {
      const e = values[t]! - l;
      squares += e * e;
      l += alpha * e;
    }
    if (squares < best) {
      best = squares;
      level = l;
    }
  }
  return level;
}

/** Sums of the last whole blocks of k values among the first `origin`, oldest first. */
function sumBlocks(values: Float64Array, origin: number, k: number): Float64Array {
  const count = Math.floor(origin / k);
  const sums = new Float64Array(count);
  const from = origin - count * k;
  for (let t = 0; t < count * k; t++) sums[Math.floor(t / k)]! += values[from + t]!;
  return sums;
}

/** Mean interval between demands (the first from the start), rounded, 1 or more: the block length that leaves few zeros. */
function meanInterval(values: Float64Array, origin: number): number {
  let demands = 0;
  let last = 0;
  for (let t = 0; t < origin; t++) {
    if (values[t]! > 0) {
      demands++;
      last = t + 1;
    }
  }
  return demands > 0 ? Math.max(1, Math.round(last / demands)) : 1;
}

/** A flat forecast worked out anew from the values before each origin. */
function flatFrom(name: string, values: Float64Array, rate: (origin: number) => number): FittedModel {
  return {
    name,
    length: values.length,
    firstOrigin: 1,
    parameters: { interval: meanInterval(values, values.length) },
    forecastFrom: (origin, out) => void out.fill(rate(origin)),
  };
}

/**
 * Aggregate–disaggregate: simple smoothing of sums over blocks as long as the mean interval between demands, shared equally.
 *
 * Source: Nikolopoulos, Syntetos, Boylan, Petropoulos & Assimakopoulos, An aggregate–disaggregate intermittent demand approach
 * (ADIDA) to forecasting, Journal of the Operational Research Society 62 (2011).
 */
export function fitAdida(values: Float64Array): FittedModel {
  return flatFrom('ADIDA', values, (origin) => {
    const k = Math.min(meanInterval(values, origin), Math.max(1, origin));
    return smoothedLevel(sumBlocks(values, origin, k)) / k;
  });
}

/**
 * The mean of ADIDA over all block lengths from 1 to the mean interval between demands.
 *
 * Source: Petropoulos & Kourentzes, Forecast combinations for intermittent demand, Journal of the Operational Research Society 66 (2015).
 */
export function fitImapa(values: Float64Array): FittedModel {
  return flatFrom('IMAPA', values, (origin) => {
    const longest = Math.min(meanInterval(values, origin), Math.max(1, origin));
    let sum = 0;
    for (let k = 1; k <= longest; k++) sum += smoothedLevel(sumBlocks(values, origin, k)) / k;
    return sum / longest;
  });
}
