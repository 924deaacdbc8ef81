import type { Settings } from '../../input';
import type { BalanceItem, BalancePlan, BalanceResource, FamilyRates, ModeProduction } from '../../resultBalance';
import type { Bucket } from '../../time/types';

/** A written balance, ready for questions: rows by family or resource and bucket, modes, rates and bills of materials. */
export interface PlanIndex {
  readonly plan: BalancePlan;
  readonly settings: Settings;
  readonly buckets: readonly Bucket[];
  /** Rows of each family, one a bucket. */
  readonly items: ReadonlyMap<string, readonly BalanceItem[]>;
  readonly resources: ReadonlyMap<string, readonly BalanceResource[]>;
  readonly modes: ReadonlyMap<string, readonly ModeProduction[]>;
  readonly rates: ReadonlyMap<string, FamilyRates>;
  /** What one unit of a family takes. */
  readonly components: ReadonlyMap<string, readonly { readonly component: string; readonly quantity: number }[]>;
  /** Least stock from each bucket on, by family: what could be taken there without leaving a later bucket short. */
  readonly spare: ReadonlyMap<string, Float64Array>;
  /** Modes that load each resource. */
  readonly users: ReadonlyMap<string, readonly ModeProduction[]>;
  /** Whether a unit of a family could be had by a bucket, as far as it has been asked. */
  readonly known: Map<string, boolean>;
}

/** Makes a written balance ready for questions; linear in its rows. */
export function indexPlan(plan: BalancePlan, settings: Settings, buckets: readonly Bucket[]): PlanIndex {
  const items = groupBy(plan.items, (row) => row.family);
  const spare = new Map<string, Float64Array>();
  for (const [family, rows] of items) spare.set(family, leastFromThere(rows));
  const users = new Map<string, ModeProduction[]>();
  for (const mode of plan.production) {
    for (const resource of Object.keys(mode.hoursPerUnit)) users.set(resource, [...(users.get(resource) ?? []), mode]);
  }
  return {
    plan,
    settings,
    buckets,
    items,
    resources: groupBy(plan.resources, (row) => row.resource),
    modes: groupBy(plan.production, (mode) => mode.family),
    rates: new Map(plan.rates?.families.map((own) => [own.family, own]) ?? []),
    components: groupBy(plan.rates?.materials ?? [], (row) => row.parent),
    spare,
    users,
    known: new Map(),
  };
}

function leastFromThere(rows: readonly BalanceItem[]): Float64Array {
  const least = new Float64Array(rows.length);
  let at = Infinity;
  for (let bucket = rows.length - 1; bucket >= 0; bucket -= 1) {
    at = Math.min(at, rows[bucket]?.stock ?? 0);
    least[bucket] = at;
  }
  return least;
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const own = groups.get(key(row));
    if (own) own.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
