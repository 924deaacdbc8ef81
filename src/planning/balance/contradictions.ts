import type { PlanInput } from '../input';
import { cellOf, type Issue } from '../issue';
import type { Item } from './data';
import type { BalanceModel } from './model';

/** Elastics below this are the solver's tolerance. */
const NOTICEABLE = 1e-5;

/**
 * Where hard data contradict each other the plan gives way by as little as it can: each elastic variable that had to open becomes an issue
 * at the cell it comes from.
 */
export function reportContradictions(model: BalanceModel, columns: Float64Array, input: PlanInput): Issue[] {
  const issues: Issue[] = [];
  const value = (column: number | undefined): number =>
    column === undefined || column < 0 ? 0 : (columns[column] ?? 0);
  for (const item of model.data.items) {
    const own = model.items[item.index];
    if (!own) continue;
    reportItem(model, item, 'maxStock', 'stock-above-maximum', own.excess, value, issues);
    reportItem(model, item, 'shelfLifeWeeks', 'stock-expires', own.expiring, value, issues);
    const short = value(own.closingShortfall);
    if (short > NOTICEABLE) {
      issues.push(issueOf(item, 'closingStock', 'closing-stock-unreachable', { quantity: round(short) }));
    }
  }
  model.data.resources.forEach((resource, index) => {
    const idle = model.resources[index]?.idle ?? [];
    const total = [...idle].reduce((sum, column) => sum + value(column), 0);
    if (total <= NOTICEABLE) return;
    const origin = input.settings.given.idleLabour;
    issues.push({
      code: 'idle-unavoidable',
      severity: 'warning',
      cell: origin ? cellOf(origin, 'value') : cellOf(resource.origin, 'heads'),
      params: { resource: resource.name, hours: round(total) },
    });
  });
  return issues;
}

function reportItem(
  model: BalanceModel,
  item: Item,
  field: string,
  code: string,
  columns: Int32Array,
  value: (column: number | undefined) => number,
  issues: Issue[],
): void {
  const at = columns.findIndex((column) => value(column) > NOTICEABLE);
  if (at < 0) return;
  const largest = columns.reduce((most, column) => Math.max(most, value(column)), 0);
  issues.push(issueOf(item, field, code, { quantity: round(largest), bucket: model.data.buckets[at]?.label ?? '' }));
}

function issueOf(item: Item, field: string, code: string, params: Issue['params']): Issue {
  return {
    code,
    severity: 'warning',
    ...(item.origin ? { cell: cellOf(item.origin, field) } : {}),
    params: { family: item.name, ...params },
  };
}

function round(value: number): number {
  return Math.round(value * 1e3) / 1e3;
}
