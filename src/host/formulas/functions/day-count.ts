import type { CellError } from '../../model/cell';
import type { Civil } from '../serial';
import { daysInMonth, isLeapYear, toCivil } from '../serial';
import { ERRORS } from '../values';

function isEndOfFebruary(date: Civil): boolean {
  return date.month === 2 && date.day === daysInMonth(date.year, 2);
}

/**
 * Days between two dates in a year of 12 × 30 days.
 * @param method european; excel: DAYS360's US method; nasd: YEARFRAC's, which also treats the end of February as the 30th
 */
export function days360(from: Civil, to: Civil, method: 'european' | 'excel' | 'nasd'): number {
  let first = from.day;
  let last = to.day;
  if (method === 'european') {
    first = Math.min(first, 30);
    last = Math.min(last, 30);
  } else {
    if (method === 'nasd' && isEndOfFebruary(from) && isEndOfFebruary(to)) last = 30;
    if (isEndOfFebruary(from)) first = 30;
    if (last === 31 && first >= 30) last = 30;
    if (first === 31) first = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + (last - first);
}

/** Length of the year that Excel's actual/actual divides by. */
function averageYearLength(from: Civil, to: Civil): number {
  const withinAYear =
    from.year === to.year ||
    (from.year + 1 === to.year && (from.month > to.month || (from.month === to.month && from.day >= to.day)));
  if (!withinAYear) {
    let days = 0;
    for (let year = from.year; year <= to.year; year++) days += isLeapYear(year) ? 366 : 365;
    return days / (to.year - from.year + 1);
  }
  if (from.year === to.year) return isLeapYear(from.year) ? 366 : 365;
  const holdsLeapDay =
    (isLeapYear(from.year) && from.month <= 2) ||
    (isLeapYear(to.year) && (to.month > 2 || (to.month === 2 && to.day === 29)));
  return holdsLeapDay ? 366 : 365;
}

/**
 * YEARFRAC.
 * @param basis 0 US 30/360, 1 actual/actual, 2 actual/360, 3 actual/365, 4 European 30/360
 */
export function yearFraction(start: number, end: number, basis: number, system: 1900 | 1904): number | CellError {
  const low = Math.floor(Math.min(start, end));
  const high = Math.floor(Math.max(start, end));
  const from = toCivil(low, system);
  const to = toCivil(high, system);
  if (!from || !to) return ERRORS.num;
  switch (basis) {
    case 0:
      return days360(from, to, 'nasd') / 360;
    case 1:
      return (high - low) / averageYearLength(from, to);
    case 2:
      return (high - low) / 360;
    case 3:
      return (high - low) / 365;
    case 4:
      return days360(from, to, 'european') / 360;
    default:
      return ERRORS.num;
  }
}
