import type { Area } from '../../model/cell';
import { deleteCells, insertCells } from '../../model/shift';
import { dataArea, freeColumnName, resizeTable } from '../../model/table';
import type { Table } from '../../model/workbook';
import { integerOf, isAbsent, textOf } from '../arguments';
import { checkWritable } from '../cells';
import type { ObjectType } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import type { Host } from '../host';
import { apiValue, calculateForReading, readGrid } from '../read';
import { deleteTableRow, insertTableRows } from '../tableParts';
import { writeContents } from '../write';
import { filterType } from './filter';
import { rangeObject } from './worksheet';

/** A column by its id, which stays when others come or go. */
export interface ColumnTarget {
  readonly table: Table;
  readonly id: number;
}

export interface RowTarget {
  readonly table: Table;
  readonly index: number;
}

function indexOf({ table, id }: ColumnTarget): number {
  const index = table.columns.findIndex((column) => column.id === id);
  return index >= 0 ? index : fail('ItemNotFound');
}

const columnArea = (target: ColumnTarget, within: Area): Area => {
  const at = target.table.area.left + indexOf(target);
  return { ...within, left: at, right: at };
};

const columnObject = (table: Table, id: number) => HostObject.of(tableColumnType, { table, id });
const rowObject = (table: Table, index: number) => HostObject.of(tableRowType, { table, index });

function findColumn(table: Table, key: unknown): HostObject | null {
  const column = table.columns.find((item) =>
    typeof key === 'number' ? item.id === key : item.name.toLowerCase() === String(key).toLowerCase(),
  );
  return column ? columnObject(table, column.id) : null;
}

/** Adds a column before `index` (null or -1: at the end) with its values, header first. */
function addColumn(table: Table, args: readonly unknown[], host: Host): HostObject {
  const [index, values, name] = args;
  const { sheet, area } = table;
  checkWritable(sheet, area, host);
  const isLast = isAbsent(index) || index === -1;
  const at = isLast ? table.columns.length : integerOf(index, 0, table.columns.length);
  const names = table.columns.map((column) => column.name);
  const header = freeColumnName(names, isAbsent(name) ? `Column${names.length + 1}` : textOf(name));
  const block = { ...area, left: area.left + at, right: area.left + at };
  const before = area.right;
  host.events.during({ changeType: 'ColumnInserted', shiftDirection: 'ShiftCellRight' }, () =>
    insertCells(sheet, block, 'right'),
  );
  if (table.area.right === before) resizeTable(table, { ...table.area, right: before + 1 });
  const column = table.columns[at];
  if (!column) return fail('GeneralException');
  const target = { table, id: column.id };
  const cells = columnArea(target, table.area);
  if (table.showHeaders) writeContents(sheet, { ...cells, bottom: cells.top }, [[header]], host);
  else column.name = header;
  if (!isAbsent(values)) writeColumnValues(target, values, host);
  return HostObject.of(tableColumnType, target);
}

/** Values of a whole column: header, data and totals, or one scalar for the data. */
function writeColumnValues(target: ColumnTarget, values: unknown, host: Host): void {
  const { table } = target;
  const area = Array.isArray(values) ? columnArea(target, table.area) : columnArea(target, dataArea(table));
  writeContents(table.sheet, area, values, host);
}

function deleteColumn(target: ColumnTarget, host: Host): void {
  const { table } = target;
  checkWritable(table.sheet, table.area, host);
  if (table.columns.length === 1) fail('InvalidOperation');
  host.events.during({ changeType: 'ColumnDeleted', shiftDirection: 'ShiftCellLeft' }, () =>
    deleteCells(table.sheet, columnArea(target, table.area), 'left'),
  );
}

export const tableColumnCollectionType: ObjectType<Table> = {
  name: 'TableColumnCollection',
  properties: { Count: property((table) => table.columns.length) },
  objects: {},
  items: (table) => table.columns.map((column) => columnObject(table, column.id)),
  item: findColumn,
  methods: {
    Add: method((table, args, host) => addColumn(table, args, host)),
    GetCount: method((table) => table.columns.length, '1.4'),
    GetItemAt: method((table, [index]) => {
      const column = table.columns[integerOf(index, 0)];
      return column ? columnObject(table, column.id) : fail('InvalidArgument');
    }),
    GetItemOrNullObject: method((table, [key]) => findColumn(table, key), '1.4'),
  },
};

export const tableColumnType: ObjectType<ColumnTarget> = {
  name: 'TableColumn',
  id: ({ id }) => id,
  exists: ({ table, id }, host) =>
    host.workbook.sheets.includes(table.sheet) &&
    table.sheet.tables.includes(table) &&
    table.columns.some((column) => column.id === id),
  properties: {
    Id: property(({ id }) => id),
    Index: property(indexOf),
    Name: property(
      (target) => target.table.columns[indexOf(target)]?.name ?? '',
      (target, value, host) => {
        const { table } = target;
        const area = columnArea(target, { ...table.area, bottom: table.area.top });
        if (table.showHeaders) writeContents(table.sheet, area, [[textOf(value)]], host);
        else {
          const column = table.columns[indexOf(target)];
          if (column) column.name = textOf(value);
        }
      },
    ),
    Values: property(
      (target, host) => {
        calculateForReading(host);
        const area = columnArea(target, target.table.area);
        return readGrid(target.table.sheet, area, host, (cell) => apiValue(cell?.value ?? null));
      },
      (target, value, host) => writeColumnValues(target, value, host),
    ),
  },
  objects: {
    Filter: navigation(
      () => filterType,
      (target) => ({ sheet: target.table.sheet, table: target.table, column: indexOf(target) }),
      '1.2',
    ),
  },
  methods: {
    Delete: method((target, _args, host) => deleteColumn(target, host)),
    GetRange: method((target, _args, host) =>
      rangeObject(target.table.sheet, columnArea(target, target.table.area), host),
    ),
    GetHeaderRowRange: method((target, _args, host) => {
      const { table } = target;
      if (!table.showHeaders) return fail('ItemNotFound');
      return rangeObject(table.sheet, columnArea(target, { ...table.area, bottom: table.area.top }), host);
    }),
    GetDataBodyRange: method((target, _args, host) =>
      rangeObject(target.table.sheet, columnArea(target, dataArea(target.table)), host),
    ),
    GetTotalRowRange: method((target, _args, host) => {
      const { table } = target;
      if (!table.showTotals) return fail('ItemNotFound');
      return rangeObject(table.sheet, columnArea(target, { ...table.area, top: table.area.bottom }), host);
    }),
  },
};

const rowsOf = (table: Table) => {
  const { top, bottom } = dataArea(table);
  return bottom - top + 1;
};

const rowArea = ({ table, index }: RowTarget): Area => {
  const data = dataArea(table);
  return index < rowsOf(table) ? { ...data, top: data.top + index, bottom: data.top + index } : fail('ItemNotFound');
};

/** Adds rows before `index` (null or -1: at the end) and writes their values. */
function addRows(table: Table, [index, values]: readonly unknown[], host: Host): HostObject {
  const at = isAbsent(index) || index === -1 ? rowsOf(table) : integerOf(index, 0, rowsOf(table));
  const rows = Array.isArray(values) && Array.isArray(values[0]) ? (values as unknown[]) : undefined;
  const count = rows?.length ?? 1;
  const width = table.columns.length;
  if (rows?.some((row) => !Array.isArray(row) || row.length !== width)) return fail('InvalidArgument');
  const row = insertTableRows(table, at, count, host);
  const area = { ...table.area, top: row, bottom: row + count - 1 };
  if (!isAbsent(values)) writeContents(table.sheet, area, rows ?? values, host);
  return rowObject(table, at);
}

export const tableRowCollectionType: ObjectType<Table> = {
  name: 'TableRowCollection',
  properties: { Count: property(rowsOf) },
  objects: {},
  items: (table) => Array.from({ length: rowsOf(table) }, (_, index) => rowObject(table, index)),
  methods: {
    Add: method((table, args, host) => addRows(table, args, host)),
    GetCount: method(rowsOf, '1.4'),
    GetItemAt: method((table, [index]) => {
      const at = integerOf(index, 0);
      return at < rowsOf(table) ? rowObject(table, at) : fail('InvalidArgument');
    }),
  },
};

export const tableRowType: ObjectType<RowTarget> = {
  name: 'TableRow',
  exists: ({ table, index }, host) =>
    host.workbook.sheets.includes(table.sheet) && table.sheet.tables.includes(table) && index < rowsOf(table),
  properties: {
    Index: property(({ index }) => index),
    Values: property(
      (target, host) => {
        calculateForReading(host);
        return readGrid(target.table.sheet, rowArea(target), host, (cell) => apiValue(cell?.value ?? null));
      },
      (target, value, host) => writeContents(target.table.sheet, rowArea(target), value, host),
    ),
  },
  objects: {},
  methods: {
    Delete: method(({ table, index }, _args, host) => deleteTableRow(table, index, host)),
    GetRange: method((target, _args, host) => rangeObject(target.table.sheet, rowArea(target), host)),
  },
};
