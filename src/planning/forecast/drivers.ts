import type { ForecastOptions, SeriesForecast } from './automatic';
import { forecastSeries } from './automatic';
import { forecastByDrivers } from './regression';
import { detectSeason } from './seasonDetection';
import { prepareSeries } from './series';

/** A forecast that drivers explain a part of. */
export interface DrivenForecast extends SeriesForecast {
  /** Effect of one unit of each driver. */
  readonly effects: readonly number[];
}

/**
 * Forecasts a series that known drivers (price, promotion, working days …) move: their effects are estimated by a regression with
 * ARIMA errors, what they leave is forecast like any series, with its intervals, and the effects of the drivers to come are added back.
 * A history without negative values gets neither a negative forecast nor a negative bound.
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice (2021), chapter 10.
 *
 * @param drivers each finite, as long as `history` and the horizon together
 * @returns undefined when the history is too short for the drivers (three values a driver and six more), or a driver never changes or
 *   follows from the others
 */
export function forecastDriven(
  history: readonly number[],
  drivers: readonly (readonly number[])[],
  options: ForecastOptions,
): DrivenForecast | undefined {
  const first = history.findIndex((value) => Number.isFinite(value));
  const { values, trailing, nonNegative } = prepareSeries(history);
  const season = detectSeason(values, options.seasons);
  const horizon = options.horizon + trailing;
  const columns = drivers.map((driver) => Float64Array.from(driver.slice(Math.max(0, first))));
  const regression = forecastByDrivers(values, columns, horizon, season);
  if (!regression) return undefined;
  const effects = [...regression.effects];
  const explained = (t: number): number => columns.reduce((sum, driver, i) => sum + effects[i]! * driver[t]!, 0);
  const rest = Array.from(values, (value, t) => value - explained(t));
  const forecast = forecastSeries(rest, { ...options, seasons: [season], horizon });
  const floor = nonNegative ? 0 : -Infinity;
  const addBack = (part: readonly number[]): number[] =>
    part.map((value, h) => Math.max(floor, value + explained(values.length + h))).slice(trailing);
  return {
    ...forecast,
    mean: addBack(forecast.mean),
    lower: addBack(forecast.lower),
    upper: addBack(forecast.upper),
    effects,
  };
}
