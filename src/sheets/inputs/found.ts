import type { TableKind } from '../../planning/input';
import type { TableShape } from './column';
import type { Candidate, Findings, FoundBy } from './find';
import { isBlank, textOf } from './cells';
import type { RawRange } from './raw';

/** A heading of the user's sheet and its zero-based column. */
export interface FoundColumn {
  readonly heading: string;
  readonly column: number;
}

/** Another range that could be the table. */
export interface FoundCandidate {
  readonly sheet: string;
  readonly table?: string;
}

/** A table as it was found: what the pane's mapping step shows and lets the user change. */
export interface FoundTable {
  readonly kind: TableKind;
  readonly sheet: string;
  /** Name of the Excel table; undefined for a bare range. */
  readonly table?: string;
  readonly by: FoundBy;
  /** Zero-based place and size of the range read. */
  readonly range: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };
  /** Zero-based sheet row of the headings. */
  readonly headerRow: number;
  /** Records read. */
  readonly records: number;
  /** Field → heading. */
  readonly columns: Readonly<Record<string, FoundColumn>>;
  /** Required fields without a heading. */
  readonly missingColumns: readonly string[];
  /** Headings that are no column of the table. */
  readonly unmatched: readonly FoundColumn[];
  readonly candidates: readonly FoundCandidate[];
}

/** A range that was taken for no table, with its first filled row, which may be its headings. */
export interface UnusedRange extends FoundCandidate {
  readonly headings: readonly FoundColumn[];
}

/** What was found of a table, apart from its records. */
export function describeFound(
  table: TableShape,
  { range, by, match }: Candidate,
  findings: Findings,
  records: number,
): FoundTable {
  const place = (heading: { readonly index: number; readonly text: string }): FoundColumn => ({
    heading: heading.text,
    column: range.column + heading.index,
  });
  return {
    kind: table.kind,
    ...nameRange(range),
    by,
    range: {
      row: range.row,
      column: range.column,
      rows: range.values.length,
      columns: range.values[0]?.length ?? 0,
    },
    headerRow: range.row + match.header,
    records,
    columns: Object.fromEntries([...match.columns].map(([field, heading]) => [field, place(heading)])),
    missingColumns: match.missing,
    unmatched: match.unmatched.map(place),
    candidates: (findings.rivals.get(table.kind) ?? []).map((rival) => nameRange(rival.range)),
  };
}

/** What there is to say of a range nobody claimed. */
export function describeUnused(range: RawRange): UnusedRange {
  const first = range.values.find((row) => row.some((cell) => !isBlank(cell))) ?? [];
  return {
    ...nameRange(range),
    headings: first.flatMap((cell, index) =>
      isBlank(cell) ? [] : [{ heading: textOf(cell), column: range.column + index }],
    ),
  };
}

function nameRange(range: RawRange): FoundCandidate {
  return { sheet: range.sheet, ...(range.table !== undefined && { table: range.table }) };
}
