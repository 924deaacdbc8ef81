import { chooseArima } from './arima';
import { filterByArima } from './arimaFit';
import { chooseEts } from './ets';
import { regress } from './leastSquares';
import { forecastAhead } from './model';

/** A regression on drivers whose errors follow a model of their own. */
export interface DriverForecast {
  readonly mean: Float64Array;
  /** Effect of one unit of each driver. */
  readonly effects: Float64Array;
  /** The model of the errors, 'ARIMA(1,0,0)' … */
  readonly errorModel: string;
}

/** Removes from the values what the drivers explain. */
function unexplained(values: Float64Array, drivers: readonly Float64Array[], effects: Float64Array): Float64Array {
  return values.map((y, t) => drivers.reduce((rest, driver, i) => rest - effects[i]! * driver[t]!, y));
}

/**
 * Regression on given drivers (price, promotion, working days …) with ARIMA or ETS errors: effects by generalised least squares (values
 * and drivers filtered by the errors' ARIMA model, twice), errors forecast by their own model and added back. Undefined when drivers are
 * constant or depend on each other, or history is too short for them (three values a driver and six more).
 *
 * Source: Hyndman & Athanasopoulos, Forecasting: Principles and Practice (2021), chapter 10; filtering after Cochrane & Orcutt,
 * Journal of the American Statistical Association 44 (1949).
 *
 * @param drivers each as long as the history and the horizon together
 * @param errors which family models what the drivers leave
 */
export function forecastByDrivers(
  values: Float64Array,
  drivers: readonly Float64Array[],
  horizon: number,
  season: number,
  errors: 'ARIMA' | 'ETS' = 'ARIMA',
): DriverForecast | undefined {
  const n = values.length;
  if (n < 3 * drivers.length + 6) return undefined;
  const past = drivers.map((driver) => driver.subarray(0, n));
  const one = new Float64Array(n).fill(1);
  const plain = regress([one, ...past], values);
  if (!plain) return undefined;
  let effects: Float64Array = plain.slice(1);
  for (let pass = 0; pass < 2; pass++) {
    const noise = chooseArima(unexplained(values, past, effects), season);
    const columns = past.map((driver) => filterByArima(noise, driver));
    const target = filterByArima(noise, values);
    // Filtering keeps a constant only where there is no differencing; the column then is the filtered one.
    const level = noise.order.d + noise.order.D === 0 ? [filterByArima(noise, one)] : [];
    const better = regress([...columns, ...level], target);
    if (!better) break;
    effects = better.slice(0, drivers.length);
  }
  const rest = unexplained(values, past, effects);
  const model = errors === 'ARIMA' ? chooseArima(rest, season) : chooseEts(rest, season);
  const mean = forecastAhead(model, horizon).map((f, h) =>
    drivers.reduce((sum, driver, i) => sum + effects[i]! * driver[n + h]!, f),
  );
  return { mean, effects, errorModel: model.name };
}
