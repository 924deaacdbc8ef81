import { measureCoverage, measureIntervals, scalesOf } from './accuracy';
import type { SeriesForecast } from './automatic';
import type { Backtest } from './backtest';
import { calibrate } from './calibration';
import { boundsAround } from './intervals';

/** Fewest origins on either side that say something about intervals. */
const LEAST_ORIGINS = 4;

/** How intervals would have done. */
export interface IntervalTest {
  /** Share of the actual values inside, 0..1. */
  readonly coverage: number;
  /** Mean scaled interval score; undefined where the history never changes. */
  readonly msis?: number;
}

function rowsOf({ horizon, origins, forecasts }: Backtest, from: number, to: number): Backtest {
  return { horizon, origins: origins.slice(from, to), forecasts: forecasts.slice(from * horizon, to * horizon) };
}

/**
 * An honest test of a forecast's intervals: those of the later half of the backtest's origins, made from the errors known at the first
 * of them, against what came. Undefined for intermittent demand, whose intervals come from the values themselves, and where there are
 * fewer than eight origins.
 *
 * @param level of the intervals, in (0, 1)
 */
export function testIntervals(forecast: SeriesForecast, level: number): IntervalTest | undefined {
  const { backtest, values, season } = forecast;
  if (!backtest || forecast.intermittent) return undefined;
  const half = Math.ceil(backtest.origins.length / 2);
  if (backtest.origins.length - half < LEAST_ORIGINS) return undefined;
  const known = values.slice(0, backtest.origins[half]);
  const calibration = calibrate(known, rowsOf(backtest, 0, half), season);
  if (!calibration) return undefined;
  const floor = values.every((y) => y >= 0) ? 0 : -Infinity;
  const all: Record<'lower' | 'upper' | 'actual', number[]> = { lower: [], upper: [], actual: [] };
  for (let row = half; row < backtest.origins.length; row++) {
    const origin = backtest.origins[row]!;
    const start = row * backtest.horizon;
    const mean = backtest.forecasts.slice(start, start + Math.min(backtest.horizon, values.length - origin));
    const { lower, upper } = boundsAround(mean, calibration, level, floor);
    mean.forEach((f, h) => {
      if (Number.isNaN(f)) return;
      all.lower.push(lower[h]!);
      all.upper.push(upper[h]!);
      all.actual.push(values[origin + h]!);
    });
  }
  if (all.actual.length === 0) return undefined;
  const coverage = measureCoverage(all.lower, all.upper, all.actual);
  return { coverage, msis: measureIntervals(all.lower, all.upper, all.actual, level, scalesOf(known, season)) };
}
