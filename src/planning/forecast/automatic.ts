import type { ForecastAccuracy } from '../result';
import { measureBacktest } from './accuracy';
import type { Backtest } from './backtest';
import type { Calibration } from './calibration';
import { calibrate, calibrateShort } from './calibration';
import type { Combination } from './combination';
import { combine, lookBack, mixForecasts, naiveOf } from './combination';
import { boundsAround } from './intervals';
import { boundsOfIntermittent } from './intermittentIntervals';
import type { ModelName } from './gather';
import { usesIntermittentModels } from './gather';
import { detectSeason } from './seasonDetection';
import type { PreparedSeries } from './series';
import { prepareSeries, sinceLaunch } from './series';

/** A remark about a forecast: a code with params, worded at the edge like an issue. */
export interface ForecastNote {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ForecastOptions {
  /** Values to forecast, 1 or more. */
  readonly horizon: number;
  /** Season lengths to consider, most usual first; empty or [1] for none. One length: taken as given. */
  readonly seasons: readonly number[];
  /** Of the intervals, in (0, 1). */
  readonly level: number;
  /** One model asked for by name; 'Automatic' (a combination) by default. */
  readonly model?: ModelName;
}

/** A forecast of one series with its intervals and what is known about its quality. */
export interface SeriesForecast {
  readonly model: string;
  /** The season length used; 1 for none. */
  readonly season: number;
  readonly mean: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly accuracy: ForecastAccuracy;
  /** Correlation of the errors of neighbouring horizons, 0..1. */
  readonly persistence: number;
  readonly notes: readonly ForecastNote[];
  /** The models behind it and their shares, which sum to 1. */
  readonly members: readonly { readonly name: string; readonly weight: number }[];
  /** Whether demand was taken to come now and then. */
  readonly intermittent: boolean;
  /** The history as forecast from: finite, holes filled, the oldest left out where it is very long. */
  readonly values: Float64Array;
  /** What the method, and seasonal naive, would have said before; undefined when the history is too short for it. */
  readonly backtest?: Backtest;
  readonly naive?: Backtest;
  readonly calibration?: Calibration;
}

/**
 * Older values are not used: they cost time and say little. Of long seasons fewer are enough; hours and days need several of their weeks
 * and years.
 */
const SEASONS_USED = 15;
const LONG_SEASONS_USED = 8;
const LONG_SEASON = 25;
const LEAST_USED = 180;
const OUTER_USED: Readonly<Record<number, number>> = { 24: 6 * 168, 7: 3 * 364 };
/** With fewer values nothing can be estimated. */
const LEAST_VALUES = 3;
/** Origins of a season, or this many of them, tell how wide intervals must be; fewer do not. */
const ENOUGH_ORIGINS = 12;
function lastValues(values: Float64Array, season: number): Float64Array {
  const seasons = season < LONG_SEASON ? SEASONS_USED : LONG_SEASONS_USED;
  const most = OUTER_USED[season] ?? Math.max(LEAST_USED, seasons * season);
  return values.length > most ? values.slice(values.length - most) : values;
}

/** The families that members' names stand for, in the order in which they are named together. */
const FAMILIES = ['ETS', 'ARIMA', 'Theta', 'Drift', 'TSB', 'IMAPA', 'Seasonal naive', 'Naive'] as const;

function familyOf(name: string): string {
  if (/theta/i.test(name)) return 'Theta';
  return FAMILIES.find((family) => name.startsWith(family)) ?? name;
}

/** One model by its full name, several by their families: 'ETS + ARIMA + Theta'. */
function nameOf(members: SeriesForecast['members']): string {
  const [only, ...others] = members;
  if (only && others.length === 0) return only.name;
  const found = new Set(members.map((member) => familyOf(member.name)));
  return FAMILIES.filter((family) => found.has(family)).join(' + ');
}

function listMembers(combination: Combination): SeriesForecast['members'] {
  const total = combination.weights.reduce((sum, weight) => sum + weight, 0);
  return combination.models
    .map((model, i) => ({ name: model.name, weight: combination.weights[i]! / total, i }))
    .filter((member) => member.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.i - b.i)
    .map(({ name, weight }) => ({ name, weight }));
}

/** Forecasts a history that a model can be made of. */
function forecastByModels(series: PreparedSeries, season: number, options: ForecastOptions): SeriesForecast {
  const values = lastValues(series.values, season);
  const horizon = options.horizon + series.trailing;
  const floor = series.nonNegative ? 0 : -Infinity;
  const combination =
    series.constant || values.length < LEAST_VALUES
      ? { models: [naiveOf(values, 1)], weights: [1] }
      : combine(series, values, season, horizon, options.model ?? 'Automatic');
  const mean = mixForecasts(combination, values, horizon, floor);
  const { backtest } = combination;
  const seen = backtest && backtest.origins.length >= Math.min(season, ENOUGH_ORIGINS);
  const calibration =
    calibrate(values, seen ? backtest : lookBack(combination, values, horizon), season) ??
    calibrateShort(values, season);
  const intermittent = usesIntermittentModels(series, season);
  const { lower, upper } = intermittent
    ? boundsOfIntermittent(values, mean, options.level)
    : boundsAround(mean, calibration, options.level, floor);
  const members = listMembers(combination);
  return {
    model: nameOf(members),
    season,
    mean: [...mean].slice(series.trailing),
    lower: lower.slice(series.trailing),
    upper: upper.slice(series.trailing),
    accuracy: backtest ? accuracyOf(backtest, values, season) : {},
    persistence: calibration.persistence,
    notes: [],
    members,
    intermittent,
    values,
    backtest,
    naive: combination.naive,
    calibration,
  };
}

function accuracyOf(backtest: Backtest, values: Float64Array, season: number): ForecastAccuracy {
  const { mase, smape, wmape, bias } = measureBacktest(backtest, values, season).all;
  return { mase, smape, wmape, bias };
}

/**
 * Forecasts one series automatically: the mean of unlike models (exponential smoothing; standard and dynamic Theta, the latter also
 * on logarithms and on blocks of values; seasonal ARIMA; the line through the few values of years; TSB and IMAPA where demand is
 * intermittent), weighted by the inverse of their errors in an honest rolling-origin backtest over the second half of the history, and held
 * against seasonal naive. Intervals come from the same backtest; where the season leaves too little of it, from the models' errors within
 * the history.
 *
 * Behaviour at the edges: no value: zeros; one or two values, or all the same: the last one for ever, with intervals from the steps
 * seen (one value: half of it either way at one sigma); fewer than some 10 values: no backtest, equal weights, intervals from the
 * steps; missing values (NaN): filled between neighbours; zeros before regular demand began: left out; histories without a negative value get neither a negative forecast nor a
 * negative bound. Always finite, and the same for the same input.
 */
export function forecastSeries(history: readonly number[], options: ForecastOptions): SeriesForecast {
  const launched = sinceLaunch(history);
  const raw = prepareSeries(launched);
  const season = detectSeason(raw.values, options.seasons);
  const series = season > 1 ? prepareSeries(launched, season) : raw;
  if (series.values.length === 0) {
    const zeros = Array.from({ length: options.horizon }, () => 0);
    const empty = { mean: zeros, lower: zeros, upper: zeros, accuracy: {}, persistence: 0, members: [] };
    return {
      ...empty,
      intermittent: false,
      model: 'None',
      season: 1,
      notes: [{ code: 'forecast-no-values', params: {} }],
      values: series.values,
    };
  }
  const count = history.length - launched.length;
  const notes = count > 0 ? [{ code: 'forecast-before-launch', params: { count } }] : [];
  return { ...forecastByModels(series, season, options), notes };
}
