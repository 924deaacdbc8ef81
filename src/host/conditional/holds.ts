import type { CellValue } from '../model/cell';
import { CellError } from '../model/cell';
import type { RangeValues } from './rangeValues';

/** What a rule compares with: its formulas' values, the values of its range, and today. */
export interface RuleContext {
  readonly values: RangeValues;
  /** Value of one of the rule's formulas in the cell that is looked at. */
  readonly evaluate: (formula: unknown) => CellValue;
  /** Serial number of today in the workbook's date system. */
  readonly today: () => number;
}

type Rule = Readonly<Record<string, unknown>>;

/** Whether a "cell value" rule holds: { operator, formula1, formula2? }. Texts are compared without regard to case. */
export function holdsCellValue(rule: Rule, value: CellValue, context: RuleContext): boolean {
  const first = context.evaluate(rule.formula1);
  if (value instanceof CellError || first instanceof CellError) return false;
  const operator = String(rule.operator);
  if (operator === 'Between' || operator === 'NotBetween') {
    const second = context.evaluate(rule.formula2);
    if (second instanceof CellError) return false;
    const inside = compare(value, first) * compare(value, second) <= 0;
    return inside === (operator === 'Between');
  }
  const order = compare(value, first);
  switch (operator) {
    case 'EqualTo':
      return order === 0;
    case 'NotEqualTo':
      return order !== 0;
    case 'GreaterThan':
      return order > 0;
    case 'LessThan':
      return order < 0;
    case 'GreaterThanOrEqual':
      return order >= 0;
    case 'LessThanOrEqual':
      return order <= 0;
    default:
      return false;
  }
}

/** Whether a "text that contains" rule holds: { operator, text }. */
export function holdsText(rule: Rule, value: CellValue): boolean {
  if (value instanceof CellError) return false;
  const text = value === null ? '' : String(value).toLowerCase();
  const wanted = String(rule.text ?? '').toLowerCase();
  switch (rule.operator) {
    case 'NotContains':
      return !text.includes(wanted);
    case 'BeginsWith':
      return text.startsWith(wanted);
    case 'EndsWith':
      return text.endsWith(wanted);
    default:
      return text.includes(wanted);
  }
}

/** Whether a "top or bottom" rule holds: { type, rank }. */
export function holdsRank(rule: Rule, value: CellValue, { values }: RuleContext): boolean {
  if (typeof value !== 'number') return false;
  const type = String(rule.type);
  const rank = Number(rule.rank);
  const count = type.endsWith('Percent') ? (values.numbers.length * rank) / 100 : rank;
  const limit = values.ranked(count, type.startsWith('Top'));
  if (limit === undefined) return false;
  return type.startsWith('Top') ? value >= limit : value <= limit;
}

/** Whether one of Excel's ready-made criteria holds: { criterion }. */
export function holdsPreset(rule: Rule, value: CellValue, context: RuleContext): boolean {
  const criterion = String(rule.criterion);
  const isBlank = value === null || (typeof value === 'string' && value.trim() === '');
  switch (criterion) {
    case 'Blanks':
      return isBlank;
    case 'NonBlanks':
      return !isBlank;
    case 'Errors':
      return value instanceof CellError;
    case 'NonErrors':
      return !(value instanceof CellError);
    case 'UniqueValues':
      return value !== null && context.values.count(value) === 1;
    case 'DuplicateValues':
      return value !== null && context.values.count(value) > 1;
    default:
      if (typeof value !== 'number') return false;
      return criterion.endsWith('Average')
        ? holdsAverage(criterion, value, context.values)
        : holdsDate(criterion, Math.floor(value), context.today());
  }
}

const DEVIATIONS: Readonly<Record<string, number>> = { One: 1, Two: 2, Three: 3 };

function holdsAverage(criterion: string, value: number, values: RangeValues): boolean {
  const deviations = DEVIATIONS[/^(One|Two|Three)/.exec(criterion)?.[0] ?? ''] ?? 0;
  const isAbove = criterion.includes('Above');
  const limit = values.level(isAbove ? deviations : -deviations);
  const mayEqual = criterion.startsWith('EqualOr');
  if (value === limit) return mayEqual;
  return isAbove ? value > limit : value < limit;
}

/** Criteria of dates: weeks begin on Sunday, as in Excel's rules. */
function holdsDate(criterion: string, day: number, today: number): boolean {
  const weekStart = today - ((today - 1) % 7);
  const months = monthIndex(day) - monthIndex(today);
  switch (criterion) {
    case 'Yesterday':
      return day === today - 1;
    case 'Today':
      return day === today;
    case 'Tomorrow':
      return day === today + 1;
    case 'LastSevenDays':
      return day > today - 7 && day <= today;
    case 'LastWeek':
      return day >= weekStart - 7 && day < weekStart;
    case 'ThisWeek':
      return day >= weekStart && day < weekStart + 7;
    case 'NextWeek':
      return day >= weekStart + 7 && day < weekStart + 14;
    case 'LastMonth':
      return months === -1;
    case 'ThisMonth':
      return months === 0;
    case 'NextMonth':
      return months === 1;
    default:
      return false;
  }
}

/** Months since year 0 of a serial day of the 1900 system. */
function monthIndex(day: number): number {
  const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

type Plain = Exclude<CellValue, CellError>;

/** Excel's order: numbers, texts, logical values; an empty cell is 0 beside a number and '' beside a text. */
function compare(a: Plain, b: Plain): number {
  const left = a ?? (typeof b === 'string' ? '' : 0);
  const right = b ?? (typeof a === 'string' ? '' : 0);
  const kinds = kindOf(left) - kindOf(right);
  if (kinds !== 0) return kinds;
  const [x, y] = typeof left === 'string' ? [left.toLowerCase(), String(right).toLowerCase()] : [left, right];
  return x < y ? -1 : x > y ? 1 : 0;
}

function kindOf(value: number | string | boolean): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}
