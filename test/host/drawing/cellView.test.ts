import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { ConditionalLooks } from '../../../src/host/conditional/conditionalLooks';
import { CellViews } from '../../../src/host/drawing/cellView';
import type { CellStyle } from '../../../src/host/model/style';
import { sheetOf, tableOf, workbookOf } from '../../support/workbook';

function viewsOf(rows: Parameters<typeof workbookOf>[0][string], culture = 'it-IT') {
  const workbook = workbookOf({ Data: rows }, { culture });
  const sheet = sheetOf(workbook, 'Data');
  const { calculation } = new EmbeddedWorkbook(workbook);
  const views = new CellViews(new ConditionalLooks(calculation, () => 46351));
  const restyle = (row: number, column: number, change: Partial<CellStyle>) =>
    sheet.setStyle(row, column, workbook.styles.intern({ ...workbook.styles.get(0), ...change }));
  return { workbook, sheet, views, restyle, at: (row: number, column: number) => views.at(sheet, row, column) };
}

describe('how a cell looks', () => {
  it('shows values by format and region, numbers right, texts left, errors in the middle', () => {
    const { at, restyle } = viewsOf([[1234.5, 46351, 'text', '=1/0', true]]);
    restyle(0, 0, { numberFormat: '#,##0.00' });
    restyle(0, 1, { numberFormat: 'm/d/yyyy' });
    expect([0, 1, 2, 3, 4].map((column) => [at(0, column).text, at(0, column).align])).toEqual([
      ['1.234,50', 'right'],
      ['25/11/2026', 'right'],
      ['text', 'left'],
      ['#DIV/0!', 'center'],
      ['VERO', 'center'],
    ]);
  });

  it('takes colours that a number format names', () => {
    const { at, restyle } = viewsOf([[-5, 5]]);
    [0, 1].forEach((column) => restyle(0, column, { numberFormat: '0;[Red]-0' }));
    expect([at(0, 0).color, at(0, 1).color]).toEqual(['#FF0000', '#000000']);
  });

  it('puts the table style under the cell’s own and the conditional format over both', () => {
    const { at, sheet, restyle, workbook, views } = viewsOf({
      table: 'T',
      rows: [
        ['A', 'B'],
        [1, 2],
        [3, 4],
      ],
    });
    tableOf(workbook, 'T').style = 'TableStyleMedium2';
    expect(at(0, 0)).toMatchObject({ fill: '#4472C4', color: '#FFFFFF', font: { bold: true } });
    expect([at(1, 0).fill, at(2, 0).fill]).toEqual(['#DAE3F3', undefined]);
    restyle(1, 0, { fill: { color: '#123456' } });
    sheet.conditionalFormats.push({
      id: '1',
      areas: [{ top: 2, left: 0, bottom: 2, right: 1 }],
      kind: 'cellValue',
      priority: 1,
      stopIfTrue: false,
      rule: { operator: 'GreaterThan', formula1: '=3' },
      format: { fontColor: '#00AA00', bold: true },
    });
    views.forget();
    expect(at(1, 0).fill).toBe('#123456');
    expect(at(2, 1)).toMatchObject({ color: '#00AA00', font: { bold: true } });
    expect(at(2, 0).font.bold).toBe(false);
  });
});
