import { dayOf } from '../../planning/time/civil';
import type { Day } from '../../planning/units';
import type { ColumnReading } from './columnReading';
import { parseDateText } from './dateText';
import { matchKey } from './match';
import { parseNumberText } from './numberText';
import type { RawValue } from './raw';

/** A cell that cannot be read as its column's type: the code of the issue, and what its message says. */
export class BadCell {
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>>,
  ) {}
}

/** How cells of one type are read. `read` never sees blanks or error values. */
export interface CellType<T> {
  readonly name: 'text' | 'number' | 'fraction' | 'date' | 'choice' | 'other';
  /** Words to offer in a list, in both languages. */
  readonly choices?: readonly Choice<string>[];
  /** Least value allowed, for validation of what people type. */
  readonly minimum?: number;
  read(value: RawValue, column: ColumnReading): T | BadCell;
}

/** An enumerated value: its canonical English name, the Italian one, and further words for it. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly it: string;
  readonly synonyms?: readonly string[];
}

/** Excel's error values, in English and as an Italian Excel writes them in exported text. */
const ERRORS = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#BUSY!',
  '#GETTING_DATA',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#NULLO!',
  '#VALORE!',
  '#RIF!',
  '#NOME?',
  '#N/D',
]);

/** Whether a cell holds an Excel error (#N/A, #DIV/0! …) in place of a value. */
export function isErrorValue(value: RawValue): value is string {
  return typeof value === 'string' && value.startsWith('#') && ERRORS.has(value.trim().toUpperCase());
}

/** Whether a cell counts as blank: empty, or nothing but spaces. */
export function isBlank(value: RawValue | undefined): boolean {
  return value === undefined || value === '' || (typeof value === 'string' && value.trim() === '');
}

/** A cell as text: surplus spaces taken off, numbers and booleans as Excel would type them. */
export function textOf(value: RawValue): string {
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : String(value).toUpperCase();
}

/** Any text; numbers (ids, years in names) become text. */
export const TEXT: CellType<string> = { name: 'text', read: textOf };

/** The cell as it is, for tables whose values have different types (Settings). */
export const ANY: CellType<RawValue> = { name: 'other', read: (value) => value };

/** Bounds of a number, both inside. */
export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A number, or text that reads as one in the workbook's format, within bounds. */
export function number(bounds: Bounds = {}): CellType<number> {
  return {
    name: 'number',
    ...(bounds.minimum !== undefined && { minimum: bounds.minimum }),
    read(value, column) {
      const read = readNumber(value, column);
      return read instanceof BadCell ? read : checkBounds(read, bounds);
    },
  };
}

/** A whole number within bounds. */
export function integer(bounds: Bounds = {}): CellType<number> {
  return {
    ...number(bounds),
    read(value, column) {
      const read = readNumber(value, column);
      if (read instanceof BadCell) return read;
      return Number.isInteger(read) ? checkBounds(read, bounds) : new BadCell('not-whole', { value: read });
    },
  };
}

/** A fiscal year: 2027, or text such as 'FY2027', 'FY 27', 'Esercizio 2027'. */
export const YEAR: CellType<number> = {
  name: 'number',
  read(value, column) {
    const tagged = typeof value === 'string' ? /^\s*[\p{L}. ]+\s*(\d{4}|\d{2})\s*$/u.exec(value)?.[1] : undefined;
    const year =
      tagged === undefined ? readNumber(value, column) : Number(tagged.length === 2 ? `20${tagged}` : tagged);
    if (year instanceof BadCell) return year;
    const isYear = Number.isInteger(year) && year >= 1990 && year <= 2200;
    return isYear ? year : new BadCell('not-a-year', { value: year });
  },
};

/** A fraction 0..1 from 0.25, '25 %', or 25 where the whole column is written in points of percent. */
export const FRACTION: CellType<number> = {
  name: 'fraction',
  read(value, column) {
    const percentText = typeof value === 'string' && value.includes('%');
    const read = readNumber(value, column);
    if (read instanceof BadCell) return read;
    const inPoints = !percentText && (column.percentPoints || read > 1);
    const fraction = inPoints ? read / 100 : read;
    if (fraction < 0 || fraction > 1) return new BadCell('not-a-fraction', { value: fraction });
    if (inPoints) column.note('percent-points', 'warning', { text: read, percent: read });
    return fraction;
  },
};

/** A number of months, or the name of a row of Profiles. */
export const MONTHS_OR_PROFILE: CellType<number | string> = {
  name: 'other',
  read(value, column) {
    if (typeof value === 'number') return checkBounds(value, { minimum: 0 });
    const read = parseNumberText(String(value), column.decimal);
    return read ? checkBounds(read.value, { minimum: 0 }) : textOf(value);
  },
};

/** A day: an Excel serial of the workbook's date system, or text in ISO or the column's order. */
export const DATE: CellType<Day> = {
  name: 'date',
  read: (value, column) => readDay(value, column),
};

/** One of a few words, matched without case, accents, spaces and punctuation, in either language. */
export function choice<V extends string>(choices: readonly Choice<V>[]): CellType<V> {
  const byKey = new Map<string, V>();
  for (const { value, it, synonyms = [] } of choices)
    for (const word of [value, it, ...synonyms]) byKey.set(matchKey(word), value);
  return {
    name: 'choice',
    choices,
    read(value) {
      const found = byKey.get(matchKey(String(value)));
      return found ?? new BadCell('not-a-choice', { value: textOf(value) });
    },
  };
}

/** Reads a cell as a number, noting numbers kept as text. */
export function readNumber(value: RawValue, column: ColumnReading): number | BadCell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : new BadCell('not-a-number', { value });
  if (typeof value === 'boolean') return new BadCell('not-a-number', { value: textOf(value) });
  const read = parseNumberText(value, column.decimal);
  if (!read) return new BadCell('not-a-number', { value: textOf(value) });
  // "1.234" where the point marks decimals: a cell Excel would have made a number, had it been one.
  const doubtful = read.ambiguous && !column.decimalSettled && value.includes(column.decimal);
  if (doubtful) column.note('number-ambiguous', 'warning', { text: textOf(value), value: read.value });
  else if (read.percent) column.note('percent-as-text', 'info', { text: textOf(value), value: read.value });
  else column.note('number-as-text', 'info', { text: textOf(value), value: read.value });
  return read.value;
}

/** 1 January 1950 and 31 December 2199: a serial outside is a year or a quantity in the wrong column. */
const FIRST_DAY = 18_264;
const LAST_DAY = 109_574;
/** Days from the 1904 system's zero to the 1900 system's. */
const SHIFT_1904 = 1462;

/** Reads a cell as a day, noting dates kept as text and the reading of ambiguous ones. */
export function readDay(value: RawValue, column: ColumnReading): Day | BadCell {
  if (typeof value === 'boolean') return new BadCell('not-a-date', { value: textOf(value) });
  if (typeof value === 'number') {
    const compact = compactDay(value);
    if (compact !== undefined) return compact;
    const day = Math.floor(value) + (column.dateSystem === 1904 ? SHIFT_1904 : 0);
    return withinReason(day, value);
  }
  const read = parseDateText(value, column.dateOrder);
  if (read.kind === 'impossible') return new BadCell('date-impossible', { value: textOf(value) });
  if (read.kind === 'none') return new BadCell('not-a-date', { value: textOf(value) });
  const day = withinReason(read.day, textOf(value));
  if (day instanceof BadCell) return day;
  const asked = read.ambiguous && !column.dateOrderSettled;
  column.noteDay(asked ? 'date-ambiguous' : 'date-as-text', asked ? 'warning' : 'info', textOf(value), day);
  return day;
}

function withinReason(day: number, value: string | number): Day | BadCell {
  return day >= FIRST_DAY && day <= LAST_DAY ? (day as Day) : new BadCell('date-out-of-range', { value });
}

/** 20270131 as a number, as databases export it. */
function compactDay(value: number): Day | undefined {
  if (!Number.isInteger(value) || value < 19_500_101 || value > 21_991_231) return undefined;
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  if (month < 1 || month > 12 || day < 1) return undefined;
  const serial = dayOf(year, month, day);
  return dayOf(year, month + 1, 1) > serial ? serial : undefined;
}

function checkBounds(value: number, { minimum, maximum }: Bounds): number | BadCell {
  if (minimum === 0 && value < 0) return new BadCell('negative-value', { value });
  if (minimum !== undefined && value < minimum) return new BadCell('too-small', { value, minimum });
  if (maximum !== undefined && value > maximum) return new BadCell('too-large', { value, maximum });
  return value;
}
