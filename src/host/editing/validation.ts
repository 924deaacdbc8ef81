import { isDateFormat } from 'numfmt';
import { styleAt } from '../bridge/cells';
import { formatCell } from '../formulas/display';
import type { Calculation } from '../formulas/calculation';
import type { CellValue } from '../model/cell';
import { CellError } from '../model/cell';
import type { DataValidation, Worksheet } from '../model/workbook';
import { containsArea } from '../model/area';

type Rule = Readonly<Record<string, unknown>>;

/** The data validation that holds for a cell. */
export function validationAt(sheet: Worksheet, row: number, column: number): DataValidation | undefined {
  const area = { top: row, left: column, bottom: row, right: column };
  return sheet.validations.find((validation) => validation.areas.some((outer) => containsArea(outer, area)));
}

/** The choices of a list validation, as they are shown; undefined when the cell has none or shows no button. */
export function choicesAt(
  calculation: Calculation,
  sheet: Worksheet,
  row: number,
  column: number,
): readonly string[] | undefined {
  const validation = validationAt(sheet, row, column);
  const list = validation && asRule(validation.rule.list);
  if (!validation || !list || list.inCellDropDown === false) return undefined;
  const { culture, dateSystem } = sheet.workbook;
  const { numberFormat } = styleAt(sheet, row, column);
  const shown = isDateFormat(numberFormat) ? 'm/d/yyyy' : 'General';
  return listValues(calculation, sheet, row, column, validation)
    .filter((value) => value !== null && value !== '')
    .map((value) => formatCell(value, shown, culture, dateSystem));
}

/** Whether a cell may hold a value; cells without validation may hold anything, and blanks pass where the rule ignores them. */
export function isAllowed(
  calculation: Calculation,
  sheet: Worksheet,
  row: number,
  column: number,
  value: CellValue,
): boolean {
  const validation = validationAt(sheet, row, column);
  if (!validation) return true;
  if (value === null || value === '') return validation.ignoreBlanks;
  const [kind, inner] = Object.entries(validation.rule)[0] ?? [];
  const rule = asRule(inner);
  if (kind === undefined || !rule) return true;
  const evaluate = (formula: unknown): CellValue => evaluateFor(calculation, sheet, row, column, validation, formula);
  switch (kind) {
    case 'list':
      return listValues(calculation, sheet, row, column, validation).some((choice) => isSame(choice, value));
    case 'custom':
      return isTrue(evaluate(rule.formula));
    case 'textLength':
      return compares(rule, value instanceof CellError ? 0 : String(value).length, evaluate);
    case 'wholeNumber':
      return typeof value === 'number' && Number.isInteger(value) && compares(rule, value, evaluate);
    default:
      return typeof value === 'number' && compares(rule, value, evaluate);
  }
}

function listValues(
  calculation: Calculation,
  sheet: Worksheet,
  row: number,
  column: number,
  validation: DataValidation,
): CellValue[] {
  const source = asRule(validation.rule.list)?.source;
  if (typeof source !== 'string') return [];
  if (!source.startsWith('=')) return source.split(',').map((text) => text.trim());
  const result = calculation.evaluate(source, sheet, { row, column }, firstOf(validation, row, column));
  return Array.isArray(result) ? result.flat() : [result];
}

function evaluateFor(
  calculation: Calculation,
  sheet: Worksheet,
  row: number,
  column: number,
  validation: DataValidation,
  formula: unknown,
): CellValue {
  if (typeof formula === 'number') return formula;
  if (typeof formula !== 'string') return null;
  if (!formula.startsWith('=')) return Number.isFinite(Number(formula)) ? Number(formula) : formula;
  const result = calculation.evaluate(formula, sheet, { row, column }, firstOf(validation, row, column));
  return Array.isArray(result) ? (result[0]?.[0] ?? null) : result;
}

/** Rules are written for the first cell of their first area. */
function firstOf({ areas }: DataValidation, row: number, column: number): { row: number; column: number } {
  return { row: areas[0]?.top ?? row, column: areas[0]?.left ?? column };
}

/** A limit that is no number holds nothing back. */
function compares(rule: Rule, value: number, evaluate: (formula: unknown) => CellValue): boolean {
  const first = evaluate(rule.formula1);
  const second = evaluate(rule.formula2);
  if (typeof first !== 'number') return true;
  const between = typeof second !== 'number' || (value >= first && value <= second);
  switch (rule.operator) {
    case 'Between':
      return between;
    case 'NotBetween':
      return !between;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    case 'LessThanOrEqualTo':
      return value <= first;
    default:
      return true;
  }
}

function isTrue(value: CellValue): boolean {
  return value === true || (typeof value === 'number' && value !== 0);
}

/** Choices that are written out are texts even where they look like numbers. */
function isSame(choice: CellValue, value: CellValue): boolean {
  if (choice instanceof CellError || value instanceof CellError) return false;
  return String(choice ?? '').toLowerCase() === String(value ?? '').toLowerCase();
}

function asRule(value: unknown): Rule | undefined {
  return typeof value === 'object' && value !== null ? (value as Rule) : undefined;
}
