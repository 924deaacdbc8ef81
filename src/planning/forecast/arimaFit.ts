import type { ArimaOrder, LagTerms, Polynomials } from './lagPolynomials';
import { isAdmissible, makeExpansion, multiplyLags } from './lagPolynomials';
import { solveSymmetric } from './leastSquares';
import type { FittedModel } from './model';

export interface ArimaFit extends FittedModel {
  readonly order: ArimaOrder;
  readonly season: number;
  /** Constant first where there is one, then ar, ma, seasonal ar, seasonal ma. */
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  readonly aicc: number;
}

const SHORT = 60;

export interface ArimaOptions {
  /** Coefficients to start from: those of another fit of the same orders. */
  readonly start?: Float64Array;
  /** Estimate from this many first values only; the residuals still run through all of them. All by default. */
  readonly known?: number;
  /** Most Levenberg–Marquardt steps: by default 12 for up to 60 values, else 5, after which a longer history hardly moves. */
  readonly maxIterations?: number;
}

/** 'ARIMA(0,1,1)(0,1,1)[12]', with 'c' for a constant. */
export function nameOfOrder(order: ArimaOrder, m: number): string {
  const { p, d, q, P, D, Q, constant } = order;
  const seasonal = P + D + Q > 0 ? `(${P},${D},${Q})[${m}]` : '';
  return `ARIMA(${p},${d},${q})${seasonal}${constant ? ' c' : ''}`;
}

/** Differences of order d and seasonal order D; the first d + m D values are lost. */
export function difference(values: Float64Array, d: number, D: number, m: number): Float64Array {
  let w = values;
  for (let i = 0; i < D; i++) {
    const next = new Float64Array(Math.max(0, w.length - m));
    for (let t = 0; t < next.length; t++) next[t] = w[t + m]! - w[t]!;
    w = next;
  }
  for (let i = 0; i < d; i++) {
    const next = new Float64Array(Math.max(0, w.length - 1));
    for (let t = 0; t < next.length; t++) next[t] = w[t + 1]! - w[t]!;
    w = next;
  }
  return w;
}

/**
 * Conditional residuals of the differenced values w (deviations before the first value count as zero) into `e`, as many as `e`
 * holds; returns their sum of squares.
 */
function residualsOf(w: Float64Array, model: Polynomials, e: Float64Array): number {
  const { constant } = model;
  const { lags: arLags, weights: arWeights } = model.ar;
  const { lags: maLags, weights: maWeights } = model.ma;
  const nAr = arLags.length;
  const nMa = maLags.length;
  let sum = 0;
  for (let t = 0; t < e.length; t++) {
    let r = w[t]! - constant;
    for (let i = 0; i < nAr; i++) {
      const s = t - arLags[i]!;
      if (s < 0) break;
      r += arWeights[i]! * (w[s]! - constant);
    }
    for (let i = 0; i < nMa; i++) {
      const s = t - maLags[i]!;
      if (s < 0) break;
      r -= maWeights[i]! * e[s]!;
    }
    e[t] = r;
    sum += r * r;
  }
  return sum;
}

/**
 * Coefficients of least conditional sum of squares by Levenberg–Marquardt with numeric derivatives, kept stationary and
 * invertible; moved in place, residuals left in `e`. Returns the sum of squares.
 */
function searchCoefficients(
  w: Float64Array,
  order: ArimaOrder,
  m: number,
  x: Float64Array,
  e: Float64Array,
  maxIterations: number,
): number {
  const k = x.length;
  const n = e.length;
  const expand = makeExpansion(order, m);
  let best = residualsOf(w, expand(x), e);
  if (k === 0) return best;
  const jacobian = Array.from({ length: k }, () => new Float64Array(n));
  const shifted = new Float64Array(n);
  const trial = new Float64Array(k);
  const spread = Math.sqrt(best / n) || 1;
  const normal = new Float64Array(k * k);
  const gradient = new Float64Array(k);
  const system = new Float64Array(k * k);
  const step = new Float64Array(k);
  let damping = 0.01;
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    for (let i = 0; i < k; i++) {
      trial.set(x);
      const h = order.constant && i === 0 ? 1e-4 * spread : 1e-5;
      trial[i]! += h;
      residualsOf(w, expand(trial), shifted);
      const column = jacobian[i]!;
      for (let t = 0; t < n; t++) column[t] = (shifted[t]! - e[t]!) / h;
    }
    for (let i = 0; i < k; i++) {
      for (let j = 0; j <= i; j++) {
        let s = 0;
        for (let t = 0; t < n; t++) s += jacobian[i]![t]! * jacobian[j]![t]!;
        normal[i * k + j] = normal[j * k + i] = s;
      }
      let g = 0;
      for (let t = 0; t < n; t++) g -= jacobian[i]![t]! * e[t]!;
      gradient[i] = g;
    }
    let improved = false;
    for (let attempt = 0; attempt < 5 && !improved; attempt++) {
      system.set(normal);
      step.set(gradient);
      for (let i = 0; i < k; i++) system[i * k + i]! *= 1 + damping;
      if (solveSymmetric(system, step, k)) {
        for (let i = 0; i < k; i++) trial[i] = x[i]! + step[i]!;
        if (isAdmissible(order, trial)) {
          const sum = residualsOf(w, expand(trial), shifted);
          if (sum < best) {
            improved = true;
            const gain = (best - sum) / best;
            best = sum;
            x.set(trial);
            e.set(shifted);
            damping *= 0.2;
            if (gain < 1e-4) return best;
          }
        }
      }
      if (!improved) damping *= 6;
    }
    if (!improved) break;
  }
  return best;
}

/**
 * A seasonal ARIMA model of given orders by conditional sum of squares. The history must be longer than the differences take
 * (d + m D) by 2 at least; coefficients start near 0 or at `start` (of a fit of the same orders), and are estimated from the
 * first `known` values (all by default).
 *
 * Source: Box, Jenkins & Reinsel, Time Series Analysis (1994), chapter 7; information criterion as in Hyndman & Khandakar,
 * Automatic time series forecasting: the forecast package for R, Journal of Statistical Software 27 (2008).
 */
export function fitArima(values: Float64Array, m: number, order: ArimaOrder, options: ArimaOptions = {}): ArimaFit {
  const { start, known = values.length, maxIterations = known <= SHORT ? 12 : 5 } = options;
  const w = difference(values, order.d, order.D, m);
  const k = (order.constant ? 1 : 0) + order.p + order.q + order.P + order.Q;
  const x = new Float64Array(k).fill(0.05);
  if (start && start.length === k) x.set(start);
  else if (order.constant) {
    let mean = 0;
    const length = known - (values.length - w.length);
    for (let t = 0; t < length; t++) mean += w[t]!;
    x[0] = mean / length;
  }
  const n = known - (values.length - w.length);
  let e = new Float64Array(n);
  const squares = searchCoefficients(w, order, m, x, e, maxIterations);
  if (n < w.length) {
    e = new Float64Array(w.length);
    residualsOf(w, makeExpansion(order, m)(x), e);
  }
  const spare = n - (k + 1) - 1;
  const aicc =
    spare > 0 ? n * Math.log((squares + 1e-300) / n) + 2 * (k + 1) + (2 * (k + 1) * (k + 2)) / spare : Infinity;
  return makeFit(values, m, order, x, e, aicc);
}

/** The fit as a model of the undifferenced values: y(t) = c + Σ a_i y(t−i) + Σ b_j e(t−j). */
function makeFit(
  values: Float64Array,
  m: number,
  order: ArimaOrder,
  x: Float64Array,
  e: Float64Array,
  aicc: number,
): ArimaFit {
  const model = makeExpansion(order, m)(x);
  const n = values.length;
  const lost = n - e.length;
  let full = model.ar;
  const plain = (terms: LagTerms): number[] => {
    const out = new Array<number>(terms.lags.length > 0 ? terms.lags[terms.lags.length - 1]! : 0).fill(0);
    terms.lags.forEach((lag, i) => (out[lag - 1] = terms.weights[i]!));
    return out;
  };
  for (let i = 0; i < order.d; i++) full = multiplyLags(plain(full), [-1], 1);
  for (let i = 0; i < order.D; i++) full = multiplyLags(plain(full), [-1], m);
  const kept = [...full.lags.keys()].filter((i) => full.weights[i] !== 0);
  const lags = Int32Array.from(kept, (i) => full.lags[i]!);
  const weights = Float64Array.from(kept, (i) => -full.weights[i]!);
  let share = 1;
  for (let i = 0; i < model.ar.lags.length; i++) share += model.ar.weights[i]!;
  const constant = model.constant * share;
  const { ma } = model;
  return {
    name: nameOfOrder(order, m),
    length: n,
    firstOrigin: Math.max(1, lags.length > 0 ? lags[lags.length - 1]! : 1),
    order,
    season: m,
    coefficients: x,
    residuals: e,
    aicc,
    parameters: nameCoefficients(order, x),
    forecastFrom: (origin, out) => {
      for (let h = 0; h < out.length; h++) {
        const t = origin + h;
        let y = constant;
        for (let i = 0; i < lags.length; i++) {
          const s = t - lags[i]!;
          if (s >= 0) y += weights[i]! * (s >= origin ? out[s - origin]! : values[s]!);
        }
        for (let i = 0; i < ma.lags.length; i++) {
          const s = t - ma.lags[i]!;
          if (s < origin && s >= lost) y += ma.weights[i]! * e[s - lost]!;
        }
        out[h] = y;
      }
    },
  };
}

function nameCoefficients(order: ArimaOrder, x: Float64Array): Record<string, number> {
  const names: string[] = order.constant ? ['constant'] : [];
  const add = (name: string, count: number): void => {
    for (let i = 1; i <= count; i++) names.push(`${name}${i}`);
  };
  add('ar', order.p);
  add('ma', order.q);
  add('sar', order.P);
  add('sma', order.Q);
  return Object.fromEntries(names.map((name, i) => [name, x[i]!]));
}

/**
 * A series of the history's length passed through the model's difference and noise filters, without its constant: what generalised least
 * squares regresses on.
 */
export function filterByArima(fit: ArimaFit, series: Float64Array): Float64Array {
  const w = difference(series, fit.order.d, fit.order.D, fit.season);
  const e = new Float64Array(w.length);
  residualsOf(w, { ...makeExpansion(fit.order, fit.season)(fit.coefficients), constant: 0 }, e);
  return e;
}
