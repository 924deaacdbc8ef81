import { planActivities } from './activities/activities';
import { balanceSupply } from './balance/balance';
import type { PlanInput } from './input';
import { sortIssues } from './issue';
import { prepare } from './prepare';
import type { Plan } from './result';
import { BEGINS, makeSteps } from './steps';
import type { PlanTools } from './tools';

/**
 * Makes the plan: calendar, target cascade, sales plan, forecasts, demand, the balance of demand and supply, and the activities and milestones that
 * follow from them. The same input gives the same plan.
 *
 * @param input The records of the workbook; problems in them come back as issues of the plan.
 * @param tools The solver, and whom to tell how far planning is; `fraction` never falls.
 * @returns The plan; without a balance where there is nothing to balance or it could not be solved, which an issue then says.
 * @throws The signal's reason when planning is cancelled.
 */
export async function makePlan(input: PlanInput, tools: PlanTools): Promise<Plan> {
  const steps = makeSteps(tools);
  const prepared = await prepare(input, steps, tools.signal);
  const { context, targets, pipeline, forecast, demand, capacity } = prepared;

  await steps.begin('model', BEGINS.balance);
  const balanceTools: PlanTools = {
    ...tools,
    onProgress: ({ stage, fraction, detail }) => {
      steps.advance(stage, BEGINS.balance, BEGINS.activities, fraction, detail);
    },
  };
  const selling = pipeline.sales.capacity;
  const balance = await balanceSupply(input, context, demand.demand, capacity.resources, balanceTools, selling);

  await steps.begin('activities', BEGINS.activities);
  const activities = planActivities(input, context, {
    cascade: targets.cascade,
    sales: pipeline.sales,
    resources: capacity.resources,
    demand: demand.demand,
    balance: balance.balance,
  });

  await steps.begin('done', BEGINS.done);
  return {
    settings: input.settings,
    sources: input.sources,
    buckets: context.buckets,
    issues: sortIssues(
      [targets, pipeline, forecast, demand, capacity, balance, activities].flatMap((part) => part.issues),
    ),
    cascade: targets.cascade,
    activities: activities.activities,
    workload: activities.workload,
    milestones: activities.milestones,
    sales: pipeline.sales,
    forecasts: forecast.forecasts,
    demand: demand.demand,
    balance: balance.balance,
    shortages: balance.shortages,
    tieOuts: [targets, pipeline, demand, balance, activities].flatMap((part) => part.tieOuts),
  };
}
