import type { CellRef, Issue, Severity } from '../../planning/issue';

/** Problems of one kind in one column that are listed one by one; what goes beyond is counted. */
const LISTED = 20;

type Params = Readonly<Record<string, string | number>>;

/** Gathers issues in the order they are found, and keeps a column full of the same mistake from drowning the others. */
export class IssueList {
  private readonly listed: Issue[] = [];
  private readonly groups = new Map<string, { issue: Issue; count: number }>();

  add(issue: Issue): void {
    const place = issue.cell ? `${issue.cell.sheet}\n${issue.cell.column}` : (issue.sheet ?? '');
    const key = `${issue.code}\n${place}`;
    const group = this.groups.get(key);
    if (!group) this.groups.set(key, { issue, count: 1 });
    else group.count++;
    if ((group?.count ?? 1) <= LISTED) this.listed.push(issue);
  }

  at(code: string, severity: Severity, cell: CellRef, params: Params = {}): void {
    this.add({ code, severity, cell, params });
  }

  onSheet(code: string, severity: Severity, sheet: string, params: Params = {}): void {
    this.add({ code, severity, sheet, params });
  }

  general(code: string, severity: Severity, params: Params = {}): void {
    this.add({ code, severity, params });
  }

  /** The issues, then one more for each kind whose further cases were only counted. */
  all(): Issue[] {
    const further: Issue[] = [];
    for (const { issue, count } of this.groups.values())
      if (count > LISTED)
        further.push({
          code: 'more-issues',
          severity: issue.severity,
          sheet: issue.cell?.sheet ?? issue.sheet,
          params: {
            count: count - LISTED,
            like: issue.code,
            ...(issue.params.column !== undefined && { column: issue.params.column }),
          },
        });
    return [...this.listed, ...further];
  }
}
