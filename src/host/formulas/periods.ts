import { toCivil, toSerial, weekdayFromMonday } from './serial';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Which days a dynamic filter means: 'Today', 'LastWeek', 'ThisQuarter', 'NextYear', 'YearToDate', 'AllDatesInPeriodMarch',
 * 'AllDatesInPeriodQuarter2' … Weeks begin on Sunday, as in Excel.
 *
 * @param today serial number of a day
 * @returns whether a serial belongs to it; undefined when the name is none of them
 */
export function periodOf(name: string, today: number, system: 1900 | 1904): ((serial: number) => boolean) | undefined {
  // The API itself writes "Februray".
  const period = /^AllDatesInPeriod(.+)$/.exec(name.replace('Februray', 'February'))?.[1];
  if (period !== undefined) return yearlyPeriod(period, system);
  const span = spanOf(name, today, system);
  return span && ((serial) => serial >= span[0] && serial < span[1]);
}

function yearlyPeriod(period: string, system: 1900 | 1904): ((serial: number) => boolean) | undefined {
  const quarter = /^Quarter([1-4])$/.exec(period)?.[1];
  const month = MONTHS.indexOf(period) + 1;
  if (quarter === undefined && month === 0) return undefined;
  return (serial) => {
    const date = toCivil(serial, system);
    if (!date) return false;
    return quarter === undefined ? date.month === month : Math.ceil(date.month / 3) === Number(quarter);
  };
}

/** First day of the span, and the first after it. */
function spanOf(name: string, today: number, system: 1900 | 1904): readonly [number, number] | undefined {
  const date = toCivil(today, system);
  if (!date) return undefined;
  const months = (year: number, month: number, count: number): readonly [number, number] | undefined => {
    const at = (m: number): number | undefined => toSerial(year, m, 1, system);
    const [from, to] = [at(month), at(month + count)];
    return from === undefined || to === undefined ? undefined : [from, to];
  };
  if (name === 'YearToDate') return [toSerial(date.year, 1, 1, system) ?? today, today + 1];
  const [, word = '', unit = ''] = /^(Last|This|Next)(Week|Month|Quarter|Year)$/.exec(name) ?? [];
  const step = { Last: -1, This: 0, Next: 1 }[word] ?? 0;
  switch (unit || name) {
    case 'Today':
      return [today, today + 1];
    case 'Tomorrow':
      return [today + 1, today + 2];
    case 'Yesterday':
      return [today - 1, today];
    case 'Week': {
      const sunday = today - ((weekdayFromMonday(today, system) + 1) % 7) + 7 * step;
      return [sunday, sunday + 7];
    }
    case 'Month':
      return months(date.year, date.month + step, 1);
    case 'Quarter':
      return months(date.year, 3 * (Math.ceil(date.month / 3) - 1 + step) + 1, 3);
    case 'Year':
      return months(date.year + step, 1, 12);
    default:
      return undefined;
  }
}
