import { FunctionError } from './errors';
import * as functions from './functions';
import { memoise } from './memo';

/** The functions by the ids that formulas name them with (after the add-in's namespace). */
const IMPLEMENTATIONS: Record<string, (...args: never[]) => unknown> = {
  FORECAST: functions.forecast,
  'FORECAST.MODEL': functions.forecastModel,
  'FORECAST.ACCURACY': functions.forecastAccuracy,
  'FORECAST.BACKTEST': functions.forecastBacktest,
  'FORECAST.MANY': functions.forecastMany,
  SEASONALITY: functions.seasonality,
  OUTLIERS: functions.outliers,
  SAFETYSTOCK: functions.safetyStock,
  REORDERPOINT: functions.reorderPoint,
  FILLRATE: functions.fillRate,
  PHASE: functions.phase,
  WORKDAYS: functions.workdays,
  FISCALWEEK: functions.fiscalWeek,
  ISOWEEK: functions.isoWeek,
  WEIGHTED: functions.weighted,
  CHANCE: functions.chance,
  COVERAGE: functions.coverage,
  RAMP: functions.ramp,
};

/** Excel's own error where there is Excel, so that the words reach the user; elsewhere the error itself, with its code. */
function toExcelError(error: unknown): unknown {
  if (!(error instanceof FunctionError) || typeof CustomFunctions === 'undefined') return error;
  const { ErrorCode } = CustomFunctions;
  const code = error.code === '#N/A' ? ErrorCode.notAvailable : ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, error.message);
}

function register(implementation: (...args: never[]) => unknown): (...args: unknown[]) => unknown {
  const remembered = memoise(implementation as (...args: unknown[]) => unknown);
  return (...args) => {
    try {
      return remembered(...args);
    } catch (error) {
      throw toExcelError(error);
    }
  };
}

/**
 * Every custom function by its id, as `CustomFunctions.associate` and the command line's registry take them: synchronous, remembered
 * by arguments, errors in words (`FunctionError` with `code` '#VALUE!' or '#N/A' outside Excel).
 */
export const customFunctions: Record<string, (...args: unknown[]) => unknown> = Object.fromEntries(
  Object.entries(IMPLEMENTATIONS).map(([id, implementation]) => [id, register(implementation)]),
);
