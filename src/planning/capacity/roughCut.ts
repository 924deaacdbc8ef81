/** Load of one resource, one value a bucket. */
export interface RoughCutLoad {
  readonly resource: string;
  readonly load: readonly number[];
}

/** What one unit of an item takes of a resource, so many buckets before it is completed. */
export interface BillEntry {
  readonly item: string;
  readonly resource: string;
  /** Capacity units per unit. */
  readonly hours: number;
  /** Buckets before completion; 0 where absent. */
  readonly offset?: number;
}

/**
 * Rough-cut capacity by overall factors: total hours of the schedule, shared among resources as in the past.
 *
 * @param schedule Units completed, one a bucket, by item.
 * @param hours Hours per unit, by item.
 * @param shares Share of all hours each resource had in the past; they sum to 1.
 * @returns Load by resource, in the order of the shares.
 * @example capacityByOverallFactors({ A: [33], B: [17] }, { A: 0.95, B: 1.85 }, { 100: 0.603 }) //=> [{ resource: '100', load: [37.87] }]
 * @see mathematics H; Vollmann, Berry & Whybark ch. 4
 */
export function capacityByOverallFactors(
  schedule: Readonly<Record<string, readonly number[]>>,
  hours: Readonly<Record<string, number>>,
  shares: Readonly<Record<string, number>>,
): RoughCutLoad[] {
  const total: number[] = [];
  for (const [item, units] of Object.entries(schedule)) {
    units.forEach((quantity, bucket) => (total[bucket] = (total[bucket] ?? 0) + quantity * (hours[item] ?? 0)));
  }
  return Object.entries(shares).map(([resource, share]) => ({ resource, load: total.map((own) => own * share) }));
}

/**
 * Rough-cut capacity by bill of resources, or by resource profile where entries have offsets: what the schedule takes of each resource if
 * nothing limited it. Hours that would fall before the first bucket are left out: they are the past's.
 *
 * @param schedule Units completed, one a bucket, by item.
 * @returns Load by resource, in the order in which resources first stand in the bill.
 * @example capacityByBill({ A: [33], B: [17] }, [{ item: 'A', resource: '100', hours: 0.05 }, { item: 'B', resource: '100', hours: 1.3 }])
 *   //=> [{ resource: '100', load: [23.75] }]
 * @see mathematics H
 */
export function capacityByBill(
  schedule: Readonly<Record<string, readonly number[]>>,
  bill: readonly BillEntry[],
): RoughCutLoad[] {
  const buckets = Object.values(schedule).reduce((most, units) => Math.max(most, units.length), 0);
  const loads = new Map<string, number[]>();
  for (const entry of bill) {
    const own = loads.get(entry.resource) ?? new Array<number>(buckets).fill(0);
    loads.set(entry.resource, own);
    schedule[entry.item]?.forEach((quantity, bucket) => {
      const due = bucket - (entry.offset ?? 0);
      if (due >= 0) own[due] = (own[due] ?? 0) + quantity * entry.hours;
    });
  }
  return [...loads.entries()].map(([resource, load]) => ({ resource, load }));
}
