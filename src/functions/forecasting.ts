import { measureBacktest, valueAdded } from '../planning/forecast/accuracy';
import { alignByDates } from '../planning/forecast/align';
import type { SeriesForecast } from '../planning/forecast/automatic';
import { forecastSeries } from '../planning/forecast/automatic';
import { MODEL_NAMES } from '../planning/forecast/gather';
import type { ModelName } from '../planning/forecast/gather';
import { findOutliers } from '../planning/forecast/outliers';
import { detectSeason } from '../planning/forecast/seasonDetection';
import { seasonalIndices } from '../planning/forecast/seasonality';
import { prepareSeries } from '../planning/forecast/series';
import { FunctionError, say } from './errors';
import { memoise } from './memo';
import type { ReadSeries, Spill } from './ranges';
import { isOmitted, readAll, readCount, readNumber, readSeries, readShare, spill, toCells } from './ranges';

/** Seasons looked for when none is given. */
const USUAL_SEASONS = [12, 4, 7, 52, 24, 13] as const;
const MOST_HORIZON = 1000;
const MOST_SEASON = 1000;
const DEFAULT_LEVEL = 0.95;

/** A history as the user gave it, and the seasons to look for in it. */
interface History extends ReadSeries {
  readonly seasons: readonly number[];
}

function readSeasons(season: unknown, usual: readonly number[]): readonly number[] {
  if (isOmitted(season)) return usual;
  const length = readCount(season, 'season', 0, MOST_SEASON);
  return length === 0 ? usual : [length];
}

function readHistory(history: unknown, season: unknown, dates?: unknown): History {
  if (isOmitted(dates)) return { ...readSeries(history), seasons: readSeasons(season, USUAL_SEASONS) };
  const values = readAll(history);
  const days = readAll(dates);
  if (days.length !== values.length) throw new FunctionError('#VALUE!', 'function.error.dates-length');
  const aligned = alignByDates(days, values);
  if (!aligned) throw new FunctionError('#VALUE!', 'function.error.no-dates');
  const isRow = toCells(history).length === 1 && values.length > 1;
  return { values: [...aligned.values], isRow, seasons: readSeasons(season, aligned.step.seasons) };
}

/** Italian words for models whose English names an Italian would not guess. */
const ITALIAN_MODELS: Readonly<Record<string, ModelName>> = {
  automatico: 'Automatic',
  ingenuo: 'Naive',
  'ingenuo stagionale': 'Seasonal naive',
  deriva: 'Drift',
  media: 'Mean',
  smorzato: 'Damped',
  'theta dinamico': 'Dynamic theta',
};

function readModel(model: unknown): ModelName {
  if (isOmitted(model)) return 'Automatic';
  const word = String(model).trim().toLowerCase();
  const found = MODEL_NAMES.find((name) => name.toLowerCase() === word) ?? ITALIAN_MODELS[word];
  if (!found) {
    throw new FunctionError('#VALUE!', 'function.error.unknown-model', {
      model: String(model),
      models: MODEL_NAMES.join(', '),
    });
  }
  return found;
}

/** The one calculation behind all forecasting functions, kept by its arguments: a dashboard asks for one forecast in many ways. */
const forecastOnce = memoise((values, horizon, seasons, level, model) =>
  forecastSeries(values as number[], {
    horizon: horizon as number,
    seasons: seasons as number[],
    level: level as number,
    model: model as ModelName,
  }),
);

function calculate(history: History, horizon: number, level: number, model: ModelName): SeriesForecast {
  return forecastOnce(history.values, horizon, history.seasons, level, model);
}

/** Mean forecasts, with lower and upper bounds when a level is asked for, down or across as the history lies. */
export function forecastCells(
  history: unknown,
  horizon: unknown,
  season: unknown,
  model: unknown,
  level: unknown,
  dates: unknown,
): Spill {
  const read = readHistory(history, season, dates);
  const count = readCount(horizon, 'horizon', 1, MOST_HORIZON);
  const bounds = isOmitted(level) ? undefined : readShare(level, 'level');
  const { mean, lower, upper } = calculate(read, count, bounds ?? DEFAULT_LEVEL, readModel(model));
  return spill(bounds === undefined ? [mean] : [mean, lower, upper], read.isRow);
}

/** What the forecast is made of: name, season, members with their shares, remarks. */
export function describeModel(history: unknown, season: unknown, model: unknown, dates: unknown): Spill {
  const read = readHistory(history, season, dates);
  const forecast = calculate(read, defaultHorizon(read), DEFAULT_LEVEL, readModel(model));
  return [
    [say('function.word.model'), forecast.model],
    [say('function.word.season'), forecast.season],
    [say('function.word.values'), forecast.values.length],
    [say('function.word.intermittent'), say(forecast.intermittent ? 'function.word.yes' : 'function.word.no')],
    ...forecast.members.map(({ name, weight }): (string | number)[] => [name, weight]),
  ];
}

/** One season ahead, or six values where there is none. */
function defaultHorizon(read: History): number {
  const season = detectSeason(prepareSeries(read.values).values, read.seasons);
  return season > 1 ? Math.min(season, 24) : 6;
}

function readBacktest(history: unknown, horizon: unknown, season: unknown, model: unknown) {
  const read = readHistory(history, season);
  const count = isOmitted(horizon) ? defaultHorizon(read) : readCount(horizon, 'horizon', 1, MOST_HORIZON);
  const forecast = calculate(read, count, DEFAULT_LEVEL, readModel(model));
  if (!forecast.backtest || !forecast.naive) throw new FunctionError('#N/A', 'function.error.too-short');
  return { forecast, backtest: forecast.backtest, naive: forecast.naive };
}

/** Measures of the honest backtest; the naive forecast's beside them, and what the model adds to it. */
export function accuracyCells(history: unknown, horizon: unknown, season: unknown, model: unknown): Spill {
  const { forecast, backtest, naive } = readBacktest(history, horizon, season, model);
  const own = measureBacktest(backtest, forecast.values, forecast.season).all;
  const other = measureBacktest(naive, forecast.values, forecast.season).all;
  const cell = (value: number | undefined): number | string => value ?? say('function.word.none');
  const row = (key: string, a: number | undefined, b: number | undefined) => [say(key), cell(a), cell(b)];
  const added = own.wmape !== undefined && other.wmape !== undefined ? valueAdded(own.wmape, other.wmape) : undefined;
  return [
    [say('function.word.measure'), say('function.word.forecast'), say('function.word.naive')],
    row('function.word.mase', own.mase, other.mase),
    row('function.word.rmsse', own.rmsse, other.rmsse),
    row('function.word.smape', own.smape, other.smape),
    row('function.word.wmape', own.wmape, other.wmape),
    row('function.word.bias', own.bias, other.bias),
    row('function.word.value-added', added, added === undefined ? undefined : 0),
    [say('function.word.errors'), own.count, other.count],
  ];
}

/** Every forecast of the backtest beside what came and the naive forecast; places count the values of the history from 1. */
export function backtestCells(history: unknown, horizon: unknown, season: unknown, model: unknown): Spill {
  const { forecast, backtest, naive } = readBacktest(history, horizon, season, model);
  const { values } = forecast;
  const heads = ['known', 'step', 'actual', 'forecast', 'naive', 'error'];
  const rows: Spill = [heads.map((head) => say(`function.word.${head}`))];
  backtest.origins.forEach((origin, i) => {
    const count = Math.min(backtest.horizon, values.length - origin);
    for (let h = 0; h < count; h++) {
      const predicted = backtest.forecasts[i * backtest.horizon + h]!;
      if (Number.isNaN(predicted)) continue;
      const actual = values[origin + h]!;
      rows.push([origin, h + 1, actual, predicted, naive.forecasts[i * backtest.horizon + h]!, predicted - actual]);
    }
  });
  return rows;
}

/** Forecasts of a block of series, one a row (or a column): labels stay, then means, then lower and upper bounds when asked for. */
export function forecastTable(
  table: unknown,
  horizon: unknown,
  season: unknown,
  model: unknown,
  level: unknown,
  byColumns: unknown,
): Spill {
  const cells = toCells(table);
  const across = byColumns === true;
  const series = across ? (cells[0] ?? []).map((_, c) => cells.map((row) => row[c])) : cells;
  const labelled = series.some((line) => typeof line[0] === 'string' && line[0] !== '');
  const lines = series.map((line): (string | number)[] => {
    const label = labelled ? [typeof line[0] === 'string' ? line[0] : ''] : [];
    const numbers = labelled ? line.slice(1) : line;
    if (!numbers.some((cell) => typeof cell === 'number')) return [...label, ...emptyLine(horizon, level)];
    const forecasts = forecastCells([numbers], horizon, season, model, level, undefined);
    return [...label, ...(forecasts.flat() as number[])];
  });
  return across ? (lines[0] ?? []).map((_, i) => lines.map((line) => line[i]!)) : lines;
}

/** A line without numbers, such as a heading, gets an empty answer rather than an error for the whole block. */
function emptyLine(horizon: unknown, level: unknown): string[] {
  const count = readCount(horizon, 'horizon', 1, MOST_HORIZON);
  return Array.from({ length: count * (isOmitted(level) ? 1 : 3) }, () => '');
}

/** Seasonal indices by classical decomposition, the first value's phase first: mean 1 for positive histories, else sum 0. */
export function seasonalityCells(history: unknown, season: unknown, dates: unknown): Spill {
  const read = readHistory(history, season, dates);
  const raw = prepareSeries(read.values);
  const length = detectSeason(raw.values, read.seasons);
  if (length < 2) throw new FunctionError('#N/A', 'function.error.no-season');
  const series = prepareSeries(read.values, length);
  const indices = seasonalIndices(series.values, length, series.positive ? 'multiplicative' : 'additive');
  return spill([[...indices]], read.isRow);
}

/** Values that do not fit: place (from 1), value, what was expected, bounds. */
export function outlierCells(history: unknown, season: unknown, sigmas: unknown): Spill {
  const read = readHistory(history, season);
  const k = readNumber(sigmas, 'sigmas', 4);
  if (!(k > 0)) throw new FunctionError('#VALUE!', 'function.error.not-positive', { name: 'sigmas' });
  const series = prepareSeries(read.values);
  const found = findOutliers(series.values, detectSeason(series.values, read.seasons), k);
  if (found.length === 0) return [[say('function.word.no-outliers')]];
  const heads = ['place', 'value', 'expected', 'lower', 'upper'].map((head) => say(`function.word.${head}`));
  return [heads, ...found.map((o) => [o.index + 1, o.value, o.expected, o.lower, o.upper])];
}
