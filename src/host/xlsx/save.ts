import type { Workbook, Worksheet } from '../model/workbook';
import { writeCustomXml } from './book/customXml';
import { dynamicArrayNumber } from './book/metadata';
import { dropTitlesOfParts, writeProperties } from './book/properties';
import { settingsState, writeSettings } from './book/webExtension';
import { writeWorkbookPart } from './book/workbookPart';
import { TYPES } from './names';
import { officeType, Package } from './package';
import type { WorkbookSource } from './source';
import { EMPTY_SHEET, emptySheetSource, sourceOfWorkbook } from './source';
import { writeSheet } from './sheet/writeSheet';
import { StringWriter } from './strings';
import { StyleWriter } from './styles/write';
import { parseXml } from './xml/element';
import { normalizePart } from './xml/normalize';
import { writeZip } from './zip';

export { lossesOnSave } from './losses';

/**
 * Saves a workbook as an .xlsx file. One that was opened from a file keeps that file's package: parts that did not change go back
 * byte for byte, in those that did only what changed is written anew. The same workbook gives the same bytes, and saving changes nothing.
 */
export function saveXlsx(workbook: Workbook): Uint8Array {
  const source = sourceOfWorkbook(workbook);
  const pkg = new Package(new Map(source.parts));
  const removed = removeSheets(workbook, source, pkg);
  const { partOf, rewritten } = writeSheets(workbook, source, pkg);
  const incomplete = hasUnknownValues(workbook);
  writeWorkbookPart(workbook, source, pkg, partOf, incomplete);
  if (removed || rewritten) removeCalcChain(source, pkg);
  if (removed || partOf.size !== source.sheets.size) dropTitlesOfParts(pkg);
  writeProperties(workbook, pkg, source.states);
  writeCustomXml(workbook, pkg, source.workbookPart);
  if (settingsState(workbook) !== (source.states.get('settings') ?? '[]')) writeSettings(workbook, pkg);
  return writeZip(pkg.finish());
}

function removeSheets(workbook: Workbook, source: WorkbookSource, pkg: Package): boolean {
  let removed = false;
  for (const { sheet, part } of source.entries) {
    if (!sheet || workbook.sheets.includes(sheet)) continue;
    const relationship = pkg.relationshipsOf(source.workbookPart).find((r) => r.target === part);
    if (relationship) pkg.unrelate(source.workbookPart, relationship.id);
    pkg.remove(part);
    removed = true;
  }
  return removed;
}

function writeSheets(
  workbook: Workbook,
  source: WorkbookSource,
  pkg: Package,
): { partOf: Map<Worksheet, string>; rewritten: boolean } {
  const styles = new StyleWriter(source.styles, workbook.styles);
  const stringsPart = pkg.related(source.workbookPart, '/sharedStrings')?.target;
  let strings: StringWriter | undefined;
  const openStrings = (): StringWriter => {
    const known = stringsPart === undefined ? undefined : pkg.text(stringsPart);
    return new StringWriter(known === undefined ? undefined : normalizePart(known));
  };
  // The table of texts is only read when a text is to be written.
  const lazyStrings = {
    index: (text: string, rich: string | undefined): number => (strings ??= openStrings()).index(text, rich),
  };
  const dynamicArray = (): number => dynamicArrayNumber(pkg, source.workbookPart);
  const partOf = new Map<Worksheet, string>();
  let rewritten = false;
  for (const sheet of workbook.sheets) {
    const sheetSource = source.sheets.get(sheet) ?? emptySheetSource(freeSheetPart(pkg, partOf));
    const { part } = sheetSource;
    partOf.set(sheet, part);
    const text = normalizePart(pkg.text(part) ?? EMPTY_SHEET);
    const writer = { pkg, part, text, root: parseXml(text, 'sheetData'), styles, workbook, sheet };
    const written = writeSheet(writer, sheetSource, { styles, strings: lazyStrings, dynamicArray });
    rewritten ||= written;
  }
  const stylesXml = styles.finish();
  if (stylesXml !== undefined)
    putRelated(pkg, source, source.stylesPart, 'xl/styles.xml', stylesXml, TYPES.styles, 'styles');
  const stringsXml = strings?.finish();
  if (stringsXml !== undefined)
    putRelated(pkg, source, stringsPart, 'xl/sharedStrings.xml', stringsXml, TYPES.strings, 'sharedStrings');
  return { partOf, rewritten };
}

function freeSheetPart(pkg: Package, partOf: ReadonlyMap<Worksheet, string>): string {
  const taken = new Set(partOf.values());
  for (let number = 1; ; number++) {
    const part = `xl/worksheets/sheet${number}.xml`;
    if (!pkg.has(part) && !taken.has(part)) return part;
  }
}

function putRelated(
  pkg: Package,
  source: WorkbookSource,
  known: string | undefined,
  byDefault: string,
  xml: string,
  contentType: string,
  type: string,
): void {
  const part = known ?? byDefault;
  pkg.put(part, xml, contentType);
  if (known === undefined) pkg.relate(source.workbookPart, officeType(type), part);
}

/** The order of calculation that Excel noted is its own business: it makes a new one. */
function removeCalcChain(source: WorkbookSource, pkg: Package): void {
  const chain = pkg.related(source.workbookPart, '/calcChain');
  if (!chain) return;
  pkg.unrelate(source.workbookPart, chain.id);
  pkg.remove(chain.target);
}

function hasUnknownValues(workbook: Workbook): boolean {
  for (const sheet of workbook.sheets)
    for (const row of sheet.cells.rowNumbers())
      for (const cell of sheet.cells.rowCells(row)?.values() ?? [])
        if (cell.formula !== undefined && cell.value === null) return true;
  return false;
}
