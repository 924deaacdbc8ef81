import { compareText } from './names';

/** A cell of the user's workbook; row and column are zero-based (row 0, column 0 is A1). */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Where a record was read: its sheet, its row, and the column of each field (zero-based). */
export interface Origin {
  readonly sheet: string;
  readonly row: number;
  readonly columns: Readonly<Record<string, number>>;
}

export type Severity = 'error' | 'warning' | 'info';

/**
 * A problem as a value: `code` names it (kebab-case, the key of its message in i18n), `params` fill the message in.
 * `error` keeps the plan from being made; `warning` says what was assumed; `info` says which default stood in.
 */
export interface Issue {
  readonly code: string;
  readonly severity: Severity;
  readonly cell?: CellRef;
  /** Sheet alone, when no single cell is to blame. */
  readonly sheet?: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * The cell a field of a record came from; the first cell of the record where the column is absent.
 *
 * @example cellOf({ sheet: 'Targets', row: 4, columns: { year: 2 } }, 'year') //=> { sheet: 'Targets', row: 4, column: 2 }
 */
export function cellOf(origin: Origin, field: string): CellRef {
  const column = origin.columns[field] ?? Math.min(...Object.values(origin.columns), Number.MAX_SAFE_INTEGER);
  return { sheet: origin.sheet, row: origin.row, column: column === Number.MAX_SAFE_INTEGER ? 0 : column };
}

/**
 * An issue about one field of a record, with the cell it came from.
 *
 * @param field Field of the record as its origin names it; an absent column points at the record's first cell.
 */
export function issueAt(
  origin: Origin,
  field: string,
  code: string,
  severity: Severity,
  params: Issue['params'] = {},
): Issue {
  return { code, severity, cell: cellOf(origin, field), params };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Puts issues in one order whatever found them: errors first, then by sheet, row, column and code.
 *
 * @returns A new list.
 */
export function sortIssues(issues: readonly Issue[]): Issue[] {
  const sheetOf = (issue: Issue): string => issue.cell?.sheet ?? issue.sheet ?? '';
  return [...issues].sort(
    (left, right) =>
      RANK[left.severity] - RANK[right.severity] ||
      compareText(sheetOf(left), sheetOf(right)) ||
      (left.cell?.row ?? -1) - (right.cell?.row ?? -1) ||
      (left.cell?.column ?? -1) - (right.cell?.column ?? -1) ||
      compareText(left.code, right.code) ||
      compareText(JSON.stringify(left.params), JSON.stringify(right.params)),
  );
}
