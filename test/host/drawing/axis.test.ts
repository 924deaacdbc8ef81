import fc from 'fast-check';
import { Axis, axesOf } from '../../../src/host/drawing/axis';
import { lineAt, panesOf, scrollToShow } from '../../../src/host/drawing/window';
import { sheetOf, workbookOf } from '../../support/workbook';

describe('the axis of rows or columns', () => {
  it('places lines as adding up their sizes does, hidden ones too, and finds them again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 0, max: 90 })), { maxLength: 12 }),
        fc.nat(80),
        (sizes, line) => {
          const axis = new Axis(20, new Map(sizes));
          let start = 0;
          for (let i = 0; i < line; i++) start += axis.size(i);
          expect(axis.start(line)).toBe(start);
          if (axis.size(line) > 0) {
            expect(axis.at(start)).toBe(line);
            expect(axis.at(start + axis.size(line) - 1)).toBe(line);
          } else expect(axis.at(start)).toBeGreaterThan(line);
        },
      ),
    );
  });

  it('turns points and characters into pixels, by the zoom of the sheet', () => {
    const sheet = sheetOf(workbookOf({ Data: [[1]] }), 'Data');
    sheet.columns.set(1, { width: 20 });
    sheet.rows.set(2, { hidden: true });
    expect([axesOf(sheet).columns.size(0), axesOf(sheet).columns.size(1), axesOf(sheet).rows.size(0)]).toEqual([
      64, 145, 20,
    ]);
    expect(axesOf(sheet).rows.size(2)).toBe(0);
    sheet.zoom = 50;
    expect(axesOf(sheet).columns.size(0)).toBe(32);
  });
});

describe('the window on a sheet', () => {
  const sheet = sheetOf(workbookOf({ Data: [[1]] }), 'Data');
  sheet.freeze = { rows: 2, columns: 1 };
  const axes = axesOf(sheet);

  it('shows frozen lines where they are and the others as scrolled', () => {
    const panes = panesOf(sheet, axes, { width: 400, height: 200 }, { x: 64 * 3, y: 30 });
    expect(panes.map(({ rows, columns }) => [rows.first, rows.last, columns.first, columns.last])).toEqual([
      [3, 11, 4, 9],
      [3, 11, 0, 0],
      [0, 1, 4, 9],
      [0, 1, 0, 0],
    ]);
    expect(panes[0]?.rows).toMatchObject({ from: 30, clipFrom: 40 });
    expect([0, 39, 40, 60].map((pixel) => lineAt(axes.rows, 2, 30, pixel))).toEqual([0, 1, 3, 4]);
  });

  it('scrolls no more than is needed to show a line', () => {
    const show = (line: number, scroll: number) => scrollToShow(axes.rows, 2, 200, scroll, line);
    expect([show(0, 500), show(5, 0), show(20, 0), show(5, 200), show(12, 100)]).toEqual([500, 0, 220, 60, 100]);
  });
});
