/** Cyrillic, Greek and Latin letters and all digits count; accents, spaces and punctuation do not. */
const IGNORED = /[^\p{L}\p{N}]+/gu;
const ACCENTS = /\p{M}+/gu;
const keys = new Map<string, string>();
/** Enough for the distinct words of a large workbook; beyond it the memory starts afresh. */
const KEYS_KEPT = 20_000;

/**
 * What of a heading or an enumerated value counts when it is compared: letters and digits, without case or accents.
 *
 * @example matchKey('  Costo mod\u00e0lit\u00e0 (\u20ac) ') //=> 'costomodalita'
 */
export function matchKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = text.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(IGNORED, '');
  if (keys.size >= KEYS_KEPT) keys.clear();
  keys.set(text, key);
  return key;
}

/**
 * A heading's key without the unit or remark people put in brackets after it; the whole key when nothing is left.
 *
 * @example headingKey('Importo (EUR)') //=> 'importo'
 */
export function headingKey(heading: string): string {
  return matchKey(heading.replace(/[([{].*?[)\]}]/gu, ' ')) || matchKey(heading);
}

/**
 * The name among `known` that a mistyped one most likely means; undefined when none is near enough to suggest.
 *
 * Near enough is at most one edit in four letters, so that 'Vendtie' suggests 'Vendite' but 'Nord' not 'Sud'.
 *
 * @example nearestName('Vendtie', ['Vendite', 'Produzione']) //=> 'Vendite'
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  const wanted = matchKey(name);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 4)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, matchKey(candidate), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * Edits that turn one word into the other: letters added, dropped, replaced, or two neighbours exchanged (optimal string alignment);
 * `limit` as soon as it cannot be fewer.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let [before, previous]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? limit) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchange = exchanged ? (before[j - 2] ?? limit) + 1 : limit;
      current.push(Math.min(substitution, exchange, (previous[j] ?? limit) + 1, (current[j - 1] ?? limit) + 1));
    }
    if (Math.min(...current, ...previous) >= limit) return limit;
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? limit;
}
