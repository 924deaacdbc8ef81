import { parseArea } from './address';
import { ModelError } from './change';
import type { Workbook, Worksheet } from './workbook';

/** Whether a table or a workbook name bears this name already (case does not count). */
export function isNameTaken(workbook: Workbook, name: string): boolean {
  const wanted = name.toLowerCase();
  return workbook.table(name) !== undefined || workbook.names.some((n) => n.name.toLowerCase() === wanted);
}

/** Whether Excel accepts this as the name of a range or table: a letter or _ first, no spaces, nothing that reads as a cell. */
export function isValidName(name: string): boolean {
  return (
    name.length <= 255 &&
    /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) &&
    parseArea(name) === undefined &&
    !/^([rc]|r\d*c\d*|true|false)$/i.test(name)
  );
}

/** Refuses a name that is no name or is taken. @throws {ModelError} 'InvalidName' or 'NameTaken'. */
export function checkNewName(workbook: Workbook, name: string): void {
  if (!isValidName(name)) throw new ModelError('InvalidName', `"${name}" is no valid name.`);
  if (isNameTaken(workbook, name)) throw new ModelError('NameTaken', `The name ${name} is taken.`);
}

/** Whether Excel accepts this as a sheet's name: 1 to 31 characters, none of []:*?/\, no apostrophe at the ends. */
export function isValidSheetName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 31 &&
    !/[[\]:*?/\\]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.toLowerCase() !== 'history'
  );
}

/** The first of 'Sheet1', 'Sheet2' … that no sheet has. */
export function freeSheetName(workbook: Workbook, stem = 'Sheet'): string {
  const taken = new Set(workbook.sheets.map((sheet: Worksheet) => sheet.name.toLowerCase()));
  let number = 1;
  while (taken.has(`${stem}${number}`.toLowerCase())) number++;
  return `${stem}${number}`;
}
