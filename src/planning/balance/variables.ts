import { indicesOf } from './arrays';
import { allowsBacklog, allowsLost, hasSetup, type BalanceData, type Item, type Way } from './data';
import { scaleOf, type ItemColumns, type ResourceColumns } from './model';
import type { ProgrammeBuilder } from './programme';

/** Columns of elastic variables, closed at zero until the data are found to contradict each other. */
export interface Elastics {
  readonly columns: number[];
}

/** Adds the variables of one item: X, Z, N by way; Y, B, L by demand class; I, V and the elastic E. All are 0 or more. */
export function addItemVariables(
  builder: ProgrammeBuilder,
  data: BalanceData,
  item: Item,
  elastics: Elastics,
): ItemColumns {
  const buckets = data.buckets.length;
  const scale = itemScale(item);
  const column = (exists: boolean, upper = Infinity): number => (exists ? builder.addColumn(0, upper, scale) : -1);
  const elastic = (exists: boolean): number => {
    const index = column(exists, 0);
    if (index >= 0) elastics.columns.push(index);
    return index;
  };
  const perBucket = (make: (bucket: number) => number): Int32Array => indicesOf(buckets, make);
  const canLose = allowsLost(item, data);
  const started = item.ways.map((way) =>
    perBucket((bucket) => column(canStart(way, bucket, item, data), mostStarted(way, bucket, data))),
  );
  return {
    started,
    setup: item.ways.map((way, index) =>
      perBucket((bucket) => (hasSetup(way) && (started[index]?.[bucket] ?? -1) >= 0 ? builder.addInteger(0, 1) : -1)),
    ),
    lots: item.ways.map((way, index) =>
      perBucket((bucket) =>
        way.lotMultiple > 0 && (started[index]?.[bucket] ?? -1) >= 0 ? builder.addInteger(0, Infinity) : -1,
      ),
    ),
    shipped: item.classes.map((own) =>
      perBucket((bucket) => column(allowsBacklog(item) || (own.demand[bucket] ?? 0) > 0)),
    ),
    backlog: item.classes.map((own) =>
      perBucket((bucket) => column(allowsBacklog(item), mostBacklog(own.demand, own.openingBacklog, bucket, item))),
    ),
    lost: item.classes.map((own) =>
      perBucket((bucket) => column(canLose && (allowsBacklog(item) || (own.demand[bucket] ?? 0) > 0))),
    ),
    stock: perBucket(() => column(!item.isService)),
    shortfall: perBucket((bucket) => column(!item.isService && (item.safety[bucket] ?? 0) > 0)),
    excess: perBucket(() => elastic(!item.isService && Number.isFinite(item.maxStock))),
    expiring: perBucket(() => elastic(!item.isService && item.shelfLife !== undefined)),
    closingShortfall: elastic(!item.isService && item.closing > 0),
  };
}

/** Work may start after the frozen buckets, and only where it arrives within the horizon. */
export function canStart(way: Way, bucket: number, item: Item, data: BalanceData): boolean {
  if (bucket + way.lead >= data.buckets.length) return false;
  return item.isService || bucket >= data.frozen;
}

/** Most units a supplier or subcontractor can be asked for in a bucket. */
export function mostStarted(way: Way, bucket: number, data: BalanceData): number {
  return Number.isFinite(way.maxPerMonth) ? way.maxPerMonth * (data.months[bucket] ?? 0) : Infinity;
}

/** A unit that may wait n buckets at most is in backlog only with the demand of the last n buckets. */
function mostBacklog(demand: Float64Array, opening: number, bucket: number, item: Item): number {
  if (item.maxBacklog === undefined) return Infinity;
  const first = bucket - item.maxBacklog + 1;
  let units = first <= 0 && item.maxBacklog > bucket ? opening : 0;
  for (let at = Math.max(0, first); at <= bucket; at += 1) units += demand[at] ?? 0;
  return units;
}

export function itemScale(item: Item): number {
  let size = item.opening;
  for (const units of item.demand) if (units > size) size = units;
  return scaleOf(size);
}

/** Adds the variables of one resource: regular capacity used, overtime and, where heads may change, W, H and F. */
export function addResourceVariables(
  builder: ProgrammeBuilder,
  data: BalanceData,
  resource: number,
  elastics: Elastics,
): ResourceColumns {
  const own = data.resources[resource];
  const count = data.buckets.length;
  const absent = (): Int32Array => new Int32Array(count).fill(-1);
  const [used, overtime, heads, hired, laidOff, idle] = [absent(), absent(), absent(), absent(), absent(), absent()];
  if (!own) return { used, overtime, heads, hired, laidOff, idle };
  const flexible = own.canHire || own.canLayOff;
  const head = (upper: number): number =>
    data.settings.wholeHeads === true ? builder.addInteger(0, upper) : builder.addColumn(0, upper);
  own.buckets.forEach((bucket, at) => {
    used[at] = builder.addColumn(0, flexible ? Infinity : bucket.regular);
    const most = flexible ? bucket.overtimePerHead : bucket.overtime;
    if (most > 0) overtime[at] = builder.addColumn(0, flexible ? Infinity : most);
    if (flexible) {
      heads[at] = head(Infinity);
      if (own.canHire && bucket.hireCost !== undefined) hired[at] = head(bucket.maxHires ?? Infinity);
      if (own.canLayOff && bucket.layoffCost !== undefined) laidOff[at] = head(Infinity);
    }
    if (own.initialHeads !== undefined && data.settings.idleLabour === 'Not allowed') {
      idle[at] = builder.addColumn(0, 0);
      elastics.columns.push(idle[at] ?? -1);
    }
  });
  return { used, overtime, heads, hired, laidOff, idle };
}
