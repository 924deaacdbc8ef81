/** Fractions closer than this count as equal, so that noise in the last bits never decides who gets a unit. */
const TIE = 1e-9;

/**
 * Rounds shares to whole steps so that they add up to the rounded total: the largest remainder method. Each share is cut down to whole steps;
 * the steps still missing go to the largest remainders, the earliest first among equals.
 *
 * @param shares Exact shares, of any sign; their sum is the total.
 * @param step Rounding unit, above 0.
 * @returns Multiples of `step` whose sum is the total rounded to `step`; none is a whole step or more away from its share.
 * @example roundToTotal([3.4, 3.4, 3.2], 1) //=> [4, 3, 3]
 * @see Hamilton's method of apportionment; mathematics A3
 */
export function roundToTotal(shares: readonly number[], step: number): number[] {
  const scaled = shares.map((share) => share / step);
  const whole = scaled.map((share) => Math.floor(share + TIE));
  const missing = Math.round(sum(scaled)) - sum(whole);
  const order = scaled
    .map((share, index) => ({ index, rank: Math.round(Math.max(0, share - (whole[index] ?? 0)) / TIE) }))
    .sort((left, right) => right.rank - left.rank || left.index - right.index);
  for (const { index } of order.slice(0, Math.max(0, missing))) whole[index] = (whole[index] ?? 0) + 1;
  return whole.map((count) => toSteps(count, step));
}

/**
 * Rounds a series so that its running total never strays more than half a step from the exact one.
 *
 * @param series Exact amounts, in order of time.
 * @param step Rounding unit, above 0.
 * @returns Multiples of `step`; their sum is the sum of the series rounded to `step`.
 * @example roundCumulatively([0.4, 0.4, 0.4, 0.4], 1) //=> [0, 1, 0, 1]
 * @see mathematics A7
 */
export function roundCumulatively(series: readonly number[], step = 1): number[] {
  let exact = 0;
  let given = 0;
  return series.map((amount) => {
    exact += amount / step;
    // 0.5 - 1e-9 becomes 1 as 0.5 does: sums such as ten times 0.05 fall short of the half by noise alone.
    const due = Math.round(exact + TIE);
    const count = due - given;
    given = due;
    return toSteps(count, step);
  });
}

/**
 * The rounding unit of a target: the largest of 1, 0.1, 0.01 … 0.000001 of which the target is a whole multiple, so that its parts can add up to
 * it exactly.
 *
 * @example stepOf(1_200_000) //=> 1
 * @example stepOf(0.35) //=> 0.01
 */
export function stepOf(target: number): number {
  for (let digits = 0; digits < 6; digits += 1) {
    const scaled = target * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) <= 1e-9 * Math.max(1, Math.abs(scaled))) return 1 / 10 ** digits;
  }
  return 1e-6;
}

/** The multiple of `step` nearest to `value`. */
export function roundToStep(value: number, step: number): number {
  return toSteps(Math.round(value / step + TIE), step);
}

/** The sum of the numbers, 0 for none. */
export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** `count × step` without the noise of steps below 1: 3 × 0.1 is 0.3. Never -0. */
function toSteps(count: number, step: number): number {
  const inverse = Math.round(1 / step);
  const value = step < 1 && Math.abs(inverse * step - 1) < TIE ? count / inverse : count * step;
  return value === 0 ? 0 : value;
}
