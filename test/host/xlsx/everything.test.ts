import { EmbeddedWorkbook } from '../../../src/host/bridge/embedded';
import { insertRows } from '../../../src/host/model/shift';
import { addTable } from '../../../src/host/model/table';
import type { Workbook } from '../../../src/host/model/workbook';
import { openXlsx } from '../../../src/host/xlsx/open';
import { lossesOnSave, saveXlsx } from '../../../src/host/xlsx/save';
import { sheetOf } from '../../support/workbook';
import { runExcel } from '../bridge/support';
import { everythingFile } from './everything';
import { partOf, partsOf } from './packages';

const file = everythingFile();
const before = partsOf(file);

/** What a change to the opened file does to its parts. */
function changedBy(change: (workbook: Workbook) => void): { saved: Uint8Array; changed: string[]; lost: string[] } {
  const { workbook } = openXlsx(file);
  change(workbook);
  const saved = saveXlsx(workbook);
  const after = partsOf(saved);
  return {
    saved,
    changed: [...before.keys()].filter((name) => after.has(name) && after.get(name) !== before.get(name)).sort(),
    lost: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** Relationships that point nowhere and parts whose type nobody says: what Excel calls damaged. */
function faultsOf(saved: Uint8Array): string[] {
  const parts = partsOf(saved);
  const types = parts.get('[Content_Types].xml') ?? '';
  const faults: string[] = [];
  for (const [name, text] of parts) {
    if (name === '[Content_Types].xml') continue;
    const extension = name.slice(name.lastIndexOf('.') + 1);
    if (!types.includes(`PartName="/${name}"`) && !types.includes(`Extension="${extension}"`)) faults.push(name);
    if (!name.endsWith('.rels')) continue;
    const folder = name.replace(/_rels\/[^/]*$/, '');
    for (const [, target = ''] of text.matchAll(/<Relationship [^>]*Target="([^"]*)"(?![^>]*External)[^>]*>/g))
      if (!text.includes(`Target="${target}" TargetMode="External"`)) {
        const path = new URL(target, `http://x/${folder}`).pathname.slice(1);
        if (!parts.has(path)) faults.push(`${name}: ${target}`);
      }
  }
  return faults;
}

describe('a macro workbook with one of everything, written by hand', () => {
  it('goes back part by part as it came', () => {
    const { changed, lost, saved } = changedBy(() => undefined);
    expect([changed, lost, faultsOf(saved)]).toEqual([[], [], []]);
  });

  it('loses nothing when a cell changes: only its sheet is written anew, and the chart that shows it', () => {
    const { changed, lost, saved } = changedBy((workbook) => sheetOf(workbook, 'Data').put(3, 1, { value: 44 }));
    expect([changed, lost, faultsOf(saved)]).toEqual([['xl/charts/chart1.xml', 'xl/worksheets/sheet1.xml'], [], []]);
    expect(partOf(saved, 'xl/charts/chart1.xml')).toContain('<a:srgbClr val="123456"/>');
    const sheet = partOf(saved, 'xl/worksheets/sheet1.xml');
    for (const kept of [
      /<drawing [^>]*>/,
      /<legacyDrawing [^>]*>/,
      /<pageSetup [^>]*>/,
      /<extLst>.*<\/extLst>/s,
      /<dataValidations.*<\/dataValidations>/s,
    ])
      expect(sheet).toContain(kept.exec(before.get('xl/worksheets/sheet1.xml') ?? '')?.[0]);
    expect(sheet).toContain('<f>[1]Rates!$A$1*B2</f><v>76</v>');
  });

  it('loses nothing when sheets with tables, charts and notes are added through the API', async () => {
    const { workbook } = openXlsx(file);
    await runExcel(workbook, async (context) => {
      const sheet = context.workbook.worksheets.add('Plan');
      sheet.getRange('A1:B3').values = [
        ['Week', 'Load'],
        ['W1', 1],
        ['W2', 2],
      ];
      sheet.tables.add('A1:B3', true).name = 'PlanTable';
      sheet.charts.add(Excel.ChartType.line, sheet.getRange('A1:B3'));
      context.workbook.comments.add(sheet.getRange('B2'), 'Why so much?');
      context.workbook.worksheets
        .getItem('Data')
        .charts.add(Excel.ChartType.line, context.workbook.worksheets.getItem('Data').getRange('A1:B4'));
      await context.sync();
    });
    expect(lossesOnSave(workbook).map(({ code }) => code)).toEqual(['values-kept', 'values-kept']);
    const saved = saveXlsx(workbook);
    const after = partsOf(saved);
    expect([...before.keys()].filter((name) => !after.has(name))).toEqual([]);
    expect(faultsOf(saved)).toEqual([]);
    const untouched =
      /pivot|slicer|external|vba|media|chart1|style1|table1|threadedComment1|comments1|printer|connections|customXml|custom\.xml|sheet[23]\.xml|theme/;
    const changed = [...before.keys()].filter((name) => after.get(name) !== before.get(name));
    expect(changed.filter((name) => untouched.test(name))).toEqual([]);
    expect(after.get('xl/drawings/drawing1.xml')).toContain('name="Logo"');
    expect(after.get('xl/sharedStrings.xml')).toContain(
      '<si><t>第三</t><rPh sb="0" eb="1"><t>ダイ</t></rPh><phoneticPr fontId="1"/></si>',
    );
    expect(after.get('xl/workbook.xml')).toContain('<pivotCaches>');
  });

  it('keeps looks, rich text and readings when rows come, and names what cannot follow', () => {
    const { workbook } = openXlsx(file);
    new EmbeddedWorkbook(workbook);
    insertRows(sheetOf(workbook, 'Data'), 0, 2);
    const saved = saveXlsx(workbook);
    expect(faultsOf(saved)).toEqual([]);
    const sheet = partOf(saved, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<row r="4"><c r="A4" t="s"><v>2</v></c>');
    expect(sheet).toContain('<c r="A5" t="s"><v>3</v></c>');
    expect(sheet).toContain('sqref="B4:B6"');
    expect(partOf(saved, 'xl/charts/chart1.xml')).toContain('<c:f>Data!$B$4:$B$6</c:f>');
    expect(partOf(saved, 'xl/tables/table1.xml')).toContain('ref="A3:B6"');
    expect(lossesOnSave(workbook).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['shapes-do-not-follow', 'pivots-do-not-follow', 'values-kept']),
    );
  });

  it('keeps what belongs to others when the sheet goes that held it', () => {
    const { saved, lost } = changedBy((workbook) => {
      sheetOf(workbook, 'Hidden').visibility = 'Visible';
      workbook.sheets.splice(workbook.sheets.indexOf(sheetOf(workbook, 'Secret')), 1);
    });
    expect(lost).toEqual(['xl/worksheets/sheet3.xml']);
    expect(faultsOf(saved)).toEqual([]);
  });

  it('has its tables, hidden sheets, comments, names and properties read', () => {
    const { workbook } = openXlsx(file);
    expect(workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Data', 'Visible'],
      ['Hidden', 'Hidden'],
      ['Secret', 'VeryHidden'],
    ]);
    const data = sheetOf(workbook, 'Data');
    expect(data.tables.map(({ name }) => name)).toEqual(['Load']);
    expect(data.charts).toHaveLength(1);
    expect(data.comments.map(({ kind, author, text }) => [kind, author, text])).toEqual([['comment', 'Ada', 'why?']]);
    expect(workbook.customProperties.get('Owner')).toBe('Ada');
    expect(workbook.names.map(({ name }) => name)).toEqual(['Rate']);
  });

  it('says what it keeps without showing it', () => {
    expect(
      openXlsx(file)
        .warnings.map(({ code }) => code)
        .sort(),
    ).toEqual([
      'links-not-followed',
      'macros-not-run',
      'pivot-not-shown',
      'queries-not-run',
      'shapes-not-shown',
      'sheet-not-shown',
      'slicers-not-shown',
    ]);
  });

  it('takes a table of its own beside all that', () => {
    const { saved, lost } = changedBy((workbook) => {
      const sheet = sheetOf(workbook, 'Data');
      sheet.put(10, 0, { value: 'Key' });
      addTable(sheet, { top: 10, left: 0, bottom: 12, right: 0 }, { name: 'Own' });
    });
    expect(lost).toEqual([]);
    expect(faultsOf(saved)).toEqual([]);
    expect(partOf(saved, 'xl/worksheets/sheet1.xml')).toContain('<tableParts count="2">');
  });
});
