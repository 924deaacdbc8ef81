import type { FormulaNodeTree } from '../formulas/ast';
import { readTyped } from '../formulas/display';
import { parseFormula } from '../formulas/parse';
import type { CellValue } from '../model/cell';

/** What a text becomes when it is entered into a cell. */
export interface Entry {
  readonly content: { readonly value: CellValue } | { readonly formula: string };
  /** Number format that the entry brings into a cell of format General: '0%', 'm/d/yyyy'. */
  readonly numberFormat?: string;
  readonly quotePrefix?: boolean;
}

/**
 * Reads what the API was given for a cell as Excel does: formulas, numbers, percentages, money, dates (en-US order),
 * booleans, errors, text behind an apostrophe; anything else is text. In cells of format '@' everything is text.
 *
 * A text that begins with '+' or '-' is a formula when it parses as one and a number when it is one; else it is text. Row and column (zero-based) say which cell it is for.
 *
 * @returns undefined when a text that begins with '=' is no formula.
 * @example readEntry('12.5%', 'General', 1900) //=> { content: { value: 0.125 }, numberFormat: '0.00%' }
 */
export function readEntry(
  text: string,
  numberFormat: string,
  dateSystem: 1900 | 1904,
  row = 0,
  column = 0,
): Entry | undefined {
  if (numberFormat === '@') return { content: { value: text } };
  if (text.startsWith("'")) return { content: { value: text.slice(1) }, quotePrefix: true };
  if (text.length > 1 && text.startsWith('=')) {
    const formula = text.slice(1).trim();
    return isFormula(formula, row, column) ? formulaEntry(formula) : undefined;
  }
  const { value, numberFormat: brought } = readTyped(text, 'en-US', dateSystem);
  if (typeof value === 'string' && /^[+-]./.test(text)) {
    const formula = text.replace(/^\+/, '');
    if (isFormula(formula, row, column)) return formulaEntry(formula);
  }
  return { content: { value }, ...(brought !== undefined && { numberFormat: brought }) };
}

/** Whether a text without '=' is a formula; the cell's place lets copies of a formula share one tree. */
export function isFormula(text: string, row = 0, column = 0): boolean {
  return 'formula' in parseFormula(text, row, column);
}

function formulaEntry(formula: string): Entry {
  const numberFormat = formatOfFormula(formula);
  return { content: { formula }, ...(numberFormat !== undefined && { numberFormat }) };
}

/** What the functions that give a moment bring into a cell of format General. */
const FORMAT_OF_FUNCTION: Readonly<Record<string, string>> = {
  TODAY: 'm/d/yyyy',
  DATE: 'm/d/yyyy',
  NOW: 'm/d/yyyy h:mm',
  TIME: 'h:mm AM/PM',
};

/**
 * The number format that a formula brings into a cell of format General, as in Excel: that of a moment, also one some days on.
 * @example formatOfFormula('TODAY()+7') //=> 'm/d/yyyy'
 */
export function formatOfFormula(formula: string): string | undefined {
  const parsed = parseFormula(formula);
  return 'formula' in parsed ? formatOfTree(parsed.formula.root) : undefined;
}

function formatOfTree(tree: FormulaNodeTree): string | undefined {
  if (tree.kind === 'call') return FORMAT_OF_FUNCTION[tree.name];
  if (tree.kind !== 'binary' || (tree.operator !== '+' && tree.operator !== '-')) return undefined;
  const [left, right] = [formatOfTree(tree.left), formatOfTree(tree.right)];
  // Between two moments lies a number of days.
  return tree.operator === '-' && right !== undefined ? undefined : (left ?? right);
}
