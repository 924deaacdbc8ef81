import { areaAddress } from './address';
import { intersectAreas } from './area';
import type { Area } from './cell';
import { MAX_COLUMNS, MAX_ROWS } from './cell';
import { ModelError } from './change';
import { checkNewName } from './names';
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
 * An area of one row gets an empty data row below its header.
 *
 * @throws {ModelError} 'OverlapsTable', 'SplitsMerge' (merged cells in the area), 'InvalidName' or 'NameTaken'.
 */
export function addTable(sheet: Worksheet, area: Area, options: TableOptions = {}): Table {
  const { workbook } = sheet;
  const showHeaders = options.showHeaders ?? true;
  const whole = showHeaders && area.top === area.bottom ? { ...area, bottom: area.bottom + 1 } : { ...area };
  checkTableArea(sheet, whole, undefined);
  if (options.name !== undefined) checkNewName(workbook, options.name);
  const table: Table = {
    id: nextTableId(workbook),
    name: options.name ?? freeTableName(workbook, 'Table'),
    sheet,
    area: whole,
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
  readColumns(table);
  sheet.tables.push(table);
  writeHeaders(table);
  workbook.structureChanged();
  return table;
}

/**
 * Gives a table another area; its header row stays in the same row. Columns that stay keep their names and ids, new ones take
 * the names of their header cells.
 *
 * @throws {ModelError} 'InvalidArea' when the header row would move or no data row would be left; 'OverlapsTable', 'SplitsMerge'.
 */
export function resizeTable(table: Table, area: Area): void {
  const least = (table.showHeaders ? 1 : 0) + (table.showTotals ? 1 : 0);
  const overlaps = intersectAreas(table.area, area);
  if ((table.showHeaders && area.top !== table.area.top) || !overlaps || area.bottom - area.top < least)
    throw new ModelError('InvalidArea', `The table ${table.name} cannot be made ${areaAddress(area)}.`);
  checkTableArea(table.sheet, area, table);
  const kept = new Map(table.columns.map((column, i) => [table.area.left + i, column]));
  const before = table.columns.map(({ name }) => name);
  table.area = { ...area };
  readColumns(table, kept);
  writeHeaders(table);
  table.sheet.workbook.adjustFormulas?.({ kind: 'deleteColumns', table, before });
  table.sheet.workbook.structureChanged();
}

/** Makes a table plain cells: values, formulas and formats stay, and formulas that named it point to them. */
export function convertTableToRange(table: Table): void {
  table.sheet.workbook.adjustFormulas?.({ kind: 'convertTable', table });
  takeTable(table);
}

/** Removes a table whose cells go too: formulas that named it become #REF!. */
export function removeTable(table: Table): void {
  takeTable(table);
  table.sheet.workbook.adjustFormulas?.({ kind: 'deleteTable', table });
}

function takeTable(table: Table): void {
  const at = table.sheet.tables.indexOf(table);
  if (at >= 0) table.sheet.tables.splice(at, 1);
  table.sheet.workbook.structureChanged();
}

/** Gives a table another name; formulas follow. @throws {ModelError} 'InvalidName' or 'NameTaken'. */
export function renameTable(table: Table, name: string): void {
  const from = table.name;
  if (from === name) return;
  if (from.toLowerCase() !== name.toLowerCase()) checkNewName(table.sheet.workbook, name);
  table.name = name;
  table.sheet.workbook.adjustFormulas?.({ kind: 'renameTable', table, from, to: name });
  table.sheet.workbook.structureChanged();
}

/**
 * Takes the header cells' texts as the columns' names, after somebody typed into them; formulas follow.
 * Names that come out empty or twice are changed, and the cells with them.
 */
export function adoptHeaders(table: Table): void {
  if (!table.showHeaders) return;
  const before = table.columns.map((column) => column.name);
  const names: string[] = [];
  table.columns.forEach((column, i) => {
    column.name = freeColumnName(names, headerText(table, i) || `Column${i + 1}`);
    names.push(column.name);
  });
  writeHeaders(table);
  before.forEach((from, i) => {
    const to = names[i];
    if (to !== undefined && to !== from)
      table.sheet.workbook.adjustFormulas?.({ kind: 'renameColumn', table, from, to });
  });
}

/** The table's rows between header and totals. */
export function dataArea(table: Table): Area {
  return {
    ...table.area,
    top: table.area.top + (table.showHeaders ? 1 : 0),
    bottom: table.area.bottom - (table.showTotals ? 1 : 0),
  };
}

/** The table of a cell, if any. */
export function tableAt(sheet: Worksheet, row: number, column: number): Table | undefined {
  return sheet.tables.find(
    ({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
  );
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
  const stem = wanted.replace(/\d+$/, '') || wanted;
  let number = wanted === stem ? 2 : Number(wanted.slice(stem.length)) + 1;
  while (used.has(`${stem}${number}`.toLowerCase())) number++;
  return `${stem}${number}`;
}

/** The first of 'Table1', 'Table2' … that neither a table nor a name has. */
export function freeTableName(workbook: Workbook, stem: string): string {
  const taken = new Set(
    [...workbook.sheets.flatMap((s) => s.tables), ...workbook.names].map((named) => named.name.toLowerCase()),
  );
  let number = 1;
  while (taken.has(`${stem}${number}`.toLowerCase())) number++;
  return `${stem}${number}`;
}

function checkTableArea(sheet: Worksheet, area: Area, except: Table | undefined): void {
  if (area.bottom >= MAX_ROWS || area.right >= MAX_COLUMNS || area.top < 0 || area.left < 0)
    throw new ModelError('OutOfSheet', 'The table would not fit on the sheet.');
  const other = sheet.tables.find((table) => table !== except && intersectAreas(table.area, area));
  if (other) throw new ModelError('OverlapsTable', `The area overlaps the table ${other.name}.`);
  if (sheet.merges.some((merge) => intersectAreas(merge, area)))
    throw new ModelError('SplitsMerge', 'A table cannot hold merged cells.');
}

function readColumns(table: Table, kept: ReadonlyMap<number, Table['columns'][number]> = new Map()): void {
  const columns: Table['columns'] = [];
  let id = [...kept.values()].reduce((most, column) => Math.max(most, column.id), 0);
  for (let at = table.area.left; at <= table.area.right; at++) {
    const known = kept.get(at);
    if (known) columns.push(known);
    else columns.push({ id: ++id, name: '' });
  }
  table.columns = columns;
  const taken = columns.map((column) => column.name).filter((name) => name !== '');
  columns.forEach((column, i) => {
    if (column.name !== '') return;
    column.name = freeColumnName(taken, headerText(table, i) || `Column${i + 1}`);
    taken.push(column.name);
  });
}

function nextTableId(workbook: Workbook): number {
  return workbook.sheets.flatMap((s) => s.tables).reduce((most, table) => Math.max(most, table.id), 0) + 1;
}

function headerText(table: Table, index: number): string {
  if (!table.showHeaders) return '';
  const value = table.sheet.value(table.area.top, table.area.left + index);
  if (value === null) return '';
  if (typeof value === 'object') return value.code;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
