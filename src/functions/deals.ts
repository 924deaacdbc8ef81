import { chanceOfReaching, distributeBets } from '../planning/pipeline/distribution';
import type { Bet } from '../planning/pipeline/distribution';
import { FunctionError } from './errors';
import type { Spill } from './ranges';
import { isOmitted, readAll, readNumber, readNumbers, toCells } from './ranges';

/** Deals from two ranges side by side; a row without an amount or a probability is no deal. Probabilities above 1 are percentages. */
function readDeals(amounts: unknown, probabilities: unknown): Bet[] {
  const money = readAll(amounts);
  const chances = readAll(probabilities);
  if (money.length !== chances.length) throw new FunctionError('#VALUE!', 'function.error.deals-length');
  return money.flatMap((amount, i) => {
    const chance = chances[i]!;
    if (Number.isNaN(amount) || Number.isNaN(chance)) return [];
    const probability = chance > 1 ? chance / 100 : chance;
    if (probability < 0 || probability > 1) throw new FunctionError('#VALUE!', 'function.error.not-a-probability');
    return [{ amount, probability }];
  });
}

/** Σ amount × probability. */
export function weightedValue(amounts: unknown, probabilities: unknown): number {
  return readDeals(amounts, probabilities).reduce((sum, { amount, probability }) => sum + amount * probability, 0);
}

/** Probability that the deals won together reach the target, each won or lost on its own. */
export function chanceValue(amounts: unknown, probabilities: unknown, target: unknown): number {
  const deals = readDeals(amounts, probabilities);
  if (deals.some(({ amount }) => amount < 0))
    throw new FunctionError('#VALUE!', 'function.error.negative', { name: 'amounts' });
  const wanted = readNumber(target, 'target');
  return wanted <= 0 ? 1 : chanceOfReaching(distributeBets(deals), wanted);
}

/** Open pipeline over what is left to win. */
export function coverageValue(pipeline: unknown, target: unknown, won: unknown): number {
  const open = readNumbers(pipeline).reduce((sum, amount) => sum + amount, 0);
  const left = readNumber(target, 'target') - readNumber(won, 'won', 0);
  if (!(left > 0)) throw new FunctionError('#N/A', 'function.error.nothing-left');
  return open / left;
}

/** Productivity of one month of age: linear over `months` to 1, or by a profile whose last weight holds on. */
function rampAt(age: number, ramp: number | readonly number[]): number {
  if (age < 0) return 0;
  if (typeof ramp === 'number') return ramp > 0 ? Math.min(1, age / ramp) : 1;
  return ramp[Math.min(ramp.length - 1, Math.floor(age))]!;
}

/** Productivity (0..1) by months since hiring; a range of months gives a range. */
export function rampCells(months: unknown, ramp: unknown): Spill {
  const profile = readNumbers(ramp);
  const shape = isOmitted(ramp) || profile.length === 0 ? 0 : profile.length === 1 ? profile[0]! : profile;
  if (typeof shape === 'number' && shape < 0)
    throw new FunctionError('#VALUE!', 'function.error.negative', { name: 'ramp' });
  return toCells(months).map((row) => row.map((age) => (typeof age === 'number' ? rampAt(age, shape) : '')));
}
