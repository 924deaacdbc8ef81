import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { CellError } from '../../../src/host/model/cell';
import type { CellValue } from '../../../src/host/model/cell';
import type { Workbook } from '../../../src/host/model/workbook';
import { openXlsx } from '../../../src/host/xlsx/open';
import { saveXlsx } from '../../../src/host/xlsx/save';
import { fillRows, sheetOf, workbookOf } from '../../support/workbook';
import { partsOf } from './packages';
import { area, richWorkbook, styleArea } from './rich';

const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find((path) =>
  existsSync(path),
);
const withLibreOffice = SOFFICE ? describe : describe.skip;

/** Converts files in one run of LibreOffice; a profile of its own keeps runs apart. */
function convert(files: Readonly<Record<string, Uint8Array>>, format: string, ending: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  try {
    const inputs = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const output = join(folder, 'out');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(SOFFICE ?? '', [profile, '--headless', '--convert-to', format, '--outdir', output, ...inputs], {
      stdio: 'ignore',
      timeout: 240_000,
    });
    return new Map(Object.keys(files).map((name) => [name, readFileSync(join(output, `${name}.${ending}`))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Workbooks of ten kinds, to be turned into files by LibreOffice. */
function kinds(): Record<string, Workbook> {
  const plain = workbookOf({
    Data: [
      ['a', 1, true],
      ['è€', -2.5, '#N/A'],
      [' x ', 1e-7, false],
    ],
  });
  const dates = workbookOf({ Data: [[46388, 46388.75]] }, { dateSystem: 1904 });
  styleArea(dates, 'Data', 'A1:B1', { numberFormat: 'dd/mm/yyyy hh:mm' });
  const formulas = workbookOf({
    Data: [
      [1, 2, 3],
      ...[2, 3, 4].map((row) => [`=A${row - 1}+1`, `=SUM($A$1:A${row})`, `=IF(B${row}>3,"big","small")`]),
    ],
  });
  const table = workbookOf({
    Data: {
      table: 'Plan',
      rows: [
        ['Team', 'Hours'],
        ['A', 1],
        ['B', 2],
      ],
    },
  });
  const merged = workbookOf({ Data: [['Title'], [1, 2]] });
  sheetOf(merged, 'Data').merges.push(area('A1:C1'));
  sheetOf(merged, 'Data').freeze = { rows: 1, columns: 0 };
  const hidden = workbookOf({ Data: [[1], [2], [3]], Other: [[4]] });
  sheetOf(hidden, 'Data').rows.set(1, { hidden: true });
  sheetOf(hidden, 'Data').columns.set(1, { hidden: true, width: 20 });
  sheetOf(hidden, 'Other').visibility = 'Hidden';
  const noted = workbookOf({ Data: [['see']] });
  sheetOf(noted, 'Data').comments.push({ id: '1', row: 0, column: 0, author: 'Ada', text: 'A note', kind: 'note' });
  sheetOf(noted, 'Data').hyperlinks.push({ area: area('A1'), address: 'https://example.com/' });
  const valid = workbookOf({ Data: [['High'], ['Low']] });
  sheetOf(valid, 'Data').validations.push({
    areas: [area('A1:A9')],
    rule: { list: { inCellDropDown: true, source: 'High,Low' } },
    ignoreBlanks: true,
  });
  const many = workbookOf({ Data: [] });
  fillRows(
    sheetOf(many, 'Data'),
    Array.from({ length: 500 }, (_, r) => Array.from({ length: 12 }, (_x, c) => (c === 0 ? `row ${r}` : r * c))),
  );
  return { plain, dates, formulas, table, merged, hidden, noted, valid, many, rich: richWorkbook() };
}

function valuesOfAll(workbook: Workbook): Record<string, CellValue> {
  const values: Record<string, CellValue> = {};
  for (const sheet of workbook.sheets)
    for (const row of sheet.cells.rowNumbers())
      for (const [column, { value }] of sheet.cells.rowCells(row) ?? [])
        if (value !== null) values[`${sheet.name} ${row} ${column}`] = plainValue(value);
  return values;
}

/** LibreOffice writes numbers to 15 digits. */
function plainValue(value: CellValue): CellValue {
  if (typeof value === 'number') return Number(value.toPrecision(15));
  return value instanceof CellError ? value.code : value;
}

/** UNIQUE, which LibreOffice 7.4 does not have, and what it spills. */
const UNKNOWN_TO_LIBREOFFICE = ['Summary 0 9', 'Summary 1 9', 'Summary 2 9'];

withLibreOffice('files that LibreOffice made', () => {
  const ours = Object.fromEntries(Object.entries(kinds()).map(([name, workbook]) => [name, saveXlsx(workbook)]));
  const theirs = SOFFICE ? convert(ours, 'xlsx:Calc MS Excel 2007 XML', 'xlsx') : new Map<string, Buffer>();
  const names = Object.keys(ours);
  const fileOf = (name: string): Buffer => theirs.get(name) ?? Buffer.alloc(0);

  it.each(names)('%s: holds the values that we wrote', (name) => {
    const [before, after] = [kinds()[name], openXlsx(fileOf(name)).workbook];
    const expected = before ? valuesOfAll(before) : {};
    if (name === 'rich') for (const key of UNKNOWN_TO_LIBREOFFICE) delete expected[key];
    // LibreOffice calculates formulas that came without a value.
    const written = Object.fromEntries(Object.entries(valuesOfAll(after)).filter(([key]) => key in expected));
    expect(written).toEqual(expected);
  });

  it.each(names)('%s: goes back part by part as it came', (name) => {
    const { workbook } = openXlsx(fileOf(name));
    expect(partsOf(saveXlsx(workbook))).toEqual(partsOf(fileOf(name)));
  });

  it.each(names)('%s: keeps every other part when a cell changes', (name) => {
    const { workbook } = openXlsx(fileOf(name));
    const sheet = workbook.sheets[0];
    sheet?.put(60, 3, { value: 12345 });
    const saved = saveXlsx(workbook);
    const [before, after] = [partsOf(fileOf(name)), partsOf(saved)];
    const changed = [...before.keys()].filter((part) => before.get(part) !== after.get(part));
    expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
    expect(openXlsx(saved).workbook.sheets[0]?.value(60, 3)).toBe(12345);
  });

  it('has charts, rules, validations, names, notes and print set-up that we read', () => {
    const { workbook } = openXlsx(fileOf('rich'));
    const [summary, balance] = [sheetOf(workbook, 'Summary'), sheetOf(workbook, 'Balance')];
    expect(summary.charts.map((chart) => chart.type)).toEqual([
      'ColumnClustered',
      'ColumnStacked',
      'Line',
      'BarClustered',
      'Area',
      'ColumnClustered',
    ]);
    expect(summary.charts[5]?.series.map((series) => series.type)).toEqual([undefined, 'Line']);
    expect(summary.charts[0]).toMatchObject({ title: 'Columns & more', valueAxisTitle: 'Units' });
    expect(balance.conditionalFormats.map((format) => format.kind)).toEqual(
      expect.arrayContaining(['custom', 'dataBar', 'colorScale', 'cellValue', 'iconSet', 'topBottom']),
    );
    expect(balance.validations).toHaveLength(4);
    // Frozen panes are not asked for: LibreOffice drops them when it converts without a window.
    expect(balance.pageLayout).toMatchObject({
      orientation: 'landscape',
      printTitleRows: '$1:$1',
      fitToWidth: 1,
      paperSize: 'A4',
    });
    expect(workbook.names.map((name) => name.name)).toEqual(expect.arrayContaining(['PlanStart', 'Rate']));
    expect(workbook.table('BalanceTable')?.columns).toHaveLength(7);
    expect(workbook.properties['title']).toBe('Plan <2027>');
    expect(workbook.customProperties.get('Gap')).toBe(0.125);
  });
});

withLibreOffice('LibreOffice', () => {
  it('opens a file of its own that we changed, and one that another library unpacks', () => {
    const first = convert({ rich: saveXlsx(richWorkbook()) }, 'xlsx:Calc MS Excel 2007 XML', 'xlsx').get('rich');
    const { workbook } = openXlsx(first ?? new Uint8Array());
    const sheet = sheetOf(workbook, 'Lists');
    sheet.put(5, 0, { value: 'Added "text" <here>' });
    sheet.put(5, 1, { formula: '2*21' });
    const bold = workbook.styles.intern({ ...workbook.styles.get(0), numberFormat: '0.00' });
    sheet.setStyle(5, 1, bold);
    workbook.addSheet('More').put(0, 0, { value: 'more' });
    const saved = saveXlsx(workbook);
    expect(Object.keys(unzipSync(saved)).sort()).toEqual([...partsOf(saved).keys()].sort());
    const again = openXlsx(
      convert({ again: saved }, 'xlsx:Calc MS Excel 2007 XML', 'xlsx').get('again') ?? new Uint8Array(),
    );
    expect(sheetOf(again.workbook, 'Lists').value(5, 0)).toBe('Added "text" <here>');
    expect(sheetOf(again.workbook, 'Lists').value(5, 1)).toBe(42);
    expect(sheetOf(again.workbook, 'More').value(0, 0)).toBe('more');
    expect(sheetOf(again.workbook, 'Summary').charts).toHaveLength(6);
  });

  it('prints the first sheet as text with the values we wrote', () => {
    const csv = convert({ plain: xlsxPlain() }, 'csv:Text - txt - csv (StarCalc):44,34,76', 'csv').get('plain');
    expect(csv?.toString('utf-8').trim()).toBe('Objective,Target\n"Growth, ""fast""",1200.5\nRetta è,#N/A');
  });
});

function xlsxPlain(): Uint8Array {
  return saveXlsx(
    workbookOf({
      S: [
        ['Objective', 'Target'],
        ['Growth, "fast"', 1200.5],
        ['Retta è', '#N/A'],
      ],
    }),
  );
}
