import type { CapacityRecord, PlanInput } from '../input';
import { cellOf, type Issue, type Origin } from '../issue';
import { compareText, nameKey } from '../names';
import type { Bucket, PlanContext } from '../time/types';
import type { Day } from '../units';
import { shareOf, monthsIn } from './share';
import { layOutSpans, type CapacitySpan } from './spans';

/** What a team, line or supplier can do in each bucket. */
export interface ResourceCapacity {
  readonly name: string;
  readonly unit: string;
  readonly kind: 'Team' | 'Line' | 'Supplier';
  /** First row of the resource. */
  readonly origin: Origin;
  /** Heads before the first bucket; undefined when the capacity is not given by heads. */
  readonly initialHeads?: number;
  /** Whether the balance may change the head count. */
  readonly canHire: boolean;
  readonly canLayOff: boolean;
  /** One entry a bucket. */
  readonly buckets: readonly ResourceBucket[];
}

export interface ResourceBucket {
  /** Regular capacity in units of the resource, with the heads as given. */
  readonly regular: number;
  /** Most overtime, in units of the resource, with the heads as given. */
  readonly overtime: number;
  /** Money per unit of regular capacity used. */
  readonly cost: number;
  /** Money per unit of overtime. */
  readonly overtimeCost: number;
  /** Heads as given (the average over working days where rows change inside the bucket). */
  readonly heads?: number;
  /** Regular capacity and most overtime of one head. */
  readonly hoursPerHead: number;
  readonly overtimePerHead: number;
  /** Money per head in the bucket. */
  readonly wage: number;
  readonly hireCost?: number;
  readonly layoffCost?: number;
  /** Most hires in the bucket, heads. */
  readonly maxHires?: number;
  /** The row that holds for most of the bucket; undefined in a gap. */
  readonly origin?: Origin;
}

/**
 * Capacity of every resource in every bucket, from the Capacity rows: rows follow each other by date, gaps are zero, overlaps are reported.
 *
 * @returns Resources by name (code units), and issues for overlaps, negative numbers, missing hours and buckets without any capacity.
 */
export function resourceCapacity(
  input: PlanInput,
  context: PlanContext,
): { readonly resources: ResourceCapacity[]; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  const groups = new Map<string, CapacityRecord[]>();
  for (const record of input.capacity) {
    const key = nameKey(record.resource);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  const teams = new Set(input.targets.map((target) => nameKey(target.team)));
  const resources = [...groups.entries()].map(([key, records]) =>
    capacityOf(records, teams.has(key) ? 'Team' : 'Line', context, issues),
  );
  resources.sort((left, right) => compareText(left.name, right.name));
  return { resources, issues };
}

function capacityOf(
  records: readonly CapacityRecord[],
  defaultKind: 'Team' | 'Line',
  context: PlanContext,
  issues: Issue[],
): ResourceCapacity {
  const spans = spansOf(records, context, issues);
  const ordered = [...records].sort((left, right) => left.origin.row - right.origin.row);
  const first = spans[0]?.record ?? (ordered[0] as CapacityRecord);
  const initialHeads = spans.find((span) => span.record.heads !== undefined)?.record.heads;
  const buckets = context.buckets.map((bucket) => capacityInBucket(spans, bucket, first.resource, context));
  reportEmptyBuckets(first, buckets, context, issues);
  return {
    name: first.resource,
    unit: first.unit,
    kind: ordered.find((record) => record.kind !== undefined)?.kind ?? defaultKind,
    origin: first.origin,
    ...optional('initialHeads', initialHeads),
    canHire: initialHeads !== undefined && records.some((record) => record.hireCost !== undefined),
    canLayOff: initialHeads !== undefined && records.some((record) => record.layoffCost !== undefined),
    buckets,
  };
}

function spansOf(records: readonly CapacityRecord[], context: PlanContext, issues: Issue[]): CapacitySpan[] {
  const clean = records.map((record) => dropNegatives(record, issues));
  const { spans, issues: overlaps } = layOutSpans(clean, context.settings.planStart);
  issues.push(...overlaps);
  return fillHeads(spans, context, issues);
}

/** Negative numbers are read as zero, and said. */
function dropNegatives(record: CapacityRecord, issues: Issue[]): CapacityRecord {
  const notNegative = (field: 'regular' | 'overtime' | 'heads' | 'hoursPerHead'): number | undefined => {
    const value = record[field];
    if (value === undefined || value >= 0) return value;
    issues.push({
      code: 'capacity-negative',
      severity: 'warning',
      cell: cellOf(record.origin, field),
      params: { resource: record.resource, value },
    });
    return 0;
  };
  return {
    ...record,
    regular: notNegative('regular'),
    overtime: notNegative('overtime') ?? 0,
    heads: notNegative('heads'),
    hoursPerHead: notNegative('hoursPerHead'),
  };
}

/** A later row that leaves heads or hours blank keeps those before it; heads without any hours work the company's, and this is said. */
function fillHeads(spans: readonly CapacitySpan[], context: PlanContext, issues: Issue[]): CapacitySpan[] {
  let [heads, hours]: [number | undefined, Pick<CapacityRecord, 'hoursPerHead' | 'per'> | undefined] = [
    undefined,
    undefined,
  ];
  return spans.map((span) => {
    const { record } = span;
    if (record.heads === undefined && (heads === undefined || record.regular !== undefined)) return span;
    heads = record.heads ?? heads;
    if (record.hoursPerHead !== undefined) hours = { hoursPerHead: record.hoursPerHead, per: record.per };
    else if (record.regular && heads) hours = { hoursPerHead: record.regular / heads, per: record.per };
    else if (!hours) {
      hours = { hoursPerHead: context.settings.hoursPerDay, per: 'Day' };
      issues.push({
        code: 'hours-per-head-assumed',
        severity: 'info',
        cell: cellOf(record.origin, 'heads'),
        params: { resource: record.resource, hours: context.settings.hoursPerDay },
      });
    }
    return { ...span, record: { ...record, heads, ...hours } };
  });
}

/**
 * Regular capacity of a team or resource over any days of the horizon, by the same rules as its buckets.
 *
 * @param name Team or resource; matched without regard to case, accents and spaces.
 * @returns Units of the resource (hours, as a rule); undefined when no Capacity row has the name.
 */
export function regularCapacityBetween(
  name: string,
  from: Day,
  to: Day,
  input: PlanInput,
  context: PlanContext,
): number | undefined {
  const key = nameKey(name);
  const records = input.capacity.filter((record) => nameKey(record.resource) === key);
  const first = records[0];
  if (!first) return undefined;
  // The same issues have been reported by resourceCapacity.
  const spans = spansOf(records, context, []);
  return sum(context.buckets, (bucket) => {
    const start = from > bucket.start ? from : bucket.start;
    const end = to < bucket.end ? to : bucket.end;
    if (end < start) return 0;
    return sum(spans, (span) => partOf(span, bucket, first.resource, context, start, end)?.regular ?? 0);
  });
}

function capacityInBucket(
  spans: readonly CapacitySpan[],
  bucket: Bucket,
  resource: string,
  context: PlanContext,
): ResourceBucket {
  const parts = spans
    .map((span) => partOf(span, bucket, resource, context))
    .filter((part): part is Part => part !== undefined);
  const main = parts.reduce<Part | undefined>(
    (best, part) => (best && best.days >= part.days ? best : part),
    undefined,
  );
  const starting = parts[0]?.record;
  const months = monthsIn(bucket, context.settings);
  return {
    regular: sum(parts, (part) => part.regular),
    overtime: sum(parts, (part) => part.overtime),
    cost: weighted(parts, (part) => part.record.cost),
    overtimeCost: weighted(parts, (part) => part.record.overtimeCost),
    ...(parts.some((part) => part.record.heads !== undefined)
      ? { heads: weighted(parts, (part) => part.record.heads ?? 0) }
      : {}),
    hoursPerHead: sum(parts, (part) => part.hoursPerHead),
    overtimePerHead: sum(parts, (part) => part.overtimePerHead),
    wage: weighted(parts, (part) => part.record.wage) * months,
    ...optional('hireCost', starting?.hireCost),
    ...optional('layoffCost', starting?.layoffCost),
    ...optional('maxHires', starting?.maxHires === undefined ? undefined : starting.maxHires * months),
    ...optional('origin', main?.record.origin),
  };
}

interface Part {
  readonly record: CapacityRecord;
  /** Weight among the rows of a bucket: working days, or a little for days without work. */
  readonly days: number;
  readonly regular: number;
  readonly overtime: number;
  readonly hoursPerHead: number;
  readonly overtimePerHead: number;
}

function partOf(
  span: CapacitySpan,
  bucket: Bucket,
  resource: string,
  context: PlanContext,
  start: Day = bucket.start,
  end: Day = bucket.end,
): Part | undefined {
  const from: Day = span.from > start ? span.from : start;
  const to: Day = span.to !== undefined && span.to < end ? span.to : end;
  if (to < from) return undefined;
  const { record } = span;
  const calendar = context.calendarOf(resource);
  const times = shareOf(record.per, from, to, bucket, calendar, context.settings);
  const hoursPerHead = (record.hoursPerHead ?? 0) * times;
  const byHeads = record.heads !== undefined;
  return {
    record,
    days: calendar.workingDays(from, to) + (to - from + 1) * 1e-6,
    regular: byHeads ? (record.heads ?? 0) * hoursPerHead : (record.regular ?? 0) * times,
    overtime: record.overtime * times * (byHeads ? (record.heads ?? 0) : 1),
    hoursPerHead,
    overtimePerHead: record.overtime * times,
  };
}

function reportEmptyBuckets(
  first: CapacityRecord,
  buckets: readonly ResourceBucket[],
  context: PlanContext,
  issues: Issue[],
): void {
  const calendar = context.calendarOf(first.resource);
  // Weeks in which the company is closed have no capacity, and nobody expects any.
  const isOpen = (index: number): boolean => {
    const bucket = context.buckets[index];
    return bucket !== undefined && calendar.workingDays(bucket.start, bucket.end) > 0;
  };
  const empty = buckets.flatMap((bucket, index) =>
    bucket.regular <= 0 && bucket.overtime <= 0 && bucket.hoursPerHead <= 0 && isOpen(index) ? [index] : [],
  );
  const at = empty[0];
  if (at === undefined) return;
  const origin = buckets[at]?.origin;
  issues.push({
    code: origin ? 'capacity-zero' : 'capacity-gap',
    severity: 'info',
    cell: origin ? cellOf(origin, 'regular') : cellOf(first.origin, 'from'),
    params: { resource: first.resource, bucket: context.buckets[at]?.label ?? '', count: empty.length },
  });
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function weighted(parts: readonly Part[], value: (part: Part) => number): number {
  const days = sum(parts, (part) => part.days);
  if (parts.length === 1) return value(parts[0] as Part);
  return days > 0 ? sum(parts, (part) => value(part) * part.days) / days : 0;
}

function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
