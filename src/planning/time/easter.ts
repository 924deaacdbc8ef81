import type { Day } from '../units';
import { dayOf } from './civil';

/**
 * Easter Sunday of the Gregorian calendar.
 *
 * @param year 1900..9999.
 * @example easterSunday(2026) //=> 5 April 2026
 * @see Meeus, Astronomical Algorithms, ch. 8 (the anonymous Gregorian algorithm of Jones and Butcher).
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const exception = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const monthAndDay = epact + weekday - 7 * exception + 114;
  return dayOf(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}
