import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { jumpFrom, stepFrom, areaBetween } from '../../../src/host/editing/move';
import { outlineGroups, showOutlineTo, toggleGroup } from '../../../src/host/editing/outline';
import { findPlace, linkAt, nameOfPlace, namesOf } from '../../../src/host/editing/places';
import { summarise } from '../../../src/host/editing/summary';
import { choicesAt } from '../../../src/host/editing/validation';
import { areaAddress, parseArea } from '../../../src/host/model/address';
import { sheetOf, workbookOf } from '../../support/workbook';

const area = (address: string) => parseArea(address) ?? { top: 0, left: 0, bottom: 0, right: 0 };

describe('places in a workbook', () => {
  const workbook = workbookOf({
    Data: {
      table: 'Sales',
      rows: [
        ['Year', 'Sold'],
        [2026, 5],
        [2027, 7],
      ],
    },
    "It's": [[1]],
  });
  const data = sheetOf(workbook, 'Data');
  workbook.names.push({ name: 'Best', formula: "'It''s'!$A$1", visible: true, comment: '' });
  const { calculation } = new EmbeddedWorkbook(workbook);
  const find = (text: string) => {
    const place = findPlace(workbook, data, text);
    return place && `${place.sheet.name}!${areaAddress(place.area)}`;
  };

  it('are found by address, with or without a sheet, by name and by table', () => {
    expect(['b3', 'A1:C2', "'It''s'!B2", 'best', 'sales', 'nowhere', 'Gone!A1'].map(find)).toEqual([
      'Data!B3',
      'Data!A1:C2',
      "It's!B2",
      "It's!A1",
      'Data!A2:B3',
      undefined,
      undefined,
    ]);
    expect(namesOf(workbook)).toEqual(['Best', 'Sales']);
    expect(nameOfPlace(workbook, { sheet: data, area: area('A2:B3') }, area('A2'))).toBe('Sales');
    expect(nameOfPlace(workbook, { sheet: data, area: area('A2:B2') }, area('A2'))).toBe('A2');
  });

  it('are where links lead, be they properties or formulas', () => {
    data.hyperlinks.push(
      { area: area('D1'), location: 'Data!B2' },
      { area: area('D2'), address: 'https://example.com' },
    );
    data.put(2, 3, { formula: 'HYPERLINK("#\'It\'\'s\'!A"&1,"Go")' });
    calculation.recalculate();
    expect([0, 1, 2, 3].map((row) => linkAt(calculation, data, row, 3))).toEqual([
      '#Data!B2',
      'https://example.com',
      "#'It''s'!A1",
      undefined,
    ]);
  });

  it('offer the choices of their validation, written out or in a range', () => {
    data.validations.push(
      { areas: [area('F1')], ignoreBlanks: true, rule: { list: { inCellDropDown: true, source: 'Low, High' } } },
      { areas: [area('F2')], ignoreBlanks: true, rule: { list: { inCellDropDown: true, source: '=$A$2:$A$3' } } },
    );
    expect([0, 1, 2].map((row) => choicesAt(calculation, data, row, 5))).toEqual([
      ['Low', 'High'],
      ['2026', '2027'],
      undefined,
    ]);
  });
});

describe('moving over the grid', () => {
  const workbook = workbookOf({ Data: [[1, 2, null, 4], [1], [1], [], [], [9]] });
  const sheet = sheetOf(workbook, 'Data');
  sheet.rows.set(1, { hidden: true });
  sheet.merges.push(area('B5:C6'));

  it('passes over hidden rows and merged cells, and stays on the sheet', () => {
    expect(stepFrom(sheet, { row: 0, column: 0 }, 'down')).toEqual({ row: 2, column: 0 });
    expect(stepFrom(sheet, { row: 0, column: 0 }, 'up')).toEqual({ row: 0, column: 0 });
    expect(stepFrom(sheet, { row: 4, column: 1 }, 'right')).toEqual({ row: 4, column: 3 });
    expect(stepFrom(sheet, { row: 3, column: 1 }, 'down', 2)).toEqual({ row: 6, column: 1 });
  });

  it('jumps to the end of a block, to the next filled cell, and to the edge', () => {
    expect(jumpFrom(sheet, { row: 0, column: 0 }, 'right')).toEqual({ row: 0, column: 1 });
    expect(jumpFrom(sheet, { row: 0, column: 1 }, 'right')).toEqual({ row: 0, column: 3 });
    expect(jumpFrom(sheet, { row: 0, column: 3 }, 'right')).toEqual({ row: 0, column: 16_383 });
    expect(jumpFrom(sheet, { row: 2, column: 0 }, 'down')).toEqual({ row: 5, column: 0 });
    expect(jumpFrom(sheet, { row: 5, column: 0 }, 'down')).toEqual({ row: 1_048_575, column: 0 });
    expect(jumpFrom(sheet, { row: 100, column: 3 }, 'up')).toEqual({ row: 0, column: 3 });
  });

  it('selects whole merged cells', () => {
    expect(areaAddress(areaBetween(sheet, { row: 4, column: 2 }, { row: 3, column: 3 }))).toBe('B4:D6');
  });

  it('adds up the visible cells', () => {
    expect(summarise(sheet, area('A1:D6'))).toEqual({ count: 5, numbers: 5, sum: 17, average: 3.4 });
  });
});

describe('the outline', () => {
  const groupsOf = (sheet: ReturnType<typeof sheetOf>) =>
    outlineGroups(sheet, 'rows').map(({ level, from, to, button, collapsed }) => [level, from, to, button, collapsed]);

  it('lists groups in groups, collapses them and opens them as they were', () => {
    const sheet = sheetOf(workbookOf({ Data: [[1]] }), 'Data');
    [1, 2, 2, 1, 0, 1].forEach((outlineLevel, row) => sheet.rows.set(row, { outlineLevel }));
    expect(groupsOf(sheet)).toEqual([
      [1, 0, 3, 4, false],
      [1, 5, 5, 6, false],
      [2, 1, 2, 3, false],
    ]);
    const [outer, , inner] = outlineGroups(sheet, 'rows');
    if (!outer || !inner) throw new Error('no groups');
    toggleGroup(sheet, 'rows', inner);
    toggleGroup(sheet, 'rows', outer);
    expect([0, 1, 2, 3, 4].map((row) => sheet.rows.get(row)?.hidden === true)).toEqual([true, true, true, true, false]);
    const collapsed = outlineGroups(sheet, 'rows')[0];
    if (collapsed) toggleGroup(sheet, 'rows', collapsed);
    expect([0, 1, 2, 3].map((row) => sheet.rows.get(row)?.hidden === true)).toEqual([false, true, true, false]);
    showOutlineTo(sheet, 'rows', 3);
    expect([0, 1, 2, 3].some((row) => sheet.rows.get(row)?.hidden)).toBe(false);
  });
});
