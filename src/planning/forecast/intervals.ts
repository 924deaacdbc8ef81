import type { Calibration } from './calibration';
import { unitOf } from './calibration';
import { normalCdf, normalQuantile, studentRatio } from './normal';

/** Quantiles are 0.3 parts the empirical ones, the rest Student's: few scores know little about tails. */
const EMPIRICAL_SHARE = 0.3;
/** The side that errors lean to is widened by this share of their lean. */
const LEAN_SHARE = 0.25;

/** Multiple of sigma that absolute errors exceed with the probability that a standard normal's absolute value exceeds z. */
function multipleFor({ scores, freedom }: Calibration, z: number): number {
  if (z === 0) return 0;
  let multiple = z;
  if (scores.length > 0) {
    const level = 2 * normalCdf(z) - 1;
    const rank = Math.min(scores.length - 1, Math.ceil(level * (scores.length + 1)) - 1);
    multiple = (1 - EMPIRICAL_SHARE) * z + EMPIRICAL_SHARE * scores[Math.max(0, rank)]!;
  }
  return multiple * studentRatio(z, freedom);
}

/** The standard error to expect at each horizon of a forecast. */
export function errorSizes(mean: ArrayLike<number>, calibration: Calibration): number[] {
  const { sigma, growth, level } = calibration;
  return Array.from(mean, (f, h) => level * sigma * (h + 1) ** growth * unitOf(f, level));
}

/**
 * The error, in units of `errorSizes`, that stands where z stands among standard normal numbers: the one distribution that intervals are
 * cut from and paths are drawn from.
 */
export function errorAt(z: number, calibration: Calibration): number {
  const lean = Math.max(0, Math.sign(z) * calibration.lean);
  return Math.sign(z) * multipleFor(calibration, Math.abs(z)) * (1 + LEAN_SHARE * lean);
}

/**
 * Bounds round point forecasts that hold the actual value with probability `level`; never below `floor`.
 *
 * @param level in (0, 1)
 */
export function boundsAround(
  mean: ArrayLike<number>,
  calibration: Calibration,
  level: number,
  floor: number,
): { lower: number[]; upper: number[] } {
  const z = normalQuantile((1 + level) / 2);
  const below = errorAt(-z, calibration);
  const above = errorAt(z, calibration);
  const sizes = errorSizes(mean, calibration);
  return {
    lower: sizes.map((size, h) => Math.max(floor, mean[h]! + below * size)),
    upper: sizes.map((size, h) => Math.max(floor, mean[h]! + above * size)),
  };
}
