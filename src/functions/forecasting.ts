import { findOutliers } from '../planning/forecast/outliers';
import { detectSeason } from '../planning/forecast/seasonDetection';
import { seasonalIndices } from '../planning/forecast/seasonality';
import { prepareSeries } from '../planning/forecast/series';
import { modelName } from '../i18n/modelName';
import { currentLanguage, FunctionError, say } from './errors';
import { addDrivers, calculate, DEFAULT_LEVEL, defaultHorizon, MOST_HORIZON, readHistory, readModel } from './history';
import type { Spill } from './ranges';
import { isOmitted, readCount, readNumber, readShare, spill, toCells } from './ranges';

/** Mean forecasts, with lower and upper bounds when a level is asked for, down or across as the history lies. */
export function forecastCells(
  history: unknown,
  horizon: unknown,
  season: unknown,
  model: unknown,
  level: unknown,
  dates: unknown,
  drivers: unknown,
): Spill {
  const count = readCount(horizon, 'horizon', 1, MOST_HORIZON);
  const read = addDrivers(readHistory(history, season, dates), history, count, drivers, dates);
  const bounds = isOmitted(level) ? undefined : readShare(level, 'level');
  const { mean, lower, upper } = calculate(read, count, bounds ?? DEFAULT_LEVEL, readModel(model));
  return spill(bounds === undefined ? [mean] : [mean, lower, upper], read.isRow);
}

/** What the forecast is made of: name, season, members with their shares, effects of the drivers. */
export function describeModel(
  history: unknown,
  season: unknown,
  model: unknown,
  dates: unknown,
  drivers: unknown,
): Spill {
  const plain = readHistory(history, season, dates);
  const ahead = isOmitted(drivers) ? defaultHorizon(plain) : horizonOf(history, drivers, plain.isRow);
  const read = addDrivers(plain, history, ahead, drivers, dates);
  const forecast = calculate(read, ahead, DEFAULT_LEVEL, readModel(model));
  const effects = forecast.effects ?? [];
  return [
    [say('function.word.model'), modelName(currentLanguage(), forecast.model)],
    [say('function.word.season'), forecast.season],
    [say('function.word.values'), forecast.values.length],
    [say('function.word.intermittent'), say(forecast.intermittent ? 'function.word.yes' : 'function.word.no')],
    ...forecast.members.map(({ name, weight }): (string | number)[] => [modelName(currentLanguage(), name), weight]),
    ...effects.map((effect, i): (string | number)[] => [say('function.word.effect', { number: i + 1 }), effect]),
  ];
}

/** How far drivers reach beyond the history. */
function horizonOf(history: unknown, drivers: unknown, isRow: boolean): number {
  const cells = toCells(drivers);
  const length = isRow ? (cells[0]?.length ?? 0) : cells.length;
  const known = toCells(history).flat().length;
  if (length <= known) throw new FunctionError('#VALUE!', 'function.error.drivers-length', { count: known + 1 });
  return length - known;
}

/** Seasonal indices by classical decomposition, the first value's phase first: mean 1 for positive histories, else sum 0. */
export function seasonalityCells(history: unknown, season: unknown, dates: unknown): Spill {
  const read = readHistory(history, season, dates);
  const raw = prepareSeries(read.values);
  const length = detectSeason(raw.values, read.seasons);
  const [given, ...others] = read.seasons;
  if (length < 2 && given !== undefined && given > 1 && others.length === 0)
    throw new FunctionError('#N/A', 'function.error.short-season', { count: 2 * given });
  if (length < 2) throw new FunctionError('#N/A', 'function.error.no-season');
  const series = prepareSeries(read.values, length);
  const indices = seasonalIndices(series.values, length, series.positive ? 'multiplicative' : 'additive');
  return spill([[...indices]], read.isRow);
}

/** Values that do not fit: place in the range (from 1), value, what was expected, bounds. */
export function outlierCells(history: unknown, season: unknown, sigmas: unknown): Spill {
  const read = readHistory(history, season);
  const k = readNumber(sigmas, 'sigmas', 4);
  if (!(k > 0)) throw new FunctionError('#VALUE!', 'function.error.not-positive', { name: 'sigmas' });
  const series = prepareSeries(read.values);
  const found = findOutliers(series.values, detectSeason(series.values, read.seasons), k);
  if (found.length === 0) return [[say('function.word.no-outliers')]];
  const heads = ['place', 'value', 'expected', 'lower', 'upper'].map((head) => say(`function.word.${head}`));
  return [heads, ...found.map((o) => [read.before + o.index + 1, o.value, o.expected, o.lower, o.upper])];
}
