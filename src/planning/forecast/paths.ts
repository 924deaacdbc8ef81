import type { SeriesForecast } from './automatic';
import { makeDemandDraw } from './intermittentIntervals';
import { errorAt, errorSizes } from './intervals';
import { normalQuantile } from './normal';

/** A seeded source of uniform numbers in [0, 1), as `uniformGenerator` makes it. */
export type Random = () => number;

/** A uniform number off the ends, whose normal quantile is finite. */
function drawNormal(random: Random): number {
  return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
}

/**
 * Possible futures of a forecast series: each path is the mean forecast with errors of the distribution that its intervals are cut from,
 * correlated from one horizon to the next as the backtest showed. Intermittent demand is drawn from the demands of the history, as often
 * as the forecast says. Never below 0 where the history is not.
 *
 * @param count number of paths, 1 or more
 * @param random seeded; `count × horizon` numbers are drawn, twice as many for intermittent demand
 * @returns paths, each with one value a horizon
 */
export function samplePaths(forecast: SeriesForecast, count: number, random: Random): number[][] {
  const floor = forecast.values.every((y) => y >= 0) ? 0 : -Infinity;
  const draw = makeDemandDraw(forecast.values, random);
  const path = forecast.intermittent ? () => forecast.mean.map(draw) : () => walkErrors(forecast, floor, random);
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
    return Math.max(floor, f + sizes[h]! * errorAt(z, calibration));
  });
}
