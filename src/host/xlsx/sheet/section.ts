import type { Workbook, Worksheet } from '../../model/workbook';
import type { FileWarning } from '../fileError';
import type { Package } from '../package';
import type { StyleSource } from '../styles/read';
import type { StyleWriter } from '../styles/write';
import type { XmlElement } from '../xml/element';

/** A sheet's part while it is read. */
export interface SheetReader {
  readonly pkg: Package;
  readonly part: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly styles: StyleSource;
  readonly workbook: Workbook;
  readonly sheet: Worksheet;
  readonly warnings: FileWarning[];
}

/** A sheet's part while it is written: what the file has, and where new things go. */
export interface SheetWriter {
  readonly pkg: Package;
  readonly part: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly styles: StyleWriter;
  readonly workbook: Workbook;
  readonly sheet: Worksheet;
}

/** XML by element name; empty where the element is not to be. A name "ext:{URI}" is an entry of the sheet's extLst. */
export type SectionXml = Readonly<Record<string, string | undefined>>;

/**
 * One subject of a sheet: how it is read into the model and written back. A section is written only when its state is not what it
 * was when the file was read; else its elements stay in the file as they are.
 */
export interface Section {
  readonly name: string;
  read(reader: SheetReader): void;
  /** What of the model this section writes, as a plain value to compare. */
  state(sheet: Worksheet): unknown;
  write(writer: SheetWriter): SectionXml;
}

/** Elements of a worksheet in the schema's order (CT_Worksheet, ECMA-376 18.3.1.99). */
export const SHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];
