import { setFilters } from '../../../src/host/model/filter';
import { History } from '../../../src/host/model/history';
import { addTable } from '../../../src/host/model/table';
import { insertColumns } from '../../../src/host/model/shift';
import type { Workbook } from '../../../src/host/model/workbook';
import { lossesOnSave, saveXlsx } from '../../../src/host/xlsx/save';
import { openXlsx } from '../../../src/host/xlsx/open';
import { packParts, partOf, partsOf as readParts } from '../xlsx/packages';
import { sheetOf, tableOf, workbookOf } from '../../support/workbook';
import { codeOf, runExcel } from './support';

/** 25 November 2026, a Wednesday. */
const TODAY = new Date(2026, 10, 25, 9).getTime();
const serial = (month: number, day: number) => Date.UTC(2026, month - 1, day) / 86_400_000 + 25_569;

function deals(): Workbook {
  const workbook = workbookOf({
    Deals: {
      table: 'Deals',
      rows: [
        ['Deal', 'Stage', 'Amount', 'Close'],
        ['A', 'Open', 100, serial(11, 24)],
        ['B', 'Won', 250, serial(11, 30)],
        ['C', 'open', 70, serial(12, 5)],
        ['D', null, 400, serial(8, 1)],
        ['E', 'Lost', 30, serial(11, 25)],
      ],
    },
    Sum: [['=SUBTOTAL(109,Deals[Amount])', '=SUBTOTAL(9,Deals[Amount])', '=AGGREGATE(9,5,Deals[Amount])']],
  });
  const sheet = sheetOf(workbook, 'Deals');
  const plain = workbook.styles.get(0);
  sheet.setStyle(2, 2, workbook.styles.intern({ ...plain, fill: { color: '#FFC7CE' } }));
  return workbook;
}

/** The deals that are still shown. */
function shown(workbook: Workbook): string {
  const sheet = sheetOf(workbook, 'Deals');
  return [1, 2, 3, 4, 5]
    .filter((row) => !sheet.rows.get(row)?.hidden)
    .map((row) => sheet.value(row, 0))
    .join('');
}

async function filtered(column: string, filter: (filter: Excel.Filter) => void): Promise<string> {
  const workbook = deals();
  await runExcel(
    workbook,
    async (context) => {
      filter(context.workbook.tables.getItem('Deals').columns.getItem(column).filter);
      await context.sync();
    },
    { now: () => TODAY },
  );
  return shown(workbook);
}

describe('filters of table columns', () => {
  it.each<[string, string, (filter: Excel.Filter) => void, string]>([
    ['Filter.applyValuesFilter', 'Stage', (f) => f.applyValuesFilter(['Open', 'Lost']), 'ACE'],
    ['Filter.applyValuesFilter for blanks', 'Stage', (f) => f.applyValuesFilter(['']), 'D'],
    ['Filter.applyCustomFilter', 'Amount', (f) => f.applyCustomFilter('>=100'), 'ABD'],
    ['Filter.applyCustomFilter with two', 'Amount', (f) => f.applyCustomFilter('>=100', '<300', 'And'), 'AB'],
    ['Filter.applyCustomFilter with either', 'Amount', (f) => f.applyCustomFilter('<50', '>300', 'Or'), 'DE'],
    ['Filter.applyCustomFilter by pattern', 'Stage', (f) => f.applyCustomFilter('=*o*'), 'ABCE'],
    ['Filter.applyCustomFilter for blanks', 'Stage', (f) => f.applyCustomFilter('='), 'D'],
    ['Filter.applyTopItemsFilter', 'Amount', (f) => f.applyTopItemsFilter(2), 'BD'],
    ['Filter.applyTopPercentFilter', 'Amount', (f) => f.applyTopPercentFilter(60), 'ABD'],
    ['Filter.applyBottomItemsFilter', 'Amount', (f) => f.applyBottomItemsFilter(1), 'E'],
    ['Filter.applyBottomPercentFilter', 'Amount', (f) => f.applyBottomPercentFilter(40), 'CE'],
    ['Filter.applyDynamicFilter on averages', 'Amount', (f) => f.applyDynamicFilter('AboveAverage'), 'BD'],
    ['… this month', 'Close', (f) => f.applyDynamicFilter('ThisMonth'), 'ABE'],
    ['… next month', 'Close', (f) => f.applyDynamicFilter('NextMonth'), 'C'],
    ['… this week, from Sunday', 'Close', (f) => f.applyDynamicFilter('ThisWeek'), 'AE'],
    ['… yesterday', 'Close', (f) => f.applyDynamicFilter('Yesterday'), 'A'],
    ['… a quarter of any year', 'Close', (f) => f.applyDynamicFilter('AllDatesInPeriodQuarter3'), 'D'],
    ['Filter.applyCellColorFilter', 'Amount', (f) => f.applyCellColorFilter('#FFC7CE'), 'B'],
    ['Filter.applyFontColorFilter', 'Amount', (f) => f.applyFontColorFilter('#000000'), 'ABCDE'],
    ['Filter.apply', 'Amount', (f) => f.apply({ filterOn: 'Custom', criterion1: '<>100' }), 'BCDE'],
  ])('%s', async (_what, column, filter, expected) => {
    expect(await filtered(column, filter)).toBe(expected);
  });

  it('work together, and Filter.clear frees one of them', async () => {
    const workbook = deals();
    const states = await runExcel(workbook, async (context) => {
      const table = context.workbook.tables.getItem('Deals');
      const [stage, amount] = [table.columns.getItem('Stage').filter, table.columns.getItem('Amount').filter];
      stage.applyValuesFilter(['Open']);
      amount.applyCustomFilter('>80');
      await context.sync();
      const both = shown(workbook);
      amount.clear();
      stage.load('criteria');
      table.autoFilter.load('criteria,isDataFiltered');
      await context.sync();
      return [both, shown(workbook), stage.criteria, table.autoFilter.criteria.length, table.autoFilter.isDataFiltered];
    });
    expect(states).toEqual(['A', 'AC', { filterOn: 'Values', values: ['Open'] }, 4, true]);
  });

  it('count again after Table.reapplyFilters, and go by Table.clearFilters', async () => {
    const workbook = deals();
    const states = await runExcel(workbook, async (context) => {
      const table = context.workbook.tables.getItem('Deals');
      table.columns.getItem('Stage').filter.applyValuesFilter(['Won']);
      context.workbook.worksheets.getItem('Deals').getRange('B2').values = [['Won']];
      await context.sync();
      const before = shown(workbook);
      table.reapplyFilters();
      await context.sync();
      const after = shown(workbook);
      table.clearFilters();
      await context.sync();
      return [before, after, shown(workbook)];
    });
    expect(states).toEqual(['B', 'AB', 'ABCDE']);
  });

  it('leave SUBTOTAL and AGGREGATE only what is shown', async () => {
    const workbook = deals();
    const sums = await runExcel(workbook, async (context) => {
      context.workbook.tables.getItem('Deals').columns.getItem('Amount').filter.applyCustomFilter('>=100');
      const range = context.workbook.worksheets.getItem('Sum').getRange('A1:C1').load('values');
      await context.sync();
      return range.values;
    });
    expect(sums).toEqual([[750, 750, 750]]);
  });

  it('refuse what is not served or makes no sense', async () => {
    const code = (filter: (filter: Excel.Filter) => void) =>
      codeOf(deals(), (context) => filter(context.workbook.tables.getItem('Deals').columns.getItemAt(0).filter));
    // Filter.applyIconFilter
    expect(await code((f) => f.applyIconFilter({ set: 'ThreeArrows', index: 0 }))).toBe('NotImplemented');
    expect(await code((f) => f.applyTopItemsFilter(0))).toBe('InvalidArgument');
    expect(await code((f) => f.applyDynamicFilter('Someday' as 'Today'))).toBe('InvalidArgument');
    expect(await code((f) => f.applyValuesFilter([{ date: '2026-11', specificity: 'Month' }]))).toBe('NotImplemented');
  });
});

describe('filters of sheets', () => {
  const plain = () => {
    const workbook = deals();
    sheetOf(workbook, 'Deals').tables.splice(0);
    return workbook;
  };

  it('hide rows by AutoFilter.apply, and show them by AutoFilter.clearColumnCriteria, AutoFilter.reapply, AutoFilter.remove', async () => {
    const workbook = plain();
    const states = await runExcel(workbook, async (context) => {
      const { autoFilter } = context.workbook.worksheets.getItem('Deals');
      autoFilter.apply('A1:D6', 2, { filterOn: 'Custom', criterion1: '>=100' });
      autoFilter.apply('A1:D6', 0, { filterOn: 'Values', values: ['A', 'C'] });
      await context.sync();
      const both = shown(workbook);
      autoFilter.clearColumnCriteria(0);
      await context.sync();
      const one = shown(workbook);
      context.workbook.worksheets.getItem('Deals').getRange('C2').values = [[1]];
      autoFilter.reapply();
      await context.sync();
      const again = shown(workbook);
      autoFilter.remove();
      await context.sync();
      return [both, one, again, shown(workbook)];
    });
    expect(states).toEqual(['A', 'ABD', 'BD', 'ABCDE']);
  });

  it('go with the step that brought them', () => {
    const workbook = plain();
    const sheet = sheetOf(workbook, 'Deals');
    sheet.autoFilter = { top: 0, left: 0, bottom: 5, right: 3 };
    const history = new History(workbook);
    history.step('Filter', 'all', () => {
      setFilters({ sheet }, [{ column: 2, criteria: { filterOn: 'TopItems', criterion1: '1' } }]);
      sheet.rows.set(1, { hidden: true });
    });
    history.undo();
    expect([sheet.filters, sheet.rows.get(1)]).toEqual([undefined, undefined]);
    history.redo();
    expect([sheet.filters?.length, shown(workbook)]).toEqual([1, 'BCDE']);
  });

  it('move with their columns', () => {
    const workbook = plain();
    const sheet = sheetOf(workbook, 'Deals');
    sheet.autoFilter = { top: 0, left: 0, bottom: 5, right: 3 };
    sheet.filters = [
      { column: 0, criteria: { filterOn: 'Values', values: ['A'] } },
      { column: 2, criteria: { filterOn: 'Custom', criterion1: '>1' } },
    ];
    insertColumns(sheet, 1, 2);
    expect(sheet.filters.map(({ column }) => column)).toEqual([0, 4]);
  });
});

describe('filters in files', () => {
  it('come back as they were, in tables and on sheets', () => {
    const workbook = deals();
    const table = tableOf(workbook, 'Deals');
    const criteria = [
      { filterOn: 'Values', values: ['A', ''] },
      { filterOn: 'Custom', criterion1: '>=1', criterion2: '<>*x*', operator: 'Or' },
      { filterOn: 'BottomPercent', criterion1: '40' },
      { filterOn: 'Dynamic', dynamicCriteria: 'AllDatesInPeriodMarch' },
    ] as const;
    table.columns.forEach((column, i) => (column.filter = criteria[i]));
    const sheet = sheetOf(workbook, 'Sum');
    sheet.autoFilter = { top: 4, left: 0, bottom: 9, right: 1 };
    sheet.filters = [{ column: 1, criteria: { filterOn: 'Dynamic', dynamicCriteria: 'LastQuarter' } }];
    const file = saveXlsx(workbook);
    expect(partOf(file, 'xl/tables/table1.xml')).toContain(
      '<filterColumn colId="1"><customFilters><customFilter operator="greaterThanOrEqual" val="1"/><customFilter operator="notEqual" val="*x*"/></customFilters></filterColumn>',
    );
    const again = openXlsx(file).workbook;
    expect(tableOf(again, 'Deals').columns.map(({ filter }) => filter)).toEqual(criteria);
    expect(sheetOf(again, 'Sum').filters).toEqual(sheet.filters);
    expect(Buffer.compare(saveXlsx(again), file)).toBe(0);
  });

  it('say when they cannot be written', () => {
    const workbook = deals();
    const [, , amount] = tableOf(workbook, 'Deals').columns;
    if (amount) amount.filter = { filterOn: 'CellColor', color: '#FFC7CE' };
    expect(lossesOnSave(workbook)).toMatchObject([{ code: 'filter-not-saved', sheet: 'Deals' }]);
  });

  it('that this host cannot read stay in the file when another column is filtered', () => {
    const workbook = workbookOf({ S: [['Day', 'Load']] });
    const sheet = sheetOf(workbook, 'S');
    addTable(sheet, { top: 0, left: 0, bottom: 3, right: 1 }, { name: 'Load' });
    const groups =
      '<filterColumn colId="0"><filters><dateGroupItem year="2026" dateTimeGrouping="year"/></filters></filterColumn>';
    const file = saveXlsx(workbook);
    const xml = partOf(file, 'xl/tables/table1.xml').replace(
      '<autoFilter ref="A1:B4"/>',
      `<autoFilter ref="A1:B4">${groups}</autoFilter>`,
    );
    const parts = [...readParts(file)].map(([name, text]) => [name, name.endsWith('table1.xml') ? xml : text] as const);
    const { workbook: opened } = openXlsx(packParts(Object.fromEntries(parts)));
    const [, load] = tableOf(opened, 'Load').columns;
    if (load) load.filter = { filterOn: 'TopItems', criterion1: '3' };
    expect(partOf(saveXlsx(opened), 'xl/tables/table1.xml')).toContain(
      `<autoFilter ref="A1:B4">${groups}<filterColumn colId="1"><top10 val="3"/></filterColumn></autoFilter>`,
    );
  });
});
