import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CellError } from '../../src/host/model/cell';
import { snapshot } from '../../src/host/model/snapshot';
import type { Workbook } from '../../src/host/model/workbook';
import { openXlsx } from '../../src/host/xlsx/open';
import { recalculateInLibreOffice, SOFFICE } from '../host/formulas/libreoffice';
import { runCli, temporaryFolder } from '../support/runCli';

const inFolder = temporaryFolder();
const open = (file: string): Workbook => openXlsx(new Uint8Array(readFileSync(file))).workbook;

function plan(input: string, name: string, ...words: readonly string[]) {
  const files = ['--out', inFolder(`${name}.xlsx`), '--json', inFolder(`${name}.json`)];
  return runCli('plan', input, ...files, '--today', '2026-11-25', '--by', 'Anna', ...words);
}

/** Formula cells of a workbook whose value is an error, or is not what LibreOffice calculates. */
function disagreements(ours: Workbook, theirs: Workbook): string[] {
  return ours.sheets.flatMap((sheet) =>
    [...sheet.cells.rowNumbers()].flatMap((row) =>
      [...(sheet.cells.rowCells(row) ?? [])].flatMap(([column, { formula, value }]) => {
        if (formula === undefined) return [];
        const other = theirs.sheet(sheet.name)?.value(row, column) ?? null;
        const close =
          typeof value === 'number' && typeof other === 'number'
            ? Math.abs(value - other) <= 1e-6 * Math.max(1, Math.abs(value))
            : (value ?? '') === (other ?? '');
        const isError = value instanceof CellError || other instanceof CellError;
        return close && !isError
          ? []
          : [`${sheet.name} ${row + 1},${column + 1} =${formula}: ${String(value)} ${String(other)}`];
      }),
    ),
  );
}

describe.each(['manifattura', 'services'])('planning the sample %s', (sample) => {
  const input = resolve(__dirname, `../../assets/samples/${sample}.xlsx`);

  it('twice gives the same files, byte for byte, and tells nothing that a reader would not expect', async () => {
    const first = await plan(input, `${sample}-1`);
    const second = await plan(input, `${sample}-2`);
    expect([first.code, first.err, second.code]).toEqual([0, '', 0]);
    for (const extension of ['json', 'xlsx'])
      expect(
        readFileSync(inFolder(`${sample}-1.${extension}`)).equals(readFileSync(inFolder(`${sample}-2.${extension}`))),
      ).toBe(true);
    const { issues, stats } = JSON.parse(readFileSync(inFolder(`${sample}-1.json`), 'utf8')) as {
      issues: { severity: string }[];
      stats: { syncs: number };
    };
    expect(issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    // Three to read, one to look at what is there, and one for each 2 MB.
    expect(stats.syncs).toBeLessThanOrEqual(8);
  });

  it('again in its own output adds nothing: the workbook is equal, cell for cell', async () => {
    if (!existsSync(inFolder(`${sample}-1.xlsx`))) await plan(input, `${sample}-1`);
    await plan(inFolder(`${sample}-1.xlsx`), `${sample}-again`);
    expect(snapshot(open(inFolder(`${sample}-again.xlsx`)))).toEqual(snapshot(open(inFolder(`${sample}-1.xlsx`))));
  });

  (SOFFICE ? it : it.skip)(
    'gives formulas of which LibreOffice calculates the same values, none of them an error',
    async () => {
      if (!existsSync(inFolder(`${sample}-1.xlsx`))) await plan(input, `${sample}-1`);
      const file = new Uint8Array(readFileSync(inFolder(`${sample}-1.xlsx`)));
      const ours = openXlsx(file).workbook;
      expect(ours.sheets.length).toBeGreaterThan(10);
      expect(disagreements(ours, recalculateInLibreOffice(file))).toEqual([]);
    },
    240_000,
  );
});
