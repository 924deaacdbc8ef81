import { choicesOfColumn } from '../../../src/host/bridge/filter';
import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { fillArea } from '../../../src/host/editing/fillHandle';
import { filterButtonAt, filterButtons } from '../../../src/host/editing/filterButtons';
import { EditingSession } from '../../../src/host/editing/session';
import type { Worksheet } from '../../../src/host/model/workbook';
import { sheetOf, valuesOf, workbookOf } from '../../support/workbook';

const ROWS = [
  ['Family', 'Line', 'Units'],
  ['Tables', 'L2', 10],
  ['chairs', 'L1', 9],
  ['Chairs', 'L2', 100],
  [null, 'L1', 9],
  ['Lamps', 'L1', null],
];

function filteredSheet() {
  const workbook = workbookOf({ Data: { rows: ROWS, table: 'Goods' }, Other: [['a', '=SUBTOTAL(109,Goods[Units])']] });
  const embedded = new EmbeddedWorkbook(workbook);
  const session = new EditingSession(embedded);
  const sheet = sheetOf(workbook, 'Data');
  const button = (column: number) => {
    const found = filterButtonAt(sheet, { row: 0, column });
    if (!found) throw new Error('The heading has no button.');
    return found;
  };
  const filter = (column: number, ...values: string[]) =>
    session.filter(button(column).target, column, values.length > 0 ? { filterOn: 'Values', values } : undefined);
  const choices = (column: number) =>
    choicesOfColumn(button(column).target, column, embedded).map(({ text, isShown }) => (isShown ? text : `- ${text}`));
  const total = () => sheetOf(workbook, 'Other').value(0, 1);
  return { session, sheet, button, filter, choices, total };
}

const hiddenRows = (sheet: Worksheet) => [1, 2, 3, 4, 5].filter((row) => sheet.rows.get(row)?.hidden === true);

describe('filter buttons', () => {
  it('stand on the headings of tables and of the sheet’s own filter, and nowhere else', () => {
    const { sheet, button } = filteredSheet();
    expect(filterButtons(sheet)).toHaveLength(3);
    expect(button(2)).toMatchObject({ row: 0, column: 2, index: 2, isFiltered: false });
    expect(filterButtonAt(sheet, { row: 1, column: 0 })).toBeUndefined();
    const [table] = sheet.tables;
    if (table) table.showFilterButton = false;
    expect(filterButtons(sheet)).toEqual([]);
    sheet.autoFilter = { top: 8, left: 2, bottom: 12, right: 3 };
    expect(filterButtons(sheet).map(({ row, column, index }) => [row, column, index])).toEqual([
      [8, 2, 0],
      [8, 3, 1],
    ]);
  });

  it('offer what a column shows: numbers by value, texts without regard to case, blanks last', () => {
    const { choices } = filteredSheet();
    expect(choices(0)).toEqual(['chairs', 'Lamps', 'Tables', '']);
    expect(choices(2)).toEqual(['9', '10', '100', '']);
  });

  it('hide the other rows, leave other columns what is left to choose, and come back with undo', () => {
    const { session, sheet, filter, choices, button, total } = filteredSheet();
    expect(total()).toBe(128);
    expect(filter(0, 'Chairs', '')).toBeUndefined();
    expect(hiddenRows(sheet)).toEqual([1, 5]);
    expect(total()).toBe(118);
    expect(button(0).isFiltered).toBe(true);
    expect(choices(0)).toEqual(['chairs', '- Lamps', '- Tables', '']);
    expect(choices(2)).toEqual(['9', '100']);
    filter(1, 'L1');
    expect(hiddenRows(sheet)).toEqual([1, 3, 5]);
    expect(choices(1)).toEqual(['L1', '- L2']);
    session.undo();
    expect(hiddenRows(sheet)).toEqual([1, 5]);
    session.undo();
    expect(hiddenRows(sheet)).toEqual([]);
    expect(button(0).isFiltered).toBe(false);
    session.redo();
    filter(0);
    expect(hiddenRows(sheet)).toEqual([]);
    expect(total()).toBe(128);
  });

  it('do nothing on a protected sheet unless its protection lets them', () => {
    const { sheet, filter } = filteredSheet();
    sheet.protection = {};
    expect(filter(0, 'Lamps')).toEqual({ kind: 'protected' });
    expect(hiddenRows(sheet)).toEqual([]);
    sheet.protection = { allowAutoFilter: true };
    expect(filter(0, 'Lamps')).toBeUndefined();
    expect(hiddenRows(sheet)).toEqual([1, 2, 3, 4]);
  });
});

describe('filling from one end', () => {
  it('repeats values and moves formulas along, as one step', () => {
    const workbook = workbookOf({ Data: [[2, '=A1*2'], [3], [4]] });
    const session = new EditingSession(new EmbeddedWorkbook(workbook));
    const sheet = sheetOf(workbook, 'Data');
    const row = (top: number, bottom = top) => ({ top, bottom, left: 1, right: 1 });
    expect(session.fillFrom(sheet, row(0), row(1, 2))).toBeUndefined();
    expect(valuesOf(sheet, 'B1:B3')).toEqual([[4], [6], [8]]);
    session.undo();
    expect(valuesOf(sheet, 'B1:B3')).toEqual([[4], [null], [null]]);
  });

  it('continues a series when dragged by the handle, along the way it was dragged farther', () => {
    const workbook = workbookOf({ Data: [[1], [3]] });
    const session = new EditingSession(new EmbeddedWorkbook(workbook));
    const sheet = sheetOf(workbook, 'Data');
    const start = { top: 0, left: 0, bottom: 1, right: 0 };
    expect(fillArea(start, { row: 1, column: 0 })).toBeUndefined();
    expect(fillArea(start, { row: 2, column: 3 })).toEqual({ ...start, right: 3 });
    const area = fillArea(start, { row: 4, column: 1 });
    expect(area).toEqual({ ...start, bottom: 4 });
    if (area) expect(session.continueInto(sheet, start, area)).toBeUndefined();
    expect(valuesOf(sheet, 'A1:A5')).toEqual([[1], [3], [5], [7], [9]]);
    sheet.protection = {};
    if (area) expect(session.continueInto(sheet, start, area)).toEqual({ kind: 'protected' });
  });
});
