import { roundToTotal, sum } from './round';

/** Why a total could not be spread; nothing is written then. */
export type PhaseFailure = 'no-weight' | 'all-locked' | 'residual-negative';

export type PhaseResult =
  { readonly ok: true; readonly values: readonly number[] } | { readonly ok: false; readonly reason: PhaseFailure };

export interface PhaseOptions {
  /** Rounding unit, above 0; undefined: no rounding. */
  readonly step?: number;
  /** Values held fast, by period; undefined where the period is free. */
  readonly locks?: readonly (number | undefined)[];
}

/**
 * The weight of each period: seasonal index per working day × working days × growth within the year.
 *
 * @param workingDays Working days of each period.
 * @param season Seasonal index per working day of each period, mean about 1; absent: no season.
 * @param yearlyGrowth Growth over a year as a fraction; it acts by twelfths, period by period.
 * @returns One weight a period, in no particular unit.
 * @example phaseWeights([20, 22], [0.9, 1.1]) //=> [18, 24.2]
 * @see mathematics A1
 */
export function phaseWeights(workingDays: readonly number[], season?: readonly number[], yearlyGrowth = 0): number[] {
  return workingDays.map((days, index) => days * (season?.[index] ?? 1) * (1 + yearlyGrowth) ** (index / 12));
}

/**
 * Spreads a total over periods by weights. Locked periods keep their value and the rest is spread over the others; with a step the values
 * are whole steps and tie out exactly to the total rounded to it.
 *
 * @param total What is spread, of any sign.
 * @param weights One weight a period, 0 or more.
 * @returns The values, one a period; or why they cannot be: all free weights are zero, all periods are locked and do not make the total, or the
 *   locks exceed the total.
 * @example phaseTotal(100, [1, 1, 2], { step: 1, locks: [40] }) //=> { ok: true, values: [40, 20, 40] }
 * @see mathematics A1–A3
 */
export function phaseTotal(total: number, weights: readonly number[], options: PhaseOptions = {}): PhaseResult {
  const locks = weights.map((_, index) => options.locks?.[index]);
  const free = weights.flatMap((_, index) => (locks[index] === undefined ? [index] : []));
  const residual = total - sum(locks.map((lock) => lock ?? 0));
  if (free.length === 0) {
    const tied = Math.abs(residual) <= 1e-9 * Math.max(1, Math.abs(total));
    return tied && weights.length > 0
      ? { ok: true, values: locks.map((lock) => lock ?? 0) }
      : { ok: false, reason: 'all-locked' };
  }
  if (residual * Math.sign(total || 1) < -1e-9 * Math.max(1, Math.abs(total)))
    return { ok: false, reason: 'residual-negative' };
  const freeWeight = sum(free.map((index) => weights[index] ?? 0));
  if (!(freeWeight > 0)) return { ok: false, reason: 'no-weight' };
  const exact = free.map((index) => (residual * (weights[index] ?? 0)) / freeWeight);
  const shares = options.step === undefined ? exact : roundToTotal(exact, options.step);
  const values = locks.map((lock) => lock ?? 0);
  free.forEach((index, place) => (values[index] = shares[place] ?? 0));
  return { ok: true, values };
}
