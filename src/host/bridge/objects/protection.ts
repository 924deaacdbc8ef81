import type { Workbook, Worksheet } from '../../model/workbook';
import { isAbsent, objectOf, textOf } from '../arguments';
import type { ObjectType } from '../define';
import { method, property } from '../define';
import { fail } from '../errors';

/** What protection lets through unless it is said otherwise (Excel.WorksheetProtectionOptions). */
const DEFAULT_OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export const worksheetProtectionType: ObjectType<Worksheet> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: property((sheet) => sheet.protection !== undefined),
    Options: property((sheet) => {
      if (!sheet.protection) return null;
      const options = Object.entries(sheet.protection).filter(([key]) => key !== 'password');
      return { ...DEFAULT_OPTIONS, ...Object.fromEntries(options) };
    }),
  },
  objects: {},
  methods: {
    Protect: method((sheet, [options, password]) => {
      if (sheet.protection) return fail('AccessDenied');
      const given = isAbsent(options) ? {} : objectOf(options);
      sheet.protection = {
        ...DEFAULT_OPTIONS,
        ...Object.fromEntries(Object.entries(given).filter(([, value]) => !isAbsent(value))),
        ...(!isAbsent(password) && { password: textOf(password) }),
      };
    }),
    Unprotect: method((sheet, [password]) => {
      if (!sheet.protection) return;
      const secret = sheet.protection.password;
      if (secret !== undefined && secret !== password) return fail('AccessDenied');
      sheet.protection = undefined;
    }),
  },
};

/** The structure of workbooks is never protected in this host; asking for it is refused, not pretended. */
export const workbookProtectionType: ObjectType<Workbook> = {
  name: 'WorkbookProtection',
  properties: { Protected: property(() => false) },
  objects: {},
  methods: { Unprotect: method(() => undefined) },
};
