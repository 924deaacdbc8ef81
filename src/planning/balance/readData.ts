import type { ResourceCapacity } from '../capacity/resources';
import { monthsIn } from '../capacity/share';
import type { FamilyRecord, OrderRecord, PlanInput, ReceiptRecord } from '../input';
import { cellOf, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { FamilyDemand, SalesCapacityMonth } from '../result';
import type { PlanContext } from '../time/types';
import { splitClasses } from './classes';
import type { BalanceData, Component, Item, Way } from './data';
import { bucketsOf, leadBuckets, monthsToBuckets } from './leadTime';
import { openingOf, positive, receiptsOf, reportMissingCosts, safetyOf } from './readStock';
import { readMaterials } from './readMaterials';
import { reportCostSpread, reportLargeLots } from './plausibility';
import { outsideWays, readModes } from './readWays';
import { salesPeriods, sellingCapacity } from './sellingLimits';
import { grossRequirements } from './requirements';

/**
 * Reads the balancing model's sets and parameters from the sheets, cleaning what cannot be meant and saying so.
 *
 * @param capacities All resources; those that no routing names (sales teams, say) are no part of the balance.
 * @param selling What the sales teams with quotas can sell; with it, it limits what is shipped.
 * @returns Data in a fixed order, whatever the order of the rows; undefined when there is nothing to balance.
 */
export function readBalanceData(
  input: PlanInput,
  context: PlanContext,
  demand: readonly FamilyDemand[],
  capacities: readonly ResourceCapacity[],
  selling: readonly SalesCapacityMonth[] = [],
): { readonly data?: BalanceData; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const records = itemRecords(input, demand, issues);
  const names = [...records.keys()];
  if (names.length === 0) return { issues };
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const materials = readMaterials(input.materials, indexOf);
  const routed = new Set(input.routings.map((row) => nameKey(row.resource)));
  const resources = capacities.filter((resource) => routed.has(nameKey(resource.name)));
  const modes = readModes(
    input.routings,
    new Map([...records].map(([key, own]) => [key, own.record])),
    resources,
    context.settings,
  );
  issues.push(...materials.issues, ...modes.issues);
  const receiptsByItem = groupByFamily(input.receipts);
  const ordersByItem = groupByFamily(input.orders);
  const demandOf = new Map(demand.map((own) => [nameKey(own.family), own]));
  const demands = names.map((name) => demandVector(demandOf.get(name), context));
  const gross = grossRequirements(demands, materials.components);
  const isComponent = new Set([...materials.components.values()].flatMap((own) => own.map(({ item }) => item)));
  const items = names.map((name, index) =>
    readItem({
      input,
      context,
      issues,
      index,
      name: records.get(name)?.name ?? name,
      record: records.get(name)?.record,
      receipts: receiptsByItem.get(name) ?? [],
      orders: ordersByItem.get(name) ?? [],
      modes: modes.modes.get(name) ?? [],
      components: materials.components.get(index) ?? [],
      demand: demands[index] ?? new Float64Array(context.buckets.length),
      gross: gross[index] ?? new Float64Array(context.buckets.length),
      isComponent: isComponent.has(index),
    }),
  );
  issues.push(...reportLargeLots(items, gross), ...reportCostSpread(items));
  const sellable = sellingCapacity(selling, context);
  if (context.settings.frozen > 0) {
    issues.push({ code: 'balance-frozen', severity: 'info', params: { count: context.settings.frozen } });
  }
  return {
    data: {
      settings: context.settings,
      buckets: context.buckets,
      months: Float64Array.from(context.buckets, (bucket) => monthsIn(bucket, context.settings)),
      items,
      resources,
      frozen: Math.max(0, context.settings.frozen),
      ...(sellable ? { salesCapacity: salesPeriods(sellable, items, input.orders, context) } : {}),
    },
    issues,
  };
}

/** Items by key, in code units: the Families rows, what has demand, and what Materials name. */
function itemRecords(
  input: PlanInput,
  demand: readonly FamilyDemand[],
  issues: Issue[],
): Map<string, { readonly name: string; readonly record?: FamilyRecord }> {
  const found = new Map<string, { readonly name: string; readonly record?: FamilyRecord }>();
  for (const record of input.families) {
    const key = nameKey(record.family);
    if (!found.has(key)) found.set(key, { name: record.family, record });
  }
  const stated: string[] = [];
  const addName = (name: string): void => {
    if (found.has(nameKey(name))) return;
    found.set(nameKey(name), { name });
    stated.push(name);
  };
  for (const own of demand) if (own.buckets.some((point) => point.consensus > 0)) addName(own.family);
  for (const row of [...input.materials].sort((left, right) => compareText(left.component, right.component))) {
    addName(row.component);
    addName(row.parent);
  }
  if (stated.length > 0) {
    issues.push({
      code: 'family-defaults',
      severity: 'info',
      params: { count: stated.length, families: stated.slice(0, 5).join(', ') },
    });
  }
  return new Map([...found.entries()].sort(([left], [right]) => compareText(left, right)));
}

interface ItemSource {
  readonly input: PlanInput;
  readonly context: PlanContext;
  readonly issues: Issue[];
  readonly index: number;
  readonly name: string;
  readonly record?: FamilyRecord;
  readonly receipts: readonly ReceiptRecord[];
  readonly orders: readonly OrderRecord[];
  readonly modes: readonly Way[];
  readonly components: readonly Component[];
  readonly demand: Float64Array;
  readonly gross: Float64Array;
  readonly isComponent: boolean;
}

function readItem(source: ItemSource): Item {
  const { context, issues, index, name, record, modes, demand } = source;
  const { settings } = context;
  const opening = openingOf(record, issues);
  const receipts = receiptsOf(source.receipts, context, issues);
  const ways = [...modes, ...outsideWays(record, modes.length > 0, settings)];
  const supplied = opening.stock > 0 || receipts.some((units) => units > 0);
  const isService = ways.length === 0 && !source.isComponent && !supplied && demand.some((units) => units > 0);
  if (isService) reportService(source);
  else if (ways.length === 0) reportNoSupply(source);
  reportMissingCosts(record, modes.length > 0, settings, issues);
  const maxStock = record?.maxStock === undefined ? Infinity : Math.max(0, record.maxStock);
  const shelfLifeWeeks = record?.shelfLifeWeeks;
  return {
    index,
    name,
    origin: record?.origin,
    priority: record?.priority,
    opening: opening.stock,
    demand: withLateOpening(demand, opening.backlog, record),
    classes: splitClasses(source, opening.backlog),
    receipts,
    safety: safetyOf(record, source.gross, maxStock, context, issues),
    closing: Math.max(0, record?.closingStock ?? 0),
    maxStock,
    price: positive(record, 'price', issues) ?? 0,
    holding: positive(record, 'holdingCost', issues) ?? 0,
    backlogCost: positive(record, 'backlogCost', issues),
    lostCost: positive(record, 'lostSaleCost', issues) ?? 0,
    maxBacklog:
      record?.backlogCost === undefined || record.maxBacklogMonths === undefined
        ? undefined
        : monthsToBuckets(record.maxBacklogMonths, settings),
    shortfallCost: positive(record, 'shortfallCost', issues),
    shelfLife:
      shelfLifeWeeks === undefined ? undefined : Math.max(0, Math.floor(bucketsOf(shelfLifeWeeks, settings) + 1e-9)),
    leadTime: isService ? 0 : leadBuckets(record?.leadTimeWeeks ?? 0, settings),
    ways: isService ? [serviceWay(record)] : ways,
    components: source.components,
    isService,
  };
}

/** Without a backlog cost nothing can wait: what was open at the start is due, with the rest, in the first bucket. */
function withLateOpening(demand: Float64Array, backlog: number, record: FamilyRecord | undefined): Float64Array {
  if (backlog === 0 || record?.backlogCost !== undefined) return demand;
  const due = demand.slice();
  due[0] = (due[0] ?? 0) + backlog;
  return due;
}

/** Nothing is made or bought: what is asked for is delivered, at the unit cost. */
function serviceWay(record: FamilyRecord | undefined): Way {
  return {
    kind: 'make',
    name: '',
    cost: Math.max(0, record?.unitCost ?? 0),
    modeCost: 0,
    lead: 0,
    maxPerMonth: Infinity,
    loads: [],
    minLot: 0,
    lotMultiple: 0,
    setupCost: 0,
  };
}

function reportService({ input, issues, name, record }: ItemSource): void {
  issues.push({
    code: 'balance-service-unlimited',
    severity: input.routings.length > 0 ? 'warning' : 'info',
    ...(record ? { cell: cellOf(record.origin, 'family') } : {}),
    params: { family: name },
  });
}

function reportNoSupply({ issues, name, record, input, gross }: ItemSource): void {
  if (!gross.some((units) => units > 0)) return;
  const row = input.materials.find((own) => nameKey(own.component) === nameKey(name));
  const cell = record ? cellOf(record.origin, 'family') : row && cellOf(row.origin, 'component');
  issues.push({
    code: 'item-without-supply',
    severity: 'warning',
    ...(cell ? { cell } : {}),
    params: { family: name },
  });
}

function demandVector(demand: FamilyDemand | undefined, context: PlanContext): Float64Array {
  const units = new Float64Array(context.buckets.length);
  for (const point of demand?.buckets ?? []) units[point.bucket] = Math.max(0, point.consensus);
  return units;
}

function groupByFamily<T extends { readonly family: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = nameKey(row.family);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
