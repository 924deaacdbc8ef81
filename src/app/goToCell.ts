import { selectCell } from '../excel/select';
import type { CellRef } from '../planning/issue';

/** Use case "go to cell": shows and selects the cell that an issue or a reason is about. */
export async function goToCell(cell: CellRef): Promise<void> {
  await selectCell(cell);
}
