import type { SeriesForecast } from './automatic';
import { errorSizes } from './intervals';
import { normalQuantile } from './normal';
/** A seeded source of uniform numbers in [0, 1), as `uniformGenerator` makes it. */
export type Random = () => number;

/** A uniform number off the ends, whose normal quantile is finite. */
function drawNormal(random: Random): number {
  return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
}

/**
 * Possible futures of a forecast series: each path is the mean forecast with errors of the sizes the backtest showed, correlated from
 * one horizon to the next as the backtest showed. Intermittent demand is drawn from the values of the history, scaled to the mean
 * forecast. Never below 0 where the history is not.
 *
 * Source: intermittent demand after Willemain, Smart & Schwarz, International Journal of Forecasting 20 (2004), without their jitter.
 *
 * @param count number of paths, 1 or more
 * @param random seeded; `count × horizon` numbers are drawn
 * @returns paths, each with one value a horizon
 */
export function samplePaths(forecast: SeriesForecast, count: number, random: Random): number[][] {
  const floor = forecast.values.every((y) => y >= 0) ? 0 : -Infinity;
  const path = forecast.intermittent ? () => drawDemands(forecast, random) : () => walkErrors(forecast, floor, random);
  return Array.from({ length: count }, path);
}

function walkErrors(forecast: SeriesForecast, floor: number, random: Random): number[] {
  const { mean, calibration } = forecast;
  if (!calibration) return [...mean];
  const sizes = errorSizes(mean, calibration);
  const keep = calibration.persistence;
  const fresh = Math.sqrt(1 - keep * keep);
  let z = drawNormal(random);
  return mean.map((f, h) => {
    if (h > 0) z = keep * z + fresh * drawNormal(random);
    return Math.max(floor, f + sizes[h]! * z);
  });
}

function drawDemands(forecast: SeriesForecast, random: Random): number[] {
  const { values, mean } = forecast;
  const average = values.reduce((sum, y) => sum + y, 0) / values.length;
  return mean.map((f) => {
    const drawn = values[Math.floor(random() * values.length)]!;
    return average > 0 ? (drawn * f) / average : 0;
  });
}
