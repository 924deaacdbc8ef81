import type { TargetRecord } from '../input';
import { issueAt, type Issue } from '../issue';
import { nameKey } from '../names';
import type { CascadeLine, TieOut } from '../result';
import { sum } from './round';
import { tidy } from './tieOuts';

/**
 * Checks the objectives that serve others: parents that exist, no circles, and targets of the same metric and year that add up to their parent's.
 *
 * @returns Issues at the rows to blame, and a tie-out 'parent-children' for each parent and year: what the children lack (positive) or exceed.
 * @see mathematics A8
 */
export function checkHierarchy(targets: readonly TargetRecord[]): {
  readonly issues: readonly Issue[];
  readonly tieOuts: readonly TieOut[];
} {
  const parents = new Map<string, string>();
  for (const target of targets) {
    if (target.parent !== undefined) parents.set(nameKey(target.objective), nameKey(target.parent));
  }
  const known = new Set(targets.map((target) => nameKey(target.objective)));
  const issues: Issue[] = [];
  const reported = new Set<string>();
  for (const target of targets) {
    const key = nameKey(target.objective);
    if (target.parent === undefined || reported.has(key)) continue;
    if (!known.has(nameKey(target.parent))) {
      reported.add(key);
      issues.push(parentIssue(target, 'parent-unknown'));
    } else if (isInCircle(key, parents)) {
      reported.add(key);
      issues.push(parentIssue(target, 'parent-cycle'));
    }
  }
  const sums = compareSums(targets);
  return { issues: [...issues, ...sums.issues], tieOuts: sums.tieOuts };
}

/**
 * The lines of a metric that count towards the company's total: those that serve no other line of the same metric and year, and, where an
 * objective has a row for all families besides rows by family, the former only. Adding up these counts nothing twice.
 *
 * @example a parent 'Grow' of 10 and children of 6 and 4, all Revenue of 2027 //=> the line of 'Grow' alone
 */
export function topLines(cascade: readonly CascadeLine[], metric: string): CascadeLine[] {
  const lines = cascade.filter((line) => line.metric === metric);
  const places = new Set(lines.map((line) => `${nameKey(line.objective)}|${line.year}`));
  const totals = new Set(
    lines.flatMap((line) =>
      line.family === undefined ? [`${nameKey(line.objective)}|${nameKey(line.team)}|${line.year}`] : [],
    ),
  );
  return lines.filter((line) => {
    const own = nameKey(line.objective);
    const parent = line.parent === undefined ? undefined : nameKey(line.parent);
    if (parent !== undefined && parent !== own && places.has(`${parent}|${line.year}`)) return false;
    return line.family === undefined || !totals.has(`${own}|${nameKey(line.team)}|${line.year}`);
  });
}

function parentIssue(target: TargetRecord, code: string): Issue {
  return issueAt(target.origin, 'parent', code, 'warning', {
    objective: target.objective,
    parent: target.parent ?? '',
  });
}

function isInCircle(start: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(start); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}

/** Sums compare only where they mean the same: same metric, year and unit, and amounts that add up. */
function compareSums(targets: readonly TargetRecord[]): { readonly issues: Issue[]; readonly tieOuts: TieOut[] } {
  const issues: Issue[] = [];
  const tieOuts: TieOut[] = [];
  const placeOf = (objective: string, target: TargetRecord): string =>
    [nameKey(objective), nameKey(target.metric), target.year, nameKey(target.unit ?? '')].join('|');
  const summed = targets.filter((target) => target.aggregation === 'Sum');
  const children = new Map<string, TargetRecord[]>();
  for (const target of summed) {
    if (target.parent === undefined || nameKey(target.parent) === nameKey(target.objective)) continue;
    const place = placeOf(target.parent, target);
    children.set(place, [...(children.get(place) ?? []), target]);
  }
  for (const [place, own] of children) {
    const parents = summed.filter((target) => placeOf(target.objective, target) === place);
    const first = parents[0];
    if (!first) continue;
    // What the parent asks for beyond what its children have committed to (mathematics A8).
    const gap = tidy(sum(parents.map((parent) => parent.target)) - sum(own.map((child) => child.target)));
    const params = { objective: first.objective, metric: first.metric, year: first.year };
    tieOuts.push({ name: 'parent-children', params, difference: gap });
    if (gap !== 0) {
      const code = gap > 0 ? 'children-below-parent' : 'children-above-parent';
      issues.push(issueAt(first.origin, 'target', code, 'warning', { ...params, gap: Math.abs(gap) }));
    }
  }
  return { issues, tieOuts };
}
