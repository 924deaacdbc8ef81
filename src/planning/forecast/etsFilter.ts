/** Which exponential smoothing model: error, trend (D: damped) and season, in the taxonomy's letters. */
export interface EtsForm {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'D';
  readonly season: 'N' | 'A' | 'M';
}

/** Smoothing constants of the error-correction form; beta and gamma are those of the state equations (beta = alpha × beta*). */
export interface EtsParameters {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
}

/** The states after each value: `level[t]` and `trend[t]` know t values; `season[t]` is the index that value t will meet. */
export interface EtsStates {
  readonly level: Float64Array;
  readonly trend: Float64Array;
  /** Length n + m; the first m are initial. */
  readonly season: Float64Array;
}

/** Room for the states of n values with season m, all zero. */
export function makeStates(n: number, m: number): EtsStates {
  return { level: new Float64Array(n + 1), trend: new Float64Array(n + 1), season: new Float64Array(n + m) };
}

/** 'ETS(M,Ad,A)' */
export function nameOfForm(form: EtsForm): string {
  return `ETS(${form.error},${form.trend === 'D' ? 'Ad' : form.trend},${form.season})`;
}

/**
 * Runs the model over the values from the initial states (level[0], trend[0], season[0..m−1]), filling in the later states
 * and one-step forecasts, and returns −2 log likelihood up to a constant: n log Σe² + 2 Σ log|r| (r = forecast for
 * multiplicative errors, else 1). Infinity when a multiplicative part meets a level that is not positive.
 *
 * Source: Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing (2008), chapter 5.
 */
export function filterEts(
  values: Float64Array,
  m: number,
  form: EtsForm,
  parameters: EtsParameters,
  states: EtsStates,
  fitted: Float64Array,
): number {
  const { level, trend, season } = states;
  const { alpha, beta, gamma, phi } = parameters;
  const n = values.length;
  const additiveSeason = form.season === 'A';
  const timesSeason = form.season === 'M';
  const relative = form.error === 'M';
  const damping = form.trend === 'D' ? phi : form.trend === 'A' ? 1 : 0;
  let l = level[0]!;
  let b = trend[0]!;
  let squares = 0;
  let logs = 0;
  let product = 1;
  for (let t = 0; t < n; t++) {
    const q = l + damping * b;
    const s = additiveSeason || timesSeason ? season[t]! : 0;
    const mu = additiveSeason ? q + s : timesSeason ? q * s : q;
    const e = values[t]! - mu;
    if (timesSeason && !(q > 1e-12 && s > 1e-12)) return Infinity;
    if (relative) {
      if (!(mu > 1e-12)) return Infinity;
      const r = e / mu;
      squares += r * r;
      product *= mu;
      // The logarithm of a product costs one log for many values; it is taken before the product leaves the range of doubles.
      if (product > 1e150 || product < 1e-150) {
        logs += Math.log(product);
        product = 1;
      }
    } else squares += e * e;
    const share = timesSeason ? e / s : e;
    l = q + alpha * share;
    b = damping * b + beta * share;
    if (additiveSeason) season[t + m] = s + gamma * e;
    else if (timesSeason) season[t + m] = s + (gamma * e) / q;
    level[t + 1] = l;
    trend[t + 1] = b;
    fitted[t] = mu;
  }
  if (!Number.isFinite(squares)) return Infinity;
  return n * Math.log(squares + 1e-300) + 2 * (logs + Math.log(product));
}

/** Point forecasts from the states that know `origin` values, into `out`. */
export function forecastFromStates(
  m: number,
  form: EtsForm,
  phi: number,
  states: EtsStates,
  origin: number,
  out: Float64Array,
): void {
  const b = states.trend[origin]!;
  let level = states.level[origin]!;
  let damp = 1;
  for (let h = 0; h < out.length; h++) {
    if (form.trend === 'A') level += b;
    else if (form.trend === 'D') {
      damp *= phi;
      level += damp * b;
    }
    if (form.season === 'N') out[h] = level;
    else {
      const s = states.season[origin + (h % m)]!;
      out[h] = form.season === 'A' ? level + s : level * s;
    }
  }
}
