import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openXlsx } from '../../../src/host/xlsx/open';
import type { Workbook } from '../../../src/host/model/workbook';

/** Recalculate files from Excel always: LibreOffice otherwise shows the values that stand in the file. */
const PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const PLACES = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'];

/** LibreOffice's program, where it is installed. */
export const SOFFICE = PLACES.find((path) => existsSync(path));

/** Opens a file in LibreOffice, has it recalculate and save, and reads what it saved. */
export function recalculateInLibreOffice(file: Uint8Array): Workbook {
  if (!SOFFICE) throw new Error('LibreOffice is not installed.');
  const folder = mkdtempSync(join(tmpdir(), 'formulas-'));
  try {
    const profile = join(folder, 'profile');
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), PROFILE);
    const input = join(folder, 'in.xlsx');
    writeFileSync(input, file);
    const output = join(folder, 'out');
    execFileSync(
      SOFFICE,
      [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'xlsx', '--outdir', output, input],
      { stdio: 'ignore', timeout: 240_000 },
    );
    return openXlsx(readFileSync(join(output, 'in.xlsx'))).workbook;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
