import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CellValue } from '../../src/host/model/cell';
import { CellError } from '../../src/host/model/cell';
import type { Workbook } from '../../src/host/model/workbook';
import { openXlsx } from '../../src/host/xlsx/open';
import type { DemoBrowser } from './browser';
import { canBrowse, openDemo, paneReady, startDemo } from './browser';

const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
);
if (!canBrowse) console.warn('End-to-end tests are left out: they need Chromium and a build (npm run build).');
const inBrowser = canBrowse ? describe : describe.skip;

/** Goes to a cell by the name box and types, as a person does. */
async function typeAt(page: Page, address: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: /^(Name box|Casella nome)$/ }).fill(address);
  await page.keyboard.press('Enter');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What cells of the sheet in sight show, row by row. */
function shownAt(page: Page, address: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const desk = window.demoDesk;
    const [, column = 'A', first = '1', last = first] = /^([A-Z])(\d+)(?::[A-Z](\d+))?$/.exec(wanted) ?? [];
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) =>
      desk ? desk.views.at(desk.sheet, Number(first) - 1 + i, column.charCodeAt(0) - 65).text : '',
    );
  }, address);
}

/** Values by sheet and cell; errors as their code. */
type Values = Record<string, number | string | boolean>;

/** @param withAddIn also the cells of the add-in's own functions, which other programs do not have */
function valuesOfPage(page: Page, withAddIn = true): Promise<Values> {
  return page.evaluate((all) => {
    const values: Values = {};
    for (const sheet of window.embeddedWorkbook?.workbook.sheets ?? [])
      for (const row of sheet.cells.rowNumbers())
        for (const [column, cell] of sheet.cells.rowCells(row) ?? []) {
          const { value, spilledFrom } = cell;
          const source = spilledFrom ? sheet.cell(spilledFrom.row, spilledFrom.column) : cell;
          const isShown = value !== null && value !== '' && (all || !source?.formula?.startsWith('CADENZA.'));
          if (isShown) values[`${sheet.name} ${row} ${column}`] = typeof value === 'object' ? value.code : value;
        }
    return values;
  }, withAddIn);
}

function valuesOfWorkbook(workbook: Workbook): Values {
  const values: Values = {};
  const plain = (value: CellValue) => (value instanceof CellError ? value.code : value);
  for (const sheet of workbook.sheets)
    for (const row of sheet.cells.rowNumbers())
      for (const [column, cell] of sheet.cells.rowCells(row) ?? []) {
        const value = plain(cell.value);
        if (value !== null && value !== '') values[`${sheet.name} ${row} ${column}`] = value;
      }
  return values;
}

/** Opens and saves a file with LibreOffice, and reads what came of it. */
function throughLibreOffice(file: string): Workbook {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const arguments_ = [profile, '--headless', '--convert-to', 'xlsx', '--outdir', join(folder, 'out'), file];
    execFileSync(SOFFICE ?? '', arguments_, { stdio: 'ignore', timeout: 120_000 });
    return openXlsx(readFileSync(join(folder, 'out', 'demo.xlsx'))).workbook;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

inBrowser('the demo in a real browser', () => {
  let demo: DemoBrowser;
  let page: Page;
  let problems: string[];
  const tabs = () => page.getByRole('navigation', { name: 'Sheets' });

  beforeAll(async () => {
    demo = await startDemo();
    ({ page, problems } = await openDemo(demo, '?sample=services&lang=en&region=en-US'));
  }, 60_000);

  afterAll(() => demo?.close());

  it('shows a sheet within three seconds, and the ribbon of the manifest', async () => {
    expect(await page.evaluate(() => performance.now())).toBeLessThan(3000);
    const ribbon = page.getByRole('toolbar', { name: 'Ribbon' });
    await ribbon.getByRole('button', { name: 'Plan', exact: true }).waitFor();
    expect(await ribbon.getByRole('button').allTextContents()).toEqual([
      'Plan',
      'Check data',
      'Insert template',
      'Open pane',
      'Help',
    ]);
    await paneReady(page);
  }, 60_000);

  it('plans the sample with the ribbon button: one undo takes all of it back, one redo brings it again', async () => {
    await page.getByRole('toolbar', { name: 'Ribbon' }).getByRole('button', { name: 'Plan', exact: true }).click();
    await page.frameLocator('iframe').getByText('The plan is in the workbook').waitFor({ timeout: 120_000 });
    await tabs().getByRole('button', { name: 'Plan summary' }).waitFor();
    const planned = await valuesOfPage(page);
    expect(Object.entries(planned).filter(([, value]) => String(value).startsWith('#'))).toEqual([]);
    const undo = page.getByRole('button', { name: /^Undo/ });
    await page.waitForTimeout(1700);
    await undo.click();
    expect(await tabs().getByRole('button', { name: 'Plan summary' }).count()).toBe(0);
    expect(await undo.isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Redo/ }).click();
    expect(await valuesOfPage(page)).toEqual(planned);
  }, 180_000);

  it('spills a function of the add-in typed into a cell', async () => {
    await tabs().getByRole('button', { name: 'New sheet' }).click();
    await typeAt(page, 'A1', '=CADENZA.FORECAST({10;12;14;16;18;20;22;24;26;28;30;32},3,1)');
    await page.waitForFunction(() => {
      const desk = window.demoDesk;
      return desk && desk.views.at(desk.sheet, 2, 0).text !== '';
    });
    expect((await shownAt(page, 'A1:A3')).map((text) => Math.round(Number(text)))).toEqual([34, 36, 38]);
  }, 60_000);

  it('recalculates what depends on an edited cell, and tells of a wrong formula', async () => {
    await typeAt(page, 'C1', '5');
    await typeAt(page, 'C2', '=C1*2+A1*0');
    expect(await shownAt(page, 'C2')).toEqual(['10']);
    await typeAt(page, 'C1', '7');
    expect(await shownAt(page, 'C2')).toEqual(['14']);
    await typeAt(page, 'C3', '=SUM(C1');
    await page.getByRole('alert').getByText('not a formula').waitFor();
    await page.keyboard.press('Escape');
    expect(await shownAt(page, 'C3')).toEqual(['']);
    await page.keyboard.press('Control+z');
    expect(await shownAt(page, 'C2')).toEqual(['10']);
  }, 60_000);

  (SOFFICE ? it : it.skip)(
    'saves a file that LibreOffice opens with the values that the grid shows, cell by cell, the add-in’s own functions aside',
    async () => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save .xlsx' }).click(),
      ]);
      const folder = mkdtempSync(join(tmpdir(), 'demo-saved-'));
      const file = join(folder, 'demo.xlsx');
      await download.saveAs(file);
      const shown = await valuesOfPage(page, false);
      const own = Object.keys(await valuesOfPage(page)).filter((cell) => !(cell in shown));
      expect(own).toEqual(['Sheet1 0 0', 'Sheet1 1 0', 'Sheet1 2 0']);
      const reopened = valuesOfWorkbook(throughLibreOffice(file));
      rmSync(folder, { recursive: true, force: true });
      const others = Object.keys({ ...shown, ...reopened }).filter((cell) => !own.includes(cell));
      const differences = others.filter((cell) => {
        const [a, b] = [shown[cell], reopened[cell]];
        if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a));
        return a !== b;
      });
      expect(differences.map((cell) => [cell, shown[cell], reopened[cell]])).toEqual([]);
      expect(Object.keys(shown).length).toBeGreaterThan(5000);
    },
    180_000,
  );

  it('says nothing of policies broken, names used twice or errors of scripts', () => {
    expect(problems).toEqual([]);
  });
});

inBrowser('the demo in Italian, with an empty workbook', () => {
  let demo: DemoBrowser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    demo = await startDemo();
    ({ page, problems } = await openDemo(demo, '?sample=empty&lang=it&region=it-IT', { locale: 'it-IT' }));
    await page
      .getByRole('navigation', { name: 'Fogli' })
      .getByRole('button', { name: 'Obiettivi' })
      .waitFor({ timeout: 60_000 });
  }, 90_000);

  afterAll(() => demo?.close());

  it('holds the add-in’s template, and reads and shows numbers and dates as Italians do', async () => {
    await page.getByRole('button', { name: 'Nuovo foglio' }).click();
    await typeAt(page, 'A1', '1.234,56');
    await typeAt(page, 'A2', '25/11/2026');
    await typeAt(page, 'A3', '=SUM(A1;1,5)');
    expect(await shownAt(page, 'A1:A3')).toEqual(['1.234,56', '25/11/2026', '1236,06']);
    await page.getByLabel('Formato').selectOption('en-US');
    expect(await shownAt(page, 'A1:A3')).toEqual(['1,234.56', '11/25/2026', '1236.06']);
    await page.getByLabel('Formato').selectOption('it-IT');
  }, 60_000);

  it('copies, pastes, deletes and undoes by keyboard', async () => {
    await page.evaluate(() => window.demoDesk?.goToText('A3'));
    await page.locator('.editor').focus();
    await page.keyboard.press('Control+c');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+v');
    expect(await page.getByLabel('Barra della formula').inputValue()).toBe('=SUM(B1;1,5)');
    await page.keyboard.press('Delete');
    expect(await shownAt(page, 'B3')).toEqual(['']);
    await page.keyboard.press('Control+z');
    expect(await shownAt(page, 'B3')).toEqual(['1,5']);
  }, 60_000);

  it('filters a table by the button of a heading, and shows everything again', async () => {
    await page.getByRole('button', { name: 'Nuovo foglio' }).click();
    for (const [index, text] of ['Prodotto', 'Sedie', 'Tavoli', 'Sedie'].entries())
      await typeAt(page, `A${index + 1}`, text);
    await page.evaluate(() => {
      const desk = window.demoDesk;
      if (desk) desk.sheet.autoFilter = { top: 0, left: 0, bottom: 3, right: 0 };
      desk?.goToText('A1');
    });
    const hidden = () =>
      page.evaluate(() => [1, 2, 3].filter((row) => window.demoDesk?.sheet.rows.get(row)?.hidden === true));
    await page.locator('.editor').focus();
    await page.keyboard.press('Alt+ArrowDown');
    const list = page.getByRole('dialog', { name: 'Filtro di Prodotto' });
    await list.getByLabel('Tavoli').uncheck();
    await list.getByRole('button', { name: 'OK' }).click();
    expect(await hidden()).toEqual([2]);
    await page.keyboard.press('Alt+ArrowDown');
    expect(await list.getByLabel('Tavoli').isChecked()).toBe(false);
    await list.getByRole('button', { name: 'Cancella filtro' }).click();
    expect(await hidden()).toEqual([]);
  }, 60_000);

  it('continues a series dragged by the corner of the selection', async () => {
    await page.getByRole('button', { name: 'Nuovo foglio' }).click();
    await typeAt(page, 'A1', '5');
    await typeAt(page, 'A2', '7');
    await page.evaluate(() => window.demoDesk?.goToText('A1:A2'));
    const corner = await page.evaluate(() => {
      const grid = document.querySelector('.grid')?.getBoundingClientRect();
      const { rows, columns } = window.demoDesk?.layout.axes ?? {};
      const [left, top] = [(grid?.left ?? 0) + 42, (grid?.top ?? 0) + 22];
      return { x: left + (columns?.start(1) ?? 0) - 2, y: top + (rows?.start(2) ?? 0) - 2, step: rows?.size(2) ?? 0 };
    });
    await page.mouse.move(corner.x, corner.y);
    await page.mouse.down();
    await page.mouse.move(corner.x - 10, corner.y + 2.5 * corner.step, { steps: 3 });
    await page.mouse.up();
    expect(await shownAt(page, 'A1:A5')).toEqual(['5', '7', '9', '11', '13']);
  }, 60_000);

  it('offers the values that a cell allows', async () => {
    await page.evaluate(() => {
      const desk = window.demoDesk;
      const area = { top: 4, left: 0, bottom: 4, right: 0 };
      desk?.sheet.validations.push({
        areas: [area],
        ignoreBlanks: true,
        rule: { list: { inCellDropDown: true, source: 'Alta,Media,Bassa' } },
      });
      desk?.goToText('A5');
    });
    await page.locator('.editor').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('option', { name: 'Media' }).click();
    expect(await shownAt(page, 'A5')).toEqual(['Media']);
    await typeAt(page, 'A5', 'Altissima');
    await page.getByRole('alert').waitFor();
  }, 60_000);

  it('runs without errors of scripts', () => {
    expect(problems).toEqual([]);
  });
});
