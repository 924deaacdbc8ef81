import type { FunctionDefinition } from '../define';
import { AGGREGATE_FUNCTIONS } from './aggregates';
import { CONDITIONAL_FUNCTIONS } from './conditional';
import { LOGICAL_FUNCTIONS } from './logical';
import { LOOKUP_FUNCTIONS } from './lookup';
import { MATH_FUNCTIONS } from './math';
import { ROUNDING_FUNCTIONS } from './rounding';

const LIBRARY: ReadonlyMap<string, FunctionDefinition> = new Map(
  [
    ...AGGREGATE_FUNCTIONS,
    ...CONDITIONAL_FUNCTIONS,
    ...LOGICAL_FUNCTIONS,
    ...LOOKUP_FUNCTIONS,
    ...MATH_FUNCTIONS,
    ...ROUNDING_FUNCTIONS,
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
