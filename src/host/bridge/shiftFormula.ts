import { cellAddress, columnLetters, isOnSheet } from '../formulas/address';
import type { Corner, ReferenceText } from '../formulas/tokens';
import { tokenize } from '../formulas/tokens';

/**
 * The formula as it reads when copied some rows down and columns to the right: relative references move, absolute ones stay.
 * @example shiftFormula('SUM(A1:A$3)*$B1', 2, 1) //=> 'SUM(B3:B$3)*$B3'
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  let result = '';
  let position = 0;
  for (const token of tokenize(formula)) {
    if (token.kind !== 'reference') continue;
    const text = formula.slice(token.start, token.end);
    const sheet = text.slice(0, text.lastIndexOf('!') + 1);
    result += formula.slice(position, token.start) + (shiftReference(token.reference, rows, columns, sheet) ?? '#REF!');
    position = token.end;
  }
  return result + formula.slice(position);
}

function shiftReference(
  { kind, first, last }: ReferenceText,
  rows: number,
  columns: number,
  sheet: string,
): string | undefined {
  const a = shiftCorner(first, kind === 'columns' ? 0 : rows, kind === 'rows' ? 0 : columns);
  const b = shiftCorner(last, kind === 'columns' ? 0 : rows, kind === 'rows' ? 0 : columns);
  if (!isOnSheet(a.row, a.column) || !isOnSheet(b.row, b.column)) return undefined;
  const dollar = (absolute: boolean) => (absolute ? '$' : '');
  switch (kind) {
    case 'cell':
      return sheet + cellText(a);
    case 'area':
      return `${sheet}${cellText(a)}:${cellText(b)}`;
    case 'columns':
      return `${sheet}${dollar(a.absoluteColumn)}${columnLetters(a.column)}:${dollar(b.absoluteColumn)}${columnLetters(b.column)}`;
    case 'rows':
      return `${sheet}${dollar(a.absoluteRow)}${a.row + 1}:${dollar(b.absoluteRow)}${b.row + 1}`;
  }
}

function shiftCorner(corner: Corner, rows: number, columns: number): Corner {
  return {
    ...corner,
    row: corner.absoluteRow ? corner.row : corner.row + rows,
    column: corner.absoluteColumn ? corner.column : corner.column + columns,
  };
}

const cellText = (corner: Corner) => cellAddress(corner.row, corner.column, corner.absoluteRow, corner.absoluteColumn);
