import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const OFFICE_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const OFFICE_LOCAL = '/office-js/';

/**
 * Serves the built demo on this machine, with Office.js from the development package instead of Microsoft's CDN, so that it works
 * without a network.
 *
 * @param root Folder of the build.
 * @returns The server, listening on `port` (0: any free one) of the loopback address.
 */
export function serveDemo(root: string, port: number): Promise<Server> {
  const office = join(
    dirname(createRequire(join(process.cwd(), 'package.json')).resolve('@microsoft/office-js/package.json')),
    'dist',
  );
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const isOffice = path.startsWith(OFFICE_LOCAL);
    const file = isOffice
      ? join(office, path.slice(OFFICE_LOCAL.length))
      : join(root, path === '/' ? 'demo.html' : path);
    readFile(file)
      .then((content) => {
        const body = path.endsWith('.html') ? content.toString('utf8').replaceAll(OFFICE_CDN, OFFICE_LOCAL) : content;
        response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
      })
      .catch(() => response.writeHead(404).end());
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (require.main === module) {
  const root = join(process.cwd(), 'dist');
  if (!existsSync(join(root, 'demo.html'))) console.error('Build first: npm run build');
  else void serveDemo(root, 3001).then(() => console.log('http://127.0.0.1:3001/'));
}
