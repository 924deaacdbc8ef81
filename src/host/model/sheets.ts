import { ModelError } from './change';
import { isValidSheetName } from './names';
import type { Visibility, Workbook, Worksheet } from './workbook';

/** Adds a sheet after checking its name. @throws {ModelError} 'InvalidName' or 'NameTaken'. */
export function addNamedSheet(workbook: Workbook, name: string, position?: number): Worksheet {
  checkSheetName(workbook, name, undefined);
  return workbook.addSheet(name, position);
}

/** Gives a sheet another name; formulas follow. @throws {ModelError} 'InvalidName' or 'NameTaken'. */
export function renameSheet(sheet: Worksheet, name: string): void {
  const from = sheet.name;
  if (from === name) return;
  checkSheetName(sheet.workbook, name, sheet);
  sheet.name = name;
  sheet.workbook.adjustFormulas?.({ kind: 'renameSheet', sheet, from, to: name });
  sheet.workbook.structureChanged();
}

/**
 * Deletes a sheet with its tables and names; formulas that pointed to it become #REF! (by the formula engine).
 *
 * @throws {ModelError} 'LastVisibleSheet' when no visible sheet would be left.
 */
export function deleteSheet(sheet: Worksheet): void {
  const { workbook } = sheet;
  const at = workbook.sheets.indexOf(sheet);
  if (at < 0) return;
  checkOtherVisible(sheet);
  workbook.sheets.splice(at, 1);
  if (workbook.activeSheet === sheet) workbook.activeSheet = nearestVisible(workbook, at);
  for (const table of sheet.tables) workbook.adjustFormulas?.({ kind: 'deleteTable', table });
  workbook.adjustFormulas?.({ kind: 'deleteSheet', sheet, name: sheet.name });
  workbook.structureChanged();
}

/** Moves a sheet to a zero-based place among all sheets. */
export function moveSheet(sheet: Worksheet, position: number): void {
  const { sheets } = sheet.workbook;
  const at = sheets.indexOf(sheet);
  if (at < 0 || position < 0 || position >= sheets.length)
    throw new ModelError('InvalidArea', `There is no place ${position} for the sheet ${sheet.name}.`);
  sheets.splice(at, 1);
  sheets.splice(position, 0, sheet);
  sheet.workbook.structureChanged();
}

/** Shows or hides a sheet. @throws {ModelError} 'LastVisibleSheet' when no visible sheet would be left. */
export function setVisibility(sheet: Worksheet, visibility: Visibility): void {
  if (visibility !== 'Visible') checkOtherVisible(sheet);
  sheet.visibility = visibility;
  const { workbook } = sheet;
  if (visibility !== 'Visible' && workbook.activeSheet === sheet)
    workbook.activeSheet = nearestVisible(workbook, workbook.sheets.indexOf(sheet));
  workbook.structureChanged();
}

function checkSheetName(workbook: Workbook, name: string, except: Worksheet | undefined): void {
  if (!isValidSheetName(name)) throw new ModelError('InvalidName', `"${name}" is no valid sheet name.`);
  const other = workbook.sheet(name);
  if (other && other !== except) throw new ModelError('NameTaken', `There is a sheet ${name} already.`);
}

function checkOtherVisible(sheet: Worksheet): void {
  const others = sheet.workbook.sheets.some((s) => s !== sheet && s.visibility === 'Visible');
  if (!others) throw new ModelError('LastVisibleSheet', 'A workbook needs at least one visible sheet.');
}

function nearestVisible(workbook: Workbook, at: number): Worksheet | undefined {
  const visible = (s: Worksheet | undefined): boolean => s?.visibility === 'Visible';
  return workbook.sheets.slice(at).find(visible) ?? workbook.sheets.slice(0, at).reverse().find(visible);
}
