/** Demand that comes now and then, as it is to be expected in one period. */
interface DemandChances {
  /** That anything is sold, 0..1. */
  readonly probability: number;
  /** What is then sold is one of the history's demands times this, 1 or more. */
  readonly scale: number;
}

/** The demands of a history without its zeros, ascending. */
function demandsOf(values: Float64Array): Float64Array {
  return values.filter((y) => y > 0).sort();
}

function averageOf(values: Float64Array): number {
  return values.length > 0 ? values.reduce((sum, y) => sum + y, 0) / values.length : 0;
}

/** Chances whose mean is the forecast: demand comes more or less often than it did, and in larger sizes only when it comes always. */
function chancesOf(forecast: number, share: number, averageDemand: number): DemandChances {
  const usual = share * averageDemand;
  if (!(usual > 0) || !(forecast > 0)) return { probability: 0, scale: 1 };
  const probability = Math.min(1, (share * forecast) / usual);
  return { probability, scale: Math.max(1, forecast / (probability * averageDemand)) };
}

/**
 * The value that the share `level` of demands stays below: a conformal quantile, continued by an exponential tail of the mean demand
 * beyond what so few demands can tell.
 */
function quantileOfDemands(demands: Float64Array, averageDemand: number, level: number): number {
  const ranks = demands.length + 1;
  const rank = Math.ceil(level * ranks) - 1;
  if (rank < demands.length) return demands[Math.max(0, rank)]!;
  return demands[demands.length - 1]! + averageDemand * Math.max(0, Math.log(1 / ranks / (1 - level)));
}

/**
 * Bounds of intermittent demand: from nothing (which is always likely) to the quantile of what is sold in a period, at least the mean.
 * Demand is taken to come as often as the forecast says, and half way back where it came more often in the history. The same at every horizon with the same forecast, as demand that
 * comes now and then has no drift to grow.
 *
 * @param level in (0, 1)
 */
export function boundsOfIntermittent(
  values: Float64Array,
  mean: ArrayLike<number>,
  level: number,
): { lower: number[]; upper: number[] } {
  const demands = demandsOf(values);
  const average = averageOf(demands);
  const share = demands.length / values.length;
  const upperOf = (forecast: number): number => {
    const { probability, scale } = chancesOf(forecast, share, average);
    const within = 1 - (1 - level) / Math.max(probability, Math.sqrt(share * probability));
    return Math.max(forecast, within > 0 ? scale * quantileOfDemands(demands, average, within) : 0);
  };
  return { lower: Array.from(mean, () => 0), upper: Array.from(mean, upperOf) };
}

/**
 * A source of demands of one period after another: nothing, or one of the history's demands, with the forecast as their mean.
 *
 * Source: Willemain, Smart & Schwarz, International Journal of Forecasting 20 (2004), without their jitter and their Markov chain.
 *
 * @param random uniform numbers in [0, 1); two are drawn a period
 */
export function makeDemandDraw(values: Float64Array, random: () => number): (forecast: number) => number {
  const demands = demandsOf(values);
  const average = averageOf(demands);
  const share = demands.length / values.length;
  return (forecast) => {
    const { probability, scale } = chancesOf(forecast, share, average);
    const [comes, which] = [random(), random()];
    return comes < probability ? demands[Math.floor(which * demands.length)]! * scale : 0;
  };
}
