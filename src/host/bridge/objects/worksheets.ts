import { freeSheetName } from '../../model/names';
import { addNamedSheet } from '../../model/sheets';
import type { Workbook, Worksheet } from '../../model/workbook';
import { isAbsent, textOf } from '../arguments';
import type { ObjectType } from '../define';
import { HostObject, method } from '../define';
import { fail } from '../errors';
import { EVENT, WORKBOOK_TARGET } from '../events';
import { eventMethods } from '../eventMethods';
import { worksheetType } from './worksheet';

const asObject = (sheet: Worksheet) => HostObject.of(worksheetType, sheet);

function findSheet(workbook: Workbook, key: unknown): HostObject | null {
  if (typeof key !== 'string') return fail('InvalidArgument');
  const sheet = workbook.sheets.find((item) => item.id === key) ?? workbook.sheet(key);
  return sheet ? asObject(sheet) : null;
}

const shown = (workbook: Workbook, visibleOnly: unknown) =>
  visibleOnly === true ? workbook.sheets.filter((sheet) => sheet.visibility === 'Visible') : workbook.sheets;

export const worksheetCollectionType: ObjectType<Workbook> = {
  name: 'WorksheetCollection',
  properties: {},
  objects: {},
  items: (workbook) => workbook.sheets.map(asObject),
  item: findSheet,
  methods: {
    Add: method((workbook, [name]) =>
      asObject(addNamedSheet(workbook, isAbsent(name) ? freeSheetName(workbook) : textOf(name))),
    ),
    GetActiveWorksheet: method((workbook) => {
      const sheet = workbook.activeSheet ?? workbook.sheets[0];
      return sheet ? asObject(sheet) : fail('ItemNotFound');
    }),
    GetItemOrNullObject: method((workbook, [key]) => findSheet(workbook, key), '1.4'),
    GetCount: method((workbook, [visibleOnly]) => shown(workbook, visibleOnly).length, '1.4'),
    GetFirst: method((workbook, [visibleOnly]) => {
      const sheet = shown(workbook, visibleOnly)[0];
      return sheet ? asObject(sheet) : fail('ItemNotFound');
    }, '1.5'),
    GetLast: method((workbook, [visibleOnly]) => {
      const sheet = shown(workbook, visibleOnly).at(-1);
      return sheet ? asObject(sheet) : fail('ItemNotFound');
    }, '1.5'),
    ...eventMethods<Workbook>(() => WORKBOOK_TARGET, {
      DataChanged: [EVENT.worksheetChanged, '1.9'],
      Activated: [EVENT.worksheetActivated, '1.7'],
      Deactivated: [EVENT.worksheetDeactivated, '1.7'],
      Added: [EVENT.worksheetAdded, '1.7'],
      Deleted: [EVENT.worksheetDeleted, '1.7'],
      Calculated: [EVENT.worksheetCalculated, '1.8'],
      SelectionChanged: [EVENT.worksheetSelectionChanged, '1.9'],
      FormatChanged: [EVENT.worksheetFormatChanged, '1.9'],
      ProtectionChanged: [EVENT.worksheetProtectionChanged, '1.14'],
      EventNameChanged: [EVENT.worksheetNameChanged, 'ExcelApiOnline 1.1'],
      EventVisibilityChanged: [EVENT.worksheetVisibilityChanged, 'ExcelApiOnline 1.1'],
      EventMoved: [EVENT.worksheetMoved, 'ExcelApiOnline 1.1'],
    }),
  },
};
