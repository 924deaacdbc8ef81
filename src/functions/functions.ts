// What Excel's metadata generator reads: plain top-level functions with JSDoc, English as in i18n. The work is done elsewhere.
import { accuracyCells, backtestCells } from './backtests';
import { fiscalWeekValue, isoWeekValue, phaseCells, workingDaysValue } from './calendars';
import { chanceValue, coverageValue, rampCells, weightedValue } from './deals';
import { describeModel, forecastCells, outlierCells, seasonalityCells } from './forecasting';
import { forecastTable } from './many';
import { runToEnd } from './pace';
import { fillRateValue, reorderPointValue, safetyStockValue } from './stock';

/**
 * Forecasts a series by a tested combination of models, with an interval when a level is given.
 * @customfunction FORECAST
 * @param history Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.
 * @param horizon How many values to forecast, 1 to 1000.
 * @param [season] Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.
 * @param [model] Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.
 * @param [level] Level of the interval, such as 0.8 or 95%; when given, the lower and upper bounds come beside the forecast.
 * @param [dates] Dates of the past values: they are put in order, values of one period summed, missing periods filled in.
 * @param [drivers] What moves the series, a column (or row) each, as long as the history and the horizon together.
 */
export function forecast(
  history: unknown[][],
  horizon: number,
  season?: number,
  model?: string,
  level?: number,
  dates?: unknown[][],
  drivers?: unknown[][],
): unknown[][] {
  return forecastCells(history, horizon, season, model, level, dates, drivers);
}

/**
 * Says which models a forecast is made of, with their weights and the season found.
 * @customfunction FORECAST.MODEL
 * @param history Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.
 * @param [season] Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.
 * @param [model] Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.
 * @param [dates] Dates of the past values: they are put in order, values of one period summed, missing periods filled in.
 * @param [drivers] What moves the series, a column (or row) each, as long as the history and the horizon together.
 */
export function forecastModel(
  history: unknown[][],
  season?: number,
  model?: string,
  dates?: unknown[][],
  drivers?: unknown[][],
): unknown[][] {
  return describeModel(history, season, model, dates, drivers);
}

/**
 * Measures how good forecasts of this series would have been, against the naive forecast.
 * @customfunction FORECAST.ACCURACY
 * @param history Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.
 * @param [horizon] How many values ahead; one season by default, 6 without one.
 * @param [season] Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.
 * @param [model] Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.
 * @param [byStep] TRUE for the measures of each number of values ahead.
 */
export function forecastAccuracy(
  history: unknown[][],
  horizon?: number,
  season?: number,
  model?: string,
  byStep?: boolean,
): unknown[][] {
  return accuracyCells(history, horizon, season, model, byStep);
}

/**
 * Lists every forecast that would have been made in the past beside what came.
 * @customfunction FORECAST.BACKTEST
 * @param history Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.
 * @param [horizon] How many values ahead; one season by default, 6 without one.
 * @param [season] Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.
 * @param [model] Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.
 */
export function forecastBacktest(history: unknown[][], horizon?: number, season?: number, model?: string): unknown[][] {
  return backtestCells(history, horizon, season, model);
}

/**
 * Forecasts a block of series in one call.
 * @customfunction FORECAST.MANY
 * @param table A block of series, one a row, oldest value first; first columns of text are kept as labels.
 * @param horizon How many values to forecast, 1 to 1000.
 * @param [season] Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.
 * @param [model] Automatic (default), Naive, Seasonal naive, Drift, Mean, SES, Holt, Damped, Holt-Winters, ETS, Theta, Dynamic theta, ARIMA, Croston, SBA, TSB, ADIDA or IMAPA.
 * @param [level] Level of the interval; when given, lower and then upper bounds follow the forecasts.
 * @param [byColumns] TRUE when each column is a series.
 * @param [reconcile] MinT, Bottom-up or Top-down: rows for the total and for the groups named in the first labels follow, and all add up.
 */
export function forecastMany(
  table: unknown[][],
  horizon: number,
  season?: number,
  model?: string,
  level?: number,
  byColumns?: boolean,
  reconcile?: string,
): unknown[][] {
  return runToEnd(forecastTable(table, horizon, season, model, level, byColumns, reconcile));
}

/**
 * Seasonal indices of a series: mean 1 where all values are positive, else sum 0.
 * @customfunction SEASONALITY
 * @param history Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.
 * @param [season] Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.
 * @param [dates] Dates of the past values: they are put in order, values of one period summed, missing periods filled in.
 */
export function seasonality(history: unknown[][], season?: number, dates?: unknown[][]): unknown[][] {
  return seasonalityCells(history, season, dates);
}

/**
 * Lists the values of a series that do not fit their surroundings.
 * @customfunction OUTLIERS
 * @param history Past values, oldest first, in a row or a column; blanks, text and errors inside count as missing.
 * @param [season] Values in a season: 12 for months, 4 for quarters, 52 for weeks, 1 for none; found from the data when omitted.
 * @param [sigmas] Standard deviations from what was expected; 4 by default.
 */
export function outliers(history: unknown[][], season?: number, sigmas?: number): unknown[][] {
  return outlierCells(history, season, sigmas);
}

/**
 * Safety stock for a service level when demand and lead time vary.
 * @customfunction SAFETYSTOCK
 * @param service Share of replenishment cycles without a stock-out, such as 0.95 or 95%.
 * @param demandSd Standard deviation of the demand per period.
 * @param leadTime Periods from order to delivery.
 * @param [meanDemand] Mean demand per period; needed only where the lead time varies.
 * @param [leadTimeSd] Standard deviation of the lead time in periods; 0 by default.
 * @param [review] Periods between two reviews of the stock; 0 (always watched) by default.
 */
export function safetyStock(
  service: number,
  demandSd: number,
  leadTime: number,
  meanDemand?: number,
  leadTimeSd?: number,
  review?: number,
): number {
  return safetyStockValue(service, demandSd, leadTime, meanDemand, leadTimeSd, review);
}

/**
 * Stock at which to order for a service level: demand over the lead time plus safety stock.
 * @customfunction REORDERPOINT
 * @param service Share of replenishment cycles without a stock-out, such as 0.95 or 95%.
 * @param meanDemand Mean demand per period.
 * @param demandSd Standard deviation of the demand per period.
 * @param leadTime Periods from order to delivery.
 * @param [leadTimeSd] Standard deviation of the lead time in periods; 0 by default.
 * @param [review] Periods between two reviews of the stock; 0 (always watched) by default.
 */
export function reorderPoint(
  service: number,
  meanDemand: number,
  demandSd: number,
  leadTime: number,
  leadTimeSd?: number,
  review?: number,
): number {
  return reorderPointValue(service, meanDemand, demandSd, leadTime, leadTimeSd, review);
}

/**
 * Share of the demand served from stock with a reorder point and a lot size.
 * @customfunction FILLRATE
 * @param reorderPoint Stock at which an order is placed.
 * @param lot Units ordered at a time.
 * @param meanDemand Mean demand per period.
 * @param demandSd Standard deviation of the demand per period.
 * @param leadTime Periods from order to delivery.
 * @param [leadTimeSd] Standard deviation of the lead time in periods; 0 by default.
 * @param [review] Periods between two reviews of the stock; 0 (always watched) by default.
 */
export function fillRate(
  reorderPoint: number,
  lot: number,
  meanDemand: number,
  demandSd: number,
  leadTime: number,
  leadTimeSd?: number,
  review?: number,
): number {
  return fillRateValue(reorderPoint, lot, meanDemand, demandSd, leadTime, leadTimeSd, review);
}

/**
 * Spreads a total over months by working days and a seasonal profile; the parts add up exactly.
 * @customfunction PHASE
 * @param total What is to be spread.
 * @param start First day.
 * @param end Last day, included.
 * @param [profile] Twelve weights, January first; without them only working days count.
 * @param [holidays] Dates that are not worked, besides Saturdays and Sundays.
 */
export function phase(
  total: number,
  start: number,
  end: number,
  profile?: unknown[][],
  holidays?: unknown[][],
): unknown[][] {
  return phaseCells(total, start, end, profile, holidays);
}

/**
 * Working days from one date to another, both included.
 * @customfunction WORKDAYS
 * @param start First day.
 * @param end Last day, included.
 * @param [holidays] Dates that are not worked, besides Saturdays and Sundays.
 * @param [country] IT, US, GB, DE, FR or ES for its public holidays; none by default.
 */
export function workdays(start: number, end: number, holidays?: unknown[][], country?: string): number {
  return workingDaysValue(start, end, holidays, country);
}

/**
 * The fiscal week of a date, such as FY2026-W05.
 * @customfunction FISCALWEEK
 * @param date A date.
 * @param [startMonth] Month in which the fiscal year begins, 1 to 12; January by default.
 * @param [pattern] Calendar (default), 4-4-5, 4-5-4 or 5-4-4.
 */
export function fiscalWeek(date: number, startMonth?: number, pattern?: string): string {
  return fiscalWeekValue(date, startMonth, pattern);
}

/**
 * The ISO week of a date with its year, such as 2026-W49.
 * @customfunction ISOWEEK
 * @param date A date.
 */
export function isoWeek(date: number): string {
  return isoWeekValue(date);
}

/**
 * Weighted pipeline: the sum of amounts times probabilities.
 * @customfunction WEIGHTED
 * @param amounts Amounts of the open deals.
 * @param probabilities Their probabilities of being won, 0 to 1 or as percentages, in a range of the same size.
 */
export function weighted(amounts: unknown[][], probabilities: unknown[][]): number {
  return weightedValue(amounts, probabilities);
}

/**
 * Probability that the deals won together reach a target.
 * @customfunction CHANCE
 * @param amounts Amounts of the open deals.
 * @param probabilities Their probabilities of being won, 0 to 1 or as percentages, in a range of the same size.
 * @param target What is to be reached.
 */
export function chance(amounts: unknown[][], probabilities: unknown[][], target: number): number {
  return chanceValue(amounts, probabilities, target);
}

/**
 * Pipeline coverage: open deals over what is left to win.
 * @customfunction COVERAGE
 * @param pipeline Amounts of the open deals, or their total.
 * @param target Target of the period.
 * @param [won] Already won in the period; 0 by default.
 */
export function coverage(pipeline: unknown[][], target: number, won?: number): number {
  return coverageValue(pipeline, target, won);
}

/**
 * Productivity of a new hire, 0 to 1, by months since hiring.
 * @customfunction RAMP
 * @param months Months since hiring, one or a range.
 * @param [ramp] Months to full productivity, or a range with the productivity of each month.
 */
export function ramp(months: unknown[][], ramp?: unknown[][]): unknown[][] {
  return rampCells(months, ramp);
}
