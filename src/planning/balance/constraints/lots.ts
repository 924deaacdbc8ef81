import { hasSetup, type BalanceData, type Item, type Way } from '../data';
import type { ItemColumns, LotLink } from '../model';
import type { ProgrammeBuilder } from '../programme';
import { mostStarted } from '../variables';

/**
 * Constraint 5, lots: X = multiple × N; least lot × Z ≤ X ≤ M × Z with M as tight as demand, capacity and limits let it be.
 *
 * @param requirement Most units of each item that can still be of use when they arrive in a bucket.
 * @returns The rows X ≤ M × Z.
 */
export function addLotRows(
  builder: ProgrammeBuilder,
  data: BalanceData,
  columns: readonly ItemColumns[],
  requirement: readonly Float64Array[],
): LotLink[] {
  const links: LotLink[] = [];
  data.items.forEach((item, index) =>
    item.ways.forEach((way, at) => {
      if (!hasSetup(way) && way.lotMultiple <= 0) return;
      columns[index]?.started[at]?.forEach((started, bucket) => {
        if (started < 0) return;
        const lots = columns[index]?.lots[at]?.[bucket] ?? -1;
        const setup = columns[index]?.setup[at]?.[bucket] ?? -1;
        if (lots >= 0) {
          const row = builder.addRow(0, 0);
          builder.put(row, started, 1);
          builder.put(row, lots, -way.lotMultiple);
        }
        if (setup < 0) return;
        const most = largestLot(way, bucket, data, requirement[item.index]);
        const upper = builder.addRow(-Infinity, 0);
        builder.put(upper, started, 1);
        builder.put(upper, setup, -most);
        links.push({ item: item.index, way: at, bucket, row: upper });
        if (way.minLot > 0) {
          const lower = builder.addRow(0, Infinity);
          builder.put(lower, started, 1);
          builder.put(lower, setup, -way.minLot);
        }
      });
    }),
  );
  return links;
}

/** The largest lot worth starting in a bucket: never more than can be of use, than capacity allows, or than the supplier has. */
export function largestLot(way: Way, bucket: number, data: BalanceData, requirement: Float64Array | undefined): number {
  const needed = roundUpToLots(requirement?.[bucket + way.lead] ?? 0, way);
  let most = Math.min(needed, mostStarted(way, bucket, data));
  for (const load of way.loads) {
    const resource = data.resources[load.resource];
    const capacity = resource?.buckets[bucket + load.delay];
    if (!capacity || load.hours <= 0 || resource.canHire) continue;
    const hours = capacity.regular + capacity.overtime - load.setupHours;
    most = Math.min(most, Math.max(0, hours) / load.hours);
  }
  return most;
}

function roundUpToLots(units: number, way: Way): number {
  const least = Math.max(units, way.minLot);
  return way.lotMultiple > 0 ? Math.ceil(least / way.lotMultiple - 1e-9) * way.lotMultiple : least;
}

/**
 * Most units of an item that can still be of use when they arrive in a bucket: its gross requirements from there on (all of them where
 * demand may wait), its safety and closing stock.
 */
export function usefulUnits(item: Item, gross: Float64Array, waits: boolean): Float64Array {
  const useful = new Float64Array(gross.length);
  const target = stockTarget(item);
  let ahead = 0;
  for (let bucket = gross.length - 1; bucket >= 0; bucket -= 1) {
    ahead += gross[bucket] ?? 0;
    useful[bucket] = ahead + target;
  }
  return waits ? useful.fill(ahead + target) : useful;
}

/** The stock that the policy may ask for at most. */
export function stockTarget(item: Item): number {
  return item.safety.reduce((most, own) => Math.max(most, own), item.closing);
}
