import { isDateFormat } from 'numfmt';
import { shiftFormula } from '../formulas/adjust';
import { daysInMonth, toCivil, toSerial, weekdayFromMonday } from '../formulas/serial';
import { containsArea } from '../model/area';
import type { Area, Cell } from '../model/cell';
import type { FillContext, FillKind } from '../model/series';
import { continueSeries } from '../model/series';
import type { Worksheet } from '../model/workbook';
import { choiceOf, isAbsent } from './arguments';
import { checkWritable, styleAt, styleIndexAt } from './cells';
import { fail } from './errors';
import type { Host } from './host';

const FILL_TYPES = [
  'FillDefault',
  'FillCopy',
  'FillSeries',
  'FillFormats',
  'FillValues',
  'FillDays',
  'FillWeekdays',
  'FillMonths',
  'FillYears',
  'LinearTrend',
  'GrowthTrend',
  'FlashFill',
] as const;

const KINDS: Readonly<Record<(typeof FILL_TYPES)[number], FillKind | undefined>> = {
  FillDefault: 'Default',
  FillCopy: 'Copy',
  FillSeries: 'Series',
  FillFormats: 'Copy',
  FillValues: 'Default',
  FillDays: 'Days',
  FillWeekdays: 'Weekdays',
  FillMonths: 'Months',
  FillYears: 'Years',
  LinearTrend: 'Linear',
  GrowthTrend: 'Growth',
  FlashFill: undefined,
};

/** What of the cells goes along: contents, formats, or both. */
interface FillPlan {
  readonly kind: FillKind;
  readonly contents: boolean;
  readonly formats: boolean;
}

/**
 * Fills the rest of `destination` from `source`, which is one end of it: downwards, to the right, upwards or to the left.
 *
 * Formulas are copied with their relative references moved; other cells are continued as `continueSeries` says.
 */
export function autoFill(sheet: Worksheet, source: Area, destination: Area, type: unknown, host: Host): void {
  const name = choiceOf(isAbsent(type) ? 'FillDefault' : type, FILL_TYPES);
  const kind = KINDS[name];
  if (!kind) return fail('NotImplemented', 'This host does not guess patterns (flash fill).');
  if (!containsArea(destination, source)) return fail('InvalidArgument');
  checkWritable(sheet, destination, host);
  host.bringUpToDate();
  const plan = { kind, contents: name !== 'FillFormats', formats: name !== 'FillValues' };
  const isVertical = destination.left === source.left && destination.right === source.right;
  const isHorizontal = destination.top === source.top && destination.bottom === source.bottom;
  if (!isVertical && !isHorizontal) return fail('InvalidArgument');
  if (isVertical)
    for (let column = source.left; column <= source.right; column++)
      fillLane(sheet, laneOf(source.top, source.bottom, destination.top, destination.bottom), plan, (at) => [
        at,
        column,
      ]);
  else
    for (let row = source.top; row <= source.bottom; row++)
      fillLane(sheet, laneOf(source.left, source.right, destination.left, destination.right), plan, (at) => [row, at]);
  sheet.changed(destination);
}

/** Positions along the fill: where it starts from and what it fills, both in its direction. */
interface Lane {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The source must be one end of the destination: InvalidArgument when it lies in the middle. */
function laneOf(first: number, last: number, start: number, end: number): Lane {
  const count = (a: number, b: number): number[] => Array.from({ length: Math.max(0, b - a + 1) }, (_, i) => a + i);
  if (start === first) return { from: count(first, last), to: count(last + 1, end) };
  if (end === last) return { from: count(first, last).reverse(), to: count(start, first - 1).reverse() };
  return fail('InvalidArgument');
}

function fillLane(
  sheet: Worksheet,
  { from, to }: Lane,
  { kind, contents, formats }: FillPlan,
  place: (at: number) => readonly [row: number, column: number],
): void {
  const cells = from.map((at) => sheet.cell(...place(at)));
  const first = place(from[0] ?? 0);
  const hasFormula = cells.some((cell) => cell?.formula !== undefined);
  const values = cells.map((cell) => cell?.value ?? null);
  const series = hasFormula ? undefined : continueSeries(values, to.length, kind, contextOf(sheet, ...first));
  to.forEach((at, i) => {
    const origin = from[i % from.length] ?? 0;
    const [row, column] = place(at);
    const [fromRow, fromColumn] = place(origin);
    const style = formats ? styleIndexAt(sheet, fromRow, fromColumn) : styleIndexAt(sheet, row, column);
    const value = series ? (series[i] ?? null) : (cells[i % from.length]?.value ?? null);
    const formula = cells[i % from.length]?.formula;
    const cell: Cell = !contents
      ? { ...(sheet.cell(row, column) ?? { value: null }), style }
      : formula === undefined
        ? { value, style }
        : { value: null, formula: shiftFormula(formula, row - fromRow, column - fromColumn), style };
    store(sheet, row, column, cell);
  });
}

function store(sheet: Worksheet, row: number, column: number, cell: Cell): void {
  const isNothing = cell.value === null && cell.formula === undefined && cell.style === 0;
  if (isNothing) sheet.cells.delete(row, column);
  else sheet.cells.set(row, column, cell);
}

function contextOf(sheet: Worksheet, row: number, column: number): FillContext {
  const system = sheet.workbook.dateSystem;
  return {
    isDate: isDateFormat(styleAt(sheet, row, column).numberFormat),
    addMonths: (serial, months) => {
      const date = toCivil(serial, system);
      if (!date) return serial;
      const total = date.year * 12 + date.month - 1 + months;
      const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
      return toSerial(year, month, Math.min(date.day, daysInMonth(year, month)), system) ?? serial;
    },
    weekday: (serial) => weekdayFromMonday(serial, system),
  };
}
