import { chartView } from '../../../src/host/drawing/chartView';
import type { Chart } from '../../../src/host/model/workbook';
import { sheetOf, workbookOf } from '../../support/workbook';

describe('a chart', () => {
  const workbook = workbookOf(
    {
      Data: [
        ['Month', 'Sold'],
        ['Jan', 1500],
        ['Feb', null],
        ['Mar', 2500],
        ['Apr', 9],
      ],
    },
    { culture: 'it-IT' },
  );
  const sheet = sheetOf(workbook, 'Data');
  const chart: Chart = {
    id: '1',
    name: 'Chart',
    type: 'ColumnStacked',
    title: 'Sales',
    left: 0,
    top: 0,
    width: 10,
    height: 10,
    legend: { visible: true, position: 'Top' },
    valueAxisNumberFormat: '#,##0',
    series: [
      { name: '=Data!$B$1', values: 'Data!$B$2:$B$5', categories: 'Data!$A$2:$A$5' },
      { name: 'Line', type: 'Line', values: 'Data!$B$2:$B$5', color: '#123456' },
    ],
  };

  it('is read with the values of its ranges: hidden rows are left out, empty cells are gaps', () => {
    sheet.rows.set(4, { hidden: true });
    const view = chartView(sheet, chart);
    expect(view).toMatchObject({
      title: 'Sales',
      kind: 'bar',
      horizontal: false,
      stacking: 'stacked',
      categories: ['Jan', 'Feb', 'Mar'],
      series: [
        { name: 'Sold', kind: 'bar', values: [1500, null, 2500] },
        { name: 'Line', kind: 'line', color: '#123456' },
      ],
      legend: { visible: true, position: 'top' },
    });
    expect(view.writeValue(1500)).toBe('1.500');
  });

  it('of a range that is gone is empty', () => {
    expect(chartView(sheet, { ...chart, series: [{ name: 'Gone', values: '#REF!' }] }).series[0]?.values).toEqual([]);
  });
});
