import type { Workbook } from '../../../src/host/model/workbook';
import { openXlsx } from '../../../src/host/xlsx/open';
import { saveXlsx } from '../../../src/host/xlsx/save';
import { sheetOf, tableOf, valuesOf, workbookOf } from '../../support/workbook';
import { runExcel } from './support';

/** A table with signs in its headers, and formulas that speak of it in every way. */
function deals(): Workbook {
  const workbook = workbookOf({
    'My data': {
      table: 'Deals',
      rows: [
        ['Cost (€)', "It's [x]", 'a#b', 'Sum'],
        [1, 2, 3, "=[@[Cost (€)]]+[@[It''s '[x']]]+[@[a'#b]]"],
        [4, 5, 6, "=SUM(Deals[@[Cost (€)]:[a'#b]])"],
      ],
    },
    Calc: [
      ['=SUM(Deals[Cost (€)])'],
      ["=SUM('My data'!A2:A3)"],
      ['=Rate*2'],
      ["=SUM(Deals[[Cost (€)]:[a'#b]])"],
      ['=INDEX(Deals,2,1)'],
      ['=SUM(Block)'],
    ],
  });
  workbook.names.push(
    { name: 'Rate', formula: "'My data'!$A$2", visible: true, comment: '' },
    { name: 'Block', formula: 'Deals[Cost (€)]', visible: true, comment: '' },
  );
  workbook.structureChanged();
  return workbook;
}

const formulas = (workbook: Workbook) =>
  [0, 1, 2, 3, 4, 5].map((row) => sheetOf(workbook, 'Calc').cell(row, 0)?.formula);
const values = (workbook: Workbook) => valuesOf(sheetOf(workbook, 'Calc'), 'A1:A6').flat();

async function after(change: (context: Excel.RequestContext) => void): Promise<Workbook> {
  const workbook = deals();
  await runExcel(workbook, async (context) => {
    change(context);
    await context.sync();
  });
  // What is written must be what Excel can read: no name of a table or column that is not there.
  const again = openXlsx(saveXlsx(workbook)).workbook;
  expect(formulas(again)).toEqual(formulas(workbook));
  return workbook;
}

const dataOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('My data');
const dealsOf = (context: Excel.RequestContext) => context.workbook.tables.getItem('Deals');

describe('names and structured references', () => {
  it('mean the same cells when rows and columns come', async () => {
    const workbook = await after((context) => {
      dataOf(context).getRange('3:3').insert('Down');
      dataOf(context).getRange('B:B').insert('Right');
    });
    expect(values(workbook)).toEqual([5, 5, 2, 21, 0, 5]);
    expect(formulas(workbook)[1]).toBe("SUM('My data'!A2:A4)");
    expect(valuesOf(sheetOf(workbook, 'My data'), 'E2:E4').flat()).toEqual([6, null, 15]);
  });

  it('follow new names of sheets, tables and columns', async () => {
    const workbook = await after((context) => {
      dataOf(context).name = "O'Brien";
      dealsOf(context).name = 'Pipeline';
      context.workbook.worksheets.getItem("O'Brien").getRange('A1').values = [['Cost [€]']];
    });
    expect(formulas(workbook)).toEqual([
      "SUM(Pipeline[Cost '[€']])",
      "SUM('O''Brien'!A2:A3)",
      'Rate*2',
      "SUM(Pipeline[[Cost '[€']]:[a'#b]])",
      'INDEX(Pipeline,2,1)',
      'SUM(Block)',
    ]);
    expect(values(workbook)).toEqual([5, 5, 2, 21, 4, 5]);
    expect(workbook.names.map(({ formula }) => formula)).toEqual(["'O''Brien'!$A$2", "Pipeline[Cost '[€']]"]);
    expect(valuesOf(sheetOf(workbook, "O'Brien"), 'D2:D3').flat()).toEqual([6, 15]);
  });

  it('become #REF! where their column goes, and keep what is left of several columns', async () => {
    const workbook = await after((context) => dealsOf(context).columns.getItem('Cost (€)').delete());
    expect(formulas(workbook).slice(0, 4)).toEqual([
      'SUM(Deals[#REF!])',
      'SUM(#REF!)',
      'Rate*2',
      "SUM(Deals[[It''s '[x']]:[a'#b]])",
    ]);
    expect(values(workbook)[3]).toBe(16);
    expect(values(workbook)[0]).toMatchObject({ code: '#REF!' });
    expect(sheetOf(workbook, 'My data').cell(2, 2)?.formula).toBe("SUM(Deals[@[It''s '[x']]:[a'#b]])");
  });

  it('become #REF! where the table shrinks away from them', async () => {
    const workbook = await after((context) => dealsOf(context).resize('A1:B3'));
    expect(formulas(workbook)[3]).toBe("SUM(Deals[[Cost (€)]:[It''s '[x']]])");
    expect(tableOf(workbook, 'Deals').columns).toHaveLength(2);
  });

  it.each<[string, (context: Excel.RequestContext) => void]>([
    ['table', (context) => dealsOf(context).delete()],
    ['sheet', (context) => dataOf(context).delete()],
  ])('become #REF! when the %s is deleted', async (_what, change) => {
    const workbook = await after(change);
    expect(formulas(workbook)[0]).toBe('SUM(#REF!)');
    expect(formulas(workbook)[4]).toBe('INDEX(#REF!,2,1)');
    expect(workbook.names[1]?.formula).toBe('#REF!');
    for (const row of [0, 3, 4]) expect(values(workbook)[row]).toMatchObject({ code: '#REF!' });
  });

  it('become plain references when the table becomes a range, with the same values', async () => {
    const workbook = await after((context) => dealsOf(context).convertToRange());
    expect(formulas(workbook)).toEqual([
      "SUM('My data'!$A$2:$A$3)",
      "SUM('My data'!A2:A3)",
      'Rate*2',
      "SUM('My data'!$A$2:$C$3)",
      "INDEX('My data'!$A$2:$D$3,2,1)",
      'SUM(Block)',
    ]);
    expect(values(workbook)).toEqual([5, 5, 2, 21, 4, 5]);
    expect(sheetOf(workbook, 'My data').cell(1, 3)?.formula).toBe('$A2+$B2+$C2');
    expect(valuesOf(sheetOf(workbook, 'My data'), 'D2:D3').flat()).toEqual([6, 15]);
    expect(workbook.names[1]?.formula).toBe("'My data'!$A$2:$A$3");
  });
});
