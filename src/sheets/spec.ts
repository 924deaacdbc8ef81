import type { CellRef } from '../planning/issue';
import type { SubjectRegion } from './subjects';

/**
 * What a sheet is, apart from Excel: pure data made by sheets/outputs and written by excel/.
 * Rows and columns are zero-based; formulas are en-US A1 text beginning with '='.
 */
export interface SheetSpec {
  readonly key: OutputKey;
  /** The name it is written under (already free of clashes). */
  readonly name: string;
  readonly tabColor: string;
  /** Dense from A1; undefined cells are left alone (they belong to nobody). Rows may be of different lengths. */
  readonly rows: readonly (readonly (SpecCell | undefined)[])[];
  /** Formats by region; later ones win. */
  readonly formats: readonly FormatRegion[];
  /** Blocks that look like another one: its formats are copied, after `formats` and before everything conditional. */
  readonly formatCopies?: readonly FormatCopy[];
  /** Width in characters of the default font, by column index. */
  readonly columnWidths: readonly (number | undefined)[];
  /** Heights in points of the rows that are not of default height. */
  readonly rowHeights?: Readonly<Record<number, number>>;
  readonly tables: readonly TableSpec[];
  readonly names: readonly NameSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly charts: readonly ChartSpec[];
  readonly outline: readonly OutlineSpec[];
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly print: PrintSpec;
  /** ISO code the money formats of this sheet show; 'EUR' when absent. */
  readonly currency?: string;
  /** False hides the grid lines; absent: hidden too, since every output draws its own rules. */
  readonly gridlines?: boolean;
  /** Sheets the user adds to (the log) keep the rows they already hold: new rows go below the table's last. */
  readonly append?: { readonly table: string };
  /** What its cells are about, for explanations; not written. */
  readonly subjects?: readonly SubjectRegion[];
}

export const OUTPUT_KEYS = [
  'summary',
  'cascade',
  'calendar',
  'daily',
  'milestones',
  'sales',
  'demandPlan',
  'balance',
  'capacityLoad',
  'shortages',
  'checks',
  'log',
] as const;
export type OutputKey = (typeof OUTPUT_KEYS)[number];

export type SpecCell =
  | { readonly value: string | number | boolean; readonly link?: CellLink; readonly note?: string }
  | { readonly formula: string; readonly note?: string };

/** A jump inside the workbook: shown as a hyperlink to the cell. */
export type CellLink = CellRef;

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Looks by role; one palette gives each its font, fill, border and number format. */
export type StyleName =
  | 'title'
  | 'subtitle'
  | 'hint'
  | 'sectionHeader'
  | 'columnHeader'
  | 'rowHeader'
  | 'text'
  | 'wrapped'
  | 'decision'
  | 'total'
  | 'good'
  | 'bad'
  | 'muted'
  | 'keyFigure'
  | 'keyLabel'
  /** Heading of one family, resource or team in a sheet of blocks. */
  | 'blockHeader'
  /** Period label over a column of numbers. */
  | 'period'
  /** Second line of a period heading: its first day, its working days. */
  | 'periodDetail'
  /** A value that came from the input or the optimiser and that nothing here computes. */
  | 'parameter'
  /** A live formula. */
  | 'result'
  /** A sum inside a block. */
  | 'subtotal'
  /** A jump to another cell. */
  | 'link'
  /** Row label, or text beside a number, one step in; and the heading over such text. */
  | 'rowDetail'
  /** This, and rowHeader, where the text may take several lines. */
  | 'wrappedDetail'
  | 'wrappedHeader'
  | 'columnDetail';

export type NumberFormatName =
  | 'integer'
  | 'quantity'
  | 'decimal1'
  | 'decimal2'
  | 'money'
  /** Money with cents: rates and prices. */
  | 'price'
  | 'percent'
  | 'percent1'
  | 'hours'
  | 'date'
  | 'dayMonth'
  | 'dateTime'
  | 'text'
  | 'general'
  | 'factor'
  /** Differences that must read zero. */
  | 'check';

export interface FormatRegion {
  readonly range: Rect;
  readonly style?: StyleName;
  readonly number?: NumberFormatName;
  readonly align?: 'left' | 'center' | 'right';
}

/** Gives the rectangle at `to` the formats of `from`; both are of one size. */
export interface FormatCopy {
  readonly from: Rect;
  readonly to: Rect;
}

export interface TableSpec {
  /** Unique in the workbook: 'CadenzaDailyPlan'. */
  readonly name: string;
  /** Header row included. */
  readonly range: Rect;
  readonly style: string;
  readonly totals?: boolean;
  readonly filter?: boolean;
}

export interface NameSpec {
  readonly name: string;
  readonly range: Rect;
}

export type ConditionalFormatSpec =
  | {
      readonly kind: 'formula';
      readonly range: Rect;
      readonly formula: string;
      readonly look: 'bad' | 'warn' | 'good' | 'load';
    }
  | { readonly kind: 'dataBar'; readonly range: Rect; readonly color: string }
  | { readonly kind: 'colorScale'; readonly range: Rect; readonly colors: readonly [string, string, string] };

export type ValidationSpec =
  | { readonly kind: 'list'; readonly range: Rect; readonly values: readonly string[] }
  | { readonly kind: 'decimal'; readonly range: Rect; readonly minimum: number; readonly message: string };

export interface ChartSpec {
  /** Unique in the sheet; kept when the sheet is rewritten. */
  readonly name: string;
  readonly kind: 'line' | 'columnClustered' | 'columnStacked' | 'barClustered' | 'area';
  readonly title: string;
  /** Rectangle of cells the chart covers. */
  readonly place: Rect;
  /** One a series: name shown, category labels and values, ranges of this sheet or of the named one. */
  readonly series: readonly {
    readonly name: string;
    readonly categories: Rect;
    readonly values: Rect;
    readonly sheet?: string;
    readonly color?: string;
    /** Drawn as a line over columns. */
    readonly line?: boolean;
  }[];
  readonly valueAxisTitle?: string;
  /** How the value axis writes its numbers. */
  readonly valueNumber?: NumberFormatName;
}

export interface OutlineSpec {
  readonly by: 'rows' | 'columns';
  readonly from: number;
  readonly to: number;
  /** Folded when first written. */
  readonly collapsed?: boolean;
}

export interface PrintSpec {
  readonly orientation: 'portrait' | 'landscape';
  readonly fitToWidth: boolean;
  /** With fitToWidth: pages side by side that the sheet is fitted to; absent: 1. */
  readonly pagesWide?: number;
  /** With fitToWidth: pages one below the other that the sheet is fitted to; absent: as many as it takes. */
  readonly pagesTall?: number;
  readonly titleRows?: number;
  /** Columns repeated on the left of every page. */
  readonly titleColumns?: number;
  /** What is printed, where not all of the sheet. */
  readonly area?: Rect;
}
