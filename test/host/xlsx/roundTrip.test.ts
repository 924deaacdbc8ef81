import { openXlsx } from '../../../src/host/xlsx/open';
import { lossesOnSave, saveXlsx } from '../../../src/host/xlsx/save';
import { CellError } from '../../../src/host/model/cell';
import { snapshot } from '../../../src/host/model/snapshot';
import { deleteSheet, renameSheet } from '../../../src/host/model/sheets';
import { addTable } from '../../../src/host/model/table';
import fc from 'fast-check';
import { sheetOf, tableOf, valuesOf, workbookOf, xlsxOf } from '../../support/workbook';
import { partOf, partsOf } from './packages';
import { area, richWorkbook } from './rich';

describe('a workbook saved and opened again', () => {
  const file = xlsxOf({
    Targets: {
      table: 'Targets',
      rows: [
        ['Objective', 'Year', 'Target'],
        ['Growth <&> "quotes"', 2027, 1200.5],
        ['  spaces ', true, '#N/A'],
      ],
    },
    Sums: [[{ formula: '=SUM(Targets!C2:C3)', value: 7 }, '=A1*2']],
  });

  it('keeps text, numbers, booleans and errors', () => {
    const { workbook } = openXlsx(file);
    expect(valuesOf(sheetOf(workbook, 'Targets'), 'A2:C3')).toEqual([
      ['Growth <&> "quotes"', 2027, 1200.5],
      ['  spaces ', true, new CellError('#N/A')],
    ]);
  });

  it('keeps formulas with their cached values', () => {
    const sheet = sheetOf(openXlsx(file).workbook, 'Sums');
    expect(sheet.cell(0, 0)).toMatchObject({ formula: 'SUM(Targets!C2:C3)', value: 7 });
    expect(sheet.cell(0, 1)).toMatchObject({ formula: 'A1*2', value: null });
  });

  it('asks to be calculated when a formula has no value yet, and not otherwise', () => {
    expect(partOf(file, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    const whole = xlsxOf({ S: [[{ formula: '=1+1', value: 2 }]] });
    expect(partOf(whole, 'xl/workbook.xml')).not.toContain('fullCalcOnLoad');
  });

  it('keeps tables, their headers equal to the column names', () => {
    const table = tableOf(openXlsx(file).workbook, 'Targets');
    expect(table.area).toEqual({ top: 0, left: 0, bottom: 2, right: 2 });
    expect(table.columns.map((c) => c.name)).toEqual(['Objective', 'Year', 'Target']);
  });

  it('keeps any text, control characters and lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 5 }), (texts) => {
        const { workbook } = openXlsx(xlsxOf({ S: [texts.map((value) => ({ formula: '="x"', value }))] }));
        expect(sheetOf(workbook, 'S').value(0, 0)).toBe(texts[0]);
        const plain = workbookOf({ S: [] });
        texts.forEach((value, column) => sheetOf(plain, 'S').write(0, column, { value }));
        const again = sheetOf(openXlsx(saveXlsx(plain)).workbook, 'S');
        expect(texts.map((_, column) => again.value(0, column))).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps any number to the last bit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (numbers) => {
        const { workbook } = openXlsx(xlsxOf({ S: [numbers] }));
        expect(numbers.map((_, column) => sheetOf(workbook, 'S').value(0, column))).toEqual(
          numbers.map((n) => (n === 0 ? 0 : n)),
        );
      }),
    );
  });
});

describe('a workbook with one of everything', () => {
  const workbook = richWorkbook();
  const file = saveXlsx(workbook);

  it('is the same workbook when opened again', () => {
    expect(snapshot(openXlsx(file).workbook)).toEqual(snapshot(workbook));
  });

  it('is saved to the same bytes each time, and saving changes nothing', () => {
    const before = JSON.stringify(snapshot(workbook));
    expect(Buffer.compare(saveXlsx(workbook), file)).toBe(0);
    expect(Buffer.compare(saveXlsx(richWorkbook()), file)).toBe(0);
    expect(JSON.stringify(snapshot(workbook))).toBe(before);
  });

  it('goes back byte for byte when it was opened and nothing changed', () => {
    expect(Buffer.compare(saveXlsx(openXlsx(file).workbook), file)).toBe(0);
  });

  it('loses nothing', () => {
    expect(lossesOnSave(workbook)).toEqual([]);
    expect(openXlsx(file).warnings).toEqual([]);
  });

  it('writes differential fills as solid with the visible colour in bgColor', () => {
    expect(partOf(file, 'xl/styles.xml')).toContain(
      '<patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor rgb="FFFFC7CE"/></patternFill>',
    );
  });

  it('writes spills as dynamic arrays and new functions with their prefixes', () => {
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('cm="1"><f t="array" ref="J1:J3">_xlfn.UNIQUE(Balance!G2:G7)</f>');
    expect(sheet).toContain('<f>_xlfn.XLOOKUP("Feb",BalanceTable[Month],BalanceTable[Demand])</f>');
    expect(partOf(file, 'xl/metadata.xml')).toContain('XLDAPR');
  });

  it('keeps text that begins with = as text', () => {
    const cell = sheetOf(openXlsx(file).workbook, 'Summary').cell(4, 10);
    expect(cell).toMatchObject({ value: '=not a formula', quotePrefix: true });
    expect(cell?.formula).toBeUndefined();
  });

  it('writes print titles, print area and hidden names as Excel does', () => {
    const xml = partOf(file, 'xl/workbook.xml');
    expect(xml).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="1">Balance!$1:$1</definedName>');
    expect(xml).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">Balance!$A$1:$G$7</definedName>');
    expect(xml).toContain('<definedName name="Rate" hidden="1">0.25</definedName>');
    expect(xml).toContain('state="veryHidden"');
  });
});

describe('a workbook opened, changed and saved', () => {
  const file = saveXlsx(richWorkbook());
  const change = (edit: (workbook: ReturnType<typeof richWorkbook>) => void): Uint8Array => {
    const { workbook } = openXlsx(file);
    edit(workbook);
    const saved = saveXlsx(workbook);
    expect(snapshot(openXlsx(saved).workbook)).toEqual(snapshot(workbook));
    return saved;
  };
  const changedParts = (saved: Uint8Array): string[] => {
    const [before, after] = [partsOf(file), partsOf(saved)];
    return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
  };

  it('changes only the part of the sheet when a number changes', () => {
    const saved = change((workbook) => sheetOf(workbook, 'Lists').put(0, 1, { value: 5 }));
    expect(changedParts(saved)).toEqual(['xl/worksheets/sheet3.xml']);
  });

  it('appends new texts and new looks behind those of the file', () => {
    const saved = change((workbook) => {
      const sheet = sheetOf(workbook, 'Lists');
      sheet.put(3, 0, { value: 'Very high' });
      const base = workbook.styles.get(0);
      sheet.setStyle(
        3,
        0,
        workbook.styles.intern({ ...base, numberFormat: '0.000', font: { ...base.font, bold: true } }),
      );
    });
    expect(changedParts(saved).sort()).toEqual(['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/worksheets/sheet3.xml']);
    const styles = partOf(saved, 'xl/styles.xml');
    expect(styles).toContain('formatCode="0.000"');
    const fonts = /<fonts[^>]*>(.*)<\/fonts>/.exec(partOf(file, 'xl/styles.xml'))?.[1] ?? 'none';
    expect(styles).toContain(fonts);
  });

  it('removes a sheet with all that only it had', () => {
    const saved = change((workbook) => deleteSheet(sheetOf(workbook, 'Summary')));
    const names = [...partsOf(saved).keys()];
    expect(names.filter((name) => /chart|drawing|comment|sheet1|customProperty/.test(name))).toEqual([]);
    expect(partOf(saved, '[Content_Types].xml')).not.toMatch(/chart|drawing1|comments/);
  });

  it('adds a sheet with a table, renames another, and keeps names that belong to sheets', () => {
    const saved = change((workbook) => {
      const sheet = workbook.addSheet('New one', 0);
      sheet.write(0, 0, { value: 'Key' });
      sheet.write(1, 0, { value: 1 });
      addTable(sheet, area('A1:A2'), { name: 'NewTable' });
      renameSheet(sheetOf(workbook, 'Lists'), 'Words');
    });
    expect(partOf(saved, 'xl/tables/table2.xml')).toContain('displayName="NewTable"');
    expect(partOf(saved, 'xl/workbook.xml')).toMatch(/name="New one" sheetId="5"/);
    expect(partOf(saved, 'xl/workbook.xml')).toContain('name="Local" localSheetId="2"');
  });

  it('takes charts, rules, comments, links, tables and settings away', () => {
    const saved = change((workbook) => {
      const summary = sheetOf(workbook, 'Summary');
      const balance = sheetOf(workbook, 'Balance');
      summary.charts.splice(1, 2);
      summary.comments.splice(0);
      summary.hyperlinks.splice(0, 1);
      summary.customProperties.clear();
      balance.conditionalFormats.splice(1, 1);
      balance.validations.splice(0, 2);
      balance.tables.splice(0);
      balance.freeze = undefined;
      balance.protection = undefined;
      balance.pageLayout = {};
      workbook.names.splice(0);
      workbook.settings.clear();
      workbook.customXmlParts.splice(0);
      workbook.customProperties.clear();
    });
    expect([...partsOf(saved).keys()].filter((name) => /table1|comments1|customXml|threaded/.test(name))).toEqual([]);
  });

  it('changes charts in place: a longer reference keeps the look, another title redraws it and says so', () => {
    const { workbook } = openXlsx(file);
    const [first, second] = sheetOf(workbook, 'Summary').charts;
    const series = first?.series[0];
    if (series) series.values = 'Balance!$C$2:$C$5';
    expect(lossesOnSave(workbook)).toEqual([]);
    if (second) second.title = 'Another';
    expect(lossesOnSave(workbook)).toMatchObject([{ code: 'chart-redrawn', sheet: 'Summary' }]);
    const saved = saveXlsx(workbook);
    expect(partOf(saved, 'xl/charts/chart1.xml')).toContain('<c:f>Balance!$C$2:$C$5</c:f>');
    expect(partOf(saved, 'xl/charts/chart2.xml')).toContain('Another');
    expect(snapshot(openXlsx(saved).workbook)).toEqual(snapshot(workbook));
  });

  it('refreshes the caches of charts whose cells changed', () => {
    const saved = change((workbook) => sheetOf(workbook, 'Balance').put(1, 2, { value: 4321 }));
    expect(partOf(saved, 'xl/charts/chart1.xml')).toContain('<c:v>4321</c:v>');
  });

  it('edits what is there: a note, a rule, a table, a property, a custom XML part', () => {
    change((workbook) => {
      const summary = sheetOf(workbook, 'Summary');
      const balance = sheetOf(workbook, 'Balance');
      const note = summary.comments.find((comment) => comment.kind === 'note');
      if (note) note.text = 'Changed';
      summary.comments.push({ id: 'n', row: 9, column: 2, author: 'Carla', text: 'New', kind: 'note' });
      const rule = balance.conditionalFormats[0];
      if (rule) rule.format = { ...rule.format, fillColor: '#00FF00' };
      const table = tableOf(workbook, 'BalanceTable');
      table.showTotals = false;
      table.style = 'TableStyleLight1';
      workbook.properties['title'] = 'Another';
      const part = workbook.customXmlParts[0];
      if (part) part.xml = '<state xmlns="urn:cadenza:state"/>';
      workbook.settings.set('more', [1, 'two']);
      balance.autoFilter = area('I1:J5');
    });
  });
});
