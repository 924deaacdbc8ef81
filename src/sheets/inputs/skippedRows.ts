import { isBlank, textOf } from './cells';
import { matchKey } from './match';
import type { RawValue } from './raw';

/** Words with which a total row begins, in both languages. */
const TOTAL_WORDS = /^\s*(?:grand\s+)?(?:total[ei]?|totals|somma|sum|complessivo)\b/iu;
const SUBTOTAL = /^\s*sub[\s-]?total[ei]?s?\b/iu;

/** Whole cells that say total and nothing else. */
const TOTALS = new Set(
  [
    'Total',
    'Totals',
    'Grand total',
    'Subtotal',
    'Sub-total',
    'Totale',
    'Totali',
    'Totale generale',
    'Totale complessivo',
    'Subtotale',
    'Sub-totale',
    'Somma',
    'Sum',
  ].map(matchKey),
);

/**
 * Whether a row's label, its first cell of text, is or begins with a word for total. ('Subtotal …' is nothing else in any table.)
 *
 * @example isTotalRow(['', 'Totale Nord', 1200], 'begins') //=> true
 */
export function isTotalRow(row: readonly RawValue[], how: 'is' | 'begins'): boolean {
  const label = row.find((cell) => typeof cell === 'string' && !isBlank(cell));
  if (typeof label !== 'string') return false;
  if (SUBTOTAL.test(label)) return true;
  return TOTAL_WORDS.test(label) && (how === 'begins' || TOTALS.has(matchKey(label)));
}

/** Whether a row is a heading inside the list: one filled cell, of text (merged cells keep their text in the first one). */
export function isTitleRow(row: readonly RawValue[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  const [only] = filled;
  return filled.length === 1 && typeof only === 'string' && /\p{L}/u.test(textOf(only));
}
