import { allowsBacklog, type BalanceData, type Item } from './data';
import type { BalanceModel } from './model';

/** A sum of columns with weights. */
export interface Terms {
  readonly columns: number[];
  readonly weights: number[];
}

/**
 * Objective in money: cost of making, subcontracting and buying, of regular time, overtime, wages, hires and layoffs, of setups, holding,
 * backlog and lost sales; less price × shipped under Max profit.
 *
 * @returns Money per unit of each column.
 */
export function moneyCosts(model: BalanceModel): Float64Array {
  const costs = new Float64Array(model.builder.columnCount);
  const put = (column: number | undefined, money: number): void => {
    if (column !== undefined && column >= 0) costs[column] = (costs[column] ?? 0) + money;
  };
  model.data.items.forEach((item) => putItemCosts(model, item, put));
  model.data.resources.forEach((resource, index) => {
    const own = model.resources[index];
    resource.buckets.forEach((bucket, at) => {
      put(own?.used[at], bucket.cost);
      put(own?.overtime[at], bucket.overtimeCost);
      put(own?.heads[at], bucket.wage);
      put(own?.hired[at], bucket.hireCost ?? 0);
      put(own?.laidOff[at], bucket.layoffCost ?? 0);
    });
  });
  return costs;
}

function putItemCosts(model: BalanceModel, item: Item, put: (column: number | undefined, money: number) => void): void {
  const { data } = model;
  const own = model.items[item.index];
  const last = data.buckets.length - 1;
  const price = data.settings.objective === 'Max profit' ? item.price : 0;
  data.months.forEach((months, bucket) => {
    item.ways.forEach((way, at) => {
      put(own?.started[at]?.[bucket], way.cost);
      put(own?.setup[at]?.[bucket], way.setupCost);
    });
    item.classes.forEach((_, at) => {
      put(own?.shipped[at]?.[bucket], -price);
      put(own?.lost[at]?.[bucket], item.lostCost);
      put(own?.backlog[at]?.[bucket], (item.backlogCost ?? 0) * months + (bucket === last ? item.lostCost : 0));
    });
    put(own?.stock[bucket], item.holding * months);
    put(own?.shortfall[bucket], (item.shortfallCost ?? 0) * months);
  });
}

/** What is not served: units lost, and units in backlog at the end; of one priority, or of all. */
export function unservedTerms(model: BalanceModel, priority?: number): Terms {
  const terms: Terms = { columns: [], weights: [] };
  for (const item of model.data.items) {
    item.classes.forEach((own, at) => {
      if (priority !== undefined && own.priority !== priority) return;
      for (const column of unservedColumns(model, item, at)) addTerm(terms, column, 1);
    });
  }
  return terms;
}

/** Columns of what one demand class of an item is not served. */
export function unservedColumns(model: BalanceModel, item: Item, demandClass: number): number[] {
  const own = model.items[item.index];
  const columns = [...(own?.lost[demandClass] ?? [])].filter((column) => column >= 0);
  const backlog = own?.backlog[demandClass];
  if (allowsBacklog(item)) columns.push(backlog?.[backlog.length - 1] ?? -1);
  return columns;
}

/** Stock missing to safety stock, over all buckets, of items whose shortfall has no price of its own. */
export function shortfallTerms(model: BalanceModel): Terms {
  const terms: Terms = { columns: [], weights: [] };
  for (const item of model.data.items) {
    if (item.shortfallCost !== undefined) continue;
    for (const column of model.items[item.index]?.shortfall ?? []) addTerm(terms, column, 1);
  }
  return terms;
}

/** Priorities that are demanded at all, first served first. */
export function prioritiesOf(data: BalanceData): readonly number[] {
  const found = new Set(data.items.flatMap((item) => item.classes.map((own) => own.priority)));
  return [...found].sort((left, right) => left - right);
}

/** Whether every unit that is not served costs something: then money alone can decide. */
export function isUnservedPriced(data: BalanceData): boolean {
  return data.items.every((item) => item.classes.length === 0 || item.lostCost > 0);
}

export function addTerm(terms: Terms, column: number, weight: number): void {
  if (column < 0) return;
  terms.columns.push(column);
  terms.weights.push(weight);
}
