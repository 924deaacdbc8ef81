import type { OutputKey, SheetSpec, TableSpec } from '../spec';
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

/** Points that wrapped text takes in a column of so many characters. */
export function heightFor(text: string, width: number): number {
  return 15 * Math.max(1, Math.ceil((text.length * 0.9) / width));
}
