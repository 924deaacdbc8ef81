import { StyleTable } from '../model/style';
import type { Worksheet } from '../model/workbook';
import { Workbook } from '../model/workbook';
import { propertyStates } from './book/properties';
import { MAIN_NS, OFFICE_REL, PACKAGE_REL, PACKAGE_TYPES, TYPES } from './names';
import type { SourceRow } from './sheet/readCells';
import { SECTIONS } from './sheet/sections';
import type { StyleSource } from './styles/read';
import { readStyles } from './styles/read';
import type { XmlElement } from './xml/element';
import { parseXml } from './xml/element';
import { tag, XML_HEADER } from './xml/write';
import type { Parts } from './zip';

/** What a sheet was when its file was read. */
export interface SheetSource {
  readonly part: string;
  readonly rows: ReadonlyMap<number, SourceRow>;
  /** State of each section, as JSON, by the section's name. */
  readonly states: ReadonlyMap<string, string>;
}

/** One entry of the workbook's list of sheets; chart sheets and the like have no sheet in the model. */
export interface SheetEntry {
  readonly element: XmlElement;
  readonly sheet: Worksheet | undefined;
  readonly part: string;
}

/** The file a workbook came from: what saving keeps. */
export interface WorkbookSource {
  readonly parts: Parts;
  readonly workbookPart: string;
  readonly text: string;
  readonly root: XmlElement;
  readonly entries: readonly SheetEntry[];
  readonly styles: StyleSource;
  readonly stylesPart: string | undefined;
  readonly sheets: ReadonlyMap<Worksheet, SheetSource>;
  /** State of each subject of the workbook, as JSON. */
  readonly states: ReadonlyMap<string, string>;
}

const sources = new WeakMap<Workbook, WorkbookSource>();

/** Remembers the file of a workbook. */
export function rememberSource(workbook: Workbook, source: WorkbookSource): void {
  sources.set(workbook, source);
}

/** The file a workbook came from; an empty one for a workbook made from nothing. */
export function sourceOfWorkbook(workbook: Workbook): WorkbookSource {
  return sources.get(workbook) ?? emptySource();
}

/** Whether the workbook was read from a file. */
export function isFromFile(workbook: Workbook): boolean {
  return sources.has(workbook);
}

/** States of a sheet's sections now. */
export function sectionStates(sheet: Worksheet): Map<string, string> {
  return new Map(SECTIONS.map((section) => [section.name, JSON.stringify(section.state(sheet)) ?? 'null']));
}

/** What a new sheet is before anything is put on it. */
export function emptySheetSource(part: string): SheetSource {
  const workbook = new Workbook(new StyleTable());
  workbook.addSheet('Front');
  return { part, rows: new Map(), states: sectionStates(workbook.addSheet('Sheet')) };
}

/** The part of a new sheet before anything is put on it. */
export const EMPTY_SHEET = XML_HEADER + tag('worksheet', { xmlns: MAIN_NS, 'xmlns:r': OFFICE_REL }, '<sheetData/>');

/** The styles part of a new workbook: Excel's default font, its two reserved fills, the Normal style. */
export const EMPTY_STYLES =
  XML_HEADER +
  tag(
    'styleSheet',
    { xmlns: MAIN_NS },
    tag(
      'fonts',
      { count: 1 },
      tag('font', {}, tag('sz', { val: 11 }) + tag('name', { val: 'Calibri' }) + tag('family', { val: 2 })),
    ) +
      tag(
        'fills',
        { count: 2 },
        ['none', 'gray125'].map((p) => tag('fill', {}, tag('patternFill', { patternType: p }))).join(''),
      ) +
      tag('borders', { count: 1 }, tag('border', {}, '<left/><right/><top/><bottom/><diagonal/>')) +
      tag('cellStyleXfs', { count: 1 }, tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })) +
      tag('cellXfs', { count: 1 }, tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })) +
      tag('cellStyles', { count: 1 }, tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })) +
      tag('dxfs', { count: 0 }),
  );

let empty: WorkbookSource | undefined;

function emptySource(): WorkbookSource {
  empty ??= makeEmptySource();
  return empty;
}

function makeEmptySource(): WorkbookSource {
  const text =
    XML_HEADER + tag('workbook', { xmlns: MAIN_NS, 'xmlns:r': OFFICE_REL }, tag('workbookPr') + '<sheets></sheets>');
  const relationship = (id: string, type: string, target: string): string =>
    tag('Relationship', { Id: id, Type: `${OFFICE_REL}/${type}`, Target: target });
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      tag(
        'Types',
        { xmlns: PACKAGE_TYPES },
        tag('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }) +
          tag('Default', { Extension: 'xml', ContentType: 'application/xml' }) +
          tag('Override', { PartName: '/xl/workbook.xml', ContentType: TYPES.workbook }) +
          tag('Override', { PartName: '/xl/styles.xml', ContentType: TYPES.styles }),
      ),
    ],
    [
      '_rels/.rels',
      tag('Relationships', { xmlns: PACKAGE_REL }, relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    ],
    ['xl/workbook.xml', text],
    [
      'xl/_rels/workbook.xml.rels',
      tag('Relationships', { xmlns: PACKAGE_REL }, relationship('rId1', 'styles', 'styles.xml')),
    ],
    ['xl/styles.xml', EMPTY_STYLES],
  ];
  const withHeader = (xml: string): string => (xml.startsWith('<?xml') ? xml : XML_HEADER + xml);
  return {
    parts: new Map(files.map(([name, xml]) => [name, new TextEncoder().encode(withHeader(xml))])),
    workbookPart: 'xl/workbook.xml',
    text,
    root: parseXml(text),
    entries: [],
    styles: readStyles(EMPTY_STYLES, parseXml(EMPTY_STYLES), undefined).source,
    stylesPart: 'xl/styles.xml',
    sheets: new Map(),
    states: propertyStates(new Workbook()),
  };
}
