import { planActivities } from './activities/activities';
import { nothingToBalance } from './balance/balance';
import { readBalanceData } from './balance/readData';
import type { PlanInput } from './input';
import { sortIssues, type Issue } from './issue';
import { prepare } from './prepare';
import { makeSteps } from './steps';

/** What a plan says of itself rather than of the data: how well it was solved, and where its own load is too much. */
const OUTCOMES = new Set(['team-overloaded', 'team-without-capacity']);

/**
 * Every issue that planning would find in the data, without planning: nothing is solved. What only a plan can tell (overload, stock
 * that has to go above its maximum, how near the best it is) is not among them.
 *
 * @returns Issues in the order in which a plan lists them.
 */
export async function inspectInput(input: PlanInput): Promise<Issue[]> {
  const prepared = await prepare(input, makeSteps({ onProgress: () => undefined }));
  const { context, targets, pipeline, forecast, demand, capacity } = prepared;
  const balance = readBalanceData(input, context, demand.demand, capacity.resources);
  const activities = planActivities(input, context, {
    cascade: targets.cascade,
    sales: pipeline.sales,
    resources: capacity.resources,
    demand: demand.demand,
  });
  return sortIssues([
    ...[targets, pipeline, forecast, demand, capacity, balance].flatMap((part) => part.issues),
    ...(balance.data ? [] : [nothingToBalance()]),
    ...activities.issues.filter((issue) => !OUTCOMES.has(issue.code)),
  ]);
}
