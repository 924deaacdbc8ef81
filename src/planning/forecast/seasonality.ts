export type Composition = 'additive' | 'multiplicative';

/**
 * Centred moving average of length m (2×m when m is even); NaN in the half season at both ends.
 *
 * @example centredMovingAverage(Float64Array.of(1, 2, 3, 4), 3) //=> [NaN, 2, 3, NaN]
 */
export function centredMovingAverage(values: Float64Array, m: number): Float64Array {
  const n = values.length;
  const half = m >> 1;
  const out = new Float64Array(n).fill(NaN);
  if (n <= 2 * half) return out;
  const even = m % 2 === 0;
  let sum = 0;
  for (let t = 0; t < (even ? m : 2 * half + 1); t++) sum += values[t]!;
  for (let t = half; t < n - half; t++) {
    if (even) {
      // `sum` holds values t−half … t+half−1; the outer two count half each.
      out[t] = (sum - 0.5 * values[t - half]! + 0.5 * values[t + half]!) / m;
      sum += values[t + half]! - values[t - half]!;
    } else {
      out[t] = sum / m;
      if (t + half + 1 < n) sum += values[t + half + 1]! - values[t - half]!;
    }
  }
  return out;
}

/**
 * Autocorrelations at lags 1 … `lags` (index 0 is lag 1), with the usual divisor n.
 *
 * @example autocorrelation(Float64Array.of(1, -1, 1, -1), 2) //=> [-0.75, 0.5]
 */
export function autocorrelation(values: Float64Array, lags: number): Float64Array {
  const n = values.length;
  let mean = 0;
  for (let t = 0; t < n; t++) mean += values[t]!;
  mean /= n;
  let c0 = 0;
  for (let t = 0; t < n; t++) c0 += (values[t]! - mean) ** 2;
  const out = new Float64Array(lags);
  if (!(c0 > 0)) return out;
  for (let k = 1; k <= lags; k++) {
    let sum = 0;
    for (let t = k; t < n; t++) sum += (values[t]! - mean) * (values[t - k]! - mean);
    out[k - 1] = sum / c0;
  }
  return out;
}

/**
 * By how many of its standard errors the autocorrelation at lag m stands out, after Bartlett's formula over the lags before it.
 * 0 for fewer than 3 seasons.
 */
export function seasonalEvidence(values: Float64Array, m: number): number {
  const n = values.length;
  if (m < 2 || n < 3 * m) return 0;
  const acf = autocorrelation(values, m);
  let sum = 0;
  for (let k = 0; k < m - 1; k++) sum += acf[k]! ** 2;
  return acf[m - 1]! / Math.sqrt((1 + 2 * sum) / n);
}

/**
 * Whether the autocorrelation at lag m stands out (90 % test of Assimakopoulos & Nikolopoulos 2000, as in M4's Naive2, for positive
 * autocorrelation). False for fewer than 3 seasons.
 */
export function isSeasonal(values: Float64Array, m: number, z = 1.645): boolean {
  return seasonalEvidence(values, m) > z;
}

/**
 * Seasonal indices of the m phases (index t mod m) by classical decomposition: mean deviation from the centred moving
 * average, normalised to sum 0 (additive) or mean 1 (multiplicative; values must be positive for sense).
 * With fewer than two seasons every index is neutral.
 */
export function seasonalIndices(values: Float64Array, m: number, composition: Composition): Float64Array {
  const multiplicative = composition === 'multiplicative';
  const neutral = multiplicative ? 1 : 0;
  const indices = new Float64Array(m).fill(neutral);
  if (values.length < 2 * m) return indices;
  const trend = centredMovingAverage(values, m);
  const sums = new Float64Array(m);
  const counts = new Float64Array(m);
  for (let t = 0; t < values.length; t++) {
    const level = trend[t]!;
    if (Number.isNaN(level) || (multiplicative && !(level > 0))) continue;
    sums[t % m]! += multiplicative ? values[t]! / level : values[t]! - level;
    counts[t % m]!++;
  }
  let total = 0;
  for (let j = 0; j < m; j++) {
    indices[j] = counts[j]! > 0 ? sums[j]! / counts[j]! : neutral;
    total += indices[j]!;
  }
  if (!multiplicative) for (let j = 0; j < m; j++) indices[j]! -= total / m;
  else if (total > 0) for (let j = 0; j < m; j++) indices[j]! *= m / total;
  else indices.fill(1);
  return indices;
}
