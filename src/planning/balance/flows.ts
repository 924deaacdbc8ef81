import { allowsBacklog, type BalanceData, type Item } from './data';
import type { BalanceModel, ItemColumns } from './model';
import { itemScale } from './variables';

/** The decisions of a plan as they are written: rounded, and with everything else following from them by plain arithmetic. */
export interface Flows {
  readonly items: readonly ItemFlows[];
  readonly resources: readonly ResourceFlows[];
}

export interface ItemFlows {
  /** Units started, by way and bucket. */
  readonly started: readonly Float64Array[];
  /** Units shipped and lost, by demand class and bucket. */
  readonly shipped: readonly Float64Array[];
  readonly lost: readonly Float64Array[];
}

export interface ResourceFlows {
  readonly used: Float64Array;
  readonly overtime: Float64Array;
  /** Heads hired and laid off at the start of each bucket. */
  readonly hired: Float64Array;
  readonly laidOff: Float64Array;
}

/** Steps in which quantities are written: millionths, or finer for items counted in tiny amounts. */
const STEP = 1e-6;
/** A head works many hours: heads are written finer, so that the hours they give keep the same precision. */
const HEAD_STEP = 1e-9;

/**
 * Reads the decisions out of a solution and rounds them. Sums over time are rounded rather than single values, so that stock and backlog,
 * which are such sums, never drift by more than a step.
 */
export function readFlows(model: BalanceModel, columns: Float64Array): Flows {
  const value = (column: number | undefined): number =>
    column === undefined || column < 0 ? 0 : Math.max(0, columns[column] ?? 0);
  const read = (own: Int32Array | undefined, step: number): Float64Array =>
    roundRunning(
      Float64Array.from(own ?? [], (column) => value(column)),
      step,
    );
  const items = model.data.items.map((item, index): ItemFlows => {
    const own = model.items[index] as ItemColumns;
    const step = STEP * Math.min(1, itemScale(item));
    return {
      started: item.ways.map((way, at) =>
        way.lotMultiple > 0
          ? Float64Array.from(own.lots[at] ?? [], (column) => Math.round(value(column)) * way.lotMultiple)
          : read(own.started[at], step),
      ),
      shipped: own.shipped.map((shipped) => read(shipped, step)),
      lost: own.lost.map((lost) => read(lost, step)),
    };
  });
  const resources = model.resources.map((own): ResourceFlows => ({
    used: read(own.used, STEP),
    overtime: read(own.overtime, STEP),
    hired: read(own.hired, HEAD_STEP),
    laidOff: read(own.laidOff, HEAD_STEP),
  }));
  return settle(model.data, { items, resources });
}

/** Rounds the running total to steps and takes differences. */
export function roundRunning(values: Float64Array, step: number): Float64Array {
  const rounded = new Float64Array(values.length);
  let [total, written] = [0, 0];
  values.forEach((value, at) => {
    total += value;
    const upTo = Math.round(total / step);
    rounded[at] = tidy((upTo - written) * step);
    written = upTo;
  });
  return rounded;
}

/** Takes the noise of binary fractions off a number that is a whole number of millionths or finer. */
export function tidy(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(15));
}

/**
 * Makes rounding leave no trace where it matters: a stock that would end a step below zero ships that step less, and what is neither shipped
 * nor in backlog is lost to the last step.
 */
function settle(data: BalanceData, flows: Flows): Flows {
  const usages = usagesOf(data, flows);
  data.items.forEach((item, index) => {
    const own = flows.items[index];
    if (!own) return;
    const stock = stockOf(item, own, usages[index] ?? new Float64Array(0));
    let carried = 0;
    stock.forEach((units, bucket) => {
      const deficit = -(units + carried);
      if (!(deficit > 0) || deficit > 100 * STEP) return;
      const shipped = own.shipped.find((units) => (units[bucket] ?? 0) >= deficit);
      if (!shipped) return;
      shipped[bucket] = tidy((shipped[bucket] ?? 0) - deficit);
      carried += deficit;
    });
    if (allowsBacklog(item)) return;
    item.classes.forEach((demandClass, at) => {
      const lost = own.lost[at];
      demandClass.demand.forEach((units, bucket) => {
        if (lost) lost[bucket] = tidy(Math.max(0, units - (own.shipped[at]?.[bucket] ?? 0)));
      });
    });
  });
  return flows;
}

/** Units of an item that arrive in each bucket of what was made, subcontracted or bought. */
export function arrivalsOf(item: Item, flows: ItemFlows): Float64Array {
  const buckets = item.demand.length;
  const arrived = new Float64Array(buckets);
  item.ways.forEach((way, at) =>
    flows.started[at]?.forEach((units, bucket) => {
      const due = bucket + way.lead;
      if (due < buckets) arrived[due] = (arrived[due] ?? 0) + units;
    }),
  );
  return arrived;
}

/** Units of every item that others take as a component in each bucket. */
export function usagesOf(data: BalanceData, flows: Pick<Flows, 'items'>): Float64Array[] {
  const used = data.items.map(() => new Float64Array(data.buckets.length));
  for (const parent of data.items) {
    if (parent.components.length === 0) continue;
    parent.ways.forEach((way, at) => {
      if (way.kind !== 'make') return;
      flows.items[parent.index]?.started[at]?.forEach((units, bucket) => {
        for (const { item, quantity } of parent.components) {
          const own = used[item];
          if (own) own[bucket] = (own[bucket] ?? 0) + units * quantity;
        }
      });
    });
  }
  return used;
}

/** Closing stock of an item in each bucket: opening + received + arrived − used − shipped. */
export function stockOf(item: Item, own: ItemFlows, used: Float64Array): Float64Array {
  const arrived = arrivalsOf(item, own);
  let at = item.opening;
  return Float64Array.from(item.demand, (_, bucket) => {
    const shipped = sumAt(own.shipped, bucket);
    at = tidy(at + (item.receipts[bucket] ?? 0) + (arrived[bucket] ?? 0) - (used[bucket] ?? 0) - shipped);
    // Adding in another order leaves less than a millionth of a step behind.
    if (Math.abs(at) < 1e-9) at = 0;
    return at;
  });
}

/** Sum over series of their value in one bucket. */
export function sumAt(series: readonly Float64Array[], bucket: number): number {
  return series.reduce((total, own) => total + (own[bucket] ?? 0), 0);
}
