import type { SheetSpec } from '../sheets/spec';
import { appendToTable } from '../sheets/append';
import { chartOperations, layoutOperations } from './applyLayout';
import type { Block } from './blocks';
import { blocksToWrite, changedCells, extentOf } from './blocks';
import type { SheetLayout, StoredLayouts } from './layout';
import { layoutOf, printLayouts, sameLayout, storeLayouts } from './layout';
import { blockOperations, createSheet, makeRoom, markSheet, renameSheet, tableOperations } from './operations';
import { outlineOperations } from './outline';
import type { OwnedSheet } from './read';
import type { Operation } from './requests';
import { operationOf, syncInRequests } from './requests';
import { putBack } from './rollback';
import type { OnWaiting } from './run';
import { runExcel } from './run';
import type { SheetSnapshot, WorkbookSnapshot } from './snapshot';
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
): { operations: Operation[]; result: WriteResult } {
  const changes = specs.map((spec) => changeOf(spec, snapshot.sheets.get(spec.key)));
  const work = changes.map((change, position) =>
    isChanged(change) ? sheetWork(context, change, request.sheetCount + position) : {},
  );
  const operations = [
    ...STEPS.flatMap((step) => work.flatMap((own) => own[step] ?? [])),
    ...finishOperations(context, changes, snapshot),
    ...work.flatMap((own) => own.outline ?? []),
  ];
  const namesWhere = (holds: (change: SheetChange) => boolean): string[] =>
    changes.filter(holds).map(({ spec }) => spec.name);
  const result: WriteResult = {
    sheets: namesWhere(() => true),
    created: namesWhere(({ before }) => !before),
    rewritten: namesWhere((change) => change.before !== undefined && isChanged(change)),
    unchanged: namesWhere((change) => !isChanged(change)),
    cellsChanged: changes.reduce((sum, { cells }) => sum + cells, 0),
  };
  return { operations, result };
}

/** An output sheet as it is to be, and what of it differs from what is there. */
interface SheetChange {
  readonly spec: SheetSpec;
  /** Undefined: the sheet is new. */
  readonly before?: SheetSnapshot;
  readonly layout: SheetLayout;
  readonly blocks: ReturnType<typeof blocksToWrite>;
  /** Cells that change. */
  readonly cells: number;
  readonly relayout: boolean;
  readonly renamed: boolean;
}

function changeOf(spec: SheetSpec, before: SheetSnapshot | undefined): SheetChange {
  const layout = layoutOf(spec);
  const blocks = blocksToWrite(spec, before?.contents ?? []);
  return {
    spec,
    before,
    layout,
    blocks,
    cells: [...blocks.constants, ...blocks.formulas].reduce((sum, block) => sum + changedCells(block), 0),
    relayout: !before?.layout || !sameLayout(before.layout, layout),
    renamed: before !== undefined && before.owned.name !== spec.name,
  };
}

const isChanged = ({ before, cells, relayout, renamed }: SheetChange): boolean =>
  !before || cells > 0 || relayout || renamed;

/** The steps of a run, each done for every sheet before the next begins; outlines come after all else. */
const STEPS = ['rename', 'prepare', 'constants', 'tables', 'formulas', 'look', 'charts'] as const;
type SheetWork = Partial<Record<(typeof STEPS)[number] | 'outline', readonly Operation[]>>;

function sheetWork(context: Excel.RequestContext, change: SheetChange, position: number): SheetWork {
  const { spec, before, layout, blocks, relayout, renamed } = change;
  const extent = extentOf(spec);
  const write = (own: readonly Block[]): Operation[] =>
    own.flatMap((block) => blockOperations(context, spec.name, block));
  const cells: SheetWork = {
    rename: before && renamed ? [renameSheet(context, before.owned.id, spec.name)] : [],
    prepare: [
      ...(before ? makeRoom(context, spec, before, extent, relayout) : [createSheet(context, spec, position)]),
      markSheet(context, spec, extent),
    ],
    constants: write(blocks.constants),
    formulas: write(blocks.formulas),
  };
  if (!relayout) return cells;
  return {
    ...cells,
    tables: tableOperations(context, spec.name, layout, before?.layout),
    look: layoutOperations(context, spec.name, layout),
    charts: chartOperations(context, spec.name, layout),
    outline: outlineOperations(context, spec.name, before?.layout, layout),
  };
}

/** Stores the layouts, and shows the first sheet where it is new. */
function finishOperations(
  context: Excel.RequestContext,
  changes: readonly SheetChange[],
  snapshot: WorkbookSnapshot,
): Operation[] {
  const operations: Operation[] = [];
  const layouts: StoredLayouts = Object.fromEntries(changes.map(({ spec, layout }) => [spec.key, layout]));
  const xml = printLayouts(layouts);
  if (xml !== snapshot.layoutsXml)
    operations.push(operationOf(0, () => storeLayouts(context, xml, snapshot.layoutsId), xml.length));
  const [first] = changes;
  if (first && !first.before)
    operations.push(operationOf(1, () => context.workbook.worksheets.getItem(first.spec.name).activate()));
  return operations;
}
