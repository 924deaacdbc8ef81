import type { Day } from '../planning/units';
import { FunctionError } from './errors';
import { readAll, readNumber } from './ranges';

/** 1 March 1900 and the last day Excel knows. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;
/** Days between the zero of the 1900 and of the 1904 date system. */
const DAYS_TO_1904 = 1462;

/** What is added to a date of the workbook to have a day. */
let shift = 0;

/** Tells the functions which date system the workbook has; a date in a cell is a bare number and does not say. */
export function countDatesFrom(system: 1900 | 1904): void {
  shift = system === 1904 ? DAYS_TO_1904 : 0;
}

/** A date as the cell shows it, in the workbook's date system. */
export function toCellDate(day: Day): number {
  return day - shift;
}

/** One date; a time of day is left out. */
export function readDay(value: unknown, name: string): Day {
  const number = Math.floor(readNumber(value, name)) + shift;
  if (number < FIRST_DAY || number > LAST_DAY)
    throw new FunctionError('#VALUE!', 'function.error.not-a-date', { name });
  return number as Day;
}

/** Every cell of a range as a day, in order; NaN where it is no date. */
export function readDays(range: unknown): number[] {
  return readAll(range).map((number) => {
    const day = Math.floor(number) + shift;
    return day >= FIRST_DAY && day <= LAST_DAY ? day : NaN;
  });
}
