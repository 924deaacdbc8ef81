import { alignByDates } from '../planning/forecast/align';
import type { SeriesForecast } from '../planning/forecast/automatic';
import { forecastSeries } from '../planning/forecast/automatic';
import { forecastDriven } from '../planning/forecast/drivers';
import { MODEL_NAMES } from '../planning/forecast/gather';
import type { ModelName } from '../planning/forecast/gather';
import { detectSeason } from '../planning/forecast/seasonDetection';
import { prepareSeries } from '../planning/forecast/series';
import { readDays } from './dates';
import { FunctionError } from './errors';
import { memoise } from './memo';
import type { ReadSeries } from './ranges';
import { isOmitted, readAll, readCount, readSeries, toCells } from './ranges';

/** Seasons looked for when none is given. */
const USUAL_SEASONS = [12, 4, 7, 52, 24, 13] as const;
export const MOST_HORIZON = 1000;
const MOST_SEASON = 1000;
export const DEFAULT_LEVEL = 0.95;

/** A history as the user gave it, and the seasons to look for in it. */
export interface History extends ReadSeries {
  readonly seasons: readonly number[];
  /** Drivers, one a list, from the first number of the history to the end of the horizon. */
  readonly drivers?: readonly (readonly number[])[];
}

function readSeasons(season: unknown, usual: readonly number[]): readonly number[] {
  if (isOmitted(season)) return usual;
  const length = readCount(season, 'season', 0, MOST_SEASON);
  return length === 0 ? usual : [length];
}

/** A history from a range, in the order of its dates where there are some. */
export function readHistory(history: unknown, season: unknown, dates?: unknown): History {
  if (isOmitted(dates)) return { ...readSeries(history), seasons: readSeasons(season, USUAL_SEASONS) };
  const values = readAll(history);
  const days = readDays(dates);
  if (days.length !== values.length) throw new FunctionError('#VALUE!', 'function.error.dates-length');
  const aligned = alignByDates(days, values);
  if (!aligned) throw new FunctionError('#VALUE!', 'function.error.no-dates');
  const isRow = toCells(history).length === 1 && values.length > 1;
  return { values: [...aligned.values], before: 0, isRow, seasons: readSeasons(season, aligned.step.seasons) };
}

/**
 * The history with its drivers: lines beside it, as long as the range of the history and the horizon.
 *
 * @throws FunctionError when they are shorter, hold anything but numbers, or come together with dates
 */
export function addDrivers(
  read: History,
  history: unknown,
  horizon: number,
  drivers: unknown,
  dates: unknown,
): History {
  if (isOmitted(drivers)) return read;
  if (!isOmitted(dates)) throw new FunctionError('#VALUE!', 'function.error.drivers-with-dates');
  const cells = toCells(drivers);
  const lines = read.isRow ? cells : (cells[0] ?? []).map((_, c) => cells.map((row) => row[c]));
  const needed = toCells(history).flat().length + horizon;
  const columns = lines.map((line) => readAll([line]).slice(read.before, needed));
  const isWhole = columns.every((line) => line.length === needed - read.before && !line.some(Number.isNaN));
  if (!isWhole) throw new FunctionError('#VALUE!', 'function.error.drivers-length', { count: needed });
  return { ...read, drivers: columns };
}

/** Italian words for models whose English names an Italian would not guess. */
const ITALIAN_MODELS: Readonly<Record<string, ModelName>> = {
  automatico: 'Automatic',
  ingenua: 'Naive',
  ingenuo: 'Naive',
  'ingenua stagionale': 'Seasonal naive',
  'ingenuo stagionale': 'Seasonal naive',
  deriva: 'Drift',
  media: 'Mean',
  smorzato: 'Damped',
  'theta dinamico': 'Dynamic theta',
};

/**
 * The model that a word names, in English or Italian; Automatic when it was omitted.
 *
 * @throws FunctionError when there is no such model
 */
export function readModel(model: unknown): ModelName {
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

/** One season ahead, or six values where there is none. */
export function defaultHorizon(read: History): number {
  const season = detectSeason(prepareSeries(read.values).values, read.seasons);
  return season > 1 ? Math.min(season, 24) : 6;
}

/** A forecast; of one with drivers, what a unit of each does. */
export interface FunctionForecast extends SeriesForecast {
  readonly effects?: readonly number[];
}

/** Numbers that a forecast holds: its backtests are most of them. */
function sizeOf({ values, mean, backtest, naive }: SeriesForecast): number {
  return values.length + 4 * mean.length + (backtest?.forecasts.length ?? 0) + (naive?.forecasts.length ?? 0);
}

/** The one calculation behind all forecasting functions, kept by its arguments: a dashboard asks for one forecast in many ways. */
const forecastOnce = memoise(
  (
    values: readonly number[],
    horizon: number,
    seasons: readonly number[],
    level: number,
    model: ModelName,
    drivers: History['drivers'],
  ): FunctionForecast | undefined => {
    const options = { horizon, seasons, level, model };
    return drivers ? forecastDriven(values, drivers, options) : forecastSeries(values, options);
  },
  (forecast) => (forecast ? sizeOf(forecast) : 0),
);

/** @throws FunctionError when drivers were given that nothing can be learnt from */
export function calculate(history: History, horizon: number, level: number, model: ModelName): FunctionForecast {
  const forecast = forecastOnce(history.values, horizon, history.seasons, level, model, history.drivers);
  if (!forecast) throw new FunctionError('#N/A', 'function.error.drivers-useless');
  return forecast;
}
