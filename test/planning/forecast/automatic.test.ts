import fc from 'fast-check';
import { forecastSeries } from '../../../src/planning/forecast/automatic';
import { MODEL_NAMES } from '../../../src/planning/forecast/gather';

const options = { horizon: 6, seasons: [12], level: 0.9 };
const noise = (t: number) => ((t * 7919) % 97) / 97 - 0.5;

function expectSound(history: readonly number[], seasons: readonly number[] = [12], horizon = 6): void {
  const { mean, lower, upper } = forecastSeries(history, { horizon, seasons, level: 0.9 });
  const numbers = history.filter((y) => Number.isFinite(y));
  for (let h = 0; h < horizon; h++) {
    expect(Number.isFinite(mean[h])).toBe(true);
    expect(Number.isFinite(lower[h])).toBe(true);
    expect(Number.isFinite(upper[h])).toBe(true);
    expect(lower[h]!).toBeLessThanOrEqual(mean[h]!);
    expect(upper[h]!).toBeGreaterThanOrEqual(mean[h]!);
    if (numbers.every((y) => y >= 0)) expect(lower[h]!).toBeGreaterThanOrEqual(0);
  }
}

describe('the automatic forecast', () => {
  it('is zero, and says so, for a history without a number', () => {
    const forecast = forecastSeries([NaN, NaN], options);
    expect(forecast.mean).toEqual([0, 0, 0, 0, 0, 0]);
    expect(forecast.notes).toEqual([{ code: 'forecast-no-values', params: {} }]);
  });

  it('repeats a single value, with an interval of that value’s size', () => {
    const { mean, lower, upper } = forecastSeries([40], options);
    expect(mean).toEqual([40, 40, 40, 40, 40, 40]);
    expect(lower[0]!).toBeLessThan(20);
    expect(upper[0]!).toBeGreaterThan(60);
  });

  it('repeats the last of two values, with an interval from their step', () => {
    const { mean, upper } = forecastSeries([40, 50], options);
    expect(mean).toEqual([50, 50, 50, 50, 50, 50]);
    expect(upper[0]!).toBeGreaterThan(60);
  });

  it('stays near five values, and without a backtest', () => {
    const forecast = forecastSeries([10, 12, 11, 13, 12], options);
    expect(forecast.accuracy).toEqual({});
    forecast.mean.forEach((f) => {
      expect(f).toBeGreaterThan(9);
      expect(f).toBeLessThan(16);
    });
  });

  it('keeps a constant, without any interval', () => {
    const { mean, lower, upper } = forecastSeries(Array(30).fill(7), options);
    expect([mean, lower, upper]).toEqual([Array(6).fill(7), Array(6).fill(7), Array(6).fill(7)]);
  });

  it('is nothing after nothing but zeros', () => {
    const { mean, upper } = forecastSeries(Array(30).fill(0), options);
    expect([mean, upper]).toEqual([Array(6).fill(0), Array(6).fill(0)]);
  });

  it('follows a season', () => {
    const history = Array.from({ length: 60 }, (_, t) => 100 + 40 * Math.sin((2 * Math.PI * t) / 12) + 4 * noise(t));
    const { mean, season } = forecastSeries(history, { ...options, horizon: 12 });
    expect(season).toBe(12);
    mean.forEach((f, h) => expect(Math.abs(f - 100 - 40 * Math.sin((2 * Math.PI * (60 + h)) / 12))).toBeLessThan(5));
  });

  it('follows a shift of level within a season of it', () => {
    const history = Array.from({ length: 72 }, (_, t) => (t < 56 ? 100 : 200) + 6 * noise(t));
    const { mean } = forecastSeries(history, options);
    mean.forEach((f) => expect(Math.abs(f - 200)).toBeLessThan(25));
  });

  it('bridges missing values at the end of the history', () => {
    const history = Array.from({ length: 40 }, (_, t) => 10 * t + 100);
    const whole = forecastSeries(history.slice(0, 38), { ...options, horizon: 8 });
    const gappy = forecastSeries([...history.slice(0, 38), NaN, NaN], options);
    expect(gappy.mean).toEqual(whole.mean.slice(2));
  });

  it('is nearly the same with a few values missing inside', () => {
    const history = Array.from({ length: 48 }, (_, t) => 200 + 50 * Math.sin((2 * Math.PI * t) / 12) + 5 * noise(t));
    const gappy = history.map((y, t) => (t === 17 || t === 30 ? NaN : y));
    const [a, b] = [forecastSeries(history, options).mean, forecastSeries(gappy, options).mean];
    a.forEach((f, h) => expect(Math.abs(f - b[h]!)).toBeLessThan(8));
  });

  it('may be negative for a history that is', () => {
    const history = Array.from({ length: 40 }, (_, t) => -50 + 3 * noise(t));
    forecastSeries(history, options).mean.forEach((f) => expect(f).toBeLessThan(-40));
  });

  it('treats demand that comes now and then as such', () => {
    const history = Array.from({ length: 48 }, (_, t) => (t % 5 === 2 ? 5 + (t % 3) : 0));
    const forecast = forecastSeries(history, options);
    expect(forecast.intermittent).toBe(true);
    expect(forecast.members.map((member) => member.name).sort()).toEqual(['IMAPA', 'TSB']);
    forecast.mean.forEach((f) => expect(Math.abs(f - 1.2)).toBeLessThan(0.6));
    expect(forecast.lower).toEqual(Array(6).fill(0));
  });

  it('gives way to seasonal naive where that is far better', () => {
    // A random pattern of 24 that repeats exactly, with season 24: nothing beats repeating it.
    const pattern = Array.from({ length: 24 }, (_, t) => 100 + 80 * noise(t * 31));
    const history = Array.from({ length: 120 }, (_, t) => pattern[t % 24]! + (t % 24 === 3 ? 0.01 * t : 0));
    const { mean } = forecastSeries(history, { ...options, seasons: [24] });
    mean.forEach((f, h) => expect(Math.abs(f - pattern[h % 24]!)).toBeLessThan(3));
  });

  it('widens its interval with the level and the horizon', () => {
    const history = Array.from({ length: 60 }, (_, t) => 100 + t + 20 * noise(t));
    const narrow = forecastSeries(history, { ...options, level: 0.5 });
    const wide = forecastSeries(history, { ...options, level: 0.99 });
    const width = (f: typeof narrow, h: number) => f.upper[h]! - f.lower[h]!;
    expect(width(wide, 0)).toBeGreaterThan(1.8 * width(narrow, 0));
    expect(width(wide, 5)).toBeGreaterThanOrEqual(width(wide, 0));
  });

  it('weighs its members to one', () => {
    const history = Array.from({ length: 60 }, (_, t) => 100 + t + 20 * noise(t));
    const sum = forecastSeries(history, options).members.reduce((total, member) => total + member.weight, 0);
    expect(sum).toBeCloseTo(1, 12);
  });

  it('takes the line through years into account, and not through many periods', () => {
    const grow = (count: number) => Array.from({ length: count }, (_, t) => 100 + 5 * t + 3 * noise(t));
    const namesOf = (count: number) =>
      forecastSeries(grow(count), { horizon: 6, seasons: [], level: 0.9 }).members.map((member) => member.name);
    expect(namesOf(24)).toContain('Drift');
    expect(namesOf(60)).not.toContain('Drift');
  });

  it('sees the week within the year of days, and the day within the week of hours', () => {
    const week = [0, 10, 12, 11, 20, 40, -50];
    const days = Array.from(
      { length: 800 },
      (_, t) => 300 + 80 * Math.sin((2 * Math.PI * t) / 365) + week[t % 7]! + 6 * noise(t),
    );
    for (const known of [800, 500]) {
      const { mean } = forecastSeries(days.slice(0, known), { horizon: 7, seasons: [365], level: 0.9 });
      mean.forEach((f, h) => {
        const truth = 300 + 80 * Math.sin((2 * Math.PI * (known + h)) / 365) + week[(known + h) % 7]!;
        expect(Math.abs(f - truth)).toBeLessThan(15);
      });
    }
    const hours = Array.from(
      { length: 700 },
      (_, t) => 300 + 80 * Math.sin((2 * Math.PI * t) / 24) + week[Math.floor(t / 24) % 7]! + 6 * noise(t),
    );
    for (const seasons of [[24], [168]]) {
      forecastSeries(hours, { horizon: 48, seasons, level: 0.9 }).mean.forEach((f, h) => {
        const t = 700 + h;
        const truth = 300 + 80 * Math.sin((2 * Math.PI * t) / 24) + week[Math.floor(t / 24) % 7]!;
        expect(Math.abs(f - truth)).toBeLessThan(15);
      });
    }
  });

  it('leaves out, and says so, the zeros before regular demand began', () => {
    const sales = Array.from({ length: 40 }, (_, t) => 50 + 8 * noise(t));
    const launched = forecastSeries([...Array<number>(30).fill(0), ...sales], options);
    expect(launched.mean).toEqual(forecastSeries(sales, options).mean);
    expect(launched.notes).toEqual([{ code: 'forecast-before-launch', params: { count: 30 } }]);
    expect(forecastSeries(sales, options).notes).toEqual([]);
  });

  it('keeps the zeros before demand that comes now and then, or that has hardly begun', () => {
    const lumpy = Array.from({ length: 48 }, (_, t) => (t > 20 && t % 3 === 0 ? 6 : 0));
    const begun = [...Array<number>(20).fill(0), 5, 6, 7];
    for (const history of [lumpy, begun]) {
      const forecast = forecastSeries(history, options);
      expect(forecast.values).toHaveLength(history.length);
      expect(forecast.notes).toEqual([]);
    }
  });

  it('backtests long histories over their last 240 values', () => {
    const history = Array.from({ length: 700 }, (_, t) => 200 + 60 * Math.sin((2 * Math.PI * t) / 24) + 9 * noise(t));
    const { backtest } = forecastSeries(history, { horizon: 4, seasons: [24], level: 0.9 });
    expect(backtest!.origins[0]).toBe(460);
    expect(backtest!.origins).toHaveLength(240);
  });

  it('is sound for any history', () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.constant(0),
      fc.constant(NaN),
      fc.integer({ min: -50, max: 5000 }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 0, maxLength: 60 }),
        fc.constantFrom([12], [4], [1], [12, 4]),
        (history, seasons) => {
          expectSound(history, seasons);
        },
      ),
      { numRuns: 60, seed: 20261125 },
    );
  });

  it('is sound at every short length', () => {
    for (let n = 0; n <= 40; n++) expectSound(Array.from({ length: n }, (_, t) => 50 + 30 * noise(t + n)));
  });

  it('is sound for values very large and very small', () => {
    for (const scale of [1e-9, 1e9, 1e15]) {
      const history = Array.from({ length: 50 }, (_, t) => scale * (100 + t + 20 * noise(t)));
      expectSound(history);
      const plain = forecastSeries(
        history.map((y) => y / scale),
        options,
      ).mean;
      const scaled = forecastSeries(history, options).mean;
      plain.forEach((f, h) => expect(Math.abs(scaled[h]! / scale / f - 1)).toBeLessThan(0.02));
    }
  });

  it('gives the same bytes every time', () => {
    const history = Array.from({ length: 80 }, (_, t) => 100 + t + 40 * noise(t));
    expect(JSON.stringify(forecastSeries(history, options))).toBe(
      JSON.stringify(forecastSeries([...history], options)),
    );
  });

  it('takes weeks with a yearly season', () => {
    const history = Array.from(
      { length: 156 },
      (_, t) => 100 + 40 * Math.cos((2 * Math.PI * t) / 52) + (t % 52 === 50 ? 80 : 0) + 10 * noise(t),
    );
    const { mean } = forecastSeries(history, { horizon: 52, seasons: [52], level: 0.9 });
    mean.forEach((f, h) => {
      const truth = 100 + 40 * Math.cos((2 * Math.PI * h) / 52) + (h === 50 ? 80 : 0);
      expect(Math.abs(f - truth)).toBeLessThan(h === 50 ? 50 : 18);
    });
  });
});

describe.each(MODEL_NAMES)('the model %s', (model) => {
  it('is sound for seasonal, intermittent and very short histories', () => {
    const seasonal = Array.from({ length: 48 }, (_, t) => 100 + 30 * Math.sin((2 * Math.PI * t) / 12) + 5 * noise(t));
    const intermittent = Array.from({ length: 30 }, (_, t) => (t % 4 === 1 ? 3 : 0));
    for (const history of [seasonal, intermittent, [5], [5, 6], [5, 6, 4], [5, 6, 4, 8], [5, 6, 4, 8, 9]]) {
      const { mean, lower, upper } = forecastSeries(history, { ...options, model });
      [...mean, ...lower, ...upper].forEach((f) => expect(Number.isFinite(f) && f >= 0).toBe(true));
    }
  });
});
