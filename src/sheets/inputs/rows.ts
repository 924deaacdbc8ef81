import type { Origin } from '../../planning/issue';
import type { TableKind } from '../../planning/input';
import { nameKey } from '../../planning/names';
import { ANY, BadCell, isBlank, isErrorValue, textOf } from './cells';
import type { Column, Columns, InputTable, RowContext, TableShape, Values } from './column';
import { ColumnReading } from './columnReading';
import { cultureOf } from './culture';
import type { Candidate } from './find';
import { isRepeatedHeader } from './headings';
import type { IssueList } from './issueList';
import type { RawRange, RawValue, RawWorkbook } from './raw';
import { isTitleRow, isTotalRow } from './skippedRows';

/** One column of the table that the range has. */
interface PlacedColumn {
  readonly field: string;
  readonly column: Column<unknown>;
  /** Index into the range's rows. */
  readonly index: number;
  readonly reading: ColumnReading;
}

/** What reading a table shares between its rows. */
interface TableReading {
  readonly range: RawRange;
  readonly placed: readonly PlacedColumn[];
  readonly originColumns: Readonly<Record<string, number>>;
  readonly others: readonly { readonly index: number; readonly text: string }[];
  readonly issues: IssueList;
}

/** Why a row is no record; also the code of the note. */
type SkipReason = 'rows-blank' | 'rows-total' | 'rows-title' | 'rows-header-repeated' | 'rows-unlabelled';

/** Rows skipped, by why; reported once each, at the first. */
type Skipped = Map<SkipReason, { readonly row: number; count: number }>;

/**
 * Reads the rows of a found table into records. Blank, title, subtotal and repeated header rows are skipped with a note; a cell
 * that cannot be read is an issue and its row is left out where the column is required, else the column's default stands in.
 */
export function readRows<K extends TableKind, C extends Columns, R>(
  table: InputTable<K, C, R>,
  { range, match }: Candidate,
  workbook: Pick<RawWorkbook, 'culture' | 'dateSystem'>,
  issues: IssueList,
): R[] {
  const reading = prepareReading(table, { range, match }, workbook, issues);
  const records: R[] = [];
  const skipped: Skipped = new Map();
  const seen = new Map<string, number>();
  let blanks: number[] = [];
  for (let index = match.header + 1; index < range.values.length; index++) {
    const row = range.values[index] ?? [];
    const why = skipReason(row, reading, match.columns);
    if (why === 'rows-blank') blanks.push(index);
    else {
      // Only blank rows with something below them are worth a word.
      for (const blank of blanks) countSkipped(skipped, 'rows-blank', range.row + blank);
      blanks = [];
      if (why) countSkipped(skipped, why, range.row + index);
      else {
        const record = readRow(table, row, range.row + index, reading, seen);
        if (record !== undefined) records.push(record);
      }
    }
  }
  reportSkipped(skipped, reading);
  for (const { reading: column } of reading.placed) for (const issue of column.issues()) issues.add(issue);
  return records;
}

function prepareReading<K extends TableKind, C extends Columns, R>(
  table: InputTable<K, C, R>,
  { range, match }: Pick<Candidate, 'range' | 'match'>,
  workbook: Pick<RawWorkbook, 'culture' | 'dateSystem'>,
  issues: IssueList,
): TableReading {
  const culture = cultureOf(workbook.culture);
  const body = range.values.slice(match.header + 1);
  const placed: PlacedColumn[] = [];
  const originColumns: Record<string, number> = {};
  for (const [field, column] of Object.entries<Column<unknown>>(table.columns)) {
    const heading = match.columns.get(field);
    if (!heading) continue;
    const place = {
      sheet: range.sheet,
      column: range.column + heading.index,
      heading: heading.text,
      culture,
      dateSystem: workbook.dateSystem,
    };
    // Words give no evidence of how numbers or dates are written.
    const isWord = column.type.name === 'text' || column.type.name === 'choice';
    const values = isWord ? [] : body.map((row) => row[heading.index] ?? '');
    placed.push({ field, column, index: heading.index, reading: new ColumnReading(place, values) });
    originColumns[field] = range.column + heading.index;
  }
  return { range, placed, originColumns, others: match.unmatched, issues };
}

function skipReason(
  row: readonly RawValue[],
  { placed }: TableReading,
  columns: Candidate['match']['columns'],
): SkipReason | undefined {
  if (row.every((cell) => isBlank(cell))) return 'rows-blank';
  if (isRepeatedHeader(row, columns)) return 'rows-header-repeated';
  const needed = placed.filter(({ column }) => column.need === 'cell');
  if (isTotal(row, placed, needed)) return 'rows-total';
  if (needed.every(({ index }) => !isBlank(row[index]))) return undefined;
  if (needed.length > 1 && isTitleRow(row)) return 'rows-title';
  const labels = needed.filter(({ column }) => column.type.name === 'text');
  return labels.length > 0 &&
    row.every((cell) => typeof cell === 'number' || isBlank(cell)) &&
    labels.every(({ index }) => isBlank(row[index]))
    ? 'rows-unlabelled'
    : undefined;
}

/**
 * Whether a row sums up others. One that has all it needs is a record although a word of it begins like a total ('Total Energies' is a
 * customer), unless a cell says nothing else, or the table asks for one name only and nothing but numbers stands beside it.
 */
function isTotal(row: readonly RawValue[], placed: readonly PlacedColumn[], needed: readonly PlacedColumn[]): boolean {
  const isComplete = needed.every(({ index }) => !isBlank(row[index]));
  if (!isComplete || (needed.length === 1 && describingCells(row, placed, needed).every((cell) => isBlank(cell))))
    return isTotalRow(row, 'begins');
  return needed.some(({ index }) => isTotalRow([row[index] ?? ''], 'is'));
}

/** The cells of words and dates beside the ones a row must have. */
function describingCells(
  row: readonly RawValue[],
  placed: readonly PlacedColumn[],
  needed: readonly PlacedColumn[],
): RawValue[] {
  return placed
    .filter((own) => !needed.includes(own) && own.column.type.name !== 'number' && own.column.type.name !== 'fraction')
    .map(({ index }) => row[index] ?? '');
}

function readRow<K extends TableKind, C extends Columns, R>(
  table: InputTable<K, C, R>,
  row: readonly RawValue[],
  sheetRow: number,
  reading: TableReading,
  seen: Map<string, number>,
): R | undefined {
  const origin: Origin = { sheet: reading.range.sheet, row: sheetRow, columns: reading.originColumns };
  const values: Record<string, unknown> = {};
  for (const [field, { need, fallback }] of Object.entries<Column<unknown>>(table.columns))
    values[field] = need === 'default' ? fallback : undefined;
  let usable = true;
  for (const placed of reading.placed) {
    const read = readCell(placed, row[placed.index] ?? '', origin, table, reading.issues);
    if (read === UNUSABLE) usable = false;
    else if (read !== undefined) values[placed.field] = read;
  }
  if (!usable) return undefined;
  // Every field is there and typed by its column: required ones were read, or the row would not be usable.
  const typed = values as Values<C>;
  const context = rowContext(row, origin, table.kind, reading);
  if (isDuplicate(table, values, context, seen)) return undefined;
  return table.toRecord(typed, context);
}

const UNUSABLE = Symbol('a required cell that could not be read');

function readCell<K extends TableKind, C extends Columns, R>(
  { field, column, reading }: PlacedColumn,
  value: RawValue,
  origin: Origin,
  table: InputTable<K, C, R>,
  issues: IssueList,
): unknown {
  reading.row = origin.row;
  const needed = column.need === 'cell';
  const cell = { sheet: origin.sheet, row: origin.row, column: reading.place.column };
  const params = { kind: table.kind, field, column: reading.place.heading };
  if (isBlank(value)) {
    if (!needed) return undefined;
    issues.at('cell-required', table.badRow, cell, { ...params, ...leftOut(table) });
    return UNUSABLE;
  }
  // A table that takes any value (Settings) judges error values itself: it knows what the row is about.
  const isError = isErrorValue(value) && column.type !== ANY;
  const read = isError ? new BadCell('cell-error', { value: textOf(value) }) : column.type.read(value, reading);
  if (!(read instanceof BadCell)) return read;
  // A column that must be there but may be blank (an amount, a close date) is not to be guessed either.
  const leavesOut = needed || column.need === 'heading';
  const outcome = leavesOut ? leftOut(table) : standsIn(column);
  issues.at(read.code, leavesOut ? table.badRow : 'warning', cell, { ...params, ...read.params, ...outcome });
  return leavesOut ? UNUSABLE : undefined;
}

/** What becomes of a row without a cell it needs; the message says it. */
function leftOut(table: Pick<TableShape, 'badRow'>): { readonly outcome: string } {
  return { outcome: table.badRow === 'error' ? 'stops' : 'row' };
}

/** What stands in for a cell that cannot be read. */
function standsIn({ need, fallback }: Column<unknown>): {
  readonly outcome: string;
  readonly fallback?: string | number;
} {
  if (need !== 'default') return { outcome: 'blank' };
  const isPlain = typeof fallback === 'string' || typeof fallback === 'number';
  return isPlain ? { outcome: 'default', fallback } : { outcome: 'setting' };
}

function rowContext(row: readonly RawValue[], origin: Origin, kind: TableKind, reading: TableReading): RowContext {
  return {
    origin,
    otherColumns() {
      const others: Record<string, string> = {};
      for (const { index, text } of reading.others) {
        const value = row[index] ?? '';
        if (!isBlank(value) && !isErrorValue(value)) others[text] = textOf(value);
      }
      return others;
    },
    report(code, severity, field, params = {}) {
      const column = origin.columns[field] ?? Math.min(...Object.values(origin.columns));
      reading.issues.at(code, severity, { sheet: origin.sheet, row: origin.row, column }, { kind, field, ...params });
    },
  };
}

/** A second row with the same key is left out: the first counts. */
function isDuplicate<K extends TableKind, C extends Columns, R>(
  table: InputTable<K, C, R>,
  values: Readonly<Record<string, unknown>>,
  row: RowContext,
  seen: Map<string, number>,
): boolean {
  if (!table.unique) return false;
  const filled = table.unique.filter((field) => values[field] !== undefined);
  const key = table.unique.map((field) => nameKey(String(values[field] ?? ''))).join('\n');
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, row.origin.row);
    return false;
  }
  const name = filled.map((field) => String(values[field])).join(', ');
  row.report('duplicate-row', 'warning', filled[0] ?? '', { name, first: first + 1 });
  return true;
}

function countSkipped(skipped: Skipped, why: SkipReason, row: number): void {
  const known = skipped.get(why);
  if (known) known.count++;
  else skipped.set(why, { row, count: 1 });
}

function reportSkipped(skipped: Skipped, { range, issues }: TableReading): void {
  for (const [code, { row, count }] of skipped)
    issues.at(
      code,
      code === 'rows-unlabelled' ? 'warning' : 'info',
      { sheet: range.sheet, row, column: range.column },
      { count },
    );
}
