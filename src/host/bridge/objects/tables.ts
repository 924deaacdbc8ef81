import { areasEqual } from '../../model/area';
import type { Area } from '../../model/cell';
import { addTable, convertTableToRange, dataArea, renameTable, resizeTable } from '../../model/table';
import type { Table, Workbook, Worksheet } from '../../model/workbook';
import { booleanOf, integerOf, isAbsent, targetOf, textOf } from '../arguments';
import { checkWritable } from '../cells';
import type { ObjectType, Property } from '../define';
import { HostObject, method, navigation, property } from '../define';
import { fail } from '../errors';
import { EVENT, WORKBOOK_TARGET } from '../events';
import { eventMethods } from '../eventMethods';
import { applyFilters, changeFilters } from '../filter';
import type { Host } from '../host';
import { areaOf } from '../references';
import { deleteTable, setShowHeaders, setShowTotals } from '../tableParts';
import { parseReference } from '../used';
import { autoFilterType } from './autoFilter';
import { rangeType } from './range';
import { tableSortType } from './sort';
import { tableColumnCollectionType, tableRowCollectionType } from './tableLines';
import { rangeObject, worksheetType } from './worksheet';

/** Tables of the workbook or of one sheet. */
export interface TableScope {
  readonly workbook: Workbook;
  readonly sheet?: Worksheet;
}

/** Tables that a range touches. */
export interface TableList {
  readonly tables: readonly Table[];
}

export const tableObject = (table: Table) => HostObject.of(tableType, table);

function tablesOfScope({ workbook, sheet }: TableScope): readonly Table[] {
  return sheet ? sheet.tables : workbook.sheets.flatMap((item) => item.tables);
}

function findTable(tables: readonly Table[], key: unknown): HostObject | null {
  if (typeof key !== 'string' && typeof key !== 'number') return fail('InvalidArgument');
  const wanted = String(key).toLowerCase();
  const table =
    tables.find((item) => String(item.id) === wanted) ?? tables.find((item) => item.name.toLowerCase() === wanted);
  return table ? tableObject(table) : null;
}

/** Where a new table goes: a range, or an address (on the collection's sheet, else the active one). */
function placeOf(value: unknown, { workbook, sheet }: TableScope): { sheet: Worksheet; area: Area } {
  if (typeof value !== 'string') {
    const range = targetOf(value, rangeType);
    return { sheet: range.sheet, area: areaOf(range) };
  }
  const reference = parseReference(value) ?? fail('InvalidArgument');
  const place = reference.sheet === undefined ? (sheet ?? workbook.activeSheet) : workbook.sheet(reference.sheet);
  return { sheet: place ?? fail('InvalidArgument'), area: reference.area };
}

function createTable(scope: TableScope, address: unknown, hasHeaders: unknown, host: Host): HostObject {
  const { sheet, area } = placeOf(address, scope);
  checkWritable(sheet, area, host);
  if (booleanOf(hasHeaders)) return changed(addTable(sheet, area), area);
  // Without a header row Excel makes room for one above the data.
  const table = addTable(sheet, { ...area, bottom: area.bottom }, { showHeaders: false });
  setShowHeaders(table, true, host);
  return changed(table, table.area);
}

/** A new table writes its header cells: those who listen are told. */
function changed(table: Table, area: Area): HostObject {
  table.sheet.changed(area);
  return tableObject(table);
}

const targetsOf = ({ sheet }: TableScope) => sheet?.id ?? WORKBOOK_TARGET;

export const tableCollectionType: ObjectType<TableScope> = {
  name: 'TableCollection',
  properties: { Count: property((scope) => tablesOfScope(scope).length) },
  objects: {},
  items: (scope) => tablesOfScope(scope).map(tableObject),
  item: (scope, key) => findTable(tablesOfScope(scope), key),
  methods: {
    Add: method((scope, [address, hasHeaders], host) => createTable(scope, address, hasHeaders, host)),
    GetCount: method((scope) => tablesOfScope(scope).length, '1.4'),
    GetItemAt: method((scope, [index]) => {
      const table = tablesOfScope(scope)[integerOf(index, 0)];
      return table ? tableObject(table) : fail('InvalidArgument');
    }),
    GetItemOrNullObject: method((scope, [key]) => findTable(tablesOfScope(scope), key), '1.4'),
    ...eventMethods<TableScope>(targetsOf, {
      DataChanged: [EVENT.tableChanged, '1.7'],
      Added: [EVENT.tableAdded, '1.9'],
      Deleted: [EVENT.tableDeleted, '1.9'],
    }),
  },
};

export const tableScopedCollectionType: ObjectType<TableList> = {
  name: 'TableScopedCollection',
  properties: {},
  objects: {},
  items: ({ tables }) => tables.map(tableObject),
  item: ({ tables }, key) => findTable(tables, key),
  methods: {
    GetCount: method(({ tables }) => tables.length),
    GetFirst: method(({ tables }) => (tables[0] ? tableObject(tables[0]) : fail('ItemNotFound'))),
    GetItemOrNullObject: method(({ tables }, [key]) => findTable(tables, key), '1.14'),
  },
};

type Flag =
  'showBandedRows' | 'showBandedColumns' | 'showFilterButton' | 'highlightFirstColumn' | 'highlightLastColumn';

const flag = (key: Flag): Property<Table> =>
  property(
    (table) => table[key],
    (table, value, host) => {
      checkWritable(table.sheet, undefined, host);
      table[key] = booleanOf(value);
    },
    '1.3',
  );

/** The part of a table as a range; null where the table has no such row. */
const part = (pick: (table: Table) => Area | null) =>
  method((table: Table, _args: readonly unknown[], host: Host) => {
    const area = pick(table);
    return area ? rangeObject(table.sheet, { ...area }, host) : fail('ItemNotFound');
  });

export const headerArea = (table: Table): Area | null =>
  table.showHeaders ? { ...table.area, bottom: table.area.top } : null;
export const totalsArea = (table: Table): Area | null =>
  table.showTotals ? { ...table.area, top: table.area.bottom } : null;

/** Changes where a table lies; the new area is a range or an address on the table's sheet. */
function resize(table: Table, value: unknown, host: Host): void {
  const text = typeof value === 'string' ? value : undefined;
  const reference = text === undefined ? undefined : (parseReference(text) ?? fail('InvalidArgument'));
  const range = text === undefined ? targetOf(value, rangeType) : undefined;
  const isElsewhere =
    (range && range.sheet !== table.sheet) ||
    (reference?.sheet !== undefined && host.workbook.sheet(reference.sheet) !== table.sheet);
  if (isElsewhere) fail('InvalidArgument');
  const area = range ? areaOf(range) : (reference?.area ?? fail('InvalidArgument'));
  checkWritable(table.sheet, area, host);
  if (areasEqual(area, table.area)) return;
  resizeTable(table, area);
  table.sheet.changed({ ...table.area, bottom: table.area.top });
}

export const tableType: ObjectType<Table> = {
  name: 'Table',
  id: (table) => String(table.id),
  exists: (table, host) => host.workbook.sheets.includes(table.sheet) && table.sheet.tables.includes(table),
  properties: {
    Id: property((table) => String(table.id)),
    LegacyId: property((table) => String(table.id), undefined, '1.8'),
    Name: property(
      (table) => table.name,
      (table, value) => renameTable(table, textOf(value)),
    ),
    Style: property(
      (table) => table.style,
      (table, value, host) => {
        checkWritable(table.sheet, undefined, host);
        table.style = isAbsent(value) ? '' : textOf(value);
      },
    ),
    ShowHeaders: property(
      (table) => table.showHeaders,
      (table, value, host) => setShowHeaders(table, booleanOf(value), host),
    ),
    ShowTotals: property(
      (table) => table.showTotals,
      (table, value, host) => setShowTotals(table, booleanOf(value), host),
    ),
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    ShowFilterButton: flag('showFilterButton'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
  },
  objects: {
    Columns: navigation(
      () => tableColumnCollectionType,
      (table) => table,
    ),
    Rows: navigation(
      () => tableRowCollectionType,
      (table) => table,
    ),
    Worksheet: navigation(
      () => worksheetType,
      (table) => table.sheet,
      '1.2',
    ),
    Sort: navigation(
      () => tableSortType,
      (table) => table,
      '1.2',
    ),
    AutoFilter: navigation(
      () => autoFilterType,
      (table) => ({ sheet: table.sheet, table }),
      '1.9',
    ),
  },
  methods: {
    GetRange: part((table) => table.area),
    GetHeaderRowRange: part(headerArea),
    GetDataBodyRange: part(dataArea),
    GetTotalRowRange: part(totalsArea),
    Resize: method((table, [range], host) => resize(table, range, host), '1.13'),
    ClearFilters: method((table, _args, host) => changeFilters({ sheet: table.sheet, table }, [], host), '1.2'),
    ReapplyFilters: method((table, _args, host) => applyFilters({ sheet: table.sheet, table }, host), '1.2'),
    Delete: method((table, _args, host) => deleteTable(table, host)),
    ConvertToRange: method((table, _args, host) => {
      checkWritable(table.sheet, undefined, host);
      const area = { ...table.area };
      convertTableToRange(table);
      return rangeObject(table.sheet, area, host);
    }, '1.2'),
    ...eventMethods<Table>((table) => String(table.id), {
      DataChanged: [EVENT.tableChanged, '1.7'],
      SelectionChanged: [EVENT.tableSelectionChanged, '1.7'],
    }),
  },
};
