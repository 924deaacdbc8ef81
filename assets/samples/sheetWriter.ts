import { DEFAULT_STYLE, type CellStyle } from '../../src/host/model/style';
import type { Workbook, Worksheet } from '../../src/host/model/workbook';
import type { Language, TableKind } from '../../src/planning/input';
import { columnName, INPUT_TABLES, tableName } from '../../src/sheets/inputs/tables/all';

/** A cell of a sample: text, number (dates are serials), or undefined where it is left blank. */
export type SampleValue = string | number | undefined;

/** One input table of a sample workbook. */
export interface SampleTable {
  readonly kind: TableKind;
  /** The fields that are there, in the order of the columns. */
  readonly fields: readonly string[];
  readonly rows: readonly (readonly SampleValue[])[];
  /** Number formats by field, where the kind of column does not say. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Sheet's name, where it is not the table's. */
  readonly sheet?: string;
  readonly tabColor?: string;
}

const HEADER_FILL = '#1F3A4D';
const DATE_FORMATS: Readonly<Record<Language, string>> = { en: 'd mmm yyyy', it: 'dd/mm/yyyy' };
export const INTEGER = '#,##0';
/** Shares, marks and quantities in one column: Excel shows a bare decimal mark behind whole numbers in '0.##'. */
export const BY_SIZE = '[<1]0.00;[<10]0.0;#,##0';
export const DECIMAL = '#,##0.00';
export const PERCENT = '0%';
export const EUROS = '#,##0 "€"';
export const EUROS_CENTS = '#,##0.00 "€"';

/** Writes a table on a sheet of its own: a real Excel table under a dark header that stays in view, columns as wide as they need. */
export function writeTable(workbook: Workbook, table: SampleTable, language: Language): Worksheet {
  const sheet = workbook.addSheet(table.sheet ?? tableName(table.kind, language));
  const headings = table.fields.map((field) => columnName(table.kind, field, language));
  const cellStyles = table.fields.map((field) => styleOf(table, field, language));
  headings.forEach((heading, column) => {
    sheet.write(0, column, { value: heading });
    sheet.setStyle(0, column, workbook.styles.intern(header(cellStyles[column] ?? DEFAULT_STYLE)));
  });
  const styles = cellStyles.map((style) => workbook.styles.intern(style));
  table.rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== undefined) sheet.write(index + 1, column, { value });
      sheet.setStyle(index + 1, column, styles[column] ?? 0);
    });
  });
  sizeColumns(sheet, headings, table);
  sheet.rows.set(0, { height: 21 });
  sheet.freeze = { rows: 1, columns: 0 };
  sheet.tabColor = table.tabColor;
  sheet.showGridlines = false;
  sheet.pageLayout = { orientation: 'landscape', fitToWidth: 1, printTitleRows: '$1:$1' };
  sheet.tables.push({
    id: workbook.nextId(),
    name: tableName(table.kind, language).replace(/[^\p{L}\p{N}]/gu, ''),
    sheet,
    area: { top: 0, left: 0, bottom: table.rows.length, right: headings.length - 1 },
    columns: headings.map((name, index) => ({ id: index + 1, name })),
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleLight1',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  });
  return sheet;
}

/** Headings stand where their cells do; those at the right leave room for the filter button. */
function header(cell: CellStyle): CellStyle {
  const { horizontal, indent } = cell.alignment;
  return {
    ...DEFAULT_STYLE,
    font: { ...DEFAULT_STYLE.font, bold: true, color: '#FFFFFF' },
    fill: { color: HEADER_FILL },
    alignment: {
      ...DEFAULT_STYLE.alignment,
      vertical: 'Center',
      horizontal: horizontal === 'General' ? 'Right' : horizontal,
      indent: horizontal === 'General' ? 2 : indent,
    },
  };
}

/** Words stand a little off the column's edge, so that they do not touch a number on their left; dates stand in the middle. */
function styleOf(table: SampleTable, field: string, language: Language): CellStyle {
  const numberFormat = table.formats?.[field] ?? formatOf(table.kind, field, language);
  const alignment: Partial<CellStyle['alignment']> =
    numberFormat === DATE_FORMATS[language]
      ? { horizontal: 'Center' }
      : numberFormat === 'General'
        ? { horizontal: 'Left', indent: 1 }
        : {};
  return { ...DEFAULT_STYLE, numberFormat, alignment: { ...DEFAULT_STYLE.alignment, ...alignment } };
}

function formatOf(kind: TableKind, field: string, language: Language): string {
  const type = INPUT_TABLES[kind].columns[field]?.type.name;
  if (type === 'date') return DATE_FORMATS[language];
  if (type === 'fraction') return PERCENT;
  return type === 'number' ? INTEGER : 'General';
}

function sizeColumns(sheet: Worksheet, headings: readonly string[], table: SampleTable): void {
  headings.forEach((heading, column) => {
    const isDate = INPUT_TABLES[table.kind].columns[table.fields[column] ?? '']?.type.name === 'date';
    const longest = Math.max(...table.rows.map((row) => widthOf(row[column])), isDate ? 11 : 0);
    // The filter button takes about four characters of the heading's room.
    sheet.columns.set(column, { width: Math.min(60, Math.max(heading.length + 5, longest + 2, 9)) });
  });
}

function widthOf(value: SampleValue): number {
  if (typeof value === 'number') return Math.round(value).toString().length + 4;
  return value?.length ?? 0;
}
