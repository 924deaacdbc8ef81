import { openXlsx } from '../../../src/host/xlsx/open';
import { CellError } from '../../../src/host/model/cell';
import { sheetOf, tableOf, valuesOf, xlsxOf } from '../../support/workbook';

describe('a workbook saved and opened again', () => {
  const file = xlsxOf({
    Targets: {
      table: 'Targets',
      rows: [
        ['Objective', 'Year', 'Target'],
        ['Growth <&> "quotes"', 2027, 1200.5],
        ['  spaces ', true, '#N/A'],
      ],
    },
    Sums: [[{ formula: '=SUM(Targets!C2:C3)', value: 7 }, '=A1*2']],
  });

  it('keeps text, numbers, booleans and errors', () => {
    const { workbook } = openXlsx(file);
    expect(valuesOf(sheetOf(workbook, 'Targets'), 'A2:C3')).toEqual([
      ['Growth <&> "quotes"', 2027, 1200.5],
      ['  spaces ', true, new CellError('#N/A')],
    ]);
  });

  it('keeps formulas with their cached values', () => {
    const sheet = sheetOf(openXlsx(file).workbook, 'Sums');
    expect(sheet.cell(0, 0)).toMatchObject({ formula: 'SUM(Targets!C2:C3)', value: 7 });
    expect(sheet.cell(0, 1)).toMatchObject({ formula: 'A1*2', value: null });
  });

  it('keeps tables, their headers equal to the column names', () => {
    const table = tableOf(openXlsx(file).workbook, 'Targets');
    expect(table.area).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(table.columns.map((c) => c.name)).toEqual(['Objective', 'Year', 'Target']);
  });
});
