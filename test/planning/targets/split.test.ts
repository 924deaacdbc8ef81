import fc from 'fast-check';
import { bridgeVariance } from '../../../src/planning/targets/bridge';
import { fitMargins } from '../../../src/planning/targets/margins';
import { assignWithUplift, bottomUpGap, splitDown } from '../../../src/planning/targets/organisation';
import { sum } from '../../../src/planning/targets/round';

const positive = fc.double({ min: 0.1, max: 1000, noNaN: true });

test('children with targets keep their proportions, those without share by weight', () => {
  expect(
    splitDown(300, [
      { target: 100, weight: 1 },
      { target: 50, weight: 1 },
    ]),
  ).toEqual({ ok: true, values: [200, 100] });
  expect(splitDown(300, [{ weight: 2 }, { weight: 1 }])).toEqual({ ok: true, values: [200, 100] });
  expect(
    splitDown(300, [
      { target: 0, weight: 0 },
      { target: 0, weight: 0 },
    ]),
  ).toEqual({ ok: true, values: [150, 150] });
});

test('a locked child keeps its target and the others make up the total in whole steps', () => {
  expect(splitDown(100, [{ target: 33, weight: 1, locked: true }, { weight: 1 }, { weight: 1 }], 1)).toEqual({
    ok: true,
    values: [33, 34, 33],
  });
  expect(splitDown(100, [{ target: 133, weight: 1, locked: true }, { weight: 1 }])).toEqual({
    ok: false,
    reason: 'residual-negative',
  });
  expect(splitDown(100, [{ target: 99, weight: 1, locked: true }])).toEqual({ ok: false, reason: 'all-locked' });
});

test('the gap is what commitments lack, and an uplift is handed down in full', () => {
  expect(bottomUpGap(1000, [400, 450])).toBe(150);
  const { assigned, overAssignment } = assignWithUplift(1000, [0.6, 0.4], 0.1);
  expect(assigned.map((value) => value.toFixed(6))).toEqual(['660.000000', '440.000000']);
  expect(overAssignment).toBeCloseTo(1.1, 12);
});

test('a table is fitted to the sums of its rows and columns at once', () => {
  const fitted = fitMargins(
    [
      [1, 1],
      [1, 1],
    ],
    [30, 70],
    [40, 60],
  );
  expect(fitted.ok && fitted.cells).toEqual([
    [12, 18],
    [28, 42],
  ]);
});

test('margins that cannot hold are named', () => {
  expect(fitMargins([[1, 1]], [10], [5, 6])).toEqual({ ok: false, reason: 'totals', index: -1 });
  const blocked = fitMargins(
    [
      [0, 0],
      [1, 1],
    ],
    [5, 5],
    [5, 5],
  );
  expect(blocked).toEqual({ ok: false, reason: 'row', index: 0 });
});

test('any positive seed can be fitted to margins of equal sums, and keeps its cross ratios', () => {
  fc.assert(
    fc.property(
      fc.tuple(positive, positive, positive, positive),
      fc.tuple(positive, positive, positive),
      ([a, b, c, d], [r1, r2, c1]) => {
        const column = Math.min(c1, (r1 + r2) * 0.9);
        const fitted = fitMargins(
          [
            [a, b],
            [c, d],
          ],
          [r1, r2],
          [column, r1 + r2 - column],
        );
        expect(fitted.ok).toBe(true);
        if (!fitted.ok) return;
        const [[p = 0, q = 0] = [], [r = 0, s = 0] = []] = fitted.cells;
        expect(p + q).toBeCloseTo(r1, 5);
        expect(p + r).toBeCloseTo(column, 5);
        expect(Math.log((p * s) / (q * r))).toBeCloseTo(Math.log((a * d) / (b * c)), 4);
      },
    ),
  );
});

test('volume, mix, price and new or lost items add up to the variance with no residual', () => {
  const amount = fc.integer({ min: 0, max: 50 });
  const item = fc.record({
    name: fc.constant('x'),
    planUnits: amount,
    planPrice: amount,
    actualUnits: amount,
    actualPrice: amount,
  });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 8 }), (items) => {
      const bridge = bridgeVariance(items);
      const total = sum(items.map((own) => own.actualUnits * own.actualPrice - own.planUnits * own.planPrice));
      expect(bridge.total).toBeCloseTo(total, 6);
      expect(bridge.volume + bridge.mix + bridge.price + bridge.newAndLost).toBeCloseTo(total, 6);
    }),
  );
});

test('selling more of the cheap item shows as volume up and mix down', () => {
  const bridge = bridgeVariance([
    { name: 'dear', planUnits: 10, planPrice: 100, actualUnits: 10, actualPrice: 100 },
    { name: 'cheap', planUnits: 10, planPrice: 20, actualUnits: 20, actualPrice: 20 },
    { name: 'new', planUnits: 0, planPrice: 0, actualUnits: 3, actualPrice: 10 },
  ]);
  expect(bridge).toEqual({ volume: 600, mix: -400, price: 0, newAndLost: 30, total: 230 });
});
