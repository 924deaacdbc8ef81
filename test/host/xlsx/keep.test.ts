import { openXlsx } from '../../../src/host/xlsx/open';
import { lossesOnSave, saveXlsx } from '../../../src/host/xlsx/save';
import { insertRows } from '../../../src/host/model/shift';
import { sheetOf, valuesOf } from '../../support/workbook';
import { minimalFile, minimalParts, packParts, partOf, partsOf, relationships } from './packages';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

const SPARKLINES = `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${X14}"><x14:sparklineGroups xmlns:xm="${XM}"><x14:sparklineGroup><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>Data!A1:C1</xm:f><xm:sqref>E1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>`;
const LATER = `<ext uri="{DEADBEEF-0000-0000-0000-000000000000}"><future:thing xmlns:future="urn:future"/></ext>`;
const DRAWING = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:oneCellAnchor><xdr:pic>a picture</xdr:pic></xdr:oneCellAnchor></xdr:wsDr>`;

/** Everything a reader may not know, in a file as Excel writes it. */
function unknownParts(): Record<string, string | Uint8Array> {
  return minimalParts({
    rootAttributes: ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="urn:x14ac" xmlns:xr="urn:xr" xr:uid="{1}"`,
    sheet:
      `<sheetPr codeName="Tabelle1" filterMode="1"><tabColor theme="4" tint="-0.25"/></sheetPr><dimension ref="A1:C3"/>` +
      `<sheetViews><sheetView workbookViewId="0" tabSelected="1" topLeftCell="B2"><pivotSelection/></sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="2" width="12.7109375" bestFit="1" customWidth="1"/></cols>` +
      `<sheetData><row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" vm="3"><v>2</v></c><c r="C1" s="1"><f>SUM(A2:B2)</f><v>7</v></c></row>` +
      `<row r="2" ht="20" customHeight="1" thickBot="1"><c r="A2"><v>3</v></c><c r="B2" t="s"><v>1</v></c></row></sheetData>` +
      `<sheetCalcPr fullCalcOnLoad="1"/><phoneticPr fontId="1"/>` +
      `<conditionalFormatting sqref="A1:A9" pivot="1"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal" x="kept"><formula>1</formula></cfRule></conditionalFormatting>` +
      `<printOptions gridLinesSet="0"/><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><pageSetup paperSize="9" r:id="rId2"/>` +
      `<rowBreaks count="1" manualBreakCount="1"><brk id="5"/></rowBreaks><ignoredErrors><ignoredError sqref="A1" numberStoredAsText="1"/></ignoredErrors>` +
      `<mc:AlternateContent><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>` +
      `<drawing r:id="rId1"/><extLst>${SPARKLINES}${LATER}</extLst>`,
    styles:
      `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="10"/><color theme="1"/><name val="Aptos"/><charset val="1"/><scheme val="minor"/></font></fonts>` +
      `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><gradientFill degree="90"><stop position="0"><color rgb="FF112233"/></stop></gradientFill></fill></fills><borders count="1"><border/></borders>` +
      `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf fillId="1" applyFill="1" xfId="0"><extLst><ext uri="u"/></extLst></xf></cellXfs>` +
      `<dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="0"/><extLst><ext uri="x"/></extLst></styleSheet>`,
    strings: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="9" uniqueCount="2"><si><r><rPr><b/></rPr><t>Bold</t></r><r><t xml:space="preserve"> and plain</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si><si><t>plain</t></si></sst>`,
    sheetRelationships: relationships(
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'printerSettings', '../printerSettings/p.bin'],
    ),
    workbookRelationships: [
      ['rId9', 'calcChain', 'calcChain.xml'],
      ['rId10', 'urn:unknown:thing', 'unknown/part.dat'],
    ],
    parts: {
      'xl/drawings/drawing1.xml': DRAWING,
      'xl/printerSettings/p.bin': new Uint8Array([1, 2, 3, 255]),
      'xl/calcChain.xml': '<calcChain/>',
      'xl/unknown/part.dat': 'whatever',
      'xl/media/image1.png': new Uint8Array([137, 80, 78, 71]),
    },
    types:
      '<Default Extension="bin" ContentType="application/x"/><Default Extension="dat" ContentType="application/y"/><Default Extension="png" ContentType="image/png"/>',
  });
}

describe('a file with much that the model has no word for', () => {
  const file = packParts(unknownParts());

  it('goes back part by part as it came when nothing changed', () => {
    const { workbook } = openXlsx(file);
    expect(partsOf(saveXlsx(workbook))).toEqual(partsOf(file));
  });

  it('keeps every element of a sheet whose cell changed, and every other part', () => {
    const { workbook } = openXlsx(file);
    sheetOf(workbook, 'Data').put(1, 0, { value: 4 });
    const saved = saveXlsx(workbook);
    const [before, after] = [partsOf(file), partsOf(saved)];
    const changed = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
    // The order of calculation goes: Excel makes it anew.
    expect(changed.sort()).toEqual(['xl/_rels/workbook.xml.rels', 'xl/calcChain.xml', 'xl/worksheets/sheet1.xml']);
    const expected = (before.get('xl/worksheets/sheet1.xml') ?? '')
      .replace('<c r="A2"><v>3</v></c>', '<c r="A2"><v>4</v></c>')
      .replace('<dimension ref="A1:C3"/>', '<dimension ref="A1:C2"/>');
    expect(after.get('xl/worksheets/sheet1.xml')).toBe(expected);
  });

  it('keeps rich text, row attributes and styles when cells beside change or move', () => {
    const { workbook } = openXlsx(file);
    const sheet = sheetOf(workbook, 'Data');
    insertRows(sheet, 0, 1);
    sheet.put(1, 3, { value: 'new' });
    const saved = saveXlsx(workbook);
    expect(partOf(saved, 'xl/worksheets/sheet1.xml')).toContain('<c r="A2" t="s"><v>0</v></c>');
    expect(partOf(saved, 'xl/worksheets/sheet1.xml')).toContain('<row r="3" ht="20" customHeight="1"');
    expect(partOf(saved, 'xl/sharedStrings.xml')).toContain('<si><t>new</t></si></sst>');
    expect(partOf(saved, 'xl/styles.xml')).toBe(partOf(file, 'xl/styles.xml'));
    expect(sheetOf(openXlsx(saved).workbook, 'Data').value(1, 0)).toBe('Bold and plain');
    expect(
      lossesOnSave(workbook)
        .map((loss) => loss.code)
        .sort(),
    ).toEqual(['marks-do-not-follow', 'shapes-do-not-follow', 'sparklines-do-not-follow']);
  });

  it('keeps sparklines and unknown extensions when a data bar needs the same list', () => {
    const { workbook } = openXlsx(file);
    const sheet = sheetOf(workbook, 'Data');
    sheet.conditionalFormats.push({
      id: 'x',
      areas: [{ top: 0, left: 0, bottom: 8, right: 0 }],
      kind: 'dataBar',
      priority: 2,
      stopIfTrue: false,
      rule: { positiveFormat: { fillColor: '#638EC6' } },
      format: {},
    });
    const xml = partOf(saveXlsx(workbook), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(SPARKLINES);
    expect(xml).toContain(LATER);
    expect(xml).toContain('operator="equal" x="kept"');
    expect(xml.indexOf('conditionalFormatting')).toBeLessThan(xml.indexOf('printOptions'));
  });

  it('adds charts to a drawing with pictures and keeps the pictures', () => {
    const { workbook } = openXlsx(file);
    const sheet = sheetOf(workbook, 'Data');
    sheet.charts.push({
      id: 'c',
      name: 'New',
      type: 'Line',
      left: 10,
      top: 10,
      width: 200,
      height: 100,
      series: [{ name: 'A', values: 'Data!$A$1:$A$2' }],
      legend: { visible: true, position: 'Bottom' },
    });
    const saved = saveXlsx(workbook);
    expect(partOf(saved, 'xl/drawings/drawing1.xml')).toContain('<xdr:pic>a picture</xdr:pic>');
    expect(sheetOf(openXlsx(saved).workbook, 'Data').charts).toHaveLength(1);
  });

  it('says what it does not show', () => {
    expect(openXlsx(file).warnings.map((warning) => warning.code)).toEqual(['shapes-not-shown']);
  });
});

describe('formulas of files', () => {
  const read = (sheet: string, more = {}): ReturnType<typeof sheetOf> =>
    sheetOf(openXlsx(minimalFile({ sheet: `<sheetData>${sheet}</sheetData>`, ...more })).workbook, 'Data');

  it('expands shared formulas cell by cell', () => {
    const sheet = read(
      `<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A$1+SUM($A1:A$1)&amp;"A1"</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>`,
    );
    expect(sheet.cell(0, 2)?.formula).toBe('B1*$A$1+SUM($A1:B$1)&"A1"');
    expect(sheet.cell(1, 1)?.formula).toBe('A2*$A$1+SUM($A2:A$1)&"A1"');
  });

  it('writes the cells of a shared formula apart when one of its rows changes', () => {
    const { workbook } = openXlsx(
      minimalFile({
        sheet: `<sheetData><row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row></sheetData>`,
      }),
    );
    sheetOf(workbook, 'Data').put(0, 0, { value: 5 });
    const xml = partOf(saveXlsx(workbook), 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<row r="1"><c r="A1"><v>5</v></c></row><row r="2"><c r="A2"><f>B2*2</f><v>4</v></c></row>');
  });

  it('reads array formulas, dates in ISO form, inline text, errors and cells without addresses', () => {
    const sheet = read(
      `<row><c><f t="array" ref="A1:B1">TRANSPOSE(D1:D2)</f><v>1</v></c><c><v>2</v></c><c t="d"><v>2027-01-01T12:00:00</v></c></row>` +
        `<row><c t="inlineStr"><is><t>in </t></is></c><c t="e"><v>#DIV/0!</v></c><c t="str"><f>"a"&amp;"_x000D_"</f><v>a_x000D_</v></c><c t="inlineStr"><is><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></is></c></row>`,
    );
    expect(sheet.cell(0, 0)?.arrayRange).toEqual({ rows: 1, columns: 2 });
    expect(valuesOf(sheet, 'A1:C1')[0]).toEqual([1, 2, 46388.5]);
    expect(valuesOf(sheet, 'A2:D2')[0]).toMatchObject(['in ', { code: '#DIV/0!' }, 'a\r', 'rich text']);
  });

  it('reads files whose elements have a prefix, with comments and CDATA between', () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const parts = minimalParts();
    parts['xl/worksheets/sheet1.xml'] =
      `<x:worksheet xmlns:x="${main}" xmlns:r="${REL}"><x:sheetData><!-- <x:row r="9"/> --><x:row r="1"><x:c r="A1" t="str"><x:v><![CDATA[a<b]]></x:v></x:c></x:row></x:sheetData><x:pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/></x:worksheet>`;
    const { workbook } = openXlsx(packParts(parts));
    expect(sheetOf(workbook, 'Data').value(0, 0)).toBe('a<b');
    expect(sheetOf(workbook, 'Data').usedArea()).toEqual({ top: 0, left: 0, bottom: 0, right: 0 });
    sheetOf(workbook, 'Data').put(1, 1, { value: 2 });
    const again = sheetOf(openXlsx(saveXlsx(workbook)).workbook, 'Data');
    expect(valuesOf(again, 'A1:B2')).toEqual([
      ['a<b', null],
      [null, 2],
    ]);
    expect(again.pageLayout.margins?.left).toBe(1);
  });

  it('knows the 1904 date system', () => {
    const { workbook } = openXlsx(
      minimalFile({
        workbook: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${REL}"><workbookPr date1904="1"/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        sheet: '<sheetData><row r="1"><c r="A1" t="d"><v>1904-01-02</v></c></row></sheetData>',
      }),
    );
    expect(workbook.dateSystem).toBe(1904);
    expect(sheetOf(workbook, 'Data').value(0, 0)).toBe(1);
    expect(openXlsx(saveXlsx(workbook)).workbook.dateSystem).toBe(1904);
  });
});
