import type { OutputKey } from '../sheets/spec';

/** Key of the worksheet custom property that marks a sheet as Cadenza's. */
export const MARK = 'cadenza.sheet';

/** What the mark of an output sheet remembers: what the sheet is, and the rectangle from A1 that is ours. */
export interface SheetMark {
  readonly key: OutputKey;
  readonly rows: number;
  readonly columns: number;
}

/** The mark as it is stored. */
export function printMark(mark: SheetMark): string {
  return JSON.stringify([mark.key, mark.rows, mark.columns]);
}

/** Reads a stored mark; undefined for text that is not one (somebody else's property of the same name). */
export function parseMark(text: string): SheetMark | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!Array.isArray(parsed)) return undefined;
    const [key, rows, columns] = parsed as unknown[];
    if (typeof key !== 'string' || typeof rows !== 'number' || typeof columns !== 'number') return undefined;
    return { key: key as OutputKey, rows, columns };
  } catch {
    return undefined;
  }
}
