import { styleAt, styleIndexAt } from '../bridge/cells';
import { formatOfFormula, isFormula } from '../bridge/entry';
import { englishFormula } from '../bridge/localFormula';
import type { Calculation } from '../formulas/calculation';
import { readTyped } from '../formulas/display';
import { parseFormula } from '../formulas/parse';
import type { Area, Cell } from '../model/cell';
import { adoptHeaders } from '../model/table';
import type { DataValidation, Worksheet } from '../model/workbook';
import { isPercentFormat } from './editText';
import { expandTable } from './expandTable';
import { isAllowed, validationAt } from './validation';

/** Why something that was typed is not taken. */
export type Refusal =
  | { readonly kind: 'formula'; readonly problem: string }
  | { readonly kind: 'validation'; readonly alert: DataValidation['errorAlert'] }
  | { readonly kind: 'protected' }
  | { readonly kind: 'array' }
  | { readonly kind: 'impossible'; readonly problem: string };

/** What a typed text becomes in a cell; the cell is not written. */
export function readEntered(sheet: Worksheet, row: number, column: number, text: string): Cell | Refusal {
  const style = styleIndexAt(sheet, row, column);
  const { styles, culture, dateSystem } = sheet.workbook;
  const look = styles.get(style);
  if (look.numberFormat === '@') return { value: text === '' ? null : text, style };
  if (text.startsWith("'")) return { value: text.slice(1), style, quotePrefix: true };
  if (text.length > 1 && text.startsWith('=')) {
    const formula = readFormula(text.slice(1).trim(), culture, row, column);
    if (typeof formula !== 'string') return formula;
    const brought = look.numberFormat === 'General' ? formatOfFormula(formula) : undefined;
    return { value: null, formula, style: brought ? styles.intern({ ...look, numberFormat: brought }) : style };
  }
  const { value, numberFormat } = readTyped(text, culture, dateSystem);
  // In cells that show percentages 5 means 5 %; fractions stay what they are.
  const isPercent = typeof value === 'number' && numberFormat === undefined && isPercentFormat(look.numberFormat);
  const taken = isPercent && Math.abs(value) >= 1 ? value / 100 : value;
  const isNew = numberFormat !== undefined && look.numberFormat === 'General';
  return {
    value: taken,
    style: isNew ? styles.intern({ ...look, numberFormat: asRegional(numberFormat, culture) }) : style,
  };
}

/** A day typed in Italian order gets the format that follows the region, as in Excel: other regions then show it in theirs. */
function asRegional(numberFormat: string, culture: string): string {
  return culture.startsWith('it') && /^dd?\/mm?\/yyyy$/.test(numberFormat) ? 'm/d/yyyy' : numberFormat;
}

/**
 * Reads a formula in the region's signs. One that is none so, but is one in English signs (as help pages write them), is taken
 * too: the formula bar then shows it in the region's.
 */
function readFormula(text: string, culture: string, row: number, column: number): string | Refusal {
  const english = englishFormula(text, culture);
  if (isFormula(english, row, column)) return english;
  if (isFormula(text, row, column)) return text;
  const parsed = parseFormula(english, row, column);
  return { kind: 'formula', problem: 'problem' in parsed ? parsed.problem : '' };
}

/**
 * Enters what a person typed into a cell, as Excel takes it: formulas and numbers in regional signs, formats that come with
 * dates and percentages, data validation, tables that grow. Nothing is written when it is refused.
 */
export function enterText(
  calculation: Calculation,
  sheet: Worksheet,
  row: number,
  column: number,
  text: string,
): Refusal | undefined {
  const obstacle = obstacleAt(sheet, { top: row, left: column, bottom: row, right: column });
  if (obstacle) return obstacle;
  const cell = readEntered(sheet, row, column, text);
  if ('kind' in cell) return cell;
  if (cell.formula === undefined && !isAllowed(calculation, sheet, row, column, cell.value)) {
    const alert = validationAt(sheet, row, column)?.errorAlert;
    if (alert?.showAlert !== false && (alert?.style ?? 'Stop') === 'Stop') return { kind: 'validation', alert };
  }
  writeCell(sheet, row, column, cell);
  return undefined;
}

/** Writes one cell and lets tables follow: their columns' names, their size. */
export function writeCell(sheet: Worksheet, row: number, column: number, cell: Cell): void {
  const before = sheet.value(row, column);
  if (cell.value === null && cell.formula === undefined && cell.style === 0) sheet.cells.delete(row, column);
  else sheet.cells.set(row, column, cell);
  sheet.changed({ top: row, left: column, bottom: row, right: column }, before);
  const table = sheet.tables.find(
    ({ area, showHeaders }) => showHeaders && row === area.top && column >= area.left && column <= area.right,
  );
  if (table) adoptHeaders(table);
  else if (cell.value !== null || cell.formula !== undefined) expandTable(sheet, row, column);
}

/** What keeps an area from being written: a protected sheet, or a part of an array formula. */
export function obstacleAt(sheet: Worksheet, area: Area): Refusal | undefined {
  if (sheet.protection)
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        if (styleAt(sheet, row, column).locked) return { kind: 'protected' };
  for (const [anchorRow, anchorColumn, size] of legacyArrays(sheet)) {
    const bottom = anchorRow + size.rows - 1;
    const right = anchorColumn + size.columns - 1;
    const touches = area.top <= bottom && area.bottom >= anchorRow && area.left <= right && area.right >= anchorColumn;
    const covers = area.top <= anchorRow && area.left <= anchorColumn && area.bottom >= bottom && area.right >= right;
    if (touches && !covers && size.rows * size.columns > 1) return { kind: 'array' };
  }
  return undefined;
}

function* legacyArrays(sheet: Worksheet): Iterable<[number, number, { rows: number; columns: number }]> {
  for (const row of sheet.cells.rowNumbers())
    for (const [column, { arrayRange }] of sheet.cells.rowCells(row) ?? [])
      if (arrayRange) yield [row, column, arrayRange];
}
