import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { saveXlsx } from '../../src/host/xlsx/save';
import { makeManufacturer } from './manufacturer/workbook';
import { makeServices } from './services/workbook';

/** Writes the sample workbooks beside this script, or into the folder given as its argument; the same files on every run. */
const folder = resolve(process.argv[2] ?? __dirname);
mkdirSync(folder, { recursive: true });
for (const [name, workbook] of [
  ['manifattura.xlsx', makeManufacturer()],
  ['services.xlsx', makeServices()],
] as const) {
  const bytes = saveXlsx(workbook);
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`${name}: ${workbook.sheets.length} sheets, ${bytes.length} bytes\n`);
}
