import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { startOfficeInNode } from '../../../src/host/client/node';
import { EditingSession } from '../../../src/host/editing/session';
import { sheetOf } from '../../support/workbook';
import { runExcel, sampleWorkbook } from './support';

/** Runs one batch that listens, then another that acts; gives what was heard, and the embedded workbook to act on. */
async function listen(
  register: (context: Excel.RequestContext, heard: unknown[]) => void,
  act: (context: Excel.RequestContext, embedded: EmbeddedWorkbook) => Promise<void> | void,
): Promise<unknown[]> {
  const embedded = new EmbeddedWorkbook(sampleWorkbook());
  const { Excel: client, stop } = await startOfficeInNode(embedded);
  const heard: unknown[] = [];
  try {
    await client.run(async (context) => {
      register(context, heard);
      await context.sync();
      await act(context, embedded);
      await context.sync();
      // Events come after the answer: one more round trip has them all delivered.
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    stop();
  }
  return heard;
}

const note =
  (heard: unknown[], ...keys: string[]) =>
  async (args: object) => {
    heard.push(keys.map((key) => (args as Record<string, unknown>)[key]));
    return Promise.resolve();
  };
const notesOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Notes');

describe('events through the real client', () => {
  it('tell of the add-in’s own writes by triggerSource, and of a person’s without it', async () => {
    const heard = await listen(
      (context, list) => notesOf(context).onChanged.add(note(list, 'address', 'source', 'triggerSource', 'changeType')),
      async (context, embedded) => {
        notesOf(context).getRange('A1:B1').values = [[1, 2]];
        notesOf(context).getRange('3:3').insert('Down');
        await context.sync();
        embedded.edit((workbook) => workbook.sheet('Notes')?.put(0, 0, { value: 'typed' }));
      },
    );
    expect(heard[0]).toEqual(['A1:B1', 'Local', 'ThisLocalAddin', 'RangeEdited']);
    expect(heard[1]).toEqual(['3:3', 'Local', 'ThisLocalAddin', 'RowInserted']);
    expect(heard.at(-1)).toEqual(['A1', 'Local', 'Unknown', 'RangeEdited']);
  });

  it('say what a single cell held before and holds now, and how cells moved', async () => {
    const heard = await listen(
      (context, list) => notesOf(context).onChanged.add(note(list, 'address', 'details', 'changeDirectionState')),
      async (context, embedded) => {
        notesOf(context).getRange('B2').values = [[5]];
        notesOf(context).getRange('C2').formulas = [['=B2*3']];
        notesOf(context).getRange('A1:B1').values = [['x', 'y']];
        notesOf(context).getRange('B5').delete('Up');
        await context.sync();
        const session = new EditingSession(embedded);
        const notes = sheetOf(embedded.workbook, 'Notes');
        session.enter(notes, 1, 1, '=2*4');
        session.clear(notes, { top: 1, left: 1, bottom: 1, right: 1 });
        session.dispose();
      },
    );
    const details = (valueBefore: unknown, valueAfter: unknown, valueTypeBefore: string, valueTypeAfter: string) => ({
      valueBefore,
      valueAfter,
      valueTypeBefore,
      valueTypeAfter,
    });
    expect(heard.slice(0, 3)).toEqual([
      ['B2', details(1, 5, 'Double', 'Double'), undefined],
      ['C2', details(2, 15, 'Double', 'Double'), undefined],
      ['A1:B1', undefined, undefined],
    ]);
    expect(heard[3]).toEqual(['B5', undefined, { deleteShiftDirection: 'Up', insertShiftDirection: undefined }]);
    const typed = heard.slice(4).filter((args) => (args as unknown[])[1] !== undefined);
    expect(typed).toEqual([
      ['B2', details(5, 8, 'Double', 'Double'), undefined],
      ['B2', details(8, '', 'Double', 'Empty'), undefined],
    ]);
  });

  it('tell a table what is selected in it, and once that the selection has left it', async () => {
    const heard = await listen(
      (context, list) =>
        context.workbook.tables.getItem('Sales').onSelectionChanged.add(note(list, 'address', 'isInsideTable')),
      (_context, embedded) => {
        const [sales, notes] = [sheetOf(embedded.workbook, 'Sales'), sheetOf(embedded.workbook, 'Notes')];
        embedded.select(sales, { top: 1, left: 1, bottom: 9, right: 9 });
        embedded.select(notes, { top: 0, left: 0, bottom: 0, right: 0 });
        embedded.select(notes, { top: 1, left: 0, bottom: 1, right: 0 });
      },
    );
    expect(heard).toEqual([
      ['B2:C4', true],
      ['', false],
    ]);
  });

  it('find their range again', async () => {
    const values: unknown[] = [];
    await listen(
      (context) =>
        notesOf(context).onChanged.add(async (args) => {
          await runLater(args, values);
        }),
      (context) => {
        notesOf(context).getRange('A2:B2').values = [['x', 7]];
      },
    );
    expect(values).toEqual([[['x', 7]]]);
  });

  it('are silent while enableEvents is off', async () => {
    const heard = await listen(
      (context, list) => notesOf(context).onChanged.add(note(list, 'address')),
      async (context) => {
        context.runtime.enableEvents = false;
        notesOf(context).getRange('A1').values = [['quiet']];
        await context.sync();
        context.runtime.enableEvents = true;
        notesOf(context).getRange('A2').values = [['loud']];
      },
    );
    expect(heard).toEqual([['A2']]);
  });

  it('end when the handler is removed', async () => {
    const heard: unknown[] = [];
    await runExcel(new EmbeddedWorkbook(sampleWorkbook()), async (context) => {
      const registration = notesOf(context).onChanged.add(note(heard, 'address'));
      await context.sync();
      registration.remove();
      await context.sync();
      notesOf(context).getRange('A1').values = [['x']];
      await context.sync();
      await context.sync();
    });
    expect(heard).toEqual([]);
  });

  it('tell of sheets added, deleted, activated, renamed and hidden', async () => {
    const heard = await listen(
      (context, list) => {
        const { worksheets } = context.workbook;
        worksheets.onAdded.add(note(list, 'type', 'source'));
        worksheets.onDeleted.add(note(list, 'type', 'source'));
        worksheets.onActivated.add(note(list, 'type'));
        worksheets.onDeactivated.add(note(list, 'type'));
        worksheets.onNameChanged.add(note(list, 'type', 'nameBefore', 'nameAfter'));
        worksheets.onVisibilityChanged.add(note(list, 'type', 'visibilityBefore', 'visibilityAfter'));
      },
      (context) => {
        const sheet = context.workbook.worksheets.add('New');
        sheet.activate();
        notesOf(context).name = 'Remarks';
        context.workbook.worksheets.getItem('Remarks').visibility = 'Hidden';
        context.workbook.worksheets.getItem('Sales').delete();
      },
    );
    expect(heard).toEqual(
      expect.arrayContaining([
        ['WorksheetAdded', 'Local'],
        ['WorksheetActivated'],
        ['WorksheetDeactivated'],
        ['WorksheetNameChanged', 'Notes', 'Remarks'],
        ['WorksheetVisibilityChanged', 'Visible', 'Hidden'],
        ['WorksheetDeleted', 'Local'],
      ]),
    );
  });

  it('tell of tables added, changed and deleted', async () => {
    const heard = await listen(
      (context, list) => {
        const { tables } = context.workbook;
        tables.onAdded.add(note(list, 'type'));
        tables.onDeleted.add(note(list, 'type', 'tableName'));
        tables.onChanged.add(note(list, 'type', 'address'));
        tables.load('items/id');
      },
      async (context) => {
        context.workbook.worksheets.getItem('Sales').getRange('B2:F2').values = [[1, 2, 3, 4, 5]];
        notesOf(context).tables.add('A1:C3', true).name = 'More';
        await context.sync();
        context.workbook.tables.getItem('More').delete();
      },
    );
    expect(heard).toEqual(
      expect.arrayContaining([['TableChanged', 'B2:C2'], ['TableAdded'], ['TableDeleted', 'More']]),
    );
  });

  it('tell of selection, calculation, formats and protection', async () => {
    const heard = await listen(
      (context, list) => {
        const sheet = notesOf(context);
        sheet.onSelectionChanged.add(note(list, 'type', 'address'));
        sheet.onCalculated.add(note(list, 'type'));
        sheet.onFormatChanged.add(note(list, 'type', 'address'));
        sheet.onProtectionChanged.add(note(list, 'type', 'isProtected'));
      },
      async (context, embedded) => {
        notesOf(context).getRange('B2').values = [[5]];
        notesOf(context).getRange('B2').format.font.bold = true;
        notesOf(context).getRange('B2:C3').select();
        notesOf(context).protection.protect();
        await context.sync();
        embedded.select(sheetOf(embedded.workbook, 'Notes'), { top: 4, left: 0, bottom: 4, right: 0 });
      },
    );
    expect(heard).toEqual(
      expect.arrayContaining([
        ['WorksheetSelectionChanged', 'B2:C3'],
        ['WorksheetSelectionChanged', 'A5'],
        ['WorksheetCalculated'],
        ['WorksheetFormatChanged', 'B2'],
        ['WorksheetProtectionChanged', true],
      ]),
    );
  });
});

async function runLater(args: Excel.WorksheetChangedEventArgs, values: unknown[]): Promise<void> {
  await Excel.run(async (context) => {
    const range = args.getRange(context);
    range.load('values');
    await context.sync();
    values.push(range.values);
  });
}
