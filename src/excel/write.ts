import type { SheetSpec } from '../sheets/spec';
import { appendToTable } from '../sheets/append';
import { chartOperations, layoutOperations } from './applyLayout';
import { blocksToWrite, changedCells, extentOf } from './blocks';
import type { StoredLayouts } from './layout';
import { layoutOf, printLayouts, sameLayout, storeLayouts } from './layout';
import { blockOperations, createSheet, makeRoom, markSheet, renameSheet, tableOperations } from './operations';
import { outlineOperations } from './outline';
import type { OwnedSheet } from './read';
import type { Operation } from './requests';
import { ACTION_BYTES, syncInRequests } from './requests';
import { putBack } from './rollback';
import type { OnWaiting } from './session';
import { runExcel } from './session';
import type { WorkbookSnapshot } from './snapshot';
import { readSnapshot } from './snapshot';
import type { TransferStats } from './stats';

export interface WriteRequest {
  /** In workbook order. */
  readonly specs: readonly SheetSpec[];
  readonly owned: readonly OwnedSheet[];
  readonly sheetCount: number;
  readonly onWaiting?: OnWaiting;
  /** Told after each request: how much of the whole is written, 0..1. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

export interface WriteResult {
  /** Every output sheet of the run by name, in workbook order. */
  readonly sheets: readonly string[];
  readonly created: readonly string[];
  readonly rewritten: readonly string[];
  readonly unchanged: readonly string[];
  readonly cellsChanged: number;
}

/**
 * Writes output sheets: names, then values, then tables and names, then formulas, then formats, then charts, the outline last, in requests of at most 2 MB.
 * A sync looks at what is there (more where that is large), then one a request. All or nothing: when anything fails, what was there is put back.
 *
 * @throws ExcelFailure when Excel refuses; the workbook is then as it was.
 */
export async function writeOutputs(request: WriteRequest, stats: TransferStats): Promise<WriteResult> {
  let snapshot: WorkbookSnapshot | undefined;
  let specs = request.specs;
  try {
    return await runExcel(async (context) => {
      snapshot = await readSnapshot(context, request.owned, request.specs, stats);
      specs = request.specs.map((spec) => appendToTable(spec, snapshot?.sheets.get(spec.key)?.contents));
      const { operations, result } = planWrite(context, specs, snapshot, request);
      await syncInRequests(context, operations, stats, request);
      stats.cellsWritten += result.cellsChanged;
      return result;
    }, request.onWaiting);
  } catch (error) {
    if (snapshot) await putBack(specs, snapshot, stats);
    throw error;
  }
}

/** Everything that turns the workbook from the snapshot into the specs, as operations in the order they must run. */
function planWrite(
  context: Excel.RequestContext,
  specs: readonly SheetSpec[],
  snapshot: WorkbookSnapshot,
  request: WriteRequest,
) {
  const created: string[] = [];
  const rewritten: string[] = [];
  const unchanged: string[] = [];
  const renames: Operation[] = [];
  const prepare: Operation[] = [];
  const constants: Operation[] = [];
  const tables: Operation[] = [];
  const formulas: Operation[] = [];
  const looks: Operation[] = [];
  const charts: Operation[] = [];
  const outlines: Operation[] = [];
  const layouts: StoredLayouts = {};
  let cellsChanged = 0;

  specs.forEach((spec, position) => {
    const before = snapshot.sheets.get(spec.key);
    const layout = layoutOf(spec);
    layouts[spec.key] = layout;
    const extent = extentOf(spec);
    const blocks = blocksToWrite(spec, before?.contents ?? []);
    const relayout = !before?.layout || !sameLayout(before.layout, layout);
    const cells = [...blocks.constants, ...blocks.formulas].reduce((sum, block) => sum + changedCells(block), 0);
    cellsChanged += cells;
    const renamed = before !== undefined && before.owned.name !== spec.name;
    if (renamed) renames.push(renameSheet(context, before.owned.id, spec.name));
    if (!before) created.push(spec.name);
    else if (cells > 0 || relayout || renamed) rewritten.push(spec.name);
    else {
      unchanged.push(spec.name);
      return;
    }
    if (!before) prepare.push(createSheet(context, spec, request.sheetCount + position));
    else prepare.push(...makeRoom(context, spec, before, extent, relayout));
    prepare.push(markSheet(context, spec, extent));
    constants.push(...blocks.constants.flatMap((block) => blockOperations(context, spec.name, block)));
    if (relayout) tables.push(...tableOperations(context, spec.name, layout, before?.layout));
    formulas.push(...blocks.formulas.flatMap((block) => blockOperations(context, spec.name, block)));
    if (!relayout) return;
    looks.push(...layoutOperations(context, spec.name, layout));
    charts.push(...chartOperations(context, spec.name, layout));
    outlines.push(...outlineOperations(context, spec.name, before?.layout, layout));
  });

  const finish: Operation[] = [];
  const xml = printLayouts(layouts);
  if (xml !== snapshot.layoutsXml)
    finish.push({ bytes: xml.length, queue: () => storeLayouts(context, xml, snapshot.layoutsId) });
  const first = specs[0];
  if (first && created.includes(first.name))
    finish.push({ bytes: ACTION_BYTES, queue: () => context.workbook.worksheets.getItem(first.name).activate() });
  const operations = [
    ...renames,
    ...prepare,
    ...constants,
    ...tables,
    ...formulas,
    ...looks,
    ...charts,
    ...finish,
    ...outlines,
  ];
  return {
    operations,
    result: { sheets: specs.map((spec) => spec.name), created, rewritten, unchanged, cellsChanged },
  };
}
