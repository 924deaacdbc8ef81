import { addLoadRows } from './constraints/capacity';
import { addDemandRows } from './constraints/demand';
import { addLevelRows } from './constraints/level';
import { addLotRows, stockTarget, usefulUnits } from './constraints/lots';
import { addSalesRows } from './constraints/sales';
import { addStockRows } from './constraints/stock';
import { addStockPolicyRows } from './constraints/stockPolicy';
import { addWorkforceRows } from './constraints/workforce';
import { allowsBacklog, needsIntegers, type BalanceData, type Item } from './data';
import type { BalanceModel } from './model';
import { ProgrammeBuilder } from './programme';
import { grossRequirements, parentsFirst } from './requirements';
import { addItemVariables, addResourceVariables, type Elastics } from './variables';

/**
 * Builds the balancing model of mathematics I: sets and parameters come in with the data; here are its variables and its constraints, block
 * by block. Purchase limits (7) and frozen buckets (9) are bounds and absences of variables.
 *
 * @returns Model without costs; the objective is set stage by stage.
 */
export function buildModel(data: BalanceData): BalanceModel {
  const builder = new ProgrammeBuilder();
  const elastics: Elastics = { columns: [] };
  const items = data.items.map((item) => addItemVariables(builder, data, item, elastics));
  const resources = data.resources.map((_, index) => addResourceVariables(builder, data, index, elastics));
  const stock = addStockRows(builder, data, items);
  const demand = addDemandRows(builder, data, items);
  const load = addLoadRows(builder, data, items, resources);
  const workforce = addWorkforceRows(builder, data, resources);
  const lotLinks = needsIntegers(data) ? addLotRows(builder, data, items, requirementsOf(data)) : [];
  addStockPolicyRows(builder, data, items);
  const sales = addSalesRows(builder, data, items);
  const level = addLevelRows(builder, data, resources);
  const rows = { stock, demand, load, workforce, sales };
  return { data, builder, items, resources, rows, level, lotLinks, elastics: elastics.columns };
}

/** Most units of each item that can still be of use in each bucket, dependent requirements included. */
export function requirementsOf(data: BalanceData): readonly Float64Array[] {
  const components = new Map(data.items.map((item) => [item.index, item.components]));
  const gross = grossRequirements(data.items.map(ownRequirement), components);
  const waits = data.items.map(allowsBacklog);
  for (const parent of parentsFirst(data.items.length, components)) {
    // Demand that may wait for a parent may take its components late as well.
    if (waits[parent]) for (const { item } of components.get(parent) ?? []) waits[item] = true;
  }
  return data.items.map((item) => usefulUnits(item, gross[item.index] ?? item.demand, waits[item.index] ?? false));
}

/** Demand and opening backlog; for a parent also what its stock policy and whole lots may take beyond demand. */
function ownRequirement(item: Item): Float64Array {
  const own = item.demand.slice();
  own[0] = (own[0] ?? 0) + item.classes.reduce((total, demandClass) => total + demandClass.openingBacklog, 0);
  if (item.components.length === 0) return own;
  const lot = item.ways.reduce((most, way) => Math.max(most, way.minLot, way.lotMultiple), 0);
  const last = own.length - 1;
  own[last] = (own[last] ?? 0) + stockTarget(item) + lot * own.length;
  return own;
}
