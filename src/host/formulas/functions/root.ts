const MAX_STEPS = 200;
const PRECISION = 1e-13;

/**
 * A rate at which a function is zero, above −1: Newton's method from the guess, and when that fails, bisection
 * between the nearest change of sign around it.
 * @returns undefined when none is found
 */
export function findRoot(value: (rate: number) => number, guess: number): number | undefined {
  return newton(value, guess) ?? bisect(value, guess);
}

function newton(value: (rate: number) => number, guess: number): number | undefined {
  let rate = guess;
  for (let i = 0; i < MAX_STEPS; i++) {
    const at = value(rate);
    if (at === 0) return rate;
    const step = Math.max(1e-7, Math.abs(rate) * 1e-7);
    const slope = (value(rate + step) - value(rate - step)) / (2 * step);
    const next = rate - at / slope;
    if (!Number.isFinite(next) || next <= -1) return undefined;
    if (Math.abs(next - rate) <= PRECISION * Math.max(1, Math.abs(next))) return next;
    rate = next;
  }
  return undefined;
}

function bisect(value: (rate: number) => number, guess: number): number | undefined {
  const grid = [
    -0.999999, -0.99, -0.9, -0.75, -0.5, -0.3, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 100, 1e4,
  ];
  const brackets = grid
    .slice(1)
    .map((high, i) => ({ low: grid[i] ?? 0, high }))
    .filter(({ low, high }) => value(low) * value(high) <= 0)
    .sort((a, b) => Math.abs(a.low - guess) - Math.abs(b.low - guess));
  const [nearest] = brackets;
  if (!nearest) return undefined;
  let { low, high } = nearest;
  const sign = Math.sign(value(low));
  for (let i = 0; i < 300; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(value(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
