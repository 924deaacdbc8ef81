import { sheetOf, tableOf, valuesOf } from '../../support/workbook';
import { codeOf, runExcel, sampleWorkbook } from './support';

const onTable = async (act: (table: Excel.Table, context: Excel.RequestContext) => void) => {
  const workbook = sampleWorkbook();
  await runExcel(workbook, async (context) => {
    act(context.workbook.tables.getItem('Sales'), context);
    return context.sync();
  });
  return workbook;
};

describe('tables through the real client', () => {
  it('TableCollection.add makes a table of a range, with a header row of its own where there is none', async () => {
    const workbook = await onTable((_table, context) => {
      const notes = context.workbook.worksheets.getItem('Notes');
      notes.tables.add('A1:C3', true).name = 'WithHeaders';
      notes.tables.add('E5:F6', false).name = 'Without';
    });
    expect(tableOf(workbook, 'WithHeaders').columns.map((c) => c.name)).toEqual(['Name', 'Value', 'Double']);
    expect(tableOf(workbook, 'Without').area).toEqual({ top: 3, left: 4, bottom: 5, right: 5 });
    expect(valuesOf(sheetOf(workbook, 'Notes'), 'E4:F4')).toEqual([['Column1', 'Column2']]);
  });

  it('TableCollection.getCount, TableCollection.getItemAt and TableCollection.getItemOrNullObject find tables', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const { tables } = context.workbook;
      const count = tables.getCount();
      const first = tables.getItemAt(0);
      const none = tables.getItemOrNullObject('None');
      first.load('name');
      await context.sync();
      return [count.value, first.name, none.isNullObject];
    });
    expect(found).toEqual([1, 'Sales', true]);
  });

  it('Table.resize takes in rows below, and refuses to move the header row', async () => {
    const workbook = await onTable((table) => table.resize('A1:C6'));
    expect(tableOf(workbook, 'Sales').area.bottom).toBe(5);
    expect(await codeOf(sampleWorkbook(), (c) => c.workbook.tables.getItem('Sales').resize('A2:C6'))).toBe(
      'InvalidArgument',
    );
  });

  it('Table.showTotals brings a totals row, which Table.getTotalRowRange and TableColumn.getTotalRowRange find', async () => {
    const totals = await runExcel(sampleWorkbook(), async (context) => {
      const table = context.workbook.tables.getItem('Sales');
      table.showTotals = true;
      const range = table.getTotalRowRange();
      const column = table.columns.getItem('Price').getTotalRowRange();
      range.load('address,values,formulas');
      column.load('address');
      await context.sync();
      return [range.address, range.values, (range.formulas as unknown[][])[0]?.[2], column.address];
    });
    expect(totals).toEqual(['Sales!A5:C5', [['Total', '', 31.5]], '=SUBTOTAL(109,Sales[Price])', 'Sales!C5']);
    const absent = (c: Excel.RequestContext) => void c.workbook.tables.getItem('Sales').getTotalRowRange().load();
    expect(await codeOf(sampleWorkbook(), absent)).toBe('ItemNotFound');
  });

  it('Table.showHeaders takes the header row away and brings it back', async () => {
    const workbook = await onTable((table) => {
      table.showHeaders = false;
    });
    expect(tableOf(workbook, 'Sales').area.top).toBe(1);
    await runExcel(workbook, async (context) => {
      context.workbook.tables.getItem('Sales').showHeaders = true;
      return context.sync();
    });
    expect(valuesOf(sheetOf(workbook, 'Sales'), 'A1:C2')).toEqual([
      ['Item', 'Units', 'Price'],
      ['Pump', 3, 10],
    ]);
  });

  it('Table.delete empties the cells, Table.convertToRange leaves them', async () => {
    const deleted = await onTable((table) => table.delete());
    expect(sheetOf(deleted, 'Sales').usedArea()).toBeUndefined();
    const converted = await onTable((table) => void table.convertToRange());
    expect(converted.table('Sales')).toBeUndefined();
    expect(sheetOf(converted, 'Sales').value(1, 0)).toBe('Pump');
  });

  it('TableRowCollection.add and TableRow.delete put rows in and take them out, what stands below moves', async () => {
    const workbook = await onTable((table, context) => {
      context.workbook.worksheets.getItem('Sales').getRange('A5').values = [['below']];
      table.rows.add(undefined, [['Gasket', 1, 2]]);
      table.rows.add(0, [['First', 9, 9]]);
      table.rows.getItemAt(1).delete();
    });
    expect(valuesOf(sheetOf(workbook, 'Sales'), 'A1:A6')).toEqual([
      ['Item'],
      ['First'],
      ['Valve'],
      ['Seal'],
      ['Gasket'],
      ['below'],
    ]);
    expect(tableOf(workbook, 'Sales').area.bottom).toBe(4);
  });

  it('TableRowCollection.getCount and TableRowCollection.getItemAt read rows', async () => {
    const read = await runExcel(sampleWorkbook(), async (context) => {
      const { rows } = context.workbook.tables.getItem('Sales');
      const count = rows.getCount();
      const row = rows.getItemAt(2);
      row.load('values,index');
      rows.load('items/values');
      await context.sync();
      return [count.value, row.values, row.index, rows.items.length];
    });
    expect(read).toEqual([3, [['Seal', 8, 1.5]], 2, 3]);
  });

  it('TableColumnCollection.add and TableColumn.delete put columns in and take them out', async () => {
    const workbook = await onTable((table) => {
      table.columns.add(1, [['Code'], ['p'], ['v'], ['s']]);
      table.columns.add(undefined, undefined, 'Note');
      table.columns.getItem('Units').delete();
    });
    expect(tableOf(workbook, 'Sales').columns.map((c) => c.name)).toEqual(['Item', 'Code', 'Price', 'Note']);
    expect(valuesOf(sheetOf(workbook, 'Sales'), 'A1:D2')).toEqual([
      ['Item', 'Code', 'Price', 'Note'],
      ['Pump', 'p', 10, null],
    ]);
  });

  it('TableColumnCollection.getCount, TableColumnCollection.getItemAt and TableColumnCollection.getItemOrNullObject find columns', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const { columns } = context.workbook.tables.getItem('Sales');
      const count = columns.getCount();
      const second = columns.getItemAt(1);
      const none = columns.getItemOrNullObject('None');
      second.load('name,values,id,index');
      await context.sync();
      return [count.value, second.name, second.values, second.index, none.isNullObject];
    });
    expect(found).toEqual([3, 'Units', [['Units'], [3], [5], [8]], 1, true]);
  });

  it('renames columns by their header cells, and formulas follow', async () => {
    const workbook = await onTable((table, context) => {
      const notes = context.workbook.worksheets.getItem('Notes');
      notes.getRange('E1').formulas = [['=SUM(Sales[Units])']];
      table.columns.getItem('Units').name = 'Pieces';
      table.name = 'Orders';
    });
    expect(sheetOf(workbook, 'Notes').cell(0, 4)).toMatchObject({ formula: 'SUM(Orders[Pieces])', value: 16 });
  });

  it('TableSort.apply sorts the data rows', async () => {
    const workbook = await onTable((table) => table.sort.apply([{ key: 2, ascending: true }]));
    expect(valuesOf(sheetOf(workbook, 'Sales'), 'A2:A4')).toEqual([['Seal'], ['Pump'], ['Valve']]);
  });

  it('Range.getTables, TableScopedCollection.getFirst, TableScopedCollection.getCount and TableScopedCollection.getItemOrNullObject find tables of a range', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sales');
      const part = sheet.getRange('A1').getTables();
      const whole = sheet.getRange('A1').getTables(true);
      const first = part.getFirst();
      first.load('name');
      const counts = [part.getCount(), whole.getCount()];
      const none = part.getItemOrNullObject('None');
      await context.sync();
      return [first.name, ...counts.map((count) => count.value), none.isNullObject];
    });
    expect(found).toEqual(['Sales', 1, 0, true]);
  });

  it('AutoFilter.remove, AutoFilter.apply, AutoFilter.getRange and AutoFilter.getRangeOrNullObject handle filter buttons, AutoFilter.clearCriteria has nothing to clear', async () => {
    const addresses = await runExcel(sampleWorkbook(), async (context) => {
      const { autoFilter } = context.workbook.tables.getItem('Sales');
      const notes = context.workbook.worksheets.getItem('Notes');
      autoFilter.clearCriteria();
      autoFilter.remove();
      const gone = autoFilter.getRangeOrNullObject();
      notes.autoFilter.apply('A1:C3');
      const own = notes.autoFilter.getRange();
      own.load('address');
      await context.sync();
      return [gone.isNullObject, own.address];
    });
    expect(addresses).toEqual([true, 'Notes!A1:C3']);
  });

  it('TableStyleCollection.getDefault, TableStyleCollection.getCount and TableStyleCollection.getItemOrNullObject know Excel’s styles', async () => {
    const known = await runExcel(sampleWorkbook(), async (context) => {
      const { tableStyles } = context.workbook;
      const style = tableStyles.getDefault();
      const dark = tableStyles.getItemOrNullObject('TableStyleDark11');
      const none = tableStyles.getItemOrNullObject('Mine');
      const count = tableStyles.getCount();
      style.load('name');
      await context.sync();
      return [style.name, dark.isNullObject, none.isNullObject, count.value];
    });
    expect(known).toEqual(['TableStyleMedium2', false, true, 60]);
  });
});
