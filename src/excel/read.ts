import type { RawRange, RawValue, RawWorkbook } from '../sheets/inputs/raw';
import type { OutputKey } from '../sheets/spec';
import { YEAR_2000_IN_1904 } from './dateSystem';
import type { SheetMark } from './ownership';
import { MARK, parseMark } from './ownership';
import type { OnWaiting } from './run';
import { isTooLarge, runExcel } from './run';
import { loadMapping, parseMapping } from './state';
import type { TransferStats } from './stats';

/** An output sheet of an earlier run: its present name (the user may have renamed it) and its mark. */
export interface OwnedSheet extends SheetMark {
  /** What the sheet can be asked for by, whatever it is called. */
  readonly id: string;
  readonly name: string;
}

/** Everything planning needs of the workbook, as it stood at one moment. */
export interface WorkbookReading {
  readonly raw: RawWorkbook;
  /** At most one a key. */
  readonly owned: readonly OwnedSheet[];
  /** Names of every sheet, ours included, in workbook order. */
  readonly sheetNames: readonly string[];
}

/** Rows of one answer when a range has to be read in pieces: 12 columns of them stay far below 5 MB. */
const CHUNK_CELLS = 60_000;

interface SheetFinding {
  readonly name: string;
  readonly tables: readonly string[];
}

/**
 * Reads every table and every bare sheet of the workbook that is not one of our outputs.
 * One sync finds, one reads; a third where rows are hidden, more only where size forces it.
 *
 * @throws ExcelFailure when Excel refuses.
 */
export async function readWorkbook(stats: TransferStats, onWaiting?: OnWaiting): Promise<WorkbookReading> {
  return runExcel(async (context) => {
    const { findings, owned, sheetNames, culture, dateSystem, mapping } = await findSheets(context, stats);
    const ranges = await readRanges(context, findings, stats);
    return { raw: { ranges, dateSystem, culture, mapping }, owned, sheetNames };
  }, onWaiting);
}

async function findSheets(context: Excel.RequestContext, stats: TransferStats) {
  const { workbook, application } = context;
  const sheets = workbook.worksheets;
  sheets.load(
    'items/id,items/name,items/visibility,items/tables/items/name,items/customProperties/items/key,items/customProperties/items/value',
  );
  const probe = workbook.functions.date(2000, 1, 1);
  probe.load('value');
  application.cultureInfo.load('name');
  const mapping = loadMapping(context);
  await context.sync();
  stats.syncs += 1;

  const findings: SheetFinding[] = [];
  const owned: OwnedSheet[] = [];
  for (const sheet of sheets.items) {
    const mark = sheet.customProperties.items.find((p) => p.key === MARK);
    const parsed = mark && parseMark(mark.value);
    if (parsed) owned.push({ ...parsed, id: sheet.id, name: sheet.name });
    else if (sheet.visibility !== 'VeryHidden')
      findings.push({ name: sheet.name, tables: sheet.tables.items.map((t) => t.name) });
  }
  return {
    findings,
    owned: dropCopies(owned),
    sheetNames: sheets.items.map((s) => s.name),
    culture: application.cultureInfo.name,
    dateSystem: probe.value === YEAR_2000_IN_1904 ? (1904 as const) : (1900 as const),
    mapping: mapping.isNullObject ? parseMapping(undefined) : parseMapping(mapping.value),
  };
}

interface PendingRange {
  readonly sheet: string;
  readonly table?: string;
  readonly range: Excel.Range;
}

function pendingRanges(context: Excel.RequestContext, findings: readonly SheetFinding[]): PendingRange[] {
  const { worksheets } = context.workbook;
  return findings.flatMap(({ name, tables }) => {
    const sheet = worksheets.getItem(name);
    if (tables.length === 0) return [{ sheet: name, range: sheet.getUsedRangeOrNullObject(true) }];
    return tables.map((table) => ({ sheet: name, table, range: sheet.tables.getItem(table).getRange() }));
  });
}

async function readRanges(
  context: Excel.RequestContext,
  findings: readonly SheetFinding[],
  stats: TransferStats,
): Promise<RawRange[]> {
  const pending = pendingRanges(context, findings);
  for (const { range } of pending) range.load('values,rowIndex,columnIndex,rowHidden');
  try {
    await context.sync();
    stats.syncs += 1;
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return readInPieces(context, findings, stats);
  }
  const present = pending.filter(({ range }) => !range.isNullObject);
  const hidden = await readHiddenRows(context, present, stats);
  return present.map(({ sheet, table, range }, index) => {
    const values = range.values as RawValue[][];
    stats.cellsRead += values.length * (values[0]?.length ?? 0);
    return { sheet, table, row: range.rowIndex, column: range.columnIndex, values, hiddenRows: hidden[index] };
  });
}

/** Which rows are hidden, asked only of ranges where some are (rowHidden reads null when they differ). */
async function readHiddenRows(
  context: Excel.RequestContext,
  present: readonly PendingRange[],
  stats: TransferStats,
): Promise<(number[] | undefined)[]> {
  if (present.every(({ range }) => range.rowHidden === false)) return [];
  const asked = present.map(({ range }) =>
    range.rowHidden === false ? undefined : range.getRowProperties({ rowHidden: true }),
  );
  await context.sync();
  stats.syncs += 1;
  return asked.map((answer, index) => {
    const first = present[index]?.range.rowIndex ?? 0;
    return answer?.value.flatMap((row, offset) => (row.rowHidden ? [first + offset] : []));
  });
}

/** For workbooks beyond Excel's 5 MB an answer: sizes first, then blocks of rows, a sync each. */
async function readInPieces(
  context: Excel.RequestContext,
  findings: readonly SheetFinding[],
  stats: TransferStats,
): Promise<RawRange[]> {
  const pending = pendingRanges(context, findings);
  for (const { range } of pending) range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  stats.syncs += 1;
  const read: RawRange[] = [];
  for (const { sheet, table, range } of pending) {
    if (range.isNullObject) continue;
    const { rowIndex, columnIndex, rowCount, columnCount } = range;
    const worksheet = context.workbook.worksheets.getItem(sheet);
    const values = await readBlocks(context, worksheet, { rowIndex, columnIndex, rowCount, columnCount }, stats);
    stats.cellsRead += rowCount * columnCount;
    read.push({ sheet, table, row: rowIndex, column: columnIndex, values });
  }
  return read;
}

interface Extent {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

async function readBlocks(
  context: Excel.RequestContext,
  worksheet: Excel.Worksheet,
  extent: Extent,
  stats: TransferStats,
  rows = Math.max(1, Math.floor(CHUNK_CELLS / extent.columnCount)),
): Promise<RawValue[][]> {
  const height = Math.min(rows, extent.rowCount);
  const block = worksheet.getRangeByIndexes(extent.rowIndex, extent.columnIndex, height, extent.columnCount);
  block.load('values');
  try {
    await context.sync();
    stats.syncs += 1;
  } catch (error) {
    if (!isTooLarge(error) || height === 1) throw error;
    return readBlocks(context, worksheet, extent, stats, Math.ceil(height / 2));
  }
  const values = block.values as RawValue[][];
  const rest = extent.rowCount - height;
  if (rest === 0) return values;
  const below = await readBlocks(
    context,
    worksheet,
    { ...extent, rowIndex: extent.rowIndex + height, rowCount: rest },
    stats,
    rows,
  );
  return [...values, ...below];
}

/** Excel's copy of a sheet carries our mark too: it is the person's, who keeps an earlier plan in it, and is told by its 'Balance (2)'. */
function dropCopies(owned: readonly OwnedSheet[]): OwnedSheet[] {
  const isCopy = ({ name }: OwnedSheet): boolean => / \(\d+\)$/.test(name);
  return owned.filter((sheet) => {
    const same = owned.filter((other) => other.key === sheet.key);
    return sheet === (same.find((other) => !isCopy(other)) ?? same[0]);
  });
}

/** The present name of an output sheet of an earlier run. */
export function ownedName(owned: readonly OwnedSheet[], key: OutputKey): string | undefined {
  return owned.find((sheet) => sheet.key === key)?.name;
}
