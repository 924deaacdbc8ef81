import { dayOf, daysInMonth } from '../../planning/time/civil';
import type { Day } from '../../planning/units';
import type { DateOrder } from './culture';
import { matchKey } from './match';

/** A date found in text, or why there is none: it does not exist (31 April), or it is no date at all. */
export type DateText =
  | {
      readonly kind: 'day';
      readonly day: Day;
      /** Day and month could be exchanged ("03/04/2027"): the order in force decided. */
      readonly ambiguous: boolean;
    }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'none' };

const NONE: DateText = { kind: 'none' };
const IMPOSSIBLE: DateText = { kind: 'impossible' };

/** Time of day after a date is let go: planning knows whole days. */
const TIME = /[T\s,]+\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|[+-]\d{2}:?\d{2})?$/iu;
const YEAR_FIRST = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})\s*([-/. ])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const DAY_MONTH_NAME = /^(\d{1,2})[\s\-/.\u00b0\u00ba]*(?:of\s+|de\s+)?([\p{L}]{3,})[\s\-/.,]*(\d{4}|\d{2})$/iu;
const MONTH_NAME_DAY = /^([\p{L}]{3,})[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+(\d{4}|\d{2})$/iu;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|gio|ven|sab|dom)[\p{L}]*[,.\s]+(?=\d)/iu;

/** First three letters of each month's name, English and Italian. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  gen: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  mag: 5,
  jun: 6,
  giu: 6,
  jul: 7,
  lug: 7,
  aug: 8,
  ago: 8,
  sep: 9,
  set: 9,
  oct: 10,
  ott: 10,
  nov: 11,
  dec: 12,
  dic: 12,
};
const MONTH_NAMES: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
  'sept',
];

/**
 * Reads a date that was typed or exported as text: ISO, year first, names of months in English and Italian, or three numbers in
 * the given order. Where one order is impossible ("25/04/2027" by months) the other one is taken: the text settles it.
 *
 * @param order Which of day and month comes first where the text alone does not tell.
 * @example parseDateText('03/04/2027', 'dmy') //=> { kind: 'day', day: 46480 (3 April 2027), ambiguous: true }
 * @example parseDateText('31/04/2027', 'dmy') //=> { kind: 'impossible' }
 */
export function parseDateText(text: string, order: DateOrder): DateText {
  const trimmed = text.trim().replace(WEEKDAY, '').replace(TIME, '').trim();
  const yearFirst = YEAR_FIRST.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (yearFirst) {
    const [year, month, day] = [yearFirst[1], yearFirst.at(-2), yearFirst.at(-1)].map(Number);
    return dateOf(year ?? 0, month ?? 0, day ?? 0);
  }
  const yearLast = YEAR_LAST.exec(trimmed);
  if (yearLast) return numericDate(Number(yearLast[1]), Number(yearLast[3]), yearOf(yearLast[4] ?? ''), order);
  const dayName = DAY_MONTH_NAME.exec(trimmed);
  if (dayName) return namedDate(dayName[2] ?? '', Number(dayName[1]), yearOf(dayName[3] ?? ''));
  const nameDay = MONTH_NAME_DAY.exec(trimmed);
  if (nameDay) return namedDate(nameDay[1] ?? '', Number(nameDay[2]), yearOf(nameDay[3] ?? ''));
  return NONE;
}

/**
 * The order of day and month that a text settles by itself; undefined when it could be either, or is not of that shape.
 *
 * @example orderEvidence('25/04/2027') //=> 'dmy'
 * @example orderEvidence('03/04/2027') //=> undefined
 */
export function orderEvidence(text: string): 'dmy' | 'mdy' | undefined {
  const match = YEAR_LAST.exec(text.trim().replace(TIME, '').trim());
  if (!match) return undefined;
  const [first, second] = [Number(match[1]), Number(match[3])];
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return undefined;
}

function numericDate(first: number, second: number, year: number, order: DateOrder): DateText {
  if (first > 12 && second > 12) return IMPOSSIBLE;
  if (first > 12) return dateOf(year, second, first);
  if (second > 12) return dateOf(year, first, second);
  const date = order === 'mdy' ? dateOf(year, first, second) : dateOf(year, second, first);
  return date.kind === 'day' && first !== second ? { ...date, ambiguous: true } : date;
}

function namedDate(name: string, day: number, year: number): DateText {
  const key = matchKey(name);
  const isName = key.length === 3 || MONTH_NAMES.includes(key);
  const month = isName ? MONTHS[key.slice(0, 3)] : undefined;
  return month === undefined ? NONE : dateOf(year, month, day);
}

function dateOf(year: number, month: number, day: number): DateText {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { kind: 'day', day: dayOf(year, month, day), ambiguous: false } : IMPOSSIBLE;
}

/** Two digits are read as Excel reads them: 00–29 this century, 30–99 the last. */
function yearOf(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
}
