import type { CapacityRecord } from '../input';
import { cellOf, type Issue } from '../issue';
import { addDays } from '../time/civil';
import type { Day } from '../units';

/** A capacity row and the days it holds for, after the rows of its resource have been put one behind the other. */
export interface CapacitySpan {
  readonly record: CapacityRecord;
  readonly from: Day;
  /** Last day; undefined: open end. */
  readonly to?: Day;
}

/**
 * Puts the rows of one resource one behind the other: each holds from its From (blank: plan start) to its To, a blank To to the day before
 * the next row. Where rows overlap the later one holds, and the overlap is reported at the earlier row's To.
 *
 * @param records Rows of one resource, in any order.
 * @returns Spans by first day, without overlaps; rows that hold for no day at all are left out.
 */
export function layOutSpans(
  records: readonly CapacityRecord[],
  planStart: Day,
): { readonly spans: readonly CapacitySpan[]; readonly issues: readonly Issue[] } {
  const sorted = [...records].sort(
    (left, right) => (left.from ?? planStart) - (right.from ?? planStart) || left.origin.row - right.origin.row,
  );
  const issues: Issue[] = [];
  const spans: CapacitySpan[] = [];
  sorted.forEach((record, index) => {
    const from = record.from ?? planStart;
    const next = sorted[index + 1];
    const nextFrom = next && (next.from ?? planStart);
    if (nextFrom !== undefined && (nextFrom === from || (record.to !== undefined && record.to >= nextFrom))) {
      issues.push(reportOverlap(record, next as CapacityRecord));
    }
    const to = earlier(record.to, nextFrom === undefined ? undefined : addDays(nextFrom, -1));
    if (to === undefined || to >= from) spans.push({ record, from, to });
  });
  return { spans, issues };
}

function reportOverlap(record: CapacityRecord, next: CapacityRecord): Issue {
  return {
    code: 'capacity-overlap',
    severity: 'warning',
    cell: cellOf(record.origin, record.to === undefined ? 'from' : 'to'),
    params: { resource: record.resource, row: record.origin.row + 1, next: next.origin.row + 1 },
  };
}

function earlier(left: Day | undefined, right: Day | undefined): Day | undefined {
  if (left === undefined) return right;
  if (right === undefined) return left;
  return left < right ? left : right;
}
