import type { ConditionalFormatSpec, Rect } from '../spec';
import { a1 } from './grid';

/** From here a resource is busy; above 1 it is overloaded. */
const BUSY = 0.85;

/** The traffic light of a rectangle of utilisations: red above 100 %, amber from 85 %, green where there is any load. */
export function utilisationLights(range: Rect): readonly ConditionalFormatSpec[] {
  const cell = a1(range.row, range.column);
  return [
    { kind: 'formula', range, formula: `=OR(${cell}="∞",AND(ISNUMBER(${cell}),${cell}>1.000001))`, look: 'bad' },
    { kind: 'formula', range, formula: `=AND(ISNUMBER(${cell}),${cell}>=${BUSY},${cell}<=1.000001)`, look: 'warn' },
    { kind: 'formula', range, formula: `=AND(ISNUMBER(${cell}),${cell}>0,${cell}<${BUSY})`, look: 'good' },
  ];
}

/** Red where a rectangle of differences does not read zero. */
export function mustBeZero(range: Rect, tolerance = 1e-6): ConditionalFormatSpec {
  const cell = a1(range.row, range.column);
  return { kind: 'formula', range, formula: `=AND(ISNUMBER(${cell}),ABS(${cell})>${tolerance})`, look: 'bad' };
}
