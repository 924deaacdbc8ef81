import type { OutlineSpec } from '../sheets/spec';
import { ExcelFailure } from './errors';
import type { SheetLayout } from './layout';
import type { Operation } from './requests';
import { operationOf, sheetWhenNeeded } from './requests';
import { runExcel } from './run';
import type { TransferStats } from './stats';

/**
 * Key of the worksheet custom property that records the outline steps of a run: the change and how many steps of it are done, and 'begun'
 * while one more is under way. Excel gives no way to read outline levels, and grouping twice or ungrouping what is not grouped is not
 * harmless: only this record tells a rollback what to undo.
 */
export const OUTLINE_PROGRESS = 'cadenza.outline';
const BEGUN = 'begun';

export interface OutlineStep {
  readonly kind: 'group' | 'ungroup';
  readonly band: OutlineSpec;
}

/** From the outline of one layout to that of another: the old groups go, then the new ones come. */
function stepsBetween(before: SheetLayout | undefined, after: SheetLayout): OutlineStep[] {
  const ungroup = [...(before?.outline ?? [])].reverse().map((band): OutlineStep => ({ kind: 'ungroup', band }));
  return [...ungroup, ...after.outline.map((band): OutlineStep => ({ kind: 'group', band }))];
}

/** Names a change of layout, so that a count left by an earlier run is not taken for one of this run. */
function changeKey(before: SheetLayout | undefined, after: SheetLayout): string {
  const text = JSON.stringify([before?.outline ?? [], after]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16);
}

/** The operations that change a sheet's outline; they stand last in a run, each between its records. */
export function outlineOperations(
  context: Excel.RequestContext,
  name: string,
  before: SheetLayout | undefined,
  after: SheetLayout,
): Operation[] {
  const sheet = sheetWhenNeeded(context, name);
  const key = changeKey(before, after);
  return stepsBetween(before, after).map((step, index) =>
    operationOf(5, () => {
      sheet().customProperties.add(OUTLINE_PROGRESS, `${key}:${index}:${BEGUN}`);
      carryOut(sheet(), step);
      sheet().customProperties.add(OUTLINE_PROGRESS, `${key}:${index + 1}`);
    }),
  );
}

/** How far a run came with the outline of a sheet: the steps to undo, the last one first, and one that may be done or not. */
export interface OutlineProgress {
  readonly done: readonly OutlineStep[];
  readonly unsure?: OutlineStep;
  /** Whether the run left a record at all. */
  readonly recorded: boolean;
}

/**
 * Reads the record of a failed run.
 *
 * @param present The record as it stands now; `held` as it stood before the run.
 */
export function outlineProgress(
  before: SheetLayout | undefined,
  after: SheetLayout,
  present: string | undefined,
  held: string | undefined,
): OutlineProgress {
  const [key, count, begun] = (present ?? '').split(':');
  if (key !== changeKey(before, after) || present === held) return { done: [], recorded: false };
  const steps = stepsBetween(before, after);
  const unsure = begun === BEGUN ? steps[Number(count)] : undefined;
  return { done: steps.slice(0, Number(count)).reverse(), ...(unsure ? { unsure } : {}), recorded: true };
}

/**
 * Finds out whether a step was carried out that a failed run had begun: Excel hides the details of what is grouped, and of nothing else. Leaves the
 * band shown where it is not to be grouped, else as its step has it.
 *
 * @param id The sheet.
 */
export async function settleOutline(
  id: string,
  progress: OutlineProgress,
  stats: TransferStats,
): Promise<OutlineProgress> {
  const { unsure, ...settled } = progress;
  if (!unsure) return progress;
  const isGrouped = await hidesDetails(id, unsure.band);
  stats.syncs += 1;
  if (isGrouped)
    await runExcel(async (context) => {
      const { range, option } = bandOf(context.workbook.worksheets.getItem(id), unsure.band);
      if (unsure.kind === 'group' || !unsure.band.collapsed) range.showGroupDetails(option);
      await context.sync();
      stats.syncs += 1;
    });
  const isDone = isGrouped === (unsure.kind === 'group');
  return isDone ? { ...settled, done: [unsure, ...settled.done] } : settled;
}

async function hidesDetails(id: string, band: OutlineSpec): Promise<boolean> {
  try {
    return await runExcel(async (context) => {
      const { range, option } = bandOf(context.workbook.worksheets.getItem(id), band);
      range.hideGroupDetails(option);
      range.load(band.by === 'rows' ? 'rowHidden' : 'columnHidden');
      await context.sync();
      return band.by === 'rows' ? range.rowHidden : range.columnHidden;
    });
  } catch (error) {
    // What Excel says of a band without a group; anything else is trouble of another kind.
    if (error instanceof ExcelFailure && error.code === 'excel-failed') return false;
    throw error;
  }
}

/**
 * The operations that undo the outline steps of a failed run.
 *
 * @param held The record as it stood before the run.
 */
export function undoOutline(
  context: Excel.RequestContext,
  name: string,
  { done, recorded }: OutlineProgress,
  held: string | undefined,
): Operation[] {
  if (!recorded) return [];
  const sheet = sheetWhenNeeded(context, name);
  const undone = done.map(({ kind, band }): OutlineStep => ({ kind: kind === 'group' ? 'ungroup' : 'group', band }));
  return [
    ...undone.map((step) => operationOf(3, () => carryOut(sheet(), step))),
    operationOf(2, () => {
      if (held === undefined) sheet().customProperties.getItemOrNullObject(OUTLINE_PROGRESS).delete();
      else sheet().customProperties.add(OUTLINE_PROGRESS, held);
    }),
  ];
}

function bandOf(
  sheet: Excel.Worksheet,
  { by, from, to }: OutlineSpec,
): { readonly range: Excel.Range; readonly option: Excel.GroupOption } {
  return by === 'rows'
    ? {
        range: sheet.getRangeByIndexes(from, 0, to - from + 1, 1).getEntireRow(),
        option: 'ByRows' as Excel.GroupOption,
      }
    : {
        range: sheet.getRangeByIndexes(0, from, 1, to - from + 1).getEntireColumn(),
        option: 'ByColumns' as Excel.GroupOption,
      };
}

function carryOut(sheet: Excel.Worksheet, { kind, band }: OutlineStep): void {
  const { range, option } = bandOf(sheet, band);
  if (kind === 'group') range.group(option);
  if (band.collapsed) {
    if (kind === 'group') range.hideGroupDetails(option);
    else range.showGroupDetails(option);
  }
  if (kind === 'ungroup') range.ungroup(option);
}
