import { columnLetters } from '../model/address';
import { isWholeColumns, isWholeRows } from '../model/area';
import type { Area } from '../model/cell';
import { MAX_COLUMNS, MAX_ROWS } from '../model/cell';

export const rowCount = (area: Area) => area.bottom - area.top + 1;
export const columnCount = (area: Area) => area.right - area.left + 1;
export const cellCount = (area: Area) => rowCount(area) * columnCount(area);

/** A1 text of an area without the sheet: 'B2', 'B2:C9', 'B:C', '2:9'. */
export function formatArea(area: Area, absolute = false): string {
  const d = absolute ? '$' : '';
  if (isWholeColumns(area)) return `${d}${columnLetters(area.left)}:${d}${columnLetters(area.right)}`;
  if (isWholeRows(area)) return `${d}${area.top + 1}:${d}${area.bottom + 1}`;
  const first = `${d}${columnLetters(area.left)}${d}${area.top + 1}`;
  if (cellCount(area) === 1) return first;
  return `${first}:${d}${columnLetters(area.right)}${d}${area.bottom + 1}`;
}

/** A reference split into its sheet (undefined when not given) and the rest; undefined when it is badly quoted. */
export function splitReference(text: string): { sheet?: string; rest: string } | undefined {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted?.[1] !== undefined && quoted[2] !== undefined)
    return { sheet: quoted[1].replaceAll("''", "'"), rest: quoted[2] };
  const plain = /^([^'!]+)!(.*)$/s.exec(text);
  if (plain?.[1] !== undefined && plain[2] !== undefined) return { sheet: plain[1], rest: plain[2] };
  return text.includes('!') ? undefined : { rest: text };
}

/** The smallest area that holds both. */
export function bound(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** False when a corner lies outside the sheet. */
export function isOnSheet(area: Area): boolean {
  return (
    area.top >= 0 &&
    area.left >= 0 &&
    area.bottom < MAX_ROWS &&
    area.right < MAX_COLUMNS &&
    area.top <= area.bottom &&
    area.left <= area.right
  );
}
