import { existsSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { serveDemo } from '../../src/cli/demo';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const DIST = join(__dirname, '../../dist');
const ready = CHROMIUM !== undefined && existsSync(join(DIST, 'demo.html'));
if (!ready) console.warn('End-to-end tests are left out: they need Chromium and a build (npm run build).');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

(ready ? describe : describe.skip)('the built add-in in a real browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    server = (await serveDemo(DIST, 0)) as unknown as Server;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-US' });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) problems.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('opens a sample, plans it in the pane, and the sheets are there', async () => {
    await page.getByRole('button', { name: 'Services firm (English)' }).click();
    const pane = page.frameLocator('iframe');
    await pane.getByText('What I found').waitFor({ timeout: 60_000 });
    await pane.getByRole('button', { name: 'Plan', exact: true }).click();
    await pane.getByText('The plan is in the workbook').waitFor({ timeout: 120_000 });
    const tabs = page.getByRole('navigation', { name: 'Sheets' });
    await tabs.getByRole('button', { name: 'Plan summary' }).waitFor();
    const errors = await page.evaluate(() => {
      const found: string[] = [];
      for (const sheet of window.embeddedWorkbook?.workbook.sheets ?? [])
        for (const row of sheet.cells.rowNumbers())
          for (const [column, cell] of sheet.cells.rowCells(row) ?? [])
            if (typeof cell.value === 'object' && cell.value !== null) found.push(`${sheet.name} ${row},${column}`);
      return found;
    });
    expect(errors).toEqual([]);
    expect(problems).toEqual([]);
  }, 200_000);

  it('calculates a function of the add-in typed into a cell', async () => {
    await page.getByRole('navigation', { name: 'Sheets' }).getByRole('button', { name: 'Capacity' }).click();
    const formula = page.getByRole('textbox', { name: 'Formula' });
    await formula.fill('=CADENZA.FORECAST({10,12,14,16,18,20,22,24,26,28,30,32},1,1)');
    await formula.press('Enter');
    const spilled = () =>
      page.evaluate(() => {
        const sheet = window.embeddedWorkbook?.workbook.sheet('Capacity');
        for (const row of sheet?.cells.rowNumbers() ?? [])
          for (const cell of sheet?.cells.rowCells(row)?.values() ?? [])
            if (cell.formula?.startsWith('CADENZA')) return [Math.round(Number(cell.value))];
        return [];
      });
    for (let wait = 0; wait < 50 && Number.isNaN((await spilled())[0]); wait++) await page.waitForTimeout(200);
    expect(await spilled()).toEqual([34]);
  }, 60_000);
});
