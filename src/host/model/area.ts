import type { Area } from './cell';
import { MAX_COLUMNS, MAX_ROWS } from './cell';
import type { Shift } from './change';

/** The cells two areas share; undefined when none. */
export function intersectAreas(a: Area, b: Area): Area | undefined {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}

/** Whether the first area holds every cell of the second. */
export function containsArea(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

/** Whether two areas are the same rectangle. */
export function areasEqual(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** Parts of the first area that the second does not cover: up to four rectangles, from the top down. */
export function subtractArea(from: Area, taken: Area): Area[] {
  const shared = intersectAreas(from, taken);
  if (!shared) return [from];
  const rest: Area[] = [];
  if (from.top < shared.top) rest.push({ ...from, bottom: shared.top - 1 });
  if (from.left < shared.left) rest.push({ ...shared, left: from.left, right: shared.left - 1 });
  if (from.right > shared.right) rest.push({ ...shared, left: shared.right + 1, right: from.right });
  if (from.bottom > shared.bottom) rest.push({ ...from, top: shared.bottom + 1 });
  return rest;
}

/** Whether the area is whole rows of the sheet. */
export function isWholeRows(area: Area): boolean {
  return area.left === 0 && area.right === MAX_COLUMNS - 1;
}

/** Whether the area is whole columns of the sheet. */
export function isWholeColumns(area: Area): boolean {
  return area.top === 0 && area.bottom === MAX_ROWS - 1;
}

/**
 * Where a stretch of rows (or columns) goes when others come or leave.
 *
 * @param first,last the stretch, both inside.
 * @param from first row that came or left; `count` how many; `remove` whether they left.
 * @returns the stretch after it; undefined when it is gone. Insertions inside it make it longer.
 * @example shiftStretch(2, 5, 4, 2, false) //=> [2, 7]
 */
export function shiftStretch(
  first: number,
  last: number,
  from: number,
  count: number,
  remove: boolean,
): [number, number] | undefined {
  if (!remove) return first >= from ? [first + count, last + count] : [first, last >= from ? last + count : last];
  const to = from + count - 1;
  const newFirst = first > to ? first - count : Math.min(first, from);
  const newLast = last > to ? last - count : Math.min(last, from - 1);
  return newFirst <= newLast ? [newFirst, newLast] : undefined;
}

/**
 * Where areas go when cells come or leave. An area that lies only partly in the columns (or rows) that move is split:
 * the part beside them stays.
 */
export function shiftAreas(areas: readonly Area[], changed: Area, shift: Shift): Area[] {
  return areas.flatMap((area) => shiftArea(area, changed, shift));
}

function shiftArea(area: Area, changed: Area, shift: Shift): Area[] {
  const vertical = shift === 'down' || shift === 'up';
  const band: Area = vertical
    ? { top: 0, bottom: MAX_ROWS - 1, left: changed.left, right: changed.right }
    : { top: changed.top, bottom: changed.bottom, left: 0, right: MAX_COLUMNS - 1 };
  const inside = intersectAreas(area, band);
  const touched = inside && (vertical ? inside.bottom >= changed.top : inside.right >= changed.left);
  if (!touched) return [area];
  const moved = shiftInBand(inside, changed, shift);
  return [...(moved ? [moved] : []), ...subtractArea(area, band)];
}

/** Where an area goes that lies wholly in the moving columns (or rows); undefined when it is gone. Cut at the sheet's end. */
export function shiftInBand(area: Area, changed: Area, shift: Shift): Area | undefined {
  const remove = shift === 'up' || shift === 'left';
  if (shift === 'down' || shift === 'up') {
    const rows = changed.bottom - changed.top + 1;
    const stretch = shiftStretch(area.top, area.bottom, changed.top, rows, remove);
    if (!stretch || stretch[0] >= MAX_ROWS) return undefined;
    // Whole columns stay whole columns.
    const whole = isWholeColumns(area);
    return { ...area, top: whole ? 0 : stretch[0], bottom: whole ? MAX_ROWS - 1 : Math.min(stretch[1], MAX_ROWS - 1) };
  }
  const columns = changed.right - changed.left + 1;
  const stretch = shiftStretch(area.left, area.right, changed.left, columns, remove);
  if (!stretch || stretch[0] >= MAX_COLUMNS) return undefined;
  const whole = isWholeRows(area);
  return {
    ...area,
    left: whole ? 0 : stretch[0],
    right: whole ? MAX_COLUMNS - 1 : Math.min(stretch[1], MAX_COLUMNS - 1),
  };
}
