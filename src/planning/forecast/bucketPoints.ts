import { seedFrom, uniformGenerator } from '../pipeline/random';
import type { ForecastPoint } from '../result';
import type { SeriesForecast } from './automatic';
import type { BucketShares } from './mapping';
import { combineWidths, sumShares } from './mapping';
import { samplePaths } from './paths';

/** A forecast with the bounds that count: its own, or those after reconciliation. */
export type BucketForecast = Pick<SeriesForecast, 'mean' | 'lower' | 'upper' | 'persistence'>;

/**
 * Points of the buckets from those of the periods: quantities by shares, and intervals that shrink as far as errors cancel out.
 *
 * @param floor below which no bound goes
 */
export function mapToBuckets(forecast: BucketForecast, shares: BucketShares, floor: number): ForecastPoint[] {
  const below = forecast.mean.map((mean, h) => mean - forecast.lower[h]!);
  const above = forecast.mean.map((mean, h) => forecast.upper[h]! - mean);
  return shares.map((part, bucket) => {
    const mean = sumShares(part, forecast.mean);
    return {
      bucket,
      mean,
      lower: Math.max(Math.min(floor, mean), mean - combineWidths(part, below, forecast.persistence)),
      upper: mean + combineWidths(part, above, forecast.persistence),
    };
  });
}

/** Futures drawn for demand that comes now and then: its 80 % bounds then move by some 2 % of their width. */
const PATHS = 1000;

/**
 * Points of the buckets of intermittent demand. Its intervals are not even by far, so they cannot be put together from those of the
 * periods: futures are drawn, added up over each bucket, and cut at the level. The same history draws the same futures.
 *
 * @param level of the intervals, in (0, 1)
 */
export function drawBuckets(forecast: SeriesForecast, shares: BucketShares, level: number): ForecastPoint[] {
  const random = uniformGenerator(seedFrom([...forecast.values]));
  const paths = samplePaths(forecast, PATHS, random);
  const at = (sorted: readonly number[], share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return shares.map((part, bucket) => {
    const mean = sumShares(part, forecast.mean);
    const sums = paths.map((path) => sumShares(part, path)).sort((a, b) => a - b);
    return {
      bucket,
      mean,
      lower: Math.min(mean, at(sums, (1 - level) / 2)),
      upper: Math.max(mean, at(sums, (1 + level) / 2)),
    };
  });
}
