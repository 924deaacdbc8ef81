import type { CellRef } from '../planning/issue';
import { runExcel } from './run';
import { readSelection } from './select';

/**
 * Tells which cell is selected whenever that changes, on any sheet, and once at the start. Fast moves are told once, when they pause.
 *
 * @param pauseMs Milliseconds without a move before a selection is told.
 * @param onFailure Told why a selection could not be read; watching goes on.
 * @returns What stops it.
 * @throws ExcelFailure when Excel takes no handler.
 */
export async function watchSelection(
  onSelected: (cell: CellRef) => void,
  onFailure: (error: unknown) => void,
  pauseMs = 150,
): Promise<() => Promise<void>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const tell = (): void => {
    readSelection().then((cell) => {
      if (!stopped) onSelected(cell);
    }, onFailure);
  };
  const later = (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(tell, pauseMs);
    return Promise.resolve();
  };
  const handlers = await runExcel(async (context) => {
    const { worksheets } = context.workbook;
    // Going to another sheet changes the selection without an event of its own on some hosts.
    const added = [worksheets.onSelectionChanged.add(later), worksheets.onActivated.add(later)];
    await context.sync();
    return added;
  });
  tell();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    const [first] = handlers;
    if (!first) return;
    await Excel.run(first.context as Excel.RequestContext, async (context) => {
      for (const handler of handlers) handler.remove();
      await context.sync();
    });
  };
}
