import { CellError } from '../../../src/host/model/cell';
import { sheetOf, valuesOf, workbookOf } from '../../support/workbook';
import { codeOf, runExcel, sampleWorkbook } from './support';

type Act = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;

/** What a value set through the API becomes: value, formula, number format. */
const ENTRIES: readonly (readonly [unknown, unknown, string | undefined, string])[] = [
  [5, 5, undefined, 'General'],
  ['5', 5, undefined, 'General'],
  ['12.5%', 0.125, undefined, '0.00%'],
  ['1/2/2024', 45293, undefined, 'm/d/yyyy'],
  ['TRUE', true, undefined, 'General'],
  ['=1+1', 2, '1+1', 'General'],
  ['-5', -5, undefined, 'General'],
  ['+A9', 0, 'A9', 'General'],
  ['-A9', 0, '-A9', 'General'],
  ['- (open', '- (open', undefined, 'General'],
  ["'=1+1", '=1+1', undefined, 'General'],
  ["'007", '007', undefined, 'General'],
  ['plain', 'plain', undefined, 'General'],
  ['#N/A', new CellError('#N/A'), undefined, 'General'],
];

describe('what Excel makes of values that are set', () => {
  it.each(ENTRIES)('%p becomes %p', async (input, value, formula, numberFormat) => {
    const workbook = workbookOf({ Data: [] });
    await runExcel(workbook, async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('B2').values = [[input]];
      return context.sync();
    });
    const cell = sheetOf(workbook, 'Data').cell(1, 1);
    expect(cell?.value).toEqual(value);
    expect(cell?.formula).toBe(formula);
    expect(workbook.styles.get(cell?.style ?? 0).numberFormat).toBe(numberFormat);
  });

  it('takes everything as text in cells of format @', async () => {
    const workbook = workbookOf({ Data: [] });
    await runExcel(workbook, async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getRange('A1:C1');
      range.numberFormat = [['@', '@', '@']];
      range.values = [['007', '=1+1', '1/2/2024']];
      return context.sync();
    });
    expect(valuesOf(sheetOf(workbook, 'Data'), 'A1:C1')).toEqual([['007', '=1+1', '1/2/2024']]);
  });

  it('broadcasts one value, leaves a cell alone on null and clears it on empty text', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('E1:F2').values = 7 as unknown as unknown[][];
      sheet.getRange('A2:B2').values = [[null, '']];
      return context.sync();
    });
    const sheet = sheetOf(workbook, 'Notes');
    expect(valuesOf(sheet, 'E1:F2')).toEqual([
      [7, 7],
      [7, 7],
    ]);
    expect(valuesOf(sheet, 'A2:B2')).toEqual([['a', null]]);
  });

  it('writes more than 1,500 cells, which the client sends in pieces', async () => {
    const workbook = workbookOf({ Data: [] });
    const rows = Array.from({ length: 400 }, (_, r) => Array.from({ length: 5 }, (_c, c) => r * 5 + c));
    const read = await runExcel(workbook, async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getRange('A1:E400');
      range.values = rows;
      range.load('values');
      await context.sync();
      return range.values as unknown[][];
    });
    expect(read).toEqual(rows);
  });
});

const REFUSED: readonly (readonly [string, Act, string])[] = [
  [
    'rows that do not fit',
    (s) => {
      s.getRange('A1:B2').values = [[1, 2]];
    },
    'InvalidArgument',
  ],
  [
    'a formula that is none',
    (s) => {
      s.getRange('A1').formulas = [['=SUM(']];
    },
    'InvalidArgument',
  ],
  [
    'values of whole columns',
    (s) => {
      s.getRange('A:A').values = 'x' as unknown as string[][];
    },
    'InvalidArgument',
  ],
  ['a sheet name that is taken', (_s, c) => void c.workbook.worksheets.add('sales'), 'ItemAlreadyExists'],
  ['a sheet name of 32 characters', (_s, c) => void c.workbook.worksheets.add('x'.repeat(32)), 'InvalidArgument'],
  [
    'a sheet name with a slash',
    (s) => {
      s.name = 'a/b';
    },
    'InvalidArgument',
  ],
  [
    'a sheet name between apostrophes',
    (s) => {
      s.name = "'a'";
    },
    'InvalidArgument',
  ],
  [
    'the deletion of a very hidden sheet',
    (s) => {
      s.visibility = 'VeryHidden';
      s.delete();
    },
    'InvalidOperation',
  ],
  [
    'hiding the last visible sheet',
    (s, c) => {
      s.visibility = 'Hidden';
      c.workbook.worksheets.getItem('Sales').visibility = 'Hidden';
    },
    'InvalidOperation',
  ],
  [
    'activating a hidden sheet',
    (s) => {
      s.visibility = 'Hidden';
      s.activate();
    },
    'InvalidOperation',
  ],
  [
    'a table over another',
    (_s, c) => void c.workbook.worksheets.getItem('Sales').tables.add('B2:D9', true),
    'MergedRangeConflict',
  ],
  [
    'a table name with a space',
    (_s, c) => {
      c.workbook.tables.getItem('Sales').name = 'my table';
    },
    'InvalidArgument',
  ],
  [
    'a table name that is taken',
    (s, c) => {
      s.tables.add('A1:C3', true).name = 'Sales';
      void c;
    },
    'ItemAlreadyExists',
  ],
  ['a name that reads as a cell', (s, c) => void c.workbook.names.add('A1', s.getRange('A1')), 'InvalidArgument'],
  [
    'a colour that is none',
    (s) => {
      s.getRange('A1').format.fill.color = 'no colour';
    },
    'InvalidArgument',
  ],
  [
    'a number format that is none',
    (s) => {
      s.getRange('A1').numberFormat = [['[>']];
    },
    'InvalidArgument',
  ],
  [
    'a row height of 1,000 points',
    (s) => {
      s.getRange('A1').format.rowHeight = 1000;
    },
    'InvalidArgument',
  ],
  [
    'what was deleted before',
    (s) => {
      s.delete();
      s.getRange('A1').values = [[1]];
    },
    'ItemNotFound',
  ],
  [
    'a list of validation without a source',
    (s) => {
      s.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: '' } };
    },
    'InvalidArgument',
  ],
  [
    'rows of a table that are too short',
    (_s, c) => void c.workbook.tables.getItem('Sales').rows.add(undefined, [[1]]),
    'InvalidArgument',
  ],
];

describe('what Excel refuses', () => {
  it.each(REFUSED)('%s', async (_name, act, code) => {
    const result = await codeOf(sampleWorkbook(), (context) =>
      act(context.workbook.worksheets.getItem('Notes'), context),
    );
    expect(result).toBe(code);
  });

  it('keeps what ran before the action that failed', async () => {
    const workbook = sampleWorkbook();
    await codeOf(workbook, (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('A9').values = [['done']];
      sheet.getRange('A1:B2').values = [[1]] as never;
      sheet.getRange('B2:C9').values = [[1]];
      context.workbook.worksheets.getItem('None').getRange('A1').values = [[1]];
      sheet.getRange('A10').values = [['never']];
    });
    const sheet = sheetOf(workbook, 'Notes');
    expect([sheet.value(8, 0), sheet.value(9, 0)]).toEqual(['done', null]);
  });

  it('WorksheetProtection.protect makes writes AccessDenied, except in unlocked cells, until WorksheetProtection.unprotect', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.getItem('Notes');
      sheet.getRange('B2').format.protection.locked = false;
      sheet.protection.protect();
      return context.sync();
    });
    const write = (address: string) =>
      codeOf(workbook, (context) => {
        context.workbook.worksheets.getItem('Notes').getRange(address).values = [[99]];
      });
    expect([await write('A2'), await write('B2')]).toEqual(['AccessDenied', 'none']);
    await runExcel(workbook, async (context) => {
      context.workbook.worksheets.getItem('Notes').protection.unprotect();
      return context.sync();
    });
    expect(await write('A2')).toBe('none');
  });

  it('does not stretch a table when the API writes below it', async () => {
    const workbook = sampleWorkbook();
    await runExcel(workbook, async (context) => {
      context.workbook.worksheets.getItem('Sales').getRange('A5:C5').values = [['Gasket', 1, 2]];
      return context.sync();
    });
    expect(workbook.table('Sales')?.area.bottom).toBe(3);
  });
});
