import { columnLetters, rangeAddress } from '../address';
import type { FormatCopy, NumberFormatName, OutlineSpec, Rect, StyleName } from '../spec';
import type { BlockAbout, SubjectRegion } from '../subjects';
import type { OutputContext } from './context';
import { FIRST_ROW, heightFor, pagesWide, type SheetParts } from './frame';
import type { Content, Grid, Look, Place } from './grid';
import { a1, cellPlace, sumOf } from './grid';
import { spanHeading } from './words';

/** Columns of every sheet with buckets across. */
const LABEL = 0;
const NAME = 1;
const UNIT = 2;
const PER = 3;
const TOTAL = 4;
export const FIRST_BUCKET = 5;
/** Row of the bucket labels; below it their first and last days, working days, calendar days and months. */
const HEADER = FIRST_ROW;
const FIRST_DAY = HEADER + 1;
export const PERIOD_ROWS = {
  lastDay: HEADER + 2,
  workingDays: HEADER + 3,
  days: HEADER + 4,
  months: HEADER + 5,
} as const;
/** First row below the period rows. */
export const BODY = HEADER + 7;

/** One row of a block: what stands in each bucket, and how it adds up over the horizon. */
export interface RowSpec {
  readonly key: string;
  readonly label: string;
  readonly detail?: boolean;
  /** Rows to read first: in bold. Sums are. */
  readonly strong?: boolean;
  readonly unit: string;
  readonly number: NumberFormatName;
  readonly style: StyleName | ((bucket: number) => StyleName);
  /** Rate of the row: money or quantity per unit. */
  readonly per?: number;
  readonly perNumber?: NumberFormatName;
  /** How the horizon reads: the sum, the last or first bucket, a content of its own, or nothing. */
  readonly total: 'sum' | 'last' | 'first' | 'none' | (() => Content);
  /** What stands in a bucket, 0..n−1. */
  readonly cell: (bucket: number) => Content;
}

/** Rows that belong together under a heading: a family, a resource, the totals. */
export interface BlockSpec {
  readonly key: string;
  readonly title: string;
  readonly about: BlockAbout;
  readonly style: 'blockHeader' | 'sectionHeader';
  /** Repeated beside every row, so that the sheet can be filtered; empty in totals. */
  readonly name: string;
  readonly rows: readonly RowSpec[];
  /** Blocks of detail can be folded. */
  readonly folds: boolean;
}

/**
 * A sheet of blocks with one column a bucket. Blocks are placed first and written after, so that the formulas of any row can name
 * any other by block and row, whatever order they stand in.
 */
export class BucketSheet {
  private readonly placed: { readonly block: BlockSpec; readonly row: number }[] = [];
  private readonly rowOf = new Map<string, number>();
  private readonly copies: FormatCopy[] = [];
  private next = BODY;

  constructor(
    readonly grid: Grid,
    private readonly context: OutputContext,
  ) {}

  get bucketCount(): number {
    return this.context.plan.buckets.length;
  }

  /** The next free row. */
  get nextRow(): number {
    return this.next;
  }

  /** Gives a block its rows, one empty row after it. */
  place(block: BlockSpec): void {
    this.placed.push({ block, row: this.next });
    block.rows.forEach((row, i) => this.rowOf.set(`${block.key}\n${row.key}`, this.next + 1 + i));
    this.next += block.rows.length + 2;
  }

  /** Leaves rows free, for charts or cells of another shape; returns the first of them. */
  skip(rows: number): number {
    const first = this.next;
    this.next += rows;
    return first;
  }

  has(block: string, row: string): boolean {
    return this.rowOf.has(`${block}\n${row}`);
  }

  /** A bucket's cell of a row, relative: 'H42'. '0' where the row is not on the sheet or the bucket before the first. */
  at(block: string, row: string, bucket: number): string {
    const line = this.rowOf.get(`${block}\n${row}`);
    return line === undefined || bucket < 0 ? '0' : a1(line, FIRST_BUCKET + bucket);
  }

  /** The rate of a row, its column fixed: '$D42'. */
  per(block: string, row: string): string {
    return `$${columnLetters(PER)}${(this.rowOf.get(`${block}\n${row}`) ?? 0) + 1}`;
  }

  /** The horizon's cell of a row. */
  total(block: string, row: string): string {
    const line = this.rowOf.get(`${block}\n${row}`);
    return line === undefined ? '0' : a1(line, TOTAL);
  }

  /** The label cell of a row, fixed to its column: '$A42'. */
  labelOf(block: string, row: string): string {
    return `$${columnLetters(LABEL)}${(this.rowOf.get(`${block}\n${row}`) ?? 0) + 1}`;
  }

  /** Keys of the rows of a block, from the top. */
  rowsOf(block: string): readonly string[] {
    return this.placed.find((placed) => placed.block.key === block)?.block.rows.map((row) => row.key) ?? [];
  }

  /** Buckets `from`..`to` of a row as a range of the sheet: 'G42:J42'. */
  span(block: string, row: string, from: number, to: number): string {
    return rangeAddress(this.rowOf.get(`${block}\n${row}`) ?? 0, FIRST_BUCKET + from, 1, to - from + 1);
  }

  /** A bucket's cell of a period row, its row fixed: 'H$8'. */
  period(row: number, bucket: number): string {
    return `${columnLetters(FIRST_BUCKET + bucket)}$${row + 1}`;
  }

  /** A row as a place that other sheets, names and charts refer to; undefined where it is not on the sheet. */
  placeOf(block: string, row: string): Place | undefined {
    const line = this.rowOf.get(`${block}\n${row}`);
    return line === undefined
      ? undefined
      : { sheet: this.grid.sheet, row: line, column: FIRST_BUCKET, rows: 1, columns: this.bucketCount };
  }

  /** The horizon's cell of a row as a place. */
  totalPlace(block: string, row: string): Place | undefined {
    const line = this.rowOf.get(`${block}\n${row}`);
    return line === undefined ? undefined : cellPlace(this.grid.sheet, line, TOTAL);
  }

  /** The bucket labels, for the categories of charts. */
  labels(): Rect {
    return { row: HEADER, column: FIRST_BUCKET, rows: 1, columns: this.bucketCount };
  }

  /** A rectangle over the buckets of a row, its total with it when asked. */
  rowRect(block: string, row: string, withTotal = false): Rect | undefined {
    const line = this.rowOf.get(`${block}\n${row}`);
    if (line === undefined) return undefined;
    return withTotal
      ? { row: line, column: TOTAL, rows: 1, columns: this.bucketCount + 1 }
      : { row: line, column: FIRST_BUCKET, rows: 1, columns: this.bucketCount };
  }

  /** The labels of all placed rows from `first` on, and a column beside them: what SUMIF adds up by label. */
  sumByLabel(first: number, last: number, label: string, column: number, condition?: string): string {
    const letters = columnLetters(column);
    const labels = `$A$${first + 1}:$A$${last + 1}`;
    const values = `${letters}$${first + 1}:${letters}$${last + 1}`;
    return condition === undefined
      ? `SUMIF(${labels},${label},${values})`
      : `SUMIFS(${values},${labels},${label},${values},${condition})`;
  }

  /** Writes headings and every placed block. */
  write(): void {
    this.writeHeader();
    const looks = new Map<string, Rect>();
    for (const { block, row } of this.placed) {
      const range = { row, column: 0, rows: block.rows.length + 1, columns: FIRST_BUCKET + this.bucketCount };
      const look = lookOfBlock(block, this.bucketCount);
      const alike = looks.get(look);
      if (alike) this.copies.push({ from: alike, to: range });
      else looks.set(look, range);
      this.writeBlock(block, row, alike === undefined);
    }
  }

  /** Rows of decisions as rectangles over the buckets, neighbours joined. */
  decisions(): readonly Rect[] {
    const found: { row: number; column: number; rows: number; columns: number }[] = [];
    for (const { block, row } of this.placed)
      block.rows.forEach((spec, i) => {
        if (spec.style !== 'decision') return;
        const last = found.at(-1);
        if (last && last.row + last.rows === row + 1 + i) last.rows += 1;
        else found.push({ row: row + 1 + i, column: FIRST_BUCKET, rows: 1, columns: this.bucketCount });
      });
    return found;
  }

  /** What every placed row is about. */
  private subjects(): readonly SubjectRegion[] {
    const columns = FIRST_BUCKET + this.bucketCount;
    const periods = [{ first: FIRST_BUCKET, count: this.bucketCount, level: 'bucket', index: 0 } as const];
    return this.placed.flatMap(({ block, row }) =>
      block.rows.map((spec, i): SubjectRegion => ({
        range: { row: row + 1 + i, column: 0, rows: 1, columns },
        subject: { kind: 'row', about: block.about, name: block.name, row: spec.key, label: spec.label },
        periods,
      })),
    );
  }

  /** Groups for the blocks that fold. */
  outline(): readonly OutlineSpec[] {
    return this.placed.flatMap(({ block, row }): OutlineSpec[] =>
      block.folds && block.rows.length > 0 ? [{ by: 'rows', from: row + 1, to: row + block.rows.length }] : [],
    );
  }

  /** What such a sheet hands to closeSheet whatever it holds: measures, groups, panes, print. */
  parts(): SheetParts {
    return {
      columnWidths: this.widths(),
      rowHeights: this.heights(),
      outline: this.outline(),
      subjects: this.subjects(),
      formatCopies: this.copies,
      freeze: { rows: FIRST_ROW + 2, columns: 1 },
      print: {
        orientation: 'landscape',
        fitToWidth: true,
        pagesWide: pagesWide(this.widths()),
        titleRows: FIRST_ROW + 2,
        titleColumns: 1,
      },
    };
  }

  /** Widths that hold the labels (the longest wrap) and eight-figure money. */
  widths(): readonly number[] {
    return [this.labelWidth(), 20, 9, 11, 14, ...this.context.plan.buckets.map(() => 11)];
  }

  /** Heights of the rows whose label wraps. */
  private heights(): Readonly<Record<number, number>> {
    const wrapped = this.placed.flatMap(({ block, row }) =>
      block.rows.flatMap((spec, i) =>
        wraps(spec) ? [[row + 1 + i, heightFor(spec.label, LABEL_WIDTH.most - 2)] as const] : [],
      ),
    );
    return Object.fromEntries(wrapped);
  }

  private labelWidth(): number {
    const lengths = this.placed.flatMap(({ block }) => block.rows.map((spec) => spec.label.length + 2));
    return Math.min(
      LABEL_WIDTH.most,
      lengths.reduce((most, length) => Math.max(most, length), LABEL_WIDTH.least),
    );
  }

  private writeHeader(): void {
    const { t, plan } = this.context;
    const headings = [
      t('sheets.row'),
      t('sheets.familyOrResource'),
      t('sheets.unit'),
      t('sheets.perUnit'),
      t('sheets.total'),
    ];
    headings.forEach((heading, i) =>
      this.grid.put(HEADER, i, heading, { style: 'period', ...(i < PER ? { align: 'left' as const } : {}) }),
    );
    this.grid.format({ row: FIRST_DAY, column: 0, rows: 1, columns: FIRST_BUCKET }, { style: 'periodDetail' });
    this.grid.put(FIRST_DAY, LABEL, t('sheets.firstDay'), { style: 'periodDetail', align: 'left' });
    const details: readonly [number, string][] = [
      [PERIOD_ROWS.lastDay, t('sheets.lastDay')],
      [PERIOD_ROWS.workingDays, t('sheets.workingDays')],
      [PERIOD_ROWS.days, t('sheets.calendarDays')],
      [PERIOD_ROWS.months, t('sheets.monthsOfBucket')],
    ];
    for (const [row, label] of details) this.grid.put(row, LABEL, label, { style: 'muted' });
    const months = plan.balance?.rates?.months;
    plan.buckets.forEach((bucket, i) => {
      const column = FIRST_BUCKET + i;
      this.grid.put(HEADER, column, spanHeading(this.context, bucket), { style: 'period' });
      this.grid.put(FIRST_DAY, column, bucket.start, { style: 'periodDetail', number: 'dayMonth' });
      this.grid.put(PERIOD_ROWS.lastDay, column, bucket.end, { style: 'muted', number: 'dayMonth', align: 'right' });
      this.grid.put(PERIOD_ROWS.workingDays, column, bucket.workingDays, { style: 'muted', number: 'decimal1' });
      const days = `${a1(PERIOD_ROWS.lastDay, column)}-${a1(FIRST_DAY, column)}+1`;
      this.grid.put(PERIOD_ROWS.days, column, { formula: `=${days}` }, { style: 'muted', number: 'integer' });
      this.grid.put(PERIOD_ROWS.months, column, months?.[i] ?? bucketMonths(plan.settings.bucket, bucket.days), {
        style: 'muted',
        number: 'decimal2',
      });
    });
    const sums = [PERIOD_ROWS.workingDays, PERIOD_ROWS.days, PERIOD_ROWS.months];
    for (const row of sums)
      this.grid.put(row, TOTAL, sumOf(row, FIRST_BUCKET, 1, plan.buckets.length), {
        style: 'muted',
        number: row === PERIOD_ROWS.days ? 'integer' : 'decimal1',
      });
  }

  /** `own`: the block gets its formats here; else they are copied from one that looks the same. */
  private writeBlock(block: BlockSpec, top: number, own: boolean): void {
    if (own)
      this.grid.format(
        { row: top, column: 0, rows: 1, columns: FIRST_BUCKET + this.bucketCount },
        { style: block.style },
      );
    this.grid.put(top, LABEL, block.title);
    block.rows.forEach((row, i) => this.writeRow(block, row, top + 1 + i, own));
  }

  private writeRow(block: BlockSpec, spec: RowSpec, row: number, own: boolean): void {
    const put = (column: number, content: Content, look: Look): void =>
      this.grid.put(row, column, content, own ? look : undefined);
    const { label, total } = looksOf(spec);
    put(LABEL, spec.label, label);
    put(NAME, block.name === '' ? undefined : block.name, { style: 'muted' });
    put(UNIT, spec.unit, { style: 'muted' });
    put(PER, spec.per === 0 ? undefined : spec.per, { style: 'parameter', number: spec.perNumber ?? 'price' });
    put(TOTAL, this.totalOf(spec, row), total);
    for (let bucket = 0; bucket < this.bucketCount; bucket += 1)
      put(FIRST_BUCKET + bucket, spec.cell(bucket), { style: styleAt(spec, bucket), number: spec.number });
  }

  private totalOf(spec: RowSpec, row: number): Content {
    if (typeof spec.total === 'function') return spec.total();
    if (spec.total === 'sum') return sumOf(row, FIRST_BUCKET, 1, this.bucketCount);
    if (spec.total === 'none') return undefined;
    const bucket = spec.total === 'first' ? 0 : this.bucketCount - 1;
    return { formula: `=${a1(row, FIRST_BUCKET + bucket)}` };
  }
}

/** Characters of the column of labels. */
const LABEL_WIDTH = { least: 34, most: 46 } as const;

function wraps(spec: RowSpec): boolean {
  return spec.label.length + 2 > LABEL_WIDTH.most;
}

/** Looks of a row's label and total. */
function looksOf(spec: RowSpec): { readonly label: Look; readonly total: Look } {
  const strong = spec.strong ?? (spec.style === 'subtotal' || spec.style === 'total');
  return {
    label: { style: strong ? 'rowHeader' : wraps(spec) ? 'wrappedDetail' : spec.detail ? 'rowDetail' : 'text' },
    total: { style: strong ? 'rowHeader' : 'result', number: spec.number, align: 'right' },
  };
}

function styleAt(spec: RowSpec, bucket: number): StyleName {
  return typeof spec.style === 'function' ? spec.style(bucket) : spec.style;
}

/** A text that is the same for blocks that look the same, whatever they hold. */
function lookOfBlock(block: BlockSpec, buckets: number): string {
  const rows = block.rows.map((spec) => {
    const styles =
      typeof spec.style === 'function'
        ? Array.from({ length: buckets }, (_, bucket) => styleAt(spec, bucket))
        : spec.style;
    return [looksOf(spec), spec.perNumber ?? 'price', spec.number, styles];
  });
  return JSON.stringify([block.style, rows]);
}

/** Days of an average month: money per month is paid by it in week buckets (workbook contract). */
const DAYS_PER_MONTH = 30.4375;

function bucketMonths(bucket: 'Week' | 'Month', days: number): number {
  return bucket === 'Month' ? 1 : days / DAYS_PER_MONTH;
}
