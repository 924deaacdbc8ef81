import type { ResourceCapacity } from '../capacity/resources';
import type { PlanInput } from '../input';
import type { Issue } from '../issue';
import type { FamilyDemand, SalesCapacityMonth, TieOut } from '../result';
import type { BalancePlan, Shortage } from '../resultBalance';
import type { PlanContext } from '../time/types';
import type { PlanTools } from '../tools';
import { buildModel } from './buildModel';
import { certify } from './certificate';
import { reportContradictions } from './contradictions';
import { readFlows } from './flows';
import { countMoney } from './money';
import { writePrices } from './prices';
import { writeRates } from './rates';
import { readBalanceData } from './readData';
import { reportSelling, writeSelling } from './selling';
import { attributeShortage } from './reasons/attribution';
import { verifyFixes } from './reasons/verify';
import { solveModel, type SolvedModel } from './solve';
import { listShortages } from './shortages';
import { isStopped, pause, planDetail } from './stopping';
import { writeItems, writeProduction, writeResources } from './writePlan';

/** Relative gap up to which a plan counts as proven best. */
const PROVEN = 1e-6;

/** What the balance hands back to the plan. */
export interface BalanceResult {
  readonly balance?: BalancePlan;
  readonly shortages: Shortage[];
  readonly issues: Issue[];
  readonly tieOuts: TieOut[];
}

/**
 * Balances demand and supply over all families, resources and buckets at once: a proven optimum of the stated objective, re-checked as it is
 * written, with its prices and the reasons of what is short.
 *
 * @param demand What is to be served, by family.
 * @param resources Capacity by resource; those without routings stay aside.
 * @param selling What the sales teams with quotas can sell, by month; it limits what is shipped.
 * @returns No balance when there is nothing to balance or the solver gave up: the issues say which.
 * @throws The signal's reason when planning is cancelled; when it is stopped, the best plan so far is finished and an issue says so.
 */
export async function balanceSupply(
  input: PlanInput,
  context: PlanContext,
  demand: readonly FamilyDemand[],
  resources: readonly ResourceCapacity[],
  tools: PlanTools,
  selling: readonly SalesCapacityMonth[] = [],
): Promise<BalanceResult> {
  const { data, issues } = readBalanceData(input, context, demand, resources, selling);
  if (!data) {
    return { shortages: [], issues: [...issues, nothingToBalance()], tieOuts: [] };
  }
  tools.onProgress({ stage: 'model', fraction: 0 });
  const model = buildModel(data);
  const solved = await solveModel(model, tools);
  try {
    if (!solved.columns) {
      const failed: Issue = { code: 'balance-not-solved', severity: 'warning', params: { status: solved.status } };
      return { shortages: [], issues: [...issues, failed], tieOuts: [] };
    }
    const written = { ...writeBalance(solved, solved.columns), ...writeSelling(solved, solved.columns, selling) };
    const { shortages, blamed } = await explainShortages(solved, listShortages(data, written), tools);
    const balance = { ...written, ...blamed };
    return {
      balance,
      shortages,
      issues: [
        ...issues,
        ...(isStopped(tools) ? [reportStop(solved)] : reportQuality(balance)),
        ...reportSelling(balance, context),
        ...reportContradictions(model, solved.columns, input),
      ],
      tieOuts: tieOut(demand, balance),
    };
  } finally {
    solved.session.dispose();
  }
}

/** No family, no demand, no materials: this is no mistake, but it is said. */
export function nothingToBalance(): Issue {
  return { code: 'balance-nothing', severity: 'info', params: {} };
}

/** Asks what is to blame for what is not served and whether the fixes help; the session is not needed for anything else after that. */
async function explainShortages(
  solved: SolvedModel,
  shortages: Shortage[],
  tools: PlanTools,
): Promise<{
  readonly shortages: Shortage[];
  readonly blamed: Pick<BalancePlan, 'attribution' | 'unserved' | 'unservedIfRelaxed'>;
}> {
  if (shortages.length === 0 || isStopped(tools)) return { shortages, blamed: {} };
  const checkpoint = async (step: string): Promise<void> => {
    await pause(tools, { stage: 'explain', fraction: 0.9, detail: { step, ...planDetail(true) } });
    tools.stop?.throwIfAborted();
  };
  try {
    const found = await attributeShortage(solved, checkpoint);
    if (!found) return { shortages, blamed: {} };
    const { attribution, unserved, remaining } = found;
    return {
      shortages: await verifyFixes(solved, shortages, unserved, checkpoint),
      blamed: { attribution, unserved, unservedIfRelaxed: remaining },
    };
  } catch (error) {
    if (isStopped(tools) && error === tools.stop?.reason) return { shortages, blamed: {} };
    throw error;
  }
}

/** A plan that the user did not want to wait for says what was left out. */
function reportStop({ outcome, gap }: SolvedModel): Issue {
  const left = outcome.isCut ? 'goals' : gap > PROVEN ? 'search' : 'reasons';
  return { code: 'balance-stopped', severity: 'warning', params: { left, gap } };
}

/** A plan that is not proven best says by how much it may be beaten. */
function reportQuality(balance: BalancePlan): Issue[] {
  if (balance.gap <= 0.01) return [];
  return [{ code: 'balance-feasible', severity: 'info', params: { gap: balance.gap } }];
}

function writeBalance(solved: SolvedModel, columns: Float64Array): BalancePlan {
  const { model } = solved;
  const { data } = model;
  const flows = readFlows(model, columns);
  const rows = { items: writeItems(data, flows), resources: writeResources(data, flows) };
  const production = writeProduction(data, flows);
  const money = countMoney(data, flows, rows.items, rows.resources);
  const priced = solved.priced ? writePrices(model, solved.priced, solved.ranges, rows.items, rows.resources) : rows;
  return {
    status: solved.gap <= PROVEN && !solved.outcome.isCut ? 'optimal' : 'feasible',
    objective: data.settings.objective,
    totalCost: money.totalCost,
    revenue: money.revenue,
    profit: money.profit,
    bound: data.settings.objective === 'Max profit' ? -solved.bound : solved.bound,
    gap: solved.gap,
    costs: money.costs,
    items: priced.items,
    resources: priced.resources,
    production,
    certificate: certify(data, { ...rows, production }, money),
    rates: writeRates(data),
  };
}

/** The balance serves exactly the demand that was agreed. */
function tieOut(demand: readonly FamilyDemand[], balance: BalancePlan): TieOut[] {
  const agreed = demand.reduce(
    (total, own) => total + own.buckets.reduce((sum, point) => sum + Math.max(0, point.consensus), 0),
    0,
  );
  let [backlog, served] = [0, 0];
  const rates = new Map(balance.rates?.families.map((own) => [own.family, own]));
  for (const row of balance.items) {
    if (row.bucket === 0) backlog += rates.get(row.family)?.openingBacklog ?? 0;
    served += row.demand;
  }
  const accounted = balance.items.reduce((total, row, at) => {
    const isLast = balance.items[at + 1]?.family !== row.family;
    return total + row.shipped + row.lost + (isLast ? row.backlog : 0);
  }, -backlog);
  const tiny = 1e-9 * Math.max(1, Math.abs(agreed)) + 1e-5;
  const near = (difference: number): number => (Math.abs(difference) <= tiny ? 0 : difference);
  return [{ name: 'balance-demand', params: { demand: agreed }, difference: near(accounted - served) }];
}
