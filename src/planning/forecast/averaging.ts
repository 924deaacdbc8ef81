import type { FittedModel } from './model';

/**
 * The weighted mean of models of one history, itself a model; weights are scaled to sum to 1 and those below 1 % are left out.
 *
 * @example averageModels('Mean', [naive, drift], [1, 1]) // forecasts half way between the two
 */
export function averageModels(name: string, models: readonly FittedModel[], weights: readonly number[]): FittedModel {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = models
    .map((model, i) => ({ model, weight: weights[i]! / total }))
    .filter(({ weight }) => weight >= 0.01);
  const scale = 1 / kept.reduce((sum, { weight }) => sum + weight, 0);
  if (kept.length === 1) return { ...kept[0]!.model };
  let scratch = new Float64Array(0);
  return {
    name,
    length: models[0]!.length,
    firstOrigin: Math.max(...kept.map(({ model }) => model.firstOrigin)),
    parameters: Object.fromEntries(kept.map(({ model, weight }) => [model.name, weight * scale])),
    forecastFrom: (origin, out) => {
      if (scratch.length !== out.length) scratch = new Float64Array(out.length);
      out.fill(0);
      for (const { model, weight } of kept) {
        model.forecastFrom(origin, scratch);
        for (let h = 0; h < out.length; h++) out[h]! += weight * scale * scratch[h]!;
      }
    },
  };
}

/**
 * Weights of models by their information criteria, `exp(−Δ ÷ 2T)`; with T = 1 Akaike's weights. A larger temperature T spreads the
 * weight over more models: in backtests on short histories the likelihood is too sure of its favourite.
 *
 * Source: Kolassa, Combining exponential smoothing forecasts using Akaike weights, International Journal of Forecasting 27 (2011).
 *
 * @example akaikeWeights([100, 100, 300], 1) //=> [1, 1, 0]  (the last one about 1e-44)
 */
export function akaikeWeights(criteria: readonly number[], temperature: number): number[] {
  const best = Math.min(...criteria);
  // Too short for any criterion: none is better than another.
  if (!Number.isFinite(best)) return criteria.map(() => 1);
  return criteria.map((criterion) =>
    Number.isFinite(criterion) ? Math.exp((best - criterion) / (2 * temperature)) : 0,
  );
}
