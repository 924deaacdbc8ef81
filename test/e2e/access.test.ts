import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import type { DemoBrowser } from './browser';
import { canBrowse, openDemo, paneReady, startDemo } from './browser';

if (!canBrowse) console.warn('Tests of accessibility in a browser are left out: they need Chromium and a build.');
const inBrowser = canBrowse ? describe : describe.skip;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious in a frame: rule, elements, why. */
async function seriousIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  const { violations } = await frame.evaluate(() =>
    (window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } }).axe.run(document, {
      // Each frame is looked at on its own.
      iframes: false,
      resultTypes: ['violations'],
    }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any.map((check) => check.message)}`));
}

inBrowser('the demo page for people who do not see it or do not use a mouse', () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemo();
  }, 60_000);
  afterAll(() => demo?.close());

  it.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['it', 'light'],
    ['it', 'dark'],
  ] as const)(
    'has no serious obstacle in page, pane and filter list: %s, %s',
    async (language, colorScheme) => {
      const { page } = await openDemo(demo, `?sample=services&lang=${language}`, { colorScheme });
      await paneReady(page);
      await page.evaluate(() => window.demoDesk?.goToText('A1'));
      await page.locator('.editor').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await page.getByRole('dialog').waitFor();
      const [main, pane] = page.frames();
      expect(main && (await seriousIn(main))).toEqual([]);
      expect(pane && (await seriousIn(pane))).toEqual([]);
      await page.close();
    },
    60_000,
  );
});
