import type { Composition } from './seasonality';
import { centredMovingAverage, seasonalIndices } from './seasonality';

/** Variance of the seasonally adjusted values round their centred moving average: the noise that indices are estimated through. */
function adjustedNoise(values: Float64Array, indices: Float64Array, composition: Composition): number {
  const m = indices.length;
  const trend = centredMovingAverage(values, m);
  let squares = 0;
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    const level = trend[t]!;
    if (Number.isNaN(level)) continue;
    if (composition === 'multiplicative' && !(level > 0)) continue;
    const s = indices[t % m]!;
    const r = composition === 'multiplicative' ? values[t]! / level - s : values[t]! - level - s;
    squares += r * r;
    count++;
  }
  return squares / Math.max(1, count - m + 1);
}

/**
 * Seasonal indices drawn towards no season by as much as they look like noise (James–Stein): the less the indices vary
 * compared with how well they are known, the flatter they become. What has no season so gets none without a test.
 *
 * Source: Miller & Williams, Shrinkage estimators of time series seasonal factors and their effect on forecasting accuracy,
 * International Journal of Forecasting 19 (2003).
 */
export function shrunkIndices(values: Float64Array, m: number, composition: Composition): Float64Array {
  const indices = seasonalIndices(values, m, composition);
  const neutral = composition === 'multiplicative' ? 1 : 0;
  let spread = 0;
  for (let j = 0; j < m; j++) spread += (indices[j]! - neutral) ** 2;
  if (!(spread > 0)) return indices;
  const seasons = Math.max(1, (values.length - m) / m);
  const noise = adjustedNoise(values, indices, composition) / seasons;
  const keep = Math.max(0, 1 - (Math.max(1, m - 3) * noise) / spread);
  for (let j = 0; j < m; j++) indices[j] = neutral + keep * (indices[j]! - neutral);
  return indices;
}

/** Harmonics of the smooth part of a long season: enough for a year's rise and fall with a second and third peak. */
const HARMONICS = 3;

/** The first harmonics of the indices, round their neutral value. */
function smoothIndices(indices: Float64Array, neutral: number): Float64Array {
  const m = indices.length;
  const smooth = new Float64Array(m).fill(neutral);
  for (let k = 1; k <= HARMONICS; k++) {
    let cosine = 0;
    let sine = 0;
    for (let j = 0; j < m; j++) {
      const angle = (2 * Math.PI * k * j) / m;
      cosine += (indices[j]! - neutral) * Math.cos(angle);
      sine += (indices[j]! - neutral) * Math.sin(angle);
    }
    for (let j = 0; j < m; j++) {
      const angle = (2 * Math.PI * k * j) / m;
      smooth[j]! += (2 / m) * (cosine * Math.cos(angle) + sine * Math.sin(angle));
    }
  }
  return smooth;
}

/** Deviations beyond this many robust standard deviations are holidays and promotions, which must not bend the smooth curve. */
const OUTLYING = 3;
/** The median of absolute normal errors times this is their standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/** The standard deviation of values round 0 as most of them have it, whatever the few outlying ones do. */
function robustSigma(deviations: Float64Array): number {
  return MAD_TO_SIGMA * deviations.map(Math.abs).sort()[deviations.length >> 1]!;
}

/** The smooth curve through the indices with the outlying phases drawn in to where the others lie. */
function robustlySmooth(indices: Float64Array, neutral: number): Float64Array {
  let smooth = smoothIndices(indices, neutral);
  for (let pass = 0; pass < 2; pass++) {
    const deviations = indices.map((index, j) => index - smooth[j]!);
    const most = OUTLYING * robustSigma(deviations);
    const drawnIn = deviations.map((deviation, j) => smooth[j]! + Math.max(-most, Math.min(most, deviation)));
    smooth = smoothIndices(drawnIn, neutral);
  }
  return smooth;
}

/** A phase's own deviation loses this many variances of the noise over its size: all of it below 1.7 standard errors, a third at three. */
const GARROTE = 3;

/**
 * Indices of a long season (24 phases or more), each known from few values only: a smooth yearly curve (three harmonics), shrunk as a whole by as
 * much as it looks like noise, and the phases' own deviations from it, each shrunk by itself, so that the closed week or the promotion that comes
 * back every year stays while the noise of the others goes.
 * Needs two seasons of history; neutral with less.
 *
 * Source: Breiman, Better subset regression using the nonnegative garrote, Technometrics 37 (1995).
 */
export function longIndices(values: Float64Array, m: number, composition: Composition): Float64Array {
  const indices = seasonalIndices(values, m, composition);
  const neutral = composition === 'multiplicative' ? 1 : 0;
  if (values.length < 2 * m) return indices;
  const smooth = robustlySmooth(indices, neutral);
  const seasons = Math.max(1, (values.length - m) / m);
  const deviations = indices.map((index, j) => index - smooth[j]!);
  const smoothSpread = smooth.reduce((sum, index) => sum + (index - neutral) ** 2, 0);
  // With one value a phase the fit is perfect and says nothing of the noise; the roughness of the deviations does.
  const roughness = seasons < 2 ? robustSigma(deviations) ** 2 : 0;
  const noise = Math.max(adjustedNoise(values, indices, composition) / seasons, roughness);
  const keepSmooth = smoothSpread > 0 ? Math.max(0, 1 - ((2 * HARMONICS - 2) * noise) / smoothSpread) : 0;
  for (let j = 0; j < m; j++) {
    const own = deviations[j]!;
    const keepOwn = own === 0 ? 0 : Math.max(0, 1 - (GARROTE * noise) / own ** 2);
    indices[j] = neutral + keepSmooth * (smooth[j]! - neutral) + keepOwn * own;
    if (composition === 'multiplicative') indices[j] = Math.max(0.02, indices[j]!);
  }
  return indices;
}
