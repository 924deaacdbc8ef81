import type { JSDOM } from 'jsdom';
import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import type { PageOptions } from '../../../src/host/client/page';
import { RibbonCommands } from '../../../src/host/client/ribbon';
import { CellError } from '../../../src/host/model/cell';
import type { OfficeWindow } from '../../support/officePage';
import { hasOffice, openOfficePage } from '../../support/officePage';
import { sheetOf, valuesOf, workbookOf } from '../../support/workbook';

const FUNCTIONS = [
  {
    id: 'ADD',
    name: 'ADD',
    parameters: [
      { name: 'a', type: 'number' },
      { name: 'b', type: 'number', optional: true },
    ],
  },
  { id: 'DOUBLE', name: 'DOUBLE', parameters: [{ name: 'values', type: 'number', dimensionality: 'matrix' }] },
  { id: 'FAIL', name: 'FAIL', parameters: [] },
  { id: 'TICK', name: 'TICK', parameters: [], options: { stream: true, cancelable: true } },
];

/** That page, with the functions of these tests. */
function openPage(embedded: EmbeddedWorkbook, addIn?: (window: OfficeWindow) => void, options: PageOptions = {}) {
  return openOfficePage(embedded, addIn, { functions: { namespace: 'CADENZA', metadata: FUNCTIONS }, ...options });
}

const describeWithOffice = hasOffice ? describe : describe.skip;

describeWithOffice('the stock office.js in a page', () => {
  const pages: JSDOM[] = [];
  afterEach(() => pages.splice(0).forEach((dom) => dom.window.close()));

  it('finds its host, and Excel.run works on the embedded workbook', async () => {
    const embedded = new EmbeddedWorkbook(workbookOf({ Data: [['a', 1]] }));
    const { dom, window, ready } = await openPage(embedded);
    pages.push(dom);
    expect(ready).toMatchObject({ host: 'Excel', platform: 'PC' });
    expect(window.Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(window.Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
    await window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('B2').values = [[42]];
      await context.sync();
    });
    expect(sheetOf(embedded.workbook, 'Data').value(1, 1)).toBe(42);
  });

  it('calls custom functions: #BUSY! while pending, arrays spill, errors carry their text', async () => {
    const workbook = workbookOf({
      Data: [[1, '=CADENZA.ADD(A1,2)', '=CADENZA.ADD(A1)', '=CADENZA.FAIL()', '=CADENZA.NONE()'], [5], [7]],
    });
    const sheet = sheetOf(workbook, 'Data');
    sheet.put(0, 6, { formula: 'CADENZA.DOUBLE(A1:A3)' });
    const embedded = new EmbeddedWorkbook(workbook);
    const seen: unknown[] = [];
    const { dom } = await openPage(embedded, ({ CustomFunctions }) => {
      CustomFunctions.associate('ADD', (a: number, b: number | null) => {
        seen.push([a, b]);
        return a + (b ?? 0);
      });
      CustomFunctions.associate('DOUBLE', (values: number[][]) =>
        Promise.resolve(values.map((row) => row.map((v) => 2 * v))),
      );
      CustomFunctions.associate('FAIL', () => {
        throw new CustomFunctions.Error('#N/A', 'no history');
      });
    });
    pages.push(dom);
    embedded.edit((edited) => edited.sheet('Data')?.put(0, 0, { value: 3 }));
    expect(sheet.value(0, 1)).toEqual(new CellError('#BUSY!'));
    await embedded.calculation.pending;
    expect(sheet.value(0, 1)).toBe(5);
    expect(sheet.value(0, 2)).toBe(3);
    expect(seen).toContainEqual([3, null]);
    expect(sheet.value(0, 3)).toEqual(new CellError('#N/A', 'no history'));
    expect(sheet.value(0, 4)).toMatchObject({ code: '#NAME?' });
    expect([0, 1, 2].map((row) => sheet.value(row, 6))).toEqual([6, 10, 14]);
  });

  it('shows #SPILL! where something stands in the way of an array, and spills once it is gone', async () => {
    const workbook = workbookOf({ Data: [[1, '=CADENZA.DOUBLE(A1:A3)', '=SUM(B1:B3)'], [5], [7, 'in the way']] });
    const sheet = sheetOf(workbook, 'Data');
    const embedded = new EmbeddedWorkbook(workbook);
    let calls = 0;
    const { dom } = await openPage(embedded, ({ CustomFunctions }) => {
      CustomFunctions.associate('DOUBLE', (values: number[][]) => {
        calls++;
        return values.map((row) => row.map((value) => 2 * value));
      });
    });
    pages.push(dom);
    await embedded.calculation.pending;
    expect(sheet.value(0, 1)).toEqual(new CellError('#SPILL!'));
    expect(sheet.value(0, 2)).toEqual(new CellError('#SPILL!'));
    expect(valuesOf(sheet, 'B2:B3')).toEqual([[null], ['in the way']]);
    embedded.edit((edited) => edited.sheet('Data')?.put(2, 1, { value: null }));
    await embedded.calculation.pending;
    expect(valuesOf(sheet, 'B1:C3')).toEqual([
      [2, 26],
      [10, null],
      [14, null],
    ]);
    embedded.edit((edited) => edited.sheet('Data')?.put(1, 1, { value: 'again' }));
    expect(sheet.value(0, 1)).toEqual(new CellError('#SPILL!'));
    expect(valuesOf(sheet, 'B2:B3')).toEqual([['again'], [null]]);
    // What stands in the way is no reason to call the function again.
    expect(calls).toBe(1);
  });

  it('streams results into a cell, and cancels when the cell is emptied', async () => {
    const workbook = workbookOf({ Data: [['=CADENZA.TICK()']] });
    const sheet = sheetOf(workbook, 'Data');
    const embedded = new EmbeddedWorkbook(workbook);
    const calls: { setResult(value: unknown): void; onCanceled?: () => void }[] = [];
    let cancelled = 0;
    const { dom } = await openPage(embedded, ({ CustomFunctions }) => {
      CustomFunctions.associate('TICK', (invocation: (typeof calls)[number]) => {
        invocation.onCanceled = () => cancelled++;
        calls.push(invocation);
      });
    });
    pages.push(dom);
    const until = async (isDone: () => boolean) => {
      while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until(() => calls.length > 0);
    expect(sheet.value(0, 0)).toEqual(new CellError('#BUSY!'));
    for (const value of [1, 2]) {
      calls.at(-1)?.setResult(value);
      await until(() => sheet.value(0, 0) === value);
    }
    embedded.edit((edited) => edited.sheet('Data')?.put(0, 0, { value: null }));
    await until(() => cancelled === 1);
  });

  it('tells the theme and the language of the host', async () => {
    const theme = {
      bodyBackgroundColor: '#0A0A0A',
      bodyForegroundColor: '#FFFFFF',
      controlBackgroundColor: '#222222',
      controlForegroundColor: '#EEEEEE',
    };
    const embedded = new EmbeddedWorkbook(workbookOf({ Data: [[1]] }), { culture: 'en-US' });
    const { dom, window } = await openPage(embedded, undefined, { locale: 'it-IT', theme: () => theme });
    pages.push(dom);
    const { context } = window.Office;
    expect(context.displayLanguage).toBe('it-IT');
    expect(context.contentLanguage).toBe('en-US');
    const shown = Object.entries(context.officeTheme).map(([name, color]) => [name, String(color).toUpperCase()]);
    expect(Object.fromEntries(shown)).toEqual(theme);
  });

  it('presses ribbon buttons, shows the pane and opens browser windows', async () => {
    const embedded = new EmbeddedWorkbook(workbookOf({ Data: [[1]] }));
    const ribbon = new RibbonCommands();
    const opened: string[] = [];
    const states: string[] = [];
    embedded.runtime.onChange((state) => states.push(state));
    expect(await ribbon.run('plan', 'Cadenza.Plan')).toBe(false);
    const sources: string[] = [];
    const { dom, window } = await openPage(embedded, undefined, { ribbon, openWindow: (url) => opened.push(url) });
    pages.push(dom);
    window.Office.actions.associate('plan', (event: Office.AddinCommands.Event) => {
      sources.push(event.source.id);
      void window.Office.addin.showAsTaskpane().then(() => {
        window.Office.context.ui.openBrowserWindow('https://example.com/help.html');
        event.completed();
      });
    });
    while (!ribbon.isReady) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await ribbon.run('plan', 'Cadenza.Plan')).toBe(true);
    expect({ sources, states, opened }).toEqual({
      sources: ['Cadenza.Plan'],
      states: ['Visible'],
      opened: ['https://example.com/help.html'],
    });
    expect(await ribbon.run('unknown', 'Cadenza.Unknown')).toBe(false);
  });
});
