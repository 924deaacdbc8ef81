import type { FittedModel } from './model';
import { minimise } from './nelderMead';

/** Running mean and regression line of the first t values, as the dynamic Theta model needs them at every origin. */
interface RunningLine {
  /** Intercept and slope on times 1, 2 … of the line through the first t values, at index t. */
  readonly intercept: Float64Array;
  readonly slope: Float64Array;
  readonly mean: Float64Array;
}

function runLine(values: Float64Array): RunningLine {
  const n = values.length;
  const intercept = new Float64Array(n + 1);
  const slope = new Float64Array(n + 1);
  const mean = new Float64Array(n + 1);
  if (n > 0) {
    mean[1] = intercept[1] = values[0]!;
  }
  for (let t = 2; t <= n; t++) {
    const y = values[t - 1]!;
    slope[t] = ((t - 2) * slope[t - 1]! + (6 / t) * (y - mean[t - 1]!)) / (t + 1);
    mean[t] = ((t - 1) * mean[t - 1]! + y) / t;
    intercept[t] = mean[t]! - ((t + 1) / 2) * slope[t]!;
  }
  return { intercept, slope, mean };
}

/**
 * The standard Theta method on a series without season: the mean of simple smoothing (theta line 2) and the regression line
 * (theta line 0), that is, simple smoothing with half the slope as drift. 2 or more values; constants from the first `known` of them.
 *
 * Source: Assimakopoulos & Nikolopoulos, The theta model: a decomposition approach to forecasting, International Journal of
 * Forecasting 16 (2000); as smoothing with drift: Hyndman & Billah, Unmasking the Theta method, same journal 19 (2003).
 */
export function fitTheta(values: Float64Array, known = values.length): FittedModel {
  const n = values.length;
  const line = runLine(values);
  const level = new Float64Array(n + 1);
  const point = Float64Array.of(0.4, values[0]!);
  const scale = n > 1 ? Math.abs(values[1]! - values[0]!) || 1 : 1;
  const smooth = (x: Float64Array, length = known): number => {
    const alpha = Math.min(0.99, Math.max(0.01, x[0]!));
    let l = (level[0] = x[1]!);
    let sum = 0;
    for (let t = 0; t < length; t++) {
      const e = values[t]! - l;
      sum += e * e;
      l += alpha * e;
      level[t + 1] = l;
    }
    return known * Math.log(sum + 1e-300);
  };
  minimise((x) => smooth(x), point, { steps: Float64Array.of(0.2, scale), tolerance: 1e-3, maxEvaluations: 120 });
  smooth(point, n);
  const alpha = Math.min(0.99, Math.max(0.01, point[0]!));
  return {
    name: 'Theta',
    length: n,
    firstOrigin: 2,
    parameters: { alpha, drift: line.slope[n]! / 2 },
    forecastFrom: (origin, out) => {
      const drift = line.slope[origin]! / 2;
      const ahead = (1 - (1 - alpha) ** origin) / alpha;
      for (let h = 0; h < out.length; h++) out[h] = level[origin]! + drift * (h + ahead);
    },
  };
}

const ALPHA_LEAST = 0.1;
const ALPHA_MOST = 0.99;
const THETA_LEAST = 1;
const THETA_MOST = 8.5;

const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

/** What the dynamic Theta model estimates; the first level is kept as its distance from the first value. */
export interface DynamicThetaParameters {
  readonly alpha: number;
  readonly theta: number;
  readonly offset: number;
}

/** Levels after each value for given parameters, into `level`; returns the sum of squared one-step errors from the second value on. */
function runDynamicTheta(
  values: Float64Array,
  length: number,
  line: RunningLine,
  parameters: DynamicThetaParameters,
  level: Float64Array,
): number {
  const { alpha, theta, offset } = parameters;
  const share = 1 - 1 / theta;
  let l = (level[0] = values[0]! + offset);
  let power = 1;
  let sum = 0;
  for (let t = 0; t < length; t++) {
    const next = power * (1 - alpha);
    const mu = l + share * (power * line.intercept[t]! + ((1 - next) / alpha) * line.slope[t]!);
    const e = values[t]! - mu;
    if (t > 0) sum += e * e;
    l = alpha * values[t]! + (1 - alpha) * l;
    level[t + 1] = l;
    power = next;
  }
  return sum;
}

/** Parameters of least squared one-step errors over the first `known` values, 2 or more. */
export function estimateDynamicTheta(values: Float64Array, known = values.length): DynamicThetaParameters {
  const line = runLine(values.subarray(0, known));
  const level = new Float64Array(known + 1);
  let scale = 0;
  for (let t = 1; t < known; t++) scale += Math.abs(values[t]! - values[t - 1]!);
  scale = scale > 0 ? scale / (known - 1) : 1;
  const read = (x: Float64Array): DynamicThetaParameters => ({
    offset: scale * x[0]!,
    alpha: clamp(x[1]!, ALPHA_LEAST, ALPHA_MOST),
    theta: clamp(x[2]!, THETA_LEAST, THETA_MOST),
  });
  const point = Float64Array.of(0, 0.5, 2);
  const deviance = (x: Float64Array): number =>
    known * Math.log(runDynamicTheta(values, known, line, read(x), level) + 1e-300);
  minimise(deviance, point, { steps: Float64Array.of(1, -0.2, 1), tolerance: 1e-3, maxEvaluations: 200 });
  return read(point);
}

/** The dynamic Theta model with given parameters. */
export function applyDynamicTheta(values: Float64Array, parameters: DynamicThetaParameters): FittedModel {
  const n = values.length;
  const line = runLine(values);
  const level = new Float64Array(n + 1);
  runDynamicTheta(values, n, line, parameters, level);
  const { alpha, theta } = parameters;
  const share = 1 - 1 / theta;
  return {
    name: 'Dynamic theta',
    length: n,
    firstOrigin: 2,
    parameters: { alpha, theta },
    forecastFrom: (origin, out) => {
      let l = level[origin]!;
      let mean = line.mean[origin]!;
      let slope = line.slope[origin]!;
      let intercept = line.intercept[origin]!;
      let power = (1 - alpha) ** origin;
      for (let h = 0; h < out.length; h++) {
        const t = origin + h + 1;
        const next = power * (1 - alpha);
        const mu = l + share * (power * intercept + ((1 - next) / alpha) * slope);
        out[h] = mu;
        l = alpha * mu + (1 - alpha) * l;
        slope = ((t - 2) * slope + (6 / t) * (mu - mean)) / (t + 1);
        mean = ((t - 1) * mean + mu) / t;
        intercept = mean - ((t + 1) / 2) * slope;
        power = next;
      }
    },
  };
}

/**
 * The dynamic optimised Theta model on a series without season: theta itself, the smoothing constant and the first level by
 * least squared one-step errors, the regression line renewed with each value. 3 or more values; constants from the first `known` of them.
 *
 * Source: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, Models for optimising the theta method and their relationship
 * to state space models, International Journal of Forecasting 32 (2016).
 */
export function fitDynamicTheta(values: Float64Array, known = values.length): FittedModel {
  return applyDynamicTheta(values, estimateDynamicTheta(values, known));
}
