import { forecastSeries } from '../../../src/planning/forecast/automatic';
import { calibrate, calibrateShort } from '../../../src/planning/forecast/calibration';
import { boundsOfIntermittent } from '../../../src/planning/forecast/intermittentIntervals';
import { errorAt } from '../../../src/planning/forecast/intervals';
import { normalQuantile, studentRatio } from '../../../src/planning/forecast/normal';
import { samplePaths } from '../../../src/planning/forecast/paths';
import { uniformGenerator } from '../../../src/planning/pipeline/random';

const LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999];

/** Normal noise of a seed. */
function normals(count: number, seed: number): number[] {
  const random = uniformGenerator(seed);
  return Array.from({ length: count }, () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random()))));
}

/** Share of next values inside the intervals, over many made-up histories. */
function coverageOf(make: (seed: number) => number[], horizon: number, level: number, seeds: number): number {
  let inside = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const all = make(seed);
    const history = all.slice(0, -horizon);
    const { lower, upper } = forecastSeries(history, { horizon, seasons: [], level });
    for (let h = 0; h < horizon; h++) {
      const y = all[history.length + h]!;
      if (y >= lower[h]! && y <= upper[h]!) inside++;
    }
  }
  return inside / (seeds * horizon);
}

describe('intervals', () => {
  const noisy = normals(60, 3).map((e, t) => 200 + t + 10 * e);
  const wandering = normals(80, 8).reduce<number[]>((walk, e) => [...walk, (walk[walk.length - 1] ?? 500) + 9 * e], []);

  it.each(LEVELS)('at level %f lie inside those of the next level, round the forecast', (level) => {
    const wider = LEVELS[LEVELS.indexOf(level) + 1] ?? 0.9999;
    for (const history of [noisy, wandering]) {
      const inner = forecastSeries(history, { horizon: 8, seasons: [], level });
      const outer = forecastSeries(history, { horizon: 8, seasons: [], level: wider });
      inner.mean.forEach((f, h) => {
        expect(inner.lower[h]!).toBeLessThan(f);
        expect(inner.upper[h]!).toBeGreaterThan(f);
        expect(outer.lower[h]!).toBeLessThan(inner.lower[h]!);
        expect(outer.upper[h]!).toBeGreaterThan(inner.upper[h]!);
      });
    }
  });

  it('widen like the square root of the horizon on a random walk, and hardly on noise round a level', () => {
    const growth = (history: number[]) =>
      forecastSeries(history, { horizon: 9, seasons: [4], level: 0.8 }).calibration!.growth;
    expect(growth(wandering)).toBeGreaterThan(0.3);
    expect(growth(wandering)).toBeLessThan(0.75);
    expect(growth(normals(120, 5).map((e) => 300 + 10 * e))).toBeLessThan(0.3);
  });

  it('hold as often as they say on random walks and on noise', () => {
    const walk = (seed: number) =>
      normals(72, seed).reduce<number[]>((path, e) => [...path, (path[path.length - 1] ?? 900) + 9 * e], []);
    const noise = (seed: number) => normals(72, seed + 500).map((e) => 300 + 20 * e);
    for (const make of [walk, noise]) {
      const held = coverageOf(make, 6, 0.8, 40);
      expect(held).toBeGreaterThan(0.74);
      expect(held).toBeLessThan(0.95);
    }
  });

  it('stay finite for numbers near the end of their range', () => {
    const huge = normals(60, 4).map((e) => 1e300 * (1 + 0.1 * e));
    const { lower, upper } = forecastSeries(huge, { horizon: 6, seasons: [12], level: 0.95 });
    [...lower, ...upper].forEach((y) => expect(Number.isFinite(y)).toBe(true));
  });

  it('of a seasonal history too short to backtest are as wide as its season changes, not as it swings', () => {
    const history = Array.from(
      { length: 27 },
      (_, t) => 1000 + 600 * Math.sin((2 * Math.PI * t) / 12) + ((t * 37) % 11),
    );
    const { lower, upper } = forecastSeries(history, { horizon: 3, seasons: [12], level: 0.95 });
    expect(upper[0]! - lower[0]!).toBeLessThan(100);
  });

  it('of noise seen for two seasons only, which leaves no backtest, are as wide as the noise', () => {
    for (const season of [12, 52]) {
      const history = normals(2 * season, season).map((e) => 300 + 10 * e);
      const { lower, upper, backtest } = forecastSeries(history, { horizon: 12, seasons: [season], level: 0.95 });
      expect(backtest).toBeUndefined();
      upper.forEach((y, h) => {
        expect(y - lower[h]!).toBeGreaterThan(25);
        expect(y - lower[h]!).toBeLessThan(130);
      });
    }
  });

  it('widen on the side that errors lean to', () => {
    const calibration = { ...calibrateShort(Float64Array.from(noisy), 1), lean: 0.8 };
    expect(errorAt(2, calibration)).toBeGreaterThan(-errorAt(-2, calibration));
    expect(errorAt(-2, calibration)).toBe(errorAt(-2, { ...calibration, lean: 0 }));
  });

  it('remember recent errors better than old ones', () => {
    const values = Float64Array.from({ length: 80 }, (_, t) => 100 + (t % 2 === 0 ? 1 : -1) * (t < 40 ? 1 : 10));
    const reversed = values.slice().reverse();
    const sizeOf = (history: Float64Array) => {
      const origins = Array.from({ length: 79 }, (_, i) => i + 1);
      const backtest = { horizon: 1, origins, forecasts: new Float64Array(79).fill(100) };
      return calibrate(history, backtest, 1)!.sigma;
    };
    expect(sizeOf(values)).toBeGreaterThan(1.5 * sizeOf(reversed));
  });

  it('are cut by Student’s quantiles, known from tables', () => {
    for (const [p, freedom, quantile] of [
      [0.975, 10, 2.228],
      [0.975, 4, 2.776],
      [0.95, 5, 2.015],
      [0.75, 2, 0.816],
      [0.995, 20, 2.845],
    ] as const) {
      const z = normalQuantile(p);
      expect(Math.abs((z * studentRatio(z, freedom)) / quantile - 1)).toBeLessThan(0.004);
    }
  });
});

describe('intervals of intermittent demand', () => {
  const demand = (seed: number, length: number) => {
    const random = uniformGenerator(seed);
    return Array.from({ length }, () => (random() < 0.3 ? 1 + Math.floor(6 * random()) : 0));
  };

  it.each(LEVELS)('hold at least the share %f of what comes', (level) => {
    let inside = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const all = demand(seed, 60);
      const { lower, upper } = forecastSeries(all.slice(0, 48), { horizon: 12, seasons: [12], level });
      all.slice(48).forEach((y, h) => {
        if (y >= lower[h]! && y <= upper[h]!) inside++;
      });
    }
    expect(inside / 720).toBeGreaterThan(level - 0.02);
  });

  it('reach beyond the largest demand seen where the level asks for more than it can tell', () => {
    const values = Float64Array.from(demand(3, 40));
    const at = (level: number) => boundsOfIntermittent(values, [1], level).upper[0]!;
    expect(at(0.999)).toBeGreaterThan(Math.max(...values));
    expect(at(0.9)).toBeLessThanOrEqual(Math.max(...values));
    LEVELS.slice(1).forEach((level, i) => expect(at(level)).toBeGreaterThanOrEqual(at(LEVELS[i]!)));
  });

  it('are nothing where nothing was ever sold', () => {
    expect(boundsOfIntermittent(new Float64Array(9), [0], 0.95)).toEqual({ lower: [0], upper: [0] });
  });
});

describe('sample paths against intervals', () => {
  const inside = (history: number[], level: number): number[] => {
    const forecast = forecastSeries(history, { horizon: 6, seasons: [], level });
    const paths = samplePaths(forecast, 3000, uniformGenerator(11));
    return forecast.mean.map(
      (_, h) => paths.filter((path) => path[h]! >= forecast.lower[h]! && path[h]! <= forecast.upper[h]!).length / 3000,
    );
  };

  it.each([0.5, 0.8, 0.95, 0.99])('fall inside as often as the level %f says', (level) => {
    inside(
      normals(70, 6).map((e, t) => 400 + 2 * t + 25 * e),
      level,
    ).forEach((share) => expect(Math.abs(share - level)).toBeLessThan(0.03));
  });

  it('of intermittent demand have the forecast as their mean, falling or rising, and hold', () => {
    const falling = Array.from({ length: 48 }, (_, t) => (t % (t < 24 ? 2 : 8) === 1 ? 4 + (t % 5) : 0));
    for (const history of [falling, [...falling].reverse()]) {
      const forecast = forecastSeries(history, { horizon: 3, seasons: [], level: 0.9 });
      expect(forecast.intermittent).toBe(true);
      const paths = samplePaths(forecast, 20000, uniformGenerator(7));
      const mean = paths.reduce((sum, path) => sum + path[0]!, 0) / paths.length;
      expect(Math.abs(mean / forecast.mean[0]! - 1)).toBeLessThan(0.05);
      inside(history, 0.9).forEach((share) => expect(share).toBeGreaterThan(0.87));
    }
  });
});
