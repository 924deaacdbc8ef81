import type { SheetSpec } from '../sheets/spec';
import { layoutOperations } from './applyLayout';
import { blocksToWrite } from './blocks';
import { layoutOf } from './layout';
import { blockOperations, createSheet, tableOperations } from './operations';
import { operationOf, syncInRequests } from './requests';
import { runExcel } from './run';
import type { TransferStats } from './stats';

/** A sheet that is the user's from the moment it is there: never marked as ours, never rewritten. */
export type InsertedSheet = Omit<SheetSpec, 'key' | 'append'>;

/**
 * Adds sheets at the end of the workbook and shows the first of them; all or nothing.
 *
 * @param sheets Their names must be free.
 * @throws ExcelFailure when Excel refuses; the workbook is then as it was.
 */
export async function insertSheets(
  sheets: readonly InsertedSheet[],
  sheetCount: number,
  stats: TransferStats,
): Promise<void> {
  try {
    await runExcel(async (context) => {
      const operations = sheets.flatMap((sheet, position) => {
        const { constants, formulas } = blocksToWrite(sheet, []);
        const layout = layoutOf(sheet);
        return [
          createSheet(context, sheet, sheetCount + position),
          ...constants.flatMap((block) => blockOperations(context, sheet.name, block)),
          ...tableOperations(context, sheet.name, layout, undefined),
          ...formulas.flatMap((block) => blockOperations(context, sheet.name, block)),
          ...layoutOperations(context, sheet.name, layout),
        ];
      });
      const [first] = sheets;
      if (first) operations.push(operationOf(2, () => context.workbook.worksheets.getItem(first.name).activate()));
      await syncInRequests(context, operations, stats, {});
    });
  } catch (error) {
    await removeSheets(sheets.map((sheet) => sheet.name));
    throw error;
  }
}

async function removeSheets(names: readonly string[]): Promise<void> {
  await runExcel(async (context) => {
    for (const name of names) context.workbook.worksheets.getItemOrNullObject(name).delete();
    context.runtime.enableEvents = true;
    await context.sync();
  });
}
