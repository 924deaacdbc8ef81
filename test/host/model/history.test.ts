import { Calculation } from '../../../src/host/formulas/calculation';
import { History } from '../../../src/host/model/history';
import { renameSheet, deleteSheet } from '../../../src/host/model/sheets';
import { insertCells } from '../../../src/host/model/shift';
import { snapshot } from '../../../src/host/model/snapshot';
import { addTable, renameTable } from '../../../src/host/model/table';
import { MAX_COLUMNS } from '../../../src/host/model/cell';
import { DEFAULT_STYLE } from '../../../src/host/model/style';
import type { ChangeScope } from '../../../src/host/model/state';
import { Workbook } from '../../../src/host/model/workbook';

function open() {
  const workbook = new Workbook();
  const data = workbook.addSheet('Data');
  ['Month', 'Sold', 'Twice'].forEach((text, column) => data.put(0, column, { value: text }));
  [10, 20, 30].forEach((value, i) => {
    data.put(i + 1, 0, { value: `M${i}` });
    data.put(i + 1, 1, { value });
    data.put(i + 1, 2, { formula: `B${i + 2}*2` });
  });
  const sums = workbook.addSheet('Sums');
  sums.put(0, 0, { formula: 'SUM(Data!B2:B4)' });
  sums.put(2, 0, { formula: 'SEQUENCE(2)' });
  const calculation = new Calculation(workbook);
  calculation.recalculate();
  const history = new History(workbook);
  const look = () => {
    calculation.recalculate();
    return snapshot(workbook);
  };
  return { workbook, data, sums, calculation, history, look };
}

describe('the history of a workbook', () => {
  it('takes back one edit with one undo, and does it again with one redo', () => {
    const { data, sums, history, look, calculation } = open();
    const before = look();
    const scope: ChangeScope = [{ sheet: data, area: { top: 1, left: 1, bottom: 2, right: 1 } }];
    history.step('Paste', scope, () => {
      data.put(1, 1, { value: 100 });
      data.put(2, 1, { formula: 'A1' });
    });
    const after = look();
    expect(history.undo()).toBe('Paste');
    expect(look()).toEqual(before);
    expect(sums.value(0, 0)).toBe(60);
    expect(history.redo()).toBe('Paste');
    expect(look()).toEqual(after);
    expect(history.undo()).toBe('Paste');
    expect(history.undo()).toBeUndefined();
    calculation.dispose();
  });

  it('takes back a whole run of many changes at once: sheets, tables, rows, names, looks', () => {
    const { workbook, data, sums, history, look } = open();
    const before = look();
    history.begin('Run');
    const table = addTable(data, { top: 0, left: 0, bottom: 3, right: 2 }, { name: 'Sales' });
    history.begin('Run');
    insertCells(data, { top: 2, bottom: 3, left: 0, right: MAX_COLUMNS - 1 }, 'down');
    look();
    renameTable(table, 'Vendite');
    renameSheet(data, 'Dati');
    deleteSheet(sums);
    const added = workbook.addSheet('Plan');
    added.put(4, 4, { formula: 'SUM(Vendite[Sold])' });
    added.columns.set(2, { width: 30 });
    added.tabColor = '#FF0000';
    workbook.names.push({ name: 'Best', formula: 'Plan!$E$5', visible: true, comment: '' });
    workbook.settings.set('owner', { sheets: ['Plan'] });
    data.setStyle(1, 1, workbook.styles.intern({ ...DEFAULT_STYLE, numberFormat: '0.00' }));
    history.end();
    const after = look();
    expect(history.undo()).toBe('Run');
    expect(look()).toEqual(before);
    expect(history.redoLabel).toBe('Run');
    expect(history.redo()).toBe('Run');
    expect(look()).toEqual(after);
  });

  it('recalculates what depends on cells of a sheet that comes back', () => {
    const { sums, data, history, look } = open();
    history.step('Delete sheet', 'all', () => deleteSheet(data));
    look();
    expect(sums.value(0, 0)).toMatchObject({ code: '#REF!' });
    history.undo();
    look();
    expect(sums.value(0, 0)).toBe(60);
    data.put(1, 1, { value: 11 });
    look();
    expect(sums.value(0, 0)).toBe(61);
  });

  it('lets spills be filled and emptied by their formulas', () => {
    const { sums, history, look } = open();
    const before = look();
    const area = { top: 2, left: 0, bottom: 2, right: 0 };
    history.step('Type', [{ sheet: sums, area }], () => sums.put(2, 0, { formula: 'SEQUENCE(5)' }));
    look();
    expect(sums.value(6, 0)).toBe(5);
    history.undo();
    expect(look()).toEqual(before);
    expect(sums.value(6, 0)).toBeNull();
  });

  it('forgets what was taken back once something else is done, and takes back an edit that fails half-way', () => {
    const { sums, history } = open();
    const type = (value: number) =>
      history.step(`Type ${value}`, [{ sheet: sums, area: { top: 9, left: 0, bottom: 9, right: 0 } }], () =>
        sums.put(9, 0, { value }),
      );
    type(1);
    type(2);
    history.undo();
    type(3);
    expect(history.redo()).toBeUndefined();
    expect(() =>
      history.step('Fails', 'all', () => {
        sums.put(9, 0, { value: 99 });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(sums.value(9, 0)).toBe(3);
    expect(history.undoLabel).toBe('Type 3');
    history.undo();
    expect(sums.value(9, 0)).toBe(1);
  });
});
