import { CellError } from '../../model/cell';
import type { Context } from '../context';
import { toNumber } from '../convert';
import type { FunctionDefinition } from '../define';
import { define, dereference } from '../define';
import { toCivil, weekdayFromMonday } from '../serial';
import type { Value } from '../values';
import { ERRORS, Matrix } from '../values';
import { visitValues } from './numbers';

/** Per weekday from Monday: whether one works. */
type WorkingWeek = readonly boolean[];

/** Saturday and Sunday off. */
const PLAIN_WEEK: WorkingWeek = [true, true, true, true, true, false, false];

/** Weekend codes 1–7 (two days, from Saturday and Sunday on) and 11–17 (one day, from Sunday on), or "0000011". */
function readWeekend(weekend: Value | undefined, context: Context): WorkingWeek | CellError {
  if (weekend === undefined || weekend === null) return PLAIN_WEEK;
  const plain = dereference(weekend, context);
  const value = plain instanceof Matrix ? plain.at(0, 0) : plain;
  if (typeof value === 'string' && /^[01]{7}$/.test(value)) return [...value].map((c) => c === '0');
  if (typeof value === 'string') return ERRORS.value;
  const code = toNumber(value, context.engine);
  if (code instanceof CellError) return code;
  const number = Math.trunc(code);
  if (number >= 1 && number <= 7) {
    const first = (number + 4) % 7;
    return PLAIN_WEEK.map((_works, day) => day !== first && day !== (first + 1) % 7);
  }
  if (number >= 11 && number <= 17) return PLAIN_WEEK.map((_works, day) => day !== (number - 11 + 6) % 7);
  return ERRORS.num;
}

function readHolidays(holidays: Value | undefined, context: Context): Set<number> | CellError {
  const days = new Set<number>();
  if (holidays === undefined || holidays === null) return days;
  let error: CellError | undefined;
  visitValues([holidays], context, (value) => {
    if (value === null || value === '') return;
    const day = toNumber(value, context.engine);
    if (day instanceof CellError) error ??= day;
    else days.add(Math.floor(day));
  });
  return error ?? days;
}

function isWorking(day: number, week: WorkingWeek, holidays: ReadonlySet<number>, context: Context): boolean {
  return week[weekdayFromMonday(day, context.engine.dateSystem)] === true && !holidays.has(day);
}

/** Working days from one date to another, both included; negative backwards. */
function countWorkdays(
  start: number,
  end: number,
  weekend: Value | undefined,
  holidays: Value | undefined,
  context: Context,
): number | CellError {
  const week = readWeekend(weekend, context);
  if (week instanceof CellError) return week;
  const free = readHolidays(holidays, context);
  if (free instanceof CellError) return free;
  const { dateSystem } = context.engine;
  if (!toCivil(start, dateSystem) || !toCivil(end, dateSystem)) return ERRORS.num;
  const [low, high] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  const weeks = Math.floor((high - low + 1) / 7);
  let count = weeks * week.filter(Boolean).length;
  for (let day = low + weeks * 7; day <= high; day++) count += Number(isWorking(day, week, new Set(), context));
  for (const day of free) count -= Number(day >= low && day <= high && isWorking(day, week, new Set(), context));
  return start > end ? -count || 0 : count;
}

/** The date that is some working days away. */
function addWorkdays(
  start: number,
  days: number,
  weekend: Value | undefined,
  holidays: Value | undefined,
  context: Context,
): number | CellError {
  const week = readWeekend(weekend, context);
  if (week instanceof CellError) return week;
  if (!week.includes(true)) return ERRORS.value;
  const free = readHolidays(holidays, context);
  if (free instanceof CellError) return free;
  const step = days < 0 ? -1 : 1;
  let day = Math.floor(start);
  let left = Math.abs(Math.trunc(days));
  while (left > 0) {
    day += step;
    if (!toCivil(day, context.engine.dateSystem)) return ERRORS.num;
    if (isWorking(day, week, free, context)) left--;
  }
  return toCivil(day, context.engine.dateSystem) ? day : ERRORS.num;
}

export const WORKDAY_FUNCTIONS: readonly FunctionDefinition[] = [
  define('NETWORKDAYS', ['number', 'number', 'any?'], ([start, end, holidays], context) =>
    countWorkdays(start, end, undefined, holidays, context),
  ),
  define('NETWORKDAYS.INTL', ['number', 'number', 'any?', 'any?'], ([start, end, weekend, holidays], context) =>
    countWorkdays(start, end, weekend, holidays, context),
  ),
  define('WORKDAY', ['number', 'number', 'any?'], ([start, days, holidays], context) =>
    addWorkdays(start, days, undefined, holidays, context),
  ),
  define('WORKDAY.INTL', ['number', 'number', 'any?', 'any?'], ([start, days, weekend, holidays], context) =>
    addWorkdays(start, days, weekend, holidays, context),
  ),
];
