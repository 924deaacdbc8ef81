import type { ArimaFit } from './arimaFit';
import { difference, fitArima } from './arimaFit';
import type { ArimaOrder } from './lagPolynomials';
import { centredMovingAverage, seasonalIndices } from './seasonality';

/**
 * KPSS statistic of level stationarity with a Bartlett window of 3 √n ÷ 13 lags.
 *
 * Source: Kwiatkowski, Phillips, Schmidt & Shin, Journal of Econometrics 54 (1992).
 */
export function kpssStatistic(values: Float64Array): number {
  const n = values.length;
  let mean = 0;
  for (let t = 0; t < n; t++) mean += values[t]!;
  mean /= n;
  let partial = 0;
  let squares = 0;
  let variance = 0;
  for (let t = 0; t < n; t++) {
    const r = values[t]! - mean;
    partial += r;
    squares += partial * partial;
    variance += r * r;
  }
  const lags = Math.floor((3 * Math.sqrt(n)) / 13);
  for (let k = 1; k <= lags; k++) {
    let covariance = 0;
    for (let t = k; t < n; t++) covariance += (values[t]! - mean) * (values[t - k]! - mean);
    variance += 2 * (1 - k / (lags + 1)) * covariance;
  }
  return variance > 0 ? squares / (n * variance) : 0;
}

/** 5 % critical value of the KPSS test of a level. */
const KPSS_CRITICAL = 0.463;

/**
 * Strength of the season, 0..1: one less the share of the residual variance in that of season and residual together,
 * by classical decomposition. 0 with fewer than two seasons.
 *
 * Source: Wang, Smith & Hyndman, Data Mining and Knowledge Discovery 13 (2006); Hyndman & Athanasopoulos, FPP3, 4.3.
 */
export function seasonalStrength(values: Float64Array, m: number): number {
  if (m < 2 || values.length < 2 * m + 2) return 0;
  const trend = centredMovingAverage(values, m);
  const indices = seasonalIndices(values, m, 'additive');
  let both = 0;
  let bothSquares = 0;
  let rest = 0;
  let restSquares = 0;
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(trend[t]!)) continue;
    const detrended = values[t]! - trend[t]!;
    const remainder = detrended - indices[t % m]!;
    both += detrended;
    bothSquares += detrended ** 2;
    rest += remainder;
    restSquares += remainder ** 2;
    count++;
  }
  const whole = bothSquares - both ** 2 / count;
  const noise = restSquares - rest ** 2 / count;
  return whole > 0 ? Math.max(0, 1 - noise / whole) : 0;
}

/** Strength from which a series is differenced by its season (auto.arima's 0.64). */
const DIFFERENCE_STRENGTH = 0.64;

function chooseDifferences(values: Float64Array, m: number): { d: number; D: number } {
  const D = m > 1 && values.length >= 2 * m + 6 && seasonalStrength(values, m) > DIFFERENCE_STRENGTH ? 1 : 0;
  let w = difference(values, 0, D, m);
  let d = 0;
  while (d < 2 && w.length > 6 && kpssStatistic(w) > KPSS_CRITICAL) {
    d++;
    w = difference(w, 1, 0, 1);
  }
  return { d, D };
}

interface Bounds {
  readonly maxOrder: number;
  readonly maxSeasonal: number;
  readonly allowConstant: boolean;
}

const keyOf = (o: ArimaOrder): string => `${o.p},${o.q},${o.P},${o.Q},${o.constant ? 1 : 0}`;

function isWithin(order: ArimaOrder, bounds: Bounds): boolean {
  const { p, q, P, Q, constant } = order;
  return (
    Math.min(p, q, P, Q) >= 0 &&
    Math.max(p, q) <= bounds.maxOrder &&
    p + q <= 4 &&
    Math.max(P, Q) <= bounds.maxSeasonal &&
    (!constant || bounds.allowConstant)
  );
}

/** The neighbours of an order in the stepwise search: one order up or down, both at once, the constant on or off. */
function neighbours(o: ArimaOrder): ArimaOrder[] {
  return [
    { ...o, P: o.P - 1 },
    { ...o, Q: o.Q - 1 },
    { ...o, P: o.P + 1 },
    { ...o, Q: o.Q + 1 },
    { ...o, p: o.p - 1 },
    { ...o, q: o.q - 1 },
    { ...o, p: o.p + 1 },
    { ...o, q: o.q + 1 },
    { ...o, p: o.p - 1, q: o.q - 1 },
    { ...o, p: o.p + 1, q: o.q + 1 },
    { ...o, constant: !o.constant },
  ];
}

const MAX_MODELS = 24;
/** Above this many values an attempt costs much and orders matter less. */
const LONG = 300;
const LONG_MODELS = 12;

/**
 * A light automatic seasonal ARIMA: differences by the strength of the season and the KPSS test, orders by a stepwise search on
 * AICc from (2,d,2)(1,D,1), (0,d,0), (1,d,0)(1,D,0) and (0,d,1)(0,D,1), at most 24 models (12 above 300 values).
 *
 * Source: Hyndman & Khandakar, Journal of Statistical Software 27 (2008).
 */
export function searchArima(
  values: Float64Array,
  season: number,
  maxModels = values.length > LONG ? LONG_MODELS : MAX_MODELS,
): ArimaFit[] {
  const m = Math.max(1, season);
  const { d, D } = chooseDifferences(values, m);
  const seasonal = m > 1 && values.length >= 2 * m + 6;
  const bounds: Bounds = {
    maxOrder: values.length < 20 ? 1 : 3,
    maxSeasonal: seasonal ? 1 : 0,
    allowConstant: d + D <= 1,
  };
  const constant = bounds.allowConstant;
  const one = seasonal ? 1 : 0;
  const starts: ArimaOrder[] = [
    { p: 0, d, q: 1, P: 0, D, Q: one, constant },
    { p: 1, d, q: 0, P: one, D, Q: 0, constant },
    { p: 2, d, q: 2, P: 0, D, Q: one, constant },
    { p: 0, d, q: 0, P: 0, D, Q: 0, constant },
  ];
  const tried = new Set<string>();
  const fits: ArimaFit[] = [];
  let best: ArimaFit | undefined;
  const attempt = (order: ArimaOrder): boolean => {
    if (!isWithin(order, bounds) || tried.has(keyOf(order)) || tried.size >= maxModels) return false;
    tried.add(keyOf(order));
    const fit = fitArima(values, m, order);
    if (Number.isFinite(fit.aicc)) fits.push(fit);
    if (fit.aicc >= (best?.aicc ?? Infinity)) return false;
    best = fit;
    return true;
  };
  starts.forEach(attempt);
  for (let moved = true; moved && best;) moved = neighbours(best.order).some(attempt);
  return fits.length > 0
    ? fits
    : [fitArima(values, m, { p: 0, d: Math.min(d, 1), q: 0, P: 0, D: 0, Q: 0, constant: false })];
}

/** The ARIMA model of least AICc found by `searchArima`. */
export function chooseArima(values: Float64Array, season: number): ArimaFit {
  return searchArima(values, season).reduce((best, fit) => (fit.aicc < best.aicc ? fit : best));
}
