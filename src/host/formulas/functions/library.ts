import type { FunctionDefinition } from '../define';
import { AGGREGATE_FUNCTIONS } from './aggregates';
import { ANNUITY_FUNCTIONS } from './annuities';
import { ARRAY_FUNCTIONS } from './arrays';
import { COMPARISON_FUNCTIONS } from './comparisons';
import { CONDITIONAL_FUNCTIONS } from './conditional';
import { DATABASE_FUNCTIONS } from './databases';
import { DATE_FUNCTIONS } from './dates';
import { DEPRECIATION_FUNCTIONS } from './depreciation';
import { DISTRIBUTION_FUNCTIONS } from './distributions';
import { FINANCIAL_FUNCTIONS } from './financial';
import { FORMULAJS_FUNCTIONS } from './formulajs';
import { GROUPING_FUNCTIONS } from './grouping';
import { HIGHER_ORDER_FUNCTIONS } from './higher-order';
import { INFORMATION_FUNCTIONS } from './information';
import { LINEAR_ALGEBRA_FUNCTIONS } from './linear-algebra';
import { LOGICAL_FUNCTIONS } from './logical';
import { LOOKUP_FUNCTIONS } from './lookup';
import { MATH_FUNCTIONS } from './math';
import { PATTERN_FUNCTIONS } from './patterns';
import { REFERENCE_FUNCTIONS } from './references';
import { REGRESSION_FUNCTIONS } from './regression';
import { ROUNDING_FUNCTIONS } from './rounding';
import { STATISTICAL_FUNCTIONS } from './statistics';
import { TEXT_FUNCTIONS } from './text';
import { TEXT_PART_FUNCTIONS } from './text-parts';
import { WORKDAY_FUNCTIONS } from './workdays';

const LIBRARY: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    ...AGGREGATE_FUNCTIONS,
    ...ANNUITY_FUNCTIONS,
    ...ARRAY_FUNCTIONS,
    ...COMPARISON_FUNCTIONS,
    ...CONDITIONAL_FUNCTIONS,
    ...DATABASE_FUNCTIONS,
    ...DATE_FUNCTIONS,
    ...DEPRECIATION_FUNCTIONS,
    ...DISTRIBUTION_FUNCTIONS,
    ...FINANCIAL_FUNCTIONS,
    ...FORMULAJS_FUNCTIONS,
    ...GROUPING_FUNCTIONS,
    ...HIGHER_ORDER_FUNCTIONS,
    ...INFORMATION_FUNCTIONS,
    ...LINEAR_ALGEBRA_FUNCTIONS,
    ...LOGICAL_FUNCTIONS,
    ...LOOKUP_FUNCTIONS,
    ...MATH_FUNCTIONS,
    ...PATTERN_FUNCTIONS,
    ...REFERENCE_FUNCTIONS,
    ...REGRESSION_FUNCTIONS,
    ...ROUNDING_FUNCTIONS,
    ...STATISTICAL_FUNCTIONS,
    ...TEXT_FUNCTIONS,
    ...TEXT_PART_FUNCTIONS,
    ...WORKDAY_FUNCTIONS,
  ].map((definition) => [definition.name, definition]),
);

/** Functions whose result may change though nothing they refer to did. */
const VOLATILE: ReadonlySet<string> = new Set([
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'NOW',
  'TODAY',
  'OFFSET',
  'INDIRECT',
  'CELL',
  'INFO',
]);

/** The built-in function of a name in upper case, if there is one. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return LIBRARY.get(name);
}

/** Names of the built-in functions, special forms aside, sorted. */
export function functionNames(): string[] {
  return [...LIBRARY.keys()].sort((a, b) => (a < b ? -1 : 1));
}

/** Whether a function is calculated at every recalculation. */
export function isVolatileFunction(name: string): boolean {
  return VOLATILE.has(name);
}
