import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import { clipCells } from '../../../src/host/editing/clipboard';
import { editText } from '../../../src/host/editing/editText';
import { EditingSession } from '../../../src/host/editing/session';
import { columnIndex, parseArea } from '../../../src/host/model/address';
import { snapshot } from '../../../src/host/model/snapshot';
import type { SheetInput } from '../../support/workbook';
import { sheetOf, tableOf, valuesOf, workbookOf } from '../../support/workbook';

function sessionOf(rows: SheetInput, culture = 'en-US') {
  const workbook = workbookOf({ Data: rows, Other: [] }, { culture });
  const embedded = new EmbeddedWorkbook(workbook);
  const session = new EditingSession(embedded);
  const sheet = sheetOf(workbook, 'Data');
  const place = (address: string) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return [Number(row) - 1, columnIndex(letters)] as const;
  };
  const type = (address: string, text: string) => session.enter(sheet, ...place(address), text);
  const read = (address: string) => sheet.value(...place(address));
  const shows = (address: string) => editText(sheet, ...place(address));
  const format = (address: string) => workbook.styles.get(sheet.cell(...place(address))?.style ?? 0).numberFormat;
  const area = (address: string) => parseArea(address) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  return { workbook, embedded, session, sheet, type, read, shows, format, area };
}

describe('typing into a cell', () => {
  it('reads numbers, dates, percentages and formulas in regional signs, and shows them so again', () => {
    const { type, read, shows, format } = sessionOf([[10, 20]], 'it-IT');
    type('A2', '1.234,56');
    type('A3', '25/11/2026');
    type('A4', '12,5%');
    type('A5', '=SOMMA(A1;B1)');
    type('A6', '=SUM(A1;1,5)');
    type('A7', 'vero');
    expect([read('A2'), read('A3'), read('A4'), read('A6'), read('A7')]).toEqual([1234.56, 46351, 0.125, 11.5, true]);
    expect(read('A5')).toMatchObject({ code: '#NAME?' });
    expect(format('A3')).toBe('m/d/yyyy');
    expect(['A2', 'A3', 'A4', 'A6', 'A7'].map(shows)).toEqual([
      '1234,56',
      '25/11/2026',
      '12,5%',
      '=SUM(A1;1,5)',
      'VERO',
    ]);
  });

  it('shows a formula that gives a day or a moment as one, where the cell has no format of its own', () => {
    const { type, format, workbook, sheet } = sessionOf([[1]], 'it-IT');
    sheet.setStyle(5, 0, workbook.styles.intern({ ...workbook.styles.get(0), numberFormat: '0.00' }));
    const formulas = [
      '=TODAY()',
      '=DATE(2026;1;31)+7',
      '=NOW()',
      '=TIME(8;30;0)',
      '=DATE(2026;2;1)-TODAY()',
      '=TODAY()',
    ];
    formulas.forEach((text, row) => expect(type(`A${row + 1}`, text)).toBeUndefined());
    expect(formulas.map((_, row) => format(`A${row + 1}`))).toEqual([
      'm/d/yyyy',
      'm/d/yyyy',
      'm/d/yyyy h:mm',
      'h:mm AM/PM',
      'General',
      '0.00',
    ]);
  });

  it('takes a formula with English signs where it is none with regional ones', () => {
    const { type, read, shows } = sessionOf([[1], [2], [3]], 'it-IT');
    expect(type('B1', '=SUMPRODUCT(A1:A3,A1:A3)')).toBeUndefined();
    expect(read('B1')).toBe(14);
    expect(shows('B1')).toBe('=SUMPRODUCT(A1:A3;A1:A3)');
  });

  it('tells of what is no formula and leaves the cell as it was', () => {
    const { type, read, session } = sessionOf([[1]]);
    expect(type('A1', '=SUM(A2')).toMatchObject({ kind: 'formula' });
    expect(read('A1')).toBe(1);
    expect(session.history.undoLabel).toBeUndefined();
  });

  it('keeps text behind an apostrophe and in text cells, and reads 5 as 5 % where percentages are shown', () => {
    const { type, read, shows, workbook, sheet } = sessionOf([[1, 2]]);
    const look = workbook.styles.get(0);
    sheet.setStyle(0, 1, workbook.styles.intern({ ...look, numberFormat: '@' }));
    sheet.setStyle(0, 2, workbook.styles.intern({ ...look, numberFormat: '0.0%' }));
    type('A1', "'007");
    type('B1', '=1+1');
    type('C1', '5');
    expect([read('A1'), read('B1'), read('C1')]).toEqual(['007', '=1+1', 0.05]);
    expect(shows('A1')).toBe("'007");
    type('C1', '0.4');
    expect(read('C1')).toBe(0.4);
  });

  it('refuses what data validation does not allow, and what is locked on a protected sheet', () => {
    const { type, read, sheet, area } = sessionOf([['Low', 5]]);
    sheet.validations.push(
      { areas: [area('A1:A9')], ignoreBlanks: true, rule: { list: { inCellDropDown: true, source: 'Low,High' } } },
      {
        areas: [area('B1:B9')],
        ignoreBlanks: true,
        rule: { decimal: { operator: 'Between', formula1: 0, formula2: '=2*5' } },
      },
    );
    expect(type('A1', 'Middle')).toMatchObject({ kind: 'validation' });
    expect(type('A1', 'high')).toBeUndefined();
    expect(type('B1', '11')).toMatchObject({ kind: 'validation' });
    expect(type('B1', '')).toBeUndefined();
    expect([read('A1'), read('B1')]).toEqual(['high', null]);
    sheet.protection = {};
    expect(type('A1', 'Low')).toMatchObject({ kind: 'protected' });
  });

  it('makes a table longer when one types below it: looks and calculated columns go on', () => {
    const { type, read, workbook, session } = sessionOf({
      table: 'Sales',
      rows: [
        ['Month', 'Sold', 'Twice'],
        ['Jan', 1, '=B2*2'],
        ['Feb', 2, '=B3*2'],
      ],
    });
    const table = tableOf(workbook, 'Sales');
    const calculated = table.columns[2];
    if (calculated) calculated.formula = '[@Sold]*2';
    const before = snapshot(workbook);
    type('B4', '7');
    expect(table.area).toEqual({ top: 0, left: 0, bottom: 3, right: 2 });
    expect(read('C4')).toBe(14);
    type('D1', 'Note');
    expect(table.columns.map(({ name }) => name)).toEqual(['Month', 'Sold', 'Twice', 'Note']);
    session.undo();
    session.undo();
    expect(snapshot(workbook)).toEqual(before);
  });

  it('renames a table column with its header, and formulas follow, back and forth', () => {
    const { type, read, session, shows } = sessionOf({
      table: 'T',
      rows: [
        ['A', 'B'],
        [2, 3],
      ],
    });
    type('D2', '=SUM(T[B])');
    type('B1', 'Units');
    expect(shows('D2')).toBe('=SUM(T[Units])');
    session.undo();
    expect(shows('D2')).toBe('=SUM(T[B])');
    expect(read('D2')).toBe(3);
  });
});

describe('the clipboard', () => {
  it('copies cells with formulas and looks, repeated over a selection that is a multiple', () => {
    const { session, sheet, area, shows, read } = sessionOf([[1, '=A1*2'], [5], [6]]);
    session.paste(clipCells(sheet, area('B1'), false), sheet, area('B2:B3'));
    expect([shows('B2'), shows('B3'), read('B3')]).toEqual(['=A2*2', '=A3*2', 12]);
    expect(session.undo()).toBe(true);
    expect([read('B2'), read('B3')]).toEqual([null, null]);
  });

  it('moves cut cells, and formulas that point to them follow', () => {
    const { session, sheet, area, shows, read } = sessionOf([[1, '=A1*2']]);
    session.paste(clipCells(sheet, area('A1'), true), sheet, area('C5'));
    expect([read('A1'), read('C5'), shows('B1'), read('B1')]).toEqual([null, 1, '=C5*2', 2]);
    session.undo();
    expect([read('A1'), read('C5'), shows('B1')]).toEqual([1, null, '=A1*2']);
  });

  it('gives texts as they are shown, and takes texts of other programs as if they were typed', () => {
    const { session, sheet, area, read } = sessionOf([[1.5, 'two\nlines']], 'it-IT');
    expect(clipCells(sheet, area('A1:B1'), false).text).toBe('1,5\t"two\nlines"');
    expect(session.pasteText('a\t1,25\r\n"x\ny"\t=SUM(A1;1)\r\n', sheet, area('A3'))).toBe(0);
    expect(valuesOf(sheet, 'A3:B4')).toEqual([
      ['a', 1.25],
      ['x\ny', 2.5],
    ]);
    session.pasteText('7', sheet, area('D1:E2'));
    expect(valuesOf(sheet, 'D1:E2')).toEqual([
      [7, 7],
      [7, 7],
    ]);
    session.undo();
    expect(read('D1')).toBeNull();
  });
});

describe('undo beside the add-in', () => {
  it('takes back a run of the add-in as one step, however many requests it took, and edits one by one', async () => {
    const { embedded, session, workbook, type } = sessionOf([[1]]);
    type('A1', '2');
    const before = snapshot(workbook);
    const { Excel, stop } = await startOfficeInNode(embedded);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Plan');
      sheet.getRange('A1:B1').values = [['x', '=Data!A1*3']];
      await context.sync();
      sheet.getRange('A1').format.fill.color = '#FF0000';
      await context.sync();
      context.workbook.worksheets.getItem('Data').getRange('A1').values = [[9]];
      await context.sync();
    });
    stop();
    expect(sheetOf(workbook, 'Plan').value(0, 1)).toBe(27);
    expect(session.undo()).toBe(true);
    expect({ ...snapshot(workbook), activeSheet: 'Data' }).toEqual({ ...before, activeSheet: 'Data' });
    expect(session.redo()).toBe(true);
    expect(sheetOf(workbook, 'Plan').value(0, 1)).toBe(27);
    session.undo();
    session.undo();
    expect(workbook.sheet('Data')?.value(0, 0)).toBe(1);
    expect(session.undo()).toBe(false);
    session.dispose();
  });
});
