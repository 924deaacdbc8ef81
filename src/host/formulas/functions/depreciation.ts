import type { CellError } from '../../model/cell';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import { ERRORS } from '../values';

/** Declining balance of one whole period, never below the salvage value. */
function decliningOf(cost: number, salvage: number, life: number, period: number, factor: number): number {
  const rate = Math.min(1, factor / life);
  const before = period <= 1 ? cost : cost * Math.pow(1 - rate, period - 1);
  const after = cost * Math.pow(1 - rate, period);
  return Math.max(0, Math.max(before, salvage) - Math.max(after, salvage));
}

/**
 * Depreciation from the start to a time by the declining balance, going over to the straight line once that gives more.
 * @param life periods, more than 0
 * @param time in periods, 0..life; parts of periods count in proportion
 */
function variableDeclining(
  cost: number,
  salvage: number,
  life: number,
  time: number,
  factor: number,
  neverSwitch: boolean,
): number {
  let written = 0;
  let straight: number | undefined;
  for (let period = 1; period <= Math.ceil(time); period++) {
    const declining = decliningOf(cost, salvage, life, period, factor);
    const line = (cost - salvage - written) / (life - period + 1);
    if (!neverSwitch && straight === undefined && line > declining) straight = line;
    const amount = straight ?? declining;
    written += amount * Math.min(1, time - period + 1);
  }
  return written;
}

function variable(
  cost: number,
  salvage: number,
  life: number,
  [from, to]: readonly [number, number],
  factor: number,
  neverSwitch: boolean,
): number | CellError {
  if (cost < 0 || salvage < 0 || life <= 0 || from < 0 || to < from || to > life || factor <= 0) return ERRORS.num;
  if (cost <= salvage) return 0;
  const until = (time: number): number => variableDeclining(cost, salvage, life, time, factor, neverSwitch);
  return until(to) - until(from);
}

export const DEPRECIATION_FUNCTIONS: readonly FunctionDefinition[] = [
  define(
    'VDB',
    ['number', 'number', 'number', 'number', 'number', 'number??', 'logical?'],
    ([cost, salvage, life, from, to, factor = 2, neverSwitch = false]) =>
      variable(cost, salvage, life, [from, to], factor, neverSwitch),
  ),
];
