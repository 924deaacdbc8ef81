import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runForecast } from '../../src/cli/forecast';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'forecast-'));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

async function run(table: string, ...options: string[]) {
  const [input, output] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
  writeFileSync(input, table);
  const code = await runForecast([input, '--horizon', '3', '--out', output, ...options]);
  const said = jest.mocked(console.error).mock.calls.flat().join('\n');
  return { code, said, lines: code === 0 ? readFileSync(output, 'utf8').trim().split('\n') : [] };
}

const months = Array.from(
  { length: 30 },
  (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);

describe('cadenza forecast', () => {
  it('forecasts every series of a long table from its own end', async () => {
    const rows = months.map((month, i) => `A,${month},${100 + i}`);
    const weeks = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'].map((day, i) => `B,${day},${5 + (i % 2)}`);
    const { code, lines } = await run(['series,date,value', ...rows, ...weeks].join('\n'));
    expect(code).toBe(0);
    expect(lines[0]).toBe('series,date,value,lower,upper,model');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      'A 2026-07-01',
      'A 2026-08-01',
      'A 2026-09-01',
      'B 2026-02-02',
      'B 2026-02-09',
      'B 2026-02-16',
    ]);
    const first = Number(lines[1]!.split(',')[2]);
    expect(Math.abs(first - 130)).toBeLessThan(2);
  });

  it('reads Italian headings and numbers', async () => {
    const rows = months.map((month) => `A;${month};1.234,5`);
    const { code, lines } = await run(['Serie;Data;Valore', ...rows].join('\n'));
    expect(code).toBe(0);
    expect(lines[1]!.startsWith('A,2026-07-01,1234.5,')).toBe(true);
  });

  it('says which line is at fault, in the language asked for, and ends with 2', async () => {
    const bad = await run('series,date,value\nA,2024-01,5\nA,soon,6');
    expect([bad.code, bad.said]).toEqual([2, 'Line 3: “soon” is not a date; dates are written 2026-11-25 or 2026-11.']);
    const other = await run('series,date,value\nA,2024-01,five', '--lang', 'it');
    expect(other.said).toContain('Riga 2: «five» non è un numero.');
  });

  it('asks for what is missing', async () => {
    expect((await run('series,date\nA,2024-01')).said).toContain('no column “value”');
    expect(await runForecast(['x.csv', '--horizon', '3'])).toBe(2);
    expect((await run('series,date,value\nA,2024-01,1', '--level', '0')).code).toBe(2);
  });
});
