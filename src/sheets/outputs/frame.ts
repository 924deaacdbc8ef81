import type { OutputKey, Rect, SheetSpec, TableSpec } from '../spec';
import { TAB_COLORS, TABLE_STYLE } from '../palette';
import type { OutputContext } from './context';
import { Grid } from './grid';
import { horizonWords } from './words';

/** First row below title, horizon and hint. */
export const FIRST_ROW = 4;

/** A sheet's name under its context, and a grid for it that already holds title, horizon and next step. */
export function openSheet(context: OutputContext, key: OutputKey, hint: string): Grid {
  const grid = new Grid(context.names[key]);
  grid.put(0, 0, context.t(`sheets.title.${key}`), { style: 'title' });
  grid.put(1, 0, horizonWords(context), { style: 'subtitle' });
  grid.put(2, 0, hint, { style: 'hint' });
  return grid;
}

const TAB_OF: Readonly<Record<OutputKey, string>> = {
  summary: TAB_COLORS.decide,
  cascade: TAB_COLORS.plan,
  calendar: TAB_COLORS.plan,
  daily: TAB_COLORS.plan,
  milestones: TAB_COLORS.plan,
  sales: TAB_COLORS.plan,
  demandPlan: TAB_COLORS.plan,
  balance: TAB_COLORS.decide,
  capacityLoad: TAB_COLORS.plan,
  shortages: TAB_COLORS.decide,
  checks: TAB_COLORS.control,
  log: TAB_COLORS.control,
};

/** The parts of a sheet that differ from sheet to sheet; what is absent there is none of. */
export type SheetParts = Partial<Omit<SheetSpec, 'key' | 'name' | 'rows' | 'formats' | 'currency'>>;

/** Characters of the default font that a landscape page holds and still reads. */
const PAGE_CHARACTERS = 190;

/** Characters that charts side by side take at most. */
const WIDEST_CHARTS = 180;

/** Pages side by side that a sheet of these column widths needs. */
export function pagesWide(widths: readonly (number | undefined)[]): number {
  const total = widths.reduce<number>((sum, width) => sum + (width ?? 9), 0);
  return Math.max(1, Math.ceil(total / PAGE_CHARACTERS));
}

/** The finished sheet: the grid's cells and looks with everything around them. */
export function closeSheet(context: OutputContext, key: OutputKey, grid: Grid, parts: SheetParts): SheetSpec {
  return {
    key,
    name: grid.sheet,
    tabColor: TAB_OF[key],
    rows: grid.rows(),
    formats: grid.formats(),
    columnWidths: [],
    tables: [],
    names: [],
    conditionalFormats: [],
    validations: [],
    charts: [],
    outline: [],
    print: { orientation: 'landscape', fitToWidth: true, titleRows: FIRST_ROW + 1 },
    currency: context.plan.settings.currency,
    ...parts,
    rowHeights: { 0: 27, 1: 17, ...parts.rowHeights },
  };
}

/** A native table over a block whose first row is its header. */
export function tableOver(name: string, row: number, column: number, rows: number, columns: number): TableSpec {
  return { name, range: { row, column, rows, columns }, style: TABLE_STYLE, filter: true };
}

/**
 * Columns of one of several charts side by side on the first page of a sheet that repeats its first column: beside that column, so that no page
 * shows a piece of a chart again, and each about as wide as the others.
 *
 * @param widths Characters of the columns of the sheet.
 * @param index Which chart, from 0, of `count`.
 * @example chartSpan([34, 20, 20, 20, 20], 1, 2) //=> { column: 3, columns: 2 }
 */
export function chartSpan(widths: readonly number[], index: number, count: number): Pick<Rect, 'column' | 'columns'> {
  const title = widths[0] ?? 0;
  const all = widths.reduce((sum, width) => sum + width, 0);
  const pages = pagesWide(widths);
  const page = Math.min(WIDEST_CHARTS, (all + (pages - 1) * title) / pages - title);
  const ends = widths.slice(1).reduce<number[]>((done, width) => [...done, (done.at(-1) ?? 0) + width], []);
  const total = ends.findLast((end) => end <= page) ?? page;
  const edgeOf = (chart: number): number => ends.filter((end) => end <= (total * chart) / count + 1e-9).length;
  return { column: 1 + edgeOf(index), columns: Math.max(1, edgeOf(index + 1) - edgeOf(index)) };
}

/** Points that wrapped text takes in a column of so many characters. */
export function heightFor(text: string, width: number): number {
  return 15 * Math.max(1, Math.ceil((text.length * 0.9) / width));
}
