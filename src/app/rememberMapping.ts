import { runExcel } from '../excel/run';
import { writeMapping } from '../excel/state';
import type { InputMapping } from '../sheets/inputs/raw';

/** Use case "map": remembers in the workbook which sheets and headings are which input tables. */
export async function rememberMapping(mapping: InputMapping): Promise<void> {
  await runExcel(async (context) => {
    writeMapping(context, mapping);
    await context.sync();
  });
}
