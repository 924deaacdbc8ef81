import type { CellValue } from '../model/cell';
import { CellError } from '../model/cell';
import { compareNumbers, compareText, equalText, lookupKey } from './compare';
import type { ColumnValues } from './context';
import type { Regional } from './convert';
import { textToNumber } from './convert';
import type { Scalar } from './values';

/** A condition of SUMIFS and its kin. */
export interface Criterion {
  readonly matches: (value: Scalar) => boolean;
  /** For plain equality without wildcards: the key under which matching cells are found in an index. */
  readonly key?: string | number | boolean;
}

const OPERATOR = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/;
const ERROR_TEXT = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;

/**
 * Reads a criterion: a value, or text such as ">=10", "<>north", "a*".
 * Text that is a number or date in the workbook's region compares as one; an empty criterion means 0.
 */
export function parseCriterion(criterion: Scalar, regional: Regional): Criterion {
  if (criterion === null) return equality(0, regional);
  if (typeof criterion !== 'string') return equality(criterion, regional);
  const [, operator = '', operand = ''] = OPERATOR.exec(criterion) ?? [];
  const value = readOperand(operand, regional);
  switch (operator) {
    case '':
      return operand === '' ? { matches: (v) => v === null || v === '' } : equality(value, regional);
    case '=':
      return operand === '' ? { matches: (v) => v === null } : equality(value, regional);
    case '<>': {
      if (operand === '') return { matches: (v) => v !== null };
      const equal = equality(value, regional);
      return { matches: (v) => !equal.matches(v) };
    }
    default:
      return { matches: ordering(operator, value) };
  }
}

function readOperand(text: string, regional: Regional): Scalar {
  const number = textToNumber(text.trim(), regional);
  if (number !== undefined && text.trim() !== '') return number;
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  return ERROR_TEXT.test(text) ? new CellError(text.toUpperCase() as CellError['code']) : text;
}

/** Equality; texts that are numbers equal them, and texts may hold wildcards. */
function equality(wanted: Scalar, regional: Regional): Criterion {
  if (typeof wanted === 'number')
    return {
      key: wanted,
      matches: (v) =>
        typeof v === 'number'
          ? v === wanted
          : typeof v === 'string' && v !== '' && textToNumber(v, regional) === wanted,
    };
  if (typeof wanted === 'boolean') return { key: wanted, matches: (v) => v === wanted };
  if (wanted instanceof CellError) return { matches: (v) => v instanceof CellError && v.code === wanted.code };
  const text = wanted ?? '';
  if (hasWildcards(text)) {
    const pattern = wildcardPattern(text);
    return { matches: (v) => typeof v === 'string' && pattern.test(v) };
  }
  const key = lookupKey(text);
  return key === null
    ? { matches: (v) => typeof v === 'string' && equalText(v, text) }
    : { key, matches: (v) => typeof v === 'string' && equalText(v, text) };
}

function ordering(operator: string, bound: Scalar): (value: Scalar) => boolean {
  const holds = (order: number): boolean =>
    operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
  if (typeof bound === 'number') return (v) => typeof v === 'number' && holds(compareNumbers(v, bound));
  if (typeof bound === 'boolean') return (v) => typeof v === 'boolean' && holds(Number(v) - Number(bound));
  if (typeof bound === 'string') return (v) => typeof v === 'string' && holds(compareText(v, bound));
  return () => false;
}

/** Whether text has * or ? or an escape for them. */
export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text);
}

const patterns = new Map<string, RegExp>();

/**
 * A pattern for text with Excel's wildcards: * any characters, ? one, ~ before either takes it literally.
 * @param whole whether the whole text must match
 */
export function wildcardPattern(text: string, whole = true): RegExp {
  const key = `${whole ? 1 : 0}${text}`;
  let pattern = patterns.get(key);
  if (!pattern) {
    const source = text.replace(
      /~([*?~])|([*?])|([\s\S])/g,
      (_all, escaped?: string, wild?: string, plain?: string) => {
        if (wild !== undefined) return wild === '*' ? '[\\s\\S]*' : '[\\s\\S]';
        return (escaped ?? plain ?? '').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
      },
    );
    pattern = new RegExp(whole ? `^${source}$` : source, 'i');
    if (patterns.size > 5_000) patterns.clear();
    patterns.set(key, pattern);
  }
  return pattern;
}

/** Row offsets by key for criteria, where text that is a number also stands under that number. */
const indexes = new WeakMap<ColumnValues, ReadonlyMap<string | number | boolean | null, readonly number[]>>();

/** Rows of a column that meet a criterion with a key, ascending. */
export function rowsMeeting(
  column: ColumnValues,
  key: string | number | boolean,
  regional: Regional,
): readonly number[] {
  if (typeof key !== 'number') return column.rowsByKey().get(key) ?? [];
  let index = indexes.get(column);
  if (!index) indexes.set(column, (index = indexWithNumericTexts(column.values, regional)));
  return index.get(key) ?? [];
}

function indexWithNumericTexts(
  values: readonly CellValue[],
  regional: Regional,
): ReadonlyMap<string | number | boolean | null, readonly number[]> {
  const index = new Map<string | number | boolean | null, number[]>();
  values.forEach((value, row) => {
    const number =
      typeof value === 'number'
        ? value
        : typeof value === 'string' && value !== ''
          ? textToNumber(value, regional)
          : undefined;
    if (number === undefined) return;
    const rows = index.get(number);
    if (rows) rows.push(row);
    else index.set(number, [row]);
  });
  return index;
}
