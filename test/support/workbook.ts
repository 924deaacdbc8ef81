import type { Area, CellValue } from '../../src/host/model/cell';
import { CellError } from '../../src/host/model/cell';
import type { Table } from '../../src/host/model/workbook';
import { Workbook } from '../../src/host/model/workbook';
import type { Worksheet } from '../../src/host/model/workbook';
import { addTable } from '../../src/host/model/table';
import { parseArea } from '../../src/host/model/address';
import { saveXlsx } from '../../src/host/xlsx/save';

/** What a test writes for a cell: a constant, '=A1+1' for a formula, '#N/A' for an error, or a formula with its cached value. */
export type CellInput = CellValue | undefined | { formula: string; value?: CellValue };

/** A sheet of a test: rows from A1, or rows with where they begin and the table they are. */
export type SheetInput =
  | readonly (readonly CellInput[])[]
  | { readonly rows: readonly (readonly CellInput[])[]; readonly at?: string; readonly table?: string };

export interface WorkbookOptions {
  /** Make each sheet's block an Excel table named as the sheet (spaces dropped). */
  readonly tables?: boolean;
  readonly dateSystem?: 1900 | 1904;
  readonly culture?: string;
}

/**
 * A workbook in a few lines.
 * @example workbookOf({ Targets: [['Objective', 'Year'], ['Growth', 2027]] }, { tables: true }).table('Targets') // A1:B2
 */
export function workbookOf(sheets: Readonly<Record<string, SheetInput>>, options: WorkbookOptions = {}): Workbook {
  const workbook = new Workbook();
  workbook.dateSystem = options.dateSystem ?? 1900;
  workbook.culture = options.culture ?? 'en-US';
  for (const [name, input] of Object.entries(sheets)) {
    const sheet = workbook.addSheet(name);
    const { rows, at, table } = isRows(input) ? { rows: input, at: undefined, table: undefined } : input;
    const area = fillRows(sheet, rows, at ?? 'A1');
    const tableName = table ?? (options.tables ? name.replace(/[^\p{L}\p{N}_.]/gu, '') : undefined);
    if (tableName && area) addTable(sheet, area, { name: tableName });
  }
  return workbook;
}

/** The bytes of that workbook as an .xlsx file. */
export function xlsxOf(sheets: Readonly<Record<string, SheetInput>>, options: WorkbookOptions = {}): Uint8Array {
  return saveXlsx(workbookOf(sheets, options));
}

/** Writes rows from a cell on; returns the area they cover, undefined when there are none. */
export function fillRows(sheet: Worksheet, rows: readonly (readonly CellInput[])[], at = 'A1'): Area | undefined {
  const first = parseArea(at);
  if (!first) throw new Error(`No address: ${at}`);
  rows.forEach((cells, r) =>
    cells.forEach((cell, c) => {
      if (cell !== undefined) putInput(sheet, first.top + r, first.left + c, cell);
    }),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return undefined;
  const area = { ...first, bottom: first.top + rows.length - 1, right: first.left + width - 1 };
  sheet.changed(area);
  return area;
}

/** Values of an area, row by row; empty cells are null. */
export function valuesOf(sheet: Worksheet | undefined, address: string): CellValue[][] {
  const area = parseArea(address);
  if (!sheet || !area) throw new Error(`No such sheet or address: ${address}`);
  const rows: CellValue[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: CellValue[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(sheet.value(row, column));
    rows.push(cells);
  }
  return rows;
}

/** The table of this name; the test fails when there is none. */
export function tableOf(workbook: Workbook, name: string): Table {
  const table = workbook.table(name);
  if (!table) throw new Error(`No table ${name}`);
  return table;
}

/** The sheet of this name; the test fails when there is none. */
export function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.sheet(name);
  if (!sheet) throw new Error(`No sheet ${name}`);
  return sheet;
}

const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

function putInput(sheet: Worksheet, row: number, column: number, input: Exclude<CellInput, undefined>): void {
  if (typeof input === 'object' && input !== null && 'formula' in input) {
    sheet.write(row, column, { formula: input.formula.replace(/^=/, '') });
    const cell = sheet.cell(row, column);
    if (cell && input.value !== undefined) cell.value = input.value;
  } else if (typeof input === 'string' && input.startsWith('=')) {
    sheet.write(row, column, { formula: input.slice(1) });
  } else if (typeof input === 'string' && ERRORS.test(input)) {
    sheet.write(row, column, { value: new CellError(input as CellError['code']) });
  } else {
    sheet.write(row, column, { value: input });
  }
}

function isRows(input: SheetInput): input is readonly (readonly CellInput[])[] {
  return Array.isArray(input);
}
