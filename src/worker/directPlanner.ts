import { makePlan } from '../planning/plan';
import type { Planner } from '../planning/tools';
import { createHighsSolver } from './highs';
import { nextTurn } from './nextTurn';

/** Plans in the calling thread, with HiGHS from the package: for the command line and for tests. */
export function createDirectPlanner(): Planner {
  return {
    plan: async (input, control) => makePlan(input, { solver: await createHighsSolver(), nextTurn, ...control }),
  };
}
