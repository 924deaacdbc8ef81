import { fitAdida, fitImapa } from '../../../src/planning/forecast/adida';
import { chooseArima } from '../../../src/planning/forecast/arima';
import { fitArima } from '../../../src/planning/forecast/arimaFit';
import { akaikeWeights, averageModels } from '../../../src/planning/forecast/averaging';
import { fitCroston, fitSba, fitTsb } from '../../../src/planning/forecast/croston';
import { chooseEts, fitEts } from '../../../src/planning/forecast/ets';
import { regress } from '../../../src/planning/forecast/leastSquares';
import { forecastAhead } from '../../../src/planning/forecast/model';
import { fitDrift, fitMean, fitNaive, fitSeasonalNaive } from '../../../src/planning/forecast/naive';
import { minimise } from '../../../src/planning/forecast/nelderMead';
import { normalCdf, normalQuantile } from '../../../src/planning/forecast/normal';
import { forecastByDrivers } from '../../../src/planning/forecast/regression';
import { fitTemporalTheta } from '../../../src/planning/forecast/temporalTheta';
import { fitDynamicTheta, fitTheta } from '../../../src/planning/forecast/theta';
import { uniformGenerator } from '../../../src/planning/pipeline/random';

/** Normal noise of a seed. */
function normals(count: number, seed: number): number[] {
  const random = uniformGenerator(seed);
  return Array.from({ length: count }, () => normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random()))));
}

const from = (values: readonly number[]) => Float64Array.from(values);
const ahead = (model: Parameters<typeof forecastAhead>[0], horizon: number) => [...forecastAhead(model, horizon)];

describe('the simple models', () => {
  const values = from([1, 9, 5]);

  it('repeat, continue and average as they are named', () => {
    expect(ahead(fitNaive(values), 2)).toEqual([5, 5]);
    expect(ahead(fitSeasonalNaive(values, 2), 3)).toEqual([9, 5, 9]);
    expect(ahead(fitDrift(values), 2)).toEqual([7, 9]);
    expect(ahead(fitMean(values), 1)).toEqual([5]);
  });

  it('know at an origin only what came before it', () => {
    const out = new Float64Array(2);
    fitMean(values).forecastFrom(2, out);
    expect([...out]).toEqual([5, 5]);
    fitDrift(values).forecastFrom(2, out);
    expect([...out]).toEqual([17, 25]);
  });
});

describe('exponential smoothing', () => {
  it('finds the smoothing constant that made the data', () => {
    const noise = normals(2000, 7);
    let level = 100;
    const values = noise.map((e) => {
      const y = level + e;
      level += 0.3 * e;
      return y;
    });
    const fit = fitEts(from(values), 1, { error: 'A', trend: 'N', season: 'N' });
    expect(Math.abs(fit.smoothing.alpha - 0.3)).toBeLessThan(0.06);
  });

  it('chooses a multiplicative season where the swings grow with the level', () => {
    const noise = normals(120, 3);
    const values = noise.map((e, t) => (50 + 2 * t) * (1 + 0.4 * Math.sin((2 * Math.PI * t) / 12)) * (1 + 0.02 * e));
    const fit = chooseEts(from(values), 12);
    expect(fit.form.season).toBe('M');
    ahead(fit, 12).forEach((f, h) => {
      const truth = (50 + 2 * (120 + h)) * (1 + 0.4 * Math.sin((2 * Math.PI * (120 + h)) / 12));
      expect(Math.abs(f / truth - 1)).toBeLessThan(0.08);
    });
  });

  it('estimates nothing from the future when only a part is known', () => {
    const values = normals(80, 5).map((e, t) => 100 + t + 3 * e);
    const changed = values.map((y, t) => (t >= 50 ? 10 * y : y));
    const form = { error: 'A', trend: 'A', season: 'N' } as const;
    const a = fitEts(from(values), 1, form, { known: 50 });
    const b = fitEts(from(changed), 1, form, { known: 50 });
    expect(a.smoothing).toEqual(b.smoothing);
    const [outA, outB] = [new Float64Array(3), new Float64Array(3)];
    a.forecastFrom(50, outA);
    b.forecastFrom(50, outB);
    expect([...outA]).toEqual([...outB]);
  });
});

describe('Theta', () => {
  it('drifts by half the slope in its standard form', () => {
    const values = from(Array.from({ length: 60 }, (_, t) => 10 + 2 * t));
    const forecast = ahead(fitTheta(values), 3);
    expect(forecast[1]! - forecast[0]!).toBeCloseTo(1, 6);
  });

  it('finds in its dynamic form how much of the slope goes on', () => {
    const values = from(Array.from({ length: 60 }, (_, t) => 10 + 2 * t));
    const forecast = ahead(fitDynamicTheta(values), 3);
    expect(forecast[1]! - forecast[0]!).toBeGreaterThan(1.5);
    expect(Math.abs(forecast[0]! - 130)).toBeLessThan(3);
  });

  it('sees a trend through noise in blocks', () => {
    const values = normals(90, 9).map((e, t) => 100 + t + 15 * e);
    const forecast = ahead(fitTemporalTheta(from(values), 3), 12);
    expect(forecast[11]! - forecast[0]!).toBeGreaterThan(1);
    forecast.forEach((f, h) => expect(Math.abs(f - 190 - h)).toBeLessThan(25));
  });
});

describe('ARIMA', () => {
  it('finds the coefficient of an autoregression', () => {
    let last = 0;
    const values = normals(1500, 21).map((e) => (last = 0.7 * last + e));
    const fit = fitArima(from(values), 1, { p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, constant: false });
    expect(Math.abs(fit.coefficients[0]! - 0.7)).toBeLessThan(0.05);
    expect(ahead(fit, 2)[1]).toBeCloseTo(fit.coefficients[0]! ** 2 * values[1499]!, 8);
  });

  it('finds the coefficients of the airline model', () => {
    const e = normals(1213, 4);
    const w = e.map((x, t) => x - 0.4 * (e[t - 1] ?? 0) - 0.6 * (e[t - 12] ?? 0) + 0.24 * (e[t - 13] ?? 0));
    const y: number[] = [];
    w.forEach((x, t) => y.push(t < 13 ? x : x + y[t - 1]! + y[t - 12]! - y[t - 13]!));
    const fit = fitArima(from(y), 12, { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, constant: false }, { maxIterations: 12 });
    expect(Math.abs(fit.coefficients[0]! + 0.4)).toBeLessThan(0.07);
    expect(Math.abs(fit.coefficients[1]! + 0.6)).toBeLessThan(0.07);
  });

  it('differences what wanders, and not what stays', () => {
    let level = 0;
    const wandering = normals(200, 31).map((e) => (level += e));
    expect(chooseArima(from(wandering), 1).order.d).toBe(1);
    expect(chooseArima(from(normals(200, 32)), 1).order.d).toBe(0);
  });

  it('continues an exact season', () => {
    const values = from(Array.from({ length: 48 }, (_, t) => [10, 20, 40, 30][t % 4]! + t));
    ahead(chooseArima(values, 4), 4).forEach((f, h) => expect(f).toBeCloseTo([10, 20, 40, 30][h]! + 48 + h, 3));
  });
});

describe('the models for intermittent demand', () => {
  const values = from([0, 6, 0, 6, 0, 6]);

  it('divide size by interval', () => {
    expect(ahead(fitCroston(values), 2)).toEqual([3, 3]);
    expect(ahead(fitSba(values, { alpha: 0.1 }), 1)[0]).toBeCloseTo(2.85, 12);
  });

  it('let TSB fall while nothing is sold, and Croston not', () => {
    const idle = from([...values, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(ahead(fitCroston(idle), 1)[0]).toBe(3);
    expect(ahead(fitTsb(idle), 1)[0]!).toBeLessThan(0.7 * ahead(fitTsb(values), 1)[0]!);
  });

  it('forecast the mean of what regularly comes in blocks', () => {
    const regular = from(Array.from({ length: 40 }, (_, t) => (t % 4 === 3 ? 8 : 0)));
    expect(ahead(fitAdida(regular), 1)[0]).toBeCloseTo(2, 6);
    expect(Math.abs(ahead(fitImapa(regular), 1)[0]! - 2)).toBeLessThan(0.5);
  });

  it('forecast nothing after nothing', () => {
    for (const fit of [fitCroston, fitSba, fitTsb, fitAdida, fitImapa]) {
      expect(ahead(fit(new Float64Array(10)), 1)).toEqual([0]);
    }
  });
});

describe('regression on drivers', () => {
  const promotion = from(Array.from({ length: 66 }, (_, t) => (t % 7 === 0 ? 1 : 0)));

  it('finds their effect through errors that hang together', () => {
    let rest = 0;
    const values = normals(60, 12).map((e, t) => {
      rest = 0.6 * rest + 2 * e;
      return 100 + 40 * promotion[t]! + rest;
    });
    for (const errors of ['ARIMA', 'ETS'] as const) {
      const forecast = forecastByDrivers(from(values), [promotion], 6, 1, errors)!;
      expect(Math.abs(forecast.effects[0]! - 40)).toBeLessThan(3);
      expect(forecast.mean[3]! - forecast.mean[4]!).toBeGreaterThan(30);
    }
  });

  it('declines drivers that say the same twice', () => {
    const values = from(normals(60, 13));
    expect(forecastByDrivers(values, [promotion, promotion], 6, 1)).toBeUndefined();
  });
});

describe('the small mathematics', () => {
  it('finds the bottom of a valley', () => {
    const at = Float64Array.of(-1.2, 1);
    const rosenbrock = (x: Float64Array) => 100 * (x[1]! - x[0]! ** 2) ** 2 + (1 - x[0]!) ** 2;
    minimise(rosenbrock, at, { steps: Float64Array.of(0.5, 0.5), tolerance: 1e-14, maxEvaluations: 2000 });
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });

  it('inverts the normal distribution', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 9);
    for (const p of [1e-9, 0.001, 0.2, 0.5, 0.9, 0.9999]) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 10);
  });

  it('regresses', () => {
    expect(regress([from([1, 1, 1]), from([0, 1, 2])], from([3, 5, 7]))![1]).toBeCloseTo(2, 12);
    expect(regress([from([1, 1]), from([2, 2])], from([1, 2]))).toBeUndefined();
  });

  it('weighs models by their criteria, all alike when there is none', () => {
    expect(akaikeWeights([100, 102], 1)).toEqual([1, Math.exp(-1)]);
    expect(akaikeWeights([Infinity, Infinity], 4)).toEqual([1, 1]);
    const values = from([2, 4]);
    const mean = averageModels('both', [fitNaive(values), fitMean(values)], [3, 1]);
    expect(ahead(mean, 1)[0]).toBeCloseTo(3.75, 12);
  });
});
