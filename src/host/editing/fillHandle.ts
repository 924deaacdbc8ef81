import type { Area } from '../model/cell';
import type { CellPlace } from './move';

/**
 * The cells that a selection dragged by its fill handle fills, those of the selection included: along the way it was dragged
 * farther; undefined while the pointer is over the selection itself.
 * @example fillArea({ top: 0, left: 0, bottom: 1, right: 0 }, { row: 4, column: 1 }) //=> { top: 0, left: 0, bottom: 4, right: 0 }
 */
export function fillArea(selection: Area, { row, column }: CellPlace): Area | undefined {
  const { top, left, bottom, right } = selection;
  const beyond = (at: number, first: number, last: number) => Math.max(at - last, first - at, 0);
  const [down, across] = [beyond(row, top, bottom), beyond(column, left, right)];
  if (down === 0 && across === 0) return undefined;
  return down >= across
    ? { top: Math.min(top, row), left, bottom: Math.max(bottom, row), right }
    : { top, left: Math.min(left, column), bottom, right: Math.max(right, column) };
}
