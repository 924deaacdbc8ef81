/**
 * The key under which a name typed by a person is compared: without case, accents and spaces, so that 'Linea  à' and 'linea A' are one.
 *
 * @example nameKey(' Società Nord ') //=> 'societanord'
 */
export function nameKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, '');
}

/**
 * Orders text by UTF-16 code units: the same order in every locale.
 *
 * @returns Negative, zero or positive, for `Array.sort`.
 * @example ['b', 'a', 'B'].sort(compareText) //=> ['B', 'a', 'b']
 */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
