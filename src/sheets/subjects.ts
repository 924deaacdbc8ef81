import type { Rect, SheetSpec } from './spec';

/** What a row of a sheet of blocks is about: a family, a resource, or all of them together. */
export type BlockAbout = 'family' | 'resource' | 'totals';

/** What a cell stands for, so that it can be explained: the words on the sheet are for people, these for the explanation. */
export type Subject =
  /** A row of a sheet with buckets across; `name` is the family or the resource, empty in totals. */
  | {
      readonly kind: 'row';
      readonly about: BlockAbout;
      readonly name: string;
      readonly row: string;
      readonly label: string;
    }
  | {
      readonly kind: 'shortage';
      readonly family: string;
      readonly bucket: number;
      readonly short: 'late' | 'lost';
      readonly label: string;
    }
  /** A row of the Target cascade: index of its line in the plan. */
  | { readonly kind: 'cascade'; readonly line: number; readonly label: string }
  /** A row of the Calendar; `activity` where the row is one. */
  | {
      readonly kind: 'calendar';
      readonly team: string;
      readonly row: 'activity' | 'load' | 'capacity' | 'utilisation' | 'workingDays';
      readonly activity?: string;
      readonly label: string;
    }
  | { readonly kind: 'figure'; readonly label: string; readonly note: string };

/** The columns of a subject that hold a period, and which: 'bucket' 0..n−1, or a week, month or quarter of a line. */
export interface PeriodColumns {
  readonly first: number;
  readonly count: number;
  readonly level: 'bucket' | 'week' | 'month' | 'quarter';
  /** Index of the period in `first`; the next columns follow it one by one. */
  readonly index: number;
}

/** What the cells of a rectangle are about. */
export interface SubjectRegion {
  readonly range: Rect;
  readonly subject: Subject;
  readonly periods?: readonly PeriodColumns[];
}

/** A cell's subject, with the period it stands in; undefined outside the periods (labels, rates, totals). */
export interface CellSubject {
  readonly subject: Subject;
  readonly period?: { readonly level: PeriodColumns['level']; readonly index: number };
}

/**
 * What a cell of a sheet is about.
 *
 * @param row Zero-based, as `column`.
 * @returns Undefined for headings, charts and empty cells.
 */
export function subjectAt(spec: SheetSpec, row: number, column: number): CellSubject | undefined {
  const region = spec.subjects?.find(
    ({ range }) =>
      row >= range.row &&
      row < range.row + range.rows &&
      column >= range.column &&
      column < range.column + range.columns,
  );
  if (!region) return undefined;
  const columns = region.periods?.find(({ first, count }) => column >= first && column < first + count);
  if (!columns) return { subject: region.subject };
  const period = { level: columns.level, index: columns.index + column - columns.first };
  return { subject: region.subject, period };
}
