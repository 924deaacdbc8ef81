import { extentOf } from './blocks';
import { chartOperations, clearLayoutOperations, layoutOperations } from './applyLayout';
import type { SheetSpec } from '../sheets/spec';
import { layoutOf, restoreLayouts, sameLayout } from './layout';
import type { OutlineProgress } from './outline';
import { OUTLINE_PROGRESS, outlineProgress, settleOutline, undoOutline } from './outline';
import { blockOperations, markSheet, renameSheet, sameStart, tableOperations } from './operations';
import type { Operation } from './requests';
import { operationOf, sheetWhenNeeded, syncInRequests } from './requests';
import { runExcel } from './run';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';
import type { TransferStats } from './stats';

interface Touched {
  readonly spec: SheetSpec;
  readonly before: SheetSnapshot;
  readonly used: Excel.Range;
  readonly tables: Excel.TableCollection;
  readonly charts: Excel.ChartCollection;
  readonly outline: Excel.WorksheetCustomProperty;
}

/**
 * Undoes a run that failed, however far it came: sheets it created go, sheets it rewrote get their cells and looks back,
 * people's notes return to where they were. One sync sees how far the run came (two more where an outline step was under way), then one a request.
 */
export async function putBack(
  specs: readonly SheetSpec[],
  snapshot: WorkbookSnapshot,
  stats: TransferStats,
): Promise<void> {
  await runExcel(async (context) => {
    const { workbook } = context;
    const touched = specs.flatMap((spec): Touched[] => {
      const before = snapshot.sheets.get(spec.key);
      if (!before) return [];
      const sheet = workbook.worksheets.getItem(before.owned.id);
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load('rowIndex,columnIndex,rowCount,columnCount');
      const { tables } = workbook.worksheets.getItem(before.owned.id);
      tables.load('items/name');
      const { charts } = workbook.worksheets.getItem(before.owned.id);
      charts.load('items/name');
      const outline = sheet.customProperties.getItemOrNullObject(OUTLINE_PROGRESS);
      outline.load('value');
      return [{ spec, before, used, tables, charts, outline }];
    });
    await context.sync();
    stats.syncs += 1;
    const settled = await settleOutlines(touched, stats);
    const operations = [
      ...specs.filter((spec) => !snapshot.sheets.has(spec.key)).map((spec) => removeCreated(context, spec)),
      ...touched.map(({ before }) => renameSheet(context, before.owned.id, before.owned.name)),
      ...settled.flatMap(({ spec, before, used, tables, charts, progress }) => {
        const usedRows = used.isNullObject ? 0 : used.rowIndex + used.rowCount;
        const usedColumns = used.isNullObject ? 0 : used.columnIndex + used.columnCount;
        const present = tables.items.map((table) => table.name);
        return restoreSheet(context, spec, before, {
          usedRows,
          usedColumns,
          tables: present,
          charts: charts.items.map((chart) => chart.name),
          outline: progress,
        });
      }),
      operationOf(
        1,
        () => restoreLayouts(context, snapshot.layoutsXml, snapshot.layoutsId),
        snapshot.layoutsXml?.length,
      ),
    ];
    await syncInRequests(context, operations, stats, {});
  });
}

/** How far the run came with each outline; of the one step that may be done or not, Excel is asked. */
async function settleOutlines(
  touched: readonly Touched[],
  stats: TransferStats,
): Promise<readonly (Touched & { readonly progress: OutlineProgress })[]> {
  const settled: (Touched & { readonly progress: OutlineProgress })[] = [];
  for (const own of touched) {
    const { spec, before, outline } = own;
    const present = outline.isNullObject ? undefined : outline.value;
    const progress = outlineProgress(before.layout, layoutOf(spec), present, before.outlineProgress);
    settled.push({ ...own, progress: await settleOutline(before.owned.id, progress, stats) });
  }
  return settled;
}

function removeCreated(context: Excel.RequestContext, spec: SheetSpec): Operation {
  return operationOf(2 + spec.names.length, () => {
    for (const { name } of spec.names) context.workbook.names.getItemOrNullObject(name).delete();
    context.workbook.worksheets.getItemOrNullObject(spec.name).delete();
  });
}

interface Present {
  readonly usedRows: number;
  readonly usedColumns: number;
  readonly tables: readonly string[];
  readonly charts: readonly string[];
  readonly outline: OutlineProgress;
}

function restoreSheet(
  context: Excel.RequestContext,
  spec: SheetSpec,
  before: SheetSnapshot,
  present: Present,
): Operation[] {
  // By its id: who knows whether the run came to renaming it.
  const { id: name, rows, columns } = before.owned;
  const sheet = sheetWhenNeeded(context, name);
  const after = extentOf(spec);
  const layout = layoutOf(spec);
  const relayout = before.layout !== undefined && !sameLayout(before.layout, layout);
  const area = { row: 0, column: 0, rows: Math.max(rows, after.rows, 1), columns: Math.max(columns, after.columns, 1) };

  const given = before.layout?.tables ?? [];
  // Where the run moved a table, nobody knows whether it stands in the old place, in the new one or nowhere: it is made anew.
  const stays = given.filter((table) => layout.tables.some((other) => sameStart(table, other)));
  const isOurs = (table: string): boolean => given.some((own) => own.name === table);
  const isStanding = (table: string): boolean => stays.some((own) => own.name === table);
  const dropped = present.tables
    .filter((table) => !before.tables.includes(table) || (relayout && isOurs(table) && !isStanding(table)))
    .map((table) => operationOf(2, () => void sheet().tables.getItem(table).convertToRange()));
  // A run may stop between adding a chart and naming it.
  const strays = present.charts
    .filter((chart) => !before.charts.includes(chart))
    .map((chart) => operationOf(2, () => void sheet().charts.getItemOrNullObject(chart).delete()));
  const kept = stays.filter((table) => present.tables.includes(table.name));
  return [
    ...undoOutline(context, name, present.outline, before.outlineProgress),
    ...dropped,
    ...strays,
    ...(relayout ? clearLayoutOperations(context, name, layout, area) : []),
    ...(relayout ? clearLayoutOperations(context, name, before.layout, area) : []),
    ...closeRoom(sheet, before, after, present),
    ...wipeGrowth(sheet, before, after),
    markSheet(context, { ...spec, name }, { rows, columns }),
    ...blockOperations(context, name, { row: 0, column: 0, contents: before.contents }),
    ...(relayout && before.layout ? tableOperations(context, name, before.layout, { ...layout, tables: kept }) : []),
    ...(relayout && before.layout ? layoutOperations(context, name, before.layout) : []),
    ...(relayout && before.layout ? chartOperations(context, name, before.layout) : []),
  ];
}

/** Takes out the rows and columns that the run put in to move people's notes; the used range tells whether it came to that. */
function closeRoom(
  sheet: () => Excel.Worksheet,
  before: SheetSnapshot,
  after: { rows: number; columns: number },
  present: Present,
): Operation[] {
  const down = after.rows - before.owned.rows;
  const right = after.columns - before.owned.columns;
  const operations: Operation[] = [];
  if (down > 0 && before.usedRows > before.owned.rows && present.usedRows === before.usedRows + down)
    operations.push(
      operationOf(2, () =>
        sheet()
          .getRangeByIndexes(before.owned.rows, 0, down, 1)
          .getEntireRow()
          .delete('Up' as Excel.DeleteShiftDirection),
      ),
    );
  if (right > 0 && before.usedColumns > before.owned.columns && present.usedColumns === before.usedColumns + right)
    operations.push(
      operationOf(2, () =>
        sheet()
          .getRangeByIndexes(0, before.owned.columns, 1, right)
          .getEntireColumn()
          .delete('Left' as Excel.DeleteShiftDirection),
      ),
    );
  return operations;
}

/** Where the new sheet was to be larger and nothing of anybody's stood there, what was written goes. */
function wipeGrowth(
  sheet: () => Excel.Worksheet,
  before: SheetSnapshot,
  after: { rows: number; columns: number },
): Operation[] {
  const { rows, columns } = before.owned;
  const operations: Operation[] = [];
  if (after.rows > rows && before.usedRows <= rows)
    operations.push(
      operationOf(2, () =>
        sheet()
          .getRangeByIndexes(rows, 0, after.rows - rows, Math.max(columns, after.columns))
          .clear(),
      ),
    );
  if (after.columns > columns && before.usedColumns <= columns)
    operations.push(
      operationOf(2, () =>
        sheet()
          .getRangeByIndexes(0, columns, Math.max(rows, after.rows), after.columns - columns)
          .clear(),
      ),
    );
  return operations;
}
