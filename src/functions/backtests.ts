import type { AccuracyMeasures } from '../planning/forecast/accuracy';
import { measureBacktest, valueAdded } from '../planning/forecast/accuracy';
import type { Backtest } from '../planning/forecast/backtest';
import { testIntervals } from '../planning/forecast/coverage';
import { FunctionError, say } from './errors';
import type { FunctionForecast } from './history';
import { calculate, DEFAULT_LEVEL, defaultHorizon, MOST_HORIZON, readHistory, readModel } from './history';
import type { Spill } from './ranges';
import { isOmitted, readCount } from './ranges';

interface Tested {
  readonly forecast: FunctionForecast;
  readonly backtest: Backtest;
  readonly naive: Backtest;
  /** Cells of the range before the values that the backtest knows. */
  readonly before: number;
}

function readBacktest(history: unknown, horizon: unknown, season: unknown, model: unknown): Tested {
  const read = readHistory(history, season);
  const count = isOmitted(horizon) ? defaultHorizon(read) : readCount(horizon, 'horizon', 1, MOST_HORIZON);
  const forecast = calculate(read, count, DEFAULT_LEVEL, readModel(model));
  const { backtest, naive, values } = forecast;
  if (!backtest || !naive) throw new FunctionError('#N/A', 'function.error.too-short');
  // The oldest values of a very long history are not used, missing ones at its end are no values.
  const last = read.values.findLastIndex((value) => !Number.isNaN(value));
  return { forecast, backtest, naive, before: read.before + last + 1 - values.length };
}

/**
 * Measures of the honest backtest; the naive forecast's beside them, and what the model adds to it. By steps: the main ones for each
 * number of values ahead.
 */
export function accuracyCells(
  history: unknown,
  horizon: unknown,
  season: unknown,
  model: unknown,
  byStep: unknown,
): Spill {
  const { forecast, backtest, naive } = readBacktest(history, horizon, season, model);
  const own = measureBacktest(backtest, forecast.values, forecast.season);
  const other = measureBacktest(naive, forecast.values, forecast.season);
  return byStep === true
    ? stepRows(own.byHorizon, other.byHorizon)
    : measureRows(own.all, other.all, testIntervals(forecast, DEFAULT_LEVEL));
}

const cell = (value: number | undefined): number | string => value ?? say('function.word.none');

function addedTo(other: AccuracyMeasures, own: AccuracyMeasures): number | undefined {
  return own.wmape !== undefined && other.wmape !== undefined ? valueAdded(own.wmape, other.wmape) : undefined;
}

function measureRows(
  own: AccuracyMeasures,
  other: AccuracyMeasures,
  intervals: ReturnType<typeof testIntervals>,
): Spill {
  const row = (key: string, a: number | undefined, b: number | undefined) => [say(key), cell(a), cell(b)];
  const added = addedTo(other, own);
  return [
    [say('function.word.measure'), say('function.word.forecast'), say('function.word.naive')],
    row('function.word.mase', own.mase, other.mase),
    row('function.word.rmsse', own.rmsse, other.rmsse),
    row('function.word.smape', own.smape, other.smape),
    row('function.word.wmape', own.wmape, other.wmape),
    row('function.word.bias', own.bias, other.bias),
    row('function.word.coverage', intervals?.coverage, undefined),
    row('function.word.msis', intervals?.msis, undefined),
    row('function.word.value-added', added, added === undefined ? undefined : 0),
    [say('function.word.errors'), own.count, other.count],
  ];
}

function stepRows(own: readonly AccuracyMeasures[], other: readonly AccuracyMeasures[]): Spill {
  const heads = ['step', 'mase', 'rmsse', 'smape', 'wmape', 'bias', 'value-added', 'errors'];
  const rows = own.map((measures, h): (string | number)[] => [
    h + 1,
    ...[measures.mase, measures.rmsse, measures.smape, measures.wmape, measures.bias].map(cell),
    cell(addedTo(other[h]!, measures)),
    measures.count,
  ]);
  return [heads.map((head) => say(`function.word.${head}`)), ...rows];
}

/**
 * Every forecast of the backtest beside what came and the naive forecast. Origin and place count the cells of the history's range
 * from 1, so that each actual can be looked up; what is behind the measures can be added up by hand.
 */
export function backtestCells(history: unknown, horizon: unknown, season: unknown, model: unknown): Spill {
  const { forecast, backtest, naive, before } = readBacktest(history, horizon, season, model);
  const { values } = forecast;
  const heads = ['origin', 'step', 'place', 'actual', 'forecast', 'error', 'naive', 'naive-error'];
  const rows: Spill = [heads.map((head) => say(`function.word.${head}`))];
  backtest.origins.forEach((origin, i) => {
    const count = Math.min(backtest.horizon, values.length - origin);
    for (let h = 0; h < count; h++) {
      const predicted = backtest.forecasts[i * backtest.horizon + h]!;
      if (Number.isNaN(predicted)) continue;
      const actual = values[origin + h]!;
      const plain = naive.forecasts[i * backtest.horizon + h]!;
      const place = before + origin + h + 1;
      rows.push([before + origin, h + 1, place, actual, predicted, predicted - actual, plain, plain - actual]);
    }
  });
  return rows;
}
