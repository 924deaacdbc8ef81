import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join, normalize } from 'node:path';
import type { DemoBrowser } from './browser';
import { canBrowse, DIST, openDemo, paneReady, startDemo } from './browser';

const OFFICE = join(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const FOLDER = '/tools/cadenza/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** A plain server of files, as anybody has one: nothing is changed, and the build lies in a folder of it. */
function serveFolder(): Promise<Server> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!path.startsWith(FOLDER)) return response.writeHead(404).end();
    readFile(join(DIST, path.slice(FOLDER.length)))
      .then((body) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(body),
      )
      .catch(() => response.writeHead(404).end());
    return undefined;
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

(canBrowse ? describe : describe.skip)('the build on any server of static files', () => {
  let demo: DemoBrowser;
  let server: Server;

  beforeAll(async () => {
    demo = await startDemo();
    server = await serveFolder();
  }, 60_000);

  afterAll(async () => {
    await demo?.close();
    server?.close();
  });

  it('works in a folder of the server: nothing is asked for outside of it but Office.js, and nothing is missing', async () => {
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}${FOLDER}`;
    const context = await demo.browser.newContext();
    const asked: string[] = [];
    const missing: string[] = [];
    // Microsoft's network is not at hand in tests: its files come from the development package.
    await context.route(`${OFFICE_CDN}**`, async (route) =>
      route.fulfill({ path: join(OFFICE, new URL(route.request().url()).pathname.replace('/lib/1/hosted/', '')) }),
    );
    context.on('request', (request) => asked.push(request.url()));
    context.on('response', (response) => {
      if (response.status() >= 400) missing.push(response.url());
    });
    const { page, problems } = await openDemo({ browser: context, address }, 'demo.html?sample=services&lang=en');
    await paneReady(page);
    await page.getByRole('toolbar', { name: 'Ribbon' }).getByRole('button', { name: 'Plan', exact: true }).click();
    await page.frameLocator('iframe').getByText('The plan is in the workbook').waitFor({ timeout: 120_000 });
    const outside = asked.filter(
      (url) => !url.startsWith(address) && !url.startsWith(OFFICE_CDN) && !/^(data|blob|about):/.test(url),
    );
    expect({ outside, missing, problems }).toEqual({ outside: [], missing: [], problems: [] });
    await context.close();
  }, 180_000);
});
