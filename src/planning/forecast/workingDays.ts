import type { WorkingCalendar } from '../time/types';
import { measureBacktest } from './accuracy';
import type { ForecastOptions, SeriesForecast } from './automatic';
import { forecastSeries } from './automatic';
import type { Backtest } from './backtest';
import { rootMeanSquare } from './backtest';
import type { Period } from './history';

/** Working days of the periods of a history, and of those ahead. */
export interface WorkedDays {
  readonly past: readonly number[];
  readonly ahead: readonly number[];
}

/** Demand per working day must be this much easier to forecast than demand per period to be worth another word. */
const LEAST_GAIN = 0.97;

/** Working days of periods by the plan's calendar. */
export function countWorkedDays(
  past: readonly Period[],
  ahead: readonly Period[],
  calendar: WorkingCalendar,
): WorkedDays {
  const count = (periods: readonly Period[]): number[] =>
    periods.map((period) => calendar.workingDays(period.start, period.end));
  return { past: count(past), ahead: count(ahead) };
}

/**
 * Forecasts demand per working day and makes quantities of it again, so that a month of 19 days or a week with a holiday is neither an
 * outlier nor a season. Undefined where that says nothing: all periods have the same days, the first or last has none, or demand is
 * intermittent.
 *
 * @param plain the forecast of the quantities themselves, whose naive forecast both are held against
 */
export function forecastPerDay(
  quantities: readonly number[],
  days: WorkedDays,
  options: ForecastOptions,
  plain: SeriesForecast,
): SeriesForecast | undefined {
  const { past, ahead } = days;
  if (plain.intermittent || [...past, ...ahead].every((count) => count === past[0])) return undefined;
  if (!past[0] || !past[past.length - 1]) return undefined;
  const rates = quantities.map((quantity, t) => (past[t]! > 0 ? quantity / past[t]! : NaN));
  const forecast = forecastSeries(rates, { ...options, seasons: [plain.season] });
  const { backtest } = forecast;
  const sameDesign =
    backtest?.origins.length === plain.backtest?.origins.length && backtest?.horizon === plain.backtest?.horizon;
  if (forecast.intermittent || forecast.values.length !== plain.values.length || !sameDesign) return undefined;
  const times = (part: readonly number[]): number[] => part.map((rate, h) => rate * ahead[h]!);
  const line = [...past.slice(past.length - plain.values.length), ...ahead];
  const tested = backtest && quantitiesOf(backtest, line);
  const measures = tested ? measureBacktest(tested, plain.values, plain.season).all : {};
  const { mase, smape, wmape, bias } = measures as SeriesForecast['accuracy'];
  return {
    ...forecast,
    mean: times(forecast.mean),
    lower: times(forecast.lower),
    upper: times(forecast.upper),
    accuracy: { mase, smape, wmape, bias },
    values: plain.values,
    backtest: tested,
    naive: plain.naive,
  };
}

/** A backtest of rates as one of quantities: forecasts times the days of the periods they are for. */
function quantitiesOf(backtest: Backtest, days: readonly number[]): Backtest {
  const { horizon, origins } = backtest;
  const forecasts = backtest.forecasts.map((rate, i) => {
    const place = origins[Math.floor(i / horizon)]! + (i % horizon);
    return rate * (days[place] ?? NaN);
  });
  return { horizon, origins, forecasts };
}

/** Whether demand per working day would have been forecast clearly better than demand per period. */
export function isBetterPerDay(plain: SeriesForecast, perDay: SeriesForecast): boolean {
  if (!plain.backtest || !perDay.backtest) return false;
  return rootMeanSquare(perDay.backtest, plain.values) < LEAST_GAIN * rootMeanSquare(plain.backtest, plain.values);
}
