/** Where to search: `start` is both the start and, afterwards, the place of the minimum found. */
export interface SearchOptions {
  /** Length of the first step along each axis; same length as the point. */
  readonly steps: Float64Array;
  /** Stop when best and worst corner differ by no more than this, in units of the objective. */
  readonly tolerance: number;
  readonly maxEvaluations: number;
}

const corners = new Map<
  number,
  { points: Float64Array[]; values: Float64Array; trial: Float64Array; centre: Float64Array }
>();

/** Scratch space of a dimension, made once: the search runs thousands of times in a sheet. */
function scratchOf(dimension: number) {
  let scratch = corners.get(dimension);
  if (!scratch) {
    scratch = {
      points: Array.from({ length: dimension + 1 }, () => new Float64Array(dimension)),
      values: new Float64Array(dimension + 1),
      trial: new Float64Array(dimension),
      centre: new Float64Array(dimension),
    };
    corners.set(dimension, scratch);
  }
  return scratch;
}

/**
 * The least value of `objective` near `point`, which is moved there; the objective must not keep the array it is given,
 * nor start a search of the same dimension itself. A value that is not a number counts as infinitely bad.
 *
 * Source: Nelder & Mead, A simplex method for function minimization, The Computer Journal 7 (1965).
 *
 * @example
 * const at = Float64Array.of(0, 0);
 * minimise((x) => (x[0]! - 1) ** 2 + (x[1]! + 2) ** 2, at, { steps: Float64Array.of(1, 1), tolerance: 1e-12, maxEvaluations: 400 });
 * //=> close to 0, and at is close to [1, -2]
 */
export function minimise(objective: (x: Float64Array) => number, point: Float64Array, options: SearchOptions): number {
  const dimension = point.length;
  const value = (x: Float64Array): number => {
    const f = objective(x);
    return Number.isNaN(f) ? Infinity : f;
  };
  if (dimension === 0) return value(point);
  const { points, values, trial, centre } = scratchOf(dimension);
  for (let i = 0; i <= dimension; i++) {
    const corner = points[i]!;
    corner.set(point);
    if (i > 0) corner[i - 1]! += options.steps[i - 1]!;
    values[i] = value(corner);
  }
  let evaluations = dimension + 1;
  let best = 0;
  for (;;) {
    let worst = 0;
    let second = 0;
    best = 0;
    for (let i = 1; i <= dimension; i++) {
      if (values[i]! < values[best]!) best = i;
      if (values[i]! > values[worst]!) worst = i;
    }
    second = best;
    for (let i = 0; i <= dimension; i++) if (i !== worst && values[i]! > values[second]!) second = i;
    if (values[worst]! - values[best]! <= options.tolerance || evaluations >= options.maxEvaluations) break;

    centre.fill(0);
    for (let i = 0; i <= dimension; i++)
      if (i !== worst) for (let d = 0; d < dimension; d++) centre[d]! += points[i]![d]!;
    for (let d = 0; d < dimension; d++) centre[d]! /= dimension;
    const away = (factor: number): number => {
      for (let d = 0; d < dimension; d++) trial[d] = centre[d]! + factor * (points[worst]![d]! - centre[d]!);
      evaluations++;
      return value(trial);
    };
    const replaceWorst = (f: number): void => {
      points[worst]!.set(trial);
      values[worst] = f;
    };
    const reflected = away(-1);
    if (reflected < values[best]!) {
      const kept = Float64Array.from(trial);
      const expanded = away(-2);
      if (expanded >= reflected) trial.set(kept);
      replaceWorst(Math.min(expanded, reflected));
      continue;
    }
    if (reflected < values[second]!) {
      replaceWorst(reflected);
      continue;
    }
    const outside = reflected < values[worst]!;
    const contracted = away(outside ? -0.5 : 0.5);
    if (contracted < Math.min(reflected, values[worst]!)) {
      replaceWorst(contracted);
      continue;
    }
    for (let i = 0; i <= dimension; i++) {
      if (i === best) continue;
      for (let d = 0; d < dimension; d++)
        points[i]![d] = points[best]![d]! + 0.5 * (points[i]![d]! - points[best]![d]!);
      values[i] = value(points[i]!);
      evaluations++;
    }
  }
  point.set(points[best]!);
  return values[best]!;
}
