import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from 'webpack';
import webpack from 'webpack';

type Published = { readonly functions: readonly { readonly id: string; readonly helpUrl: string }[] };

/** The build's own configuration, without the add-in's code: what is published beside it. */
async function build(folder: string, publicUrl: string): Promise<void> {
  process.env.CADENZA_URL = publicUrl;
  const load = createRequire(__filename);
  const configure = load('../../webpack.config.js') as (env: object, argv: object) => Promise<Configuration>;
  const config = await configure({}, { mode: 'development' });
  const entry = join(folder, 'empty.js');
  writeFileSync(entry, '');
  const kept = config.plugins!.filter((plugin) => ['FunctionsPlugin', 'CopyPlugin'].includes(plugin!.constructor.name));
  const output = { path: join(folder, 'dist') };
  await new Promise<void>((resolve, reject) => {
    webpack({ ...config, entry, output, plugins: kept, devtool: false }, (error, stats) => {
      const problem = error ?? stats?.toJson().errors?.[0];
      if (problem) reject(new Error(problem.message));
      else resolve();
    });
  });
}

describe('the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'functions-build-'));
  const read = (file: string): string => readFileSync(join(folder, 'dist', file), 'utf8');
  beforeAll(() => build(folder, 'https://cadenza.example/app/'), 60_000);
  afterAll(() => {
    delete process.env.CADENZA_URL;
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['functions.json', '<html lang="en">'],
    ['functions-it.json', '<html lang="it">'],
  ])('publishes %s, whose help addresses are pages of the build where CADENZA_URL says', (file, language) => {
    const { functions } = JSON.parse(read(file)) as Published;
    expect(functions).toHaveLength(18);
    for (const { id, helpUrl } of functions) {
      expect(helpUrl.startsWith('https://cadenza.example/app/functions/')).toBe(true);
      const page = read(helpUrl.slice('https://cadenza.example/app/'.length));
      expect(page).toContain(language);
      expect(page).toContain(`CADENZA.${id}(`);
    }
  });

  it('publishes a manifest of the same site', () => {
    const manifest = read('manifest.xml');
    expect(manifest).toContain('https://cadenza.example/app/functions-it.json');
    expect(manifest).not.toContain('localhost');
  });
});
