import type { Backtest } from './backtest';
import { visitErrors } from './backtest';

/** What backtest errors say about the errors to come: their size at one step, how it grows, and how far out the tails reach. */
export interface Calibration {
  /** Root mean square of the standardised errors, as a share of the level. */
  readonly sigma: number;
  /** Errors grow like horizon^growth. */
  readonly growth: number;
  /** Absolute standardised errors divided by their root mean square, ascending. */
  readonly scores: Float64Array;
  /** How many independent errors sigma is known from, 2 or more. */
  readonly freedom: number;
  /** Mean absolute level of the history: errors are taken to grow with the square root of the level forecast. */
  readonly level: number;
  /** Mean standardised error ÷ sigma, −1..1: above 0 where the method has been forecasting too low. */
  readonly lean: number;
  /** Correlation of the errors at neighbouring horizons, 0..1. */
  readonly persistence: number;
}

/**
 * Growth to expect before errors have been seen: with a season that of a random walk, without one nearly that of a trend that changes
 * (years, short counts); and how many errors times squared log-horizons of data outweigh it.
 */
const GROWTH_SEASONAL = 0.5;
const GROWTH_PLAIN = 0.9;
const GROWTH_PRIOR = 30;
/** Forecasts below this share of the level count as much: no interval shrinks to nothing where demand does for a while. */
const LEVEL_FLOOR = 0.3;
/** Errors fade from memory over two seasons, or 20 values: those of now are nearest to those to come. */
const MEMORY_SEASONS = 2;
const MEMORY_LEAST = 20;
/** The naive method's steps count as one error of 0.8 times their spread: errors seen so far may have been lucky. */
const PRIOR_ERRORS = 1;
const PRIOR_SHARE = 0.8;
/** Errors of this many neighbouring horizons hang together, at most. */
const OVERLAP = 8;
/** Without a backtest errors are taken to be somewhat larger than the naive method's steps. */
const SHORT_SHARE = 1.1;
const ONE_VALUE_SHARE = 0.5;

function meanLevel(values: Float64Array): number {
  let sum = 0;
  for (const y of values) sum += Math.abs(y);
  return values.length > 0 && sum > 0 ? sum / values.length : 1;
}

/** Standard deviation of the steps of a lag, as a share of the level; round zero where fewer than three are known. */
function stepSpread(values: Float64Array, lag: number, level: number): number {
  const count = values.length - lag;
  let sum = 0;
  let squares = 0;
  for (let t = lag; t < values.length; t++) {
    const step = (values[t]! - values[t - lag]!) / level;
    sum += step;
    squares += step * step;
  }
  const about = count > 2 ? sum ** 2 / count : 0;
  return Math.sqrt(Math.max(0, squares - about) / count);
}

/** Spread of the errors of the better of naive and seasonal naive, one step ahead. */
function naiveSpread(values: Float64Array, season: number, level: number): number {
  const plain = stepSpread(values, 1, level);
  return season > 1 && values.length > season + 2 ? Math.min(plain, stepSpread(values, season, level)) : plain;
}

/**
 * Relative size of errors at a forecast: the square root of forecast over level, between an error of the level and one of the forecast.
 */
export function unitOf(forecast: number, level: number): number {
  return Math.sqrt(Math.max(Math.abs(forecast) / level, LEVEL_FLOOR));
}

/** Weight of an error by the index of the value it was made at: 1 at the last one, fading towards the past. */
function weighByAge(n: number, keep: number): Float64Array {
  const weights = new Float64Array(n).fill(1);
  for (let t = n - 2; t >= 0; t--) weights[t] = weights[t + 1]! * keep;
  return weights;
}

/**
 * Exponent of the growth of errors over the horizon: a weighted regression of log size on log horizon, drawn to what is expected. Errors
 * of h steps share all but one of their shocks with their neighbours, and so count 1 ÷ h.
 */
function fitGrowth(squares: Float64Array, counts: Float64Array, expected: number): number {
  let weight = 0;
  let meanX = 0;
  let meanY = 0;
  const use = (visit: (w: number, x: number, y: number) => void): void => {
    for (let h = 0; h < squares.length; h++) {
      if (counts[h]! >= 2 && squares[h]! > 0) {
        visit(counts[h]! / (h + 1), Math.log(h + 1), 0.5 * Math.log(squares[h]! / counts[h]!));
      }
    }
  };
  use((w, x, y) => {
    weight += w;
    meanX += w * x;
    meanY += w * y;
  });
  if (weight === 0) return expected;
  meanX /= weight;
  meanY /= weight;
  let xx = 0;
  let xy = 0;
  use((w, x, y) => {
    xx += w * (x - meanX) ** 2;
    xy += w * (x - meanX) * (y - meanY);
  });
  return Math.min(1, Math.max(0, (xy + expected * GROWTH_PRIOR) / (xx + GROWTH_PRIOR)));
}

/** The errors of a backtest inside the history, by what they are standardised with. */
interface SeenErrors {
  /** Error as a share of the level, by the unit of its forecast. */
  readonly errors: readonly number[];
  /** 0-based. */
  readonly horizons: readonly number[];
  readonly weights: readonly number[];
  /** Weighted sums by horizon. */
  readonly squares: Float64Array;
  readonly counts: Float64Array;
  /** Origins with an error one step ahead. */
  readonly origins: number;
  readonly persistence: number;
}

function collectErrors(values: Float64Array, backtest: Backtest, level: number, keep: number): SeenErrors {
  const byAge = weighByAge(values.length, keep);
  const errors: number[] = [];
  const horizons: number[] = [];
  const weights: number[] = [];
  const squares = new Float64Array(backtest.horizon);
  const counts = new Float64Array(backtest.horizon);
  let origins = 0;
  let pairs = 0;
  let previousSquares = 0;
  let nextSquares = 0;
  visitErrors(backtest, values, (h, forecast, actual, origin) => {
    const error = (actual - forecast) / level / unitOf(forecast, level);
    const weight = byAge[origin + h]!;
    squares[h]! += weight * error * error;
    counts[h]! += weight;
    if (h === 0) origins++;
    else {
      const previous = errors[errors.length - 1]!;
      pairs += previous * error;
      previousSquares += previous * previous;
      nextSquares += error * error;
    }
    errors.push(error);
    horizons.push(h);
    weights.push(weight);
  });
  const product = Math.sqrt(previousSquares * nextSquares);
  const persistence = product > 0 ? Math.min(0.98, Math.max(0, pairs / product)) : 0.5;
  return { errors, horizons, weights, squares, counts, origins, persistence };
}

/**
 * How many independent errors the origins are worth. Fading weights cap them (Kish's effective sample size), and the more errors grow
 * with the horizon the more shocks their neighbours share: all of them in a random walk, none where errors are noise round a level.
 */
function countIndependent(origins: number, keep: number, horizon: number, growth: number): number {
  const faded = ((1 + keep) / (1 - keep)) * ((1 - keep ** origins) / (1 + keep ** origins));
  const overlap = Math.max(1, (Math.min(horizon, OVERLAP) / 2) * Math.min(1, 2 * growth));
  return Math.max(2, faded / overlap);
}

/**
 * Learns from the errors of a backtest how wide intervals must be. Errors are standardised by the level forecast and by
 * horizon^growth, pooled over horizons, recent ones counting more, and their absolute values kept as conformity scores. Undefined when
 * fewer than two origins have an error.
 *
 * Source: split conformal prediction on rolling-origin residuals (Vovk, Gammerman & Shafer, Algorithmic Learning in a Random World, 2005)
 * with fading weights (Barber, Candès, Ramdas & Tibshirani, Conformal prediction beyond exchangeability, Annals of Statistics 51, 2023);
 * pooling by a growth curve, the priors and mixing with Student's quantile are ours, set on halves of M1, tourism and hospital.
 */
export function calibrate(values: Float64Array, backtest: Backtest, season: number): Calibration | undefined {
  const level = meanLevel(values);
  const keep = 1 - 1 / Math.max(MEMORY_LEAST, MEMORY_SEASONS * season);
  const { errors, horizons, weights, squares, counts, origins, persistence } = collectErrors(
    values,
    backtest,
    level,
    keep,
  );
  if (origins < 2) return undefined;
  const growth = fitGrowth(squares, counts, season > 1 ? GROWTH_SEASONAL : GROWTH_PLAIN);
  const freedom = countIndependent(origins, keep, backtest.horizon, growth);
  const scores = new Float64Array(errors.length);
  let total = 0;
  let sum = 0;
  let sumSquares = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = errors[i]! / (horizons[i]! + 1) ** growth;
    total += weights[i]!;
    sum += weights[i]! * score;
    sumSquares += weights[i]! * score * score;
    scores[i] = Math.abs(score);
  }
  const seen = Math.sqrt(sumSquares / total);
  if (seen > 0) for (let i = 0; i < scores.length; i++) scores[i]! /= seen;
  scores.sort();
  const prior = PRIOR_SHARE * naiveSpread(values, season, level);
  return {
    sigma: Math.sqrt((freedom * seen ** 2 + PRIOR_ERRORS * prior ** 2) / (freedom + PRIOR_ERRORS)),
    growth,
    scores,
    freedom,
    level,
    lean: seen > 0 ? sum / total / seen : 0,
    persistence,
  };
}

/**
 * A calibration for histories too short to backtest: errors as large as 1.1 times the steps of the better of naive and seasonal naive;
 * with one value, half of it.
 */
export function calibrateShort(values: Float64Array, season: number): Calibration {
  const level = meanLevel(values);
  return {
    sigma: values.length > 1 ? SHORT_SHARE * naiveSpread(values, season, level) : ONE_VALUE_SHARE,
    growth: season > 1 ? GROWTH_SEASONAL : GROWTH_PLAIN,
    scores: new Float64Array(0),
    freedom: Math.max(2, values.length - 1),
    level,
    lean: 0,
    persistence: 0.5,
  };
}
