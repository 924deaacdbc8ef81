import { solveSymmetric } from './leastSquares';

/**
 * Series that add up: bottom series 0 … n−1, and totals, each the sum of some of them (regions, customers, all).
 * Rows of forecasts list the totals first, then the bottom series.
 */
export interface Hierarchy {
  /** Indices of the bottom series in each total. */
  readonly totals: readonly (readonly number[])[];
  /** Number of bottom series. */
  readonly bottom: number;
}

/** Totals then bottom series, from the bottom series alone: sums are exact by construction. */
function sumUp(hierarchy: Hierarchy, bottom: readonly number[]): number[] {
  const totals = hierarchy.totals.map((members) => members.reduce((sum, i) => sum + bottom[i]!, 0));
  return [...totals, ...bottom];
}

/**
 * Bottom-up: the bottom forecasts stand, totals are their sums.
 *
 * @param base one forecast a series, totals first
 * @example reconcileBottomUp({ totals: [[0, 1]], bottom: 2 }, [99, 3, 4]) //=> [7, 3, 4]
 */
export function reconcileBottomUp(hierarchy: Hierarchy, base: readonly number[]): number[] {
  return sumUp(hierarchy, base.slice(hierarchy.totals.length));
}

/**
 * Top-down: the first total, which must hold all bottom series, stands and is shared out by `shares` (scaled to sum 1; equal
 * shares when they sum to zero).
 *
 * @example reconcileTopDown({ totals: [[0, 1]], bottom: 2 }, [8, 3, 1], [3, 1]) //=> [8, 6, 2]
 */
export function reconcileTopDown(hierarchy: Hierarchy, base: readonly number[], shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const bottom = shares.map((share) => base[0]! * (whole > 0 ? share / whole : 1 / shares.length));
  return sumUp(hierarchy, bottom);
}

/**
 * Covariance of forecast errors (series × errors, all of one length), its correlations shrunk towards zero by the share that sampling
 * noise has in them; row by row.
 *
 * Source: Schäfer & Strimmer, A shrinkage approach to large-scale covariance matrix estimation, Statistical Applications in Genetics
 * and Molecular Biology 4 (2005).
 */
export function shrinkCovariance(errors: readonly Float64Array[]): Float64Array {
  const k = errors.length;
  const n = errors[0]?.length ?? 0;
  const scales = errors.map((e) => Math.sqrt(e.reduce((sum, x) => sum + x * x, 0) / Math.max(1, n)) || 1e-9);
  const correlation = new Float64Array(k * k);
  let noise = 0;
  let signal = 0;
  for (let i = 0; i < k; i++) {
    correlation[i * k + i] = 1;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let t = 0; t < n; t++) sum += (errors[i]![t]! * errors[j]![t]!) / (scales[i]! * scales[j]!);
      const r = sum / Math.max(1, n);
      let variance = 0;
      for (let t = 0; t < n; t++) {
        variance += ((errors[i]![t]! * errors[j]![t]!) / (scales[i]! * scales[j]!) - r) ** 2;
      }
      noise += 2 * (variance / Math.max(1, n * (n - 1)));
      signal += 2 * r * r;
      correlation[i * k + j] = correlation[j * k + i] = r;
    }
  }
  const shrink = signal > 0 ? Math.min(1, Math.max(0, noise / signal)) : 1;
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const r = i === j ? 1 : (1 - shrink) * correlation[i * k + j]!;
      correlation[i * k + j] = r * scales[i]! * scales[j]!;
    }
  }
  return correlation;
}

/** Rows that must be zero: total − Σ bottom = 0 for each total, and bottom i = 0 for each one held at zero. */
function constraintsOf(hierarchy: Hierarchy, zeros: readonly number[]): Float64Array[] {
  const size = hierarchy.totals.length + hierarchy.bottom;
  const rows = hierarchy.totals.map((members, a) => {
    const row = new Float64Array(size);
    row[a] = 1;
    for (const i of members) row[hierarchy.totals.length + i] = -1;
    return row;
  });
  for (const i of zeros) {
    const row = new Float64Array(size);
    row[hierarchy.totals.length + i] = 1;
    rows.push(row);
  }
  return rows;
}

/** The point nearest to `base` in the metric of W⁻¹ where every row is zero: base − W C′ (C W C′)⁻¹ C base. */
function project(
  base: readonly number[],
  covariance: Float64Array,
  rows: readonly Float64Array[],
): number[] | undefined {
  const size = base.length;
  const c = rows.length;
  const spread = rows.map((row) => {
    const out = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += covariance[i * size + j]! * row[j]!;
      out[i] = sum;
    }
    return out;
  });
  const normal = new Float64Array(c * c);
  const right = new Float64Array(c);
  for (let a = 0; a < c; a++) {
    for (let i = 0; i < size; i++) right[a]! += rows[a]![i]! * base[i]!;
    for (let b = 0; b < c; b++) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += rows[a]![i]! * spread[b]![i]!;
      normal[a * c + b] = sum;
    }
  }
  if (!solveSymmetric(normal, right, c)) return undefined;
  return base.map((value, i) => {
    let moved = value;
    for (let a = 0; a < c; a++) moved -= spread[a]![i]! * right[a]!;
    return moved;
  });
}

/**
 * Minimum trace reconciliation with shrunk covariance of the errors: every series gives way by as much as its forecast is unsure.
 * With `nonNegative`, bottom series that would fall below zero are held at zero and the rest reconciled again. Sums are exact.
 * Where the covariance cannot be inverted the bottom-up answer stands in.
 *
 * Source: Wickramasuriya, Athanasopoulos & Hyndman, Optimal forecast reconciliation for hierarchical and grouped time series through
 * trace minimization, Journal of the American Statistical Association 114 (2019).
 *
 * @param base one forecast a series, totals first
 * @param errors backtest errors of each series in the same order, all of one length
 */
export function reconcileMinTrace(
  hierarchy: Hierarchy,
  base: readonly number[],
  errors: readonly Float64Array[],
  nonNegative: boolean,
): number[] {
  const covariance = shrinkCovariance(errors);
  const first = hierarchy.totals.length;
  const zeros: number[] = [];
  for (;;) {
    const point = project(base, covariance, constraintsOf(hierarchy, zeros));
    if (!point) return reconcileBottomUp(hierarchy, nonNegative ? base.map((f) => Math.max(0, f)) : base);
    const bottom = point.slice(first).map((f, i) => (zeros.includes(i) ? 0 : f));
    const negative = nonNegative ? [...bottom.keys()].filter((i) => bottom[i]! < 0) : [];
    if (negative.length === 0) return sumUp(hierarchy, bottom);
    zeros.push(...negative);
  }
}
