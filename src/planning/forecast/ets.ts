import type { EtsForm, EtsParameters, EtsStates } from './etsFilter';
import { filterEts, forecastFromStates, makeStates, nameOfForm } from './etsFilter';
import type { FittedModel } from './model';
import { minimise } from './nelderMead';
import { shrunkIndices } from './seasonalShrinkage';

/** A fitted exponential smoothing model with what the choice among forms needs. */
export interface EtsFit extends FittedModel {
  readonly form: EtsForm;
  readonly season: number;
  readonly smoothing: Readonly<EtsParameters>;
  readonly states: EtsStates;
  /** One-step forecasts of the history. */
  readonly fitted: Float64Array;
  /** −2 log likelihood, up to a constant common to all forms. */
  readonly deviance: number;
  readonly aicc: number;
}

/** How a fit may be cut short: a start from earlier constants, and fewer evaluations. */
export interface EtsOptions {
  readonly start?: Readonly<EtsParameters>;
  readonly maxEvaluations?: number;
  /** Estimate from this many first values only; the states still run through all of them. All by default. */
  readonly known?: number;
}

const LEAST = 1e-4;
const MOST = 0.9999;
const PHI_LEAST = 0.8;
const PHI_MOST = 0.98;
/** Long histories get fewer evaluations of the likelihood: this many values may be filtered, but the search must get somewhere. */
const BUDGET = 100_000;
const LEAST_EVALUATIONS = 80;
/** Seasons that the initial indices are taken from: enough to average, few enough to be of the beginning. */
const START_SEASONS = 4;

/** Level, slope and seasonal indices before the first value, by decomposition and a line through the first values. */
function setInitialStates(values: Float64Array, m: number, form: EtsForm, states: EtsStates): void {
  const n = values.length;
  if (form.season !== 'N') {
    const window = values.subarray(0, Math.min(n, START_SEASONS * m));
    const indices = shrunkIndices(window, m, form.season === 'A' ? 'additive' : 'multiplicative');
    // A phase that sold nothing would make a multiplicative index of zero, which no later value could leave.
    for (let j = 0; j < m; j++) states.season[j] = form.season === 'M' ? Math.max(indices[j]!, 0.01) : indices[j]!;
  }
  const count = Math.min(n, Math.max(10, Math.min(2 * m, 24)));
  let sx = 0;
  let sy = 0;
  let sxx = 0;
  let sxy = 0;
  for (let t = 0; t < count; t++) {
    const s = form.season === 'N' ? 0 : states.season[t % m]!;
    const y = form.season === 'A' ? values[t]! - s : form.season === 'M' ? values[t]! / s : values[t]!;
    sx += t + 1;
    sy += y;
    sxx += (t + 1) ** 2;
    sxy += (t + 1) * y;
  }
  const spread = count * sxx - sx * sx;
  const slope = form.trend === 'N' || spread === 0 ? 0 : (count * sxy - sx * sy) / spread;
  states.level[0] = (sy - slope * sx) / count;
  states.trend[0] = slope;
}

const clamp = (x: number, low: number, high: number): number => (x < low ? low : x > high ? high : x);

/** Reads the search point into constants inside their region: 0 < beta < alpha < 1, 0 < gamma < 1 − alpha, 0.8 ≤ phi ≤ 0.98. */
function readPoint(x: Float64Array, form: EtsForm, into: EtsParameters): void {
  let i = 0;
  into.alpha = clamp(x[i++]!, LEAST, MOST);
  into.beta = form.trend === 'N' ? 0 : into.alpha * clamp(x[i++]!, LEAST, MOST);
  into.gamma = form.season === 'N' ? 0 : (1 - into.alpha) * clamp(x[i++]!, LEAST, MOST);
  into.phi = form.trend === 'D' ? clamp(x[i++]!, PHI_LEAST, PHI_MOST) : form.trend === 'A' ? 1 : 0;
}

/** Start point, in the order `readPoint` reads, then level and slope in units of `scale` from their heuristic values. */
function startPoint(
  form: EtsForm,
  start: Readonly<EtsParameters> | undefined,
): { point: Float64Array; steps: Float64Array } {
  const alpha = start?.alpha ?? 0.3;
  const point = [alpha];
  const steps = [alpha > 0.5 ? -0.2 : 0.2];
  if (form.trend !== 'N') {
    const ratio = start ? start.beta / start.alpha : 0.1;
    point.push(ratio);
    steps.push(ratio > 0.5 ? -0.15 : 0.15);
  }
  if (form.season !== 'N') {
    const ratio = start ? start.gamma / (1 - start.alpha) : 0.05;
    point.push(ratio);
    steps.push(ratio > 0.5 ? -0.15 : 0.15);
  }
  if (form.trend === 'D') {
    point.push(start?.phi ?? 0.95);
    steps.push(-0.05);
  }
  point.push(0);
  steps.push(1);
  if (form.trend !== 'N') {
    point.push(0);
    steps.push(0.2);
  }
  return { point: Float64Array.from(point), steps: Float64Array.from(steps) };
}

/** Mean absolute step of the series: the scale on which levels and slopes are searched. */
function stepScale(values: Float64Array): number {
  let sum = 0;
  for (let t = 1; t < values.length; t++) sum += Math.abs(values[t]! - values[t - 1]!);
  return values.length > 1 && sum > 0 ? sum / (values.length - 1) : 1;
}

/**
 * The exponential smoothing model of one form, its constants and its initial level and slope of maximum likelihood.
 * Values must be finite; positive for multiplicative parts. Seasonal forms need two seasons of history.
 *
 * Source: Hyndman, Koehler, Snyder & Grose, A state space framework for automatic forecasting using exponential smoothing
 * methods, International Journal of Forecasting 18 (2002); initial seasonal indices by classical decomposition of the
 * first four seasons.
 *
 * @example fitEts(Float64Array.of(5, 5, 5, 5), 1, { error: 'A', trend: 'N', season: 'N' }) // forecasts 5
 */
export function fitEts(all: Float64Array, season: number, form: EtsForm, options: EtsOptions = {}): EtsFit {
  const values = all.subarray(0, options.known ?? all.length);
  const n = values.length;
  const m = form.season === 'N' ? 1 : season;
  const states = makeStates(all.length, m);
  const fitted = new Float64Array(all.length);
  setInitialStates(values, m, form, states);
  const level0 = states.level[0]!;
  const trend0 = states.trend[0]!;
  const scale = stepScale(values);
  const smoothing: EtsParameters = { alpha: 0, beta: 0, gamma: 0, phi: 0 };
  const { point, steps } = startPoint(form, options.start);
  const levelAt = point.length - (form.trend === 'N' ? 1 : 2);
  const run = (x: Float64Array): number => {
    readPoint(x, form, smoothing);
    states.level[0] = level0 + scale * x[levelAt]!;
    states.trend[0] = form.trend === 'N' ? 0 : trend0 + scale * x[levelAt + 1]!;
    return filterEts(values, m, form, smoothing, states, fitted);
  };
  minimise(run, point, {
    steps,
    tolerance: 0.01,
    maxEvaluations: options.maxEvaluations ?? Math.min(60 * point.length, Math.max(LEAST_EVALUATIONS, BUDGET / n)),
  });
  const deviance = run(point);
  if (all.length > n) filterEts(all, m, form, smoothing, states, fitted);
  const count = point.length + (form.season === 'N' ? 0 : m - 1) + 1;
  const spare = n - count - 1;
  return {
    name: nameOfForm(form),
    length: all.length,
    firstOrigin: 1,
    form,
    season: m,
    smoothing,
    states,
    fitted,
    deviance,
    aicc: spare > 0 ? deviance + 2 * count + (2 * count * (count + 1)) / spare : Infinity,
    parameters: describe(form, smoothing),
    forecastFrom: (origin, out) => forecastFromStates(m, form, smoothing.phi, states, origin, out),
  };
}

function describe(form: EtsForm, { alpha, beta, gamma, phi }: EtsParameters): Record<string, number> {
  return {
    alpha,
    ...(form.trend === 'N' ? {} : { beta }),
    ...(form.season === 'N' ? {} : { gamma }),
    ...(form.trend === 'D' ? { phi } : {}),
  };
}

/** The forms worth trying: all 15 for positive data with a season, without multiplicative parts otherwise. */
export function candidateForms(positive: boolean, seasonal: boolean): EtsForm[] {
  const forms: EtsForm[] = [];
  for (const trend of ['N', 'A', 'D'] as const) {
    for (const season of seasonal ? (['N', 'A', 'M'] as const) : (['N'] as const)) {
      if (season === 'M' && !positive) continue;
      // Additive errors round a multiplicative season are numerically unstable (Hyndman et al. 2008, p. 79).
      if (season !== 'M') forms.push({ error: 'A', trend, season });
      if (positive) forms.push({ error: 'M', trend, season });
    }
  }
  return forms;
}

/**
 * A kind of season whose forms without trend are this much worse by AICc than another kind's is not tried with trends: they would have to
 * make up for it.
 */
const FAR_BEHIND = 40;

/**
 * The candidate forms fitted, those without a finite AICc and those with a kind of season that is far behind left out; simple smoothing
 * alone when none is left.
 */
export function fitCandidates(values: Float64Array, season: number): EtsFit[] {
  let positive = true;
  for (const y of values) if (!(y > 0)) positive = false;
  const forms = candidateForms(positive, season > 1 && values.length >= 2 * season);
  const plain = forms.filter((form) => form.trend === 'N').map((form) => fitEts(values, season, form));
  const leastOf = (fits: readonly EtsFit[]): number => Math.min(...fits.map((fit) => fit.aicc));
  const limit = leastOf(plain) + FAR_BEHIND;
  const trending = forms
    .filter((form) => form.trend !== 'N' && leastOf(plain.filter((fit) => fit.form.season === form.season)) <= limit)
    .map((form) => fitEts(values, season, form));
  const fits = [...plain, ...trending].filter((fit) => Number.isFinite(fit.aicc));
  return fits.length > 0 ? fits : [fitEts(values, 1, { error: 'A', trend: 'N', season: 'N' })];
}

/**
 * The form of least AICc among those admissible for the values, fitted. With fewer values than the smallest model needs,
 * simple smoothing (ETS(A,N,N)) is taken.
 */
export function chooseEts(values: Float64Array, season: number): EtsFit {
  return fitCandidates(values, season).reduce((best, fit) => (fit.aicc < best.aicc ? fit : best));
}
