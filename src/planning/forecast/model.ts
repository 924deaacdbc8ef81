/**
 * A model fitted to a history. It forecasts from any point of that history with the parameters of the whole,
 * so that its errors several steps ahead can be seen without fitting again.
 */
export interface FittedModel {
  /** The field's name of it: 'ETS(A,Ad,M)', 'SARIMA(0,1,1)(0,1,1)[12]' … */
  readonly name: string;
  /** Number of values of the history. */
  readonly length: number;
  /**
   * Writes the forecasts for values `origin`, `origin + 1` … into `out` (all of it), knowing only values before `origin`.
   * `origin` is from `firstOrigin` to `length`.
   */
  forecastFrom(origin: number, out: Float64Array): void;
  /** The least origin that `forecastFrom` can serve. */
  readonly firstOrigin: number;
  /** What was estimated, for the reader: smoothing constants, coefficients. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** The forecasts of `model` for the `horizon` values after its history. */
export function forecastAhead(model: FittedModel, horizon: number): Float64Array {
  const out = new Float64Array(horizon);
  model.forecastFrom(model.length, out);
  return out;
}
