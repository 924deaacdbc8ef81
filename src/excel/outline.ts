import type { OutlineSpec } from '../sheets/spec';
import type { SheetLayout } from './layout';
import type { Operation } from './requests';
import { operationOf, sheetWhenNeeded } from './requests';

/**
 * Key of the worksheet custom property that counts the outline steps of a run. Excel gives no way to read outline levels, and grouping
 * twice or ungrouping what is not grouped is not harmless: only this count tells a rollback what to undo.
 */
export const OUTLINE_PROGRESS = 'cadenza.outline';

interface OutlineStep {
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

/** The operations that change a sheet's outline; they stand last in a run, each followed by its count. */
export function outlineOperations(
  context: Excel.RequestContext,
  name: string,
  before: SheetLayout | undefined,
  after: SheetLayout,
): Operation[] {
  const sheet = sheetWhenNeeded(context, name);
  const key = changeKey(before, after);
  return stepsBetween(before, after).map((step, index) =>
    operationOf(4, () => {
      carryOut(sheet(), step);
      sheet().customProperties.add(OUTLINE_PROGRESS, `${key}:${index + 1}`);
    }),
  );
}

/**
 * The operations that undo as many outline steps as a failed run came to.
 *
 * @param present The count as it stands now; `held` as it stood before the run.
 */
export function undoOutline(
  context: Excel.RequestContext,
  name: string,
  before: SheetLayout | undefined,
  after: SheetLayout,
  present: string | undefined,
  held: string | undefined,
): Operation[] {
  const [key, count] = (present ?? '').split(':');
  const done = key === changeKey(before, after) && present !== held ? Number(count) : 0;
  if (done === 0) return [];
  const sheet = sheetWhenNeeded(context, name);
  const undone = stepsBetween(before, after)
    .slice(0, done)
    .reverse()
    .map(({ kind, band }): OutlineStep => ({ kind: kind === 'group' ? 'ungroup' : 'group', band }));
  return [
    ...undone.map((step) => operationOf(3, () => carryOut(sheet(), step))),
    operationOf(2, () => {
      if (held === undefined) sheet().customProperties.getItemOrNullObject(OUTLINE_PROGRESS).delete();
      else sheet().customProperties.add(OUTLINE_PROGRESS, held);
    }),
  ];
}

function carryOut(sheet: Excel.Worksheet, { kind, band: { by, from, to, collapsed } }: OutlineStep): void {
  const option = (by === 'rows' ? 'ByRows' : 'ByColumns') as Excel.GroupOption;
  const band =
    by === 'rows'
      ? sheet.getRangeByIndexes(from, 0, to - from + 1, 1).getEntireRow()
      : sheet.getRangeByIndexes(0, from, 1, to - from + 1).getEntireColumn();
  if (kind === 'group') band.group(option);
  if (collapsed) {
    if (kind === 'group') band.hideGroupDetails(option);
    else band.showGroupDetails(option);
  }
  if (kind === 'ungroup') band.ungroup(option);
}
