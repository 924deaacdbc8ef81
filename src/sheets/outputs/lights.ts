import type { ConditionalFormatSpec, Rect } from '../spec';
import { a1, literal } from './grid';

/** From here a resource is busy; above 1 it is overloaded. */
const BUSY = 0.85;

/**
 * The traffic light of a rectangle of utilisations: red above 100 %, amber from 85 %, green where there is any load.
 *
 * @param labels Only rows that column A calls so; absent: all rows.
 */
export function utilisationLights(range: Rect, labels?: readonly string[]): readonly ConditionalFormatSpec[] {
  const cell = a1(range.row, range.column);
  const own = labels ? `OR(${labels.map((label) => `$A${range.row + 1}=${literal(label)}`).join(',')}),` : '';
  return [
    {
      kind: 'formula',
      range,
      formula: `=AND(${own}OR(${cell}="∞",AND(ISNUMBER(${cell}),${cell}>1.000001)))`,
      look: 'bad',
    },
    {
      kind: 'formula',
      range,
      formula: `=AND(${own}ISNUMBER(${cell}),${cell}>=${BUSY},${cell}<=1.000001)`,
      look: 'warn',
    },
    { kind: 'formula', range, formula: `=AND(${own}ISNUMBER(${cell}),${cell}>0,${cell}<${BUSY})`, look: 'good' },
  ];
}

/** Red where a row that column A calls so is above zero. */
export function overloadLight(range: Rect, label: string): ConditionalFormatSpec {
  const cell = a1(range.row, range.column);
  const formula = `=AND($A${range.row + 1}=${literal(label)},ISNUMBER(${cell}),${cell}>0.001)`;
  return { kind: 'formula', range, formula, look: 'bad' };
}

/** Red where a rectangle of differences does not read zero. */
export function mustBeZero(range: Rect, tolerance = 1e-6): ConditionalFormatSpec {
  const cell = a1(range.row, range.column);
  return { kind: 'formula', range, formula: `=AND(ISNUMBER(${cell}),ABS(${cell})>${tolerance})`, look: 'bad' };
}
