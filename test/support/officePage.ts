import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { EmbeddedWorkbook } from '../../src/host/bridge/embedded';
import type { PageOptions } from '../../src/host/client/page';
import { installHostInPage } from '../../src/host/client/page';

const officeJs = resolve(dirname(require.resolve('@microsoft/office-js/package.json')), 'dist/office.js');

/** Whether Microsoft's client is installed. */
export const hasOffice = existsSync(officeJs);

/** What the client puts into a page. */
export interface OfficeWindow {
  Office: typeof Office;
  Excel: typeof Excel;
  CustomFunctions: {
    associate(id: string, call: (...args: never[]) => unknown): void;
    Error: new (code: string, text?: string) => Error;
  };
}

/**
 * Opens a page that loads the stock office.js beside an embedded workbook.
 *
 * @param addIn What the page's own script does once the client is there.
 */
export async function openOfficePage(
  embedded: EmbeddedWorkbook,
  addIn: (window: OfficeWindow) => void = () => undefined,
  options: PageOptions = {},
) {
  const dom = new JSDOM(
    `<!doctype html><html><head><script src="file://${officeJs}"></script><script>addIn(window)</script></head><body></body></html>`,
    {
      url: `file://${officeJs.replace('office.js', 'page.html')}`,
      runScripts: 'dangerously',
      resources: 'usable',
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
      beforeParse: (window) => {
        Object.assign(window, { addIn });
        installHostInPage(window, embedded, options);
      },
    },
  );
  await new Promise((done) => dom.window.addEventListener('load', done));
  const window = dom.window as unknown as OfficeWindow;
  const ready = await window.Office.onReady();
  return { dom, window, ready };
}
