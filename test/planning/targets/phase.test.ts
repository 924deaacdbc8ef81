import fc from 'fast-check';
import { phaseTotal, phaseWeights } from '../../../src/planning/targets/phase';
import { roundCumulatively, roundToTotal, stepOf, sum } from '../../../src/planning/targets/round';
import { hasCases, readCase } from '../support/cases';

const withCases = hasCases ? test : test.skip;
const amounts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

withCases('a yearly target follows season and working days, in whole thousands (case PHASING)', () => {
  const { input, expected } = readCase<
    { target: number; working_days_IT_2026: number[]; season: number[]; round_to: number },
    { rounded: number[] }
  >('PHASING');
  const weights = phaseWeights(input.working_days_IT_2026, input.season);
  expect(phaseTotal(input.target, weights, { step: input.round_to })).toEqual({ ok: true, values: expected.rounded });
});

test('growth within the year acts by twelfths', () => {
  expect(phaseWeights([1, 1, 1], undefined, 0.12).map((weight) => weight.toFixed(5))).toEqual([
    '1.00000',
    '1.00949',
    '1.01907',
  ]);
});

test('locked periods keep their value and the rest is shared by the others', () => {
  expect(phaseTotal(100, [1, 1, 2], { step: 1, locks: [40] })).toEqual({ ok: true, values: [40, 20, 40] });
  expect(phaseTotal(100, [1, 1], { locks: [40, 60] })).toEqual({ ok: true, values: [40, 60] });
});

test('what cannot be spread is said, not written', () => {
  expect(phaseTotal(100, [1, 1], { locks: [120] })).toEqual({ ok: false, reason: 'residual-negative' });
  expect(phaseTotal(100, [1, 1], { locks: [10, 20] })).toEqual({ ok: false, reason: 'all-locked' });
  expect(phaseTotal(100, [0, 0])).toEqual({ ok: false, reason: 'no-weight' });
  expect(phaseTotal(100, [])).toEqual({ ok: false, reason: 'all-locked' });
});

test('missing units go to the largest remainders, the earliest first among equals', () => {
  expect(roundToTotal([1 / 3, 1 / 3, 1 / 3], 1)).toEqual([1, 0, 0]);
  expect(roundToTotal([0.1, 0.1 + 1e-13, 0.8], 1)).toEqual([0, 0, 1]);
  expect(roundToTotal([-1.5, -1.5], 1)).toEqual([-1, -2]);
});

test('rounded shares tie out exactly and none strays a whole step', () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom(1, 0.01, 1000), (shares, step) => {
      const rounded = roundToTotal(shares, step);
      expect(Math.round(sum(rounded.map((value) => value / step)))).toBe(
        Math.round(sum(shares.map((share) => share / step))),
      );
      rounded.forEach((value, index) =>
        expect(Math.abs(value - (shares[index] ?? 0))).toBeLessThanOrEqual(step * (1 + 1e-6)),
      );
    }),
  );
});

test('a running total rounded day by day never drifts by more than half a step', () => {
  expect(roundCumulatively([0.4, 0.4, 0.4, 0.4])).toEqual([0, 1, 0, 1]);
  fc.assert(
    fc.property(amounts, (series) => {
      let [exact, given] = [0, 0];
      roundCumulatively(series).forEach((value, index) => {
        exact += series[index] ?? 0;
        given += value;
        expect(Math.abs(exact - given)).toBeLessThanOrEqual(0.5 + 1e-6);
      });
    }),
  );
});

test('the rounding step divides the target', () => {
  expect([1_200_000, 1200.5, 0.35, 1234.56, 0].map(stepOf)).toEqual([1, 0.1, 0.01, 0.01, 1]);
  expect(stepOf(1 / 3)).toBe(1e-6);
});
