import type { CellValue } from '../../../src/host/model/cell';
import { CellError } from '../../../src/host/model/cell';
import type { Worksheet } from '../../../src/host/model/workbook';
import { Workbook } from '../../../src/host/model/workbook';

/** Fills a sheet from A1; texts that begin with '=' are formulas, null leaves the cell empty. */
export function fillSheet(sheet: Worksheet, rows: readonly (readonly CellValue[])[]): void {
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (typeof value === 'string' && value.startsWith('=')) sheet.put(r, c, { formula: value.slice(1) });
      else if (value !== null) sheet.put(r, c, { value });
    }),
  );
}

const DATA: readonly (readonly CellValue[])[] = [
  ['Region', 'Units', 'Price', 'Date', 'Mixed', 'Flow', 'Paid on'],
  ['North', 10, 1.5, 46037, 5, -1000, 45658],
  ['South', 20, 2, 46068, 'text', 300, 45748],
  ['North', 30, 2.5, 46096, true, 420, 45839],
  ['East', 40, 3, 46127, null, 680, 45931],
  ['West', 50, 3.5, 46157, '7', 100, 46023],
  ['South', 60, 4, 46188, new CellError('#N/A'), 50, 46113],
  ['North', 70, 4.5, 46218, -3, 25, 46204],
  ['East', 80, 5, 46249, '', 10, 46296],
];

/**
 * The workbook that the tables of formulas look at: `Data` (A1:G9 with headers), the table `Sales` on its own sheet,
 * `Other sheet`, the names `Rate`, `Units` and `Twice`, and an empty sheet `Calc` for the formulas.
 */
export function makeFixture(): Workbook {
  const workbook = new Workbook();
  const data = workbook.addSheet('Data');
  fillSheet(data, DATA);
  const sales = workbook.addSheet('Sales');
  fillSheet(sales, [
    ['Month', 'Net amount', 'Cost', 'Margin'],
    ['Jan', 100, 60, '=[@[Net amount]]-[@Cost]'],
    ['Feb', 150, 80, '=Sales[@[Net amount]]-Sales[@Cost]'],
    ['Mar', 130, 90, '=[@[Net amount]]-[@Cost]'],
    ['Total', '=SUM(Sales[Net amount])', '=SUM(Sales[Cost])', '=SUM(Sales[Margin])'],
  ]);
  sales.tables.push({
    id: 1,
    name: 'Sales',
    sheet: sales,
    area: { top: 0, left: 0, bottom: 4, right: 3 },
    columns: ['Month', 'Net amount', 'Cost', 'Margin'].map((name, i) => ({ id: i + 1, name })),
    showHeaders: true,
    showTotals: true,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  });
  fillSheet(workbook.addSheet('Other sheet'), [[1], [2], [3]]);
  workbook.names.push(
    { name: 'Rate', formula: '0.2', visible: true, comment: '' },
    { name: 'Units', formula: 'Data!$B$2:$B$9', visible: true, comment: '' },
    { name: 'Twice', formula: 'LAMBDA(x,2*x)', visible: true, comment: '' },
  );
  workbook.addSheet('Calc');
  workbook.structureChanged();
  return workbook;
}
