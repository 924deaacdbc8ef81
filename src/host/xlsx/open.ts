import type { StyleTable } from '../model/style';
import type { Worksheet } from '../model/workbook';
import { Workbook } from '../model/workbook';
import { readCustomXml } from './book/customXml';
import { readNames } from './book/definedNames';
import { readDynamicArrays } from './book/metadata';
import { propertyStates, readProperties } from './book/properties';
import { readSettings, settingsState } from './book/webExtension';
import { readWorkbookPart, sheetRelationship, workbookStates } from './book/workbookPart';
import type { FileWarning } from './fileError';
import { FileError } from './fileError';
import { Package } from './package';
import { readCharts, rememberChartValues } from './sheet/drawing';
import { readCells } from './sheet/readCells';
import type { SheetReader } from './sheet/section';
import { SECTIONS } from './sheet/sections';
import { readTables } from './sheet/tables';
import type { SheetEntry, SheetSource } from './source';
import { EMPTY_STYLES, rememberSource, sectionStates } from './source';
import { readStrings } from './strings';
import type { StyleSource } from './styles/read';
import { readStyles } from './styles/read';
import { warnOfHidden } from './warnings';
import { child, children, parseXml } from './xml/element';
import { normalizePart } from './xml/normalize';
import { readZip } from './zip';

/** What may be said when a file is opened. */
export interface OpenOptions {
  /** The add-in whose settings (property bag) the workbook shows; without it the only one that has some. */
  readonly addInId?: string;
}

/**
 * Opens an .xlsx (or .xlsm) file. All of the package is remembered: what the model has no word for is put back on saving.
 *
 * @returns the workbook, and what of the file is not shown or calculated here (it is kept).
 * @throws {FileError} 'not-a-workbook', 'encrypted' (needs a password) or 'damaged'; nothing else.
 */
export function openXlsx(
  bytes: Uint8Array,
  options: OpenOptions = {},
): { workbook: Workbook; warnings: FileWarning[] } {
  try {
    refuseCompoundFile(bytes);
    return readPackage(new Package(readZip(bytes)), options);
  } catch (error) {
    if (error instanceof FileError) throw error;
    // A file can be wrong in ways no reader foresees; to the person who opens it, it is damaged.
    throw new FileError('damaged', `The file is damaged: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** OLE compound files begin so: workbooks of Excel 97–2003, and workbooks encrypted with a password. */
function refuseCompoundFile(bytes: Uint8Array): void {
  const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  if (!magic.every((byte, i) => bytes[i] === byte)) return;
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (text.includes('EncryptedPackage') || text.includes('EncryptionInfo'))
    throw new FileError('encrypted', 'The file is protected by a password.');
  throw new FileError('old-workbook', 'The file is an old Excel workbook (.xls); save it as .xlsx first.');
}

function readPackage(pkg: Package, options: OpenOptions): { workbook: Workbook; warnings: FileWarning[] } {
  const workbookPart = findWorkbookPart(pkg);
  const text = normalizePart(pkg.text(workbookPart) ?? '');
  const root = parseXml(text);
  if (root.name !== 'workbook') throw notAWorkbook('its main part is something else');
  const { styles, table, stylesPart } = readStylesPart(pkg, workbookPart);
  const workbook = new Workbook(table);
  const warnings: FileWarning[] = [];
  const entries = children(child(root, 'sheets'), 'sheet').map((element): SheetEntry => {
    const relationship = pkg.relationship(workbookPart, sheetRelationship(element));
    const part = relationship?.target ?? '';
    const isSheet = relationship?.type.endsWith('/worksheet') === true && pkg.has(part);
    if (relationship && !pkg.has(part)) throw damaged(`the part ${part} is missing`);
    const name = element.attributes['name'] ?? '';
    if (isSheet) return { element, part, sheet: addSheet(workbook, name, element.attributes['state']) };
    warnings.push({
      code: 'sheet-not-shown',
      sheet: name,
      part,
      message: `${name} is no worksheet: it is kept but not shown.`,
    });
    return { element, part, sheet: undefined };
  });
  if (workbook.sheets.length === 0) throw damaged('it has no worksheet');
  const sheetAt = (index: number): Worksheet | undefined => entries[index]?.sheet;
  readWorkbookPart(workbook, root, sheetAt);
  readNames(workbook, root, sheetAt);
  const sheets = readSheets(pkg, workbook, workbookPart, entries, styles, warnings);
  readProperties(workbook, pkg);
  readCustomXml(workbook, pkg, workbookPart);
  readSettings(workbook, pkg, options.addInId);
  warnOfHidden(pkg, workbookPart, warnings);
  rememberSource(workbook, {
    parts: pkg.finish(),
    workbookPart,
    text,
    root,
    entries,
    styles,
    stylesPart,
    sheets,
    states: new Map([...workbookStates(workbook), ...propertyStates(workbook), ['settings', settingsState(workbook)]]),
  });
  return { workbook, warnings };
}

function findWorkbookPart(pkg: Package): string {
  const part = pkg.related('', '/officeDocument')?.target;
  if (part === undefined) {
    if (pkg.has('xl/workbook.xml')) throw damaged('the package does not name its workbook');
    throw notAWorkbook('it is another kind of package');
  }
  if (part.endsWith('.bin')) throw notAWorkbook('it is a binary workbook (.xlsb); save it as .xlsx first');
  if (!pkg.has(part)) throw damaged(`the part ${part} is missing`);
  return part;
}

function readStylesPart(
  pkg: Package,
  workbookPart: string,
): { styles: StyleSource; table: StyleTable; stylesPart: string | undefined } {
  const stylesPart = pkg.related(workbookPart, '/styles')?.target;
  const text = normalizePart((stylesPart === undefined ? undefined : pkg.text(stylesPart)) ?? EMPTY_STYLES);
  const theme = pkg.xml(pkg.related(workbookPart, '/theme')?.target ?? '');
  const { source, table } = readStyles(text, parseXml(text), theme);
  return { styles: source, table, stylesPart };
}

function addSheet(workbook: Workbook, name: string, state: string | undefined): Worksheet {
  const sheet = workbook.addSheet(name);
  sheet.visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
  return sheet;
}

function readSheets(
  pkg: Package,
  workbook: Workbook,
  workbookPart: string,
  entries: readonly SheetEntry[],
  styles: StyleSource,
  warnings: FileWarning[],
): Map<Worksheet, SheetSource> {
  const strings = readStrings(sharedStrings(pkg, workbookPart));
  const dynamicArrays = readDynamicArrays(pkg, workbookPart);
  const context = {
    strings,
    dynamicArrays,
    styleOfXf: styles.styleOfXf,
    quotedXfs: styles.quotedXfs,
    dateSystem: workbook.dateSystem,
  };
  const rows = new Map<Worksheet, { part: string; rows: SheetSource['rows'] }>();
  for (const { sheet, part } of entries) {
    if (!sheet) continue;
    const reader = startReader(pkg, part, styles, workbook, sheet, warnings);
    readTables(reader);
    const data = child(reader.root, 'sheetData');
    rows.set(sheet, {
      part,
      rows: data ? readCells(sheet, reader.text, data.innerStart, data.innerEnd, context) : new Map(),
    });
    for (const section of SECTIONS) section.read(reader);
    readCharts(reader);
  }
  const sheets = new Map<Worksheet, SheetSource>();
  for (const [sheet, source] of rows) {
    rememberChartValues(sheet);
    sheets.set(sheet, { ...source, states: sectionStates(sheet) });
  }
  return sheets;
}

function startReader(
  pkg: Package,
  part: string,
  styles: StyleSource,
  workbook: Workbook,
  sheet: Worksheet,
  warnings: FileWarning[],
): SheetReader {
  const text = normalizePart(pkg.text(part) ?? '');
  const root = parseXml(text, 'sheetData');
  if (root.name !== 'worksheet') throw damaged(`${part} is no worksheet`);
  return { pkg, part, text, root, styles, workbook, sheet, warnings };
}

function sharedStrings(pkg: Package, workbookPart: string): string | undefined {
  const part = pkg.related(workbookPart, '/sharedStrings')?.target;
  const text = part === undefined ? undefined : pkg.text(part);
  return text === undefined ? undefined : normalizePart(text);
}

function damaged(what: string): FileError {
  return new FileError('damaged', `The file is damaged: ${what}.`);
}

function notAWorkbook(why: string): FileError {
  return new FileError('not-a-workbook', `The file is not an Excel workbook (.xlsx): ${why}.`);
}
