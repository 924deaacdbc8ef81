import { minimalParts, packParts, relationships } from './packages';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MS = 'http://schemas.microsoft.com/office';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';

/** Parts with their content types, as Excel writes them; '' where a default type holds. */
const PARTS: Readonly<Record<string, readonly [type: string, content: string | Uint8Array]>> = {
  'xl/worksheets/sheet2.xml': [
    `${TYPE}.worksheet+xml`,
    `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
  ],
  'xl/worksheets/sheet3.xml': [
    `${TYPE}.worksheet+xml`,
    `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>secret</t></is></c></row></sheetData></worksheet>`,
  ],
  'xl/chartsheets/sheet1.xml': [
    `${TYPE}.chartsheet+xml`,
    `<chartsheet xmlns="${MAIN}" xmlns:r="${REL}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
  ],
  'xl/chartsheets/_rels/sheet1.xml.rels': ['', relationships(['rId1', 'drawing', '../drawings/drawing2.xml'])],
  'xl/drawings/drawing2.xml': [
    'application/vnd.openxmlformats-officedocument.drawing+xml',
    `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing"/>`,
  ],
  'xl/drawings/drawing1.xml': [
    'application/vnd.openxmlformats-officedocument.drawing+xml',
    `<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${REL}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor><xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>20</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="9525" cy="9525"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${REL}" r:embed="rId2"/></xdr:blipFill><xdr:spPr/></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
  ],
  'xl/drawings/_rels/drawing1.xml.rels': [
    '',
    relationships(['rId1', 'chart', '../charts/chart1.xml'], ['rId2', 'image', '../media/image1.png']),
  ],
  'xl/charts/chart1.xml': [
    'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
    `<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${REL}"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:spPr><a:solidFill><a:srgbClr val="123456"/></a:solidFill></c:spPr><c:val><c:numRef><c:f>Data!$B$2:$B$4</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart><c:userShapes r:id="rId1"/></c:chartSpace>`,
  ],
  'xl/charts/_rels/chart1.xml.rels': [
    '',
    relationships(
      ['rId1', 'chartUserShapes', '../drawings/drawing3.xml'],
      ['rId2', `${MS}/2011/relationships/chartStyle`, 'style1.xml'],
    ),
  ],
  'xl/charts/style1.xml': ['application/vnd.ms-office.chartstyle+xml', '<cs:chartStyle xmlns:cs="urn:cs" id="201"/>'],
  'xl/drawings/drawing3.xml': [
    'application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml',
    `<c:userShapes xmlns:c="${DRAWING}/chart"/>`,
  ],
  'xl/media/image1.png': ['', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 255])],
  'xl/pivotTables/pivotTable1.xml': [
    `${TYPE}.pivotTable+xml`,
    `<pivotTableDefinition xmlns="${MAIN}" name="Pivot" cacheId="4"><location ref="L1:M5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
  ],
  'xl/pivotTables/_rels/pivotTable1.xml.rels': [
    '',
    relationships(['rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml']),
  ],
  'xl/pivotCache/pivotCacheDefinition1.xml': [
    `${TYPE}.pivotCacheDefinition+xml`,
    `<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${REL}" r:id="rId1"><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="Data"/></cacheSource></pivotCacheDefinition>`,
  ],
  'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels': [
    '',
    relationships(['rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml']),
  ],
  'xl/pivotCache/pivotCacheRecords1.xml': [
    `${TYPE}.pivotCacheRecords+xml`,
    `<pivotCacheRecords xmlns="${MAIN}" count="0"/>`,
  ],
  'xl/slicers/slicer1.xml': [
    'application/vnd.ms-excel.slicer+xml',
    `<slicers xmlns="${MS}/spreadsheetml/2009/9/main"/>`,
  ],
  'xl/slicerCaches/slicerCache1.xml': [
    'application/vnd.ms-excel.slicerCache+xml',
    `<slicerCacheDefinition xmlns="${MS}/spreadsheetml/2009/9/main" name="Slicer_Team"/>`,
  ],
  'xl/comments1.xml': [
    `${TYPE}.comments+xml`,
    `<comments xmlns="${MAIN}"><authors><author>tc={11111111-1111-1111-1111-111111111111}</author></authors><commentList><comment ref="B2" authorId="0"><text><t>[Threaded comment] why?</t></text></comment></commentList></comments>`,
  ],
  'xl/threadedComments/threadedComment1.xml': [
    'application/vnd.ms-excel.threadedcomments+xml',
    `<ThreadedComments xmlns="${MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2026-11-01T10:00:00.00" personId="{22222222-2222-2222-2222-222222222222}" id="{11111111-1111-1111-1111-111111111111}"><text>why?</text></threadedComment></ThreadedComments>`,
  ],
  'xl/persons/person.xml': [
    'application/vnd.ms-excel.person+xml',
    `<personList xmlns="${MS}/spreadsheetml/2018/threadedcomments"><person displayName="Ada" id="{22222222-2222-2222-2222-222222222222}" userId="ada" providerId="None"/></personList>`,
  ],
  'xl/drawings/vmlDrawing1.vml': [
    '',
    '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
  ],
  'xl/tables/table1.xml': [
    `${TYPE}.table+xml`,
    `<table xmlns="${MAIN}" xmlns:xr="urn:xr" id="1" name="Load" displayName="Load" ref="A1:B4" totalsRowShown="0" xr:uid="{7}"><autoFilter ref="A1:B4" xr:uid="{8}"/><tableColumns count="2"><tableColumn id="1" name="Week" dataDxfId="0"/><tableColumn id="2" name="Hours"/></tableColumns><tableStyleInfo name="Own style" showRowStripes="1"/><extLst><ext uri="{kept}"/></extLst></table>`,
  ],
  'xl/printerSettings/printerSettings1.bin': ['', new Uint8Array([0, 1, 2, 255])],
  'xl/externalLinks/externalLink1.xml': [
    `${TYPE}.externalLink+xml`,
    `<externalLink xmlns="${MAIN}" xmlns:r="${REL}"><externalBook r:id="rId1"><sheetNames><sheetName val="Rates"/></sheetNames></externalBook></externalLink>`,
  ],
  'xl/externalLinks/_rels/externalLink1.xml.rels': [
    '',
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/externalLinkPath" Target="rates.xlsx" TargetMode="External"/></Relationships>`,
  ],
  'xl/vbaProject.bin': ['application/vnd.ms-office.vbaProject', new Uint8Array([208, 207, 17, 224, 9])],
  'xl/connections.xml': [`${TYPE}.connections+xml`, `<connections xmlns="${MAIN}"/>`],
  'customXml/item1.xml': ['', '<plan xmlns="urn:own"/>'],
  'customXml/_rels/item1.xml.rels': ['', relationships(['rId1', 'customXmlProps', 'itemProps1.xml'])],
  'customXml/itemProps1.xml': [
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{33333333-3333-3333-3333-333333333333}"/>',
  ],
  'docProps/custom.xml': [
    'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Owner"><vt:lpwstr>Ada</vt:lpwstr></property></Properties>',
  ],
  'xl/theme/theme1.xml': [
    'application/vnd.openxmlformats-officedocument.theme+xml',
    `<a:theme xmlns:a="${DRAWING}/main" name="Own"/>`,
  ],
};

const SHEET =
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>' +
  '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>38</v></c><c r="C2"><f>[1]Rates!$A$1*B2</f><v>76</v></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>3</v></c><c r="B3"><v>40</v></c><c r="C3" cm="1"><f t="array" ref="C3">CUBEVALUE("a","b")</f><v>7</v></c></row><row r="4"><c r="B4"><v>36</v></c></row></sheetData>' +
  '<conditionalFormatting sqref="B2:B4"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>38</formula></cfRule></conditionalFormatting>' +
  '<dataValidations count="1"><dataValidation type="whole" allowBlank="1" sqref="B2:B9"><formula1>0</formula1><formula2>60</formula2></dataValidation></dataValidations>' +
  '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rId5"/><headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>' +
  `<drawing r:id="rId1"/><legacyDrawing r:id="rId3"/><tableParts count="1"><tablePart r:id="rId6"/></tableParts><extLst><ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:slicerList><x14:slicer r:id="rId7"/></x14:slicerList></ext></extLst>`;

const WORKBOOK =
  `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr codeName="ThisWorkbook"/><bookViews><workbookView/></bookViews>` +
  `<sheets><sheet name="Data" sheetId="7" r:id="rId1"/><sheet name="Chart" sheetId="8" r:id="rId20"/><sheet name="Hidden" sheetId="9" state="hidden" r:id="rId21"/><sheet name="Secret" sheetId="3" state="veryHidden" r:id="rId22"/></sheets>` +
  '<externalReferences><externalReference r:id="rId23"/></externalReferences><definedNames><definedName name="Rate">[1]Rates!$A$1</definedName></definedNames>' +
  `<pivotCaches><pivotCache cacheId="4" r:id="rId24"/></pivotCaches><extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="${MS}/spreadsheetml/2009/9/main"><x14:slicerCaches><x14:slicerCache r:id="rId25"/></x14:slicerCaches></ext></extLst></workbook>`;

/** A macro workbook with one of nearly everything that Excel keeps in files, written by hand. */
export function everythingFile(): Uint8Array {
  const overrides = Object.entries(PARTS)
    .filter(([, [type]]) => type !== '')
    .map(([name, [type]]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const parts = minimalParts({
    sheet: SHEET,
    workbook: WORKBOOK,
    strings: `<sst xmlns="${MAIN}" count="4" uniqueCount="4"><si><t>Week</t></si><si><t>Hours</t></si><si><r><rPr><b/></rPr><t>W1</t></r><r><t xml:space="preserve"> late</t></r></si><si><t>第三</t><rPh sb="0" eb="1"><t>ダイ</t></rPh><phoneticPr fontId="1"/></si></sst>`,
    styles: `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="1"><tableStyle name="Own style" pivot="0" count="0"/></tableStyles></styleSheet>`,
    sheetRelationships: relationships(
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
      ['rId2', 'comments', '../comments1.xml'],
      ['rId3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      [
        'rId4',
        'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
        '../threadedComments/threadedComment1.xml',
      ],
      ['rId5', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId6', 'table', '../tables/table1.xml'],
      ['rId7', `${MS}/2007/relationships/slicer`, '../slicers/slicer1.xml'],
      ['rId8', 'pivotTable', '../pivotTables/pivotTable1.xml'],
    ),
    workbookRelationships: [
      ['rId20', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId21', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId22', 'worksheet', 'worksheets/sheet3.xml'],
      ['rId23', 'externalLink', 'externalLinks/externalLink1.xml'],
      ['rId24', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['rId25', `${MS}/2007/relationships/slicerCache`, 'slicerCaches/slicerCache1.xml'],
      ['rId26', 'http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'],
      ['rId27', 'connections', 'connections.xml'],
      ['rId28', 'theme', 'theme/theme1.xml'],
      ['rId29', 'customXml', '../customXml/item1.xml'],
      ['rId30', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
    ],
    types:
      '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
      overrides.join(''),
    parts: Object.fromEntries(Object.entries(PARTS).map(([name, [, content]]) => [name, content])),
  });
  const types = String(parts['[Content_Types].xml']).replace(
    `${TYPE}.sheet.main+xml`,
    'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  );
  const root = relationships(
    ['rId1', 'officeDocument', 'xl/workbook.xml'],
    ['rId2', 'custom-properties', 'docProps/custom.xml'],
  );
  return packParts({ ...parts, '[Content_Types].xml': types, '_rels/.rels': root });
}
