import type { Backtest } from './backtest';
import { designBacktest, mixBacktests, rootMeanSquare, runBacktest } from './backtest';
import type { ModelName } from './gather';
import { gatherMembers, makeNamedMember, usesIntermittentModels } from './gather';
import type { FittedModel } from './model';
import { forecastAhead } from './model';
import { fitNaive, fitSeasonalNaive } from './naive';
import type { PreparedSeries } from './series';

/** Parts that history is cut in for the honest backtest, each with an estimate of its own. */
const BLOCKS = 2;

/** Naive of the season, the standard every method is held against. */
export function naiveOf(values: Float64Array, season: number): FittedModel {
  return season > 1 && values.length > season ? fitSeasonalNaive(values, season) : fitNaive(values);
}

/** A combination still open: its members' models, their backtests and weights. */
export interface Combination {
  readonly models: readonly FittedModel[];
  readonly weights: readonly number[];
  readonly backtest?: Backtest;
  readonly naive?: Backtest;
}

/** A member this much worse than the best one is left out. */
const HOPELESS = 2.5;

/** Weights by inverse root mean squared backtest error: nearly equal among equals, which is hard to beat. */
function weigh(backtests: readonly Backtest[], values: Float64Array, shares: readonly number[]): number[] {
  const errors = backtests.map((backtest) => rootMeanSquare(backtest, values));
  const best = Math.min(...errors.filter((error) => Number.isFinite(error)));
  if (!Number.isFinite(best)) return [...shares];
  if (best === 0) return errors.map((error) => (error === 0 ? 1 : 0));
  return errors.map((error, i) => (error <= HOPELESS * best ? shares[i]! / error : 0));
}

/**
 * Below this ratio of naive's backtest error to the combination's, naive takes half the weight, and all of it. A backtest on one
 * series is too noisy to switch at 1: on hospital and M1 that costs 1 % of accuracy.
 */
const NAIVE_SHARES = 0.9;
const NAIVE_TAKES_ALL = 0.75;

/**
 * Holds the combination against (seasonal) naive by root mean squared backtest error: clearly beaten it gives way to it, beaten by
 * less it is averaged with it.
 */
function holdAgainstNaive(combination: Combination, values: Float64Array, season: number): Combination {
  const { backtest, naive } = combination;
  if (!backtest || !naive) return combination;
  const ratio = rootMeanSquare(naive, values) / rootMeanSquare(backtest, values);
  const model = naiveOf(values, season);
  if (!(ratio < NAIVE_SHARES)) return combination;
  if (ratio < NAIVE_TAKES_ALL) return { models: [model], weights: [1], backtest: naive, naive };
  const total = combination.weights.reduce((sum, weight) => sum + weight, 0);
  return {
    models: [...combination.models, model],
    weights: [...combination.weights, total],
    backtest: mixBacktests([backtest, naive], [1, 1]),
    naive,
  };
}

/**
 * The members for a history (or the one model asked for), weighted by their backtest and held against naive. Without a backtest, where the
 * history is too short, each counts as much as it is made to.
 */
export function combine(
  series: PreparedSeries,
  values: Float64Array,
  season: number,
  horizon: number,
  name: ModelName,
): Combination {
  const members =
    name === 'Automatic' ? gatherMembers(series, values, season) : [makeNamedMember(name, series, values, season)];
  const models = members.map((member) => member.model);
  const design = designBacktest(values.length, season, horizon, BLOCKS);
  const shares = members.map((member) => member.share ?? 1);
  if (design.cuts.length === 0) return { models, weights: shares };
  const naiveModel = naiveOf(values, season);
  const naive = runBacktest(design, () => naiveModel);
  const backtests = members.map((member) => runBacktest(design, (known) => member.refit(known, values)));
  const weights = weigh(backtests, values, shares);
  const combination = { models, weights, backtest: mixBacktests(backtests, weights), naive };
  // Next to demand that comes now and then, "nothing, as last time" always looks good, and plans no stock.
  if (name !== 'Automatic' || usesIntermittentModels(series, season)) return combination;
  return holdAgainstNaive(combination, values, season);
}

/**
 * The weighted mean of the models' forecasts; one that left the range of numbers is passed over, and
 * naive stands in when all did.
 */
export function mixForecasts(
  combination: Combination,
  values: Float64Array,
  horizon: number,
  floor: number,
): Float64Array {
  const usable = combination.models
    .map((model, i) => ({ forecast: forecastAhead(model, horizon), weight: combination.weights[i]! }))
    .filter(({ forecast, weight }) => weight > 0 && forecast.every((f) => Number.isFinite(f)));
  if (usable.length === 0) return forecastAhead(fitNaive(values), horizon);
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const mean = new Float64Array(horizon);
  for (const { forecast, weight } of usable) {
    // A member below the floor is as wrong as one at it, but would pull the others down further.
    for (let h = 0; h < horizon; h++) mean[h]! += (weight / total) * Math.max(floor, forecast[h]!);
  }
  return mean;
}

/**
 * What the models, estimated on the whole history, say from the origins of its second half: no honest backtest, but all there is where the
 * season leaves nothing to test on. No origins where there are hardly any values.
 */
export function lookBack({ models, weights }: Combination, values: Float64Array, horizon: number): Backtest {
  const design = designBacktest(values.length, 1, horizon, 1);
  return mixBacktests(
    models.map((model) => runBacktest(design, () => model)),
    weights,
  );
}
