import fc from 'fast-check';
import { chanceOfReaching, distributeBets, quantile, type Bet } from '../../../src/planning/pipeline/distribution';
import { seedFrom, uniformGenerator } from '../../../src/planning/pipeline/random';
import { sum } from '../../../src/planning/targets/round';
import { hasCases, readCase } from '../support/cases';

const withCases = hasCases ? test : test.skip;
const bet = fc.record({
  amount: fc.integer({ min: 0, max: 500_000 }),
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
});

function meanOf(distribution: ReturnType<typeof distributeBets>): number {
  return sum(distribution.totals.map((total, index) => total * (distribution.probabilities[index] ?? 0)));
}

function spreadOf(distribution: ReturnType<typeof distributeBets>): number {
  const mean = meanOf(distribution);
  return Math.sqrt(
    sum(distribution.totals.map((total, index) => (total - mean) ** 2 * (distribution.probabilities[index] ?? 0))),
  );
}

function manyBets(count: number): Bet[] {
  return Array.from({ length: count }, (_, index) => ({
    amount: 1000 + ((index * 7919) % 9973) + index / 1000,
    probability: 0.05 + ((index * 31) % 90) / 100,
  }));
}

withCases('four deals have the distribution worked out by hand (case PIPELINE)', () => {
  const { input, expected } = readCase<
    { deals: [string, number, number][] },
    { weighted: number; sd: number; P_ge_200k: number; P0: number }
  >('PIPELINE');
  const distribution = distributeBets(input.deals.map(([, amount, probability]) => ({ amount, probability })));
  expect(distribution.method).toBe('exact');
  expect(meanOf(distribution)).toBeCloseTo(expected.weighted, 6);
  expect(spreadOf(distribution)).toBeCloseTo(expected.sd, 2);
  expect(chanceOfReaching(distribution, 200_000)).toBeCloseTo(expected.P_ge_200k, 10);
  expect(distribution.probabilities[0]).toBeCloseTo(expected.P0, 12);
});

test('probabilities sum to one and the mean is the weighted sum', () => {
  fc.assert(
    fc.property(fc.array(bet, { maxLength: 14 }), (bets) => {
      const distribution = distributeBets(bets);
      expect(sum(distribution.probabilities)).toBeCloseTo(1, 9);
      expect(meanOf(distribution)).toBeCloseTo(sum(bets.map((own) => own.amount * own.probability)), 3);
      expect(chanceOfReaching(distribution, 0)).toBeCloseTo(1, 9);
      expect(quantile(distribution, 0.1)).toBeLessThanOrEqual(quantile(distribution, 0.9));
    }),
  );
});

test('hundreds of deals go on a grid that keeps mean and spread', () => {
  const bets = manyBets(400);
  const distribution = distributeBets(bets);
  expect(distribution.method).toBe('grid');
  const mean = sum(bets.map((own) => own.amount * own.probability));
  const spread = Math.sqrt(sum(bets.map((own) => own.amount ** 2 * own.probability * (1 - own.probability))));
  expect(meanOf(distribution)).toBeCloseTo(mean, 2);
  expect(Math.abs(spreadOf(distribution) / spread - 1)).toBeLessThan(0.001);
  expect(Math.abs(quantile(distribution, 0.5) / mean - 1)).toBeLessThan(0.01);
});

test('many thousands are simulated, and come out the same every time', () => {
  const bets = manyBets(6000);
  const first = distributeBets(bets);
  expect(first.method).toBe('simulated');
  expect(distributeBets(bets)).toEqual(first);
  const mean = sum(bets.map((own) => own.amount * own.probability));
  expect(Math.abs(meanOf(first) / mean - 1)).toBeLessThan(0.005);
});

test('amounts in round hundreds stay exact however many they are, and agree with the listing', () => {
  const bets = Array.from({ length: 14 }, (_, index) => ({
    amount: 100 * (1 + ((index * 37) % 50)),
    probability: 0.1 + index / 20,
  }));
  const listed = distributeBets(bets);
  const gridded = distributeBets([...bets, { amount: 100, probability: 1e-300 }]);
  expect(gridded.method).toBe('exact');
  for (const level of [0.1, 0.5, 0.9]) expect(quantile(gridded, level)).toBe(quantile(listed, level));
  for (const wanted of [2000, 10_000, 20_000]) {
    expect(chanceOfReaching(gridded, wanted)).toBeCloseTo(chanceOfReaching(listed, wanted), 12);
  }
});

test('nothing to win is a distribution too', () => {
  const distribution = distributeBets([]);
  expect(distribution).toMatchObject({ totals: [0], probabilities: [1] });
  expect(quantile(distribution, 0.9)).toBe(0);
  expect(chanceOfReaching(distribution, 1)).toBe(0);
});

test('the generator is given by its seed and fills the unit interval evenly', () => {
  const draw = (seed: number): number[] => {
    const next = uniformGenerator(seed);
    return Array.from({ length: 10_000 }, () => next());
  };
  expect(draw(42)).toEqual(draw(42));
  expect(draw(42)[0]).not.toBe(draw(43)[0]);
  const tenths = draw(seedFrom([1, 2, 3])).reduce<number[]>((counts, value) => {
    const tenth = Math.floor(value * 10);
    counts[tenth] = (counts[tenth] ?? 0) + 1;
    return counts;
  }, []);
  expect(tenths).toHaveLength(10);
  tenths.forEach((count) => expect(Math.abs(count - 1000)).toBeLessThan(130));
});
