import type { Issue } from './issue';

/** Issues of one kind that are listed one by one; what goes beyond is counted. */
const LISTED = 20;

/**
 * Keeps one kind of issue from drowning the others: the first twenty of a code stay, and one issue counts the rest.
 *
 * @returns The issues in their order, then a 'more-issues' for each code that had more.
 * @example limitRepeats(300 issues 'deal-past-close') //=> 20 of them and { code: 'more-issues', params: { count: 280, like: 'deal-past-close' } }
 */
export function limitRepeats(issues: readonly Issue[]): Issue[] {
  const counts = new Map<string, { readonly first: Issue; count: number }>();
  const listed = issues.filter((issue) => {
    const known = counts.get(issue.code);
    if (!known) return counts.set(issue.code, { first: issue, count: 1 }) !== undefined;
    known.count += 1;
    return known.count <= LISTED;
  });
  for (const [code, { first, count }] of counts) {
    if (count <= LISTED) continue;
    listed.push({
      code: 'more-issues',
      severity: first.severity,
      sheet: first.cell?.sheet ?? first.sheet,
      params: { count: count - LISTED, like: code },
    });
  }
  return listed;
}
