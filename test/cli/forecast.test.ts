import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run as runCadenza } from '../../src/cli/main';

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
  const code = await runCadenza(['forecast', input, '--horizon', '3', '--out', output, ...options]);
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
    const bad = await run('series,date,value\nA,2024-01,5\n\nA,soon,6');
    expect(bad.code).toBe(2);
    expect(bad.said).toMatch(/in\.csv, line 4: “soon” is not a date/);
    const other = await run('series,date,value\nA,2024-01,five', '--lang', 'it');
    expect(other.said).toMatch(/in\.csv, riga 2: «five» non è un numero\./);
  });

  const dated = (dates: readonly string[], value = (i: number) => 100 + i) =>
    ['series,date,value', ...dates.map((date, i) => `A,${date},${value(i)}`)].join('\n');
  const day = (from: string, step: number) => (_: unknown, i: number) =>
    new Date(Date.parse(from) + i * step * 86_400_000).toISOString().slice(0, 10);
  const days = Array.from({ length: 42 }, day('2026-01-01', 1));

  it.each([
    ['days', days, ['2026-02-12', '2026-02-13', '2026-02-14']],
    [
      'working days',
      days.filter((date) => new Date(date).getUTCDay() % 6 !== 0),
      ['2026-02-12', '2026-02-13', '2026-02-16'],
    ],
    ['weeks', Array.from({ length: 20 }, day('2026-01-04', 7)), ['2026-05-24', '2026-05-31', '2026-06-07']],
    ['months', months.slice(0, 14), ['2025-03-01', '2025-04-01', '2025-05-01']],
    [
      'ends of months',
      ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31'],
      ['2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    ['days of months', ['2025-11-15', '2025-12-15', '2026-01-15'], ['2026-02-15', '2026-03-15', '2026-04-15']],
    ['quarters', ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'], ['2026-01-01', '2026-04-01', '2026-07-01']],
    [
      'ends of quarters',
      ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'],
      ['2026-03-31', '2026-06-30', '2026-09-30'],
    ],
    ['ISO weeks', ['2026-W51', '2026-W52', '2026-W53', '2027-W01'], ['2027-01-11', '2027-01-18', '2027-01-25']],
    ['years', ['2021', '2022', '2023', '2024', '2025'], ['2026-01-01', '2027-01-01', '2028-01-01']],
  ])('goes on by %s', async (_name, dates, ahead) => {
    const { lines } = await run(dated(dates));
    expect(lines.slice(1).map((line) => line.split(',')[1])).toEqual(ahead);
  });

  it('gives the same for rows in any order, adds up repeated dates and fills gaps, and says so', async () => {
    const rows = months.map((month, i) => `A,${month},${100 + i}`);
    const straight = await run(['series,date,value', ...rows].join('\n'));
    const mixed = [...rows].sort((left, right) => (left.slice(-1) < right.slice(-1) ? -1 : 1));
    expect((await run(['series,date,value', ...mixed].join('\n'))).lines).toEqual(straight.lines);
    const halves = rows.flatMap((row) => [row, row.replace(/\d+$/, '0')]).filter((row) => !row.includes('2025-03'));
    const { lines, said } = await run(['series,date,value', ...halves].join('\n'));
    expect(said).toContain('1 period without a value was filled in');
    expect(said).toContain('29 rows have a period that another row has too');
    expect(lines.map((line) => line.split(',')[1])).toEqual(straight.lines.map((line) => line.split(',')[1]));
  });

  it('believes what the columns say of decimal marks and of day and month', async () => {
    const points = ['serie;data;valore', ...months.map((month) => `A;${month}-25;1234.5`)];
    expect((await run(points.join('\n'))).lines[1]).toMatch(/^A,2026-07-25,1234\.5,/);
    const slashes = months.map((month) => `A;03/${month.slice(5)}/${month.slice(0, 4)};1.234`);
    const read = await run(['serie;data;valore', ...slashes].join('\n'), '--lang', 'it');
    expect(read.lines[1]).toMatch(/^A,2026-07-03,1234,/);
    expect(read.said).toContain('con il giorno prima del mese');
  });

  it('names every line at fault, up to ten', async () => {
    const bad = await run(['series,date,value', ...months.slice(0, 13).map((month) => `A,${month},x`)].join('\n'));
    expect(bad.said.split('\n')).toHaveLength(11);
    expect(bad.said).toMatch(/line 11: “x” is not a number\.\n.*3 more lines are at fault/);
  });

  it('gives the same in two threads as in one', async () => {
    const rows = Array.from({ length: 201 }, (_, s) =>
      months.slice(0, 8).map((month, i) => `S${s},${month},${10 + ((s * 7 + i * i) % 9)}`),
    );
    const many = await run(['series,date,value', ...rows.flat()].join('\n'));
    const few = await run(['series,date,value', ...rows.slice(0, 50).flat()].join('\n'));
    expect(many.lines).toHaveLength(1 + 201 * 3);
    expect(many.lines.slice(0, few.lines.length)).toEqual(few.lines);
  });

  it('asks for what is missing', async () => {
    expect((await run('series,date\nA,2024-01')).said).toContain('no column “value”');
    expect(await runCadenza(['forecast', 'x.csv', '--horizon', '3'])).toBe(2);
    expect((await run('series,date,value\nA,2024-01,1', '--level', '0')).code).toBe(2);
  });
});
