import type { Area } from './cell';
import type { Table, Workbook, Worksheet } from './workbook';

/** What may be said of a new table; the rest is Excel's default. */
export interface TableOptions {
  /** Unique in the workbook; 'Table1', 'Table2' … when not given. */
  readonly name?: string;
  /** False: the area has no header row in its first row. */
  readonly showHeaders?: boolean;
  readonly style?: string;
}

/**
 * Makes an area a table. Column names are the header cells' texts, made unique; header cells that are empty, no text or
 * twice the same are rewritten, as Excel does, since a file whose headers differ from the column names is broken.
 */
export function addTable(sheet: Worksheet, area: Area, options: TableOptions = {}): Table {
  const { workbook } = sheet;
  const showHeaders = options.showHeaders ?? true;
  const table: Table = {
    id: nextTableId(workbook),
    name: options.name ?? freeTableName(workbook, 'Table'),
    sheet,
    area: { ...area },
    columns: [],
    showHeaders,
    showTotals: false,
    style: options.style ?? 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: showHeaders,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };
  for (let column = area.left; column <= area.right; column++) {
    const taken = table.columns.map((c) => c.name);
    const wanted = showHeaders ? headerText(sheet, area.top, column) : '';
    table.columns.push({
      id: column - area.left + 1,
      name: freeColumnName(taken, wanted || `Column${column - area.left + 1}`),
    });
  }
  sheet.tables.push(table);
  if (showHeaders) writeHeaders(table);
  workbook.structureChanged();
  return table;
}

/** Puts the column names into the header cells where they differ. */
export function writeHeaders(table: Table): void {
  if (!table.showHeaders) return;
  table.columns.forEach((column, index) => {
    const at = table.area.left + index;
    if (table.sheet.value(table.area.top, at) !== column.name)
      table.sheet.write(table.area.top, at, { value: column.name });
  });
}

/** A name like the wanted one that no column of the table has. @example freeColumnName(['Year'], 'Year') //=> 'Year2' */
export function freeColumnName(taken: readonly string[], wanted: string): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (used.has(`${wanted}${number}`.toLowerCase())) number++;
  return `${wanted}${number}`;
}

/** The first of 'Table1', 'Table2' … that neither a table nor a name has. */
export function freeTableName(workbook: Workbook, stem: string): string {
  let number = 1;
  while (isNameTaken(workbook, `${stem}${number}`)) number++;
  return `${stem}${number}`;
}

/** Whether a table or a workbook name bears this name already (case does not count). */
export function isNameTaken(workbook: Workbook, name: string): boolean {
  const wanted = name.toLowerCase();
  return workbook.table(name) !== undefined || workbook.names.some((n) => n.name.toLowerCase() === wanted);
}

function nextTableId(workbook: Workbook): number {
  return workbook.sheets.flatMap((s) => s.tables).reduce((most, table) => Math.max(most, table.id), 0) + 1;
}

function headerText(sheet: Worksheet, row: number, column: number): string {
  const value = sheet.value(row, column);
  if (value === null) return '';
  if (typeof value === 'object') return value.code;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
