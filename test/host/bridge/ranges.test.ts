import { sheetOf, valuesOf } from '../../support/workbook';
import { codeOf, runExcel, sampleWorkbook } from './support';

type Find = (sheet: Excel.Worksheet, context: Excel.RequestContext) => Excel.Range;

/** What each method that leads to another range finds, from the sheet Notes (A1:C5) of the sample. */
const FOUND: readonly (readonly [string, Find, string])[] = [
  ['Worksheet.getRange', (s) => s.getRange('B2:C3'), 'Notes!B2:C3'],
  ['Worksheet.getRange (whole columns)', (s) => s.getRange('B:C'), 'Notes!B:C'],
  ['Worksheet.getRange (whole sheet)', (s) => s.getRange(), 'Notes!A:XFD'],
  ['Worksheet.getRangeByIndexes', (s) => s.getRangeByIndexes(1, 2, 3, 1), 'Notes!C2:C4'],
  ['Worksheet.getCell', (s) => s.getCell(4, 0), 'Notes!A5'],
  ['Worksheet.getUsedRange', (s) => s.getUsedRange(), 'Notes!A1:C5'],
  ['Worksheet.getUsedRangeOrNullObject', (s) => s.getUsedRangeOrNullObject(true), 'Notes!A1:C5'],
  ['Range.getCell', (s) => s.getRange('B2:C3').getCell(1, 1), 'Notes!C3'],
  ['Range.getCell (outside)', (s) => s.getRange('B2:C3').getCell(5, 5), 'Notes!G7'],
  ['Range.getRow', (s) => s.getRange('B2:C3').getRow(1), 'Notes!B3:C3'],
  ['Range.getColumn', (s) => s.getRange('B2:C3').getColumn(0), 'Notes!B2:B3'],
  ['Range.getLastCell', (s) => s.getRange('B2:C3').getLastCell(), 'Notes!C3'],
  ['Range.getLastRow', (s) => s.getRange('B2:C3').getLastRow(), 'Notes!B3:C3'],
  ['Range.getLastColumn', (s) => s.getRange('B2:C3').getLastColumn(), 'Notes!C2:C3'],
  ['Range.getEntireRow', (s) => s.getRange('B2:C3').getEntireRow(), 'Notes!2:3'],
  ['Range.getEntireColumn', (s) => s.getRange('B2:C3').getEntireColumn(), 'Notes!B:C'],
  ['Range.getOffsetRange', (s) => s.getRange('B2:C3').getOffsetRange(2, -1), 'Notes!A4:B5'],
  ['Range.getResizedRange', (s) => s.getRange('B2:C3').getResizedRange(2, 1), 'Notes!B2:D5'],
  ['Range.getAbsoluteResizedRange', (s) => s.getRange('B2:C3').getAbsoluteResizedRange(1, 4), 'Notes!B2:E2'],
  ['Range.getBoundingRect', (s) => s.getRange('B2').getBoundingRect(s.getRange('D5')), 'Notes!B2:D5'],
  ['Range.getIntersection', (s) => s.getRange('A1:C3').getIntersection(s.getRange('B2:F9')), 'Notes!B2:C3'],
  ['Range.getIntersectionOrNullObject', (s) => s.getRange('A1:C3').getIntersectionOrNullObject('B3:B9'), 'Notes!B3'],
  ['Range.getRowsAbove', (s) => s.getRange('B4:C5').getRowsAbove(2), 'Notes!B2:C3'],
  ['Range.getRowsBelow', (s) => s.getRange('B2:C3').getRowsBelow(1), 'Notes!B4:C4'],
  ['Range.getColumnsBefore', (s) => s.getRange('D2:E3').getColumnsBefore(2), 'Notes!B2:C3'],
  ['Range.getColumnsAfter', (s) => s.getRange('B2:C3').getColumnsAfter(1), 'Notes!D2:D3'],
  ['Range.getUsedRange', (s) => s.getRange('B:B').getUsedRange(true), 'Notes!B1:B5'],
  ['Range.getUsedRangeOrNullObject', (s) => s.getRange('A2:Z3').getUsedRangeOrNullObject(true), 'Notes!A2:C3'],
  ['Range.getSurroundingRegion', (s) => s.getRange('B2').getSurroundingRegion(), 'Notes!A1:C3'],
  ['Range.getRangeEdge', (s) => s.getRange('A1').getRangeEdge('Down'), 'Notes!A3'],
  ['Range.getRangeEdge (over a gap)', (s) => s.getRange('A3').getRangeEdge('Down'), 'Notes!A5'],
  ['Range.getRangeEdge (to the end)', (s) => s.getRange('A5').getRangeEdge('Down'), 'Notes!A1048576'],
  ['Range.getExtendedRange', (s) => s.getRange('A1').getExtendedRange('Right'), 'Notes!A1:C1'],
  ['Range.find', (s) => s.getRange('A1:C5').find('fa', {}), 'Notes!A5'],
  ['Range.findOrNullObject', (s) => s.getRange('A1:C5').findOrNullObject('b', { completeMatch: true }), 'Notes!A3'],
  ['Table.getRange', (_s, c) => c.workbook.tables.getItem('Sales').getRange(), 'Sales!A1:C4'],
  ['Table.getHeaderRowRange', (_s, c) => c.workbook.tables.getItem('Sales').getHeaderRowRange(), 'Sales!A1:C1'],
  ['Table.getDataBodyRange', (_s, c) => c.workbook.tables.getItem('Sales').getDataBodyRange(), 'Sales!A2:C4'],
  [
    'TableColumn.getRange',
    (_s, c) => c.workbook.tables.getItem('Sales').columns.getItem('Units').getRange(),
    'Sales!B1:B4',
  ],
  [
    'TableColumn.getDataBodyRange',
    (_s, c) => c.workbook.tables.getItem('Sales').columns.getItemAt(2).getDataBodyRange(),
    'Sales!C2:C4',
  ],
  [
    'TableColumn.getHeaderRowRange',
    (_s, c) => c.workbook.tables.getItem('Sales').columns.getItemAt(2).getHeaderRowRange(),
    'Sales!C1',
  ],
  ['TableRow.getRange', (_s, c) => c.workbook.tables.getItem('Sales').rows.getItemAt(1).getRange(), 'Sales!A3:C3'],
  ['NamedItem.getRange', (s, c) => c.workbook.names.add('Here', s.getRange('B2:B3')).getRange(), 'Notes!B2:B3'],
  [
    'NamedItem.getRangeOrNullObject',
    (s, c) => c.workbook.names.add('Here', s.getRange('B2')).getRangeOrNullObject(),
    'Notes!B2',
  ],
  [
    'Workbook.getSelectedRange',
    (s, c) => {
      s.getRange('B3').select();
      return c.workbook.getSelectedRange();
    },
    'Notes!B3',
  ],
  [
    'Workbook.getActiveCell',
    (s, c) => {
      s.getRange('B3:C4').select();
      return c.workbook.getActiveCell();
    },
    'Notes!B3',
  ],
  ['Comment.getLocation', (s) => s.comments.add(s.getRange('C2'), 'x').getLocation(), 'Notes!C2'],
];

describe('methods that lead to a range', () => {
  it.each(FOUND)('%s', async (_name, find, address) => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const range = find(context.workbook.worksheets.getItem('Notes'), context);
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(found).toBe(address);
  });

  it('Worksheet.getRange finds a name, and a table by its data', async () => {
    const addresses = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sales');
      context.workbook.names.add('Prices', sheet.getRange('C2:C4'));
      const ranges = [sheet.getRange('Prices'), sheet.getRange('Sales')];
      ranges.forEach((range) => range.load('address'));
      await context.sync();
      return ranges.map((range) => range.address);
    });
    expect(addresses).toEqual(['Sales!C2:C4', 'Sales!A2:C4']);
  });

  it('answers null objects where nothing is found, and their methods do nothing', async () => {
    const nulls = await runExcel(sampleWorkbook(), async (context) => {
      const { worksheets, tables, names } = context.workbook;
      const sheet = worksheets.getItem('Notes');
      const objects = [
        worksheets.getItemOrNullObject('None'),
        tables.getItemOrNullObject('None'),
        names.getItemOrNullObject('None'),
        sheet.getRange('A1').getIntersectionOrNullObject('B2'),
        sheet.getRange('Z1:Z9').getUsedRangeOrNullObject(),
        sheet.getRange('A1').findOrNullObject('zzz', {}),
        worksheets.getItemOrNullObject('None').getRange('A1'),
      ];
      objects.forEach((object) => object.load());
      worksheets.getItemOrNullObject('None').delete();
      await context.sync();
      return objects.map((object) => object.isNullObject);
    });
    expect(nulls).toEqual(nulls.map(() => true));
  });

  it.each([
    ['getItem of no sheet', (c: Excel.RequestContext) => c.workbook.worksheets.getItem('None').load(), 'ItemNotFound'],
    [
      'getRange of no address',
      (c: Excel.RequestContext) => c.workbook.worksheets.getFirst().getRange('A0'),
      'InvalidArgument',
    ],
    [
      'an offset off the sheet',
      (c: Excel.RequestContext) => c.workbook.worksheets.getFirst().getRange('A1').getOffsetRange(-1, 0),
      'InvalidArgument',
    ],
    [
      'no intersection',
      (c: Excel.RequestContext) => c.workbook.worksheets.getFirst().getRange('A1').getIntersection('B1').load(),
      'ItemNotFound',
    ],
    [
      'find of nothing',
      (c: Excel.RequestContext) => c.workbook.worksheets.getFirst().getRange('A1').find('zz', {}).load(),
      'ItemNotFound',
    ],
    [
      'a property that is not there',
      (c: Excel.RequestContext) => c.workbook.worksheets.getFirst().load('nothing'),
      'ApiNotFound',
    ],
    [
      'a member that is not served',
      (c: Excel.RequestContext) => c.workbook.worksheets.getFirst().getRange('A1').flashFill(),
      'ApiNotFound',
    ],
    ['an object that is not served', (c: Excel.RequestContext) => c.workbook.pivotTables.load('items'), 'ApiNotFound'],
  ])('refuses %s', async (_name, act, code) => {
    expect(await codeOf(sampleWorkbook(), (context) => void act(context))).toBe(code);
  });

  it('Range.insert moves cells down, and a tracked range with them', async () => {
    const workbook = sampleWorkbook();
    const address = await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      const tracked = sheet.getRange('B3').track();
      await context.sync();
      sheet.getRange('2:2').insert('Down');
      await context.sync();
      tracked.load('address,formulas');
      const formula = sheet.getRange('C4');
      formula.load('formulas');
      await context.sync();
      tracked.untrack();
      return [tracked.address, formula.formulas];
    });
    expect(address).toEqual(['Notes!B4', [['=B4*2']]]);
    expect(valuesOf(sheetOf(workbook, 'Notes'), 'A1:A4')).toEqual([['Name'], [null], ['a'], ['b']]);
  });

  it('Range.delete moves cells up; a tracked range whose cells are gone is an InvalidReference', async () => {
    const workbook = sampleWorkbook();
    const code = await codeOf(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      const tracked = sheet.getRange('A2');
      tracked.track();
      sheet.getRange('2:2').delete('Up');
      await context.sync();
      tracked.load('values');
    });
    expect(code).toBe('InvalidReference');
    expect(valuesOf(sheetOf(workbook, 'Notes'), 'A1:A2')).toEqual([['Name'], ['b']]);
  });

  it('Range.clear takes contents, formats or both', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('A1:B2').format.fill.color = '#FF0000';
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('B1').clear('Formats');
      sheet.getRange('A2:B2').clear();
      await context.sync();
    });
    const sheet = sheetOf(workbook, 'Notes');
    expect(sheet.cell(0, 0)).toMatchObject({ value: null });
    expect(sheet.cell(0, 1)).toEqual({ value: 'Value', style: 0 });
    expect(sheet.cell(1, 0)).toBeUndefined();
  });

  it('Range.copyFrom copies formulas with their references moved, values alone, and transposed', async () => {
    const values = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('D2').copyFrom('C2');
      sheet.getRange('E2').copyFrom('C2', 'Values');
      sheet.getRange('G1').copyFrom('A1:C2', 'Values', false, true);
      const all = [sheet.getRange('D2:E2'), sheet.getRange('G1:H3')];
      all.forEach((range) => range.load('formulas'));
      await context.sync();
      return all.map((range) => range.formulas as unknown[][]);
    });
    expect(values).toEqual([
      [['=C2*2', 2]],
      [
        ['Name', 'a'],
        ['Value', 1],
        ['Double', 2],
      ],
    ]);
  });

  it('Range.merge and Range.unmerge keep the first cell; a part of a merge cannot be written', async () => {
    const workbook = sampleWorkbook();
    const code = await codeOf(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('A2:B3').merge();
      await context.sync();
      sheet.getRange('B3').values = [[1]];
    });
    expect(code).toBe('InvalidArgument');
    expect(valuesOf(sheetOf(workbook, 'Notes'), 'A2:B3')).toEqual([
      ['a', null],
      [null, null],
    ]);
    await runExcel(workbook, async (context) => {
      context.workbook.worksheets.getItem('Notes').getRange('A2').unmerge();
      return context.sync();
    });
    expect(sheetOf(workbook, 'Notes').merges).toEqual([]);
  });

  it('Range.group, Range.hideGroupDetails, Range.showGroupDetails and Range.ungroup outline rows', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const rows = context.workbook.worksheets.getItem('Notes').getRange('2:3');
      rows.group('ByRows');
      rows.hideGroupDetails('ByRows');
      await context.sync();
    });
    const sheet = sheetOf(workbook, 'Notes');
    expect([sheet.rows.get(1), sheet.rows.get(2)]).toEqual([
      { outlineLevel: 1, hidden: true },
      { outlineLevel: 1, hidden: true },
    ]);
    await runExcel(workbook, async (context) => {
      const rows = context.workbook.worksheets.getItem('Notes').getRange('2:3');
      rows.showGroupDetails('ByRows');
      rows.ungroup('ByRows');
      await context.sync();
    });
    expect(sheet.rows.size).toBe(0);
  });

  it('RangeSort.apply sorts by a column, blanks last', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const range = context.workbook.worksheets.getItem('Notes').getRange('A1:B5');
      range.sort.apply([{ key: 1, ascending: false }], false, true);
      return context.sync();
    });
    expect(valuesOf(sheetOf(workbook, 'Notes'), 'A1:B5')).toEqual([
      ['Name', 'Value'],
      ['far', 9],
      ['b', 2],
      ['a', 1],
      [null, null],
    ]);
  });

  it('Range.getCellProperties, Range.setCellProperties and Range.getRowProperties read and write formats cell by cell and row by row', async () => {
    const [cells, rows] = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      const range = sheet.getRange('A1:B1');
      range.setCellProperties([[{ format: { fill: { color: '#FF0000' } } }, { format: { font: { bold: true } } }]]);
      sheet.getRange('2:2').rowHidden = true;
      const cellProperties = range.getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true } },
      });
      const rowProperties = sheet.getRange('A1:A3').getRowProperties({ rowHidden: true });
      await context.sync();
      return [cellProperties.value, rowProperties.value];
    });
    expect(cells).toEqual([
      [
        { address: 'Notes!A1', format: { fill: { color: '#FF0000' }, font: { bold: false } } },
        { address: 'Notes!B1', format: { fill: { color: '#FFFFFF' }, font: { bold: true } } },
      ],
    ]);
    expect(rows).toEqual([{ rowHidden: false }, { rowHidden: true }, { rowHidden: false }]);
  });

  it('Range.getSpillingToRange, Range.getSpillingToRangeOrNullObject, Range.getSpillParent and Range.getSpillParentOrNullObject follow a dynamic array', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('F1').formulas = [['=SEQUENCE(3)']];
      const spill = sheet.getRange('F1').getSpillingToRange();
      const parent = sheet.getRange('F3').getSpillParentOrNullObject();
      const nothing = [
        sheet.getRange('A1').getSpillingToRangeOrNullObject(),
        sheet.getRange('A1').getSpillParentOrNullObject(),
      ];
      const self = sheet.getRange('F2').getSpillParent();
      self.load('address');
      const cells = sheet.getRange('F1:F3');
      [spill, parent].forEach((range) => range.load('address'));
      cells.load('hasSpill,values');
      await context.sync();
      return [
        spill.address,
        parent.address,
        self.address,
        nothing.map((range) => range.isNullObject),
        cells.hasSpill,
        cells.values,
      ];
    });
    expect(found).toEqual(['Notes!F1:F3', 'Notes!F1', 'Notes!F1', [true, true], true, [[1], [2], [3]]]);
  });
});
