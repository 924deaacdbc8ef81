import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { measureCoverage, measureForecast, measureIntervals, scalesOf } from '../../../src/planning/forecast/accuracy';
import { forecastSeries } from '../../../src/planning/forecast/automatic';

const FOLDER = resolve(__dirname, '../../../../shared/data/forecast');
const withData = existsSync(FOLDER) ? describe : describe.skip;

interface BenchSeries {
  readonly season: number;
  readonly history: number[];
  readonly actual: number[];
}

/** Every n-th series of a public file. */
function sample(name: string, every: number): BenchSeries[] {
  const lines = readFileSync(resolve(FOLDER, `${name}.csv`), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const numbers = (text: string) => text.trim().split(/\s+/).map(Number);
  return lines
    .filter((_, i) => i % every === 0)
    .map((line) => {
      const cells = line.split(',');
      return { season: Number(cells[3]), history: numbers(cells[7]!), actual: numbers(cells[8]!) };
    });
}

function score(name: string, every: number) {
  const sums = { count: 0, mase: 0, rmsse: 0, coverage: 0, msis: 0, bias: 0, negatives: 0 };
  for (const { season, history, actual } of sample(name, every)) {
    const { mean, lower, upper } = forecastSeries(history, { horizon: actual.length, seasons: [season], level: 0.95 });
    const values = Float64Array.from(history);
    const scales = scalesOf(values, season);
    if (!(scales.absolute > 0)) continue;
    const { mase, rmsse } = measureForecast(mean, actual, values, season);
    sums.count++;
    sums.mase += mase!;
    sums.rmsse += rmsse!;
    sums.coverage += measureCoverage(lower, upper, actual);
    sums.msis += measureIntervals(lower, upper, actual, 0.95, scales)!;
    sums.bias += mean.reduce((sum, f, h) => sum + f - actual[h]!, 0) / actual.length / scales.absolute;
    if (mean.some((f) => f < 0) || lower.some((f) => f < 0)) sums.negatives++;
  }
  const each = (key: keyof typeof sums) => sums[key] / sums.count;
  return {
    mase: each('mase'),
    rmsse: each('rmsse'),
    coverage: each('coverage'),
    msis: each('msis'),
    bias: each('bias'),
    negatives: sums.negatives,
  };
}

/** The limits are what the sampled series gave when they were set, with some 3 % of room. */
withData('accuracy on public series', () => {
  it('on M1 monthly is better than Theta (1.09 on all of them), with intervals that hold', () => {
    const { mase, coverage, msis } = score('m1_monthly', 6);
    expect(mase).toBeLessThan(1.02);
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
    expect(msis).toBeLessThan(8.2);
  });

  it('on tourism monthly is better than exponential smoothing (1.54 in R)', () => {
    const { mase, coverage, msis, negatives } = score('tourism_monthly', 8);
    expect(mase).toBeLessThan(1.42);
    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.985);
    expect(msis).toBeLessThan(10.3);
    expect(negatives).toBe(0);
  });

  it('on hospital is better than Theta (0.762)', () => {
    const { mase, coverage } = score('hospital_monthly', 6);
    expect(mase).toBeLessThan(0.76);
    expect(coverage).toBeGreaterThan(0.95);
    expect(coverage).toBeLessThan(0.98);
  });

  it('on intermittent car parts is no worse than IMAPA by squared error, with hardly a bias and nothing below zero', () => {
    const { rmsse, bias, coverage, negatives } = score('carparts_monthly', 4);
    expect(rmsse).toBeLessThan(0.73);
    expect(Math.abs(bias)).toBeLessThan(0.18);
    expect(coverage).toBeGreaterThan(0.95);
    expect(negatives).toBe(0);
  });

  it('on yearly and quarterly series beats the naive forecast, with intervals that hold', () => {
    const quarterly = score('m1_quarterly', 4);
    expect(quarterly.mase).toBeLessThan(1.75);
    expect(quarterly.coverage).toBeGreaterThan(0.89);
    const yearly = score('tourism_yearly', 6);
    expect(yearly.mase).toBeLessThan(2.77);
    expect(yearly.coverage).toBeGreaterThan(0.93);
    expect(yearly.coverage).toBeLessThan(0.97);
  });
});
