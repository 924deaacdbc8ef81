import { areaAddress, parseArea, quoteSheet } from '../../../src/host/model/address';
import { clearArea, copyArea } from '../../../src/host/model/copy';
import { isValidName, isValidSheetName } from '../../../src/host/model/names';
import { addNamedSheet, deleteSheet, moveSheet, renameSheet, setVisibility } from '../../../src/host/model/sheets';
import { snapshot } from '../../../src/host/model/snapshot';
import { addTable, adoptHeaders, renameTable, resizeTable } from '../../../src/host/model/table';
import { pointsToWidth, widthToPoints } from '../../../src/host/model/geometry';
import { sheetOf, tableOf, valuesOf, workbookOf } from '../../support/workbook';

const at = (address: string): { top: number; left: number; bottom: number; right: number } =>
  parseArea(address) ?? { top: 0, left: 0, bottom: 0, right: 0 };

describe('a sheet', () => {
  it('takes another name, and the formula engine hears of it', () => {
    const workbook = workbookOf({ Old: [[1]] });
    const kinds: string[] = [];
    workbook.adjustFormulas = (change) => kinds.push(change.kind);
    renameSheet(sheetOf(workbook, 'Old'), 'New');
    expect(workbook.sheet('new')).toBeDefined();
    expect(kinds).toEqual(['renameSheet']);
  });

  it('is refused a name that Excel refuses or another sheet has', () => {
    const workbook = workbookOf({ One: [[1]], Two: [[2]] });
    expect(() => renameSheet(sheetOf(workbook, 'One'), 'TWO')).toThrow(expect.objectContaining({ code: 'NameTaken' }));
    for (const name of ['', 'a/b', "'a", 'x'.repeat(32), 'a[b'])
      expect(() => addNamedSheet(workbook, name)).toThrow(expect.objectContaining({ code: 'InvalidName' }));
    expect(isValidSheetName("It's fine")).toBe(true);
  });

  it('cannot be deleted or hidden when it is the last visible one', () => {
    const workbook = workbookOf({ One: [[1]], Two: [[2]] });
    setVisibility(sheetOf(workbook, 'One'), 'VeryHidden');
    expect(workbook.activeSheet?.name).toBe('Two');
    expect(() => deleteSheet(sheetOf(workbook, 'Two'))).toThrow(expect.objectContaining({ code: 'LastVisibleSheet' }));
    deleteSheet(sheetOf(workbook, 'One'));
    expect(workbook.sheets.map((s) => s.name)).toEqual(['Two']);
  });

  it('moves to another place', () => {
    const workbook = workbookOf({ A: [[1]], B: [[1]], C: [[1]] });
    moveSheet(sheetOf(workbook, 'C'), 0);
    expect(workbook.sheets.map((s) => s.name)).toEqual(['C', 'A', 'B']);
  });
});

describe('a table', () => {
  it('writes its column names into header cells that are empty, numbers or twice the same', () => {
    const sheet = sheetOf(
      workbookOf({
        S: [
          ['A', 'A', null, 2027],
          [1, 2, 3, 4],
        ],
      }),
      'S',
    );
    addTable(sheet, at('A1:D2'));
    expect(valuesOf(sheet, 'A1:D1')[0]).toEqual(['A', 'A2', 'Column3', '2027']);
    expect(sheet.tables[0]?.name).toBe('Table1');
  });

  it('keeps the columns it had when it is resized and names the new ones', () => {
    const workbook = workbookOf({
      S: [
        ['A', 'B', 'C'],
        [1, 2, 3],
      ],
    });
    const table = addTable(sheetOf(workbook, 'S'), at('A1:B2'), { name: 'T' });
    resizeTable(table, at('A1:C5'));
    expect(table.columns.map((c) => `${c.id} ${c.name}`)).toEqual(['1 A', '2 B', '3 C']);
    expect(() => resizeTable(table, at('A2:C5'))).toThrow(expect.objectContaining({ code: 'InvalidArea' }));
  });

  it('is refused an area that overlaps another table, and a name that is taken', () => {
    const workbook = workbookOf({
      S: {
        table: 'T',
        rows: [
          ['A', 'B'],
          [1, 2],
        ],
      },
    });
    expect(() => addTable(sheetOf(workbook, 'S'), at('B2:C9'))).toThrow(
      expect.objectContaining({ code: 'OverlapsTable' }),
    );
    expect(() => addTable(sheetOf(workbook, 'S'), at('D1:E9'), { name: 't' })).toThrow(
      expect.objectContaining({ code: 'NameTaken' }),
    );
    expect(isValidName('AB12')).toBe(false);
    expect(isValidName('Capacità_2027')).toBe(true);
  });

  it('follows what somebody types into its headers', () => {
    const workbook = workbookOf({
      S: {
        table: 'T',
        rows: [
          ['A', 'B'],
          [1, 2],
        ],
      },
    });
    const table = tableOf(workbook, 'T');
    const renamed: unknown[] = [];
    workbook.adjustFormulas = (change) => renamed.push(change.kind === 'renameColumn' && [change.from, change.to]);
    sheetOf(workbook, 'S').put(0, 1, { value: 'A' });
    adoptHeaders(table);
    expect(table.columns.map((c) => c.name)).toEqual(['A', 'A2']);
    expect(renamed).toEqual([['B', 'A2']]);
    renameTable(table, 'U');
    expect(workbook.table('U')).toBe(table);
  });
});

describe('copying and clearing', () => {
  it('fills a larger target by repetition and moves relative references', () => {
    const sheet = sheetOf(workbookOf({ S: [[1, '=A1']] }), 'S');
    const written = copyArea(
      { sheet, area: at('A1:B1') },
      { sheet, area: at('A2:B4') },
      'All',
      (f, rows) => `${f}+${rows}`,
    );
    expect(areaAddress(written)).toBe('A2:B4');
    expect(sheet.cell(3, 1)?.formula).toBe('A1+3');
    expect(sheet.value(3, 0)).toBe(1);
  });

  it('copies values without formulas, and overlapping areas as they were', () => {
    const sheet = sheetOf(workbookOf({ S: [[{ formula: '1+1', value: 2 }, 5]] }), 'S');
    copyArea({ sheet, area: at('A1:B1') }, { sheet, area: at('B1') }, 'Values', (f) => f);
    expect(valuesOf(sheet, 'A1:C1')[0]).toEqual([2, 2, 5]);
    expect(sheet.cell(0, 1)?.formula).toBeUndefined();
  });

  it('clears contents or formats', () => {
    const workbook = workbookOf({ S: [[1, 2]] });
    const sheet = sheetOf(workbook, 'S');
    const bold = workbook.styles.intern({ ...workbook.styles.get(0), locked: false });
    sheet.setStyle(0, 0, bold);
    clearArea(sheet, at('A1:B1'), 'Contents');
    expect(sheet.cell(0, 0)).toEqual({ value: null, style: bold });
    expect(sheet.cell(0, 1)).toBeUndefined();
    clearArea(sheet, at('A1:B1'), 'Formats');
    expect(sheet.cell(0, 0)).toBeUndefined();
  });
});

it('a snapshot tells styles, not their numbers', () => {
  const one = workbookOf({ S: [[1]] });
  const two = workbookOf({ S: [[1]] });
  two.styles.intern({ ...two.styles.get(0), hidden: true });
  const bold = (w: typeof one): number =>
    w.styles.intern({ ...w.styles.get(0), font: { ...w.styles.get(0).font, bold: true } });
  for (const w of [one, two]) sheetOf(w, 'S').setStyle(0, 0, bold(w));
  expect(snapshot(one)).toEqual(snapshot(two));
  sheetOf(two, 'S').setStyle(0, 0, 0);
  expect(snapshot(one)).not.toEqual(snapshot(two));
});

it('addresses, widths and sheet names read as Excel writes them', () => {
  expect(['A1', 'B:D', '1:3', '$C$5:A2'].map((text) => areaAddress(at(text)))).toEqual([
    'A1',
    'B1:D1048576',
    'A1:XFD3',
    'A2:C5',
  ]);
  expect([parseArea('XFE1'), parseArea('A0'), parseArea('A1:B'), parseArea('Foo')]).toEqual(Array(4).fill(undefined));
  expect([quoteSheet('Plan'), quoteSheet("Q1's"), quoteSheet('A1'), quoteSheet('Piano vendite')]).toEqual([
    'Plan',
    "'Q1''s'",
    "'A1'",
    "'Piano vendite'",
  ]);
  expect(widthToPoints(8.43)).toBe(48);
  expect(pointsToWidth(48)).toBe(8.43);
});
