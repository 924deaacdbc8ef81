import { hasCases, readCase } from '../support/cases';
import { decompose, smoothHolt, smoothSimple, smoothWinters } from '../../../src/planning/forecast/smoothing';
import { serviceOf } from '../../../src/planning/forecast/inventory';

const withCases = hasCases ? describe : describe.skip;

interface Tahoe {
  readonly input: { readonly demand: number[]; readonly p: number };
  readonly expected: {
    readonly deseasonalized_3_10: number[];
    readonly level: number;
    readonly trend: number;
    readonly seasonal: number[];
    readonly static_F13_16_exact: number[];
    readonly SES_alpha_0_1_L0_mean: { readonly mad: number; readonly mape: number; readonly F13: number };
    readonly Holt_a_0_1_b_0_2: {
      readonly L0: number;
      readonly T0: number;
      readonly mad: number;
      readonly mape: number;
    };
    readonly Winters_0_05_0_1_0_1: {
      readonly init: { readonly L0: number; readonly T0: number; readonly S: number[] };
      readonly mad: number;
      readonly mape: number;
      readonly F13_16: number[];
    };
  };
}

function meanAbsolute(values: Float64Array, fitted: Float64Array): { mad: number; mape: number } {
  let mad = 0;
  let mape = 0;
  values.forEach((y, t) => {
    mad += Math.abs(y - fitted[t]!) / values.length;
    mape += (100 * Math.abs(y - fitted[t]!)) / y / values.length;
  });
  return { mad, mape };
}

withCases('Tahoe Salt', () => {
  const { input, expected } = readCase<Tahoe['input'], Tahoe['expected']>('TAHOE');
  const demand = Float64Array.from(input.demand);

  it('is decomposed into the level, trend and seasonal factors of the book', () => {
    const { deseasonalised, level, trend, factors } = decompose(demand, input.p);
    expected.deseasonalized_3_10.forEach((value, i) => expect(deseasonalised[i + 2]).toBeCloseTo(value, 6));
    expect(level).toBeCloseTo(expected.level, 3);
    expect(trend).toBeCloseTo(expected.trend, 4);
    expected.seasonal.forEach((value, j) => expect(factors[j]).toBeCloseTo(value, 4));
    expected.static_F13_16_exact.forEach((value, h) => {
      expect(Math.abs((level + trend * (13 + h)) * factors[h]! - value)).toBeLessThan(0.5);
    });
  });

  it('is smoothed as in the book by one constant', () => {
    const level = demand.reduce((sum, y) => sum + y, 0) / demand.length;
    const { fitted, forecast } = smoothSimple(demand, 0.1, { level }, 1);
    const { mad, mape } = meanAbsolute(demand, fitted);
    expect(Math.abs(mad - expected.SES_alpha_0_1_L0_mean.mad)).toBeLessThan(0.5);
    expect(mape).toBeCloseTo(expected.SES_alpha_0_1_L0_mean.mape, 1);
    expect(Math.abs(forecast[0]! - expected.SES_alpha_0_1_L0_mean.F13)).toBeLessThan(1);
  });

  it('is smoothed as in the book with a trend', () => {
    const { L0, T0, mad, mape } = expected.Holt_a_0_1_b_0_2;
    const measured = meanAbsolute(demand, smoothHolt(demand, 0.1, 0.2, { level: L0, trend: T0 }, 1).fitted);
    expect(Math.abs(measured.mad - mad)).toBeLessThan(0.5);
    expect(measured.mape).toBeCloseTo(mape, 1);
  });

  it('is smoothed as in the book with a trend and a season', () => {
    const { init, mad, mape, F13_16 } = expected.Winters_0_05_0_1_0_1;
    const constants = { alpha: 0.05, beta: 0.1, gamma: 0.1 };
    const start = { level: init.L0, trend: init.T0, season: init.S };
    const { fitted, forecast } = smoothWinters(demand, constants, start, 4);
    const measured = meanAbsolute(demand, fitted);
    expect(Math.abs(measured.mad - mad)).toBeLessThan(0.5);
    expect(measured.mape).toBeCloseTo(mape, 1);
    F13_16.forEach((value, h) => expect(Math.abs(forecast[h]! - value)).toBeLessThan(0.5));
  });
});

withCases('the e-Handbook example', () => {
  interface Nist {
    readonly input: { readonly y: number[]; readonly alpha: number };
    readonly expected: { readonly S: number[]; readonly MSE: number; readonly bootstrap: number[] };
  }
  const { input, expected } = readCase<Nist['input'], Nist['expected']>('NIST-SES');
  const values = Float64Array.from(input.y);

  it('has the smoothed values and the mean squared error of the table', () => {
    const { fitted } = smoothSimple(values, input.alpha, { level: input.y[0]! }, 1);
    expected.S.forEach((value, i) => expect(Math.abs(fitted[i + 1]! - value)).toBeLessThan(0.02));
    let squares = 0;
    for (let t = 1; t < values.length; t++) squares += (values[t]! - fitted[t]!) ** 2;
    expect(Math.abs(squares / (values.length - 1) - expected.MSE)).toBeLessThan(0.02);
  });

  it('goes on from the last value when only that is known', () => {
    const { level } = smoothSimple(values.subarray(0, 11), input.alpha, { level: input.y[0]! }, 1);
    let next = level;
    for (const value of expected.bootstrap) {
      next = input.alpha * 70 + (1 - input.alpha) * next;
      expect(Math.abs(next - value)).toBeLessThan(0.02);
    }
  });
});

withCases('safety stock and fill rate', () => {
  interface Fill {
    readonly input: {
      readonly D_week: number;
      readonly sd_week: number;
      readonly L_weeks: number;
      readonly Q: number;
      readonly ROP: number;
    };
    readonly expected: { readonly ss: number; readonly CSL: number; readonly ESC: number; readonly fill_rate: number };
  }
  it('are those of the book', () => {
    const { input, expected } = readCase<Fill['input'], Fill['expected']>('SAFETY-FILL');
    const replenishment = { meanDemand: input.D_week, sdDemand: input.sd_week, leadTime: input.L_weeks };
    const service = serviceOf(input.ROP, input.Q, replenishment);
    expect(service.safetyStock).toBeCloseTo(expected.ss, 6);
    expect(service.cycleService).toBeCloseTo(expected.CSL, 4);
    expect(service.shortage).toBeCloseTo(expected.ESC, 2);
    expect(service.fillRate).toBeCloseTo(expected.fill_rate, 5);
  });
});
