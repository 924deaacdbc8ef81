import type { FamilyForecast } from '../result';
import { bucketIndexOf } from '../time/buckets';
import type { DemandStream, OrderRecord, OverrideRecord, PlanInput } from '../input';
import { cellOf, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { PlanContext } from '../time/types';
import type { DueOrder } from './netting';

/** What feeds the demand of a family besides its own sheets. */
export interface DemandSignals {
  readonly forecasts: readonly FamilyForecast[];
  /** Expected units of the open pipeline, by family, one value a bucket. */
  readonly pipelineUnits: ReadonlyMap<string, readonly number[]>;
  /** Units of the targets, by family, one value a bucket. */
  readonly targetUnits: ReadonlyMap<string, readonly number[]>;
}

/** Everything known of one family's demand, bucket by bucket. */
export interface FamilySignals {
  readonly family: string;
  readonly statistics?: FamilyForecast;
  readonly pipeline?: readonly number[];
  readonly targets?: readonly number[];
  /** Override quantities of each stream, by bucket. */
  readonly overrides: ReadonlyMap<DemandStream, ReadonlyMap<number, OverrideRecord>>;
  /** Override rows of periods before the plan: the past by which a stream's accuracy is known. */
  readonly pastOverrides: readonly OverrideRecord[];
  /** Firm orders in order of date; those past due are due in the first bucket. */
  readonly orders: readonly DueOrder[];
}

/**
 * Gathers, family by family, what the sheets, the statistics, the pipeline and the targets say of demand.
 *
 * @returns Families by name (code units); issues for override rows that fall on the same cell, and for orders past due or beyond the horizon.
 */
export function gatherSignals(
  input: PlanInput,
  context: PlanContext,
  signals: DemandSignals,
): { readonly families: readonly FamilySignals[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const names = familyNames(input, signals);
  const overrides = groupBy(input.overrides, (row) => nameKey(row.family));
  const orders = groupBy(input.orders, (row) => nameKey(row.family));
  const statistics = new Map(signals.forecasts.map((forecast) => [nameKey(forecast.family), forecast]));
  const pipeline = keyed(signals.pipelineUnits);
  const targets = keyed(signals.targetUnits);
  const families = [...names.entries()]
    .sort(([, left], [, right]) => compareText(left, right))
    .map(([key, family]): FamilySignals => {
      const rows = overrides.get(key) ?? [];
      return {
        family,
        statistics: statistics.get(key),
        pipeline: pipeline.get(key),
        targets: targets.get(key),
        overrides: placeOverrides(rows, context, issues),
        pastOverrides: rows.filter((row) => row.period < context.settings.planStart),
        orders: placeOrders(family, orders.get(key) ?? [], context, issues),
      };
    });
  return { families, issues };
}

/** Families by key, spelt as in the Families sheet, else as the first (in code units) of the spellings there are. */
function familyNames(input: PlanInput, signals: DemandSignals): Map<string, string> {
  const others = [
    ...input.demand.map((row) => row.family),
    ...input.orders.map((row) => row.family),
    ...input.overrides.map((row) => row.family),
    ...signals.forecasts.map((forecast) => forecast.family),
    ...signals.pipelineUnits.keys(),
    ...signals.targetUnits.keys(),
  ];
  const names = new Map<string, string>();
  for (const name of [...new Set(others)].sort((left, right) => compareText(right, left)))
    names.set(nameKey(name), name);
  for (const { family } of input.families) names.set(nameKey(family), family);
  return names;
}

function placeOverrides(
  rows: readonly OverrideRecord[],
  context: PlanContext,
  issues: Issue[],
): ReadonlyMap<DemandStream, ReadonlyMap<number, OverrideRecord>> {
  const placed = new Map<DemandStream, Map<number, OverrideRecord>>();
  for (const row of [...rows].sort((left, right) => left.origin.row - right.origin.row)) {
    const bucket = bucketIndexOf(context.buckets, row.period);
    if (bucket === undefined) continue;
    const stream = placed.get(row.stream) ?? new Map<number, OverrideRecord>();
    placed.set(row.stream, stream);
    const earlier = stream.get(bucket);
    if (earlier) {
      issues.push({
        code: 'override-repeated',
        severity: 'warning',
        cell: cellOf(row.origin, 'quantity'),
        params: { family: row.family, bucket: context.buckets[bucket]?.label ?? '', row: earlier.origin.row + 1 },
      });
    }
    stream.set(bucket, row);
  }
  return placed;
}

function placeOrders(
  family: string,
  rows: readonly OrderRecord[],
  context: PlanContext,
  issues: Issue[],
): readonly DueOrder[] {
  const sorted = [...rows].sort((left, right) => left.date - right.date || left.quantity - right.quantity);
  const due: DueOrder[] = [];
  const [overdue, beyond]: [OrderRecord[], OrderRecord[]] = [[], []];
  for (const row of sorted) {
    const bucket = row.date < context.settings.planStart ? 0 : bucketIndexOf(context.buckets, row.date);
    if (row.date < context.settings.planStart) overdue.push(row);
    if (bucket === undefined) beyond.push(row);
    else due.push({ bucket, quantity: Math.max(0, row.quantity) });
  }
  reportOrders('orders-overdue', family, overdue, issues);
  reportOrders('orders-beyond-horizon', family, beyond, issues);
  return due;
}

function reportOrders(code: string, family: string, rows: readonly OrderRecord[], issues: Issue[]): void {
  const first = rows[0];
  if (!first) return;
  const quantity = rows.reduce((total, row) => total + row.quantity, 0);
  issues.push({
    code,
    severity: 'info',
    cell: cellOf(first.origin, 'date'),
    params: { family, count: rows.length, quantity },
  });
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function keyed(values: ReadonlyMap<string, readonly number[]>): Map<string, readonly number[]> {
  return new Map([...values.entries()].map(([name, value]) => [nameKey(name), value]));
}
