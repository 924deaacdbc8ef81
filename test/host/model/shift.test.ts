import fc from 'fast-check';
import { areaAddress, parseArea } from '../../../src/host/model/address';
import type { StructuralChange } from '../../../src/host/model/change';
import { ModelError } from '../../../src/host/model/change';
import {
  deleteCells,
  deleteColumns,
  deleteRows,
  insertCells,
  insertColumns,
  insertRows,
} from '../../../src/host/model/shift';
import { snapshot } from '../../../src/host/model/snapshot';
import type { Worksheet } from '../../../src/host/model/workbook';
import { sheetOf, tableOf, valuesOf, workbookOf } from '../../support/workbook';

function area(address: string): { top: number; left: number; bottom: number; right: number } {
  const parsed = parseArea(address);
  if (!parsed) throw new Error(address);
  return parsed;
}

function plan(): Worksheet {
  const workbook = workbookOf({
    Plan: {
      table: 'Plan',
      rows: [
        ['Team', 'Hours', 'Cost'],
        ['Sales', 1, 2],
        ['Design', 3, 4],
        ['Build', 5, 6],
      ],
    },
  });
  return sheetOf(workbook, 'Plan');
}

describe('inserting rows', () => {
  it('moves what is below and makes a table longer that it cuts', () => {
    const sheet = plan();
    insertRows(sheet, 2, 2);
    expect(valuesOf(sheet, 'A1:A6').flat()).toEqual(['Team', 'Sales', null, null, 'Design', 'Build']);
    expect(areaAddress(tableOf(sheet.workbook, 'Plan').area)).toBe('A1:C6');
  });

  it('moves a table as a whole when rows come above it', () => {
    const sheet = plan();
    insertRows(sheet, 0, 3);
    expect(areaAddress(tableOf(sheet.workbook, 'Plan').area)).toBe('A4:C7');
    expect(sheet.value(3, 0)).toBe('Team');
  });

  it('takes heights, merges, rules, links, comments and print areas along', () => {
    const sheet = sheetOf(workbookOf({ S: [['a'], ['b'], ['c']] }), 'S');
    sheet.rows.set(2, { height: 30 });
    sheet.merges.push(area('D2:E3'));
    sheet.validations.push({ areas: [area('A1:A3')], rule: {}, ignoreBlanks: true });
    sheet.hyperlinks.push({ area: area('A3'), location: 'S!A1' });
    sheet.comments.push({ id: '1', row: 2, column: 0, author: '', text: 'n', kind: 'note' });
    sheet.pageLayout = { printArea: '$A$1:$C$3', printTitleRows: '$2:$2' };
    insertRows(sheet, 1, 1);
    expect([...sheet.rows]).toEqual([[3, { height: 30 }]]);
    expect(sheet.merges.map(areaAddress)).toEqual(['D3:E4']);
    expect(sheet.validations[0]?.areas.map(areaAddress)).toEqual(['A1:A4']);
    expect(areaAddress(sheet.hyperlinks[0]?.area ?? area('A1'))).toBe('A4');
    expect(sheet.comments[0]?.row).toBe(3);
    expect(sheet.pageLayout).toEqual({ printArea: '$A$1:$C$4', printTitleRows: '$3:$3' });
  });

  it('tells the formula engine what moved', () => {
    const sheet = plan();
    const changes: StructuralChange[] = [];
    sheet.workbook.adjustFormulas = (change) => changes.push(change);
    insertRows(sheet, 1, 1);
    expect(changes).toMatchObject([{ kind: 'shiftCells', shift: 'down', area: { top: 1, bottom: 1 } }]);
  });

  it('refuses to push filled cells off the sheet', () => {
    const sheet = plan();
    sheet.put(1_048_575, 0, { value: 'last' });
    expect(() => insertRows(sheet, 0, 1)).toThrow(ModelError);
    expect(sheet.value(0, 0)).toBe('Team');
  });
});

describe('deleting rows', () => {
  it('makes a table shorter', () => {
    const sheet = plan();
    deleteRows(sheet, 1, 2);
    expect(valuesOf(sheet, 'A1:A3').flat()).toEqual(['Team', 'Build', null]);
    expect(areaAddress(tableOf(sheet.workbook, 'Plan').area)).toBe('A1:C2');
  });

  it('leaves a table one empty row when all its rows go', () => {
    const sheet = plan();
    sheet.put(5, 0, { value: 'below' });
    deleteRows(sheet, 1, 3);
    expect(areaAddress(tableOf(sheet.workbook, 'Plan').area)).toBe('A1:C2');
    expect(valuesOf(sheet, 'A1:A4').flat()).toEqual(['Team', null, null, 'below']);
  });

  it('removes a table that goes wholly, and refuses to take its header row alone', () => {
    const sheet = plan();
    expect(() => deleteRows(sheet, 0, 1)).toThrow(expect.objectContaining({ code: 'SplitsTable' }));
    deleteRows(sheet, 0, 4);
    expect(sheet.tables).toHaveLength(0);
    expect(sheet.usedArea()).toBeUndefined();
  });
});

describe('inserting and deleting columns', () => {
  it('gives a table new columns with names of their own', () => {
    const sheet = plan();
    insertColumns(sheet, 1, 2);
    const table = tableOf(sheet.workbook, 'Plan');
    expect(table.columns.map((c) => c.name)).toEqual(['Team', 'Column1', 'Column2', 'Hours', 'Cost']);
    expect(valuesOf(sheet, 'A1:E1')[0]).toEqual(['Team', 'Column1', 'Column2', 'Hours', 'Cost']);
    expect(new Set(table.columns.map((c) => c.id)).size).toBe(5);
  });

  it('takes columns out of a table', () => {
    const sheet = plan();
    deleteColumns(sheet, 1, 1);
    expect(tableOf(sheet.workbook, 'Plan').columns.map((c) => c.name)).toEqual(['Team', 'Cost']);
  });
});

describe('inserting and deleting cells', () => {
  it('moves only the columns of the area', () => {
    const sheet = sheetOf(
      workbookOf({
        S: [
          [1, 2],
          [3, 4],
        ],
      }),
      'S',
    );
    insertCells(sheet, area('A1'), 'down');
    expect(valuesOf(sheet, 'A1:B3')).toEqual([
      [null, 2],
      [1, 4],
      [3, null],
    ]);
    deleteCells(sheet, area('A1:A2'), 'left');
    expect(valuesOf(sheet, 'A1:B3')).toEqual([
      [2, null],
      [4, null],
      [3, null],
    ]);
  });

  it('refuses to move a part of a table or of merged cells', () => {
    const sheet = plan();
    expect(() => insertCells(sheet, area('A2'), 'down')).toThrow(expect.objectContaining({ code: 'SplitsTable' }));
    const other = sheetOf(workbookOf({ S: [[1]] }), 'S');
    other.merges.push(area('A3:B3'));
    expect(() => insertCells(other, area('A1'), 'down')).toThrow(expect.objectContaining({ code: 'SplitsMerge' }));
  });

  it('splits a rule whose area moves in part', () => {
    const sheet = sheetOf(workbookOf({ S: [[1]] }), 'S');
    sheet.validations.push({ areas: [area('A1:B4')], rule: {}, ignoreBlanks: true });
    insertCells(sheet, area('A2'), 'down');
    expect(sheet.validations[0]?.areas.map(areaAddress)).toEqual(['A1:A5', 'B1:B4']);
  });
});

it('deleting what was inserted gives the workbook as it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.boolean(), (at, count, rows) => {
      const sheet = plan();
      sheet.merges.push(area('E2:F3'));
      sheet.rows.set(3, { height: 20 });
      sheet.columns.set(2, { width: 20 });
      sheet.hyperlinks.push({ area: area('B2'), address: 'https://example.com' });
      const before = JSON.stringify(snapshot(sheet.workbook));
      if (rows) insertRows(sheet, at, count);
      else insertColumns(sheet, at, count);
      if (rows) deleteRows(sheet, at, count);
      else deleteColumns(sheet, at, count);
      expect(JSON.stringify(snapshot(sheet.workbook))).toBe(before);
    }),
  );
});
