/** Signs of a culture that differ from en-US in formulas. */
interface FormulaSigns {
  readonly decimal: string;
  readonly list: string;
  /** Between columns and rows of an array constant. */
  readonly arrayColumn: string;
  readonly arrayRow: string;
}

const ENGLISH: FormulaSigns = { decimal: '.', list: ',', arrayColumn: ',', arrayRow: ';' };
/** Cultures that write decimals with a comma: Italian, German, French, Spanish … */
const CONTINENTAL: FormulaSigns = { decimal: ',', list: ';', arrayColumn: '\\', arrayRow: ';' };

const signsOf = (culture: string) => (/^en\b/i.test(culture) ? ENGLISH : CONTINENTAL);

/**
 * A formula in the user's regional signs; function names stay English (this host speaks no translated function names).
 * @example localFormula('=SUM(A1,1.5)', 'it-IT') //=> '=SUM(A1;1,5)'
 */
export function localFormula(formula: string, culture: string): string {
  return exchange(formula, ENGLISH, signsOf(culture));
}

/** The reverse of localFormula. @example englishFormula('=SUM(A1;1,5)', 'it-IT') //=> '=SUM(A1,1.5)' */
export function englishFormula(formula: string, culture: string): string {
  return exchange(formula, signsOf(culture), ENGLISH);
}

/** Exchanges signs outside of texts, quoted sheet names and structured references. */
function exchange(formula: string, from: FormulaSigns, to: FormulaSigns): string {
  if (from === to) return formula;
  let result = '';
  let braces = 0;
  let brackets = 0;
  for (let i = 0; i < formula.length; i++) {
    const sign = formula.charAt(i);
    if (sign === '"' || sign === "'") {
      const end = endOfQuotes(formula, i);
      result += formula.slice(i, end);
      i = end - 1;
      continue;
    }
    if (sign === '{') braces++;
    if (sign === '}') braces--;
    if (sign === '[') brackets++;
    if (sign === ']') brackets--;
    const isDecimal = /\d/.test(formula.charAt(i + 1)) && sign === from.decimal && isNumberBefore(formula, i);
    if (isDecimal) result += to.decimal;
    else if (brackets > 0) result += sign;
    else if (braces > 0 && sign === from.arrayColumn) result += to.arrayColumn;
    else if (braces > 0 && sign === from.arrayRow) result += to.arrayRow;
    else if (braces === 0 && sign === from.list) result += to.list;
    else result += sign;
  }
  return result;
}

/** A decimal sign follows a digit or stands at the beginning of a number, never behind a name. */
function isNumberBefore(formula: string, index: number): boolean {
  return index === 0 || /[\d(=+\-*/^&<>;\s{\\,]/.test(formula.charAt(index - 1));
}

function endOfQuotes(formula: string, start: number): number {
  const quote = formula.charAt(start);
  let end = start + 1;
  while (end < formula.length) {
    if (formula.charAt(end) !== quote) end++;
    else if (formula.charAt(end + 1) === quote) end += 2;
    else return end + 1;
  }
  return formula.length;
}
