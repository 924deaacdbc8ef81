import type { CellValue } from './cell';

/** What a fill makes of the cells it begins with. */
export type FillKind = 'Default' | 'Copy' | 'Series' | 'Days' | 'Weekdays' | 'Months' | 'Years' | 'Linear' | 'Growth';

/** Days, dates and names that a fill continues. */
export interface FillContext {
  /** The cells show dates: one of them alone is continued by days. */
  readonly isDate: boolean;
  /** Adds whole months to a date serial, keeping the day where the month has it. */
  readonly addMonths: (serial: number, months: number) => number;
  /** 0 Monday … 6 Sunday. */
  readonly weekday: (serial: number) => number;
}

/** Names that fills continue, in the languages of the add-in; each list goes round. */
const LISTS: readonly (readonly string[])[] = [
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  'Mon Tue Wed Thu Fri Sat Sun',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'gen feb mar apr mag giu lug ago set ott nov dic',
  'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  'lun mar mer gio ven sab dom',
].map((names) => names.split(' '));

/**
 * Continues values as Excel's fill handle does: two numbers or more by their straight line (growth: by their factor), dates by days,
 * months, years or working days, texts that end in a number by counting on, names of months and days round their list, anything else
 * by repeating.
 *
 * @param start the values filled from, in the direction of the fill; at least one.
 * @param count how many to give.
 * @example continueSeries([1, 3], 2, 'Default', context) //=> [5, 7]
 */
export function continueSeries(
  start: readonly CellValue[],
  count: number,
  kind: FillKind,
  context: FillContext,
): CellValue[] {
  const give = (next: (step: number) => CellValue): CellValue[] => Array.from({ length: count }, (_, i) => next(i + 1));
  const repeat = (): CellValue[] => give((step) => start[(step - 1) % start.length] ?? null);
  if (kind === 'Copy') return repeat();
  if (isNumbers(start)) return continueNumbers(start, kind, context, give, repeat);
  const counted = start.map(readCounted);
  const stem = counted[0]?.stem;
  if (kind === 'Default' || kind === 'Series') {
    if (stem !== undefined && counted.every((text) => text?.stem === stem)) {
      const line = lineOf(counted.map((text) => text?.number ?? 0));
      return give((step) => `${stem}${Math.abs(Math.round(line(step)))}`);
    }
    const names = continueNames(start);
    if (names) return give(names);
  }
  return repeat();
}

type Give = (next: (step: number) => CellValue) => CellValue[];

function isNumbers(values: readonly CellValue[]): values is readonly number[] {
  return values.every((value) => typeof value === 'number');
}

function continueNumbers(
  start: readonly number[],
  kind: FillKind,
  { isDate, addMonths, weekday }: FillContext,
  give: Give,
  repeat: () => CellValue[],
): CellValue[] {
  const last = start[start.length - 1] ?? 0;
  const step = start.length > 1 ? last - (start[start.length - 2] ?? 0) : 1;
  if (kind === 'Months') return give((n) => addMonths(last, n));
  if (kind === 'Years') return give((n) => addMonths(last, 12 * n));
  if (kind === 'Days') return give((n) => last + n * step);
  if (kind === 'Weekdays') {
    let day = last;
    return give(() => {
      do day++;
      while (weekday(day) > 4);
      return day;
    });
  }
  if (kind === 'Growth' && start.every((value) => value > 0)) {
    const factor = (start[1] ?? 0) / (start[0] ?? 1);
    // Equal factors are continued exactly, without the rounding of logarithms.
    if (start.length > 1 && start.every((value, i) => i === 0 || value === (start[i - 1] ?? 0) * factor))
      return give((n) => last * factor ** n);
    const line = lineOf(start.map(Math.log));
    return give((n) => Math.exp(line(n)));
  }
  if (start.length === 1 && kind === 'Default' && !isDate) return repeat();
  const line = lineOf(start);
  return give(line);
}

/** The least-squares line through values at 1, 2 …; one value rises by 1. The function counts on from the last. */
function lineOf(values: readonly number[]): (step: number) => number {
  const n = values.length;
  const [first = 0] = values;
  if (n === 1) return (step) => first + step;
  const difference = (values[1] ?? 0) - first;
  // Equal steps are continued exactly, without the rounding of a fit.
  if (values.every((value, i) => value === first + i * difference))
    return (step) => first + (n - 1 + step) * difference;
  const meanX = (n + 1) / 2;
  const meanY = values.reduce((sum, y) => sum + y, 0) / n;
  let products = 0;
  let squares = 0;
  values.forEach((y, i) => {
    products += (i + 1 - meanX) * (y - meanY);
    squares += (i + 1 - meanX) ** 2;
  });
  return (step) => meanY + (products / squares) * (n + step - meanX);
}

function readCounted(value: CellValue): { stem: string; number: number } | undefined {
  const match = typeof value === 'string' ? /^(.*?)(\d{1,15})$/s.exec(value) : null;
  return match ? { stem: match[1] ?? '', number: Number(match[2]) } : undefined;
}

function continueNames(start: readonly CellValue[]): ((step: number) => string) | undefined {
  const wanted = start.map((value) => (typeof value === 'string' ? value.toLowerCase() : ''));
  const list = LISTS.find((names) => wanted.every((word) => names.some((name) => name.toLowerCase() === word)));
  if (!list) return undefined;
  const places = wanted.map((word) => list.findIndex((name) => name.toLowerCase() === word));
  const last = places[places.length - 1] ?? 0;
  const by = places.length > 1 ? last - (places[places.length - 2] ?? 0) : 1;
  const cased = casingOf(String(start[start.length - 1]));
  return (step) => cased(list[(((last + step * by) % list.length) + list.length) % list.length] ?? '');
}

/** Writes a name in capitals, or with a capital first, as the given one is. */
function casingOf(text: string): (name: string) => string {
  if (text === text.toUpperCase() && text.length > 1) return (name) => name.toUpperCase();
  if (text.charAt(0) === text.charAt(0).toUpperCase()) return (name) => name.charAt(0).toUpperCase() + name.slice(1);
  return (name) => name.toLowerCase();
}
