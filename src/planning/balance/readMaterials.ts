import type { MaterialRecord } from '../input';
import { cellOf, type Issue } from '../issue';
import { compareText, nameKey } from '../names';
import type { Component } from './data';

/**
 * The bill of materials by parent, rows of the same pair added up; rows that close a cycle are left out and reported.
 *
 * @param indexOf Index of each item by its name's key.
 * @returns Components of each item by index, and one issue a row left out.
 */
export function readMaterials(
  records: readonly MaterialRecord[],
  indexOf: ReadonlyMap<string, number>,
): { readonly components: ReadonlyMap<number, readonly Component[]>; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const edges = new Map<number, Map<number, number>>();
  const sorted = [...records].sort(
    (left, right) =>
      compareText(nameKey(left.parent), nameKey(right.parent)) ||
      compareText(nameKey(left.component), nameKey(right.component)) ||
      left.quantity - right.quantity,
  );
  for (const record of sorted) {
    const parent = indexOf.get(nameKey(record.parent));
    const component = indexOf.get(nameKey(record.component));
    if (parent === undefined || component === undefined) continue;
    if (!(record.quantity > 0)) {
      if (record.quantity < 0) issues.push(report('material-negative', record));
      continue;
    }
    if (reaches(edges, component, parent)) {
      issues.push(report('material-cycle', record));
      continue;
    }
    const own = edges.get(parent) ?? new Map<number, number>();
    edges.set(parent, own);
    own.set(component, (own.get(component) ?? 0) + record.quantity);
  }
  const components = new Map<number, readonly Component[]>();
  for (const [parent, own] of edges) {
    const list = [...own.entries()].map(([item, quantity]) => ({ item, quantity }));
    components.set(
      parent,
      list.sort((left, right) => left.item - right.item),
    );
  }
  return { components, issues };
}

function report(code: string, record: MaterialRecord): Issue {
  return {
    code,
    severity: 'warning',
    cell: cellOf(record.origin, code === 'material-cycle' ? 'component' : 'quantity'),
    params: { parent: record.parent, component: record.component, row: record.origin.row + 1 },
  };
}

/** Whether `to` is made, at any level, of what `from` is made of (or is `from` itself). */
function reaches(edges: ReadonlyMap<number, ReadonlyMap<number, number>>, from: number, to: number): boolean {
  const seen = new Set<number>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const next of edges.get(at)?.keys() ?? []) open.push(next);
  }
  return false;
}
