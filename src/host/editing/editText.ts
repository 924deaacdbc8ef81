import { getFormatInfo, isDateFormat } from 'numfmt';
import { localFormula } from '../bridge/localFormula';
import { cultureOf } from '../bridge/cultures';
import { styleAt } from '../bridge/cells';
import { formatCell } from '../formulas/display';
import type { Cell } from '../model/cell';
import { CellError } from '../model/cell';
import type { Worksheet } from '../model/workbook';

/** The cell whose content a cell shows: itself, or the one that spills into it. */
export function contentCell(sheet: Worksheet, row: number, column: number): Cell | undefined {
  const cell = sheet.cell(row, column);
  return cell?.spilledFrom ? sheet.cell(cell.spilledFrom.row, cell.spilledFrom.column) : cell;
}

/**
 * What the formula bar shows of a cell, and editing begins with: its formula in regional signs, else its constant in full, such
 * that typing it again gives the same. Cells that a formula fills show that formula.
 */
export function editText(sheet: Worksheet, row: number, column: number): string {
  const cell = contentCell(sheet, row, column);
  if (!cell) return '';
  const { culture, dateSystem } = sheet.workbook;
  const { value } = cell;
  if (cell.formula !== undefined) return localFormula(`=${cell.formula}`, culture);
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'string') return cell.quotePrefix ? `'${value}` : value;
  if (typeof value === 'boolean') return formatCell(value, 'General', culture);
  const { numberFormat } = styleAt(sheet, row, column);
  if (isDateFormat(numberFormat) && value >= 0) return dateText(value, culture, dateSystem);
  if (isPercentFormat(numberFormat)) return `${plainNumber(value * 100, culture)}%`;
  return plainNumber(value, culture);
}

/** Whether a format shows fractions as percentages. */
export function isPercentFormat(numberFormat: string): boolean {
  return numberFormat !== 'General' && getFormatInfo(numberFormat).type === 'percent';
}

function dateText(value: number, culture: string, dateSystem: 1900 | 1904): string {
  const hasDay = value >= 1 || dateSystem === 1904;
  const hasTime = value % 1 !== 0;
  const code = [...(hasDay ? ['m/d/yyyy'] : []), ...(hasTime ? ['h:mm:ss'] : [])].join(' ');
  // The regional order of a day with a time is that of the day alone.
  if (!hasDay || !hasTime) return formatCell(value, code, culture, dateSystem);
  return `${formatCell(Math.floor(value), 'm/d/yyyy', culture, dateSystem)} ${formatCell(value, 'h:mm:ss', culture, dateSystem)}`;
}

/** A number in at most 15 digits, as Excel keeps them, with the region's decimal sign. */
function plainNumber(value: number, culture: string): string {
  return String(Number(value.toPrecision(15))).replace('.', cultureOf(culture).decimalSeparator);
}
