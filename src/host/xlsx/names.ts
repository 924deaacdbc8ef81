/** Namespaces and content types of Office Open XML (ECMA-376) and of Microsoft's extensions to it. */
export const MAIN_NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE_REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const PACKAGE_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const CORE_PROPERTIES_REL =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
export const X14_NS = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
export const EXCEL_MAIN_NS = 'http://schemas.microsoft.com/office/excel/2006/main';
export const DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const SHEET_DRAWING_NS = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
export const CHART_NS = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
export const THREADED_NS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
export const THREADED_REL = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment';
export const PERSON_REL = 'http://schemas.microsoft.com/office/2017/10/relationships/person';
export const TASKPANES_REL = 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes';
export const WEB_EXTENSION_REL = 'http://schemas.microsoft.com/office/2011/relationships/webextension';
export const WEB_EXTENSION_NS = 'http://schemas.microsoft.com/office/webextensions/webextension/2010/11';
export const TASKPANES_NS = 'http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11';
export const CUSTOM_XML_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Content types by what a part is. */
export const TYPES = {
  workbook: `${SHEET}.sheet.main+xml`,
  worksheet: `${SHEET}.worksheet+xml`,
  styles: `${SHEET}.styles+xml`,
  strings: `${SHEET}.sharedStrings+xml`,
  table: `${SHEET}.table+xml`,
  comments: `${SHEET}.comments+xml`,
  metadata: `${SHEET}.sheetMetadata+xml`,
  customProperty: `${SHEET}.customProperty`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  threaded: 'application/vnd.ms-excel.threadedcomments+xml',
  person: 'application/vnd.ms-excel.person+xml',
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
  app: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  custom: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  customXmlProperties: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  webExtension: 'application/vnd.ms-office.webextension+xml',
  taskpanes: 'application/vnd.ms-office.webextensiontaskpanes+xml',
} as const;
