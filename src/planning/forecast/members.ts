import type { ArimaFit } from './arimaFit';
import { fitArima } from './arimaFit';
import { searchArima } from './arima';
import { fitImapa } from './adida';
import { akaikeWeights, averageModels } from './averaging';
import { fitTsb } from './croston';
import { fitCandidates, fitEts } from './ets';
import type { FittedModel } from './model';
import { removeSeason, withSeason } from './seasonalAdjustment';
import type { Composition } from './seasonality';
import { longIndices, shrunkIndices } from './seasonalShrinkage';
import { fitTemporalTheta } from './temporalTheta';
import { fitDynamicTheta, fitTheta } from './theta';

/** One of the unlike models of a combination. */
export interface Member {
  readonly model: FittedModel;
  /** It counts for this many members; 1 where not given. */
  readonly share?: number;
  /**
   * The same kind of model estimated from the first `known` values only, yet able to forecast from any later origin: what would have
   * been forecast then. Undefined when that is too short for it. `values` are the history, or the history adjusted otherwise.
   */
  refit(known: number, values: Float64Array): FittedModel | undefined;
}

/**
 * Temperature of the weights by AICc. Measured on M1, tourism and hospital: T = 4 is 2–5 % better in MASE than the single
 * best model, and better than Akaike's own T = 1.
 */
const TEMPERATURE = 4;
/** Seasonal indices are those of the last six seasons: older habits are not today's. */
const INDEX_SEASONS = 6;

/** Keeps the models that carry at least 3 % of the best one's weight. */
function keepWeighty<T extends { readonly aicc: number }>(fits: readonly T[]): { fits: T[]; weights: number[] } {
  const weights = akaikeWeights(
    fits.map((fit) => fit.aicc),
    TEMPERATURE,
  );
  const kept = [...fits.keys()].filter((i) => weights[i]! >= 0.03);
  return { fits: kept.map((i) => fits[i]!), weights: kept.map((i) => weights[i]!) };
}

/** Exponential smoothing, the forms averaged by AICc. */
export function makeEtsMember(values: Float64Array, season: number): Member {
  const { fits, weights } = keepWeighty(fitCandidates(values, season));
  return {
    model: averageModels('ETS', fits, weights),
    refit: (known, history) => {
      if (known < 4) return undefined;
      const models = fits.map((fit) => {
        const form = known >= 2 * season ? fit.form : { ...fit.form, season: 'N' as const };
        return fitEts(history, season, form, { start: fit.smoothing, known, maxEvaluations: 50 });
      });
      return averageModels('ETS', models, weights);
    },
  };
}

/** Indices of phases 0 … m−1 (t mod m) from the last six seasons of the known values. */
function recentIndices(values: Float64Array, m: number, composition: Composition): Float64Array {
  const from = Math.max(0, values.length - INDEX_SEASONS * m);
  // The window starts at phase 0, so that indices need no turning.
  return shrunkIndices(values.subarray(from - (from % m)), m, composition);
}

/** A model for series without season, estimated on the first `known` values. */
type Fit = (values: Float64Array, known: number) => FittedModel;

/** A model on the series without its (shrunk) season, which its forecasts get back. */
function fitSeasonally(
  fit: Fit,
  values: Float64Array,
  m: number,
  composition: Composition,
  known: number,
): FittedModel {
  if (m < 2 || known < 2 * m) return fit(values, known);
  const indices = recentIndices(values.subarray(0, known), m, composition);
  return withSeason(fit(removeSeason(values, indices, composition), known), indices, composition);
}

/** Fewest values for a Theta model. */
const LEAST_THETA = 3;

function makeSeasonalMember(fit: Fit, values: Float64Array, season: number, composition: Composition): Member {
  return {
    model: fitSeasonally(fit, values, season, composition, values.length),
    refit: (known, history) =>
      known < LEAST_THETA ? undefined : fitSeasonally(fit, history, season, composition, known),
  };
}

/** The standard Theta model, on the series without its season. */
export function makeThetaMember(values: Float64Array, season: number, composition: Composition): Member {
  return makeSeasonalMember(fitTheta, values, season, composition);
}

/** The dynamic optimised Theta model, on the series without its season. */
export function makeDynamicThetaMember(values: Float64Array, season: number, composition: Composition): Member {
  return makeSeasonalMember(fitDynamicTheta, values, season, composition);
}

/** The dynamic Theta model on blocks of k values, on the series without its season. */
export function makeTemporalThetaMember(
  values: Float64Array,
  season: number,
  composition: Composition,
  k: number,
): Member {
  return makeSeasonalMember((history, known) => fitTemporalTheta(history, k, known), values, season, composition);
}

/** Sizes of what sells now and then, by TSB and IMAPA in equal parts. */
export function makeIntermittentMembers(values: Float64Array): Member[] {
  return [fitTsb, fitImapa].map((fit) => ({
    model: fit(values),
    // Both know nothing beyond the origin but a fixed constant: the model of the whole history is honest at every origin.
    refit: (_known, history) => fit(history),
  }));
}

/**
 * A member on the history without an outer season of length m (the year of weeks, the week of hours), whose indices are shrunk and
 * smoothed; what the member forecasts gets that season back.
 */
export function withOuterSeason(
  values: Float64Array,
  m: number,
  composition: Composition,
  make: (adjusted: Float64Array) => Member,
): Member {
  const indicesOf = (known: number): Float64Array => {
    const from = Math.max(0, known - INDEX_SEASONS * m);
    return longIndices(values.subarray(from - (from % m), known), m, composition);
  };
  const indices = indicesOf(values.length);
  const inner = make(removeSeason(values, indices, composition));
  return {
    model: withSeason(inner.model, indices, composition),
    refit: (known) => {
      const then = indicesOf(known);
      const model = inner.refit(known, removeSeason(values, then, composition));
      return model && withSeason(model, then, composition);
    },
  };
}

/** A model of logarithms as a model of the values: forecasts are medians. */
function exponentiate(model: FittedModel): FittedModel {
  return {
    ...model,
    name: `log ${model.name}`,
    forecastFrom: (origin, out) => {
      model.forecastFrom(origin, out);
      for (let h = 0; h < out.length; h++) out[h] = Math.exp(Math.min(700, out[h]!));
    },
  };
}

/** The same on logarithms, for positive values: it sees growth as a rate. */
export function makeLogThetaMember(values: Float64Array, season: number): Member {
  const fit = (history: Float64Array, known: number): FittedModel =>
    exponentiate(fitSeasonally(fitDynamicTheta, history.map(Math.log), season, 'additive', known));
  return {
    model: fit(values, values.length),
    refit: (known, history) => (known < LEAST_THETA ? undefined : fit(history, known)),
  };
}

/** Seasonal ARIMA, the models of the stepwise search averaged by AICc. */
export function makeArimaMember(values: Float64Array, season: number): Member {
  const { fits, weights } = keepWeighty<ArimaFit>(searchArima(values, season));
  return {
    model: averageModels('ARIMA', fits, weights),
    refit: (known, history) => {
      const able = [...fits.keys()].filter((i) => known > fits[i]!.firstOrigin + 8);
      if (able.length === 0) return undefined;
      const models = able.map((i) => {
        const fit = fits[i]!;
        return fitArima(history, fit.season, fit.order, { start: fit.coefficients, known, maxIterations: 2 });
      });
      return averageModels(
        'ARIMA',
        models,
        able.map((i) => weights[i]!),
      );
    },
  };
}
