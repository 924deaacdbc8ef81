import fc from 'fast-check';
import { measureCoverage, measureForecast, measureIntervals, scalesOf } from '../../../src/planning/forecast/accuracy';
import { alignByDates, startOfStep } from '../../../src/planning/forecast/align';
import { forecastSeries } from '../../../src/planning/forecast/automatic';
import { designBacktest, runBacktest, visitErrors } from '../../../src/planning/forecast/backtest';
import type { Hierarchy } from '../../../src/planning/forecast/hierarchy';
import { reconcileBottomUp, reconcileMinTrace, reconcileTopDown } from '../../../src/planning/forecast/hierarchy';
import { fitNaive } from '../../../src/planning/forecast/naive';
import { findOutliers } from '../../../src/planning/forecast/outliers';
import { samplePaths } from '../../../src/planning/forecast/paths';
import { longIndices, shrunkIndices } from '../../../src/planning/forecast/seasonalShrinkage';
import { detectSeason } from '../../../src/planning/forecast/seasonDetection';
import { isIntermittent, prepareSeries } from '../../../src/planning/forecast/series';
import { uniformGenerator } from '../../../src/planning/pipeline/random';
import { dayOf } from '../../../src/planning/time/civil';

const noise = (t: number) => ((t * 7919) % 97) / 97 - 0.5;

describe('accuracy', () => {
  it('is measured as the definitions say', () => {
    const measures = measureForecast([2, 2], [1, 3], Float64Array.of(1, 2, 3), 1);
    expect(measures).toMatchObject({ count: 2, mase: 1, rmsse: 1, wmape: 0.5, bias: 0 });
    expect(measures.smape).toBeCloseTo((2 / 3 + 2 / 5) / 2, 12);
  });

  it('has no scale where the history never moves', () => {
    const { mase, rmsse, wmape } = measureForecast([2], [0], Float64Array.of(5, 5, 5), 1);
    expect([mase, rmsse, wmape]).toEqual([undefined, undefined, undefined]);
  });

  it('charges an interval for its width and for what it misses', () => {
    const scales = scalesOf(Float64Array.of(0, 1, 2), 1);
    expect(measureIntervals([0, 0], [4, 4], [2, 5], 0.95, scales)).toBeCloseTo((4 + 4 + 40) / 2, 9);
    expect(measureCoverage([0, 0], [4, 4], [2, 5])).toBe(0.5);
  });
});

describe('the backtest', () => {
  it('forecasts from every origin of the second half with a model of what was known', () => {
    const design = designBacktest(72, 12, 18, 2);
    expect(design.cuts).toEqual([36, 54]);
    const values = Float64Array.from({ length: 72 }, (_, t) => t);
    const known: number[] = [];
    const backtest = runBacktest(design, (cut) => {
      known.push(cut);
      return fitNaive(values);
    });
    expect(known).toEqual([36, 54]);
    let count = 0;
    visitErrors(backtest, values, (h, forecast, actual, origin) => {
      expect(forecast).toBe(origin - 1);
      expect(actual).toBe(origin + h);
      count++;
    });
    expect(count).toBe(18 * 18 + (18 * 19) / 2);
  });

  it('is not held where too little would be left', () => {
    expect(designBacktest(9, 1, 6, 2).cuts).toEqual([]);
    expect(designBacktest(30, 12, 6, 2).cuts).toEqual([]);
  });
});

describe('preparing a series', () => {
  it('drops holes at the start, fills those inside and counts those at the end', () => {
    const series = prepareSeries([NaN, 1, NaN, 3, NaN]);
    expect([...series.values]).toEqual([1, 2, 3]);
    expect(series).toMatchObject({ filled: 1, trailing: 1, positive: true, constant: false });
  });

  it('fills a hole from its own season where it can', () => {
    const history = [10, 50, 10, 50, 10, NaN, 10, 50];
    expect(prepareSeries(history, 2).values[5]).toBe(50);
  });

  it('tells intermittent demand', () => {
    expect(isIntermittent(prepareSeries([0, 3, 0, 0, 2, 0]))).toBe(true);
    expect(isIntermittent(prepareSeries([1, 3, 2, 0, 2, 4]))).toBe(false);
    expect(isIntermittent(prepareSeries([0, -3, 0, 0, 2, 0]))).toBe(false);
  });
});

describe('seasons', () => {
  const monthly = Float64Array.from(
    { length: 60 },
    (_, t) => 100 + t + 30 * Math.sin((2 * Math.PI * t) / 12) + 6 * noise(t),
  );
  const quarterly = Float64Array.from({ length: 40 }, (_, t) => [10, 20, 40, 30][t % 4]! + noise(t));

  it('are found among the usual lengths, not their multiples', () => {
    expect(detectSeason(monthly, [12, 4, 7, 52])).toBe(12);
    expect(detectSeason(quarterly, [12, 4, 7, 52])).toBe(4);
    expect(
      detectSeason(
        Float64Array.from({ length: 60 }, (_, t) => noise(t * t)),
        [12, 4, 7],
      ),
    ).toBe(1);
  });

  it('are flattened where they are only noise, and kept where they are not', () => {
    const flat = shrunkIndices(
      Float64Array.from({ length: 48 }, (_, t) => 100 + 20 * noise(t * t + 3)),
      12,
      'multiplicative',
    );
    expect(Math.max(...flat) - Math.min(...flat)).toBeLessThan(0.06);
    const kept = shrunkIndices(monthly, 12, 'additive');
    expect(Math.max(...kept)).toBeGreaterThan(25);
  });

  it('of a year of weeks keep a lone peak', () => {
    const weeks = Float64Array.from({ length: 208 }, (_, t) => 100 + (t % 52 === 50 ? 100 : 0) + 8 * noise(t));
    const indices = longIndices(weeks, 52, 'multiplicative');
    expect(indices[50]!).toBeGreaterThan(1.7);
    expect(Math.abs(indices[20]! - 1)).toBeLessThan(0.1);
  });

  it('of two years of weeks keep closed weeks, which bend the curve of the others no more than promotions do', () => {
    const special: Readonly<Record<number, number>> = { 32: 0.3, 33: 0.3, 50: 1.9, 51: 0.4 };
    const weeks = Float64Array.from(
      { length: 108 },
      (_, t) =>
        500 * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 52)) * (special[t % 52] ?? 1) * (1 + 0.05 * noise(t * t + t)),
    );
    const indices = longIndices(weeks, 52, 'multiplicative');
    const level = 1 - (0.7 * 0.75 + 0.7 * 0.78 - 0.9 * 0.76 + 0.6 * 0.88) / 52;
    for (let j = 0; j < 52; j++) {
      const expected = ((1 + 0.2 * Math.sin((2 * Math.PI * j) / 52)) * (special[j] ?? 1)) / level;
      expect(Math.abs(indices[j]! - expected)).toBeLessThan(0.12);
    }
  });
});

describe('outliers', () => {
  it('are listed with what was expected, history untouched', () => {
    const values = Float64Array.of(10, 11, 10, 9, 10, 99, 10, 11, 9, 10);
    const copy = values.slice();
    const found = findOutliers(values, 1);
    expect(found.map((o) => o.index)).toEqual([5]);
    expect(Math.abs(found[0]!.expected - 10)).toBeLessThan(1.5);
    expect(values).toEqual(copy);
  });

  it('are not seen in a shift of level, nor in short histories', () => {
    const shift = Float64Array.from({ length: 40 }, (_, t) => (t < 20 ? 10 : 30) + noise(t));
    expect(findOutliers(shift, 1)).toEqual([]);
    expect(findOutliers(Float64Array.of(1, 1, 99), 1)).toEqual([]);
  });
});

describe('sample paths', () => {
  const history = Array.from({ length: 60 }, (_, t) => 100 + t + 30 * noise(t));
  const forecast = forecastSeries(history, { horizon: 8, seasons: [], level: 0.8 });

  it('spread as the interval says', () => {
    const paths = samplePaths(forecast, 4000, uniformGenerator(1));
    for (const h of [0, 7]) {
      const inside = paths.filter((path) => path[h]! >= forecast.lower[h]! && path[h]! <= forecast.upper[h]!).length;
      expect(Math.abs(inside / 4000 - 0.8)).toBeLessThan(0.12);
      const mean = paths.reduce((sum, path) => sum + path[h]!, 0) / 4000;
      expect(Math.abs(mean / forecast.mean[h]! - 1)).toBeLessThan(0.02);
    }
  });

  it('are the same for the same seed', () => {
    expect(samplePaths(forecast, 3, uniformGenerator(5))).toEqual(samplePaths(forecast, 3, uniformGenerator(5)));
  });

  it('of intermittent demand are made of demands', () => {
    const lumpy = Array.from({ length: 48 }, (_, t) => (t % 5 === 2 ? 6 : 0));
    const sparse = forecastSeries(lumpy, { horizon: 4, seasons: [], level: 0.8 });
    const values = new Set(samplePaths(sparse, 200, uniformGenerator(2)).flat());
    expect(values.size).toBeLessThanOrEqual(1 + 4);
    expect(values.has(0)).toBe(true);
  });
});

describe('hierarchies', () => {
  const hierarchy: Hierarchy = {
    totals: [
      [0, 1, 2, 3],
      [0, 1],
      [2, 3],
    ],
    bottom: 4,
  };
  const errors = Array.from({ length: 7 }, (_, i) =>
    Float64Array.from({ length: 24 }, (_, t) => noise(t * 13 + i * 5) * (i < 3 ? 2 : 1)),
  );

  it('add up from the bottom and down from the top', () => {
    expect(reconcileBottomUp(hierarchy, [0, 0, 0, 1, 2, 3, 4])).toEqual([10, 3, 7, 1, 2, 3, 4]);
    expect(reconcileTopDown(hierarchy, [20, 0, 0, 0, 0, 0, 0], [1, 2, 3, 4])).toEqual([20, 6, 14, 2, 4, 6, 8]);
  });

  it('leave forecasts that already add up as they are', () => {
    const base = [10, 3, 7, 1, 2, 3, 4];
    reconcileMinTrace(hierarchy, base, errors, true).forEach((f, i) => expect(f).toBeCloseTo(base[i]!, 9));
  });

  it('always add up exactly and are never negative when asked', () => {
    const value = fc.double({ min: 0, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 7, maxLength: 7 }), (base) => {
        const [all, left, right, ...bottom] = reconcileMinTrace(hierarchy, base, errors, true);
        expect(all).toBe(bottom.reduce((sum, f) => sum + f, 0));
        expect(left).toBe(bottom[0]! + bottom[1]!);
        expect(right).toBe(bottom[2]! + bottom[3]!);
        bottom.forEach((f) => expect(f).toBeGreaterThanOrEqual(0));
      }),
      { numRuns: 200, seed: 4 },
    );
  });
});

describe('dates', () => {
  const month = (count: number) => Array.from({ length: count }, (_, i) => dayOf(2025, 1 + i, 1));

  it('put monthly values on a line, in order, duplicates summed and holes marked', () => {
    const days = month(6);
    const line = alignByDates([days[3]!, days[0]!, days[1]!, days[5]!, days[0]!], [4, 1, 2, 6, 10])!;
    expect(line.values).toEqual([11, 2, NaN, 4, NaN, 6]);
    expect(line.step.seasons).toEqual([12]);
    expect(startOfStep(line, 6)).toBe(dayOf(2025, 7, 1));
  });

  it('skip weekends where nothing ever happens on one', () => {
    const days = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12].map((d) => dayOf(2026, 6, d));
    const line = alignByDates(
      days,
      days.map((_, i) => i),
    )!;
    expect(line.values).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(startOfStep(line, 10)).toBe(dayOf(2026, 6, 15));
  });

  it('count weeks from the first date', () => {
    const line = alignByDates(
      [0, 1, 3].map((i) => dayOf(2026, 6, 5) + 7 * i),
      [1, 2, 3],
    )!;
    expect(line.values).toEqual([1, 2, NaN, 3]);
  });
});
