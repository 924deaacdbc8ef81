import { planActivities } from './activities/activities';
import { balanceSupply } from './balance/balance';
import { resourceCapacity } from './capacity/resources';
import { planDemand } from './demand/demand';
import { forecastFamilies } from './forecast/families';
import type { PlanInput } from './input';
import type { Issue, Severity } from './issue';
import { compareText } from './names';
import { salesPlan } from './pipeline/sales';
import type { Plan } from './result';
import { cascadeTargets } from './targets/cascade';
import { targetUnits } from './targets/units';
import { makeContext } from './time/context';
import type { PlanStage, PlanTools, Progress } from './tools';

/** How far the whole plan is when a step begins; the balance takes the most. */
const BEGINS: Readonly<
  Record<'calendar' | 'targets' | 'pipeline' | 'forecast' | 'demand' | 'balance' | 'activities' | 'done', number>
> = {
  calendar: 0,
  targets: 0.01,
  pipeline: 0.03,
  forecast: 0.06,
  demand: 0.4,
  balance: 0.42,
  activities: 0.95,
  done: 1,
};

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
  await steps.begin('calendar', BEGINS.calendar);
  const context = makeContext(input);

  await steps.begin('targets', BEGINS.targets);
  const targets = cascadeTargets(input, context);

  await steps.begin('pipeline', BEGINS.pipeline);
  const pipeline = salesPlan(input, context, targets.cascade);

  await steps.begin('forecast', BEGINS.forecast);
  const forecast = forecastFamilies(input, context, (done, total) => {
    tools.signal?.throwIfAborted();
    steps.advance('forecast', BEGINS.forecast, BEGINS.demand, done / Math.max(1, total), { done, total });
  });

  await steps.begin('demand', BEGINS.demand);
  const demand = planDemand(input, context, {
    forecasts: forecast.forecasts,
    pipelineUnits: pipeline.pipelineUnits,
    targetUnits: targetUnits(input, context, targets.cascade),
  });
  const capacity = resourceCapacity(input, context);

  await steps.begin('model', BEGINS.balance);
  const balance = await balanceSupply(input, context, demand.demand, capacity.resources, {
    ...tools,
    onProgress: ({ stage, fraction, detail }) => {
      steps.advance(stage, BEGINS.balance, BEGINS.activities, fraction, detail);
    },
  });

  await steps.begin('activities', BEGINS.activities);
  const activities = planActivities(input, context, {
    cascade: targets.cascade,
    sales: pipeline.sales,
    resources: capacity.resources,
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

interface Steps {
  /** Says that a step begins, lets others run, and stops when the user has cancelled. */
  begin(stage: PlanStage, fraction: number): Promise<void>;
  /** Says how far a step is, and never throws (the solver may be calling): `share` 0..1 of the way from `from` to `to`. */
  advance(stage: PlanStage, from: number, to: number, share: number, detail?: Progress['detail']): void;
}

function makeSteps(tools: PlanTools): Steps {
  let reached = 0;
  const tell = (stage: PlanStage, fraction: number, detail?: Progress['detail']): void => {
    reached = Math.max(reached, Math.min(1, fraction));
    tools.onProgress(detail ? { stage, fraction: reached, detail } : { stage, fraction: reached });
  };
  return {
    async begin(stage, fraction) {
      tools.signal?.throwIfAborted();
      tell(stage, fraction);
      await Promise.resolve();
      tools.signal?.throwIfAborted();
    },
    advance: (stage, from, to, share, detail) => tell(stage, from + (to - from) * share, detail),
  };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Puts issues in one order whatever found them: errors first, then by sheet, row, column and code.
 *
 * @returns A new list.
 */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const sheetOf = (issue: Issue): string => issue.cell?.sheet ?? issue.sheet ?? '';
  return [...issues].sort(
    (left, right) =>
      RANK[left.severity] - RANK[right.severity] ||
      compareText(sheetOf(left), sheetOf(right)) ||
      (left.cell?.row ?? -1) - (right.cell?.row ?? -1) ||
      (left.cell?.column ?? -1) - (right.cell?.column ?? -1) ||
      compareText(left.code, right.code) ||
      compareText(JSON.stringify(left.params), JSON.stringify(right.params)),
  );
}
