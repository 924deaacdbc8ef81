import { openXlsx } from '../../../src/host/xlsx/open';
import { saveXlsx } from '../../../src/host/xlsx/save';
import { hashPassword } from '../../../src/host/xlsx/sheet/protection';
import { applyTint } from '../../../src/host/xlsx/styles/color';
import { CellError } from '../../../src/host/model/cell';
import { addTable } from '../../../src/host/model/table';
import { areaAddress } from '../../../src/host/model/address';
import { snapshot } from '../../../src/host/model/snapshot';
import type { ConditionalFormat } from '../../../src/host/model/workbook';
import { sheetOf, workbookOf } from '../../support/workbook';
import { minimalFile, packParts, minimalParts, partOf, partsOf, relationships } from './packages';
import { area, styleArea } from './rich';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const read = (sheet: string, more = {}): ReturnType<typeof sheetOf> =>
  sheetOf(openXlsx(minimalFile({ sheet, ...more })).workbook, 'Data');

describe('styles', () => {
  it('reads theme colours with tint, indexed colours, built-in formats and cell styles', () => {
    const styles = `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0.0&quot; h&quot;"/></numFmts><fonts><font><sz val="11"/><name val="Calibri"/></font><font><b val="0"/><i/><u val="double"/><color theme="4" tint="0.4"/><sz val="9"/><name val="Arial"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills><borders><border/><border diagonalUp="1"><left style="mediumDashed"><color auto="1"/></left><diagonal style="thin"/></border></borders><cellStyleXfs><xf/><xf/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14" fontId="1" fillId="1" borderId="1" xfId="1"><alignment horizontal="centerContinuous" vertical="top" textRotation="135" wrapText="1" indent="2"/><protection locked="0" hidden="1"/></xf><xf numFmtId="170"/></cellXfs><cellStyles><cellStyle name="Normal" xfId="0" builtinId="0"/><cellStyle name="Good" xfId="1" builtinId="26"/></cellStyles></styleSheet>`;
    const sheet = read('<sheetData><row r="1"><c r="A1" s="1"/><c r="B1" s="2"/></row></sheetData>', { styles });
    const look = sheet.workbook.styles.get(sheet.cell(0, 0)?.style ?? 0);
    expect(look).toMatchObject({
      numberFormat: 'm/d/yyyy',
      font: {
        name: 'Arial',
        size: 9,
        bold: false,
        italic: true,
        underline: 'Double',
        color: applyTint('#4472C4', 0.4),
      },
      fill: { color: '#FF0000' },
      borders: { EdgeLeft: { style: 'Dash', weight: 'Medium' }, DiagonalUp: { style: 'Continuous' } },
      alignment: { horizontal: 'CenterAcrossSelection', vertical: 'Top', rotation: -45, wrapText: true, indent: 2 },
      locked: false,
      hidden: true,
      cellStyle: 'Good',
    });
    expect(sheet.workbook.styles.get(sheet.cell(0, 1)?.style ?? 0).numberFormat).toBe('0.0" h"');
  });

  it('writes every border, alignment, fill and font and reads it back', () => {
    const workbook = workbookOf({ S: [] });
    const line = { style: 'DashDot', weight: 'Medium', color: '#112233' } as const;
    styleArea(workbook, 'S', 'A1', { borders: { EdgeTop: line, EdgeLeft: line, DiagonalDown: line } as never });
    styleArea(workbook, 'S', 'A2', { fill: { pattern: 'darkGrid', patternColor: '#FF0000', color: '#00FF00' } });
    styleArea(workbook, 'S', 'A3', { alignment: { rotation: -30, shrinkToFit: true, readingOrder: 'RightToLeft' } });
    styleArea(workbook, 'S', 'A4', {
      font: { strikethrough: true, underline: 'SingleAccountant', vertical: 'Superscript', name: 'Arial' },
    });
    styleArea(workbook, 'S', 'A5', { locked: false, hidden: true, numberFormat: '[Red]-#,##0.00 "€"' });
    expect(snapshot(openXlsx(saveXlsx(workbook)).workbook)).toEqual(snapshot(workbook));
  });

  it('lightens and darkens as Excel does', () => {
    // Excel's own shades of the Office theme's blue: 80 %, 40 % lighter, 25 % and 50 % darker.
    expect([0.8, 0.4, -0.25, -0.5].map((tint) => applyTint('#4472C4', tint))).toEqual([
      '#DAE3F3',
      '#8FAADC',
      '#2F5597',
      '#203864',
    ]);
  });
});

describe('conditional formats', () => {
  const common = { stopIfTrue: false, format: { fillColor: '#FFC7CE' } };
  const kinds: Omit<ConditionalFormat, 'id' | 'areas' | 'priority'>[] = [
    { ...common, kind: 'cellValue', rule: { operator: 'GreaterThanOrEqual', formula1: '=5' } },
    { ...common, kind: 'cellValue', rule: { operator: 'Between', formula1: '=$B$1', formula2: '="x<y"' } },
    ...['Contains', 'NotContains', 'BeginsWith', 'EndsWith'].map((operator) => ({
      ...common,
      kind: 'containsText' as const,
      rule: { operator, text: 'a "b"' },
    })),
    ...['TopItems', 'TopPercent', 'BottomItems', 'BottomPercent'].map((type) => ({
      ...common,
      kind: 'topBottom' as const,
      rule: { type, rank: 3 },
    })),
    ...[
      'Blanks',
      'NonErrors',
      'UniqueValues',
      'EqualOrBelowAverage',
      'TwoStdDevAboveAverage',
      'LastSevenDays',
      'NextMonth',
    ].map((criterion) => ({ ...common, kind: 'presetCriteria' as const, rule: { criterion } })),
    {
      kind: 'dataBar',
      stopIfTrue: false,
      format: {},
      rule: {
        positiveFormat: { fillColor: '#5B9BD5', borderColor: '#000000', gradientFill: true },
        negativeFormat: {
          fillColor: '#C00000',
          borderColor: '#FF0000',
          matchPositiveFillColor: false,
          matchPositiveBorderColor: false,
        },
        axisFormat: 'CellMidPoint',
        barDirection: 'RightToLeft',
        showDataBarOnly: true,
        lowerBoundRule: { type: 'Number', formula: '0' },
        upperBoundRule: { type: 'Formula', formula: '=$B$1' },
      },
    },
    {
      kind: 'colorScale',
      stopIfTrue: false,
      format: {},
      rule: {
        criteria: {
          minimum: { type: 'Number', formula: '0', color: '#FFFFFF' },
          maximum: { type: 'Percent', formula: '90', color: '#FF0000' },
        },
      },
    },
  ];

  it('of every kind come back as they were', () => {
    const workbook = workbookOf({ S: [[1]] });
    kinds.forEach((kind, i) =>
      sheetOf(workbook, 'S').conditionalFormats.push({
        ...kind,
        id: String(i),
        areas: [area('A1:A9'), area('C1')],
        priority: i + 1,
      }),
    );
    const file = saveXlsx(workbook);
    expect(snapshot(openXlsx(file).workbook)).toEqual(snapshot(workbook));
    expect(Buffer.compare(saveXlsx(openXlsx(file).workbook), file)).toBe(0);
  });

  it('that only Excel 2010’s extension holds are read, kept and moved', () => {
    const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
    const sheet = `<sheetData/><extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${x14}"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="expression" priority="1" id="{A}"><xm:f>Other!A1&gt;1</xm:f><x14:dxf><font><b/></font></x14:dxf></x14:cfRule><xm:sqref>B2:B5</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    const { workbook } = openXlsx(minimalFile({ sheet }));
    const data = sheetOf(workbook, 'Data');
    expect(data.conditionalFormats).toMatchObject([
      { kind: 'custom', rule: { formula: '=Other!A1>1' }, format: { bold: true } },
    ]);
    data.conditionalFormats.push({
      ...common,
      id: 'n',
      areas: [area('A1')],
      kind: 'custom',
      priority: 2,
      rule: { formula: '=TRUE' },
    });
    const xml = partOf(saveXlsx(workbook), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<x14:dxf><font><b/></font></x14:dxf>');
    expect(xml).toContain('<xm:sqref>B2:B5</xm:sqref>');
    expect(sheetOf(openXlsx(saveXlsx(workbook)).workbook, 'Data').conditionalFormats).toHaveLength(2);
  });
});

describe('validations', () => {
  it('read lists of other sheets that stand in Excel 2010’s extension', () => {
    const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
    const sheet = read(
      `<sheetData/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`,
    );
    expect(sheet.validations).toMatchObject([
      { rule: { list: { source: '=Lists!$A$1:$A$3', inCellDropDown: true } }, ignoreBlanks: true },
    ]);
    expect(sheet.validations[0]?.areas.map(areaAddress)).toEqual(['B2:B9', 'D2']);
  });

  it('of every kind come back as they were', () => {
    const workbook = workbookOf({ S: [[1]] });
    const rules: Record<string, unknown>[] = [
      { wholeNumber: { formula1: 1, operator: 'GreaterThanOrEqualTo' } },
      { decimal: { formula1: '=A1*2', formula2: 9.5, operator: 'NotBetween' } },
      { date: { formula1: 46388, operator: 'GreaterThan' } },
      { time: { formula1: 0.5, operator: 'LessThan' } },
      { textLength: { formula1: 10, operator: 'LessThanOrEqualTo' } },
      { custom: { formula: '=COUNTIF($A:$A,A1)=1' } },
      { list: { inCellDropDown: false, source: 'Sì,"No",Forse' } },
    ];
    rules.forEach((rule, i) =>
      sheetOf(workbook, 'S').validations.push({
        areas: [area(`A${i + 1}:B${i + 1}`)],
        rule,
        ignoreBlanks: i % 2 === 0,
      }),
    );
    expect(snapshot(openXlsx(saveXlsx(workbook)).workbook)).toEqual(snapshot(workbook));
  });

  it('writes a date that was given as text as its serial number', () => {
    const workbook = workbookOf({ S: [[1]] });
    sheetOf(workbook, 'S').validations.push({
      areas: [area('A1')],
      rule: { date: { formula1: '2027-01-01', operator: 'GreaterThan' } },
      ignoreBlanks: true,
    });
    expect(partOf(saveXlsx(workbook), 'xl/worksheets/sheet1.xml')).toContain('<formula1>46388</formula1>');
  });
});

describe('protection', () => {
  const file = minimalFile({
    sheet:
      '<sheetData/><sheetProtection algorithmName="SHA-512" hashValue="abc=" saltValue="def=" spinCount="100000" sheet="1" objects="1" scenarios="1" sort="0"/>',
  });

  it('keeps the password of a file as long as the sheet stays protected', () => {
    const { workbook } = openXlsx(file);
    const sheet = sheetOf(workbook, 'Data');
    expect(sheet.protection).toMatchObject({ allowSort: true, allowFormatCells: false });
    (sheet.protection ?? {})['allowFormatCells'] = true;
    expect(partOf(saveXlsx(workbook), 'xl/worksheets/sheet1.xml')).toMatch(/hashValue="abc=".*formatCells="0"/);
    sheet.protection = { allowSort: true };
    expect(partOf(saveXlsx(workbook), 'xl/worksheets/sheet1.xml')).not.toContain('hashValue');
  });

  it('writes a new password as Excel’s hash', () => {
    expect(hashPassword('password')).toBe('83AF');
    const workbook = workbookOf({ S: [[1]] });
    sheetOf(workbook, 'S').protection = { password: 'password' };
    expect(partOf(saveXlsx(workbook), 'xl/worksheets/sheet1.xml')).toContain('password="83AF" sheet="1"');
  });
});

describe('settings of add-ins', () => {
  const extension = (id: string, properties: string): string =>
    `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${id}}"><we:reference id="${id}" version="1.0.0.0" store="developer" storeType="Registry"/><we:properties>${properties}</we:properties><we:bindings/></we:webextension>`;
  const ms = 'http://schemas.microsoft.com/office/2011/relationships';
  const parts = minimalParts({
    parts: {
      'xl/webextensions/taskpanes.xml':
        '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"/>',
      'xl/webextensions/_rels/taskpanes.xml.rels': relationships(
        ['rId1', `${ms}/webextension`, 'webextension1.xml'],
        ['rId2', `${ms}/webextension`, 'webextension2.xml'],
      ),
      'xl/webextensions/webextension1.xml': extension('other', '<we:property name="theirs" value="&quot;x&quot;"/>'),
      'xl/webextensions/webextension2.xml': extension(
        'ours',
        '<we:property name="mapping" value="{&quot;a&quot;:[1,2]}"/>',
      ),
    },
  });
  parts['_rels/.rels'] = relationships(
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
    ['rId2', `${ms}/webextensiontaskpanes`, 'xl/webextensions/taskpanes.xml'],
  );
  const file = packParts(parts);

  it('are those of the add-in that asks; the others’ stay', () => {
    const { workbook } = openXlsx(file, { addInId: '{OURS}' });
    expect(workbook.settings.get('mapping')).toEqual({ a: [1, 2] });
    workbook.settings.set('lang', 'it');
    const saved = saveXlsx(workbook);
    expect(partOf(saved, 'xl/webextensions/webextension1.xml')).toBe(parts['xl/webextensions/webextension1.xml']);
    expect([...openXlsx(saved, { addInId: 'ours' }).workbook.settings.keys()]).toEqual(['mapping', 'lang']);
  });
});

describe('comments', () => {
  it('edits notes beside a form control without touching its box', () => {
    const control =
      '<v:shape id="_x0000_s1030" type="#_x0000_t201"><x:ClientData ObjectType="Button"><br></x:ClientData></v:shape>';
    const note =
      '<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>0</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>';
    const file = minimalFile({
      sheet: '<sheetData/><legacyDrawing r:id="rId1"/>',
      sheetRelationships: relationships(
        ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId2', 'comments', '../comments1.xml'],
      ),
      types: '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
      parts: {
        'xl/drawings/vmlDrawing1.vml': `<xml>${control}${note}</xml>`,
        'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>Ada</author></authors><commentList><comment ref="A1" authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>Ada:</t></r><r><t xml:space="preserve"> look</t></r></text></comment></commentList></comments>`,
      },
    });
    const { workbook } = openXlsx(file);
    const sheet = sheetOf(workbook, 'Data');
    expect(sheet.comments).toMatchObject([{ author: 'Ada', text: 'Ada: look', kind: 'note' }]);
    sheet.comments.push({ id: 'n', row: 4, column: 1, author: 'Bruno', text: 'New', kind: 'note' });
    const saved = saveXlsx(workbook);
    expect(partOf(saved, 'xl/drawings/vmlDrawing1.vml')).toContain(control + note);
    expect(partOf(saved, 'xl/comments1.xml')).toContain('<rPr><b/></rPr><t>Ada:</t>');
    expect(sheetOf(openXlsx(saved).workbook, 'Data').comments).toHaveLength(2);
    sheet.comments.splice(0);
    const none = partsOf(saveXlsx(workbook));
    expect(none.has('xl/comments1.xml')).toBe(false);
    expect(none.get('xl/drawings/vmlDrawing1.vml')).toBe(`<xml>${control}</xml>`);
  });
});

describe('what Excel takes for damage', () => {
  it('is not written: xml:space in charts and formulas, errors that are no words of the format', () => {
    const workbook = workbookOf({
      S: [
        [' Team ', 'Hours\nplanned'],
        ['  a ', { formula: '="x\ny"&A2 ', value: 'z' }],
        [1, 2],
      ],
    });
    const sheet = sheetOf(workbook, 'S');
    sheet.cells.set(3, 0, { value: new CellError('#SPILL!'), formula: 'UNIQUE(A1:A2)', style: 0 });
    addTable(sheet, area('A1:B3'), { name: 'T' });
    sheet.charts.push({
      id: 'c',
      name: 'Chart',
      type: 'Line',
      title: ' two\nlines ',
      left: 0,
      top: 100,
      width: 100,
      height: 100,
      series: [{ name: ' s ', values: 'S!$A$3:$B$3', categories: 'S!$A$1:$B$1' }],
      legend: { visible: false, position: 'Bottom' },
    });
    const file = saveXlsx(workbook);
    expect(partOf(file, 'xl/charts/chart1.xml')).not.toContain('xml:space');
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).not.toContain('xml:space');
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).toContain('t="e" cm="1"');
    expect(partOf(file, 'xl/worksheets/sheet1.xml')).not.toContain('#SPILL!');
    expect(partOf(file, 'xl/sharedStrings.xml')).toContain('<t xml:space="preserve"> Team </t>');
    expect(partOf(file, 'xl/tables/table1.xml')).toContain('name="Hours_x000a_planned"');
    const again = openXlsx(file).workbook;
    expect(again.table('T')?.columns.map((column) => column.name)).toEqual([' Team ', 'Hours\nplanned']);
    expect(sheetOf(again, 'S').charts[0]).toMatchObject({ title: ' two\nlines ', series: [{ name: ' s ' }] });
  });
});
