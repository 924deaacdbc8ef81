import { FunctionError } from './errors';
import * as functions from './functions';
import { forecastTable } from './many';
import type { Steps } from './pace';
import { makePacer, pauseByMessage } from './pace';

type Implementation = (...args: unknown[]) => unknown;

/** A custom function: what it does, and what its parameters take: R a range, V a single value, small letters where optional. */
interface CustomFunction {
  readonly call: Implementation;
  readonly takes: string;
  /** The same in steps, where it may take longer than a page can wait. */
  readonly steps?: (...args: unknown[]) => Steps<unknown>;
}

function define(call: (...args: never[]) => unknown, takes: string, steps?: CustomFunction['steps']): CustomFunction {
  return { call: call as Implementation, takes, steps };
}

/** The functions by the ids that formulas name them with (after the add-in's namespace). */
const FUNCTIONS: Readonly<Record<string, CustomFunction>> = {
  FORECAST: define(functions.forecast, 'RVvvvrr'),
  'FORECAST.MODEL': define(functions.forecastModel, 'Rvvrr'),
  'FORECAST.ACCURACY': define(functions.forecastAccuracy, 'Rvvvv'),
  'FORECAST.BACKTEST': define(functions.forecastBacktest, 'Rvvv'),
  'FORECAST.MANY': define(functions.forecastMany, 'RVvvvvv', (...args) => {
    const [table, horizon, season, model, level, byColumns, reconcile] = args;
    return forecastTable(table, horizon, season, model, level, byColumns, reconcile);
  }),
  SEASONALITY: define(functions.seasonality, 'Rvr'),
  OUTLIERS: define(functions.outliers, 'Rvv'),
  SAFETYSTOCK: define(functions.safetyStock, 'VVVvvv'),
  REORDERPOINT: define(functions.reorderPoint, 'VVVVvv'),
  FILLRATE: define(functions.fillRate, 'VVVVVvv'),
  PHASE: define(functions.phase, 'VVVrr'),
  WORKDAYS: define(functions.workdays, 'VVrv'),
  FISCALWEEK: define(functions.fiscalWeek, 'Vvv'),
  ISOWEEK: define(functions.isoWeek, 'V'),
  WEIGHTED: define(functions.weighted, 'RR'),
  CHANCE: define(functions.chance, 'RRV'),
  COVERAGE: define(functions.coverage, 'RVv'),
  RAMP: define(functions.ramp, 'Rr'),
};

/** What a parameter takes. */
export interface ParameterKind {
  readonly dimension: 'matrix' | 'scalar';
  readonly optional: boolean;
}

/** What the parameters of a function take, in order; none where there is no such function. */
export function parametersOf(id: string): readonly ParameterKind[] {
  return [...(FUNCTIONS[id]?.takes ?? '')].map((letter) => ({
    dimension: letter.toUpperCase() === 'R' ? 'matrix' : 'scalar',
    optional: letter !== letter.toUpperCase(),
  }));
}

/**
 * Every custom function by its id, at once and without Excel: errors in words are thrown as `FunctionError`, with `code` '#VALUE!' or
 * '#N/A'.
 */
export const customFunctions: Readonly<Record<string, Implementation>> = Object.fromEntries(
  Object.entries(FUNCTIONS).map(([id, { call }]) => [id, call]),
);

/** Excel's own error, so that the words reach the user. */
function toExcelError(error: unknown): unknown {
  if (!(error instanceof FunctionError)) return error;
  const { ErrorCode } = CustomFunctions;
  const code = error.code === '#N/A' ? ErrorCode.notAvailable : ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, error.message);
}

/** Longest stretch of calculation, in milliseconds, before the pane gets its turn. */
const SLICE_MS = 30;

function* inOneStep(call: Implementation, args: readonly unknown[]): Steps<unknown> {
  return call(...args);
}

/**
 * Every custom function by its id, as `CustomFunctions.associate` takes them in the shared runtime, whose one thread also shows the
 * pane: calculations share slices of some 30 ms with pauses between them, and errors are Excel's.
 *
 * @param ready what must be known before the first calculation, such as the workbook's date system
 */
export function pacedFunctions(ready: Promise<void>): Readonly<Record<string, Implementation>> {
  const pace = makePacer({ sliceMs: SLICE_MS, now: () => performance.now(), pause: pauseByMessage });
  let isReady = false;
  const run = (work: () => Steps<unknown>): unknown => {
    const fail = (error: unknown): never => {
      throw toExcelError(error);
    };
    try {
      const result = pace(work());
      return result instanceof Promise ? result.catch(fail) : result;
    } catch (error) {
      return fail(error);
    }
  };
  void ready.then(() => (isReady = true));
  return Object.fromEntries(
    Object.entries(FUNCTIONS).map(([id, { call, steps }]): [string, Implementation] => [
      id,
      (...args) => {
        const work = () => (steps ? steps(...args) : inOneStep(call, args));
        return isReady ? run(work) : ready.then(() => run(work));
      },
    ]),
  );
}
