import { fullAddressOf } from '../sheets/address';
import type { SheetSpec, SpecCell } from '../sheets/spec';

/** What goes into a cell: null leaves it alone, '' clears it. */
export type CellContent = string | number | boolean | null;

/** Cells to write in one go; `contents` is dense. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly contents: readonly (readonly CellContent[])[];
}

/** Month names that Excel reads as part of a date, in the languages we speak. */
const MONTH =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|gen|mag|giu|lug|ago|set|ott|dic|january|february|march|april|june|july|august|september|october|november|december|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|am|pm|a|p|e|eur|usd|gbp)$/i;

/**
 * Text as it must be handed to Excel so that it stays text: what Excel would take for a formula, number, date, boolean or error
 * gets a leading apostrophe (which Excel does not store as part of the text).
 *
 * @example guardText('=1+1') //=> "'=1+1"
 * @example guardText('Linea 1') //=> 'Linea 1'
 * @example guardText('3 mar') //=> "'3 mar"
 */
export function guardText(text: string): string {
  if (text === '') return text;
  const readsAsFormula = /^[=+\-@']/.test(text);
  const readsAsKeyword = /^(true|false|vero|falso|#[a-z/0!?]+)$/i.test(text.trim());
  const words = text.match(/[\p{L}]+/gu) ?? [];
  const readsAsNumber = /\d/.test(text) && words.every((word) => MONTH.test(word));
  return readsAsFormula || readsAsKeyword || readsAsNumber ? `'${text}` : text;
}

/** A cell's content as it is written: formulas with '=', text guarded. */
function contentOf(cell: SpecCell): string | number | boolean {
  if ('formula' in cell) return cell.formula;
  if (cell.link) {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    return `=HYPERLINK(${quote(`#${fullAddressOf(cell.link)}`)},${typeof cell.value === 'string' ? quote(cell.value) : cell.value})`;
  }
  return typeof cell.value === 'string' ? guardText(cell.value) : cell.value;
}

const isFormulaCell = (cell: SpecCell): boolean => 'formula' in cell || cell.link !== undefined;

/** The rectangle from A1 that a spec fills. */
export function extentOf(spec: SheetSpec): { rows: number; columns: number } {
  return { rows: spec.rows.length, columns: spec.rows.reduce((most, row) => Math.max(most, row.length), 0) };
}

/**
 * The blocks that turn `before` (contents of the area owned until now, text guarded) into the spec: constants apart from formulas, since
 * tables must stand between them. Cells that are the same already are left alone; cells no longer ours are cleared.
 */
export function blocksToWrite(
  spec: Pick<SheetSpec, 'rows'>,
  before: readonly (readonly unknown[])[],
): { constants: Block[]; formulas: Block[] } {
  const rows = Math.max(spec.rows.length, before.length);
  const constants: CellContent[][] = [];
  const formulas: CellContent[][] = [];
  for (let row = 0; row < rows; row++) {
    const wanted = spec.rows[row] ?? [];
    const present = before[row] ?? [];
    const constantRow: CellContent[] = [];
    const formulaRow: CellContent[] = [];
    for (let column = 0; column < Math.max(wanted.length, present.length); column++) {
      const cell = wanted[column];
      const held = present[column] ?? '';
      const content = cell ? contentOf(cell) : '';
      const same = content === held;
      const asFormula = cell !== undefined && isFormulaCell(cell);
      constantRow.push(same || asFormula ? null : content);
      formulaRow.push(same || !asFormula ? null : content);
    }
    constants.push(constantRow);
    formulas.push(formulaRow);
  }
  return { constants: gatherBlocks(constants), formulas: gatherBlocks(formulas) };
}

/** Runs of consecutive rows with the same span of cells to write become one block each. */
function gatherBlocks(matrix: readonly (readonly CellContent[])[]): Block[] {
  const blocks: { row: number; column: number; contents: CellContent[][] }[] = [];
  let open: { row: number; column: number; contents: CellContent[][]; last: number } | undefined;
  matrix.forEach((contents, row) => {
    const first = contents.findIndex((c) => c !== null);
    if (first < 0) {
      open = undefined;
      return;
    }
    let last = contents.length - 1;
    while (contents[last] === null) last--;
    if (!open || open.column !== first || open.last !== last) {
      open = { row, column: first, contents: [], last };
      blocks.push(open);
    }
    open.contents.push(contents.slice(first, last + 1));
  });
  return blocks.map(({ row, column, contents }) => ({ row, column, contents }));
}

/** Splits a block by rows so that the JSON of each piece stays within `maxBytes` (a single row always passes). */
export function splitBlock(block: Block, maxBytes: number): { block: Block; bytes: number }[] {
  const pieces: { block: Block; bytes: number }[] = [];
  let from = 0;
  let bytes = 0;
  block.contents.forEach((row, index) => {
    const size = JSON.stringify(row).length + 1;
    if (index > from && bytes + size > maxBytes) {
      pieces.push({
        block: { row: block.row + from, column: block.column, contents: block.contents.slice(from, index) },
        bytes,
      });
      from = index;
      bytes = 0;
    }
    bytes += size;
  });
  pieces.push({ block: { row: block.row + from, column: block.column, contents: block.contents.slice(from) }, bytes });
  return pieces;
}

/** Number of cells a block changes. */
export function changedCells(block: Block): number {
  return block.contents.reduce((sum, row) => sum + row.reduce<number>((n, c) => (c === null ? n : n + 1), 0), 0);
}
