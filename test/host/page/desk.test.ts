import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import { Desk } from '../../../src/host/page/desk';
import { dragFill, dropFill, insertReference } from '../../../src/host/page/deskActions';
import { geometryOf, hitTest } from '../../../src/host/page/gridGeometry';
import type { Key } from '../../../src/host/page/gridKeys';
import { pressKey } from '../../../src/host/page/gridKeys';
import { areaAddress } from '../../../src/host/model/address';
import { sheetOf, workbookOf } from '../../support/workbook';

function deskOf(culture = 'en-US') {
  const workbook = workbookOf({ Data: [[1, 2, '=A1+B1'], [3]], Other: [['x']] }, { culture });
  const embedded = new EmbeddedWorkbook(workbook);
  const desk = new Desk(embedded, (work) => work());
  const opened: string[] = [];
  const targets = {
    pageRows: 10,
    pageColumns: 5,
    openChoices: () => opened.push('choices'),
    focusNameBox: () => opened.push('name box'),
    breakLine: () => opened.push('line'),
  };
  const press = (key: string, more: Partial<Key> = {}) =>
    pressKey(desk, { key, ctrl: false, shift: false, alt: false, ...more }, targets);
  const selected = () => areaAddress(desk.selection);
  return { workbook, embedded, desk, press, selected, opened };
}

describe('the desk', () => {
  it('moves, selects and jumps by keys', () => {
    const { press, selected, desk } = deskOf();
    press('ArrowRight');
    press('ArrowDown', { shift: true });
    expect(selected()).toBe('B1:B2');
    press('Home');
    press('End', { ctrl: true });
    expect(selected()).toBe('C2');
    press('ArrowUp', { ctrl: true });
    press('ArrowLeft', { ctrl: true, shift: true });
    expect([selected(), desk.active]).toEqual(['A1:C1', { row: 0, column: 2 }]);
    press('PageDown');
    expect(selected()).toBe('C11');
    press('PageDown', { ctrl: true });
    expect(desk.sheet.name).toBe('Other');
    press('PageUp', { ctrl: true });
    expect([desk.sheet.name, selected()]).toEqual(['Data', 'C11']);
  });

  it('types, finishes and gives up', () => {
    const { press, desk, selected } = deskOf();
    desk.startTyping('7');
    expect(press('Enter')).toBe(true);
    expect([desk.sheet.value(0, 0), desk.sheet.value(0, 2), selected()]).toEqual([7, 9, 'A2']);
    press('F2');
    expect(desk.draft?.text).toBe('3');
    desk.setDraft('=SUM(');
    press('Enter');
    expect(desk.notice).toMatchObject({ kind: 'formula' });
    press('Escape');
    expect([desk.draft, desk.notice, desk.sheet.value(1, 0)]).toEqual([undefined, undefined, 3]);
    press('Delete');
    expect(desk.sheet.value(1, 0)).toBeNull();
    press('z', { ctrl: true });
    press('z', { ctrl: true });
    expect([desk.sheet.value(0, 0), desk.sheet.value(1, 0)]).toEqual([1, 3]);
    press('y', { ctrl: true });
    expect(desk.sheet.value(0, 0)).toBe(7);
  });

  it('fills from above and from the left by keys, and a series by the handle', () => {
    const { press, desk, selected } = deskOf();
    const values = (row: number) => [0, 1, 2, 3].map((column) => desk.sheet.value(row, column));
    desk.selectArea({ top: 0, left: 1, bottom: 1, right: 2 });
    press('d', { ctrl: true });
    expect(values(1)).toEqual([3, 2, 5, null]);
    desk.select({ row: 1, column: 3 });
    press('r', { ctrl: true });
    expect(values(1)).toEqual([3, 2, 5, 7]);
    desk.select({ row: 0, column: 0 });
    press('d', { ctrl: true });
    expect(values(0)).toEqual([1, 2, 3, null]);
    desk.selectArea({ top: 0, left: 0, bottom: 1, right: 0 });
    dragFill(desk, { row: 3, column: 0 });
    dropFill(desk);
    expect([desk.sheet.value(2, 0), desk.sheet.value(3, 0), selected()]).toEqual([5, 7, 'A1:A4']);
    press('z', { ctrl: true });
    expect(desk.sheet.value(2, 0)).toBeNull();
  });

  it('finds the fill handle and the filter buttons under the pointer', () => {
    const { desk } = deskOf();
    desk.sheet.autoFilter = { top: 0, left: 0, bottom: 1, right: 1 };
    const geometry = geometryOf(desk, 600, 400);
    const at = (x: number, y: number) => hitTest(desk, geometry, geometry.left + x, geometry.top + y, false).kind;
    desk.select({ row: 2, column: 0 });
    expect([at(62, 58), at(30, 50), at(120, 12), at(30, 12)]).toEqual(['fill', 'cell', 'filter', 'cell']);
  });

  it('puts the address of a clicked cell into the formula being typed', () => {
    const { desk, workbook } = deskOf();
    desk.startTyping('=SUM(');
    expect(insertReference(desk, { row: 1, column: 1 })).toBe(true);
    expect(insertReference(desk, { row: 0, column: 0 })).toBe(true);
    expect(desk.draft?.text).toBe('=SUM(A1');
    desk.setDraft('=SUM(A1,');
    desk.show(sheetOf(workbook, 'Other'));
    insertReference(desk, { row: 0, column: 0 });
    expect(desk.draft?.text).toBe('=SUM(A1,Other!A1');
    desk.setDraft('text');
    expect(insertReference(desk, { row: 0, column: 0 })).toBe(false);
  });

  it('follows the add-in to the cells it selects', async () => {
    const { embedded, desk, selected } = deskOf();
    const { Excel, stop } = await startOfficeInNode(embedded);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Other');
      sheet.activate();
      sheet.getRange('D4:E5').select();
      await context.sync();
    });
    stop();
    expect([desk.sheet.name, selected()]).toEqual(['Other', 'D4:E5']);
    desk.dispose();
  });

  it('finds what lies at a point: cells, headings, edges, outline buttons', () => {
    const { desk } = deskOf();
    desk.sheet.freeze = { rows: 1, columns: 0 };
    [1, 2].forEach((row) => desk.sheet.rows.set(row, { outlineLevel: 1 }));
    desk.setScroll(0, 40);
    const geometry = geometryOf(desk, 600, 400);
    const { left, top } = geometry;
    const at = (x: number, y: number) => hitTest(desk, geometry, x, y, false);
    expect([left, top]).toEqual([72, 22]);
    expect(at(left + 70, top + 5)).toEqual({ kind: 'cell', place: { row: 0, column: 1 } });
    expect(at(left + 10, top + 25)).toEqual({ kind: 'cell', place: { row: 3, column: 0 } });
    expect(at(left - 10, top + 25)).toEqual({ kind: 'row', row: 3 });
    expect(at(left + 30, 10)).toEqual({ kind: 'column', column: 0 });
    expect(at(left + 63, 10)).toEqual({ kind: 'columnEdge', column: 0 });
    expect(at(left + 66, 10)).toEqual({ kind: 'columnEdge', column: 0 });
    expect(at(8, top + 30)).toMatchObject({ kind: 'group', by: 'rows', group: { from: 1, to: 2 } });
    expect(at(20, 15)).toEqual({ kind: 'level', by: 'rows', level: 2 });
  });
});
