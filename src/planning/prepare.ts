import { resourceCapacity, type ResourceCapacity } from './capacity/resources';
import { planDemand } from './demand/demand';
import { forecastFamilies } from './forecast/families';
import type { PlanInput } from './input';
import type { Issue } from './issue';
import { salesPlan } from './pipeline/sales';
import { BEGINS, type Steps } from './steps';
import { cascadeTargets } from './targets/cascade';
import { targetUnits } from './targets/units';
import { makeContext } from './time/context';
import type { PlanContext } from './time/types';
import type { PlanTools } from './tools';

/** What is known before supply is weighed against demand. */
export interface Preparation {
  readonly context: PlanContext;
  readonly targets: ReturnType<typeof cascadeTargets>;
  readonly pipeline: ReturnType<typeof salesPlan>;
  readonly forecast: ReturnType<typeof forecastFamilies>;
  readonly demand: ReturnType<typeof planDemand>;
  readonly capacity: { readonly resources: readonly ResourceCapacity[]; readonly issues: readonly Issue[] };
}

/**
 * Everything of a plan that needs no solver: calendar, target cascade, sales plan, forecasts, demand and capacity.
 *
 * @param signal Stops between two forecasts when the user has cancelled; the promise then rejects with its reason.
 */
export async function prepare(input: PlanInput, steps: Steps, signal?: PlanTools['signal']): Promise<Preparation> {
  await steps.begin('calendar', BEGINS.calendar);
  const context = makeContext(input);

  await steps.begin('targets', BEGINS.targets);
  const targets = cascadeTargets(input, context);

  await steps.begin('pipeline', BEGINS.pipeline);
  const pipeline = salesPlan(input, context, targets.cascade);

  await steps.begin('forecast', BEGINS.forecast);
  const forecast = forecastFamilies(input, context, (done, total) => {
    signal?.throwIfAborted();
    steps.advance('forecast', BEGINS.forecast, BEGINS.demand, done / Math.max(1, total), { done, total });
  });

  await steps.begin('demand', BEGINS.demand);
  const demand = planDemand(input, context, {
    forecasts: forecast.forecasts,
    pipelineUnits: pipeline.pipelineUnits,
    targetUnits: targetUnits(input, context, targets.cascade),
  });
  return { context, targets, pipeline, forecast, demand, capacity: resourceCapacity(input, context) };
}
