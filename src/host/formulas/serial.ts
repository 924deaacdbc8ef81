/** A calendar date; `day` is 0 for serial 0 of the 1900 system. */
export interface Civil {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  readonly day: number;
}

/** 31 December 9999 in the 1900 system. */
export const MAX_SERIAL = 2_958_465;

/** Days between the zero of the 1900 and of the 1904 date system. */
const SYSTEM_OFFSET = 1462;

/** Serial of 1 January 1970 in the 1900 system. */
const UNIX_EPOCH = 25_569;

/** Days since 1970 of a proleptic Gregorian date (after H. Hinnant, "chrono-compatible low-level date algorithms"). */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): Civil {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/**
 * Serial number of the first of a month, months counting over the year's ends.
 * The 1900 system has a 29 February 1900 that never was, so that dates before it count one less.
 */
function serialOfMonth(year: number, month: number, system: 1900 | 1904): number {
  const months = year * 12 + (month - 1);
  const y = Math.floor(months / 12);
  const days = daysFromCivil(y, months - y * 12 + 1, 1) + UNIX_EPOCH;
  if (system === 1904) return days - SYSTEM_OFFSET;
  return days < 61 ? days - 1 : days;
}

/**
 * Serial number of a date; months and days count over the ends of years and months.
 * @param month 1..12 within the year, any other whole number beyond it
 * @returns the serial; undefined before the system's zero or after the year 9999
 * @example toSerial(2026, 1, 31, 1900) //=> 46053
 */
export function toSerial(year: number, month: number, day: number, system: 1900 | 1904): number | undefined {
  const serial = serialOfMonth(year, month, system) + day - 1;
  const last = system === 1904 ? MAX_SERIAL - SYSTEM_OFFSET : MAX_SERIAL;
  return serial >= 0 && serial <= last ? serial : undefined;
}

/**
 * Date of a serial number, the time of day left out.
 * @param serial 0 or more
 * @returns undefined for numbers that are no dates
 */
export function toCivil(serial: number, system: 1900 | 1904): Civil | undefined {
  const day = Math.floor(serial);
  if (!(day >= 0) || day > MAX_SERIAL) return undefined;
  if (system === 1904) return civilFromDays(day + SYSTEM_OFFSET - UNIX_EPOCH);
  if (day === 60) return { year: 1900, month: 2, day: 29 };
  if (day === 0) return { year: 1900, month: 1, day: 0 };
  return civilFromDays(day - UNIX_EPOCH + (day < 60 ? 1 : 0));
}

/** Day of the week of a serial: 0 Monday … 6 Sunday, as Excel counts (its first two months of 1900 are a day off). */
export function weekdayFromMonday(serial: number, system: 1900 | 1904): number {
  const day = Math.floor(serial) + (system === 1904 ? SYSTEM_OFFSET : 0);
  return (((day - 2) % 7) + 7) % 7;
}

/** Whether a year has a 29 February; Excel's 1900 does. */
export function isLeapYear(year: number): boolean {
  return year === 1900 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Days of a month, 1..12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
