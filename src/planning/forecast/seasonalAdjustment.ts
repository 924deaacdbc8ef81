import type { FittedModel } from './model';
import type { Composition } from './seasonality';

/** The values without their season: divided by, or less, the index of their phase. */
export function removeSeason(values: Float64Array, indices: Float64Array, composition: Composition): Float64Array {
  const m = indices.length;
  const out = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) {
    out[t] = composition === 'multiplicative' ? values[t]! / indices[t % m]! : values[t]! - indices[t % m]!;
  }
  return out;
}

/**
 * A model of seasonally adjusted values as a model of the values themselves: its forecasts get the season back.
 */
export function withSeason(model: FittedModel, indices: Float64Array, composition: Composition): FittedModel {
  const m = indices.length;
  return {
    ...model,
    name: `${model.name}[${m}]`,
    forecastFrom: (origin, out) => {
      model.forecastFrom(origin, out);
      for (let h = 0; h < out.length; h++) {
        const s = indices[(origin + h) % m]!;
        if (composition === 'multiplicative') out[h]! *= s;
        else out[h]! += s;
      }
    },
  };
}
