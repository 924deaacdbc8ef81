import { isBlank, textOf } from './cells';
import { matchKey } from './match';
import type { RawValue } from './raw';

/** Words with which a total or subtotal row begins, in both languages. */
const TOTAL_WORDS = /^\s*(?:grand\s*|sub[\s-]*)?(?:total[ei]?|totals)\b|^\s*(?:somma|sum|complessivo)\b/iu;

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
 * Whether a row is a total or subtotal of others: one of its text cells begins with such a word.
 *
 * @param exactly Ask for a cell that says nothing but the word.
 * @example isTotalRow(['Totale Nord', '', 1200], false) //=> true
 */
export function isTotalRow(row: readonly RawValue[], exactly: boolean): boolean {
  return row.some(
    (cell) =>
      typeof cell === 'string' && cell !== '' && (TOTALS.has(matchKey(cell)) || (!exactly && TOTAL_WORDS.test(cell))),
  );
}

/** Whether a row is a heading inside the list: one filled cell, of text (merged cells keep their text in the first one). */
export function isTitleRow(row: readonly RawValue[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  const [only] = filled;
  return filled.length === 1 && typeof only === 'string' && /\p{L}/u.test(textOf(only));
}
