import type { BalanceItem, BalanceResource, ModeProduction } from '../resultBalance';
import { hasSetup, type BalanceData, type Item } from './data';
import { arrivalsOf, stockOf, sumAt, tidy, usagesOf, type Flows } from './flows';

/** Below this a quantity counts as none when it is asked whether a way was used in a bucket. */
const USED = 1e-9;

/** The rows of the balance for every item and bucket, all following from the written decisions. */
export function writeItems(data: BalanceData, flows: Flows): BalanceItem[] {
  const usages = usagesOf(data, flows);
  return data.items.flatMap((item) => {
    const own = flows.items[item.index];
    if (!own) return [];
    const arrived = arrivalsOf(item, own);
    const used = usages[item.index] ?? new Float64Array(data.buckets.length);
    const stock = stockOf(item, own, used);
    let backlog = item.classes.reduce((total, demandClass) => total + demandClass.openingBacklog, 0);
    return data.buckets.map(({ index: bucket }): BalanceItem => {
      const demand = item.demand[bucket] ?? 0;
      const [shipped, lost] = [sumAt(own.shipped, bucket), sumAt(own.lost, bucket)];
      const openingBacklog = backlog;
      backlog = noNoise(tidy(backlog + demand - shipped - lost));
      return {
        family: item.name,
        bucket,
        demand,
        opening: bucket === 0 ? item.opening : (stock[bucket - 1] ?? 0),
        receipts: item.receipts[bucket] ?? 0,
        made: startedBy(item, own.started, 'make', bucket),
        subcontracted: startedBy(item, own.started, 'subcontract', bucket),
        bought: startedBy(item, own.started, 'buy', bucket),
        arrived: tidy(arrived[bucket] ?? 0),
        used: tidy(used[bucket] ?? 0),
        shipped: tidy(shipped),
        backlog,
        lost: tidy(lost),
        stock: stock[bucket] ?? 0,
        safetyStock: item.safety[bucket] ?? 0,
        openingBacklog,
      };
    });
  });
}

function startedBy(item: Item, started: readonly Float64Array[], kind: string, bucket: number): number {
  return tidy(
    item.ways.reduce((total, way, at) => (way.kind === kind ? total + (started[at]?.[bucket] ?? 0) : total), 0),
  );
}

function noNoise(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}

/** Production by item and mode, with the hours it takes. */
export function writeProduction(data: BalanceData, flows: Flows): ModeProduction[] {
  return data.items.flatMap((item) =>
    item.ways.flatMap((way, at): ModeProduction[] => {
      if (way.kind !== 'make') return [];
      const byResource = (value: (load: (typeof way.loads)[number]) => number): Record<string, number> => {
        const record: Record<string, number> = {};
        for (const load of way.loads) {
          const name = data.resources[load.resource]?.name ?? '';
          record[name] = (record[name] ?? 0) + value(load);
        }
        return record;
      };
      const delays = way.loads.some((load) => load.delay > 0);
      return [
        {
          family: item.name,
          mode: way.name,
          hoursPerUnit: byResource((load) => load.hours),
          setupHours: byResource((load) => load.setupHours),
          made: [...(flows.items[item.index]?.started[at] ?? [])],
          ...(delays ? { loadLag: lagsOf(data, way.loads) } : {}),
          ...(way.lead > 0 ? { lead: way.lead } : {}),
        },
      ];
    }),
  );
}

function lagsOf(
  data: BalanceData,
  loads: readonly { readonly resource: number; readonly delay: number }[],
): Record<string, number> {
  const record: Record<string, number> = {};
  for (const load of loads) record[data.resources[load.resource]?.name ?? ''] = load.delay;
  return record;
}

/** Capacity units that the written production takes of each resource in each bucket, setups included. */
export function loadsOf(data: BalanceData, flows: Flows): Float64Array[] {
  const loads = data.resources.map(() => new Float64Array(data.buckets.length));
  for (const item of data.items) {
    item.ways.forEach((way, at) => {
      for (const load of way.loads) {
        const own = loads[load.resource];
        flows.items[item.index]?.started[at]?.forEach((units, bucket) => {
          const due = bucket + load.delay;
          if (!own || units <= USED || due >= own.length) return;
          own[due] = (own[due] ?? 0) + units * load.hours + (hasSetup(way) ? load.setupHours : 0);
        });
      }
    });
  }
  return loads;
}

/** The rows of every resource and bucket: what the load takes of regular time first, then of overtime. */
export function writeResources(data: BalanceData, flows: Flows): BalanceResource[] {
  const loads = loadsOf(data, flows);
  return data.resources.flatMap((resource, index) => {
    const own = flows.resources[index];
    const flexible = resource.canHire || resource.canLayOff;
    let heads = resource.initialHeads ?? 0;
    return resource.buckets.map((bucket, at): BalanceResource => {
      const [hired, laidOff] = [own?.hired[at] ?? 0, own?.laidOff[at] ?? 0];
      heads = flexible ? tidy(heads + hired - laidOff) : (bucket.heads ?? 0);
      const capacity = flexible ? heads * bucket.hoursPerHead : bucket.regular;
      const load = loads[index]?.[at] ?? 0;
      const overtime = overtimeOf(load, capacity, own?.used[at] ?? 0, own?.overtime[at] ?? 0);
      return {
        resource: resource.name,
        unit: resource.unit,
        bucket: at,
        capacity: tidy(capacity),
        used: roundTo(load - overtime),
        overtime: roundTo(overtime),
        overtimeMax: tidy(flexible ? heads * bucket.overtimePerHead : bucket.overtime),
        ...(resource.initialHeads === undefined ? {} : { heads }),
        ...(flexible ? { hired, laidOff } : {}),
      };
    });
  });
}

/** Overtime is what the load takes beyond what the plan uses of regular time; a millionth of an hour beyond it is rounding. */
function overtimeOf(load: number, capacity: number, used: number, planned: number): number {
  const regular = Math.min(capacity, Math.max(used, load - planned));
  const overtime = load - regular;
  return overtime > 2e-6 ? overtime : 0;
}

function roundTo(value: number): number {
  return tidy(Math.round(value * 1e6) / 1e6);
}
