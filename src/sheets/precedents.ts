import { columnIndex } from './address';
import type { Place } from './outputs/grid';

/** A text in quotes, or a reference with or without its sheet: what must be told apart inside a formula. */
const TOKENS =
  /"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?(?![\p{L}\p{N}_(.])/gu;

/**
 * The cells and ranges that a formula reads, in the order in which it names them, each once.
 *
 * @param formula en-US A1 text that begins with '='.
 * @param sheet The sheet the formula stands on.
 * @example precedentsOf("=B2*'Demand plan'!$F$9", 'Balance')
 *   //=> [{ sheet: 'Balance', row: 1, column: 1, … }, { sheet: 'Demand plan', row: 8, column: 5, … }]
 */
export function precedentsOf(formula: string, sheet: string): readonly Place[] {
  const found = new Map<string, Place>();
  for (const match of formula.matchAll(TOKENS)) {
    const [, name, letters, digits, lastLetters, lastDigits] = match;
    const before = formula[match.index - 1] ?? '';
    if (letters === undefined || /[\p{L}\p{N}_.]/u.test(before)) continue;
    const column = columnIndex(letters);
    const lastColumn = lastLetters === undefined ? column : columnIndex(lastLetters);
    if (column === undefined || lastColumn === undefined) continue;
    const [row, lastRow] = [Number(digits) - 1, Number(lastDigits ?? digits) - 1];
    if (row < 0 || lastRow < row || lastColumn < column) continue;
    const place: Place = {
      sheet: name === undefined ? sheet : sheetOf(name),
      row,
      column,
      rows: lastRow - row + 1,
      columns: lastColumn - column + 1,
    };
    found.set(JSON.stringify(place), place);
  }
  return [...found.values()];
}

function sheetOf(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
