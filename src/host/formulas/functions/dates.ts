import { isDateFormat } from 'numfmt';
import type { CellError } from '../../model/cell';
import type { Context } from '../context';
import { readTyped } from '../display';
import type { FunctionDefinition } from '../define';
import { define } from '../define';
import type { Civil } from '../serial';
import { daysInMonth, toCivil, toSerial, weekdayFromMonday } from '../serial';
import { ERRORS } from '../values';
import { days360, yearFraction } from './day-count';

function ofCivil(name: string, part: (date: Civil) => number): FunctionDefinition {
  return define(name, ['number'], ([serial], { engine }) => {
    const date = toCivil(serial, engine.dateSystem);
    return date ? part(date) : ERRORS.num;
  });
}

/** Parts of the time of day, to the nearest second. */
function ofTime(name: string, part: (seconds: number) => number): FunctionDefinition {
  return define(name, ['number'], ([serial]) => {
    if (serial < 0) return ERRORS.num;
    return part(Math.round((serial - Math.floor(serial)) * 86_400) % 86_400);
  });
}

function dateOf(year: number, month: number, day: number, { engine }: Context): number | CellError {
  const y = Math.trunc(year);
  if (y < 0 || y > 9999) return ERRORS.num;
  const full = y < 1900 ? y + 1900 : y;
  return toSerial(full, Math.trunc(month), Math.trunc(day), engine.dateSystem) ?? ERRORS.num;
}

/** The same day some months on, or the month's last. */
function addMonths(serial: number, months: number, lastDay: boolean, { engine }: Context): number | CellError {
  const date = toCivil(serial, engine.dateSystem);
  if (!date) return ERRORS.num;
  const total = date.year * 12 + date.month - 1 + Math.trunc(months);
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const last = daysInMonth(year, month);
  return toSerial(year, month, lastDay ? last : Math.min(date.day, last), engine.dateSystem) ?? ERRORS.num;
}

/** First day of the week by WEEKNUM's and WEEKDAY's codes: 0 Monday … 6 Sunday; undefined for no code. */
function firstWeekday(code: number): number | undefined {
  if (code === 1 || code === 17) return 6;
  if (code === 2 || code === 11) return 0;
  return code >= 12 && code <= 16 ? code - 11 : undefined;
}

function weekday(serial: number, code: number, context: Context): number | CellError {
  if (!toCivil(serial, context.engine.dateSystem)) return ERRORS.num;
  const day = weekdayFromMonday(serial, context.engine.dateSystem);
  if (code === 3) return day;
  const first = firstWeekday(code);
  return first === undefined ? ERRORS.num : ((day - first + 7) % 7) + 1;
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function isoWeek(serial: number, { engine }: Context): number | CellError {
  const thursday = Math.floor(serial) - weekdayFromMonday(serial, engine.dateSystem) + 3;
  const year = toCivil(thursday, engine.dateSystem)?.year;
  const first = year === undefined ? undefined : toSerial(year, 1, 1, engine.dateSystem);
  return first === undefined ? ERRORS.num : Math.floor((thursday - first) / 7) + 1;
}

function weekNumber(serial: number, code: number, context: Context): number | CellError {
  if (code === 21) return isoWeek(serial, context);
  const system = context.engine.dateSystem;
  const first = firstWeekday(code);
  const year = toCivil(serial, system)?.year;
  const newYear = year === undefined ? undefined : toSerial(year, 1, 1, system);
  if (first === undefined || newYear === undefined) return ERRORS.num;
  const daysBefore = (weekdayFromMonday(newYear, system) - first + 7) % 7;
  return Math.floor((Math.floor(serial) - newYear + daysBefore) / 7) + 1;
}

/** DATEDIF: whole years, months or days between two dates, and what is left of them. */
function dateDifference(from: number, to: number, unit: string, context: Context): number | CellError {
  const system = context.engine.dateSystem;
  const a = toCivil(from, system);
  const b = toCivil(to, system);
  if (!a || !b || Math.floor(from) > Math.floor(to)) return ERRORS.num;
  const months = (b.year - a.year) * 12 + b.month - a.month - Number(b.day < a.day);
  switch (unit.toUpperCase()) {
    case 'D':
      return Math.floor(to) - Math.floor(from);
    case 'M':
      return months;
    case 'Y':
      return Math.floor(months / 12);
    case 'YM':
      return months % 12;
    case 'MD': {
      if (b.day >= a.day) return b.day - a.day;
      const start = toSerial(b.year, b.month - 1, a.day, system);
      return start === undefined ? ERRORS.num : Math.floor(to) - start;
    }
    case 'YD': {
      const start = toSerial(
        b.year - Number(b.month < a.month || (b.month === a.month && b.day < a.day)),
        a.month,
        a.day,
        system,
      );
      return start === undefined ? ERRORS.num : Math.floor(to) - start;
    }
    default:
      return ERRORS.num;
  }
}

/** Local date and time of the clock as a serial number. */
function clockSerial({ engine }: Context): number | CellError {
  const now = new Date(engine.now());
  const day = toSerial(now.getFullYear(), now.getMonth() + 1, now.getDate(), engine.dateSystem);
  if (day === undefined) return ERRORS.num;
  const seconds = now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds() + now.getMilliseconds() / 1000;
  return day + seconds / 86_400;
}

function readDateText(text: string, { engine }: Context): number | CellError {
  const { value, numberFormat } = readTyped(text, engine.culture, engine.dateSystem);
  return typeof value === 'number' && numberFormat !== undefined && isDateFormat(numberFormat) ? value : ERRORS.value;
}

export const DATE_FUNCTIONS: readonly FunctionDefinition[] = [
  define('DATE', ['number', 'number', 'number'], ([year, month, day], context) => dateOf(year, month, day, context)),
  ofCivil('YEAR', (date) => date.year),
  ofCivil('MONTH', (date) => date.month),
  ofCivil('DAY', (date) => date.day),
  define('TIME', ['number', 'number', 'number'], ([hours, minutes, seconds]) => {
    const total = Math.trunc(hours) * 3600 + Math.trunc(minutes) * 60 + Math.trunc(seconds);
    return total < 0 ? ERRORS.num : (total / 86_400) % 1;
  }),
  ofTime('HOUR', (seconds) => Math.floor(seconds / 3600)),
  ofTime('MINUTE', (seconds) => Math.floor(seconds / 60) % 60),
  ofTime('SECOND', (seconds) => seconds % 60),
  define('TODAY', [], (_args, context) => {
    const now = clockSerial(context);
    return typeof now === 'number' ? Math.floor(now) : now;
  }),
  define('NOW', [], (_args, context) => clockSerial(context)),
  define('EDATE', ['number', 'number'], ([serial, months], context) => addMonths(serial, months, false, context)),
  define('EOMONTH', ['number', 'number'], ([serial, months], context) => addMonths(serial, months, true, context)),
  define('DAYS', ['number', 'number'], ([to, from]) => Math.floor(to) - Math.floor(from)),
  define('DAYS360', ['number', 'number', 'logical?'], ([from, to, european = false], { engine }) => {
    const a = toCivil(from, engine.dateSystem);
    const b = toCivil(to, engine.dateSystem);
    return a && b ? days360(a, b, european ? 'european' : 'excel') : ERRORS.num;
  }),
  define('YEARFRAC', ['number', 'number', 'number?'], ([from, to, basis = 0], { engine }) =>
    yearFraction(from, to, Math.trunc(basis), engine.dateSystem),
  ),
  define('WEEKDAY', ['number', 'number?'], ([serial, code = 1], context) => weekday(serial, Math.trunc(code), context)),
  define('WEEKNUM', ['number', 'number?'], ([serial, code = 1], context) =>
    weekNumber(serial, Math.trunc(code), context),
  ),
  define('ISOWEEKNUM', ['number'], ([serial], context) => isoWeek(serial, context)),
  define('DATEDIF', ['number', 'number', 'text'], ([from, to, unit], context) =>
    dateDifference(from, to, unit, context),
  ),
  define('DATEVALUE', ['text'], ([text], context) => {
    const serial = readDateText(text, context);
    return typeof serial === 'number' ? Math.floor(serial) : serial;
  }),
  define('TIMEVALUE', ['text'], ([text], context) => {
    const serial = readDateText(text, context);
    return typeof serial === 'number' ? serial - Math.floor(serial) : serial;
  }),
];
