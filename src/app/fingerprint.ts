import type { RawWorkbook } from '../sheets/inputs/raw';

/**
 * A fingerprint of everything read from the workbook: the same inputs give the same twelve hexadecimal digits, any change gives others.
 * The first 48 bits of SHA-256 over the names, places and values of all input ranges.
 */
export async function fingerprintOf(raw: RawWorkbook): Promise<string> {
  const text = JSON.stringify([
    raw.dateSystem,
    raw.ranges.map(({ sheet, table, row, column, values }) => [sheet, table, row, column, values]),
  ]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest.slice(0, 6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
