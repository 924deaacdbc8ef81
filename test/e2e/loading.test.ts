import type { DemoBrowser } from './browser';
import { canBrowse, openDemo, paneReady, startDemo } from './browser';

(canBrowse ? describe : describe.skip)('the built pane', () => {
  let demo: DemoBrowser;
  beforeAll(async () => {
    demo = await startDemo();
  }, 60_000);
  afterAll(() => demo?.close());

  it('loads worker and solver only when planning starts, under its own policy, without an error in the console', async () => {
    const { page, problems } = await openDemo(demo, '?sample=services', { locale: 'en-US' });
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    // Everything from the start once more, with ears open.
    await page.reload();
    await paneReady(page);
    const isPlanning = (path: string): boolean => /planning|\.wasm$/.test(path);
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter(isPlanning)).toEqual([]);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('button', { name: 'Plan', exact: true }).click();
    await pane.getByText('The plan is in the workbook').waitFor({ timeout: 120_000 });
    expect(loaded.filter(isPlanning).sort()).toEqual(['/highs.wasm', '/planning.js']);
    expect(problems).toEqual([]);
    await page.close();
  }, 200_000);
});
