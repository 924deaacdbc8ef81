import { sheetOf } from '../../support/workbook';
import { codeOf, runExcel, sampleWorkbook } from './support';

describe('sheets and the workbook through the real client', () => {
  it('WorksheetCollection.add names new sheets, Worksheet.delete and Worksheet.activate choose the active one', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add();
      worksheets.add('Plan').activate();
      worksheets.getItem('Notes').delete();
      return context.sync();
    });
    expect(workbook.sheets.map((s) => s.name)).toEqual(['Sales', 'Sheet1', 'Plan']);
    expect(workbook.activeSheet?.name).toBe('Plan');
  });

  it('WorksheetCollection.getFirst, WorksheetCollection.getLast, WorksheetCollection.getCount, WorksheetCollection.getActiveWorksheet and WorksheetCollection.getItemOrNullObject look only at visible sheets when told to', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('Hidden').visibility = 'Hidden';
      const sheets = [
        worksheets.getFirst(),
        worksheets.getLast(),
        worksheets.getLast(true),
        worksheets.getActiveWorksheet(),
      ];
      sheets.forEach((sheet) => sheet.load('name'));
      const counts = [worksheets.getCount(), worksheets.getCount(true)];
      const none = worksheets.getItemOrNullObject('None');
      await context.sync();
      return [...sheets.map((sheet) => sheet.name), ...counts.map((c) => c.value), none.isNullObject];
    });
    expect(found).toEqual(['Sales', 'Hidden', 'Notes', 'Sales', 3, 2, true]);
  });

  it('Worksheet.getNext, Worksheet.getPrevious, Worksheet.getNextOrNullObject and Worksheet.getPreviousOrNullObject walk the tabs', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const first = context.workbook.worksheets.getItem('Sales');
      const next = first.getNext();
      const back = next.getPrevious();
      const after = next.getNextOrNullObject();
      const before = first.getPreviousOrNullObject();
      [next, back].forEach((sheet) => sheet.load('name'));
      await context.sync();
      return [next.name, back.name, after.isNullObject, before.isNullObject];
    });
    expect(found).toEqual(['Notes', 'Sales', true, true]);
  });

  it('Worksheet.copy copies cells, formulas and tables under new names', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      context.workbook.worksheets.getItem('Sales').copy('End');
      return context.sync();
    });
    const copy = sheetOf(workbook, 'Sales (2)');
    expect(workbook.sheets.at(-1)).toBe(copy);
    expect(copy.value(1, 0)).toBe('Pump');
    expect(copy.tables.map((t) => [t.name, t.area.bottom])).toEqual([['Table1', 3]]);
  });

  it('renaming a sheet keeps formulas right, deleting it makes them #REF!', async () => {
    const workbook = sampleWorkbook();
    const read = await runExcel(workbook, async (context) => {
      const { worksheets } = context.workbook;
      const cell = worksheets.getItem('Notes').getRange('F1');
      cell.formulas = [['=Sales!B2*2']];
      worksheets.getItem('Sales').name = "Q1's";
      cell.load('formulas,values');
      await context.sync();
      const before = [cell.formulas, cell.values];
      worksheets.getItem("Q1's").delete();
      cell.load('values');
      await context.sync();
      return [...before, cell.values];
    });
    expect(read).toEqual([[["='Q1''s'!B2*2"]], [[6]], [['#REF!']]]);
  });

  it('Worksheet.findAll, Worksheet.findAllOrNullObject and Worksheet.getRanges give several areas; RangeAreas.clear, RangeAreas.getEntireRow, RangeAreas.getEntireColumn, RangeAreas.getIntersection and RangeAreas.getIntersectionOrNullObject work on all, RangeCollection.getCount and RangeCollection.getItemAt on each', async () => {
    const found = await runExcel(sampleWorkbook(), async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      const all = sheet.findAll('a', {});
      const none = sheet.findAllOrNullObject('zzz', {});
      const areas = sheet.getRanges('A2:A3,C5');
      const others = [areas.getEntireRow(), areas.getEntireColumn(), areas.getIntersection(sheet.getRange('A1:B2'))];
      const nothing = areas.getIntersectionOrNullObject(sheet.getRange('Z1'));
      [all, ...others].forEach((each) => each.load('address'));
      areas.areas.load('items/address');
      const count = areas.areas.getCount();
      const second = areas.areas.getItemAt(1);
      second.load('address');
      await context.sync();
      areas.clear('Contents');
      const left = sheet.getRange('A2:A5');
      left.load('values');
      await context.sync();
      return [
        all.address,
        none.isNullObject,
        ...others.map((o) => o.address),
        nothing.isNullObject,
        count.value,
        second.address,
        left.values,
      ];
    });
    expect(found).toEqual([
      'Notes!A1,Notes!B1,Notes!A2,Notes!A5',
      true,
      'Notes!2:3,Notes!5:5',
      'Notes!A:A,Notes!C:C',
      'Notes!A2',
      true,
      2,
      'Notes!C5',
      [[''], [''], [''], ['far']],
    ]);
  });

  it('WorksheetFreezePanes.freezeAt, WorksheetFreezePanes.freezeRows, WorksheetFreezePanes.freezeColumns, WorksheetFreezePanes.unfreeze, WorksheetFreezePanes.getLocation and WorksheetFreezePanes.getLocationOrNullObject', async () => {
    const seen = await runExcel(sampleWorkbook(), async (context) => {
      const { freezePanes } = context.workbook.worksheets.getItem('Notes');
      const ranges: Excel.Range[] = [];
      const look = (act: () => void) => {
        act();
        const range = freezePanes.getLocationOrNullObject();
        range.load('address');
        ranges.push(range);
      };
      look(() => freezePanes.freezeAt('A1:B3'));
      const location = freezePanes.getLocation();
      location.load('address');
      look(() => freezePanes.freezeRows(2));
      look(() => freezePanes.freezeColumns(1));
      look(() => freezePanes.unfreeze());
      await context.sync();
      return [location.address, ...ranges.map((range) => (range.isNullObject ? null : range.address))];
    });
    expect(seen).toEqual(['Notes!A1:B3', 'Notes!A1:B3', 'Notes!1:2', 'Notes!A:A', null]);
  });

  it('PageLayout.setPrintArea, PageLayout.setPrintTitleRows and PageLayout.setPrintTitleColumns are read back by PageLayout.getPrintArea, PageLayout.getPrintAreaOrNullObject, PageLayout.getPrintTitleRows, PageLayout.getPrintTitleRowsOrNullObject, PageLayout.getPrintTitleColumns and PageLayout.getPrintTitleColumnsOrNullObject', async () => {
    const workbook = sampleWorkbook();
    const seen = await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      const { pageLayout } = sheet;
      const before = [
        pageLayout.getPrintAreaOrNullObject(),
        pageLayout.getPrintTitleRowsOrNullObject(),
        pageLayout.getPrintTitleColumnsOrNullObject(),
      ];
      await context.sync();
      pageLayout.setPrintArea(sheet.getRange('A1:C9'));
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintTitleColumns('$A:$A');
      const after = [pageLayout.getPrintArea(), pageLayout.getPrintTitleRows(), pageLayout.getPrintTitleColumns()];
      after.forEach((range) => (range as Excel.Range).load('address'));
      await context.sync();
      return [...before.map((range) => range.isNullObject), ...after.map((range) => range.address)];
    });
    expect(seen).toEqual([true, true, true, 'Notes!A1:C9', 'Notes!1:2', 'Notes!A:A']);
    expect(sheetOf(workbook, 'Notes').pageLayout).toMatchObject({ printArea: '$A$1:$C$9', printTitleRows: '$1:$2' });
  });

  it('Worksheet.showOutlineLevels folds groups to a level', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('2:3').group('ByRows');
      sheet.showOutlineLevels(1, 0);
      return context.sync();
    });
    expect(sheetOf(workbook, 'Notes').rows.get(1)).toEqual({ outlineLevel: 1, hidden: true });
  });

  it('NamedItemCollection.add, NamedItemCollection.addFormulaLocal, NamedItemCollection.getCount, NamedItemCollection.getItemOrNullObject and NamedItem.delete keep names', async () => {
    const seen = await runExcel(
      sampleWorkbook(),
      async (context) => {
        const { names } = context.workbook;
        const sheet = context.workbook.worksheets.getItem('Notes');
        const range = names.add('Values', sheet.getRange('B2:B3'), 'both');
        const constant = names.add('Rate', '=0.25');
        const local = names.addFormulaLocal('Both', '=SUM(Values;1,5)');
        const own = sheet.names.add('Values', sheet.getRange('B5'));
        [range, constant, local, own].forEach((name) => name.load('value,type,formula,scope,comment'));
        const count = names.getCount();
        await context.sync();
        constant.delete();
        const gone = names.getItemOrNullObject('Rate');
        await context.sync();
        return [
          range.value,
          range.type,
          range.comment,
          constant.value,
          constant.type,
          local.formula,
          local.value,
          own.scope,
          count.value,
          gone.isNullObject,
        ];
      },
      { culture: 'it-IT' },
    );
    expect(seen).toEqual([
      'Notes!B2:B3',
      'Range',
      'both',
      0.25,
      'Double',
      '=SUM(Values,1.5)',
      4.5,
      'Worksheet',
      3,
      true,
    ]);
  });

  it('Workbook.getSelectedRanges and Range.select move the selection; Workbook.getIsActiveCollabSession is false; Workbook.save is refused', async () => {
    const address = await runExcel(sampleWorkbook(), async (context) => {
      context.workbook.worksheets.getItem('Notes').getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRanges();
      selected.load('address');
      const shared = context.workbook.getIsActiveCollabSession();
      await context.sync();
      return [selected.address, shared.value];
    });
    expect(address).toEqual(['Notes!B2:C3', false]);
    expect(await codeOf(sampleWorkbook(), (context) => context.workbook.save())).toBe('UnsupportedOperation');
  });

  it('WorkbookProtection.unprotect finds nothing to do', async () => {
    expect(await codeOf(sampleWorkbook(), (context) => context.workbook.protection.unprotect())).toBe('none');
  });
});
