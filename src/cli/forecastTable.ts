import Papa from 'papaparse';
import type { Language } from '../i18n/translate';
import { dayOf } from '../planning/time/civil';
import { isoWeeksInYear, startOfIsoWeek } from '../planning/time/isoWeek';
import type { DateOrder, DecimalMark } from '../sheets/inputs/culture';
import { orderEvidence, parseDateText } from '../sheets/inputs/dateText';
import { decimalEvidence, parseNumberText } from '../sheets/inputs/numberText';
import type { Remark } from './forecastError';
import { ForecastCommandError } from './forecastError';

/** The rows of one series, in the order of the file. */
export interface LongSeries {
  readonly series: string;
  readonly days: number[];
  /** NaN where the value was blank. */
  readonly values: number[];
}

/** A long table: its series in the order in which they first appear, and what is worth saying about how it was read. */
export interface LongTable {
  readonly series: readonly LongSeries[];
  readonly remarks: readonly Remark[];
}

/** Headings of the three columns, English and Italian. */
const HEADINGS = {
  series: ['series', 'serie', 'id', 'family', 'famiglia', 'item', 'articolo'],
  date: ['date', 'data', 'period', 'periodo', 'month', 'mese', 'week', 'settimana'],
  value: ['value', 'valore', 'quantity', 'quantita', 'quantità'],
} as const;
type Column = keyof typeof HEADINGS;

/** Lines named when many are at fault. */
const MOST_NAMED = 10;

interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

function readRows(text: string, file: string): { rows: Row[]; delimiter: string } {
  const { data, meta } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''));
  const lines = data
    .map((cells, i) => ({ line: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [head, ...body] = lines;
  const names = (head?.cells ?? []).map((name) => name.trim().toLowerCase());
  const placeOf = (column: Column): number => {
    const place = names.findIndex((name) => (HEADINGS[column] as readonly string[]).includes(name));
    if (place < 0) throw new ForecastCommandError('forecast.cli.no-column', { file, column });
    return place;
  };
  const places = { series: placeOf('series'), date: placeOf('date'), value: placeOf('value') };
  const cellOf = (cells: readonly string[], column: Column): string => (cells[places[column]] ?? '').trim();
  const rows = body.map(({ line, cells }) => ({
    line,
    cells: { series: cellOf(cells, 'series'), date: cellOf(cells, 'date'), value: cellOf(cells, 'value') },
  }));
  return { rows, delimiter: meta.delimiter };
}

/** What the texts of a column settle; `fallback` when none does. */
function settle<T>(texts: readonly string[], evidence: (text: string) => T | undefined, fallback: T): T {
  for (const text of texts) {
    const found = evidence(text);
    if (found !== undefined) return found;
  }
  return fallback;
}

/** 2026, 2026-11, 2026-Q4 and 2026-W48: a period, by its first day. */
const PERIOD = /^(\d{4})(?:-(\d{2})|-?[QT]([1-4])|-?W(\d{2}))?$/i;

/** Days as 2026-11-25, 25/11/2026 and what else dates are written like, and periods by their first day. */
function readDay(text: string, order: DateOrder): { day?: number; ambiguous: boolean } {
  const [period, year, month, quarter, week] = PERIOD.exec(text) ?? [];
  if (period !== undefined) {
    const first = quarter === undefined ? Number(month ?? 1) : 3 * Number(quarter) - 2;
    if (
      first < 1 ||
      first > 12 ||
      (week !== undefined && !(Number(week) >= 1 && Number(week) <= isoWeeksInYear(Number(year))))
    )
      return { ambiguous: false };
    return {
      day: week === undefined ? dayOf(Number(year), first, 1) : startOfIsoWeek(Number(year), Number(week)),
      ambiguous: false,
    };
  }
  const found = parseDateText(text, order);
  return found.kind === 'day' ? found : { ambiguous: false };
}

/**
 * Reads a long table: series, date, value, with a line of headings; fields parted by commas, semicolons or tabs. Decimal marks and the
 * order of day and month are told by the columns themselves; where they do not tell, semicolons mean a decimal comma and Italian the
 * day first, and that is said.
 *
 * @throws ForecastCommandError naming file and line when a column, a date or a number is at fault
 */
export function readLongTable(text: string, file: string, language: Language): LongTable {
  const { rows, delimiter } = readRows(text, file);
  if (rows.length === 0) throw new ForecastCommandError('forecast.cli.no-rows', { file });
  const usualMark: DecimalMark = delimiter === ';' ? ',' : '.';
  const usualOrder: DateOrder = language === 'it' || delimiter === ';' ? 'dmy' : 'mdy';
  const decimal = settle(
    rows.map((row) => row.cells.value),
    decimalEvidence,
    usualMark,
  );
  const order = settle<DateOrder | undefined>(
    rows.map((row) => row.cells.date),
    orderEvidence,
    undefined,
  );
  const faults: Remark[] = [];
  const groups = new Map<string, LongSeries>();
  let guessed: string | undefined;
  for (const { line, cells } of rows) {
    const { day, ambiguous } = readDay(cells.date, order ?? usualOrder);
    if (ambiguous && order === undefined) guessed ??= cells.date;
    const value = cells.value === '' ? NaN : parseNumberText(cells.value, decimal)?.value;
    if (day === undefined) faults.push({ key: 'forecast.cli.bad-date', params: { file, line, text: cells.date } });
    if (value === undefined) faults.push({ key: 'forecast.cli.bad-value', params: { file, line, text: cells.value } });
    if (day === undefined || value === undefined) continue;
    const group = groups.get(cells.series) ?? { series: cells.series, days: [], values: [] };
    groups.set(cells.series, group);
    group.days.push(day);
    group.values.push(value);
  }
  raise(faults, file);
  const remarks: Remark[] = [];
  if (guessed !== undefined) remarks.push({ key: `forecast.cli.read-${usualOrder}`, params: { file, text: guessed } });
  return { series: [...groups.values()], remarks };
}

function raise(faults: readonly Remark[], file: string): void {
  const [first, ...others] = faults.slice(0, MOST_NAMED);
  if (!first) return;
  const more = faults.length - MOST_NAMED;
  const rest: Remark[] = more > 0 ? [{ key: 'forecast.cli.more-lines', params: { file, count: more } }] : [];
  throw new ForecastCommandError(first.key, first.params, [...others, ...rest]);
}
