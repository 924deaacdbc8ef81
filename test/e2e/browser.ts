import { existsSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { serveDemo } from '../../src/cli/demo';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
/** The build that is tried; DEMO_DIST names another one than the usual. */
export const DIST = process.env.DEMO_DIST ?? join(__dirname, '../../dist');
export const canBrowse = CHROMIUM !== undefined && existsSync(join(DIST, 'demo.html'));

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser beside a server of the built demo. */
export interface DemoBrowser {
  readonly address: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function startDemo(): Promise<DemoBrowser> {
  const server = (await serveDemo(DIST, 0)) as unknown as Server;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    browser,
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Opens the demo in a window of its own and collects what goes wrong in it. */
export async function openDemo(
  { browser, address }: { readonly browser: Pick<Browser, 'newPage'>; readonly address: string },
  query: string,
  options: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|DuplicatedName/.test(message.text())) problems.push(message.text());
  });
  await page.goto(`${address}${query}`);
  await page.waitForFunction(() => window.demoDesk !== undefined && document.querySelector('.cells') !== null);
  return { page, problems };
}

/** Waits until the pane has looked at the workbook: then the add-in's functions and buttons work. */
export async function paneReady(page: Page): Promise<void> {
  await page
    .frameLocator('iframe')
    .getByText(/Che cosa ho trovato|What I found/)
    .waitFor({ timeout: 60_000 });
}
