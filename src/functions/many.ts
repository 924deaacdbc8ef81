import { prepareSeries } from '../planning/forecast/series';
import type { Reconciled, Reconciliation } from '../planning/forecast/reconcile';
import { RECONCILIATIONS, reconcileForecasts } from '../planning/forecast/reconcile';
import { FunctionError, say } from './errors';
import type { FunctionForecast } from './history';
import { calculate, DEFAULT_LEVEL, MOST_HORIZON, readHistory, readModel } from './history';
import type { Cells, Spill } from './ranges';
import { isOmitted, readAll, readCount, readShare, toCells } from './ranges';

/** One line of the table: its labels, and its numbers (NaN where there is none) when it is a series. */
interface Line {
  readonly labels: readonly string[];
  readonly numbers?: readonly number[];
}

const isNumber = (value: number): boolean => !Number.isNaN(value);

/** Columns of labels: the first ones, as long as they hold text and no line has a number in them. */
function countLabels(lines: Cells): number {
  const width = Math.max(0, ...lines.map((line) => line.length));
  let count = 0;
  while (count < width) {
    const column = lines.map((line) => line[count]);
    if (readAll([column]).some(isNumber) || !column.some((cell) => typeof cell === 'string' && cell !== '')) break;
    count++;
  }
  return count;
}

/** Whether a first line holds the dates of its columns: serials of these centuries, a day, a week, a month … apart. */
function isCalendar(days: readonly number[]): boolean {
  const gaps = days.slice(1).map((day, i) => day - days[i]!);
  const fits = (least: number, most: number): boolean => gaps.every((gap) => gap >= least && gap <= most);
  const inRange = days.every((day) => day > 20_000 && day < 80_000);
  return gaps.length > 1 && inRange && (fits(1, 1) || fits(7, 7) || fits(28, 31) || fits(89, 92) || fits(365, 366));
}

function readLines(table: unknown, across: boolean): Line[] {
  const cells = toCells(table);
  const lines = across ? (cells[0] ?? []).map((_, c) => cells.map((row) => row[c])) : cells;
  const count = countLabels(lines);
  const rows = lines.map((line) => readAll([line.slice(count)]));
  const isHeading = rows.map((row, i) => !row.some(isNumber) || (i === 0 && rows.length > 1 && isCalendar(row)));
  // A column is one period: only those at the end that no series has a number in fall away.
  const last = Math.max(...rows.map((row, i) => (isHeading[i] ? -1 : row.findLastIndex(isNumber))));
  return lines.map((line, i) => {
    const labels = line.slice(0, count).map((cell) => (typeof cell === 'string' ? cell : ''));
    return isHeading[i] ? { labels } : { labels, numbers: rows[i]!.slice(0, last + 1) };
  });
}

const ITALIAN_RECONCILIATIONS: Readonly<Record<string, Reconciliation>> = {
  'dal basso': 'Bottom-up',
  "dall'alto": 'Top-down',
  'dall’alto': 'Top-down',
};

/** More series than this are too many to weigh against each other. */
const MOST_RECONCILED = 200;

function readReconciliation(word: unknown, count: number): Reconciliation | undefined {
  if (isOmitted(word)) return undefined;
  const text = String(word).trim().toLowerCase();
  const found = RECONCILIATIONS.find((name) => name.toLowerCase() === text) ?? ITALIAN_RECONCILIATIONS[text];
  if (!found) throw new FunctionError('#VALUE!', 'function.error.unknown-reconciliation', { word: String(word) });
  if (found === 'MinT' && count > MOST_RECONCILED)
    throw new FunctionError('#VALUE!', 'function.error.too-many-series', { most: MOST_RECONCILED });
  return found;
}

/** The groups that the first columns of labels make, in the order of their first lines; the last column names the series. */
function groupsOf(lines: readonly Line[]): { readonly labels: readonly string[]; readonly members: number[] }[] {
  const groups = new Map<string, { labels: readonly string[]; members: number[] }>();
  const depth = (lines[0]?.labels.length ?? 0) - 1;
  for (let level = 1; level <= depth; level++) {
    lines.forEach(({ labels }, i) => {
      const named = labels.slice(0, level);
      const key = JSON.stringify(named);
      const group = groups.get(key) ?? { labels: named, members: [] };
      groups.set(key, group);
      group.members.push(i);
    });
  }
  return [...groups.values()];
}

/** The sum of series that end together; a value that one of them lacks at its end makes the sum lack it too. */
function addUp(histories: readonly (readonly number[])[]): number[] {
  const length = Math.max(...histories.map((history) => history.length));
  const filled = histories.map((history) => {
    const { values, trailing } = prepareSeries(history);
    return [
      ...Array<number>(length - values.length - trailing).fill(0),
      ...values,
      ...Array<number>(trailing).fill(NaN),
    ];
  });
  return Array.from({ length }, (_, t) => filled.reduce((sum, values) => sum + values[t]!, 0));
}

/**
 * Forecasts a block of series, one a row (or a column): labels stay, then means, then lower and upper bounds when asked for. With a
 * reconciliation the rows of the total and of every group follow, and all of them add up. Yields between series, so that whoever runs
 * it can let others have their turn.
 */
export function* forecastTable(
  table: unknown,
  horizon: unknown,
  season: unknown,
  model: unknown,
  level: unknown,
  byColumns: unknown,
  reconcile: unknown,
): Generator<void, Spill> {
  const across = byColumns === true;
  const lines = readLines(table, across);
  const series = lines.filter((line) => line.numbers !== undefined);
  if (series.length === 0) throw new FunctionError('#VALUE!', 'function.error.no-numbers');
  const method = readReconciliation(reconcile, series.length);
  const count = readCount(horizon, 'horizon', 1, MOST_HORIZON);
  const bounds = isOmitted(level) ? undefined : readShare(level, 'level');
  const name = readModel(model);
  const forecastLine = (numbers: readonly number[]): FunctionForecast =>
    calculate(readHistory([numbers], season), count, bounds ?? DEFAULT_LEVEL, name);

  const bottom: FunctionForecast[] = [];
  for (const { numbers } of series) {
    bottom.push(forecastLine(numbers!));
    yield;
  }
  const write = ({ mean, lower, upper }: Reconciled): number[] =>
    bounds === undefined ? [...mean] : [...mean, ...lower, ...upper];
  const empty = Array<string>(count * (bounds === undefined ? 1 : 3)).fill('');
  const layOut = (answers: readonly Reconciled[]): Spill => {
    let next = 0;
    return lines.map((line) => [...line.labels, ...(line.numbers ? write(answers[next++]!) : empty)]);
  };
  if (!method) return turn(layOut(bottom), across);

  const groups = groupsOf(series);
  const members = [[...series.keys()], ...groups.map((group) => group.members)];
  const totals: FunctionForecast[] = [];
  for (const group of members) {
    totals.push(forecastLine(addUp(group.map((i) => series[i]!.numbers!))));
    yield;
  }
  const answers = reconcileForecasts({ totals: members, bottom: series.length }, [...totals, ...bottom], method);
  const width = series[0]!.labels.length;
  const label = (labels: readonly string[]): string[] =>
    width === 0 ? [] : [...labels, say('function.word.total'), ...Array<string>(width).fill('')].slice(0, width);
  const totalRows = [[], ...groups.map((group) => group.labels)].map((labels, i) => [
    ...label(labels),
    ...write(answers[i]!),
  ]);
  return turn([...layOut(answers.slice(totals.length)), ...totalRows], across);
}

const turn = (rows: Spill, across: boolean): Spill =>
  across ? (rows[0] ?? []).map((_, i) => rows.map((row) => row[i]!)) : rows;
