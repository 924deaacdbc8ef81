import type { FamilyRecord, ReceiptRecord, Settings } from '../input';
import { cellOf, type Issue } from '../issue';
import { bucketIndexOf } from '../time/buckets';
import type { PlanContext } from '../time/types';
import { coverUnits } from './requirements';

type MoneyField = 'price' | 'holdingCost' | 'backlogCost' | 'lostSaleCost' | 'shortfallCost';

/** A price or cost of a family; a negative one is read as zero and reported, because a plan would earn without end by wasting. */
export function positive(record: FamilyRecord | undefined, field: MoneyField, issues: Issue[]): number | undefined {
  const value = record?.[field];
  if (!record || value === undefined || value >= 0) return value;
  issues.push(issueAt(record, field, 'cost-negative', { family: record.family, value }));
  return 0;
}

/** Stock and backlog at the start; a negative stock is a backlog, and is reported. */
export function openingOf(record: FamilyRecord | undefined, issues: Issue[]): { stock: number; backlog: number } {
  const stock = record?.openingStock ?? 0;
  const backlog = Math.max(0, record?.openingBacklog ?? 0);
  if (!record || stock >= 0) return { stock, backlog };
  issues.push(issueAt(record, 'openingStock', 'stock-negative', { family: record.family, value: stock }));
  return { stock: 0, backlog: backlog - stock };
}

/** Units already on order that arrive in each bucket; those past due arrive in the first one. */
export function receiptsOf(receipts: readonly ReceiptRecord[], context: PlanContext, issues: Issue[]): Float64Array {
  const units = new Float64Array(context.buckets.length);
  const sorted = [...receipts].sort((left, right) => left.date - right.date || left.quantity - right.quantity);
  for (const row of sorted) {
    const late = row.date < context.settings.planStart;
    const bucket = late ? 0 : bucketIndexOf(context.buckets, row.date);
    if (late) {
      const params = { family: row.family, quantity: row.quantity, row: row.origin.row + 1 };
      issues.push({ code: 'receipt-overdue', severity: 'info', cell: cellOf(row.origin, 'date'), params });
    }
    if (bucket !== undefined) units[bucket] = (units[bucket] ?? 0) + Math.max(0, row.quantity);
  }
  return units;
}

/** Safety stock by bucket, in units: as given, or so many weeks of the demand to come; never above the maximum stock. */
export function safetyOf(
  record: FamilyRecord | undefined,
  gross: Float64Array,
  maxStock: number,
  context: PlanContext,
  issues: Issue[],
): Float64Array {
  const { buckets } = context;
  const cover = record?.coverWeeks;
  const wanted = Float64Array.from(buckets, (_, bucket) =>
    cover === undefined
      ? Math.max(0, record?.safetyStock ?? 0)
      : coverUnits(gross, buckets, bucket, Math.max(0, cover) * 7),
  );
  if (!record || !wanted.some((units) => units > maxStock)) return wanted;
  const field = cover === undefined ? 'safetyStock' : 'coverWeeks';
  issues.push(issueAt(record, field, 'safety-above-maximum', { family: record.family, maximum: maxStock }));
  return wanted.map((units) => Math.min(units, maxStock));
}

/** Costs that are missing where they decide: zero stands in, and it is said. */
export function reportMissingCosts(
  record: FamilyRecord | undefined,
  isMade: boolean,
  settings: Settings,
  issues: Issue[],
): void {
  if (!record) return;
  if (isMade && record.unitCost === undefined) issues.push(missing(record, 'unitCost', 'info'));
  for (const field of ['unitCost', 'subcontractCost', 'purchaseCost', 'setupCost'] as const) {
    const value = record[field];
    if (value !== undefined && value < 0) {
      issues.push(issueAt(record, field, 'cost-negative', { family: record.family, value }));
    }
  }
  if (settings.objective === 'Max profit' && record.price === undefined)
    issues.push(missing(record, 'price', 'warning'));
}

function missing(record: FamilyRecord, field: string, severity: 'info' | 'warning'): Issue {
  const code = field === 'price' ? 'price-missing' : 'cost-missing';
  return { ...issueAt(record, field, code, { family: record.family }), severity };
}

function issueAt(record: FamilyRecord, field: string, code: string, params: Issue['params']): Issue {
  return { code, severity: 'warning', cell: cellOf(record.origin, field), params };
}
