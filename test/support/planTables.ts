import { balanceSupply, type BalanceResult } from '../../src/planning/balance/balance';
import type { LpSolver } from '../../src/planning/balance/solver';
import { resourceCapacity } from '../../src/planning/capacity/resources';
import { planDemand } from '../../src/planning/demand/demand';
import type { PlanInput } from '../../src/planning/input';
import type { Issue } from '../../src/planning/issue';
import type { FamilyDemand } from '../../src/planning/result';
import { dayOf } from '../../src/planning/time/civil';
import { makeContext } from '../../src/planning/time/context';
import type { PlanTools } from '../../src/planning/tools';
import type { RawValue, RawWorkbook } from '../../src/sheets/inputs/raw';
import { parseWorkbook } from '../../src/sheets/inputs/parse';
import { createHighsSolver } from '../../src/worker/highs';

/** A workbook as plain rows: sheet name → rows, the first of them the headings of the contract. */
export type Tables = Readonly<Record<string, readonly (readonly RawValue[])[]>>;

/** The rows as excel/ would hand them over: one bare sheet each, read in the English of the United States. */
export function rawWorkbook(tables: Tables): RawWorkbook {
  return {
    ranges: Object.entries(tables).map(([sheet, values]) => ({ sheet, row: 0, column: 0, values })),
    dateSystem: 1900,
    culture: 'en-US',
    mapping: { tables: {} },
  };
}

/** Reads a workbook of plain rows; today is 1 January 2026. */
export function readTables(tables: Tables): { readonly input: PlanInput; readonly issues: readonly Issue[] } {
  return parseWorkbook(rawWorkbook(tables), { today: dayOf(2026, 1, 1) });
}

let shared: Promise<LpSolver> | undefined;

/** The real solver, loaded once a test file. */
export function solver(): Promise<LpSolver> {
  shared ??= createHighsSolver();
  return shared;
}

/** Tools with the real solver and nobody watching. */
export async function quietTools(): Promise<PlanTools> {
  return { solver: await solver(), onProgress: () => undefined };
}

/** Demand and balance of an input, as makePlan makes them, without history, pipeline and targets. */
export async function balanceInput(
  input: PlanInput,
  tools?: PlanTools,
): Promise<BalanceResult & { readonly demand: readonly FamilyDemand[]; readonly input: PlanInput }> {
  const context = makeContext(input);
  const capacity = resourceCapacity(input, context);
  const none = { forecasts: [], pipelineUnits: new Map(), targetUnits: new Map() };
  const { demand, issues } = planDemand(input, context, none);
  const result = await balanceSupply(input, context, demand, capacity.resources, tools ?? (await quietTools()));
  return { ...result, issues: [...capacity.issues, ...issues, ...result.issues], demand, input };
}

/** Reads and balances a workbook of plain rows. */
export async function balanceTables(tables: Tables): ReturnType<typeof balanceInput> {
  return balanceInput(readTables(tables).input);
}
