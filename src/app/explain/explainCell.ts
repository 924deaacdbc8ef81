import { readCells, readMarkedCell } from '../../excel/readCells';
import type { MarkedCell } from '../../excel/readCells';
import type { Language } from '../../planning/input';
import type { CellRef } from '../../planning/issue';
import type { SheetSpec, SpecCell } from '../../sheets/spec';
import { composeExplanation, shownPrecedents } from './compose';
import type { Explanation } from './explanation';
import type { PlanMemory } from './scene';
import { makeScene } from './scene';

export type ExplainOutcome =
  | { readonly status: 'explained'; readonly explanation: Explanation }
  /** The cell is on no sheet of ours: there is nothing that we decided there. */
  | { readonly status: 'not-ours' }
  /** The sheet is ours, but not of this plan: its rows are others. */
  | { readonly status: 'other-plan' };

/**
 * Use case "Explain": why a cell of an output sheet is as it is: what it is, what its formula reads, the inputs behind it, why it is short, what
 * one more unit is worth and how far, and what would help. Reads a few cells, writes nothing.
 *
 * @param memory The plan that wrote the sheets, or the same made again.
 * @throws ExcelFailure when Excel refuses.
 */
export async function explainCell(cell: CellRef, memory: PlanMemory, language: Language): Promise<ExplainOutcome> {
  const reading = await readMarkedCell(cell);
  const spec = memory.specs.find((own) => own.key === reading.key);
  if (reading.key === undefined) return { status: 'not-ours' };
  const row = spec && rowOf(spec, cell, reading);
  if (!spec || row === undefined) return { status: 'other-plan' };
  const places = shownPrecedents(reading.formula, cell.sheet);
  const precedents = await readCells(places);
  const scene = makeScene(memory, language);
  const at = { row, column: cell.column };
  return { status: 'explained', explanation: composeExplanation(scene, spec, cell, at, reading, precedents) };
}

/** The row of the spec that the row on the sheet is: the same one, or, where people inserted rows, the one row with the same labels. */
function rowOf(spec: SheetSpec, cell: CellRef, { rowLabels }: MarkedCell): number | undefined {
  const [label, name] = rowLabels;
  const same = (row: readonly (SpecCell | undefined)[] | undefined): boolean =>
    row !== undefined && textOf(row[0]) === label && (row[1] === undefined ? name === '' : agrees(row[1], name));
  if (same(spec.rows[cell.row]) || label === '') return cell.row;
  const found = spec.rows.flatMap((row, at) => (same(row) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
}

/** Numbers and formulas tell no row from another. */
function agrees(cell: SpecCell, shown: string): boolean {
  const text = textOf(cell);
  return text === undefined || text === shown;
}

/** The text a constant cell shows; undefined where it is a number, a formula or nothing, which no label is told by. */
function textOf(cell: SpecCell | undefined): string | undefined {
  return cell && 'value' in cell && typeof cell.value === 'string' ? cell.value : undefined;
}
