import type { Area, CellValue } from '../model/cell';
import type { ColumnFilter, FilterCriteria, FilterTarget } from '../model/filter';
import { filteredRows, filtersOf } from '../model/filter';
import type { CellStyle } from '../model/style';
import type { Worksheet } from '../model/workbook';
import { parseCriterion } from './criteria';
import { formatCell } from './display';
import { periodOf } from './periods';

/** A filled cell's value, what it shows, and how. */
interface Shown {
  readonly value: CellValue;
  readonly text: string;
  readonly style: CellStyle;
}

type Test = (cell: Shown) => boolean;

/**
 * The rows that the criteria of a filter hide.
 * @param today serial number of the day that "this month" and the like are about
 * @param filters those that count; all of the filter's when not given
 */
export function rowsToHide(
  target: FilterTarget,
  today: number,
  filters: readonly ColumnFilter[] = filtersOf(target),
): ReadonlySet<number> {
  const area = filteredRows(target);
  const hidden = new Set<number>();
  if (!area) return hidden;
  for (const { column, criteria } of filters) {
    const cells = readColumn(target.sheet, area, area.left + column);
    const test = testOf(criteria, cells, target.sheet, today);
    cells.forEach((cell, i) => {
      if (!test(cell)) hidden.add(area.top + i);
    });
  }
  return hidden;
}

/** One of the texts that a filtered column shows; '' stands for blank cells. */
export interface FilterChoice {
  readonly text: string;
  /** Rows with it are shown as far as this column goes. */
  readonly isShown: boolean;
}

/**
 * The texts of a column (zero-based within the filter) in the rows that other columns leave: numbers and days by their value, then
 * texts, blanks last.
 */
export function filterChoices(target: FilterTarget, column: number, today: number): FilterChoice[] {
  const area = filteredRows(target);
  if (!area) return [];
  const filters = filtersOf(target);
  const isOwn = (filter: ColumnFilter) => filter.column === column;
  const hiddenByOthers = rowsToHide(
    target,
    today,
    filters.filter((filter) => !isOwn(filter)),
  );
  const hidden = rowsToHide(target, today, filters.filter(isOwn));
  const found = new Map<string, Shown & { isShown: boolean }>();
  readColumn(target.sheet, area, area.left + column).forEach((cell, i) => {
    if (hiddenByOthers.has(area.top + i)) return;
    const key = cell.text.toLowerCase();
    const known = found.get(key);
    const isShown = !hidden.has(area.top + i);
    if (!known) found.set(key, { ...cell, isShown });
    else known.isShown ||= isShown;
  });
  return [...found].sort(byValue).map(([, { text, isShown }]) => ({ text, isShown }));
}

function byValue([a, { value: x }]: [string, Shown], [b, { value: y }]: [string, Shown]): number {
  if (typeof x === 'number' && typeof y === 'number') return x - y || (a < b ? -1 : 1);
  const rank = (text: string, value: CellValue) => (text === '' ? 2 : typeof value === 'number' ? 0 : 1);
  return rank(a, x) - rank(b, y) || (a < b ? -1 : 1);
}

function readColumn(sheet: Worksheet, { top, bottom }: Area, column: number): Shown[] {
  const { styles, culture, dateSystem } = sheet.workbook;
  return Array.from({ length: bottom - top + 1 }, (_, i) => {
    const cell = sheet.cell(top + i, column);
    const style = styles.get(cell?.style ?? 0);
    const value = cell?.value ?? null;
    return { value, style, text: value === null ? '' : formatCell(value, style.numberFormat, culture, dateSystem) };
  });
}

function testOf(criteria: FilterCriteria, cells: readonly Shown[], sheet: Worksheet, today: number): Test {
  switch (criteria.filterOn) {
    case 'Values': {
      const wanted = new Set(criteria.values.map((text) => text.toLowerCase()));
      return ({ text }) => wanted.has(text.toLowerCase());
    }
    case 'Custom': {
      const first = customTest(criteria.criterion1, sheet);
      if (criteria.criterion2 === undefined) return first;
      const second = customTest(criteria.criterion2, sheet);
      return criteria.operator === 'Or' ? (c) => first(c) || second(c) : (c) => first(c) && second(c);
    }
    case 'Dynamic':
      return dynamicTest(criteria.dynamicCriteria, cells, sheet, today);
    case 'CellColor':
      return ({ style }) => sameColor(style.fill.color, criteria.color);
    case 'FontColor':
      return ({ style }) => sameColor(style.font.color, criteria.color);
    default:
      return topTest(criteria.filterOn, Number(criteria.criterion1), cells);
  }
}

function customTest(text: string, { workbook: { culture, dateSystem } }: Worksheet): Test {
  // Without a sign Excel looks for what equals; '=' alone for blanks, '<>' alone for anything else.
  if (text === '=') return ({ value }) => value === null || value === '';
  if (text === '<>') return ({ value }) => value !== null && value !== '';
  const { matches } = parseCriterion(text, { culture, dateSystem });
  return ({ value }) => matches(value);
}

function numbersOf(cells: readonly Shown[]): number[] {
  return cells.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

/** The greatest or smallest so many, or so many percent of them; ties with the last one count. */
function topTest(
  on: 'TopItems' | 'BottomItems' | 'TopPercent' | 'BottomPercent',
  amount: number,
  cells: readonly Shown[],
): Test {
  const isTop = on.startsWith('Top');
  const numbers = numbersOf(cells).sort((a, b) => (isTop ? b - a : a - b));
  const count = on.endsWith('Percent') ? Math.max(1, Math.floor((numbers.length * amount) / 100)) : amount;
  const bound = numbers[Math.min(count, numbers.length) - 1];
  return ({ value }) => typeof value === 'number' && bound !== undefined && (isTop ? value >= bound : value <= bound);
}

function dynamicTest(name: string, cells: readonly Shown[], sheet: Worksheet, today: number): Test {
  if (name === 'AboveAverage' || name === 'BelowAverage') {
    const numbers = numbersOf(cells);
    const average = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    return ({ value }) => typeof value === 'number' && (name === 'AboveAverage' ? value > average : value < average);
  }
  const holds = periodOf(name, today, sheet.workbook.dateSystem);
  return ({ value }) => typeof value === 'number' && holds?.(Math.floor(value)) === true;
}

const sameColor = (shown: string | undefined, wanted: string): boolean =>
  (shown ?? '').toLowerCase() === wanted.toLowerCase();
