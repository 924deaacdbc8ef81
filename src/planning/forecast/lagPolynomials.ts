/** Orders of a seasonal ARIMA model (p,d,q)(P,D,Q) of season m, with or without a constant. */
export interface ArimaOrder {
  readonly p: number;
  readonly d: number;
  readonly q: number;
  readonly P: number;
  readonly D: number;
  readonly Q: number;
  readonly constant: boolean;
}

/** A polynomial in the lag operator by its non-zero terms beyond lag 0, whose coefficient is 1. */
export interface LagTerms {
  readonly lags: Int32Array;
  readonly weights: Float64Array;
}

/** (1 + Σ a_i L^i)(1 + Σ b_j L^{jm}) by its terms; signs are the caller's. */
export function multiplyLags(a: readonly number[], b: readonly number[], m: number): LagTerms {
  const terms = new Map<number, number>();
  const one = [1, ...a];
  const two = [1, ...b];
  one.forEach((x, i) => {
    two.forEach((y, j) => {
      const lag = i + j * m;
      if (lag > 0) terms.set(lag, (terms.get(lag) ?? 0) + x * y);
    });
  });
  const lags = [...terms.keys()].sort((x, y) => x - y);
  return { lags: Int32Array.from(lags), weights: Float64Array.from(lags, (lag) => terms.get(lag)!) };
}

/** Both sides of the model for given coefficients, and the constant. */
export interface Polynomials {
  constant: number;
  /** 1 − Σ φ …: weights are those of the left side. */
  readonly ar: LagTerms;
  readonly ma: LagTerms;
}

/** Where the lags of a product of two polynomials (orders a and b, the second in steps of m) come from: pairs of places, 0 for the one. */
function layOutLags(a: number, b: number, m: number): { lags: Int32Array; slots: Int32Array } {
  const lags = new Set<number>();
  for (let i = 0; i <= a; i++) for (let j = 0; j <= b; j++) if (i + j * m > 0) lags.add(i + j * m);
  const sorted = Int32Array.from([...lags].sort((x, y) => x - y));
  const slots = new Int32Array((a + 1) * (b + 1));
  for (let i = 0; i <= a; i++) for (let j = 0; j <= b; j++) slots[i * (b + 1) + j] = sorted.indexOf(i + j * m);
  return { lags: sorted, slots };
}

/**
 * Makes the expansion of coefficients into polynomials for one order. The result is one and the same object each time, filled anew: the
 * search expands thousands of times.
 */
export function makeExpansion(order: ArimaOrder, m: number): (x: Float64Array) => Polynomials {
  const { p, q, P, Q } = order;
  const first = order.constant ? 1 : 0;
  const left = layOutLags(p, P, m);
  const right = layOutLags(q, Q, m);
  const model: Polynomials = {
    constant: 0,
    ar: { lags: left.lags, weights: new Float64Array(left.lags.length) },
    ma: { lags: right.lags, weights: new Float64Array(right.lags.length) },
  };
  const fill = (
    weights: Float64Array,
    slots: Int32Array,
    x: Float64Array,
    at: number,
    a: number,
    atSeasonal: number,
    b: number,
    sign: number,
  ): void => {
    weights.fill(0);
    for (let i = 0; i <= a; i++) {
      const u = i === 0 ? 1 : sign * x[at + i - 1]!;
      for (let j = 0; j <= b; j++) {
        const slot = slots[i * (b + 1) + j]!;
        if (slot >= 0) weights[slot]! += u * (j === 0 ? 1 : sign * x[atSeasonal + j - 1]!);
      }
    }
  };
  return (x) => {
    model.constant = order.constant ? x[0]! : 0;
    fill(model.ar.weights, left.slots, x, first, p, first + p + q, P, -1);
    fill(model.ma.weights, right.slots, x, first + p, q, first + p + q + P, Q, 1);
    return model;
  };
}

/** Whether all roots of 1 + Σ c_i z^i lie outside the unit circle, by the step-down recursion (Schur–Cohn). */
function isStable(coefficients: readonly number[], limit = 0.999): boolean {
  if (coefficients.length < 2) return !(Math.abs(coefficients[0] ?? 0) >= limit);
  let a = [...coefficients];
  while (a.length > 0) {
    const k = a[a.length - 1]!;
    if (!(Math.abs(k) < limit)) return false;
    const scale = 1 - k * k;
    const last = a.length - 1;
    a = a.slice(0, last).map((c, i) => (c - k * a[last - 1 - i]!) / scale);
  }
  return true;
}

/** Whether the coefficients are of a stationary and invertible model. */
export function isAdmissible(order: ArimaOrder, x: Float64Array): boolean {
  let i = order.constant ? 1 : 0;
  const take = (count: number, sign: number): number[] => Array.from({ length: count }, () => sign * x[i++]!);
  return (
    isStable(take(order.p, -1)) &&
    isStable(take(order.q, 1)) &&
    isStable(take(order.P, -1)) &&
    isStable(take(order.Q, 1))
  );
}
